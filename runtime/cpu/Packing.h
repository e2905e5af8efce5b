//===- Packing.h - Loops that bring operands into panels --------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Included by one file for each instruction set. Everything is in an unnamed
// namespace and no standard algorithm is called, so that no function compiled
// for a large instruction set can be the copy that the linker keeps for all.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_RUNTIME_CPU_PACKING_H
#define LUTRA_RUNTIME_CPU_PACKING_H

#include <cstdint>
#include <cstring>

namespace {

inline int64_t smaller(int64_t a, int64_t b) { return a < b ? a : b; }
inline int64_t larger(int64_t a, int64_t b) { return a > b ? a : b; }
inline int64_t ceilDiv(int64_t a, int64_t b) { return (a + b - 1) / b; }

/// Threads that are worth waking for so many products: below some
/// microseconds of work the call itself costs more.
inline int64_t usefulThreads(int64_t threads, int64_t products) {
  return products < (1 << 15) ? 1 : threads;
}

/// Number of elements from `first` on, at most `limit`, whose offsets follow
/// each other.
inline int64_t runLength(const int64_t *offsets, int64_t limit) {
  int64_t length = 1;
  while (length < limit && offsets[length] == offsets[0] + length)
    ++length;
  return length;
}

/// Copies `width` bytes and masks them.
template <int64_t width>
inline void copyChunk(uint8_t *to, const uint8_t *from, uint64_t mask) {
  uint64_t words[width / 8];
  memcpy(words, from, width);
  for (uint64_t &word : words)
    word &= mask;
  memcpy(to, words, width);
}

/// Copies at least 8 codes; the last chunk overlaps the one before.
inline void copyCodes(uint8_t *__restrict to, const uint8_t *__restrict from,
                      int64_t count, uint64_t mask) {
  if (count < 16) {
    copyChunk<8>(to, from, mask);
    copyChunk<8>(to + count - 8, from + count - 8, mask);
    return;
  }
  int64_t l = 0;
  for (; l + 32 <= count; l += 32)
    copyChunk<32>(to + l, from + l, mask);
  if (l + 16 <= count)
    copyChunk<16>(to + l, from + l, mask);
  copyChunk<16>(to + count - 16, from + count - 16, mask);
}

/// panel[k][j] = source[outer[j] + depth[k]] & mask for k < depthCount and
/// j < count, 0 for count <= j < stride.
inline void packCodes(uint8_t *__restrict panel, int64_t stride,
                      const uint8_t *__restrict source, const int64_t *outer,
                      int64_t count, const int64_t *depth, int64_t depthCount,
                      uint8_t mask) {
  for (int64_t j = 0; j < count;) {
    int64_t length = runLength(outer + j, count - j);
    if (length >= 8) {
      const uint64_t masks = mask * UINT64_C(0x0101010101010101);
      for (int64_t k = 0; k < depthCount; ++k)
        copyCodes(panel + k * stride + j, source + outer[j] + depth[k], length,
                  masks);
    } else {
      for (int64_t l = j; l < j + length; ++l) {
        const uint8_t *from = source + outer[l];
        uint8_t *to = panel + l;
        for (int64_t k = 0; k < depthCount; ++k)
          to[k * stride] = from[depth[k]] & mask;
      }
    }
    j += length;
  }
  if (count < stride)
    for (int64_t k = 0; k < depthCount; ++k)
      memset(panel + k * stride + count, 0, size_t(stride - count));
}

/// panel[i][j] = source[rows[i] + columns[j]] for i < rowCount and j < count,
/// 0 for count <= j < stride.
inline void packFloats(float *__restrict panel, int64_t stride,
                       const float *__restrict source, const int64_t *rows,
                       int64_t rowCount, const int64_t *columns,
                       int64_t count) {
  for (int64_t j = 0; j < count;) {
    int64_t length = runLength(columns + j, count - j);
    if (length >= 4) {
      for (int64_t i = 0; i < rowCount; ++i) {
        const float *from = source + rows[i] + columns[j];
        float *to = panel + i * stride + j;
        for (int64_t l = 0; l < length; ++l)
          to[l] = from[l];
      }
    } else {
      for (int64_t l = j; l < j + length; ++l) {
        const float *from = source + columns[l];
        float *to = panel + l;
        for (int64_t i = 0; i < rowCount; ++i)
          to[i * stride] = from[rows[i]];
      }
    }
    j += length;
  }
  for (int64_t i = 0; i < rowCount; ++i)
    for (int64_t j = count; j < stride; ++j)
      panel[i * stride + j] = 0.0f;
}

} // namespace

#endif // LUTRA_RUNTIME_CPU_PACKING_H
