// Elements that bodies look up: operands where the indices are affine, kept
// within the tensor where they are data.
// RUN: approx-opt %s --approx-prepare --split-input-file | FileCheck %s

// PyTorch's embedding: the input says what it may be, and what is out of range
// gives NaN.
// CHECK-LABEL: func.func @main(
// CHECK-SAME:  %[[W:[^:]*]]: tensor<7x3xf32>
// CHECK-SAME:  tensor<2x4xi64> {approx.bounds = array<i64: 0, 6>, approx.name = "x", approx.role = "input"}
// CHECK-NOT:   cf.assert
// CHECK:       ^bb0(%[[IN:.*]]: i64
// CHECK:       %[[I:.*]] = arith.index_cast %[[IN]]
// CHECK:       %[[OK:.*]] = arith.cmpi ult, %[[I]], %{{.*}}
// CHECK:       %[[LOW:.*]] = arith.maxsi %[[I]]
// CHECK:       %[[WITHIN:.*]] = arith.minsi %[[LOW]]
// CHECK:       %[[V:.*]] = tensor.extract %[[W]][%[[WITHIN]], %{{.*}}]
// CHECK:       arith.select %[[OK]], %[[V]], %{{.*}} : f32
func.func @main(%w: tensor<7x3xf32> {approx.role = "parameter", approx.name = "w"},
                %x: tensor<2x4xi64> {approx.role = "input", approx.name = "x"}) -> (tensor<8x3xf32> {approx.role = "logits"}) {
  %c7 = arith.constant 7 : index
  %0 = tensor.empty() : tensor<8x3xf32>
  %flat = tensor.collapse_shape %x [[0, 1]] : tensor<2x4xi64> into tensor<8xi64>
  %1 = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i)>, affine_map<(i, j) -> (i, j)>], iterator_types = ["parallel", "parallel"]}
      ins(%flat : tensor<8xi64>) outs(%0 : tensor<8x3xf32>) {
  ^bb0(%in: i64, %out: f32):
    %i = arith.index_cast %in : i64 to index
    %j = linalg.index 1 : index
    %ok = arith.cmpi slt, %i, %c7 : index
    cf.assert %ok, "index must be smaller than dim size"
    %v = tensor.extract %w[%i, %j] : tensor<7x3xf32>
    linalg.yield %v : f32
  } -> tensor<8x3xf32>
  return %1 : tensor<8x3xf32>
}

// -----

// Negative indices that count from the end; two tables bound one input.
// CHECK-LABEL: func.func @main(
// CHECK-SAME:  tensor<4xi64> {approx.bounds = array<i64: -5, 4>, approx.name = "x"
func.func @main(%w: tensor<7xf32> {approx.role = "parameter", approx.name = "w"},
                %v: tensor<5xf32> {approx.role = "parameter", approx.name = "v"},
                %x: tensor<4xi64> {approx.role = "input", approx.name = "x"}) -> (tensor<4xf32> {approx.role = "logits"}) {
  %c0 = arith.constant 0 : i64
  %c5 = arith.constant 5 : i64
  %c7 = arith.constant 7 : i64
  %0 = tensor.empty() : tensor<4xf32>
  %1 = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>], iterator_types = ["parallel"]}
      ins(%x : tensor<4xi64>) outs(%0 : tensor<4xf32>) {
  ^bb0(%in: i64, %out: f32):
    %negative = arith.cmpi slt, %in, %c0 : i64
    %end7 = arith.addi %in, %c7 : i64
    %end5 = arith.addi %in, %c5 : i64
    %n7 = arith.select %negative, %end7, %in : i64
    %n5 = arith.select %negative, %end5, %in : i64
    %i7 = arith.index_cast %n7 : i64 to index
    %i5 = arith.index_cast %n5 : i64 to index
    %a = tensor.extract %w[%i7] : tensor<7xf32>
    %b = tensor.extract %v[%i5] : tensor<5xf32>
    %sum = arith.addf %a, %b : f32
    linalg.yield %sum : f32
  } -> tensor<4xf32>
  return %1 : tensor<4xf32>
}

