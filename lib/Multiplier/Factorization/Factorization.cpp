//===- Factorization.cpp - A multiplier as exact int8 products ------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Approach. The table less its terms (a function of the row and one of the
// column, free of MACs) has some rank r, and no factorisation has fewer
// columns. Candidates factor the table itself or the error table beside the
// column a b, by their rows' or their columns' lattice; each starts from an
// LLL-reduced basis and is improved by the search in FactorSearch.cpp until it
// costs r. The cheapest is cut into int8 limbs, and the terms are what remains.
// Verifying is last and covers everything before it.
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Factorization.h"
#include "FactorSearch.h"
#include "LatticeBasis.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/ErrorHandling.h"
#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

using namespace lutra;
using namespace lutra::factorization;
using llvm::Twine;

int64_t Factorization::operator()(int32_t a, int32_t b) const {
  uint32_t row = lhs.index(a), column = rhs.index(b);
  int64_t product = int64_t(lhsTerm[row]) + rhsTerm[column];
  for (const FactorColumn &factors : columns)
    product += (int64_t(factors.lhs[row]) * factors.rhs[column]) *
               (int64_t(1) << factors.shift);
  return product;
}

/// AM(a, b), or AM(a, b) - a b, by bit patterns.
static Matrix tableOf(const Multiplier &multiplier, bool errors) {
  OperandType lhs = multiplier.lhs(), rhs = multiplier.rhs();
  Matrix matrix(lhs.size(), std::vector<int64_t>(rhs.size()));
  for (uint32_t row = 0; row < lhs.size(); ++row)
    for (uint32_t column = 0; column < rhs.size(); ++column) {
      int64_t a = lhs.value(row), b = rhs.value(column);
      matrix[row][column] = multiplier(a, b) - (errors ? a * b : 0);
    }
  return matrix;
}

//===----------------------------------------------------------------------===//
// From factors to int8 columns
//===----------------------------------------------------------------------===//

namespace {

/// factor = constant + divisor * sum_k 2^(8 k) limbs[k], every limb in 0 ..
/// 255.
struct LimbedFactor {
  std::vector<std::vector<uint8_t>> limbs;
};

} // namespace

/// (entry - smallest) / divisor * multiple, cut into bytes.
static LimbedFactor cutIntoLimbs(const Factor &factor, int64_t divisor,
                                 int64_t multiple) {
  int64_t low = *std::min_element(factor.begin(), factor.end());
  unsigned count = limbsOf(rangeOf(factor) / divisor * multiple);
  LimbedFactor result;
  result.limbs.assign(count, std::vector<uint8_t>(factor.size()));
  for (size_t i = 0; i < factor.size(); ++i) {
    uint64_t value = uint64_t((factor[i] - low) / divisor * multiple);
    for (unsigned k = 0; k < count; ++k)
      result.limbs[k][i] = uint8_t(value >> (8 * k));
  }
  return result;
}

/// A limb times a power of two as large as fits a byte and `shift` allows, as
/// int8: an offset of 128 where the byte does not fit, which is a term.
static std::vector<int8_t> toInt8(const std::vector<uint8_t> &limb,
                                  unsigned &shift) {
  unsigned largest = *std::max_element(limb.begin(), limb.end());
  unsigned scale = 0;
  while (scale < shift && (largest << (scale + 1)) <= 255)
    ++scale;
  shift -= scale;
  int offset = (largest << scale) > 127 ? 128 : 0;
  std::vector<int8_t> result;
  for (uint8_t entry : limb)
    result.push_back(int8_t((int(entry) << scale) - offset));
  return result;
}

