//===- Plausibility.cpp - Was a table read as it was meant? ---------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Plausibility.h"
#include "Formats/RawMatrix.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MathExtras.h"

using namespace lutra;
using namespace lutra::formats;

namespace {

/// Another reading of the same entries.
struct Alternative {
  std::string what, advice;
  OperandTypes types;
  std::vector<int32_t> entries;
};

} // namespace

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

static std::vector<Alternative> alternatives(const FileTable &table) {
  std::vector<Alternative> result;
  unsigned productBits = table.lhs.bits + table.rhs.bits;
  for (auto [lhsSigned, rhsSigned] :
       {std::pair(false, false), {true, true}, {true, false}, {false, true}}) {
    if (lhsSigned == table.lhs.isSigned && rhsSigned == table.rhs.isSigned)
      continue;
    OperandTypes types({table.lhs.bits, lhsSigned},
                       {table.rhs.bits, rhsSigned});
    result.push_back(
        {"as " + describe(types), "state the operand types", types,
         reinterpret(table.entries, productBits, lhsSigned || rhsSigned)});
  }
  OperandTypes types(table.lhs, table.rhs);
  if (table.lhs.isSigned || table.rhs.isSigned)
    result.push_back({"in offset-binary order", "state the order", types,
                      rearrange(table, [](uint32_t index, OperandType type) {
                        return type.isSigned ? index ^ (type.size() / 2)
                                             : index;
                      })});
  result.push_back({"with the operands' bits reversed",
                    "reverse the bits of its operands", types,
                    rearrange(table, [](uint32_t index, OperandType type) {
                      return llvm::reverseBits(index) >> (32 - type.bits);
                    })});
  if (table.lhs.bits != table.rhs.bits)
    result.push_back({"with rows of the second operand", "exchange the widths",
                      OperandTypes(table.rhs, table.lhs), table.entries});
  if (productBits == 16) {
    std::vector<int32_t> swapped;
    for (int32_t entry : table.entries)
      swapped.push_back(int32_t(llvm::byteswap(uint16_t(entry))));
    result.push_back(
        {"with the bytes of its entries exchanged", "convert its byte order",
         types,
         reinterpret(swapped, 16, table.lhs.isSigned || table.rhs.isSigned)});
  }
  return result;
}

std::vector<std::string> lutra::findSuspicions(const FileTable &table) {
  std::vector<std::string> warnings;
  double distance = meanErrorDistance({table.lhs, table.rhs}, table.entries);
  // Nothing is much closer than a table whose mean error is a small part of the
  // largest product.
  double largest = double(table.lhs.size()) * table.rhs.size();
  if (distance <= 0.002 * largest)
    return warnings;
  for (const Alternative &other : alternatives(table)) {
    double closer = meanErrorDistance(other.types, other.entries);
    if (closer * 4 < distance)
      warnings.push_back(llvm::formatv(
          "read as {0} the mean |AM - a b| is {1:F2}, but read {2} it would be "
          "{3:F2}: if that is meant, {4}",
          describe({table.lhs, table.rhs}), distance, other.what, closer,
          other.advice));
  }
  return warnings;
}
