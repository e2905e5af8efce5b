// RUN: %check_gradients | FileCheck %s
// RUN: %check_split | FileCheck %s

// What the derivative is where there is none: fixed by convention.

#id = affine_map<(i) -> (i)>
#none = affine_map<(i) -> ()>
#row = affine_map<(i, j) -> (i)>
#id2 = affine_map<(i, j) -> (i, j)>
#window = affine_map<(i, j) -> (i + j)>

// relu as PyTorch exports it: 0 at 0.
// CHECK-LABEL: @relu_select
// CHECK:       [0, 0, 1]
func.func @relu_select(%x: tensor<3xf64> {test.values = dense<[-1.0, 0.0, 1.0]> : tensor<3xf64>}) -> tensor<3xf64>
    attributes {test.cotangents = [dense<1.0> : tensor<3xf64>]} {
  %zero = arith.constant dense<0.0> : tensor<3xf64>
  %p = arith.cmpf ugt, %x, %zero : tensor<3xf64>
  %r = arith.select %p, %x, %zero : tensor<3xi1>, tensor<3xf64>
  return %r : tensor<3xf64>
}

// relu as JAX exports it: what is not differentiated wins ties, so 0 at 0.
// CHECK-LABEL: @relu_maximum
// CHECK:       [0, 0, 1]
func.func @relu_maximum(%x: tensor<3xf64> {test.values = dense<[-1.0, 0.0, 1.0]> : tensor<3xf64>}) -> tensor<3xf64>
    attributes {test.cotangents = [dense<1.0> : tensor<3xf64>]} {
  %zero = arith.constant dense<0.0> : tensor<3xf64>
  %r = arith.maximumf %zero, %x : tensor<3xf64>
  return %r : tensor<3xf64>
}

// Two differentiated operands: a tie is shared.
// CHECK-LABEL: @maximum_ties
// CHECK:       [0, 0.5, 1]
// CHECK:       [1, 0.5, 0]
func.func @maximum_ties(%x: tensor<3xf64> {test.values = dense<[1.0, 2.0, 3.0]> : tensor<3xf64>},
                        %y: tensor<3xf64> {test.values = dense<2.0> : tensor<3xf64>}) -> tensor<3xf64>
    attributes {test.cotangents = [dense<1.0> : tensor<3xf64>]} {
  %r = arith.maximumf %x, %y : tensor<3xf64>
  return %r : tensor<3xf64>
}

// CHECK-LABEL: @minimum_ties
// CHECK:       [1, 0.5, 0]
// CHECK:       [0, 0.5, 1]
func.func @minimum_ties(%x: tensor<3xf64> {test.values = dense<[1.0, 2.0, 3.0]> : tensor<3xf64>},
                        %y: tensor<3xf64> {test.values = dense<2.0> : tensor<3xf64>}) -> tensor<3xf64>
    attributes {test.cotangents = [dense<1.0> : tensor<3xf64>]} {
  %r = arith.minimumf %x, %y : tensor<3xf64>
  return %r : tensor<3xf64>
}

// CHECK-LABEL: @absolute
// CHECK:       [-1, 0, 1]
func.func @absolute(%x: tensor<3xf64> {test.values = dense<[-1.0, 0.0, 1.0]> : tensor<3xf64>}) -> tensor<3xf64>
    attributes {test.cotangents = [dense<1.0> : tensor<3xf64>]} {
  %r = math.absf %x : tensor<3xf64>
  return %r : tensor<3xf64>
}

// No infinity at the end of the domain.
// CHECK-LABEL: @square_root
// CHECK:       [0, 0.25]
func.func @square_root(%x: tensor<2xf64> {test.values = dense<[0.0, 4.0]> : tensor<2xf64>}) -> tensor<2xf64>
    attributes {test.cotangents = [dense<1.0> : tensor<2xf64>]} {
  %r = math.sqrt %x : tensor<2xf64>
  return %r : tensor<2xf64>
}

