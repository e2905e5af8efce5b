// RUN: approx-opt %s --approx-autodiff="of=loss wrt=a,b,c,d" | FileCheck %s
// RUN: approx-opt %s --approx-autodiff="of=loss wrt=a,b,c,d mode=split" | FileCheck %s --check-prefix=SPLIT
// RUN: approx-opt %s --approx-autodiff="of=loss wrt=a" | FileCheck %s --check-prefix=ALL

// What no differentiated result depends on is named: %c only through a stopped
// gradient, %d not at all. %b has a gradient, which is 0: it is rounded.

// CHECK-LABEL: func.func @loss_value_and_grad(
// CHECK-SAME:    approx.unreached = ["c", "d"]
// SPLIT-LABEL: func.func @loss_fwd(
// SPLIT-SAME:    approx.unreached = ["c", "d"]
// ALL-NOT:     approx.unreached
func.func @loss(%a: tensor<f32> {approx.name = "a"}, %b: tensor<f32> {approx.name = "b"},
                %c: tensor<f32> {approx.name = "c"}, %d: tensor<f32> {approx.name = "d"}) -> tensor<f32> {
  %rounded = math.roundeven %b : tensor<f32>
  %square = arith.mulf %c, %c : tensor<f32>
  %held = approx.stop_gradient %square : tensor<f32>
  %0 = arith.mulf %a, %rounded : tensor<f32>
  %1 = arith.addf %0, %held : tensor<f32>
  return %1 : tensor<f32>
}
