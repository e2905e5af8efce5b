//===- Gradients.h - Estimators of a module -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The way from #approx.gradient to the multiplier library and back. Files that
// an estimator names are read here alone, once, and are part of the module
// then.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_DIALECT_APPROX_IR_GRADIENTS_H
#define LUTRA_DIALECT_APPROX_IR_GRADIENTS_H

#include "lutra/Dialect/Approx/IR/ApproxOps.h"

namespace lutra::approx {

/// `gradient` with what its files hold; itself where it names none or has them
/// already. Fails after an error by `emitError`: what the library says of a
/// file, or of its fit to the operand types.
mlir::FailureOr<GradientAttr>
readFiles(llvm::function_ref<mlir::InFlightDiagnostic()> emitError,
          GradientAttr gradient, OperandType lhs, OperandType rhs);

/// The estimator that `gradient` names, with what its files hold where the
/// attribute has it. Fails after an error at `op`: data without numbers, or of
/// another hash.
mlir::FailureOr<GradientSpec> getGradientSpec(mlir::Operation *op,
                                              GradientAttr gradient);

/// An error when the estimator does not fit the operand types, as far as can be
/// said without reading a file (M6).
llvm::Error verifyEstimator(GradientAttr gradient, OperandType lhs,
                            OperandType rhs);

} // namespace lutra::approx

#endif // LUTRA_DIALECT_APPROX_IR_GRADIENTS_H
