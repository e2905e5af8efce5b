// RUN: approx-opt %s --approx-factorize | FileCheck %s

approx.multiplier @exact {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}

// a*b = (a - 128)*(b - 128) + 128*a + 128*b - 2^14: one column. The symbol keeps the factors.
// CHECK: approx.multiplier @exact {factors = #approx.factors<shifts = [0], lhs = dense_resource<lhs_factors> : tensor<1x256xi8>

// The zero point of rhs is 0, so no code of lhs is summed up but for the term; that of lhs is not.
// CHECK-LABEL: func.func @matmul
// CHECK-SAME: %[[A:[^:]*]]: tensor<8x16xi8>, %[[B:[^:]*]]: tensor<16x4xi8>, %[[ZA:[^:]*]]: tensor<i32>
// CHECK: %[[EA:.*]] = approx.expand @exact ins(%[[A]] : tensor<8x16xi8>) outs({{.*}} : tensor<8x16xi8>) {axis = 1 : i64, multiplier_operand = 0 : i64, offset, shift = 0 : i64}
// CHECK: %[[EB:.*]] = approx.expand @exact ins(%[[B]] : tensor<16x4xi8>) outs({{.*}} : tensor<16x4xi8>) {axis = 0 : i64, multiplier_operand = 1 : i64, shift = 0 : i64}
// CHECK: %[[C:.*]] = approx.int_matmul ins(%[[EA]], %[[EB]] : {{.*}}) outs({{.*}} : tensor<8x4xi32>) {approx.name = "fc", lhs_unsigned}
// CHECK: %[[SA:.*]] = linalg.generic {{.*}}["parallel", "reduction"]} ins(%[[A]] : tensor<8x16xi8>) outs({{.*}} : tensor<8xi32>)
// CHECK: %[[SB:.*]] = linalg.generic {{.*}}["reduction", "parallel"]} ins(%[[B]] : tensor<16x4xi8>) outs({{.*}} : tensor<4xi32>)
// CHECK: linalg.generic {{.*}}["parallel", "parallel"]} ins(%[[C]], %[[SA]], %[[SB]], %[[ZA]] : tensor<8x4xi32>, tensor<8xi32>, tensor<4xi32>, tensor<i32>)
// CHECK-NOT: approx.matmul
func.func @matmul(%a: tensor<8x16xi8>, %b: tensor<16x4xi8>, %za: tensor<i32>) -> tensor<8x4xi32> {
  %zb = arith.constant dense<0> : tensor<i32>
  %init = tensor.empty() : tensor<8x4xi32>
  %c = approx.matmul @exact ins(%a, %b : tensor<8x16xi8>, tensor<16x4xi8>) zero_points(%za, %zb : tensor<i32>, tensor<i32>)
      outs(%init : tensor<8x4xi32>) {gradient = #approx.gradient<"ste">, approx.name = "fc"} -> tensor<8x4xi32>
  return %c : tensor<8x4xi32>
}

// M11: lhs is AM's second operand. Codes of lhs are summed over channels, then over windows.
// CHECK-LABEL: func.func @conv_2d
// CHECK-SAME: %[[X:[^:]*]]: tensor<?x3x9x9xi8>, %[[W:[^:]*]]: tensor<4x3x2x3xi8>
// CHECK: %[[EX:.*]] = approx.expand @exact ins(%[[X]] : {{.*}}) outs({{.*}}) {axis = 1 : i64, multiplier_operand = 1 : i64, offset, shift = 0 : i64}
// CHECK: %[[EW:.*]] = approx.expand @exact ins(%[[W]] : {{.*}}) outs({{.*}}) {axis = 1 : i64, multiplier_operand = 0 : i64, shift = 0 : i64}
// CHECK: approx.int_conv_2d ins(%[[EX]], %[[EW]] : {{.*}}) outs({{.*}}) {layout = #approx.layout<nchw_fchw>, lhs_unsigned, strides = array<i64: 2, 1>}
// CHECK: %[[PIXELS:.*]] = linalg.generic {{.*}}["parallel", "reduction", "parallel", "parallel"]} ins(%[[X]] : {{.*}}) outs({{.*}} : tensor<?x9x9xi32>)
// CHECK: linalg.generic {{.*}}["parallel", "parallel", "parallel", "reduction", "reduction"]} ins(%[[PIXELS]], {{.*}} : tensor<?x9x9xi32>, tensor<2x3xi32>) outs({{.*}} : tensor<?x4x7xi32>)
// CHECK: linalg.generic {{.*}}["parallel", "reduction", "reduction", "reduction"]} ins(%[[W]] : {{.*}}) outs({{.*}} : tensor<4xi32>)
func.func @conv_2d(%x: tensor<?x3x9x9xi8>, %w: tensor<4x3x2x3xi8>, %zx: tensor<i32>, %zw: tensor<4xi32>, %init: tensor<?x4x4x7xi32>) -> tensor<?x4x4x7xi32> {
  %y = approx.conv_2d @exact ins(%x, %w : tensor<?x3x9x9xi8>, tensor<4x3x2x3xi8>) zero_points(%zx, %zw : tensor<i32>, tensor<4xi32>)
      outs(%init : tensor<?x4x4x7xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>,
          order = #approx.order<rhs_first>, strides = array<i64: 2, 1>} -> tensor<?x4x4x7xi32>
  return %y : tensor<?x4x4x7xi32>
}

// One contraction for each distinct shift, in the order of the columns.
#factors = #approx.factors<shifts = [1, 0, 1], lhs = dense<[[0, 0, 1, 1], [0, 1, 0, 1], [0, 0, 0, 0]]> : tensor<3x4xi8>,
    rhs = dense<[[0, 1, 2, 3], [0, 1, 2, 3], [0, 0, 0, 0]]> : tensor<3x4xi8>, lhs_term = dense<0> : tensor<4xi32>, rhs_term = dense<0> : tensor<4xi32>>
approx.multiplier @shifted {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">, factors = #factors}
// CHECK-LABEL: func.func @shifts
// CHECK: approx.int_batch_matmul ins({{.*}} : tensor<5x2x6xi8>, tensor<5x6x4xi8>)
// CHECK: approx.int_batch_matmul ins({{.*}} : tensor<5x2x3xi8>, tensor<5x3x4xi8>)
// CHECK: ^bb0(%[[FIRST:[^:]*]]: i32, %[[SECOND:[^:]*]]: i32, %{{[^:]*}}: i32, %{{.*}}: i32):
// CHECK: arith.shli %[[FIRST]], %{{.*}} : i32
// CHECK-NOT: arith.shli
func.func @shifts(%a: tensor<5x2x3xi8>, %b: tensor<5x3x4xi8>) -> tensor<5x2x4xi32> {
  %z = arith.constant dense<0> : tensor<i32>
  %init = tensor.empty() : tensor<5x2x4xi32>
  %c = approx.batch_matmul @shifted ins(%a, %b : tensor<5x2x3xi8>, tensor<5x3x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%init : tensor<5x2x4xi32>) {gradient = #approx.gradient<"ste">} -> tensor<5x2x4xi32>
  return %c : tensor<5x2x4xi32>
}
