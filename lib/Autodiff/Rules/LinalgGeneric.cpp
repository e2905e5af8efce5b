//===- LinalgGeneric.cpp - Derivative of structured ops -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The derivative of any structured op: linalg.generic, map and reduce, and the
// named ops that no rule of their own covers.
//
// Approach. For each differentiated input there is one generic over the same
// iteration space. Its inputs are those of the op and the cotangents of its
// results; its output has the shape and the map of the differentiated input.
// The body is a copy of the op's body followed by a reverse sweep over it, and
// adds the cotangent of the input's element to the output.
//
// Where the op reduces, its body is first split into the value it contributes
// per point and the op that combines (ReductionKind): a sum hands its cotangent
// to every contribution, a maximum to the first one that attains it, a product
// multiplies by the other factors. That is the only difference between the
// kinds: it decides the seed of the sweep over the body.
//
// A tensor that the body reads by tensor.extract has no map. Its adjoint has
// one element per point of the loops, which buildScatterAdd then adds up.
//
//===----------------------------------------------------------------------===//
#include "Gather.h"
#include "LinalgReduction.h"
#include "LinalgRules.h"
#include "lutra/Autodiff/RuleBuilders.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;
using namespace lutra::ad;

namespace lutra::ad {

SmallVector<utils::IteratorType> getAdjointIteratorTypes(AffineMap map) {
  SmallVector<utils::IteratorType> iterators;
  for (unsigned dim = 0; dim < map.getNumDims(); ++dim) {
    unsigned bare = 0, mentions = 0;
    for (AffineExpr result : map.getResults()) {
      bare += result == getAffineDimExpr(dim, map.getContext());
      mentions += result.isFunctionOfDim(dim);
    }
    iterators.push_back(bare == 1 && mentions == 1
                            ? utils::IteratorType::parallel
                            : utils::IteratorType::reduction);
  }
  return iterators;
}

namespace {

/// A differentiated input: a value and one map it is read with, as one or more
/// arguments of the body; or a scalar, read with an empty map.
struct Target {
  Value value;
  AffineMap map;
  SmallVector<Value> elements;
  /// Reads the element at indices of its own; `map` is then the identity.
  tensor::ExtractOp gather = {};
};

class StructuredAdjoint {
public:
  StructuredAdjoint(linalg::LinalgOp op, OpBuilder &builder,
                    VJPContext &context)
      : op(op), builder(builder), context(context), loc(op.getLoc()) {}

  LogicalResult build();

private:
  LogicalResult collectReductions();
  LogicalResult collectTargets();
  LogicalResult collectGathers(Value tensor);
  bool isActiveElement(Value value);
  LogicalResult buildTarget(const Target &target);
  Value buildPerPoint(Type elementType);
  FailureOr<Value> buildElementCotangent(OpBuilder &nested,
                                         ValueRange arguments,
                                         const Target &target);
  Value finishTarget(const Target &target, linalg::GenericOp generic,
                     Type elementType);

  linalg::LinalgOp op;
  OpBuilder &builder;
  VJPContext &context;
  Location loc;

  /// Per result of the op; only those with a cotangent take part.
  SmallVector<Reduction> reductions;
  SmallVector<Target> targets;
  /// Values of the body that depend on a differentiated input.
  DenseSet<Value> activeElements;

