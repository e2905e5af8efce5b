// RUN: %check_gradients | FileCheck %s --implicit-check-not=differs
// RUN: %check_split | FileCheck %s --implicit-check-not=differs

// Pooling: windows that overlap, and elements that no window reads.

// CHECK: @sum: gradient agrees
func.func @sum(%x: tensor<1x2x5x6xf64>) -> tensor<1x2x4x2xf64> {
  %window = tensor.empty() : tensor<2x3xf64>
  %zero = arith.constant dense<0.0> : tensor<1x2x4x2xf64>
  %r = linalg.pooling_nchw_sum {strides = dense<[1, 2]> : tensor<2xi64>, dilations = dense<1> : tensor<2xi64>}
    ins(%x, %window : tensor<1x2x5x6xf64>, tensor<2x3xf64>) outs(%zero : tensor<1x2x4x2xf64>) -> tensor<1x2x4x2xf64>
  return %r : tensor<1x2x4x2xf64>
}

// CHECK: @max_nchw: gradient agrees
func.func @max_nchw(%x: tensor<1x2x5x6xf64>) -> tensor<1x2x4x2xf64> {
  %window = tensor.empty() : tensor<2x3xf64>
  %low = arith.constant dense<0xFFF0000000000000> : tensor<1x2x4x2xf64>
  %r = linalg.pooling_nchw_max {strides = dense<[1, 2]> : tensor<2xi64>, dilations = dense<1> : tensor<2xi64>}
    ins(%x, %window : tensor<1x2x5x6xf64>, tensor<2x3xf64>) outs(%low : tensor<1x2x4x2xf64>) -> tensor<1x2x4x2xf64>
  return %r : tensor<1x2x4x2xf64>
}

// CHECK: @max_nhwc: gradient agrees
func.func @max_nhwc(%x: tensor<1x6x6x2xf64>) -> tensor<1x2x3x2xf64> {
  %window = tensor.empty() : tensor<2x2xf64>
  %low = arith.constant dense<0xFFF0000000000000> : tensor<1x2x3x2xf64>
  %r = linalg.pooling_nhwc_max {strides = dense<[3, 2]> : tensor<2xi64>, dilations = dense<[2, 1]> : tensor<2xi64>}
    ins(%x, %window : tensor<1x6x6x2xf64>, tensor<2x2xf64>) outs(%low : tensor<1x2x3x2xf64>) -> tensor<1x2x3x2xf64>
  return %r : tensor<1x2x3x2xf64>
}

// CHECK: @min_nhwc: gradient agrees
func.func @min_nhwc(%x: tensor<1x5x6x2xf64>) -> tensor<1x4x3x2xf64> {
  %window = tensor.empty() : tensor<2x2xf64>
  %high = arith.constant dense<0x7FF0000000000000> : tensor<1x4x3x2xf64>
  %r = linalg.pooling_nhwc_min {strides = dense<[1, 2]> : tensor<2xi64>, dilations = dense<1> : tensor<2xi64>}
    ins(%x, %window : tensor<1x5x6x2xf64>, tensor<2x2xf64>) outs(%high : tensor<1x4x3x2xf64>) -> tensor<1x4x3x2xf64>
  return %r : tensor<1x4x3x2xf64>
}

// An init that takes part in the maximum gets the cotangent where it wins.
// CHECK: @max_with_init: gradient agrees
func.func @max_with_init(%x: tensor<3x4xf64>, %init: tensor<3xf64>) -> tensor<3xf64> {
  %r = linalg.reduce { arith.maximumf } ins(%x : tensor<3x4xf64>) outs(%init : tensor<3xf64>) dimensions = [1]
  return %r : tensor<3xf64>
}

// CHECK: @max_dynamic: gradient agrees
func.func @max_dynamic(%x: tensor<?x?xf64> {test.shape = array<i64: 3, 4>}) -> tensor<f64> {
  %low = arith.constant dense<0xFFF0000000000000> : tensor<f64>
  %r = linalg.reduce { arith.maximumf } ins(%x : tensor<?x?xf64>) outs(%low : tensor<f64>) dimensions = [0, 1]
  return %r : tensor<f64>
}
