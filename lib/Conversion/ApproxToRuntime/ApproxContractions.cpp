//===- ApproxContractions.cpp - approx contractions -> calls --------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file lowers the contractions of the approx dialect on buffers. All of
// them, forward and backward, are one of two kernels' loops (matrix product,
// 2-D convolution); which operand plays which part follows from the op's
// iteration space.
//
//===----------------------------------------------------------------------===//
#include "Contraction.h"
#include "lutra/Dialect/Approx/IR/Gradients.h"
#include "lutra/Dialect/Approx/IR/Multipliers.h"
#include "lutra/Multiplier/Gradient.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

namespace {

SmallVector<int64_t> getOperandTypes(const Multiplier &multiplier) {
  return {multiplier.lhs().bits, multiplier.lhs().isSigned,
          multiplier.rhs().bits, multiplier.rhs().isSigned};
}

template <typename T>
DenseElementsAttr makeTable(Type elementType, ArrayRef<T> entries) {
  return DenseElementsAttr::get(
      RankedTensorType::get(entries.size(), elementType), entries);
}

FailureOr<Value> getMultiplierHandle(RuntimeModule &runtime, OpBuilder &builder,
                                     Operation *op, FlatSymbolRefAttr symbol) {
  auto multiplier = getMultiplier(op, symbol);
  if (failed(multiplier))
    return failure();
  return runtime.getTableHandle(
      builder, op->getLoc(), "multiplier_create", symbol.getValue(),
      getOperandTypes(**multiplier),
      makeTable(builder.getI32Type(), (*multiplier)->table()));
}

/// The handle of dAM/d(wrt).
FailureOr<Value> getGradientHandle(RuntimeModule &runtime, OpBuilder &builder,
                                   Operation *op, FlatSymbolRefAttr symbol,
                                   GradientAttr gradient, Wrt wrt) {
  auto multiplier = getMultiplier(op, symbol);
  if (failed(multiplier))
    return failure();
  FailureOr<GradientSpec> spec = getGradientSpec(op, gradient);
  if (failed(spec))
    return failure();
  auto table = gradientTable2D(**multiplier, *spec, wrt);
  if (!table)
    return op->emitOpError(llvm::toString(table.takeError()));
  std::string hint = symbol.getValue().str() + "_" + spec->str() +
                     (wrt == Wrt::Lhs ? "_lhs" : "_rhs");
  for (char &c : hint)
    if (!llvm::isAlnum(c))
      c = '_';
  return runtime.getTableHandle(
      builder, op->getLoc(), "gradient_create", hint,
      getOperandTypes(**multiplier),
      makeTable(builder.getF32Type(), ArrayRef<float>(*table)));
}

//===----------------------------------------------------------------------===//
// Forward
//===----------------------------------------------------------------------===//

template <typename OpTy>
LogicalResult lowerForward(RuntimeModule &runtime, OpTy op) {
  OpBuilder builder(op);
  Location loc = op.getLoc();
  ContractionSpace space = op.getSpace();
  Contraction contraction{{op.getLhs(), space.lhs},
                          {op.getRhs(), space.rhs},
                          {op.getInit(), space.result},
                          space.loops};
  auto handle =
      getMultiplierHandle(runtime, builder, op, op.getMultiplierAttr());
  if (failed(handle))
    return failure();
  CallArguments arguments(builder, loc);
  addContext(arguments, runtime, builder, loc);
  arguments.value(*handle)
      .integer(op.getOrder() == OperandOrder::RhsFirst)
      .integer(contraction.result.type().getElementTypeBitWidth());
  if (contraction.isConvolution()) {
    ConvolutionLoops loops = contraction.convolutionLoops(op);
    addSizes(arguments, loops, contraction.lhs);
    addX(arguments, loops, contraction.lhs);
    addZeroPoint(arguments, op.getLhsZeroPoint());
    addW(arguments, loops, contraction.rhs);
    addFilterZeroPoint(arguments, op.getRhsZeroPoint());
    addY(arguments, loops, contraction.result);
    runtime.call(builder, loc, "approx_conv_2d", arguments.get());
  } else {
    MatmulLoops loops = contraction.matmulLoops();
    addSizes(arguments, loops);
    addA(arguments, loops, contraction.lhs);
    addZeroPoint(arguments, op.getLhsZeroPoint());
    addB(arguments, loops, contraction.rhs);
    addZeroPoint(arguments, op.getRhsZeroPoint());
    addC(arguments, loops, contraction.result);
    runtime.call(builder, loc, "approx_matmul", arguments.get());
  }
  op.erase();
  return success();
}

//===----------------------------------------------------------------------===//
// Gradients
//===----------------------------------------------------------------------===//

template <typename OpTy>
LogicalResult lowerQuantizedGradient(RuntimeModule &runtime, OpTy op) {
  OpBuilder builder(op);
  Location loc = op.getLoc();
  ContractionSpace space = op.getSpace();
  Derivative derivative = op.getDerivative();
  bool isLhs = derivative == Derivative::Lhs;
  bool swapped = op.getOrder() == OperandOrder::RhsFirst;
  auto handle = getGradientHandle(runtime, builder, op, op.getMultiplierAttr(),
                                  op.getGradientAttr(),
                                  isLhs != swapped ? Wrt::Lhs : Wrt::Rhs);
  if (failed(handle))
    return failure();
  Value self = op.getSelf(), other = op.getOther();
  Contraction contraction{{isLhs ? self : other, space.lhs},
                          {isLhs ? other : self, space.rhs},
                          {op.getCotangent(), space.result},
                          space.loops};
  IndexedBuffer written{op.getInit(), space.self(derivative)};
  CallArguments arguments(builder, loc);
  addContext(arguments, runtime, builder, loc);
  arguments.value(*handle).integer(swapped);
  // The zero point is that of the other operand, and comes right after it.
  if (contraction.isConvolution()) {
    ConvolutionLoops loops = contraction.convolutionLoops(op);
    addSizes(arguments, loops, contraction.lhs);
    addY(arguments, loops, contraction.result);
    addX(arguments, loops, contraction.lhs);
    if (!isLhs)
      addZeroPoint(arguments, op.getOtherZeroPoint());
    addW(arguments, loops, contraction.rhs);
    if (isLhs)
      addFilterZeroPoint(arguments, op.getOtherZeroPoint());
    (isLhs ? addX : addW)(arguments, loops, written);
  } else {
    MatmulLoops loops = contraction.matmulLoops();
    addSizes(arguments, loops);
    addC(arguments, loops, contraction.result);
    addA(arguments, loops, contraction.lhs);
    if (!isLhs)
      addZeroPoint(arguments, op.getOtherZeroPoint());
    addB(arguments, loops, contraction.rhs);
    if (isLhs)
      addZeroPoint(arguments, op.getOtherZeroPoint());
    (isLhs ? addA : addB)(arguments, loops, written);
  }
  std::string name =
      contraction.isConvolution()
          ? (isLhs ? "approx_conv_2d_grad_input" : "approx_conv_2d_grad_filter")
          : (isLhs ? "approx_matmul_grad_lhs" : "approx_matmul_grad_rhs");
  runtime.call(builder, loc, name, arguments.get());
  op.erase();
  return success();
}

/// The exact gradient as loops, for element types the runtime has no kernels
/// for.
template <typename OpTy>
void lowerToLoops(OpTy op) {
  ImplicitLocOpBuilder builder(op.getLoc(), op);
  ContractionSpace space = op.getSpace();
  Type elementType = cast<MemRefType>(op.getInit().getType()).getElementType();
  Value zero =
      arith::ConstantOp::create(builder, builder.getZeroAttr(elementType));
  linalg::FillOp::create(builder, zero, op.getInit());
  AffineMap written = space.self(op.getDerivative());
  SmallVector<utils::IteratorType> iterators(space.loops.size(),
                                             utils::IteratorType::reduction);
  for (unsigned i = 0; i < iterators.size(); ++i)
    if (llvm::is_contained(written.getResults(), builder.getAffineDimExpr(i)))
      iterators[i] = utils::IteratorType::parallel;
  linalg::GenericOp::create(
      builder, ValueRange{op.getCotangent(), op.getOther()},
      ValueRange{op.getInit()},
      ArrayRef<AffineMap>{space.result, space.other(op.getDerivative()),
                          written},
      iterators, [](OpBuilder &b, Location loc, ValueRange args) {
        Value product = arith::MulFOp::create(b, loc, args[0], args[1]);
        Value sum = arith::AddFOp::create(b, loc, args[2], product);
        linalg::YieldOp::create(b, loc, sum);
      });
  op.erase();
}

template <typename OpTy>
LogicalResult lowerFloatGradient(RuntimeModule &runtime, OpTy op) {
  for (Value operand : op->getOperands())
    if (!cast<MemRefType>(operand.getType()).getElementType().isF32()) {
      lowerToLoops(op);
      return success();
    }
  OpBuilder builder(op);
  Location loc = op.getLoc();
  ContractionSpace space = op.getSpace();
  Derivative derivative = op.getDerivative();
  bool isLhs = derivative == Derivative::Lhs;
  IndexedBuffer cotangent{op.getCotangent(), space.result},
      other{op.getOther(), space.other(derivative)},
      written{op.getInit(), space.self(derivative)};
  Contraction contraction{isLhs ? written : other, isLhs ? other : written,
                          cotangent, space.loops};
  if (!contraction.isConvolution()) {
    // dA[m, k] = sum_n dC[m, n] * B[k, n]; dB[k, n] = sum_m A[k, m] * dC[m, n].
    MatmulLoops loops = contraction.matmulLoops();
    if (isLhs)
      callMatmulF32(runtime, builder, loc,
                    {loops.batch, loops.m, loops.k, loops.n}, cotangent, other,
                    written, /*accumulate=*/false);
    else
      callMatmulF32(runtime, builder, loc,
                    {loops.batch, loops.k, loops.n, loops.m}, other, cotangent,
                    written, /*accumulate=*/false);
    op.erase();
    return success();
  }
  ConvolutionLoops loops = contraction.convolutionLoops(op);
  CallArguments arguments(builder, loc);
  addContext(arguments, runtime, builder, loc);
  arguments.integer(/*accumulate=*/0);
  addSizes(arguments, loops, contraction.lhs);
  addY(arguments, loops, cotangent);
  (isLhs ? addW : addX)(arguments, loops, other);
  (isLhs ? addX : addW)(arguments, loops, written);
  runtime.call(builder, loc,
               isLhs ? "conv_2d_grad_input_f32" : "conv_2d_grad_filter_f32",
               arguments.get());
  op.erase();
  return success();
}

template <typename OpTy>
LogicalResult lowerGradient(RuntimeModule &runtime, OpTy op) {
  return op.isQuantized() ? lowerQuantizedGradient(runtime, op)
                          : lowerFloatGradient(runtime, op);
}

} // namespace

