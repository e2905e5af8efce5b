//===- Contraction.h - The one problem all look-up kernels solve *- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Matmul and convolution are the same to a kernel:
//
//   out[i,j] = sum_k T[row[i,k]][column[k,j]] + zero-point terms
//
// because without padding the address of an operand's element is a sum of an
// offset for its outer index and one for k, for any layout, stride and dilation
// (implicit im2col). `row` is the operand whose code picks a row of the table,
// `column` the one the inner loop runs over.
//
// Plain data only: this header is compiled for several instruction sets.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_RUNTIME_CPU_CONTRACTION_H
#define LUTRA_RUNTIME_CPU_CONTRACTION_H

#include <cstdint>

namespace lutra::rt {

/// Codes of one operand: element (o, k) of batch b is at
/// codes[b * batchStride + outer[o] + depth[k]].
struct CodeOperand {
  const uint8_t *codes;
  int64_t batchStride;
  const int64_t *outer;
  const int64_t *depth;
};

struct Contraction {
  int64_t batch, rows, columns, depth;
  CodeOperand row, column;
  /// Element (i, j) of the product, or of its cotangent, is at
  /// b * batchStride + outRow[i] + outColumn[j].
  int64_t outBatchStride;
  const int64_t *outRow, *outColumn;
  /// Zero points of the rows [rows] and of the columns [columns], of batch b
  /// from b * zeroBatchStride on.
  const int32_t *rowZero, *columnZero;
  int64_t rowZeroBatchStride, columnZeroBatchStride;
  bool anyRowZero, anyColumnZero;
};

/// out = sum_k T[row][column] - columnZero * row - rowZero * column
///       + rowZero * columnZero.
struct ForwardProblem : Contraction {
  const struct ProductTable *table;
  void *out;
  int64_t accumulatorBits; // 32 or 64: the type of `out`
};

/// Gradient with respect to the row operand:
///   result[i,k] = sum_j cotangent[i,j] * (T[row][column] - columnZero[j])
/// or to the column operand:
///   result[k,j] = sum_i cotangent[i,j] * (T[row][column] - rowZero[i]).
/// Its element is at b * resultBatchStride + resultOuter[i or j] +
/// resultDepth[k].
struct GradientProblem : Contraction {
  const struct GradientTable *table;
  const float *cotangent;
  float *result;
  int64_t resultBatchStride;
  const int64_t *resultOuter, *resultDepth;
  /// Column gradient only. Elements (k, j) and (k', j') may meet in one element
  /// of the result if k and k' are in the same group of `depthGroup` and j and
  /// j' in the same group of `columnGroup`; all of them are then added to what
  /// is there. Otherwise (`overlaps` false) each is stored.
  bool overlaps;
  int64_t depthGroup, columnGroup;
};

} // namespace lutra::rt

#endif // LUTRA_RUNTIME_CPU_CONTRACTION_H
