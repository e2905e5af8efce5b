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

static Value skipWidening(Value value) {
  while (
      isa_and_nonnull<arith::ExtFOp, arith::ExtSIOp, arith::ExtUIOp,
                      arith::SIToFPOp, arith::UIToFPOp>(value.getDefiningOp()))
    value = value.getDefiningOp()->getOperand(0);
  return value;
}

/// Whether `value` is an element of one of the inputs, perhaps widened.
static bool isInputElement(linalg::LinalgOp op, Value value) {
  auto arg = dyn_cast<BlockArgument>(skipWidening(value));
  return arg && arg.getOwner() == op.getBlock() &&
         arg.getArgNumber() < op.getNumDpsInputs();
}

bool hasEmptyOperand(Operation *op) {
  return llvm::any_of(op->getOperandTypes(), [](Type type) {
    auto shaped = dyn_cast<ShapedType>(type);
    return shaped && shaped.hasRank() &&
           llvm::is_contained(shaped.getShape(), 0);
  });
}

bool hasContractionBody(linalg::LinalgOp op) {
  if (!isa<linalg::GenericOp>(op.getOperation()))
    return llvm::any_of(*op.getBlock(),
                        llvm::IsaPred<arith::MulFOp, arith::MulIOp>);
  if (op->getNumResults() > 1 || op.getNumDpsInits() != 1)
    return false;
  Value accumulator = op.getRegionOutputArgs()[0];
  // No named op multiplies sizes; upstream dies on the way to one.
  if (isa<IndexType>(accumulator.getType()))
    return false;
  Operation *sum =
      op.getBlock()->getTerminator()->getOperand(0).getDefiningOp();
  if (!isa_and_nonnull<arith::AddFOp, arith::AddIOp>(sum))
    return false;
  Value product = sum->getOperand(0);
  if (product == accumulator)
    product = sum->getOperand(1);
  else if (sum->getOperand(1) != accumulator)
    return false;
  product = skipWidening(product);
  Operation *multiply = product.getDefiningOp();
  return isa_and_nonnull<arith::MulFOp, arith::MulIOp>(multiply) &&
         llvm::all_of(multiply->getOperands(), [&](Value operand) {
           return isInputElement(op, operand);
         });
}

bool isContraction(linalg::LinalgOp op) {
  if (op.getNumDpsInputs() < 2 || op.getNumReductionLoops() == 0 ||
      !hasContractionBody(op))
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
