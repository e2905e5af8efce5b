//===- ExposeMasks.cpp - Conditions of a backward as values of their own -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A rule puts `select(x > 0, c, 0)` into one body, which reads x as a whole.
// What is true of x then becomes a generic before: the same scalar ops, on the
// loops that its inputs run over.
//
//===----------------------------------------------------------------------===//
#include "Residuals.h"
#include "lutra/Autodiff/RuleBuilders.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

using namespace mlir;
using namespace lutra::ad;

namespace {

/// Splits one generic.
class MaskExposer {
public:
  MaskExposer(linalg::GenericOp generic, function_ref<bool(Value)> isForward)
      : generic(generic), isForward(isForward) {}

  /// Gives the op that stands in the place of the generic.
  linalg::GenericOp run();

private:
  /// The body's arguments that a value is computed from; fails where something
  /// else than forward values and constants takes part.
  FailureOr<SetVector<BlockArgument>> findInputs(Value value);
  /// Whether a value is wanted as a tensor of its own.
  bool isMask(Value value);
  Value buildMask(OpBuilder &builder, Value condition,
                  ArrayRef<BlockArgument> inputs, AffineMap &map);

  linalg::GenericOp generic;
  function_ref<bool(Value)> isForward;
};

} // namespace

FailureOr<SetVector<BlockArgument>> MaskExposer::findInputs(Value value) {
  SetVector<BlockArgument> inputs;
  SmallVector<Value> worklist{value};
  while (!worklist.empty()) {
    Value next = worklist.pop_back_val();
    if (next.getParentBlock() != generic.getBody()) {
      if (!isForward(next))
        return failure();
      continue;
    }
    if (auto argument = dyn_cast<BlockArgument>(next)) {
      unsigned number = argument.getArgNumber();
      if (number >= generic.getNumDpsInputs())
        return failure();
      OpOperand *operand = generic.getDpsInputOperand(number);
      auto type = dyn_cast<RankedTensorType>(operand->get().getType());
      AffineMap map = generic.getMatchingIndexingMap(operand);
      if (!isForward(operand->get()) || !type || !type.hasStaticShape() ||
          !map.isProjectedPermutation())
        return failure();
      inputs.insert(argument);
      continue;
    }
    Operation *op = next.getDefiningOp();
    if (op->getNumRegions() != 0 || !isPure(op) ||
        !isa_and_nonnull<arith::ArithDialect, math::MathDialect>(
            op->getDialect()))
      return failure();
    llvm::append_range(worklist, op->getOperands());
  }
  return inputs;
}

bool MaskExposer::isMask(Value value) {
  FailureOr<SetVector<BlockArgument>> inputs = findInputs(value);
  if (failed(inputs) || inputs->empty())
    return false;
  // Inside a longer condition only the whole of it is of use.
  return llvm::any_of(value.getUsers(), [&](Operation *user) {
    return user->getNumResults() != 1 ||
           !user->getResult(0).getType().isInteger(1) ||
           failed(findInputs(user->getResult(0)));
  });
}

