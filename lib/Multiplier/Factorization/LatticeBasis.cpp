//===- LatticeBasis.cpp - Reduced bases of integer row lattices -----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLL is FLINT's. The coefficients are solved for modulo one prime, which gives
// them exactly when they are smaller than it; the caller verifies the product.
//
//===----------------------------------------------------------------------===//
#include "LatticeBasis.h"
#include <flint/fmpz_lll.h>
#include <flint/fmpz_mat.h>
#include <utility>

using namespace lutra;
using namespace lutra::factorization;

namespace {

/// An integer matrix of FLINT.
class FlintMatrix {
public:
  FlintMatrix(size_t rows, size_t columns) {
    fmpz_mat_init(matrix, slong(rows), slong(columns));
  }
  ~FlintMatrix() { fmpz_mat_clear(matrix); }
  FlintMatrix(const FlintMatrix &) = delete;
  FlintMatrix &operator=(const FlintMatrix &) = delete;

  fmpz *at(size_t row, size_t column) {
    return fmpz_mat_entry(matrix, slong(row), slong(column));
  }
  fmpz_mat_struct *get() { return matrix; }

private:
  fmpz_mat_t matrix;
};

/// Arithmetic modulo the Mersenne prime 2^61 - 1.
struct Modular {
  static constexpr uint64_t prime = (uint64_t(1) << 61) - 1;
  static uint64_t from(int64_t value) {
    int64_t rest = value % int64_t(prime);
    return uint64_t(rest < 0 ? rest + int64_t(prime) : rest);
  }
  /// The representative of smallest magnitude.
  static int64_t toSigned(uint64_t value) {
    return value > prime / 2 ? int64_t(value) - int64_t(prime) : int64_t(value);
  }
  static uint64_t multiply(uint64_t a, uint64_t b) {
    unsigned __int128 product = (unsigned __int128)a * b;
    uint64_t folded = uint64_t(product & prime) + uint64_t(product >> 61);
    return folded >= prime ? folded - prime : folded;
  }
  static uint64_t add(uint64_t a, uint64_t b) {
    uint64_t sum = a + b;
    return sum >= prime ? sum - prime : sum;
  }
  static uint64_t invert(uint64_t value) {
    uint64_t result = 1;
    for (uint64_t exponent = prime - 2; exponent; exponent >>= 1) {
      if (exponent & 1)
        result = multiply(result, value);
      value = multiply(value, value);
    }
    return result;
  }
};

using ModularMatrix = std::vector<std::vector<uint64_t>>;

} // namespace

/// Gauss-Jordan elimination of the first `pivots` columns; returns their rank.
/// Afterwards the rows before the rank hold an identity in the pivot columns.
static unsigned eliminate(ModularMatrix &matrix, size_t pivots) {
  unsigned rank = 0;
  for (size_t column = 0; column < pivots && rank < matrix.size(); ++column) {
    size_t pivot = rank;
    while (pivot < matrix.size() && matrix[pivot][column] == 0)
      ++pivot;
    if (pivot == matrix.size())
      continue;
    std::swap(matrix[pivot], matrix[rank]);
    std::vector<uint64_t> &base = matrix[rank];
    uint64_t inverse = Modular::invert(base[column]);
    for (uint64_t &entry : base)
      entry = Modular::multiply(entry, inverse);
    for (size_t row = 0; row < matrix.size(); ++row) {
      if (row == rank || matrix[row][column] == 0)
        continue;
      uint64_t factor = Modular::prime - matrix[row][column];
      for (size_t k = column; k < base.size(); ++k)
        if (base[k])
          matrix[row][k] =
              Modular::add(matrix[row][k], Modular::multiply(factor, base[k]));
    }
    ++rank;
  }
  return rank;
}

unsigned factorization::rankOf(const Matrix &matrix) {
  if (matrix.empty())
    return 0;
  ModularMatrix residues;
  for (const std::vector<int64_t> &row : matrix) {
    residues.emplace_back();
    for (int64_t entry : row)
      residues.back().push_back(Modular::from(entry));
  }
  return eliminate(residues, residues[0].size());
}

