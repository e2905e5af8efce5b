// Grouped convolutions and their gradients, in both layouts: two groups of one
// channel in and two out, a zero point for each filter.

// RUN: approx-run %s --runtime=false --entry=ngchw --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=NGCHW
// RUN: approx-run %s --runtime=false --entry=nhwgc --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=NHWGC
// RUN: approx-run %s --entry=ngchw | FileCheck %s --check-prefix=NGCHW
// RUN: approx-run %s --entry=nhwgc | FileCheck %s --check-prefix=NHWGC
// With a zero point per filter, an estimator of one operand maps filters one by one.
// RUN: approx-opt %s --approx-simplify-gradients | approx-run - --entry=ngchw | FileCheck %s --check-prefix=NGCHW
// RUN: approx-opt %s --approx-simplify-gradients | approx-run - --entry=nhwgc | FileCheck %s --check-prefix=NHWGC

approx.multiplier @us {lhs = ui2, rhs = si2, table = dense<[[1, 0, 2, -1], [0, 1, -2, -1], [3, 2, -4, -3], [0, 5, -6, -3]]> : tensor<4x4xi32>,
    hash = "d37716598a3cabbc6a99acbb567fa1bd297473ec2bbfa73f00f4c94c5fa2f8c6",
    bounds = array<i64: -6, 5>, error_bounds = array<i64: -1, 3>}

// NGCHW: result 0: tensor<1x2x2x2x2xi32> {{\[\[\[\[\[}}-1, 0], [-1, 3]], {{\[\[}}2, 8], [3, -3]]], {{\[\[\[}}8, 12], [13, 8]], {{\[\[}}5, -4], [-3, 5]]]]]
// NGCHW: result 1: tensor<1x2x1x3x4xf32> {{\[\[\[\[\[}}4, 1, -8, -5], [11, 0, -5, 10], [1, -3, 9, 3]]], {{\[\[\[}}6, 5, 9, 7], [3, -2, -7, -8], [-1, 1, -6, -3]]]]]
// NGCHW: result 2: tensor<2x2x1x2x2xf32> {{\[\[\[\[\[}}-4, 5], [2, 4]]], {{\[\[\[}}1, -3], [-5, 2]]]], {{\[\[\[\[}}-2, 8], [9, -6]]], {{\[\[\[}}2, -10], [-13, 3]]]]]
func.func @ngchw() -> (tensor<1x2x2x2x2xi32>, tensor<1x2x1x3x4xf32>, tensor<2x2x1x2x2xf32>) {
  %x = arith.constant dense<[[[[[2, 3, 0, 3], [1, 2, 2, 1], [3, 0, 1, 1]]], [[[2, 1, 0, 0], [0, 0, 0, 3], [0, 2, 3, 0]]]]]> : tensor<1x2x1x3x4xi8>
  %w = arith.constant dense<[[[[[-1, -1], [-1, 1]]], [[[-2, 1], [1, 1]]]], [[[[-2, -1], [0, -1]]], [[[0, 0], [0, -2]]]]]> : tensor<2x2x1x2x2xi8>
  %dy = arith.constant dense<[[[[[-1.0, 3.0], [-2.0, -3.0]], [[-1.0, 1.0], [-3.0, 3.0]]], [[[-1.0, -2.0], [0.0, 3.0]], [[3.0, 3.0], [-1.0, -3.0]]]]]> : tensor<1x2x2x2x2xf32>
  %zx = arith.constant dense<2> : tensor<i32>
  %zw = arith.constant dense<[[1, 0], [1, -1]]> : tensor<2x2xi32>
  %ey = tensor.empty() : tensor<1x2x2x2x2xi32>
  %y = approx.conv_2d @us ins(%x, %w : tensor<1x2x1x3x4xi8>, tensor<2x2x1x2x2xi8>) zero_points(%zx, %zw : tensor<i32>, tensor<2x2xi32>)
      outs(%ey : tensor<1x2x2x2x2xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<ngchw_gfchw>, strides = array<i64: 1, 2>} -> tensor<1x2x2x2x2xi32>
  %ex = tensor.empty() : tensor<1x2x1x3x4xf32>
  %dx = approx.conv_2d_grad_input ins(%dy, %w : tensor<1x2x2x2x2xf32>, tensor<2x2x1x2x2xi8>)
      quantized @us(%x, %zw : tensor<1x2x1x3x4xi8>, tensor<2x2xi32>) outs(%ex : tensor<1x2x1x3x4xf32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<ngchw_gfchw>, strides = array<i64: 1, 2>} -> tensor<1x2x1x3x4xf32>
  %ew = tensor.empty() : tensor<2x2x1x2x2xf32>
  %dw = approx.conv_2d_grad_filter ins(%dy, %x : tensor<1x2x2x2x2xf32>, tensor<1x2x1x3x4xi8>)
      quantized @us(%w, %zx : tensor<2x2x1x2x2xi8>, tensor<i32>) outs(%ew : tensor<2x2x1x2x2xf32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<ngchw_gfchw>, strides = array<i64: 1, 2>} -> tensor<2x2x1x2x2xf32>
  return %y, %dx, %dw : tensor<1x2x2x2x2xi32>, tensor<1x2x1x3x4xf32>, tensor<2x2x1x2x2xf32>
}

