// Sizes may be dynamic, up to a compiled step.
// RUN: approx-opt %s --approx-prepare="roles=parameter,input" --convert-linalg-to-approx=multiplier=exact:8x8 --approx-add-loss | FileCheck %s
// CHECK: func.func @main(%[[W:.*]]: tensor<5x3xf32> {{.*}}, %[[X:.*]]: tensor<?x4x3xf32> {{.*}}, %{{.*}}: tensor<2xf32> {{.*}}, %{{.*}}: tensor<?xi64> {approx.bounds = array<i64: 0, 19>, approx.name = "label"
// CHECK: %[[C:.*]] = tensor.collapse_shape %[[X]] {{.*}} into tensor<?x3xf32>
// CHECK: approx.update_range %[[X]],
// CHECK: approx.quantize %[[C]],
// CHECK: approx.matmul @exact_8x8 {{.*}} -> tensor<?x5xi32>
// CHECK: tensor.expand_shape {{.*}} into tensor<?x4x5xf32>
#last = affine_map<(d0, d1, d2) -> (d2, d1)>
#id3 = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
func.func @main(%w: tensor<5x3xf32>, %x: tensor<?x4x3xf32>) -> (tensor<?x20xf32> {approx.role = "logits"}) {
  %c0 = arith.constant 0 : index
  %zero = arith.constant 0.0 : f32
  %batch = tensor.dim %x, %c0 : tensor<?x4x3xf32>
  %e2 = tensor.empty(%batch) : tensor<?x3x5xf32>
  %b = linalg.generic {indexing_maps = [#last, #id3], iterator_types = ["parallel", "parallel", "parallel"]}
      ins(%w : tensor<5x3xf32>) outs(%e2 : tensor<?x3x5xf32>) {
  ^bb0(%in: f32, %out: f32):
    linalg.yield %in : f32
  } -> tensor<?x3x5xf32>
  %o = tensor.empty(%batch) : tensor<?x4x5xf32>
  %f = linalg.fill ins(%zero : f32) outs(%o : tensor<?x4x5xf32>) -> tensor<?x4x5xf32>
  %y = linalg.batch_matmul ins(%x, %b : tensor<?x4x3xf32>, tensor<?x3x5xf32>) outs(%f : tensor<?x4x5xf32>) -> tensor<?x4x5xf32>
  %flat = tensor.collapse_shape %y [[0], [1, 2]] : tensor<?x4x5xf32> into tensor<?x20xf32>
  return %flat : tensor<?x20xf32>
}
