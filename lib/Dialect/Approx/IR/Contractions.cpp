//===- Contractions.cpp - Contractions and their gradients -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Verifiers and effects of the contraction ops. All of them are checked against
// their iteration space: an operand's rank and sizes must be what its indexing
// map makes of the loops.
//
//===----------------------------------------------------------------------===//
#include "Verification.h"
#include "lutra/Dialect/Approx/IR/Gradients.h"
#include "lutra/Dialect/Approx/IR/Multipliers.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Interfaces/FunctionInterfaces.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/MathExtras.h"
#include <limits>

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

namespace {
/// One of the tensors that an iteration space indexes.
struct IndexedOperand {
  StringRef name;
  Value value;
  AffineMap map;

  ShapedType type() const { return cast<ShapedType>(value.getType()); }
};
} // namespace

//===----------------------------------------------------------------------===//
// Shapes
//===----------------------------------------------------------------------===//

/// Value semantics or buffers, not a mixture.
static LogicalResult verifyContainers(Operation *op) {
  Type first = op->getOperand(0).getType();
  for (Value operand : op->getOperands())
    if (isa<TensorType>(operand.getType()) != isa<TensorType>(first))
      return op->emitOpError() << "expects only tensors or only memrefs, got "
                               << first << " and " << operand.getType();
  return success();
}

/// Checks that operands agree on the size of each loop; fills in the sizes,
/// ShapedType::kDynamic where no operand knows.
static LogicalResult verifyLoopSizes(Operation *op,
                                     const ContractionSpace &space,
                                     ArrayRef<IndexedOperand> operands,
                                     SmallVector<int64_t> &sizes) {
  sizes.assign(space.loops.size(), ShapedType::kDynamic);
  // Who said so: operand and dimension.
  SmallVector<std::pair<const IndexedOperand *, unsigned>> sources(
      sizes.size(), {nullptr, 0});
  for (const IndexedOperand &operand : operands) {
    if (operand.type().getRank() != operand.map.getNumResults())
      return op->emitOpError()
             << "expects " << operand.name << " of rank "
             << operand.map.getNumResults() << ", got " << operand.type();
    for (auto [dimension, index] : llvm::enumerate(operand.map.getResults())) {
      auto loop = dyn_cast<AffineDimExpr>(index);
      int64_t size = operand.type().getDimSize(dimension);
      if (!loop || ShapedType::isDynamic(size))
        continue;
      auto &source = sources[loop.getPosition()];
      int64_t &known = sizes[loop.getPosition()];
      if (source.first && known != size)
        return op->emitOpError()
               << "expects dimension " << source.second << " of "
               << source.first->name << " and dimension " << dimension << " of "
               << operand.name << " to be equal ("
               << space.loops[loop.getPosition()] << "), got " << known
               << " and " << size;
      known = size;
      source = {&operand, unsigned(dimension)};
    }
  }
  return success();
}

/// A dimension indexed by a window must reach as far as the window does.
static LogicalResult verifyWindows(Operation *op,
                                   ArrayRef<IndexedOperand> operands,
                                   ArrayRef<int64_t> sizes) {
  MLIRContext *context = op->getContext();
  SmallVector<AffineExpr> last;
  // A dynamic size is a large negative number; what it gives is not used below.
  for (int64_t size : sizes)
    last.push_back(
        getAffineConstantExpr(std::max<int64_t>(size, 1) - 1, context));
  for (const IndexedOperand &operand : operands)
    for (auto [dimension, index] : llvm::enumerate(operand.map.getResults())) {
      int64_t size = operand.type().getDimSize(dimension);
      if (isa<AffineDimExpr>(index) || ShapedType::isDynamic(size))
        continue;
      bool known = true;
      index.walk([&](AffineExpr expression) {
        // No window is read when there is none, so nothing has to fit.
        if (auto loop = dyn_cast<AffineDimExpr>(expression))
          known &= sizes[loop.getPosition()] > 0;
      });
      auto reach = dyn_cast<AffineConstantExpr>(index.replaceDims(last));
      if (known && reach && reach.getValue() >= size)
        return op->emitOpError()
               << "expects at least " << reach.getValue() + 1
               << " entries along dimension " << dimension << " of "
               << operand.name << ", which the windows read, got " << size;
    }
  return success();
}

