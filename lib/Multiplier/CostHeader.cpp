//===- CostHeader.cpp - Cost and errors in a circuit's comments -----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "CostHeader.h"
#include "lutra/Multiplier/Metrics.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include <cmath>

using namespace lutra;
using llvm::StringRef;

/// The number at the beginning of `text`, which is taken off: digits, a point,
/// an exponent ("72829.1e2").
static std::optional<StatedNumber> takeNumber(StringRef &text) {
  StringRef digits =
      text.take_while([](char c) { return llvm::isDigit(c) || c == '.'; });
  StringRef rest = text.drop_front(digits.size());
  int exponent = 0;
  if (rest.size() > 1 && rest.consume_front("e") &&
      !rest.consumeInteger(10, exponent))
    text = rest;
  else
    text = text.drop_front(digits.size());
  StatedNumber number;
  // Short enough to be finite; to_float would take "inf" and hexadecimal too.
  if (digits.size() > 30 || exponent < -30 || exponent > 30 ||
      !llvm::to_float(digits, number.value))
    return std::nullopt;
  size_t point = digits.find('.');
  size_t decimals = point == StringRef::npos ? 0 : digits.size() - point - 1;
  number.value *= std::pow(10.0, exponent);
  number.rounding = 0.5 * std::pow(10.0, exponent - double(decimals));
  return number;
}

/// "PDK45_PWR" = 0.237 mW. Keeps what it has for a key that comes again.
static void readCost(StringRef key, double value, StringRef unit,
                     CircuitHeader &header) {
  struct Row {
    const char *suffix, *unit;
    std::optional<double> HardwareCost::*member;
    double scale;
  };
  static const Row rows[] = {
      {"PWR", "mW", &HardwareCost::powerMW, 1},
      {"PWR", "uW", &HardwareCost::powerMW, 1e-3},
      {"PWR", "W", &HardwareCost::powerMW, 1e3},
      {"AREA", "um2", &HardwareCost::areaUm2, 1},
      {"AREA", "um^2", &HardwareCost::areaUm2, 1},
      {"DELAY", "ns", &HardwareCost::delayNs, 1},
      {"DELAY", "ps", &HardwareCost::delayNs, 1e-3},
  };
  auto [process, suffix] = key.rsplit('_');
  if (process.empty() || suffix.empty())
    return;
  for (const Row &row : rows) {
    if (suffix != row.suffix || unit != row.unit)
      continue;
    if (!header.cost)
      header.cost.emplace();
    HardwareCost &cost = *header.cost;
    if (cost.process.empty())
      cost.process = process.str();
    // Costs of two processes do not belong together.
    if (cost.process == process && !(cost.*row.member))
      cost.*row.member = value * row.scale;
  }
}

CircuitHeader lutra::parseCircuitHeader(StringRef text) {
  static const std::pair<const char *,
                         std::optional<StatedNumber> CircuitHeader::*>
      errors[] = {{"MAE", &CircuitHeader::meanError},
                  {"WCE", &CircuitHeader::worstCaseError},
                  {"EP%", &CircuitHeader::errorPercent},
                  {"MRE%", &CircuitHeader::meanRelativePercent},
                  {"MSE", &CircuitHeader::meanSquaredError}};
  CircuitHeader header;
  while (!text.empty()) {
    auto [line, rest] = text.split('\n');
    text = rest;
    line = line.trim();
    if (!line.consume_front("//") && !line.consume_front("*") &&
        !line.consume_front("#"))
      continue;
    auto [key, value] = line.split('=');
    key = key.trim();
    value = value.trim();
    std::optional<StatedNumber> number = takeNumber(value);
    if (!number)
      continue;
    readCost(key, number->value, value.trim(), header);
    for (auto [name, member] : errors)
      if (key == name && !(header.*member))
        header.*member = number;
  }
  return header;
}

void lutra::readCostHeader(const TableSource &source, FileTable &table) {
  CircuitHeader header = parseCircuitHeader(source.bytes);
  StringRef file = llvm::sys::path::filename(source.path);
  if (header.cost) {
    header.cost->source = ("header of " + file).str();
    table.metadata.cost = header.cost;
  }
  if (!header.meanError && !header.worstCaseError && !header.errorPercent &&
      !header.meanRelativePercent && !header.meanSquaredError)
    return;
  // An entry that no product has is for Multiplier::create() to refuse.
  llvm::Expected<Multiplier> multiplier =
      Multiplier::create(table.lhs, table.rhs, table.entries, "");
  if (!multiplier)
    return llvm::consumeError(multiplier.takeError());
  ErrorMetrics metrics = computeErrorMetrics(*multiplier);
  struct Row {
    const char *name;
    std::optional<StatedNumber> stated;
    double actual;
  };
  std::string differences;
  for (const Row &row :
       {Row{"MAE", header.meanError, metrics.meanErrorDistance},
        Row{"WCE", header.worstCaseError, metrics.worstCaseErrorDistance},
        Row{"EP%", header.errorPercent, 100 * metrics.errorRate},
        Row{"MRE%", header.meanRelativePercent,
            100 * metrics.meanRelativeErrorDistance},
        Row{"MSE", header.meanSquaredError, metrics.meanSquaredError}}) {
    // Headers round to two or three digits: another circuit is further off.
    if (!row.stated ||
        std::abs(row.actual - row.stated->value) <=
            1.01 * row.stated->rounding + 0.02 * std::abs(row.stated->value))
      continue;
    differences += llvm::formatv("{0}{1} {2} (the table's is {3})",
                                 differences.empty() ? "" : ", ", row.name,
                                 llvm::format("%.6g", row.stated->value),
                                 llvm::format("%.6g", row.actual));
  }
  if (!differences.empty())
    table.metadata.warnings.push_back("the header states other errors: " +
                                      differences);
}
