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
    Each chosen `linalg.matmul`, `batch_matmul`, `conv_2d_nchw_fchw`,
    `conv_2d_nhwc_hwcf`, `conv_2d_ngchw_gfchw` or `conv_2d_nhwgc_gfhwc` becomes
    range update, quantise, `approx` op, dequantise (M3, M4, M8); a non-zero init becomes a float add. Activation ranges become
    arguments of role `range` with their new values as results, one per (value
    seen through views and zero padding, type, observer).

    With `padding=skip` the zeros that a convolution's image is padded with get
    no products: the op's `skipped_padding` says how many there are. Where an
    image comes from zeros in another way, as between the elements of a transposed
    convolution, that is an error.

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
    Option<"padding", "padding", "std::string", "\"zero_point\"",
           "Zeros around the image of a convolution: zero_point (products like any "
           "other) or skip (left out of the sums) (M3)">,
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
    crosses the boundary of a compiled function. What a loop carries is
    materialized in the tensor that it replaces, so that it stays in one buffer.

    Example: test/Conversion/Lowering/prepare-boundary.mlir
  }];
  let dependentDialects = ["::mlir::bufferization::BufferizationDialect",
                           "::mlir::tensor::TensorDialect"];
}

def SeparateFills : Pass<"approx-separate-fills", "::mlir::func::FuncOp"> {
  let summary = "Give every reader of a filled or empty tensor one of its own";
  let description = [{
    Before bufferization. Common subexpression elimination makes one `linalg.fill`
    of those that start sums of the same shape; bufferization would keep it and
    copy it for each. A fill is cheaper than a copy, and most kernels overwrite
    it. Every use of a `tensor.empty` gets its own likewise: what is written to
    different tensors need not be compared.

    Example: test/Conversion/Lowering/separate-fills.mlir
  }];
  let dependentDialects = ["::mlir::linalg::LinalgDialect",
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

    Example: test/Conversion/Lowering/finalize-boundary.mlir
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
    quantisation is compiled, since fusion and vectorisation know generics, and
    contractions of operands without elements, for which there is no kernel.
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

def PlanMemory : Pass<"approx-plan-memory", "::mlir::ModuleOp"> {
  let summary = "Place all buffers of a function in one workspace";
  let description = [{
    Replaces the allocations of a function by views of one buffer of bytes, a new
    argument marked `approx.workspace` that the caller passes. Buffers that are
    not live at the same time share memory (first fit by size). Nothing is
    allocated inside a step. Quadratic in the number of buffers.

    Example: test/Conversion/Lowering/plan-memory.mlir
  }];
  let options = [
    Option<"report", "report", "bool", /*default=*/"false",
           "Emit a remark for each function: bytes of the workspace, of all "
           "buffers together, and most bytes live at once">
  ];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::LLVM::LLVMDialect",
                           "::mlir::memref::MemRefDialect"];
}

def ConvertApproxToRuntime : Pass<"convert-approx-to-runtime", "::mlir::ModuleOp"> {
  let summary = "Replace contractions on buffers by calls of the runtime";
  let description = [{
    Contractions of the approx dialect, their gradients in quantised and float
    form, and f32 contractions and 2-D convolutions of linalg become calls of
    `lutra_rt_*`, the entries of lutra_runtime.def: plain pointers, sizes and
    strides. Handles of tables are made by `@lutra_module_init(context)`, which
    whoever loads the module calls once: one per multiplier, one per estimator
    and operand whose gradient needs a 2-D table.

    An approx contraction that cannot be lowered is an error, never an exact
    product (M10). What is left of linalg is for loops.

    Example: test/Conversion/ApproxToRuntime/float-gradients.mlir
  }];
  let options = [
    Option<"target", "target", "std::string", /*default=*/"\"cpu\"",
           "Whose kernels to call: cpu">,
    Option<"exactContractions", "exact-contractions", "bool", /*default=*/"true",
           "Call the runtime for exact f32 contractions too; if false, they are "
           "left for loops">
  ];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::func::FuncDialect",
                           "::mlir::LLVM::LLVMDialect",
                           "::mlir::memref::MemRefDialect"];
}

