//===- Contractions.h - Which linalg ops are contractions -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_DIALECT_APPROX_TRANSFORMS_CONTRACTIONS_H
#define LUTRA_DIALECT_APPROX_TRANSFORMS_CONTRACTIONS_H

#include "mlir/Dialect/Linalg/IR/Linalg.h"

namespace lutra::approx {

/// Whether the body of a generic is `out + a * b` of elements of its inputs,
/// each perhaps widened; of a named op, whether it multiplies. Upstream's
/// matchers look through every unary operation: to them the sum of exp(a) * b
/// is a contraction of a and b.
bool hasContractionBody(mlir::linalg::LinalgOp op);

/// A sum of products of two operands: a named contraction or convolution, or a
/// generic that is a matrix product (with outer dimensions of both operands) or
/// a convolution. Poolings and dot products in generics are none.
bool isContraction(mlir::linalg::LinalgOp op);

/// Whether an operand is known to have no elements. No kernel computes such a
/// contraction: it is what it starts from.
bool hasEmptyOperand(mlir::Operation *op);

/// Ops that fusion leaves alone: contractions and whatever slides a window.
bool isOpaqueToFusion(mlir::Operation *op);

} // namespace lutra::approx

#endif // LUTRA_DIALECT_APPROX_TRANSFORMS_CONTRACTIONS_H
