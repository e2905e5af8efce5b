//===- Factorization.cpp - C API: exact factors of multipliers ------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Factorization.h"
#include "Support.h"

using namespace lutra;
using lutra::capi::copyJSON;
using lutra::capi::fail;
using lutra::capi::guarded;
using lutra::capi::isNull;
namespace json = llvm::json;

char *lutraMultiplierFactorize(LutraMultiplier *multiplier) {
  constexpr const char *name = "lutraMultiplierFactorize";
  return guarded(name, (char *)nullptr, [&]() -> char * {
    if (isNull(multiplier, name, "multiplier"))
      return nullptr;
    llvm::Expected<Factorization> factors = factorize(multiplier->multiplier);
    if (!factors) {
      fail(factors.takeError());
      return nullptr;
    }
    auto toArray = [](const auto &values) {
      json::Array array;
      for (auto value : values)
        array.push_back(int64_t(value));
      return array;
    };
    json::Array shifts, lhs, rhs;
    for (const FactorColumn &column : factors->columns) {
      shifts.push_back(column.shift);
      lhs.push_back(toArray(column.lhs));
      rhs.push_back(toArray(column.rhs));
    }
    return copyJSON(json::Object{{"macs", factors->macsPerProduct()},
                                 {"lower_bound", factors->lowerBound},
                                 {"strategy", factors->strategy},
                                 {"one_hot", factors->isOneHot},
                                 {"shifts", std::move(shifts)},
                                 {"lhs", std::move(lhs)},
                                 {"rhs", std::move(rhs)},
                                 {"lhs_term", toArray(factors->lhsTerm)},
                                 {"rhs_term", toArray(factors->rhsTerm)}});
  });
}
