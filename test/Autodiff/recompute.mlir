// RUN: approx-opt %s --approx-autodiff="of=chain recompute" --canonicalize --cse | FileCheck %s
// RUN: approx-opt %s --approx-autodiff="of=stream recompute" --canonicalize --cse | FileCheck %s --check-prefix=STREAM
// RUN: approx-opt %s --approx-autodiff="of=chain recompute" --convert-approx-to-linalg | FileCheck %s --check-prefix=REFERENCE

#id = affine_map<(i, j) -> (i, j)>
#none = affine_map<(i, j) -> ()>

// Of the product, its square and what is positive of that, the backward keeps the product.
// CHECK-LABEL: func.func @chain_value_and_grad
// CHECK:      %[[H:.*]] = linalg.matmul
// CHECK:      %[[S:.*]] = linalg.generic {{.*}} ins(%[[H]] :
// CHECK:      %[[R:.*]] = linalg.generic {{.*}} ins(%[[S]] :
// CHECK:      linalg.matmul ins(%[[R]],
// CHECK-DAG:  %[[KEPT:.*]] = approx.optimization_barrier %[[H]] : tensor<64x64xf32>
// CHECK:      %[[S2:.*]] = linalg.generic {{.*}} ins(%[[KEPT]] :
// CHECK:      %[[R2:.*]] = linalg.generic {{.*}} ins(%[[S2]] :
// CHECK-NOT:  %[[R]]
// CHECK:      approx.matmul_grad_rhs ins(%{{.*}}, %[[R2]] :
// CHECK-NOT:  %[[R]]
// CHECK-NOT:  ins(%[[S]]
// CHECK:      return

// Where all is reference, nothing is scheduled.
// REFERENCE-NOT: approx.optimization_barrier
func.func @chain(%x: tensor<64x64xf32>, %w: tensor<64x64xf32> {approx.role = "parameter", approx.name = "w"}, %v: tensor<64x64xf32> {approx.role = "parameter", approx.name = "v"}) -> f32 {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<64x64xf32>
  %i = linalg.fill ins(%zero : f32) outs(%e : tensor<64x64xf32>) -> tensor<64x64xf32>
  %h = linalg.matmul ins(%x, %w : tensor<64x64xf32>, tensor<64x64xf32>) outs(%i : tensor<64x64xf32>) -> tensor<64x64xf32>
  %s = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]} ins(%h : tensor<64x64xf32>) outs(%e : tensor<64x64xf32>) {
  ^bb0(%a: f32, %o: f32):
    %m = arith.mulf %a, %a : f32
    linalg.yield %m : f32
  } -> tensor<64x64xf32>
  %r = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]} ins(%s : tensor<64x64xf32>) outs(%e : tensor<64x64xf32>) {
  ^bb0(%a: f32, %o: f32):
    %m = arith.maximumf %a, %zero : f32
    linalg.yield %m : f32
  } -> tensor<64x64xf32>
  %y = linalg.matmul ins(%r, %v : tensor<64x64xf32>, tensor<64x64xf32>) outs(%i : tensor<64x64xf32>) -> tensor<64x64xf32>
  %t = tensor.empty() : tensor<f32>
  %z = linalg.fill ins(%zero : f32) outs(%t : tensor<f32>) -> tensor<f32>
  %l = linalg.generic {indexing_maps = [#id, #none], iterator_types = ["reduction", "reduction"]} ins(%y : tensor<64x64xf32>) outs(%z : tensor<f32>) {
  ^bb0(%a: f32, %o: f32):
    %m = arith.addf %o, %a : f32
    linalg.yield %m : f32
  } -> tensor<f32>
  %loss = tensor.extract %l[] : tensor<f32>
  return %loss : f32
}

// The forward reads the activation again behind the product: it is kept.
// STREAM-LABEL: func.func @stream_value_and_grad
// STREAM:      %[[H:.*]] = linalg.matmul
// STREAM:      %[[R:.*]] = linalg.generic {{.*}} ins(%[[H]] :
// STREAM:      %[[Y:.*]] = linalg.matmul ins(%[[R]],
// STREAM:      linalg.generic {{.*}} ins(%[[R]], %[[Y]] :
// STREAM-NOT:  approx.optimization_barrier
// STREAM:      approx.matmul_grad_rhs ins(%{{.*}}, %[[R]] :
func.func @stream(%x: tensor<64x64xf32>, %w: tensor<64x64xf32> {approx.role = "parameter", approx.name = "w"}, %v: tensor<64x64xf32> {approx.role = "parameter", approx.name = "v"}) -> f32 {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<64x64xf32>
  %i = linalg.fill ins(%zero : f32) outs(%e : tensor<64x64xf32>) -> tensor<64x64xf32>
  %h = linalg.matmul ins(%x, %w : tensor<64x64xf32>, tensor<64x64xf32>) outs(%i : tensor<64x64xf32>) -> tensor<64x64xf32>
  %r = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]} ins(%h : tensor<64x64xf32>) outs(%e : tensor<64x64xf32>) {
  ^bb0(%a: f32, %o: f32):
    %m = arith.mulf %a, %a : f32
    linalg.yield %m : f32
  } -> tensor<64x64xf32>
  %y = linalg.matmul ins(%r, %v : tensor<64x64xf32>, tensor<64x64xf32>) outs(%i : tensor<64x64xf32>) -> tensor<64x64xf32>
  %t = tensor.empty() : tensor<f32>
  %z = linalg.fill ins(%zero : f32) outs(%t : tensor<f32>) -> tensor<f32>
  %l = linalg.generic {indexing_maps = [#id, #id, #none], iterator_types = ["reduction", "reduction"]} ins(%r, %y : tensor<64x64xf32>, tensor<64x64xf32>) outs(%z : tensor<f32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %n = arith.addf %a, %b : f32
    %m = arith.addf %o, %n : f32
    linalg.yield %m : f32
  } -> tensor<f32>
  %loss = tensor.extract %l[] : tensor<f32>
  return %loss : f32
}
