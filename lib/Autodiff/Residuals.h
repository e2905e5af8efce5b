//===- Residuals.h - What a backward function needs of the forward -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Forward and backward in one function are called joint here. Its ops that
// depend on a cotangent can only run in the backward; all others may run in
// either.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_AUTODIFF_RESIDUALS_H
#define LUTRA_LIB_AUTODIFF_RESIDUALS_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Builders.h"
#include "llvm/ADT/DenseSet.h"

namespace lutra::ad {

struct Joint {
  mlir::func::FuncOp function;
  /// Of the forward, the first of the function's; the gradients follow.
  unsigned numResults;
  /// The last arguments.
  unsigned numCotangents;
  /// The ops that depend on a cotangent.
  llvm::DenseSet<mlir::Operation *> dependent;

  mlir::Block &body() { return function.getBody().front(); }
  mlir::ValueRange arguments() {
    return mlir::ValueRange(function.getArguments()).drop_back(numCotangents);
  }
  mlir::ValueRange cotangents() {
    return mlir::ValueRange(function.getArguments()).take_back(numCotangents);
  }
  mlir::ValueRange results() {
    return mlir::ValueRange(body().getTerminator()->getOperands())
        .take_front(numResults);
  }
  mlir::ValueRange gradients() {
    return mlir::ValueRange(body().getTerminator()->getOperands())
        .drop_front(numResults);
  }
  void findDependentOps();
};

/// The operands of an op, and what its regions read from outside of them.
llvm::SmallVector<mlir::Value> getReads(mlir::Operation *op);

/// The elementwise conditions inside the bodies of dependent ops that depend on
/// forward values alone, such as where a relu was positive, become tensors of
/// i1 of their own, so that one bit can be saved in the place of a number.
void exposeMasks(Joint &joint);

/// The values to hand from the forward to the backward function: those that are
/// not `isKept` by the caller take the fewest bytes from which the backward can
/// be computed with cheap ops from values that are not `isCarried`. In the
/// order in which they are computed. Fails, after an error, when one of them
/// cannot be saved.
mlir::FailureOr<llvm::SmallVector<mlir::Value>> chooseResiduals(
    Joint &joint, llvm::function_ref<bool(mlir::Value)> isKept,
    llvm::function_ref<bool(mlir::Value)> isCarried = [](mlir::Value) {
      return false;
    });

/// Lets the backward of a joint function compute with cheap ops what takes more
/// bytes to keep than what it is computed from. What it computes anew starts
/// behind an approx.optimization_barrier. Arguments count as kept, and values
/// that the forward itself reads again behind a contraction are.
mlir::LogicalResult recomputeInBackward(Joint &joint);

/// Bytes of a saved value, a dynamic size counted as a small one.
int64_t getBytes(mlir::Type type);

/// Whether a value is saved as bits, eight to a byte.
bool isPacked(mlir::Type type);
/// tensor<8n elements x i1> -> tensor<n x i8>, and back.
mlir::Value buildPack(mlir::OpBuilder &builder, mlir::Value mask);
mlir::Value buildUnpack(mlir::OpBuilder &builder, mlir::Value bits,
                        mlir::RankedTensorType type);

} // namespace lutra::ad

#endif // LUTRA_LIB_AUTODIFF_RESIDUALS_H