// x^y in x: y == 0 gives 0 also at x == 0. In y: 0 where
// 0^y is 0 or 1, minus infinity at its pole, NaN where x < 0.
// CHECK-LABEL: @power
// CHECK:       [0, 0, 12, -inf, 0]
// CHECK:       [0, {{-?}}nan, 5.545{{[0-9]*}}, -inf, 0]
func.func @power(%x: tensor<5xf64> {test.values = dense<[0.0, -2.0, 2.0, 0.0, 0.0]> : tensor<5xf64>},
                 %y: tensor<5xf64> {test.values = dense<[0.0, 0.0, 3.0, -1.0, 2.0]> : tensor<5xf64>}) -> tensor<5xf64>
    attributes {test.cotangents = [dense<1.0> : tensor<5xf64>]} {
  %r = math.powf %x, %y : tensor<5xf64>
  return %r : tensor<5xf64>
}

// Pooling: the first maximum of a window gets all of its cotangent.
// CHECK-LABEL: @pooling
// CHECK:       [1, 10, 0, 100, 0]
func.func @pooling(%x: tensor<5xf64> {test.values = dense<[42.0, 42.0, 0.0, 7.0, 7.0]> : tensor<5xf64>}) -> tensor<3xf64>
    attributes {test.cotangents = [dense<[1.0, 10.0, 100.0]> : tensor<3xf64>]} {
  %window = tensor.empty() : tensor<3xf64>
  %low = arith.constant dense<0xFFF0000000000000> : tensor<3xf64>
  %r = linalg.generic {indexing_maps = [#window, affine_map<(i, j) -> (j)>, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x, %window : tensor<5xf64>, tensor<3xf64>) outs(%low : tensor<3xf64>) {
  ^bb0(%a: f64, %w: f64, %o: f64):
    %0 = arith.maximumf %o, %a : f64
    linalg.yield %0 : f64
  } -> tensor<3xf64>
  return %r : tensor<3xf64>
}

// CHECK-LABEL: @pooling_2d
// CHECK:       [3, 0, 0, 0]
// CHECK:       [0, 0, 0, 5]
func.func @pooling_2d(%x: tensor<1x1x2x4xf64> {test.values = dense<[[[[2.0, 2.0, 1.0, 0.0], [2.0, 2.0, 1.0, 4.0]]]]> : tensor<1x1x2x4xf64>})
    -> tensor<1x1x1x2xf64> attributes {test.cotangents = [dense<[[[[3.0, 5.0]]]]> : tensor<1x1x1x2xf64>]} {
  %window = tensor.empty() : tensor<2x2xf64>
  %low = arith.constant dense<0xFFF0000000000000> : tensor<1x1x1x2xf64>
  %r = linalg.pooling_nchw_max {strides = dense<2> : tensor<2xi64>, dilations = dense<1> : tensor<2xi64>}
    ins(%x, %window : tensor<1x1x2x4xf64>, tensor<2x2xf64>) outs(%low : tensor<1x1x1x2xf64>) -> tensor<1x1x1x2xf64>
  return %r : tensor<1x1x1x2xf64>
}

// Elements that attain a maximum over whole dimensions share its cotangent, as
// in amax; one that equals the init wins over it.
// CHECK-LABEL: @maximum_of_init
// CHECK{LITERAL}: [[0,   0.5,   0.5],
// CHECK:           [0,   0,   0]
// CHECK:       [0, 1]
func.func @maximum_of_init(%x: tensor<2x3xf64> {test.values = dense<[[1.0, 2.0, 2.0], [1.0, 0.0, 1.0]]> : tensor<2x3xf64>},
                           %init: tensor<2xf64> {test.values = dense<2.0> : tensor<2xf64>}) -> tensor<2xf64>
    attributes {test.cotangents = [dense<1.0> : tensor<2xf64>]} {
  %r = linalg.reduce { arith.maximumf } ins(%x : tensor<2x3xf64>) outs(%init : tensor<2xf64>) dimensions = [1]
  return %r : tensor<2xf64>
}

// The position that max.dim keeps says which element gets the cotangent: the
// first with ogt, the last with oge.
// CHECK-LABEL: @last_position
// CHECK:       [0, 0, 1]
func.func @last_position(%x: tensor<3xf64> {test.values = dense<5.0> : tensor<3xf64>}) -> tensor<f64>
    attributes {test.cotangents = [dense<1.0> : tensor<f64>]} {
  %low = arith.constant dense<0xFFF0000000000000> : tensor<f64>
  %first = arith.constant dense<0> : tensor<i64>
  %r:2 = linalg.generic {indexing_maps = [#id, #none, #none], iterator_types = ["reduction"]}
      ins(%x : tensor<3xf64>) outs(%low, %first : tensor<f64>, tensor<i64>) {
  ^bb0(%a: f64, %o: f64, %p: i64):
    %j = linalg.index 0 : index
    %k = arith.index_cast %j : index to i64
    %0 = arith.maximumf %a, %o : f64
    %1 = arith.cmpf oge, %a, %o : f64
    %2 = arith.select %1, %k, %p : i64
    linalg.yield %0, %2 : f64, i64
  } -> (tensor<f64>, tensor<i64>)
  return %r#0 : tensor<f64>
}

// One zero factor gets the product of the others; two leave nothing.
// CHECK-LABEL: @zero_factors
// CHECK{LITERAL}: [[0,   6,   0],
// CHECK:           [0,   0,   0],
// CHECK:           [6,   3,   2]]
func.func @zero_factors(%x: tensor<3x3xf64> {test.values = dense<[[2.0, 0.0, 3.0], [0.0, 0.0, 3.0], [1.0, 2.0, 3.0]]> : tensor<3x3xf64>})
    -> tensor<3xf64> attributes {test.cotangents = [dense<1.0> : tensor<3xf64>]} {
  %one = arith.constant dense<1.0> : tensor<3xf64>
  %r = linalg.reduce { arith.mulf } ins(%x : tensor<3x3xf64>) outs(%one : tensor<3xf64>) dimensions = [1]
  return %r : tensor<3xf64>
}

// As many as bf16 cannot count: 2 / 512 each.
// CHECK-LABEL: @many_minima
// CHECK:       [0.00390625, 0.00390625,
func.func @many_minima(%x: tensor<512xf32> {test.values = dense<1.0> : tensor<512xf32>}) -> tensor<f32>
    attributes {test.cotangents = [dense<2.0> : tensor<f32>]} {
  %empty = tensor.empty() : tensor<512xbf16>
  %narrow = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%x : tensor<512xf32>) outs(%empty : tensor<512xbf16>) {
  ^bb0(%a: f32, %o: bf16):
    %0 = arith.truncf %a : f32 to bf16
    linalg.yield %0 : bf16
  } -> tensor<512xbf16>
  %high = arith.constant dense<0x7F80> : tensor<bf16>
  %least = linalg.reduce { arith.minimumf } ins(%narrow : tensor<512xbf16>) outs(%high : tensor<bf16>) dimensions = [0]
  %s = tensor.extract %least[] : tensor<bf16>
  %w = arith.extf %s : bf16 to f32
  %r = tensor.from_elements %w : tensor<f32>
  return %r : tensor<f32>
}

// CHECK-LABEL: @atan2_zero
// CHECK:       [0, 1, -0.5]
// CHECK:       [0, {{-?}}0, 0.5]
func.func @atan2_zero(%x: tensor<3xf64> {test.values = dense<[0.0, 0.0, -1.0]> : tensor<3xf64>},
                      %y: tensor<3xf64> {test.values = dense<[0.0, 1.0, -1.0]> : tensor<3xf64>}) -> tensor<3xf64>
    attributes {test.cotangents = [dense<1.0> : tensor<3xf64>]} {
  %r = math.atan2 %x, %y : tensor<3xf64>
  return %r : tensor<3xf64>
}

// exp(1000) is infinite, and so would be the steps of the derivative.
// CHECK-LABEL: @logistic
// CHECK:       [0, 0.25, 0]
func.func @logistic(%x: tensor<3xf64> {test.values = dense<[-1000.0, 0.0, 1000.0]> : tensor<3xf64>}) -> tensor<3xf64>
    attributes {test.cotangents = [dense<1.0> : tensor<3xf64>]} {
  %e = tensor.empty() : tensor<3xf64>
  %r = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]} ins(%x : tensor<3xf64>) outs(%e : tensor<3xf64>) {
  ^bb0(%in: f64, %out: f64):
    %one = arith.constant 1.0 : f64
    %n = arith.negf %in : f64
    %p = math.exp %n : f64
    %s = arith.addf %p, %one : f64
    %d = arith.divf %one, %s : f64
    linalg.yield %d : f64
  } -> tensor<3xf64>
  return %r : tensor<3xf64>
}
