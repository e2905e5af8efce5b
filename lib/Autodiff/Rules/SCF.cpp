//===- SCF.cpp - Derivatives of structured control flow -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// scf.if, and scf.for with a constant number of iterations.
//
// Approach. The derivative of a region is a copy of its ops, which computes the
// values again that the rules read, followed by a sweep over them. An if
// becomes an if on the same condition whose branches give the cotangents of
// what they read from above. A loop becomes two: one that runs forward once
// more and keeps what each iteration began with, and one that runs backward,
// carries the cotangents of the iteration arguments and adds up those of what
// the body reads from above.
//
//===----------------------------------------------------------------------===//
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "lutra/Autodiff/DifferentiableOpInterface.h"
#include "lutra/Autodiff/RuleBuilders.h"
#include "lutra/Autodiff/Rules.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;
using namespace lutra::ad;

namespace {

template <typename ConcreteModel, typename OpTy>
using Model = DifferentiableOpInterface::ExternalModel<ConcreteModel, OpTy>;

//===----------------------------------------------------------------------===//
// Regions
//===----------------------------------------------------------------------===//

/// The differentiated values that the regions of an op read from above.
SmallVector<Value> getActiveCaptures(Operation *op, const VJPContext &context) {
  SetVector<Value> captured;
  getUsedValuesDefinedAbove(op->getRegions(), captured);
  return llvm::to_vector(llvm::make_filter_range(
      captured, [&](Value value) { return context.isActive(value); }));
}

/// Adds to `varied` the values of a block that depend on those in it or on
/// active values from above.
void propagate(Block &block, const VJPContext &context,
               DenseSet<Value> &varied) {
  auto isVaried = [&](Value value) {
    return varied.contains(value) || context.isActive(value);
  };
  for (Operation &op : block.without_terminator()) {
    auto rule = dyn_cast<DifferentiableOpInterface>(op);
    bool depends = llvm::any_of(op.getOpOperands(), [&](OpOperand &operand) {
      return isVaried(operand.get()) &&
             (!rule || rule.isDifferentiableOperand(operand));
    });
    if (!depends && op.getNumRegions() > 0) {
      SetVector<Value> captured;
      getUsedValuesDefinedAbove(op.getRegions(), captured);
      depends = llvm::any_of(captured, isVaried);
    }
    if (!depends)
      continue;
    for (Value result : op.getResults())
      if (getCotangentType(result))
        varied.insert(result);
  }
}

/// Copies the ops of `block` and sweeps over them, given the cotangents of what
/// it yields. The cotangents of `wanted` are appended to `cotangents`; null
/// where they are zero.
LogicalResult buildRegionVJP(Operation *op, Block &block, OpBuilder &builder,
                             VJPContext &context, IRMapping &mapping,
                             const DenseSet<Value> &varied,
                             ArrayRef<std::pair<Value, Value>> seeds,
                             ArrayRef<Value> wanted,
                             SmallVectorImpl<Value> &cotangents) {
  cloneOps(block, builder, context, mapping);
  SmallVector<Operation *> ops;
  for (Operation &inner : block.without_terminator())
    ops.push_back(&inner);
  auto isVaried = [&](Value value) {
    return varied.contains(value) || context.isActive(value);
  };
  VJPContext inner(builder, isVaried, &mapping, &context);
  inner.enclosingOp = op;
  inner.differentiator = context.differentiator;
  if (failed(checkActiveUses(ops, inner, isVaried)))
    return failure();
  for (auto [value, seed] : seeds)
    inner.accumulate(value, seed);
  if (failed(reverseSweep(ops, builder, inner)))
    return failure();
  // Offsets and sizes that rules took over from the op: here they are copies.
  for (Operation &built : *builder.getInsertionBlock())
    built.walk([&](Operation *op) {
      for (OpOperand &operand : op->getOpOperands())
        operand.set(inner.primal(operand.get()));
    });
  for (Value value : wanted)
    cotangents.push_back(inner.cotangent(value));
  return success();
}

void eraseDeadOps(Block *block) {
  for (Operation &op : llvm::make_early_inc_range(llvm::reverse(*block)))
    if (isOpTriviallyDead(&op))
      op.erase();
}

//===----------------------------------------------------------------------===//
// scf.if
//===----------------------------------------------------------------------===//

struct IfModel : Model<IfModel, scf::IfOp> {
  bool isDifferentiableOperand(Operation *, OpOperand &) const {
    return false; // the condition
  }

  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto ifOp = cast<scf::IfOp>(op);
    Location loc = op->getLoc();
    SmallVector<Value> captures = getActiveCaptures(op, context);
    SmallVector<Type> types = llvm::map_to_vector(captures, [](Value value) {
      return lutra::ad::getCotangentType(value);
    });
    auto adjoint = scf::IfOp::create(builder, loc, types,
                                     context.primal(ifOp.getCondition()),
                                     /*addThenBlock=*/true,
                                     /*addElseBlock=*/true);
    for (auto [from, to] : llvm::zip(ifOp->getRegions(), adjoint->getRegions()))
      if (failed(buildBranch(ifOp, from.front(), &to.front(), builder, context,
                             captures))) {
        adjoint.erase();
        return failure();
      }
    for (auto [value, cotangent] : llvm::zip(captures, adjoint.getResults()))
      context.accumulate(value, cotangent);
    return success();
  }

private:
  static LogicalResult buildBranch(scf::IfOp op, Block &from, Block *to,
                                   OpBuilder &builder, VJPContext &context,
                                   ArrayRef<Value> captures) {
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPointToEnd(to);
    DenseSet<Value> varied;
    propagate(from, context, varied);
    SmallVector<std::pair<Value, Value>> seeds;
    for (auto [result, yielded] :
         llvm::zip(op.getResults(), from.getTerminator()->getOperands()))
      if (Value cotangent = context.cotangent(result))
        seeds.push_back({yielded, cotangent});
    IRMapping mapping;
    SmallVector<Value> cotangents;
    if (failed(buildRegionVJP(op, from, builder, context, mapping, varied,
                              seeds, captures, cotangents)))
      return failure();
    for (auto [value, cotangent] : llvm::zip(captures, cotangents))
      if (!cotangent)
        cotangent = context.zeroLike(value);
    // The zeros are built where the context builds: here.
    scf::YieldOp::create(builder, op.getLoc(), cotangents);
    eraseDeadOps(to);
    return success();
  }
};

