// RUN: approx-opt %s --approx-freeze-ranges | FileCheck %s
// RUN: not approx-opt %s --approx-freeze-ranges=function=missing 2>&1 | FileCheck %s --check-prefix=MISSING

// MISSING: error: no function @missing with a body; the module has @main

// The range that is state is read, told of values that are not finite, and no longer a result; that of the values of the moment is made as before.
// CHECK-LABEL: func.func @main(
// CHECK-SAME:    %[[X:.*]]: tensor<4xf32>, %[[R:.*]]: tensor<2xf32> {approx.name = "f.input_range", approx.role = "range"})
// CHECK-SAME:    -> (tensor<f32>, tensor<f32> {approx.role = "logits"})
// CHECK:         %[[FIXED:.*]] = approx.update_range %[[X]], %[[R]] {observer = #approx.observer<fixed>}
// CHECK:         %[[S:.*]], %{{.*}} = approx.quant_params %[[FIXED]]
// CHECK:         %[[NOW:.*]] = approx.update_range %[[X]], %{{.*}} {observer = #approx.observer<min_max>}
// CHECK:         %[[T:.*]], %{{.*}} = approx.quant_params %[[NOW]]
// CHECK:         return %[[S]], %[[T]] : tensor<f32>, tensor<f32>
func.func @main(%x: tensor<4xf32>, %r: tensor<2xf32> {approx.name = "f.input_range", approx.role = "range"})
    -> (tensor<f32>, tensor<2xf32> {approx.role = "range", approx.updates = "f.input_range"}, tensor<f32> {approx.role = "logits"}) {
  %empty = arith.constant dense<[0x7F800000, 0xFF800000]> : tensor<2xf32>
  %new = approx.update_range %x, %r {observer = #approx.observer<moving_average>} : tensor<4xf32>, tensor<2xf32>
  %s, %z = approx.quant_params %new {qtype = #approx.qtype<ui8>} : tensor<2xf32> -> tensor<f32>, tensor<i32>
  %now = approx.update_range %x, %empty {observer = #approx.observer<min_max>} : tensor<4xf32>, tensor<2xf32>
  %t, %u = approx.quant_params %now {qtype = #approx.qtype<ui8>} : tensor<2xf32> -> tensor<f32>, tensor<i32>
  return %s, %new, %t : tensor<f32>, tensor<2xf32>, tensor<f32>
}
