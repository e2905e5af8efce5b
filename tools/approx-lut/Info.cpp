//===- Info.cpp - approx-lut info ---------------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Info.h"
#include "Commands.h"
#include "lutra/Multiplier/LoadMultiplier.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;
using namespace lutra::tool;
namespace cl = llvm::cl;

static cl::SubCommand
    subcommand("info",
               "Describe a multiplier: types, hash, bounds, error metrics");
static cl::opt<std::string> input(cl::Positional, cl::Required,
                                  cl::desc(multiplierHelp),
                                  cl::sub(subcommand));
static cl::opt<bool> json("json", cl::desc("Print JSON"), cl::cat(category),
                          cl::sub(subcommand));

static std::string describe(OperandType type) {
  return llvm::formatv("{0} ({1} .. {2})", type.str(), type.lo(), type.hi());
}

static std::string describe(ProductBounds bounds) {
  return llvm::formatv("{0} .. {1}", bounds.min, bounds.max);
}

/// What M11 means for this multiplier: whose values are AM's first operand.
static std::string describeOrder(const Multiplier &multiplier) {
  if (multiplier.isCommutative())
    return "commutative: operands may be swapped";
  // Which operand is which matters: say who decides.
  std::string rule = "a layer's weight is the first operand (M11)";
  if (multiplier.lhs() != multiplier.rhs())
    return "operands of two types: " + rule;
  unsigned pairs = 0;
  OperandType type = multiplier.lhs();
  for (int32_t a = type.lo(); a <= type.hi(); ++a)
    for (int32_t b = type.lo(); b < a; ++b)
      pairs += multiplier(a, b) != multiplier(b, a);
  return llvm::formatv("not commutative, AM(a, b) != AM(b, a) for {0} of {1} "
                       "pairs: {2}",
                       pairs, type.size() * (type.size() - 1) / 2, rule);
}

static void printInfo(const Multiplier &multiplier) {
  OperandType lhs = multiplier.lhs(), rhs = multiplier.rhs();
  llvm::outs() << multiplier.name() << "\n";
  printLine("first operand (lhs)", describe(lhs));
  printLine("second operand (rhs)", describe(rhs));
  printLine("table",
            llvm::formatv("{0} x {1} entries", lhs.size(), rhs.size()).str());
  printLine("sha256", multiplier.hash());
  printLine("products", describe(multiplier.bounds()) +
                            "; AM(0, 0) = " + llvm::Twine(multiplier(0, 0)));
  printLine("order", describeOrder(multiplier));
  if (multiplier.isExact()) {
    printLine("error", "none: AM(a, b) = a b everywhere");
    return;
  }
  printLine("error E = AM(a, b) - a b", describe(multiplier.errorBounds()));
  llvm::outs() << "Error metrics, operands uniformly distributed\n";
  ErrorMetrics metrics = computeErrorMetrics(multiplier);
  for (const ErrorMetric &metric : allErrorMetrics())
    printLine(metric.name,
              llvm::formatv("{0,-14}{1}", printNumber(metrics.*metric.value),
                            metric.formula)
                  .str());
}

static llvm::Error run() {
  llvm::Expected<Multiplier> multiplier = loadMultiplier(input);
  if (!multiplier)
    return multiplier.takeError();
  if (json)
    llvm::outs() << llvm::formatv(
        "{0:2}\n", llvm::json::Value(multiplierInfo(*multiplier)));
  else
    printInfo(*multiplier);
  return llvm::Error::success();
}

Command tool::infoCommand() { return {&subcommand, run}; }
