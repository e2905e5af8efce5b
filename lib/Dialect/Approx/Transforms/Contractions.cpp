//===- Contractions.cpp - Which linalg ops are contractions -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tells contractions and convolutions from other linalg ops.
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/Transforms/Contractions.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace lutra::approx {

/// Whether `value` is an element of one of the inputs, perhaps widened.
static bool isInputElement(linalg::LinalgOp op, Value value) {
  while (Operation *def = value.getDefiningOp()) {
    if (!isa<arith::ExtFOp, arith::ExtSIOp, arith::ExtUIOp, arith::SIToFPOp,
             arith::UIToFPOp>(def))
      return false;
    value = def->getOperand(0);
  }
  auto arg = cast<BlockArgument>(value);
  return arg.getOwner() == op.getBlock() &&
         arg.getArgNumber() < op.getNumDpsInputs();
}

/// Whether the body multiplies two inputs. In a generic, arithmetic on indices
/// or on what is computed on the way is none; a named op may subtract zero
/// points first.
static bool multiplies(linalg::LinalgOp op) {
  bool isNamed = !isa<linalg::GenericOp>(op.getOperation());
  return llvm::any_of(*op.getBlock(), [&](Operation &inner) {
    if (!isa<arith::MulFOp, arith::MulIOp>(inner))
      return false;
    return isNamed || llvm::all_of(inner.getOperands(), [&](Value operand) {
             return isInputElement(op, operand);
           });
  });
}

bool isContraction(linalg::LinalgOp op) {
  if (op.getNumDpsInputs() < 2 || op.getNumReductionLoops() == 0 ||
      !multiplies(op))
    return false;
  if (linalg::isaConvolutionOpInterface(op))
    return true;
  if (!linalg::isaContractionOpInterface(op))
    return false;
  if (!isa<linalg::GenericOp>(op.getOperation()))
    return true;
  FailureOr<linalg::ContractionDimensions> dims =
      linalg::inferContractionDims(op);
  return succeeded(dims) && !dims->m.empty() && !dims->n.empty() &&
         !dims->k.empty();
}

bool isOpaqueToFusion(Operation *op) {
  auto linalgOp = dyn_cast_or_null<linalg::LinalgOp>(op);
  if (!linalgOp)
    return false;
  if (isContraction(linalgOp))
    return true;
  // Windows: an indexing map that adds loops, in poolings and their gradients.
  return llvm::any_of(linalgOp.getIndexingMapsArray(), [](AffineMap map) {
    return llvm::any_of(map.getResults(), [](AffineExpr expr) {
      return !isa<AffineDimExpr, AffineConstantExpr>(expr);
    });
  });
}

} // namespace lutra::approx
