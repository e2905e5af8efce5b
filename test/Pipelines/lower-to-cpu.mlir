// RUN: approx-opt %s --approx-lower-to-cpu | FileCheck %s --check-prefix=LLVM
// RUN: approx-run %s --dump-buffers | FileCheck %s
// RUN: approx-run %s --args='1,iota,0.5' | FileCheck %s --check-prefix=VALUE
// RUN: approx-opt --help | FileCheck %s --check-prefix=HELP

// A step of gradient descent with momentum, on state that is donated by
// approx.updates. In place: no allocation, no copy.
// CHECK-LABEL: func.func @step
// CHECK-SAME:    %[[W:.*]]: memref<64x4xf32> {approx.donated, approx.name = "w"
// CHECK-SAME:    %[[V:.*]]: memref<64x4xf32> {approx.donated, approx.name = "v"
// CHECK-NOT:     memref.alloc
// CHECK-NOT:     memref.copy
// CHECK-NOT:     linalg.copy
// CHECK:         linalg.generic {{.*}} ins(%[[V]], {{.*}} outs(%[[V]] :
// CHECK:         linalg.generic {{.*}} ins(%[[W]], %[[V]] : {{.*}} outs(%[[W]] :
// CHECK-NOT:     memref.alloc
// CHECK-NOT:     memref.copy
// CHECK-NOT:     linalg.copy
// CHECK:         return

// LLVM-LABEL: llvm.func @step(
// LLVM-SAME:    !llvm.ptr {approx.donated, approx.name = "w", approx.role = "parameter", llvm.noalias}
// LLVM-NOT:   malloc
// LLVM-NOT:   memref
// LLVM-NOT:   builtin.unrealized_conversion_cast

// v = 0.9 * v + g, w = w - 0.1 * v, g = 0.5 everywhere
// VALUE: argument 0 "w": tensor<64x4xf32> {{\[\[}}0.95, 0.86, 0.77, 0.68], [0.59,
// VALUE: argument 1 "v": tensor<64x4xf32> {{\[\[}}0.5, 1.4, 2.3, 3.2], [4.1,

// HELP:      --approx-lower-to-cpu 
// HELP-NEXT:   --exact-contractions {{ *}}- Call the runtime for exact f32 contractions too
// HELP-NEXT:   --factorize=<value> {{ *}}- Which approximate contractions become exact ones of int8 factors
// HELP-NEXT:     =off
// HELP-NEXT:     =auto
// HELP-NEXT:     =all
// HELP-NEXT:   --parallel {{ *}}- Run large loops on several threads

#id = affine_map<(d0, d1) -> (d0, d1)>
func.func @step(%w: tensor<64x4xf32> {approx.name = "w", approx.role = "parameter"},
                %v: tensor<64x4xf32> {approx.name = "v", approx.role = "optimizer_state"},
                %g: tensor<64x4xf32> {approx.name = "g"})
    -> (tensor<64x4xf32> {approx.updates = "w"}, tensor<64x4xf32> {approx.updates = "v"}) {
  %momentum = arith.constant 0.9 : f32
  %rate = arith.constant 0.1 : f32
  %empty = tensor.empty() : tensor<64x4xf32>
  %new_v = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%v, %g : tensor<64x4xf32>, tensor<64x4xf32>) outs(%empty : tensor<64x4xf32>) {
  ^bb0(%old: f32, %gradient: f32, %out: f32):
    %0 = arith.mulf %old, %momentum : f32
    %1 = arith.addf %0, %gradient : f32
    linalg.yield %1 : f32
  } -> tensor<64x4xf32>
  %new_w = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%w, %new_v : tensor<64x4xf32>, tensor<64x4xf32>) outs(%empty : tensor<64x4xf32>) {
  ^bb0(%old: f32, %velocity: f32, %out: f32):
    %0 = arith.mulf %velocity, %rate : f32
    %1 = arith.subf %old, %0 : f32
    linalg.yield %1 : f32
  } -> tensor<64x4xf32>
  return %new_w, %new_v : tensor<64x4xf32>, tensor<64x4xf32>
}
