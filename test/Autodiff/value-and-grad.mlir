// RUN: approx-opt %s --approx-autodiff --split-input-file | FileCheck %s

// The results stay, with their attributes; gradients follow in argument order,
// of the parameters only; what nothing depends on has gradient zero.

// CHECK-LABEL: func.func @main(
// CHECK-LABEL: func.func @main_value_and_grad(
// CHECK-SAME:    %[[W:[a-z0-9]+]]: tensor<4xf32> {approx.name = "w", approx.role = "parameter"}
// CHECK-SAME:    %[[X:[a-z0-9]+]]: tensor<4xf32> {approx.name = "x", approx.role = "input"}
// CHECK-SAME:    -> (tensor<f32> {approx.role = "loss"}, tensor<4xf32> {approx.role = "logits"},
// CHECK-SAME:        tensor<4xf32> {approx.name = "w gradient", approx.role = "gradient"},
// CHECK-SAME:        tensor<2xf32> {approx.name = "unused gradient", approx.role = "gradient"})
// CHECK:         %[[Y:.*]] = arith.mulf %[[W]], %[[X]]
// CHECK:         %[[LOSS:.*]] = linalg.reduce
// CHECK:         %[[ONE:.*]] = arith.constant dense<1.000000e+00> : tensor<f32>
// CHECK:         %[[C:.*]] = linalg.broadcast ins(%[[ONE]] : tensor<f32>)
// CHECK:         %[[DW:.*]] = linalg.generic
// CHECK-SAME:      ins(%[[X]], %[[C]] : tensor<4xf32>, tensor<4xf32>)
// CHECK:           arith.mulf
// CHECK:         %[[ZERO:.*]] = linalg.fill {{.*}} -> tensor<2xf32>
// CHECK:         return %[[LOSS]], %[[Y]], %[[DW]], %[[ZERO]]
func.func @main(%w: tensor<4xf32> {approx.name = "w", approx.role = "parameter"},
                %unused: tensor<2xf32> {approx.name = "unused", approx.role = "parameter"},
                %x: tensor<4xf32> {approx.name = "x", approx.role = "input"})
    -> (tensor<f32> {approx.role = "loss"}, tensor<4xf32> {approx.role = "logits"}) {
  %y = arith.mulf %w, %x : tensor<4xf32>
  %zero = arith.constant dense<0.0> : tensor<f32>
  %loss = linalg.reduce { arith.addf } ins(%y : tensor<4xf32>) outs(%zero : tensor<f32>) dimensions = [0]
  return %loss, %y : tensor<f32>, tensor<4xf32>
}

// -----

// The loss is the only scalar float result if none has the role.

// CHECK-LABEL: func.func @only_scalar_value_and_grad
// CHECK:         %[[Y:.*]] = arith.negf
// CHECK:         %[[ONE:.*]] = arith.constant 1.000000e+00 : f32
// CHECK:         %[[DX:.*]] = arith.negf %[[ONE]]
// CHECK:         return %{{.*}}, %[[Y]], %[[DX]]
func.func @only_scalar(%x: f32 {approx.name = "x", approx.role = "parameter"}) -> (tensor<3xf32>, f32) {
  %a = arith.constant dense<0.0> : tensor<3xf32>
  %y = arith.negf %x : f32
  return %a, %y : tensor<3xf32>, f32
}
