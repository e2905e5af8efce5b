// RUN: %check_gradients | FileCheck %s --implicit-check-not=differs
// RUN: %check_split | FileCheck %s --implicit-check-not=differs

// Masks that the function draws from a seed: held constant, and the same in
// both passes.

#id = affine_map<(i, j) -> (i, j)>

// Dropout as PyTorch's importer writes it, with a shorter hash: a generic of
// indices alone, a comparison, a product, a scale.
// CHECK: @dropout: gradient agrees
func.func @dropout(%x: tensor<4x6xf64>, %seed: tensor<i64> {test.values = dense<12345> : tensor<i64>}) -> tensor<4x6xf64> {
  %factor = arith.constant 6364136223846793005 : i64
  %shift = arith.constant 33 : i64
  %half = arith.constant 1.5e9 : f64
  %two = arith.constant 2.0 : f64
  %columns = arith.constant 6 : i64
  %key = tensor.extract %seed[] : tensor<i64>
  %e = tensor.empty() : tensor<4x6xf64>
  %drawn = linalg.generic {indexing_maps = [#id], iterator_types = ["parallel", "parallel"]} outs(%e : tensor<4x6xf64>) {
  ^bb0(%o: f64):
    %i = linalg.index 0 : index
    %j = linalg.index 1 : index
    %i64 = arith.index_cast %i : index to i64
    %j64 = arith.index_cast %j : index to i64
    %row = arith.muli %i64, %columns : i64
    %counter = arith.addi %row, %j64 : i64
    %0 = arith.muli %counter, %key : i64
    %1 = arith.addi %0, %key : i64
    %2 = arith.muli %1, %factor : i64
    %3 = arith.shrui %2, %shift : i64
    %4 = arith.uitofp %3 : i64 to f64
    linalg.yield %4 : f64
  } -> tensor<4x6xf64>
  %bits = tensor.empty() : tensor<4x6xi1>
  %mask = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%drawn : tensor<4x6xf64>) outs(%bits : tensor<4x6xi1>) {
  ^bb0(%a: f64, %o: i1):
    %keep = arith.cmpf ogt, %a, %half : f64
    linalg.yield %keep : i1
  } -> tensor<4x6xi1>
  %r = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%mask, %x : tensor<4x6xi1>, tensor<4x6xf64>) outs(%e : tensor<4x6xf64>) {
  ^bb0(%m: i1, %a: f64, %o: f64):
    %f = arith.uitofp %m : i1 to f64
    %0 = arith.mulf %f, %a : f64
    %1 = arith.mulf %0, %two : f64
    %2 = arith.mulf %1, %1 : f64
    linalg.yield %2 : f64
  } -> tensor<4x6xf64>
  return %r : tensor<4x6xf64>
}
