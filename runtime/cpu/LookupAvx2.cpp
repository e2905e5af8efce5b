//===- LookupAvx2.cpp - Look-up by AVX2 gathers ---------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Kernels.h"
#include "LookupForward.h"
#include "LookupGradient.h"
#include <immintrin.h>

namespace {

/// 8 codes as dword indices.
inline __m256i loadIndices(const uint8_t *codes) {
  return _mm256_cvtepu8_epi32(
      _mm_loadl_epi64(reinterpret_cast<const __m128i *>(codes)));
}

inline float reduce(__m256 vector) {
  __m128 sum = _mm_add_ps(_mm256_castps256_ps128(vector),
                          _mm256_extractf128_ps(vector, 1));
  sum = _mm_add_ps(sum, _mm_movehl_ps(sum, sum));
  return _mm_cvtss_f32(_mm_add_ss(sum, _mm_movehdup_ps(sum)));
}

struct Avx2Tile {
  static constexpr bool usesBase = false;
  static constexpr int64_t unit = 8;
  static constexpr int64_t preparedBytes = 0;
  static int64_t entryLimit(const ProductTable &table) {
    return table.magnitude;
  }
  static void prepare(const ProductTable &, const uint8_t *, uint8_t *, int64_t,
                      int64_t) {}

  /// Keeps the sums of `vectors` x 8 columns in registers over the depth.
  template <int vectors>
  static void accumulateBlock(const ProductTable &table, const uint8_t *codes,
                              int64_t depth, const uint8_t *panel,
                              int32_t *sums) {
    __m256i *out = reinterpret_cast<__m256i *>(sums);
    __m256i sum[vectors];
    for (int v = 0; v < vectors; ++v)
      sum[v] = _mm256_loadu_si256(out + v);
    for (int64_t k = 0; k < depth; ++k) {
      const int32_t *row = table.entries.data() + codes[k] * table.rowSize;
      for (int v = 0; v < vectors; ++v)
        sum[v] = _mm256_add_epi32(
            sum[v], _mm256_i32gather_epi32(
                        row, loadIndices(panel + k * tileColumns + 8 * v), 4));
    }
    for (int v = 0; v < vectors; ++v)
      _mm256_storeu_si256(out + v, sum[v]);
  }

  static void accumulate(const ProductTable &table, const uint8_t *codes,
                         int64_t depth, const uint8_t *panel, int64_t width,
                         int32_t *sums) {
    int64_t j = 0;
    for (; j + 64 <= width; j += 64)
      accumulateBlock<8>(table, codes, depth, panel + j, sums + j);
    for (; j < width; j += 8)
      accumulateBlock<1>(table, codes, depth, panel + j, sums + j);
  }

  static void prepare(uint8_t *, int64_t) {}

  static float dot(const GradientTable &table, uint8_t code,
                   const uint8_t *codes, const float *cotangent,
                   const float *zero, int64_t width) {
    const float *row = table.entries.data() + code * table.rowSize;
    __m256 sum[4] = {};
    for (int64_t j = 0; j < width; j += 32)
      for (int v = 0; v < 4; ++v) {
        int64_t l = j + 8 * v;
        __m256 entry = _mm256_i32gather_ps(row, loadIndices(codes + l), 4);
        sum[v] = _mm256_fmadd_ps(
            _mm256_loadu_ps(cotangent + l),
            _mm256_sub_ps(entry, _mm256_loadu_ps(zero + l)), sum[v]);
      }
    return reduce(_mm256_add_ps(_mm256_add_ps(sum[0], sum[1]),
                                _mm256_add_ps(sum[2], sum[3])));
  }

  /// 32 of the columns: their indices and sums fill the registers.
  static void sumBlock(const GradientTable &table, const uint8_t *rowCodes,
                       const float *zero, int64_t rows, const float *cotangent,
                       const uint8_t *codes, float *result) {
    __m256i index[4];
    __m256 sum[4] = {};
    for (int v = 0; v < 4; ++v)
      index[v] = loadIndices(codes + 8 * v);
    for (int64_t i = 0; i < rows; ++i) {
      const float *row = table.entries.data() + rowCodes[i] * table.rowSize;
      __m256 zeroPoint = _mm256_set1_ps(zero[i]);
      for (int v = 0; v < 4; ++v)
        sum[v] = _mm256_fmadd_ps(
            _mm256_loadu_ps(cotangent + i * sumColumns + 8 * v),
            _mm256_sub_ps(_mm256_i32gather_ps(row, index[v], 4), zeroPoint),
            sum[v]);
    }
    for (int v = 0; v < 4; ++v)
      _mm256_storeu_ps(result + 8 * v, sum[v]);
  }

  static void sum(const GradientTable &table, const uint8_t *rowCodes,
                  const float *zero, int64_t rows, const float *cotangent,
                  const uint8_t *codes, float *result) {
    for (int64_t j = 0; j < sumColumns; j += 32)
      sumBlock(table, rowCodes, zero, rows, cotangent + j, codes + j,
               result + j);
  }
};

} // namespace

void lutra::rt::runForwardAvx2(Context &context,
                               const ForwardProblem &problem) {
  runForwardTiles<Avx2Tile>(context, problem);
}

void lutra::rt::runRowGradientAvx2(Context &context,
                                   const GradientProblem &problem) {
  runRowGradientTiles<Avx2Tile>(context, problem);
}

void lutra::rt::runColumnGradientAvx2(Context &context,
                                      const GradientProblem &problem) {
  runColumnGradientTiles<Avx2Tile>(context, problem);
}
