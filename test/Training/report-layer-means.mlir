// RUN: approx-opt %s --approx-report-layer-means=function=float | FileCheck %s --check-prefix=FLOAT
// RUN: approx-opt %s --approx-report-layer-means=function=approximate | FileCheck %s --check-prefix=APPROX

// The bias comes in as the convolution's init and does not count; the matmul's
// weight is its lhs, so that channels are rows.
// FLOAT-LABEL: func.func @float
// FLOAT-SAME: -> (tensor<3x2xf32>, tensor<4xf32> {approx.name = "c.mean"}, tensor<3xf32> {approx.name = "f.mean"})
func.func @float(%w: tensor<4x1x3x3xf32> {approx.role = "parameter", approx.name = "c.weight"},
                 %v: tensor<3x5xf32> {approx.role = "parameter", approx.name = "f.weight"},
                 %bias: tensor<2x4x6x6xf32> {approx.role = "parameter", approx.name = "c.bias"},
                 %x: tensor<2x1x8x8xf32> {approx.role = "input", approx.name = "x"},
                 %z: tensor<5x2xf32> {approx.role = "input", approx.name = "z"}) -> tensor<3x2xf32> {
  // FLOAT: %[[CONV:.*]] = linalg.conv_2d_nchw_fchw
  // FLOAT: %[[CMEAN:.*]] = linalg.generic
  // FLOAT-SAME: ["reduction", "parallel", "reduction", "reduction"]
  // FLOAT-SAME: ins(%[[CONV]], %arg2
  // FLOAT: arith.subf
  // 1/72: the mean over 2 x 6 x 6.
  // FLOAT: %[[SCALED:.*]] = arith.mulf {{.*}}, %cst_{{.*}} : f32
  // FLOAT: arith.addf %{{.*}}, %[[SCALED]]
  %c = linalg.conv_2d_nchw_fchw ins(%x, %w : tensor<2x1x8x8xf32>, tensor<4x1x3x3xf32>) outs(%bias : tensor<2x4x6x6xf32>) -> tensor<2x4x6x6xf32>
  %empty = tensor.empty() : tensor<3x2xf32>
  %zero = arith.constant 0.0 : f32
  %e = linalg.fill ins(%zero : f32) outs(%empty : tensor<3x2xf32>) -> tensor<3x2xf32>
  // FLOAT: %[[MM:.*]] = linalg.matmul
  // FLOAT: %[[FMEAN:.*]] = linalg.generic
  // FLOAT-SAME: ["parallel", "reduction"]
  %f = linalg.matmul ins(%v, %z : tensor<3x5xf32>, tensor<5x2xf32>) outs(%e : tensor<3x2xf32>) -> tensor<3x2xf32>
  // FLOAT: return %[[MM]], %[[CMEAN]], %[[FMEAN]]
  return %f : tensor<3x2xf32>
}

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}

// APPROX-LABEL: func.func @approximate
// APPROX-SAME: -> (tensor<2x4xf32> {approx.role = "logits"}, tensor<4xf32> {approx.name = "fc.mean"})
func.func @approximate(%w: tensor<5x4xf32> {approx.role = "parameter", approx.name = "fc.weight"},
                       %x: tensor<2x5xi8> {approx.role = "input", approx.name = "x"},
                       %s: tensor<f32>, %z: tensor<i32>) -> (tensor<2x4xf32> {approx.role = "logits"}) {
  %q = approx.quantize %w, %s, %z {qtype = #approx.qtype<ui8>} : tensor<5x4xf32>, tensor<f32>, tensor<i32> -> tensor<5x4xi8>
  %e = tensor.empty() : tensor<2x4xi32>
  %acc = approx.matmul @m ins(%x, %q : tensor<2x5xi8>, tensor<5x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%e : tensor<2x4xi32>) {gradient = #approx.gradient<"ste">, order = #approx.order<rhs_first>} -> tensor<2x4xi32>
  // APPROX: %[[Y:.*]] = approx.dequantize
  // APPROX: linalg.generic
  // APPROX-SAME: ["reduction", "parallel"]
  // APPROX-SAME: ins(%[[Y]] :
  %y = approx.dequantize %acc, %s, %s : tensor<2x4xi32>, tensor<f32>, tensor<f32> -> tensor<2x4xf32>
  return %y : tensor<2x4xf32>
}
