// From logits to the three functions, every stage's options passed on.
// RUN: approx-opt %lutra_src/examples/lenet_digits.mlir --approx-train-pipeline="multiplier=truncated:8x8:drop=9 gradient=lut-2d:hws=4 keep-exact=fc2 optimizer=adam" | FileCheck %s
// CHECK-DAG: approx.multiplier @truncated_8x8_drop_9
// CHECK-DAG: approx.multiplier @exact_8x8
// CHECK:      func.func @train_step(
// CHECK-SAME: tensor<8x1x3x3xf32> {approx.name = "conv1.weight", approx.role = "parameter", bufferization.writable = true}
// CHECK-SAME: tensor<8x1x3x3xf32> {approx.name = "conv1.weight.exp_avg", approx.role = "optimizer_state", bufferization.writable = true}
// CHECK-SAME: tensor<2xf32> {approx.name = "conv1.input_range", approx.role = "range", bufferization.writable = true}
// CHECK-SAME: tensor<i64> {approx.name = "step_count", approx.role = "step_count", bufferization.writable = true}
// CHECK-SAME: tensor<f32> {approx.name = "learning_rate", approx.role = "learning_rate"}
// CHECK-SAME: tensor<64x1x8x8xf32> {approx.name = "image", approx.role = "input"}
// CHECK-SAME: tensor<64xi64> {approx.bounds = array<i64: 0, 9>, approx.name = "label", approx.role = "label"}
// CHECK-SAME: -> (tensor<f32> {approx.role = "loss"}, tensor<64x10xf32> {approx.role = "logits"}, tensor<i32> {approx.role = "status"}, tensor<8x1x3x3xf32> {approx.role = "parameter", approx.updates = "conv1.weight"}
// CHECK-SAME: approx.layers = [
// CHECK-SAME: {gradient = #approx.gradient<"ste">, kind = "matmul", multiplier = @exact_8x8, name = "fc2", order = #approx.order<rhs_first>, policy = "int8"}
// CHECK-COUNT-2: approx.conv_2d @truncated
// CHECK:         approx.matmul @truncated
// CHECK:         approx.matmul @exact
// CHECK:         approx.matmul_grad_rhs {{.*}}#approx.gradient<"ste">
// CHECK:         approx.conv_2d_grad_filter {{.*}}#approx.gradient<"lut-2d:hws=4">
// CHECK-NOT:     approx.conv_2d_grad_input
// CHECK:      func.func @evaluate(
// CHECK-NOT:    approx.update_range {{.*}}moving_average
// CHECK:      func.func @calibrate(
// CHECK-COUNT-4: approx.update_range {{.*}}moving_average
// CHECK-NOT:  func.func

// Without a multiplier: exact training in floats, and nothing to calibrate.
// RUN: approx-opt %lutra_src/examples/lenet_digits.mlir --approx-train-pipeline="optimizer=sgd momentum=0.9" | FileCheck %s --check-prefix=FLOAT
// FLOAT:     func.func @train_step(
// FLOAT-SAME: "conv1.weight.momentum"
// FLOAT-COUNT-2: linalg.conv_2d_nchw_fchw
// FLOAT-COUNT-2: linalg.matmul
// FLOAT-NOT: approx.quantize
// FLOAT:     func.func @evaluate(
// FLOAT-NOT: func.func
