//===- LookupForward.h - Loops around a forward look-up kernel --*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Packing, blocking, threads and zero points of the forward contraction, for
// any kernel that can sum one row of the product over a panel.
//
// Approach. A task is a tile of up to 256 columns and `tileRows` rows of one
// batch. It walks the depth in blocks; each block of the column operand is
// packed once (panel[k][j], in L1) and used by all rows of the tile. Row codes
// are packed before, once for all tiles. Nothing is padded along the depth, and
// columns that pad the last tile are dropped, so no AM(0,0) is ever added (M5).
// Sums are kept modulo 2^32. That is exact for a 32-bit result, which fits; for
// a 64-bit one the depth block is short enough for a partial sum to fit, and is
// added to 64-bit sums.
//
// Included by one file for each instruction set: see Packing.h.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_RUNTIME_CPU_LOOKUPFORWARD_H
#define LUTRA_RUNTIME_CPU_LOOKUPFORWARD_H

#include "../common/Context.h"
#include "Contraction.h"
#include "Packing.h"
#include "ThreadPool.h"

namespace {

using namespace lutra::rt;

constexpr int64_t tileColumns = 256;
constexpr int64_t tileDepth = 128;
constexpr int64_t maxTileRows = 256;

/// The packed row operand, one piece for each batch that differs.
struct RowPanel {
  uint8_t *codes;    // [rows][depth]
  int64_t *valueSum; // [rows]: sum over k of the operand's value
  int64_t *baseSum;  // [rows]: sum over k of the table's base of that row
};

/// Packs row `i` and sums it up.
inline void packRow(const ForwardProblem &p, const uint8_t *source, int64_t i,
                    RowPanel panel) {
  const ProductTable &table = *p.table;
  const int32_t *base = table.base.data();
  uint8_t mask = table.row.mask(), flip = table.row.flip();
  const uint8_t *from = source + p.row.outer[i];
  uint8_t *to = panel.codes + i * p.depth;
  int64_t sum = 0, baseSum = 0;
  for (int64_t k = 0; k < p.depth; ++k) {
    uint8_t code = from[p.row.depth[k]] & mask;
    to[k] = code;
    sum += code ^ flip;
    baseSum += base[code];
  }
  panel.valueSum[i] = sum - p.depth * flip;
  panel.baseSum[i] = baseSum;
}

/// Memory of one thread.
struct TileScratch {
  uint8_t *panel;     // [tileDepth][tileColumns]
  uint8_t *prepared;  // the panel as the kernel wants it
  int64_t *columnSum; // [tileColumns]
  int32_t *sums;      // [tileRows][tileColumns]
  int64_t *wideSums;  // the same, for a 64-bit result

  static constexpr int64_t panelBytes = tileDepth * tileColumns;

