// Gradients of approx.conv_2d against sums worked out by hand from M6, with
// strides (2, 1), dilations (1, 2) and a zero point per filter, weight first:
// dX = sum of dY*(dAM/dx - zw[f]), dW = sum of dY*(dAM/dw - zx).

// RUN: approx-run %s --runtime=false --entry=nchw --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=NCHW
// RUN: approx-run %s --runtime=false --entry=nhwc --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=NHWC
// RUN: approx-run %s --runtime=false --entry=floats --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=FLOATS
// RUN: approx-run %s --runtime=false --entry=separable --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=SEPARABLE
// RUN: approx-run %s --runtime=false --entry=separable --pipeline=approx-simplify-gradients,convert-approx-to-linalg | FileCheck %s --check-prefix=SEPARABLE

// AM(a, b) = a*b, plus b where a >= 5, minus 1 where a = 1: not commutative.
approx.multiplier @m {lhs = ui3, rhs = ui3, table = dense<[
    [0, 0, 0, 0, 0, 0, 0, 0],
    [-1, 0, 1, 2, 3, 4, 5, 6],
    [0, 2, 4, 6, 8, 10, 12, 14],
    [0, 3, 6, 9, 12, 15, 18, 21],
    [0, 4, 8, 12, 16, 20, 24, 28],
    [0, 6, 12, 18, 24, 30, 36, 42],
    [0, 7, 14, 21, 28, 35, 42, 49],
    [0, 8, 16, 24, 32, 40, 48, 56]]> : tensor<8x8xi32>,
    hash = "66b74675a90b6bf0edb09b89f97fcc7ca53aa7f57ebd8587a29a472e02790adf",
    bounds = array<i64: -1, 56>, error_bounds = array<i64: -1, 7>}

