//===- ApproxToRuntime.cpp - Contractions on buffers -> runtime calls -----===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements convert-approx-to-runtime, which replaces contractions
// on buffers by calls of the runtime's C ABI.
//
// It runs after bufferization: a call of an external function on tensors would
// copy every operand, and its result could not be its destination.
//
//===----------------------------------------------------------------------===//
#include "Kernels.h"
#include "lutra/Conversion/Passes.h"
#include "lutra/Dialect/Approx/IR/ApproxDialect.h"
#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

namespace lutra {
#define GEN_PASS_DEF_CONVERTAPPROXTORUNTIME
#include "lutra/Conversion/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;

/// Asks the context whether a call has failed.
static void lowerVerdict(RuntimeModule &runtime, approx::RuntimeVerdictOp op) {
  OpBuilder builder(op);
  Location loc = op.getLoc();
  Value failure =
      runtime.call(builder, loc, "failure", runtime.getContext(builder, loc));
  Value ok = arith::ConstantOp::create(
      builder, loc, builder.getI32IntegerAttr(0)); // LUTRA_RT_OK
  Value isOk = arith::CmpIOp::create(builder, loc, arith::CmpIPredicate::eq,
                                     failure, ok);
  Value code = arith::ConstantOp::create(builder, loc, op.getCodeAttr());
  op.replaceAllUsesWith(
      arith::SelectOp::create(builder, loc, isOk, op.getInput(), code)
          .getResult());
  op.erase();
}

namespace {

struct ConvertApproxToRuntimePass
    : lutra::impl::ConvertApproxToRuntimeBase<ConvertApproxToRuntimePass> {
  using Base::Base;

  void runOnOperation() override {
    ModuleOp module = getOperation();
    if (target != "cpu") {
      module.emitError() << "convert-approx-to-runtime has no target '"
                         << target << "'; expected 'cpu'";
      return signalPassFailure();
    }
    RuntimeModule runtime(module);
    SmallVector<Operation *> approximate, exact;
    SmallVector<approx::RuntimeVerdictOp> verdicts;
    module.walk([&](Operation *op) {
      if (isa<linalg::LinalgOp>(op))
        exact.push_back(op);
      else if (auto verdict = dyn_cast<approx::RuntimeVerdictOp>(op))
        verdicts.push_back(verdict);
      else if (isa_and_nonnull<approx::ApproxDialect>(op->getDialect()) &&
               !isa<approx::MultiplierOp>(op))
        approximate.push_back(op);
    });
    for (Operation *op : approximate)
      if (failed(lowerApproxContraction(runtime, op)))
        return signalPassFailure();
    if (exactContractions)
      for (Operation *op : exact)
        lowerExactContraction(runtime, op);
    // Loops become calls later, of the runtime's threads.
    bool isUsed = exactContractions || runtime.isUsed();
    for (approx::RuntimeVerdictOp verdict : verdicts) {
      if (isUsed)
        lowerVerdict(runtime, verdict);
      else
        verdict.replaceAllUsesWith(verdict.getInput()), verdict.erase();
    }
    // Multipliers live on in the tables of the handles.
    for (auto multiplier :
         llvm::make_early_inc_range(module.getOps<approx::MultiplierOp>()))
      multiplier.erase();
  }
};

} // namespace
