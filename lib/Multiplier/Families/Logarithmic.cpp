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
#include "Circuits.h"
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

/// Finds a zero operand and clears a product of `bits` bits.
static GateCount zeroMask(unsigned bits) { return {3 + bits, 0, 0}; }

/// An operand's logarithm: leading one, its position, the bits below it shifted
/// up.
static GateCount logarithm(unsigned bits) {
  return leadingOneDetector(bits) + encoder(bits) +
         shifter(bits - 1, barrel(bits), /*low=*/0, /*high=*/bits - 1);
}

/// Logarithms, an adder of fractions and positions, a shifter back.
static GateCount countMitchell(OperandType lhs, OperandType rhs,
                               bool compensates) {
  unsigned longest = std::max(lhs.bits, rhs.bits), width = lhs.bits + rhs.bits;
  unsigned fraction = longest - 1, position = llvm::Log2_32_Ceil(longest);
  GateCount count =
      logarithm(lhs.bits) + logarithm(rhs.bits) + adder(fraction + position) +
      shifter(longest, barrel(width), fraction, fraction + width) +
      zeroMask(width);
  // A constant is added to the fractions by half adders; ORs saturate.
  if (compensates)
    count += GateCount{width, fraction, 0};
  return count + magnitudes(lhs, rhs);
}

llvm::Expected<FamilyDefinition>
families::makeMitchell(const FamilySpec &spec) {
  bool compensates = spec.parameters.at("compensation") == "mean";
  int64_t largest = (int64_t(1) << (spec.lhs.bits + spec.rhs.bits)) - 1;
  auto product = [=](int32_t a, int32_t b) -> int32_t {
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
  };
  return FamilyDefinition{onMagnitudes(product),
                          countMitchell(spec.lhs, spec.rhs, compensates)};
}

/// A block per product: leading ones and their positions, what is below them,
/// two shifters, a decoder of the sum of positions, two adders; one more adder
/// for each product after the first.
static GateCount countIteratedMitchell(OperandType lhs, OperandType rhs,
                                       unsigned iterations) {
  unsigned width = lhs.bits + rhs.bits;
  GateCount block = GateCount{width, 0, 0} + leadingOneDetector(lhs.bits) +
                    leadingOneDetector(rhs.bits) + encoder(lhs.bits) +
                    encoder(rhs.bits) +
                    shifter(rhs.bits - 1, barrel(lhs.bits)) +
                    shifter(lhs.bits - 1, barrel(rhs.bits)) +
                    adder(llvm::Log2_32_Ceil(std::max(lhs.bits, rhs.bits))) +
                    decoder(width - 1) + zeroMask(width - 1) + adder(width) * 2;
  return block * (iterations + 1) + adder(width) * iterations +
         magnitudes(lhs, rhs);
}

/// 2^(k1+k2) + f1 2^k2 + f2 2^k1 leaves f1 f2, which each iteration estimates
/// the same way.
llvm::Expected<FamilyDefinition>
families::makeIteratedMitchell(const FamilySpec &spec) {
  llvm::Expected<unsigned> iterations =
      getInteger(spec, "iterations", 0, std::max(spec.lhs.bits, spec.rhs.bits));
  if (!iterations)
    return iterations.takeError();
  auto multiply = [count = *iterations](int32_t a, int32_t b) {
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
  };
  return FamilyDefinition{
      onMagnitudes(multiply),
      countIteratedMitchell(spec.lhs, spec.rhs, *iterations)};
}