/// Every operand must be a buffer of static strides.
static LogicalResult checkOperands(Operation *op) {
  for (Value operand : op->getOperands()) {
    auto type = dyn_cast<MemRefType>(operand.getType());
    if (!type)
      return op->emitOpError() << "cannot be lowered to the runtime before "
                                  "bufferization: expects "
                                  "buffers, got an operand of type "
                               << operand.getType();
    if (!hasStaticStrides(type))
      return op->emitOpError()
             << "cannot be lowered to the runtime: expects buffers of static "
                "shape and strides, got "
             << type;
  }
  return success();
}

LogicalResult lutra::lowerApproxContraction(RuntimeModule &runtime,
                                            Operation *operation) {
  if (failed(checkOperands(operation)))
    return failure();
  if (auto contraction = dyn_cast<ContractionInterface>(operation))
    if (!contraction.getSpace().skippedPadding.empty())
      return operation->emitOpError(
          "leaves padding out, which no kernel does; "
          "approx-expand-skipped-padding must run before");
  return llvm::TypeSwitch<Operation *, LogicalResult>(operation)
      .Case<MatmulOp, BatchMatmulOp, Conv2DOp>(
          [&](auto op) { return lowerForward(runtime, op); })
      .Case<MatmulGradLhsOp, MatmulGradRhsOp, BatchMatmulGradLhsOp,
            BatchMatmulGradRhsOp, Conv2DGradInputOp, Conv2DGradFilterOp>(
          [&](auto op) { return lowerGradient(runtime, op); })
      .Case<IntMatmulOp, IntBatchMatmulOp, IntConv2DOp, ExpandOp>(
          [&](Operation *op) { return lowerFactorized(runtime, op); })
      .Default([](Operation *op) {
        return op->emitOpError(
            "has no kernel in the runtime; it must be lowered "
            "by convert-approx-to-linalg before");
      });
}
