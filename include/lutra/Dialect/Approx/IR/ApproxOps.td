//===- ApproxOps.td - Operations of the approx dialect -----*- tablegen -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_APPROX_OPS_TD
#define LUTRA_APPROX_OPS_TD

include "lutra/Dialect/Approx/IR/ApproxAttributes.td"
include "lutra/Dialect/Approx/IR/ApproxInterfaces.td"
include "mlir/IR/BuiltinAttributes.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/DestinationStyleOpInterface.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

class Approx_Op<string mnemonic, list<Trait> traits = []>
    : Op<Approx_Dialect, mnemonic, traits>;

def Approx_Codes : AnyTypeOf<[RankedTensorOf<[I8]>, MemRefOf<[I8]>]>;
def Approx_Floats : AnyTypeOf<[RankedTensorOf<[AnyFloat]>, MemRefOf<[AnyFloat]>]>;
def Approx_CodesOrFloats
    : AnyTypeOf<[RankedTensorOf<[I8, AnyFloat]>, MemRefOf<[I8, AnyFloat]>]>;
def Approx_Sums : AnyTypeOf<[RankedTensorOf<[I32]>, MemRefOf<[I32]>]>;
def Approx_Accumulators
    : AnyTypeOf<[RankedTensorOf<[I32, I64]>, MemRefOf<[I32, I64]>]>;
/// Per tensor (rank 0) or per output channel (rank 1; of groups, rank 2).
def Approx_ZeroPoint
    : AnyTypeOf<[0DTensorOf<[I32]>, 1DTensorOf<[I32]>, 2DTensorOf<[I32]>,
                 MemRefRankOf<[I32], [0, 1, 2]>]>;
def Approx_ZeroPointTensor : AnyTypeOf<[0DTensorOf<[I32]>, 1DTensorOf<[I32]>]>;
def Approx_Scale : AnyTypeOf<[0DTensorOf<[F32]>, 1DTensorOf<[F32]>]>;
/// tensor<2xf32> (min, max), or tensor<Cx2xf32> per channel. Empty is (+inf, -inf).
def Approx_Range : AnyTypeOf<[1DTensorOf<[F32]>, 2DTensorOf<[F32]>]>;

//===----------------------------------------------------------------------===//
// The multiplier
//===----------------------------------------------------------------------===//

