//===- LookupPortable.cpp - Look-up kernels for any machine ---------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Kernels.h"
#include "LookupForward.h"
#include "LookupGradient.h"

namespace {
struct PortableTile {
  static constexpr bool usesBase = false;
  static constexpr int64_t unit = 4;
  static constexpr int64_t preparedBytes = 0;
  static int64_t entryLimit(const ProductTable &table) {
    return table.magnitude;
  }
  static void prepare(const ProductTable &, const uint8_t *, uint8_t *, int64_t,
                      int64_t) {}

  /// Four k at a time: a sum is loaded and stored once for four products.
  static void accumulate(const ProductTable &table, const uint8_t *codes,
                         int64_t depth, const uint8_t *panel, int64_t width,
                         int32_t *sums) {
    const uint32_t *entries =
        reinterpret_cast<const uint32_t *>(table.entries.data());
    // Sums are modulo 2^32.
    uint32_t *out = reinterpret_cast<uint32_t *>(sums);
    int64_t k = 0;
    for (; k + 4 <= depth; k += 4) {
      const uint32_t *r0 = entries + codes[k] * table.rowSize;
      const uint32_t *r1 = entries + codes[k + 1] * table.rowSize;
      const uint32_t *r2 = entries + codes[k + 2] * table.rowSize;
      const uint32_t *r3 = entries + codes[k + 3] * table.rowSize;
      const uint8_t *c = panel + k * tileColumns;
      for (int64_t j = 0; j < width; ++j)
        out[j] += (r0[c[j]] + r1[c[j + tileColumns]]) +
                  (r2[c[j + 2 * tileColumns]] + r3[c[j + 3 * tileColumns]]);
    }
    for (; k < depth; ++k) {
      const uint32_t *row = entries + codes[k] * table.rowSize;
      const uint8_t *c = panel + k * tileColumns;
      for (int64_t j = 0; j < width; ++j)
        out[j] += row[c[j]];
    }
  }

  static void prepare(uint8_t *, int64_t) {}

  static float dot(const GradientTable &table, uint8_t code,
                   const uint8_t *codes, const float *cotangent,
                   const float *zero, int64_t width) {
    const float *row = table.entries.data() + code * table.rowSize;
    float sums[4] = {};
    for (int64_t j = 0; j < width; j += 4)
      for (int64_t l = 0; l < 4; ++l)
        sums[l] += cotangent[j + l] * (row[codes[j + l]] - zero[j + l]);
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
  }

  static void sum(const GradientTable &table, const uint8_t *rowCodes,
                  const float *zero, int64_t rows, const float *cotangent,
                  const uint8_t *codes, float *result) {
    for (int64_t j = 0; j < sumColumns; ++j)
      result[j] = 0.0f;
    for (int64_t i = 0; i < rows; ++i) {
      const float *row = table.entries.data() + rowCodes[i] * table.rowSize;
      for (int64_t j = 0; j < sumColumns; ++j)
        result[j] += cotangent[i * sumColumns + j] * (row[codes[j]] - zero[i]);
    }
  }
};
} // namespace

void lutra::rt::runForwardPortable(Context &context,
                                   const ForwardProblem &problem) {
  runForwardTiles<PortableTile>(context, problem);
}

void lutra::rt::runRowGradientPortable(Context &context,
                                       const GradientProblem &problem) {
  runRowGradientTiles<PortableTile>(context, problem);
}

void lutra::rt::runColumnGradientPortable(Context &context,
                                          const GradientProblem &problem) {
  runColumnGradientTiles<PortableTile>(context, problem);
}
