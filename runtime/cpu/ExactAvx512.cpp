//===- ExactAvx512.cpp - Exact integer product by AVX-512 -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "ExactInteger.h"
#include "Kernels.h"
#include <immintrin.h>

namespace {
struct ExactAvx512Block {
  static constexpr int64_t unit = 16;

  template <int units>
  static void accumulate(const uint8_t *codes, int32_t flip, int64_t depth,
                         const int16_t *pairs, int32_t *sums) {
    __m512i sum[units];
    for (int u = 0; u < units; ++u)
      sum[u] = _mm512_loadu_si512(sums + unit * u);
    for (int64_t k = 0; k < depth; k += 2) {
      __m512i row = _mm512_set1_epi32(
          ExactTile<ExactAvx512Block>::pair(codes, k, depth, flip));
      const int16_t *column = pairs + k * tileColumns;
      for (int u = 0; u < units; ++u)
        sum[u] = _mm512_dpwssd_epi32(sum[u], row,
                                     _mm512_loadu_si512(column + 2 * unit * u));
    }
    for (int u = 0; u < units; ++u)
      _mm512_storeu_si512(sums + unit * u, sum[u]);
  }
};
} // namespace

void lutra::rt::runExactAvx512(Context &context,
                               const ForwardProblem &problem) {
  runForwardTiles<ExactTile<ExactAvx512Block>>(context, problem);
}
