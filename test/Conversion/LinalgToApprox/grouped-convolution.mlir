// Grouped and depthwise convolutions. Per channel, the filters of all groups are
// quantised as one dimension, and the result is scaled as one, too.
// RUN: approx-opt %s --approx-prepare --convert-linalg-to-approx="multiplier=exact:8x8 ops=conv" | FileCheck %s
// RUN: approx-opt %s --approx-prepare --convert-linalg-to-approx="multiplier=exact:8x8 per-channel" --canonicalize | FileCheck %s --check-prefix=CHANNEL

// CHECK: approx.layers = [{gradient = {{.*}}, kind = "conv", {{.*}}name = "grouped", {{.*}}policy = "approximate"}, {gradient = {{.*}}, kind = "conv", {{.*}}name = "depthwise", {{.*}}policy = "approximate"}]
// CHECK: approx.conv_2d @exact_8x8 ins({{.*}} : tensor<4x2x3x8x8xi8>, tensor<2x5x3x3x3xi8>) zero_points({{.*}} : tensor<i32>, tensor<i32>) {{.*}}approx.name = "grouped"{{.*}}layout = #approx.layout<ngchw_gfchw>, order = #approx.order<rhs_first>, strides = array<i64: 1, 2>}
// CHECK: approx.conv_2d @exact_8x8 ins({{.*}} : tensor<4x6x3x10x1xi8>, tensor<10x1x3x3x1xi8>) {{.*}}approx.name = "depthwise"{{.*}}layout = #approx.layout<nhwgc_gfhwc>

// CHANNEL: approx.update_range %[[W:.*]], %{{.*}} {axis = 0 : i64, observer = #approx.observer<min_max>} : tensor<10x3x3x3xf32>, tensor<10x2xf32>
// CHANNEL: %[[S:.*]], %[[Z:.*]] = approx.quant_params {{.*}} : tensor<10x2xf32>
// CHANNEL: %[[Q:.*]] = approx.quantize %[[W]], %[[S]], %[[Z]] {axis = 0 : i64, {{.*}}} : tensor<10x3x3x3xf32>
// CHANNEL: %[[ZG:.*]] = tensor.expand_shape %[[Z]] {{\[\[}}0, 1]] output_shape [2, 5] : tensor<10xi32> into tensor<2x5xi32>
// CHANNEL: %[[QG:.*]] = tensor.expand_shape %[[Q]] {{\[\[}}0, 1], [2], [3], [4]] output_shape [2, 5, 3, 3, 3]
// CHANNEL: %[[Y:.*]] = approx.conv_2d @exact_8x8 ins(%{{.*}}, %[[QG]] : {{.*}}) zero_points(%{{.*}}, %[[ZG]] : tensor<i32>, tensor<2x5xi32>)
// CHANNEL: %[[YC:.*]] = tensor.collapse_shape %[[Y]] {{\[\[}}0], [1, 2], [3], [4]]
// CHANNEL: approx.dequantize %[[YC]], %{{.*}}, %[[S]] {axis = 1 : i64} : tensor<4x10x6x3xi32>, tensor<f32>, tensor<10xf32>
// CHANNEL: approx.dequantize %{{.*}} {axis = 3 : i64} : tensor<4x4x1x10xi32>, tensor<f32>, tensor<10xf32>

func.func @main(%w1: tensor<10x3x3x3xf32> {approx.role = "parameter", approx.name = "grouped.weight"},
                %w2: tensor<3x3x10xf32> {approx.role = "parameter", approx.name = "depthwise.weight"},
                %x: tensor<4x6x8x8xf32> {approx.role = "input", approx.name = "x"})
    -> (tensor<4x4x1x10xf32> {approx.role = "logits"}) {
  %zero = arith.constant 0.0 : f32
  %xg = tensor.expand_shape %x [[0], [1, 2], [3], [4]] output_shape [4, 2, 3, 8, 8] : tensor<4x6x8x8xf32> into tensor<4x2x3x8x8xf32>
  %wg = tensor.expand_shape %w1 [[0, 1], [2], [3], [4]] output_shape [2, 5, 3, 3, 3] : tensor<10x3x3x3xf32> into tensor<2x5x3x3x3xf32>
  %e1 = tensor.empty() : tensor<4x2x5x6x3xf32>
  %f1 = linalg.fill ins(%zero : f32) outs(%e1 : tensor<4x2x5x6x3xf32>) -> tensor<4x2x5x6x3xf32>
  %c1 = linalg.conv_2d_ngchw_gfchw {strides = dense<[1, 2]> : tensor<2xi64>, dilations = dense<1> : tensor<2xi64>}
      ins(%xg, %wg : tensor<4x2x3x8x8xf32>, tensor<2x5x3x3x3xf32>) outs(%f1 : tensor<4x2x5x6x3xf32>) -> tensor<4x2x5x6x3xf32>
  %c = tensor.collapse_shape %c1 [[0], [1, 2], [3], [4]] : tensor<4x2x5x6x3xf32> into tensor<4x10x6x3xf32>
  %et = tensor.empty() : tensor<4x6x3x10xf32>
  %t = linalg.transpose ins(%c : tensor<4x10x6x3xf32>) outs(%et : tensor<4x6x3x10xf32>) permutation = [0, 2, 3, 1]
  %e2 = tensor.empty() : tensor<4x4x1x10xf32>
  %f2 = linalg.fill ins(%zero : f32) outs(%e2 : tensor<4x4x1x10xf32>) -> tensor<4x4x1x10xf32>
  %c2 = linalg.depthwise_conv_2d_nhwc_hwc {strides = dense<1> : tensor<2xi64>, dilations = dense<1> : tensor<2xi64>}
      ins(%t, %w2 : tensor<4x6x3x10xf32>, tensor<3x3x10xf32>) outs(%f2 : tensor<4x4x1x10xf32>) -> tensor<4x4x1x10xf32>
  return %c2 : tensor<4x4x1x10xf32>
}