def ExpandMath : Pass<"approx-expand-math"> {
  let summary = "Write elementary functions of f32 as polynomials";
  let description = [{
    exp, expm1, log, log1p, log2, tanh and erf of f32 become upstream's
    polynomials, which vectorise; other types keep their functions. Integer
    divisions that round up or down become divisions that truncate.

    Example: test/Conversion/Lowering/expand-math.mlir
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::math::MathDialect",
                           "::mlir::vector::VectorDialect"];
}

def ExpandNarrowFloats : Pass<"approx-expand-narrow-floats"> {
  let summary = "Compute with f16 and bf16 in f32";
  let description = [{
    Operations of arith and math on f16 and bf16 become operations on f32, each
    result rounded to 16 bits. The conversions between 16 bits and f32 or f64
    become operations on integers: nearest, ties to even, a NaN stays one, and
    f64 to 16 bits with the result of one rounding. So no CPU needs a function of
    a compiler's library for them, and all give the same bits.

    Example: test/Conversion/Lowering/expand-narrow-floats.mlir
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::math::MathDialect",
                           "::mlir::vector::VectorDialect"];
}

def HoldNarrowFloatsAsIntegers : Pass<"approx-hold-narrow-floats-as-integers",
                                      "::mlir::ModuleOp"> {
  let summary = "Hold f16 and bf16 in registers as the integers of their bits";
  let description = [{
    In the LLVM dialect, types f16 and bf16 become i16, and constants their bits.
    Behind approx-expand-narrow-floats nothing computes with them, but LLVM keeps
    a value that a loop carries as an f32 where the CPU has no registers for 16
    bits, and calls a function of a compiler's library to store it.

    Example: test/Conversion/Lowering/hold-narrow-floats-as-integers.mlir
  }];
  let dependentDialects = ["::mlir::LLVM::LLVMDialect"];
}

def RelaxReductions : Pass<"approx-relax-reductions"> {
  let summary = "Allow float reductions to be reordered";
  let description = [{
    Marks what combines values in a reduction of linalg `reassoc`, and sums of
    products `contract`, so that they vectorise. The order that LLVM then chooses
    depends on the machine's vectors, not on data or threads.

    Example: test/Conversion/Lowering/relax-reductions.mlir
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect"];
}

def CollapseLoops : Pass<"approx-collapse-loops"> {
  let summary = "Merge loops over contiguous dimensions";
  let description = [{
    Generalises linalg on buffers, copies included, and merges neighbouring loops
    of one kind wherever all operands are indexed as by one loop.

    Example: test/Conversion/Lowering/collapse-loops.mlir
  }];
  let dependentDialects = ["::mlir::affine::AffineDialect",
                           "::mlir::linalg::LinalgDialect",
                           "::mlir::memref::MemRefDialect"];
}

def OutlineLoops : Pass<"approx-outline-loops", "::mlir::ModuleOp"> {
  let summary = "Turn linalg on buffers into functions of loops";
  let description = [{
    Every linalg op on buffers becomes a private function
    `f(begin, end, operands...)` whose loops cover the part [begin, end) of one
    parallel loop, and a call of it. Operands that overlap no other are `noalias`,
    which only arguments can be, so that LLVM need not prove it. Parallel loops
    come outermost, but for the innermost one, which keeps its place.

    A call that is worth more than one thread carries the number of iterations
    that one of them should do at least, as `approx.grain`;
    approx-parallelize-calls acts on it.

    Example: test/Conversion/Lowering/outline-loops-shared.mlir
  }];
  let options = [
    Option<"parallel", "parallel", "bool", /*default=*/"true",
           "Mark calls that are worth several threads">,
    Option<"threshold", "threshold", "int64_t", /*default=*/"131072",
           "Operations of a loop nest from which on it is worth several threads; "
           "half of it is the least that one thread gets">
  ];
  let dependentDialects = ["::mlir::affine::AffineDialect",
                           "::mlir::arith::ArithDialect",
                           "::mlir::func::FuncDialect",
                           "::mlir::LLVM::LLVMDialect",
                           "::mlir::memref::MemRefDialect",
                           "::mlir::scf::SCFDialect"];
}

def ParallelizeCalls : Pass<"approx-parallelize-calls", "::mlir::ModuleOp"> {
  let summary = "Run marked calls on the runtime's threads";
  let description = [{
    In the LLVM dialect, a call `f(begin, end, arguments...)` with `approx.grain`
    becomes a call of `lutra_rt_parallel_for`, with the arguments in a structure
    on the stack and a function that unpacks them.

    Example: test/Conversion/Lowering/parallelize-calls.mlir
  }];
  let dependentDialects = ["::mlir::LLVM::LLVMDialect"];
}

#endif // LUTRA_CONVERSION_PASSES_TD
