//===- LookupGradient.h - Loops around the gradient kernels -----*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Packing, blocking and threads of the backward contractions with a 2-D
// gradient table, for any kernel that can sum over a panel.
//
// Approach. Both gradients keep the row operand's code fixed in the inner loop
// and run over columns. The row gradient is a dot product over columns: a task
// owns a block of (row, k) and walks all columns, or one of `pieces` ranges of
// columns where rows and depth alone give too few tasks; the ranges' sums are
// then added in order. The column gradient sums over rows: a task owns a range
// of columns and of k, wide enough that two tasks never meet in one element of
// the result (the images and channels of a convolution). How the sums are split
// follows from the problem alone, so a result does not depend on who runs it.
//
// Included by one file for each instruction set: see Packing.h.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_RUNTIME_CPU_LOOKUPGRADIENT_H
#define LUTRA_RUNTIME_CPU_LOOKUPGRADIENT_H

#include "../common/Context.h"
#include "Contraction.h"
#include "Packing.h"
#include "ThreadPool.h"

namespace {

using namespace lutra::rt;

constexpr int64_t dotColumns = 256; // columns in a panel of the row gradient
constexpr int64_t dotRows = 64;     // rows of one task
constexpr int64_t dotDepth = 64;    // k of one task
constexpr int64_t wantedTasks = 16; // of the row gradient, at least
constexpr int64_t sumColumns = 128; // columns in a panel of the column gradient
constexpr int64_t columnsPerTask = 256;

/// Memory of one thread of the row gradient.
struct DotScratch {
  uint8_t codes[dotDepth * dotColumns];
  float cotangent[dotRows * dotColumns];
  float zero[dotColumns];
  uint8_t rowCodes[dotRows * dotDepth];
};

/// `Tile` gives
///   prepare(codes, count)   rearranges packed codes in place, 64 at a time
///   dot(table, code, codes, cotangent, zero, width) -> float
///     sum over j < width of cotangent[j] * (T[code][codes[j]] - zero[j]);
///     width is a multiple of 64
template <typename Tile>
void runRowGradientTiles(Context &context, const GradientProblem &p) {
  const GradientTable &table = *p.table;
  const int64_t threads =
      usefulThreads(context.threads, p.batch * p.rows * p.columns * p.depth);
  int64_t rowBlocks = ceilDiv(p.rows, dotRows);
  int64_t depthBlocks = ceilDiv(p.depth, dotDepth);
  int64_t blocks = p.batch * rowBlocks * depthBlocks;
  int64_t panels = larger(1, ceilDiv(p.columns, dotColumns));
  int64_t pieces = smaller(panels, ceilDiv(wantedTasks, blocks));
  int64_t panelsPerPiece = ceilDiv(panels, pieces);
  pieces = ceilDiv(panels, panelsPerPiece);

  int64_t threadBytes = alignedBytes(sizeof(DotScratch));
  char *threadMemory = static_cast<char *>(
      context.workspace.get(Slot::PerThread, threadBytes * threads));
  float *partials = static_cast<float *>(context.workspace.get(
      Slot::Partials, size_t(blocks * pieces * dotRows * dotDepth) * 4));

  runTasks(threads, blocks * pieces, [&](int64_t index, int64_t thread) {
    auto &scratch =
        *reinterpret_cast<DotScratch *>(threadMemory + thread * threadBytes);
    float *sums = partials + index * dotRows * dotDepth;
    int64_t piece = index % pieces, block = index / pieces;
    int64_t firstDepth = block % depthBlocks * dotDepth;
    int64_t firstRow = block / depthBlocks % rowBlocks * dotRows;
    int64_t batch = block / (depthBlocks * rowBlocks);
    int64_t depthCount = smaller(dotDepth, p.depth - firstDepth);
    int64_t rowCount = smaller(dotRows, p.rows - firstRow);

    const uint8_t *rowSource = p.row.codes + batch * p.row.batchStride;
    for (int64_t i = 0; i < rowCount; ++i)
      for (int64_t k = 0; k < depthCount; ++k)
        scratch.rowCodes[i * dotDepth + k] =
            rowSource[p.row.outer[firstRow + i] + p.row.depth[firstDepth + k]] &
            table.row.mask();
    for (int64_t s = 0; s < dotRows * dotDepth; ++s)
      sums[s] = 0.0f;

    int64_t endPanel = smaller(panels, (piece + 1) * panelsPerPiece);
    for (int64_t panel = piece * panelsPerPiece; panel < endPanel; ++panel) {
      int64_t firstColumn = panel * dotColumns;
      int64_t count = smaller(dotColumns, p.columns - firstColumn);
      int64_t width = ceilDiv(count, 64) * 64;
      packCodes(scratch.codes, dotColumns,
                p.column.codes + batch * p.column.batchStride,
                p.column.outer + firstColumn, count,
                p.column.depth + firstDepth, depthCount, table.column.mask());
      for (int64_t k = 0; k < depthCount; ++k)
        Tile::prepare(scratch.codes + k * dotColumns, width);
      // Columns behind the last have cotangent 0: they add nothing.
      packFloats(scratch.cotangent, dotColumns,
                 p.cotangent + batch * p.outBatchStride, p.outRow + firstRow,
                 rowCount, p.outColumn + firstColumn, count);
      const int32_t *columnZero =
          p.columnZero + batch * p.columnZeroBatchStride + firstColumn;
      for (int64_t j = 0; j < dotColumns; ++j)
        scratch.zero[j] = j < count ? float(columnZero[j]) : 0;
      for (int64_t i = 0; i < rowCount; ++i)
        for (int64_t k = 0; k < depthCount; ++k)
          sums[i * dotDepth + k] += Tile::dot(
              table, scratch.rowCodes[i * dotDepth + k],
              scratch.codes + k * dotColumns,
              scratch.cotangent + i * dotColumns, scratch.zero, width);
    }
  });

  // Adds the pieces up in order and puts the result where it belongs.
  runTasks(threads, blocks, [&](int64_t block, int64_t) {
    int64_t firstDepth = block % depthBlocks * dotDepth;
    int64_t firstRow = block / depthBlocks % rowBlocks * dotRows;
    int64_t batch = block / (depthBlocks * rowBlocks);
    int64_t depthCount = smaller(dotDepth, p.depth - firstDepth);
    int64_t rowCount = smaller(dotRows, p.rows - firstRow);
    const float *sums = partials + block * pieces * dotRows * dotDepth;
    for (int64_t i = 0; i < rowCount; ++i)
      for (int64_t k = 0; k < depthCount; ++k) {
        float sum = 0.0f;
        for (int64_t piece = 0; piece < pieces; ++piece)
          sum += sums[(piece * dotRows + i) * dotDepth + k];
        p.result[batch * p.resultBatchStride + p.resultOuter[firstRow + i] +
                 p.resultDepth[firstDepth + k]] = sum;
      }
  });
}

/// `Tile` gives `prepare` as above and
///   sum(table, rowCodes, zero, rows, cotangent, codes, result)
///     result[j] = sum over i < rows of cotangent[i][j] *
///                 (T[rowCodes[i]][codes[j]] - zero[i]), for j < sumColumns
template <typename Tile>
void runColumnGradientTiles(Context &context, const GradientProblem &p) {
  const GradientTable &table = *p.table;
  const int64_t threads =
      usefulThreads(context.threads, p.batch * p.rows * p.columns * p.depth);
  // Row codes with the rows of one k behind each other, and float zero points.
  int64_t rowBatches = p.row.batchStride == 0 ? 1 : p.batch;
  int64_t zeros = p.rowZeroBatchStride == 0
                      ? p.rows
                      : (p.batch - 1) * p.rowZeroBatchStride + p.rows;
  float *rowZero = static_cast<float *>(context.workspace.get(
      Slot::RowPanel, size_t(zeros * 4 + rowBatches * p.rows * p.depth)));
  uint8_t *rowCodes = reinterpret_cast<uint8_t *>(rowZero + zeros);
  for (int64_t i = 0; i < zeros; ++i)
    rowZero[i] = float(p.rowZero[i]);
  for (int64_t batch = 0; batch < rowBatches; ++batch)
    packCodes(rowCodes + batch * p.rows * p.depth, p.rows,
              p.row.codes + batch * p.row.batchStride, p.row.outer, p.rows,
              p.row.depth, p.depth, table.row.mask());

  // A task has whole groups of columns and whole groups of k.
  int64_t taskColumns = ceilDiv(columnsPerTask, p.columnGroup) * p.columnGroup;
  int64_t columnTasks = ceilDiv(p.columns, taskColumns);
  int64_t groups = ceilDiv(p.depth, p.depthGroup);
  int64_t depthTasks =
      smaller(groups, ceilDiv(4 * threads, p.batch * columnTasks));
  int64_t taskDepth = ceilDiv(groups, larger(1, depthTasks)) * p.depthGroup;
  depthTasks = ceilDiv(p.depth, taskDepth);

  int64_t threadBytes =
      alignedBytes(p.rows * sumColumns * 4 + sumColumns * (4 + 1));
  char *threadMemory = static_cast<char *>(
      context.workspace.get(Slot::PerThread, threadBytes * threads));

  runTasks(threads, p.batch * columnTasks * depthTasks,
           [&](int64_t index, int64_t thread) {
             float *sums =
                 reinterpret_cast<float *>(threadMemory + thread * threadBytes);
             float *cotangent = sums + sumColumns;
             uint8_t *codes =
                 reinterpret_cast<uint8_t *>(cotangent + p.rows * sumColumns);
             int64_t firstDepth = index % depthTasks * taskDepth;
             int64_t endDepth = smaller(p.depth, firstDepth + taskDepth);
             int64_t firstColumn =
                 index / depthTasks % columnTasks * taskColumns;
             int64_t endColumn = smaller(p.columns, firstColumn + taskColumns);
             int64_t batch = index / (depthTasks * columnTasks);
             const uint8_t *batchRowCodes =
                 rowCodes + (rowBatches == 1 ? 0 : batch * p.rows * p.depth);
             float *result = p.result + batch * p.resultBatchStride;

             for (int64_t j = firstColumn; j < endColumn; j += sumColumns) {
               int64_t count = smaller(sumColumns, endColumn - j);
               packFloats(cotangent, sumColumns,
                          p.cotangent + batch * p.outBatchStride, p.outRow,
                          p.rows, p.outColumn + j, count);
               for (int64_t k = firstDepth; k < endDepth; ++k) {
                 packCodes(codes, sumColumns,
                           p.column.codes + batch * p.column.batchStride,
                           p.column.outer + j, count, p.column.depth + k, 1,
                           table.column.mask());
                 Tile::prepare(codes, sumColumns);
                 Tile::sum(table, batchRowCodes + k * p.rows,
                           rowZero + batch * p.rowZeroBatchStride, p.rows,
                           cotangent, codes, sums);
                 float *to = result + p.resultDepth[k];
                 if (p.overlaps)
                   for (int64_t l = 0; l < count; ++l)
                     to[p.resultOuter[j + l]] += sums[l];
                 else
                   for (int64_t l = 0; l < count; ++l)
                     to[p.resultOuter[j + l]] = sums[l];
               }
             }
           });
}

} // namespace

#endif // LUTRA_RUNTIME_CPU_LOOKUPGRADIENT_H
