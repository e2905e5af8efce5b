// RUN: approx-run %s --args=iota,iota,ones | FileCheck %s
// RUN: approx-run %s --args='[0,1,2,3,4,5],iota' --init=1 | FileCheck %s
// RUN: approx-run %s --args=iota,iota,ones --repeat=2 | FileCheck %s --check-prefix=TWICE
// RUN: approx-run %s --args=iota,iota,ones --print-limit=3 --precision=2 | FileCheck %s --check-prefix=SHORT

// An updated argument comes first, then the other results, each with its
// shape and, where it has one, its name.
// CHECK:      argument 2 "w": tensor<2x4xf32> {{\[\[}}21, 24, 27, 30], [57, 69, 81, 93]]
// CHECK-NEXT: result 0 "sums": tensor<2xf32> [98, 296]
// CHECK-NEXT: result 1: tensor<f32> 296
// CHECK-NOT:  {{.}}
// TWICE: argument 2 "w": tensor<2x4xf32> {{\[\[}}41, 47, 53, 59], [113, 137, 161, 185]]
// SHORT: argument 2 "w": tensor<2x4xf32> {{\[\[}}21, 24, 27, ...], ...]
// SHORT: result 0 "sums": tensor<2xf32> [98, 3e+02]

#id = affine_map<(d0, d1) -> (d0, d1)>
#row = affine_map<(d0, d1) -> (d0)>
func.func @f(%a: tensor<2x3xf32>, %b: tensor<3x4xf32>,
             %w: tensor<2x4xf32> {approx.name = "w", approx.role = "parameter"})
    -> (tensor<2xf32> {approx.name = "sums"}, f32, tensor<2x4xf32> {approx.updates = "w"}) {
  %zero = arith.constant 0.0 : f32
  %one = arith.constant 1 : index
  %empty = tensor.empty() : tensor<2x4xf32>
  %fill = linalg.fill ins(%zero : f32) outs(%empty : tensor<2x4xf32>) -> tensor<2x4xf32>
  %c = linalg.matmul ins(%a, %b : tensor<2x3xf32>, tensor<3x4xf32>)
      outs(%fill : tensor<2x4xf32>) -> tensor<2x4xf32>
  %empty1 = tensor.empty() : tensor<2xf32>
  %fill1 = linalg.fill ins(%zero : f32) outs(%empty1 : tensor<2xf32>) -> tensor<2xf32>
  %sums = linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%c : tensor<2x4xf32>) outs(%fill1 : tensor<2xf32>) {
  ^bb0(%x: f32, %acc: f32):
    %s = arith.addf %x, %acc : f32
    linalg.yield %s : f32
  } -> tensor<2xf32>
  %new = linalg.add ins(%w, %c : tensor<2x4xf32>, tensor<2x4xf32>)
      outs(%empty : tensor<2x4xf32>) -> tensor<2x4xf32>
  %last = tensor.extract %sums[%one] : tensor<2xf32>
  return %sums, %last, %new : tensor<2xf32>, f32, tensor<2x4xf32>
}
