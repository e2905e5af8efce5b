//===- Info.cpp - approx-lut info ---------------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Info.h"
#include "Commands.h"
#include "lutra/Multiplier/CostText.h"
#include "lutra/Multiplier/Factorization.h"
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
static cl::opt<std::string> distribution("distribution",
                                         cl::value_desc("file.json[:layer]"),
                                         cl::desc(distributionHelp),
                                         cl::cat(category),
                                         cl::sub(subcommand));
static cl::opt<std::string> cost("cost", cl::value_desc("cost"),
                                 cl::desc(costHelp), cl::cat(category),
                                 cl::sub(subcommand));
static cl::opt<bool>
    wantsFactors("factors",
                 cl::desc("Also factorise the table exactly, which may take "
                          "seconds: int8 MACs per product"),
                 cl::cat(category), cl::sub(subcommand));
static cl::opt<bool> json("json", cl::desc("Print JSON"), cl::cat(category),
                          cl::sub(subcommand));

static std::string describe(OperandType type) {
  return llvm::formatv("{0} ({1} .. {2})", type.str(), type.lo(), type.hi());
}

static std::string describe(ProductBounds bounds) {
  return llvm::formatv("{0} .. {1}", bounds.min, bounds.max);
}

/// What M11 means for this multiplier: whose values are AM's first operand.
std::string tool::describeOrder(const Multiplier &multiplier) {
  if (multiplier.isCommutative())
    return "commutative: operands may be swapped";
  // Which operand is which matters: say who decides.
  std::string rule = "a layer's weight comes first";
  if (multiplier.lhs() != multiplier.rhs())
    return "operands of two types: " + rule;
  unsigned pairs = 0;
  OperandType type = multiplier.lhs();
  for (int32_t a = type.lo(); a <= type.hi(); ++a)
    for (int32_t b = type.lo(); b < a; ++b)
      pairs += multiplier(a, b) != multiplier(b, a);
  return llvm::formatv("not commutative ({0} of {1} pairs): {2}", pairs,
                       type.size() * (type.size() - 1) / 2, rule);
}

/// A line whose text goes on below itself rather than beyond 100 columns.
static void printWrapped(llvm::StringRef name, llvm::StringRef text) {
  for (llvm::StringRef line : wrap(text, /*width=*/72)) {
    printLine(name, line);
    name = "";
  }
}

void tool::printMetadata(const MultiplierMetadata &metadata) {
  printWrapped("source", metadata.description.empty()
                             ? metadata.format
                             : metadata.format + ": " + metadata.description);
  printLine("encoding",
            metadata.encoding + "; operands " + metadata.operandOrder);
  printWrapped("cost",
               metadata.cost ? lutra::describe(*metadata.cost) : "unknown");
  for (const std::string &warning : metadata.warnings)
    printWrapped("warning", warning);
}

static std::string describe(const Factorization &factors) {
  return llvm::formatv("{0} int8 MACs per product by {1}; no factorisation has "
                       "fewer than {2}{3}",
                       factors.macsPerProduct(), factors.strategy,
                       factors.lowerBound,
                       factors.isOneHot ? "; the table does not reduce" : "");
}

static llvm::json::Object toJSON(const Factorization &factors) {
  return llvm::json::Object{{"macs_per_product", factors.macsPerProduct()},
                            {"strategy", factors.strategy},
                            {"lower_bound", factors.lowerBound},
                            {"one_hot", factors.isOneHot}};
}

static void printInfo(const Multiplier &multiplier,
                      const OperandDistribution *weights,
                      const ErrorMetrics &metrics,
                      const std::optional<Factorization> &factors) {
  OperandType lhs = multiplier.lhs(), rhs = multiplier.rhs();
  llvm::outs() << multiplier.name() << "\n";
  printLine("first operand (lhs)", describe(lhs));
  printLine("second operand (rhs)", describe(rhs));
  printLine("table",
            llvm::formatv("{0} x {1} entries", lhs.size(), rhs.size()).str());
  printLine("sha256", multiplier.hash());
  printMetadata(multiplier.metadata());
  printLine("products", describe(multiplier.bounds()) +
                            "; AM(0, 0) = " + llvm::Twine(multiplier(0, 0)));
  printWrapped("order", describeOrder(multiplier));
  if (factors)
    printWrapped("exact factors", describe(*factors));
  if (multiplier.isExact()) {
    printLine("error", "none: AM(a, b) = a b everywhere");
    return;
  }
  printLine("error E = AM(a, b) - a b", describe(multiplier.errorBounds()));
  llvm::outs() << (weights ? "Error metrics, operands as in " + weights->source
                           : "Error metrics, operands uniformly distributed")
               << "\n";
  for (const ErrorMetric &metric : allErrorMetrics())
    printLine(metric.name,
              llvm::formatv("{0,-14}{1}", printNumber(metrics.*metric.value),
                            metric.formula)
                  .str());
}

static llvm::Error run() {
  std::vector<std::string> costs;
  if (!cost.empty())
    costs.push_back(cost);
  auto multipliers = loadMultipliers(std::string(input), costs);
  if (!multipliers)
    return multipliers.takeError();
  const Multiplier &multiplier = multipliers->front();
  auto loaded = loadOptionalDistribution(distribution);
  if (!loaded)
    return loaded.takeError();
  const OperandDistribution *weights = *loaded ? &**loaded : nullptr;
  std::optional<Factorization> factors;
  if (wantsFactors) {
    llvm::Expected<Factorization> found = factorize(multiplier);
    if (!found)
      return found.takeError();
    factors = std::move(*found);
  }
  if (json) {
    auto info = multiplierInfo(multiplier, weights);
    if (!info)
      return info.takeError();
    if (factors)
      (*info)["factors"] = toJSON(*factors);
    llvm::outs() << llvm::formatv("{0:2}\n",
                                  llvm::json::Value(std::move(*info)));
    return llvm::Error::success();
  }
  ErrorMetrics metrics = computeErrorMetrics(multiplier);
  if (weights) {
    auto weighted = computeErrorMetrics(multiplier, *weights);
    if (!weighted)
      return weighted.takeError();
    metrics = *weighted;
  }
  printInfo(multiplier, weights, metrics, factors);
  return llvm::Error::success();
}

Command tool::infoCommand() { return {&subcommand, run}; }
