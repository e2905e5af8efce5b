// RUN: approx-opt %s --approx-prepare-boundary --split-input-file | FileCheck %s

// A result that updates an argument is placed in that argument's buffer; what
// is not updated must not be written.
// CHECK-LABEL: func.func @step
// CHECK-SAME:    (%[[W:.*]]: tensor<4xf32> {approx.donated, approx.name = "w", bufferization.writable = true},
// CHECK-SAME:     %[[G:.*]]: tensor<4xf32> {bufferization.writable = false})
// CHECK:         %[[NEW:.*]] = linalg.sub
// CHECK:         %[[PLACED:.*]] = bufferization.materialize_in_destination %[[NEW]] in %[[W]]
// CHECK:         return %[[PLACED]]
func.func @step(%w: tensor<4xf32> {approx.name = "w"}, %g: tensor<4xf32>)
    -> (tensor<4xf32> {approx.updates = "w"}) {
  %empty = tensor.empty() : tensor<4xf32>
  %new = linalg.sub ins(%w, %g : tensor<4xf32>, tensor<4xf32>) outs(%empty : tensor<4xf32>) -> tensor<4xf32>
  return %new : tensor<4xf32>
}

// -----

// What is already in place is left alone.
// CHECK-LABEL: func.func @placed
// CHECK-COUNT-1: bufferization.materialize_in_destination
// CHECK-NOT:     bufferization.materialize_in_destination
func.func @placed(%w: tensor<4xf32> {approx.name = "w", bufferization.writable = true},
                  %r: tensor<4xf32> {approx.name = "r"}, %g: tensor<4xf32>)
    -> (tensor<4xf32> {approx.updates = "w"}, tensor<4xf32> {approx.updates = "r"}) {
  %0 = bufferization.materialize_in_destination %g in %w : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %0, %r : tensor<4xf32>, tensor<4xf32>
}

// -----

// CHECK-LABEL: func.func @scalars
// CHECK-SAME:    (%[[X:.*]]: tensor<f32> {bufferization.writable = false}) -> tensor<f32>
// CHECK:         %[[VALUE:.*]] = tensor.extract %[[X]][]
// CHECK:         %[[TWICE:.*]] = arith.addf %[[VALUE]], %[[VALUE]]
// CHECK:         %[[RESULT:.*]] = tensor.from_elements %[[TWICE]] : tensor<f32>
// CHECK:         return %[[RESULT]]
func.func @scalars(%x: f32) -> f32 {
  %0 = arith.addf %x, %x : f32
  return %0 : f32
}

// What a loop carries stays where it is; what is only handed on, too.
// CHECK-LABEL: func.func @loop
// CHECK:         scf.for {{.*}} iter_args(%[[A:.*]] = %{{.*}}, %[[B:.*]] = %{{.*}}) ->
// CHECK:           %[[NEXT:.*]] = math.sin %[[A]]
// CHECK:           %[[PLACED:.*]] = bufferization.materialize_in_destination %[[NEXT]] in %[[A]]
// CHECK:           scf.yield %[[PLACED]], %[[B]]
func.func @loop(%x: tensor<4xf32>, %y: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %r:2 = scf.for %i = %c0 to %c3 step %c1 iter_args(%a = %x, %b = %y) -> (tensor<4xf32>, tensor<4xf32>) {
    %0 = math.sin %a : tensor<4xf32>
    scf.yield %0, %b : tensor<4xf32>, tensor<4xf32>
  }
  return %r#0, %r#1 : tensor<4xf32>, tensor<4xf32>
}