def Approx_MultiplierOp : Approx_Op<"multiplier", [Symbol]> {
  let summary = "an approximate multiplier";
  let description = [{
    A total function AM: A x B -> Z (M1), known to the module by its symbol (M2).
    `lhs` and `rhs` are the types of AM's first and second operand, each `ui2` to
    `ui8` or `si2` to `si8`.

    `spec` names a built-in family; `table` holds the canonical table,
    `tensor<2^lhs x 2^rhs x i32>` with rows and columns in two's-complement
    bit-pattern order. One of them is required. A table also needs `hash` (SHA-256
    of its canonical serialisation), `bounds` (smallest and largest AM(a, b)) and
    `error_bounds` (of AM(a, b) - a*b), so that no verifier scans a table;
    `approx-materialize-tables` adds all four to a `spec`. `factors` (M13) are an
    exact factorisation of the same table: factors that do not give the table are
    an error of whoever reads them first.

    ```mlir
    approx.multiplier @m {lhs = ui8, rhs = ui8,
                          spec = #approx.family<"truncated", {drop = 9 : i64}>}
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name,
                       TypeAttrOf<AnyInteger>:$lhs, TypeAttrOf<AnyInteger>:$rhs,
                       OptionalAttr<Approx_FamilyAttr>:$spec,
                       OptionalAttr<ElementsAttr>:$table,
                       OptionalAttr<StrAttr>:$hash,
                       OptionalAttr<DenseI64ArrayAttr>:$bounds,
                       OptionalAttr<DenseI64ArrayAttr>:$error_bounds,
                       OptionalAttr<Approx_FactorsAttr>:$factors,
                       OptionalAttr<StrAttr>:$provenance);
  let assemblyFormat = "$sym_name attr-dict";
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    ::mlir::IntegerType getLhsType();
    ::mlir::IntegerType getRhsType();
    /// Type of the multiplier's first (0) or second (1) operand.
    ::mlir::IntegerType getOperandType(unsigned index);
  }];
}

//===----------------------------------------------------------------------===//
// Quantisation: pure ops on tensors, lowered to linalg before bufferization
//===----------------------------------------------------------------------===//

def Approx_UpdateRangeOp : Approx_Op<"update_range", [Pure,
    AllTypesMatch<["range", "result"]>]> {
  let summary = "range after seeing a tensor (M8)";
  let description = [{
    With b = (min, max) of `input`, per slice of dimension `axis` when `range` is
    `tensor<Cx2xf32>`, and r the range seen so far:

    * `min_max`: b;
    * `moving_average`: b where r is empty, else r + momentum*(b - r);
    * `running`: (min(r.min, b.min), max(r.max, b.max));
    * `fixed`: r where b is finite, else NaN at both ends. Codes cannot hold what is
      not finite: what is computed with such a range tells of it.

    A range is empty when its minimum exceeds its maximum; (+inf, -inf) is the one
    to start from. An `input` without elements leaves r as it is (`min_max`: gives
    the empty range). A NaN in `input` makes both ends NaN, so that whoever reads
    the range can tell.

    ```mlir
    %r1 = approx.update_range %x, %r {observer = #approx.observer<moving_average>}
        : tensor<8x16xf32>, tensor<2xf32>
    ```
  }];
  let arguments = (ins RankedTensorOf<[F32]>:$input, Approx_Range:$range,
                       Approx_ObserverAttr:$observer,
                       DefaultValuedAttr<F32Attr, "0.1f">:$momentum,
                       OptionalAttr<I64Attr>:$axis);
  let results = (outs Approx_Range:$result);
  let builders = [
    OpBuilder<(ins "::mlir::Value":$input, "::mlir::Value":$range,
                   "::lutra::approx::Observer":$observer, "float":$momentum,
                   CArg<"std::optional<int64_t>", "std::nullopt">:$axis), [{
      build($_builder, $_state, range.getType(), input, range, observer,
            ::llvm::APFloat(momentum),
            axis ? $_builder.getI64IntegerAttr(*axis) : nullptr);
    }]>
  ];
  let assemblyFormat = "$input `,` $range attr-dict `:` type($input) `,` type($range)";
  let hasVerifier = 1;
}

def Approx_QuantParamsOp : Approx_Op<"quant_params", [Pure]> {
  let summary = "scale and zero point of a range (M3)";
  let description = [{
    Affine: with min' = min(min, 0) and max' = max(max, 0),

        s = (max' - min') / (hi - lo), or 1 when max' = min'
        z = clamp(rne(lo - min'/s), lo, hi)

    `symmetric` (signed types, M8): s = max(|min|, |max|)/hi, or 1 when that is 0,
    and z = 0. All in IEEE f32, division included. An empty range gives s = 1 and
    the z of the range [0, 0]. One pair per row of a `tensor<Cx2xf32>`.

    ```mlir
    %s, %z = approx.quant_params %r {qtype = #approx.qtype<ui8>}
        : tensor<2xf32> -> tensor<f32>, tensor<i32>
    ```
  }];
  let arguments = (ins Approx_Range:$range, Approx_QTypeAttr:$qtype,
                       UnitAttr:$symmetric);
  let results = (outs Approx_Scale:$scale, Approx_ZeroPointTensor:$zeroPoint);
  let builders = [
    OpBuilder<(ins "::mlir::Value":$range, "::lutra::approx::QTypeAttr":$qtype,
                   CArg<"bool", "false">:$symmetric), [{
      auto shape = ::llvm::cast<::mlir::ShapedType>(range.getType()).getShape().drop_back();
      build($_builder, $_state,
            ::mlir::RankedTensorType::get(shape, $_builder.getF32Type()),
            ::mlir::RankedTensorType::get(shape, $_builder.getI32Type()),
            range, qtype, symmetric);
    }]>
  ];
  let assemblyFormat = "$range attr-dict `:` type($range) `->` type($scale) `,` type($zeroPoint)";
  let hasVerifier = 1;
}

def Approx_QuantizeOp : Approx_Op<"quantize", [Pure]> {
  let summary = "q = clamp(rne(x/s) + z, lo, hi) (M3)";
  let description = [{
    IEEE f32 division, ties to even; [lo, hi] is the range of `qtype`. Per channel
    along `axis` when scale and zero point have rank 1. A NaN becomes `lo`.

    ```mlir
    %q = approx.quantize %x, %s, %z {qtype = #approx.qtype<ui8>}
        : tensor<8x16xf32>, tensor<f32>, tensor<i32> -> tensor<8x16xi8>
    ```
  }];
  let arguments = (ins RankedTensorOf<[F32]>:$input, Approx_Scale:$scale,
                       Approx_ZeroPointTensor:$zeroPoint, Approx_QTypeAttr:$qtype,
                       OptionalAttr<I64Attr>:$axis);
  let results = (outs RankedTensorOf<[I8]>:$result);
  let builders = [
    OpBuilder<(ins "::mlir::Value":$input, "::mlir::Value":$scale,
                   "::mlir::Value":$zeroPoint, "::lutra::approx::QTypeAttr":$qtype,
                   CArg<"std::optional<int64_t>", "std::nullopt">:$axis), [{
      auto type = ::llvm::cast<::mlir::RankedTensorType>(input.getType());
      build($_builder, $_state, type.clone($_builder.getI8Type()), input, scale,
            zeroPoint, qtype, axis ? $_builder.getI64IntegerAttr(*axis) : nullptr);
    }]>
  ];
  let assemblyFormat = [{
    $input `,` $scale `,` $zeroPoint attr-dict
    `:` type($input) `,` type($scale) `,` type($zeroPoint) `->` type($result)
  }];
  let hasVerifier = 1;
}

def Approx_QuantizeGradOp : Approx_Op<"quantize_grad", [Pure,
    AllTypesMatch<["input", "result"]>]> {
  let summary = "dx = (1/s)*dq where the unclamped code lies in [lo, hi] (M7)";
  let description = [{
    The straight-through gradient of `quantize`: (1/s)*dq where
    lo <= rne(x/s) + z <= hi, tested before the clamp, and 0 elsewhere. The mask is
    recomputed from `input`. `cotangent` is the f32 cotangent of the codes (M9).

    ```mlir
    %dx = approx.quantize_grad %dq, %x, %s, %z {qtype = #approx.qtype<ui8>}
        : tensor<8x16xf32>, tensor<8x16xf32>, tensor<f32>, tensor<i32>
    ```
  }];
  let arguments = (ins RankedTensorOf<[F32]>:$cotangent,
                       RankedTensorOf<[F32]>:$input, Approx_Scale:$scale,
                       Approx_ZeroPointTensor:$zeroPoint, Approx_QTypeAttr:$qtype,
                       OptionalAttr<I64Attr>:$axis);
  let results = (outs RankedTensorOf<[F32]>:$result);
  let assemblyFormat = [{
    $cotangent `,` $input `,` $scale `,` $zeroPoint attr-dict
    `:` type($cotangent) `,` type($input) `,` type($scale) `,` type($zeroPoint)
  }];
  let hasVerifier = 1;
}

def Approx_DequantizeOp : Approx_Op<"dequantize", [Pure]> {
  let summary = "sitofp(acc) * (s_lhs * s_rhs) (M7)";
  let description = [{
    The product of the scales is formed first, in f32. `axis` is the accumulator's
    dimension along which the rank-1 scale runs; at most one scale has rank 1.

    ```mlir
    %y = approx.dequantize %c, %sa, %sb
        : tensor<8x4xi32>, tensor<f32>, tensor<f32> -> tensor<8x4xf32>
    ```
  }];
  let arguments = (ins RankedTensorOf<[I32, I64]>:$input,
                       Approx_Scale:$lhsScale, Approx_Scale:$rhsScale,
                       OptionalAttr<I64Attr>:$axis);
  let results = (outs RankedTensorOf<[F32]>:$result);
  let builders = [
    OpBuilder<(ins "::mlir::Value":$input, "::mlir::Value":$lhsScale,
                   "::mlir::Value":$rhsScale,
                   CArg<"std::optional<int64_t>", "std::nullopt">:$axis), [{
      auto type = ::llvm::cast<::mlir::RankedTensorType>(input.getType());
      build($_builder, $_state, type.clone($_builder.getF32Type()), input, lhsScale,
            rhsScale, axis ? $_builder.getI64IntegerAttr(*axis) : nullptr);
    }]>
  ];
  let assemblyFormat = [{
    $input `,` $lhsScale `,` $rhsScale attr-dict
    `:` type($input) `,` type($lhsScale) `,` type($rhsScale) `->` type($result)
  }];
  let hasVerifier = 1;
}

def Approx_MapTableOp : Approx_Op<"map_table", [Pure,
    Approx_EstimatorUserInterface,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "codes through a separable estimator's 1-D table";
  let description = [{
    Every code q of `input` becomes T[q] - z, where T is the 1-D table of the
    separable estimator `gradient` (STE, LUT-1D) for the derivative with respect
    to the *other* operand, so that the backward is an ordinary contraction (M6).
    `multiplier_operand` says which of AM's operands `input` is: 0 or 1. Per
    channel along `axis` when the zero point has rank 1.

    ```mlir
    %m = approx.map_table @m %b, %zb {gradient = #approx.gradient<"ste">,
        multiplier_operand = 1 : i64} : tensor<16x4xi8>, tensor<i32> -> tensor<16x4xf32>
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$multiplier,
                       RankedTensorOf<[I8]>:$input, Approx_ZeroPointTensor:$zeroPoint,
                       Approx_GradientAttr:$gradient,
                       ConfinedAttr<I64Attr, [IntNonNegative, IntMaxValue<1>]>:$multiplier_operand,
                       OptionalAttr<I64Attr>:$axis);
  let results = (outs RankedTensorOf<[F32]>:$result);
  let builders = [
    OpBuilder<(ins "::mlir::FlatSymbolRefAttr":$multiplier, "::mlir::Value":$input,
                   "::mlir::Value":$zeroPoint,
                   "::lutra::approx::GradientAttr":$gradient,
                   "unsigned":$multiplierOperand,
                   CArg<"std::optional<int64_t>", "std::nullopt">:$axis), [{
      auto type = ::llvm::cast<::mlir::RankedTensorType>(input.getType());
      build($_builder, $_state, type.clone($_builder.getF32Type()),
            multiplier.getValue(), input, zeroPoint, gradient, multiplierOperand,
            axis ? $_builder.getI64IntegerAttr(*axis) : nullptr);
    }]>
  ];
  let assemblyFormat = [{
    $multiplier $input `,` $zeroPoint attr-dict
    `:` type($input) `,` type($zeroPoint) `->` type($result)
  }];
  let hasVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Scheduling
//===----------------------------------------------------------------------===//

def Approx_OptimizationBarrierOp : Approx_Op<"optimization_barrier", [Pure,
    SameOperandsAndResultType]> {
  let summary = "its operand, as a value of its own";
  let description = [{
    Gives its operand. What is computed from the result is to be computed there:
    no pass may take it for an equal value that was computed before from the
    operand (`stablehlo.optimization_barrier`, of one operand). Bufferization
    removes it.

    ```mlir
    %0 = approx.optimization_barrier %x : tensor<8x16xf32>
    ```
  }];
  let arguments = (ins AnyRankedTensor:$input);
  let results = (outs AnyRankedTensor:$result);
  let assemblyFormat = "$input attr-dict `:` type($input)";
}

//===----------------------------------------------------------------------===//
// Status
//===----------------------------------------------------------------------===//

def Approx_RuntimeVerdictOp : Approx_Op<"runtime_verdict", [Pure,
    SameOperandsAndResultType]> {
  let summary = "a status, or the code of a failure of the runtime";
  let description = [{
    Gives `code` if a call of the runtime has failed, and the operand otherwise.
    Compiled code does not test the calls one by one; a function that keeps its
    old state where its status is not 0 asks once, before the first write. The
    operand depends on everything that is to be written, so that no call that
    matters comes later. `convert-approx-to-runtime` makes a call of it; in the
    reference lowering nothing can fail, and it is its operand.

    ```mlir
    %1 = approx.runtime_verdict %0, 7 : i32
    ```
  }];
  let arguments = (ins I32:$input, ConfinedAttr<I32Attr, [IntPositive]>:$code);
  let results = (outs I32:$result);
  let assemblyFormat = "$input `,` $code attr-dict `:` type($input)";
}

//===----------------------------------------------------------------------===//
// Differentiation
//===----------------------------------------------------------------------===//

def Approx_StopGradientOp : Approx_Op<"stop_gradient", [Pure, Idempotent,
    SameOperandsAndResultType]> {
  let summary = "its operand, as a value that is not differentiated";
  let description = [{
    Gives its operand, held constant: what depends on the result does not depend
    on the operand for `approx-autodiff` (PyTorch's `detach`, JAX's
    `stop_gradient`). Derivatives have none left; elsewhere the lowering to
    linalg removes it.

    `approx-prepare` makes it of a call of a function without a body whose name
    begins with `lutra.stop_gradient`, which importers of other frameworks leave
    as it is.

    ```mlir
    %0 = approx.stop_gradient %x : tensor<8x16xf32>
    ```
  }];
  let arguments = (ins RankedTensorOf<[AnyFloat]>:$input);
  let results = (outs RankedTensorOf<[AnyFloat]>:$result);
  let assemblyFormat = "$input attr-dict `:` type($input)";
  let hasFolder = 1;
}

//===----------------------------------------------------------------------===//
// Contractions: destination style, on tensors and on memrefs
//===----------------------------------------------------------------------===//

/// One of the iteration spaces that forward ops and their gradients share: the
/// attributes that describe it, as ODS arguments, as builder parameters and as
/// what a builder passes on, and the space itself.
class Approx_Space<dag odsArguments, dag builderParameters, string passedOn,
                   string space> {
  dag attributes = odsArguments;
  dag parameters = builderParameters;
  string forwarded = passedOn;
  code declaration = [{
    ::lutra::approx::ContractionSpace getSpace() {
      return ::lutra::approx::ContractionSpace::}] # space # [{;
    }
  }];
}

class Approx_MatmulSpace<string batched> : Approx_Space<
    (ins UnitAttr:$lhs_transposed, UnitAttr:$rhs_transposed),
    (ins CArg<"bool", "false">:$lhsTransposed, CArg<"bool", "false">:$rhsTransposed),
    "lhsTransposed, rhsTransposed",
    "matmul(getContext(), " # batched # ", getLhsTransposed(), getRhsTransposed())">;
def Approx_PlainMatmul : Approx_MatmulSpace<"false">;
def Approx_BatchedMatmul : Approx_MatmulSpace<"true">;
/// `moreArguments`, `moreParameters` and `morePassedOn` come after those of
/// every convolution.
class Approx_ConvolutionSpace<dag moreArguments = (ins), dag moreParameters = (ins),
                              string morePassedOn = "", string skippedPadding = "">
    : Approx_Space<
    !con((ins Approx_ConvLayoutAttr:$layout,
              DefaultValuedAttr<DenseI64ArrayAttr, "{1, 1}">:$strides,
              DefaultValuedAttr<DenseI64ArrayAttr, "{1, 1}">:$dilations),
         moreArguments),
    !con((ins "::lutra::approx::ConvLayout":$layout,
              CArg<"::llvm::ArrayRef<int64_t>", "{1, 1}">:$strides,
              CArg<"::llvm::ArrayRef<int64_t>", "{1, 1}">:$dilations),
         moreParameters),
    "layout, strides, dilations" # morePassedOn,
    "conv2D(getContext(), getLayout(), getStrides(), getDilations()" # skippedPadding # ")">;
def Approx_Convolution : Approx_ConvolutionSpace;
/// With padding of which the taps can be left out.
def Approx_PaddedConvolution : Approx_ConvolutionSpace<
    (ins DefaultValuedAttr<DenseI64ArrayAttr, "{0, 0, 0, 0}">:$skipped_padding),
    (ins CArg<"::llvm::ArrayRef<int64_t>", "{0, 0, 0, 0}">:$skippedPadding),
    ", skippedPadding", ", getSkippedPadding()">;

/// `outs` is overwritten, never read. Bufferization and the differentiable
/// interface come as external models.
class Approx_DestinationOp<string mnemonic, list<Trait> traits = []>
    : Approx_Op<mnemonic, traits # [DestinationStyleOpInterface,
        DeclareOpInterfaceMethods<MemoryEffectsOpInterface>]> {
  let hasVerifier = 1;
  let results = (outs Optional<AnyRankedTensor>:$result);
  code commonDeclaration = [{
    ::mlir::MutableOperandRange getDpsInitsMutable() { return getInitMutable(); }
  }];
  let extraClassDefinition = [{
    void $cppClass::getEffects(
        ::llvm::SmallVectorImpl<::mlir::SideEffects::EffectInstance<
            ::mlir::MemoryEffects::Effect>> &effects) {
      ::lutra::approx::detail::getContractionEffects(*this, effects);
    }
  }];
}

/// One that names a multiplier.
class Approx_ContractionOp<string mnemonic, list<Trait> traits = []>
    : Approx_DestinationOp<mnemonic, traits # [Approx_ContractionInterface,
        Approx_EstimatorUserInterface,
        DeclareOpInterfaceMethods<SymbolUserOpInterface>]>;

/// C = sum_k [ AM(a, b) - zb*a - za*b + za*zb ] in exact integers (M4, M5).
class Approx_ForwardOp<string mnemonic, Approx_Space space>
    : Approx_ContractionOp<mnemonic> {
  let arguments = !con((ins FlatSymbolRefAttr:$multiplier,
                            Approx_Codes:$lhs, Approx_Codes:$rhs,
                            Approx_ZeroPoint:$lhsZeroPoint,
                            Approx_ZeroPoint:$rhsZeroPoint,
                            Approx_Accumulators:$init,
                            Approx_GradientAttr:$gradient,
                            DefaultValuedAttr<Approx_OperandOrderAttr,
                              "::lutra::approx::OperandOrder::LhsFirst">:$order),
                       space.attributes);
  let builders = [
    OpBuilder<!con((ins "::mlir::FlatSymbolRefAttr":$multiplier,
                        "::mlir::Value":$lhs, "::mlir::Value":$rhs,
                        "::mlir::Value":$lhsZeroPoint,
                        "::mlir::Value":$rhsZeroPoint, "::mlir::Value":$init,
                        "::lutra::approx::GradientAttr":$gradient,
                        "::lutra::approx::OperandOrder":$order),
                   space.parameters), [{
      build($_builder, $_state,
            ::lutra::approx::detail::getResultType(init.getType()),
            multiplier.getValue(), lhs, rhs, lhsZeroPoint, rhsZeroPoint, init, gradient,
            order, }]
          # space.forwarded # ");">
  ];
  let assemblyFormat = [{
    $multiplier `ins` `(` $lhs `,` $rhs `:` type($lhs) `,` type($rhs) `)`
    `zero_points` `(` $lhsZeroPoint `,` $rhsZeroPoint
        `:` type($lhsZeroPoint) `,` type($rhsZeroPoint) `)`
    `outs` `(` $init `:` type($init) `)` attr-dict (`->` type($result)^)?
  }];
  let extraClassDeclaration = commonDeclaration # space.declaration # [{
    ::lutra::approx::Derivative getDerivative() {
      return ::lutra::approx::Derivative::None;
    }
  }];
}

/// Quantised form: d(self) = sum dC * (dAM/d(self) - z_other), `other` and
/// `self` codes, with multiplier and estimator. Float form: the exact gradient,
/// `other` floats and nothing else.
class Approx_GradientOp<string mnemonic, Approx_Space space, string derivative>
    : Approx_ContractionOp<mnemonic, [AttrSizedOperandSegments]> {
  let arguments = !con((ins Approx_Floats:$cotangent,
                            Approx_CodesOrFloats:$other,
                            Optional<Approx_Codes>:$self,
                            Optional<Approx_ZeroPoint>:$otherZeroPoint,
                            Approx_Floats:$init,
                            OptionalAttr<FlatSymbolRefAttr>:$multiplier,
                            OptionalAttr<Approx_GradientAttr>:$gradient,
                            DefaultValuedAttr<Approx_OperandOrderAttr,
                              "::lutra::approx::OperandOrder::LhsFirst">:$order),
                       space.attributes);
  let builders = [
    // Float form.
    OpBuilder<!con((ins "::mlir::Value":$cotangent, "::mlir::Value":$other,
                        "::mlir::Value":$init), space.parameters), [{
      build($_builder, $_state,
            ::lutra::approx::detail::getResultType(init.getType()), cotangent,
            other, ::mlir::Value(), ::mlir::Value(), init,
            ::mlir::FlatSymbolRefAttr(), ::lutra::approx::GradientAttr(),
            OperandOrder::LhsFirst, }]
          # space.forwarded # ");">,
    // Quantised form.
    OpBuilder<!con((ins "::mlir::FlatSymbolRefAttr":$multiplier,
                        "::mlir::Value":$cotangent, "::mlir::Value":$other,
                        "::mlir::Value":$self, "::mlir::Value":$otherZeroPoint,
                        "::mlir::Value":$init,
                        "::lutra::approx::GradientAttr":$gradient,
                        "::lutra::approx::OperandOrder":$order),
                   space.parameters), [{
      build($_builder, $_state,
            ::lutra::approx::detail::getResultType(init.getType()), cotangent,
            other, self, otherZeroPoint, init, multiplier, gradient,
            order, }]
          # space.forwarded # ");">
  ];
  let assemblyFormat = [{
    `ins` `(` $cotangent `,` $other `:` type($cotangent) `,` type($other) `)`
    (`quantized` $multiplier^ `(` $self `,` $otherZeroPoint
        `:` type($self) `,` type($otherZeroPoint) `)`)?
    `outs` `(` $init `:` type($init) `)` attr-dict (`->` type($result)^)?
  }];
  let extraClassDeclaration = commonDeclaration # space.declaration # [{
    ::lutra::approx::Derivative getDerivative() {
      return ::lutra::approx::Derivative::}] # derivative # [{;
    }
    /// Quantised codes with a multiplier, as opposed to the exact float form.
    bool isQuantized() { return getMultiplier().has_value(); }
  }];
}

