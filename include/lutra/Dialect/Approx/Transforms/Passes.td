//===- Passes.td - Passes of lutra/Dialect/Approx/Transforms -*- tablegen -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_DIALECT_APPROX_TRANSFORMS_PASSES_TD
#define LUTRA_DIALECT_APPROX_TRANSFORMS_PASSES_TD

include "mlir/Pass/PassBase.td"

def ApproxPrepare : Pass<"approx-prepare", "::mlir::ModuleOp"> {
  let summary = "Bring a module of linalg on tensors into one canonical form";
  let description = [{
    Inlines the callees of the function (those with a custom derivative stay),
    drops attributes that frontends leave (`mhlo.*`, `jax.*`, `torch.*`, ...),
    folds transposes into the maps of `linalg.matmul` and `linalg.batch_matmul`,
    turns a `batch_matmul` whose weight is broadcast over the batch into one
    `matmul`, and gives every argument and result its `approx.role` and
    `approx.name`.

    Contractions of other forms become ones that have an approximate op, by
    transposes and reshapes. A matrix product over any number of loops, written
    as `linalg.generic` or `linalg.contract`, becomes a `matmul` or, where loops
    are in both operands and the result, a `batch_matmul`. A convolution of one
    or two dimensions, whatever its layout and groups, becomes
    `conv_2d_nchw_fchw`, `conv_2d_nhwc_hwcf`, `conv_2d_ngchw_gfchw` or
    `conv_2d_nhwgc_gfhwc`; a depthwise one has as many groups as channels.

    Roles come, in this order, from the option `roles`, from attributes that are
    there already, and, when no argument has either, from the default rule: with
    B the leading dimension of the logits (the only float result of rank 2) or
    of the label, a rank-1 integer argument of B elements is the label, the one
    float argument of rank 2 or more with leading dimension B is the input, and
    every other float argument is a parameter. What the rule does not decide is
    an error. Results: a float scalar is the loss, rank-2 floats the logits,
    and further results update the buffers in order.

    A tensor that the body of a generic reads by `tensor.extract` at affine
    functions of the loops becomes an operand with an indexing map. Other indices
    (embeddings) are kept within the tensor: one out of range gives NaN, and
    where it is an element of an argument, the argument gets `approx.bounds`,
    which is checked before a call.

    PyTorch's importer keeps the state of random numbers (dropout) in the
    variable `@global_seed`, which each draw loads and stores: its value at the
    start becomes a last argument of role seed, and draws hand it on. Any other
    `ml_program.global` is an error.

    A call of a function without a body whose name begins with
    `lutra.stop_gradient`, of a tensor that it returns, becomes
    `approx.stop_gradient`, or the tensor itself where that has no floats:
    frontends write it so, since importers leave such calls as they are.

    Example: test/Dialect/Approx/Transforms/prepare-roles.mlir
  }];
  let options = [
    Option<"function", "function", "std::string", "\"\"",
           "Function to prepare (default: @main or the only public one)">,
    ListOption<"roles", "roles", "std::string",
               "Roles of all arguments in order; `parameter:10` stands for ten">,
    ListOption<"names", "names", "std::string",
               "Names of all arguments in order">,
    ListOption<"results", "results", "std::string",
               "Roles of all results in order; `buffer` updates the next buffer">,
    Option<"asserts", "asserts", "std::string", "\"drop\"",
           "What becomes of cf.assert: drop (the step checks that its values are "
           "finite), keep, or error">,
  ];
  let dependentDialects = [
    "::lutra::approx::ApproxDialect", "::mlir::linalg::LinalgDialect",
    "::mlir::tensor::TensorDialect", "::mlir::arith::ArithDialect",
  ];
}

def ApproxInlineCalls : Pass<"approx-inline-calls", "::mlir::ModuleOp"> {
  let summary = "Inline the calls of functions that are not private";
  let description = [{
    Makes every function that is not private one without calls, except of
    functions without a body, and erases private functions that nothing names
    any more. Refused, with a diagnostic: recursion, callees of several blocks,
    and functions that would have more than 262,144 operations.

    Example: test/Dialect/Approx/Transforms/inline-calls.mlir
  }];
}

def ApproxFuse : Pass<"approx-fuse", "::mlir::func::FuncOp"> {
  let summary = "Fuse elementwise linalg ops, with contractions left alone";
  let description = [{
    Fuses elementwise generics and the reductions that read them, and moves
    reshapes out of their way. Contractions, convolutions and poolings are
    opaque: nothing is folded into them, so that libraries and runtime kernels
    still find them. A producer is fused where that repeats no work: it has one
    reader, which visits each of its elements once, or its body is a plain copy
    or one cheap operation.

    Example: test/Dialect/Approx/Transforms/fuse.mlir
  }];
  let dependentDialects = [
    "::mlir::linalg::LinalgDialect", "::mlir::tensor::TensorDialect",
    "::mlir::arith::ArithDialect", "::mlir::affine::AffineDialect",
  ];
}

def ApproxVerifyContractions
    : Pass<"approx-verify-contractions", "::mlir::func::FuncOp"> {
  let summary = "Fail if a contraction is hidden in a linalg.generic";
  let description = [{
    A matrix product or convolution written as `linalg.generic` would run as
    plain loops, hundreds of times slower than a library's. Products that have
    no two outer dimensions of their own (a dot product, a weighted sum) are
    left to code generation and are no error.

    Example: test/Dialect/Approx/Transforms/verify-contractions.mlir
  }];
}

