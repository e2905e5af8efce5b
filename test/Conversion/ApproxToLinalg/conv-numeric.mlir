// What approx.conv_2d computes, in both layouts: strides (2, 1), dilations
// (1, 2), a zero point per filter, unsigned input and signed filter.

// RUN: approx-run %s --runtime=false --entry=nchw --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=NCHW
// RUN: approx-run %s --runtime=false --entry=nhwc --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=NHWC

approx.multiplier @us {lhs = ui2, rhs = si2, table = dense<[[1, 0, 2, -1], [0, 1, -2, -1], [3, 2, -4, -3], [0, 5, -6, -3]]> : tensor<4x4xi32>,
    hash = "d37716598a3cabbc6a99acbb567fa1bd297473ec2bbfa73f00f4c94c5fa2f8c6",
    bounds = array<i64: -6, 5>, error_bounds = array<i64: -1, 3>}

// NCHW: result 0: tensor<1x2x2x3xi32> {{\[\[\[\[}}0, 7, -2], [8, 8, -2]], {{\[\[}}17, -1, 8], [17, 9, 5]]]]
func.func @nchw() -> tensor<1x2x2x3xi32> {
  %x = arith.constant dense<[[[[1, 1, 2, 3, 0], [0, 3, 2, 1, 1], [3, 3, 3, 1, 1], [1, 3, 0, 0, 1]],
                              [[0, 2, 0, 2, 3], [3, 3, 3, 3, 1], [2, 0, 0, 1, 3], [1, 2, 3, 2, 3]]]]> : tensor<1x2x4x5xi8>
  %w = arith.constant dense<[[[[1, 0], [1, -1]], [[0, -2], [0, -1]]],
                             [[[0, -2], [-1, 0]], [[0, -2], [-2, 1]]]]> : tensor<2x2x2x2xi8>
  %zx = arith.constant dense<2> : tensor<i32>
  %zw = arith.constant dense<[-1, 1]> : tensor<2xi32>
  %init = tensor.empty() : tensor<1x2x2x3xi32>
  %y = approx.conv_2d @us ins(%x, %w : tensor<1x2x4x5xi8>, tensor<2x2x2x2xi8>) zero_points(%zx, %zw : tensor<i32>, tensor<2xi32>)
      outs(%init : tensor<1x2x2x3xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>,
          strides = array<i64: 2, 1>, dilations = array<i64: 1, 2>} -> tensor<1x2x2x3xi32>
  return %y : tensor<1x2x2x3xi32>
}

// NHWC: result 0: tensor<1x2x3x2xi32> {{\[\[\[\[}}0, 17], [7, -1], [-2, 8]], {{\[\[}}8, 17], [8, 9], [-2, 5]]]]
func.func @nhwc() -> tensor<1x2x3x2xi32> {
  %x = arith.constant dense<[[[[1, 0], [1, 2], [2, 0], [3, 2], [0, 3]], [[0, 3], [3, 3], [2, 3], [1, 3], [1, 1]],
                              [[3, 2], [3, 0], [3, 0], [1, 1], [1, 3]], [[1, 1], [3, 2], [0, 3], [0, 2], [1, 3]]]]> : tensor<1x4x5x2xi8>
  %w = arith.constant dense<[[[[1, 0], [0, 0]], [[0, -2], [-2, -2]]], [[[1, -1], [0, -2]], [[-1, 0], [-1, 1]]]]> : tensor<2x2x2x2xi8>
  %zx = arith.constant dense<2> : tensor<i32>
  %zw = arith.constant dense<[-1, 1]> : tensor<2xi32>
  %init = tensor.empty() : tensor<1x2x3x2xi32>
  %y = approx.conv_2d @us ins(%x, %w : tensor<1x4x5x2xi8>, tensor<2x2x2x2xi8>) zero_points(%zx, %zw : tensor<i32>, tensor<2xi32>)
      outs(%init : tensor<1x2x3x2xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nhwc_hwcf>,
          strides = array<i64: 2, 1>, dilations = array<i64: 1, 2>} -> tensor<1x2x3x2xi32>
  return %y : tensor<1x2x3x2xi32>
}
