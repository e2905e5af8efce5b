// RUN: %check_gradients | FileCheck %s --implicit-check-not=differs
// RUN: %check_split | FileCheck %s --implicit-check-not=differs

// linalg.generic by its maps and its body.

#id1 = affine_map<(i) -> (i)>
#scalar1 = affine_map<(i) -> ()>
#id2 = affine_map<(i, j) -> (i, j)>
#transposed = affine_map<(i, j) -> (j, i)>
#row = affine_map<(i, j) -> (i)>
#column = affine_map<(i, j) -> (j)>
#keep = affine_map<(i, j) -> (i, 0)>
#scalar2 = affine_map<(i, j) -> ()>
#window = affine_map<(i, j) -> (i * 2 + j)>
#flipped = affine_map<(i, j) -> (i, 3 - j)>

// An input that is broadcast, one that is transposed, one used twice.
// CHECK: @maps: gradient agrees
func.func @maps(%x: tensor<3x4xf64>, %y: tensor<4xf64>, %z: tensor<4x3xf64>, %w: tensor<3x1xf64>) -> tensor<3x4xf64> {
  %e = tensor.empty() : tensor<3x4xf64>
  %r = linalg.generic {indexing_maps = [#id2, #column, #transposed, #id2, #keep, #id2], iterator_types = ["parallel", "parallel"]}
      ins(%x, %y, %z, %x, %w : tensor<3x4xf64>, tensor<4xf64>, tensor<4x3xf64>, tensor<3x4xf64>, tensor<3x1xf64>)
      outs(%e : tensor<3x4xf64>) {
  ^bb0(%a: f64, %b: f64, %c: f64, %d: f64, %f: f64, %o: f64):
    %0 = arith.mulf %a, %b : f64
    %1 = math.tanh %0 : f64
    %2 = arith.mulf %1, %d : f64
    %3 = arith.mulf %c, %f : f64
    %4 = arith.addf %2, %3 : f64
    linalg.yield %4 : f64
  } -> tensor<3x4xf64>
  return %r : tensor<3x4xf64>
}

// A strided window that overlaps, weighted by its position.
// CHECK: @window: gradient agrees
func.func @window(%x: tensor<9xf64>, %w: tensor<3xf64>) -> tensor<4xf64> {
  %zero = arith.constant dense<0.0> : tensor<4xf64>
  %r = linalg.generic {indexing_maps = [#window, #column, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x, %w : tensor<9xf64>, tensor<3xf64>) outs(%zero : tensor<4xf64>) {
  ^bb0(%a: f64, %b: f64, %o: f64):
    %j = linalg.index 1 : index
    %k = arith.index_cast %j : index to i64
    %f = arith.sitofp %k : i64 to f64
    %0 = arith.mulf %a, %b : f64
    %1 = arith.mulf %0, %f : f64
    %2 = arith.addf %o, %1 : f64
    linalg.yield %2 : f64
  } -> tensor<4xf64>
  return %r : tensor<4xf64>
}

// CHECK: @flipped: gradient agrees
func.func @flipped(%x: tensor<3x4xf64>) -> tensor<3x4xf64> {
  %e = tensor.empty() : tensor<3x4xf64>
  %r = linalg.generic {indexing_maps = [#flipped, #id2], iterator_types = ["parallel", "parallel"]}
      ins(%x : tensor<3x4xf64>) outs(%e : tensor<3x4xf64>) {
  ^bb0(%a: f64, %o: f64):
    %0 = arith.mulf %a, %a : f64
    linalg.yield %0 : f64
  } -> tensor<3x4xf64>
  return %r : tensor<3x4xf64>
}

// A scalar operand, a captured scalar, an init that is read.
// CHECK: @scalars: gradient agrees
func.func @scalars(%x: tensor<4xf64>, %init: tensor<4xf64>, %s: f64, %t: f64) -> tensor<4xf64> {
  %u = arith.mulf %t, %t : f64
  %r = linalg.generic {indexing_maps = [#id1, #scalar1, #id1], iterator_types = ["parallel"]}
      ins(%x, %s : tensor<4xf64>, f64) outs(%init : tensor<4xf64>) {
  ^bb0(%a: f64, %b: f64, %o: f64):
    %0 = arith.mulf %a, %b : f64
    %1 = arith.mulf %0, %u : f64
    %2 = arith.mulf %1, %o : f64
    linalg.yield %2 : f64
  } -> tensor<4xf64>
  return %r : tensor<4xf64>
}

// Two results that share the body, one of them a reduction.
// CHECK: @two_results: gradient agrees
func.func @two_results(%x: tensor<3x4xf64>, %s: tensor<3xf64>) -> (tensor<3x4xf64>, tensor<3xf64>) {
  %e = tensor.empty() : tensor<3x4xf64>
  %r:2 = linalg.generic {indexing_maps = [#id2, #id2, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x : tensor<3x4xf64>) outs(%e, %s : tensor<3x4xf64>, tensor<3xf64>) {
  ^bb0(%a: f64, %o: f64, %p: f64):
    %0 = math.sin %a : f64
    %1 = arith.mulf %0, %a : f64
    %2 = arith.addf %p, %1 : f64
    linalg.yield %0, %2 : f64, f64
  } -> (tensor<3x4xf64>, tensor<3xf64>)
  return %r#0, %r#1 : tensor<3x4xf64>, tensor<3xf64>
}

// CHECK: @subtracted: gradient agrees
func.func @subtracted(%x: tensor<3x4xf64>, %s: tensor<3xf64>) -> tensor<3xf64> {
  %r = linalg.generic {indexing_maps = [#id2, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x : tensor<3x4xf64>) outs(%s : tensor<3xf64>) {
  ^bb0(%a: f64, %p: f64):
    %0 = math.exp %a : f64
    %1 = arith.subf %p, %0 : f64
    linalg.yield %1 : f64
  } -> tensor<3xf64>
  return %r : tensor<3xf64>
}

// CHECK: @fused_multiply_add: gradient agrees
func.func @fused_multiply_add(%x: tensor<3x4xf64>, %y: tensor<4xf64>, %s: tensor<3xf64>) -> tensor<3xf64> {
  %r = linalg.generic {indexing_maps = [#id2, #column, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x, %y : tensor<3x4xf64>, tensor<4xf64>) outs(%s : tensor<3xf64>) {
  ^bb0(%a: f64, %b: f64, %p: f64):
    %0 = math.fma %a, %b, %p : f64
    linalg.yield %0 : f64
  } -> tensor<3xf64>
  return %r : tensor<3xf64>
}

// CHECK: @product: gradient agrees
func.func @product(%x: tensor<3x4xf64>) -> tensor<3xf64> {
  %one = arith.constant dense<2.0> : tensor<3xf64>
  %r = linalg.reduce { arith.mulf } ins(%x : tensor<3x4xf64>) outs(%one : tensor<3xf64>) dimensions = [1]
  return %r : tensor<3xf64>
}

// Products with zero factors, of derivative zero and not NaN; kinks.mlir has those that are not zero.
// CHECK: @product_with_zeros: gradient agrees
func.func @product_with_zeros(%x: tensor<2x3xf64>) -> tensor<2xf64> attributes {test.zero} {
  %mask = arith.constant dense<[[1.0, 1.0, 0.0], [0.0, 0.0, 1.0]]> : tensor<2x3xf64>
  %one = arith.constant dense<1.0> : tensor<2xf64>
  %r = linalg.generic {indexing_maps = [#id2, #id2, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x, %mask : tensor<2x3xf64>, tensor<2x3xf64>) outs(%one : tensor<2xf64>) {
  ^bb0(%a: f64, %m: f64, %o: f64):
    %0 = arith.mulf %a, %m : f64
    %1 = arith.mulf %o, %0 : f64
    linalg.yield %1 : f64
  } -> tensor<2xf64>
  return %r : tensor<2xf64>
}

// The maximum and its position, as max.dim of PyTorch is exported.
// CHECK: @value_and_position: gradient agrees
func.func @value_and_position(%x: tensor<3x4xf64>) -> tensor<3xf64> {
  %low = arith.constant dense<0xFFF0000000000000> : tensor<3xf64>
  %none = arith.constant dense<0> : tensor<3xi64>
  %r:2 = linalg.generic {indexing_maps = [#id2, #row, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x : tensor<3x4xf64>) outs(%low, %none : tensor<3xf64>, tensor<3xi64>) {
  ^bb0(%a: f64, %o: f64, %p: i64):
    %j = linalg.index 1 : index
    %k = arith.index_cast %j : index to i64
    %0 = arith.maximumf %a, %o : f64
    %1 = arith.cmpf ogt, %a, %o : f64
    %2 = arith.select %1, %k, %p : i64
    linalg.yield %0, %2 : f64, i64
  } -> (tensor<3xf64>, tensor<3xi64>)
  return %r#0 : tensor<3xf64>
}

// The maximum of a computed value, written as a comparison.
// CHECK: @compared: gradient agrees
func.func @compared(%x: tensor<3x4xf64>) -> tensor<3xf64> {
  %low = arith.constant dense<0xFFF0000000000000> : tensor<3xf64>
  %r = linalg.generic {indexing_maps = [#id2, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x : tensor<3x4xf64>) outs(%low : tensor<3xf64>) {
  ^bb0(%a: f64, %o: f64):
    %0 = math.sin %a : f64
    %1 = arith.cmpf olt, %o, %0 : f64
    %2 = arith.select %1, %0, %o : f64
    linalg.yield %2 : f64
  } -> tensor<3xf64>
  return %r : tensor<3xf64>
}

// Sizes known only when it runs, and one of them zero.
// CHECK: @dynamic: gradient agrees
func.func @dynamic(%x: tensor<?x?xf64> {test.shape = array<i64: 3, 4>}, %y: tensor<?xf64> {test.shape = array<i64: 4>}) -> tensor<?x?xf64> {
  %r = linalg.generic {indexing_maps = [#id2, #column, #id2], iterator_types = ["parallel", "parallel"]}
      ins(%x, %y : tensor<?x?xf64>, tensor<?xf64>) outs(%x : tensor<?x?xf64>) {
  ^bb0(%a: f64, %b: f64, %o: f64):
    %0 = arith.mulf %a, %b : f64
    linalg.yield %0 : f64
  } -> tensor<?x?xf64>
  return %r : tensor<?x?xf64>
}

// CHECK: @empty: gradient agrees
func.func @empty(%x: tensor<?x4xf64> {test.shape = array<i64: 0, 4>}, %y: tensor<4xf64>) -> tensor<4xf64> attributes {test.zero} {
  %zero = arith.constant dense<0.0> : tensor<4xf64>
  %r = linalg.generic {indexing_maps = [#id2, #column, #column], iterator_types = ["reduction", "parallel"]}
      ins(%x, %y : tensor<?x4xf64>, tensor<4xf64>) outs(%zero : tensor<4xf64>) {
  ^bb0(%a: f64, %b: f64, %o: f64):
    %0 = arith.mulf %a, %b : f64
    %1 = arith.addf %0, %o : f64
    linalg.yield %1 : f64
  } -> tensor<4xf64>
  return %r : tensor<4xf64>
}
