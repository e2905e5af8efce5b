//===- FoldIntoContractions.cpp - Data movement into contractions -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Patterns of approx-prepare that take transposes and batch broadcasts into
// the contractions that read them.
//
// Approach: `linalg.matmul` and `linalg.batch_matmul` carry indexing maps, so a
// transposed operand needs no data movement. A Linear on [B, N, D] arrives as
// a batch_matmul whose weight is broadcast over B; as one matmul on [B*N, D]
// it is quantised once, and its weight gradient is one contraction too.
//
//===----------------------------------------------------------------------===//
#include "Prepare.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace lutra::approx;

/// If `value` is its source moved by a pure data movement, the source and the
/// map from result dimensions to source dimensions: a transpose, a broadcast,
/// or a linalg.generic that copies.
static std::optional<std::pair<Value, AffineMap>> matchMovement(Value value) {
  Operation *def = value.getDefiningOp();
  if (!def)
    return std::nullopt;
  MLIRContext *context = value.getContext();
  if (auto transpose = dyn_cast<linalg::TransposeOp>(def))
    return std::pair(transpose.getInput(),
                     inversePermutation(AffineMap::getPermutationMap(
                         transpose.getPermutation(), context)));
  if (auto broadcast = dyn_cast<linalg::BroadcastOp>(def)) {
    unsigned rank = cast<RankedTensorType>(value.getType()).getRank();
    SmallVector<AffineExpr> dims;
    for (unsigned i = 0; i < rank; ++i)
      if (!llvm::is_contained(broadcast.getDimensions(), i))
        dims.push_back(getAffineDimExpr(i, context));
    return std::pair(broadcast.getInput(),
                     AffineMap::get(rank, 0, dims, context));
  }
  auto generic = dyn_cast<linalg::GenericOp>(def);
  if (!generic || generic.getNumDpsInputs() != 1 ||
      generic.getNumDpsInits() != 1 || !generic.hasPureTensorSemantics() ||
      generic.getNumParallelLoops() != generic.getNumLoops())
    return std::nullopt;
  auto yield = cast<linalg::YieldOp>(generic.getBlock()->getTerminator());
  AffineMap in = generic.getIndexingMapsArray()[0];
  if (yield.getOperand(0) != generic.getBlock()->getArgument(0) ||
      !generic.getIndexingMapsArray()[1].isIdentity() ||
      !in.isProjectedPermutation())
    return std::nullopt;
  return std::pair(generic.getDpsInputs()[0], in);
}

/// Whether a batch_matmul's rhs is a matrix that is broadcast over the batch.
static bool isBroadcastOverBatch(Value rhs) {
  auto movement = matchMovement(rhs);
  if (!movement)
    return false;
  AffineMap map = movement->second;
  return map.getNumDims() == 3 && map.getNumResults() == 2 &&
         map.isProjectedPermutation() && !map.isFunctionOfDim(0);
}