def Approx_MatmulOp : Approx_ForwardOp<"matmul", Approx_PlainMatmul> {
  let summary = "matrix product with an approximate multiplier (M4)";
  let description = [{
    C[m, n] = sum over k of [ AM(a, b) - zb*a - za*b + za*zb ], a = lhs[m, k] and
    b = rhs[k, n], exact but for AM; with `order = rhs_first` AM(b, a) (M11).

    `lhs` is MxK (KxM when `lhs_transposed`), `rhs` KxN (NxK when
    `rhs_transposed`), the result MxN. A rank-1 zero point runs along M (lhs)
    or N (rhs). The result is i32 only where M5's bound proves that no sum
    overflows, else i64.

    ```mlir
    %c = approx.matmul @m ins(%a, %b : tensor<8x16xi8>, tensor<16x4xi8>)
        zero_points(%za, %zb : tensor<i32>, tensor<4xi32>)
        outs(%init : tensor<8x4xi32>) {gradient = #approx.gradient<"lut-2d:hws=16">,
                                       order = #approx.order<rhs_first>} -> tensor<8x4xi32>
    ```
  }];
}

def Approx_BatchMatmulOp : Approx_ForwardOp<"batch_matmul", Approx_BatchedMatmul> {
  let summary = "batched matrix product with an approximate multiplier (M4)";
  let description = [{
    C[b, m, n] = sum over k of [ AM(a, b) - zb*a - za*b + za*zb ]: `approx.matmul`
    with a leading batch dimension on all three. A rank-1 zero point runs along M
    or N and is shared by the batch.

    ```mlir
    %c = approx.batch_matmul @m ins(%a, %b : tensor<2x8x16xi8>, tensor<2x4x16xi8>)
        zero_points(%za, %zb : tensor<i32>, tensor<i32>)
        outs(%init : tensor<2x8x4xi32>) {gradient = #approx.gradient<"ste">,
                                         rhs_transposed} -> tensor<2x8x4xi32>
    ```
  }];
}

