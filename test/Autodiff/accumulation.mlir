// RUN: approx-opt %s --approx-autodiff="of=destination wrt=0" | FileCheck %s --check-prefix=DESTINATION
// RUN: approx-opt %s --approx-autodiff="of=slices wrt=0 mode=vjp" | FileCheck %s --check-prefix=SLICES

// A contribution that is accumulated from zero is accumulated from what is
// there instead: no pass over memory for the sum.

// DESTINATION-LABEL: func.func @destination_value_and_grad(
// DESTINATION:         linalg.broadcast
// DESTINATION:         %[[FIRST:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<4xf32>) {
// DESTINATION:         %[[BOTH:.*]] = linalg.generic {{.*}} iterator_types = ["reduction", "parallel"]} {{.*}} outs(%[[FIRST]] : tensor<4xf32>)
// DESTINATION:         return %{{.*}}, %[[BOTH]]
func.func @destination(%b: tensor<4xf32>, %x: tensor<3x4xf32>) -> tensor<f32> {
  %zero = arith.constant dense<0.0> : tensor<f32>
  %e = tensor.empty() : tensor<3x4xf32>
  %0 = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (j)>, affine_map<(i, j) -> (i, j)>],
                       iterator_types = ["parallel", "parallel"]} ins(%x, %b : tensor<3x4xf32>, tensor<4xf32>) outs(%e : tensor<3x4xf32>) {
  ^bb0(%a: f32, %c: f32, %o: f32):
    %m = arith.mulf %a, %c : f32
    linalg.yield %m : f32
  } -> tensor<3x4xf32>
  %1 = linalg.reduce { arith.addf } ins(%0 : tensor<3x4xf32>) outs(%zero : tensor<f32>) dimensions = [0, 1]
  %2 = math.exp %b : tensor<4xf32>
  %3 = linalg.reduce { arith.addf } ins(%2 : tensor<4xf32>) outs(%1 : tensor<f32>) dimensions = [0]
  return %3 : tensor<f32>
}

// Slices of one value: the second is added in place, not as a whole tensor.

// SLICES-LABEL: func.func @slices_vjp(
// SLICES-SAME:    %[[C0:[a-z0-9]+]]: tensor<2xf32>, %[[C1:[a-z0-9]+]]: tensor<2xf32>)
// SLICES:         %[[ZERO:.*]] = linalg.fill {{.*}} -> tensor<4xf32>
// SLICES:         %[[ONE:.*]] = tensor.insert_slice %[[C1]] into %[[ZERO]][1] [2] [1]
// SLICES:         %[[OLD:.*]] = tensor.extract_slice %[[ONE]][0] [2] [1]
// SLICES:         %[[NEW:.*]] = linalg.generic {{.*}} ins(%[[OLD]], %[[C0]]
// SLICES:         %[[BOTH:.*]] = tensor.insert_slice %[[NEW]] into %[[ONE]][0] [2] [1]
// SLICES:         return %{{.*}}, %{{.*}}, %[[BOTH]]
func.func @slices(%x: tensor<4xf32>) -> (tensor<2xf32>, tensor<2xf32>) {
  %0 = tensor.extract_slice %x[0] [2] [1] : tensor<4xf32> to tensor<2xf32>
  %1 = tensor.extract_slice %x[1] [2] [1] : tensor<4xf32> to tensor<2xf32>
  return %0, %1 : tensor<2xf32>, tensor<2xf32>
}
