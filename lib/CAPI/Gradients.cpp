//===- Gradients.cpp - C API: gradient estimators compared ----------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Support.h"
#include "lutra/Multiplier/GradientAnalysis.h"

using namespace lutra;
using lutra::capi::copyJSON;
using lutra::capi::fail;
using lutra::capi::guarded;
using lutra::capi::isNull;
namespace json = llvm::json;

/// The distribution of a text, none for null.
static llvm::Expected<std::optional<OperandDistribution>>
loadOptional(const char *text) {
  if (!text)
    return std::nullopt;
  llvm::Expected<OperandDistribution> distribution = loadDistribution(text);
  if (!distribution)
    return distribution.takeError();
  return std::optional<OperandDistribution>(std::move(*distribution));
}

/// A JSON result, or null with the last error set.
template <typename T>
static char *finish(llvm::Expected<T> value) {
  if (value)
    return copyJSON(json::Value(std::move(*value)));
  fail(value.takeError());
  return nullptr;
}

char *lutraGradientsCompare(LutraMultiplier *multiplier,
                            const char *const *specs, size_t count,
                            const char *distribution) {
  constexpr const char *name = "lutraGradientsCompare";
  return guarded(name, (char *)nullptr, [&]() -> char * {
    if (isNull(multiplier, name, "multiplier") || isNull(specs, name, "specs"))
      return nullptr;
    std::vector<std::string> texts;
    for (size_t i = 0; i < count; ++i) {
      if (isNull(specs[i], name, "specs"))
        return nullptr;
      texts.push_back(specs[i]);
    }
    auto compare = [&]() -> llvm::Expected<json::Array> {
      auto loaded = loadOptional(distribution);
      if (!loaded)
        return loaded.takeError();
      return compareGradients(multiplier->multiplier, texts,
                              *loaded ? &**loaded : nullptr);
    };
    return finish(compare());
  });
}

char *lutraGradientScoreHalfWindows(LutraMultiplier *multiplier,
                                    const char *distribution) {
  constexpr const char *name = "lutraGradientScoreHalfWindows";
  return guarded(name, (char *)nullptr, [&]() -> char * {
    if (isNull(multiplier, name, "multiplier"))
      return nullptr;
    auto score = [&]() -> llvm::Expected<json::Array> {
      auto loaded = loadOptional(distribution);
      if (!loaded)
        return loaded.takeError();
      auto scores = scoreHalfWindows(multiplier->multiplier,
                                     *loaded ? &**loaded : nullptr);
      if (!scores)
        return scores.takeError();
      return toJSON(*scores);
    };
    return finish(score());
  });
}

char *lutraGradientFactors(LutraMultiplier *multiplier, const char *spec,
                           const uint32_t *ranks, size_t count) {
  constexpr const char *name = "lutraGradientFactors";
  return guarded(name, (char *)nullptr, [&]() -> char * {
    if (isNull(multiplier, name, "multiplier") || isNull(spec, name, "spec") ||
        (count && isNull(ranks, name, "ranks")))
      return nullptr;
    auto factors = [&]() -> llvm::Expected<json::Object> {
      llvm::Expected<GradientSpec> parsed = GradientSpec::parse(spec);
      if (!parsed)
        return parsed.takeError();
      return gradientFactorsInfo(multiplier->multiplier, *parsed,
                                 llvm::ArrayRef<unsigned>(ranks, count),
                                 /*arrays=*/true);
    };
    return finish(factors());
  });
}