// -----

// Positions: the indices are those of a loop, computed by a generic of their
// own and wrapped in vain. The table is longer than they reach.
// CHECK:       #[[MAP:.*]] = affine_map<(d0, d1) -> (d0 + 1, d1)>
// CHECK-LABEL: func.func @main(
// CHECK-SAME:  %[[W:[^:]*]]: tensor<9x3xf32>
// CHECK-NOT:   tensor.extract %
// CHECK:       linalg.generic {indexing_maps = [#[[MAP]], #{{.*}}], {{.*}}} ins(%[[W]] : tensor<9x3xf32>)
func.func @main(%w: tensor<9x3xf32> {approx.role = "parameter", approx.name = "w"}) -> (tensor<4x3xf32> {approx.role = "logits"}) {
  %c0 = arith.constant 0 : i64
  %c1 = arith.constant 1 : i64
  %c9 = arith.constant 9 : i64
  %e = tensor.empty() : tensor<4xi64>
  %positions = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>], iterator_types = ["parallel"]} outs(%e : tensor<4xi64>) {
  ^bb0(%out: i64):
    %i = linalg.index 0 : index
    %i64 = arith.index_cast %i : index to i64
    %next = arith.addi %i64, %c1 : i64
    linalg.yield %next : i64
  } -> tensor<4xi64>
  %0 = tensor.empty() : tensor<4x3xf32>
  %1 = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i)>, affine_map<(i, j) -> (i, j)>], iterator_types = ["parallel", "parallel"]}
      ins(%positions : tensor<4xi64>) outs(%0 : tensor<4x3xf32>) {
  ^bb0(%in: i64, %out: f32):
    %negative = arith.cmpi slt, %in, %c0 : i64
    %end = arith.addi %in, %c9 : i64
    %n = arith.select %negative, %end, %in : i64
    %i = arith.index_cast %n : i64 to index
    %j = linalg.index 1 : index
    %v = tensor.extract %w[%i, %j] : tensor<9x3xf32>
    linalg.yield %v : f32
  } -> tensor<4x3xf32>
  return %1 : tensor<4x3xf32>
}

// -----

// Read from the end, and at a loop's own index: a slice of what it reaches.
// CHECK:       #[[FLIP:.*]] = affine_map<(d0, d1) -> (-d0 + 3, d1)>
// CHECK-LABEL: func.func @main(
// CHECK:       %[[S:.*]] = tensor.extract_slice %{{.*}}[0, 0] [4, 2] [1, 1] : tensor<4x3xf32> to tensor<4x2xf32>
// CHECK:       linalg.generic {indexing_maps = [#[[FLIP]], #{{.*}}], {{.*}}} ins(%[[S]] : tensor<4x2xf32>)
func.func @main(%w: tensor<4x3xf32> {approx.role = "parameter", approx.name = "w"}) -> (tensor<4x2xf32> {approx.role = "logits"}) {
  %c3 = arith.constant 3 : index
  %0 = tensor.empty() : tensor<4x2xf32>
  %1 = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>], iterator_types = ["parallel", "parallel"]} outs(%0 : tensor<4x2xf32>) {
  ^bb0(%out: f32):
    %i = linalg.index 0 : index
    %j = linalg.index 1 : index
    %k = arith.subi %c3, %i : index
    %v = tensor.extract %w[%k, %j] : tensor<4x3xf32>
    linalg.yield %v : f32
  } -> tensor<4x2xf32>
  return %1 : tensor<4x2xf32>
}

// -----

