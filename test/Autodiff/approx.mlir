// RUN: approx-opt %s --approx-autodiff="of=matmul wrt=x,w mode=vjp" | FileCheck %s --check-prefix=MATMUL
// RUN: approx-opt %s --approx-autodiff="of=conv wrt=x,w mode=vjp" | FileCheck %s --check-prefix=CONV
// RUN: approx-opt %s --approx-autodiff="of=batch_matmul wrt=w mode=vjp" | FileCheck %s --check-prefix=BATCH

// Gradients of quantised contractions keep multiplier, estimator, order and
// shape attributes; dequantise scales by the product of the scales, per channel
// along its axis; quantise clips (M6, M7, M9).

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}

// MATMUL-LABEL: func.func @matmul_vjp(
// MATMUL-SAME:    %[[X:[a-z0-9]+]]: tensor<8x16xf32> {approx.name = "x"}, %[[W:[a-z0-9]+]]: tensor<4x16xf32> {approx.name = "w"}
// MATMUL-SAME:    %[[SX:[a-z0-9]+]]: tensor<f32>, %[[ZX:[a-z0-9]+]]: tensor<i32>, %[[SW:[a-z0-9]+]]: tensor<4xf32>, %[[ZW:[a-z0-9]+]]: tensor<4xi32>, %[[DY:[a-z0-9]+]]: tensor<8x4xf32>)
// MATMUL-SAME:    -> (tensor<8x4xf32>, tensor<8x16xf32> {approx.name = "x gradient", approx.role = "gradient"}, tensor<4x16xf32> {approx.name = "w gradient", approx.role = "gradient"})
// MATMUL:         %[[QX:.*]] = approx.quantize %[[X]]
// MATMUL:         %[[QW:.*]] = approx.quantize %[[W]]
// MATMUL:         %[[Y:.*]] = approx.dequantize
// MATMUL:         %[[DC:.*]] = linalg.generic {indexing_maps = [#[[ID:.*]], #[[NONE:.*]], #[[N:.*]], #[[ID]]], iterator_types = ["parallel", "parallel"]}
// MATMUL-SAME:      ins(%[[DY]], %[[SX]], %[[SW]]
// MATMUL-NEXT:    ^bb0(%[[C:[^:]*]]: f32, %[[A:[^:]*]]: f32, %[[B:[^:]*]]: f32
// MATMUL-NEXT:      %[[S:.*]] = arith.mulf %[[A]], %[[B]]
// MATMUL-NEXT:      arith.mulf %[[S]], %[[C]]
// MATMUL:         %[[DQX:.*]] = approx.matmul_grad_lhs ins(%[[DC]], %[[QW]] : tensor<8x4xf32>, tensor<4x16xi8>) quantized @m(%[[QX]], %[[ZW]]
// MATMUL-SAME:      gradient = #approx.gradient<"lut-2d:hws=16">, order = #approx.order<rhs_first>, rhs_transposed} -> tensor<8x16xf32>
// MATMUL:         %[[DQW:.*]] = approx.matmul_grad_rhs ins(%[[DC]], %[[QX]] : tensor<8x4xf32>, tensor<8x16xi8>) quantized @m(%[[QW]], %[[ZX]]
// MATMUL-SAME:      gradient = #approx.gradient<"lut-2d:hws=16">, order = #approx.order<rhs_first>, rhs_transposed} -> tensor<4x16xf32>
// MATMUL:         %[[DW:.*]] = approx.quantize_grad %[[DQW]], %[[W]], %[[SW]], %[[ZW]] {axis = 0 : i64, qtype = #approx.qtype<ui8>}
// MATMUL:         %[[DX:.*]] = approx.quantize_grad %[[DQX]], %[[X]], %[[SX]], %[[ZX]] {qtype = #approx.qtype<ui8>}
// MATMUL:         return %[[Y]], %[[DX]], %[[DW]]
func.func @matmul(%x: tensor<8x16xf32> {approx.name = "x"}, %w: tensor<4x16xf32> {approx.name = "w"},
                  %sx: tensor<f32>, %zx: tensor<i32>, %sw: tensor<4xf32>, %zw: tensor<4xi32>) -> tensor<8x4xf32> {
  %qx = approx.quantize %x, %sx, %zx {qtype = #approx.qtype<ui8>} : tensor<8x16xf32>, tensor<f32>, tensor<i32> -> tensor<8x16xi8>
  %qw = approx.quantize %w, %sw, %zw {qtype = #approx.qtype<ui8>, axis = 0 : i64} : tensor<4x16xf32>, tensor<4xf32>, tensor<4xi32> -> tensor<4x16xi8>
  %e = tensor.empty() : tensor<8x4xi32>
  %c = approx.matmul @m ins(%qx, %qw : tensor<8x16xi8>, tensor<4x16xi8>) zero_points(%zx, %zw : tensor<i32>, tensor<4xi32>)
    outs(%e : tensor<8x4xi32>) {gradient = #approx.gradient<"lut-2d:hws=16">, order = #approx.order<rhs_first>, rhs_transposed} -> tensor<8x4xi32>
  %y = approx.dequantize %c, %sx, %sw {axis = 1 : i64} : tensor<8x4xi32>, tensor<f32>, tensor<4xf32> -> tensor<8x4xf32>
  return %y : tensor<8x4xf32>
}

// CONV-LABEL: func.func @conv_vjp(
// CONV:         approx.conv_2d_grad_input ins(%{{.*}}, %[[QW:.*]] : tensor<1x2x3x3xf32>, tensor<2x1x3x3xi8>) quantized @m(%[[QX:.*]], %{{.*}} : tensor<1x1x9x9xi8>, tensor<i32>)
// CONV-SAME:      {dilations = array<i64: 2, 2>, gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>, order = #approx.order<rhs_first>, strides = array<i64: 2, 2>} -> tensor<1x1x9x9xf32>
// CONV:         approx.conv_2d_grad_filter ins(%{{.*}}, %[[QX]] : tensor<1x2x3x3xf32>, tensor<1x1x9x9xi8>) quantized @m(%[[QW]], %{{.*}} : tensor<2x1x3x3xi8>, tensor<i32>)
// CONV-SAME:      {dilations = array<i64: 2, 2>, gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>, order = #approx.order<rhs_first>, strides = array<i64: 2, 2>} -> tensor<2x1x3x3xf32>
func.func @conv(%x: tensor<1x1x9x9xf32> {approx.name = "x"}, %w: tensor<2x1x3x3xf32> {approx.name = "w"},
                %s: tensor<f32>, %z: tensor<i32>) -> tensor<1x2x3x3xf32> {
  %qx = approx.quantize %x, %s, %z {qtype = #approx.qtype<ui8>} : tensor<1x1x9x9xf32>, tensor<f32>, tensor<i32> -> tensor<1x1x9x9xi8>
  %qw = approx.quantize %w, %s, %z {qtype = #approx.qtype<ui8>} : tensor<2x1x3x3xf32>, tensor<f32>, tensor<i32> -> tensor<2x1x3x3xi8>
  %e = tensor.empty() : tensor<1x2x3x3xi32>
  %c = approx.conv_2d @m ins(%qx, %qw : tensor<1x1x9x9xi8>, tensor<2x1x3x3xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
    outs(%e : tensor<1x2x3x3xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>,
      order = #approx.order<rhs_first>, strides = array<i64: 2, 2>, dilations = array<i64: 2, 2>} -> tensor<1x2x3x3xi32>
  %y = approx.dequantize %c, %s, %s : tensor<1x2x3x3xi32>, tensor<f32>, tensor<f32> -> tensor<1x2x3x3xf32>
  return %y : tensor<1x2x3x3xf32>
}

// Codes may be reshaped and transposed on the way; their cotangents follow in f32.
// BATCH-LABEL: func.func @batch_matmul_vjp(
// BATCH-NOT:     approx.batch_matmul_grad_lhs
// BATCH:         %[[D:.*]] = approx.batch_matmul_grad_rhs {{.*}} -> tensor<2x5x4xf32>
// BATCH:         %[[T:.*]] = linalg.transpose ins(%[[D]] : tensor<2x5x4xf32>) outs(%{{.*}} : tensor<2x4x5xf32>) permutation = [0, 2, 1]
// BATCH:         %[[R:.*]] = tensor.collapse_shape %[[T]] {{.*}} : tensor<2x4x5xf32> into tensor<8x5xf32>
// BATCH:         approx.quantize_grad %[[R]]
func.func @batch_matmul(%x: tensor<2x3x5xi8>, %w: tensor<8x5xf32> {approx.name = "w"}, %s: tensor<f32>, %z: tensor<i32>) -> tensor<2x3x4xf32> {
  %q = approx.quantize %w, %s, %z {qtype = #approx.qtype<ui8>} : tensor<8x5xf32>, tensor<f32>, tensor<i32> -> tensor<8x5xi8>
  %r = tensor.expand_shape %q [[0, 1], [2]] output_shape [2, 4, 5] : tensor<8x5xi8> into tensor<2x4x5xi8>
  %t = tensor.empty() : tensor<2x5x4xi8>
  %qt = linalg.transpose ins(%r : tensor<2x4x5xi8>) outs(%t : tensor<2x5x4xi8>) permutation = [0, 2, 1]
  %e = tensor.empty() : tensor<2x3x4xi32>
  %c = approx.batch_matmul @m ins(%x, %qt : tensor<2x3x5xi8>, tensor<2x5x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
    outs(%e : tensor<2x3x4xi32>) {gradient = #approx.gradient<"ste">} -> tensor<2x3x4xi32>
  %y = approx.dequantize %c, %s, %s : tensor<2x3x4xi32>, tensor<f32>, tensor<f32> -> tensor<2x3x4xf32>
  return %y : tensor<2x3x4xf32>
}
