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
/// Logits [batch, classes] and labels [batch] with what their shapes give.
struct LossInputs {
  Value logits, labels;
  FloatType type;
  OpFoldResult batch, classes;
};

/// Adds a generic over (batch, class), reducing over class where `reduces`.
/// The body gets the elements of `inputs`, then the accumulator's.
Value buildOverClasses(ImplicitLocOpBuilder &b, ValueRange inputs, Value init,
                       bool reduces, GenericBody body) {
  AffineMap both = b.getMultiDimIdentityMap(2);
  AffineMap batchOnly = both.getSubMap(0);
  SmallVector<AffineMap> maps;
  for (Value input : inputs)
    maps.push_back(cast<RankedTensorType>(input.getType()).getRank() == 2
                       ? both
                       : batchOnly);
  maps.push_back(reduces ? batchOnly : both);
  SmallVector<utils::IteratorType> iterators = {
      utils::IteratorType::parallel,
      reduces ? utils::IteratorType::reduction : utils::IteratorType::parallel};
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

/// Mean over the batch of log(sum_c exp(x_c - max)) - (x_label - max).
Value buildSoftmaxCrossEntropy(ImplicitLocOpBuilder &b, const LossInputs &in) {
  double infinity = std::numeric_limits<double>::infinity();
  FloatAttr zero = b.getFloatAttr(in.type, 0.0);
  // Any convention for the derivative of the maximum gives the same gradient:
  // what flows through it sums to zero.
  Value max = buildOverClasses(
      b, in.logits, buildFill(b, in.batch, b.getFloatAttr(in.type, -infinity)),
      /*reduces=*/true,
      [](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
        return {arith::MaximumFOp::create(n, v[0], v[1])};
      });
  Value shifted = buildOverClasses(
      b, {in.logits, max},
      tensor::EmptyOp::create(b, ArrayRef<OpFoldResult>{in.batch, in.classes},
                              in.type),
      /*reduces=*/false,
      [](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
        return {arith::SubFOp::create(n, v[0], v[1])};
      });
  Value sum = buildOverClasses(
      b, shifted, buildFill(b, in.batch, zero), /*reduces=*/true,
      [](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
        Value exp = math::ExpOp::create(n, v[0]);
        return {arith::AddFOp::create(n, v[1], exp)};
      });
  Value zeroScalar = arith::ConstantOp::create(b, zero);
  Value picked = buildOverClasses(
      b, {shifted, in.labels}, buildFill(b, in.batch, zero), /*reduces=*/true,
      [&](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
        Value index = arith::IndexCastOp::create(n, v[1].getType(),
                                                 linalg::IndexOp::create(n, 1));
        Value isLabel =
            arith::CmpIOp::create(n, arith::CmpIPredicate::eq, index, v[1]);
        Value value = arith::SelectOp::create(n, isLabel, v[0], zeroScalar);
        return {arith::AddFOp::create(n, v[2], value)};
      });
  Type labelType = cast<ShapedType>(in.labels.getType()).getElementType();
  Value classes = arith::IndexCastOp::create(
      b, labelType, getValueOrCreateConstantIndexOp(b, b.getLoc(), in.classes));
  Value nan = constant(b, in.type, std::numeric_limits<double>::quiet_NaN());
  Value perSample = buildElementwise(
      b, {sum, picked, in.labels}, Type(in.type),
      [&](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
        Value log = math::LogOp::create(n, v[0]);
        Value loss = arith::SubFOp::create(n, log, v[1]);
        // Unsigned: negative labels are out of range, too.
        Value known =
            arith::CmpIOp::create(n, arith::CmpIPredicate::ult, v[2], classes);
        return {arith::SelectOp::create(n, known, loss, nan)};
      })[0];
  Value total = buildFullReduction(
      b, perSample, buildFill(b, {}, zero),
      [](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
        return {arith::AddFOp::create(n, v[1], v[0])};
      });
  Value batch = getValueOrCreateConstantIndexOp(b, b.getLoc(), in.batch);
  Value count = arith::UIToFPOp::create(
      b, in.type, arith::IndexCastOp::create(b, b.getI64Type(), batch));
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
    func::ReturnOp ret = getSingleReturn(func);
    if (!ret)
      return failure();
    Value logits = ret.getOperand(*index);
    auto type = dyn_cast<RankedTensorType>(logits.getType());
    if (!type || type.getRank() != 2 || !isa<FloatType>(type.getElementType()))
      return func.emitError("expects logits of shape batch x classes and "
                            "floating-point type, got ")
             << logits.getType();

    Type element =
        IntegerType::get(&getContext(), labelType == "i64" ? 64 : 32);
    for (unsigned i = 0, e = func.getNumArguments(); i < e; ++i)
      if (getArgRole(func, i) == Role::Label || getArgName(func, i) == "label")
        return func.emitError("argument ")
               << i << " of @" << func.getSymName()
               << " is a label already, but no result is the loss";
    BlockArgument labels =
        appendArg(func, RankedTensorType::get({type.getDimSize(0)}, element),
                  Role::Label, "label");
    ImplicitLocOpBuilder builder(logits.getLoc(), ret);
    SmallVector<OpFoldResult> sizes =
        tensor::getMixedSizes(builder, builder.getLoc(), logits);
    LossInputs inputs{logits, labels, cast<FloatType>(type.getElementType()),
                      sizes[0], sizes[1]};
    insertResult(func, 0, found->build(builder, inputs), Role::Loss);
    return success();
  }
};
} // namespace
