//===- ApproxAttributes.td - Attributes and enums ----------*- tablegen -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_APPROX_ATTRIBUTES_TD
#define LUTRA_APPROX_ATTRIBUTES_TD

include "lutra/Dialect/Approx/IR/ApproxDialect.td"
include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/EnumAttr.td"

class Approx_Attr<string name, string attrMnemonic, list<Trait> traits = []>
    : AttrDef<Approx_Dialect, name, traits> {
  let mnemonic = attrMnemonic;
}

/// Printed as `#approx.order<lhs_first>`, like the other attributes.
class Approx_EnumAttr<EnumInfo info, string name>
    : EnumAttr<Approx_Dialect, info, name> {
  let assemblyFormat = "`<` $value `>`";
}

def Approx_QTypeAttr : Approx_Attr<"QType", "qtype"> {
  let summary = "integer type of a quantised tensor";
  let description = [{
    Range and signedness of the codes in a signless integer tensor (M3):
    `#approx.qtype<ui8>`, `#approx.qtype<si4>`, 2 to 8 bits. Storage is `i8`:
    codes of narrower types are zero- or sign-extended.

    `#approx.qtype<si8, narrow>` leaves out the most negative code, so that the
    range is symmetric: -127 to 127 (M8).
  }];
  let parameters = (ins "::mlir::IntegerType":$type,
                        DefaultValuedParameter<"bool", "false">:$narrow);
  let builders = [
    AttrBuilderWithInferredContext<(ins "::mlir::IntegerType":$type,
                                        CArg<"bool", "false">:$narrow), [{
      return $_get(type.getContext(), type, narrow);
    }]>,
    AttrBuilder<(ins "::mlir::IntegerType":$type), [{
      return $_get($_ctxt, type, false);
    }]>
  ];
  let assemblyFormat = "`<` $type `` custom<Narrow>($narrow) `>`";
  let genVerifyDecl = 1;
  let extraClassDeclaration = [{
    unsigned getBits() const { return getType().getWidth(); }
    bool isSigned() const { return getType().isSigned(); }
    /// Smallest and largest code.
    int64_t getLo() const;
    int64_t getHi() const;
  }];
}

def Approx_FamilyAttr : Approx_Attr<"Family", "family"> {
  let summary = "a built-in multiplier family and its parameters";
  let description = [{
    `#approx.family<"truncated", {drop = 9 : i64}>`. The operand types come from
    the multiplier that carries it.
  }];
  let parameters = (ins "::mlir::StringAttr":$name,
                        OptionalParameter<"::mlir::DictionaryAttr">:$parameters);
  let builders = [
    AttrBuilderWithInferredContext<(ins "::mlir::StringAttr":$name,
                           CArg<"::mlir::DictionaryAttr", "{}">:$parameters), [{
      return $_get(name.getContext(), name, parameters);
    }]>
  ];
  let assemblyFormat = "`<` $name (`,` $parameters^)? `>`";
  let genVerifyDecl = 1;
}

def Approx_GradientAttr : Approx_Attr<"Gradient", "gradient"> {
  let summary = "gradient estimator of a multiplier";
  let description = [{
    Which estimate of dAM/da and dAM/db the backward pass uses (M6), by the
    multiplier library's own name: `#approx.gradient<"ste">`,
    `#approx.gradient<"lut-2d:hws=16">`, `#approx.gradient<"lut-1d:variant=ls">`.
    Estimators are data: a new one is a row in the library and nothing here.

    Where the name has files in it, `data` is what they held when
    `convert-linalg-to-approx` or `approx-materialize-tables` read them: `lhs`
    and `rhs`, f64 resources, and `hash`, the SHA-256 of their numbers. From then
    on the module does not depend on the files; verifiers read none.

    ```mlir
    #approx.gradient<"table:lhs=a.npy:rhs=b.npy", {hash = "29ab...",
        lhs = dense_resource<gradient_29ab_lhs> : tensor<65536xf64>,
        rhs = dense_resource<gradient_29ab_rhs> : tensor<65536xf64>}>
    ```
  }];
  let parameters = (ins "::mlir::StringAttr":$spec,
                        OptionalParameter<"::mlir::DictionaryAttr">:$data);
  let builders = [
    AttrBuilderWithInferredContext<(ins "::mlir::StringAttr":$spec,
                           CArg<"::mlir::DictionaryAttr", "{}">:$data), [{
      return $_get(spec.getContext(), spec, data);
    }]>,
    AttrBuilder<(ins "::llvm::StringRef":$spec), [{
      return $_get($_ctxt, ::mlir::StringAttr::get($_ctxt, spec),
                   ::mlir::DictionaryAttr());
    }]>
  ];
  let assemblyFormat = "`<` $spec (`,` $data^)? `>`";
  let genVerifyDecl = 1;
  let extraClassDeclaration = [{
    /// The estimator this names, without `data`; its text was parsed once by the
    /// verifier.
    ::lutra::GradientSpec getGradientSpec() const;
  }];
}

