// RUN: %check_gradients | FileCheck %s --implicit-check-not=differs
// RUN: %check_split | FileCheck %s --implicit-check-not=differs

// Elements that a body looks up at indices it computes: their cotangents are
// added up where they came from.

#row = affine_map<(i, j) -> (i)>
#id1 = affine_map<(i) -> (i)>
#id2 = affine_map<(i, j) -> (i, j)>
#id3 = affine_map<(i, j, k) -> (i, j, k)>
#batch = affine_map<(i, j, k) -> (i, j)>
#last = affine_map<(i, j, k) -> (k)>
#first = affine_map<(i, j, k) -> (i)>

// Rows of a table, one of them several times and one never.
// CHECK: @embedding: gradient agrees
func.func @embedding(%w: tensor<5x3xf64>, %x: tensor<2x4xi64> {test.values = dense<[[0, 3, 3, 1], [4, 3, 0, 1]]> : tensor<2x4xi64>})
    -> tensor<2x4x3xf64> {
  %e = tensor.empty() : tensor<2x4x3xf64>
  %r = linalg.generic {indexing_maps = [#batch, #id3], iterator_types = ["parallel", "parallel", "parallel"]}
      ins(%x : tensor<2x4xi64>) outs(%e : tensor<2x4x3xf64>) {
  ^bb0(%in: i64, %o: f64):
    %i = arith.index_cast %in : i64 to index
    %k = linalg.index 2 : index
    %0 = tensor.extract %w[%i, %k] : tensor<5x3xf64>
    linalg.yield %0 : f64
  } -> tensor<2x4x3xf64>
  return %r : tensor<2x4x3xf64>
}

// The element goes through the body with others, is looked up twice, once with
// the dims the other way round, and the loops reduce.
// CHECK: @in_a_body: gradient agrees
func.func @in_a_body(%w: tensor<4x4xf64>, %y: tensor<3xf64>, %x: tensor<2x3xi64> {test.values = dense<[[0, 3, 3], [1, 3, 0]]> : tensor<2x3xi64>})
    -> tensor<2xf64> {
  %zero = arith.constant dense<0.0> : tensor<2xf64>
  %c1 = arith.constant 1 : index
  %r = linalg.generic {indexing_maps = [#id2, affine_map<(i, j) -> (j)>, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x, %y : tensor<2x3xi64>, tensor<3xf64>) outs(%zero : tensor<2xf64>) {
  ^bb0(%in: i64, %a: f64, %o: f64):
    %i = arith.index_cast %in : i64 to index
    %j = linalg.index 1 : index
    %k = arith.addi %j, %c1 : index
    %0 = tensor.extract %w[%i, %j] : tensor<4x4xf64>
    %1 = tensor.extract %w[%k, %i] : tensor<4x4xf64>
    %2 = arith.mulf %0, %1 : f64
    %3 = math.sin %2 : f64
    %4 = arith.mulf %3, %a : f64
    %5 = arith.addf %o, %4 : f64
    linalg.yield %5 : f64
  } -> tensor<2xf64>
  return %r : tensor<2xf64>
}

// A slice whose dims come in another order than the loops'.
// CHECK: @transposed: gradient agrees
func.func @transposed(%w: tensor<3x5x2xf64>, %x: tensor<4xi32> {test.values = dense<[4, 0, 4, 2]> : tensor<4xi32>}) -> tensor<4x2x3xf64> {
  %e = tensor.empty() : tensor<4x2x3xf64>
  %r = linalg.generic {indexing_maps = [#first, #id3], iterator_types = ["parallel", "parallel", "parallel"]}
      ins(%x : tensor<4xi32>) outs(%e : tensor<4x2x3xf64>) {
  ^bb0(%in: i32, %o: f64):
    %i = arith.index_cast %in : i32 to index
    %j = linalg.index 1 : index
    %k = linalg.index 2 : index
    %0 = tensor.extract %w[%k, %i, %j] : tensor<3x5x2xf64>
    %1 = arith.mulf %0, %0 : f64
    linalg.yield %1 : f64
  } -> tensor<4x2x3xf64>
  return %r : tensor<4x2x3xf64>
}

// One index of the table read from another table; loops that no index needs.
// CHECK: @of_a_table: gradient agrees
func.func @of_a_table(%w: tensor<5xf64>, %t: tensor<4xi64> {test.values = dense<[4, 1, 1, 0]> : tensor<4xi64>},
                      %x: tensor<2xi64> {test.values = dense<[3, 1]> : tensor<2xi64>}) -> tensor<2x3xf64> {
  %e = tensor.empty() : tensor<2x3xf64>
  %r = linalg.generic {indexing_maps = [#row, #id2], iterator_types = ["parallel", "parallel"]}
      ins(%x : tensor<2xi64>) outs(%e : tensor<2x3xf64>) {
  ^bb0(%in: i64, %o: f64):
    %i = arith.index_cast %in : i64 to index
    %n = tensor.extract %t[%i] : tensor<4xi64>
    %k = arith.index_cast %n : i64 to index
    %j = linalg.index 1 : index
    %j64 = arith.index_cast %j : index to i64
    %f = arith.sitofp %j64 : i64 to f64
    %0 = tensor.extract %w[%k] : tensor<5xf64>
    %1 = arith.mulf %0, %f : f64
    linalg.yield %1 : f64
  } -> tensor<2x3xf64>
  return %r : tensor<2x3xf64>
}

// The diagonal: both indices are of one loop, so that it stays a loop.
// CHECK: @diagonal: gradient agrees
func.func @diagonal(%w: tensor<3x3xf64>) -> tensor<3xf64> {
  %e = tensor.empty() : tensor<3xf64>
  %r = linalg.generic {indexing_maps = [#id1], iterator_types = ["parallel"]} outs(%e : tensor<3xf64>) {
  ^bb0(%o: f64):
    %i = linalg.index 0 : index
    %0 = tensor.extract %w[%i, %i] : tensor<3x3xf64>
    linalg.yield %0 : f64
  } -> tensor<3xf64>
  return %r : tensor<3xf64>
}

// An index that is out of range and kept within: no cotangent comes from it.
// CHECK: @clamped: gradient agrees
func.func @clamped(%w: tensor<3xf64>, %x: tensor<4xi64> {test.values = dense<[-1, 5, 2, 2]> : tensor<4xi64>}) -> tensor<4xf64> {
  %e = tensor.empty() : tensor<4xf64>
  %c0 = arith.constant 0 : index
  %c2 = arith.constant 2 : index
  %c3 = arith.constant 3 : index
  %zero = arith.constant 0.0 : f64
  %r = linalg.generic {indexing_maps = [#id1, #id1], iterator_types = ["parallel"]}
      ins(%x : tensor<4xi64>) outs(%e : tensor<4xf64>) {
  ^bb0(%in: i64, %o: f64):
    %i = arith.index_cast %in : i64 to index
    %ok = arith.cmpi ult, %i, %c3 : index
    %low = arith.maxsi %i, %c0 : index
    %within = arith.minsi %low, %c2 : index
    %0 = tensor.extract %w[%within] : tensor<3xf64>
    %1 = arith.select %ok, %0, %zero : f64
    linalg.yield %1 : f64
  } -> tensor<4xf64>
  return %r : tensor<4xf64>
}
