//===- RulesTest.cpp - Every scalar op has a derivative or a reason -------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Asks the dialects which ops they have, so that an op that upstream adds is
// not forgotten.
//
//===----------------------------------------------------------------------===//
#include "lutra/Autodiff/Rules.h"
#include "lutra/Autodiff/DifferentiableOpInterface.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "llvm/ADT/StringMap.h"
#include "gtest/gtest.h"

using namespace mlir;

namespace {

/// Ops without a rule, and why. An active use is refused by name.
const llvm::StringMap<const char *> &reasons() {
  static const llvm::StringMap<const char *> reasons = {
      {"math.absi", "integers"},
      {"math.ctlz", "integers"},
      {"math.ctpop", "integers"},
      {"math.cttz", "integers"},
      {"math.ipowi", "integers"},
      {"math.sincos", "no frontend makes it; math.sin and math.cos have rules"},
      {"arith.addi", "integers"},
      {"arith.addui_extended", "integers"},
      {"arith.andi", "integers"},
      {"arith.bitcast",
       "the bits of a number are no function to differentiate"},
      {"arith.ceildivsi", "integers"},
      {"arith.ceildivui", "integers"},
      {"arith.cmpi", "integers"},
      {"arith.constant", "depends on nothing"},
      {"arith.divsi", "integers"},
      {"arith.divui", "integers"},
      {"arith.extsi", "integers"},
      {"arith.extui", "integers"},
      {"arith.floordivsi", "integers"},
      {"arith.index_cast", "integers"},
      {"arith.index_castui", "integers"},
      {"arith.maxsi", "integers"},
      {"arith.maxui", "integers"},
      {"arith.minsi", "integers"},
      {"arith.minui", "integers"},
      {"arith.muli", "integers"},
      {"arith.mulsi_extended", "integers"},
      {"arith.mului_extended", "integers"},
      {"arith.ori", "integers"},
      {"arith.remsi", "integers"},
      {"arith.remui", "integers"},
      {"arith.scaling_extf", "block formats are not trained"},
      {"arith.scaling_truncf", "block formats are not trained"},
      {"arith.shli", "integers"},
      {"arith.shrsi", "integers"},
      {"arith.shrui", "integers"},
      {"arith.sitofp", "reads an integer"},
      {"arith.subi", "integers"},
      {"arith.trunci", "integers"},
      {"arith.uitofp", "reads an integer"},
      {"arith.xori", "integers"},
  };
  return reasons;
}

TEST(Rules, EveryScalarOpHasOneOrAReason) {
  DialectRegistry registry;
  registry.insert<arith::ArithDialect, math::MathDialect>();
  lutra::ad::registerRules(registry);
  MLIRContext context(registry);
  context.loadDialect<arith::ArithDialect, math::MathDialect>();
  llvm::StringMap<bool> seen;
  unsigned rules = 0;
  for (RegisteredOperationName op : context.getRegisteredOperations()) {
    StringRef dialect = op.getDialectNamespace();
    if (dialect != "arith" && dialect != "math")
      continue;
    bool hasRule = op.hasInterface<lutra::ad::DifferentiableOpInterface>();
    bool hasReason = reasons().contains(op.getStringRef());
    rules += hasRule;
    seen[op.getStringRef()] = true;
    EXPECT_NE(hasRule, hasReason) << op.getStringRef().str();
  }
  for (const auto &reason : reasons())
    EXPECT_TRUE(seen.contains(reason.getKey()))
        << reason.getKey().str() << " is listed and does not exist";
  EXPECT_GT(rules, 50u);
}

} // namespace
