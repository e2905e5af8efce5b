//===- ContractionSpace.cpp - Loops of a contraction -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The iteration spaces of matmul, batch_matmul and conv_2d.
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/IR/ContractionSpace.h"
#include "lutra/Dialect/Approx/IR/ApproxOps.h"

using namespace mlir;
using namespace lutra::approx;

ContractionSpace ContractionSpace::matmul(MLIRContext *context, bool batched,
                                          bool lhsTransposed,
                                          bool rhsTransposed) {
  ContractionSpace space;
  if (batched)
    space.loops.push_back("batch");
  unsigned first = space.loops.size();
  space.loops.append({"m", "n", "k"});
  space.lhsChannels = {first};
  space.rhsChannels = {first + 1};

  auto getMap = [&](unsigned row, unsigned column, bool transposed) {
    SmallVector<unsigned> loops;
    if (batched)
      loops.push_back(0);
    if (transposed)
      std::swap(row, column);
    loops.append({first + row, first + column});
    return AffineMap::getMultiDimMapWithTargets(space.loops.size(), loops,
                                                context);
  };
  enum { M, N, K };
  space.lhs = getMap(M, K, lhsTransposed);
  space.rhs = getMap(K, N, rhsTransposed);
  space.result = getMap(M, N, false);
  return space;
}

bool lutra::approx::isGrouped(ConvLayout layout) {
  return layout == ConvLayout::NgchwGfchw || layout == ConvLayout::NhwgcGfhwc;
}

ContractionSpace ContractionSpace::conv2D(MLIRContext *context,
                                          ConvLayout layout,
                                          ArrayRef<int64_t> strides,
                                          ArrayRef<int64_t> dilations,
                                          ArrayRef<int64_t> skippedPadding) {
  ContractionSpace space;
  if (llvm::any_of(skippedPadding, [](int64_t size) { return size != 0; }))
    space.skippedPadding.assign(skippedPadding.begin(), skippedPadding.end());
  space.loops = {"n", "f", "oh", "ow", "c", "kh", "kw"};
  space.rhsChannels = {1};
  if (isGrouped(layout)) {
    space.loops.insert(space.loops.begin() + 1, "g");
    space.rhsChannels = {1, 2};
  }

  AffineExpr n, g, f, oh, ow, c, kh, kw;
  if (isGrouped(layout))
    bindDims(context, n, g, f, oh, ow, c, kh, kw);
  else
    bindDims(context, n, f, oh, ow, c, kh, kw);
  AffineExpr h = oh * strides[0] + kh * dilations[0];
  AffineExpr w = ow * strides[1] + kw * dilations[1];
  auto getMap = [&](ArrayRef<AffineExpr> indices) {
    return AffineMap::get(space.loops.size(), 0, indices, context);
  };
  switch (layout) {
  case ConvLayout::NchwFchw:
    space.lhs = getMap({n, c, h, w});
    space.rhs = getMap({f, c, kh, kw});
    space.result = getMap({n, f, oh, ow});
    break;
  case ConvLayout::NhwcHwcf:
    space.lhs = getMap({n, h, w, c});
    space.rhs = getMap({kh, kw, c, f});
    space.result = getMap({n, oh, ow, f});
    break;
  case ConvLayout::NgchwGfchw:
    space.lhs = getMap({n, g, c, h, w});
    space.rhs = getMap({g, f, c, kh, kw});
    space.result = getMap({n, g, f, oh, ow});
    break;
  case ConvLayout::NhwgcGfhwc:
    space.lhs = getMap({n, h, w, g, c});
    space.rhs = getMap({g, f, kh, kw, c});
    space.result = getMap({n, oh, ow, g, f});
    break;
  }
  return space;
}

AffineMap ContractionSpace::zeroPointMap(int64_t rank,
                                         ArrayRef<unsigned> channels) const {
  if (rank == 0)
    channels = {};
  return AffineMap::getMultiDimMapWithTargets(loops.size(), channels,
                                              result.getContext());
}

SmallVector<unsigned> ContractionSpace::contracted() const {
  SmallVector<unsigned> result_;
  for (unsigned loop = 0; loop != loops.size(); ++loop)
    if (!result.isFunctionOfDim(loop))
      result_.push_back(loop);
  return result_;
}

SmallVector<unsigned, 2> ContractionSpace::windowDimensions() const {
  SmallVector<unsigned, 2> dimensions;
  for (auto [dimension, index] : llvm::enumerate(lhs.getResults()))
    if (!isa<AffineDimExpr>(index))
      dimensions.push_back(dimension);
  return dimensions;
}

std::optional<unsigned> ContractionSpace::dimensionOf(AffineMap map,
                                                      unsigned loop) {
  for (auto [index, expression] : llvm::enumerate(map.getResults()))
    if (expression == getAffineDimExpr(loop, map.getContext()))
      return index;
  return std::nullopt;
}
