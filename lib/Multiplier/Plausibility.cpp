//===- Plausibility.cpp - Was a table read as it was meant? ---------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Distances are compared relative to the mean |a b| of their reading: a table
// of zeros is equally far from every product, but by fewer units where the
// operands are smaller.
//
//===----------------------------------------------------------------------===//
#include "Plausibility.h"
#include "Formats/RawMatrix.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MathExtras.h"
#include <functional>

using namespace lutra;
using namespace lutra::formats;

namespace {

/// Another reading of the same entries.
struct Alternative {
  std::string what, advice;
  OperandTypes types;
  /// Made when it is judged: a table of 12 x 12 bits takes 64 MiB.
  std::function<std::vector<int32_t>()> entries;
};

/// How far a reading is from a b.
struct Distance {
  double mean = 0;
  /// In mean |a b| of the reading.
  double relative = 0;
};

} // namespace

/// Mean magnitude of an operand's values.
static double meanMagnitude(OperandType type) {
  double sum = 0;
  for (int32_t value = type.lo(); value <= type.hi(); ++value)
    sum += std::abs(value);
  return sum / type.size();
}

static Distance distanceOf(OperandTypes types,
                           llvm::ArrayRef<int32_t> entries) {
  double mean = meanErrorDistance(types, entries);
  return {mean,
          mean / (meanMagnitude(types.first) * meanMagnitude(types.second))};
}

/// Entries as numbers of so many bits with or without a sign.
static std::vector<int32_t> reinterpret(llvm::ArrayRef<int32_t> entries,
                                        unsigned bits, bool isSigned) {
  std::vector<int32_t> result;
  result.reserve(entries.size());
  for (int32_t entry : entries) {
    uint64_t pattern =
        uint64_t(int64_t(entry)) & llvm::maskTrailingOnes<uint64_t>(bits);
    result.push_back(isSigned ? int32_t(llvm::SignExtend64(pattern, bits))
                              : int32_t(pattern));
  }
  return result;
}

/// Entries with rows and columns taken from other places.
template <typename Place>
static std::vector<int32_t> rearrange(const FileTable &table, Place place) {
  std::vector<int32_t> result;
  result.reserve(table.entries.size());
  for (uint32_t row = 0; row < table.lhs.size(); ++row)
    for (uint32_t column = 0; column < table.rhs.size(); ++column)
      result.push_back(
          table.entries[size_t(place(row, table.lhs)) * table.rhs.size() +
                        place(column, table.rhs)]);
  return result;
}

/// The same numbers as products of other operand types: of another signedness,
/// or of other widths with as many pairs, which a row-major list does not tell.
static void addTypes(const FileTable &table, std::vector<Alternative> &result) {
  unsigned productBits = table.lhs.bits + table.rhs.bits;
  for (unsigned lhsBits = OperandType::minBits;
       lhsBits + OperandType::minBits <= productBits &&
       lhsBits <= OperandType::maxBits;
       ++lhsBits) {
    unsigned rhsBits = productBits - lhsBits;
    if (rhsBits > OperandType::maxBits)
      continue;
    for (auto [lhsSigned, rhsSigned] : {std::pair(false, false),
                                        {true, true},
                                        {true, false},
                                        {false, true}}) {
      OperandTypes types({lhsBits, lhsSigned}, {rhsBits, rhsSigned});
      if (types == OperandTypes(table.lhs, table.rhs))
        continue;
      bool isSigned = lhsSigned || rhsSigned;
      result.push_back({"as " + describe(types), "state the operand types",
                        types, [&table, productBits, isSigned] {
                          return reinterpret(table.entries, productBits,
                                             isSigned);
                        }});
    }
  }
}

static std::vector<Alternative> alternatives(const FileTable &table) {
  std::vector<Alternative> result;
  addTypes(table, result);
  OperandTypes types(table.lhs, table.rhs);
  bool isSigned = table.lhs.isSigned || table.rhs.isSigned;
  if (isSigned)
    result.push_back(
        {"in offset-binary order", "state the order", types, [&] {
           return rearrange(table, [](uint32_t index, OperandType type) {
             return type.isSigned ? index ^ (type.size() / 2) : index;
           });
         }});
  result.push_back({"with the operands' bits reversed",
                    "reverse the bits of its operands", types, [&] {
                      return rearrange(
                          table, [](uint32_t index, OperandType type) {
                            return llvm::reverseBits(index) >> (32 - type.bits);
                          });
                    }});
  // Numbers of 16 bits only: what other byte order could they have?
  if (llvm::all_of(table.entries, [](int32_t entry) {
        return entry >= INT16_MIN && entry <= UINT16_MAX;
      }))
    result.push_back({"with the bytes of its entries exchanged",
                      "convert its byte order", types, [&table, isSigned] {
                        std::vector<int32_t> swapped;
                        swapped.reserve(table.entries.size());
                        for (int32_t entry : table.entries)
                          swapped.push_back(
                              int32_t(llvm::byteswap(uint16_t(entry))));
                        return reinterpret(swapped, 16, isSigned);
                      }});
  return result;
}

std::vector<std::string> lutra::findSuspicions(const FileTable &table) {
  OperandTypes types(table.lhs, table.rhs);
  Distance read = distanceOf(types, table.entries);
  // Nothing is much closer than what is close.
  if (read.relative <= 0.01)
    return {};
  std::vector<std::pair<Distance, std::string>> closer;
  for (const Alternative &other : alternatives(table)) {
    Distance distance = distanceOf(other.types, other.entries());
    // No product at all is as far as 1: what is about there is no reading.
    if (distance.relative * 4 < read.relative && distance.relative < 0.5)
      closer.push_back(
          {distance,
           llvm::formatv("read as {0} the mean |AM - a b| is {1:F2}, but read "
                         "{2} it would be {3:F2}: if that is meant, {4}",
                         describe(types), read.mean, other.what, distance.mean,
                         other.advice)});
  }
  llvm::sort(closer, [](const auto &a, const auto &b) {
    return std::tie(a.first.relative, a.second) <
           std::tie(b.first.relative, b.second);
  });
  // The best, and those that are as good.
  std::vector<std::string> warnings;
  for (auto &[distance, text] : closer)
    if (warnings.size() < 3 &&
        distance.relative <= 2 * closer.front().first.relative)
      warnings.push_back(std::move(text));
  return warnings;
}
