//===- Gather.cpp - Cotangents of what a body looks up -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An embedding reads rows of its weight at indices that are data. Its gradient
// adds rows up at these indices: no indexing map says where, so that it is no
// linalg op but loops over tensors, which bufferization makes to write in
// place.
//
// Only the dims that the indices depend on become loops. The others, the
// columns of a row, are read at the loop's own index and stay whole: each point
// adds one slice with one elementwise op.
//
//===----------------------------------------------------------------------===//
#include "Gather.h"
#include "lutra/Autodiff/RuleBuilders.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Utils/Utils.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;
using namespace lutra::ad;

namespace {

class ScatterAdd {
public:
  ScatterAdd(linalg::LinalgOp op, tensor::ExtractOp gather, OpBuilder &builder,
             VJPContext &context)
      : op(op), gather(gather), builder(builder), context(context),
        loc(gather.getLoc()) {}

  Value build(Value cotangent);

private:
  llvm::SmallSetVector<Value, 8> collectNeeded(ValueRange roots);
  llvm::SmallBitVector getLoops(ValueRange roots);
  void findSliceDims();
  SmallVector<Value> buildIndices(OpBuilder &nested, ValueRange indices);
  Value addElement(OpBuilder &nested, Value sum, Value cotangent,
                   ValueRange indices, ArrayRef<Value> position);
  Value addSlice(OpBuilder &nested, Value sum, Value cotangent,
                 ValueRange indices, ArrayRef<Value> position);

  linalg::LinalgOp op;
  tensor::ExtractOp gather;
  OpBuilder &builder;
  VJPContext &context;
  Location loc;