  static int64_t bytes(int64_t tileRows, int64_t preparedBytes, bool wide) {
    int64_t tile = tileRows * tileColumns;
    return panelBytes * (1 + preparedBytes) + tileColumns * 8 + tile * 4 +
           (wide ? tile * 8 : 0);
  }
  TileScratch(char *memory, int64_t tileRows, int64_t preparedBytes)
      : panel(reinterpret_cast<uint8_t *>(memory)),
        prepared(preparedBytes == 0 ? panel : panel + panelBytes),
        columnSum(reinterpret_cast<int64_t *>(
            memory + panelBytes * (1 + preparedBytes))),
        sums(reinterpret_cast<int32_t *>(columnSum + tileColumns)),
        wideSums(reinterpret_cast<int64_t *>(sums + tileRows * tileColumns)) {}
};

/// columnSum[j] += sum over the panel of the column operand's value.
inline void addColumnSums(const uint8_t *panel, int64_t depth, uint8_t flip,
                          int64_t *columnSum) {
  static_assert(tileDepth * 255 <= UINT16_MAX, "16-bit sums would wrap");
  uint16_t partial[tileColumns] = {};
  for (int64_t k = 0; k < depth; ++k)
    for (int64_t j = 0; j < tileColumns; ++j)
      partial[j] = uint16_t(partial[j] + (panel[k * tileColumns + j] ^ flip));
  for (int64_t j = 0; j < tileColumns; ++j)
    columnSum[j] += partial[j] - depth * flip;
}

/// Writes one row of a tile: adds what the base and the zero points contribute.
/// Unsigned arithmetic, because a 32-bit result is computed modulo 2^32.
template <typename Out, typename Sum>
inline void storeRow(const ForwardProblem &p, const RowPanel &rows, int64_t i,
                     const Sum *sums, const int64_t *columnSum, int64_t batch,
                     int64_t firstColumn, int64_t count, Out baseSum,
                     Out *out) {
  Out line[tileColumns];
  Out rowZero = Out(int64_t(p.rowZero[batch * p.rowZeroBatchStride + i]));
  Out rowSum = Out(rows.valueSum[i]), depth = Out(p.depth);
  const int32_t *columnZero =
      p.columnZero + batch * p.columnZeroBatchStride + firstColumn;
  if (p.anyRowZero || p.anyColumnZero)
    for (int64_t j = 0; j < count; ++j) {
      Out zero = Out(int64_t(columnZero[j]));
      line[j] = Out(int64_t(sums[j])) + baseSum - zero * rowSum +
                rowZero * (depth * zero - Out(columnSum[j]));
    }
  else
    for (int64_t j = 0; j < count; ++j)
      line[j] = Out(int64_t(sums[j])) + baseSum;

  const int64_t *columns = p.outColumn + firstColumn;
  Out *to = out + p.outRow[i];
  for (int64_t j = 0; j < count;) {
    int64_t length = runLength(columns + j, count - j);
    for (int64_t l = 0; l < length; ++l)
      to[columns[j] + l] = line[j + l];
    j += length;
  }
}

/// `Tile` gives
///   usesBase       whether its entries have the table's base taken off
///   entryLimit(table)      largest magnitude of an entry as it sums them
///   unit           it wants a multiple of this many columns, at most 256
///   preparedBytes  bytes for each code of a prepared panel; 0: in place
///   prepare(table, panel, prepared, depth, width)
///                  rearranges a packed panel
///   accumulate(table, codes, depth, prepared, width, sums)
///                  sums[j] += sum_k T[codes[k]][panel[k][j]]
template <typename Tile>
void runForwardTiles(Context &context, const ForwardProblem &p) {
  const ProductTable &table = *p.table;
  const bool wide = p.accumulatorBits == 64;
  const int64_t threads =
      usefulThreads(context.threads, p.batch * p.rows * p.columns * p.depth);

  // Row operand: codes and sums of every batch that differs.
  int64_t rowBatches = p.row.batchStride == 0 ? 1 : p.batch;
  int64_t panelRows = rowBatches * p.rows;
  char *rowMemory = static_cast<char *>(context.workspace.get(
      Slot::RowPanel, size_t(panelRows * (p.depth + 2 * 8) + 64)));
  RowPanel all;
  all.valueSum = reinterpret_cast<int64_t *>(rowMemory);
  all.baseSum = all.valueSum + panelRows;
  all.codes = reinterpret_cast<uint8_t *>(all.baseSum + panelRows);
  auto rowsOf = [&](int64_t batch) {
    int64_t first = rowBatches == 1 ? 0 : batch * p.rows;
    return RowPanel{all.codes + first * p.depth, all.valueSum + first,
                    all.baseSum + first};
  };

  // Enough tiles for every thread, and no more rows than a tile may have.
  int64_t columnTiles = ceilDiv(p.columns, tileColumns);
  int64_t wanted = ceilDiv(2 * threads, p.batch * columnTiles);
  int64_t tileRows = ceilDiv(p.rows, larger(wanted, 1));
  tileRows = smaller(larger(tileRows, smaller(p.rows, 8)), maxTileRows);
  int64_t rowTiles = ceilDiv(p.rows, tileRows);
  int64_t threadBytes =
      alignedBytes(TileScratch::bytes(tileRows, Tile::preparedBytes, wide));
  char *threadMemory = static_cast<char *>(
      context.workspace.get(Slot::PerThread, threadBytes * threads));

  constexpr int64_t rowsAtATime = 16;
  int64_t rowTasks = ceilDiv(p.rows, rowsAtATime);
  runTasks(usefulThreads(threads, panelRows * p.depth), rowBatches * rowTasks,
           [&](int64_t index, int64_t) {
             int64_t batch = index / rowTasks;
             int64_t first = index % rowTasks * rowsAtATime;
             int64_t end = smaller(first + rowsAtATime, p.rows);
             for (int64_t i = first; i < end; ++i)
               packRow(p, p.row.codes + batch * p.row.batchStride, i,
                       rowsOf(batch));
           });

  int64_t depthBlock = tileDepth;
  if (wide)
    depthBlock = smaller(
        depthBlock, larger(1, INT32_MAX / larger(1, Tile::entryLimit(table))));

  runTasks(
      threads, p.batch * columnTiles * rowTiles,
      [&](int64_t index, int64_t thread) {
        int64_t firstRow = index % rowTiles * tileRows;
        int64_t rowCount = smaller(tileRows, p.rows - firstRow);
        int64_t firstColumn = index / rowTiles % columnTiles * tileColumns;
        int64_t columnCount = smaller(tileColumns, p.columns - firstColumn);
        int64_t width = ceilDiv(columnCount, Tile::unit) * Tile::unit;
        int64_t batch = index / (rowTiles * columnTiles);
        RowPanel rows = rowsOf(batch);
        TileScratch scratch(threadMemory + thread * threadBytes, tileRows,
                            Tile::preparedBytes);
        const uint8_t *source = p.column.codes + batch * p.column.batchStride;

        memset(scratch.columnSum, 0, tileColumns * sizeof(int64_t));
        memset(scratch.sums, 0, size_t(rowCount * tileColumns) * 4);
        if (wide)
          memset(scratch.wideSums, 0, size_t(rowCount * tileColumns) * 8);
        for (int64_t k = 0; k < p.depth; k += depthBlock) {
          int64_t depth = smaller(depthBlock, p.depth - k);
          packCodes(scratch.panel, tileColumns, source,
                    p.column.outer + firstColumn, columnCount,
                    p.column.depth + k, depth, table.column.mask());
          if (p.anyRowZero)
            addColumnSums(scratch.panel, depth, table.column.flip(),
                          scratch.columnSum);
          Tile::prepare(table, scratch.panel, scratch.prepared, depth, width);
          for (int64_t i = 0; i < rowCount; ++i)
            Tile::accumulate(table, rows.codes + (firstRow + i) * p.depth + k,
                             depth, scratch.prepared, width,
                             scratch.sums + i * tileColumns);
          if (wide)
            for (int64_t s = 0; s < rowCount * tileColumns; ++s) {
              scratch.wideSums[s] += scratch.sums[s];
              scratch.sums[s] = 0;
            }
        }
        for (int64_t i = 0; i < rowCount; ++i) {
          int64_t row = firstRow + i;
          int64_t base = Tile::usesBase ? rows.baseSum[row] : 0;
          if (wide)
            storeRow<uint64_t>(p, rows, row, scratch.wideSums + i * tileColumns,
                               scratch.columnSum, batch, firstColumn,
                               columnCount, uint64_t(base),
                               static_cast<uint64_t *>(p.out) +
                                   batch * p.outBatchStride);
          else
            storeRow<uint32_t>(
                p, rows, row, scratch.sums + i * tileColumns, scratch.columnSum,
                batch, firstColumn, columnCount, uint32_t(base),
                static_cast<uint32_t *>(p.out) + batch * p.outBatchStride);
        }
      });
}

} // namespace

#endif // LUTRA_RUNTIME_CPU_LOOKUPFORWARD_H