  /// Inputs of each adjoint: those of the op, its inits, then for each result
  /// its cotangent and what its kind of reduction needs.
  SmallVector<Value> inputs;
  SmallVector<AffineMap> maps;
  /// Position in `inputs` of each result's cotangent.
  SmallVector<unsigned> seedInputs;
};

} // namespace

LogicalResult StructuredAdjoint::collectReductions() {
  for (OpResult result : op->getResults()) {
    Reduction reduction;
    if (context.cotangent(result)) {
      FailureOr<Reduction> classified =
          classifyReduction(op, result.getResultNumber(), context);
      if (failed(classified))
        return failure();
      reduction = *classified;
    }
    reductions.push_back(reduction);
  }

  for (OpOperand &operand : op->getOpOperands()) {
    inputs.push_back(context.primal(operand.get()));
    maps.push_back(op.getMatchingIndexingMap(&operand));
  }
  for (OpResult result : op->getResults()) {
    Reduction &reduction = reductions[result.getResultNumber()];
    seedInputs.push_back(inputs.size());
    Value cotangent = context.cotangent(result);
    if (!cotangent)
      continue;
    AffineMap map = op.getIndexingMapMatchingResult(result);
    if (failed(prepareReduction(op, result.getResultNumber(), reduction,
                                builder, context)))
      return failure();
    inputs.push_back(cotangent);
    inputs.append(reduction.saved);
    maps.append(1 + reduction.saved.size(), map);
  }
  return success();
}

/// A tensor from above is not active here: what is read of it is an element.
bool StructuredAdjoint::isActiveElement(Value value) {
  return activeElements.contains(value) ||
         (value.getParentBlock() != op.getBlock() &&
          isa<FloatType>(value.getType()) && context.isActive(value));
}

/// The elements of `tensor` that the body looks up.
LogicalResult StructuredAdjoint::collectGathers(Value tensor) {
  AffineMap identity = builder.getMultiDimIdentityMap(op.getNumLoops());
  for (Operation *user : tensor.getUsers()) {
    if (!op->isProperAncestor(user) || isa<tensor::DimOp>(user))
      continue;
    auto gather = dyn_cast<tensor::ExtractOp>(user);
    if (!gather || user->getBlock() != op.getBlock())
      return context.emitUnsupported(
          op,
          "its body reads a differentiated tensor by '" +
              user->getName().getStringRef() +
              "', or within a region of its own",
          "make the tensor an operand with an indexing map, or read its "
          "elements by tensor.extract in the body itself");
    activeElements.insert(gather.getResult());
    targets.push_back({tensor, identity, {gather.getResult()}, gather});
  }
  return success();
}

LogicalResult StructuredAdjoint::collectTargets() {
  Block *body = op.getBlock();
  auto add = [&](Value value, AffineMap map, Value element) {
    activeElements.insert(element);
    for (Target &target : targets)
      if (target.value == value && target.map == map)
        return target.elements.push_back(element);
    targets.push_back({value, map, {element}});
  };

  for (OpOperand &operand : op->getOpOperands()) {
    if (!context.isActive(operand))
      continue;
    AffineMap map = op.getMatchingIndexingMap(&operand);
    BlockArgument element = op.getMatchingBlockArgument(&operand);
    if (op.isDpsInit(&operand)) {
      // The accumulator of a reduction is no element that is read.
      OpResult result = op.getTiedOpResult(&operand);
      if (element.use_empty() ||
          reductions[result.getResultNumber()].kind != ReductionKind::None)
        continue;
    }
    add(operand.get(), map, element);
  }

  SetVector<Value> captured;
  getUsedValuesDefinedAbove(op->getRegions(), captured);
  for (Value value : captured) {
    if (!context.isActive(value))
      continue;
    if (!isa<FloatType>(value.getType())) {
      if (failed(collectGathers(value)))
        return failure();
      continue;
    }
    add(value, AffineMap::get(op.getNumLoops(), 0, builder.getContext()),
        value);
  }

  // Forward propagation through the body; its ops are in order.
  for (Operation &inner : body->without_terminator()) {
    bool varied = false;
    for (OpOperand &operand : inner.getOpOperands()) {
      auto rule = dyn_cast<DifferentiableOpInterface>(inner);
      varied |= isActiveElement(operand.get()) &&
                (!rule || rule.isDifferentiableOperand(operand));
    }
    if (inner.getNumRegions() > 0) {
      SetVector<Value> innerCaptured;
      getUsedValuesDefinedAbove(inner.getRegions(), innerCaptured);
      varied |= llvm::any_of(
          innerCaptured, [&](Value value) { return isActiveElement(value); });
    }
    if (!varied)
      continue;
    for (Value result : inner.getResults())
      if (getCotangentType(result))
        activeElements.insert(result);
  }
  return success();
}

/// Copies the body into the adjoint and sweeps over it. The result is the
/// cotangent of the target's element, or null when it is zero.
FailureOr<Value> StructuredAdjoint::buildElementCotangent(
    OpBuilder &nested, ValueRange arguments, const Target &target) {
  Block *body = op.getBlock();
  IRMapping mapping;
  for (auto [from, to] : llvm::zip(body->getArguments(), arguments))
    mapping.map(from, to);
  cloneOps(*body, nested, context, mapping);

  VJPContext bodyContext(
      nested, [this](Value value) { return isActiveElement(value); }, &mapping,
      &context);
  bodyContext.enclosingOp = op;
  for (OpResult result : op->getResults()) {
    unsigned number = result.getResultNumber();
    Reduction &reduction = reductions[number];
    if (!context.cotangent(result) || !reduction.contribution)
      continue;
    ValueRange seedArguments = arguments.drop_front(seedInputs[number]);
    Value seed = buildReductionSeed(
        op, reduction, seedArguments.front(),
        seedArguments.drop_front().take_front(reduction.saved.size()), mapping,
        nested, loc);
    bodyContext.accumulate(reduction.contribution, seed);
  }
  SmallVector<Operation *> inner;
  for (Operation &bodyOp : body->without_terminator())
    inner.push_back(&bodyOp);
  if (failed(reverseSweep(inner, nested, bodyContext)))
    return failure();

  Value sum;
  for (Value element : target.elements) {
    Value cotangent = bodyContext.cotangent(element);
    if (!cotangent)
      continue;
    sum = sum ? buildAdd(nested, loc, sum, cotangent) : cotangent;
  }
  return sum;
}

/// Erases the ops of the body that nothing uses.
static void eraseDeadOps(Block *body) {
  for (Operation &op : llvm::make_early_inc_range(llvm::reverse(*body)))
    if (isOpTriviallyDead(&op))
      op.erase();
}

/// Whether each element of a tensor read with `map` is met exactly once, so
/// that it can be written without accumulation.
static bool coversOnce(AffineMap map, ArrayRef<utils::IteratorType> iterators,
                       Type type) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  if (!tensor || llvm::is_contained(iterators, utils::IteratorType::reduction))
    return false;
  for (auto [dim, expr] : llvm::enumerate(map.getResults()))
    if (!isa<AffineDimExpr>(expr) && tensor.getDimSize(dim) != 1)
      return false;
  return true;
}

