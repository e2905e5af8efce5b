// The default rule: the label gives the batch size, the argument with it as
// leading dimension is the input, other floats are parameters.
// RUN: approx-opt %s --approx-prepare | FileCheck %s --check-prefix=RULE
// RULE: func.func @main(
// RULE-SAME: %{{[^:]*}}: tensor<5x3xf32> {approx.name = "parameter0", approx.role = "parameter"}
// RULE-SAME: %{{[^:]*}}: tensor<5xf32> {approx.name = "parameter1", approx.role = "parameter"}
// RULE-SAME: %{{[^:]*}}: tensor<4x3xf32> {approx.name = "input", approx.role = "input"}
// RULE-SAME: %{{[^:]*}}: tensor<4xi64> {approx.name = "label", approx.role = "label"}
// RULE-SAME: -> (tensor<f32> {approx.role = "loss"}, tensor<4x5xf32> {approx.role = "logits"})

// What the user says comes first, and buffers are updated in order.
// RUN: approx-opt %s --approx-prepare="roles=parameter,buffer,input,label names=w,mean,x,y results=loss,logits" \
// RUN:   | FileCheck %s --check-prefix=GIVEN
// GIVEN: tensor<5x3xf32> {approx.name = "w", approx.role = "parameter"}
// GIVEN-SAME: tensor<5xf32> {approx.name = "mean", approx.role = "buffer"}
// GIVEN-SAME: tensor<4x3xf32> {approx.name = "x", approx.role = "input"}
// GIVEN-SAME: tensor<4xi64> {approx.name = "y", approx.role = "label"}

// RUN: approx-opt %s --approx-prepare="function=batch_norm roles=parameter,buffer:2,input" | FileCheck %s --check-prefix=BUFFERS
// BUFFERS: func.func @batch_norm(
// BUFFERS-SAME: tensor<3xf32> {approx.name = "buffer0", approx.role = "buffer"}
// BUFFERS-SAME: tensor<3xf32> {approx.name = "buffer1", approx.role = "buffer"}
// BUFFERS-SAME: -> (tensor<4x3xf32> {approx.role = "logits"}
// BUFFERS-SAME: tensor<3xf32> {approx.role = "buffer", approx.updates = "buffer0"}
// BUFFERS-SAME: tensor<3xf32> {approx.role = "buffer", approx.updates = "buffer1"}

func.func @main(%w: tensor<5x3xf32>, %b: tensor<5xf32>, %x: tensor<4x3xf32>, %y: tensor<4xi64>)
    -> (tensor<f32>, tensor<4x5xf32>) {
  %loss = tensor.empty() : tensor<f32>
  %logits = tensor.empty() : tensor<4x5xf32>
  return %loss, %logits : tensor<f32>, tensor<4x5xf32>
}

func.func @batch_norm(%w: tensor<3x3xf32>, %mean: tensor<3xf32>, %var: tensor<3xf32>, %x: tensor<4x3xf32>)
    -> (tensor<4x3xf32>, tensor<3xf32>, tensor<3xf32>) {
  return %x, %mean, %var : tensor<4x3xf32>, tensor<3xf32>, tensor<3xf32>
}
