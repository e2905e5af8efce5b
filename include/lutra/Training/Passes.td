//===- Passes.td - Passes of lutra/Training -*- tablegen -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_TRAINING_PASSES_TD
#define LUTRA_TRAINING_PASSES_TD

include "mlir/Pass/PassBase.td"

def ApproxAddLoss : Pass<"approx-add-loss", "::mlir::ModuleOp"> {
  let summary = "Add a loss to a function that returns logits";
  let description = [{
    Appends a label argument and makes the loss the first result, with their
    roles. `softmax-cross-entropy` (also `cross-entropy`) is the mean over the
    batch of log(sum_c exp(x_c - max)) - (x_label - max), for integer labels. A
    label outside [0, classes) makes the loss NaN, so that a training step
    refuses it. A function that has a loss already is left as it is.

    Example: test/Training/add-loss.mlir
  }];
  let options = [
    Option<"function", "function", "std::string", "\"\"",
           "Function to change (default: @main or the only public one)">,
    Option<"loss", "loss", "std::string", "\"softmax-cross-entropy\"",
           "Loss to add: softmax-cross-entropy">,
    Option<"labelType", "label-type", "std::string", "\"i64\"",
           "Element type of the label argument: i64 or i32">,
  ];
  let dependentDialects = [
    "::lutra::approx::ApproxDialect", "::mlir::arith::ArithDialect",
    "::mlir::linalg::LinalgDialect", "::mlir::math::MathDialect",
    "::mlir::tensor::TensorDialect",
  ];
}

#endif // LUTRA_TRAINING_PASSES_TD