// NHWGC: result 0: tensor<1x2x2x2x2xi32> {{\[\[\[\[\[}}-1, 2], [8, 5]], {{\[\[}}0, 8], [12, -4]]], {{\[\[\[}}-1, 3], [13, -3]], {{\[\[}}3, -3], [8, 5]]]]]
// NHWGC: result 1: tensor<1x3x4x2x1xf32> {{\[\[\[\[\[}}4], [6]], {{\[\[}}1], [5]], {{\[\[}}-8], [9]], {{\[\[}}-5], [7]]], {{\[\[\[}}11], [3]], {{\[\[}}0], [-2]], {{\[\[}}-5], [-7]], {{\[\[}}10], [-8]]], {{\[\[\[}}1], [-1]], {{\[\[}}-3], [1]], {{\[\[}}9], [-6]], {{\[\[}}3], [-3]]]]]
// NHWGC: result 2: tensor<2x2x2x2x1xf32> {{\[\[\[\[\[}}-4], [5]], {{\[\[}}2], [4]]], {{\[\[\[}}1], [-3]], {{\[\[}}-5], [2]]]], {{\[\[\[\[}}-2], [8]], {{\[\[}}9], [-6]]], {{\[\[\[}}2], [-10]], {{\[\[}}-13], [3]]]]]
func.func @nhwgc() -> (tensor<1x2x2x2x2xi32>, tensor<1x3x4x2x1xf32>, tensor<2x2x2x2x1xf32>) {
  %x = arith.constant dense<[[[[[2], [2]], [[3], [1]], [[0], [0]], [[3], [0]]], [[[1], [0]], [[2], [0]], [[2], [0]], [[1], [3]]], [[[3], [0]], [[0], [2]], [[1], [3]], [[1], [0]]]]]> : tensor<1x3x4x2x1xi8>
  %w = arith.constant dense<[[[[[-1], [-1]], [[-1], [1]]], [[[-2], [1]], [[1], [1]]]], [[[[-2], [-1]], [[0], [-1]]], [[[0], [0]], [[0], [-2]]]]]> : tensor<2x2x2x2x1xi8>
  %dy = arith.constant dense<[[[[[-1.0, -1.0], [-1.0, 3.0]], [[3.0, 1.0], [-2.0, 3.0]]], [[[-2.0, -3.0], [0.0, -1.0]], [[-3.0, 3.0], [3.0, -3.0]]]]]> : tensor<1x2x2x2x2xf32>
  %zx = arith.constant dense<2> : tensor<i32>
  %zw = arith.constant dense<[[1, 0], [1, -1]]> : tensor<2x2xi32>
  %ey = tensor.empty() : tensor<1x2x2x2x2xi32>
  %y = approx.conv_2d @us ins(%x, %w : tensor<1x3x4x2x1xi8>, tensor<2x2x2x2x1xi8>) zero_points(%zx, %zw : tensor<i32>, tensor<2x2xi32>)
      outs(%ey : tensor<1x2x2x2x2xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nhwgc_gfhwc>, strides = array<i64: 1, 2>} -> tensor<1x2x2x2x2xi32>
  %ex = tensor.empty() : tensor<1x3x4x2x1xf32>
  %dx = approx.conv_2d_grad_input ins(%dy, %w : tensor<1x2x2x2x2xf32>, tensor<2x2x2x2x1xi8>)
      quantized @us(%x, %zw : tensor<1x3x4x2x1xi8>, tensor<2x2xi32>) outs(%ex : tensor<1x3x4x2x1xf32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nhwgc_gfhwc>, strides = array<i64: 1, 2>} -> tensor<1x3x4x2x1xf32>
  %ew = tensor.empty() : tensor<2x2x2x2x1xf32>
  %dw = approx.conv_2d_grad_filter ins(%dy, %x : tensor<1x2x2x2x2xf32>, tensor<1x3x4x2x1xi8>)
      quantized @us(%w, %zx : tensor<2x2x2x2x1xi8>, tensor<i32>) outs(%ew : tensor<2x2x2x2x1xf32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nhwgc_gfhwc>, strides = array<i64: 1, 2>} -> tensor<2x2x2x2x1xf32>
  return %y, %dx, %dw : tensor<1x2x2x2x2xi32>, tensor<1x3x4x2x1xf32>, tensor<2x2x2x2x1xf32>
}
