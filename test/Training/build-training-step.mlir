// Signature and order of the three functions; options of what is built.
// RUN: approx-opt %s --approx-build-training-step="optimizer=sgd momentum=0.9" | FileCheck %s
// CHECK-NOT:  @main
// CHECK:      func.func @train_step(
// CHECK-SAME: %[[W:[^:]*]]: tensor<3x2xf32> {approx.name = "w", approx.role = "parameter", bufferization.writable = true}
// CHECK-SAME: %[[B:[^:]*]]: tensor<2xf32> {approx.name = "frozen", approx.role = "parameter"}
// CHECK-SAME: %[[S:[^:]*]]: tensor<f32> {approx.name = "mean", approx.role = "buffer", bufferization.writable = true}
// CHECK-SAME: %[[V:[^:]*]]: tensor<3x2xf32> {approx.name = "w.momentum", approx.role = "optimizer_state", bufferization.writable = true}
// CHECK-SAME: %[[R:[^:]*]]: tensor<2xf32> {approx.name = "r", approx.role = "range", bufferization.writable = true}
// CHECK-SAME: tensor<i64> {approx.name = "step_count", approx.role = "step_count", bufferization.writable = true}
// CHECK-SAME: tensor<f32> {approx.name = "learning_rate", approx.role = "learning_rate"}
// CHECK-SAME: tensor<4x3xf32> {approx.name = "x", approx.role = "input"}
// CHECK-SAME: tensor<4xi64> {approx.name = "y", approx.role = "label"}
// CHECK-SAME: -> (tensor<f32> {approx.role = "loss"}, tensor<4x2xf32> {approx.role = "logits"}, tensor<i32> {approx.role = "status"}
// CHECK-SAME: tensor<3x2xf32> {approx.role = "parameter", approx.updates = "w"}
// CHECK-SAME: tensor<3x2xf32> {approx.role = "optimizer_state", approx.updates = "w.momentum"}
// CHECK-SAME: tensor<f32> {approx.role = "buffer", approx.updates = "mean"}
// CHECK-SAME: tensor<2xf32> {approx.role = "range", approx.updates = "r"}
// CHECK-SAME: tensor<i64> {approx.role = "step_count", approx.updates = "step_count"})

// One op updates parameter and state where they are; what is written depends
// on the status.
// CHECK: %[[NEW:.*]]:2 = linalg.generic {{.*}} outs(%[[W]], %[[V]] :
// CHECK-COUNT-2: arith.select
// CHECK: bufferization.materialize_in_destination %[[NEW]]#0 in %[[W]]
// CHECK: bufferization.materialize_in_destination %[[NEW]]#1 in %[[V]]
// CHECK: bufferization.materialize_in_destination %{{.*}} in %[[S]]

// CHECK:      func.func @evaluate(
// CHECK-NOT:  writable
// CHECK:      %[[FIXED:.*]] = approx.update_range %arg4, %arg3 {observer = #approx.observer<fixed>}
// CHECK:      approx.quant_params %[[FIXED]]
// CHECK:      func.func @calibrate(
// CHECK-SAME: -> (tensor<i32> {approx.role = "status"}, tensor<2xf32> {approx.role = "range", approx.updates = "r"})
// CHECK:      approx.update_range

// RUN: approx-opt %s --approx-build-training-step="emit=evaluate,calibrate calibrate-buffers=update keep-functions" | FileCheck %s --check-prefix=EMIT
// EMIT:       func.func @main(
// EMIT:       func.func @main_value_and_grad(
// EMIT-NOT:   func.func @train_step(
// EMIT:       func.func @evaluate(
// EMIT:       func.func @calibrate(
// EMIT-SAME:  approx.updates = "mean"
// EMIT-SAME:  approx.status_names = ["inputs (x)", "buffers (mean)", "ranges (r)", "the runtime"]

func.func @main(%x: tensor<4x3xf32> {approx.role = "input", approx.name = "x"},
                %y: tensor<4xi64> {approx.role = "label", approx.name = "y"},
                %r: tensor<2xf32> {approx.role = "range", approx.name = "r"},
                %w: tensor<3x2xf32> {approx.role = "parameter", approx.name = "w"},
                %frozen: tensor<2xf32> {approx.role = "parameter", approx.name = "frozen"},
                %mean: tensor<f32> {approx.role = "buffer", approx.name = "mean"})
    -> (tensor<f32> {approx.role = "loss"}, tensor<4x2xf32> {approx.role = "logits"},
        tensor<f32> {approx.role = "buffer", approx.updates = "mean"}, tensor<2xf32> {approx.role = "range", approx.updates = "r"}) {
  %r1 = approx.update_range %x, %r {observer = #approx.observer<moving_average>} : tensor<4x3xf32>, tensor<2xf32>
  %s, %z = approx.quant_params %r1 {qtype = #approx.qtype<ui8>} : tensor<2xf32> -> tensor<f32>, tensor<i32>
  %logits = tensor.empty() : tensor<4x2xf32>
  return %s, %logits, %s, %r1 : tensor<f32>, tensor<4x2xf32>, tensor<f32>, tensor<2xf32>
}
func.func @main_value_and_grad(%x: tensor<4x3xf32> {approx.role = "input", approx.name = "x"},
                %y: tensor<4xi64> {approx.role = "label", approx.name = "y"},
                %r: tensor<2xf32> {approx.role = "range", approx.name = "r"},
                %w: tensor<3x2xf32> {approx.role = "parameter", approx.name = "w"},
                %frozen: tensor<2xf32> {approx.role = "parameter", approx.name = "frozen"},
                %mean: tensor<f32> {approx.role = "buffer", approx.name = "mean"})
    -> (tensor<f32> {approx.role = "loss"}, tensor<4x2xf32> {approx.role = "logits"},
        tensor<f32> {approx.role = "buffer", approx.updates = "mean"}, tensor<2xf32> {approx.role = "range", approx.updates = "r"},
        tensor<3x2xf32> {approx.role = "gradient", approx.name = "w gradient"}) {
  %r1 = approx.update_range %x, %r {observer = #approx.observer<moving_average>} : tensor<4x3xf32>, tensor<2xf32>
  %s, %z = approx.quant_params %r1 {qtype = #approx.qtype<ui8>} : tensor<2xf32> -> tensor<f32>, tensor<i32>
  %logits = tensor.empty() : tensor<4x2xf32>
  return %s, %logits, %s, %r1, %w : tensor<f32>, tensor<4x2xf32>, tensor<f32>, tensor<2xf32>, tensor<3x2xf32>
}
