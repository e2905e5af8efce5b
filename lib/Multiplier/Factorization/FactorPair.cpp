//===- FactorPair.cpp - An integer matrix as a product of two -------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "FactorPair.h"
#include <algorithm>
#include <map>
#include <numeric>

using namespace lutra;
using namespace lutra::factorization;

int64_t factorization::rangeOf(llvm::ArrayRef<int32_t> factor) {
  auto [low, high] = std::minmax_element(factor.begin(), factor.end());
  return int64_t(*high) - *low;
}

unsigned factorization::limbsOf(int64_t range) {
  unsigned limbs = 1;
  for (; range > 255; range >>= 8)
    ++limbs;
  return limbs;
}

int64_t factorization::divisorOf(llvm::ArrayRef<int32_t> factor) {
  int64_t divisor = 0;
  for (int32_t entry : factor) {
    divisor = std::gcd(divisor, int64_t(entry) - factor.front());
    if (divisor == 1)
      break;
  }
  return divisor;
}

unsigned factorization::costOf(llvm::ArrayRef<int32_t> lhs,
                               llvm::ArrayRef<int32_t> rhs) {
  int64_t lhsDivisor = divisorOf(lhs), rhsDivisor = divisorOf(rhs);
  if (lhsDivisor == 0 || rhsDivisor == 0)
    return 0; // a constant factor is a term
  int64_t lhsRange = rangeOf(lhs) / lhsDivisor;
  int64_t rhsRange = rangeOf(rhs) / rhsDivisor;
  int64_t odd = lhsDivisor * rhsDivisor;
  while (odd % 2 == 0)
    odd /= 2;
  unsigned cheapest = ~0u;
  // Divisors above 255 leave no factor within a limb anyway.
  for (int64_t part = 1; part <= std::min<int64_t>(odd, 255); part += 2)
    if (odd % part == 0)
      for (auto [left, right] :
           {std::pair(part, odd / part), std::pair(odd / part, part)})
        cheapest = std::min(cheapest, limbsOf(lhsRange * left) *
                                          limbsOf(rhsRange * right));
  return cheapest;
}

unsigned factorization::costOf(const FactorPair &pair) {
  unsigned cost = 0;
  for (size_t j = 0; j < pair.rank(); ++j)
    cost += costOf(pair.lhs[j], pair.rhs[j]);
  return cost;
}

bool factorization::givesMatrix(const FactorPair &pair, const Matrix &matrix) {
  size_t rows = matrix.size(), columns = rows ? matrix[0].size() : 0;
  Matrix product(rows, std::vector<int64_t>(columns));
  for (size_t j = 0; j < pair.rank(); ++j)
    for (size_t row = 0; row < rows; ++row)
      for (size_t column = 0; column < columns; ++column)
        product[row][column] += int64_t(pair.lhs[j][row]) * pair.rhs[j][column];
  return withoutTerms(product) == withoutTerms(matrix);
}

Matrix factorization::transposed(const Matrix &matrix) {
  Matrix result(matrix.empty() ? 0 : matrix[0].size(),
                std::vector<int64_t>(matrix.size()));
  for (size_t row = 0; row < matrix.size(); ++row)
    for (size_t column = 0; column < result.size(); ++column)
      result[column][row] = matrix[row][column];
  return result;
}

Matrix factorization::withoutTerms(const Matrix &matrix) {
  Matrix result = matrix;
  for (size_t row = 0; row < matrix.size(); ++row)
    for (size_t column = 0; column < matrix[row].size(); ++column)
      result[row][column] += matrix[0][0] - matrix[0][column] - matrix[row][0];
  return result;
}

DistinctRows factorization::distinctRows(const Matrix &matrix) {
  DistinctRows result;
  std::map<std::vector<int64_t>, uint32_t> seen;
  for (const std::vector<int64_t> &row : matrix) {
    auto [place, isNew] = seen.try_emplace(row, uint32_t(result.rows.size()));
    if (isNew)
      result.rows.push_back(row);
    result.index.push_back(place->second);
  }
  return result;
}
