//===- CollapseLoops.cpp - Merge loops over contiguous dimensions ---------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements approx-collapse-loops, which turns loop nests over
// densely packed buffers into as few, as long loops as their indexing allows:
// an inner loop of ten iterations does not vectorise, one of sixteen hundred
// does.
//
//===----------------------------------------------------------------------===//
#include "lutra/Conversion/Passes.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Linalg/Transforms/Transforms.h"
#include "mlir/Dialect/Linalg/Utils/Utils.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

namespace lutra {
#define GEN_PASS_DEF_COLLAPSELOOPS
#include "lutra/Conversion/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;

namespace {

/// True when `loops`, neighbours, step through every operand of `op` that they
/// index as one loop would.
bool canCollapse(linalg::GenericOp op, ReassociationIndicesRef loops) {
  SmallVector<AffineMap> maps = op.getIndexingMapsArray();
  for (auto [operand, map] : llvm::zip_equal(op->getOperands(), maps)) {
    // Windows (d0 + d1) and constants are beyond upstream's collapsing.
    if (!map.isProjectedPermutation() ||
        !linalg::isDimSequencePreserved(map, loops))
      return false;
    auto type = dyn_cast<MemRefType>(operand.getType());
    if (!type)
      continue;
    // The dimensions of the operand, those of `loops` as one group.
    SmallVector<ReassociationIndices> groups;
    bool isOpen = false;
    for (auto [i, expr] : llvm::enumerate(map.getResults())) {
      auto dim = dyn_cast<AffineDimExpr>(expr);
      bool isMember = dim && llvm::is_contained(loops, dim.getPosition());
      if (!isMember || !isOpen)
        groups.emplace_back();
      isOpen = isMember;
      groups.back().push_back(i);
    }
    if (!memref::CollapseShapeOp::isGuaranteedCollapsible(type, groups))
      return false;
  }
  return true;
}

/// Groups of neighbouring loops of one kind, each as long as possible.
SmallVector<ReassociationIndices> getGroups(linalg::GenericOp op) {
  SmallVector<utils::IteratorType> kinds = op.getIteratorTypesArray();
  SmallVector<ReassociationIndices> groups;
  for (unsigned loop = 0; loop < kinds.size(); ++loop) {
    if (!groups.empty() && kinds[groups.back().back()] == kinds[loop]) {
      ReassociationIndices longer = groups.back();
      longer.push_back(loop);
      if (canCollapse(op, longer)) {
        groups.back() = longer;
        continue;
      }
    }
    groups.push_back({int64_t(loop)});
  }
  return groups;
}

struct CollapseLoopsPass : lutra::impl::CollapseLoopsBase<CollapseLoopsPass> {
  void runOnOperation() override {
    IRRewriter rewriter(&getContext());
    SmallVector<linalg::LinalgOp> ops;
    getOperation()->walk([&](memref::CopyOp copy) {
      rewriter.setInsertionPoint(copy);
      linalg::makeMemRefCopyOp(rewriter, copy.getLoc(), copy.getSource(),
                               copy.getTarget());
      rewriter.eraseOp(copy);
    });
    getOperation()->walk([&](linalg::LinalgOp op) {
      if (op.hasPureBufferSemantics())
        ops.push_back(op);
    });
    for (linalg::LinalgOp op : ops) {
      rewriter.setInsertionPoint(op);
      auto generic = dyn_cast<linalg::GenericOp>(op.getOperation());
      if (!generic) {
        auto generalized = linalg::generalizeNamedOp(rewriter, op);
        if (failed(generalized))
          continue;
        generic = *generalized;
      }
      SmallVector<ReassociationIndices> groups = getGroups(generic);
      if (groups.empty() || groups.size() == generic.getNumLoops())
        continue;
      rewriter.setInsertionPoint(generic);
      auto collapsed =
          linalg::collapseOpIterationDims(generic, groups, rewriter);
      if (succeeded(collapsed))
        rewriter.eraseOp(generic);
    }
  }
};

} // namespace
