//===- VerifyContractions.cpp - No contraction in a generic -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Implements approx-verify-contractions.
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/Transforms/Contractions.h"
#include "lutra/Dialect/Approx/Transforms/Passes.h"

namespace lutra {
#define GEN_PASS_DEF_APPROXVERIFYCONTRACTIONS
#include "lutra/Dialect/Approx/Transforms/Passes.h.inc"
} // namespace lutra

using namespace mlir;

namespace {
struct ApproxVerifyContractions
    : public lutra::impl::ApproxVerifyContractionsBase<
          ApproxVerifyContractions> {
  void runOnOperation() override {
    WalkResult result = getOperation().walk([](linalg::GenericOp op) {
      if (!lutra::approx::isContraction(op) ||
          lutra::approx::hasEmptyOperand(op))
        return WalkResult::advance();
      op.emitError("contraction written as linalg.generic: no library or "
                   "runtime kernel would take it");
      return WalkResult::interrupt();
    });
    if (result.wasInterrupted())
      signalPassFailure();
  }
};
} // namespace
