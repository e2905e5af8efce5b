//===- Passes.td - Passes of lutra/Autodiff -*- tablegen -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_AUTODIFF_PASSES_TD
#define LUTRA_AUTODIFF_PASSES_TD

include "mlir/Pass/PassBase.td"

defvar builtDialects = [
  "::lutra::approx::ApproxDialect", "::mlir::affine::AffineDialect",
  "::mlir::arith::ArithDialect", "::mlir::func::FuncDialect",
  "::mlir::linalg::LinalgDialect", "::mlir::math::MathDialect",
  "::mlir::scf::SCFDialect", "::mlir::tensor::TensorDialect"
];

def ApproxAutodiff : Pass<"approx-autodiff", "::mlir::ModuleOp"> {
  let summary = "Add the reverse-mode derivative of a function";
  let description = [{
    Works on linalg on tensors, before bufferization. Adds a function beside the
    one it differentiates, and leaves that as it is:

    * `value-and-grad`: `@f_value_and_grad(arguments...) -> (results...,
      gradients...)`, the gradients of the loss;
    * `vjp`: `@f_vjp(arguments..., cotangents...) -> (results..., gradients...)`
      with a cotangent per float result;
    * `split`: `@f_fwd(arguments...) -> (results..., residuals...)` and
      `@f_bwd(kept..., residuals..., cotangents...) -> (gradients...)`, for
      frameworks that run the two at different times.

    In split mode the residuals are the fewest bytes from which the backward can
    be computed with elementwise ops: codes of quantised tensors as i8, masks as
    bits. What the caller has anyway costs none and stays an argument of @f_bwd
    under its own name: arguments of @f that are not updated in place, and
    results. Results that are new values of arguments take no cotangent.

    With `recompute`, value-and-grad keeps no more for its backward than split
    mode would, masks apart: a batch norm and its relu keep one tensor, not five.

    Gradients come in the order of `wrt`, as results with the role `gradient`.
    What no differentiated result depends on, has a gradient of 0 and is named in
    the function's `approx.unreached`.
    Ops say how they are differentiated through `DifferentiableOpInterface`; an
    op on an active path without a rule is an error.

    Example: test/Autodiff/value-and-grad.mlir
  }];
  let options = [
    Option<"of", "of", "std::string", /*default=*/"",
      "Function to differentiate; by default @main or the only public one">,
    ListOption<"wrt", "wrt", "std::string",
      "Arguments to differentiate with respect to, by approx.name or by number; "
      "by default those with approx.role = \"parameter\"">,
    Option<"mode", "mode", "::lutra::ad::Mode",
      /*default=*/"::lutra::ad::Mode::ValueAndGrad",
      "What to add: value-and-grad, vjp or split",
      [{::llvm::cl::values(
        clEnumValN(::lutra::ad::Mode::ValueAndGrad, "value-and-grad",
                   "results and gradients of the loss"),
        clEnumValN(::lutra::ad::Mode::VJP, "vjp",
                   "results and gradients, given cotangents of the results"),
        clEnumValN(::lutra::ad::Mode::Split, "split",
                   "a forward that saves residuals, and a backward"))}]>,
    Option<"recompute", "recompute", "bool", /*default=*/"false",
      "In mode value-and-grad: the backward computes anew what elementwise ops "
      "give from fewer bytes than it takes, instead of keeping it">
  ];
  let dependentDialects = builtDialects;
}

def TestApproxActivity : Pass<"test-approx-activity", "::mlir::ModuleOp"> {
  let summary = "Mark values with their activity";
  let description = [{
    Writes `test.activity` on every argument and op of the function: for each
    result "active", "varied", "useful" or "inactive".

    Example: test/Autodiff/activity.mlir
  }];
  let options = [
    Option<"of", "of", "std::string", /*default=*/"",
      "Function to analyse; by default @main or the only public one">,
    ListOption<"wrt", "wrt", "std::string",
      "Arguments, as in approx-autodiff">,
    ListOption<"results", "results", "unsigned",
      "Numbers of the differentiated results; by default all">
  ];
  let dependentDialects = builtDialects;
}

def TestApproxGradientCheck
    : Pass<"test-approx-gradient-check", "::mlir::ModuleOp"> {
  let summary = "Add a @main that compares gradients with finite differences";
  let description = [{
    For every public function with float results, adds its vjp and code that
    computes the directional derivative of a fixed random projection of the
    results along a fixed random direction, once as the inner product of
    gradient and direction and once as a central difference, and prints
    `@f: gradient agrees` or both numbers.

    Arguments are fixed pseudo-random numbers of magnitude 0.3 to 1.3 and either
    sign. Attributes of an argument change that: `test.range = array<f64: lo,
    hi>`, `test.shape = array<i64: ...>` for dynamic types, `test.values =
    dense<...>` (required for integers), `test.constant` (not differentiated).
    With `test.cotangents = [dense<...>, ...]` on a function its gradients for
    these cotangents are printed instead, and `test.zero` expects a derivative
    of zero.

    The tests of the derivative rules, in test/Autodiff/Numeric, run its output.
  }];
  let options = [
    Option<"split", "split", "bool", /*default=*/"false",
      "Take gradients from a forward and a backward function">
  ];
  let dependentDialects = builtDialects # [
    "::mlir::vector::VectorDialect"];
}

#endif // LUTRA_AUTODIFF_PASSES_TD
