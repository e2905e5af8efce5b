//===- Tables.h - Tables behind the handles ---------------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A kernel fixes one operand in its inner loop and runs over the other, so each
// table is kept twice: with the rows of either operand. A row is padded to a
// whole number of vector registers.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_RUNTIME_COMMON_TABLES_H
#define LUTRA_RUNTIME_COMMON_TABLES_H

#include <cstdint>
#include <vector>

namespace lutra::rt {

/// Integer type of an operand (M1), 2 to 8 bits.
struct CodeType {
  int64_t bits = 8;
  bool isSigned = false;

  int64_t size() const { return int64_t(1) << bits; }
  /// Bits of a code that count.
  uint8_t mask() const { return uint8_t(size() - 1); }
  /// value(code) = int(code ^ flip) - flip, for a masked code.
  uint8_t flip() const { return isSigned ? uint8_t(size() / 2) : uint8_t(0); }
  int64_t value(int64_t code) const { return (code ^ flip()) - flip(); }
};

/// Entries in a padded row: 64, 128 or 256.
inline int64_t paddedRowSize(CodeType column) {
  return column.size() < 64 ? 64 : column.size();
}

/// Integer table with the rows of one operand.
struct ProductTable {
  CodeType row, column;
  int64_t rowSize = 0;          // padded
  std::vector<int32_t> entries; // [row.size()][rowSize]
  /// Largest magnitude of an entry.
  int64_t magnitude = 0;
  /// Whether every entry is the product of its operands.
  bool isExact = false;

  /// The same in byte planes: entry = base[row] + sum_p planes[row][p] << 8p.
  int planeCount = 0; // 1 to 4: as many as the widest row needs
  std::vector<int32_t> base;
  std::vector<uint8_t> planes; // [row.size()][planeCount][rowSize]
};

/// Gradient table with the rows of one operand.
struct GradientTable {
  CodeType row, column;
  int64_t rowSize = 0;        // padded
  std::vector<float> entries; // [row.size()][rowSize]
  /// The bytes of the entries, lowest first: [row.size()][4][rowSize].
  std::vector<uint8_t> planes;
};

/// A table seen from either operand.
template <typename Table>
struct OrientedTables {
  Table lhsRows; // rows are AM's first operand
  Table rhsRows;
};

using Multiplier = OrientedTables<ProductTable>;
using Gradient = OrientedTables<GradientTable>;

/// `table` has lhs.size() x rhs.size() entries in bit-pattern order.
Multiplier makeMultiplier(CodeType lhs, CodeType rhs, const int32_t *table);
Gradient makeGradient(CodeType lhs, CodeType rhs, const float *table);

} // namespace lutra::rt

#endif // LUTRA_RUNTIME_COMMON_TABLES_H
