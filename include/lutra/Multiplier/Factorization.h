//===- Factorization.h - A multiplier as exact int8 products ----*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A table factorises exactly over small integers, so a contraction of
// approximate products is one exact int8 contraction with a longer contracted
// dimension. Two forms:
//
//   ErrorFactors   AM(a, b) - a b = sum_j U[a][j] V[j][b], r columns of any
//                  integers, r the rank of the error table
//   Factorization  AM(a, b) = f[a] + g[b] + sum_j 2^s_j U_j[a] V_j[b], every
//                  U_j and V_j an int8: one MAC per column and product; f and g
//                  are sums along one operand and cost nothing per product
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_FACTORIZATION_H
#define LUTRA_MULTIPLIER_FACTORIZATION_H

#include "lutra/Multiplier/Multiplier.h"

namespace lutra {

/// 2^shift * lhs[a] * rhs[b], indexed by bit patterns.
struct FactorColumn {
  unsigned shift = 0;
  std::vector<int8_t> lhs, rhs;
};

/// AM(a, b) = lhsTerm[a] + rhsTerm[b] + sum over columns, exactly, for every
/// operand pair. An offset of a column's factor moves into the terms, so either
/// side can be made unsigned (add 128) without a further MAC.
struct Factorization {
  OperandType lhs, rhs;
  std::vector<int32_t> lhsTerm, rhsTerm;
  std::vector<FactorColumn> columns;
  /// How it was found: "lll(rows)+ab", "bits", "one-hot", ...
  std::string strategy;
  /// Rank of the table less its terms over the rationals: no factorisation has
  /// fewer columns.
  unsigned lowerBound = 0;
  /// True for the one-hot form, the bound for tables that do not reduce.
  bool isOneHot = false;

  unsigned macsPerProduct() const { return unsigned(columns.size()); }
  /// The product that the factors give.
  int64_t operator()(int32_t a, int32_t b) const;
};

/// E = U V over the integers.
struct ErrorFactors {
  unsigned rank = 0;
  /// lhs.size() x rank, row-major, and rank x rhs.size().
  std::vector<int64_t> u, v;
};

/// The cheapest factorisation that the known strategies find; the same for the
/// same table, on any machine. Every entry is verified before it is returned; a
/// factorisation that does not verify is an internal error and ends the
/// program. Error: an operand wider than OperandType::maxCodeBits.
llvm::Expected<Factorization> factorize(const Multiplier &multiplier);

/// Exact factors of the error table, verified likewise; r is its rank but for
/// tables that lattice reduction fails on, which keep their distinct rows.
llvm::Expected<ErrorFactors> factorizeError(const Multiplier &multiplier);

} // namespace lutra

#endif // LUTRA_MULTIPLIER_FACTORIZATION_H
