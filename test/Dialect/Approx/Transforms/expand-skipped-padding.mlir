// Convolutions that leave padding out become plain ones less what the zero point
// adds there, a product of it with the filter. Numbers are compared with the
// reference in test/Execution/kernels-skipped-padding.test.

// RUN: approx-opt %s --approx-expand-skipped-padding | FileCheck %s
// Rewritings that do not know padding leave such ops alone.
// RUN: approx-opt %s --approx-simplify-gradients --approx-factorize -verify-diagnostics | FileCheck %s --check-prefix=KEPT
// KEPT-NOT: approx.map_table
// KEPT-COUNT-4: skipped_padding
// KEPT-NOT: approx.map_table

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}

// CHECK-LABEL: func.func @forward(
// CHECK-SAME:  %[[X:.*]]: tensor<2x3x8x8xi8>, %[[W:.*]]: tensor<4x3x3x3xi8>, %[[ZX:.*]]: tensor<i32>, %[[ZW:.*]]: tensor<4xi32>
// CHECK:       %[[MATRIX:.*]] = tensor.collapse_shape %[[W]] {{\[\[}}0], [1], [2, 3]] : tensor<4x3x3x3xi8> into tensor<4x3x9xi8>
// CHECK:       %[[ROWS:.*]] = linalg.generic {{.*}} ins(%[[ZX]] : tensor<i32>) outs(%{{.*}} : tensor<4x1x3xi8>)
// CHECK:         arith.trunci
// CHECK:       %[[NONE:.*]] = arith.constant dense<0> : tensor<i32>
// CHECK:       approx.batch_matmul @m ins(%[[ROWS]], %[[MATRIX]] : {{.*}}) zero_points(%[[ZX]], %[[NONE]] : {{.*}}) outs({{.*}}) {gradient = #approx.gradient<"ste">, order = #approx.order<rhs_first>} -> tensor<4x1x9xi32>
// CHECK:       %[[PLAIN:.*]] = approx.conv_2d @m ins(%[[X]], %[[W]] : {{.*}}) zero_points(%[[ZX]], %[[ZW]] : {{.*}}) outs({{.*}}) {approx.name = "c", gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>, order = #approx.order<rhs_first>} -> tensor<2x4x6x6xi32>
// CHECK:       %[[SKIPPED:.*]] = linalg.generic {{.*}}iterator_types = ["parallel", "parallel", "parallel", "reduction", "reduction"]} {{.*}} outs(%{{.*}} : tensor<4x6x6xi32>)
// CHECK:         arith.cmpi slt
// CHECK:         arith.cmpi sge
// CHECK:       linalg.generic {{.*}} ins(%[[PLAIN]], %[[SKIPPED]] : tensor<2x4x6x6xi32>, tensor<4x6x6xi32>)
// CHECK:         arith.subi
func.func @forward(%x: tensor<2x3x8x8xi8>, %w: tensor<4x3x3x3xi8>, %zx: tensor<i32>, %zw: tensor<4xi32>) -> tensor<2x4x6x6xi32> {
  %init = tensor.empty() : tensor<2x4x6x6xi32>
  // expected-remark @below {{stays a look-up: it leaves padding out, which approx-expand-skipped-padding can make two ops of}}
  %y = approx.conv_2d @m ins(%x, %w : tensor<2x3x8x8xi8>, tensor<4x3x3x3xi8>) zero_points(%zx, %zw : tensor<i32>, tensor<4xi32>)
      outs(%init : tensor<2x4x6x6xi32>) {approx.name = "c", gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>,
          order = #approx.order<rhs_first>, skipped_padding = array<i64: 1, 1, 1, 1>} -> tensor<2x4x6x6xi32>
  return %y : tensor<2x4x6x6xi32>
}

// Filters with channels last are transposed matrices, of which nothing moves.
// CHECK-LABEL: func.func @grouped(
// CHECK:       tensor.collapse_shape %{{.*}} {{\[\[}}0, 1], [2, 3], [4]] : tensor<2x4x3x3x5xi8> into tensor<8x9x5xi8>
// CHECK:       approx.batch_matmul @m {{.*}}rhs_transposed} -> tensor<8x1x9xi64>
// CHECK:       tensor.expand_shape %{{.*}} {{\[\[}}0, 1], [2, 3]] output_shape [2, 4, 3, 3] : tensor<8x9xi64> into tensor<2x4x3x3xi64>
// CHECK-NOT:   skipped_padding
func.func @grouped(%x: tensor<?x?x8x2x5xi8>, %w: tensor<2x4x3x3x5xi8>, %z: tensor<i32>, %init: tensor<?x?x6x2x4xi64>) -> tensor<?x?x6x2x4xi64> {
  // expected-remark @below {{stays a look-up}}
  %y = approx.conv_2d @m ins(%x, %w : tensor<?x?x8x2x5xi8>, tensor<2x4x3x3x5xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%init : tensor<?x?x6x2x4xi64>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nhwgc_gfhwc>,
          skipped_padding = array<i64: 0, 2, 0, 0>} -> tensor<?x?x6x2x4xi64>
  return %y : tensor<?x?x6x2x4xi64>
}

// CHECK-LABEL: func.func @gradients(
// CHECK:       %[[DX:.*]] = approx.conv_2d_grad_input
// CHECK-NOT:   skipped_padding
// CHECK:       linalg.generic {{.*}} ins(%[[DX]] : tensor<2x8x8x3xf32>)
// CHECK:         arith.select
// CHECK:       %[[MATRIX:.*]] = tensor.collapse_shape %{{.*}} {{\[\[}}0, 1], [2], [3]] : tensor<3x3x3x4xi8> into tensor<9x3x4xi8>
// CHECK:       linalg.generic {{.*}}iterator_types = ["reduction", "parallel", "parallel", "parallel"]} {{.*}} outs(%{{.*}} : tensor<6x6x4xf32>)
// CHECK:       linalg.generic {{.*}}iterator_types = ["parallel", "parallel", "parallel", "reduction", "reduction"]} {{.*}} outs(%{{.*}} : tensor<3x3x4xf32>)
// CHECK:       approx.batch_matmul_grad_rhs ins({{.*}} : tensor<9x1x4xf32>, tensor<9x1x3xi8>) quantized @m(%[[MATRIX]], {{.*}}) outs({{.*}}) {gradient = #approx.gradient<"ste">} -> tensor<9x3x4xf32>
// CHECK:       approx.conv_2d_grad_filter
// CHECK-NOT:   skipped_padding
// CHECK:       arith.subf
func.func @gradients(%dy: tensor<2x6x6x4xf32>, %x: tensor<2x8x8x3xi8>, %w: tensor<3x3x3x4xi8>, %z: tensor<i32>) -> (tensor<2x8x8x3xf32>, tensor<3x3x3x4xf32>) {
  %ex = tensor.empty() : tensor<2x8x8x3xf32>
  %dx = approx.conv_2d_grad_input ins(%dy, %w : tensor<2x6x6x4xf32>, tensor<3x3x3x4xi8>) quantized @m(%x, %z : tensor<2x8x8x3xi8>, tensor<i32>)
      outs(%ex : tensor<2x8x8x3xf32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nhwc_hwcf>, skipped_padding = array<i64: 1, 1, 1, 1>} -> tensor<2x8x8x3xf32>
  %ew = tensor.empty() : tensor<3x3x3x4xf32>
  %dw = approx.conv_2d_grad_filter ins(%dy, %x : tensor<2x6x6x4xf32>, tensor<2x8x8x3xi8>) quantized @m(%w, %z : tensor<3x3x3x4xi8>, tensor<i32>)
      outs(%ew : tensor<3x3x3x4xf32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nhwc_hwcf>, skipped_padding = array<i64: 1, 1, 1, 1>} -> tensor<3x3x3x4xf32>
  return %dx, %dw : tensor<2x8x8x3xf32>, tensor<3x3x3x4xf32>
}
