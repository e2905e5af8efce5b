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
    labels of log(sum_c exp(x_c - max)) - (x_label - max): an integer label for
    every position of the logits without the dim of classes, the batch alone or
    the tokens of a batch. A label outside [0, classes) is refused before a call
    (`approx.bounds`), and makes the loss NaN in code that is called without that
    check. A function that has a loss already is left as it is.

    Example: test/Training/add-loss.mlir
  }];
  let options = [
    Option<"function", "function", "std::string", "\"\"",
           "Function to change (default: @main or the only public one)">,
    Option<"loss", "loss", "std::string", "\"softmax-cross-entropy\"",
           "Loss to add: softmax-cross-entropy">,
    Option<"labelType", "label-type", "std::string", "\"i64\"",
           "Element type of the label argument: i64 or i32">,
    Option<"classDim", "class-dim", "int64_t", "-1",
           "Dim of the logits that the classes are in; negative from the end">,
    Option<"ignoreIndex", "ignore-index", "std::string", "\"\"",
           "Label that counts for nothing, e.g. -100 (default: there is none)">,
  ];
  let dependentDialects = [
    "::lutra::approx::ApproxDialect", "::mlir::arith::ArithDialect",
    "::mlir::linalg::LinalgDialect", "::mlir::math::MathDialect",
    "::mlir::tensor::TensorDialect",
  ];
}

def ApproxBuildTrainingStep
    : Pass<"approx-build-training-step", "::mlir::ModuleOp"> {
  let summary = "Build train_step, evaluate and calibrate";
  let description = [{
    From `@f` and the `@f_value_and_grad` of approx-autodiff:

    * `@train_step(parameters, buffers, optimizer_state, ranges, step_count,
      learning_rate, seeds, inputs, labels) -> (loss, logits, status, new state)`;
    * `@evaluate(parameters, buffers, ranges, seeds, inputs, labels) ->
      (loss, logits, status)`, with the ranges as they are;
    * `@calibrate(parameters, buffers, ranges, seeds, inputs) -> (status, new
      ranges)`, where there are ranges.

    New state says by `approx.updates` which argument it replaces; that argument
    is `bufferization.writable` and is written in place. `status` is 0, or k when
    the k-th of `approx.status_names` was the first that is not finite (inputs
    and learning rate, ranges, loss, gradients, in this order); then all state keeps its value. In
    `@evaluate` an empty range counts as not finite. It computes what `@f` does:
    a batch norm that was exported for training normalises by the batch there,
    too.

    The seeds of `@train_step` are those of the run: every step draws from seeds
    of its own, SplitMix64 of these and of the step's number. `@evaluate` and
    `@calibrate` draw from the seeds that they get.

    Parameters in `approx.unreached` of the derivative, which the loss does not
    depend on, keep their values, as those without a gradient do in PyTorch.

    Optimizers follow PyTorch's formulas: `sgd` (momentum, nesterov,
    weight-decay), `adam` (weight decay added to the gradient), `adamw`
    (decoupled weight decay), with bias correction.

    Example: test/Training/build-training-step.mlir
  }];
  let options = [
    Option<"function", "function", "std::string", "\"\"",
           "Function that was differentiated (default: @main or the only public "
           "one without a derivative's name)">,
    Option<"optimizer", "optimizer", "std::string", "\"sgd\"",
           "Optimizer: sgd, adam or adamw">,
    Option<"momentum", "momentum", "double", "0.0", "Momentum of sgd">,
    Option<"nesterov", "nesterov", "bool", "false",
           "Nesterov's momentum in sgd">,
    Option<"weightDecay", "weight-decay", "double", "0.0",
           "Weight decay (default 0; PyTorch's AdamW has 0.01)">,
    Option<"beta1", "beta1", "double", "0.9", "beta1 of adam and adamw">,
    Option<"beta2", "beta2", "double", "0.999", "beta2 of adam and adamw">,
    Option<"epsilon", "eps", "double", "1e-8", "eps of adam and adamw">,
    Option<"arithmetic", "calibrate-arithmetic", "std::string",
           "\"approximate\"",
           "Products of the forward pass in @calibrate: float, int8 or approximate">,
    Option<"statistics", "calibrate-buffers", "std::string", "\"keep\"",
           "Buffers (batch norm statistics) in @calibrate: keep or update">,
    ListOption<"emit", "emit", "std::string",
               "Functions to build (default: train_step, evaluate and, where there "
               "are ranges, calibrate)">,
    Option<"keepFunctions", "keep-functions", "bool", "false",
           "Keep @f and its derivative beside the functions built from them">,
  ];
  let dependentDialects = [
    "::lutra::approx::ApproxDialect", "::mlir::arith::ArithDialect",
    "::mlir::bufferization::BufferizationDialect",
    "::mlir::linalg::LinalgDialect", "::mlir::math::MathDialect",
    "::mlir::tensor::TensorDialect",
  ];
}

def ApproxReportLayerMeans
    : Pass<"approx-report-layer-means", "::mlir::ModuleOp"> {
  let summary = "Make a function also return the mean output of its layers";
  let description = [{
    Appends, for every matmul or convolution whose weight is a parameter, in
    their order, the mean of its float output per output channel, without its
    init (the bias). The result's `approx.name` is the layer's name with
    `.mean`. Bias correction compares these between the float and the
    approximate form of one model.

    Example: test/Training/report-layer-means.mlir
  }];
  let options = [
    Option<"function", "function", "std::string", "\"evaluate\"",
           "Function to change">,
  ];
  let dependentDialects = [
    "::lutra::approx::ApproxDialect", "::mlir::arith::ArithDialect",
    "::mlir::linalg::LinalgDialect", "::mlir::tensor::TensorDialect",
  ];
}

def ApproxRecordHistograms
    : Pass<"approx-record-histograms", "::mlir::ModuleOp"> {
  let summary = "Make a function also return how often it multiplies each code";
  let description = [{
    Appends, for every quantised matmul or convolution in order, the counts of
    the codes that its multiplier meets as first and as second operand,
    `tensor<2^bits x i64>` by bit pattern: the results `NAME.lhs_counts` and
    `NAME.rhs_counts`, where NAME is the layer's. A code counts once per product
    that it takes part in, so that each sum is the layer's number of products;
    those that a convolution's windows read less often, at the border, count
    less.

    `approx.contractions` of the function then lists all contractions, float ones
    too: name, kind, policy and MACs per call, and of quantised ones the
    multiplier, its hash and its operands. Metrics under these distributions,
    weighted gradients and the power of a network are computed from both.

    Example: test/Training/record-histograms.mlir
  }];
  let options = [
    Option<"function", "function", "std::string", "\"evaluate\"",
           "Function to change">,
  ];
  let dependentDialects = [
    "::lutra::approx::ApproxDialect", "::mlir::arith::ArithDialect",
    "::mlir::linalg::LinalgDialect", "::mlir::scf::SCFDialect",
    "::mlir::tensor::TensorDialect",
  ];
}

#endif // LUTRA_TRAINING_PASSES_TD
