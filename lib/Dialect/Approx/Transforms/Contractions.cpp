//===- Contractions.cpp - Which linalg ops are contractions -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
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

/// Whether the body multiplies elements; arithmetic on indices does not count
/// (the gradient of a max pooling numbers the places of its window).
static bool multiplies(linalg::LinalgOp op) {
  return llvm::any_of(*op.getBlock(), [](Operation &inner) {
    return isa<arith::MulFOp, arith::MulIOp>(inner) &&
           !inner.getResult(0).getType().isIndex();
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