/// The int8 columns whose sum equals lhs * rhs modulo terms, as costOf()
/// counts.
static void appendColumns(const Factor &lhs, const Factor &rhs,
                          std::vector<FactorColumn> &columns) {
  int64_t lhsDivisor = divisorOf(lhs), rhsDivisor = divisorOf(rhs);
  if (lhsDivisor == 0 || rhsDivisor == 0)
    return;
  unsigned shift = 0;
  int64_t odd = lhsDivisor * rhsDivisor;
  for (; odd % 2 == 0; odd /= 2)
    ++shift;
  LimbedFactor bestLhs, bestRhs;
  size_t cheapest = std::numeric_limits<size_t>::max();
  for (int64_t part = 1; part <= std::min<int64_t>(odd, 255); part += 2)
    if (odd % part == 0)
      for (auto [left, right] :
           {std::pair(part, odd / part), std::pair(odd / part, part)}) {
        LimbedFactor first = cutIntoLimbs(lhs, lhsDivisor, left);
        LimbedFactor second = cutIntoLimbs(rhs, rhsDivisor, right);
        size_t cost = first.limbs.size() * second.limbs.size();
        if (cost >= cheapest)
          continue;
        cheapest = cost;
        bestLhs = std::move(first);
        bestRhs = std::move(second);
      }
  for (auto [i, first] : llvm::enumerate(bestLhs.limbs))
    for (auto [j, second] : llvm::enumerate(bestRhs.limbs)) {
      FactorColumn column;
      column.shift = shift + 8 * unsigned(i + j);
      column.lhs = toInt8(first, column.shift);
      column.rhs = toInt8(second, column.shift);
      columns.push_back(std::move(column));
    }
}

/// The terms that the columns leave of the table. False when they do not leave
/// terms only, or these do not fit 32 bits.
static bool completeTerms(const Multiplier &multiplier,
                          Factorization &factorization) {
  OperandType lhs = factorization.lhs, rhs = factorization.rhs;
  factorization.lhsTerm.assign(lhs.size(), 0);
  factorization.rhsTerm.assign(rhs.size(), 0);
  std::vector<int64_t> residual(multiplier.table().begin(),
                                multiplier.table().end());
  for (const FactorColumn &column : factorization.columns)
    for (uint32_t row = 0; row < lhs.size(); ++row) {
      int64_t scaled = int64_t(column.lhs[row]) * (int64_t(1) << column.shift);
      int64_t *out = &residual[size_t(row) * rhs.size()];
      for (uint32_t i = 0; i < rhs.size(); ++i)
        out[i] -= scaled * column.rhs[i];
    }
  // Shared so that neither side's terms carry the other's constant.
  int64_t corner = residual[0];
  auto fits = [](int64_t value) {
    return value >= INT32_MIN && value <= INT32_MAX;
  };
  for (uint32_t row = 0; row < lhs.size(); ++row) {
    int64_t term = residual[size_t(row) * rhs.size()];
    if (!fits(term))
      return false;
    factorization.lhsTerm[row] = int32_t(term);
  }
  for (uint32_t column = 0; column < rhs.size(); ++column) {
    int64_t term = residual[column] - corner;
    if (!fits(term))
      return false;
    factorization.rhsTerm[column] = int32_t(term);
  }
  for (uint32_t row = 0; row < lhs.size(); ++row)
    for (uint32_t column = 0; column < rhs.size(); ++column)
      if (residual[size_t(row) * rhs.size() + column] !=
          int64_t(factorization.lhsTerm[row]) + factorization.rhsTerm[column])
        return false;
  return true;
}

//===----------------------------------------------------------------------===//
// Candidates
//===----------------------------------------------------------------------===//

namespace {

/// A way to factor the table, over its distinct rows and columns.
struct Candidate {
  std::string strategy;
  bool errors = false, transposed = false, isOneHot = false;
  bool isSearched = false;
  /// Which distinct row or column every row or column is.
  std::vector<uint32_t> rowIndex, columnIndex;
  FactorPair pair;
  unsigned cost = 0, order = 0;

  /// The cheapest first; among equals the simpler ones, which were made first.
  bool operator<(const Candidate &other) const {
    return std::pair(cost, order) < std::pair(other.cost, other.order);
  }
  void updateCost() { cost = costOf(pair) + (errors ? 1 : 0); }
};

/// What the descent of each candidate and the exploration around the best may
/// spend: together some seconds of one core.
constexpr int64_t descentBudget = int64_t(1) << 28;
constexpr int64_t explorationBudget = int64_t(1) << 30;

} // namespace

