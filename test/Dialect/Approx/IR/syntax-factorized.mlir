// The factorised form (M13), on tensors and on memrefs; no columns are some too.

// RUN: approx-opt %s | approx-opt | FileCheck %s
// RUN: approx-opt %s --mlir-print-op-generic | approx-opt | FileCheck %s

// a*b of ui2 = 0 + 0 + 2 * (a/2)*b + 1 * (a mod 2)*b.
// CHECK: approx.multiplier @m {factors = #approx.factors<shifts = [1, 0], lhs = dense<{{\[\[}}0, 0, 1, 1], [0, 1, 0, 1]]> : tensor<2x4xi8>,
// CHECK-SAME: rhs = dense<{{\[\[}}0, 1, 2, 3], [0, 1, 2, 3]]> : tensor<2x4xi8>, lhs_term = dense<0> : tensor<4xi32>, rhs_term = dense<0> : tensor<4xi32>>, lhs = ui2
approx.multiplier @m {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">,
    factors = #approx.factors<shifts = [1, 0], lhs = dense<[[0, 0, 1, 1], [0, 1, 0, 1]]> : tensor<2x4xi8>,
        rhs = dense<[[0, 1, 2, 3], [0, 1, 2, 3]]> : tensor<2x4xi8>, lhs_term = dense<0> : tensor<4xi32>, rhs_term = dense<0> : tensor<4xi32>>}
// CHECK: approx.multiplier @none {factors = #approx.factors<shifts = [], lhs = dense<> : tensor<0x4xi8>, rhs = dense<> : tensor<0x8xi8>
approx.multiplier @none {lhs = ui2, rhs = si3, spec = #approx.family<"exact">,
    factors = #approx.factors<shifts = [], lhs = dense<> : tensor<0x4xi8>, rhs = dense<> : tensor<0x8xi8>,
        lhs_term = dense<0> : tensor<4xi32>, rhs_term = dense<0> : tensor<8xi32>>}

// CHECK-LABEL: func.func @tensors
func.func @tensors(%a: tensor<8x?xi8>, %b: tensor<?x4xi8>, %ea: tensor<8x?xi8>, %x: tensor<2x3x8x8xi8>, %w: tensor<4x3x3x3xi8>,
                   %bb: tensor<2x?x4xi8>, %ab: tensor<2x8x?xi8>, %c: tensor<8x4xi32>, %cb: tensor<2x8x4xi32>, %y: tensor<2x4x3x6xi32>) {
  // CHECK: approx.expand @m ins(%{{.*}} : tensor<8x?xi8>) outs(%{{.*}} : tensor<8x?xi8>) {axis = 1 : i64, multiplier_operand = 0 : i64, offset, shift = 1 : i64} -> tensor<8x?xi8>
  %e = approx.expand @m ins(%a : tensor<8x?xi8>) outs(%ea : tensor<8x?xi8>) {axis = 1 : i64, multiplier_operand = 0 : i64, offset, shift = 1 : i64} -> tensor<8x?xi8>
  // CHECK: approx.int_matmul ins(%{{.*}}, %{{.*}} : tensor<8x?xi8>, tensor<?x4xi8>) outs(%{{.*}} : tensor<8x4xi32>) {lhs_unsigned} -> tensor<8x4xi32>
  %0 = approx.int_matmul ins(%e, %b : tensor<8x?xi8>, tensor<?x4xi8>) outs(%c : tensor<8x4xi32>) {lhs_unsigned} -> tensor<8x4xi32>
  // CHECK: approx.int_batch_matmul ins({{.*}}) outs({{.*}}) {rhs_unsigned} -> tensor<2x8x4xi32>
  %1 = approx.int_batch_matmul ins(%ab, %bb : tensor<2x8x?xi8>, tensor<2x?x4xi8>) outs(%cb : tensor<2x8x4xi32>) {rhs_unsigned} -> tensor<2x8x4xi32>
  // CHECK: approx.int_conv_2d ins({{.*}}) outs({{.*}}) {layout = #approx.layout<nchw_fchw>, strides = array<i64: 2, 1>} -> tensor<2x4x3x6xi32>
  %2 = approx.int_conv_2d ins(%x, %w : tensor<2x3x8x8xi8>, tensor<4x3x3x3xi8>) outs(%y : tensor<2x4x3x6xi32>)
      {layout = #approx.layout<nchw_fchw>, strides = array<i64: 2, 1>} -> tensor<2x4x3x6xi32>
  return
}

// CHECK-LABEL: func.func @buffers
func.func @buffers(%a: memref<3x8xi8>, %b: memref<5x3xi8>, %e: memref<3x8xi8>, %c: memref<8x5xi32>) {
  // CHECK: approx.expand @m ins(%{{.*}} : memref<3x8xi8>) outs(%{{.*}} : memref<3x8xi8>) {axis = 0 : i64, multiplier_operand = 1 : i64, shift = 0 : i64}
  approx.expand @m ins(%a : memref<3x8xi8>) outs(%e : memref<3x8xi8>) {axis = 0 : i64, multiplier_operand = 1 : i64, shift = 0 : i64}
  // CHECK: approx.int_matmul ins(%{{.*}}, %{{.*}} : memref<3x8xi8>, memref<5x3xi8>) outs(%{{.*}} : memref<8x5xi32>) {lhs_transposed, rhs_transposed}
  approx.int_matmul ins(%e, %b : memref<3x8xi8>, memref<5x3xi8>) outs(%c : memref<8x5xi32>) {lhs_transposed, rhs_transposed}
  return
}
