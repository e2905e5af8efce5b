//===- ExactPortable.cpp - Exact integer product for any machine ----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "ExactInteger.h"
#include "Kernels.h"

namespace {
struct ExactPortableBlock {
  static constexpr int64_t unit = 4;

  template <int units>
  static void accumulate(const uint8_t *codes, int32_t flip, int64_t depth,
                         const int16_t *pairs, int32_t *sums) {
    constexpr int64_t count = units * unit;
    // Sums are modulo 2^32.
    uint32_t *out = reinterpret_cast<uint32_t *>(sums);
    for (int64_t k = 0; k < depth; k += 2) {
      int32_t first = (codes[k] ^ flip) - flip;
      int32_t second = k + 1 < depth ? (codes[k + 1] ^ flip) - flip : 0;
      const int16_t *pair = pairs + k * tileColumns;
      for (int64_t j = 0; j < count; ++j)
        out[j] += uint32_t(first * pair[2 * j] + second * pair[2 * j + 1]);
    }
  }
};
} // namespace

void lutra::rt::runExactPortable(Context &context,
                                 const ForwardProblem &problem) {
  runForwardTiles<ExactTile<ExactPortableBlock>>(context, problem);
}
