//===- FactorSearch.h - Cheaper factors of the same matrix ------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_FACTORIZATION_FACTORSEARCH_H
#define LUTRA_LIB_MULTIPLIER_FACTORIZATION_FACTORSEARCH_H

#include "FactorPair.h"

namespace lutra::factorization {

/// Work that a search may still do, in entries of factors looked at. A count
/// and not a time, so that a result depends on the table alone.
struct SearchBudget {
  int64_t left;
  bool spend(size_t entries) { return (left -= int64_t(entries)) > 0; }
};

/// Changes the pair to a cheaper one of the same product (modulo terms), by
/// integer moves, until it costs `bound` MACs, the budget ends, or no move
/// helps.
void descend(FactorPair &pair, unsigned bound, SearchBudget &budget);

/// The same from where descend() ends: random moves, each followed by a descent
/// and kept when that leads no higher, until the budget ends.
void explore(FactorPair &pair, unsigned bound, SearchBudget &budget);

} // namespace lutra::factorization

#endif // LUTRA_LIB_MULTIPLIER_FACTORIZATION_FACTORSEARCH_H
