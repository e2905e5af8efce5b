//===- VJPContext.cpp - State of a reverse sweep -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The accumulation of cotangents, the sweep over the ops, and the diagnostics
// that say why an op cannot be differentiated and what needs it.
//
//===----------------------------------------------------------------------===//
#include "lutra/Autodiff/DifferentiableOpInterface.h"
#include "lutra/Autodiff/RuleBuilders.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Matchers.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;
using namespace lutra::ad;

#include "lutra/Autodiff/DifferentiableOpInterface.cpp.inc"

bool lutra::ad::hasFloatElements(Type type) {
  return isa<FloatType>(getElementTypeOrSelf(type));
}

Type lutra::ad::getCotangentType(Value value) {
  if (Operation *op = value.getDefiningOp())
    if (auto rule = dyn_cast<DifferentiableOpInterface>(op))
      return rule.getCotangentType(value);
  return hasFloatElements(value.getType()) ? value.getType() : Type();
}

Type lutra::ad::withElementType(Type type, Type elementType) {
  if (auto tensor = dyn_cast<RankedTensorType>(type))
    return tensor.clone(elementType);
  return elementType;
}

//===----------------------------------------------------------------------===//
// The context
//===----------------------------------------------------------------------===//

bool VJPContext::isActive(OpOperand &operand) const {
  if (!active(operand.get()))
    return false;
  auto rule = dyn_cast<DifferentiableOpInterface>(operand.getOwner());
  return !rule || rule.isDifferentiableOperand(operand);
}

bool VJPContext::isInBody() const {
  for (const VJPContext *sweep = this; sweep; sweep = sweep->parent)
    if (isa_and_nonnull<linalg::LinalgOp>(sweep->enclosingOp))
      return true;
  return false;
}

Value VJPContext::primal(Value value) const {
  if (primals && primals->contains(value))
    return primals->lookup(value);
  return parent ? parent->primal(value) : value;
}

/// `sum + contribution` where the contribution was itself accumulated from
/// zero: a copy of it that starts from `sum` saves a pass over memory. The
/// original may be the cotangent of another value too; unused, it is erased.
static Value foldIntoDestination(OpBuilder &builder, Value sum,
                                 Value contribution) {
  Operation *op = contribution.getDefiningOp();
  if (!op || !contribution.use_empty())
    return {};
  auto isZeroFill = [](Value value) {
    auto fill = value.getDefiningOp<linalg::FillOp>();
    return fill && matchPattern(fill.value(), m_AnyZeroFloat());
  };
  if (auto generic = dyn_cast<linalg::GenericOp>(op)) {
    if (generic->getNumResults() != 1)
      return {};
    OpOperand *init = generic.getDpsInitOperand(0);
    if (!isZeroFill(init->get()) || !generic.payloadUsesValueFromOperand(init))
      return {};
    auto fromSum = cast<linalg::GenericOp>(builder.clone(*generic));
    fromSum.getDpsInitOperand(0)->set(sum);
    return fromSum.getResult(0);
  }
  if (auto insert = dyn_cast<tensor::InsertSliceOp>(op)) {
    if (!isZeroFill(insert.getDest()))
      return {};
    Location loc = insert.getLoc();
    Value slice = tensor::ExtractSliceOp::create(
        builder, loc, insert.getSourceType(), sum, insert.getMixedOffsets(),
        insert.getMixedSizes(), insert.getMixedStrides());
    Value updated = buildAdd(builder, loc, slice, insert.getSource());
    return tensor::InsertSliceOp::create(
        builder, loc, updated, sum, insert.getMixedOffsets(),
        insert.getMixedSizes(), insert.getMixedStrides());
  }
  return {};
}

void VJPContext::accumulate(Value primal, Value contribution) {
  if (!contribution || !active(primal))
    return;
  Type type = getCotangentType(primal);
  if (type && type != contribution.getType() && isa<RankedTensorType>(type))
    contribution = tensor::CastOp::create(builder, contribution.getLoc(), type,
                                          contribution);
  Value &sum = cotangents[primal];
  if (!sum) {
    sum = contribution;
    return;
  }
  Value folded = foldIntoDestination(builder, sum, contribution);
  sum = folded ? folded
               : buildAdd(builder, contribution.getLoc(), sum, contribution);
}

