// RUN: approx-opt %s --approx-add-loss --split-input-file --verify-diagnostics
// RUN: not approx-opt %s --approx-add-loss=loss=hinge --split-input-file 2>&1 | FileCheck %s --check-prefix=LOSS
// LOSS: error: unknown loss 'hinge', expected one of softmax-cross-entropy, cross-entropy
// RUN: not approx-opt %s --approx-add-loss=label-type=i8 --split-input-file 2>&1 | FileCheck %s --check-prefix=LABEL
// LABEL: error: unknown label-type 'i8', expected i64 or i32
// RUN: not approx-opt %s --approx-add-loss=class-dim=2 --split-input-file 2>&1 | FileCheck %s --check-prefix=DIM
// DIM: error: expects class-dim to be one of the logits' dims after the first, got 2 of 'tensor<2x3xf32>'
// RUN: not approx-opt %s --approx-add-loss=ignore-index=x --split-input-file 2>&1 | FileCheck %s --check-prefix=IGNORE
// IGNORE: error: expects ignore-index to be an integer, got 'x'

// expected-error@+1 {{@main has no result with approx.role "loss" or "logits" to train on}}
func.func @main(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  return %x : tensor<2x3xf32>
}

// -----

// expected-error@+1 {{expects logits of at least two dims (the batch and the classes) and floating-point type, got 'tensor<4xf32>'}}
func.func @main(%x: tensor<4xf32>) -> (tensor<4xf32> {approx.role = "logits"}) {
  return %x : tensor<4xf32>
}

// -----

// expected-error@+1 {{argument 1 of @main is a label already, but no result is the loss}}
func.func @main(%x: tensor<2x3xf32>, %y: tensor<2xi64> {approx.role = "label"}) -> (tensor<2x3xf32> {approx.role = "logits"}) {
  return %x : tensor<2x3xf32>
}

// -----

// expected-error@+1 {{results 0 and 2 of @main are both logits, expected one to train on}}
func.func @main(%x: tensor<2x3xf32>) -> (tensor<2x3xf32> {approx.role = "logits"}, tensor<2x3xf32>, tensor<2x3xf32> {approx.role = "logits"}) {
  return %x, %x, %x : tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>
}
