// What approx.matmul and batch_matmul compute, against sums worked out by hand
// from two small tables: one is not commutative, both have AM(0, 0) = 1.

// RUN: approx-run %s --runtime=false --entry=order --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=ORDER
// RUN: approx-run %s --runtime=false --entry=mixed_signs --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=SIGNS
// RUN: approx-run %s --runtime=false --entry=per_channel --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=CHANNEL
// RUN: approx-run %s --runtime=false --entry=transposed --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=TRANSPOSED
// RUN: approx-run %s --runtime=false --entry=batched --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=BATCHED

// Rows a = 0 .. 3, columns b = 0 .. 3.
approx.multiplier @uu {lhs = ui2, rhs = ui2, table = dense<[[1, 0, 0, 0], [2, 1, 2, 3], [0, 2, 4, 6], [0, 3, 5, 9]]> : tensor<4x4xi32>,
    hash = "5e3a08371261a0226f1d82299fee6a15bc328da5dafc8d27d34acf98c3039650",
    bounds = array<i64: 0, 9>, error_bounds = array<i64: -1, 2>}
// Rows a = 0 .. 3, columns b = 0, 1, -2, -1: bit patterns.
approx.multiplier @us {lhs = ui2, rhs = si2, table = dense<[[1, 0, 2, -1], [0, 1, -2, -1], [3, 2, -4, -3], [0, 5, -6, -3]]> : tensor<4x4xi32>,
    hash = "d37716598a3cabbc6a99acbb567fa1bd297473ec2bbfa73f00f4c94c5fa2f8c6",
    bounds = array<i64: -6, 5>, error_bounds = array<i64: -1, 3>}

