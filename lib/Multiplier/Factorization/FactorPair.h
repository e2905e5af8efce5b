//===- FactorPair.h - An integer matrix as a product of two -----*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Matrices here are read "modulo terms": two that differ by f(row) + g(column)
// are the same, since terms cost nothing per product. In particular a constant
// may be added to any factor, so what counts of a factor is its range, the
// difference of its largest and smallest entry.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_FACTORIZATION_FACTORPAIR_H
#define LUTRA_LIB_MULTIPLIER_FACTORIZATION_FACTORPAIR_H

#include "llvm/ADT/ArrayRef.h"
#include <cstdint>
#include <optional>
#include <vector>

namespace lutra::factorization {

/// One factor: its value for every row, or for every column, of the matrix.
using Factor = std::vector<int32_t>;

/// A dense matrix of integers, as rows.
using Matrix = std::vector<std::vector<int64_t>>;

/// sum_j lhs[j][row] * rhs[j][column].
struct FactorPair {
  std::vector<Factor> lhs, rhs;
  size_t rank() const { return lhs.size(); }
};

/// Largest less smallest entry.
int64_t rangeOf(llvm::ArrayRef<int32_t> factor);

/// Greatest common divisor of the differences of a factor's entries; 0 for a
/// constant.
int64_t divisorOf(llvm::ArrayRef<int32_t> factor);

/// How many int8 factors a factor of that range is a sum of, each times a power
/// of 256: 1 up to 255, 2 up to 65535, ...
unsigned limbsOf(int64_t range);

/// int8 MACs per product of one column: what its two factors have in common
/// with a multiple (their differences' greatest common divisor) is taken out
/// and given to the side where it costs least; powers of two become a shift.
unsigned costOf(llvm::ArrayRef<int32_t> lhs, llvm::ArrayRef<int32_t> rhs);
unsigned costOf(const FactorPair &pair);

/// Whether the pair gives the matrix modulo terms, entry by entry.
bool givesMatrix(const FactorPair &pair, const Matrix &matrix);

Matrix transposed(const Matrix &matrix);

/// The matrix less the terms that make its first row and column zero.
Matrix withoutTerms(const Matrix &matrix);

/// The rows that differ from each other, in order of appearance, and for every
/// row the number of the one it equals.
struct DistinctRows {
  Matrix rows;
  std::vector<uint32_t> index;
};
DistinctRows distinctRows(const Matrix &matrix);

} // namespace lutra::factorization

#endif // LUTRA_LIB_MULTIPLIER_FACTORIZATION_FACTORPAIR_H
