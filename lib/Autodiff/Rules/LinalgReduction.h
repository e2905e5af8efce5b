//===- LinalgReduction.h - How a structured op reduces -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_AUTODIFF_RULES_LINALGREDUCTION_H
#define LUTRA_LIB_AUTODIFF_RULES_LINALGREDUCTION_H

#include "lutra/Autodiff/DifferentiableOpInterface.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"

namespace lutra::ad {

enum class ReductionKind {
  /// Each element of the result is written once.
  None,
  /// out + f(inputs), out - f(inputs) or fma(a, b, out).
  Sum,
  /// max or min of out and f(inputs) over whole dimensions.
  Extremum,
  /// The same over windows, as in pooling.
  WindowExtremum,
  /// The same, with another result that is the position of the extremum.
  IndexedExtremum,
  /// out * f(inputs).
  Product,
};

/// How one result of a structured op comes about, and what its derivative
/// needs.
struct Reduction {
  ReductionKind kind = ReductionKind::None;
  /// The value of the op's body that the cotangent goes to; null if none.
  mlir::Value contribution;
  /// IndexedExtremum: the position within the body, and the result that keeps
  /// it.
  mlir::Value position;
  mlir::OpResult positionResult;
  /// Loops that are reduced, and the extents of those of a window (filled by
  /// prepareReduction).
  llvm::SmallVector<unsigned> dims;
  llvm::SmallVector<mlir::OpFoldResult> extents;
  /// Tensors with the map of the result that the seed reads: the extremum, each
  /// one's share of the cotangent and how many attain it; the number of the
  /// first that attains it; or the product and the number of zeros.
  llvm::SmallVector<mlir::Value> saved;
};

/// Finds out how result `number` of the op reduces; a diagnostic on failure.
mlir::FailureOr<Reduction> classifyReduction(mlir::linalg::LinalgOp op,
                                             unsigned number,
                                             VJPContext &context);

/// Builds the tensors that the seed reads.
mlir::LogicalResult prepareReduction(mlir::linalg::LinalgOp op, unsigned number,
                                     Reduction &reduction,
                                     mlir::OpBuilder &builder,
                                     VJPContext &context);

/// The cotangent of the contribution at one point of the iteration space, given
/// those of the result's element and of the saved tensors. `mapping` leads from
/// the op's body to the one being built.
mlir::Value buildReductionSeed(mlir::linalg::LinalgOp op,
                               const Reduction &reduction,
                               mlir::Value cotangent, mlir::ValueRange saved,
                               const mlir::IRMapping &mapping,
                               mlir::OpBuilder &builder, mlir::Location loc);

/// The cotangent of the init operand of result `number`.
mlir::FailureOr<mlir::Value> buildInitCotangent(mlir::linalg::LinalgOp op,
                                                unsigned number,
                                                const Reduction &reduction,
                                                mlir::OpBuilder &builder,
                                                VJPContext &context);

} // namespace lutra::ad

#endif // LUTRA_LIB_AUTODIFF_RULES_LINALGREDUCTION_H
