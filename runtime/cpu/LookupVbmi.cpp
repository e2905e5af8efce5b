//===- LookupVbmi.cpp - Look-up in registers by byte permutes -------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Approach. A row of the table is one to three byte planes (common/Tables.h),
// each of 64, 128 or 256 bytes: one, two or four registers. Byte permutes look
// 64 codes up at once. Where a plane has several registers, either masked
// single-source permutes go over each other's result (best where a two-source
// permute is several micro-operations), or two-source permutes and a blend.
//
// A plane's bytes are summed as 16-bit words: `words` sums word w as it is,
// `high` sums its upper byte, so that the lower bytes' sum is words - 256 high
// modulo 2^16. That holds for up to 257 terms; a panel has 128. Panels are
// rearranged so that the lower bytes are 32 neighbouring columns, and so are
// the upper ones.
//
// A row of a gradient table is the four byte planes of its floats: looked-up
// bytes are put together again, so that every factor is exactly the table's.
//
//===----------------------------------------------------------------------===//
#include "Kernels.h"
#include "LookupForward.h"
#include "LookupGradient.h"
#include <immintrin.h>

namespace {

static_assert(tileDepth <= 257, "16-bit sums would wrap");

inline __m512i load(const void *pointer) { return _mm512_loadu_si512(pointer); }

/// Masks of the codes that have bit 6 or bit 7.
template <int registers>
struct CodeMasks {
  __mmask64 bit6 = 0, bit7 = 0;

  CodeMasks() = default;
  explicit CodeMasks(__m512i codes) {
    if constexpr (registers == 4)
      bit7 = _mm512_movepi8_mask(codes);
    if constexpr (registers > 1)
      bit6 = _mm512_movepi8_mask(_mm512_add_epi8(codes, codes));
  }
};

/// Looks 64 codes up in a plane of `registers` registers.
template <int registers, bool twoSource>
struct Plane {
  __m512i data[registers];

  explicit Plane(const uint8_t *bytes) {
    for (int r = 0; r < registers; ++r)
      data[r] = load(bytes + 64 * r);
  }
  __m512i operator()(__m512i codes, const CodeMasks<registers> &masks) const {
    if constexpr (registers == 1) {
      return _mm512_permutexvar_epi8(codes, data[0]);
    } else if constexpr (twoSource) {
      __m512i low = _mm512_permutex2var_epi8(data[0], codes, data[1]);
      if constexpr (registers == 2)
        return low;
      else
        return _mm512_mask_blend_epi8(
            masks.bit7, low, _mm512_permutex2var_epi8(data[2], codes, data[3]));
    } else {
      __m512i bytes = _mm512_permutexvar_epi8(codes, data[0]);
      bytes = _mm512_mask_permutexvar_epi8(bytes, masks.bit6, codes, data[1]);
      if constexpr (registers == 4) {
        bytes = _mm512_mask_permutexvar_epi8(bytes, masks.bit7, codes, data[2]);
        bytes = _mm512_mask_permutexvar_epi8(
            bytes, _kand_mask64(masks.bit6, masks.bit7), codes, data[3]);
      }
      return bytes;
    }
  }
};

template <bool twoSource>
struct VbmiTile {
  static constexpr bool usesBase = true;
  static constexpr int64_t unit = 64;
  static constexpr int64_t preparedBytes = 0;
  static int64_t entryLimit(const ProductTable &table) {
    return (int64_t(1) << (8 * table.planeCount)) - 1;
  }

  static void prepare(const ProductTable &, const uint8_t *panel,
                      uint8_t *prepared, int64_t depth, int64_t width) {
    alignas(64) uint8_t order[64];
    for (int w = 0; w < 32; ++w) {
      order[2 * w] = uint8_t(w);
      order[2 * w + 1] = uint8_t(w + 32);
    }
    __m512i index = load(order);
    for (int64_t k = 0; k < depth; ++k)
      for (int64_t j = 0; j < width; j += 64)
        _mm512_storeu_si512(
            prepared + k * tileColumns + j,
            _mm512_permutexvar_epi8(index, load(panel + k * tileColumns + j)));
  }

