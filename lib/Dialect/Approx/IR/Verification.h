//===- Verification.h - Checks shared by verifiers -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_DIALECT_APPROX_IR_VERIFICATION_H
#define LUTRA_LIB_DIALECT_APPROX_IR_VERIFICATION_H

#include "lutra/Dialect/Approx/IR/ApproxOps.h"

namespace lutra::approx {

/// The multiplier that `op` names (M2); fails after an error at `op`.
mlir::FailureOr<MultiplierOp>
lookupMultiplier(mlir::Operation *op, mlir::FlatSymbolRefAttr symbol,
                 mlir::SymbolTableCollection &symbols);

/// The shape of the factors fits the operand types of `op`, which has some
/// (M13).
mlir::LogicalResult verifyFactors(MultiplierOp op);

/// The multiplier that `op` names, whose operand types the estimator fits (M2,
/// M6); fails after an error at `op`.
mlir::FailureOr<MultiplierOp>
verifyMultiplierUse(mlir::Operation *op, mlir::FlatSymbolRefAttr symbol,
                    GradientAttr gradient,
                    mlir::SymbolTableCollection &symbols);

/// Where the quantisation of `codes` can be seen, it is to the type of operand
/// `index` of `multiplier` (M3).
mlir::LogicalResult verifyCodes(mlir::Operation *op, llvm::StringRef name,
                                mlir::Value codes, MultiplierOp multiplier,
                                unsigned index);

} // namespace lutra::approx

#endif // LUTRA_LIB_DIALECT_APPROX_IR_VERIFICATION_H
