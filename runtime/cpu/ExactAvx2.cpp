//===- ExactAvx2.cpp - Exact integer product by AVX2 -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "ExactInteger.h"
#include "Kernels.h"
#include <immintrin.h>

namespace {
struct ExactAvx2Block {
  static constexpr int64_t unit = 8;

  template <int units>
  static void accumulate(const uint8_t *codes, int32_t flip, int64_t depth,
                         const int16_t *pairs, int32_t *sums) {
    __m256i *out = reinterpret_cast<__m256i *>(sums);
    __m256i sum[units];
    for (int u = 0; u < units; ++u)
      sum[u] = _mm256_loadu_si256(out + u);
    for (int64_t k = 0; k < depth; k += 2) {
      __m256i row = _mm256_set1_epi32(
          ExactTile<ExactAvx2Block>::pair(codes, k, depth, flip));
      const __m256i *column =
          reinterpret_cast<const __m256i *>(pairs + k * tileColumns);
      for (int u = 0; u < units; ++u)
        sum[u] = _mm256_add_epi32(
            sum[u], _mm256_madd_epi16(row, _mm256_loadu_si256(column + u)));
    }
    for (int u = 0; u < units; ++u)
      _mm256_storeu_si256(out + u, sum[u]);
  }
};
} // namespace

void lutra::rt::runExactAvx2(Context &context, const ForwardProblem &problem) {
  runForwardTiles<ExactTile<ExactAvx2Block>>(context, problem);
}
