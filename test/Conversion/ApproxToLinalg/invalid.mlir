// RUN: approx-opt %s --convert-approx-to-linalg --split-input-file --verify-diagnostics

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @buffers(%a: memref<2x3xi8>, %b: memref<3x2xi8>, %z: memref<i32>, %c: memref<2x2xi32>) {
  // expected-error @below {{is on memrefs; convert-approx-to-linalg works on tensors, before bufferization}}
  // expected-error @below {{failed to legalize operation 'approx.matmul'}}
  approx.matmul @m ins(%a, %b : memref<2x3xi8>, memref<3x2xi8>) zero_points(%z, %z : memref<i32>, memref<i32>)
      outs(%c : memref<2x2xi32>) {gradient = #approx.gradient<"ste">}
  return
}

// -----

// A table whose content is not what its hash says (M2).
// expected-error @below {{'approx.multiplier' op expects the hash of its table, d37716598a3cabbc6a99acbb567fa1bd297473ec2bbfa73f00f4c94c5fa2f8c6, got 0000000000000000000000000000000000000000000000000000000000000000}}
approx.multiplier @us {lhs = ui2, rhs = si2, table = dense<[[1, 0, 2, -1], [0, 1, -2, -1], [3, 2, -4, -3], [0, 5, -6, -3]]> : tensor<4x4xi32>,
    hash = "0000000000000000000000000000000000000000000000000000000000000000",
    bounds = array<i64: -6, 5>, error_bounds = array<i64: -1, 3>}
func.func @hash(%a: tensor<2x3xi8>, %b: tensor<3x2xi8>, %z: tensor<i32>, %init: tensor<2x2xi32>) -> tensor<2x2xi32> {
  // expected-error @below {{failed to legalize operation 'approx.matmul'}}
  %0 = approx.matmul @us ins(%a, %b : tensor<2x3xi8>, tensor<3x2xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%init : tensor<2x2xi32>) {gradient = #approx.gradient<"ste">} -> tensor<2x2xi32>
  return %0 : tensor<2x2xi32>
}
