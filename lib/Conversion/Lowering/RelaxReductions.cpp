//===- RelaxReductions.cpp - Let float reductions be reordered ------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements approx-relax-reductions. A sum of f32 in the order of
// its loop is one long chain of additions, which stays scalar; allowed to
// regroup, LLVM keeps one partial sum per vector lane.
//
//===----------------------------------------------------------------------===//
#include "lutra/Conversion/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"

namespace lutra {
#define GEN_PASS_DEF_RELAXREDUCTIONS
#include "lutra/Conversion/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;

namespace {

void addFlags(Operation *op, arith::FastMathFlags flags) {
  auto fastMath = cast<arith::ArithFastMathInterface>(op);
  flags = flags | fastMath.getFastMathFlagsAttr().getValue();
  op->setAttr(fastMath.getFastMathAttrName(),
              arith::FastMathFlagsAttr::get(op->getContext(), flags));
}

/// Marks what combines the accumulator `argument` with a new value.
void relax(BlockArgument argument) {
  if (!argument.hasOneUse())
    return;
  Operation *combiner = *argument.getUsers().begin();
  if (!isa<arith::AddFOp, arith::MulFOp, arith::MaximumFOp, arith::MinimumFOp,
           arith::MaxNumFOp, arith::MinNumFOp>(combiner))
    return;
  // With `contract`, a sum of products is a chain of fused multiply-adds.
  arith::FastMathFlags flags = arith::FastMathFlags::reassoc;
  if (isa<arith::AddFOp>(combiner))
    flags = flags | arith::FastMathFlags::contract;
  addFlags(combiner, flags);
  if (!isa<arith::AddFOp>(combiner))
    return;
  for (Value operand : combiner->getOperands())
    if (auto product = operand.getDefiningOp<arith::MulFOp>();
        product && product->getBlock() == combiner->getBlock() &&
        product->hasOneUse())
      addFlags(product, arith::FastMathFlags::contract);
}

struct RelaxReductionsPass
    : lutra::impl::RelaxReductionsBase<RelaxReductionsPass> {
  void runOnOperation() override {
    getOperation()->walk([](linalg::LinalgOp op) {
      if (op.getNumReductionLoops() == 0)
        return;
      for (BlockArgument argument : op.getRegionOutputArgs())
        relax(argument);
    });
  }
};

} // namespace
