//===- Multiplier.cpp - C API: the multiplier library ---------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Multiplier.h"
#include "Support.h"
#include "lutra/Multiplier/Families.h"
#include "lutra/Multiplier/Gradient.h"
#include "lutra/Multiplier/Info.h"
#include "lutra/Multiplier/LoadMultiplier.h"

using namespace lutra;
using lutra::capi::copyJSON;
using lutra::capi::fail;
using lutra::capi::guarded;
using lutra::capi::isNull;
using lutra::capi::setLastError;

LutraMultiplier *lutraMultiplierLoad(const char *text) {
  constexpr const char *name = "lutraMultiplierLoad";
  return guarded(name, (LutraMultiplier *)nullptr, [&]() -> LutraMultiplier * {
    if (isNull(text, name, "text"))
      return nullptr;
    llvm::Expected<Multiplier> multiplier = loadMultiplier(text);
    if (!multiplier) {
      fail(multiplier.takeError());
      return nullptr;
    }
    return capi::make<LutraMultiplier>(std::move(*multiplier));
  });
}

LutraMultiplier *lutraMultiplierCreate(const char *lhsType, const char *rhsType,
                                       const int32_t *table, size_t entries,
                                       const char *tableName) {
  constexpr const char *name = "lutraMultiplierCreate";
  return guarded(name, (LutraMultiplier *)nullptr, [&]() -> LutraMultiplier * {
    if (isNull(lhsType, name, "lhsType") || isNull(rhsType, name, "rhsType") ||
        isNull(table, name, "table"))
      return nullptr;
    llvm::Expected<OperandType> lhs = OperandType::parse(lhsType);
    if (!lhs) {
      fail(lhs.takeError());
      return nullptr;
    }
    llvm::Expected<OperandType> rhs = OperandType::parse(rhsType);
    if (!rhs) {
      fail(rhs.takeError());
      return nullptr;
    }
    llvm::Expected<Multiplier> multiplier = Multiplier::create(
        *lhs, *rhs, std::vector<int32_t>(table, table + entries),
        tableName ? tableName : "table");
    if (!multiplier) {
      fail(multiplier.takeError());
      return nullptr;
    }
    return capi::make<LutraMultiplier>(std::move(*multiplier));
  });
}

void lutraMultiplierDestroy(LutraMultiplier *multiplier) { delete multiplier; }

char *lutraMultiplierInfo(LutraMultiplier *multiplier) {
  constexpr const char *name = "lutraMultiplierInfo";
  return guarded(name, (char *)nullptr, [&]() -> char * {
    if (isNull(multiplier, name, "multiplier"))
      return nullptr;
    return copyJSON(multiplierInfo(multiplier->multiplier));
  });
}

size_t lutraMultiplierTableSize(LutraMultiplier *multiplier) {
  return multiplier ? multiplier->multiplier.table().size() : 0;
}

/// Checks the caller's array against the number of entries of the table.
static bool hasRoom(const char *function, size_t entries, size_t expected) {
  if (entries == expected)
    return true;
  setLastError(llvm::Twine(function) + ": expected an array of " +
               llvm::Twine(expected) + " entries, got " + llvm::Twine(entries));
  return false;
}

int lutraMultiplierTable(LutraMultiplier *multiplier, int32_t *table,
                         size_t entries) {
  constexpr const char *name = "lutraMultiplierTable";
  return guarded(name, 1, [&] {
    if (isNull(multiplier, name, "multiplier") || isNull(table, name, "table"))
      return 1;
    llvm::ArrayRef<int32_t> from = multiplier->multiplier.table();
    if (!hasRoom(name, entries, from.size()))
      return 1;
    llvm::copy(from, table);
    return 0;
  });
}

int lutraMultiplierGradientTable(LutraMultiplier *multiplier, const char *spec,
                                 int32_t wrt, float *table, size_t entries) {
  constexpr const char *name = "lutraMultiplierGradientTable";
  return guarded(name, 1, [&] {
    if (isNull(multiplier, name, "multiplier") || isNull(spec, name, "spec") ||
        isNull(table, name, "table"))
      return 1;
    if (wrt != 0 && wrt != 1) {
      setLastError(
          llvm::Twine(name) +
          ": wrt is 0 for the first operand or 1 for the second, got " +
          llvm::Twine(wrt));
      return 1;
    }
    if (!hasRoom(name, entries, multiplier->multiplier.table().size()))
      return 1;
    llvm::Expected<GradientSpec> estimator = GradientSpec::parse(spec);
    if (!estimator)
      return int(fail(estimator.takeError()));
    llvm::Expected<std::vector<float>> values = gradientTable2D(
        multiplier->multiplier, *estimator, wrt == 0 ? Wrt::Lhs : Wrt::Rhs);
    if (!values)
      return int(fail(values.takeError()));
    llvm::copy(*values, table);
    return 0;
  });
}

char *lutraMultiplierFamilies(void) {
  return guarded("lutraMultiplierFamilies", (char *)nullptr,
                 [] { return copyJSON(familiesInfo()); });
}

char *lutraMultiplierWrappers(void) {
  return guarded("lutraMultiplierWrappers", (char *)nullptr,
                 [] { return copyJSON(wrappersInfo()); });
}

char *lutraGradientEstimators(void) {
  return guarded("lutraGradientEstimators", (char *)nullptr,
                 [] { return copyJSON(estimatorsInfo()); });
}