namespace {
/// matmul(x, transpose(w)) -> matmul with a transposed map; the same for lhs
/// and for batch_matmul.
template <typename ContractionOp>
struct FoldTranspose : OpRewritePattern<ContractionOp> {
  using OpRewritePattern<ContractionOp>::OpRewritePattern;
  LogicalResult matchAndRewrite(ContractionOp op,
                                PatternRewriter &rewriter) const override {
    if (!op.hasPureTensorSemantics())
      return rewriter.notifyMatchFailure(op, "not on tensors");
    for (OpOperand *operand : op.getDpsInputOperands()) {
      // One matmul with a transposed copy is more than a product per sample:
      // its rhs is a weight.
      if (isa<linalg::BatchMatmulOp>(op.getOperation()) &&
          isBroadcastOverBatch(op.getInputs()[1]))
        continue;
      auto movement = matchMovement(operand->get());
      if (!movement || !movement->second.isPermutation() ||
          movement->second.isIdentity())
        continue;
      // Only the two innermost dimensions: what batch_matmul can express.
      unsigned rank = movement->second.getNumDims();
      bool batchMoves = false;
      for (unsigned i = 0; i + 2 < rank; ++i)
        batchMoves |= movement->second.getDimPosition(i) != i;
      if (batchMoves)
        continue;
      SmallVector<AffineMap> maps = op.getIndexingMapsArray();
      AffineMap &map = maps[operand->getOperandNumber()];
      map = movement->second.compose(map);
      rewriter.modifyOpInPlace(op, [&] {
        operand->set(movement->first);
        op.setIndexingMapsAttr(rewriter.getAffineMapArrayAttr(maps));
      });
      return success();
    }
    return rewriter.notifyMatchFailure(op, "no operand is a transpose");
  }
};

/// batch_matmul(x [B,N,D], w broadcast over B) -> matmul on [B*N, D].
struct FoldBatchBroadcast : OpRewritePattern<linalg::BatchMatmulOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(linalg::BatchMatmulOp op,
                                PatternRewriter &rewriter) const override {
    if (!op.hasPureTensorSemantics() || op.hasUserDefinedMaps())
      return rewriter.notifyMatchFailure(op, "not plain, or not on tensors");
    Value lhs = op.getInputs()[0];
    if (!isBroadcastOverBatch(op.getInputs()[1]))
      return rewriter.notifyMatchFailure(op, "rhs is not broadcast over batch");
    auto [source, map] = *matchMovement(op.getInputs()[1]);

    Location loc = op.getLoc();
    SmallVector<ReassociationIndices> groups = {{0, 1}, {2}};
    auto collapse = [&](Value value) -> Value {
      return tensor::CollapseShapeOp::create(rewriter, loc, value, groups);
    };
    Value init = op.getOutputs()[0];
    SmallVector<OpFoldResult> sizes =
        tensor::getMixedSizes(rewriter, loc, init);
    // A copy of the weight's map over (m, n, k) with (batch, k, n) renamed.
    AffineExpr m, n, k;
    bindDims(rewriter.getContext(), m, n, k);
    SmallVector<AffineExpr> weight;
    for (AffineExpr expr : map.getResults())
      weight.push_back(cast<AffineDimExpr>(expr).getPosition() == 1 ? k : n);
    SmallVector<AffineMap> maps = AffineMap::inferFromExprList(
        {{m, k}, weight, {m, n}}, rewriter.getContext());
    auto matmul = linalg::MatmulOp::create(rewriter, loc,
                                           ValueRange{collapse(lhs), source},
                                           ValueRange{collapse(init)});
    matmul.setIndexingMapsAttr(rewriter.getAffineMapArrayAttr(maps));
    matmul->setDiscardableAttrs(op->getDiscardableAttrDictionary());
    rewriter.replaceOpWithNewOp<tensor::ExpandShapeOp>(
        op, op.getResult(0).getType(), matmul.getResult(0), groups, sizes);
    return success();
  }
};

/// transpose of the two innermost dimensions commutes with a collapse of the
/// leading ones; then it can fold into a batch_matmul.
struct SinkTransposeBelowCollapse : OpRewritePattern<tensor::CollapseShapeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(tensor::CollapseShapeOp op,
                                PatternRewriter &rewriter) const override {
    auto transpose = op.getSrc().getDefiningOp<linalg::TransposeOp>();
    if (!transpose || !transpose.hasPureTensorSemantics())
      return rewriter.notifyMatchFailure(op, "source is no transpose");
    ArrayRef<int64_t> permutation = transpose.getPermutation();
    int64_t rank = permutation.size();
    SmallVector<ReassociationIndices> groups = op.getReassociationIndices();
    int64_t outRank = groups.size();
    if (outRank < 3 || groups[outRank - 1].size() != 1 ||
        groups[outRank - 2].size() != 1)
      return rewriter.notifyMatchFailure(op,
                                         "collapses an innermost dimension");
    for (int64_t i = 0; i < rank - 2; ++i)
      if (permutation[i] != i)
        return rewriter.notifyMatchFailure(op, "moves a leading dimension");
    if (!llvm::all_of(op->getUsers(), [](Operation *user) {
          return isa<linalg::BatchMatmulOp>(user);
        }))
      return rewriter.notifyMatchFailure(op, "not read by contractions only");

    Location loc = op.getLoc();
    Value collapsed = tensor::CollapseShapeOp::create(
        rewriter, loc, transpose.getInput(), groups);
    SmallVector<int64_t> swapped = llvm::to_vector(llvm::seq<int64_t>(outRank));
    std::swap(swapped[outRank - 1], swapped[outRank - 2]);
    SmallVector<OpFoldResult> sizes =
        tensor::getMixedSizes(rewriter, loc, collapsed);
    std::swap(sizes[outRank - 1], sizes[outRank - 2]);
    Value empty = tensor::EmptyOp::create(rewriter, loc, sizes,
                                          op.getResultType().getElementType());
    auto result =
        linalg::TransposeOp::create(rewriter, loc, collapsed, empty, swapped);
    rewriter.replaceOp(op, result->getResults());
    return success();
  }
};
} // namespace

void lutra::approx::populateFoldIntoContractionPatterns(
    RewritePatternSet &patterns) {
  patterns.add<FoldTranspose<linalg::MatmulOp>,
               FoldTranspose<linalg::BatchMatmulOp>, FoldBatchBroadcast,
               SinkTransposeBelowCollapse>(patterns.getContext());
}
