//===- Expand.h - Lines of codes through tables -----------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The loops around a kernel that maps one line of bytes. Included by one file
// for each instruction set: see Packing.h.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_RUNTIME_CPU_EXPAND_H
#define LUTRA_RUNTIME_CPU_EXPAND_H

#include "Kernels.h"
#include "Packing.h"
#include "ThreadPool.h"

namespace {

using namespace lutra::rt;

/// Calls Line::map(table, x, count, y) for every line and column, in pieces of
/// about `pieceBytes` bytes.
template <typename Line>
void runExpand(Context &context, const ExpandProblem &p) {
  constexpr int64_t pieceBytes = 1 << 13;
  int64_t lines = 1;
  for (int64_t size : p.sizes)
    lines *= size;
  int64_t linesAtATime = larger(1, pieceBytes / larger(1, p.inner));
  int64_t pieces = ceilDiv(p.inner, pieceBytes);
  int64_t groups = ceilDiv(lines, linesAtATime);
  runTasks(usefulThreads(context.threads, lines * p.inner * p.columns / 4),
           groups * pieces, [&](int64_t index, int64_t) {
             int64_t first = index / pieces * linesAtATime;
             int64_t begin = index % pieces * pieceBytes;
             int64_t count = smaller(pieceBytes, p.inner - begin);
             for (int64_t line = first;
                  line < smaller(first + linesAtATime, lines); ++line) {
               const uint8_t *x = p.x + begin;
               uint8_t *y = p.y + begin;
               int64_t rest = line;
               for (int d = 3; d >= 0; --d) {
                 x += rest % p.sizes[d] * p.xStrides[d];
                 y += rest % p.sizes[d] * p.yStrides[d];
                 rest /= p.sizes[d];
               }
               for (int64_t j = 0; j < p.columns; ++j)
                 Line::map(p.table + 256 * j, x, count,
                           y + j * p.yColumnStride);
             }
           });
}

} // namespace

#endif // LUTRA_RUNTIME_CPU_EXPAND_H