/// Per tensor, or one entry per step of the channel loops (M8).
static LogicalResult verifyZeroPoint(Operation *op,
                                     const ContractionSpace &space,
                                     StringRef operand, Value zeroPoint,
                                     ArrayRef<unsigned> channels,
                                     ArrayRef<int64_t> sizes) {
  auto type = cast<ShapedType>(zeroPoint.getType());
  if (type.getRank() == 0)
    return success();
  if (channels.empty())
    return op->emitOpError() << "expects a zero point per tensor for "
                             << operand << ", got " << type;
  SmallVector<int64_t> expected;
  SmallVector<StringRef> names;
  for (unsigned loop : channels) {
    expected.push_back(sizes[loop]);
    names.push_back(space.loops[loop]);
  }
  if (failed(verifyCompatibleShape(type.getShape(), expected)))
    return op->emitOpError()
           << "expects a zero point of "
           << llvm::join(llvm::map_range(expected,
                                         [](int64_t size) {
                                           return ShapedType::isDynamic(size)
                                                      ? std::string("?")
                                                      : std::to_string(size);
                                         }),
                         "x")
           << " entries for " << operand << " (" << llvm::join(names, ", ")
           << "), got " << type;
  return success();
}

//===----------------------------------------------------------------------===//
// Verifiers
//===----------------------------------------------------------------------===//

/// The attributes from which an iteration space is made.
template <typename OpTy>
static LogicalResult verifyWindowAttributes(OpTy op) {
  for (auto [name, values] : {std::pair("strides", op.getStrides()),
                              std::pair("dilations", op.getDilations())})
    if (values.size() != 2 ||
        llvm::any_of(values, [](int64_t value) { return value < 1; }))
      return op.emitOpError()
             << "expects two positive " << name << ", got [" << values << ']';
  return success();
}

/// Padding whose terms are left out lies within `image`, on both sides of what
/// is not padding, and has a meaning for codes alone.
template <typename OpTy>
static LogicalResult verifySkippedPadding(OpTy op, Value image,
                                          bool isQuantized) {
  ArrayRef<int64_t> skipped = op.getSkippedPadding();
  if (skipped.size() != 4 ||
      llvm::any_of(skipped, [](int64_t size) { return size < 0; }))
    return op.emitOpError() << "expects skipped_padding of four sizes from 0 "
                               "(top, bottom, left, right), got ["
                            << skipped << ']';
  ContractionSpace space = op.getSpace();
  if (space.skippedPadding.empty())
    return success();
  if (!isQuantized)
    return op.emitOpError() << "expects no skipped_padding in its float form, "
                               "where padding adds nothing";
  auto type = cast<ShapedType>(image.getType());
  if (type.getRank() != space.lhs.getNumResults())
    return success(); // an error of its own
  for (auto [i, dimension] : llvm::enumerate(space.windowDimensions())) {
    int64_t size = type.getDimSize(dimension);
    int64_t before = skipped[2 * i], after = skipped[2 * i + 1];
    if (!ShapedType::isDynamic(size) &&
        (before >= size || after >= size - before))
      return op.emitOpError()
             << "expects skipped_padding to leave something of dimension "
             << dimension << " of the input, got " << before << " and " << after
             << " of " << size;
  }
  return success();
}

template <typename OpTy>
static LogicalResult verifyPaddedWindow(OpTy op, Value image,
                                        bool isQuantized) {
  return failed(verifyWindowAttributes(op))
             ? failure()
             : verifySkippedPadding(op, image, isQuantized);
}

/// lhs, rhs and result of a forward op.
template <typename OpTy>
static SmallVector<IndexedOperand> getForwardOperands(OpTy op) {
  ContractionSpace space = op.getSpace();
  return {{"lhs", op.getLhs(), space.lhs},
          {"rhs", op.getRhs(), space.rhs},
          {"outs", op.getInit(), space.result}};
}

template <typename OpTy>
static LogicalResult verifyForward(OpTy op) {
  if (failed(verifyContainers(op)))
    return failure();
  ContractionSpace space = op.getSpace();
  SmallVector<IndexedOperand> operands = getForwardOperands(op);
  SmallVector<int64_t> sizes;
  // M4
  if (failed(verifyLoopSizes(op, space, operands, sizes)) ||
      failed(verifyWindows(op, operands, sizes)) ||
      failed(verifyZeroPoint(op, space, "lhs", op.getLhsZeroPoint(),
                             space.lhsChannels, sizes)) ||
      failed(verifyZeroPoint(op, space, "rhs", op.getRhsZeroPoint(),
                             space.rhsChannels, sizes)))
    return failure();
  return success();
}

