//===- ScalarDerivatives.h - Table of scalar derivatives -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_AUTODIFF_SCALARDERIVATIVES_H
#define LUTRA_LIB_AUTODIFF_SCALARDERIVATIVES_H

#include "lutra/Autodiff/DifferentiableOpInterface.h"
#include "mlir/IR/DialectRegistry.h"

namespace lutra::ad {

/// A scalar value together with where to build, so that a derivative reads as a
/// formula. The operators are in ScalarDerivatives.cpp.
struct Expr {
  mlir::OpBuilder *builder;
  mlir::Location loc;
  mlir::Value value;
};

/// What the derivative of a scalar op is written in: its operands and result
/// r, and the cotangent c of the result.
struct ScalarArguments {
  mlir::Operation *op;
  llvm::SmallVector<Expr, 3> operands;
  Expr r;
  Expr c;
  /// Which operands are differentiated; kinks depend on it.
  llvm::SmallVector<bool, 3> active;

  const Expr &x() const { return operands[0]; }
  const Expr &y() const { return operands[1]; }
  const Expr &z() const { return operands[2]; }
};

using Partial = Expr (*)(const ScalarArguments &);

/// One row: an elementwise op and, for each operand, c times the partial
/// derivative; null where an operand has none.
struct ScalarDerivative {
  llvm::StringLiteral op;
  Partial partials[3] = {nullptr, nullptr, nullptr};
};

/// The row of an op, or null.
const ScalarDerivative *lookupScalarDerivative(mlir::OperationName op);

/// Attaches the differentiable interface to every op of the dialect that has a
/// row, for scalars and for tensors alike.
void attachScalarDerivatives(mlir::MLIRContext *context,
                             llvm::StringRef dialect);

} // namespace lutra::ad

#endif // LUTRA_LIB_AUTODIFF_SCALARDERIVATIVES_H