Value VJPContext::zeroLike(Value value) {
  return buildZero(builder, value.getLoc(), getCotangentType(value),
                   primal(value));
}

//===----------------------------------------------------------------------===//
// Diagnostics
//===----------------------------------------------------------------------===//

/// The ops between `op` and one of `ends`, in order, along a shortest path of
/// active values.
static SmallVector<Operation *>
findActivePath(Operation *op, ArrayRef<Value> ends,
               function_ref<bool(Value)> isActive) {
  DenseMap<Operation *, Operation *> previous{{op, nullptr}};
  SmallVector<Operation *> queue{op};
  for (size_t next = 0; next < queue.size(); ++next) {
    Operation *current = queue[next];
    if (llvm::any_of(current->getResults(), [&](Value result) {
          return llvm::is_contained(ends, result);
        })) {
      SmallVector<Operation *> path;
      for (; current != op; current = previous[current])
        path.push_back(current);
      std::reverse(path.begin(), path.end());
      return path;
    }
    for (Value result : current->getResults()) {
      if (!isActive(result))
        continue;
      for (Operation *user : result.getUsers()) {
        // A use in a body is a use by the op that has the body.
        Operation *ancestor = op->getBlock()->findAncestorOpInBlock(*user);
        if (ancestor && previous.try_emplace(ancestor, current).second)
          queue.push_back(ancestor);
      }
    }
  }
  return {};
}

LogicalResult VJPContext::emitUnsupported(Operation *op, const Twine &why,
                                          const Twine &help) {
  InFlightDiagnostic diagnostic = op->emitError()
                                  << "cannot differentiate '" << op->getName()
                                  << "': " << why;
  VJPContext *top = this;
  Operation *outer = op;
  while (top->parent) {
    outer = top->enclosingOp;
    diagnostic.attachNote(outer->getLoc())
        << "in the body of this '" << outer->getName() << "'";
    top = top->parent;
  }
  constexpr size_t maxSteps = 6;
  SmallVector<Operation *> path =
      findActivePath(outer, top->differentiatedResults, top->active);
  for (Operation *step : ArrayRef(path).take_front(maxSteps))
    diagnostic.attachNote(step->getLoc())
        << "required because '" << step->getName() << "' depends on it here";
  if (path.size() > maxSteps)
    diagnostic.attachNote(path.back()->getLoc())
        << "... and " << path.size() - maxSteps
        << " more ops up to the differentiated result, computed here";
  std::string helpText = help.str();
  if (!helpText.empty())
    diagnostic.attachNote(op->getLoc()) << helpText;
  return diagnostic;
}

//===----------------------------------------------------------------------===//
// The sweep
//===----------------------------------------------------------------------===//

/// Whether the op reads an active value, as an operand or from a region.
static bool readsActiveValue(Operation *op, const VJPContext &context) {
  if (llvm::any_of(op->getOpOperands(), [&](OpOperand &operand) {
        return context.isActive(operand);
      }))
    return true;
  if (op->getNumRegions() == 0)
    return false;
  SetVector<Value> captured;
  getUsedValuesDefinedAbove(op->getRegions(), captured);
  return llvm::any_of(captured,
                      [&](Value value) { return context.isActive(value); });
}

LogicalResult lutra::ad::reverseSweep(ArrayRef<Operation *> ops,
                                      OpBuilder &builder, VJPContext &context) {
  for (Operation *op : llvm::reverse(ops)) {
    bool hasCotangent = llvm::any_of(op->getResults(), [&](Value result) {
      return context.cotangent(result) != nullptr;
    });
    if (!hasCotangent || !readsActiveValue(op, context))
      continue;
    auto rule = dyn_cast<DifferentiableOpInterface>(op);
    if (!rule)
      return context.emitUnsupported(
          op, "it has no derivative rule",
          "implement lutra::ad::DifferentiableOpInterface for it (an external "
          "model will do), put it in a function with an approx.vjp rule, or "
          "leave out of 'wrt' the arguments that reach it");
    if (failed(rule.buildVJP(builder, context)))
      return failure();
  }
  return success();
}
