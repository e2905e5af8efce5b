//===- RawMatrix.cpp - A table as rows and columns of numbers -------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "RawMatrix.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include <cmath>

using namespace lutra;
using namespace lutra::formats;
using llvm::StringRef;
using llvm::Twine;

double formats::meanErrorDistance(OperandTypes types,
                                  llvm::ArrayRef<int32_t> entries) {
  auto [lhs, rhs] = types;
  double sum = 0;
  for (uint32_t row = 0; row < lhs.size(); ++row) {
    int64_t a = lhs.value(row);
    const int32_t *products = &entries[size_t(row) * rhs.size()];
    int64_t rowSum = 0;
    for (uint32_t column = 0; column < rhs.size(); ++column)
      rowSum += std::abs(products[column] - a * rhs.value(column));
    sum += double(rowSum);
  }
  return sum / double(entries.size());
}

namespace {

/// One way to read a matrix.
struct Reading {
  OperandTypes types;
  bool isOffset;
  double distance = 0;

  bool isSigned() const {
    return types.first.isSigned || types.second.isSigned;
  }
  std::string str() const {
    return formats::describe(types) + (!isSigned() ? ""
                                       : isOffset
                                           ? " in offset-binary order"
                                           : " in two's-complement order");
  }
};

} // namespace

/// Entries with rows and columns in two's-complement order.
static std::vector<int32_t> inCanonicalOrder(const RawMatrix &matrix,
                                             const Reading &reading) {
  if (!reading.isOffset)
    return matrix.entries;
  auto place = [](uint32_t index, OperandType type) {
    return type.isSigned ? type.index(int32_t(index) + type.lo()) : index;
  };
  auto [lhs, rhs] = reading.types;
  std::vector<int32_t> entries(matrix.entries.size());
  for (uint32_t row = 0; row < lhs.size(); ++row)
    for (uint32_t column = 0; column < rhs.size(); ++column)
      entries[size_t(place(row, lhs)) * rhs.size() + place(column, rhs)] =
          matrix.entries[size_t(row) * rhs.size() + column];
  return entries;
}

/// What the options and the signs of the entries leave possible.
static std::vector<Reading> possibleReadings(unsigned lhsBits, unsigned rhsBits,
                                             const RawMatrix &matrix,
                                             const ImportOptions &options) {
  std::vector<Reading> readings;
  bool hasNegative =
      llvm::any_of(matrix.entries, [](int32_t e) { return e < 0; });
  for (auto [lhsSigned, rhsSigned] :
       {std::pair(false, false), {true, true}, {true, false}, {false, true}}) {
    OperandTypes types({lhsBits, lhsSigned}, {rhsBits, rhsSigned});
    if (options.types ? types != *options.types
        : options.isSigned
            ? lhsSigned != *options.isSigned || rhsSigned != *options.isSigned
            // Products without a sign are those of unsigned operands.
            : hasNegative != (lhsSigned || rhsSigned))
      continue;
    for (bool isOffset : {false, true}) {
      if (isOffset && !(lhsSigned || rhsSigned))
        continue;
      if (options.order == (isOffset ? TableOrder::TwosComplement
                                     : TableOrder::OffsetBinary) &&
          (lhsSigned || rhsSigned))
        continue;
      readings.push_back({types, isOffset});
    }
  }
  return readings;
}

llvm::Expected<FileTable> formats::readMatrix(RawMatrix matrix,
                                              const ImportOptions &options) {
  std::optional<OperandType> lhs = inferOperand(matrix.rows, options);
  std::optional<OperandType> rhs = inferOperand(matrix.columns, options);
  if (!lhs || !rhs)
    return makeError(
        "has " + Twine(matrix.rows) + " x " + Twine(matrix.columns) +
        " entries, expects 2^L x 2^R for operands of 2 to 12 bits, "
        "such as 256 x 256");
  if (std::optional<OperandTypes> stated = statedTypes(options))
    if (stated->first.bits != lhs->bits || stated->second.bits != rhs->bits)
      return makeError(
          "has " + Twine(matrix.rows) + " x " + Twine(matrix.columns) +
          " entries, expects " + Twine(stated->first.size()) + " x " +
          Twine(stated->second.size()) + " for " + describe(*stated));
  std::vector<Reading> readings =
      possibleReadings(lhs->bits, rhs->bits, matrix, options);
  for (Reading &reading : readings)
    reading.distance =
        meanErrorDistance(reading.types, inCanonicalOrder(matrix, reading));
  llvm::sort(readings, [](const Reading &a, const Reading &b) {
    return a.distance < b.distance;
  });
  bool isDecided =
      readings.size() == 1 || readings[0].distance * 4 <= readings[1].distance;
  // Where only the order is open, two's complement is the rule.
  bool isOrderOnly = llvm::all_of(readings, [&](const Reading &reading) {
    return reading.types == readings[0].types;
  });
  if (!isDecided && !isOrderOnly)
    return makeError(llvm::formatv(
        "does not tell how its operands are encoded: mean |AM - a b| is "
        "{0:F2} read as {1} and {2:F2} read as {3}; state the operand types",
        readings[0].distance, readings[0].str(), readings[1].distance,
        readings[1].str()));
  if (!isDecided)
    llvm::erase_if(readings, [](const Reading &r) { return r.isOffset; });
  const Reading &best = readings.front();
  FileTable table{
      best.types.first, best.types.second, inCanonicalOrder(matrix, best), {}};
  table.metadata.description =
      best.str() + ", rows are the first operand" +
      (readings.size() > 1
           ? llvm::formatv(" (the nearest reading to a b: mean |AM - a b| is "
                           "{0:F2}, next {1:F2})",
                           best.distance, readings[1].distance)
                 .str()
           : std::string());
  return table;
}
