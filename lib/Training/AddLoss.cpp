//===- AddLoss.cpp - Add a loss to a function that returns logits -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Implements approx-add-loss: label argument, loss in plain linalg.generic ops
// that the general derivative rules cover, loss as first result.
//
//===----------------------------------------------------------------------===//
#include "GenericBuilder.h"
#include "lutra/Dialect/Approx/IR/Roles.h"
#include "lutra/Training/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Utils/Utils.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include <limits>

namespace lutra {
#define GEN_PASS_DEF_APPROXADDLOSS
#include "lutra/Training/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

namespace {
/// Logits with a dim of classes, a label for every other position, and what
/// their shapes give.
struct LossInputs {
  Value logits, labels;
  FloatType type;
  unsigned classDim;
  /// Of the logits, and without the dim of classes.
  SmallVector<OpFoldResult> sizes, labelSizes;
  /// Labels of this value count for nothing.
  std::optional<int64_t> ignored;
};

/// Adds a generic over the positions of the logits, reducing over the classes
/// where `reduces`. The body gets the elements of `inputs`, then the
/// accumulator's.
Value buildOverClasses(ImplicitLocOpBuilder &b, const LossInputs &in,
                       ValueRange inputs, Value init, bool reduces,
                       GenericBody body) {
  unsigned rank = in.sizes.size();
  AffineMap all = b.getMultiDimIdentityMap(rank);
  AffineMap withoutClasses = all.dropResult(in.classDim);
  SmallVector<AffineMap> maps;
  for (Value input : inputs)
    maps.push_back(cast<RankedTensorType>(input.getType()).getRank() == rank
                       ? all
                       : withoutClasses);
  maps.push_back(reduces ? withoutClasses : all);
  SmallVector<utils::IteratorType> iterators(rank,
                                             utils::IteratorType::parallel);
  if (reduces)
    iterators[in.classDim] = utils::IteratorType::reduction;
  return linalg::GenericOp::create(
             b, TypeRange{init.getType()}, inputs, init, maps, iterators,
             [&](OpBuilder &nested, Location loc, ValueRange args) {
               ImplicitLocOpBuilder inner(loc, nested);
               linalg::YieldOp::create(inner, body(inner, args));
             })
      .getResult(0);
}

Value constant(ImplicitLocOpBuilder &b, FloatType type, double value) {
  return arith::ConstantOp::create(b, b.getFloatAttr(type, value));
}

/// Whether a label, an element, is the ignored value.
Value buildIsIgnored(ImplicitLocOpBuilder &b, const LossInputs &in,
                     Value label) {
  Value ignored = arith::ConstantOp::create(
      b, b.getIntegerAttr(label.getType(), *in.ignored));
  return arith::CmpIOp::create(b, arith::CmpIPredicate::eq, label, ignored);
}

/// The number of labels that count, as a float.
Value buildCount(ImplicitLocOpBuilder &b, const LossInputs &in) {
  Type i64 = b.getI64Type();
  if (!in.ignored) {
    Value count = arith::ConstantIndexOp::create(b, 1);
    for (OpFoldResult size : in.labelSizes)
      count = b.createOrFold<arith::MulIOp>(
          count, getValueOrCreateConstantIndexOp(b, b.getLoc(), size));
    return arith::UIToFPOp::create(b, in.type,
                                   arith::IndexCastOp::create(b, i64, count));
  }
  Value zero = arith::ConstantOp::create(b, b.getI64IntegerAttr(0));
  Value one = arith::ConstantOp::create(b, b.getI64IntegerAttr(1));
  Value count = buildFullReduction(
      b, in.labels, buildFill(b, {}, b.getI64IntegerAttr(0)),
      [&](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
        Value isIgnored = buildIsIgnored(n, in, v[0]);
        Value term = arith::SelectOp::create(n, isIgnored, zero, one);
        return {arith::AddIOp::create(n, v[1], term)};
      });
  return arith::UIToFPOp::create(
      b, in.type, tensor::ExtractOp::create(b, count, ValueRange()));
}

/// Mean over the labels of log(sum_c exp(x_c - max)) - (x_label - max).
Value buildSoftmaxCrossEntropy(ImplicitLocOpBuilder &b, const LossInputs &in) {
  double infinity = std::numeric_limits<double>::infinity();
  FloatAttr zero = b.getFloatAttr(in.type, 0.0);
  // Any convention for the derivative of the maximum gives the same gradient:
  // what flows through it sums to zero.
  Value max = buildOverClasses(
      b, in, in.logits,
      buildFill(b, in.labelSizes, b.getFloatAttr(in.type, -infinity)),
      /*reduces=*/true,
      [](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
        return {arith::MaximumFOp::create(n, v[0], v[1])};
      });
  Value shifted = buildOverClasses(
      b, in, {in.logits, max}, tensor::EmptyOp::create(b, in.sizes, in.type),
      /*reduces=*/false,
      [](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
        return {arith::SubFOp::create(n, v[0], v[1])};
      });
  Value sum = buildOverClasses(
      b, in, shifted, buildFill(b, in.labelSizes, zero), /*reduces=*/true,
      [](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
        Value exp = math::ExpOp::create(n, v[0]);
        return {arith::AddFOp::create(n, v[1], exp)};
      });
  Value zeroScalar = arith::ConstantOp::create(b, zero);
  Value picked = buildOverClasses(
      b, in, {shifted, in.labels}, buildFill(b, in.labelSizes, zero),
      /*reduces=*/true,
      [&](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
        Value index = arith::IndexCastOp::create(
            n, v[1].getType(), linalg::IndexOp::create(n, in.classDim));
        Value isLabel =
            arith::CmpIOp::create(n, arith::CmpIPredicate::eq, index, v[1]);
        Value value = arith::SelectOp::create(n, isLabel, v[0], zeroScalar);
        return {arith::AddFOp::create(n, v[2], value)};
      });
  Type labelType = cast<ShapedType>(in.labels.getType()).getElementType();
  Value classes = arith::IndexCastOp::create(
      b, labelType,
      getValueOrCreateConstantIndexOp(b, b.getLoc(), in.sizes[in.classDim]));
  Value nan = constant(b, in.type, std::numeric_limits<double>::quiet_NaN());
  Value perLabel = buildElementwise(
      b, {sum, picked, in.labels}, Type(in.type),
      [&](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
        Value log = math::LogOp::create(n, v[0]);
        Value loss = arith::SubFOp::create(n, log, v[1]);
        // Unsigned: negative labels are out of range, too.
        Value known =
            arith::CmpIOp::create(n, arith::CmpIPredicate::ult, v[2], classes);
        loss = arith::SelectOp::create(n, known, loss, nan);
        if (in.ignored)
          loss = arith::SelectOp::create(n, buildIsIgnored(n, in, v[2]),
                                         zeroScalar, loss);
        return {loss};
      })[0];
  Value total = buildFullReduction(
      b, perLabel, buildFill(b, {}, zero),
      [](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
        return {arith::AddFOp::create(n, v[1], v[0])};
      });
  Value count = buildCount(b, in);
  return buildElementwise(
      b, total, Type(in.type),
      [&](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
        return {arith::DivFOp::create(n, v[0], count)};
      })[0];
}

struct Loss {
  StringLiteral name;
  Value (*build)(ImplicitLocOpBuilder &, const LossInputs &);
};
constexpr Loss losses[] = {
    {"softmax-cross-entropy", buildSoftmaxCrossEntropy},
    {"cross-entropy", buildSoftmaxCrossEntropy},
};

struct ApproxAddLoss : public lutra::impl::ApproxAddLossBase<ApproxAddLoss> {
  using ApproxAddLossBase::ApproxAddLossBase;

