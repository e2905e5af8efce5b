//===- ApproxDialect.td - The approx dialect ---------------*- tablegen -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_APPROX_DIALECT_TD
#define LUTRA_APPROX_DIALECT_TD

include "mlir/IR/OpBase.td"

def Approx_Dialect : Dialect {
  let name = "approx";
  let cppNamespace = "::lutra::approx";
  let summary = "Arithmetic of approximate multipliers";
  let description = [{
    Contractions of quantised tensors whose scalar products are those of an
    approximate multiplier, given by its truth table, and their gradients.
    The numbered rules M1-M13 that verifiers and tests cite are in the
    dialect's specification, docs/Dialects/approx-spec.md.
  }];
  // Canonicalisation makes tensor.empty.
  let dependentDialects = ["::mlir::tensor::TensorDialect"];
  let useDefaultAttributePrinterParser = 1;
  let hasCanonicalizer = 1;
  let hasOperationAttrVerify = 1;
  let hasRegionArgAttrVerify = 1;
  let hasRegionResultAttrVerify = 1;
}

#endif // LUTRA_APPROX_DIALECT_TD
