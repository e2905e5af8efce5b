// RUN: %check_gradients | FileCheck %s --implicit-check-not=differs
// RUN: %check_split | FileCheck %s --implicit-check-not=differs

// Named ops of linalg: data movement, reductions, elementwise ops, softmax.

// CHECK: @broadcast: gradient agrees
func.func @broadcast(%x: tensor<3xf64>) -> tensor<2x3x4xf64> {
  %e = tensor.empty() : tensor<2x3x4xf64>
  %r = linalg.broadcast ins(%x : tensor<3xf64>) outs(%e : tensor<2x3x4xf64>) dimensions = [0, 2]
  return %r : tensor<2x3x4xf64>
}

// CHECK: @reduce: gradient agrees
func.func @reduce(%x: tensor<2x3x4xf64>, %init: tensor<3xf64>) -> tensor<3xf64> {
  %r = linalg.reduce { arith.addf } ins(%x : tensor<2x3x4xf64>) outs(%init : tensor<3xf64>) dimensions = [0, 2]
  return %r : tensor<3xf64>
}

// CHECK: @reduce_min: gradient agrees
func.func @reduce_min(%x: tensor<2x3x4xf64>) -> tensor<3xf64> {
  %high = arith.constant dense<0x7FF0000000000000> : tensor<3xf64>
  %r = linalg.reduce { arith.minimumf } ins(%x : tensor<2x3x4xf64>) outs(%high : tensor<3xf64>) dimensions = [0, 2]
  return %r : tensor<3xf64>
}

// CHECK: @transpose: gradient agrees
func.func @transpose(%x: tensor<2x3x4xf64>) -> tensor<4x2x3xf64> {
  %e = tensor.empty() : tensor<4x2x3xf64>
  %r = linalg.transpose ins(%x : tensor<2x3x4xf64>) outs(%e : tensor<4x2x3xf64>) permutation = [2, 0, 1]
  return %r : tensor<4x2x3xf64>
}

// CHECK: @copy: gradient agrees
func.func @copy(%x: tensor<3xf64>, %y: tensor<3xf64>) -> tensor<3xf64> {
  %r = linalg.copy ins(%x : tensor<3xf64>) outs(%y : tensor<3xf64>) -> tensor<3xf64>
  return %r : tensor<3xf64>
}

// CHECK: @fill: gradient agrees
func.func @fill(%x: f64) -> tensor<2x3xf64> {
  %e = tensor.empty() : tensor<2x3xf64>
  %r = linalg.fill ins(%x : f64) outs(%e : tensor<2x3xf64>) -> tensor<2x3xf64>
  return %r : tensor<2x3xf64>
}

// CHECK: @map: gradient agrees
func.func @map(%x: tensor<2x3xf64>, %y: tensor<2x3xf64>) -> tensor<2x3xf64> {
  %e = tensor.empty() : tensor<2x3xf64>
  %p = linalg.map { arith.divf } ins(%x, %y : tensor<2x3xf64>, tensor<2x3xf64>) outs(%e : tensor<2x3xf64>)
  %r = linalg.map ins(%p : tensor<2x3xf64>) outs(%e : tensor<2x3xf64>)
    (%a: f64, %o: f64) {
      %0 = math.erf %a : f64
      %1 = arith.mulf %0, %a : f64
      linalg.yield %1 : f64
    }
  return %r : tensor<2x3xf64>
}

// CHECK: @named_elementwise: gradient agrees
func.func @named_elementwise(%x: tensor<2x3xf64>, %y: tensor<2x3xf64>) -> tensor<2x3xf64> {
  %e = tensor.empty() : tensor<2x3xf64>
  %0 = linalg.exp ins(%x : tensor<2x3xf64>) outs(%e : tensor<2x3xf64>) -> tensor<2x3xf64>
  %1 = linalg.sub ins(%0, %y : tensor<2x3xf64>, tensor<2x3xf64>) outs(%e : tensor<2x3xf64>) -> tensor<2x3xf64>
  %2 = linalg.max ins(%1, %y : tensor<2x3xf64>, tensor<2x3xf64>) outs(%e : tensor<2x3xf64>) -> tensor<2x3xf64>
  %3 = linalg.elementwise kind=#linalg.elementwise_kind<mul> ins(%2, %x : tensor<2x3xf64>, tensor<2x3xf64>) outs(%e : tensor<2x3xf64>) -> tensor<2x3xf64>
  return %3 : tensor<2x3xf64>
}

// Elementwise ops of arith and math on tensors, with a scalar condition.
// CHECK: @on_tensors: gradient agrees
func.func @on_tensors(%x: tensor<2x?xf64> {test.shape = array<i64: 2, 3>}, %y: tensor<2x?xf64> {test.shape = array<i64: 2, 3>}) -> tensor<2x?xf64> {
  %true = arith.constant true
  %0 = arith.mulf %x, %y : tensor<2x?xf64>
  %1 = math.tanh %0 : tensor<2x?xf64>
  %2 = arith.select %true, %1, %x : tensor<2x?xf64>
  %3 = arith.cmpf ogt, %x, %y : tensor<2x?xf64>
  %4 = arith.select %3, %2, %y : tensor<2x?xi1>, tensor<2x?xf64>
  return %4 : tensor<2x?xf64>
}

// CHECK: @softmax: gradient agrees
func.func @softmax(%x: tensor<2x5x3xf64>) -> tensor<2x5x3xf64> {
  %c = arith.constant 0.0 : f64
  %0 = call @softmax_of(%x) : (tensor<2x5x3xf64>) -> tensor<2x5x3xf64>
  return %0 : tensor<2x5x3xf64>
}

// Softmax in primitive ops, stabilised by its maximum: the maximum cancels.
func.func private @softmax_of(%x: tensor<2x5x3xf64>) -> tensor<2x5x3xf64> {
  %low = arith.constant dense<0xFFF0000000000000> : tensor<2x3xf64>
  %zero = arith.constant dense<0.0> : tensor<2x3xf64>
  %e = tensor.empty() : tensor<2x5x3xf64>
  %max = linalg.reduce { arith.maximumf } ins(%x : tensor<2x5x3xf64>) outs(%low : tensor<2x3xf64>) dimensions = [1]
  %maxb = linalg.broadcast ins(%max : tensor<2x3xf64>) outs(%e : tensor<2x5x3xf64>) dimensions = [1]
  %d = arith.subf %x, %maxb : tensor<2x5x3xf64>
  %exp = math.exp %d : tensor<2x5x3xf64>
  %sum = linalg.reduce { arith.addf } ins(%exp : tensor<2x5x3xf64>) outs(%zero : tensor<2x3xf64>) dimensions = [1]
  %sumb = linalg.broadcast ins(%sum : tensor<2x3xf64>) outs(%e : tensor<2x5x3xf64>) dimensions = [1]
  %r = arith.divf %exp, %sumb : tensor<2x5x3xf64>
  return %r : tensor<2x5x3xf64>
}
