// RUN: approx-opt %s --approx-prepare --split-input-file --verify-diagnostics

// expected-error@+1 {{cannot tell the batch size of @main: expected one float result of rank 2 or one integer argument of rank 1; say it with the option roles, e.g. roles=parameter:10,input,label}}
func.func @main(%x: tensor<4x3xf32>) -> tensor<f32> {
  %loss = tensor.empty() : tensor<f32>
  return %loss : tensor<f32>
}

// -----

// A square weight with as many rows as the batch has images.
// expected-error@+1 {{cannot tell the role of argument 1 of @main ('tensor<4x4xf32>'): its leading dimension is the batch size 4, as that of argument 0}}
func.func @main(%w: tensor<4x4xf32>, %x: tensor<4x4xf32>) -> tensor<4x5xf32> {
  %logits = tensor.empty() : tensor<4x5xf32>
  return %logits : tensor<4x5xf32>
}

// -----

// The counter of a batch norm: neither parameter nor label.
// expected-error@+1 {{cannot tell the role of argument 0 of @main ('tensor<i64>')}}
func.func @main(%n: tensor<i64>, %x: tensor<4x4xf32>) -> tensor<4x5xf32> {
  %logits = tensor.empty() : tensor<4x5xf32>
  return %logits : tensor<4x5xf32>
}

// -----

// expected-error@+1 {{cannot tell which argument of @main is the input: none has the batch size 4 as leading dimension}}
func.func @main(%w: tensor<5x3xf32>) -> tensor<4x5xf32> {
  %logits = tensor.empty() : tensor<4x5xf32>
  return %logits : tensor<4x5xf32>
}

// -----

// expected-error@+1 {{cannot tell the role of argument 1 of @main ('tensor<4x3xf32>'): others have approx.role}}
func.func @main(%w: tensor<5x3xf32> {approx.role = "parameter"}, %x: tensor<4x3xf32>) -> tensor<4x5xf32> {
  %logits = tensor.empty() : tensor<4x5xf32>
  return %logits : tensor<4x5xf32>
}

// -----

// expected-error@+1 {{cannot tell the role of result 1 of @main ('tensor<3xf32>'); say it with the option results}}
func.func @main(%x: tensor<4x3xf32>) -> (tensor<4x5xf32>, tensor<3xf32>) {
  %logits = tensor.empty() : tensor<4x5xf32>
  %other = tensor.empty() : tensor<3xf32>
  return %logits, %other : tensor<4x5xf32>, tensor<3xf32>
}

// -----

// expected-error@+1 {{expects @main or exactly one public function with a body; the module has @f, @g}}
module {
  func.func @f() { return }
  func.func @g() { return }
}

// -----

// expected-error@+1 {{expects a function of one block, got 2}}
func.func @main() {
  cf.br ^next
^next:
  return
}