  /// One row over `blocks` x 64 columns.
  template <int planes, int registers, int blocks>
  static void accumulateBlocks(const uint8_t *table, const uint8_t *codes,
                               int64_t depth, const uint8_t *panel,
                               int32_t *sums) {
    constexpr int64_t rowBytes = planes * registers * 64;
    __m512i words[planes][blocks], high[planes][blocks];
    for (int p = 0; p < planes; ++p)
      for (int b = 0; b < blocks; ++b)
        words[p][b] = high[p][b] = _mm512_setzero_si512();
    for (int64_t k = 0; k < depth; ++k) {
      const uint8_t *row = table + codes[k] * rowBytes;
      // The table is larger than the first-level cache.
      const uint8_t *next = table + codes[k + 1 < depth ? k + 1 : k] * rowBytes;
      for (int64_t line = 0; line < rowBytes; line += 64)
        _mm_prefetch(reinterpret_cast<const char *>(next + line), _MM_HINT_T0);
      __m512i code[blocks];
      CodeMasks<registers> masks[blocks];
      for (int b = 0; b < blocks; ++b) {
        code[b] = load(panel + k * tileColumns + 64 * b);
        masks[b] = CodeMasks<registers>(code[b]);
      }
      for (int p = 0; p < planes; ++p) {
        Plane<registers, twoSource> plane(row + p * registers * 64);
        for (int b = 0; b < blocks; ++b) {
          __m512i bytes = plane(code[b], masks[b]);
          words[p][b] = _mm512_add_epi16(words[p][b], bytes);
          high[p][b] =
              _mm512_add_epi16(high[p][b], _mm512_srli_epi16(bytes, 8));
        }
      }
    }
    for (int b = 0; b < blocks; ++b) {
      __m512i total[4] = {}; // 16 columns each
      for (int p = planes; p-- > 0;) {
        __m512i even =
            _mm512_sub_epi16(words[p][b], _mm512_slli_epi16(high[p][b], 8));
        const __m256i quarters[4] = {_mm512_castsi512_si256(even),
                                     _mm512_extracti64x4_epi64(even, 1),
                                     _mm512_castsi512_si256(high[p][b]),
                                     _mm512_extracti64x4_epi64(high[p][b], 1)};
        for (int q = 0; q < 4; ++q)
          total[q] = _mm512_add_epi32(_mm512_slli_epi32(total[q], 8),
                                      _mm512_cvtepu16_epi32(quarters[q]));
      }
      for (int q = 0; q < 4; ++q) {
        int32_t *out = sums + 64 * b + 16 * q;
        _mm512_storeu_si512(out, _mm512_add_epi32(load(out), total[q]));
      }
    }
  }

  template <int planes, int registers>
  static void accumulateRow(const uint8_t *table, const uint8_t *codes,
                            int64_t depth, const uint8_t *panel, int64_t width,
                            int32_t *sums) {
    // As many blocks as leave the sums and one row of the table in registers.
    int64_t j = 0;
    if constexpr (planes <= 2)
      for (; j + 256 <= width; j += 256)
        accumulateBlocks<planes, registers, 4>(table, codes, depth, panel + j,
                                               sums + j);
    for (; j + 128 <= width; j += 128)
      accumulateBlocks<planes, registers, 2>(table, codes, depth, panel + j,
                                             sums + j);
    for (; j < width; j += 64)
      accumulateBlocks<planes, registers, 1>(table, codes, depth, panel + j,
                                             sums + j);
  }

