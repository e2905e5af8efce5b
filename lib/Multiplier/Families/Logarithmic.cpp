//===- Logarithmic.cpp - Mitchell's multiplier and its relatives ----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A positive operand is 2^k + f with 0 <= f < 2^k. All fractions are kept, so
// the formulas below are integers.
//
//===----------------------------------------------------------------------===//
#include "Definitions.h"
#include "llvm/Support/MathExtras.h"

using namespace lutra;
using namespace lutra::families;

namespace {
struct LeadingOne {
  explicit LeadingOne(int32_t value)
      : position(llvm::Log2_32(uint32_t(value))),
        rest(value - (int32_t(1) << position)) {}
  unsigned position;
  int32_t rest;
};
} // namespace

/// With x = f / 2^k: 2^(k1+k2) (1 + x1 + x2) where x1 + x2 < 1, and
/// 2^(k1+k2+1) (x1 + x2) elsewhere.
static int64_t multiplyMitchell(int32_t a, int32_t b) {
  LeadingOne first(a), second(b);
  int64_t one = int64_t(1) << (first.position + second.position);
  int64_t fractions = (int64_t(first.rest) << second.position) +
                      (int64_t(second.rest) << first.position);
  return fractions < one ? one + fractions : 2 * fractions;
}

llvm::Expected<ProductFunction> families::makeMitchell(const FamilySpec &spec) {
  bool compensates = spec.parameters.at("compensation") == "mean";
  int64_t largest = (int64_t(1) << (spec.lhs.bits + spec.rhs.bits)) - 1;
  return onMagnitudes([=](int32_t a, int32_t b) -> int32_t {
    if (a == 0 || b == 0)
      return 0;
    int64_t product = multiplyMitchell(a, b);
    if (compensates) {
      // The mean of x1 x2 where x1 + x2 < 1, of (1 - x1)(1 - x2) elsewhere,
      // is 1/12 of 2^(k1+k2).
      unsigned shift = LeadingOne(a).position + LeadingOne(b).position;
      product += (int64_t(1) << shift) / 12;
    }
    return int32_t(std::min(product, largest));
  });
}

/// 2^(k1+k2) + f1 2^k2 + f2 2^k1 leaves f1 f2, which each iteration estimates
/// the same way.
llvm::Expected<ProductFunction>
families::makeIteratedMitchell(const FamilySpec &spec) {
  llvm::Expected<unsigned> iterations =
      getInteger(spec, "iterations", 0, std::max(spec.lhs.bits, spec.rhs.bits));
  if (!iterations)
    return iterations.takeError();
  return onMagnitudes([count = *iterations](int32_t a, int32_t b) {
    int64_t product = 0;
    for (unsigned i = 0; i <= count && a != 0 && b != 0; ++i) {
      LeadingOne first(a), second(b);
      product += (int64_t(1) << (first.position + second.position)) +
                 (int64_t(first.rest) << second.position) +
                 (int64_t(second.rest) << first.position);
      a = first.rest;
      b = second.rest;
    }
    return int32_t(product);
  });
}
