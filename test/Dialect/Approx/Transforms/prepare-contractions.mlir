// Data movement goes into contractions.
// RUN: approx-opt %s --approx-prepare --split-input-file | FileCheck %s
// RUN: approx-opt %s --approx-prepare --split-input-file --mlir-print-op-generic | FileCheck %s --check-prefix=COUNT
// COUNT-NOT: linalg.transpose

// CHECK-DAG: #[[X:.*]] = affine_map<(d0, d1, d2) -> (d0, d2)>
// CHECK-DAG: #[[W:.*]] = affine_map<(d0, d1, d2) -> (d1, d2)>
// CHECK-DAG: #[[Y:.*]] = affine_map<(d0, d1, d2) -> (d0, d1)>
// CHECK: @main(%[[A:.*]]: tensor<5x3xf32> {{.*}}, %[[B:[^:]*]]: tensor<4x3xf32>
// CHECK: linalg.matmul indexing_maps = [#[[X]], #[[W]], #[[Y]]] ins(%[[B]], %[[A]] :
func.func @main(%w: tensor<5x3xf32>, %x: tensor<4x3xf32>) -> tensor<4x5xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<3x5xf32>
  %t = linalg.transpose ins(%w : tensor<5x3xf32>) outs(%e : tensor<3x5xf32>) permutation = [1, 0]
  %o = tensor.empty() : tensor<4x5xf32>
  %f = linalg.fill ins(%zero : f32) outs(%o : tensor<4x5xf32>) -> tensor<4x5xf32>
  %y = linalg.matmul ins(%x, %t : tensor<4x3xf32>, tensor<3x5xf32>) outs(%f : tensor<4x5xf32>) -> tensor<4x5xf32>
  return %y : tensor<4x5xf32>
}

// -----