//===----------------------------------------------------------------------===//
// scf.for
//===----------------------------------------------------------------------===//

/// A loop of n iterations, and its derivative.
class LoopAdjoint {
public:
  LoopAdjoint(scf::ForOp loop, int64_t count, OpBuilder &builder,
              VJPContext &context)
      : loop(loop), count(count), builder(builder), context(context),
        loc(loop.getLoc()) {}

  LogicalResult build();

private:
  Value buildIndex(OpBuilder &b, int64_t number) {
    return arith::ConstantIndexOp::create(b, loc, number);
  }
  Value buildEmptyHistory(Type type);
  Value keep(Value history, Value value, Value iteration);
  Value recall(Value history, Type type, Value iteration);
  Value buildInductionVariable(Value iteration);
  LogicalResult buildHistories();
  LogicalResult buildBackward();

  scf::ForOp loop;
  int64_t count;
  OpBuilder &builder;
  VJPContext &context;
  Location loc;

  /// Per iteration argument, what each iteration began with; null where the
  /// body does not read it.
  SmallVector<Value> histories;
  DenseSet<Value> varied;
};

} // namespace

Value LoopAdjoint::buildEmptyHistory(Type type) {
  SmallVector<int64_t> shape{count};
  if (auto tensor = dyn_cast<RankedTensorType>(type))
    llvm::append_range(shape, tensor.getShape());
  return tensor::EmptyOp::create(builder, loc, shape,
                                 getElementTypeOrSelf(type));
}

/// Offsets, sizes and strides of one iteration's part of a history.
static void getPart(OpBuilder &builder, RankedTensorType type, Value iteration,
                    SmallVectorImpl<OpFoldResult> &offsets,
                    SmallVectorImpl<OpFoldResult> &sizes,
                    SmallVectorImpl<OpFoldResult> &strides) {
  offsets.assign(type.getRank() + 1, builder.getIndexAttr(0));
  offsets[0] = iteration;
  sizes.assign(1, builder.getIndexAttr(1));
  for (int64_t size : type.getShape())
    sizes.push_back(builder.getIndexAttr(size));
  strides.assign(type.getRank() + 1, builder.getIndexAttr(1));
}