/// Whether an entry leaves room for the sums and multiples of a search.
static bool isSmall(int64_t entry) {
  return entry > -(int64_t(1) << 29) && entry < (int64_t(1) << 29);
}

/// An LLL-reduced basis of the rows' lattice; none when an entry is too large.
static std::optional<std::vector<Factor>> reducedBasis(const Matrix &matrix,
                                                       bool moduloTerms) {
  size_t rows = matrix.size(), columns = matrix[0].size();
  // Modulo constants, the length of a vector is that of n v - sum(v), which no
  // constant changes.
  int64_t scale = moduloTerms ? int64_t(columns) : 1;
  FlintMatrix reduced(rows, columns);
  for (size_t row = 0; row < rows; ++row) {
    int64_t sum = 0;
    if (moduloTerms)
      for (int64_t entry : matrix[row])
        sum += entry;
    for (size_t column = 0; column < columns; ++column)
      fmpz_set_si(reduced.at(row, column), matrix[row][column] * scale - sum);
  }
  fmpz_lll_t context;
  fmpz_lll_context_init(context, 0.99, 0.51, Z_BASIS, APPROX);
  // fmpz_lll_d, unlike fmpz_lll, takes rows that depend on each other. Its
  // result is not trusted: see reduceRows.
  fmpz_lll_d(reduced.get(), nullptr, context);

  std::vector<Factor> basis;
  for (size_t row = 0; row < rows; ++row) {
    Factor factor;
    bool isZero = true;
    for (size_t column = 0; column < columns; ++column) {
      if (!fmpz_fits_si(reduced.at(row, column)))
        return std::nullopt;
      int64_t entry = fmpz_get_si(reduced.at(row, column));
      if (moduloTerms) // back to a vector whose first entry is 0
        entry = (entry - fmpz_get_si(reduced.at(row, 0))) / scale;
      if (!isSmall(entry))
        return std::nullopt;
      isZero &= entry == 0;
      factor.push_back(int32_t(entry));
    }
    if (!isZero)
      basis.push_back(std::move(factor));
  }
  return basis;
}

std::optional<FactorPair> factorization::reduceRows(const Matrix &matrix,
                                                    bool moduloTerms) {
  FactorPair pair;
  if (matrix.empty() || matrix[0].empty())
    return pair;
  std::optional<std::vector<Factor>> basis = reducedBasis(matrix, moduloTerms);
  if (!basis)
    return std::nullopt;
  pair.rhs = std::move(*basis);
  size_t rank = pair.rhs.size(), rows = matrix.size();
  // One equation per column: sum_j rhs[j][column] x_j = matrix[row][column],
  // with a right-hand side for every row.
  ModularMatrix system(matrix[0].size(), std::vector<uint64_t>(rank + rows));
  for (size_t column = 0; column < system.size(); ++column) {
    for (size_t j = 0; j < rank; ++j)
      system[column][j] = Modular::from(pair.rhs[j][column]);
    for (size_t row = 0; row < rows; ++row)
      system[column][rank + row] = Modular::from(matrix[row][column]);
  }
  if (eliminate(system, rank) != rank)
    return std::nullopt;
  pair.lhs.assign(rank, Factor(rows));
  for (size_t j = 0; j < rank; ++j)
    for (size_t row = 0; row < rows; ++row) {
      int64_t entry = Modular::toSigned(system[j][rank + row]);
      if (!isSmall(entry))
        return std::nullopt;
      pair.lhs[j][row] = int32_t(entry);
    }
  if (!moduloTerms) {
    for (size_t row = 0; row < rows; ++row)
      for (size_t column = 0; column < matrix[0].size(); ++column) {
        int64_t product = 0;
        for (size_t j = 0; j < rank; ++j)
          product += int64_t(pair.lhs[j][row]) * pair.rhs[j][column];
        if (product != matrix[row][column])
          return std::nullopt;
      }
    return pair;
  }
  if (!givesMatrix(pair, matrix))
    return std::nullopt;
  return pair;
}
