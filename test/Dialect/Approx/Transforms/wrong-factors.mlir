// Factors that do not give the table are an error of every pass that reads them.

// RUN: split-file %s %t
// RUN: approx-opt %t/wrong.mlir --verify-diagnostics --approx-factorize
// RUN: approx-opt %t/wrong.mlir --verify-diagnostics --approx-materialize-tables
// RUN: approx-opt %t/wrong-expand.mlir --verify-diagnostics --convert-approx-to-linalg
// RUN: approx-opt %t/elided.mlir --verify-diagnostics --approx-materialize-tables
// RUN: approx-opt %t/right.mlir --approx-materialize-tables=factors | FileCheck %s
// RUN: approx-opt %t/right.mlir --approx-materialize-tables=factors | approx-opt --approx-materialize-tables=factors | FileCheck %s

// CHECK: factors = #approx.factors<shifts = [0], lhs = dense_resource<lhs_factors> : tensor<1x4xi8>, rhs = dense_resource<rhs_factors> : tensor<1x8xi8>, lhs_term = {{.*}} : tensor<4xi32>, rhs_term = {{.*}} : tensor<8xi32>>
// CHECK-SAME: table = dense_resource

//--- wrong.mlir
// expected-error @below {{expects factors that give its table: AM(1, -1) is -1, the factors give 0}}
approx.multiplier @m {lhs = ui2, rhs = si3, spec = #approx.family<"exact">,
    factors = #approx.factors<shifts = [0], lhs = dense<[[0, 1, 2, 3]]> : tensor<1x4xi8>,
        rhs = dense<[[0, 1, 2, 3, -4, -3, -2, 0]]> : tensor<1x8xi8>,
        lhs_term = dense<0> : tensor<4xi32>, rhs_term = dense<0> : tensor<8xi32>>}
func.func @f(%a: tensor<2x3xi8>, %b: tensor<3x2xi8>, %z: tensor<i32>, %init: tensor<2x2xi32>) -> tensor<2x2xi32> {
  %0 = approx.matmul @m ins(%a, %b : tensor<2x3xi8>, tensor<3x2xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%init : tensor<2x2xi32>) {gradient = #approx.gradient<"ste">} -> tensor<2x2xi32>
  return %0 : tensor<2x2xi32>
}

//--- wrong-expand.mlir
// expected-error @below {{expects factors that give its table: AM(0, 0) is 0, the factors give -1}}
approx.multiplier @m {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">,
    factors = #approx.factors<shifts = [0], lhs = dense<[[0, 1, 2, 3]]> : tensor<1x4xi8>,
        rhs = dense<[[0, 1, 2, 3]]> : tensor<1x4xi8>,
        lhs_term = dense<-1> : tensor<4xi32>, rhs_term = dense<0> : tensor<4xi32>>}
func.func @f(%a: tensor<2x3xi8>, %init: tensor<2x3xi8>) -> tensor<2x3xi8> {
  // expected-error @below {{failed to legalize operation 'approx.expand'}}
  %0 = approx.expand @m ins(%a : tensor<2x3xi8>) outs(%init : tensor<2x3xi8>) {axis = 1 : i64, multiplier_operand = 0 : i64, shift = 0 : i64} -> tensor<2x3xi8>
  return %0 : tensor<2x3xi8>
}

//--- elided.mlir
// expected-error @below {{has factors without data; were its resources elided when the module was printed?}}
approx.multiplier @m {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">,
    factors = #approx.factors<shifts = [0], lhs = dense_resource<__elided__> : tensor<1x4xi8>,
        rhs = dense<[[0, 1, 2, 3]]> : tensor<1x4xi8>,
        lhs_term = dense<0> : tensor<4xi32>, rhs_term = dense<0> : tensor<4xi32>>}

//--- right.mlir
approx.multiplier @m {lhs = ui2, rhs = si3, spec = #approx.family<"exact">}
