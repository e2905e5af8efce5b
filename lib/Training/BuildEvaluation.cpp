//===- BuildEvaluation.cpp - Functions without gradients: evaluate, calibrate -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Builds @evaluate, whose ranges are frozen, and @calibrate, a forward pass in
// a chosen arithmetic that fills the ranges.
//
//===----------------------------------------------------------------------===//
#include "StepFunction.h"
#include "lutra/Dialect/Approx/IR/Multipliers.h"
#include "lutra/Dialect/Approx/Transforms/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace lutra::approx;

namespace lutra {

static void checkInputs(StepFunction &function, StatusBuilder &status) {
  for (BlockArgument input : function.args(Role::Input))
    status.check(input, "inputs (" + function.nameOf(input) + ")");
}

LogicalResult buildEvaluate(func::FuncOp source) {
  StepFunction evaluate(source->getParentOfType<ModuleOp>(), "evaluate",
                        source.getLoc());
  evaluate.copyLayers(source);
  evaluate.addArgs(source, {Role::Parameter, Role::Buffer, Role::Range,
                            Role::Seed, Role::Input, Role::Label});
  auto isWanted = [&](unsigned index) {
    std::optional<Role> role = getResultRole(source, index);
    return role == Role::Loss || role == Role::Logits;
  };
  FailureOr<SmallVector<Value>> results = evaluate.cloneBody(source, isWanted);
  if (failed(results))
    return failure();
  freezeRanges(evaluate.func());

  StatusBuilder status(evaluate);
  checkInputs(evaluate, status);
  for (BlockArgument range : evaluate.args(Role::Range))
    status.checkRanges(range, "ranges (" + evaluate.nameOf(range) + ")");
  for (auto [index, value] : llvm::enumerate(*results))
    if (getResultRole(source, index) == Role::Loss)
      status.check(value, "loss");
  Value code = status.finish();
  for (Role role : {Role::Loss, Role::Logits})
    for (auto [index, value] : llvm::enumerate(*results))
      if (getResultRole(source, index) == role)
        evaluate.addResult(value, role);
  evaluate.addResult(code, Role::Status);
  return success();
}

//===----------------------------------------------------------------------===//
// Calibration
//===----------------------------------------------------------------------===//

/// The float that `codes` quantises; null, after an error, when something but
/// the splitting of channels into groups is between the quantise op and the
/// contraction.
static Value sourceOf(Operation *contraction, Value codes) {
  if (auto quantize = codes.getDefiningOp<QuantizeOp>())
    return quantize.getInput();
  if (auto expand = codes.getDefiningOp<tensor::ExpandShapeOp>())
    if (auto quantize = expand.getSrc().getDefiningOp<QuantizeOp>()) {
      OpBuilder builder(expand);
      Value input = quantize.getInput();
      return tensor::ExpandShapeOp::create(
          builder, expand.getLoc(),
          expand.getResultType().clone(getElementTypeOrSelf(input)), input,
          expand.getReassociationIndices(), expand.getMixedOutputShape());
    }
  contraction->emitError(
      "cannot be calibrated in float arithmetic: its operand "
      "does not come from approx.quantize");
  return {};
}

static AffineMap operandMap(Builder &builder, unsigned batch, unsigned rows,
                            unsigned columns, bool transposed) {
  SmallVector<unsigned> dims = llvm::to_vector(llvm::seq(batch));
  if (transposed)
    std::swap(rows, columns);
  dims.append({rows, columns});
  return AffineMap::getMultiDimMapWithTargets(batch + 3, dims,
                                              builder.getContext());
}

template <typename LinalgOp, typename ApproxOp>
static Value buildFloatMatmul(ImplicitLocOpBuilder &b, ApproxOp op, Value lhs,
                              Value rhs, Value init, unsigned batch) {
  auto matmul = LinalgOp::create(b, ValueRange{lhs, rhs}, ValueRange{init});
  unsigned m = batch, n = batch + 1, k = batch + 2;
  AffineMap maps[] = {operandMap(b, batch, m, k, op.getLhsTransposed()),
                      operandMap(b, batch, k, n, op.getRhsTransposed()),
                      operandMap(b, batch, m, n, false)};
  if (op.getLhsTransposed() || op.getRhsTransposed())
    matmul.setIndexingMapsAttr(b.getAffineMapArrayAttr(maps));
  return matmul.getResult(0);
}

static Value buildFloatConv(ImplicitLocOpBuilder &b, Conv2DOp op, Value lhs,
                            Value rhs, Value init) {
  Attribute strides = b.getI64TensorAttr(op.getStrides());
  Attribute dilations = b.getI64TensorAttr(op.getDilations());
  auto build = [&](auto linalgOp) -> Value {
    return decltype(linalgOp)::create(b, TypeRange{init.getType()},
                                      ValueRange{lhs, rhs}, ValueRange{init},
                                      strides, dilations)
        .getResult(0);
  };
  switch (op.getLayout()) {
  case ConvLayout::NchwFchw:
    return build(linalg::Conv2DNchwFchwOp());
  case ConvLayout::NhwcHwcf:
    return build(linalg::Conv2DNhwcHwcfOp());
  case ConvLayout::NgchwGfchw:
    return build(linalg::Conv2DNgchwGfchwOp());
  case ConvLayout::NhwgcGfhwc:
    return build(linalg::Conv2DNhwgcGfhwcOp());
  }
  llvm_unreachable("every layout returns");
}

/// Replaces quantise, `op`, dequantise by the float contraction.
template <typename ApproxOp, typename BuildFn>
static LogicalResult replaceByFloat(ApproxOp op, BuildFn build) {
  Value lhs = sourceOf(op, op.getLhs()), rhs = sourceOf(op, op.getRhs());
  if (!lhs || !rhs)
    return failure();
  for (Operation *user : llvm::make_early_inc_range(op->getUsers())) {
    // The channels of groups are merged before they are scaled one by one.
    auto merge = dyn_cast<tensor::CollapseShapeOp>(user);
    if (merge && merge->hasOneUse())
      user = *merge->user_begin();
    auto dequantize = dyn_cast<DequantizeOp>(user);
    if (!dequantize)
      return op.emitError("cannot be calibrated in float arithmetic: ")
             << user->getName() << " reads its integer result";
    ImplicitLocOpBuilder b(dequantize.getLoc(), dequantize);
    Value init =
        buildFill(b, tensor::getMixedSizes(b, b.getLoc(), op.getInit()),
                  b.getF32FloatAttr(0.0f));
    Value result = build(b, lhs, rhs, init);
    if (merge)
      result = tensor::CollapseShapeOp::create(b, result,
                                               merge.getReassociationIndices());
    dequantize.getResult().replaceAllUsesWith(result);
    dequantize.erase();
    if (merge)
      merge.erase();
  }
  op.erase();
  return success();
}

static LogicalResult toFloat(Operation *op) {
  using B = ImplicitLocOpBuilder;
  if (auto matmul = dyn_cast<MatmulOp>(op))
    return replaceByFloat(matmul, [&](B &b, Value l, Value r, Value init) {
      return buildFloatMatmul<linalg::MatmulOp>(b, matmul, l, r, init, 0);
    });
  if (auto matmul = dyn_cast<BatchMatmulOp>(op))
    return replaceByFloat(matmul, [&](B &b, Value l, Value r, Value init) {
      return buildFloatMatmul<linalg::BatchMatmulOp>(b, matmul, l, r, init, 1);
    });
  return replaceByFloat(
      cast<Conv2DOp>(op), [&](B &b, Value l, Value r, Value init) {
        return buildFloatConv(b, cast<Conv2DOp>(op), l, r, init);
      });
}

/// Products of `op` become exact; the quantisation stays.
static void toInt8(Operation *op, ModuleOp module) {
  auto symbol = op->getAttrOfType<FlatSymbolRefAttr>("multiplier");
  auto multiplier =
      cast<MultiplierOp>(SymbolTable::lookupSymbolIn(module, symbol));
  MultiplierOp exact = getOrCreateExactLike(multiplier);
  op->setAttr("multiplier", FlatSymbolRefAttr::get(exact.getSymNameAttr()));
}

/// Changes the arithmetic of every approximate contraction of `func`.
static LogicalResult setArithmetic(func::FuncOp func, ModuleOp module,
                                   Arithmetic arithmetic) {
  if (arithmetic == Arithmetic::Approximate)
    return success();
  // Collected first: users of an op are erased with it.
  SmallVector<Operation *> contractions;
  func.walk([&](Operation *op) {
    if (isa<MatmulOp, BatchMatmulOp, Conv2DOp>(op))
      contractions.push_back(op);
  });
  for (Operation *op : contractions) {
    if (arithmetic == Arithmetic::Int8)
      toInt8(op, module);
    else if (failed(toFloat(op)))
      return failure();
  }
  return success();
}

LogicalResult buildCalibrate(func::FuncOp source, Arithmetic arithmetic,
                             bool updateBuffers) {
  auto module = source->getParentOfType<ModuleOp>();
  StepFunction calibrate(module, "calibrate", source.getLoc());
  calibrate.addArgs(source, {Role::Parameter, Role::Buffer, Role::Range,
                             Role::Seed, Role::Input});
  auto isWanted = [&](unsigned index) {
    std::optional<Role> role = getResultRole(source, index);
    return role == Role::Range || (role == Role::Buffer && updateBuffers);
  };
  FailureOr<SmallVector<Value>> results = calibrate.cloneBody(source, isWanted);
  if (failed(results))
    return failure();
  StatusBuilder status(calibrate);
  checkInputs(calibrate, status);
  for (auto [index, value] : llvm::enumerate(*results))
    if (value)
      status.check(value,
                   (getResultRole(source, index) == Role::Range ? "ranges ("
                                                                : "buffers (") +
                       getResultUpdates(source, index) + ")");
  Value code = status.finish();
  calibrate.addResult(code, Role::Status);
  for (auto [index, value] : llvm::enumerate(*results)) {
    if (!value)
      continue;
    BlockArgument arg = calibrate.arg(getResultUpdates(source, index));
    calibrate.addUpdate(buildCommit(calibrate.builder(), code, value, arg),
                        arg);
  }
  return setArithmetic(calibrate.func(), module, arithmetic);
}

} // namespace lutra
