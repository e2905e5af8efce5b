//===- CostText.cpp - Hardware cost as people write it --------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/CostText.h"
#include "lutra/Multiplier/Spec.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
#include <cmath>

using namespace lutra;
using llvm::StringRef;
using llvm::Twine;

llvm::ArrayRef<CostQuantity> lutra::allCostQuantities() {
  static const CostQuantity quantities[] = {
      {"power", "power_mw", "mW", &HardwareCost::powerMW},
      {"area", "area_um2", "um2", &HardwareCost::areaUm2},
      {"delay", "delay_ns", "ns", &HardwareCost::delayNs},
      {"gates", "gate_equivalents", "", &HardwareCost::gateEquivalents},
  };
  return quantities;
}

namespace {
/// A unit and what a number in it is worth in the stored unit of `quantity`.
struct Unit {
  const char *quantity, *name;
  double factor;
};
} // namespace

static constexpr Unit units[] = {
    {"power", "W", 1e3},   {"power", "mW", 1},    {"power", "uW", 1e-3},
    {"power", "nW", 1e-6}, {"area", "um2", 1},    {"area", "um^2", 1},
    {"area", "mm2", 1e6},  {"area", "mm^2", 1e6}, {"delay", "ns", 1},
    {"delay", "ps", 1e-3},
};

static llvm::Error makeError(const Twine &message) {
  return llvm::createStringError(message);
}

static llvm::Expected<double> parseQuantity(const CostQuantity &quantity,
                                            StringRef text) {
  StringRef digits = text.take_while([](char c) {
    return llvm::isDigit(c) || c == '.' || c == '+' || c == '-';
  });
  // An exponent, but not the beginning of a unit.
  StringRef rest = text.drop_front(digits.size());
  if (rest.size() > 1 && (rest[0] == 'e' || rest[0] == 'E') &&
      (llvm::isDigit(rest[1]) || rest[1] == '-' || rest[1] == '+')) {
    StringRef exponent = rest.drop_front(2).take_while(llvm::isDigit);
    digits = text.take_front(digits.size() + 2 + exponent.size());
    rest = text.drop_front(digits.size());
  }
  double value;
  if (digits.getAsDouble(value) || !std::isfinite(value) || value < 0)
    return makeError("cost '" + Twine(quantity.name) +
                     "' expects a number that is not negative, got '" + text +
                     "'");
  rest = rest.trim();
  if (rest.empty())
    return value;
  llvm::SmallVector<StringRef> known;
  for (const Unit &unit : units) {
    if (StringRef(unit.quantity) != quantity.name)
      continue;
    if (rest == unit.name)
      return value * unit.factor;
    known.push_back(unit.name);
  }
  if (known.empty())
    return makeError("cost '" + Twine(quantity.name) + "' has no unit, got '" +
                     text + "'");
  return makeError("cost '" + Twine(quantity.name) + "' expects the unit " +
                   llvm::join(known, ", ") + ", got '" + rest + "'");
}

llvm::Expected<HardwareCost> lutra::parseHardwareCost(StringRef text) {
  HardwareCost cost;
  cost.source = "given by the user";
  bool hasQuantity = false;
  llvm::SmallVector<StringRef> fields, names;
  for (const CostQuantity &quantity : allCostQuantities())
    names.push_back(quantity.name);
  names.push_back("process");
  text.split(fields, ',');
  for (StringRef field : fields) {
    StringRef name = field.split('=').first.trim();
    StringRef value = field.split('=').second.trim();
    if (name == "process" && !value.empty()) {
      cost.process = value.str();
      continue;
    }
    const CostQuantity *quantity =
        llvm::find_if(allCostQuantities(), [&](const CostQuantity &row) {
          return name == row.name;
        });
    if (quantity == allCostQuantities().end() || value.empty())
      return makeError("a cost expects name=value with the names " +
                       llvm::join(names, ", ") + ", got '" + field + "'" +
                       (value.empty() ? "" : suggestName(name, names)));
    llvm::Expected<double> number = parseQuantity(*quantity, value);
    if (!number)
      return number.takeError();
    if (cost.*quantity->value)
      return makeError("cost '" + name + "' is given twice");
    cost.*quantity->value = *number;
    hasQuantity = true;
  }
  if (!hasQuantity)
    return makeError("a cost expects at least one of power, area, delay and "
                     "gates, got '" +
                     text + "'");
  return cost;
}

std::string lutra::describe(const HardwareCost &cost) {
  std::string text;
  llvm::raw_string_ostream os(text);
  llvm::ListSeparator separator;
  for (const CostQuantity &quantity : allCostQuantities()) {
    std::optional<double> value = cost.*quantity.value;
    if (!value)
      continue;
    os << separator;
    if (*quantity.unit)
      os << quantity.name << " " << llvm::format("%.6g", *value) << " "
         << quantity.unit;
    else
      os << llvm::format("%.6g", *value) << " gate equivalents";
  }
  llvm::SmallVector<StringRef> origin;
  for (StringRef word : {StringRef(cost.process), StringRef(cost.source)})
    if (!word.empty())
      origin.push_back(word);
  if (!origin.empty())
    os << " (" << llvm::join(origin, "; ") << ")";
  return text;
}
