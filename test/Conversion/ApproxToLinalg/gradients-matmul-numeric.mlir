// Gradients of approx.matmul against sums worked out by hand from M6:
// dA[m, k] = sum over n of dC[m, n]*(dAM/da - zb[n]), dB[k, n] = sum over m of
// dC[m, n]*(dAM/db - za), the slopes those of LUT-2D with a half window of 1 (its
// interior at 2 to 5, elsewhere (max - min)/8), of STE and of LUT-1D.

// RUN: approx-run %s --runtime=false --entry=lut_2d --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=LUT2D
// RUN: approx-run %s --runtime=false --entry=separable --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=SEPARABLE
// RUN: approx-run %s --runtime=false --entry=separable --pipeline=approx-simplify-gradients,convert-approx-to-linalg | FileCheck %s --check-prefix=SEPARABLE
// RUN: approx-run %s --runtime=false --entry=transposed --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=TRANSPOSED
// RUN: approx-run %s --runtime=false --entry=batched --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=BATCHED
// RUN: approx-run %s --runtime=false --entry=floats --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=FLOATS

// AM(a, b) = a*b, plus b where a >= 5, minus 1 where a = 1: not commutative.
approx.multiplier @m {lhs = ui3, rhs = ui3, table = dense<[
    [0, 0, 0, 0, 0, 0, 0, 0],
    [-1, 0, 1, 2, 3, 4, 5, 6],
    [0, 2, 4, 6, 8, 10, 12, 14],
    [0, 3, 6, 9, 12, 15, 18, 21],
    [0, 4, 8, 12, 16, 20, 24, 28],
    [0, 6, 12, 18, 24, 30, 36, 42],
    [0, 7, 14, 21, 28, 35, 42, 49],
    [0, 8, 16, 24, 32, 40, 48, 56]]> : tensor<8x8xi32>,
    hash = "66b74675a90b6bf0edb09b89f97fcc7ca53aa7f57ebd8587a29a472e02790adf",
    bounds = array<i64: -1, 56>, error_bounds = array<i64: -1, 7>}

