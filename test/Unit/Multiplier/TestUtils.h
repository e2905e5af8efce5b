//===- TestUtils.h - Helpers of the multiplier tests ------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_TEST_UNIT_MULTIPLIER_TESTUTILS_H
#define LUTRA_TEST_UNIT_MULTIPLIER_TESTUTILS_H

#include "lutra/Multiplier/Families.h"
#include "lutra/Multiplier/Gradient.h"
#include "lutra/Multiplier/LoadMultiplier.h"
#include "gtest/gtest.h"
#include <random>

namespace lutra::test {

/// The value, or a fatal message with the error's text.
template <typename T>
T take(llvm::Expected<T> value) {
  if (value)
    return std::move(*value);
  ADD_FAILURE() << llvm::toString(value.takeError());
  std::abort();
}

/// The error's text, "" for success.
template <typename T>
std::string errorOf(llvm::Expected<T> value) {
  return value ? std::string() : llvm::toString(value.takeError());
}
inline std::string errorOf(llvm::Error error) {
  return error ? llvm::toString(std::move(error)) : std::string();
}

inline Multiplier multiplierOf(llvm::StringRef spec) {
  return take(makeMultiplier(take(FamilySpec::parse(spec))));
}
inline GradientSpec gradientOf(llvm::StringRef spec) {
  return take(GradientSpec::parse(spec));
}

constexpr OperandType u(unsigned bits) { return {bits, false}; }
constexpr OperandType s(unsigned bits) { return {bits, true}; }

/// A table of random entries as large as the widths allow, AM(0, 0) != 0.
inline Multiplier randomMultiplier(OperandType lhs, OperandType rhs,
                                   unsigned seed) {
  std::mt19937 engine(seed);
  int32_t limit = 1 << (lhs.bits + rhs.bits);
  std::uniform_int_distribution<int32_t> entry(
      lhs.isSigned || rhs.isSigned ? -limit : 0, limit);
  std::vector<int32_t> table(lhs.size() * rhs.size());
  for (int32_t &product : table)
    product = entry(engine);
  table[0] = 13;
  return take(Multiplier::create(lhs, rhs, std::move(table), "random"));
}

/// Every signedness mix of several widths, equal and not.
inline std::vector<std::pair<OperandType, OperandType>> typeMixes() {
  return {{u(2), u(2)}, {s(2), s(2)}, {u(3), s(5)}, {s(4), u(8)},
          {u(8), u(4)}, {s(7), s(7)}, {u(7), u(7)}, {u(8), u(8)},
          {s(8), u(8)}, {u(8), s(8)}, {s(8), s(8)}};
}

} // namespace lutra::test

#endif // LUTRA_TEST_UNIT_MULTIPLIER_TESTUTILS_H
