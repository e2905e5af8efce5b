//===- FreezeRanges.cpp - Use ranges without updating them -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements the approx-freeze-ranges pass, which makes a function
// use the ranges that are its state as they are (M8).
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

void lutra::freezeRanges(func::FuncOp function) {
  // A range of the current values alone (min_max) is no state, and stays.
  SmallVector<UpdateRangeOp> updates;
  function.walk([&](UpdateRangeOp op) {
    auto argument = dyn_cast<BlockArgument>(op.getRange());
    if (isArgumentOf(argument, function) &&
        getArgRole(function, argument.getArgNumber()) == Role::Range)
      updates.push_back(op);
  });
  for (UpdateRangeOp op : updates) {
    op.getResult().replaceAllUsesWith(op.getRange());
    op.erase();
  }
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
      auto argument = dyn_cast<BlockArgument>(ret.getOperand(i));
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