template <typename OpTy>
static LogicalResult verifyInteger(OpTy op) {
  if (failed(verifyContainers(op)))
    return failure();
  SmallVector<IndexedOperand> operands = getForwardOperands(op);
  SmallVector<int64_t> sizes;
  // M13
  if (failed(verifyLoopSizes(op, op.getSpace(), operands, sizes)))
    return failure();
  return verifyWindows(op, operands, sizes);
}

static Type getElementType(Value value) {
  return cast<ShapedType>(value.getType()).getElementType();
}

/// Element types and attributes of the two forms of a gradient op (M6).
template <typename OpTy>
static LogicalResult verifyGradientForm(OpTy op) {
  if (op.isQuantized()) {
    if (!op.getGradient())
      return op.emitOpError()
             << "expects an estimator ('gradient') in its quantised form";
    if (!getElementType(op.getOther()).isInteger(8))
      return op.emitOpError()
             << "expects codes (i8) in its quantised form, got "
             << op.getOther().getType();
    // M9
    for (Value value : {op.getCotangent(), op.getInit()})
      if (!getElementType(value).isF32())
        return op.emitOpError()
               << "expects f32 cotangents in its quantised form, got "
               << value.getType();
    return success();
  }
  if (op.getGradient())
    return op.emitOpError()
           << "expects no estimator in its float form (codes and a multiplier "
              "come after 'quantized')";
  if (op.getOrder() != OperandOrder::LhsFirst)
    return op.emitOpError() << "expects no operand order in its float form";
  Type element = getElementType(op.getCotangent());
  for (Value value : {op.getOther(), op.getInit()})
    if (getElementType(value) != element)
      return op.emitOpError()
             << "expects operands of one float type in its float form, got "
             << op.getCotangent().getType() << " and " << value.getType();
  return success();
}

/// Operands are named as the forward op names them.
template <typename OpTy>
static SmallVector<IndexedOperand> getGradientOperands(OpTy op) {
  ContractionSpace space = op.getSpace();
  Derivative derivative = op.getDerivative();
  SmallVector<IndexedOperand> operands = {
      {"the cotangent", op.getCotangent(), space.result},
      {"other", op.getOther(), space.other(derivative)},
      {"outs", op.getInit(), space.self(derivative)}};
  if (op.getSelf())
    operands.push_back({"self", op.getSelf(), space.self(derivative)});
  return operands;
}

template <typename OpTy>
static LogicalResult verifyGradient(OpTy op) {
  if (failed(verifyContainers(op)) || failed(verifyGradientForm(op)))
    return failure();
  ContractionSpace space = op.getSpace();
  SmallVector<IndexedOperand> operands = getGradientOperands(op);
  SmallVector<int64_t> sizes;
  if (failed(verifyLoopSizes(op, space, operands, sizes)) ||
      failed(verifyWindows(op, operands, sizes)))
    return failure();
  if (op.getSelf() && failed(verifyCompatibleShape(op.getSelf().getType(),
                                                   op.getInit().getType())))
    return op.emitOpError()
           << "expects self and outs of the same shape, got "
           << op.getSelf().getType() << " and " << op.getInit().getType();
  if (!op.getOtherZeroPoint())
    return success();
  return verifyZeroPoint(op, space, "other", op.getOtherZeroPoint(),
                         space.otherChannels(op.getDerivative()), sizes);
}

//===----------------------------------------------------------------------===//
// Symbol uses
//===----------------------------------------------------------------------===//

FailureOr<MultiplierOp>
approx::lookupMultiplier(Operation *op, FlatSymbolRefAttr symbol,
                         SymbolTableCollection &symbols) {
  // M2
  Operation *target = symbols.lookupNearestSymbolFrom(op, symbol);
  if (!target) {
    op->emitOpError() << "expects " << symbol
                      << " to be an approx.multiplier of the module, which has "
                         "no such symbol";
    return failure();
  }
  auto multiplier = dyn_cast<MultiplierOp>(target);
  if (!multiplier) {
    InFlightDiagnostic error = op->emitOpError();
    error << "expects " << symbol << " to be an approx.multiplier, got "
          << target->getName();
    error.attachNote(target->getLoc()) << "declared here";
    return failure();
  }
  return multiplier;
}

