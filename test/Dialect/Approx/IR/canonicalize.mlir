// RUN: approx-opt %s --canonicalize --split-input-file | FileCheck %s

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}

// `outs` is not read, so its fill is dead; an argument or a slice stays, since it
// says where the result is wanted.
// CHECK-LABEL: func.func @init
// CHECK-SAME: %{{.*}}, %{{.*}}, %{{.*}}, %[[ARG:.*]]: tensor<?x4xi32>, %[[LARGE:.*]]: tensor<8x8xf32>
// CHECK-NOT: linalg.fill
// CHECK: %[[SIZE:.*]] = tensor.dim %[[ARG]]
// CHECK: %[[EMPTY:.*]] = tensor.empty(%[[SIZE]]) : tensor<?x4xi32>
// CHECK: approx.matmul {{.*}} outs(%[[EMPTY]] :
// CHECK: approx.matmul {{.*}} outs(%[[ARG]] :
// CHECK: %[[SLICE:.*]] = tensor.extract_slice %[[LARGE]]
// CHECK: approx.matmul_grad_lhs {{.*}} outs(%[[SLICE]] :
func.func @init(%a: tensor<?x16xi8>, %b: tensor<16x4xi8>, %z: tensor<i32>, %c: tensor<?x4xi32>, %large: tensor<8x8xf32>, %dc: tensor<2x4xf32>, %bf: tensor<8x4xf32>)
    -> (tensor<?x4xi32>, tensor<?x4xi32>, tensor<2x8xf32>) {
  %zero = arith.constant 0 : i32
  %fill = linalg.fill ins(%zero : i32) outs(%c : tensor<?x4xi32>) -> tensor<?x4xi32>
  %0 = approx.matmul @m ins(%a, %b : tensor<?x16xi8>, tensor<16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
    outs(%fill : tensor<?x4xi32>) {gradient = #approx.gradient<"ste">} -> tensor<?x4xi32>
  %1 = approx.matmul @m ins(%a, %b : tensor<?x16xi8>, tensor<16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
    outs(%c : tensor<?x4xi32>) {gradient = #approx.gradient<"ste">} -> tensor<?x4xi32>
  %slice = tensor.extract_slice %large[0, 0] [2, 8] [1, 1] : tensor<8x8xf32> to tensor<2x8xf32>
  %2 = approx.matmul_grad_lhs ins(%dc, %bf : tensor<2x4xf32>, tensor<8x4xf32>) outs(%slice : tensor<2x8xf32>) -> tensor<2x8xf32>
  return %0, %1, %2 : tensor<?x4xi32>, tensor<?x4xi32>, tensor<2x8xf32>
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}

// A transposed operand is a flag, and the transpose of a transposed one none.
// CHECK-LABEL: func.func @operands
// CHECK-SAME: %[[A:.*]]: tensor<8x16xi8>, %[[B:.*]]: tensor<4x16xi8>
// CHECK-NOT: linalg.transpose
// CHECK: approx.matmul @m ins(%[[A]], %[[B]] : {{.*}}) zero_points({{.*}}) outs({{.*}}) {gradient = #approx.gradient<"ste">, rhs_transposed}
func.func @operands(%a: tensor<8x16xi8>, %b: tensor<4x16xi8>, %z: tensor<i32>, %c: tensor<8x4xi32>, %ia: tensor<16x8xi8>, %ib: tensor<16x4xi8>) -> tensor<8x4xi32> {
  %at = linalg.transpose ins(%a : tensor<8x16xi8>) outs(%ia : tensor<16x8xi8>) permutation = [1, 0]
  %bt = linalg.transpose ins(%b : tensor<4x16xi8>) outs(%ib : tensor<16x4xi8>) permutation = [1, 0]
  %0 = approx.matmul @m ins(%at, %bt : tensor<16x8xi8>, tensor<16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
    outs(%c : tensor<8x4xi32>) {gradient = #approx.gradient<"ste">, lhs_transposed} -> tensor<8x4xi32>
  return %0 : tensor<8x4xi32>
}

// A transposition that moves the batch is not a flag.
// CHECK-LABEL: func.func @batch
// CHECK: linalg.transpose
// CHECK: approx.batch_matmul {{.*}} {gradient = #approx.gradient<"ste">}
func.func @batch(%a: tensor<8x2x16xi8>, %b: tensor<2x16x4xi8>, %z: tensor<i32>, %c: tensor<2x8x4xi32>, %ia: tensor<2x8x16xi8>) -> tensor<2x8x4xi32> {
  %at = linalg.transpose ins(%a : tensor<8x2x16xi8>) outs(%ia : tensor<2x8x16xi8>) permutation = [1, 0, 2]
  %0 = approx.batch_matmul @m ins(%at, %b : tensor<2x8x16xi8>, tensor<2x16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
    outs(%c : tensor<2x8x4xi32>) {gradient = #approx.gradient<"ste">} -> tensor<2x8x4xi32>
  return %0 : tensor<2x8x4xi32>
}

// -----

// A gradient whose result is transposed is that of the transposed operand, and
// is written where the transpose was.
// CHECK-LABEL: func.func @gradient
// CHECK-SAME: %[[DC:.*]]: tensor<2x8x4xf32>, %[[A:.*]]: tensor<2x16x8xf32>, %{{.*}}, %{{.*}}, %[[OUT:.*]]: tensor<2x4x16xf32>
// CHECK-NOT: linalg.transpose
// CHECK: %[[DB:.*]] = approx.batch_matmul_grad_rhs ins(%[[DC]], %[[A]] : tensor<2x8x4xf32>, tensor<2x16x8xf32>) outs(%[[OUT]] : tensor<2x4x16xf32>) {lhs_transposed, rhs_transposed} -> tensor<2x4x16xf32>
// CHECK: return %[[DB]]
func.func @gradient(%dc: tensor<2x8x4xf32>, %a: tensor<2x16x8xf32>, %ia: tensor<2x8x16xf32>, %ib: tensor<2x16x4xf32>, %out: tensor<2x4x16xf32>) -> tensor<2x4x16xf32> {
  %at = linalg.transpose ins(%a : tensor<2x16x8xf32>) outs(%ia : tensor<2x8x16xf32>) permutation = [0, 2, 1]
  %db = approx.batch_matmul_grad_rhs ins(%dc, %at : tensor<2x8x4xf32>, tensor<2x8x16xf32>) outs(%ib : tensor<2x16x4xf32>) -> tensor<2x16x4xf32>
  %dbt = linalg.transpose ins(%db : tensor<2x16x4xf32>) outs(%out : tensor<2x4x16xf32>) permutation = [0, 2, 1]
  return %dbt : tensor<2x4x16xf32>
}

// -----

// Rounding is not undone: what is quantised and dequantised stays.
// CHECK-LABEL: func.func @rounding
// CHECK: approx.quantize
// CHECK: approx.map_table
func.func @rounding(%x: tensor<4xf32>, %s: tensor<f32>, %z: tensor<i32>) -> tensor<4xf32> {
  %q = approx.quantize %x, %s, %z {qtype = #approx.qtype<si8>} : tensor<4xf32>, tensor<f32>, tensor<i32> -> tensor<4xi8>
  %y = approx.map_table @m %q, %z {gradient = #approx.gradient<"ste">, multiplier_operand = 0 : i64} : tensor<4xi8>, tensor<i32> -> tensor<4xf32>
  return %y : tensor<4xf32>
}
approx.multiplier @m {lhs = si8, rhs = ui8, spec = #approx.family<"exact">}

// -----

// Stopped twice is stopped once, and a constant has no gradient to stop.
// CHECK-LABEL: func.func @stopped
// CHECK-SAME: (%[[X:.*]]: tensor<4xf32>)
// CHECK-DAG: %[[C:.*]] = arith.constant
// CHECK-DAG: %[[Y:.*]] = approx.stop_gradient %[[X]] : tensor<4xf32>
// CHECK-NEXT: return %[[Y]], %[[C]]
func.func @stopped(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %c = arith.constant dense<2.0> : tensor<4xf32>
  %0 = approx.stop_gradient %x : tensor<4xf32>
  %1 = approx.stop_gradient %0 : tensor<4xf32>
  %2 = approx.stop_gradient %c : tensor<4xf32>
  return %1, %2 : tensor<4xf32>, tensor<4xf32>
}
