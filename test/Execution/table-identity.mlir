// A table is what is in it, whatever its multiplier and estimator are called:
// names that differ in punctuation alone, or that are those of another's globals.

// RUN: approx-run %s --entry=punctuation --compare-with-reference | FileCheck %s
// RUN: approx-run %s --entry=globals --compare-with-reference | FileCheck %s
// CHECK:     result 0:
// CHECK-NOT: DIFFERS
// CHECK:     result 1:
// CHECK-NOT: DIFFERS

approx.multiplier @"a.b" {lhs = ui8, rhs = ui8, spec = #approx.family<"truncated", {drop = 9}>}
approx.multiplier @a_b {lhs = ui8, rhs = ui8, spec = #approx.family<"or_compressed">}
approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
approx.multiplier @m_lut_2d_boundary_secant_hws_4_lhs {lhs = ui8, rhs = ui8, spec = #approx.family<"or_compressed">}

#g = #approx.gradient<"lut-2d:hws=4">
#secant = #approx.gradient<"lut-2d:hws=4:boundary=secant">

func.func @punctuation(%dc: tensor<3x5xf32>, %a: tensor<3x4xi8>, %b: tensor<4x5xi8>)
    -> (tensor<3x4xf32>, tensor<3x4xf32>) {
  %z = arith.constant dense<0> : tensor<i32>
  %init = tensor.empty() : tensor<3x4xf32>
  %0 = approx.matmul_grad_lhs ins(%dc, %b : tensor<3x5xf32>, tensor<4x5xi8>)
      quantized @"a.b"(%a, %z : tensor<3x4xi8>, tensor<i32>)
      outs(%init : tensor<3x4xf32>) {gradient = #g} -> tensor<3x4xf32>
  %1 = approx.matmul_grad_lhs ins(%dc, %b : tensor<3x5xf32>, tensor<4x5xi8>)
      quantized @a_b(%a, %z : tensor<3x4xi8>, tensor<i32>)
      outs(%init : tensor<3x4xf32>) {gradient = #g} -> tensor<3x4xf32>
  return %0, %1 : tensor<3x4xf32>, tensor<3x4xf32>
}

func.func @globals(%dc: tensor<3x5xf32>, %a: tensor<3x4xi8>, %b: tensor<4x5xi8>)
    -> (tensor<3x4xf32>, tensor<3x5xi32>) {
  %z = arith.constant dense<0> : tensor<i32>
  %init = tensor.empty() : tensor<3x4xf32>
  %sums = tensor.empty() : tensor<3x5xi32>
  %0 = approx.matmul_grad_lhs ins(%dc, %b : tensor<3x5xf32>, tensor<4x5xi8>)
      quantized @m(%a, %z : tensor<3x4xi8>, tensor<i32>)
      outs(%init : tensor<3x4xf32>) {gradient = #secant} -> tensor<3x4xf32>
  %1 = approx.matmul @m_lut_2d_boundary_secant_hws_4_lhs ins(%a, %b : tensor<3x4xi8>, tensor<4x5xi8>)
      zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%sums : tensor<3x5xi32>) {gradient = #secant} -> tensor<3x5xi32>
  return %0, %1 : tensor<3x4xf32>, tensor<3x5xi32>
}
