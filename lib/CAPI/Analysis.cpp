//===- Analysis.cpp - C API: metrics, cost and comparison of multipliers --===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Support.h"
#include "lutra/Multiplier/Compare.h"
#include "lutra/Multiplier/CostText.h"
#include "lutra/Multiplier/Info.h"
#include "lutra/Multiplier/Search.h"

using namespace lutra;
using lutra::capi::copyJSON;
using lutra::capi::fail;
using lutra::capi::guarded;
using lutra::capi::isNull;
using lutra::capi::setLastError;

char *lutraDistributionLoad(const char *text) {
  constexpr const char *name = "lutraDistributionLoad";
  return guarded(name, (char *)nullptr, [&]() -> char * {
    if (isNull(text, name, "text"))
      return nullptr;
    llvm::Expected<OperandDistribution> distribution = loadDistribution(text);
    if (!distribution) {
      fail(distribution.takeError());
      return nullptr;
    }
    return copyJSON(llvm::json::Object{
        {"source", llvm::json::fixUTF8(distribution->source)},
        {"operands", llvm::json::Array{distribution->lhsType.str(),
                                       distribution->rhsType.str()}},
        {"lhs", llvm::json::Array(distribution->lhs)},
        {"rhs", llvm::json::Array(distribution->rhs)}});
  });
}

char *lutraMultiplierMetrics(LutraMultiplier *multiplier,
                             const double *lhsWeights, size_t lhsCount,
                             const double *rhsWeights, size_t rhsCount) {
  constexpr const char *name = "lutraMultiplierMetrics";
  return guarded(name, (char *)nullptr, [&]() -> char * {
    if (isNull(multiplier, name, "multiplier") ||
        (lhsCount && isNull(lhsWeights, name, "lhsWeights")) ||
        (rhsCount && isNull(rhsWeights, name, "rhsWeights")))
      return nullptr;
    llvm::Expected<ErrorMetrics> metrics = computeErrorMetrics(
        multiplier->multiplier, {lhsWeights, lhsCount}, {rhsWeights, rhsCount});
    if (!metrics) {
      fail(metrics.takeError());
      return nullptr;
    }
    return copyJSON(toJSON(*metrics));
  });
}

LutraMultiplier *lutraMultiplierWithCost(LutraMultiplier *multiplier,
                                         const char *cost) {
  constexpr const char *name = "lutraMultiplierWithCost";
  return guarded(name, (LutraMultiplier *)nullptr, [&]() -> LutraMultiplier * {
    if (isNull(multiplier, name, "multiplier") || isNull(cost, name, "cost"))
      return nullptr;
    llvm::Expected<HardwareCost> parsed = parseHardwareCost(cost);
    if (!parsed) {
      fail(parsed.takeError());
      return nullptr;
    }
    MultiplierMetadata metadata = multiplier->multiplier.metadata();
    metadata.cost = std::move(*parsed);
    return capi::make<LutraMultiplier>(
        multiplier->multiplier.withMetadata(std::move(metadata)));
  });
}

char *lutraMultipliersCompare(LutraMultiplier *const *multipliers, size_t count,
                              const char *distribution) {
  constexpr const char *name = "lutraMultipliersCompare";
  return guarded(name, (char *)nullptr, [&]() -> char * {
    if (isNull(multipliers, name, "multipliers"))
      return nullptr;
    std::vector<Multiplier> list;
    for (size_t i = 0; i < count; ++i) {
      if (isNull(multipliers[i], name, "multipliers"))
        return nullptr;
      list.push_back(multipliers[i]->multiplier);
    }
    std::optional<OperandDistribution> weights;
    if (distribution) {
      llvm::Expected<OperandDistribution> loaded =
          loadDistribution(distribution);
      if (!loaded) {
        fail(loaded.takeError());
        return nullptr;
      }
      weights = std::move(*loaded);
    }
    llvm::Expected<llvm::json::Object> info =
        compareInfo(list, weights ? &*weights : nullptr);
    if (!info) {
      fail(info.takeError());
      return nullptr;
    }
    return copyJSON(std::move(*info));
  });
}

char *lutraMultipliersSearch(const char *request) {
  constexpr const char *name = "lutraMultipliersSearch";
  return guarded(name, (char *)nullptr, [&]() -> char * {
    if (isNull(request, name, "request"))
      return nullptr;
    llvm::Expected<llvm::json::Value> value = llvm::json::parse(request);
    if (!value) {
      fail(value.takeError());
      return nullptr;
    }
    const llvm::json::Object *object = value->getAsObject();
    if (!object) {
      setLastError(llvm::Twine(name) + ": expected a JSON object");
      return nullptr;
    }
    llvm::Expected<SearchOptions> options = parseSearchOptions(*object);
    if (!options) {
      fail(options.takeError());
      return nullptr;
    }
    llvm::Expected<llvm::json::Object> info = searchInfo(*options);
    if (!info) {
      fail(info.takeError());
      return nullptr;
    }
    return copyJSON(std::move(*info));
  });
}
