//===- Tables.cpp - Tables behind the handles -----------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Tables.h"
#include <algorithm>
#include <cstdlib>
#include <cstring>

using namespace lutra::rt;

/// Copies `table` [lhs][rhs], transposed or not, into padded rows. Padding is
/// 0.
template <typename Table, typename T>
static Table orient(CodeType lhs, CodeType rhs, const T *table,
                    bool transposed) {
  Table result;
  result.row = transposed ? rhs : lhs;
  result.column = transposed ? lhs : rhs;
  result.rowSize = paddedRowSize(result.column);
  result.entries.assign(result.row.size() * result.rowSize, T(0));
  for (int64_t r = 0; r < result.row.size(); ++r)
    for (int64_t c = 0; c < result.column.size(); ++c)
      result.entries[r * result.rowSize + c] =
          transposed ? table[c * rhs.size() + r] : table[r * rhs.size() + c];
  return result;
}

/// Fills in what is derived from the entries.
static void analyse(ProductTable &table) {
  table.isExact = true;
  table.base.resize(table.row.size());
  int64_t widest = 0;
  for (int64_t r = 0; r < table.row.size(); ++r) {
    const int32_t *row = &table.entries[r * table.rowSize];
    const int32_t *end = row + table.column.size();
    auto [min, max] = std::minmax_element(row, end);
    table.base[r] = *min;
    widest = std::max(widest, int64_t(*max) - *min);
    table.magnitude = std::max(
        {table.magnitude, std::abs(int64_t(*min)), std::abs(int64_t(*max))});
    for (int64_t c = 0; c < table.column.size(); ++c)
      table.isExact &= row[c] == table.row.value(r) * table.column.value(c);
  }
  table.planeCount = 1;
  while (table.planeCount < 4 && (widest >> (8 * table.planeCount)) != 0)
    ++table.planeCount;
  table.planes.assign(table.row.size() * table.planeCount * table.rowSize, 0);
  for (int64_t r = 0; r < table.row.size(); ++r)
    for (int64_t c = 0; c < table.column.size(); ++c) {
      uint32_t rest = uint32_t(table.entries[r * table.rowSize + c]) -
                      uint32_t(table.base[r]);
      for (int p = 0; p < table.planeCount; ++p)
        table.planes[(r * table.planeCount + p) * table.rowSize + c] =
            uint8_t(rest >> (8 * p));
    }
}

Multiplier lutra::rt::makeMultiplier(CodeType lhs, CodeType rhs,
                                     const int32_t *table) {
  Multiplier result{orient<ProductTable>(lhs, rhs, table, false),
                    orient<ProductTable>(lhs, rhs, table, true)};
  analyse(result.lhsRows);
  analyse(result.rhsRows);
  return result;
}

static void analyse(GradientTable &table) {
  table.planes.resize(table.entries.size() * 4);
  for (int64_t r = 0; r < table.row.size(); ++r)
    for (int64_t c = 0; c < table.rowSize; ++c) {
      uint32_t bits;
      std::memcpy(&bits, &table.entries[r * table.rowSize + c], 4);
      for (int64_t p = 0; p < 4; ++p)
        table.planes[(r * 4 + p) * table.rowSize + c] = uint8_t(bits >> 8 * p);
    }
}

Gradient lutra::rt::makeGradient(CodeType lhs, CodeType rhs,
                                 const float *table) {
  Gradient result{orient<GradientTable>(lhs, rhs, table, false),
                  orient<GradientTable>(lhs, rhs, table, true)};
  analyse(result.lhsRows);
  analyse(result.rhsRows);
  return result;
}
