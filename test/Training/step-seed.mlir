// Every step draws from a hash of the run's seed and of the step's number; the
// forward and the backward pass see the same, evaluation the seed itself.
// RUN: approx-opt %s --approx-build-training-step | FileCheck %s
// CHECK:      func.func @train_step(
// CHECK-SAME: %[[COUNT:[^:]*]]: tensor<i64> {approx.name = "step_count"
// CHECK-SAME: %[[SEED:[^:]*]]: tensor<i64> {approx.name = "seed", approx.role = "seed"}
// CHECK:      %[[STEP:.*]] = linalg.generic {{.*}} ins(%[[SEED]], %[[COUNT]] : tensor<i64>, tensor<i64>)
// CHECK:      arith.shrui
// CHECK:      arith.xori
// CHECK-NOT:  %[[SEED]]
// CHECK:      tensor.extract %[[STEP]][] : tensor<i64>
// CHECK:      tensor.extract %[[STEP]][] : tensor<i64>
// CHECK:      func.func @evaluate(
// CHECK-SAME: %[[FIXED:[^:]*]]: tensor<i64> {approx.name = "seed", approx.role = "seed"}
// CHECK:      tensor.extract %[[FIXED]][] : tensor<i64>

// The words of a longer seed are told apart by where they are.
// RUN: sed 's/tensor<i64> {approx.role = "seed"/tensor<2xi32> {approx.role = "seed"/; s/\[\] : tensor<i64>/[%%zero] : tensor<2xi32>/; s/uitofp %%\(k1*\) : i64/uitofp %%\1 : i32/' %s \
// RUN:   | approx-opt --approx-build-training-step=emit=train_step | FileCheck %s --check-prefix=WORDS
// WORDS:      linalg.generic {{.*}} ins(%{{.*}}, %{{.*}} : tensor<2xi32>, tensor<i64>)
// WORDS:      arith.extui
// WORDS:      linalg.index 0
// WORDS:      arith.trunci

func.func @main(%w: tensor<f32> {approx.role = "parameter", approx.name = "w"},
                %seed: tensor<i64> {approx.role = "seed", approx.name = "seed"}) -> (tensor<f32> {approx.role = "loss"}) {
  %zero = arith.constant 0 : index
  %k = tensor.extract %seed[] : tensor<i64>
  %f = arith.uitofp %k : i64 to f32
  %v = tensor.extract %w[] : tensor<f32>
  %p = arith.mulf %f, %v : f32
  %loss = tensor.from_elements %p : tensor<f32>
  return %loss : tensor<f32>
}
func.func @main_value_and_grad(%w: tensor<f32> {approx.role = "parameter", approx.name = "w"},
                %seed: tensor<i64> {approx.role = "seed", approx.name = "seed"})
    -> (tensor<f32> {approx.role = "loss"}, tensor<f32> {approx.role = "gradient", approx.name = "w gradient"}) {
  %zero = arith.constant 0 : index
  %k = tensor.extract %seed[] : tensor<i64>
  %f = arith.uitofp %k : i64 to f32
  %v = tensor.extract %w[] : tensor<f32>
  %p = arith.mulf %f, %v : f32
  %loss = tensor.from_elements %p : tensor<f32>
  %k1 = tensor.extract %seed[] : tensor<i64>
  %f1 = arith.uitofp %k1 : i64 to f32
  %g = tensor.from_elements %f1 : tensor<f32>
  return %loss, %g : tensor<f32>, tensor<f32>
}
