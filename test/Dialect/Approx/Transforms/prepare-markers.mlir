// RUN: approx-opt %s --split-input-file --verify-diagnostics --approx-prepare | FileCheck %s

// A call of a function that is only declared marks a value, in callees and in regions, too.

// CHECK-NOT:   func.func private
// CHECK-LABEL: func.func @main(
// CHECK-SAME:    %[[X:.*]]: tensor<2x4xf32>
// CHECK:         %[[A:.*]] = approx.stop_gradient %[[X]] : tensor<2x4xf32>
// CHECK:         scf.if
// CHECK:           approx.stop_gradient %{{.*}} : tensor<2x4xf32>
// CHECK-NOT:   call
// CHECK:       return
func.func private @lutra.stop_gradient(tensor<2x4xf32>) -> tensor<2x4xf32>
func.func private @lutra.stop_gradient.2x4xi32(tensor<2x4xi32>) -> tensor<2x4xi32>
func.func private @callee(%x: tensor<2x4xf32>) -> tensor<2x4xf32> {
  %y = call @lutra.stop_gradient(%x) : (tensor<2x4xf32>) -> tensor<2x4xf32>
  return %y : tensor<2x4xf32>
}
func.func @main(%x: tensor<2x4xf32> {approx.role = "input"}, %i: tensor<2x4xi32> {approx.role = "input"}, %c: i1 {approx.role = "input"}) -> tensor<2x4xf32> {
  %0 = call @callee(%x) : (tensor<2x4xf32>) -> tensor<2x4xf32>
  %1 = scf.if %c -> tensor<2x4xf32> {
    %s = arith.addf %0, %x : tensor<2x4xf32>
    %t = func.call @lutra.stop_gradient(%s) : (tensor<2x4xf32>) -> tensor<2x4xf32>
    scf.yield %t : tensor<2x4xf32>
  } else {
    scf.yield %0 : tensor<2x4xf32>
  }
  %2 = call @lutra.stop_gradient.2x4xi32(%i) : (tensor<2x4xi32>) -> tensor<2x4xi32>
  %3 = arith.sitofp %2 : tensor<2x4xi32> to tensor<2x4xf32>
  %4 = arith.addf %1, %3 : tensor<2x4xf32>
  return %4 : tensor<2x4xf32>
}

// -----

// Another name, and a function with a body, are no marks.
// CHECK:       func.func private @lutra.stop_gradients
// CHECK-NOT:     approx.stop_gradient
// CHECK:         call @lutra.stop_gradients
func.func private @lutra.stop_gradients(tensor<4xf32>) -> tensor<4xf32>
func.func private @lutra.stop_gradient.own(%x: tensor<4xf32>) -> tensor<4xf32> {
  return %x : tensor<4xf32>
}
func.func @main(%x: tensor<4xf32> {approx.role = "input"}) -> (tensor<4xf32> {approx.role = "logits"}) {
  %0 = call @lutra.stop_gradients(%x) : (tensor<4xf32>) -> tensor<4xf32>
  %1 = call @lutra.stop_gradient.own(%0) : (tensor<4xf32>) -> tensor<4xf32>
  return %1 : tensor<4xf32>
}

// -----

func.func private @lutra.stop_gradient(tensor<4xf32>) -> tensor<4xf64>
func.func @main(%x: tensor<4xf32> {approx.role = "input"}) -> (tensor<4xf64> {approx.role = "logits"}) {
  // expected-error@+1 {{expects @lutra.stop_gradient to take a ranked tensor and to return one of the same type, got '(tensor<4xf32>) -> tensor<4xf64>'}}
  %0 = call @lutra.stop_gradient(%x) : (tensor<4xf32>) -> tensor<4xf64>
  return %0 : tensor<4xf64>
}
