//===- Compare.cpp - approx-lut compare ---------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Compare.h"
#include "Commands.h"
#include "lutra/Multiplier/CostText.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;
using namespace lutra::tool;
using llvm::formatv;
namespace cl = llvm::cl;

static cl::SubCommand subcommand(
    "compare",
    "Say how multipliers are related: equal, equal up to transposition, "
    "signedness or bit order, or how far apart; errors and cost side by side");
static cl::list<std::string> inputs(cl::Positional, cl::OneOrMore,
                                    cl::desc("<multiplier> <multiplier>..."),
                                    cl::sub(subcommand));
static cl::opt<std::string> distribution("distribution",
                                         cl::value_desc("file.json[:layer]"),
                                         cl::desc(distributionHelp),
                                         cl::cat(category),
                                         cl::sub(subcommand));
static cl::list<std::string> costs("cost", cl::value_desc("cost"),
                                   cl::desc(costHelp), cl::cat(category),
                                   cl::sub(subcommand));
static cl::opt<bool> json("json", cl::desc("Print JSON"), cl::cat(category),
                          cl::sub(subcommand));

/// "[2]", as the multipliers are numbered.
static std::string number(size_t index) {
  return "[" + std::to_string(index + 1) + "]";
}

/// Metrics and known costs of a multiplier, as (title, text).
using Facts = std::vector<std::pair<std::string, std::string>>;

static llvm::Expected<std::vector<Facts>>
collectFacts(llvm::ArrayRef<Multiplier> multipliers,
             const OperandDistribution *weights) {
  std::vector<Facts> facts(multipliers.size());
  for (size_t i = 0; i < multipliers.size(); ++i) {
    ErrorMetrics metrics = computeErrorMetrics(multipliers[i]);
    if (weights) {
      auto weighted = computeErrorMetrics(multipliers[i], *weights);
      if (!weighted)
        return weighted.takeError();
      metrics = *weighted;
    }
    for (const ErrorMetric &metric : allErrorMetrics())
      facts[i].emplace_back(metric.name, printNumber(metrics.*metric.value));
  }
  for (const CostQuantity &quantity : allCostQuantities()) {
    std::vector<std::optional<double>> values;
    for (const Multiplier &multiplier : multipliers) {
      const std::optional<HardwareCost> &cost = multiplier.metadata().cost;
      values.push_back(cost ? (*cost).*quantity.value : std::nullopt);
    }
    if (llvm::none_of(values, [](auto value) { return value.has_value(); }))
      continue;
    std::string title = *quantity.unit
                            ? std::string(quantity.name) + ", " + quantity.unit
                            : "gate equivalents";
    for (size_t i = 0; i < multipliers.size(); ++i)
      facts[i].emplace_back(title,
                            values[i] ? printNumber(*values[i]) : "unknown");
  }
  return facts;
}

/// One column per multiplier.
static llvm::Error printSideBySide(llvm::ArrayRef<Multiplier> multipliers,
                                   const OperandDistribution *weights) {
  auto facts = collectFacts(multipliers, weights);
  if (!facts)
    return facts.takeError();
  llvm::outs() << (weights ? "Operands as in " + weights->source
                           : "Operands uniformly distributed")
               << "\n";
  // So many as fit on a line of 100 columns stand beside each other.
  constexpr size_t perBlock = 5;
  for (size_t begin = 0; begin < facts->size(); begin += perBlock) {
    size_t end = std::min(facts->size(), begin + perBlock);
    std::vector<std::vector<std::string>> rows(1, {""});
    for (size_t i = begin; i < end; ++i)
      rows[0].push_back(number(i));
    for (size_t row = 0; row < facts->front().size(); ++row) {
      rows.push_back({(*facts)[0][row].first});
      for (size_t i = begin; i < end; ++i)
        rows.back().push_back((*facts)[i][row].second);
    }
    printTable(rows);
  }
  return llvm::Error::success();
}

/// "differs for 12.5 % of the operand pairs, mean |D| 16, largest at ..."
static std::string describe(const TableDifference &difference) {
  return formatv("differ for {0} % of {1} operand pairs: mean |D| {2}, mean D "
                 "{3}, max |D| {4} at ({5}, {6}): {7} and {8}",
                 printNumber(100 * difference.differing), difference.pairs,
                 printNumber(difference.meanAbsolute),
                 printNumber(difference.mean), difference.maxAbsolute,
                 difference.lhs, difference.rhs, difference.first,
                 difference.second);
}

