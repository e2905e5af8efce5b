//===- MaterializeTables.cpp - Tables of the multipliers of a module -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements the approx-materialize-tables pass, which writes down
// what a multiplier's spec stands for: its table, hash, bounds and factors; and
// what the files of the estimators hold.
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/IR/Gradients.h"
#include "lutra/Dialect/Approx/IR/Multipliers.h"
#include "lutra/Dialect/Approx/Transforms/Passes.h"

namespace lutra {
#define GEN_PASS_DEF_MATERIALIZETABLES
#include "lutra/Dialect/Approx/Transforms/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra::approx;

namespace {

struct MaterializeTables
    : lutra::impl::MaterializeTablesBase<MaterializeTables> {
  using MaterializeTablesBase::MaterializeTablesBase;

  void runOnOperation() override {
    for (MultiplierOp op : getOperation().getOps<MultiplierOp>()) {
      // From here on the table is read in place of the spec; getMultiplier has
      // compared a table that is there already with its hash.
      auto multiplier = getMultiplier(op);
      if (failed(multiplier))
        return signalPassFailure();
      setMultiplierData(op, **multiplier, tables && !op.getTable());
      if (!factors && !op.getFactors())
        continue;
      // Factors that are there are compared with the table.
      auto factorization = getFactorization(op);
      if (failed(factorization))
        return signalPassFailure();
      if (!op.getFactors())
        setFactors(op, **factorization);
    }
    if (failed(readEstimators()))
      signalPassFailure();
  }

private:
  /// Once for all ops that mean the same.
  LogicalResult readEstimators() {
    DenseMap<std::pair<MultiplierOp, GradientAttr>, GradientAttr> known;
    WalkResult result = getOperation().walk([&](EstimatorUserInterface op) {
      GradientAttr gradient = op.getGradientAttr();
      if (!gradient)
        return WalkResult::advance(); // the float form
      auto multiplier = SymbolTable::lookupNearestSymbolFrom<MultiplierOp>(
          op, op.getMultiplierAttr());
      GradientAttr &read = known[{multiplier, gradient}];
      if (!read) {
        FailureOr<GradientAttr> found =
            readFiles([&] { return op->emitOpError(); }, gradient,
                      getOperandType(multiplier.getLhsType()),
                      getOperandType(multiplier.getRhsType()));
        if (failed(found))
          return WalkResult::interrupt();
        read = *found;
      }
      op.setGradientAttr(read);
      return WalkResult::advance();
    });
    return failure(result.wasInterrupted());
  }
};

} // namespace
