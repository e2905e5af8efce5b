// Both layouts; strides and dilations; the range is that of the image before
// padding with zeros, which every range contains.
// RUN: approx-opt %s --convert-linalg-to-approx="multiplier=exact:8x8" | FileCheck %s
// RUN: approx-opt %s --convert-linalg-to-approx="multiplier=exact:8x8 per-channel" | FileCheck %s --check-prefix=CHANNEL

// CHECK: func.func @main(%[[W1:.*]]: tensor<6x2x3x3xf32> {{.*}}, %[[W2:.*]]: tensor<3x3x6x5xf32> {{.*}}, %[[X:[^:]*]]: tensor<4x2x8x8xf32>
// CHECK: %[[P:.*]] = tensor.pad
// CHECK: approx.update_range %[[X]],
// CHECK: approx.quantize %[[P]],
// CHECK: approx.conv_2d @exact_8x8 {{.*}}approx.name = "conv1"{{.*}}dilations = array<i64: 1, 2>, {{.*}}layout = #approx.layout<nchw_fchw>, order = #approx.order<rhs_first>, strides = array<i64: 2, 1>}
// CHECK: approx.conv_2d @exact_8x8 {{.*}}approx.name = "conv2"{{.*}}layout = #approx.layout<nhwc_hwcf>

// CHANNEL: approx.update_range %{{.*}}, %{{.*}} {axis = 0 : i64, observer = #approx.observer<min_max>} : tensor<6x2x3x3xf32>, tensor<6x2xf32>
// CHANNEL: approx.quantize %{{.*}} {axis = 0 : i64, {{.*}}} : tensor<6x2x3x3xf32>, tensor<6xf32>, tensor<6xi32>
// CHANNEL: approx.dequantize %{{.*}} {axis = 1 : i64} : tensor<4x6x4x6xi32>, tensor<f32>, tensor<6xf32>
// CHANNEL: approx.update_range %{{.*}}, %{{.*}} {axis = 3 : i64, {{.*}}} : tensor<3x3x6x5xf32>, tensor<5x2xf32>
// CHANNEL: approx.dequantize %{{.*}} {axis = 3 : i64} : tensor<4x2x4x5xi32>, tensor<f32>, tensor<5xf32>

func.func @main(%w1: tensor<6x2x3x3xf32> {approx.role = "parameter", approx.name = "conv1.weight"},
                %w2: tensor<3x3x6x5xf32> {approx.role = "parameter", approx.name = "conv2.weight"},
                %x: tensor<4x2x8x8xf32> {approx.role = "input", approx.name = "x"}) -> tensor<4x2x4x5xf32> {
  %zero = arith.constant 0.0 : f32
  %p = tensor.pad %x low[0, 0, 1, 1] high[0, 0, 0, 1] {
  ^bb0(%i: index, %j: index, %k: index, %l: index):
    tensor.yield %zero : f32
  } : tensor<4x2x8x8xf32> to tensor<4x2x9x10xf32>
  %e1 = tensor.empty() : tensor<4x6x4x6xf32>
  %f1 = linalg.fill ins(%zero : f32) outs(%e1 : tensor<4x6x4x6xf32>) -> tensor<4x6x4x6xf32>
  %c1 = linalg.conv_2d_nchw_fchw {strides = dense<[2, 1]> : tensor<2xi64>, dilations = dense<[1, 2]> : tensor<2xi64>}
      ins(%p, %w1 : tensor<4x2x9x10xf32>, tensor<6x2x3x3xf32>) outs(%f1 : tensor<4x6x4x6xf32>) -> tensor<4x6x4x6xf32>
  %et = tensor.empty() : tensor<4x4x6x6xf32>
  %t = linalg.transpose ins(%c1 : tensor<4x6x4x6xf32>) outs(%et : tensor<4x4x6x6xf32>) permutation = [0, 2, 3, 1]
  %e2 = tensor.empty() : tensor<4x2x4x5xf32>
  %f2 = linalg.fill ins(%zero : f32) outs(%e2 : tensor<4x2x4x5xf32>) -> tensor<4x2x4x5xf32>
  %c2 = linalg.conv_2d_nhwc_hwcf {strides = dense<1> : tensor<2xi64>, dilations = dense<1> : tensor<2xi64>}
      ins(%t, %w2 : tensor<4x4x6x6xf32>, tensor<3x3x6x5xf32>) outs(%f2 : tensor<4x2x4x5xf32>) -> tensor<4x2x4x5xf32>
  return %c2 : tensor<4x2x4x5xf32>
}
