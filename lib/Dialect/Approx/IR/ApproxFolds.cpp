//===- ApproxFolds.cpp - Canonicalisation of the approx ops -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Canonical forms of contractions: an init that is not read is tensor.empty,
// and a transposed operand becomes a flag. Quantise and dequantise never fold
// into each other: the rounding between them is the point.
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;
using namespace lutra::approx;

namespace {

/// `outs` is overwritten, never read: whatever computes it is dead.
struct DropUnreadInit : OpInterfaceRewritePattern<ContractionInterface> {
  using OpInterfaceRewritePattern::OpInterfaceRewritePattern;

  LogicalResult matchAndRewrite(ContractionInterface op,
                                PatternRewriter &rewriter) const override {
    auto destination = cast<DestinationStyleOpInterface>(op.getOperation());
    OpOperand &init = destination.getDpsInitsMutable()[0];
    auto type = dyn_cast<RankedTensorType>(init.get().getType());
    if (!type)
      return rewriter.notifyMatchFailure(op, "has no tensor init");
    // Only values that were computed: an argument, a slice of a larger tensor
    // or an allocation says where the result is wanted.
    Operation *producer = init.get().getDefiningOp();
    if (!isa_and_nonnull<linalg::LinalgOp, arith::ConstantOp, tensor::SplatOp,
                         ContractionInterface>(producer))
      return rewriter.notifyMatchFailure(op, "init may name a destination");
    Value empty = tensor::EmptyOp::create(
        rewriter, op.getLoc(),
        tensor::getMixedSizes(rewriter, op.getLoc(), init.get()),
        type.getElementType(), type.getEncoding());
    rewriter.modifyOpInPlace(op, [&] { init.set(empty); });
    return success();
  }
};

/// Swaps the last two dimensions and nothing else.
bool swapsLastTwo(ArrayRef<int64_t> permutation) {
  int64_t rank = permutation.size();
  if (rank < 2 || permutation[rank - 1] != rank - 2 ||
      permutation[rank - 2] != rank - 1)
    return false;
  for (int64_t i = 0; i != rank - 2; ++i)
    if (permutation[i] != i)
      return false;
  return true;
}

/// The matrix of which `value` is the transpose; null when it is not one.
Value getUntransposed(Value value) {
  auto transpose = value.getDefiningOp<linalg::TransposeOp>();
  if (!transpose || !transpose.hasPureTensorSemantics() ||
      !swapsLastTwo(transpose.getPermutation()))
    return {};
  return transpose.getInput();
}

/// A transposed lhs or rhs of a forward op becomes its flag.
template <typename OpTy>
struct FoldTransposedOperands : OpRewritePattern<OpTy> {
  using OpRewritePattern<OpTy>::OpRewritePattern;

  LogicalResult matchAndRewrite(OpTy op,
                                PatternRewriter &rewriter) const override {
    Value lhs = getUntransposed(op.getLhs());
    Value rhs = getUntransposed(op.getRhs());
    if (!lhs && !rhs)
      return rewriter.notifyMatchFailure(op, "no operand is transposed");
    rewriter.modifyOpInPlace(op, [&] {
      if (lhs) {
        op.getLhsMutable().assign(lhs);
        op.setLhsTransposed(!op.getLhsTransposed());
      }
      if (rhs) {
        op.getRhsMutable().assign(rhs);
        op.setRhsTransposed(!op.getRhsTransposed());
      }
    });
    return success();
  }
};

/// The flag of the operand a gradient op is for, or of the other one.
template <typename OpTy>
void flipTransposed(OpTy op, bool self) {
  if ((op.getDerivative() == Derivative::Lhs) == self)
    op.setLhsTransposed(!op.getLhsTransposed());
  else
    op.setRhsTransposed(!op.getRhsTransposed());
}

/// A transposed `other` of a gradient op becomes its flag. `self` cannot: the
/// result is laid out like it.
template <typename OpTy>
struct FoldTransposedOther : OpRewritePattern<OpTy> {
  using OpRewritePattern<OpTy>::OpRewritePattern;

  LogicalResult matchAndRewrite(OpTy op,
                                PatternRewriter &rewriter) const override {
    Value other = getUntransposed(op.getOther());
    if (!other)
      return rewriter.notifyMatchFailure(op, "`other` is not transposed");
    rewriter.modifyOpInPlace(op, [&] {
      op.getOtherMutable().assign(other);
      flipTransposed(op, /*self=*/false);
    });
    return success();
  }
};

/// The transpose of a gradient in float form is the gradient of the transposed
/// operand, written where the transpose was.
template <typename OpTy>
struct FoldTransposedGradient : OpRewritePattern<linalg::TransposeOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(linalg::TransposeOp transpose,
                                PatternRewriter &rewriter) const override {
    auto op = transpose.getInput().getDefiningOp<OpTy>();
    if (!op || !transpose.hasPureTensorSemantics() ||
        !swapsLastTwo(transpose.getPermutation()))
      return rewriter.notifyMatchFailure(transpose,
                                         "no gradient is transposed");
    if (op.isQuantized() || !op->hasOneUse())
      return rewriter.notifyMatchFailure(
          transpose, "gradient has another use or a layout of its own");
    rewriter.setInsertionPoint(transpose);
    auto folded = cast<OpTy>(rewriter.clone(*op));
    rewriter.modifyOpInPlace(folded, [&] {
      folded.getInitMutable().assign(transpose.getInit());
      folded.getResult().setType(
          cast<RankedTensorType>(transpose.getInit().getType()));
      flipTransposed(folded, /*self=*/true);
    });
    rewriter.replaceOp(transpose, folded->getResults());
    return success();
  }
};

} // namespace

/// A constant has no derivative anyway. Twice is once by the trait.
OpFoldResult StopGradientOp::fold(FoldAdaptor adaptor) {
  return adaptor.getInput() ? getInput() : Value();
}

void ApproxDialect::getCanonicalizationPatterns(
    RewritePatternSet &results) const {
  results.add<DropUnreadInit, FoldTransposedOperands<MatmulOp>,
              FoldTransposedOperands<BatchMatmulOp>,
              FoldTransposedOther<MatmulGradLhsOp>,
              FoldTransposedOther<MatmulGradRhsOp>,
              FoldTransposedOther<BatchMatmulGradLhsOp>,
              FoldTransposedOther<BatchMatmulGradRhsOp>,
              FoldTransposedGradient<MatmulGradLhsOp>,
              FoldTransposedGradient<MatmulGradRhsOp>,
              FoldTransposedGradient<BatchMatmulGradLhsOp>,
              FoldTransposedGradient<BatchMatmulGradRhsOp>>(
      results.getContext());
}
