// A step changes all of its state or none of it; status is the number of the
// first value that is not finite.

// RUN: approx-opt %s --approx-build-training-step | FileCheck %s --check-prefix=NAMES
// NAMES: @train_step
// NAMES-SAME: approx.status_names = ["inputs (x)", "inputs (learning_rate)", "ranges (r)", "loss", "gradients (w)", "buffers (b)", "parameters (w)", "the runtime"]
// NAMES: @evaluate
// NAMES-SAME: approx.status_names = ["inputs (x)", "ranges (r)", "loss", "the runtime"]
// NAMES: @calibrate
// NAMES-SAME: approx.status_names = ["inputs (x)", "ranges (r)", "the runtime"]

// Arguments: w, buffer, range, step_count, learning_rate, x.
// DEFINE: %{run} = approx-run %s --entry=train_step --pipeline=approx-build-training-step

// RUN: %{run} --args='[2,1],5,[0,1],3,0.5,[4,2]' | FileCheck %s --check-prefix=COMMIT
// COMMIT:      "w": tensor<2xf32> [1, 0]
// COMMIT-NEXT: "b": tensor<f32> 6
// COMMIT-NEXT: "r": tensor<2xf32> [16, 4]
// COMMIT-NEXT: "step_count": tensor<i64> 4
// COMMIT:      tensor<i32> 0

// RUN: %{run} --args='[2,1],5,[0,1],3,0.5,[inf,2]' | FileCheck %s --check-prefixes=KEEP,INPUTS
// RUN: %{run} --args='[2,1],5,[0,1],3,0.5,[4,nan]' | FileCheck %s --check-prefixes=KEEP,INPUTS
// RUN: %{run} --args='[2,1],5,[0,1],3,0.5,[1e30,2]' | FileCheck %s --check-prefixes=KEEP,RANGES
// A learning rate that is not finite would undo the parameters, and a range
// that is not is named before the loss that it spoils.
// RUN: %{run} --args='[2,1],5,[0,1],3,nan,[4,2]' | FileCheck %s --check-prefixes=KEEP,RATE
// RUN: %{run} --args='[2,1],5,[0,1],3,-inf,[4,2]' | FileCheck %s --check-prefixes=KEEP,RATE
// KEEP:      "w": tensor<2xf32> [2, 1]
// KEEP-NEXT: "b": tensor<f32> 5
// KEEP-NEXT: "r": tensor<2xf32> [0, 1]
// KEEP-NEXT: "step_count": tensor<i64> 3
// INPUTS:    tensor<i32> 1
// RATE:      tensor<i32> 2
// RANGES:    tensor<i32> 3

// RUN: %{run} --args='[inf,1],5,[0,1],3,0.5,[4,2]' | FileCheck %s --check-prefix=LOSS
// LOSS:      "w": tensor<2xf32> [inf, 1]
// LOSS-NEXT: "b": tensor<f32> 5
// LOSS:      tensor<i32> 4

// RUN: %{run} --args='[2,0],5,[0,1],3,0.5,[4,0]' | FileCheck %s --check-prefix=GRADIENT
// GRADIENT:      "w": tensor<2xf32> [2, 0]
// GRADIENT-NEXT: "b": tensor<f32> 5
// GRADIENT-NEXT: "r": tensor<2xf32> [0, 1]
// GRADIENT-NEXT: "step_count": tensor<i64> 3
// GRADIENT:      tensor<i32> 5

// What would be written is finite as well: a buffer, and a parameter whose
// gradient and learning rate are.
// RUN: %{run} --args='[2,1],inf,[0,1],3,0.5,[4,2]' | FileCheck %s --check-prefix=BUFFER
// BUFFER:      "w": tensor<2xf32> [2, 1]
// BUFFER-NEXT: "b": tensor<f32> inf
// BUFFER-NEXT: "r": tensor<2xf32> [0, 1]
// BUFFER-NEXT: "step_count": tensor<i64> 3
// BUFFER:      tensor<i32> 6
// RUN: %{run} --args='[2,1],5,[0,1],3,1e38,[4,20]' | FileCheck %s --check-prefixes=KEEP,PARAMETER
// PARAMETER: tensor<i32> 7

