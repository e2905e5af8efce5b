// The distribution's own mlir-opt knows the dialect and runs a pass when the plugin is loaded as a pass plugin only.
// RUN: mlir-opt --load-pass-plugin=%lutra_lib/LutraPlugin.so \
// RUN:   --pass-pipeline='builtin.module(approx-prepare{roles=parameter,input names=w,x})' %s | FileCheck %s

// CHECK: func.func @main(%[[W:.*]]: tensor<4x3xf32> {approx.name = "w", approx.role = "parameter"},
// CHECK-SAME: %[[X:.*]]: tensor<2x3xf32> {approx.name = "x", approx.role = "input"}
func.func @main(%w: tensor<4x3xf32>, %x: tensor<2x3xf32>) -> tensor<2x4xf32> {
  %e = tensor.empty() : tensor<3x4xf32>
  // CHECK-NOT: linalg.transpose
  %t = linalg.transpose ins(%w : tensor<4x3xf32>) outs(%e : tensor<3x4xf32>) permutation = [1, 0]
  %zero = arith.constant 0.0 : f32
  %o = tensor.empty() : tensor<2x4xf32>
  %init = linalg.fill ins(%zero : f32) outs(%o : tensor<2x4xf32>) -> tensor<2x4xf32>
  // CHECK: linalg.matmul indexing_maps = {{.*}} ins(%[[X]], %[[W]] : tensor<2x3xf32>, tensor<4x3xf32>)
  %y = linalg.matmul ins(%x, %t : tensor<2x3xf32>, tensor<3x4xf32>) outs(%init : tensor<2x4xf32>) -> tensor<2x4xf32>
  return %y : tensor<2x4xf32>
}