  void runOnOperation() override {
    func::FuncOp func = findFunction(getOperation(), function);
    if (!func || failed(addLoss(func)))
      signalPassFailure();
  }

  LogicalResult addLoss(func::FuncOp func) {
    const Loss *found = llvm::find_if(
        losses, [&](const Loss &entry) { return entry.name == loss; });
    if (found == std::end(losses)) {
      InFlightDiagnostic error = func.emitError("unknown loss '")
                                 << loss << "', expected one of ";
      llvm::interleaveComma(losses, error,
                            [&](const Loss &entry) { error << entry.name; });
      return error;
    }
    if (labelType != "i64" && labelType != "i32")
      return func.emitError("unknown label-type '")
             << labelType << "', expected i64 or i32";
    if (findResult(func, Role::Loss))
      return success();
    std::optional<unsigned> index = findResult(func, Role::Logits);
    if (!index)
      return func.emitError("@") << func.getSymName()
                                 << " has no result with approx.role \"loss\" "
                                    "or \"logits\" to train on";
    for (unsigned i = *index + 1, e = func.getNumResults(); i < e; ++i)
      if (getResultRole(func, i) == Role::Logits)
        return func.emitError("results ")
               << *index << " and " << i << " of @" << func.getSymName()
               << " are both logits, expected one to train on";
    func::ReturnOp ret = getSingleReturn(func);
    if (!ret)
      return failure();
    Value logits = ret.getOperand(*index);
    auto type = dyn_cast<RankedTensorType>(logits.getType());
    if (!type || type.getRank() < 2 || !isa<FloatType>(type.getElementType()))
      return func.emitError(
                 "expects logits of at least two dims (the batch and "
                 "the classes) and floating-point type, got ")
             << logits.getType();
    int64_t dim = classDim < 0 ? classDim + type.getRank() : classDim;
    if (dim < 1 || dim >= type.getRank())
      return func.emitError("expects class-dim to be one of the logits' dims "
                            "after the first, got ")
             << int64_t(classDim) << " of " << type;
    std::optional<int64_t> ignored;
    if (int64_t value; !ignoreIndex.empty()) {
      if (StringRef(ignoreIndex).getAsInteger(10, value))
        return func.emitError("expects ignore-index to be an integer, got '")
               << ignoreIndex << "'";
      ignored = value;
    }

    Type element =
        IntegerType::get(&getContext(), labelType == "i64" ? 64 : 32);
    for (unsigned i = 0, e = func.getNumArguments(); i < e; ++i)
      if (getArgRole(func, i) == Role::Label || getArgName(func, i) == "label")
        return func.emitError("argument ")
               << i << " of @" << func.getSymName()
               << " is a label already, but no result is the loss";
    SmallVector<int64_t> labelShape(type.getShape());
    labelShape.erase(labelShape.begin() + dim);
    BlockArgument labels = appendArg(
        func, RankedTensorType::get(labelShape, element), Role::Label, "label");
    if (!type.isDynamicDim(dim)) {
      SmallVector<int64_t> bounds = {0, type.getDimSize(dim) - 1};
      if (ignored)
        bounds.push_back(*ignored);
      func.setArgAttr(labels.getArgNumber(), attrs::bounds,
                      DenseI64ArrayAttr::get(&getContext(), bounds));
    }
    ImplicitLocOpBuilder builder(logits.getLoc(), ret);
    SmallVector<OpFoldResult> sizes =
        tensor::getMixedSizes(builder, builder.getLoc(), logits);
    SmallVector<OpFoldResult> labelSizes(sizes);
    labelSizes.erase(labelSizes.begin() + dim);
    LossInputs inputs{
        logits,        labels, cast<FloatType>(type.getElementType()),
        unsigned(dim), sizes,  labelSizes,
        ignored};
    insertResult(func, 0, found->build(builder, inputs), Role::Loss);
    return success();
  }
};
} // namespace
