//===- LookupAvx512.cpp - Look-up by AVX-512 gathers ----------------------===//
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

/// 16 codes as dword indices.
inline __m512i loadIndices(const uint8_t *codes) {
  return _mm512_cvtepu8_epi32(
      _mm_loadu_si128(reinterpret_cast<const __m128i *>(codes)));
}

struct Avx512Tile {
  static constexpr bool usesBase = false;
  static constexpr int64_t unit = 16;
  static constexpr int64_t preparedBytes = 0;
  static int64_t entryLimit(const ProductTable &table) {
    return table.magnitude;
  }
  static void prepare(const ProductTable &, const uint8_t *, uint8_t *, int64_t,
                      int64_t) {}

  /// Keeps the sums of `vectors` x 16 columns in registers over the depth.
  template <int vectors>
  static void accumulateBlock(const ProductTable &table, const uint8_t *codes,
                              int64_t depth, const uint8_t *panel,
                              int32_t *sums) {
    __m512i sum[vectors];
    for (int v = 0; v < vectors; ++v)
      sum[v] = _mm512_loadu_si512(sums + 16 * v);
    for (int64_t k = 0; k < depth; ++k) {
      const int32_t *row = table.entries.data() + codes[k] * table.rowSize;
      for (int v = 0; v < vectors; ++v)
        sum[v] = _mm512_add_epi32(
            sum[v], _mm512_i32gather_epi32(
                        loadIndices(panel + k * tileColumns + 16 * v), row, 4));
    }
    for (int v = 0; v < vectors; ++v)
      _mm512_storeu_si512(sums + 16 * v, sum[v]);
  }

  static void accumulate(const ProductTable &table, const uint8_t *codes,
                         int64_t depth, const uint8_t *panel, int64_t width,
                         int32_t *sums) {
    int64_t j = 0;
    for (; j + 64 <= width; j += 64)
      accumulateBlock<4>(table, codes, depth, panel + j, sums + j);
    for (; j < width; j += 16)
      accumulateBlock<1>(table, codes, depth, panel + j, sums + j);
  }

  static void prepare(uint8_t *, int64_t) {}

  static float dot(const GradientTable &table, uint8_t code,
                   const uint8_t *codes, const float *cotangent,
                   const float *zero, int64_t width) {
    const float *row = table.entries.data() + code * table.rowSize;
    __m512 sum[4] = {};
    for (int64_t j = 0; j < width; j += 64)
      for (int v = 0; v < 4; ++v) {
        int64_t l = j + 16 * v;
        __m512 entry = _mm512_i32gather_ps(loadIndices(codes + l), row, 4);
        sum[v] = _mm512_fmadd_ps(
            _mm512_loadu_ps(cotangent + l),
            _mm512_sub_ps(entry, _mm512_loadu_ps(zero + l)), sum[v]);
      }
    return _mm512_reduce_add_ps(_mm512_add_ps(_mm512_add_ps(sum[0], sum[1]),
                                              _mm512_add_ps(sum[2], sum[3])));
  }

  /// 64 of the columns: their indices and sums fill the registers.
  static void sumBlock(const GradientTable &table, const uint8_t *rowCodes,
                       const float *zero, int64_t rows, const float *cotangent,
                       const uint8_t *codes, float *result) {
    __m512i index[4];
    __m512 sum[4] = {};
    for (int v = 0; v < 4; ++v)
      index[v] = loadIndices(codes + 16 * v);
    for (int64_t i = 0; i < rows; ++i) {
      const float *row = table.entries.data() + rowCodes[i] * table.rowSize;
      __m512 zeroPoint = _mm512_set1_ps(zero[i]);
      for (int v = 0; v < 4; ++v)
        sum[v] = _mm512_fmadd_ps(
            _mm512_loadu_ps(cotangent + i * sumColumns + 16 * v),
            _mm512_sub_ps(_mm512_i32gather_ps(index[v], row, 4), zeroPoint),
            sum[v]);
    }
    for (int v = 0; v < 4; ++v)
      _mm512_storeu_ps(result + 16 * v, sum[v]);
  }

  static void sum(const GradientTable &table, const uint8_t *rowCodes,
                  const float *zero, int64_t rows, const float *cotangent,
                  const uint8_t *codes, float *result) {
    for (int64_t j = 0; j < sumColumns; j += 64)
      sumBlock(table, rowCodes, zero, rows, cotangent + j, codes + j,
               result + j);
  }
};

} // namespace

void lutra::rt::runForwardAvx512(Context &context,
                                 const ForwardProblem &problem) {
  runForwardTiles<Avx512Tile>(context, problem);
}

void lutra::rt::runRowGradientAvx512(Context &context,
                                     const GradientProblem &problem) {
  runRowGradientTiles<Avx512Tile>(context, problem);
}

void lutra::rt::runColumnGradientAvx512(Context &context,
                                        const GradientProblem &problem) {
  runColumnGradientTiles<Avx512Tile>(context, problem);
}