/// The distinct part of the table, or of its transpose.
static Matrix prepareCandidate(const Multiplier &multiplier,
                               Candidate &candidate) {
  Matrix matrix = withoutTerms(tableOf(multiplier, candidate.errors));
  DistinctRows rows = distinctRows(matrix);
  DistinctRows columns = distinctRows(transposed(rows.rows));
  candidate.rowIndex = std::move(rows.index);
  candidate.columnIndex = std::move(columns.index);
  return candidate.transposed ? std::move(columns.rows)
                              : transposed(columns.rows);
}

/// Factors of the transpose as factors of the matrix.
static void finishCandidate(Candidate &candidate) {
  if (candidate.transposed)
    std::swap(candidate.pair.lhs, candidate.pair.rhs);
  candidate.updateCost();
}

/// Every distinct row but the zero one is a factor of its own.
static FactorPair oneHotPair(const Matrix &matrix) {
  FactorPair pair;
  for (size_t row = 1; row < matrix.size(); ++row) {
    Factor selector(matrix.size());
    selector[row] = 1;
    pair.lhs.push_back(std::move(selector));
    pair.rhs.emplace_back(matrix[row].begin(), matrix[row].end());
  }
  return pair;
}

static std::vector<Candidate> makeCandidates(const Multiplier &multiplier) {
  std::vector<Candidate> candidates;
  for (bool errors : {false, true})
    for (bool isTransposed : {false, true}) {
      Candidate candidate;
      candidate.errors = errors;
      candidate.transposed = isTransposed;
      Matrix matrix = prepareCandidate(multiplier, candidate);
      std::string side = isTransposed ? "columns" : "rows";
      std::string extra = errors ? " of the error, and a b" : "";
      if (!errors) {
        Candidate oneHot = candidate;
        oneHot.isOneHot = true;
        oneHot.strategy = "one-hot " + side;
        oneHot.pair = oneHotPair(matrix);
        finishCandidate(oneHot);
        candidates.push_back(std::move(oneHot));
      }
      std::optional<FactorPair> pair = reduceRows(matrix, /*moduloTerms=*/true);
      if (!pair)
        continue;
      candidate.strategy = "lll of " + side + extra;
      candidate.pair = std::move(*pair);
      finishCandidate(candidate);
      candidates.push_back(std::move(candidate));
    }
  for (unsigned i = 0; i < candidates.size(); ++i)
    candidates[i].order = i;
  llvm::sort(candidates);
  return candidates;
}

/// A candidate as a factorisation of the whole table.
static std::optional<Factorization> assemble(const Multiplier &multiplier,
                                             const Candidate &candidate) {
  Factorization result;
  result.lhs = multiplier.lhs();
  result.rhs = multiplier.rhs();
  result.strategy = candidate.strategy;
  result.isOneHot = candidate.isOneHot;
  auto expand = [](const Factor &factor, llvm::ArrayRef<uint32_t> index) {
    Factor expanded;
    for (uint32_t place : index)
      expanded.push_back(factor[place]);
    return expanded;
  };
  if (candidate.errors) {
    Factor lhs, rhs;
    for (uint32_t i = 0; i < result.lhs.size(); ++i)
      lhs.push_back(result.lhs.value(i));
    for (uint32_t i = 0; i < result.rhs.size(); ++i)
      rhs.push_back(result.rhs.value(i));
    appendColumns(lhs, rhs, result.columns);
  }
  for (size_t j = 0; j < candidate.pair.rank(); ++j)
    appendColumns(expand(candidate.pair.lhs[j], candidate.rowIndex),
                  expand(candidate.pair.rhs[j], candidate.columnIndex),
                  result.columns);
  // Equal shifts together: a contraction each.
  std::map<unsigned, std::vector<FactorColumn>> byShift;
  for (FactorColumn &column : result.columns)
    byShift[column.shift].push_back(std::move(column));
  result.columns.clear();
  for (auto &[shift, columns] : byShift)
    llvm::append_range(result.columns, std::move(columns));
  if (!completeTerms(multiplier, result))
    return std::nullopt;
  return result;
}