def Approx_Conv2DOp : Approx_ForwardOp<"conv_2d", Approx_PaddedConvolution> {
  let summary = "2-D convolution with an approximate multiplier (M4)";
  let description = [{
    Y[n, f, oh, ow] = sum over c, kh, kw of [ AM(x, w) - zw*x - zx*w + zx*zw ],
    x = lhs[n, c, oh*sh + kh*dh, ow*sw + kw*dw] and w = rhs[f, c, kh, kw]; `layout`
    says how input, filter and result are laid out. In a grouped layout all three
    have one more dimension, g, and c and f are channels of a group; a depthwise
    convolution has as many groups as channels and c of size 1.

    The zero point of the input has rank 0; a zero point per channel of the filter
    runs along f or, in a grouped layout, along g and f. No padding: `tensor.pad` comes before quantisation
    and thereby inserts the zero point (M3). `skipped_padding` says how many rows
    at the top and at the bottom and columns at the left and at the right of the
    input are such padding, all of them zx; terms with an x of these are left out
    of the sum.

    ```mlir
    %y = approx.conv_2d @m ins(%x, %w : tensor<1x3x8x8xi8>, tensor<4x3x3x3xi8>)
        zero_points(%zx, %zw : tensor<i32>, tensor<4xi32>)
        outs(%init : tensor<1x4x3x3xi32>) {gradient = #approx.gradient<"ste">,
            layout = #approx.layout<nchw_fchw>, order = #approx.order<rhs_first>,
            strides = array<i64: 2, 2>} -> tensor<1x4x3x3xi32>
    ```
  }];
}