  template <int registers>
  static void accumulatePlanes(const ProductTable &table, const uint8_t *codes,
                               int64_t depth, const uint8_t *panel,
                               int64_t width, int32_t *sums) {
    const uint8_t *planes = table.planes.data();
    switch (table.planeCount) {
    case 1:
      return accumulateRow<1, registers>(planes, codes, depth, panel, width,
                                         sums);
    case 2:
      return accumulateRow<2, registers>(planes, codes, depth, panel, width,
                                         sums);
    default:
      return accumulateRow<3, registers>(planes, codes, depth, panel, width,
                                         sums);
    }
  }

  static void accumulate(const ProductTable &table, const uint8_t *codes,
                         int64_t depth, const uint8_t *panel, int64_t width,
                         int32_t *sums) {
    switch (table.rowSize) {
    case 64:
      return accumulatePlanes<1>(table, codes, depth, panel, width, sums);
    case 128:
      return accumulatePlanes<2>(table, codes, depth, panel, width, sums);
    default:
      return accumulatePlanes<4>(table, codes, depth, panel, width, sums);
    }
  }
};

/// 64 floats from their byte planes. Interleaving works within 128-bit lanes:
/// quarter q holds four bytes of every lane, see VbmiGradientTile::prepare.
inline void assemble(const __m512i (&bytes)[4], __m512 (&quarters)[4]) {
  __m512i low[2] = {_mm512_unpacklo_epi8(bytes[0], bytes[1]),
                    _mm512_unpackhi_epi8(bytes[0], bytes[1])};
  __m512i high[2] = {_mm512_unpacklo_epi8(bytes[2], bytes[3]),
                     _mm512_unpackhi_epi8(bytes[2], bytes[3])};
  for (int h = 0; h < 2; ++h) {
    quarters[2 * h] =
        _mm512_castsi512_ps(_mm512_unpacklo_epi16(low[h], high[h]));
    quarters[2 * h + 1] =
        _mm512_castsi512_ps(_mm512_unpackhi_epi16(low[h], high[h]));
  }
}

template <bool twoSource>
struct VbmiGradientTile {
  /// Moves each group of four codes so that assembled quarters are 16
  /// neighbouring columns: position (lane, q) gets group (q, lane).
  static void prepare(uint8_t *codes, int64_t count) {
    const __m512i index =
        _mm512_setr_epi32(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
    for (int64_t j = 0; j < count; j += 64)
      _mm512_storeu_si512(codes + j,
                          _mm512_permutexvar_epi32(index, load(codes + j)));
  }

  template <int registers>
  static float dotRow(const uint8_t *row, const uint8_t *codes,
                      const float *cotangent, const float *zero,
                      int64_t width) {
    using Plane = ::Plane<registers, twoSource>;
    const Plane planes[4] = {Plane(row), Plane(row + 64 * registers),
                             Plane(row + 128 * registers),
                             Plane(row + 192 * registers)};
    __m512 sum[4] = {};
    for (int64_t j = 0; j < width; j += 64) {
      __m512i code = load(codes + j);
      CodeMasks<registers> masks(code);
      __m512i bytes[4];
      for (int p = 0; p < 4; ++p)
        bytes[p] = planes[p](code, masks);
      __m512 entry[4];
      assemble(bytes, entry);
      for (int q = 0; q < 4; ++q)
        sum[q] = _mm512_fmadd_ps(
            _mm512_loadu_ps(cotangent + j + 16 * q),
            _mm512_sub_ps(entry[q], _mm512_loadu_ps(zero + j + 16 * q)),
            sum[q]);
    }
    return _mm512_reduce_add_ps(_mm512_add_ps(_mm512_add_ps(sum[0], sum[1]),
                                              _mm512_add_ps(sum[2], sum[3])));
  }

  static float dot(const GradientTable &table, uint8_t code,
                   const uint8_t *codes, const float *cotangent,
                   const float *zero, int64_t width) {
    const uint8_t *row = table.planes.data() + code * 4 * table.rowSize;
    switch (table.rowSize) {
    case 64:
      return dotRow<1>(row, codes, cotangent, zero, width);
    case 128:
      return dotRow<2>(row, codes, cotangent, zero, width);
    default:
      return dotRow<4>(row, codes, cotangent, zero, width);
    }
  }

  template <int registers>
  static void sumRows(const uint8_t *table, const uint8_t *rowCodes,
                      const float *zero, int64_t rows, const float *cotangent,
                      const uint8_t *codes, float *result) {
    constexpr int blocks = sumColumns / 64;
    constexpr int64_t rowBytes = 4 * registers * 64;
    __m512i code[blocks];
    __m512 sum[blocks][4] = {};
    CodeMasks<registers> masks[blocks];
    for (int b = 0; b < blocks; ++b) {
      code[b] = load(codes + 64 * b);
      masks[b] = CodeMasks<registers>(code[b]);
    }
    for (int64_t i = 0; i < rows; ++i) {
      const uint8_t *row = table + rowCodes[i] * rowBytes;
      const uint8_t *next =
          table + rowCodes[i + 1 < rows ? i + 1 : i] * rowBytes;
      for (int64_t line = 0; line < rowBytes; line += 64)
        _mm_prefetch(reinterpret_cast<const char *>(next + line), _MM_HINT_T0);
      __m512i bytes[blocks][4];
      for (int p = 0; p < 4; ++p) {
        Plane<registers, twoSource> plane(row + p * registers * 64);
        for (int b = 0; b < blocks; ++b)
          bytes[b][p] = plane(code[b], masks[b]);
      }
      __m512 zeroPoint = _mm512_set1_ps(zero[i]);
      for (int b = 0; b < blocks; ++b) {
        __m512 entry[4];
        assemble(bytes[b], entry);
        for (int q = 0; q < 4; ++q)
          sum[b][q] = _mm512_fmadd_ps(
              _mm512_loadu_ps(cotangent + i * sumColumns + 64 * b + 16 * q),
              _mm512_sub_ps(entry[q], zeroPoint), sum[b][q]);
      }
    }
    for (int b = 0; b < blocks; ++b)
      for (int q = 0; q < 4; ++q)
        _mm512_storeu_ps(result + 64 * b + 16 * q, sum[b][q]);
  }

  static void sum(const GradientTable &table, const uint8_t *rowCodes,
                  const float *zero, int64_t rows, const float *cotangent,
                  const uint8_t *codes, float *result) {
    const uint8_t *planes = table.planes.data();
    switch (table.rowSize) {
    case 64:
      return sumRows<1>(planes, rowCodes, zero, rows, cotangent, codes, result);
    case 128:
      return sumRows<2>(planes, rowCodes, zero, rows, cotangent, codes, result);
    default:
      return sumRows<4>(planes, rowCodes, zero, rows, cotangent, codes, result);
    }
  }
};

} // namespace

void lutra::rt::runForwardVbmi(Context &context,
                               const ForwardProblem &problem) {
  runForwardTiles<VbmiTile<false>>(context, problem);
}

void lutra::rt::runForwardVbmiTwoSource(Context &context,
                                        const ForwardProblem &problem) {
  runForwardTiles<VbmiTile<true>>(context, problem);
}

void lutra::rt::runRowGradientVbmi(Context &context,
                                   const GradientProblem &problem) {
  runRowGradientTiles<VbmiGradientTile<false>>(context, problem);
}

void lutra::rt::runColumnGradientVbmi(Context &context,
                                      const GradientProblem &problem) {
  runColumnGradientTiles<VbmiGradientTile<false>>(context, problem);
}

void lutra::rt::runRowGradientVbmiTwoSource(Context &context,
                                            const GradientProblem &problem) {
  runRowGradientTiles<VbmiGradientTile<true>>(context, problem);
}

void lutra::rt::runColumnGradientVbmiTwoSource(Context &context,
                                               const GradientProblem &problem) {
  runColumnGradientTiles<VbmiGradientTile<true>>(context, problem);
}