static llvm::Error printPair(llvm::ArrayRef<Multiplier> multipliers, size_t i,
                             size_t j, const OperandDistribution *weights) {
  const Multiplier &a = multipliers[i], &b = multipliers[j];
  llvm::outs() << "  " << number(i) << " and " << number(j) << ": ";
  if (std::optional<TableRelation> relation = findRelation(a, b)) {
    llvm::outs() << relation->str() << "\n";
    return llvm::Error::success();
  }
  auto difference = computeDifference(a, b, weights);
  if (!difference)
    return difference.takeError();
  llvm::outs() << describe(*difference) << "\n";
  // An order that fits better than the one they have is a likely mistake.
  auto transposed = computeDifference(a, b, weights, /*transposed=*/true);
  if (!transposed)
    return transposed.takeError();
  if (2 * transposed->meanAbsolute < difference->meanAbsolute)
    llvm::outs() << "      much nearer when one is transposed: mean |D| "
                 << printNumber(transposed->meanAbsolute) << "\n";
  return llvm::Error::success();
}

/// Mean |D| of every pair, for more pairs than one would read as sentences.
static llvm::Error printMatrix(llvm::ArrayRef<Multiplier> multipliers,
                               llvm::ArrayRef<std::vector<size_t>> classes,
                               const OperandDistribution *weights) {
  std::vector<std::vector<std::string>> rows(1, {"mean |D|"});
  for (const std::vector<size_t> &column : classes.drop_front())
    rows[0].push_back(number(column.front()));
  for (size_t i = 0; i + 1 < classes.size(); ++i) {
    rows.push_back({number(classes[i].front())});
    for (size_t j = 1; j < classes.size(); ++j) {
      if (j <= i) {
        rows.back().push_back("");
        continue;
      }
      auto difference =
          computeDifference(multipliers[classes[i].front()],
                            multipliers[classes[j].front()], weights);
      if (!difference)
        return difference.takeError();
      rows.back().push_back(
          formatv("{0}", llvm::format("%.4g", difference->meanAbsolute)));
    }
  }
  printTable(rows);
  return llvm::Error::success();
}

static llvm::Error printRelations(llvm::ArrayRef<Multiplier> multipliers,
                                  const OperandDistribution *weights) {
  llvm::outs() << "Relations, D = first - second\n";
  std::vector<std::vector<size_t>> classes = findEqualTables(multipliers);
  for (const std::vector<size_t> &members : classes)
    if (members.size() > 1)
      llvm::outs() << "  " << llvm::join(llvm::map_range(members, number), ", ")
                   << ": equal\n";
  // Of equal tables one speaks for all.
  constexpr size_t mostSentences = 4;
  bool asMatrix = classes.size() > mostSentences;
  for (size_t i = 0; i < classes.size(); ++i)
    for (size_t j = i + 1; j < classes.size(); ++j) {
      size_t a = classes[i].front(), b = classes[j].front();
      if (asMatrix && !findRelation(multipliers[a], multipliers[b]))
        continue;
      if (llvm::Error error = printPair(multipliers, a, b, weights))
        return error;
    }
  return asMatrix ? printMatrix(multipliers, classes, weights)
                  : llvm::Error::success();
}

static void printNames(llvm::ArrayRef<Multiplier> multipliers) {
  for (size_t i = 0; i < multipliers.size(); ++i) {
    const Multiplier &multiplier = multipliers[i];
    llvm::outs() << number(i) << " " << multiplier.name() << ": "
                 << multiplier.lhs().str() << " x " << multiplier.rhs().str()
                 << ", " << multiplier.metadata().encoding << ", operands "
                 << multiplier.metadata().operandOrder << ", sha256 "
                 << llvm::StringRef(multiplier.hash()).take_front(12) << "\n";
    if (multiplier.metadata().cost)
      llvm::outs() << "    cost: "
                   << lutra::describe(*multiplier.metadata().cost) << "\n";
  }
}

static llvm::Error run() {
  if (inputs.size() < 2)
    return llvm::createStringError("compare expects two multipliers or more");
  auto multipliers = loadMultipliers(std::vector<std::string>(inputs),
                                     std::vector<std::string>(costs));
  if (!multipliers)
    return multipliers.takeError();
  llvm::for_each(*multipliers, warnOf);
  auto loaded = loadOptionalDistribution(distribution);
  if (!loaded)
    return loaded.takeError();
  const OperandDistribution *weights = *loaded ? &**loaded : nullptr;
  if (json) {
    auto info = compareInfo(*multipliers, weights);
    if (!info)
      return info.takeError();
    llvm::outs() << formatv("{0:2}\n", llvm::json::Value(std::move(*info)));
    return llvm::Error::success();
  }
  printNames(*multipliers);
  if (llvm::Error error = printRelations(*multipliers, weights))
    return error;
  return printSideBySide(*multipliers, weights);
}

Command tool::compareCommand() { return {&subcommand, run}; }
