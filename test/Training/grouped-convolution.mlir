// A grouped convolution, whose filters are quantised one by one: calibration in
// float arithmetic finds its operands, and its mean per channel is over those of
// all groups, in whatever arithmetic.
// RUN: approx-opt %s --convert-linalg-to-approx="multiplier=exact:8x8 per-channel" \
// RUN:   --approx-build-training-step="emit=calibrate calibrate-arithmetic=float" -canonicalize | FileCheck %s --check-prefix=FLOAT
// FLOAT: func.func @calibrate(%[[W:.*]]: tensor<6x2x3x3xf32> {{.*}}, %[[X:[^:]*]]: tensor<4x4x5x5xf32>
// FLOAT-DAG: %[[XG:.*]] = tensor.expand_shape %[[X]] {{.*}} into tensor<4x2x2x5x5xf32>
// FLOAT-DAG: %[[WG:.*]] = tensor.expand_shape %[[W]] {{.*}} into tensor<2x3x2x3x3xf32>
// FLOAT: linalg.conv_2d_ngchw_gfchw {{.*}} ins(%[[XG]], %[[WG]] : {{.*}}) outs({{.*}} : tensor<4x2x3x3x3xf32>)
// FLOAT-NOT: approx.quantize
// FLOAT-NOT: approx.dequantize

// RUN: approx-opt %s --approx-report-layer-means=function=main | FileCheck %s --check-prefix=MEANS
// RUN: approx-opt %s --convert-linalg-to-approx="multiplier=exact:8x8" --approx-report-layer-means=function=main | FileCheck %s --check-prefix=MEANS
// RUN: approx-opt %s --convert-linalg-to-approx="multiplier=exact:8x8 per-channel" --approx-report-layer-means=function=main | FileCheck %s --check-prefix=MEANS
// MEANS: func.func @main({{.*}} tensor<6xf32> {approx.name = "c.mean"}, tensor<3xf32> {approx.name = "f.mean"})
// MEANS: linalg.generic {{.*}}iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins({{.*}}tensor<4x6x3x3xf32>{{.*}}) outs({{.*}} : tensor<6xf32>)

func.func @main(%w: tensor<6x2x3x3xf32> {approx.role = "parameter", approx.name = "c.weight"},
                %v: tensor<54x3xf32> {approx.role = "parameter", approx.name = "f.weight"},
                %x: tensor<4x4x5x5xf32> {approx.role = "input", approx.name = "x"})
    -> (tensor<f32> {approx.role = "loss"}, tensor<4x3xf32> {approx.role = "logits"}) {
  %zero = arith.constant 0.0 : f32
  %xg = tensor.expand_shape %x [[0], [1, 2], [3], [4]] output_shape [4, 2, 2, 5, 5] : tensor<4x4x5x5xf32> into tensor<4x2x2x5x5xf32>
  %wg = tensor.expand_shape %w [[0, 1], [2], [3], [4]] output_shape [2, 3, 2, 3, 3] : tensor<6x2x3x3xf32> into tensor<2x3x2x3x3xf32>
  %e = tensor.empty() : tensor<4x2x3x3x3xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<4x2x3x3x3xf32>) -> tensor<4x2x3x3x3xf32>
  %c = linalg.conv_2d_ngchw_gfchw {strides = dense<1> : tensor<2xi64>, dilations = dense<1> : tensor<2xi64>}
      ins(%xg, %wg : tensor<4x2x2x5x5xf32>, tensor<2x3x2x3x3xf32>) outs(%f : tensor<4x2x3x3x3xf32>) -> tensor<4x2x3x3x3xf32>
  %h = tensor.collapse_shape %c [[0], [1, 2, 3, 4]] : tensor<4x2x3x3x3xf32> into tensor<4x54xf32>
  %ef = tensor.empty() : tensor<4x3xf32>
  %ff = linalg.fill ins(%zero : f32) outs(%ef : tensor<4x3xf32>) -> tensor<4x3xf32>
  %y = linalg.matmul ins(%h, %v : tensor<4x54xf32>, tensor<54x3xf32>) outs(%ff : tensor<4x3xf32>) -> tensor<4x3xf32>
  %es = tensor.empty() : tensor<f32>
  %fs = linalg.fill ins(%zero : f32) outs(%es : tensor<f32>) -> tensor<f32>
  %s = linalg.reduce ins(%y : tensor<4x3xf32>) outs(%fs : tensor<f32>) dimensions = [0, 1]
    (%a: f32, %b: f32) {
      %t = arith.addf %a, %b : f32
      linalg.yield %t : f32
    }
  return %s, %y : tensor<f32>, tensor<4x3xf32>
}