FailureOr<MultiplierOp>
approx::verifyMultiplierUse(Operation *op, FlatSymbolRefAttr symbol,
                            GradientAttr gradient,
                            SymbolTableCollection &symbols) {
  FailureOr<MultiplierOp> multiplier = lookupMultiplier(op, symbol, symbols);
  if (failed(multiplier))
    return failure();
  // M6
  if (llvm::Error error =
          verifyEstimator(gradient, getOperandType(multiplier->getLhsType()),
                          getOperandType(multiplier->getRhsType()))) {
    InFlightDiagnostic diagnostic = op->emitOpError();
    diagnostic << llvm::toString(std::move(error));
    diagnostic.attachNote(multiplier->getLoc()) << "the multiplier is this one";
    return failure();
  }
  return multiplier;
}

/// The tensor of which `value` shows the same elements in another shape or
/// order; null when `value` is not such a view.
static Value getViewSource(Value value) {
  Operation *op = value.getDefiningOp();
  if (!op)
    return {};
  return TypeSwitch<Operation *, Value>(op)
      .Case<tensor::ExpandShapeOp, tensor::CollapseShapeOp,
            memref::ExpandShapeOp, memref::CollapseShapeOp>(
          [](auto view) { return view.getSrc(); })
      .Case<tensor::ExtractSliceOp, tensor::CastOp, memref::CastOp,
            memref::SubViewOp>([](auto view) { return view.getSource(); })
      .Case<linalg::TransposeOp>([](auto view) { return view.getInput(); })
      .Case<memref::TransposeOp>([](auto view) { return view.getIn(); })
      .Default([](Operation *) { return Value(); });
}

LogicalResult approx::verifyCodes(Operation *op, StringRef name, Value codes,
                                  MultiplierOp multiplier, unsigned index) {
  while (Value source = getViewSource(codes))
    codes = source;
  QTypeAttr qtype;
  if (auto quantize = codes.getDefiningOp<QuantizeOp>()) {
    qtype = quantize.getQtype();
  } else if (auto argument = dyn_cast<BlockArgument>(codes)) {
    auto function =
        dyn_cast<FunctionOpInterface>(argument.getOwner()->getParentOp());
    if (function && argument.getOwner()->isEntryBlock())
      qtype = function.getArgAttrOfType<QTypeAttr>(argument.getArgNumber(),
                                                   "approx.qtype");
  }
  // M3
  if (!qtype || qtype.getType() == multiplier.getOperandType(index))
    return success();
  InFlightDiagnostic error = op->emitOpError();
  error << "expects " << name << " of type " << multiplier.getOperandType(index)
        << ", which is operand " << index << " of @" << multiplier.getSymName()
        << ", got codes of type " << qtype.getType();
  error.attachNote(codes.getLoc()) << "quantised here";
  return failure();
}

/// Which operand of the multiplier the op's lhs (0) or rhs (1) is (M11).
static unsigned getMultiplierOperand(OperandOrder order, unsigned operand) {
  return order == OperandOrder::LhsFirst ? operand : 1 - operand;
}

/// The accumulator never wraps (M5): i32 only where the number of terms and the
/// bound of each prove it. Sums modulo 2^32 of the parts of a term are then
/// exact too, whatever order a kernel adds them in.
static LogicalResult verifyAccumulator(Operation *op, Type accumulator,
                                       const ContractionSpace &space,
                                       ArrayRef<int64_t> sizes,
                                       MultiplierOp multiplier) {
  if (!accumulator.isInteger(32))
    return success();
  int64_t terms = 1;
  for (unsigned loop : space.contracted()) {
    if (ShapedType::isDynamic(sizes[loop]))
      return op->emitOpError()
             << "expects an i64 accumulator when the number of terms of a sum "
                "is dynamic ("
             << space.loops[loop] << "), got i32";
    terms = llvm::SaturatingMultiply<uint64_t>(terms, sizes[loop]);
  }
  FailureOr<MultiplierBounds> bounds = getMultiplierBounds(multiplier);
  if (failed(bounds))
    return failure();
  int64_t bound = getTermBound(multiplier, *bounds);
  if (terms <= std::numeric_limits<int32_t>::max() / bound)
    return success();
  InFlightDiagnostic error = op->emitOpError();
  error << "expects an i64 accumulator for sums of " << terms
        << " terms of up to " << bound << ", got i32, which holds "
        << std::numeric_limits<int32_t>::max();
  error.attachNote(multiplier.getLoc()) << "the multiplier is this one";
  return failure();
}

