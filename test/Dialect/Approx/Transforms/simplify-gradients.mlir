// RUN: approx-opt %s --approx-simplify-gradients | FileCheck %s

approx.multiplier @m {lhs = ui8, rhs = si8, spec = #approx.family<"exact">}

// The gradient for lhs reads rhs, which is AM's second operand; a zero point per
// column runs along rhs's dimension 1.
// CHECK-LABEL: func.func @lhs
// CHECK: %[[MAPPED:.*]] = approx.map_table @m %{{.*}}, %{{.*}} {axis = 1 : i64, gradient = #approx.gradient<"ste">, multiplier_operand = 1 : i64} : tensor<16x4xi8>, tensor<4xi32> -> tensor<16x4xf32>
// CHECK: approx.matmul_grad_lhs ins(%{{.*}}, %[[MAPPED]] : tensor<8x4xf32>, tensor<16x4xf32>) outs(%{{.*}} : tensor<8x16xf32>) -> tensor<8x16xf32>
func.func @lhs(%dc: tensor<8x4xf32>, %a: tensor<8x16xi8>, %b: tensor<16x4xi8>, %z: tensor<4xi32>, %init: tensor<8x16xf32>) -> tensor<8x16xf32> {
  %0 = approx.matmul_grad_lhs ins(%dc, %b : tensor<8x4xf32>, tensor<16x4xi8>) quantized @m(%a, %z : tensor<8x16xi8>, tensor<4xi32>)
      outs(%init : tensor<8x16xf32>) {gradient = #approx.gradient<"ste">} -> tensor<8x16xf32>
  return %0 : tensor<8x16xf32>
}

// The gradient for rhs reads lhs, which with rhs_first is AM's second operand;
// the stored rhs and lhs are transposed, and so are the flags of the float form.
// CHECK-LABEL: func.func @rhs
// CHECK: %[[MAPPED:.*]] = approx.map_table @m %{{.*}}, %{{.*}} {axis = 2 : i64, gradient = #approx.gradient<"lut-1d:variant=mean">, multiplier_operand = 1 : i64} : tensor<2x16x8xi8>, tensor<8xi32> -> tensor<2x16x8xf32>
// CHECK: approx.batch_matmul_grad_rhs ins(%{{.*}}, %[[MAPPED]] : {{.*}}) outs({{.*}}) {lhs_transposed, rhs_transposed} -> tensor<2x4x16xf32>
func.func @rhs(%dc: tensor<2x8x4xf32>, %a: tensor<2x16x8xi8>, %b: tensor<2x4x16xi8>, %z: tensor<8xi32>, %init: tensor<2x4x16xf32>) -> tensor<2x4x16xf32> {
  %0 = approx.batch_matmul_grad_rhs ins(%dc, %a : tensor<2x8x4xf32>, tensor<2x16x8xi8>) quantized @m(%b, %z : tensor<2x4x16xi8>, tensor<8xi32>)
      outs(%init : tensor<2x4x16xf32>) {gradient = #approx.gradient<"lut-1d:variant=mean">, order = #approx.order<rhs_first>, lhs_transposed, rhs_transposed} -> tensor<2x4x16xf32>
  return %0 : tensor<2x4x16xf32>
}

// Filters of NHWC convolutions have their channels last.
// CHECK-LABEL: func.func @conv
// CHECK: approx.map_table @m %{{.*}}, %{{.*}} {axis = 3 : i64, gradient = #approx.gradient<"ste">, multiplier_operand = 0 : i64} : tensor<3x3x2x4xi8>
// CHECK: approx.conv_2d_grad_input ins({{.*}} : tensor<1x6x6x4xf32>, tensor<3x3x2x4xf32>) outs({{.*}}) {layout = #approx.layout<nhwc_hwcf>}
func.func @conv(%dy: tensor<1x6x6x4xf32>, %x: tensor<1x8x8x2xi8>, %w: tensor<3x3x2x4xi8>, %z: tensor<4xi32>, %init: tensor<1x8x8x2xf32>) -> tensor<1x8x8x2xf32> {
  %0 = approx.conv_2d_grad_input ins(%dy, %w : tensor<1x6x6x4xf32>, tensor<3x3x2x4xi8>) quantized @m(%x, %z : tensor<1x8x8x2xi8>, tensor<4xi32>)
      outs(%init : tensor<1x8x8x2xf32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nhwc_hwcf>, order = #approx.order<rhs_first>} -> tensor<1x8x8x2xf32>
  return %0 : tensor<1x8x8x2xf32>
}

// The filters of all groups are one dimension to map_table.
// CHECK-LABEL: func.func @grouped
// CHECK: %[[W:.*]] = tensor.collapse_shape %{{.*}} {{\[\[}}0, 1], [2], [3], [4]] : tensor<2x4x3x3x3xi8> into tensor<8x3x3x3xi8>
// CHECK: %[[Z:.*]] = tensor.collapse_shape %{{.*}} {{\[\[}}0, 1]] : tensor<2x4xi32> into tensor<8xi32>
// CHECK: %[[M:.*]] = approx.map_table @m %[[W]], %[[Z]] {axis = 0 : i64, gradient = #approx.gradient<"ste">, multiplier_operand = 0 : i64} : tensor<8x3x3x3xi8>, tensor<8xi32>
// CHECK: %[[MAPPED:.*]] = tensor.expand_shape %[[M]] {{\[\[}}0, 1], [2], [3], [4]] output_shape [2, 4, 3, 3, 3]
// CHECK: approx.conv_2d_grad_input ins(%{{.*}}, %[[MAPPED]] : tensor<1x6x6x2x4xf32>, tensor<2x4x3x3x3xf32>) outs({{.*}}) {layout = #approx.layout<nhwgc_gfhwc>}
func.func @grouped(%dy: tensor<1x6x6x2x4xf32>, %x: tensor<1x8x8x2x3xi8>, %w: tensor<2x4x3x3x3xi8>, %z: tensor<2x4xi32>, %init: tensor<1x8x8x2x3xf32>) -> tensor<1x8x8x2x3xf32> {
  %0 = approx.conv_2d_grad_input ins(%dy, %w : tensor<1x6x6x2x4xf32>, tensor<2x4x3x3x3xi8>) quantized @m(%x, %z : tensor<1x8x8x2x3xi8>, tensor<2x4xi32>)
      outs(%init : tensor<1x8x8x2x3xf32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nhwgc_gfhwc>, order = #approx.order<rhs_first>} -> tensor<1x8x8x2x3xf32>
  return %0 : tensor<1x8x8x2x3xf32>
}

// LUT-2D depends on both operands, and buffers have no map_table.
// CHECK-LABEL: func.func @kept
// CHECK: approx.matmul_grad_lhs ins({{.*}}) quantized @m(
// CHECK: approx.matmul_grad_lhs ins({{.*}}) quantized @m(
// CHECK-NOT: approx.map_table
func.func @kept(%dc: tensor<8x4xf32>, %a: tensor<8x16xi8>, %b: tensor<16x4xi8>, %z: tensor<i32>, %init: tensor<8x16xf32>,
                %dcm: memref<8x4xf32>, %am: memref<8x16xi8>, %bm: memref<16x4xi8>, %zm: memref<i32>, %initm: memref<8x16xf32>) -> tensor<8x16xf32> {
  %0 = approx.matmul_grad_lhs ins(%dc, %b : tensor<8x4xf32>, tensor<16x4xi8>) quantized @m(%a, %z : tensor<8x16xi8>, tensor<i32>)
      outs(%init : tensor<8x16xf32>) {gradient = #approx.gradient<"lut-2d:hws=16">} -> tensor<8x16xf32>
  approx.matmul_grad_lhs ins(%dcm, %bm : memref<8x4xf32>, memref<16x4xi8>) quantized @m(%am, %zm : memref<8x16xi8>, memref<i32>)
      outs(%initm : memref<8x16xf32>) {gradient = #approx.gradient<"ste">}
  return %0 : tensor<8x16xf32>
}
