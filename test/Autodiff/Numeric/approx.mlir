// RUN: %check_gradients | FileCheck %s
// RUN: %check_split | FileCheck %s

// Quantised contractions with the exact multiplier and STE: the gradient of the
// fake-quantised product, by hand. Scales are powers of two, so that all of it
// is exact: x = 0.5 (q - 3), w = 0.25 (q - 10), dX = dY W^T where x does not
// clip, dW = X^T dY with the clipped x (100 becomes 126).

approx.multiplier @exact {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}

// CHECK-LABEL: @matmul
// CHECK:       [-2, 10.75, 0]
// CHECK{LITERAL}: [[1,   10],
// CHECK:           [2,   20],
// CHECK:           [126,   1260]]
func.func @matmul(%x: tensor<1x3xf32> {test.values = dense<[[1.0, 2.0, 1000.0]]> : tensor<1x3xf32>},
                  %w: tensor<3x2xf32> {test.values = dense<[[0.5, -0.25], [0.75, 1.0], [0.25, -0.5]]> : tensor<3x2xf32>}) -> tensor<1x2xf32>
    attributes {test.cotangents = [dense<[[1.0, 10.0]]> : tensor<1x2xf32>]} {
  %sx = arith.constant dense<0.5> : tensor<f32>
  %zx = arith.constant dense<3> : tensor<i32>
  %sw = arith.constant dense<0.25> : tensor<f32>
  %zw = arith.constant dense<10> : tensor<i32>
  %qx = approx.quantize %x, %sx, %zx {qtype = #approx.qtype<ui8>} : tensor<1x3xf32>, tensor<f32>, tensor<i32> -> tensor<1x3xi8>
  %qw = approx.quantize %w, %sw, %zw {qtype = #approx.qtype<ui8>} : tensor<3x2xf32>, tensor<f32>, tensor<i32> -> tensor<3x2xi8>
  %e = tensor.empty() : tensor<1x2xi32>
  %c = approx.matmul @exact ins(%qx, %qw : tensor<1x3xi8>, tensor<3x2xi8>) zero_points(%zx, %zw : tensor<i32>, tensor<i32>)
    outs(%e : tensor<1x2xi32>) {gradient = #approx.gradient<"ste">} -> tensor<1x2xi32>
  %y = approx.dequantize %c, %sx, %sw : tensor<1x2xi32>, tensor<f32>, tensor<f32> -> tensor<1x2xf32>
  return %y : tensor<1x2xf32>
}

// Per output channel: each column of w has its own scale and zero point.
// CHECK-LABEL: @per_channel
// CHECK:       [-2, 10.75, -4.75]
// CHECK{LITERAL}: [[1,   10],
// CHECK:           [2,   20],
// CHECK:           [3,   30]]
func.func @per_channel(%x: tensor<1x3xf32> {test.values = dense<[[1.0, 2.0, 3.0]]> : tensor<1x3xf32>},
                       %w: tensor<3x2xf32> {test.values = dense<[[0.5, -0.25], [0.75, 1.0], [0.25, -0.5]]> : tensor<3x2xf32>}) -> tensor<1x2xf32>
    attributes {test.cotangents = [dense<[[1.0, 10.0]]> : tensor<1x2xf32>]} {
  %sx = arith.constant dense<0.5> : tensor<f32>
  %zx = arith.constant dense<3> : tensor<i32>
  %sw = arith.constant dense<[0.25, 0.125]> : tensor<2xf32>
  %zw = arith.constant dense<[10, 20]> : tensor<2xi32>
  %qx = approx.quantize %x, %sx, %zx {qtype = #approx.qtype<ui8>} : tensor<1x3xf32>, tensor<f32>, tensor<i32> -> tensor<1x3xi8>
  %qw = approx.quantize %w, %sw, %zw {qtype = #approx.qtype<ui8>, axis = 1 : i64} : tensor<3x2xf32>, tensor<2xf32>, tensor<2xi32> -> tensor<3x2xi8>
  %e = tensor.empty() : tensor<1x2xi32>
  %c = approx.matmul @exact ins(%qx, %qw : tensor<1x3xi8>, tensor<3x2xi8>) zero_points(%zx, %zw : tensor<i32>, tensor<2xi32>)
    outs(%e : tensor<1x2xi32>) {gradient = #approx.gradient<"ste">} -> tensor<1x2xi32>
  %y = approx.dequantize %c, %sx, %sw {axis = 1 : i64} : tensor<1x2xi32>, tensor<f32>, tensor<2xf32> -> tensor<1x2xf32>
  return %y : tensor<1x2xf32>
}

// A convolution of one window is an inner product: dX = dY W, dW = dY X.
// CHECK-LABEL: @conv
// CHECK{LITERAL}: [[[[1,     -0.5],
// CHECK:             [2,     0.25]]]]
// CHECK{LITERAL}: [[[[2,     4],
// CHECK:             [6,     -1]]]]
func.func @conv(%x: tensor<1x1x2x2xf32> {test.values = dense<[[[[1.0, 2.0], [3.0, -0.5]]]]> : tensor<1x1x2x2xf32>},
                %w: tensor<1x1x2x2xf32> {test.values = dense<[[[[0.5, -0.25], [1.0, 0.125]]]]> : tensor<1x1x2x2xf32>}) -> tensor<1x1x1x1xf32>
    attributes {test.cotangents = [dense<2.0> : tensor<1x1x1x1xf32>]} {
  %sx = arith.constant dense<0.5> : tensor<f32>
  %zx = arith.constant dense<3> : tensor<i32>
  %sw = arith.constant dense<0.125> : tensor<f32>
  %zw = arith.constant dense<10> : tensor<i32>
  %qx = approx.quantize %x, %sx, %zx {qtype = #approx.qtype<ui8>} : tensor<1x1x2x2xf32>, tensor<f32>, tensor<i32> -> tensor<1x1x2x2xi8>
  %qw = approx.quantize %w, %sw, %zw {qtype = #approx.qtype<ui8>} : tensor<1x1x2x2xf32>, tensor<f32>, tensor<i32> -> tensor<1x1x2x2xi8>
  %e = tensor.empty() : tensor<1x1x1x1xi32>
  %c = approx.conv_2d @exact ins(%qx, %qw : tensor<1x1x2x2xi8>, tensor<1x1x2x2xi8>) zero_points(%zx, %zw : tensor<i32>, tensor<i32>)
    outs(%e : tensor<1x1x1x1xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>} -> tensor<1x1x1x1xi32>
  %y = approx.dequantize %c, %sx, %sw : tensor<1x1x1x1xi32>, tensor<f32>, tensor<f32> -> tensor<1x1x1x1xf32>
  return %y : tensor<1x1x1x1xf32>
}
