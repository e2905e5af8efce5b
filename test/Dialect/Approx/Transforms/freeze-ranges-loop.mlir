// RUN: approx-opt %s --approx-freeze-ranges | FileCheck %s

// The range that a loop carries has the number of the function's range, but is
// none of its state: its update stays.
// CHECK-LABEL: func.func @main
// CHECK-SAME:    %[[X:[a-z0-9]+]]: tensor<4xf32>, %[[RANGE:[a-z0-9]+]]: tensor<2xf32>
// CHECK:         %[[FIXED:.*]] = approx.update_range %[[X]], %[[RANGE]] {observer = #approx.observer<fixed>}
// CHECK:         approx.quant_params %[[FIXED]]
// CHECK:         scf.for {{.*}} iter_args(%[[CARRIED:.*]] =
// CHECK-NEXT:      approx.update_range %[[X]], %[[CARRIED]] {observer = #approx.observer<moving_average>}
func.func @main(%x: tensor<4xf32>, %r: tensor<2xf32> {approx.name = "f.input_range", approx.role = "range"})
    -> (tensor<f32>, tensor<2xf32> {approx.role = "range", approx.updates = "f.input_range"}, tensor<f32> {approx.role = "logits"}) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %empty = arith.constant dense<[0x7F800000, 0xFF800000]> : tensor<2xf32>
  %new = approx.update_range %x, %r {observer = #approx.observer<moving_average>} : tensor<4xf32>, tensor<2xf32>
  %s, %z = approx.quant_params %new {qtype = #approx.qtype<ui8>} : tensor<2xf32> -> tensor<f32>, tensor<i32>
  %now = scf.for %i = %c0 to %c3 step %c1 iter_args(%acc = %empty) -> tensor<2xf32> {
    %n = approx.update_range %x, %acc {observer = #approx.observer<moving_average>} : tensor<4xf32>, tensor<2xf32>
    scf.yield %n : tensor<2xf32>
  }
  %t, %u = approx.quant_params %now {qtype = #approx.qtype<ui8>} : tensor<2xf32> -> tensor<f32>, tensor<i32>
  return %s, %new, %t : tensor<f32>, tensor<2xf32>, tensor<f32>
}