  SmallVector<OpFoldResult> sizes; // of the loops of `op`
  /// For each index of `gather` the loop whose index it is, where that loop is
  /// taken whole.
  SmallVector<std::optional<unsigned>> sliceDims;
  SmallVector<unsigned> loops; // of `op`, that are loops here
};

/// The values of the body, and from above it, that `roots` are computed from.
llvm::SmallSetVector<Value, 8> ScatterAdd::collectNeeded(ValueRange roots) {
  llvm::SmallSetVector<Value, 8> needed;
  needed.insert_range(roots);
  for (size_t next = 0; next < needed.size(); ++next) {
    Operation *inner = needed[next].getDefiningOp();
    if (!inner || inner->getBlock() != op.getBlock())
      continue;
    needed.insert_range(inner->getOperands());
    SetVector<Value> captured;
    getUsedValuesDefinedAbove(inner->getRegions(), captured);
    needed.insert_range(captured);
  }
  return needed;
}

/// The loops of `op` that `roots` depend on.
llvm::SmallBitVector ScatterAdd::getLoops(ValueRange roots) {
  llvm::SmallBitVector result(op.getNumLoops());
  for (Value value : collectNeeded(roots)) {
    if (auto index = value.getDefiningOp<linalg::IndexOp>())
      result.set(index.getDim());
    auto element = dyn_cast<BlockArgument>(value);
    if (!element || element.getOwner() != op.getBlock())
      continue;
    AffineMap map =
        op.getMatchingIndexingMap(&op->getOpOperand(element.getArgNumber()));
    for (unsigned loop = 0; loop < op.getNumLoops(); ++loop)
      if (map.isFunctionOfDim(loop))
        result.set(loop);
  }
  return result;
}

void ScatterAdd::findSliceDims() {
  SmallVector<Value> indices(gather.getIndices());
  llvm::SmallBitVector kept(op.getNumLoops());
  for (size_t i = 0; i < indices.size(); ++i) {
    sliceDims.push_back(std::nullopt);
    auto index = indices[i].getDefiningOp<linalg::IndexOp>();
    SmallVector<Value> others(indices);
    others.erase(others.begin() + i);
    if (!index || getLoops(others).test(index.getDim()))
      continue;
    sliceDims.back() = index.getDim();
    kept.set(index.getDim());
  }
  for (unsigned loop = 0; loop < op.getNumLoops(); ++loop)
    if (!kept.test(loop))
      loops.push_back(loop);
}

/// The indices of `gather` at the point `indices`, computed as in the body;
/// null for those that are taken whole.
SmallVector<Value> ScatterAdd::buildIndices(OpBuilder &nested,
                                            ValueRange indices) {
  SmallVector<OpFoldResult> point(op.getNumLoops(), nested.getIndexAttr(0));
  for (auto [loop, index] : llvm::zip(loops, indices))
    point[loop] = index;
  SmallVector<Value> roots;
  for (auto [index, dim] : llvm::zip(gather.getIndices(), sliceDims))
    if (!dim)
      roots.push_back(index);
  llvm::SmallSetVector<Value, 8> needed = collectNeeded(roots);

  IRMapping mapping;
  for (Value value : needed) {
    auto element = dyn_cast<BlockArgument>(value);
    if (!element || element.getOwner() != op.getBlock()) {
      if (value.getParentBlock() != op.getBlock())
        mapping.map(value, context.primal(value));
      continue;
    }
    OpOperand &operand = op->getOpOperand(element.getArgNumber());
    Value source = context.primal(operand.get());
    SmallVector<Value> at;
    for (AffineExpr result : op.getMatchingIndexingMap(&operand).getResults())
      at.push_back(getValueOrCreateConstantIndexOp(
          nested, loc,
          affine::makeComposedFoldedAffineApply(
              nested, loc, AffineMap::get(op.getNumLoops(), 0, result),
              point)));
    bool isTensor = isa<RankedTensorType>(source.getType());
    mapping.map(value, isTensor ? Value(tensor::ExtractOp::create(nested, loc,
                                                                  source, at))
                                : source);
  }
  for (Operation &inner : op.getBlock()->without_terminator()) {
    if (llvm::none_of(inner.getResults(),
                      [&](Value result) { return needed.contains(result); }))
      continue;
    if (auto index = dyn_cast<linalg::IndexOp>(inner))
      mapping.map(index.getResult(), getValueOrCreateConstantIndexOp(
                                         nested, loc, point[index.getDim()]));
    else
      nested.clone(inner, mapping);
  }
  SmallVector<Value> position;
  for (auto [index, dim] : llvm::zip(gather.getIndices(), sliceDims))
    position.push_back(dim ? Value() : mapping.lookup(index));
  return position;
}

Value ScatterAdd::addElement(OpBuilder &nested, Value sum, Value cotangent,
                             ValueRange indices, ArrayRef<Value> position) {
  Type type = cast<RankedTensorType>(sum.getType()).getElementType();
  Value term = tensor::ExtractOp::create(nested, loc, cotangent, indices);
  term = buildFloatCast(nested, loc, type, term);
  Value old = tensor::ExtractOp::create(nested, loc, sum, position);
  Value updated = arith::AddFOp::create(nested, loc, old, term);
  return tensor::InsertOp::create(nested, loc, updated, sum, position);
}

/// The type of a slice without the dims of size 1 that are indexed.
static RankedTensorType sliceType(RankedTensorType type,
                                  ArrayRef<OpFoldResult> sizes) {
  SmallVector<int64_t> shape;
  for (OpFoldResult size : sizes)
    shape.push_back(getConstantIntValue(size).value_or(ShapedType::kDynamic));
  return RankedTensorType::get(shape, type.getElementType());
}

Value ScatterAdd::addSlice(OpBuilder &nested, Value sum, Value cotangent,
                           ValueRange indices, ArrayRef<Value> position) {
  OpFoldResult zero = nested.getIndexAttr(0), one = nested.getIndexAttr(1);
  auto sumType = cast<RankedTensorType>(sum.getType());
  auto termType = cast<RankedTensorType>(cotangent.getType());
  SmallVector<OpFoldResult> at, atSizes, kept; // in `sum`
  SmallVector<OpFoldResult> from(termType.getRank(), zero), fromSizes(sizes);
  SmallVector<unsigned> order; // loops of the slice in the order of `sum`
  for (auto [index, dim] : llvm::zip(position, sliceDims)) {
    at.push_back(dim ? zero : OpFoldResult(index));
    atSizes.push_back(dim ? sizes[*dim] : one);
    if (!dim)
      continue;
    kept.push_back(sizes[*dim]);
    order.push_back(*dim);
  }
  for (auto [loop, index] : llvm::zip(loops, indices)) {
    from[loop] = index;
    fromSizes[loop] = one;
  }
  SmallVector<unsigned> sorted(order);
  llvm::sort(sorted);
  SmallVector<OpFoldResult> termSizes;
  SmallVector<unsigned> permutation;
  for (unsigned loop : sorted) {
    termSizes.push_back(sizes[loop]);
    permutation.push_back(llvm::find(order, loop) - order.begin());
  }
  SmallVector<OpFoldResult> atStrides(at.size(), one),
      fromStrides(from.size(), one);
  Value old = tensor::ExtractSliceOp::create(
      nested, loc, sliceType(sumType, kept), sum, at, atSizes, atStrides);
  Value term = tensor::ExtractSliceOp::create(
      nested, loc, sliceType(termType, termSizes), cotangent, from, fromSizes,
      fromStrides);
  MLIRContext *mlir = nested.getContext();
  AffineMap maps[] = {AffineMap::getPermutationMap(permutation, mlir),
                      AffineMap::getMultiDimIdentityMap(order.size(), mlir)};
  SmallVector<utils::IteratorType> iterators(order.size(),
                                             utils::IteratorType::parallel);
  Value updated =
      linalg::GenericOp::create(
          nested, loc, old.getType(), term, old, maps, iterators,
          [&](OpBuilder &body, Location bodyLoc, ValueRange args) {
            Value cast = buildFloatCast(body, bodyLoc, sumType.getElementType(),
                                        args[0]);
            Value added = arith::AddFOp::create(body, bodyLoc, args[1], cast);
            linalg::YieldOp::create(body, bodyLoc, added);
          })
          .getResult(0);
  return tensor::InsertSliceOp::create(nested, loc, updated, sum, at, atSizes,
                                       atStrides);
}

Value ScatterAdd::build(Value cotangent) {
  sizes = tensor::getMixedSizes(builder, loc, cotangent);
  findSliceDims();
  auto type = cast<RankedTensorType>(gather.getTensor().getType());
  // Sums of many small terms are formed in at least f32.
  Type element = type.getElementType();
  Type sumType =
      element.getIntOrFloatBitWidth() < 32 ? builder.getF32Type() : element;
  Value sum = buildZero(builder, loc, type.clone(sumType),
                        context.primal(gather.getTensor()));

  Value zero = arith::ConstantIndexOp::create(builder, loc, 0);
  Value one = arith::ConstantIndexOp::create(builder, loc, 1);
  SmallVector<Value> begins(loops.size(), zero), steps(loops.size(), one), ends;
  for (unsigned loop : loops)
    ends.push_back(getValueOrCreateConstantIndexOp(builder, loc, sizes[loop]));
  bool isElement = llvm::none_of(sliceDims, [](auto dim) { return bool(dim); });
  scf::LoopNest nest = scf::buildLoopNest(
      builder, loc, begins, ends, steps, sum,
      [&](OpBuilder &nested, Location, ValueRange indices,
          ValueRange sums) -> scf::ValueVector {
        SmallVector<Value> position = buildIndices(nested, indices);
        Value updated =
            isElement
                ? addElement(nested, sums.front(), cotangent, indices, position)
                : addSlice(nested, sums.front(), cotangent, indices, position);
        return {updated};
      });
  return buildFloatCast(builder, loc, element, nest.results.front());
}

} // namespace

Value lutra::ad::buildScatterAdd(linalg::LinalgOp op, tensor::ExtractOp gather,
                                 Value cotangent, OpBuilder &builder,
                                 VJPContext &context) {
  return ScatterAdd(op, gather, builder, context).build(cotangent);
}