static llvm::Error checkWidths(const Multiplier &multiplier) {
  for (OperandType type : {multiplier.lhs(), multiplier.rhs()})
    if (type.bits > OperandType::maxCodeBits)
      return llvm::createStringError(
          "multiplier '" + Twine(multiplier.name()) + "' has an operand of " +
          type.str() + "; tables of up to " + Twine(OperandType::maxCodeBits) +
          " bits are factorised");
  return llvm::Error::success();
}

llvm::Expected<Factorization> lutra::factorize(const Multiplier &multiplier) {
  if (llvm::Error error = checkWidths(multiplier))
    return error;
  unsigned bound = rankOf(withoutTerms(tableOf(multiplier, false)));
  std::vector<Candidate> candidates = makeCandidates(multiplier);
  auto improve = [&](Candidate &candidate, auto search, int64_t entries) {
    SearchBudget budget{entries};
    unsigned before = candidate.cost;
    search(candidate.pair, bound - (candidate.errors ? 1 : 0), budget);
    candidate.updateCost();
    if (candidate.cost < before && !candidate.isSearched) {
      candidate.isSearched = true;
      candidate.strategy += ", searched";
    }
  };
  for (Candidate &candidate : candidates) {
    if (candidates.front().cost <= bound || candidate.cost <= bound)
      break;
    // One-hot factors are the bound that needs no search.
    if (!candidate.isOneHot)
      improve(candidate, descend, descentBudget);
    if (candidate.cost <= bound)
      break;
  }
  llvm::sort(candidates);
  if (candidates.front().cost > bound && !candidates.front().isOneHot) {
    improve(candidates.front(), explore, explorationBudget);
    llvm::sort(candidates);
  }
  for (const Candidate &candidate : candidates)
    if (std::optional<Factorization> result = assemble(multiplier, candidate)) {
      result->lowerBound = bound;
      return std::move(*result);
    }
  // One-hot factors are always there and have small terms.
  llvm::report_fatal_error("no factorisation of a multiplier verifies");
}

llvm::Expected<ErrorFactors>
lutra::factorizeError(const Multiplier &multiplier) {
  if (llvm::Error error = checkWidths(multiplier))
    return error;
  Matrix matrix = tableOf(multiplier, /*errors=*/true);
  DistinctRows rows = distinctRows(matrix);
  DistinctRows columns = distinctRows(transposed(rows.rows));
  std::optional<FactorPair> pair =
      reduceRows(transposed(columns.rows), /*moduloTerms=*/false);
  if (!pair) {
    // The distinct rows are factors of themselves.
    pair.emplace();
    Matrix distinct = transposed(columns.rows);
    for (size_t row = 0; row < distinct.size(); ++row) {
      Factor selector(distinct.size());
      selector[row] = 1;
      pair->lhs.push_back(std::move(selector));
      pair->rhs.emplace_back(distinct[row].begin(), distinct[row].end());
    }
  }
  ErrorFactors result;
  result.rank = unsigned(pair->rank());
  uint32_t lhsSize = multiplier.lhs().size(), rhsSize = multiplier.rhs().size();
  result.u.resize(size_t(lhsSize) * result.rank);
  result.v.resize(size_t(result.rank) * rhsSize);
  for (unsigned j = 0; j < result.rank; ++j) {
    for (uint32_t row = 0; row < lhsSize; ++row)
      result.u[size_t(row) * result.rank + j] = pair->lhs[j][rows.index[row]];
    for (uint32_t column = 0; column < rhsSize; ++column)
      result.v[size_t(j) * rhsSize + column] =
          pair->rhs[j][columns.index[column]];
  }
  for (uint32_t row = 0; row < lhsSize; ++row)
    for (uint32_t column = 0; column < rhsSize; ++column) {
      int64_t sum = 0;
      for (unsigned j = 0; j < result.rank; ++j)
        sum += result.u[size_t(row) * result.rank + j] *
               result.v[size_t(j) * rhsSize + column];
      if (sum != matrix[row][column])
        llvm::report_fatal_error("factors of an error table do not give it");
    }
  return result;
}
