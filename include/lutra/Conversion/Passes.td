//===- Passes.td - Passes of lutra/Conversion -*- tablegen -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_CONVERSION_PASSES_TD
#define LUTRA_CONVERSION_PASSES_TD

include "mlir/Pass/PassBase.td"

def ConvertLinalgToApprox
    : Pass<"convert-linalg-to-approx", "::mlir::ModuleOp"> {
  let summary = "Turn chosen linalg contractions into approximate ones";
  let description = [{
    Each chosen `linalg.matmul`, `batch_matmul`, `conv_2d_nchw_fchw` or
    `conv_2d_nhwc_hwcf` becomes range update, quantise, `approx` op, dequantise
    (M3, M4, M8); a non-zero init becomes a float add. Activation ranges become
    arguments of role `range` with their new values as results, one per (value
    seen through views and zero padding, type, observer).

    A layer's name is the op's `approx.name`, or its weight's name less
    `.weight`, or its kind and number. Patterns are globs on these names. On the
    op, `approx.multiplier = @m`, `approx.gradient`, `approx.policy` and
    `approx.operand_order` come before any option. What was asked for and cannot
    be done is an error (M10). The choices are recorded in the function's
    `approx.layers` (M12).

    Example: test/Conversion/LinalgToApprox/matmul.mlir
  }];
  let options = [
    Option<"function", "function", "std::string", "\"\"",
           "Function to convert (default: @main or the only public one)">,
    Option<"multiplier", "multiplier", "std::string", "\"\"",
           "Multiplier: @symbol, family spec such as truncated:8x8:drop=9, or table file">,
    Option<"gradient", "gradient", "std::string", "\"ste\"",
           "Gradient estimator, e.g. ste, lut-2d:hws=16, lut-1d:variant=ls">,
    ListOption<"ops", "ops", "std::string",
               "Kinds of contraction to convert: all (default), matmul, batch_matmul, conv">,
    ListOption<"layers", "layers", "std::string",
               "Names (globs) of the layers to convert; default all">,
    ListOption<"keepExact", "keep-exact", "std::string",
               "Names (globs) of layers that are quantised but multiply exactly (int8)">,
    ListOption<"keepFloat", "float", "std::string",
               "Names (globs) of layers that stay as they are">,
    Option<"first", "first", "std::string", "\"approximate\"",
           "Policy of the first contraction: approximate, int8 or float">,
    Option<"last", "last", "std::string", "\"approximate\"",
           "Policy of the last contraction: approximate, int8 or float">,
    Option<"weightObserver", "weight-observer", "std::string", "\"min_max\"",
           "Range of weights: min_max, running (widest ever) or symmetric">,
    Option<"activationObserver", "activation-observer", "std::string",
           "\"moving_average\"",
           "Range of activations: moving_average, running or min_max (dynamic)">,
    Option<"momentum", "momentum", "double", "0.1",
           "Momentum of moving_average">,
    Option<"perChannel", "per-channel", "bool", "false",
           "One weight scale per output channel instead of per tensor">,
    Option<"operandOrder", "operand-order", "std::string", "\"weight_first\"",
           "The multiplier's first operand: weight_first or activation_first (M11)">,
  ];
  let dependentDialects = [
    "::lutra::approx::ApproxDialect", "::mlir::arith::ArithDialect",
    "::mlir::linalg::LinalgDialect", "::mlir::tensor::TensorDialect",
  ];
}

//===----------------------------------------------------------------------===//
// From tensors to code: the stages of approx-lower-to-cpu, in order
//===----------------------------------------------------------------------===//

def PrepareBoundary : Pass<"approx-prepare-boundary", "::mlir::ModuleOp"> {
  let summary = "Say in the IR which arguments are updated in place";
  let description = [{
    Before bufferization. An argument that is `bufferization.writable` is donated
    and gets `approx.donated`. A result with `approx.updates = "x"` is the new value
    of the argument named `x`: that argument becomes writable, and the result a
    `bufferization.materialize_in_destination` into it. Every other argument
    becomes read-only, which bufferization does not assume by itself. Scalar
    arguments and results become 0-d tensors, the only kind of scalar that
    crosses the boundary of a compiled function.
  }];
  let dependentDialects = ["::mlir::bufferization::BufferizationDialect",
                           "::mlir::tensor::TensorDialect"];
}

def FinalizeBoundary : Pass<"approx-finalize-boundary", "::mlir::ModuleOp"> {
  let summary = "Turn results into output arguments, without copies of state";
  let description = [{
    After bufferization. A result that is a donated argument is dropped, since
    the caller has the buffer; every other result becomes an argument that the
    function writes. Arguments keep `approx.name` and `approx.role` and get
    `approx.output` where they are new. Refused, with a diagnostic: a new value
    of a donated argument that lives in another buffer (it would need a copy of
    state), shapes that are not static, calls to functions of the module.
  }];
  let dependentDialects = ["::mlir::LLVM::LLVMDialect",
                           "::mlir::memref::MemRefDialect"];
}

def ConvertApproxToLinalg : Pass<"convert-approx-to-linalg", "::mlir::ModuleOp"> {
  let summary = "State what approx ops compute as linalg on tensors";
  let description = [{
    The executable form of the dialect's specification: multipliers and gradient
    estimators become constant tables, contractions one `linalg.generic` with a
    `tensor.extract` from the table per product, quantisation plain elementwise
    generics. Kernels are compared with it; `only=elementwise` is also how
    quantisation is compiled, since fusion and vectorisation know generics.
    Integer results are exact; float operations keep the written order. With all
    ops converted, multipliers that nothing refers to are dropped.
  }];
  let options = [
    Option<"only", "only", "::lutra::ApproxToLinalgScope",
           "::lutra::ApproxToLinalgScope::All", "Which ops to convert", [{
      ::llvm::cl::values(
          clEnumValN(::lutra::ApproxToLinalgScope::All, "all", "all of them"),
          clEnumValN(::lutra::ApproxToLinalgScope::Elementwise, "elementwise",
                     "quantise, dequantise, ranges and 1-D tables"),
          clEnumValN(::lutra::ApproxToLinalgScope::Contractions, "contractions",
                     "contractions and their gradients"))
    }]>
  ];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::linalg::LinalgDialect",
                           "::mlir::math::MathDialect",
                           "::mlir::tensor::TensorDialect"];
}

#endif // LUTRA_CONVERSION_PASSES_TD