// The first sum: AM(0,0) + AM(1,1) + AM(3,2) = 1 + 1 + 5; swapped, AM(2,3) = 6.
// With zero points 3 and 1: each term minus 1*a, minus 3*b, plus 3.
// ORDER: result 0: tensor<2x2xi32> {{\[\[}}7, 11], [3, 4]]
// ORDER: result 1: tensor<2x2xi32> {{\[\[}}8, 9], [3, 4]]
// ORDER: result 2: tensor<2x2xi64> {{\[\[}}3, 1], [-2, -7]]
func.func @order() -> (tensor<2x2xi32>, tensor<2x2xi32>, tensor<2x2xi64>) {
  %a = arith.constant dense<[[0, 1, 3], [2, 3, 0]]> : tensor<2x3xi8>
  %b = arith.constant dense<[[0, 2], [1, 0], [2, 3]]> : tensor<3x2xi8>
  %z0 = arith.constant dense<0> : tensor<i32>
  %z1 = arith.constant dense<1> : tensor<i32>
  %z3 = arith.constant dense<3> : tensor<i32>
  %init = tensor.empty() : tensor<2x2xi32>
  %wide = tensor.empty() : tensor<2x2xi64>
  %lhs_first = approx.matmul @uu ins(%a, %b : tensor<2x3xi8>, tensor<3x2xi8>) zero_points(%z0, %z0 : tensor<i32>, tensor<i32>)
      outs(%init : tensor<2x2xi32>) {gradient = #approx.gradient<"ste">} -> tensor<2x2xi32>
  %rhs_first = approx.matmul @uu ins(%a, %b : tensor<2x3xi8>, tensor<3x2xi8>) zero_points(%z0, %z0 : tensor<i32>, tensor<i32>)
      outs(%init : tensor<2x2xi32>) {gradient = #approx.gradient<"ste">, order = #approx.order<rhs_first>} -> tensor<2x2xi32>
  %shifted = approx.matmul @uu ins(%a, %b : tensor<2x3xi8>, tensor<3x2xi8>) zero_points(%z3, %z1 : tensor<i32>, tensor<i32>)
      outs(%wide : tensor<2x2xi64>) {gradient = #approx.gradient<"ste">} -> tensor<2x2xi64>
  return %lhs_first, %rhs_first, %shifted : tensor<2x2xi32>, tensor<2x2xi32>, tensor<2x2xi64>
}

// The same products from either side: lhs is AM's first operand, or rhs is.
// SIGNS: result 0: tensor<2x2xi32> {{\[\[}}-2, 5], [13, -5]]
// SIGNS: result 1: tensor<2x2xi32> {{\[\[}}-2, 13], [5, -5]]
func.func @mixed_signs() -> (tensor<2x2xi32>, tensor<2x2xi32>) {
  %a = arith.constant dense<[[0, 1, 3], [2, 3, 0]]> : tensor<2x3xi8>
  %b = arith.constant dense<[[0, -1], [1, -2], [-2, 1]]> : tensor<3x2xi8>
  %at = arith.constant dense<[[0, 2], [1, 3], [3, 0]]> : tensor<3x2xi8>
  %bt = arith.constant dense<[[0, 1, -2], [-1, -2, 1]]> : tensor<2x3xi8>
  %za = arith.constant dense<1> : tensor<i32>
  %zb = arith.constant dense<-1> : tensor<i32>
  %init = tensor.empty() : tensor<2x2xi32>
  %0 = approx.matmul @us ins(%a, %b : tensor<2x3xi8>, tensor<3x2xi8>) zero_points(%za, %zb : tensor<i32>, tensor<i32>)
      outs(%init : tensor<2x2xi32>) {gradient = #approx.gradient<"ste">} -> tensor<2x2xi32>
  %1 = approx.matmul @us ins(%bt, %at : tensor<2x3xi8>, tensor<3x2xi8>) zero_points(%zb, %za : tensor<i32>, tensor<i32>)
      outs(%init : tensor<2x2xi32>) {gradient = #approx.gradient<"ste">, order = #approx.order<rhs_first>} -> tensor<2x2xi32>
  return %0, %1 : tensor<2x2xi32>, tensor<2x2xi32>
}

// CHANNEL: result 0: tensor<2x2xi32> {{\[\[}}-2, 3], [13, -9]]
// CHANNEL: result 1: tensor<2x2xi32> {{\[\[}}-3, 4], [12, -5]]
func.func @per_channel() -> (tensor<2x2xi32>, tensor<2x2xi32>) {
  %a = arith.constant dense<[[0, 1, 3], [2, 3, 0]]> : tensor<2x3xi8>
  %b = arith.constant dense<[[0, -1], [1, -2], [-2, 1]]> : tensor<3x2xi8>
  %z0 = arith.constant dense<0> : tensor<i32>
  %z1 = arith.constant dense<1> : tensor<i32>
  %za = arith.constant dense<[1, 2]> : tensor<2xi32>
  %zb = arith.constant dense<[-1, 1]> : tensor<2xi32>
  %init = tensor.empty() : tensor<2x2xi32>
  %columns = approx.matmul @us ins(%a, %b : tensor<2x3xi8>, tensor<3x2xi8>) zero_points(%z1, %zb : tensor<i32>, tensor<2xi32>)
      outs(%init : tensor<2x2xi32>) {gradient = #approx.gradient<"ste">} -> tensor<2x2xi32>
  %rows = approx.matmul @us ins(%a, %b : tensor<2x3xi8>, tensor<3x2xi8>) zero_points(%za, %z0 : tensor<2xi32>, tensor<i32>)
      outs(%init : tensor<2x2xi32>) {gradient = #approx.gradient<"ste">} -> tensor<2x2xi32>
  return %columns, %rows : tensor<2x2xi32>, tensor<2x2xi32>
}

// Zero points run along rows of lhs and columns of rhs however they are stored.
// TRANSPOSED: result 0: tensor<2x2xi32> {{\[\[}}-3, 4], [12, -5]]
// TRANSPOSED: result 1: tensor<2x2xi32> {{\[\[}}-2, 3], [13, -9]]
func.func @transposed() -> (tensor<2x2xi32>, tensor<2x2xi32>) {
  %a = arith.constant dense<[[0, 1, 3], [2, 3, 0]]> : tensor<2x3xi8>
  %at = arith.constant dense<[[0, 2], [1, 3], [3, 0]]> : tensor<3x2xi8>
  %b = arith.constant dense<[[0, -1], [1, -2], [-2, 1]]> : tensor<3x2xi8>
  %bt = arith.constant dense<[[0, 1, -2], [-1, -2, 1]]> : tensor<2x3xi8>
  %z0 = arith.constant dense<0> : tensor<i32>
  %z1 = arith.constant dense<1> : tensor<i32>
  %za = arith.constant dense<[1, 2]> : tensor<2xi32>
  %zb = arith.constant dense<[-1, 1]> : tensor<2xi32>
  %init = tensor.empty() : tensor<2x2xi32>
  %0 = approx.matmul @us ins(%at, %b : tensor<3x2xi8>, tensor<3x2xi8>) zero_points(%za, %z0 : tensor<2xi32>, tensor<i32>)
      outs(%init : tensor<2x2xi32>) {gradient = #approx.gradient<"ste">, lhs_transposed} -> tensor<2x2xi32>
  %1 = approx.matmul @us ins(%a, %bt : tensor<2x3xi8>, tensor<2x3xi8>) zero_points(%z1, %zb : tensor<i32>, tensor<2xi32>)
      outs(%init : tensor<2x2xi32>) {gradient = #approx.gradient<"ste">, rhs_transposed} -> tensor<2x2xi32>
  return %0, %1 : tensor<2x2xi32>, tensor<2x2xi32>
}

// The first batch is that of @mixed_signs.
// BATCHED: result 0: tensor<2x2x2xi32> {{\[\[\[}}-2, 5], [13, -5]], {{\[\[}}-6, 8], [0, 0]]]
func.func @batched() -> tensor<2x2x2xi32> {
  %a = arith.constant dense<[[[0, 1, 3], [2, 3, 0]], [[3, 3, 3], [1, 1, 1]]]> : tensor<2x2x3xi8>
  %bt = arith.constant dense<[[[0, 1, -2], [-1, -2, 1]], [[-2, -2, -2], [0, 1, -1]]]> : tensor<2x2x3xi8>
  %za = arith.constant dense<1> : tensor<i32>
  %zb = arith.constant dense<-1> : tensor<2xi32>
  %init = tensor.empty() : tensor<2x2x2xi32>
  %0 = approx.batch_matmul @us ins(%a, %bt : tensor<2x2x3xi8>, tensor<2x2x3xi8>) zero_points(%za, %zb : tensor<i32>, tensor<2xi32>)
      outs(%init : tensor<2x2x2xi32>) {gradient = #approx.gradient<"ste">, rhs_transposed} -> tensor<2x2x2xi32>
  return %0 : tensor<2x2x2xi32>
}
