// What is not factorised, and why; and factors that are wrong.

// RUN: approx-opt %s --split-input-file --verify-diagnostics --approx-factorize="max-macs=1 multipliers=@m,8750c1dacd8ee89c49cbdd3cb5854219b095ecded1221a408e057c5dbe6af848" | FileCheck %s
// RUN: approx-opt %s --split-input-file --verify-diagnostics --approx-factorize="max-macs=1 multipliers=m,8750c1dacd8ee89c49cbdd3cb5854219b095ecded1221a408e057c5dbe6af848" | FileCheck %s

// CHECK-LABEL: func.func @many
// CHECK: approx.matmul @m
approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"truncated", {drop = 9 : i64}>}
func.func @many(%a: tensor<2x3xi8>, %b: tensor<3x2xi8>, %z: tensor<i32>, %init: tensor<2x2xi32>) -> tensor<2x2xi32> {
  // expected-remark @below {{stays a look-up: @m takes 6 int8 products for each of its own, more than max-macs=1}}
  %0 = approx.matmul @m ins(%a, %b : tensor<2x3xi8>, tensor<3x2xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%init : tensor<2x2xi32>) {gradient = #approx.gradient<"ste">} -> tensor<2x2xi32>
  return %0 : tensor<2x2xi32>
}

// -----

// CHECK-LABEL: func.func @wide
// CHECK: approx.matmul @m
approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @wide(%a: tensor<2x?xi8>, %b: tensor<?x2xi8>, %z: tensor<i32>, %init: tensor<2x2xi64>) -> tensor<2x2xi64> {
  // expected-remark @below {{stays a look-up: its sums are 'i64', and factorised ones are computed modulo 2^32}}
  %0 = approx.matmul @m ins(%a, %b : tensor<2x?xi8>, tensor<?x2xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%init : tensor<2x2xi64>) {gradient = #approx.gradient<"ste">} -> tensor<2x2xi64>
  return %0 : tensor<2x2xi64>
}

// -----

// CHECK-LABEL: func.func @buffers
// CHECK: approx.matmul @m
approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @buffers(%a: memref<2x3xi8>, %b: memref<3x2xi8>, %z: memref<i32>, %c: memref<2x2xi32>) {
  // expected-remark @below {{stays a look-up: it is on memrefs, and only contractions on tensors are factorised}}
  approx.matmul @m ins(%a, %b : memref<2x3xi8>, memref<3x2xi8>) zero_points(%z, %z : memref<i32>, memref<i32>)
      outs(%c : memref<2x2xi32>) {gradient = #approx.gradient<"ste">}
  return
}

// -----

// By hash, under any name; @other is not asked for.
// CHECK-LABEL: func.func @chosen
// CHECK: approx.int_matmul
// CHECK: approx.matmul @other
approx.multiplier @renamed {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">}
approx.multiplier @other {lhs = ui2, rhs = ui3, spec = #approx.family<"exact">}
func.func @chosen(%a: tensor<2x3xi8>, %b: tensor<3x2xi8>, %z: tensor<i32>, %init: tensor<2x2xi32>) -> (tensor<2x2xi32>, tensor<2x2xi32>) {
  %0 = approx.matmul @renamed ins(%a, %b : tensor<2x3xi8>, tensor<3x2xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%init : tensor<2x2xi32>) {gradient = #approx.gradient<"ste">} -> tensor<2x2xi32>
  %1 = approx.matmul @other ins(%a, %b : tensor<2x3xi8>, tensor<3x2xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%init : tensor<2x2xi32>) {gradient = #approx.gradient<"ste">} -> tensor<2x2xi32>
  return %0, %1 : tensor<2x2xi32>, tensor<2x2xi32>
}
