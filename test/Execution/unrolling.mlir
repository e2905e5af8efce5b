// RUN: approx-run %s --dump-llvm | FileCheck %s

// The window of two by two is unrolled, so that the loop along the row
// vectorises; the row itself is not unrolled, however constant its length.
// CHECK-LABEL: define internal {{.*}}@main_loops_1(
// CHECK:         load <{{[0-9]+}} x float>
// CHECK:         br i1 {{.*}} !llvm.loop
// CHECK:       !{!"llvm.loop.unroll.disable"}
func.func @main(%x: tensor<4x8x64x64xf32>) -> tensor<4x8x32x32xf32> {
  %low = arith.constant 0xFF800000 : f32
  %window = tensor.empty() : tensor<2x2xf32>
  %empty = tensor.empty() : tensor<4x8x32x32xf32>
  %init = linalg.fill ins(%low : f32) outs(%empty : tensor<4x8x32x32xf32>) -> tensor<4x8x32x32xf32>
  %0 = linalg.pooling_nchw_max {strides = dense<2> : vector<2xi64>}
      ins(%x, %window : tensor<4x8x64x64xf32>, tensor<2x2xf32>) outs(%init : tensor<4x8x32x32xf32>) -> tensor<4x8x32x32xf32>
  return %0 : tensor<4x8x32x32xf32>
}
