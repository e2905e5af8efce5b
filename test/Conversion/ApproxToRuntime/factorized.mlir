// RUN: approx-opt %s --convert-approx-to-runtime --canonicalize | FileCheck %s

// A table of 256 bytes for each column, whatever the upper bits of a 2-bit code
// are: 0 0 1 1 over and over, and 0 1 2 3 with 128 added.
// CHECK-DAG: llvm.mlir.global internal constant @lutra_table_m_factors_0_1(dense<"0x0000010100000101{{.*}}"> : tensor<256xi8>)
// CHECK-DAG: llvm.mlir.global internal constant @lutra_table_m_factors_1_0_offset(dense<"0x8081828380818283{{.*}}"> : tensor<256xi8>)
// CHECK-NOT: lutra_rt_multiplier_create
approx.multiplier @m {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">,
    factors = #approx.factors<shifts = [1, 0], lhs = dense<[[0, 0, 1, 1], [0, 1, 0, 1]]> : tensor<2x4xi8>,
        rhs = dense<[[0, 1, 2, 3], [0, 1, 2, 3]]> : tensor<2x4xi8>, lhs_term = dense<0> : tensor<4xi32>, rhs_term = dense<0> : tensor<4xi32>>}

// Columns, axis and sizes among four dimensions; the columns of a table that is used twice are one global.
// CHECK-LABEL: func.func @expand
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0 : i64
// CHECK-DAG:     %[[C1:.*]] = arith.constant 1 : i64
// CHECK-DAG:     %[[C2:.*]] = arith.constant 2 : i64
// CHECK-DAG:     %[[C5:.*]] = arith.constant 5 : i64
// CHECK-DAG:     %[[C8:.*]] = arith.constant 8 : i64
// CHECK:         call @lutra_rt_expand(%{{[^,]*}}, %{{[^,]*}}, %[[C1]], %[[C2]], %[[C1]], %[[C1]], %[[C5]], %[[C8]], %{{[^,]*}}, %[[C0]], %[[C0]], %[[C8]], %[[C1]],
// CHECK:         call @lutra_rt_expand(
// CHECK:         call @lutra_rt_expand(
func.func @expand(%x: memref<5x8xi8>, %y: memref<5x8xi8>, %z: memref<5x8xi8>) {
  approx.expand @m ins(%x : memref<5x8xi8>) outs(%y : memref<5x8xi8>) {axis = 0 : i64, multiplier_operand = 0 : i64, shift = 1 : i64}
  approx.expand @m ins(%x : memref<5x8xi8>) outs(%z : memref<5x8xi8>) {axis = 1 : i64, multiplier_operand = 1 : i64, offset, shift = 0 : i64}
  approx.expand @m ins(%z : memref<5x8xi8>) outs(%y : memref<5x8xi8>) {axis = 0 : i64, multiplier_operand = 0 : i64, shift = 1 : i64}
  return
}

// Signedness, then sizes.
// CHECK-LABEL: func.func @contract
// CHECK-DAG:     %[[U:.*]] = arith.constant 0 : i64
// CHECK-DAG:     %[[S:.*]] = arith.constant 1 : i64
// CHECK-DAG:     %[[C3:.*]] = arith.constant 3 : i64
// CHECK-DAG:     %[[C4:.*]] = arith.constant 4 : i64
// CHECK-DAG:     %[[C5:.*]] = arith.constant 5 : i64
// CHECK:         call @lutra_rt_int_matmul(%{{[^,]*}}, %{{[^,]*}}, %[[U]], %[[S]], %[[S]], %[[C3]], %[[C5]], %[[C4]],
// CHECK:         call @lutra_rt_int_matmul(%{{[^,]*}}, %{{[^,]*}}, %[[S]], %[[U]],
// CHECK:         call @lutra_rt_int_conv_2d(%{{[^,]*}}, %{{[^,]*}}, %[[U]], %[[S]],
func.func @contract(%a: memref<3x4xi8>, %b: memref<5x4xi8>, %c: memref<3x5xi32>, %aa: memref<2x3x4xi8>, %bb: memref<2x4x5xi8>, %cc: memref<2x3x5xi32>,
                    %x: memref<2x3x8x8xi8>, %w: memref<5x3x3x3xi8>, %y: memref<2x5x3x3xi32>) {
  approx.int_matmul ins(%a, %b : memref<3x4xi8>, memref<5x4xi8>) outs(%c : memref<3x5xi32>) {lhs_unsigned, rhs_transposed}
  approx.int_batch_matmul ins(%aa, %bb : memref<2x3x4xi8>, memref<2x4x5xi8>) outs(%cc : memref<2x3x5xi32>) {rhs_unsigned}
  approx.int_conv_2d ins(%x, %w : memref<2x3x8x8xi8>, memref<5x3x3x3xi8>) outs(%y : memref<2x5x3x3xi32>)
      {layout = #approx.layout<nchw_fchw>, lhs_unsigned, strides = array<i64: 2, 2>}
  return
}
// CHECK-NOT: approx.
