//===- ExactInteger.h - Panels of the exact integer kernels -----*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A table that holds a * b needs no look-up. Panels become 16-bit values with
// the two values of a pair of k side by side, which is what multiply-add
// instructions take; an odd last k gets a partner of 0.
//
// Included by one file for each instruction set: see Packing.h.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_RUNTIME_CPU_EXACTINTEGER_H
#define LUTRA_RUNTIME_CPU_EXACTINTEGER_H

#include "LookupForward.h"

namespace {

/// `Block` gives `unit`, the columns it does at once, and
///   accumulate<units>(codes, flip, depth, panel, sums)
///     one row over units * unit columns.
template <typename Block>
struct ExactTile {
  static constexpr bool usesBase = false;
  static constexpr int64_t unit = Block::unit;
  static constexpr int64_t preparedBytes = 2;
  static int64_t entryLimit(const ProductTable &table) {
    return table.magnitude;
  }

  static void prepare(const ProductTable &table, const uint8_t *panel,
                      uint8_t *prepared, int64_t depth, int64_t width) {
    int16_t flip = table.column.flip();
    int16_t *pairs = reinterpret_cast<int16_t *>(prepared);
    int64_t k = 0;
    for (; k + 2 <= depth; k += 2)
      for (int64_t j = 0; j < width; ++j) {
        int16_t first = panel[k * tileColumns + j];
        int16_t second = panel[(k + 1) * tileColumns + j];
        pairs[k * tileColumns + 2 * j] = int16_t((first ^ flip) - flip);
        pairs[k * tileColumns + 2 * j + 1] = int16_t((second ^ flip) - flip);
      }
    if (k < depth)
      for (int64_t j = 0; j < width; ++j) {
        int16_t last = panel[k * tileColumns + j];
        pairs[k * tileColumns + 2 * j] = int16_t((last ^ flip) - flip);
        pairs[k * tileColumns + 2 * j + 1] = 0;
      }
  }

  static void accumulate(const ProductTable &table, const uint8_t *codes,
                         int64_t depth, const uint8_t *prepared, int64_t width,
                         int32_t *sums) {
    const int16_t *pairs = reinterpret_cast<const int16_t *>(prepared);
    int32_t flip = table.row.flip();
    int64_t j = 0;
    for (; j + 8 * unit <= width; j += 8 * unit)
      Block::template accumulate<8>(codes, flip, depth, pairs + 2 * j,
                                    sums + j);
    for (; j < width; j += unit)
      Block::template accumulate<1>(codes, flip, depth, pairs + 2 * j,
                                    sums + j);
  }

  /// The values of codes k and k + 1 as two 16-bit halves.
  static int32_t pair(const uint8_t *codes, int64_t k, int64_t depth,
                      int32_t flip) {
    int32_t first = (codes[k] ^ flip) - flip;
    int32_t second = k + 1 < depth ? (codes[k + 1] ^ flip) - flip : 0;
    return int32_t((uint32_t(first) & 0xffff) | uint32_t(second) << 16);
  }
};

} // namespace

#endif // LUTRA_RUNTIME_CPU_EXACTINTEGER_H
