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
#include "lutra/Dialect/Approx/IR/ContractionSpace.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
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

Value seeThroughViews(Value value, bool throughPadding) {
  while (Operation *def = value.getDefiningOp()) {
    if (isa<tensor::ExpandShapeOp, tensor::CollapseShapeOp, tensor::CastOp>(
            def)) {
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