// JAX clamps: nothing is added, and the input may be anything.
// CHECK-LABEL: func.func @main(
// CHECK-SAME:  tensor<4x1xi32> {approx.name = "x"
// CHECK-NOT:   tensor.extract %{{.*}} : tensor<4x1xi32>
// CHECK:       linalg.generic {{.*}} ins(%{{.*}} : tensor<4x1xi32>)
// CHECK:       arith.minsi
// CHECK-NEXT:  %[[V:.*]] = tensor.extract
// CHECK-NEXT:  linalg.yield %[[V]]
func.func @main(%w: tensor<7x3xf32> {approx.role = "parameter", approx.name = "w"},
                %x: tensor<4x1xi32> {approx.role = "input", approx.name = "x"}) -> (tensor<4x3xf32> {approx.role = "logits"}) {
  %c0 = arith.constant 0 : index
  %c6 = arith.constant 6 : index
  %0 = tensor.empty() : tensor<4x3xf32>
  %1 = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>], iterator_types = ["parallel", "parallel"]} outs(%0 : tensor<4x3xf32>) {
  ^bb0(%out: f32):
    %i = linalg.index 0 : index
    %j = linalg.index 1 : index
    %in = tensor.extract %x[%i, %c0] : tensor<4x1xi32>
    %k = arith.index_cast %in : i32 to index
    %low = arith.maxsi %k, %c0 : index
    %within = arith.minsi %low, %c6 : index
    %v = tensor.extract %w[%within, %j] : tensor<7x3xf32>
    linalg.yield %v : f32
  } -> tensor<4x3xf32>
  return %1 : tensor<4x3xf32>
}

// -----

// Nearest neighbours, whose rows and columns are computed by way of floats: what
// they come to at every index of the loop is a map. Those of the columns reach
// the edge and stay there, which is none.
// CHECK:       #[[MAP:.*]] = affine_map<(d0, d1) -> (d0 floordiv 2)>
// CHECK-LABEL: func.func @main(
// CHECK-SAME:  %[[X:[^:]*]]: tensor<3xf32> {{.*}}, %[[Y:[^:]*]]: tensor<3xf32>
// CHECK:       linalg.generic {indexing_maps = [#[[MAP]], #{{.*}}], {{.*}}} ins(%[[X]] : tensor<3xf32>)
// CHECK:       %[[E:.*]] = tensor.extract %[[Y]]
// CHECK-NOT:   arith.select
// CHECK:       linalg.yield
func.func @main(%x: tensor<3xf32> {approx.role = "parameter", approx.name = "x"},
                %y: tensor<3xf32> {approx.role = "parameter", approx.name = "y"}) -> (tensor<6x6xf32> {approx.role = "logits"}) {
  %zero = arith.constant 0.0 : f32
  %scale = arith.constant 2.0 : f32
  %last = arith.constant 2.0 : f32
  %0 = tensor.empty() : tensor<6x6xf32>
  %1 = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>], iterator_types = ["parallel", "parallel"]} outs(%0 : tensor<6x6xf32>) {
  ^bb0(%out: f32):
    %i = linalg.index 0 : index
    %i64 = arith.index_cast %i : index to i64
    %f = arith.sitofp %i64 : i64 to f32
    %divided = arith.divf %f, %scale : f32
    %floor = math.floor %divided : f32
    %above = arith.maximumf %floor, %zero : f32
    %below = arith.minimumf %above, %last : f32
    %k = arith.fptosi %below : f32 to i64
    %row = arith.index_cast %k : i64 to index
    %j = linalg.index 1 : index
    %j64 = arith.index_cast %j : index to i64
    %g = arith.sitofp %j64 : i64 to f32
    %column = arith.minimumf %g, %last : f32
    %l = arith.fptosi %column : f32 to i64
    %m = arith.index_cast %l : i64 to index
    %a = tensor.extract %x[%row] : tensor<3xf32>
    %b = tensor.extract %y[%m] : tensor<3xf32>
    %sum = arith.addf %a, %b : f32
    linalg.yield %sum : f32
  } -> tensor<6x6xf32>
  return %1 : tensor<6x6xf32>
}
