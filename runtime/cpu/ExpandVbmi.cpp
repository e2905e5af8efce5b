//===- ExpandVbmi.cpp - Codes through tables by AVX-512 VBMI -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A table of 256 bytes is four registers: two permutes look up the low seven
// bits of 64 codes in either half, and the eighth bit chooses.
//
//===----------------------------------------------------------------------===//
#include "Expand.h"
#include <immintrin.h>

namespace {
struct VbmiLine {
  static void map(const uint8_t *table, const uint8_t *x, int64_t count,
                  uint8_t *y) {
    __m512i t0 = _mm512_loadu_si512(table);
    __m512i t1 = _mm512_loadu_si512(table + 64);
    __m512i t2 = _mm512_loadu_si512(table + 128);
    __m512i t3 = _mm512_loadu_si512(table + 192);
    auto lookUp = [&](__m512i codes) {
      __m512i low = _mm512_permutex2var_epi8(t0, codes, t1);
      __m512i high = _mm512_permutex2var_epi8(t2, codes, t3);
      return _mm512_mask_blend_epi8(_mm512_movepi8_mask(codes), low, high);
    };
    int64_t i = 0;
    for (; i + 64 <= count; i += 64)
      _mm512_storeu_si512(y + i, lookUp(_mm512_loadu_si512(x + i)));
    if (i < count) {
      __mmask64 mask = ~UINT64_C(0) >> (64 - (count - i));
      _mm512_mask_storeu_epi8(y + i, mask,
                              lookUp(_mm512_maskz_loadu_epi8(mask, x + i)));
    }
  }
};
} // namespace

void lutra::rt::runExpandVbmi(Context &context, const ExpandProblem &problem) {
  runExpand<VbmiLine>(context, problem);
}