// LUT2D: result 0: tensor<2x3xf32> {{\[\[}}12, -6.16667, 1], [-8, 13.3333, 1.08333]]
// LUT2D: result 1: tensor<3x2xf32> {{\[\[}}-2.75, 7.5], [1.5, 7.5], [4.5, -13]]
// LUT2D: result 2: tensor<2x3xf32> {{\[\[}}12.375, -6, 0.125], [-9.5, 9, 3.5]]
// LUT2D: result 3: tensor<3x2xf32> {{\[\[}}-2.375, 8.75], [1.25, 6], [5.08333, -13.6667]]
func.func @lut_2d() -> (tensor<2x3xf32>, tensor<3x2xf32>, tensor<2x3xf32>, tensor<3x2xf32>) {
  %a = arith.constant dense<[[0, 3, 7], [4, 5, 2]]> : tensor<2x3xi8>
  %b = arith.constant dense<[[6, 1], [2, 7], [3, 5]]> : tensor<3x2xi8>
  %dc = arith.constant dense<[[1.0, -2.0], [0.5, 3.0]]> : tensor<2x2xf32>
  %za = arith.constant dense<3> : tensor<i32>
  %zb = arith.constant dense<[2, 5]> : tensor<2xi32>
  %ia = tensor.empty() : tensor<2x3xf32>
  %ib = tensor.empty() : tensor<3x2xf32>
  %0 = approx.matmul_grad_lhs ins(%dc, %b : tensor<2x2xf32>, tensor<3x2xi8>) quantized @m(%a, %zb : tensor<2x3xi8>, tensor<2xi32>)
      outs(%ia : tensor<2x3xf32>) {gradient = #approx.gradient<"lut-2d:hws=1">} -> tensor<2x3xf32>
  %1 = approx.matmul_grad_rhs ins(%dc, %a : tensor<2x2xf32>, tensor<2x3xi8>) quantized @m(%b, %za : tensor<3x2xi8>, tensor<i32>)
      outs(%ib : tensor<3x2xf32>) {gradient = #approx.gradient<"lut-2d:hws=1">} -> tensor<3x2xf32>
  %2 = approx.matmul_grad_lhs ins(%dc, %b : tensor<2x2xf32>, tensor<3x2xi8>) quantized @m(%a, %zb : tensor<2x3xi8>, tensor<2xi32>)
      outs(%ia : tensor<2x3xf32>) {gradient = #approx.gradient<"lut-2d:hws=1">, order = #approx.order<rhs_first>} -> tensor<2x3xf32>
  %3 = approx.matmul_grad_rhs ins(%dc, %a : tensor<2x2xf32>, tensor<2x3xi8>) quantized @m(%b, %za : tensor<3x2xi8>, tensor<i32>)
      outs(%ib : tensor<3x2xf32>) {gradient = #approx.gradient<"lut-2d:hws=1">, order = #approx.order<rhs_first>} -> tensor<3x2xf32>
  return %0, %1, %2, %3 : tensor<2x3xf32>, tensor<3x2xf32>, tensor<2x3xf32>, tensor<3x2xf32>
}

// SEPARABLE: result 0: tensor<2x3xf32> {{\[\[}}12, -4, 1], [-10, 6, 0.5]]
// SEPARABLE: result 1: tensor<2x3xf32> {{\[\[}}12.6548, -6.20238, -0.309524], [-8.72024, 10.1369, 3.65476]]
// SEPARABLE: result 2: tensor<2x3xf32> {{\[\[}}13, -6, -1], [-9.5, 9, 3.5]]
// SEPARABLE: result 3: tensor<3x2xf32> {{\[\[}}-2.5, 9], [1.5, 9], [4.5, -13]]
func.func @separable() -> (tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<3x2xf32>) {
  %a = arith.constant dense<[[0, 3, 7], [4, 5, 2]]> : tensor<2x3xi8>
  %b = arith.constant dense<[[6, 1], [2, 7], [3, 5]]> : tensor<3x2xi8>
  %dc = arith.constant dense<[[1.0, -2.0], [0.5, 3.0]]> : tensor<2x2xf32>
  %za = arith.constant dense<3> : tensor<i32>
  %zb = arith.constant dense<[2, 5]> : tensor<2xi32>
  %ia = tensor.empty() : tensor<2x3xf32>
  %ib = tensor.empty() : tensor<3x2xf32>
  %0 = approx.matmul_grad_lhs ins(%dc, %b : tensor<2x2xf32>, tensor<3x2xi8>) quantized @m(%a, %zb : tensor<2x3xi8>, tensor<2xi32>)
      outs(%ia : tensor<2x3xf32>) {gradient = #approx.gradient<"ste">} -> tensor<2x3xf32>
  %1 = approx.matmul_grad_lhs ins(%dc, %b : tensor<2x2xf32>, tensor<3x2xi8>) quantized @m(%a, %zb : tensor<2x3xi8>, tensor<2xi32>)
      outs(%ia : tensor<2x3xf32>) {gradient = #approx.gradient<"lut-1d">} -> tensor<2x3xf32>
  %2 = approx.matmul_grad_lhs ins(%dc, %b : tensor<2x2xf32>, tensor<3x2xi8>) quantized @m(%a, %zb : tensor<2x3xi8>, tensor<2xi32>)
      outs(%ia : tensor<2x3xf32>) {gradient = #approx.gradient<"lut-1d">, order = #approx.order<rhs_first>} -> tensor<2x3xf32>
  %3 = approx.matmul_grad_rhs ins(%dc, %a : tensor<2x2xf32>, tensor<2x3xi8>) quantized @m(%b, %za : tensor<3x2xi8>, tensor<i32>)
      outs(%ib : tensor<3x2xf32>) {gradient = #approx.gradient<"lut-1d">} -> tensor<3x2xf32>
  return %0, %1, %2, %3 : tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<3x2xf32>
}

// As @lut_2d, with both operands stored the other way round.
// TRANSPOSED: result 0: tensor<3x2xf32> {{\[\[}}12, -8], [-6.16667, 13.3333], [1, 1.08333]]
// TRANSPOSED: result 1: tensor<2x3xf32> {{\[\[}}-2.75, 1.5, 4.5], [7.5, 7.5, -13]]
func.func @transposed() -> (tensor<3x2xf32>, tensor<2x3xf32>) {
  %at = arith.constant dense<[[0, 4], [3, 5], [7, 2]]> : tensor<3x2xi8>
  %bt = arith.constant dense<[[6, 2, 3], [1, 7, 5]]> : tensor<2x3xi8>
  %dc = arith.constant dense<[[1.0, -2.0], [0.5, 3.0]]> : tensor<2x2xf32>
  %za = arith.constant dense<3> : tensor<i32>
  %zb = arith.constant dense<[2, 5]> : tensor<2xi32>
  %ia = tensor.empty() : tensor<2x3xf32>
  %ib = tensor.empty() : tensor<3x2xf32>
  %0 = approx.matmul_grad_lhs ins(%dc, %bt : tensor<2x2xf32>, tensor<2x3xi8>) quantized @m(%at, %zb : tensor<3x2xi8>, tensor<2xi32>)
      outs(%ib : tensor<3x2xf32>) {gradient = #approx.gradient<"lut-2d:hws=1">, lhs_transposed, rhs_transposed} -> tensor<3x2xf32>
  %1 = approx.matmul_grad_rhs ins(%dc, %at : tensor<2x2xf32>, tensor<3x2xi8>) quantized @m(%bt, %za : tensor<2x3xi8>, tensor<i32>)
      outs(%ia : tensor<2x3xf32>) {gradient = #approx.gradient<"lut-2d:hws=1">, lhs_transposed, rhs_transposed} -> tensor<2x3xf32>
  return %0, %1 : tensor<3x2xf32>, tensor<2x3xf32>
}

// Two batches of the same codes; the first cotangent is that of @lut_2d.
// BATCHED: result 0: tensor<2x2x3xf32> {{\[\[\[}}12, -6.16667, 1], [-8, 13.3333, 1.08333]], {{\[\[}}8, 1, 2], [3.66667, -4.33333, -0.166667]]]
// BATCHED: result 1: tensor<2x3x2xf32> {{\[\[\[}}-2.75, 7.5], [1.5, 7.5], [4.5, -13]], {{\[\[}}-6, -0.5], [0, -2.25], [10, 1]]]
func.func @batched() -> (tensor<2x2x3xf32>, tensor<2x3x2xf32>) {
  %a = arith.constant dense<[[[0, 3, 7], [4, 5, 2]], [[0, 3, 7], [4, 5, 2]]]> : tensor<2x2x3xi8>
  %b = arith.constant dense<[[[6, 1], [2, 7], [3, 5]], [[6, 1], [2, 7], [3, 5]]]> : tensor<2x3x2xi8>
  %dc = arith.constant dense<[[[1.0, -2.0], [0.5, 3.0]], [[2.0, 0.0], [0.0, -1.0]]]> : tensor<2x2x2xf32>
  %za = arith.constant dense<3> : tensor<i32>
  %zb = arith.constant dense<[2, 5]> : tensor<2xi32>
  %ia = tensor.empty() : tensor<2x2x3xf32>
  %ib = tensor.empty() : tensor<2x3x2xf32>
  %0 = approx.batch_matmul_grad_lhs ins(%dc, %b : tensor<2x2x2xf32>, tensor<2x3x2xi8>) quantized @m(%a, %zb : tensor<2x2x3xi8>, tensor<2xi32>)
      outs(%ia : tensor<2x2x3xf32>) {gradient = #approx.gradient<"lut-2d:hws=1">} -> tensor<2x2x3xf32>
  %1 = approx.batch_matmul_grad_rhs ins(%dc, %a : tensor<2x2x2xf32>, tensor<2x2x3xi8>) quantized @m(%b, %za : tensor<2x3x2xi8>, tensor<i32>)
      outs(%ib : tensor<2x3x2xf32>) {gradient = #approx.gradient<"lut-2d:hws=1">} -> tensor<2x3x2xf32>
  return %0, %1 : tensor<2x2x3xf32>, tensor<2x3x2xf32>
}

// The exact gradients, in f32 and in f64.
// FLOATS: result 0: tensor<2x3xf32> {{\[\[}}4, -12, -7], [6, 22, 16.5]]
// FLOATS: result 1: tensor<3x2xf64> {{\[\[}}2, 12], [5.5, 9], [8, -8]]
func.func @floats() -> (tensor<2x3xf32>, tensor<3x2xf64>) {
  %a = arith.constant dense<[[0.0, 3.0, 7.0], [4.0, 5.0, 2.0]]> : tensor<2x3xf64>
  %b = arith.constant dense<[[6.0, 1.0], [2.0, 7.0], [3.0, 5.0]]> : tensor<3x2xf32>
  %dc = arith.constant dense<[[1.0, -2.0], [0.5, 3.0]]> : tensor<2x2xf32>
  %dc64 = arith.constant dense<[[1.0, -2.0], [0.5, 3.0]]> : tensor<2x2xf64>
  %ia = tensor.empty() : tensor<2x3xf32>
  %ib = tensor.empty() : tensor<3x2xf64>
  %0 = approx.matmul_grad_lhs ins(%dc, %b : tensor<2x2xf32>, tensor<3x2xf32>) outs(%ia : tensor<2x3xf32>) -> tensor<2x3xf32>
  %1 = approx.matmul_grad_rhs ins(%dc64, %a : tensor<2x2xf64>, tensor<2x3xf64>) outs(%ib : tensor<3x2xf64>) -> tensor<3x2xf64>
  return %0, %1 : tensor<2x3xf32>, tensor<3x2xf64>
}
