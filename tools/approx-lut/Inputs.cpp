//===- Inputs.cpp - What several subcommands read -----------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Commands.h"
#include "lutra/Multiplier/CostText.h"
#include "lutra/Multiplier/LoadMultiplier.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;
using namespace lutra::tool;
using llvm::StringRef;
using llvm::Twine;

/// "2:power=..." -> (1, "power=..."); the first multiplier without a number.
static llvm::Expected<std::pair<size_t, StringRef>> splitCost(StringRef text,
                                                              size_t count) {
  auto [number, rest] = text.split(':');
  if (number.size() == text.size()) {
    if (count == 1)
      return std::pair<size_t, StringRef>(0, text);
    return llvm::createStringError("--cost expects 'K:' in front, to say which "
                                   "of the multipliers is meant, got '" +
                                   Twine(text) + "'");
  }
  size_t index;
  if (number.getAsInteger(10, index) || index < 1 || index > count)
    return llvm::createStringError(
        "--cost expects a multiplier from 1 to " + Twine(count) +
        " in front of the colon, got '" + Twine(number) + "'");
  return std::pair<size_t, StringRef>(index - 1, rest);
}

void tool::warnOf(const Multiplier &multiplier) {
  for (const std::string &warning : multiplier.metadata().warnings)
    llvm::errs() << "approx-lut: warning: '" << multiplier.name() << "' "
                 << warning << "\n";
}

llvm::Expected<Multiplier> tool::loadInput(StringRef text) {
  llvm::Expected<Multiplier> multiplier = loadMultiplier(text);
  if (multiplier)
    warnOf(*multiplier);
  return multiplier;
}

llvm::Expected<std::vector<Multiplier>>
tool::loadMultipliers(llvm::ArrayRef<std::string> texts,
                      llvm::ArrayRef<std::string> costs) {
  std::vector<Multiplier> multipliers;
  for (const std::string &text : texts) {
    llvm::Expected<Multiplier> multiplier = loadMultiplier(text);
    if (!multiplier)
      return multiplier.takeError();
    multipliers.push_back(std::move(*multiplier));
  }
  for (const std::string &text : costs) {
    auto split = splitCost(text, texts.size());
    if (!split)
      return split.takeError();
    llvm::Expected<HardwareCost> cost = parseHardwareCost(split->second);
    if (!cost)
      return cost.takeError();
    Multiplier &multiplier = multipliers[split->first];
    MultiplierMetadata metadata = multiplier.metadata();
    metadata.cost = std::move(*cost);
    multiplier = multiplier.withMetadata(std::move(metadata));
  }
  return multipliers;
}

llvm::Expected<std::optional<OperandDistribution>>
tool::loadOptionalDistribution(StringRef text) {
  if (text.empty())
    return std::nullopt;
  llvm::Expected<OperandDistribution> distribution = loadDistribution(text);
  if (!distribution)
    return distribution.takeError();
  return std::optional<OperandDistribution>(std::move(*distribution));
}