/// tensor.empty with an element per point of the loops.
Value StructuredAdjoint::buildPerPoint(Type elementType) {
  SmallVector<OpFoldResult> sizes;
  for (Range range : op.createLoopRanges(builder, loc))
    sizes.push_back(range.size);
  return tensor::EmptyOp::create(builder, loc, sizes, elementType);
}

LogicalResult StructuredAdjoint::buildTarget(const Target &target) {
  Type type = target.value.getType();
  auto tensorType = dyn_cast<RankedTensorType>(type);
  Type elementType = getElementTypeOrSelf(type);
  SmallVector<utils::IteratorType> iterators =
      getAdjointIteratorTypes(target.map);
  bool accumulates = !target.gather && !coversOnce(target.map, iterators, type);
  // Sums of many small terms are formed in at least f32.
  Type sumType = accumulates && elementType.getIntOrFloatBitWidth() < 32
                     ? builder.getF32Type()
                     : elementType;

  Value init;
  Value primal = context.primal(target.value);
  if (target.gather)
    init = buildPerPoint(elementType);
  else if (!tensorType)
    init = buildZero(builder, loc, RankedTensorType::get({}, sumType), Value());
  else if (accumulates)
    init = buildZero(builder, loc, tensorType.clone(sumType), primal);
  else
    init = buildEmpty(builder, loc, sumType, primal);

  SmallVector<AffineMap> allMaps(maps);
  allMaps.push_back(target.map);
  bool isZero = false;
  LogicalResult result = success();
  auto generic = linalg::GenericOp::create(
      builder, loc, init.getType(), inputs, init, allMaps, iterators,
      [&](OpBuilder &nested, Location, ValueRange arguments) {
        FailureOr<Value> cotangent =
            buildElementCotangent(nested, arguments.drop_back(), target);
        Value yielded = arguments.back();
        if (failed(cotangent)) {
          result = failure();
        } else if (!*cotangent) {
          isZero = true;
        } else {
          yielded = *cotangent;
          // The term itself is not rounded to the operand's type either.
          if (auto trunc = yielded.getDefiningOp<arith::TruncFOp>())
            if (trunc.getIn().getType() == sumType)
              yielded = trunc.getIn();
          yielded = buildFloatCast(nested, loc, sumType, yielded);
          if (accumulates)
            yielded =
                arith::AddFOp::create(nested, loc, yielded, arguments.back());
        }
        linalg::YieldOp::create(nested, loc, yielded);
      });
  if (failed(result) || isZero) {
    generic.erase();
    return result;
  }
  eraseDeadOps(generic.getBody());
  Value cotangent = finishTarget(target, generic, elementType);
  if (target.gather)
    cotangent = buildScatterAdd(op, target.gather, cotangent, builder, context);
  context.accumulate(target.value, cotangent);
  return success();
}