def Approx_MatmulGradLhsOp
    : Approx_GradientOp<"matmul_grad_lhs", Approx_PlainMatmul, "Lhs"> {
  let summary = "gradient of matmul with respect to its lhs (M6)";
  let description = [{
    dA[m, k] = sum over n of dC[m, n] * (dAM/da(a, b) - zb), `other` is rhs, `self`
    lhs, both laid out as the forward op has them; the result has lhs's shape and
    layout. Float form: sum over n of dC[m, n] * b.

    ```mlir
    %da = approx.matmul_grad_lhs ins(%dc, %b : tensor<8x4xf32>, tensor<16x4xi8>)
        quantized @m(%a, %zb : tensor<8x16xi8>, tensor<4xi32>)
        outs(%init : tensor<8x16xf32>) {gradient = #approx.gradient<"lut-2d:hws=16">} -> tensor<8x16xf32>
    %dx = approx.matmul_grad_lhs ins(%dy, %w : tensor<8x4xf32>, tensor<16x4xf32>)
        outs(%init : tensor<8x16xf32>) -> tensor<8x16xf32>
    ```
  }];
}
def Approx_MatmulGradRhsOp
    : Approx_GradientOp<"matmul_grad_rhs", Approx_PlainMatmul, "Rhs"> {
  let summary = "gradient of matmul with respect to its rhs (M6)";
  let description = [{
    dB[k, n] = sum over m of dC[m, n] * (dAM/db(a, b) - za), `other` is lhs, `self`
    rhs. Float form: sum over m of dC[m, n] * a.

    ```mlir
    %db = approx.matmul_grad_rhs ins(%dc, %a : tensor<8x4xf32>, tensor<8x16xf32>)
        outs(%init : tensor<16x4xf32>) -> tensor<16x4xf32>
    ```
  }];
}
def Approx_BatchMatmulGradLhsOp
    : Approx_GradientOp<"batch_matmul_grad_lhs", Approx_BatchedMatmul, "Lhs"> {
  let summary = "gradient of batch_matmul with respect to its lhs (M6)";
  let description = [{
    dA[b, m, k] = sum over n of dC[b, m, n] * (dAM/da(a, b) - zb), as
    `approx.matmul_grad_lhs` per batch.

    ```mlir
    %da = approx.batch_matmul_grad_lhs ins(%dc, %b : tensor<2x8x4xf32>, tensor<2x16x4xf32>)
        outs(%init : tensor<2x8x16xf32>) -> tensor<2x8x16xf32>
    ```
  }];
}
def Approx_BatchMatmulGradRhsOp
    : Approx_GradientOp<"batch_matmul_grad_rhs", Approx_BatchedMatmul, "Rhs"> {
  let summary = "gradient of batch_matmul with respect to its rhs (M6)";
  let description = [{
    dB[b, k, n] = sum over m of dC[b, m, n] * (dAM/db(a, b) - za), as
    `approx.matmul_grad_rhs` per batch.

    ```mlir
    %db = approx.batch_matmul_grad_rhs ins(%dc, %a : tensor<2x8x4xf32>, tensor<2x8x16xf32>)
        outs(%init : tensor<2x16x4xf32>) -> tensor<2x16x4xf32>
    ```
  }];
}
def Approx_Conv2DGradInputOp
    : Approx_GradientOp<"conv_2d_grad_input", Approx_PaddedConvolution, "Lhs"> {
  let summary = "gradient of conv_2d with respect to its input (M6)";
  let description = [{
    dX[n, c, h, w] = sum of dY[n, f, oh, ow] * (dAM/dx - zw[f]) over f and all
    oh, ow, kh, kw with oh*sh + kh*dh = h and ow*sw + kw*dw = w. `other` is the
    filter, `self` the input. Input positions that no window reads get 0, and so does
    `skipped_padding`.

    ```mlir
    %dx = approx.conv_2d_grad_input ins(%dy, %w : tensor<1x4x3x3xf32>, tensor<4x3x3x3xf32>)
        outs(%init : tensor<1x3x8x8xf32>) {layout = #approx.layout<nchw_fchw>,
            strides = array<i64: 2, 2>} -> tensor<1x3x8x8xf32>
    ```
  }];
}
def Approx_Conv2DGradFilterOp
    : Approx_GradientOp<"conv_2d_grad_filter", Approx_PaddedConvolution, "Rhs"> {
  let summary = "gradient of conv_2d with respect to its filter (M6)";
  let description = [{
    dW[f, c, kh, kw] = sum over n, oh, ow of dY[n, f, oh, ow] * (dAM/dw - zx),
    less the terms whose x is `skipped_padding`. `other` is the input, `self` the
    filter.

    ```mlir
    %dw = approx.conv_2d_grad_filter ins(%dy, %x : tensor<1x4x3x3xf32>, tensor<1x3x8x8xf32>)
        outs(%init : tensor<4x3x3x3xf32>) {layout = #approx.layout<nchw_fchw>,
            strides = array<i64: 2, 2>} -> tensor<4x3x3x3xf32>
    ```
  }];
}

