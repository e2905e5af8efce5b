// RUN: approx-opt %s | approx-opt | FileCheck %s
// RUN: approx-opt %s --mlir-print-op-generic | approx-opt | FileCheck %s

// CHECK: approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"truncated", {drop = 9 : i64}>}
approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"truncated", {drop = 9 : i64}>}
// CHECK: approx.multiplier @exact {lhs = si4, provenance = "by formula", rhs = ui8, spec = #approx.family<"exact">}
approx.multiplier @exact {lhs = si4, rhs = ui8, spec = #approx.family<"exact">, provenance = "by formula"}
// CHECK: approx.multiplier @t {bounds = array<i64: -6, 5>, error_bounds = array<i64: -1, 3>, hash = "d37716598a3cabbc6a99acbb567fa1bd297473ec2bbfa73f00f4c94c5fa2f8c6", lhs = ui2, rhs = si2, table = dense<{{.*}}> : tensor<4x4xi32>}
approx.multiplier @t {lhs = ui2, rhs = si2, table = dense<[[1, 0, 2, -1], [0, 1, -2, -1], [3, 2, -4, -3], [0, 5, -6, -3]]> : tensor<4x4xi32>,
    hash = "d37716598a3cabbc6a99acbb567fa1bd297473ec2bbfa73f00f4c94c5fa2f8c6", bounds = array<i64: -6, 5>, error_bounds = array<i64: -1, 3>}

// CHECK-LABEL: func.func @quantisation
func.func @quantisation(%x: tensor<8x?xf32>, %r: tensor<2xf32>, %rs: tensor<8x2xf32>, %dq: tensor<8x?xf32>, %d: index) {
  // CHECK: approx.update_range %{{.*}}, %{{.*}} {observer = #approx.observer<moving_average>} : tensor<8x?xf32>, tensor<2xf32>
  %r1 = approx.update_range %x, %r {observer = #approx.observer<moving_average>} : tensor<8x?xf32>, tensor<2xf32>
  // CHECK: approx.update_range %{{.*}}, %{{.*}} {axis = 0 : i64, observer = #approx.observer<running>} : tensor<8x?xf32>, tensor<8x2xf32>
  %r2 = approx.update_range %x, %rs {observer = #approx.observer<running>, axis = 0} : tensor<8x?xf32>, tensor<8x2xf32>
  // CHECK: approx.quant_params %{{.*}} {qtype = #approx.qtype<ui8>} : tensor<2xf32> -> tensor<f32>, tensor<i32>
  %s, %z = approx.quant_params %r1 {qtype = #approx.qtype<ui8>} : tensor<2xf32> -> tensor<f32>, tensor<i32>
  // CHECK: approx.quant_params %{{.*}} {qtype = #approx.qtype<si8, narrow>, symmetric} : tensor<8x2xf32> -> tensor<8xf32>, tensor<8xi32>
  %s2, %z2 = approx.quant_params %r2 {qtype = #approx.qtype<si8, narrow>, symmetric} : tensor<8x2xf32> -> tensor<8xf32>, tensor<8xi32>
  // CHECK: approx.quantize %{{.*}}, %{{.*}}, %{{.*}} {axis = 0 : i64, qtype = #approx.qtype<si8, narrow>} : tensor<8x?xf32>, tensor<8xf32>, tensor<8xi32> -> tensor<8x?xi8>
  %q8 = approx.quantize %x, %s2, %z2 {qtype = #approx.qtype<si8, narrow>, axis = 0} : tensor<8x?xf32>, tensor<8xf32>, tensor<8xi32> -> tensor<8x?xi8>
  // CHECK: approx.quantize_grad %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} {qtype = #approx.qtype<ui8>} : tensor<8x?xf32>, tensor<8x?xf32>, tensor<f32>, tensor<i32>
  %dx = approx.quantize_grad %dq, %x, %s, %z {qtype = #approx.qtype<ui8>} : tensor<8x?xf32>, tensor<8x?xf32>, tensor<f32>, tensor<i32>
  // CHECK: approx.map_table @t %{{.*}}, %{{.*}} {gradient = #approx.gradient<"ste">, multiplier_operand = 0 : i64} : tensor<8x?xi8>, tensor<i32> -> tensor<8x?xf32>
  %q = tensor.empty(%d) : tensor<8x?xi8>
  %m = approx.map_table @t %q, %z {gradient = #approx.gradient<"ste">, multiplier_operand = 0 : i64} : tensor<8x?xi8>, tensor<i32> -> tensor<8x?xf32>
  // CHECK: approx.runtime_verdict %{{.*}}, 3 : i32
  %status = arith.constant 0 : i32
  %v = approx.runtime_verdict %status, 3 : i32
  // CHECK: approx.optimization_barrier %{{.*}} : tensor<8x?xi8>
  %b = approx.optimization_barrier %q : tensor<8x?xi8>
  // CHECK: approx.stop_gradient %{{.*}} : tensor<8x?xf32>
  %c = approx.stop_gradient %x : tensor<8x?xf32>
  return
}

// CHECK-LABEL: func.func @matmul
func.func @matmul(%a: tensor<8x16xi8>, %b: tensor<16x4xi8>, %za: tensor<i32>, %zb: tensor<4xi32>, %init: tensor<8x4xi32>,
                  %dc: tensor<8x4xf32>, %da: tensor<8x16xf32>, %db: tensor<16x4xf32>, %bf: tensor<16x4xf32>, %s: tensor<f32>, %sb: tensor<4xf32>) {
  // CHECK: approx.matmul @m ins(%{{.*}}, %{{.*}} : tensor<8x16xi8>, tensor<16x4xi8>) zero_points(%{{.*}}, %{{.*}} : tensor<i32>, tensor<4xi32>) outs(%{{.*}} : tensor<8x4xi32>) {gradient = #approx.gradient<"lut-2d:hws=16">, order = #approx.order<rhs_first>} -> tensor<8x4xi32>
  %c = approx.matmul @m ins(%a, %b : tensor<8x16xi8>, tensor<16x4xi8>) zero_points(%za, %zb : tensor<i32>, tensor<4xi32>)
    outs(%init : tensor<8x4xi32>) {gradient = #approx.gradient<"lut-2d:hws=16">, order = #approx.order<rhs_first>} -> tensor<8x4xi32>
  // CHECK: approx.dequantize %{{.*}}, %{{.*}}, %{{.*}} {axis = 1 : i64} : tensor<8x4xi32>, tensor<f32>, tensor<4xf32> -> tensor<8x4xf32>
  %y = approx.dequantize %c, %s, %sb {axis = 1} : tensor<8x4xi32>, tensor<f32>, tensor<4xf32> -> tensor<8x4xf32>
  // CHECK: approx.matmul_grad_lhs ins(%{{.*}}, %{{.*}} : tensor<8x4xf32>, tensor<16x4xi8>) quantized @m(%{{.*}}, %{{.*}} : tensor<8x16xi8>, tensor<4xi32>) outs
  %g = approx.matmul_grad_lhs ins(%dc, %b : tensor<8x4xf32>, tensor<16x4xi8>) quantized @m(%a, %zb : tensor<8x16xi8>, tensor<4xi32>)
    outs(%da : tensor<8x16xf32>) {gradient = #approx.gradient<"ste">} -> tensor<8x16xf32>
  // CHECK: approx.matmul_grad_lhs ins(%{{.*}}, %{{.*}} : tensor<8x4xf32>, tensor<16x4xf32>) outs
  %h = approx.matmul_grad_lhs ins(%dc, %bf : tensor<8x4xf32>, tensor<16x4xf32>) outs(%g : tensor<8x16xf32>) -> tensor<8x16xf32>
  // CHECK: approx.matmul_grad_rhs ins(%{{.*}}, %{{.*}} : tensor<8x4xf32>, tensor<8x16xi8>) quantized @m(%{{.*}}, %{{.*}} : tensor<16x4xi8>, tensor<i32>) outs
  %i = approx.matmul_grad_rhs ins(%dc, %a : tensor<8x4xf32>, tensor<8x16xi8>) quantized @m(%b, %za : tensor<16x4xi8>, tensor<i32>)
    outs(%db : tensor<16x4xf32>) {gradient = #approx.gradient<"ste">} -> tensor<16x4xf32>
  return
}

// CHECK-LABEL: func.func @batch_matmul
func.func @batch_matmul(%a: tensor<?x16x8xi8>, %b: tensor<?x4x16xi8>, %z: tensor<i32>, %init: tensor<?x8x4xi64>,
                        %dc: tensor<?x8x4xf64>, %bf: tensor<?x4x16xf64>, %da: tensor<?x16x8xf64>, %af: tensor<?x16x8xf64>, %db: tensor<?x4x16xf64>) {
  // CHECK: approx.batch_matmul @m ins({{.*}}) zero_points({{.*}}) outs({{.*}}) {gradient = #approx.gradient<"ste">, lhs_transposed, rhs_transposed} -> tensor<?x8x4xi64>
  %c = approx.batch_matmul @m ins(%a, %b : tensor<?x16x8xi8>, tensor<?x4x16xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
    outs(%init : tensor<?x8x4xi64>) {gradient = #approx.gradient<"ste">, lhs_transposed, rhs_transposed} -> tensor<?x8x4xi64>
  // CHECK: approx.batch_matmul_grad_lhs ins(%{{.*}}, %{{.*}} : tensor<?x8x4xf64>, tensor<?x4x16xf64>) outs(%{{.*}} : tensor<?x16x8xf64>) {lhs_transposed, rhs_transposed}
  %g = approx.batch_matmul_grad_lhs ins(%dc, %bf : tensor<?x8x4xf64>, tensor<?x4x16xf64>) outs(%da : tensor<?x16x8xf64>) {lhs_transposed, rhs_transposed} -> tensor<?x16x8xf64>
  // CHECK: approx.batch_matmul_grad_rhs ins(%{{.*}}, %{{.*}} : tensor<?x8x4xf64>, tensor<?x16x8xf64>) outs(%{{.*}} : tensor<?x4x16xf64>) {lhs_transposed, rhs_transposed}
  %h = approx.batch_matmul_grad_rhs ins(%dc, %af : tensor<?x8x4xf64>, tensor<?x16x8xf64>) outs(%db : tensor<?x4x16xf64>) {lhs_transposed, rhs_transposed} -> tensor<?x4x16xf64>
  return
}

// Buffers, with strides of their own; no results.
// CHECK-LABEL: func.func @conv_2d
func.func @conv_2d(%x: memref<1x8x8x3xi8, strided<[?, ?, ?, 1]>>, %w: memref<3x3x3x4xi8>, %zx: memref<i32>, %zw: memref<4xi32>, %y: memref<1x3x3x4xi32>,
                   %dy: memref<1x3x3x4xf32>, %wf: memref<3x3x3x4xf32>, %dx: memref<1x8x8x3xf32>, %dw: memref<3x3x3x4xf32>) {
  // CHECK: approx.conv_2d @m ins({{.*}}) zero_points({{.*}} : memref<i32>, memref<4xi32>) outs({{.*}}) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nhwc_hwcf>, strides = array<i64: 2, 2>}
  approx.conv_2d @m ins(%x, %w : memref<1x8x8x3xi8, strided<[?, ?, ?, 1]>>, memref<3x3x3x4xi8>) zero_points(%zx, %zw : memref<i32>, memref<4xi32>)
    outs(%y : memref<1x3x3x4xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nhwc_hwcf>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>}
  // CHECK: approx.conv_2d_grad_input ins({{.*}} : memref<1x3x3x4xf32>, memref<3x3x3x4xf32>) outs({{.*}} : memref<1x8x8x3xf32>) {layout = #approx.layout<nhwc_hwcf>, strides = array<i64: 2, 2>}
  approx.conv_2d_grad_input ins(%dy, %wf : memref<1x3x3x4xf32>, memref<3x3x3x4xf32>) outs(%dx : memref<1x8x8x3xf32>) {layout = #approx.layout<nhwc_hwcf>, strides = array<i64: 2, 2>}
  // CHECK: approx.conv_2d_grad_filter ins({{.*}} : memref<1x3x3x4xf32>, memref<1x8x8x3xi8, strided<[?, ?, ?, 1]>>) quantized @m({{.*}} : memref<3x3x3x4xi8>, memref<i32>) outs({{.*}} : memref<3x3x3x4xf32>) {gradient = #approx.gradient<"lut-2d:hws=16">, layout = #approx.layout<nhwc_hwcf>, order = #approx.order<rhs_first>, strides = array<i64: 2, 2>}
  approx.conv_2d_grad_filter ins(%dy, %x : memref<1x3x3x4xf32>, memref<1x8x8x3xi8, strided<[?, ?, ?, 1]>>) quantized @m(%w, %zx : memref<3x3x3x4xi8>, memref<i32>)
    outs(%dw : memref<3x3x3x4xf32>) {gradient = #approx.gradient<"lut-2d:hws=16">, layout = #approx.layout<nhwc_hwcf>, order = #approx.order<rhs_first>, strides = array<i64: 2, 2>}
  return
}

// CHECK-LABEL: func.func @grouped_conv_2d
func.func @grouped_conv_2d(%x: tensor<1x8x8x2x3xi8>, %w: tensor<2x4x3x3x3xi8>, %zx: tensor<i32>, %zw: tensor<2x4xi32>, %y: tensor<1x6x6x2x4xi32>,
                           %dy: memref<1x5x1x6x6xf32>, %wf: memref<5x1x1x3x3xf32>, %dx: memref<1x5x1x8x8xf32>) {
  // CHECK: approx.conv_2d @m ins({{.*}}) zero_points({{.*}} : tensor<i32>, tensor<2x4xi32>) outs({{.*}}) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nhwgc_gfhwc>} -> tensor<1x6x6x2x4xi32>
  %0 = approx.conv_2d @m ins(%x, %w : tensor<1x8x8x2x3xi8>, tensor<2x4x3x3x3xi8>) zero_points(%zx, %zw : tensor<i32>, tensor<2x4xi32>)
    outs(%y : tensor<1x6x6x2x4xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nhwgc_gfhwc>} -> tensor<1x6x6x2x4xi32>
  // CHECK: approx.conv_2d_grad_input ins({{.*}} : memref<1x5x1x6x6xf32>, memref<5x1x1x3x3xf32>) outs({{.*}} : memref<1x5x1x8x8xf32>) {layout = #approx.layout<ngchw_gfchw>}
  approx.conv_2d_grad_input ins(%dy, %wf : memref<1x5x1x6x6xf32>, memref<5x1x1x3x3xf32>) outs(%dx : memref<1x5x1x8x8xf32>) {layout = #approx.layout<ngchw_gfchw>}
  return
}

// CHECK-LABEL: func.func @attributes
// CHECK-SAME: approx.name = "w", approx.role = "parameter"
// CHECK-SAME: approx.qtype = #approx.qtype<si4>
// CHECK-SAME: approx.updates = "w"
func.func @attributes(%w: tensor<2xf32> {approx.role = "parameter", approx.name = "w"}, %q: tensor<2xi8> {approx.qtype = #approx.qtype<si4>})
    -> (tensor<2xf32> {approx.role = "parameter", approx.updates = "w"}) attributes {approx.status_names = ["inputs", "loss"]} {
  return %w : tensor<2xf32>
}

// Padding that is left out; none is the default.
// CHECK-LABEL: func.func @skipped_padding
func.func @skipped_padding(%x: tensor<1x3x10x9xi8>, %w: tensor<4x3x3x3xi8>, %z: tensor<i32>, %y: tensor<1x4x8x7xi32>,
                           %dy: tensor<1x4x8x7xf32>, %dw: tensor<4x3x3x3xf32>) {
  // CHECK: approx.conv_2d @m ins({{.*}}) zero_points({{.*}}) outs({{.*}}) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>, skipped_padding = array<i64: 1, 2, 0, 3>} -> tensor<1x4x8x7xi32>
  %0 = approx.conv_2d @m ins(%x, %w : tensor<1x3x10x9xi8>, tensor<4x3x3x3xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
    outs(%y : tensor<1x4x8x7xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>, skipped_padding = array<i64: 1, 2, 0, 3>} -> tensor<1x4x8x7xi32>
  // CHECK: approx.conv_2d_grad_filter {{.*}} {gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>} -> tensor<4x3x3x3xf32>
  %1 = approx.conv_2d_grad_filter ins(%dy, %x : tensor<1x4x8x7xf32>, tensor<1x3x10x9xi8>) quantized @m(%w, %z : tensor<4x3x3x3xi8>, tensor<i32>)
    outs(%dw : tensor<4x3x3x3xf32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>, skipped_padding = array<i64: 0, 0, 0, 0>} -> tensor<4x3x3x3xf32>
  return
}
