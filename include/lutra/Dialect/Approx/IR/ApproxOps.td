//===- ApproxOps.td - Operations of the approx dialect -----*- tablegen -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_APPROX_OPS_TD
#define LUTRA_APPROX_OPS_TD

include "lutra/Dialect/Approx/IR/ApproxAttributes.td"
include "mlir/IR/BuiltinAttributes.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/DestinationStyleOpInterface.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

class Approx_Op<string mnemonic, list<Trait> traits = []>
    : Op<Approx_Dialect, mnemonic, traits>;

def Approx_Codes : AnyTypeOf<[TensorOf<[I8]>, MemRefOf<[I8]>]>;
def Approx_Floats : AnyTypeOf<[TensorOf<[AnyFloat]>, MemRefOf<[AnyFloat]>]>;
def Approx_CodesOrFloats
    : AnyTypeOf<[TensorOf<[I8, AnyFloat]>, MemRefOf<[I8, AnyFloat]>]>;
def Approx_Accumulators
    : AnyTypeOf<[TensorOf<[I32, I64]>, MemRefOf<[I32, I64]>]>;
/// Per tensor (rank 0) or per output channel (rank 1).
def Approx_ZeroPoint
    : AnyTypeOf<[0DTensorOf<[I32]>, 1DTensorOf<[I32]>, MemRefRankOf<[I32], [0, 1]>]>;
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
    Either `spec` names a built-in family or `table` holds the canonical table,
    `tensor<2^lhs x 2^rhs x i32>` in bit-pattern order; then `hash` and `bounds`
    (smallest and largest entry) are required, so that no verifier scans a table.

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
                       OptionalAttr<StrAttr>:$provenance);
  let assemblyFormat = "$sym_name attr-dict";
  let hasVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Quantisation: pure ops on tensors, lowered to linalg before bufferization
//===----------------------------------------------------------------------===//