// A transposed and transposed-again operand is the plain one; a generic that
// copies with swapped loops is a transpose, too.
// CHECK: @main(%[[W:[^:]*]]: tensor<3x5xf32> {{.*}}, %[[X:[^:]*]]: tensor<4x3xf32>
// CHECK: linalg.matmul ins(%[[X]], %[[W]] :
#swap = affine_map<(d0, d1) -> (d1, d0)>
#id = affine_map<(d0, d1) -> (d0, d1)>
func.func @main(%w: tensor<3x5xf32>, %x: tensor<4x3xf32>) -> tensor<4x5xf32> {
  %e = tensor.empty() : tensor<5x3xf32>
  %t = linalg.transpose ins(%w : tensor<3x5xf32>) outs(%e : tensor<5x3xf32>) permutation = [1, 0]
  %e2 = tensor.empty() : tensor<3x5xf32>
  %tt = linalg.generic {indexing_maps = [#swap, #id], iterator_types = ["parallel", "parallel"]}
      ins(%t : tensor<5x3xf32>) outs(%e2 : tensor<3x5xf32>) {
  ^bb0(%in: f32, %out: f32):
    linalg.yield %in : f32
  } -> tensor<3x5xf32>
  %o = tensor.empty() : tensor<4x5xf32>
  %y = linalg.matmul ins(%x, %tt : tensor<4x3xf32>, tensor<3x5xf32>) outs(%o : tensor<4x5xf32>) -> tensor<4x5xf32>
  return %y : tensor<4x5xf32>
}

// -----

// A weight broadcast over the batch: one matmul on [batch * tokens, features].
// CHECK: @main(%[[W:[^:]*]]: tensor<5x3xf32> {{.*}}, %[[X:[^:]*]]: tensor<2x4x3xf32>
// CHECK: %[[C:.*]] = tensor.collapse_shape %[[X]] {{\[\[}}0, 1], [2]]
// CHECK: %[[Y:.*]] = linalg.matmul indexing_maps = {{.*}} ins(%[[C]], %[[W]] : tensor<8x3xf32>, tensor<5x3xf32>)
// CHECK: tensor.expand_shape %[[Y]]
#last = affine_map<(d0, d1, d2) -> (d1, d2)>
#id3 = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
func.func @main(%w: tensor<5x3xf32> {approx.role = "parameter"}, %x: tensor<2x4x3xf32> {approx.role = "input"})
    -> (tensor<2x4x5xf32> {approx.role = "logits"}) {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<3x5xf32>
  %t = linalg.transpose ins(%w : tensor<5x3xf32>) outs(%e : tensor<3x5xf32>) permutation = [1, 0]
  %e2 = tensor.empty() : tensor<2x3x5xf32>
  %b = linalg.generic {indexing_maps = [#last, #id3], iterator_types = ["parallel", "parallel", "parallel"]}
      ins(%t : tensor<3x5xf32>) outs(%e2 : tensor<2x3x5xf32>) {
  ^bb0(%in: f32, %out: f32):
    linalg.yield %in : f32
  } -> tensor<2x3x5xf32>
  %o = tensor.empty() : tensor<2x4x5xf32>
  %f = linalg.fill ins(%zero : f32) outs(%o : tensor<2x4x5xf32>) -> tensor<2x4x5xf32>
  %y = linalg.batch_matmul ins(%x, %b : tensor<2x4x3xf32>, tensor<2x3x5xf32>) outs(%f : tensor<2x4x5xf32>) -> tensor<2x4x5xf32>
  return %y : tensor<2x4x5xf32>
}

// -----

// Keys of attention: the transpose sinks below the collapse of batch and heads.
// CHECK: %[[K:.*]] = tensor.collapse_shape %{{.*}} : tensor<2x3x5x6xf32> into tensor<6x5x6xf32>
// CHECK: linalg.batch_matmul indexing_maps = {{.*}} ins(%{{.*}}, %[[K]] : tensor<6x4x6xf32>, tensor<6x5x6xf32>)
func.func @main(%q: tensor<6x4x6xf32> {approx.role = "input"}, %k: tensor<2x3x5x6xf32> {approx.role = "input"})
    -> (tensor<6x4x5xf32> {approx.role = "logits"}) {
  %e = tensor.empty() : tensor<2x3x6x5xf32>
  %t = linalg.transpose ins(%k : tensor<2x3x5x6xf32>) outs(%e : tensor<2x3x6x5xf32>) permutation = [0, 1, 3, 2]
  %c = tensor.collapse_shape %t [[0, 1], [2], [3]] : tensor<2x3x6x5xf32> into tensor<6x6x5xf32>
  %o = tensor.empty() : tensor<6x4x5xf32>
  %y = linalg.batch_matmul ins(%q, %c : tensor<6x4x6xf32>, tensor<6x6x5xf32>) outs(%o : tensor<6x4x5xf32>) -> tensor<6x4x5xf32>
  return %y : tensor<6x4x5xf32>
}

// -----

// A contraction written as a generic gets its name back.
// CHECK: linalg.matmul
#lhs = affine_map<(m, n, k) -> (m, k)>
#rhs = affine_map<(m, n, k) -> (k, n)>
#out = affine_map<(m, n, k) -> (m, n)>
func.func @main(%x: tensor<4x3xf32>, %w: tensor<3x5xf32>) -> tensor<4x5xf32> {
  %o = tensor.empty() : tensor<4x5xf32>
  %y = linalg.generic {indexing_maps = [#lhs, #rhs, #out], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<4x3xf32>, tensor<3x5xf32>) outs(%o : tensor<4x5xf32>) {
  ^bb0(%a: f32, %b: f32, %sum: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %sum, %p : f32
    linalg.yield %s : f32
  } -> tensor<4x5xf32>
  return %y : tensor<4x5xf32>
}

// -----

// What is done to the elements first is not lost: upstream's matcher looks through unary operations.
// CHECK: @main(%[[A:[^:]*]]: tensor<4x3xf32> {{.*}}, %[[B:[^:]*]]: tensor<3x5xf32>
// CHECK: linalg.generic {{.*}} ins(%[[A]], %[[B]] :
// CHECK: math.exp
#a = affine_map<(m, n, k) -> (m, k)>
#b = affine_map<(m, n, k) -> (k, n)>
#c = affine_map<(m, n, k) -> (m, n)>
func.func @main(%a: tensor<4x3xf32>, %b: tensor<3x5xf32>) -> tensor<4x5xf32> {
  %zero = arith.constant dense<0.0> : tensor<4x5xf32>
  %y = linalg.generic {indexing_maps = [#a, #b, #c], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%a, %b : tensor<4x3xf32>, tensor<3x5xf32>) outs(%zero : tensor<4x5xf32>) {
  ^bb0(%x: f32, %w: f32, %o: f32):
    %0 = math.exp %x : f32
    %1 = arith.mulf %0, %w : f32
    %2 = arith.addf %o, %1 : f32
    linalg.yield %2 : f32
  } -> tensor<4x5xf32>
  return %y : tensor<4x5xf32>
}

// -----

// A Linear on [batch, tokens, features], as JAX has it: two loops play m.
// CHECK: @main(%[[W:[^:]*]]: tensor<3x5xf32> {{.*}}, %[[X:[^:]*]]: tensor<2x4x3xf32>
// CHECK: %[[C:.*]] = tensor.collapse_shape %[[X]] {{\[\[}}0, 1], [2]]
// CHECK: %[[Y:.*]] = linalg.matmul {lutra_test = "kept"} ins(%[[C]], %[[W]] : tensor<8x3xf32>, tensor<3x5xf32>)
// CHECK: tensor.expand_shape %[[Y]] {{\[\[}}0, 1], [2]]
#tokens = affine_map<(b, t, n, k) -> (b, t, k)>
#weight = affine_map<(b, t, n, k) -> (k, n)>
#logits = affine_map<(b, t, n, k) -> (b, t, n)>
func.func @main(%w: tensor<3x5xf32> {approx.role = "parameter"}, %x: tensor<2x4x3xf32> {approx.role = "input"})
    -> (tensor<2x4x5xf32> {approx.role = "logits"}) {
  %o = tensor.empty() : tensor<2x4x5xf32>
  %y = linalg.generic {indexing_maps = [#tokens, #weight, #logits], iterator_types = ["parallel", "parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<2x4x3xf32>, tensor<3x5xf32>) outs(%o : tensor<2x4x5xf32>) attrs = {lutra_test = "kept"} {
  ^bb0(%a: f32, %b: f32, %sum: f32):
    %p = arith.mulf %b, %a : f32
    %s = arith.addf %p, %sum : f32
    linalg.yield %s : f32
  } -> tensor<2x4x5xf32>
  return %y : tensor<2x4x5xf32>
}

// -----

// Both operands in another order, the result too, and two loops that play k: a
// transpose only where the flags of the op do not say the same.
// CHECK: @main(%[[A:[^:]*]]: tensor<2x3x5xf32> {{.*}}, %[[B:[^:]*]]: tensor<7x2x3xf32>
// CHECK-DAG: %[[CA:.*]] = tensor.collapse_shape %[[A]] {{\[\[}}0, 1], [2]] : {{.*}} into tensor<6x5xf32>
// CHECK-DAG: %[[CB:.*]] = tensor.collapse_shape %[[B]] {{\[\[}}0], [1, 2]] : {{.*}} into tensor<7x6xf32>
// CHECK: %[[Y:.*]] = linalg.matmul indexing_maps = {{.*}} ins(%[[CA]], %[[CB]] : tensor<6x5xf32>, tensor<7x6xf32>) outs({{.*}} : tensor<5x7xf32>)
// CHECK: return %[[Y]]
#kkm = affine_map<(m, n, i, j) -> (i, j, m)>
#nkk = affine_map<(m, n, i, j) -> (n, i, j)>
#mn = affine_map<(m, n, i, j) -> (m, n)>
func.func @main(%x: tensor<2x3x5xf32> {approx.role = "input"}, %w: tensor<7x2x3xf32> {approx.role = "parameter"})
    -> (tensor<5x7xf32> {approx.role = "logits"}) {
  %zero = arith.constant 0.0 : f32
  %o = tensor.empty() : tensor<5x7xf32>
  %f = linalg.fill ins(%zero : f32) outs(%o : tensor<5x7xf32>) -> tensor<5x7xf32>
  %y = linalg.contract indexing_maps = [#kkm, #nkk, #mn]
      ins(%x, %w : tensor<2x3x5xf32>, tensor<7x2x3xf32>) outs(%f : tensor<5x7xf32>) -> tensor<5x7xf32>
  return %y : tensor<5x7xf32>
}

// -----

// A matrix product of sizes has no named op.
// CHECK: @main(
// CHECK: linalg.generic
// CHECK: arith.muli {{.*}} : index
#mk = affine_map<(m, n, k) -> (m, k)>
#kn = affine_map<(m, n, k) -> (k, n)>
#mn = affine_map<(m, n, k) -> (m, n)>
func.func @main(%x: tensor<4x4xindex> {approx.role = "input"}) -> (tensor<4x4xindex> {approx.role = "logits"}) {
  %o = tensor.empty() : tensor<4x4xindex>
  %y = linalg.generic {indexing_maps = [#mk, #kn, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %x : tensor<4x4xindex>, tensor<4x4xindex>) outs(%o : tensor<4x4xindex>) {
  ^bb0(%a: index, %b: index, %c: index):
    %p = arith.muli %a, %b : index
    %s = arith.addi %c, %p : index
    linalg.yield %s : index
  } -> tensor<4x4xindex>
  return %y : tensor<4x4xindex>
}
