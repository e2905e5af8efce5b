//===- SimplifyGradients.cpp - Separable estimators as exact gradients -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements the approx-simplify-gradients pass, which turns the
// gradients of separable estimators into exact contractions of mapped operands.
//
// Where dAM/da depends on b alone, sum dC*(dAM/da - zb) is the exact gradient
// with g(b) - zb in the place of b (M6). Both sides round alike: the table's
// entry minus the zero point is formed in f32 either way.
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "lutra/Dialect/Approx/Transforms/Passes.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/WalkPatternRewriteDriver.h"

namespace lutra {
#define GEN_PASS_DEF_SIMPLIFYGRADIENTS
#include "lutra/Dialect/Approx/Transforms/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra::approx;

namespace {

template <typename OpTy>
struct MapOther : OpRewritePattern<OpTy> {
  using OpRewritePattern<OpTy>::OpRewritePattern;

  LogicalResult matchAndRewrite(OpTy op,
                                PatternRewriter &rewriter) const override {
    if (!op.isQuantized())
      return rewriter.notifyMatchFailure(op, "is in float form already");
    if (!op.getGradientAttr().getGradientSpec().isSeparable())
      return rewriter.notifyMatchFailure(op, "estimator needs a 2-D table");
    if (!op.hasPureTensorSemantics())
      return rewriter.notifyMatchFailure(op, "map_table works on tensors");

    ContractionSpace space = op.getSpace();
    if (!space.skippedPadding.empty())
      return rewriter.notifyMatchFailure(op, "leaves padding out");
    Derivative derivative = op.getDerivative();
    Location loc = op.getLoc();
    Value other = op.getOther(), zeroPoint = op.getOtherZeroPoint();
    std::optional<int64_t> axis;
    // One channel dimension, or the first two of a grouped filter as one.
    SmallVector<ReassociationIndices> groups;
    int64_t channels = cast<RankedTensorType>(zeroPoint.getType()).getRank();
    if (channels > 0)
      axis = ContractionSpace::dimensionOf(space.other(derivative),
                                           space.otherChannels(derivative)[0]);
    if (channels == 2) {
      int64_t rank = cast<RankedTensorType>(other.getType()).getRank();
      groups.push_back({0, 1});
      for (int64_t i = 2; i != rank; ++i)
        groups.push_back({i});
      other = tensor::CollapseShapeOp::create(rewriter, loc, other, groups);
      zeroPoint = tensor::CollapseShapeOp::create(
          rewriter, loc, zeroPoint, ArrayRef(groups).take_front());
    }
    // `other` is the op's rhs in a gradient for lhs, and the other way round.
    bool otherIsLhs = derivative == Derivative::Rhs;
    bool lhsFirst = op.getOrder() == OperandOrder::LhsFirst;
    Value mapped = MapTableOp::create(
        rewriter, loc, op.getMultiplierAttr(), other, zeroPoint,
        op.getGradientAttr(),
        /*multiplierOperand=*/otherIsLhs == lhsFirst ? 0 : 1, axis);
    if (!groups.empty())
      mapped = tensor::ExpandShapeOp::create(
          rewriter, loc,
          cast<RankedTensorType>(op.getOther().getType())
              .clone(rewriter.getF32Type()),
          mapped, groups, tensor::getMixedSizes(rewriter, loc, op.getOther()));
    rewriter.modifyOpInPlace(op, [&] {
      op.getOtherMutable().assign(mapped);
      op.getSelfMutable().clear();
      op.getOtherZeroPointMutable().clear();
      op.removeMultiplierAttr();
      op.removeGradientAttr();
      op.setOrder(OperandOrder::LhsFirst);
    });
    return success();
  }
};

struct SimplifyGradients
    : lutra::impl::SimplifyGradientsBase<SimplifyGradients> {
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    lutra::populateSimplifyGradientsPatterns(patterns);
    walkAndApplyPatterns(getOperation(), std::move(patterns));
  }
};

} // namespace

void lutra::populateSimplifyGradientsPatterns(RewritePatternSet &patterns) {
  patterns.add<MapOther<MatmulGradLhsOp>, MapOther<MatmulGradRhsOp>,
               MapOther<BatchMatmulGradLhsOp>, MapOther<BatchMatmulGradRhsOp>,
               MapOther<Conv2DGradInputOp>, MapOther<Conv2DGradFilterOp>>(
      patterns.getContext());
}
