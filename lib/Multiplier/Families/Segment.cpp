//===- Segment.cpp - Products of shortened or rounded operands ------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Definitions.h"
#include "llvm/Support/MathExtras.h"

using namespace lutra;
using namespace lutra::families;

/// The `bits` bits from the leading one on, at their place; the lowest of them
/// set where bits were cut off and `unbiased`.
static int32_t leadingSegment(int32_t value, unsigned bits, bool unbiased) {
  if (value < int32_t(1) << bits)
    return value;
  unsigned cut = llvm::Log2_32(uint32_t(value)) + 1 - bits;
  return ((value >> cut) | int32_t(unbiased)) << cut;
}

/// A segment may not be longer than the shorter operand.
static llvm::Expected<unsigned>
segmentBits(const FamilySpec &spec, llvm::StringRef name, unsigned min) {
  return getInteger(spec, name, min, std::min(spec.lhs.bits, spec.rhs.bits));
}

llvm::Expected<ProductFunction> families::makeDrum(const FamilySpec &spec) {
  llvm::Expected<unsigned> bits = segmentBits(spec, "k", 2);
  if (!bits)
    return bits.takeError();
  return onMagnitudes([bits = *bits](int32_t a, int32_t b) {
    return leadingSegment(a, bits, /*unbiased=*/true) *
           leadingSegment(b, bits, /*unbiased=*/true);
  });
}

llvm::Expected<ProductFunction>
families::makeDynamicSegment(const FamilySpec &spec) {
  llvm::Expected<unsigned> bits = segmentBits(spec, "m", 1);
  if (!bits)
    return bits.takeError();
  return [bits = *bits](int32_t a, int32_t b) {
    return leadingSegment(a, bits, /*unbiased=*/false) *
           leadingSegment(b, bits, /*unbiased=*/false);
  };
}

/// The upper m bits where one above the lower m is set, else the lower m.
static int32_t staticSegment(int32_t value, unsigned width, unsigned m) {
  unsigned cut = width - m;
  return value >> m ? value >> cut << cut : value;
}

llvm::Expected<ProductFunction>
families::makeStaticSegment(const FamilySpec &spec) {
  // Two segments cover an operand when each is at least half of it.
  unsigned longest = std::max(spec.lhs.bits, spec.rhs.bits);
  llvm::Expected<unsigned> bits = segmentBits(spec, "m", (longest + 1) / 2);
  if (!bits)
    return bits.takeError();
  return [m = *bits, lhs = spec.lhs.bits, rhs = spec.rhs.bits](int32_t a,
                                                               int32_t b) {
    return staticSegment(a, lhs, m) * staticSegment(b, rhs, m);
  };
}

/// The nearest power of two; half-way values 3 2^(p-2) go up, but 3 goes down.
static int32_t roundToPowerOfTwo(int32_t value) {
  if (value == 0)
    return 0;
  int32_t power = int32_t(1) << llvm::Log2_32(uint32_t(value));
  bool up = value != 3 && 2 * value >= 3 * power;
  return up ? 2 * power : power;
}

llvm::Expected<ProductFunction> families::makeRoba(const FamilySpec &spec) {
  return onMagnitudes([](int32_t a, int32_t b) {
    int32_t ar = roundToPowerOfTwo(a), br = roundToPowerOfTwo(b);
    return ar * b + br * a - ar * br;
  });
}
