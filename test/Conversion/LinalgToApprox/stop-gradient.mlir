// RUN: approx-opt %s --convert-linalg-to-approx="multiplier=or_compressed:8x8 padding=skip" | FileCheck %s

// A gradient that is stopped on the way hides neither the weight that a layer is
// called after nor what its image is padded with.

// CHECK:     func.func @main(
// CHECK-SAME: name = "w"
// CHECK:      approx.conv_2d {{.*}}approx.name = "w"{{.*}}skipped_padding = array<i64: 1, 2, 3, 0>
func.func @main(%x: tensor<1x2x6x7xf32> {approx.role = "input", approx.name = "x"},
                %w: tensor<4x2x3x3xf32> {approx.role = "parameter", approx.name = "w.weight"})
    -> (tensor<1x4x7x8xf32> {approx.role = "logits"}) {
  %zero = arith.constant 0.0 : f32
  %padded = tensor.pad %x low[0, 0, 1, 3] high[0, 0, 2, 0] {
  ^bb0(%i: index, %j: index, %k: index, %l: index):
    tensor.yield %zero : f32
  } : tensor<1x2x6x7xf32> to tensor<1x2x9x10xf32>
  %image = approx.stop_gradient %padded : tensor<1x2x9x10xf32>
  %filter = approx.stop_gradient %w : tensor<4x2x3x3xf32>
  %e = tensor.empty() : tensor<1x4x7x8xf32>
  %c = linalg.fill ins(%zero : f32) outs(%e : tensor<1x4x7x8xf32>) -> tensor<1x4x7x8xf32>
  %0 = linalg.conv_2d_nchw_fchw ins(%image, %filter : tensor<1x2x9x10xf32>, tensor<4x2x3x3xf32>) outs(%c : tensor<1x4x7x8xf32>) -> tensor<1x4x7x8xf32>
  return %0 : tensor<1x4x7x8xf32>
}