Value LoopAdjoint::keep(Value history, Value value, Value iteration) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  if (!type)
    return tensor::InsertOp::create(builder, loc, value, history, iteration);
  SmallVector<OpFoldResult> offsets, sizes, strides;
  getPart(builder, type, iteration, offsets, sizes, strides);
  return tensor::InsertSliceOp::create(builder, loc, value, history, offsets,
                                       sizes, strides);
}

Value LoopAdjoint::recall(Value history, Type type, Value iteration) {
  auto tensorType = dyn_cast<RankedTensorType>(type);
  if (!tensorType)
    return tensor::ExtractOp::create(builder, loc, history, iteration);
  SmallVector<OpFoldResult> offsets, sizes, strides;
  getPart(builder, tensorType, iteration, offsets, sizes, strides);
  return tensor::ExtractSliceOp::create(builder, loc, tensorType, history,
                                        offsets, sizes, strides);
}

/// lower bound + iteration * step, in the type of the loop's variable.
Value LoopAdjoint::buildInductionVariable(Value iteration) {
  Type type = loop.getInductionVar().getType();
  if (!type.isIndex())
    iteration = arith::IndexCastOp::create(builder, loc, type, iteration);
  Value scaled = arith::MulIOp::create(builder, loc, iteration,
                                       context.primal(loop.getStep()));
  return arith::AddIOp::create(builder, loc, scaled,
                               context.primal(loop.getLowerBound()));
}

/// Runs the loop again and keeps what each iteration begins with.
LogicalResult LoopAdjoint::buildHistories() {
  Block &body = *loop.getBody();
  SmallVector<unsigned> kept;
  SmallVector<Value> inits;
  for (Value init : loop.getInitArgs())
    inits.push_back(context.primal(init));
  unsigned carried = inits.size();
  for (auto [number, argument] : llvm::enumerate(loop.getRegionIterArgs())) {
    Type type = argument.getType();
    auto tensor = dyn_cast<RankedTensorType>(type);
    if (tensor ? !tensor.hasStaticShape() : !type.isIntOrIndexOrFloat()) {
      std::string text;
      llvm::raw_string_ostream(text)
          << "iteration argument " << number << " is of type " << type;
      return context.emitUnsupported(
          loop, text,
          "what a differentiated loop carries is kept for every iteration: "
          "it has to be a number or a tensor of static shape");
    }
    if (argument.use_empty())
      continue;
    kept.push_back(number);
    inits.push_back(buildEmptyHistory(type));
  }
  histories.assign(carried, Value());
  if (kept.empty())
    return success();

  auto forward = scf::ForOp::create(builder, loc, buildIndex(builder, 0),
                                    buildIndex(builder, count),
                                    buildIndex(builder, 1), inits);
  OpBuilder::InsertionGuard guard(builder);
  builder.setInsertionPointToEnd(forward.getBody());
  Value iteration = forward.getInductionVar();
  SmallVector<Value> next;
  for (auto [place, number] : llvm::enumerate(kept))
    next.push_back(keep(forward.getRegionIterArgs()[carried + place],
                        forward.getRegionIterArgs()[number], iteration));
  IRMapping mapping;
  mapping.map(loop.getInductionVar(), buildInductionVariable(iteration));
  mapping.map(loop.getRegionIterArgs(),
              forward.getRegionIterArgs().take_front(carried));
  cloneOps(body, builder, context, mapping);
  SmallVector<Value> yielded;
  for (Value value : body.getTerminator()->getOperands())
    yielded.push_back(context.primal(mapping.lookupOrDefault(value)));
  llvm::append_range(yielded, next);
  scf::YieldOp::create(builder, loc, yielded);
  for (auto [place, number] : llvm::enumerate(kept))
    histories[number] = forward.getResult(carried + place);
  return success();
}

