// RUN: %check_gradients | FileCheck %s
// RUN: %check_split | FileCheck %s

// Callees are differentiated once per set of arguments; a rule that the user
// gives is taken, right or wrong.

func.func private @callee(%x: tensor<3xf64>, %y: tensor<3xf64>) -> (tensor<3xf64>, tensor<3xf64>) {
  %0 = arith.mulf %x, %y : tensor<3xf64>
  %1 = math.sin %x : tensor<3xf64>
  return %0, %1 : tensor<3xf64>, tensor<3xf64>
}

// CHECK: @nested: gradient agrees
func.func @nested(%x: tensor<3xf64>, %y: tensor<3xf64>) -> tensor<3xf64> {
  %0:2 = call @callee(%x, %y) : (tensor<3xf64>, tensor<3xf64>) -> (tensor<3xf64>, tensor<3xf64>)
  %1:2 = call @callee(%0#0, %0#1) : (tensor<3xf64>, tensor<3xf64>) -> (tensor<3xf64>, tensor<3xf64>)
  return %1#0 : tensor<3xf64>
}

// A rule that is right: x^2 with derivative 2x.
func.func private @square(%x: tensor<3xf64>) -> tensor<3xf64> attributes {approx.vjp = @square_rule} {
  %0 = arith.mulf %x, %x : tensor<3xf64>
  return %0 : tensor<3xf64>
}
func.func private @square_rule(%x: tensor<3xf64>, %y: tensor<3xf64>, %dy: tensor<3xf64>) -> tensor<3xf64> {
  %two = arith.constant dense<2.0> : tensor<3xf64>
  %0 = arith.mulf %two, %x : tensor<3xf64>
  %1 = arith.mulf %0, %dy : tensor<3xf64>
  return %1 : tensor<3xf64>
}
// CHECK: @custom_rule: gradient agrees
func.func @custom_rule(%x: tensor<3xf64>) -> tensor<3xf64> {
  %0 = call @square(%x) : (tensor<3xf64>) -> tensor<3xf64>
  return %0 : tensor<3xf64>
}

// A rule that doubles the cotangent proves that it is the rule that is used.
func.func private @identity(%x: f64, %unused: f64) -> f64 {
  return %x : f64
}
func.func private @doubling_rule(%x: f64, %unused: f64, %y: f64, %dy: f64) -> f64 {
  %0 = arith.addf %dy, %dy : f64
  return %0 : f64
}
// CHECK: @doubled: gradient differs: 1.31881, finite difference 0.659404
func.func @doubled(%x: f64) -> f64 {
  %0 = call @identity(%x, %x) {approx.vjp = @doubling_rule, approx.active_operands = array<i64: 0>} : (f64, f64) -> f64
  return %0 : f64
}
