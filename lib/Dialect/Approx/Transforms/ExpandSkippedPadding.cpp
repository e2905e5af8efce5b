//===- ExpandSkippedPadding.cpp - Padding taken off plain convolutions ----===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements the approx-expand-skipped-padding pass.
//
// A padded element is the zero point zx, and what a product with it adds to a
// sum (M4), AM(zx, w) - zw*zx - zx*w + zx*zw = AM(zx, w) - zx*w, depends on the
// filter alone. Summed over the input channels it is
//
//   T[f, kh, kw] = sum over c of [ AM(zx, w) - zx*w ],
//
// as many products as one place of the result has; an approx.batch_matmul of a
// row of zx, whose batches and columns are the filter's channels and taps, as
// they lie. Its gradient for the filter is the gradient op of the same product.
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "lutra/Dialect/Approx/Transforms/Passes.h"
#include "lutra/Dialect/Approx/Transforms/SkippedPadding.h"
#include "mlir/Dialect/Affine/Utils.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "llvm/ADT/TypeSwitch.h"

namespace lutra {
#define GEN_PASS_DEF_EXPANDSKIPPEDPADDING
#include "lutra/Dialect/Approx/Transforms/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

using utils::IteratorType;

Value lutra::createIsPadding(OpBuilder &builder, Location loc,
                             const ContractionSpace &space,
                             ArrayRef<OpFoldResult> imageSizes, Value row,
                             Value column) {
  auto constant = [&](int64_t value) -> Value {
    return arith::ConstantIndexOp::create(builder, loc, value);
  };
  Value result;
  auto addCondition = [&](arith::CmpIPredicate predicate, Value index,
                          Value bound) {
    Value condition =
        arith::CmpIOp::create(builder, loc, predicate, index, bound);
    result = result ? arith::OrIOp::create(builder, loc, result, condition)
                    : condition;
  };
  for (auto [i, dimension, index] : llvm::enumerate(
           space.windowDimensions(), ArrayRef<Value>({row, column}))) {
    int64_t before = space.skippedPadding[2 * i],
            after = space.skippedPadding[2 * i + 1];
    if (before > 0)
      addCondition(arith::CmpIPredicate::slt, index, constant(before));
    if (after == 0)
      continue;
    OpFoldResult size = imageSizes[dimension];
    Value end;
    if (std::optional<int64_t> known = getConstantIntValue(size))
      end = constant(*known - after);
    else
      end = arith::SubIOp::create(builder, loc, cast<Value>(size),
                                  constant(after));
    addCondition(arith::CmpIPredicate::sge, index, end);
  }
  return result;
}

Value lutra::createIsSkipped(OpBuilder &builder, Location loc,
                             const ContractionSpace &space,
                             ArrayRef<OpFoldResult> imageSizes,
                             ArrayRef<Value> loops) {
  SmallVector<unsigned, 2> window = space.windowDimensions();
  auto indexAlong = [&](unsigned dimension) {
    return affine::expandAffineExpr(builder, loc,
                                    space.lhs.getResult(dimension), loops, {});
  };
  Value row = indexAlong(window[0]), column = indexAlong(window[1]);
  return createIsPadding(builder, loc, space, imageSizes, row, column);
}

namespace {

/// The rewriting of one convolution or gradient. The loops that a tensor has
/// are named by their numbers in the op's iteration space.
class Expansion {
public:
  template <typename OpTy>
  Expansion(OpTy op, Value image)
      : builder(op.getLoc(), op), space(op.getSpace()),
        imageSizes(tensor::getMixedSizes(builder, op.getLoc(), image)) {
    for (AffineExpr index : space.rhs.getResults())
      if (unsigned loop = positionOf(index); space.loops[loop] != "c")
        tapLoops.push_back(loop);
    for (AffineExpr index : space.result.getResults())
      if (unsigned loop = positionOf(index); space.loops[loop] != "n")
        placeLoops.push_back(loop);
  }

  void run(Conv2DOp op);
  void run(Conv2DGradInputOp op);
  void run(Conv2DGradFilterOp op);

private:
  static unsigned positionOf(AffineExpr index) {
    return cast<AffineDimExpr>(index).getPosition();
  }
  Location loc() { return builder.getLoc(); }

  /// `op` without skipped padding.
  template <typename OpTy>
  OpTy clonePlain(OpTy op) {
    auto plain = cast<OpTy>(builder.clone(*op.getOperation()));
    plain.setSkippedPadding({0, 0, 0, 0});
    return plain;
  }