template <typename OpTy>
static LogicalResult verifyForwardUses(OpTy op,
                                       SymbolTableCollection &symbols) {
  FailureOr<MultiplierOp> multiplier = verifyMultiplierUse(
      op, op.getMultiplierAttr(), op.getGradient(), symbols);
  if (failed(multiplier) ||
      failed(verifyCodes(op, "lhs", op.getLhs(), *multiplier,
                         getMultiplierOperand(op.getOrder(), 0))) ||
      failed(verifyCodes(op, "rhs", op.getRhs(), *multiplier,
                         getMultiplierOperand(op.getOrder(), 1))))
    return failure();
  ContractionSpace space = op.getSpace();
  SmallVector<int64_t> sizes;
  if (failed(verifyLoopSizes(op, space, getForwardOperands(op), sizes)))
    return failure();
  return verifyAccumulator(op, getElementType(op.getInit()), space, sizes,
                           *multiplier);
}

template <typename OpTy>
static LogicalResult verifyGradientUses(OpTy op,
                                        SymbolTableCollection &symbols) {
  if (!op.isQuantized())
    return success();
  FailureOr<MultiplierOp> multiplier = verifyMultiplierUse(
      op, op.getMultiplierAttr(), op.getGradientAttr(), symbols);
  if (failed(multiplier))
    return failure();
  unsigned self = op.getDerivative() == Derivative::Lhs ? 0 : 1;
  if (failed(verifyCodes(op, "self", op.getSelf(), *multiplier,
                         getMultiplierOperand(op.getOrder(), self))))
    return failure();
  return verifyCodes(op, "other", op.getOther(), *multiplier,
                     getMultiplierOperand(op.getOrder(), 1 - self));
}

//===----------------------------------------------------------------------===//
// The ops
//===----------------------------------------------------------------------===//

void approx::detail::getContractionEffects(
    DestinationStyleOpInterface op,
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>>
        &effects) {
  for (OpOperand &operand : op->getOpOperands()) {
    if (!isa<MemRefType>(operand.get().getType()))
      continue;
    // `outs` is overwritten, never read.
    if (op.isDpsInit(&operand))
      effects.emplace_back(MemoryEffects::Write::get(), &operand, /*stage=*/0,
                           /*effectOnFullRegion=*/true,
                           SideEffects::DefaultResource::get());
    else
      effects.emplace_back(MemoryEffects::Read::get(), &operand, /*stage=*/0,
                           /*effectOnFullRegion=*/true,
                           SideEffects::DefaultResource::get());
  }
}

#define LUTRA_APPROX_CONTRACTION(op, kind, attributes)                         \
  LogicalResult op::verify() {                                                 \
    return failed(attributes) ? failure() : verify##kind(*this);               \
  }                                                                            \
  LogicalResult op::verifySymbolUses(SymbolTableCollection &symbols) {         \
    return verify##kind##Uses(*this, symbols);                                 \
  }

LUTRA_APPROX_CONTRACTION(MatmulOp, Forward, success())
LUTRA_APPROX_CONTRACTION(BatchMatmulOp, Forward, success())
LUTRA_APPROX_CONTRACTION(Conv2DOp, Forward,
                         verifyPaddedWindow(*this, getLhs(), true))
LUTRA_APPROX_CONTRACTION(MatmulGradLhsOp, Gradient, success())
LUTRA_APPROX_CONTRACTION(MatmulGradRhsOp, Gradient, success())
LUTRA_APPROX_CONTRACTION(BatchMatmulGradLhsOp, Gradient, success())
LUTRA_APPROX_CONTRACTION(BatchMatmulGradRhsOp, Gradient, success())
LUTRA_APPROX_CONTRACTION(Conv2DGradInputOp, Gradient,
                         verifyPaddedWindow(*this, getInit(), isQuantized()))
LUTRA_APPROX_CONTRACTION(Conv2DGradFilterOp, Gradient,
                         verifyPaddedWindow(*this, getOther(), isQuantized()))
#undef LUTRA_APPROX_CONTRACTION

LogicalResult IntMatmulOp::verify() { return verifyInteger(*this); }
LogicalResult IntBatchMatmulOp::verify() { return verifyInteger(*this); }
LogicalResult IntConv2DOp::verify() {
  return failed(verifyWindowAttributes(*this)) ? failure()
                                               : verifyInteger(*this);
}