def Approx_UpdateRangeOp : Approx_Op<"update_range", [Pure,
    AllTypesMatch<["range", "result"]>]> {
  let summary = "range after seeing a tensor (M8)";
  let description = [{
    With b = (min, max) of `input` (per slice of dimension `axis` if given):
    `min_max` gives b; `moving_average` gives b if `range` is empty, else
    range + momentum*(b - range); `running` gives the widest of both.

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
  let assemblyFormat = "$input `,` $range attr-dict `:` type($input) `,` type($range)";
  let hasVerifier = 1;
}

def Approx_QuantParamsOp : Approx_Op<"quant_params", [Pure]> {
  let summary = "scale and zero point of a range (M3)";
  let description = [{
    Affine: s = (max - min)/(hi - lo) after widening the range to contain 0,
    z = clamp(rne(lo - min/s), lo, hi); min = max gives s = 1. `symmetric`
    (signed types): s = max(|min|, |max|)/hi, z = 0.

    ```mlir
    %s, %z = approx.quant_params %r {qtype = #approx.qtype<ui8>}
        : tensor<2xf32> -> tensor<f32>, tensor<i32>
    ```
  }];
  let arguments = (ins Approx_Range:$range, Approx_QTypeAttr:$qtype,
                       UnitAttr:$symmetric);
  let results = (outs Approx_Scale:$scale, Approx_ZeroPoint:$zeroPoint);
  let assemblyFormat = "$range attr-dict `:` type($range) `->` type($scale) `,` type($zeroPoint)";
  let hasVerifier = 1;
}

def Approx_QuantizeOp : Approx_Op<"quantize", [Pure]> {
  let summary = "q = clamp(rne(x/s) + z, lo, hi) (M3)";
  let description = [{
    IEEE f32 division, ties to even. Per channel along `axis` when scale and
    zero point have rank 1.

    ```mlir
    %q = approx.quantize %x, %s, %z {qtype = #approx.qtype<ui8>}
        : tensor<8x16xf32>, tensor<f32>, tensor<i32> -> tensor<8x16xi8>
    ```
  }];
  let arguments = (ins RankedTensorOf<[F32]>:$input, Approx_Scale:$scale,
                       Approx_ZeroPoint:$zeroPoint, Approx_QTypeAttr:$qtype,
                       OptionalAttr<I64Attr>:$axis);
  let results = (outs RankedTensorOf<[I8]>:$result);
  let assemblyFormat = [{
    $input `,` $scale `,` $zeroPoint attr-dict
    `:` type($input) `,` type($scale) `,` type($zeroPoint) `->` type($result)
  }];
  let hasVerifier = 1;
  let hasFolder = 0;
}

def Approx_QuantizeGradOp : Approx_Op<"quantize_grad", [Pure]> {
  let summary = "dx = (1/s)*dq where the unclamped code lies in [lo, hi] (M7)";
  let description = [{
    The straight-through gradient of `quantize`: the clip mask is recomputed
    from `input`. `dq` is the f32 cotangent of the codes (M9).

    ```mlir
    %dx = approx.quantize_grad %dq, %x, %s, %z {qtype = #approx.qtype<ui8>}
        : tensor<8x16xf32>, tensor<8x16xf32>, tensor<f32>, tensor<i32>
    ```
  }];
  let arguments = (ins RankedTensorOf<[F32]>:$cotangent,
                       RankedTensorOf<[F32]>:$input, Approx_Scale:$scale,
                       Approx_ZeroPoint:$zeroPoint, Approx_QTypeAttr:$qtype,
                       OptionalAttr<I64Attr>:$axis);
  let results = (outs RankedTensorOf<[F32]>:$result);
  let assemblyFormat = [{
    $cotangent `,` $input `,` $scale `,` $zeroPoint attr-dict
    `:` type($cotangent) `,` type($input) `,` type($scale) `,` type($zeroPoint)
    `->` type($result)
  }];
  let hasVerifier = 1;
}

def Approx_DequantizeOp : Approx_Op<"dequantize", [Pure]> {
  let summary = "sitofp(acc) * (s_lhs * s_rhs) (M7)";
  let description = [{
    The product of the scales is formed first. `axis` is the accumulator's
    dimension along which a rank-1 scale runs.

    ```mlir
    %y = approx.dequantize %c, %sa, %sb
        : tensor<8x4xi32>, tensor<f32>, tensor<f32> -> tensor<8x4xf32>
    ```
  }];
  let arguments = (ins RankedTensorOf<[I32, I64]>:$input,
                       Approx_Scale:$lhsScale, Approx_Scale:$rhsScale,
                       OptionalAttr<I64Attr>:$axis);
  let results = (outs RankedTensorOf<[F32]>:$result);
  let assemblyFormat = [{
    $input `,` $lhsScale `,` $rhsScale attr-dict
    `:` type($input) `,` type($lhsScale) `,` type($rhsScale) `->` type($result)
  }];
  let hasVerifier = 1;
}

def Approx_MapTableOp : Approx_Op<"map_table", [Pure,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "codes through a separable estimator's 1-D table";
  let description = [{
    Every code q of `input` becomes T[q] - z, where T is the 1-D table of the
    separable estimator `gradient` (STE, LUT-1D) for the derivative with respect
    to the *other* operand, so that the backward is an ordinary contraction (M6).
    `multiplier_operand` says which of AM's operands `input` is: 0 or 1.

    ```mlir
    %m = approx.map_table @m %b, %zb {gradient = #approx.gradient<"ste">,
        multiplier_operand = 1 : i64} : tensor<16x4xi8>, tensor<i32> -> tensor<16x4xf32>
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$multiplier,
                       RankedTensorOf<[I8]>:$input, Approx_ZeroPoint:$zeroPoint,
                       Approx_GradientAttr:$gradient,
                       ConfinedAttr<I64Attr, [IntNonNegative, IntMaxValue<1>]>:$multiplier_operand,
                       OptionalAttr<I64Attr>:$axis);
  let results = (outs RankedTensorOf<[F32]>:$result);
  let assemblyFormat = [{
    $multiplier $input `,` $zeroPoint attr-dict
    `:` type($input) `,` type($zeroPoint) `->` type($result)
  }];
  let hasVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Contractions: destination style, on tensors and on memrefs
//===----------------------------------------------------------------------===//

/// `outs` is overwritten, never read. Bufferization and the differentiable
/// interface come as external models.
class Approx_ContractionOp<string mnemonic, list<Trait> traits = []>
    : Approx_Op<mnemonic, traits # [DestinationStyleOpInterface,
        DeclareOpInterfaceMethods<MemoryEffectsOpInterface>,
        DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let hasVerifier = 1;
  code dpsDeclaration = [{
    ::mlir::MutableOperandRange getDpsInitsMutable() { return getInitMutable(); }
  }];
}

/// C = sum_k [ AM(a, b) - zb*a - za*b + za*zb ] in exact integers (M4, M5).
class Approx_ForwardOp<string mnemonic, dag attributes>
    : Approx_ContractionOp<mnemonic> {
  let arguments = !con((ins FlatSymbolRefAttr:$multiplier,
                            Approx_Codes:$lhs, Approx_Codes:$rhs,
                            Approx_ZeroPoint:$lhsZeroPoint,
                            Approx_ZeroPoint:$rhsZeroPoint,
                            Approx_Accumulators:$init,
                            Approx_GradientAttr:$gradient,
                            DefaultValuedAttr<Approx_OperandOrderAttr,
                              "::lutra::approx::OperandOrder::LhsFirst">:$order),
                       attributes);
  let results = (outs Optional<AnyRankedTensor>:$result);
  let assemblyFormat = [{
    $multiplier `ins` `(` $lhs `,` $rhs `:` type($lhs) `,` type($rhs) `)`
    `zero_points` `(` $lhsZeroPoint `,` $rhsZeroPoint
        `:` type($lhsZeroPoint) `,` type($rhsZeroPoint) `)`
    `outs` `(` $init `:` type($init) `)` attr-dict (`->` type($result)^)?
  }];
  let extraClassDeclaration = dpsDeclaration;
}

/// Quantised form: d(self) = sum dC * (dAM/d(self) - z_other), `other` and
/// `self` codes, with multiplier and estimator. Float form: the exact gradient,
/// `other` floats and nothing else (IR.md, "Ops").
class Approx_GradientOp<string mnemonic, dag attributes>
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
                       attributes);
  let results = (outs Optional<AnyRankedTensor>:$result);
  let assemblyFormat = [{
    `ins` `(` $cotangent `,` $other `:` type($cotangent) `,` type($other) `)`
    (`quantized` $multiplier^ `(` $self `,` $otherZeroPoint
        `:` type($self) `,` type($otherZeroPoint) `)`)?
    `outs` `(` $init `:` type($init) `)` attr-dict (`->` type($result)^)?
  }];
  let extraClassDeclaration = dpsDeclaration # [{
    /// Quantised codes with a multiplier, as opposed to the exact float form.
    bool isQuantized() { return getMultiplier().has_value(); }
  }];
}

defvar matmulAttributes = (ins UnitAttr:$lhs_transposed, UnitAttr:$rhs_transposed);
defvar convAttributes = (ins Approx_ConvLayoutAttr:$layout,
    DefaultValuedAttr<DenseI64ArrayAttr, "{1, 1}">:$strides,
    DefaultValuedAttr<DenseI64ArrayAttr, "{1, 1}">:$dilations);

def Approx_MatmulOp : Approx_ForwardOp<"matmul", matmulAttributes> {
  let summary = "matrix product with an approximate multiplier (M4)";
  let description = [{
    `lhs` is MxK (KxM when `lhs_transposed`), `rhs` KxN (NxK when
    `rhs_transposed`), the result MxN. A rank-1 zero point runs along M (lhs)
    or N (rhs).

    ```mlir
    %c = approx.matmul @m ins(%a, %b : tensor<8x16xi8>, tensor<16x4xi8>)
        zero_points(%za, %zb : tensor<i32>, tensor<4xi32>)
        outs(%init : tensor<8x4xi32>) {gradient = #approx.gradient<"lut-2d:hws=16">,
                                       order = #approx<order rhs_first>} -> tensor<8x4xi32>
    ```
  }];
}

def Approx_BatchMatmulOp : Approx_ForwardOp<"batch_matmul", matmulAttributes> {
  let summary = "batched matrix product with an approximate multiplier (M4)";
  let description = [{
    As `approx.matmul`, with a leading batch dimension on all three.
  }];
}

def Approx_Conv2DOp : Approx_ForwardOp<"conv_2d", convAttributes> {
  let summary = "2-D convolution with an approximate multiplier (M4)";
  let description = [{
    `lhs` is the input, `rhs` the filter; a rank-1 zero point of the filter runs
    along its output channels. No padding: `tensor.pad` comes before
    quantisation and inserts the zero point (M3).
  }];
}

def Approx_MatmulGradLhsOp : Approx_GradientOp<"matmul_grad_lhs", matmulAttributes> {
  let summary = "gradient of matmul with respect to its lhs (M6)";
  let description = [{
    `other` is rhs, `self` lhs, both laid out as the forward op has them; the
    result has lhs's shape and layout.
  }];
}
def Approx_MatmulGradRhsOp : Approx_GradientOp<"matmul_grad_rhs", matmulAttributes> {
  let summary = "gradient of matmul with respect to its rhs (M6)";
  let description = [{ `other` is lhs, `self` rhs. }];
}
def Approx_BatchMatmulGradLhsOp
    : Approx_GradientOp<"batch_matmul_grad_lhs", matmulAttributes> {
  let summary = "gradient of batch_matmul with respect to its lhs (M6)";
  let description = [{ `other` is rhs, `self` lhs. }];
}
def Approx_BatchMatmulGradRhsOp
    : Approx_GradientOp<"batch_matmul_grad_rhs", matmulAttributes> {
  let summary = "gradient of batch_matmul with respect to its rhs (M6)";
  let description = [{ `other` is lhs, `self` rhs. }];
}
def Approx_Conv2DGradInputOp : Approx_GradientOp<"conv_2d_grad_input", convAttributes> {
  let summary = "gradient of conv_2d with respect to its input (M6)";
  let description = [{
    `other` is the filter, `self` the input. Input positions that no window
    reads get 0.
  }];
}
def Approx_Conv2DGradFilterOp : Approx_GradientOp<"conv_2d_grad_filter", convAttributes> {
  let summary = "gradient of conv_2d with respect to its filter (M6)";
  let description = [{ `other` is the input, `self` the filter. }];
}

#endif // LUTRA_APPROX_OPS_TD
