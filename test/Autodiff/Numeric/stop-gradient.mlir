// RUN: %check_gradients | FileCheck %s
// RUN: %check_split | FileCheck %s

// What is held constant has no part in the derivative, whatever it is computed from.

// CHECK-LABEL: @product
// CHECK:       [-1, 2, 3]
func.func @product(%x: tensor<3xf64> {test.values = dense<[-1.0, 2.0, 3.0]> : tensor<3xf64>}) -> tensor<3xf64>
    attributes {test.cotangents = [dense<1.0> : tensor<3xf64>]} {
  %held = approx.stop_gradient %x : tensor<3xf64>
  %y = arith.mulf %x, %held : tensor<3xf64>
  return %y : tensor<3xf64>
}

// The straight-through estimator: round(x) with the derivative of x.
// CHECK-LABEL: @straight_through
// CHECK:       [10, 20, 30]
func.func @straight_through(%x: tensor<3xf64> {test.values = dense<[-1.4, 2.6, 3.0]> : tensor<3xf64>}) -> tensor<3xf64>
    attributes {test.cotangents = [dense<[10.0, 20.0, 30.0]> : tensor<3xf64>]} {
  %rounded = math.roundeven %x : tensor<3xf64>
  %step = arith.subf %rounded, %x : tensor<3xf64>
  %held = approx.stop_gradient %step : tensor<3xf64>
  %y = arith.addf %x, %held : tensor<3xf64>
  return %y : tensor<3xf64>
}

// In a loop: y = x * stop(x) * stop(x * stop(x)), so that dy/dx = x^3.
// CHECK-LABEL: @loop
// CHECK:       [-1, 8, 27]
func.func @loop(%x: tensor<3xf64> {test.values = dense<[-1.0, 2.0, 3.0]> : tensor<3xf64>}) -> tensor<3xf64>
    attributes {test.cotangents = [dense<1.0> : tensor<3xf64>]} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %y = scf.for %i = %c0 to %c2 step %c1 iter_args(%p = %x) -> tensor<3xf64> {
    %held = approx.stop_gradient %p : tensor<3xf64>
    %next = arith.mulf %p, %held : tensor<3xf64>
    scf.yield %next : tensor<3xf64>
  }
  return %y : tensor<3xf64>
}

// Nothing else leads to the result: 0.
// CHECK-LABEL: @all
// CHECK:       [0, 0, 0]
func.func @all(%x: tensor<3xf64> {test.values = dense<[-1.0, 2.0, 3.0]> : tensor<3xf64>}) -> tensor<3xf64>
    attributes {test.cotangents = [dense<1.0> : tensor<3xf64>]} {
  %y = approx.stop_gradient %x : tensor<3xf64>
  return %y : tensor<3xf64>
}
