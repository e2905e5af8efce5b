//===- LatticeBasis.h - Reduced bases of integer row lattices ---*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_FACTORIZATION_LATTICEBASIS_H
#define LUTRA_LIB_MULTIPLIER_FACTORIZATION_LATTICEBASIS_H

#include "FactorPair.h"

namespace lutra::factorization {

/// Rank over the rationals, computed modulo a prime of 61 bits (Gaussian
/// elimination): never more than the rank, and less only where the prime
/// divides every minor of that size.
unsigned rankOf(const Matrix &matrix);

/// Factors with the right-hand ones an LLL-reduced basis of the lattice that
/// the rows of `matrix` span, modulo the constant vector when `moduloTerms`
/// (the first column of `matrix` is then zero), and the left-hand ones each
/// row's coefficients in it: both are integers. Rows that depend on each other
/// are welcome. No pair when the reduction fails or an entry does not fit 30
/// bits; what is returned is verified.
std::optional<FactorPair> reduceRows(const Matrix &matrix, bool moduloTerms);

} // namespace lutra::factorization

#endif // LUTRA_LIB_MULTIPLIER_FACTORIZATION_LATTICEBASIS_H