Value MaskExposer::buildMask(OpBuilder &builder, Value condition,
                             ArrayRef<BlockArgument> inputs, AffineMap &map) {
  Location loc = condition.getLoc();
  // The loops that the inputs run over, in order, are those of the mask.
  llvm::SmallBitVector used(generic.getNumLoops());
  SmallVector<Value> operands;
  SmallVector<AffineMap> maps;
  for (BlockArgument input : inputs) {
    OpOperand *operand = generic.getDpsInputOperand(input.getArgNumber());
    operands.push_back(operand->get());
    maps.push_back(generic.getMatchingIndexingMap(operand));
    for (AffineExpr result : maps.back().getResults())
      used.set(cast<AffineDimExpr>(result).getPosition());
  }
  SmallVector<unsigned> loops;
  SmallVector<int64_t> ranges = generic.getStaticLoopRanges(), shape;
  for (unsigned loop : used.set_bits()) {
    loops.push_back(loop);
    shape.push_back(ranges[loop]);
  }
  map = AffineMap::getMultiDimMapWithTargets(ranges.size(), loops,
                                             builder.getContext());
  llvm::SmallBitVector unused = used;
  unused.flip();
  for (AffineMap &each : maps)
    each = projectDims(each, unused, /*compressDimsFlag=*/true);
  maps.push_back(builder.getMultiDimIdentityMap(shape.size()));
  Value empty =
      tensor::EmptyOp::create(builder, loc, shape, condition.getType());
  auto mask = linalg::GenericOp::create(
      builder, loc, empty.getType(), operands, empty, maps,
      SmallVector<utils::IteratorType>(shape.size(),
                                       utils::IteratorType::parallel),
      [&](OpBuilder &nested, Location nestedLoc, ValueRange arguments) {
        IRMapping mapping;
        for (auto [input, argument] : llvm::zip(inputs, arguments))
          mapping.map(input, argument);
        SetVector<Operation *> needed;
        SmallVector<Operation *> worklist{condition.getDefiningOp()};
        while (!worklist.empty()) {
          Operation *op = worklist.pop_back_val();
          if (!op || op->getBlock() != generic.getBody() || !needed.insert(op))
            continue;
          for (Value operand : op->getOperands())
            worklist.push_back(operand.getDefiningOp());
        }
        for (Operation &op : generic.getBody()->without_terminator())
          if (needed.contains(&op))
            nested.clone(op, mapping);
        linalg::YieldOp::create(nested, nestedLoc, mapping.lookup(condition));
      });
  return mask.getResult(0);
}

linalg::GenericOp MaskExposer::run() {
  SmallVector<Value> conditions;
  for (Operation &op : generic.getBody()->without_terminator())
    for (Value result : op.getResults())
      if (result.getType().isInteger(1) && isMask(result))
        conditions.push_back(result);
  if (conditions.empty())
    return generic;

  OpBuilder builder(generic);
  SmallVector<Value> inputs(generic.getInputs());
  SmallVector<AffineMap> maps = generic.getIndexingMapsArray();
  unsigned numInputs = inputs.size();
  for (auto [i, condition] : llvm::enumerate(conditions)) {
    AffineMap map;
    inputs.push_back(buildMask(builder, condition,
                               findInputs(condition)->getArrayRef(), map));
    maps.insert(maps.begin() + numInputs + i, map);
  }
  auto reader = linalg::GenericOp::create(
      builder, generic.getLoc(), generic.getResultTypes(), inputs,
      generic.getOutputs(), maps, generic.getIteratorTypesArray());
  reader->setDiscardableAttrs(generic->getDiscardableAttrDictionary());
  Block *body = generic.getBody();
  for (auto [i, condition] : llvm::enumerate(conditions))
    condition.replaceAllUsesWith(body->insertArgument(
        numInputs + i, condition.getType(), condition.getLoc()));
  reader.getRegion().takeBody(generic.getRegion());
  for (Operation &op :
       llvm::make_early_inc_range(llvm::reverse(*reader.getBody())))
    if (isOpTriviallyDead(&op))
      op.erase();
  generic.replaceAllUsesWith(reader.getResults());
  generic.erase();
  return dropUnusedInputs(builder, reader);
}

void lutra::ad::exposeMasks(Joint &joint) {
  auto isForward = [&](Value value) {
    return !llvm::is_contained(joint.cotangents(), value) &&
           !joint.dependent.contains(value.getDefiningOp());
  };
  for (auto generic :
       llvm::to_vector(joint.body().getOps<linalg::GenericOp>())) {
    if (!joint.dependent.contains(generic))
      continue;
    linalg::GenericOp split = MaskExposer(generic, isForward).run();
    if (split == generic)
      continue;
    // Another op may be made where this one was.
    joint.dependent.erase(generic);
    joint.dependent.insert(split);
  }
}