LogicalResult LoopAdjoint::buildBackward() {
  Block &body = *loop.getBody();
  // An argument that varies may make others vary in the next iteration.
  auto isVaried = [&](Value value) {
    return varied.contains(value) || context.isActive(value);
  };
  for (bool changed = true; changed;) {
    changed = false;
    propagate(body, context, varied);
    for (auto [argument, init, yielded] :
         llvm::zip(loop.getRegionIterArgs(), loop.getInitArgs(),
                   body.getTerminator()->getOperands()))
      if (hasFloatElements(argument.getType()) &&
          (isVaried(init) || isVaried(yielded)))
        changed |= varied.insert(argument).second;
  }

  // Carried: the cotangents of the varied arguments, then those of captures.
  SmallVector<Value> captures = getActiveCaptures(loop, context);
  SmallVector<unsigned> carried;
  SmallVector<Value> inits, wanted;
  for (auto [number, argument] : llvm::enumerate(loop.getRegionIterArgs())) {
    if (!varied.contains(argument))
      continue;
    carried.push_back(number);
    wanted.push_back(argument);
    Value cotangent = context.cotangent(loop.getResult(number));
    inits.push_back(
        cotangent ? cotangent
                  : buildZero(builder, loc, argument.getType(),
                              context.primal(loop.getInitArgs()[number])));
  }
  for (Value capture : captures) {
    wanted.push_back(capture);
    inits.push_back(context.zeroLike(capture));
  }
  auto backward = scf::ForOp::create(builder, loc, buildIndex(builder, 0),
                                     buildIndex(builder, count),
                                     buildIndex(builder, 1), inits);
  {
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPointToEnd(backward.getBody());
    Value iteration =
        arith::SubIOp::create(builder, loc, buildIndex(builder, count - 1),
                              backward.getInductionVar());
    IRMapping mapping;
    mapping.map(loop.getInductionVar(), buildInductionVariable(iteration));
    for (auto [argument, history] :
         llvm::zip(loop.getRegionIterArgs(), histories))
      if (history)
        mapping.map(argument, recall(history, argument.getType(), iteration));
    SmallVector<std::pair<Value, Value>> seeds;
    for (auto [number, cotangent] :
         llvm::zip(carried, backward.getRegionIterArgs()))
      seeds.push_back({body.getTerminator()->getOperand(number), cotangent});
    SmallVector<Value> next;
    if (failed(buildRegionVJP(loop, body, builder, context, mapping, varied,
                              seeds, wanted, next)))
      return failure();
    for (auto [place, value] : llvm::enumerate(next)) {
      Value sum = backward.getRegionIterArgs()[place];
      if (place < carried.size())
        value = value ? value : buildZero(builder, loc, sum.getType(), sum);
      else
        value = value ? buildAdd(builder, loc, sum, value) : sum;
    }
    scf::YieldOp::create(builder, loc, next);
    eraseDeadOps(backward.getBody());
  }
  for (auto [place, number] : llvm::enumerate(carried))
    context.accumulate(loop.getInitArgs()[number], backward.getResult(place));
  for (auto [place, capture] : llvm::enumerate(captures))
    context.accumulate(capture, backward.getResult(carried.size() + place));
  return success();
}

LogicalResult LoopAdjoint::build() {
  if (count == 0) {
    for (auto [init, result] : llvm::zip(loop.getInitArgs(), loop.getResults()))
      context.accumulate(init, context.cotangent(result));
    return success();
  }
  if (failed(buildHistories()))
    return failure();
  return buildBackward();
}

namespace {

struct ForModel : Model<ForModel, scf::ForOp> {
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto loop = cast<scf::ForOp>(op);
    std::optional<int64_t> low = getConstantIntValue(loop.getLowerBound());
    std::optional<int64_t> high = getConstantIntValue(loop.getUpperBound());
    std::optional<int64_t> step = getConstantIntValue(loop.getStep());
    if (!low || !high || !step || *step <= 0)
      return context.emitUnsupported(
          op, "its number of iterations is not known when compiling",
          "give it constant bounds and a constant step");
    int64_t count = *high > *low ? llvm::divideCeil(*high - *low, *step) : 0;
    return LoopAdjoint(loop, count, builder, context).build();
  }
};

/// Only says no, and why.
struct WhileModel : Model<WhileModel, scf::WhileOp> {
  LogicalResult buildVJP(Operation *op, OpBuilder &,
                         VJPContext &context) const {
    return context.emitUnsupported(
        op, "its number of iterations is known only after it has run",
        "write it as scf.for with constant bounds");
  }
};

} // namespace

void lutra::ad::registerSCFRules(DialectRegistry &registry) {
  registry.addExtension(+[](MLIRContext *context, scf::SCFDialect *) {
    scf::ForOp::attachInterface<ForModel>(*context);
    scf::IfOp::attachInterface<IfModel>(*context);
    scf::WhileOp::attachInterface<WhileModel>(*context);
  });
}
