//===- FreezeRanges.cpp - Use ranges without updating them -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements the approx-freeze-ranges pass, which makes a function
// use the ranges that are its state as they are (M8): they are read, and only
// told of values that are not finite.
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/IR/Roles.h"
#include "lutra/Dialect/Approx/Transforms/Passes.h"
#include "llvm/ADT/BitVector.h"

namespace lutra {
#define GEN_PASS_DEF_FREEZERANGES
#include "lutra/Dialect/Approx/Transforms/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

/// Whether `argument` is one of `function`, and not of a block inside it.
static bool isArgumentOf(BlockArgument argument, func::FuncOp function) {
  return argument && argument.getOwner() == &function.getBody().front();
}

/// The argument whose range `value` is, as it came or updated by batches; none
/// where it is of the values of the moment.
static BlockArgument getState(Value value) {
  auto update = value.getDefiningOp<UpdateRangeOp>();
  while (update && update.getObserver() != Observer::MinMax) {
    value = update.getRange();
    update = value.getDefiningOp<UpdateRangeOp>();
  }
  return dyn_cast<BlockArgument>(value);
}

void lutra::freezeRanges(func::FuncOp function) {
  function.walk([&](UpdateRangeOp op) {
    BlockArgument argument = getState(op.getRange());
    if (isArgumentOf(argument, function) &&
        getArgRole(function, argument.getArgNumber()) == Role::Range)
      op.setObserver(Observer::Fixed);
  });
}

namespace {

struct FreezeRanges : lutra::impl::FreezeRangesBase<FreezeRanges> {
  using FreezeRangesBase::FreezeRangesBase;

  void runOnOperation() override {
    func::FuncOp func = findFunction(getOperation(), function);
    func::ReturnOp ret = func ? getSingleReturn(func) : func::ReturnOp();
    if (!ret)
      return signalPassFailure();
    freezeRanges(func);
    llvm::BitVector unchanged(func.getNumResults());
    for (unsigned i = 0, e = func.getNumResults(); i < e; ++i) {
      BlockArgument argument = getState(ret.getOperand(i));
      if (isArgumentOf(argument, func) &&
          getResultRole(func, i) == Role::Range &&
          getArgName(func, argument.getArgNumber()) ==
              getResultUpdates(func, i))
        unchanged.set(i);
    }
    ret->eraseOperands(unchanged);
    (void)func.eraseResults(unchanged);
  }
};

} // namespace
