// RUN: approx-opt %s --test-approx-gradient-check \
// RUN:   --transform-preload-library=transform-library-paths=%S/Inputs/decompose-softmax.mlir --transform-interpreter \
// RUN:   | %run | FileCheck %s --implicit-check-not=differs

// linalg.softmax, decomposed for execution.

// CHECK: @softmax: gradient agrees
func.func @softmax(%x: tensor<2x5x3xf64>) -> tensor<2x5x3xf64> {
  %e = tensor.empty() : tensor<2x5x3xf64>
  %r = linalg.softmax dimension(1) ins(%x : tensor<2x5x3xf64>) outs(%e : tensor<2x5x3xf64>) -> tensor<2x5x3xf64>
  return %r : tensor<2x5x3xf64>
}