  /// Sizes of `value`, which the loops of `map` index, less that of one loop.
  SmallVector<OpFoldResult> sizesWithout(Value value, AffineMap map,
                                         StringRef loop) {
    SmallVector<OpFoldResult> sizes;
    for (auto [index, size] : llvm::zip_equal(
             map.getResults(), tensor::getMixedSizes(builder, loc(), value)))
      if (space.loops[positionOf(index)] != loop)
        sizes.push_back(size);
    return sizes;
  }

  Value createEmpty(ArrayRef<OpFoldResult> sizes, Type elementType) {
    return tensor::EmptyOp::create(builder, sizes, elementType);
  }
  Value createZeros(ArrayRef<OpFoldResult> sizes, Type elementType) {
    Value zero =
        arith::ConstantOp::create(builder, builder.getZeroAttr(elementType));
    Value empty = createEmpty(sizes, elementType);
    return linalg::FillOp::create(builder, zero, empty).getResult(0);
  }

  static Value createAdd(OpBuilder &nested, Location loc, Value x, Value y) {
    if (isa<FloatType>(x.getType()))
      return arith::AddFOp::create(nested, loc, x, y);
    return arith::AddIOp::create(nested, loc, x, y);
  }

  /// to[..] = sum of from[..] over those terms that are left out.
  Value sumOverSkipped(Value value, ArrayRef<unsigned> from,
                       ArrayRef<unsigned> to, ArrayRef<OpFoldResult> sizes);
  /// value - part, where `part` has no dimension for `missing` of `map`.
  Value subtract(Value value, Value part, AffineMap map, StringRef missing);

  /// The filter as a batch of matrices: its dimensions but c are those of a
  /// batch and of columns.
  void setFilter(Value value);
  /// A row of zero points for each batch.
  Value createZeroPointRows(Value zeroPoint);

  ImplicitLocOpBuilder builder;
  ContractionSpace space;
  SmallVector<OpFoldResult> imageSizes;
  /// Loops of a tap of a filter without its input channel, and of a place of
  /// the result without the image it is of.
  SmallVector<unsigned> tapLoops, placeLoops;

