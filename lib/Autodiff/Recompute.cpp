//===- Recompute.cpp - Less memory between forward and backward -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Rules read whatever forward values are at hand: of a batch norm and a relu
// the centred input, the normalised one, the sum and the activation. One of
// them gives the others by elementwise ops, which are fused into their readers
// and cost less than the memory. The values that are kept are those that split
// mode would save, and those of a residual stream: each of them comes from the
// one before, and the first to be computed anew would bring all of them along.
//
//===----------------------------------------------------------------------===//
#include "Residuals.h"
#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "lutra/Dialect/Approx/Transforms/Contractions.h"
#include "mlir/IR/IRMapping.h"

using namespace mlir;
using namespace lutra;
using namespace lutra::ad;

namespace {

/// Scalars, ranges, statistics of channels: kept whatever they are computed
/// from.
constexpr int64_t smallBytes = 4096;

class Recomputer {
public:
  Recomputer(Joint &joint, ArrayRef<Value> kept)
      : joint(joint), kept(kept.begin(), kept.end()) {}

  void run();

private:
  bool isForward(Value value) {
    Operation *op = value.getDefiningOp();
    return op && op->getBlock() == &joint.body() &&
           !joint.dependent.contains(op);
  }
  /// What stands in the backward for a forward value that is not kept.
  Value recompute(OpBuilder &builder, Value value);
  /// The same for an operand of what is computed anew.
  Value getOperand(OpBuilder &builder, Value value);

  Joint &joint;
  DenseSet<Value> kept;
  IRMapping anew;
  DenseMap<Value, Value> barriers;
};

} // namespace

Value Recomputer::getOperand(OpBuilder &builder, Value value) {
  if (!isForward(value) || value.getDefiningOp()->getNumOperands() == 0)
    return value;
  if (!kept.contains(value))
    return recompute(builder, value);
  if (!isa<RankedTensorType>(value.getType()) ||
      getBytes(value.getType()) < smallBytes)
    return value;
  Value &barrier = barriers[value];
  if (!barrier)
    barrier = approx::OptimizationBarrierOp::create(builder, value.getLoc(),
                                                    value.getType(), value);
  return barrier;
}

Value Recomputer::recompute(OpBuilder &builder, Value value) {
  if (Value known = anew.lookupOrNull(value))
    return known;
  Operation *op = value.getDefiningOp();
  IRMapping operands;
  for (Value read : getReads(op))
    operands.map(read, getOperand(builder, read));
  Operation *clone = builder.clone(*op, operands);
  anew.map(op->getResults(), clone->getResults());
  return anew.lookup(value);
}

void Recomputer::run() {
  SmallVector<Operation *> backward;
  for (Operation &op : joint.body().without_terminator())
    if (joint.dependent.contains(&op))
      backward.push_back(&op);
  for (Operation *op : backward) {
    OpBuilder builder(op);
    op->walk([&](Operation *nested) {
      for (OpOperand &operand : nested->getOpOperands()) {
        Value value = operand.get();
        if (isForward(value) && !kept.contains(value) &&
            value.getDefiningOp()->getNumOperands() > 0)
          operand.set(recompute(builder, value));
      }
    });
  }
}

static bool isContraction(Operation *op) {
  if (auto linalgOp = dyn_cast<linalg::LinalgOp>(op))
    return approx::isContraction(linalgOp);
  return isa<approx::ApproxDialect>(op->getDialect()) &&
         isa<DestinationStyleOpInterface>(op);
}

/// The results of forward ops that a later forward op reads behind a
/// contraction.
static DenseSet<Value> findCarried(Joint &joint) {
  DenseMap<Operation *, unsigned> contractionsBefore;
  unsigned count = 0;
  for (Operation &op : joint.body()) {
    contractionsBefore[&op] = count;
    count += !joint.dependent.contains(&op) && isContraction(&op);
  }
  DenseSet<Value> carried;
  for (Operation &op : joint.body().without_terminator())
    if (!joint.dependent.contains(&op))
      for (Value read : getReads(&op))
        if (Operation *def = read.getDefiningOp();
            def && contractionsBefore.at(&op) > contractionsBefore.at(def))
          carried.insert(read);
  return carried;
}

LogicalResult lutra::ad::recomputeInBackward(Joint &joint) {
  joint.findDependentOps();
  DenseSet<Value> carried = findCarried(joint);
  FailureOr<SmallVector<Value>> kept = chooseResiduals(
      joint,
      [](Value value) {
        return isa<BlockArgument>(value) ||
               getBytes(value.getType()) < smallBytes;
      },
      [&](Value value) { return carried.contains(value); });
  if (failed(kept))
    return failure();
  Recomputer(joint, *kept).run();
  return success();
}