def Approx_FactorsAttr : Approx_Attr<"Factors", "factors"> {
  let summary = "a multiplier as a sum of int8 products";
  let description = [{
    AM(a, b) = lhs_term[a] + rhs_term[b] + sum over j of
    2^shifts[j] * lhs[j][a] * rhs[j][b], for every pair of codes (M13). `lhs` is
    `tensor<c x 2^bits x i8>`, a column of the factorisation in each row, and
    `lhs_term` `tensor<2^bits x i32>`, indexed by bit patterns; c may be 0.
    `approx-factorize` writes it, large tables as resources.
  }];
  let parameters = (ins "::mlir::DenseI64ArrayAttr":$shifts,
                        "::mlir::ElementsAttr":$lhs, "::mlir::ElementsAttr":$rhs,
                        "::mlir::ElementsAttr":$lhs_term,
                        "::mlir::ElementsAttr":$rhs_term);
  let builders = [
    AttrBuilderWithInferredContext<(ins "::mlir::DenseI64ArrayAttr":$shifts,
        "::mlir::ElementsAttr":$lhs, "::mlir::ElementsAttr":$rhs,
        "::mlir::ElementsAttr":$lhsTerm, "::mlir::ElementsAttr":$rhsTerm), [{
      return $_get(shifts.getContext(), shifts, lhs, rhs, lhsTerm, rhsTerm);
    }]>
  ];
  let assemblyFormat = "`<` struct(params) `>`";
  let genVerifyDecl = 1;
  let extraClassDeclaration = [{
    /// Number of columns that have this shift.
    int64_t getNumColumns(int64_t shift) const;
  }];
}

def Approx_OperandOrder : I32EnumAttr<"OperandOrder",
    "which operand of the op is the multiplier's first (M11)", [
      I32EnumAttrCase<"LhsFirst", 0, "lhs_first">,
      I32EnumAttrCase<"RhsFirst", 1, "rhs_first">]> {
  let cppNamespace = "::lutra::approx";
  let genSpecializedAttr = 0;
}
def Approx_OperandOrderAttr : Approx_EnumAttr<Approx_OperandOrder, "order">;

def Approx_ConvLayout : I32EnumAttr<"ConvLayout",
    "layout of a convolution's operands", [
      I32EnumAttrCase<"NchwFchw", 0, "nchw_fchw">,
      I32EnumAttrCase<"NhwcHwcf", 1, "nhwc_hwcf">,
      I32EnumAttrCase<"NgchwGfchw", 2, "ngchw_gfchw">,
      I32EnumAttrCase<"NhwgcGfhwc", 3, "nhwgc_gfhwc">]> {
  let cppNamespace = "::lutra::approx";
  let genSpecializedAttr = 0;
}
def Approx_ConvLayoutAttr : Approx_EnumAttr<Approx_ConvLayout, "layout">;

def Approx_Observer : I32EnumAttr<"Observer",
    "how a range follows the values it sees (M8)", [
      I32EnumAttrCase<"MinMax", 0, "min_max">,
      I32EnumAttrCase<"MovingAverage", 1, "moving_average">,
      I32EnumAttrCase<"Running", 2, "running">,
      I32EnumAttrCase<"Fixed", 3, "fixed">]> {
  let cppNamespace = "::lutra::approx";
  let genSpecializedAttr = 0;
}
def Approx_ObserverAttr : Approx_EnumAttr<Approx_Observer, "observer">;

/// What an argument or result of a function is (the discardable attribute
/// `approx.role` holds the name as a string).
def Approx_Role : I32EnumAttr<"Role", "role of a function argument or result", [
      I32EnumAttrCase<"Parameter", 0, "parameter">,
      I32EnumAttrCase<"Buffer", 1, "buffer">,
      I32EnumAttrCase<"OptimizerState", 2, "optimizer_state">,
      I32EnumAttrCase<"Range", 3, "range">,
      I32EnumAttrCase<"Input", 4, "input">,
      I32EnumAttrCase<"Label", 5, "label">,
      I32EnumAttrCase<"Seed", 6, "seed">,
      I32EnumAttrCase<"LearningRate", 7, "learning_rate">,
      I32EnumAttrCase<"StepCount", 8, "step_count">,
      I32EnumAttrCase<"Loss", 9, "loss">,
      I32EnumAttrCase<"Logits", 10, "logits">,
      I32EnumAttrCase<"Gradient", 11, "gradient">,
      I32EnumAttrCase<"Status", 12, "status">,
      I32EnumAttrCase<"Residual", 13, "residual">,
      I32EnumAttrCase<"Cotangent", 14, "cotangent">]> {
  let cppNamespace = "::lutra::approx";
  let genSpecializedAttr = 0;
}

#endif // LUTRA_APPROX_ATTRIBUTES_TD