// NCHW: result 0: tensor<1x2x4x5xf32> {{\[\[\[\[}}-1, 4, 19.75, 12, -5], [16.125, 0, 2.25, 10, -0.75], [3, -8.5, 13.25, -13, 12.75], [6, 2.875, 29, -14, 2.25]], {{\[\[}}5, 5, 8, 1.5, -3], [2, 5, 11.875, -4, -5], [5, -5, 6, 3, 9], [4, -6, 1, 7.25, 15]]]]
// NCHW: result 1: tensor<2x2x2x2xf32> {{\[\[\[\[}}-4.125, -26.6667], [-7.625, -6.83333]], {{\[\[}}-6.83333, 1.33333], [-8.125, -4]]], {{\[\[\[}}5.33333, 0.875], [18.6667, -5]], {{\[\[}}5.33333, -4], [5.33333, 13.875]]]]
func.func @nchw() -> (tensor<1x2x4x5xf32>, tensor<2x2x2x2xf32>) {
  %x = arith.constant dense<[[[[4, 5, 0, 7, 3], [0, 2, 1, 5, 7], [3, 6, 1, 3, 0], [3, 6, 4, 2, 6]], [[2, 1, 2, 7, 2], [2, 0, 0, 3, 3], [2, 2, 4, 5, 3], [3, 2, 3, 6, 4]]]]> : tensor<1x2x4x5xi8>
  %w = arith.constant dense<[[[[0, 5], [6, 2]], [[2, 4], [1, 5]]], [[[4, 0], [5, 1]], [[4, 5], [4, 7]]]]> : tensor<2x2x2x2xi8>
  %dy = arith.constant dense<[[[[3.0, 0.0, -1.0], [1.0, 1.0, 3.0]], [[-1.0, -2.0, 0.0], [-2.0, 3.0, 0.0]]]]> : tensor<1x2x2x3xf32>
  %zx = arith.constant dense<4> : tensor<i32>
  %zw = arith.constant dense<[1, 6]> : tensor<2xi32>
  %ix = tensor.empty() : tensor<1x2x4x5xf32>
  %iw = tensor.empty() : tensor<2x2x2x2xf32>
  %0 = approx.conv_2d_grad_input ins(%dy, %w : tensor<1x2x2x3xf32>, tensor<2x2x2x2xi8>) quantized @m(%x, %zw : tensor<1x2x4x5xi8>, tensor<2xi32>)
      outs(%ix : tensor<1x2x4x5xf32>) {gradient = #approx.gradient<"lut-2d:hws=1">, order = #approx.order<rhs_first>,
          layout = #approx.layout<nchw_fchw>, strides = array<i64: 2, 1>, dilations = array<i64: 1, 2>} -> tensor<1x2x4x5xf32>
  %1 = approx.conv_2d_grad_filter ins(%dy, %x : tensor<1x2x2x3xf32>, tensor<1x2x4x5xi8>) quantized @m(%w, %zx : tensor<2x2x2x2xi8>, tensor<i32>)
      outs(%iw : tensor<2x2x2x2xf32>) {gradient = #approx.gradient<"lut-2d:hws=1">, order = #approx.order<rhs_first>,
          layout = #approx.layout<nchw_fchw>, strides = array<i64: 2, 1>, dilations = array<i64: 1, 2>} -> tensor<2x2x2x2xf32>
  return %0, %1 : tensor<1x2x4x5xf32>, tensor<2x2x2x2xf32>
}

// NHWC: result 0: tensor<1x4x5x2xf32> {{\[\[\[\[}}-1, 5], [4, 5], [19.75, 8], [12, 1.5], [-5, -3]], {{\[\[}}16.125, 2], [0, 5], [2.25, 11.875], [10, -4], [-0.75, -5]], {{\[\[}}3, 5], [-8.5, -5], [13.25, 6], [-13, 3], [12.75, 9]], {{\[\[}}6, 4], [2.875, -6], [29, 1], [-14, 7.25], [2.25, 15]]]]
// NHWC: result 1: tensor<2x2x2x2xf32> {{\[\[\[\[}}-4.125, 5.33333], [-6.83333, 5.33333]], {{\[\[}}-26.6667, 0.875], [1.33333, -4]]], {{\[\[\[}}-7.625, 18.6667], [-8.125, 5.33333]], {{\[\[}}-6.83333, -5], [-4, 13.875]]]]
func.func @nhwc() -> (tensor<1x4x5x2xf32>, tensor<2x2x2x2xf32>) {
  %x = arith.constant dense<[[[[4, 2], [5, 1], [0, 2], [7, 7], [3, 2]], [[0, 2], [2, 0], [1, 0], [5, 3], [7, 3]], [[3, 2], [6, 2], [1, 4], [3, 5], [0, 3]], [[3, 3], [6, 2], [4, 3], [2, 6], [6, 4]]]]> : tensor<1x4x5x2xi8>
  %w = arith.constant dense<[[[[0, 4], [2, 4]], [[5, 0], [4, 5]]], [[[6, 5], [1, 4]], [[2, 1], [5, 7]]]]> : tensor<2x2x2x2xi8>
  %dy = arith.constant dense<[[[[3.0, -1.0], [0.0, -2.0], [-1.0, 0.0]], [[1.0, -2.0], [1.0, 3.0], [3.0, 0.0]]]]> : tensor<1x2x3x2xf32>
  %zx = arith.constant dense<4> : tensor<i32>
  %zw = arith.constant dense<[1, 6]> : tensor<2xi32>
  %ix = tensor.empty() : tensor<1x4x5x2xf32>
  %iw = tensor.empty() : tensor<2x2x2x2xf32>
  %0 = approx.conv_2d_grad_input ins(%dy, %w : tensor<1x2x3x2xf32>, tensor<2x2x2x2xi8>) quantized @m(%x, %zw : tensor<1x4x5x2xi8>, tensor<2xi32>)
      outs(%ix : tensor<1x4x5x2xf32>) {gradient = #approx.gradient<"lut-2d:hws=1">, order = #approx.order<rhs_first>,
          layout = #approx.layout<nhwc_hwcf>, strides = array<i64: 2, 1>, dilations = array<i64: 1, 2>} -> tensor<1x4x5x2xf32>
  %1 = approx.conv_2d_grad_filter ins(%dy, %x : tensor<1x2x3x2xf32>, tensor<1x4x5x2xi8>) quantized @m(%w, %zx : tensor<2x2x2x2xi8>, tensor<i32>)
      outs(%iw : tensor<2x2x2x2xf32>) {gradient = #approx.gradient<"lut-2d:hws=1">, order = #approx.order<rhs_first>,
          layout = #approx.layout<nhwc_hwcf>, strides = array<i64: 2, 1>, dilations = array<i64: 1, 2>} -> tensor<2x2x2x2xf32>
  return %0, %1 : tensor<1x4x5x2xf32>, tensor<2x2x2x2xf32>
}

// The exact gradients.
// FLOATS: result 0: tensor<1x2x4x5xf32> {{\[\[\[\[}}-4, -8, 15, 0, -5], [13, -10, -1, -2, -2], [-8, 12, 5, 5, 15], [-4, 21, 18, 5, 6]], {{\[\[}}2, -8, 5, -10, -4], [-1, -8, 7, -14, -5], [-6, 14, 0, 19, 12], [-7, 13, -6, 26, 15]]]]
// FLOATS: result 1: tensor<2x2x2x2xf32> {{\[\[\[\[}}24, 1], [20, 20]], {{\[\[}}20, 22], [20, 18]]], {{\[\[\[}}-2, -7], [8, -13]], {{\[\[}}-2, -9], [-2, 6]]]]
func.func @floats() -> (tensor<1x2x4x5xf32>, tensor<2x2x2x2xf32>) {
  %x = arith.constant dense<[[[[4.0, 5.0, 0.0, 7.0, 3.0], [0.0, 2.0, 1.0, 5.0, 7.0], [3.0, 6.0, 1.0, 3.0, 0.0], [3.0, 6.0, 4.0, 2.0, 6.0]], [[2.0, 1.0, 2.0, 7.0, 2.0], [2.0, 0.0, 0.0, 3.0, 3.0], [2.0, 2.0, 4.0, 5.0, 3.0], [3.0, 2.0, 3.0, 6.0, 4.0]]]]> : tensor<1x2x4x5xf32>
  %w = arith.constant dense<[[[[0.0, 5.0], [6.0, 2.0]], [[2.0, 4.0], [1.0, 5.0]]], [[[4.0, 0.0], [5.0, 1.0]], [[4.0, 5.0], [4.0, 7.0]]]]> : tensor<2x2x2x2xf32>
  %dy = arith.constant dense<[[[[3.0, 0.0, -1.0], [1.0, 1.0, 3.0]], [[-1.0, -2.0, 0.0], [-2.0, 3.0, 0.0]]]]> : tensor<1x2x2x3xf32>
  %ix = tensor.empty() : tensor<1x2x4x5xf32>
  %iw = tensor.empty() : tensor<2x2x2x2xf32>
  %0 = approx.conv_2d_grad_input ins(%dy, %w : tensor<1x2x2x3xf32>, tensor<2x2x2x2xf32>)
      outs(%ix : tensor<1x2x4x5xf32>) {layout = #approx.layout<nchw_fchw>, strides = array<i64: 2, 1>, dilations = array<i64: 1, 2>} -> tensor<1x2x4x5xf32>
  %1 = approx.conv_2d_grad_filter ins(%dy, %x : tensor<1x2x2x3xf32>, tensor<1x2x4x5xf32>)
      outs(%iw : tensor<2x2x2x2xf32>) {layout = #approx.layout<nchw_fchw>, strides = array<i64: 2, 1>, dilations = array<i64: 1, 2>} -> tensor<2x2x2x2xf32>
  return %0, %1 : tensor<1x2x4x5xf32>, tensor<2x2x2x2xf32>
}

// STE: the slopes are w and x.
// SEPARABLE: result 0: tensor<1x4x5x2xf32> {{\[\[\[\[}}-1, 5], [4, 4], [19, 9], [12, 2], [-4, -3]], {{\[\[}}16, 2], [2, 4], [3, 11], [10, -2], [-1, -4]], {{\[\[}}3, 5], [-7, -5], [13, 8], [-14, 0], [12, 9]], {{\[\[}}7, 4], [2, -6], [26, 2], [-14, 7], [3, 12]]]]
// SEPARABLE: result 1: tensor<2x2x2x2xf32> {{\[\[\[\[}}-4, 6], [-8, 6]], {{\[\[}}-27, 1], [-6, -1]]], {{\[\[\[}}-8, 16], [-8, 6]], {{\[\[}}-8, -5], [-10, 14]]]]
func.func @separable() -> (tensor<1x4x5x2xf32>, tensor<2x2x2x2xf32>) {
  %x = arith.constant dense<[[[[4, 2], [5, 1], [0, 2], [7, 7], [3, 2]], [[0, 2], [2, 0], [1, 0], [5, 3], [7, 3]], [[3, 2], [6, 2], [1, 4], [3, 5], [0, 3]], [[3, 3], [6, 2], [4, 3], [2, 6], [6, 4]]]]> : tensor<1x4x5x2xi8>
  %w = arith.constant dense<[[[[0, 4], [2, 4]], [[5, 0], [4, 5]]], [[[6, 5], [1, 4]], [[2, 1], [5, 7]]]]> : tensor<2x2x2x2xi8>
  %dy = arith.constant dense<[[[[3.0, -1.0], [0.0, -2.0], [-1.0, 0.0]], [[1.0, -2.0], [1.0, 3.0], [3.0, 0.0]]]]> : tensor<1x2x3x2xf32>
  %zx = arith.constant dense<4> : tensor<i32>
  %zw = arith.constant dense<[1, 6]> : tensor<2xi32>
  %ix = tensor.empty() : tensor<1x4x5x2xf32>
  %iw = tensor.empty() : tensor<2x2x2x2xf32>
  %0 = approx.conv_2d_grad_input ins(%dy, %w : tensor<1x2x3x2xf32>, tensor<2x2x2x2xi8>) quantized @m(%x, %zw : tensor<1x4x5x2xi8>, tensor<2xi32>)
      outs(%ix : tensor<1x4x5x2xf32>) {gradient = #approx.gradient<"ste">, order = #approx.order<rhs_first>,
          layout = #approx.layout<nhwc_hwcf>, strides = array<i64: 2, 1>, dilations = array<i64: 1, 2>} -> tensor<1x4x5x2xf32>
  %1 = approx.conv_2d_grad_filter ins(%dy, %x : tensor<1x2x3x2xf32>, tensor<1x4x5x2xi8>) quantized @m(%w, %zx : tensor<2x2x2x2xi8>, tensor<i32>)
      outs(%iw : tensor<2x2x2x2xf32>) {gradient = #approx.gradient<"ste">, order = #approx.order<rhs_first>,
          layout = #approx.layout<nhwc_hwcf>, strides = array<i64: 2, 1>, dilations = array<i64: 1, 2>} -> tensor<2x2x2x2xf32>
  return %0, %1 : tensor<1x4x5x2xf32>, tensor<2x2x2x2xf32>
}
