//===- Segment.cpp - Products of shortened or rounded operands ------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Circuits.h"
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

/// Segments of `bits` bits from leading ones on: per longer operand a detector
/// of the upper leading one, a selector of the segment, its position (and an
/// OR for the lowest bit when `unbiased`); an exact array, and a shifter by the
/// sum of the positions.
static GateCount countDynamic(OperandType lhs, OperandType rhs, unsigned bits,
                              bool unbiased) {
  GateCount count = exactArray({bits, false}, {bits, false});
  unsigned places = 1, largest = 1;
  for (OperandType type : {lhs, rhs}) {
    unsigned own = type.bits - bits + 1;
    if (own == 1)
      continue;
    count += leadingOneDetector(own) + selector(bits, own) + encoder(own) +
             GateCount{unbiased, 0, 0};
    places += own - 1;
    largest = std::max(largest, own);
  }
  if (lhs.bits > bits && rhs.bits > bits)
    count += adder(llvm::Log2_32_Ceil(largest));
  return count + shifter(2 * bits, barrel(places), /*low=*/0,
                         /*high=*/lhs.bits + rhs.bits);
}

llvm::Expected<FamilyDefinition> families::makeDrum(const FamilySpec &spec) {
  llvm::Expected<unsigned> bits = segmentBits(spec, "k", 2);
  if (!bits)
    return bits.takeError();
  auto product = [bits = *bits](int32_t a, int32_t b) {
    return leadingSegment(a, bits, /*unbiased=*/true) *
           leadingSegment(b, bits, /*unbiased=*/true);
  };
  return FamilyDefinition{
      onMagnitudes(product),
      countDynamic(spec.lhs, spec.rhs, *bits, /*unbiased=*/true) +
          magnitudes(spec.lhs, spec.rhs)};
}

llvm::Expected<FamilyDefinition>
families::makeDynamicSegment(const FamilySpec &spec) {
  llvm::Expected<unsigned> bits = segmentBits(spec, "m", 1);
  if (!bits)
    return bits.takeError();
  auto product = [bits = *bits](int32_t a, int32_t b) {
    return leadingSegment(a, bits, /*unbiased=*/false) *
           leadingSegment(b, bits, /*unbiased=*/false);
  };
  return FamilyDefinition{
      product, countDynamic(spec.lhs, spec.rhs, *bits, /*unbiased=*/false)};
}

/// The upper m bits where one above the lower m is set, else the lower m.
static int32_t staticSegment(int32_t value, unsigned width, unsigned m) {
  unsigned cut = width - m;
  return value >> m ? value >> cut << cut : value;
}

/// Per longer operand an OR of the upper bits, a multiplexer of the segment and
/// one of the shift of the product; an exact array.
static GateCount countStatic(OperandType lhs, OperandType rhs, unsigned m) {
  GateCount count = exactArray({m, false}, {m, false});
  std::vector<unsigned> distances;
  for (OperandType type : {lhs, rhs})
    if (type.bits > m) {
      count += GateCount{type.bits - m - 1 + 3 * m, 0, 0};
      distances.push_back(type.bits - m);
    }
  return count + shifter(2 * m, distances);
}

llvm::Expected<FamilyDefinition>
families::makeStaticSegment(const FamilySpec &spec) {
  // Two segments cover an operand when each is at least half of it.
  unsigned longest = std::max(spec.lhs.bits, spec.rhs.bits);
  llvm::Expected<unsigned> bits = segmentBits(spec, "m", (longest + 1) / 2);
  if (!bits)
    return bits.takeError();
  auto product = [m = *bits, lhs = spec.lhs.bits,
                  rhs = spec.rhs.bits](int32_t a, int32_t b) {
    return staticSegment(a, lhs, m) * staticSegment(b, rhs, m);
  };
  return FamilyDefinition{product, countStatic(spec.lhs, spec.rhs, *bits)};
}

/// The nearest power of two; half-way values 3 2^(p-2) go up, but 3 goes down.
static int32_t roundToPowerOfTwo(int32_t value) {
  if (value == 0)
    return 0;
  int32_t power = int32_t(1) << llvm::Log2_32(uint32_t(value));
  bool up = value != 3 && 2 * value >= 3 * power;
  return up ? 2 * power : power;
}

/// Per operand a rounding (a chain of ORs, then four gates for each bit of the
/// power) and its position; three shifters, an adder and a subtractor.
static GateCount countRoba(OperandType lhs, OperandType rhs) {
  unsigned width = lhs.bits + rhs.bits;
  GateCount count = adder(width) * 2;
  for (OperandType type : {lhs, rhs}) {
    unsigned powers = type.bits + 1;
    count += GateCount{type.bits - 1 + 4 * powers, 0, 0} + encoder(powers) +
             shifter(width - type.bits, barrel(powers));
  }
  return count + shifter(lhs.bits + 1, barrel(rhs.bits + 1)) +
         magnitudes(lhs, rhs);
}

llvm::Expected<FamilyDefinition> families::makeRoba(const FamilySpec &spec) {
  auto product = [](int32_t a, int32_t b) {
    int32_t ar = roundToPowerOfTwo(a), br = roundToPowerOfTwo(b);
    return ar * b + br * a - ar * br;
  };
  return FamilyDefinition{onMagnitudes(product), countRoba(spec.lhs, spec.rhs)};
}
