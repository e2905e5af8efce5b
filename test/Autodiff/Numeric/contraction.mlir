// RUN: %check_gradients | FileCheck %s --implicit-check-not=differs
// RUN: %check_split | FileCheck %s --implicit-check-not=differs

// Contractions, in every operand and in the init, also transposed and broadcast.

#mk = affine_map<(m, n, k) -> (m, k)>
#km = affine_map<(m, n, k) -> (k, m)>
#kn = affine_map<(m, n, k) -> (k, n)>
#nk = affine_map<(m, n, k) -> (n, k)>
#k = affine_map<(m, n, k) -> (k)>
#mn = affine_map<(m, n, k) -> (m, n)>

// CHECK: @matmul: gradient agrees
func.func @matmul(%a: tensor<3x5xf64>, %b: tensor<5x4xf64>, %c: tensor<3x4xf64>) -> tensor<3x4xf64> {
  %r = linalg.matmul ins(%a, %b : tensor<3x5xf64>, tensor<5x4xf64>) outs(%c : tensor<3x4xf64>) -> tensor<3x4xf64>
  return %r : tensor<3x4xf64>
}

// CHECK: @matmul_lhs_transposed: gradient agrees
func.func @matmul_lhs_transposed(%a: tensor<5x3xf64>, %b: tensor<5x4xf64>, %c: tensor<3x4xf64>) -> tensor<3x4xf64> {
  %r = linalg.matmul indexing_maps = [#km, #kn, #mn]
    ins(%a, %b : tensor<5x3xf64>, tensor<5x4xf64>) outs(%c : tensor<3x4xf64>) -> tensor<3x4xf64>
  return %r : tensor<3x4xf64>
}

// CHECK: @matmul_rhs_transposed: gradient agrees
func.func @matmul_rhs_transposed(%a: tensor<3x5xf64>, %b: tensor<4x5xf64>, %c: tensor<3x4xf64>) -> tensor<3x4xf64> {
  %r = linalg.matmul indexing_maps = [#mk, #nk, #mn]
    ins(%a, %b : tensor<3x5xf64>, tensor<4x5xf64>) outs(%c : tensor<3x4xf64>) -> tensor<3x4xf64>
  return %r : tensor<3x4xf64>
}

// CHECK: @matmul_both_transposed: gradient agrees
func.func @matmul_both_transposed(%a: tensor<5x3xf64>, %b: tensor<4x5xf64>, %c: tensor<3x4xf64>) -> tensor<3x4xf64> {
  %r = linalg.matmul indexing_maps = [#km, #nk, #mn]
    ins(%a, %b : tensor<5x3xf64>, tensor<4x5xf64>) outs(%c : tensor<3x4xf64>) -> tensor<3x4xf64>
  return %r : tensor<3x4xf64>
}

// CHECK: @matmul_broadcast: gradient agrees
func.func @matmul_broadcast(%a: tensor<5xf64>, %b: tensor<5x4xf64>, %c: tensor<3x4xf64>) -> tensor<3x4xf64> {
  %r = linalg.matmul indexing_maps = [#k, #kn, #mn]
    ins(%a, %b : tensor<5xf64>, tensor<5x4xf64>) outs(%c : tensor<3x4xf64>) -> tensor<3x4xf64>
  return %r : tensor<3x4xf64>
}

// The same value on both sides.
// CHECK: @matmul_square: gradient agrees
func.func @matmul_square(%a: tensor<4x4xf64>) -> tensor<4x4xf64> {
  %r = linalg.matmul ins(%a, %a : tensor<4x4xf64>, tensor<4x4xf64>) outs(%a : tensor<4x4xf64>) -> tensor<4x4xf64>
  return %r : tensor<4x4xf64>
}

// CHECK: @batch_matmul: gradient agrees
func.func @batch_matmul(%a: tensor<2x3x5xf64>, %b: tensor<2x5x4xf64>, %c: tensor<2x3x4xf64>) -> tensor<2x3x4xf64> {
  %r = linalg.batch_matmul ins(%a, %b : tensor<2x3x5xf64>, tensor<2x5x4xf64>) outs(%c : tensor<2x3x4xf64>) -> tensor<2x3x4xf64>
  return %r : tensor<2x3x4xf64>
}

// CHECK: @batch_matmul_transposed: gradient agrees
func.func @batch_matmul_transposed(%a: tensor<2x5x3xf64>, %b: tensor<2x4x5xf64>, %c: tensor<2x3x4xf64>) -> tensor<2x3x4xf64> {
  %r = linalg.batch_matmul indexing_maps = [affine_map<(b, m, n, k) -> (b, k, m)>, affine_map<(b, m, n, k) -> (b, n, k)>,
                                            affine_map<(b, m, n, k) -> (b, m, n)>]
    ins(%a, %b : tensor<2x5x3xf64>, tensor<2x4x5xf64>) outs(%c : tensor<2x3x4xf64>) -> tensor<2x3x4xf64>
  return %r : tensor<2x3x4xf64>
}

// CHECK: @batch_reduce_matmul: gradient agrees
func.func @batch_reduce_matmul(%a: tensor<2x3x5xf64>, %b: tensor<2x5x4xf64>, %c: tensor<3x4xf64>) -> tensor<3x4xf64> {
  %r = linalg.batch_reduce_matmul ins(%a, %b : tensor<2x3x5xf64>, tensor<2x5x4xf64>) outs(%c : tensor<3x4xf64>) -> tensor<3x4xf64>
  return %r : tensor<3x4xf64>
}

// CHECK: @matvec: gradient agrees
func.func @matvec(%a: tensor<3x5xf64>, %x: tensor<5xf64>, %c: tensor<3xf64>) -> tensor<3xf64> {
  %r = linalg.matvec ins(%a, %x : tensor<3x5xf64>, tensor<5xf64>) outs(%c : tensor<3xf64>) -> tensor<3xf64>
  return %r : tensor<3xf64>
}

// CHECK: @vecmat: gradient agrees
func.func @vecmat(%x: tensor<5xf64>, %a: tensor<5x3xf64>, %c: tensor<3xf64>) -> tensor<3xf64> {
  %r = linalg.vecmat ins(%x, %a : tensor<5xf64>, tensor<5x3xf64>) outs(%c : tensor<3xf64>) -> tensor<3xf64>
  return %r : tensor<3xf64>
}

// CHECK: @batch_matvec: gradient agrees
func.func @batch_matvec(%a: tensor<2x3x5xf64>, %x: tensor<2x5xf64>, %c: tensor<2x3xf64>) -> tensor<2x3xf64> {
  %r = linalg.batch_matvec ins(%a, %x : tensor<2x3x5xf64>, tensor<2x5xf64>) outs(%c : tensor<2x3xf64>) -> tensor<2x3xf64>
  return %r : tensor<2x3xf64>
}

// CHECK: @dot: gradient agrees
func.func @dot(%x: tensor<5xf64>, %y: tensor<5xf64>, %c: tensor<f64>) -> tensor<f64> {
  %r = linalg.dot ins(%x, %y : tensor<5xf64>, tensor<5xf64>) outs(%c : tensor<f64>) -> tensor<f64>
  return %r : tensor<f64>
}

// CHECK: @contract: gradient agrees
func.func @contract(%a: tensor<2x5x3xf64>, %b: tensor<5x4xf64>, %c: tensor<4x2x3xf64>) -> tensor<4x2x3xf64> {
  %r = linalg.contract indexing_maps = [affine_map<(b, m, n, k) -> (b, k, m)>, affine_map<(b, m, n, k) -> (k, n)>,
                                        affine_map<(b, m, n, k) -> (n, b, m)>]
    ins(%a, %b : tensor<2x5x3xf64>, tensor<5x4xf64>) outs(%c : tensor<4x2x3xf64>) -> tensor<4x2x3xf64>
  return %r : tensor<4x2x3xf64>
}

// CHECK: @dynamic: gradient agrees
func.func @dynamic(%a: tensor<?x5xf64> {test.shape = array<i64: 3, 5>}, %b: tensor<5x?xf64> {test.shape = array<i64: 5, 4>},
                   %c: tensor<?x?xf64> {test.shape = array<i64: 3, 4>}) -> tensor<?x?xf64> {
  %r = linalg.matmul ins(%a, %b : tensor<?x5xf64>, tensor<5x?xf64>) outs(%c : tensor<?x?xf64>) -> tensor<?x?xf64>
  return %r : tensor<?x?xf64>
}
