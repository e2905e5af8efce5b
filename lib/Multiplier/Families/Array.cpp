//===- Array.cpp - Arrays without some of their cells ---------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Circuits.h"
#include "Definitions.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/Twine.h"

using namespace lutra;
using namespace lutra::families;
using llvm::StringRef;
using llvm::Twine;

/// Gates of the cells that `keeps(i, j)` holds for, their sum and a constant.
static GateCount
sumOfCells(const FamilySpec &spec, uint64_t constant,
           llvm::function_ref<bool(unsigned i, unsigned j)> keeps) {
  Columns heights(spec.lhs.bits + spec.rhs.bits);
  unsigned cells = 0;
  for (unsigned i = 0; i < spec.lhs.bits; ++i)
    for (unsigned j = 0; j < spec.rhs.bits; ++j)
      if (keeps(i, j)) {
        ++heights[i + j];
        ++cells;
      }
  return GateCount{cells, 0, 0} + addColumns(std::move(heights), constant);
}

//===----------------------------------------------------------------------===//
// truncated
//===----------------------------------------------------------------------===//

/// The constant that stands for the columns left out, rounded to a multiple of
/// the lowest that remains: of cells that are 1 with probability 1/4 each.
static int64_t meanCompensation(const FamilySpec &spec, unsigned drop) {
  int64_t sum = 0;
  for (unsigned i = 0; i < spec.lhs.bits; ++i)
    for (unsigned j = 0; j < spec.rhs.bits; ++j)
      if (i + j < drop)
        sum += int64_t(1) << (i + j);
  int64_t unit = int64_t(1) << drop;
  return (sum + 2 * unit) / (4 * unit) * unit;
}

/// AM(a, b) = sum of a_i b_j 2^(i+j) over i + j >= drop, plus a constant.
llvm::Expected<FamilyDefinition>
families::makeTruncated(const FamilySpec &spec) {
  unsigned columns = spec.lhs.bits + spec.rhs.bits - 1;
  llvm::Expected<unsigned> drop = getInteger(spec, "drop", 0, columns);
  if (!drop)
    return drop.takeError();
  int64_t constant = 0;
  const std::string &compensation = spec.parameters.at("compensation");
  if (compensation == "mean") {
    constant = meanCompensation(spec, *drop);
  } else if (compensation != "none" && compensation != "auto") {
    int64_t largest = int64_t(1) << (columns + 1);
    if (StringRef(compensation).getAsInteger(10, constant) || constant < 0 ||
        constant >= largest)
      return llvm::createStringError(
          subject(spec) +
          " expects compensation to be none, mean or an integer below " +
          Twine(largest) + ", got '" + compensation + "'");
  }
  unsigned rows = spec.lhs.bits, dropped = *drop;
  GateCount gates =
      sumOfCells(spec, constant, [dropped](unsigned i, unsigned j) {
        return i + j >= dropped;
      });
  ProductFunction product = [rows, dropped, constant](int32_t a, int32_t b) {
    int32_t product = int32_t(constant);
    for (unsigned i = 0; i < rows; ++i) {
      if (!(a >> i & 1))
        continue;
      // Row i is b shifted by i; of it the columns from `dropped` on remain.
      unsigned low = dropped > i ? dropped - i : 0;
      product += (b >> low << low) << i;
    }
    return product;
  };
  return FamilyDefinition{std::move(product), gates};
}

//===----------------------------------------------------------------------===//
// broken_array
//===----------------------------------------------------------------------===//

/// The cells right of the vertical break (columns below vbl) and above the
/// horizontal one (rows b_j, j < hbl) are left out.
llvm::Expected<FamilyDefinition>
families::makeBrokenArray(const FamilySpec &spec) {
  unsigned columns = spec.lhs.bits + spec.rhs.bits - 1;
  llvm::Expected<unsigned> vertical = getInteger(spec, "vbl", 0, columns);
  if (!vertical)
    return vertical.takeError();
  llvm::Expected<unsigned> horizontal =
      getInteger(spec, "hbl", 0, spec.rhs.bits);
  if (!horizontal)
    return horizontal.takeError();
  unsigned rows = spec.rhs.bits;
  auto keeps = [vbl = *vertical, hbl = *horizontal](unsigned i, unsigned j) {
    return i + j >= vbl && j >= hbl;
  };
  ProductFunction product = [rows, vbl = *vertical,
                             hbl = *horizontal](int32_t a, int32_t b) {
    int32_t product = 0;
    for (unsigned j = hbl; j < rows; ++j)
      if (b >> j & 1) {
        unsigned low = vbl > j ? vbl - j : 0;
        product += (a >> low << low) << j;
      }
    return product;
  };
  return FamilyDefinition{std::move(product),
                          sumOfCells(spec, /*constant=*/0, keeps)};
}

//===----------------------------------------------------------------------===//
// kulkarni
//===----------------------------------------------------------------------===//

/// Blocks of 2 x 2 bits with 3 * 3 = 7, put together as four quarter products.
static int32_t multiplyKulkarni(int32_t a, int32_t b, unsigned bits) {
  if (bits == 2)
    return a == 3 && b == 3 ? 7 : a * b;
  unsigned half = bits / 2;
  int32_t mask = (int32_t(1) << half) - 1;
  int32_t aHigh = a >> half, aLow = a & mask, bHigh = b >> half,
          bLow = b & mask;
  return (multiplyKulkarni(aHigh, bHigh, half) << (2 * half)) +
         ((multiplyKulkarni(aHigh, bLow, half) +
           multiplyKulkarni(aLow, bHigh, half))
          << half) +
         multiplyKulkarni(aLow, bLow, half);
}

/// A block has three outputs: a_0 b_0, the OR of two cells and a_1 b_1. Blocks
/// at the rim of an odd width have fewer cells and OR nothing.
static GateCount countKulkarni(OperandType lhs, OperandType rhs) {
  GateCount count;
  Columns heights(lhs.bits + rhs.bits);
  for (unsigned i = 0; i < lhs.bits; i += 2)
    for (unsigned j = 0; j < rhs.bits; j += 2) {
      unsigned rows = std::min(2u, lhs.bits - i);
      unsigned columns = std::min(2u, rhs.bits - j);
      count.gates += rows * columns + (rows == 2 && columns == 2);
      for (unsigned c = 0; c < rows + columns - 1; ++c)
        ++heights[i + j + c];
    }
  return count + addColumns(std::move(heights));
}

llvm::Expected<FamilyDefinition>
families::makeKulkarni(const FamilySpec &spec) {
  // Other widths are extended by zeros, which the blocks multiply exactly.
  unsigned bits = 2;
  while (bits < std::max(spec.lhs.bits, spec.rhs.bits))
    bits *= 2;
  ProductFunction product = [bits](int32_t a, int32_t b) {
    return multiplyKulkarni(a, b, bits);
  };
  return FamilyDefinition{std::move(product),
                          countKulkarni(spec.lhs, spec.rhs)};
}