//===----------------------------------------------------------------------===//
// The factorised form: what approx-factorize makes of forward contractions
//===----------------------------------------------------------------------===//

def Approx_ExpandOp : Approx_DestinationOp<"expand",
    [DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "codes through the factors of a multiplier (M13)";
  let description = [{
    Dimension `axis` of n entries becomes one of c*n, where c is the number of
    columns of `@m`'s factors with this `shift`:

        result[.., j*n + i, ..] = F_j[input[.., i, ..]]

    F_j is the factor of the j-th such column for AM's operand
    `multiplier_operand`, 0 or 1. `offset` adds 128 to it, which makes it a value
    that is read unsigned; whoever contracts takes that off again.

    ```mlir
    %e = approx.expand @m ins(%a : tensor<8x16xi8>) outs(%init : tensor<8x48xi8>)
        {axis = 1 : i64, multiplier_operand = 0 : i64, offset, shift = 0 : i64} -> tensor<8x48xi8>
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$multiplier, Approx_Codes:$input,
                       Approx_Codes:$init,
                       ConfinedAttr<I64Attr, [IntNonNegative, IntMaxValue<1>]>:$multiplier_operand,
                       ConfinedAttr<I64Attr, [IntNonNegative]>:$axis,
                       ConfinedAttr<I64Attr, [IntNonNegative]>:$shift,
                       UnitAttr:$offset);
  let builders = [
    OpBuilder<(ins "::mlir::FlatSymbolRefAttr":$multiplier, "::mlir::Value":$input,
                   "::mlir::Value":$init, "unsigned":$multiplierOperand,
                   "int64_t":$axis, "int64_t":$shift, "bool":$offset), [{
      build($_builder, $_state,
            ::lutra::approx::detail::getResultType(init.getType()),
            multiplier.getValue(), input, init, multiplierOperand, axis, shift,
            offset);
    }]>
  ];
  let assemblyFormat = [{
    $multiplier `ins` `(` $input `:` type($input) `)`
    `outs` `(` $init `:` type($init) `)` attr-dict (`->` type($result)^)?
  }];
  let extraClassDeclaration = commonDeclaration;
}

/// Sums of products of integers, modulo 2^32 (M13).
class Approx_IntegerOp<string mnemonic, Approx_Space space>
    : Approx_DestinationOp<mnemonic, [Approx_ContractionInterface]> {
  let arguments = !con((ins Approx_Codes:$lhs, Approx_Codes:$rhs,
                            Approx_Sums:$init, UnitAttr:$lhs_unsigned,
                            UnitAttr:$rhs_unsigned),
                       space.attributes);
  let builders = [
    OpBuilder<!con((ins "::mlir::Value":$lhs, "::mlir::Value":$rhs,
                        "::mlir::Value":$init, "bool":$lhsUnsigned,
                        "bool":$rhsUnsigned),
                   space.parameters), [{
      build($_builder, $_state,
            ::lutra::approx::detail::getResultType(init.getType()), lhs, rhs,
            init, lhsUnsigned, rhsUnsigned, }]
          # space.forwarded # ");">
  ];
  let assemblyFormat = [{
    `ins` `(` $lhs `,` $rhs `:` type($lhs) `,` type($rhs) `)`
    `outs` `(` $init `:` type($init) `)` attr-dict (`->` type($result)^)?
  }];
  let extraClassDeclaration = commonDeclaration # space.declaration # [{
    ::lutra::approx::Derivative getDerivative() {
      return ::lutra::approx::Derivative::None;
    }
  }];
}

def Approx_IntMatmulOp : Approx_IntegerOp<"int_matmul", Approx_PlainMatmul> {
  let summary = "exact matrix product of int8 values, modulo 2^32 (M13)";
  let description = [{
    C[m, n] = sum over k of lhs[m, k] * rhs[k, n] modulo 2^32, each operand read
    as signed bytes or, with `lhs_unsigned` or `rhs_unsigned`, as unsigned ones.
    Shapes are those of `approx.matmul`.

    ```mlir
    %c = approx.int_matmul ins(%a, %b : tensor<8x48xi8>, tensor<48x4xi8>)
        outs(%init : tensor<8x4xi32>) {lhs_unsigned} -> tensor<8x4xi32>
    ```
  }];
}

def Approx_IntBatchMatmulOp
    : Approx_IntegerOp<"int_batch_matmul", Approx_BatchedMatmul> {
  let summary = "batched exact matrix product of int8 values (M13)";
  let description = [{
    `approx.int_matmul` with a leading batch dimension on all three.

    ```mlir
    %c = approx.int_batch_matmul ins(%a, %b : tensor<2x8x48xi8>, tensor<2x48x4xi8>)
        outs(%init : tensor<2x8x4xi32>) {lhs_unsigned} -> tensor<2x8x4xi32>
    ```
  }];
}

def Approx_IntConv2DOp : Approx_IntegerOp<"int_conv_2d", Approx_Convolution> {
  let summary = "exact 2-D convolution of int8 values, modulo 2^32 (M13)";
  let description = [{
    Y[n, f, oh, ow] = sum over c, kh, kw of lhs[n, c, oh*sh + kh*dh, ow*sw + kw*dw]
    * rhs[f, c, kh, kw] modulo 2^32; shapes and layouts are those of
    `approx.conv_2d`, signedness as in `approx.int_matmul`.

    ```mlir
    %y = approx.int_conv_2d ins(%x, %w : tensor<1x9x8x8xi8>, tensor<4x9x3x3xi8>)
        outs(%init : tensor<1x4x3x3xi32>) {layout = #approx.layout<nchw_fchw>,
            lhs_unsigned, strides = array<i64: 2, 2>} -> tensor<1x4x3x3xi32>
    ```
  }];
}

#endif // LUTRA_APPROX_OPS_TD
