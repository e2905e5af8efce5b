// RUN: %check_gradients | FileCheck %s --implicit-check-not=differs
// RUN: %check_split | FileCheck %s --implicit-check-not=differs

// Convolutions: strides, dilations, sizes that differ per axis, positions that no window reads.

// CHECK: @nchw: gradient agrees
func.func @nchw(%x: tensor<2x3x5x6xf64>, %w: tensor<4x3x2x3xf64>, %c: tensor<2x4x4x4xf64>) -> tensor<2x4x4x4xf64> {
  %r = linalg.conv_2d_nchw_fchw ins(%x, %w : tensor<2x3x5x6xf64>, tensor<4x3x2x3xf64>)
    outs(%c : tensor<2x4x4x4xf64>) -> tensor<2x4x4x4xf64>
  return %r : tensor<2x4x4x4xf64>
}

// CHECK: @nchw_strided: gradient agrees
func.func @nchw_strided(%x: tensor<2x3x8x9xf64>, %w: tensor<4x3x3x2xf64>, %c: tensor<2x4x3x2xf64>) -> tensor<2x4x3x2xf64> {
  %r = linalg.conv_2d_nchw_fchw {strides = dense<[2, 3]> : tensor<2xi64>, dilations = dense<[1, 2]> : tensor<2xi64>}
    ins(%x, %w : tensor<2x3x8x9xf64>, tensor<4x3x3x2xf64>) outs(%c : tensor<2x4x3x2xf64>) -> tensor<2x4x3x2xf64>
  return %r : tensor<2x4x3x2xf64>
}

// CHECK: @nhwc_strided: gradient agrees
func.func @nhwc_strided(%x: tensor<2x8x9x3xf64>, %w: tensor<3x2x3x4xf64>, %c: tensor<2x3x2x4xf64>) -> tensor<2x3x2x4xf64> {
  %r = linalg.conv_2d_nhwc_hwcf {strides = dense<[2, 3]> : tensor<2xi64>, dilations = dense<[1, 2]> : tensor<2xi64>}
    ins(%x, %w : tensor<2x8x9x3xf64>, tensor<3x2x3x4xf64>) outs(%c : tensor<2x3x2x4xf64>) -> tensor<2x3x2x4xf64>
  return %r : tensor<2x3x2x4xf64>
}

// CHECK: @asymmetric_pad: gradient agrees
func.func @asymmetric_pad(%x: tensor<1x2x4x4xf64>, %w: tensor<2x2x3x3xf64>, %c: tensor<1x2x5x3xf64>) -> tensor<1x2x5x3xf64> {
  %zero = arith.constant 0.0 : f64
  %p = tensor.pad %x low[0, 0, 2, 0] high[0, 0, 1, 1] {
  ^bb0(%i: index, %j: index, %k: index, %l: index):
    tensor.yield %zero : f64
  } : tensor<1x2x4x4xf64> to tensor<1x2x7x5xf64>
  %r = linalg.conv_2d_nchw_fchw ins(%p, %w : tensor<1x2x7x5xf64>, tensor<2x2x3x3xf64>)
    outs(%c : tensor<1x2x5x3xf64>) -> tensor<1x2x5x3xf64>
  return %r : tensor<1x2x5x3xf64>
}

// CHECK: @grouped: gradient agrees
func.func @grouped(%x: tensor<1x2x3x4x4xf64>, %w: tensor<2x2x3x2x2xf64>, %c: tensor<1x2x2x3x3xf64>) -> tensor<1x2x2x3x3xf64> {
  %r = linalg.conv_2d_ngchw_gfchw ins(%x, %w : tensor<1x2x3x4x4xf64>, tensor<2x2x3x2x2xf64>)
    outs(%c : tensor<1x2x2x3x3xf64>) -> tensor<1x2x2x3x3xf64>
  return %r : tensor<1x2x2x3x3xf64>
}

// CHECK: @grouped_strided: gradient agrees
func.func @grouped_strided(%x: tensor<2x8x9x2x3xf64>, %w: tensor<2x2x3x2x3xf64>, %c: tensor<2x3x2x2x2xf64>) -> tensor<2x3x2x2x2xf64> {
  %r = linalg.conv_2d_nhwgc_gfhwc {strides = dense<[2, 3]> : tensor<2xi64>, dilations = dense<[1, 2]> : tensor<2xi64>}
    ins(%x, %w : tensor<2x8x9x2x3xf64>, tensor<2x2x3x2x3xf64>) outs(%c : tensor<2x3x2x2x2xf64>) -> tensor<2x3x2x2x2xf64>
  return %r : tensor<2x3x2x2x2xf64>
}

// Without a gradient op of their own: through their maps.

// CHECK: @depthwise: gradient agrees
func.func @depthwise(%x: tensor<2x3x7x6xf64>, %w: tensor<3x3x2xf64>, %c: tensor<2x3x3x5xf64>) -> tensor<2x3x3x5xf64> {
  %r = linalg.depthwise_conv_2d_nchw_chw {strides = dense<[2, 1]> : tensor<2xi64>, dilations = dense<1> : tensor<2xi64>}
    ins(%x, %w : tensor<2x3x7x6xf64>, tensor<3x3x2xf64>) outs(%c : tensor<2x3x3x5xf64>) -> tensor<2x3x3x5xf64>
  return %r : tensor<2x3x3x5xf64>
}

// CHECK: @conv_1d: gradient agrees
func.func @conv_1d(%x: tensor<2x3x7xf64>, %w: tensor<4x3x3xf64>, %c: tensor<2x4x3xf64>) -> tensor<2x4x3xf64> {
  %r = linalg.conv_1d_ncw_fcw {strides = dense<2> : tensor<1xi64>, dilations = dense<1> : tensor<1xi64>}
    ins(%x, %w : tensor<2x3x7xf64>, tensor<4x3x3xf64>) outs(%c : tensor<2x4x3xf64>) -> tensor<2x4x3xf64>
  return %r : tensor<2x4x3xf64>
}