// The optimizer's state is named, too.
// RUN: approx-opt %s --approx-build-training-step=optimizer=adam | FileCheck %s --check-prefix=ADAM
// ADAM: "parameters (w)", "optimizer state (w.{{.*}})", "optimizer state (w.{{.*}})", "the runtime"]
// A second moment overflows before anything else does.
// RUN: approx-run %s --entry=train_step --pipeline=approx-build-training-step{optimizer=adam} --args='[2,1e-22],5,[0,0],[0,0],[0,1],3,0.5,[4,1]' | FileCheck %s --check-prefix=MOMENT
// MOMENT:      "w": tensor<2xf32> [2, 1e-22]
// MOMENT:      "step_count": tensor<i64> 3
// MOMENT:      tensor<i32> 9

// An empty range is reported by evaluate and filled by calibrate.
// RUN: approx-run %s --entry=evaluate --pipeline=approx-build-training-step --args='[2,1],5,[inf,-inf],[4,2]' | FileCheck %s --check-prefix=EMPTY
// RUN: approx-run %s --entry=evaluate --pipeline=approx-build-training-step --args='[2,1],5,[0,1],[4,2]' | FileCheck %s --check-prefix=FILLED
// RUN: approx-run %s --entry=evaluate --pipeline=approx-build-training-step --args='[2,1],5,[1,-1],[4,2]' | FileCheck %s --check-prefix=EMPTY
// EMPTY:  result 1: tensor<i32> 2
// FILLED: result 1: tensor<i32> 0
// RUN: approx-run %s --entry=calibrate --pipeline=approx-build-training-step --args='[2,1],5,[inf,-inf],[4,2]' | FileCheck %s --check-prefix=CALIBRATE
// CALIBRATE:      argument 2 "r": tensor<2xf32> [16, 4]
// CALIBRATE-NEXT: result 0: tensor<i32> 0
// RUN: approx-run %s --entry=calibrate --pipeline=approx-build-training-step --args='[2,1],5,[7,8],[nan,2]' | FileCheck %s --check-prefix=REFUSE
// REFUSE:      argument 2 "r": tensor<2xf32> [7, 8]
// REFUSE-NEXT: result 0: tensor<i32> 1

#id = affine_map<(d0) -> (d0)>

// loss = w[0], gradient = x / w, new buffer = b + 1, new range = x * x.
func.func @main(%w: tensor<2xf32> {approx.role = "parameter", approx.name = "w"},
                %b: tensor<f32> {approx.role = "buffer", approx.name = "b"},
                %r: tensor<2xf32> {approx.role = "range", approx.name = "r"},
                %x: tensor<2xf32> {approx.role = "input", approx.name = "x"})
    -> (tensor<f32> {approx.role = "loss"},
        tensor<f32> {approx.role = "buffer", approx.updates = "b"},
        tensor<2xf32> {approx.role = "range", approx.updates = "r"}) {
  %0:4 = func.call @main_value_and_grad(%w, %b, %r, %x) : (tensor<2xf32>, tensor<f32>, tensor<2xf32>, tensor<2xf32>)
      -> (tensor<f32>, tensor<f32>, tensor<2xf32>, tensor<2xf32>)
  return %0#0, %0#1, %0#2 : tensor<f32>, tensor<f32>, tensor<2xf32>
}

func.func @main_value_and_grad(
    %w: tensor<2xf32> {approx.role = "parameter", approx.name = "w"},
    %b: tensor<f32> {approx.role = "buffer", approx.name = "b"},
    %r: tensor<2xf32> {approx.role = "range", approx.name = "r"},
    %x: tensor<2xf32> {approx.role = "input", approx.name = "x"})
    -> (tensor<f32> {approx.role = "loss"},
        tensor<f32> {approx.role = "buffer", approx.updates = "b"},
        tensor<2xf32> {approx.role = "range", approx.updates = "r"},
        tensor<2xf32> {approx.role = "gradient", approx.name = "w gradient"}) {
  %first = arith.constant 0 : index
  %one = arith.constant 1.0 : f32
  %w0 = tensor.extract %w[%first] : tensor<2xf32>
  %loss = tensor.from_elements %w0 : tensor<f32>
  %b0 = tensor.extract %b[] : tensor<f32>
  %b1 = arith.addf %b0, %one : f32
  %buffer = tensor.from_elements %b1 : tensor<f32>
  %empty = tensor.empty() : tensor<2xf32>
  %range = linalg.mul ins(%x, %x : tensor<2xf32>, tensor<2xf32>) outs(%empty : tensor<2xf32>) -> tensor<2xf32>
  %gradient = linalg.div ins(%x, %w : tensor<2xf32>, tensor<2xf32>) outs(%empty : tensor<2xf32>) -> tensor<2xf32>
  return %loss, %buffer, %range, %gradient : tensor<f32>, tensor<f32>, tensor<2xf32>, tensor<2xf32>
}