def ExpandSkippedPadding : Pass<"approx-expand-skipped-padding"> {
  let summary = "Turn convolutions that leave padding out into plain ones";
  let description = [{
    What `skipped_padding` leaves out of `approx.conv_2d` and its gradients is
    taken off the result of an op without it, which every kernel and every
    rewriting knows. A padded element is the zero point zx, so that a term left
    out depends on the filter alone:

        T[f, kh, kw] = sum over c of [ AM(zx, w) - zx*w ]

    is an `approx.batch_matmul` of zx with the filter. Where the window of an
    element of the result meets padding, the T of these taps are subtracted: the
    same integers. The gradient for the filter is less that of T, with the sum of
    the cotangents that each tap meets on padding; the gradient for the input is
    0 on padding.

    Example: test/Dialect/Approx/Transforms/expand-skipped-padding.mlir
  }];
  let dependentDialects = [
    "::lutra::approx::ApproxDialect", "::mlir::arith::ArithDialect",
    "::mlir::linalg::LinalgDialect", "::mlir::tensor::TensorDialect",
  ];
}

def SimplifyGradients : Pass<"approx-simplify-gradients"> {
  let summary = "Turn gradients of separable estimators into exact contractions";
  let description = [{
    STE and LUT-1D estimate the derivative with respect to one operand from the
    other operand alone. Their quantised gradient ops become `approx.map_table`
    of that operand, which subtracts its zero point, and the float form of the
    gradient op, which exact libraries compute. Afterwards only estimators with a
    2-D table (LUT-2D), and ops with `skipped_padding`, which
    approx-expand-skipped-padding removes, have quantised gradient ops.
  }];
  let dependentDialects = ["::lutra::approx::ApproxDialect"];
}

def FreezeRanges : Pass<"approx-freeze-ranges", "::mlir::ModuleOp"> {
  let summary = "Use ranges without updating them";
  let description = [{
    `approx.update_range` of a range that is state, an argument of role range,
    gets the observer `fixed`, and the result that was its new value goes (M8):
    what evaluation does, and training once the ranges have settled. Ranges of
    the current values alone stay as they are.

    Example: test/Dialect/Approx/Transforms/freeze-ranges.mlir
  }];
  let options = [
    Option<"function", "function", "std::string", /*default=*/"",
      "Function to change; by default @main or the only public one">
  ];
  let dependentDialects = ["::lutra::approx::ApproxDialect"];
}

def MaterializeTables : Pass<"approx-materialize-tables", "::mlir::ModuleOp"> {
  let summary = "Write the table, hash and bounds of every multiplier";
  let description = [{
    A multiplier by `spec` gets its table as a resource, the table's SHA-256 and
    the bounds of product and error. One that has them is checked: a hash that is
    not its table's is an error, and so are factors that do not give it. Files
    that estimators name are read, once, and what they hold becomes resources of
    the module. Running it twice changes nothing.
  }];
  let options = [
    Option<"tables", "tables", "bool", "true",
           "Write the tables; if false, only hash and bounds">,
    Option<"factors", "factors", "bool", "false",
           "Write an exact factorisation of every table as well">
  ];
  let dependentDialects = ["::lutra::approx::ApproxDialect"];
}

def Factorize : Pass<"approx-factorize", "::mlir::ModuleOp"> {
  let summary = "Turn approximate contractions into exact ones of int8 factors";
  let description = [{
    With exact factors AM(a, b) = f(a) + g(b) + sum over j of 2^s_j U_j(a) V_j(b)
    (M13), `approx.matmul`, `batch_matmul` and `conv_2d` on tensors become
    `approx.expand` of both operands, one `approx.int_matmul`, `int_batch_matmul`
    or `int_conv_2d` for each distinct shift, and linalg for the rest: sums over
    one operand of f, g and the codes, and a combination of all of it with the
    zero points (M4), which fuses with the dequantisation that follows. Integers
    are the same bit for bit. The factors are written on the multipliers.

    A contraction stays a look-up, with a remark, when its multiplier takes more
    than `max-macs` columns (by default any number, and with `policy=auto` as many
    as the factorised form is faster with), when its sums are i64 (M5), when it
    has `skipped_padding` (unless approx-expand-skipped-padding ran before), and
    on memrefs.

    Example: test/Dialect/Approx/Transforms/factorize.mlir
  }];
  let options = [
    Option<"policy", "policy", "::lutra::FactorizePolicy",
           "::lutra::FactorizePolicy::All", "Which contractions are factorised",
           "::lutra::factorizePolicyValues()">,
    Option<"maxMacs", "max-macs", "int64_t", "-1",
           "Largest number of int8 products for one of the multiplier's; -1: as "
           "the policy says">,
    ListOption<"multipliers", "multipliers", "std::string",
               "Symbols or hashes of the multipliers to factorise (default: all)">
  ];
  let dependentDialects = [
    "::lutra::approx::ApproxDialect", "::mlir::arith::ArithDialect",
    "::mlir::linalg::LinalgDialect", "::mlir::tensor::TensorDialect",
  ];
}

#endif // LUTRA_DIALECT_APPROX_TRANSFORMS_PASSES_TD