/// The cotangent in the type of the target. A generic that only hands on one of
/// its inputs is replaced by that input.
Value StructuredAdjoint::finishTarget(const Target &target,
                                      linalg::GenericOp generic,
                                      Type elementType) {
  auto yielded = dyn_cast<BlockArgument>(
      generic.getBody()->getTerminator()->getOperand(0));
  if (yielded && yielded.getOwner() == generic.getBody()) {
    unsigned number = yielded.getArgNumber();
    Value input = generic->getOperand(number);
    if (input.getType() == generic.getResult(0).getType() &&
        generic.getIndexingMapsArray()[number] == target.map &&
        number < generic.getNumDpsInputs() && target.map.isPermutation()) {
      generic.erase();
      return input;
    }
  }
  generic = dropUnusedInputs(builder, generic);
  Value cotangent =
      buildFloatCast(builder, loc, elementType, generic.getResult(0));
  if (isa<RankedTensorType>(target.value.getType()))
    return cotangent;
  return tensor::ExtractOp::create(builder, loc, cotangent, ValueRange{});
}

LogicalResult StructuredAdjoint::build() {
  if (!op.hasPureTensorSemantics())
    return context.emitUnsupported(op, "it works on buffers",
                                   "differentiate before bufferization");
  if (failed(collectReductions()) || failed(collectTargets()))
    return failure();
  for (const Target &target : targets)
    if (failed(buildTarget(target)))
      return failure();
  for (OpResult result : op->getResults()) {
    const Reduction &reduction = reductions[result.getResultNumber()];
    OpOperand *init = op.getDpsInitOperand(result.getResultNumber());
    if (!context.cotangent(result) || !context.isActive(init->get()) ||
        reduction.kind == ReductionKind::None)
      continue;
    FailureOr<Value> cotangent = buildInitCotangent(
        op, result.getResultNumber(), reduction, builder, context);
    if (failed(cotangent))
      return failure();
    context.accumulate(init->get(), *cotangent);
  }
  return success();
}

LogicalResult buildStructuredVJP(linalg::LinalgOp op, OpBuilder &builder,
                                 VJPContext &context) {
  return StructuredAdjoint(op, builder, context).build();
}

namespace {

/// A FallbackModel, as it is attached to whatever the dialect has.
struct StructuredModel
    : DifferentiableOpInterface::FallbackModel<StructuredModel> {
  bool isDifferentiableOperand(Operation *, OpOperand &operand) const {
    return hasFloatElements(operand.get().getType());
  }
  Type getCotangentType(Operation *, Value result) const {
    return hasFloatElements(result.getType()) ? result.getType() : Type();
  }
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    return buildStructuredVJP(cast<linalg::LinalgOp>(op), builder, context);
  }
};

} // namespace

void attachStructuredDefaults(MLIRContext *context) {
  for (RegisteredOperationName name : context->getRegisteredOperations())
    if (name.getDialectNamespace() == "linalg" &&
        name.hasInterface<linalg::LinalgOp>() &&
        !name.hasInterface<DifferentiableOpInterface>())
      name.attachInterface<StructuredModel>();
}

} // namespace lutra::ad
