//===- DescribeContraction.cpp - linalg contractions in approx terms -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads a linalg contraction as the attributes of the approx op that replaces
// it, or says why there is none.
//
//===----------------------------------------------------------------------===//
#include "LinalgToApprox.h"
#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "lutra/Dialect/Approx/IR/ContractionSpace.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;

namespace lutra {

static constexpr std::pair<Policy, StringLiteral> policyNames[] = {
    {Policy::Approximate, "approximate"},
    {Policy::Int8, "int8"},
    {Policy::Float, "float"}};

StringRef stringifyPolicy(Policy policy) {
  return policyNames[static_cast<unsigned>(policy)].second;
}

std::optional<Policy> symbolizePolicy(StringRef text) {
  for (auto [policy, name] : policyNames)
    if (text == name)
      return policy;
  return std::nullopt;
}

/// Whether `map` gives (rows, columns) or, transposed, (columns, rows), after
/// the leading batch dimensions of a batch_matmul.
static std::optional<bool> isTransposed(AffineMap map, unsigned batchDims,
                                        unsigned rows, unsigned columns) {
  SmallVector<unsigned> plain = llvm::to_vector(llvm::seq(batchDims));
  SmallVector<unsigned> swapped = plain;
  plain.append({rows, columns});
  swapped.append({columns, rows});
  MLIRContext *context = map.getContext();
  unsigned dims = map.getNumDims();
  if (map == AffineMap::getMultiDimMapWithTargets(dims, plain, context))
    return false;
  if (map == AffineMap::getMultiDimMapWithTargets(dims, swapped, context))
    return true;
  return std::nullopt;
}

static FailureOr<Contraction>
describeMatmul(linalg::LinalgOp op, unsigned batchDims, std::string &reason) {
  Contraction result;
  result.kind =
      batchDims ? ContractionKind::BatchMatmul : ContractionKind::Matmul;
  unsigned m = batchDims, n = m + 1, k = m + 2;
  SmallVector<AffineMap> maps = op.getIndexingMapsArray();
  std::optional<bool> lhs = isTransposed(maps[0], batchDims, m, k);
  std::optional<bool> rhs = isTransposed(maps[1], batchDims, k, n);
  if (!lhs || !rhs || isTransposed(maps[2], batchDims, m, n) != false) {
    reason = "its indexing maps are not those of a plain or transposed operand";
    return failure();
  }
  result.transposed[0] = *lhs;
  result.transposed[1] = *rhs;
  result.channelAxis[0] = batchDims + (*lhs ? 1 : 0);
  result.channelAxis[1] = batchDims + (*rhs ? 0 : 1);
  result.resultAxis[0] = m;
  result.resultAxis[1] = n;
  auto type = cast<RankedTensorType>(op.getDpsInputs()[0].getType());
  result.depth = type.getDimSize(batchDims + (*lhs ? 0 : 1));
  return result;
}

static SmallVector<int64_t> toVector(DenseIntElementsAttr attr) {
  return llvm::to_vector(attr.getValues<int64_t>());
}

template <typename ConvOp>
static Contraction describeConv(ConvOp op, approx::ConvLayout layout) {
  Contraction result;
  result.kind = ContractionKind::Conv2D;
  result.layout = layout;
  result.strides = toVector(op.getStrides());
  result.dilations = toVector(op.getDilations());
  // Per channel means the filter; an input has no such dimension (batch is 0).
  result.channelAxis[0] = result.resultAxis[0] = 0;
  auto space = approx::ContractionSpace::conv2D(
      op.getContext(), layout, result.strides, result.dilations);
  auto axisOf = [&](AffineMap map) {
    return *approx::ContractionSpace::dimensionOf(map, space.rhsChannels[0]);
  };
  result.channelAxis[1] = axisOf(space.rhs);
  result.resultAxis[1] = axisOf(space.result);
  auto filter = cast<RankedTensorType>(op.getInputs()[1].getType());
  if (filter.hasStaticShape()) {
    result.depth = 1;
    for (unsigned loop : space.contracted())
      result.depth *= filter.getDimSize(
          *approx::ContractionSpace::dimensionOf(space.rhs, loop));
  }
  return result;
}

FailureOr<Contraction> describeContraction(linalg::LinalgOp op,
                                           std::string &reason) {
  if (!op.hasPureTensorSemantics()) {
    reason = "expects tensors, got buffers";
    return failure();
  }
  if (!isa<func::FuncOp>(op->getParentOp())) {
    reason = "it is inside '" +
             op->getParentOp()->getName().getStringRef().str() +
             "', where its range cannot be a function result";
    return failure();
  }
  for (Value operand : op->getOperands()) {
    Type element = getElementTypeOrSelf(operand.getType());
    if (!element.isF32()) {
      llvm::raw_string_ostream(reason)
          << "expects operands of type f32, got " << element;
      return failure();
    }
  }
  if (auto matmul = dyn_cast<linalg::MatmulOp>(op.getOperation()))
    return describeMatmul(op, 0, reason);
  if (auto matmul = dyn_cast<linalg::BatchMatmulOp>(op.getOperation()))
    return describeMatmul(op, 1, reason);
  if (auto conv = dyn_cast<linalg::Conv2DNchwFchwOp>(op.getOperation()))
    return describeConv(conv, approx::ConvLayout::NchwFchw);
  if (auto conv = dyn_cast<linalg::Conv2DNhwcHwcfOp>(op.getOperation()))
    return describeConv(conv, approx::ConvLayout::NhwcHwcf);
  if (auto conv = dyn_cast<linalg::Conv2DNgchwGfchwOp>(op.getOperation()))
    return describeConv(conv, approx::ConvLayout::NgchwGfchw);
  if (auto conv = dyn_cast<linalg::Conv2DNhwgcGfhwcOp>(op.getOperation()))
    return describeConv(conv, approx::ConvLayout::NhwgcGfhwc);
  reason = "there is no approximate form of this op; supported are "
           "linalg.matmul, linalg.batch_matmul, linalg.conv_2d_nchw_fchw, "
           "linalg.conv_2d_nhwc_hwcf, linalg.conv_2d_ngchw_gfchw and "
           "linalg.conv_2d_nhwgc_gfhwc, into which approx-prepare turns other "
           "contractions";
  return failure();
}

static bool isZeroFloat(Value value) {
  if (auto fill = value.getDefiningOp<linalg::FillOp>())
    value = fill.getInputs()[0];
  return matchPattern(value, m_AnyZeroFloat());
}

/// The padding of a group of dimensions that are one in another shape: that of
/// the only one with more than one entry, none where no dimension has any.
static DimensionPadding mergePadding(ArrayRef<int64_t> shape,
                                     ArrayRef<DimensionPadding> padding,
                                     ArrayRef<int64_t> group) {
  DimensionPadding merged = std::pair<int64_t, int64_t>(0, 0);
  for (int64_t dimension : group) {
    if (padding[dimension] == merged)
      continue;
    bool isAlone = llvm::all_of(group, [&](int64_t other) {
      return other == dimension || shape[other] == 1;
    });
    return isAlone ? padding[dimension] : std::nullopt;
  }
  return merged;
}

namespace {
/// Of values that were looked at: elementwise ops may share their operands.
using PaddingMemo = DenseMap<Value, SmallVector<DimensionPadding>>;
} // namespace

static SmallVector<DimensionPadding> getZeroPadding(Value value,
                                                    PaddingMemo &known);

static SmallVector<DimensionPadding> findZeroPadding(Value value,
                                                     PaddingMemo &known) {
  auto type = cast<RankedTensorType>(value.getType());
  DimensionPadding none = std::pair<int64_t, int64_t>(0, 0);
  SmallVector<DimensionPadding> result(type.getRank(), none);
  Operation *def = value.getDefiningOp();
  if (!def)
    return result;
  if (isa<tensor::CastOp, approx::StopGradientOp>(def))
    return getZeroPadding(def->getOperand(0), known);
  if (auto transpose = dyn_cast<linalg::TransposeOp>(def)) {
    SmallVector<DimensionPadding> source =
        getZeroPadding(transpose.getInput(), known);
    for (auto [to, from] : llvm::enumerate(transpose.getPermutation()))
      result[to] = source[from];
    return result;
  }
  if (auto collapse = dyn_cast<tensor::CollapseShapeOp>(def)) {
    SmallVector<DimensionPadding> source =
        getZeroPadding(collapse.getSrc(), known);
    for (auto [to, group] : llvm::enumerate(collapse.getReassociationIndices()))
      result[to] =
          mergePadding(collapse.getSrcType().getShape(), source, group);
    return result;
  }
  if (auto expand = dyn_cast<tensor::ExpandShapeOp>(def)) {
    SmallVector<DimensionPadding> source =
        getZeroPadding(expand.getSrc(), known);
    for (auto [from, group] : llvm::enumerate(expand.getReassociationIndices()))
      for (int64_t to : group) {
        bool isAlone = llvm::all_of(group, [&](int64_t other) {
          return other == to || type.getDimSize(other) == 1;
        });
        if (source[from] != none && type.getDimSize(to) != 1)
          result[to] = isAlone ? source[from] : std::nullopt;
      }
    return result;
  }
  // After an elementwise op, padding may be zeros no longer: unknown.
  if (auto op = dyn_cast<linalg::LinalgOp>(def);
      op && op.getNumParallelLoops() == op.getNumLoops()) {
    AffineMap to = op.getIndexingMapMatchingResult(cast<OpResult>(value));
    for (OpOperand *input : op.getDpsInputOperands()) {
      if (!isa<RankedTensorType>(input->get().getType()))
        continue;
      SmallVector<DimensionPadding> source =
          getZeroPadding(input->get(), known);
      AffineMap from = op.getMatchingIndexingMap(input);
      for (auto [dimension, padding] : llvm::enumerate(source))
        if (padding != none)
          for (unsigned i = 0, e = result.size(); i < e; ++i)
            if (to.getResult(i) == from.getResult(dimension))
              result[i] = std::nullopt;
    }
    return result;
  }
  auto add = [&](int64_t dimension, OpFoldResult before, OpFoldResult after,
                 DimensionPadding source) {
    std::optional<int64_t> low = getConstantIntValue(before),
                           high = getConstantIntValue(after);
    result[dimension] =
        low && high && source
            ? DimensionPadding({*low + source->first, *high + source->second})
            : std::nullopt;
  };
  if (auto pad = dyn_cast<tensor::PadOp>(def)) {
    Value padding = pad.getConstantPaddingValue();
    if (!padding || !isZeroFloat(padding))
      return result;
    SmallVector<DimensionPadding> source =
        getZeroPadding(pad.getSource(), known);
    for (auto [i, low, high] :
         llvm::enumerate(pad.getMixedLowPad(), pad.getMixedHighPad()))
      add(i, low, high, source[i]);
    return result;
  }
  // Into zeros: padding where the steps are 1, zeros in between elsewhere.
  auto insert = dyn_cast<tensor::InsertSliceOp>(def);
  if (!insert || !isZeroFloat(insert.getDest()))
    return result;
  if (insert.getSourceType().getRank() != type.getRank() ||
      !type.hasStaticShape())
    return SmallVector<DimensionPadding>(type.getRank(), std::nullopt);
  SmallVector<DimensionPadding> source =
      getZeroPadding(insert.getSource(), known);
  for (int64_t i = 0; i != type.getRank(); ++i) {
    std::optional<int64_t> offset =
        getConstantIntValue(insert.getMixedOffsets()[i]);
    std::optional<int64_t> size =
        getConstantIntValue(insert.getMixedSizes()[i]);
    bool isDense = isOneInteger(insert.getMixedStrides()[i]) || size == 1;
    if (!offset || !size || !isDense) {
      result[i] = std::nullopt;
      continue;
    }
    add(i, insert.getMixedOffsets()[i],
        IntegerAttr::get(IndexType::get(value.getContext()),
                         type.getDimSize(i) - *offset - *size),
        source[i]);
  }
  return result;
}

static SmallVector<DimensionPadding> getZeroPadding(Value value,
                                                    PaddingMemo &known) {
  if (auto found = known.find(value); found != known.end())
    return found->second;
  SmallVector<DimensionPadding> padding = findZeroPadding(value, known);
  known[value] = padding;
  return padding;
}

SmallVector<DimensionPadding> getZeroPadding(Value value) {
  PaddingMemo known;
  return getZeroPadding(value, known);
}

Value seeThroughViews(Value value, bool throughPadding) {
  while (Operation *def = value.getDefiningOp()) {
    if (isa<tensor::ExpandShapeOp, tensor::CollapseShapeOp, tensor::CastOp,
            approx::StopGradientOp>(def)) {
      value = def->getOperand(0);
    } else if (auto transpose = dyn_cast<linalg::TransposeOp>(def)) {
      value = transpose.getInput();
    } else if (auto pad = dyn_cast<tensor::PadOp>(def)) {
      Value padding = pad.getConstantPaddingValue();
      if (!throughPadding || !padding ||
          !matchPattern(padding, m_AnyZeroFloat()))
        break;
      value = pad.getSource();
    } else {
      break;
    }
  }
  return value;
}

} // namespace lutra
