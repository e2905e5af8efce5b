//===- Fuse.cpp - Elementwise fusion around contractions -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Implements approx-fuse: upstream's fusion patterns under a control function
// of ours.
//
// Approach: upstream's pass folds reshapes and broadcasts into contractions as
// well, after which no library call can be made of them; here an op that is
// opaque takes part in no pattern. The second concern is work: fusing a
// producer into a reader that visits its elements several times, or into
// several readers, computes it several times.
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/Transforms/Contractions.h"
#include "lutra/Dialect/Approx/Transforms/Passes.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/Transforms/Transforms.h"
#include "mlir/Dialect/Linalg/Utils/Utils.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace lutra {
#define GEN_PASS_DEF_APPROXFUSE
#include "lutra/Dialect/Approx/Transforms/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra::approx;

/// At most one operation, and none that takes longer than reading its operand.
static bool isCheap(linalg::GenericOp op) {
  if (op.getNumDpsInputs() > 1)
    return false;
  auto body = op.getBlock()->without_terminator();
  return llvm::hasNItemsOrLess(body, 1) &&
         llvm::all_of(body, [](Operation &inner) {
           return isa<arith::AddFOp, arith::SubFOp, arith::MulFOp,
                      arith::NegFOp, arith::MaximumFOp, arith::MinimumFOp,
                      arith::ExtFOp, arith::TruncFOp, arith::UIToFPOp,
                      arith::SIToFPOp, arith::CmpFOp>(inner);
         });
}

/// Whether the reader visits every element of this operand at most once.
static bool visitsOnce(linalg::LinalgOp reader, OpOperand *operand) {
  AffineMap map = reader.getMatchingIndexingMap(operand);
  return map.getNumDims() ==
         static_cast<unsigned>(
             llvm::count_if(map.getResults(), llvm::IsaPred<AffineDimExpr>));
}

/// Operations in the body and operands of what becomes of two ops, at most.
/// Each fusion copies the body, so that without a bound a chain of n ops would
/// cost n^2. The bodies of training steps have less than 50.
static constexpr unsigned maxBodySize = 128, maxOperands = 32;

static unsigned countBody(linalg::GenericOp op) {
  return llvm::range_size(op.getBlock()->without_terminator());
}

static bool fitsTogether(linalg::GenericOp producer, linalg::GenericOp reader) {
  return producer->getNumOperands() + reader->getNumOperands() <= maxOperands &&
         countBody(producer) + countBody(reader) <= maxBodySize;
}

static bool shouldFuse(OpOperand *operand) {
  Operation *reader = operand->getOwner();
  auto producer = operand->get().getDefiningOp<linalg::GenericOp>();
  auto readerOp = dyn_cast<linalg::GenericOp>(reader);
  if (!producer || !readerOp || isOpaqueToFusion(producer) ||
      isOpaqueToFusion(reader))
    return false;
  if (isCheap(producer))
    return true;
  return producer->hasOneUse() && visitsOnce(readerOp, operand) &&
         fitsTogether(producer, readerOp);
}

/// A reshape moves only where it separates two generics: elsewhere it is a
/// free change of the view, and moving it only renames loops.
static bool shouldMoveReshape(OpOperand *operand) {
  Operation *producer = operand->get().getDefiningOp();
  Operation *reader = operand->getOwner();
  if (isOpaqueToFusion(producer) || isOpaqueToFusion(reader))
    return false;
  if (isa_and_nonnull<tensor::ExpandShapeOp, tensor::CollapseShapeOp>(
          producer)) {
    Operation *source = producer->getOperand(0).getDefiningOp();
    return isa_and_nonnull<linalg::GenericOp>(source) &&
           !isOpaqueToFusion(source) && producer->hasOneUse();
  }
  if (isa<tensor::ExpandShapeOp, tensor::CollapseShapeOp>(reader))
    return operand->get().hasOneUse() &&
           llvm::all_of(reader->getUsers(), [](Operation *user) {
             return isa<linalg::GenericOp>(user) && !isOpaqueToFusion(user);
           });
  return false;
}

namespace {
/// Named elementwise ops and reductions as generics: the form that fuses.
struct Generalize : OpInterfaceRewritePattern<linalg::LinalgOp> {
  using OpInterfaceRewritePattern::OpInterfaceRewritePattern;
  LogicalResult matchAndRewrite(linalg::LinalgOp op,
                                PatternRewriter &rewriter) const override {
    if (!op.hasPureTensorSemantics())
      return rewriter.notifyMatchFailure(op, "not on tensors");
    if (isa<linalg::GenericOp, linalg::FillOp, linalg::CopyOp>(
            op.getOperation()))
      return rewriter.notifyMatchFailure(op, "has a form of its own");
    bool isReduction = isa<linalg::ReduceOp>(op.getOperation());
    bool isMovement =
        isa<linalg::BroadcastOp, linalg::TransposeOp>(op.getOperation());
    if (isOpaqueToFusion(op) ||
        !(isReduction || isMovement || linalg::isElementwise(op)))
      return rewriter.notifyMatchFailure(op, "neither elementwise nor a "
                                             "reduction");
    if (failed(linalg::generalizeNamedOp(rewriter, op)))
      return rewriter.notifyMatchFailure(op, "has no generic form");
    return success();
  }
};

struct ApproxFuse : public lutra::impl::ApproxFuseBase<ApproxFuse> {
  void runOnOperation() override {
    MLIRContext *context = &getContext();
    RewritePatternSet patterns(context);
    patterns.add<Generalize>(context);
    linalg::populateElementwiseOpsFusionPatterns(patterns, shouldFuse);
    linalg::populateFoldReshapeOpsByExpansionPatterns(patterns,
                                                      shouldMoveReshape);
    linalg::populateEraseUnusedOperandsAndResultsPatterns(patterns);
    linalg::GenericOp::getCanonicalizationPatterns(patterns, context);
    linalg::FillOp::getCanonicalizationPatterns(patterns, context);
    tensor::EmptyOp::getCanonicalizationPatterns(patterns, context);
    tensor::ExpandShapeOp::getCanonicalizationPatterns(patterns, context);
    tensor::CollapseShapeOp::getCanonicalizationPatterns(patterns, context);
    linalg::populateInlineConstantOperandsPatterns(patterns);
    // From the top: a producer is fused before its reader is.
    GreedyRewriteConfig config;
    config.setUseTopDownTraversal();
    if (failed(
            applyPatternsGreedily(getOperation(), std::move(patterns), config)))
      signalPassFailure();
  }
};
} // namespace