  Value filter, matrix;
  bool isTransposed = false; // each matrix is columns x c
  SmallVector<ReassociationIndices> filterGroups, tapGroups;
  SmallVector<OpFoldResult> matrixSizes;
};

} // namespace

Value Expansion::sumOverSkipped(Value value, ArrayRef<unsigned> from,
                                ArrayRef<unsigned> to,
                                ArrayRef<OpFoldResult> sizes) {
  SmallVector<unsigned> loops(to);
  for (unsigned loop : from)
    if (!llvm::is_contained(to, loop))
      loops.push_back(loop);
  auto getMap = [&](ArrayRef<unsigned> wanted) {
    SmallVector<unsigned> positions;
    for (unsigned loop : wanted)
      positions.push_back(llvm::find(loops, loop) - loops.begin());
    return AffineMap::getMultiDimMapWithTargets(loops.size(), positions,
                                                builder.getContext());
  };
  SmallVector<IteratorType> iterators(loops.size(), IteratorType::reduction);
  std::fill_n(iterators.begin(), to.size(), IteratorType::parallel);
  Type type = getElementTypeOrSelf(value);
  Value zeros = createZeros(sizes, type);
  return linalg::GenericOp::create(
             builder, zeros.getType(), value, zeros,
             ArrayRef<AffineMap>{getMap(from), getMap(to)}, iterators,
             [&](OpBuilder &nested, Location loc, ValueRange in) {
               SmallVector<Value> values(space.loops.size());
               for (auto [position, loop] : llvm::enumerate(loops))
                 values[loop] = linalg::IndexOp::create(nested, loc, position);
               Value skipped =
                   createIsSkipped(nested, loc, space, imageSizes, values);
               Value zero = arith::ConstantOp::create(nested, loc,
                                                      nested.getZeroAttr(type));
               Value term =
                   arith::SelectOp::create(nested, loc, skipped, in[0], zero);
               linalg::YieldOp::create(nested, loc,
                                       createAdd(nested, loc, in[1], term));
             })
      .getResult(0);
}

Value Expansion::subtract(Value value, Value part, AffineMap map,
                          StringRef missing) {
  unsigned rank = map.getNumResults();
  SmallVector<AffineExpr> kept;
  for (auto [dimension, index] : llvm::enumerate(map.getResults()))
    if (space.loops[positionOf(index)] != missing)
      kept.push_back(builder.getAffineDimExpr(dimension));
  AffineMap identity = builder.getMultiDimIdentityMap(rank);
  AffineMap partMap = AffineMap::get(rank, 0, kept, builder.getContext());
  Value empty = createEmpty(tensor::getMixedSizes(builder, loc(), value),
                            getElementTypeOrSelf(value));
  return linalg::GenericOp::create(
             builder, value.getType(), ValueRange{value, part}, empty,
             ArrayRef<AffineMap>{identity, partMap, identity},
             SmallVector<IteratorType>(rank, IteratorType::parallel),
             [](OpBuilder &nested, Location loc, ValueRange in) {
               Value difference =
                   isa<FloatType>(in[0].getType())
                       ? arith::SubFOp::create(nested, loc, in[0], in[1])
                             .getResult()
                       : arith::SubIOp::create(nested, loc, in[0], in[1])
                             .getResult();
               linalg::YieldOp::create(nested, loc, difference);
             })
      .getResult(0);
}

void Expansion::setFilter(Value value) {
  filter = value;
  // In every layout c, taps and output channels each lie together: three runs.
  enum Kind { Depth, Tap, Channel };
  auto kindOf = [&](unsigned loop) {
    if (space.loops[loop] == "c")
      return Depth;
    return space.result.isFunctionOfDim(loop) ? Channel : Tap;
  };
  std::optional<Kind> previous;
  unsigned depth = 0, tapDimension = 0;
  for (auto [dimension, index] : llvm::enumerate(space.rhs.getResults())) {
    Kind kind = kindOf(positionOf(index));
    if (kind != previous) {
      filterGroups.emplace_back();
      if (kind != Depth)
        tapGroups.emplace_back();
    }
    previous = kind;
    filterGroups.back().push_back(dimension);
    if (kind == Depth)
      depth = filterGroups.size() - 1;
    else
      tapGroups.back().push_back(tapDimension++);
  }
  assert(filterGroups.size() == 3 && depth > 0 && "no such layout");
  isTransposed = depth == 2;
  matrix = tensor::CollapseShapeOp::create(builder, filter, filterGroups);
  matrixSizes = tensor::getMixedSizes(builder, loc(), matrix);
}

Value Expansion::createZeroPointRows(Value zeroPoint) {
  SmallVector<OpFoldResult> sizes = {matrixSizes[0], builder.getIndexAttr(1),
                                     matrixSizes[isTransposed ? 2 : 1]};
  Value empty = createEmpty(sizes, builder.getI8Type());
  return linalg::GenericOp::create(
             builder, empty.getType(), zeroPoint, empty,
             ArrayRef<AffineMap>{AffineMap::get(3, 0, builder.getContext()),
                                 builder.getMultiDimIdentityMap(3)},
             SmallVector<IteratorType>(3, IteratorType::parallel),
             [](OpBuilder &nested, Location loc, ValueRange in) {
               Value code = arith::TruncIOp::create(nested, loc,
                                                    nested.getI8Type(), in[0]);
               linalg::YieldOp::create(nested, loc, code);
             })
      .getResult(0);
}

void Expansion::run(Conv2DOp op) {
  setFilter(op.getRhs());
  Type accumulator = getElementTypeOrSelf(op.getInit());
  Value rows = createZeroPointRows(op.getLhsZeroPoint());
  Value none = arith::ConstantOp::create(
      builder,
      DenseElementsAttr::get(RankedTensorType::get({}, builder.getI32Type()),
                             int32_t(0)));
  Value empty = createEmpty({matrixSizes[0], builder.getIndexAttr(1),
                             matrixSizes[isTransposed ? 1 : 2]},
                            accumulator);
  Value product = BatchMatmulOp::create(builder, op.getMultiplierAttr(), rows,
                                        matrix, op.getLhsZeroPoint(), none,
                                        empty, op.getGradient(), op.getOrder(),
                                        /*lhsTransposed=*/false, isTransposed)
                      .getResult();
  product = tensor::CollapseShapeOp::create(
      builder, product, SmallVector<ReassociationIndices>{{0, 1}, {2}});
  SmallVector<OpFoldResult> tapSizes = sizesWithout(filter, space.rhs, "c");
  Type tapType =
      RankedTensorType::get(decomposeMixedValues(tapSizes).first, accumulator);
  Value taps = tensor::ExpandShapeOp::create(builder, loc(), tapType, product,
                                             tapGroups, tapSizes);
  Value plain = clonePlain(op).getResult();
  Value skipped = sumOverSkipped(taps, tapLoops, placeLoops,
                                 sizesWithout(op.getInit(), space.result, "n"));
  op.getResult().replaceAllUsesWith(
      subtract(plain, skipped, space.result, "n"));
  op.erase();
}

void Expansion::run(Conv2DGradFilterOp op) {
  setFilter(op.getSelf());
  // How much cotangent each tap meets on padding, of all images together.
  Value cotangent = op.getCotangent();
  Type f32 = builder.getF32Type();
  unsigned rank = space.result.getNumResults();
  SmallVector<IteratorType> iterators(rank, IteratorType::parallel);
  SmallVector<AffineExpr> kept;
  for (auto [dimension, index] : llvm::enumerate(space.result.getResults())) {
    if (space.loops[positionOf(index)] == "n")
      iterators[dimension] = IteratorType::reduction;
    else
      kept.push_back(builder.getAffineDimExpr(dimension));
  }
  Value zeros = createZeros(sizesWithout(cotangent, space.result, "n"), f32);
  Value places = linalg::GenericOp::create(
                     builder, zeros.getType(), cotangent, zeros,
                     ArrayRef<AffineMap>{
                         builder.getMultiDimIdentityMap(rank),
                         AffineMap::get(rank, 0, kept, builder.getContext())},
                     iterators,
                     [](OpBuilder &nested, Location loc, ValueRange in) {
                       linalg::YieldOp::create(
                           nested, loc, createAdd(nested, loc, in[0], in[1]));
                     })
                     .getResult(0);
  Value taps = sumOverSkipped(places, placeLoops, tapLoops,
                              sizesWithout(filter, space.rhs, "c"));

  Value columns = tensor::CollapseShapeOp::create(builder, taps, tapGroups);
  SmallVector<OpFoldResult> sizes = {matrixSizes[0], builder.getIndexAttr(1),
                                     matrixSizes[isTransposed ? 1 : 2]};
  columns = tensor::ExpandShapeOp::create(
      builder, loc(),
      RankedTensorType::get(decomposeMixedValues(sizes).first, f32), columns,
      SmallVector<ReassociationIndices>{{0, 1}, {2}}, sizes);
  Value rows = createZeroPointRows(op.getOtherZeroPoint());
  Value skipped = BatchMatmulGradRhsOp::create(
                      builder, op.getMultiplierAttr(), columns, rows, matrix,
                      op.getOtherZeroPoint(), createEmpty(matrixSizes, f32),
                      op.getGradientAttr(), op.getOrder(),
                      /*lhsTransposed=*/false, isTransposed)
                      .getResult();
  skipped = tensor::ExpandShapeOp::create(
      builder, loc(), cast<RankedTensorType>(op.getInit().getType()), skipped,
      filterGroups, tensor::getMixedSizes(builder, loc(), filter));
  Value plain = clonePlain(op).getResult();
  op.getResult().replaceAllUsesWith(
      subtract(plain, skipped, space.rhs, /*missing=*/""));
  op.erase();
}

void Expansion::run(Conv2DGradInputOp op) {
  Value plain = clonePlain(op).getResult();
  unsigned rank = space.lhs.getNumResults();
  AffineMap identity = builder.getMultiDimIdentityMap(rank);
  Value empty = createEmpty(imageSizes, builder.getF32Type());
  Value result =
      linalg::GenericOp::create(
          builder, plain.getType(), plain, empty,
          ArrayRef<AffineMap>{identity, identity},
          SmallVector<IteratorType>(rank, IteratorType::parallel),
          [&](OpBuilder &nested, Location loc, ValueRange in) {
            SmallVector<Value> indices;
            for (unsigned dimension : space.windowDimensions())
              indices.push_back(
                  linalg::IndexOp::create(nested, loc, dimension));
            Value isPadding = createIsPadding(nested, loc, space, imageSizes,
                                              indices[0], indices[1]);
            Value zero = arith::ConstantOp::create(
                nested, loc, nested.getF32FloatAttr(0.0f));
            Value gradient =
                arith::SelectOp::create(nested, loc, isPadding, zero, in[0]);
            linalg::YieldOp::create(nested, loc, gradient);
          })
          .getResult(0);
  op.getResult().replaceAllUsesWith(result);
  op.erase();
}

namespace {

struct ExpandSkippedPadding
    : lutra::impl::ExpandSkippedPaddingBase<ExpandSkippedPadding> {
  void runOnOperation() override {
    SmallVector<ContractionInterface> found;
    getOperation()->walk([&](ContractionInterface op) {
      if (!op.getSpace().skippedPadding.empty())
        found.push_back(op);
    });
    for (ContractionInterface op : found) {
      if (!cast<DestinationStyleOpInterface>(op.getOperation())
               .hasPureTensorSemantics()) {
        op->emitOpError("is on memrefs; approx-expand-skipped-padding works on "
                        "tensors, before bufferization");
        return signalPassFailure();
      }
      llvm::TypeSwitch<Operation *>(op)
          .Case<Conv2DOp>(
              [](auto conv) { Expansion(conv, conv.getLhs()).run(conv); })
          .Case<Conv2DGradInputOp>(
              [](auto conv) { Expansion(conv, conv.getInit()).run(conv); })
          .Case<Conv2DGradFilterOp>(
              [](auto conv) { Expansion(conv, conv.getOther()).run(conv); });
    }
  }
};

} // namespace
