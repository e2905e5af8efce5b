//===- FactorSearch.cpp - Cheaper factors of the same matrix --------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Approach. A product sum_j u_j v_j stays the same when
//
//   add     v_j += k v_i and u_i -= k u_j                          (k an
//   integer) halve   v_j = (v_j + sum_i s_i v_i) / 2 where that is integral
//   (s_i = +-1),
//           u_j = 2 u_j and u_i -= s_i u_j; and the same with u and v exchanged
//
// The first kind walks through the bases of one lattice, the second to lattices
// between the rows' own (where u is smallest) and the finest one that contains
// it (where v is). Reduction after Seysen makes both sides short at once; a
// local search over single moves then counts what matters, the limbs, and a few
// random moves before it leave what is only locally best.
//
//===----------------------------------------------------------------------===//
#include "FactorSearch.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/bit.h"
#include <algorithm>
#include <cmath>
#include <random>

using namespace lutra;
using namespace lutra::factorization;

namespace {

/// What a factor's cost depends on.
struct Extent {
  int64_t low, high;
  /// Bits set in the difference of any entry and the first: their lowest one is
  /// the power of two that all differences have.
  uint32_t differences;

  int64_t magnitude() const { return std::max(std::abs(low), std::abs(high)); }
  /// The range without that power of two, which becomes a shift.
  int64_t reducedRange() const {
    return differences ? (high - low) >> llvm::countr_zero(differences) : 0;
  }
};

/// A larger factor would overflow where several are added.
constexpr int64_t largestEntry = int64_t(1) << 29;

/// The extent of a + k b.
Extent extentOfSum(const Factor &a, const Factor &b, int32_t k) {
  int32_t first = a[0] + k * b[0], low = first, high = first;
  uint32_t differences = 0;
  for (size_t i = 0, n = a.size(); i < n; ++i) {
    int32_t entry = a[i] + k * b[i];
    low = std::min(low, entry);
    high = std::max(high, entry);
    differences |= uint32_t(entry) ^ uint32_t(first);
  }
  // The lowest set bit of x ^ y is that of x - y.
  return {low, high, differences};
}

Extent extentOf(const Factor &a) { return extentOfSum(a, a, 0); }

void addMultiple(Factor &a, const Factor &b, int32_t k) {
  for (size_t i = 0, n = a.size(); i < n; ++i)
    a[i] += k * b[i];
}

/// What the search minimises per column: the MACs, then how far ranges exceed a
/// limb, then, weakly, the ranges, so that room for later moves is worth
/// something.
double penaltyOf(const Extent &lhs, const Extent &rhs) {
  int64_t lhsRange = lhs.reducedRange(), rhsRange = rhs.reducedRange();
  if (lhsRange == 0 || rhsRange == 0)
    return -10;
  auto excess = [](int64_t range) {
    return range <= 255 ? 0.0 : std::log2(double(range) / 255);
  };
  return 10.0 * (limbsOf(lhsRange) * limbsOf(rhsRange) - 1) +
         8 * (excess(lhsRange) + excess(rhsRange)) +
         0.02 * (std::log2(1.0 + double(lhsRange)) +
                 std::log2(1.0 + double(rhsRange)));
}

/// The search's state: the pair and the penalty of each of its columns.
class Search {
public:
  Search(FactorPair &pair, unsigned bound, SearchBudget &budget)
      : pair(pair), bound(bound), budget(budget),
        width(pair.rank() ? pair.lhs[0].size() + pair.rhs[0].size() : 0) {
    for (size_t j = 0; j < pair.rank(); ++j)
      penalties.push_back(penaltyOf(j));
  }

  void descend();
  void explore();

private:
  double penaltyOf(size_t j) const {
    return ::penaltyOf(extentOf(pair.lhs[j]), extentOf(pair.rhs[j]));
  }
  bool isExpensive(size_t j) const { return penalties[j] > 5; }
  bool isDone() const { return budget.left <= 0 || costOf(pair) <= bound; }
  double total() const {
    double sum = 0;
    for (double penalty : penalties)
      sum += penalty;
    return sum;
  }
  bool tryAdd(size_t j, size_t i, int32_t k);
  void improve(bool allColumns, unsigned sweeps);
  bool halveOnce(bool rightSide);
  bool tryHalve(const std::vector<uint32_t> &relation, bool rightSide);
  void reduceSeysen();
  void perturb(std::mt19937_64 &engine);

  FactorPair &pair;
  unsigned bound;
  SearchBudget &budget;
  size_t width;
  std::vector<double> penalties;
};

} // namespace

/// v_j += k v_i, u_i -= k u_j, if that lowers the sum of the two penalties.
bool Search::tryAdd(size_t j, size_t i, int32_t k) {
  budget.spend(2 * width); // two sums and two extents
  Extent rhs = extentOfSum(pair.rhs[j], pair.rhs[i], k);
  Extent lhs = extentOfSum(pair.lhs[i], pair.lhs[j], -k);
  if (rhs.magnitude() >= largestEntry || lhs.magnitude() >= largestEntry)
    return false;
  double before = penalties[i] + penalties[j];
  // The other factors keep their extents; what they add is in both sums.
  double ofJ = ::penaltyOf(extentOf(pair.lhs[j]), rhs);
  double ofI = ::penaltyOf(lhs, extentOf(pair.rhs[i]));
  if (ofI + ofJ >= before - 1e-6)
    return false;
  addMultiple(pair.rhs[j], pair.rhs[i], k);
  addMultiple(pair.lhs[i], pair.lhs[j], -k);
  penalties[i] = ofI;
  penalties[j] = ofJ;
  return true;
}

/// Sweeps over pairs of columns until no single move helps; only those with an
/// expensive column unless `allColumns`.
void Search::improve(bool allColumns, unsigned sweeps) {
  for (unsigned sweep = 0; sweep < sweeps; ++sweep) {
    bool changed = false;
    for (size_t j = 0; j < pair.rank(); ++j)
      for (size_t i = 0; i < pair.rank(); ++i) {
        if (i == j || !(allColumns || isExpensive(i) || isExpensive(j)))
          continue;
        for (int32_t k : {1, -1, 2, -2})
          changed |= tryAdd(j, i, k);
        if (budget.left <= 0)
          return;
      }
    if (!changed)
      return;
  }
}

/// A move of the second kind along `relation`, whose vectors add up to an even
/// one, if it lowers the penalties of the columns concerned.
bool Search::tryHalve(const std::vector<uint32_t> &relation, bool rightSide) {
  std::vector<Factor> &halved = rightSide ? pair.rhs : pair.lhs;
  std::vector<Factor> &doubled = rightSide ? pair.lhs : pair.rhs;
  // Sums, extents and copies of every vector of the relation.
  budget.spend(relation.size() * width * 10);
  uint32_t target = *std::max_element(
      relation.begin(), relation.end(), [&](uint32_t a, uint32_t b) {
        return rangeOf(halved[a]) < rangeOf(halved[b]);
      });
  double before = 0;
  Factor sum = halved[target];
  std::vector<int32_t> signs;
  for (uint32_t j : relation) {
    before += penalties[j];
    if (j == target) {
      signs.push_back(0);
      continue;
    }
    Extent plus = extentOfSum(sum, halved[j], 1);
    Extent minus = extentOfSum(sum, halved[j], -1);
    signs.push_back(plus.high - plus.low <= minus.high - minus.low ? 1 : -1);
    addMultiple(sum, halved[j], signs.back());
  }
  // Only differences count, so the first entry may be made 0.
  int32_t first = sum[0];
  for (int32_t &entry : sum)
    entry = (entry - first) / 2;
  Factor twice = doubled[target];
  addMultiple(twice, twice, 1);
  if (extentOf(twice).magnitude() >= largestEntry)
    return false;

  auto penaltyOfPair = [&](const Factor &ofHalved, const Factor &ofDoubled) {
    return rightSide ? ::penaltyOf(extentOf(ofDoubled), extentOf(ofHalved))
                     : ::penaltyOf(extentOf(ofHalved), extentOf(ofDoubled));
  };
  double after = 0;
  std::vector<Factor> others;
  for (auto [place, j] : llvm::enumerate(relation)) {
    Factor other = j == target ? twice : doubled[j];
    if (j != target)
      addMultiple(other, doubled[target], -signs[place]);
    if (extentOf(other).magnitude() >= largestEntry)
      return false;
    after += penaltyOfPair(j == target ? sum : halved[j], other);
    others.push_back(std::move(other));
  }
  if (after >= before - 1e-6)
    return false;
  halved[target] = std::move(sum);
  for (auto [place, j] : llvm::enumerate(relation)) {
    doubled[j] = std::move(others[place]);
    penalties[j] = penaltyOf(j);
  }
  return true;
}

/// Looks for linear relations modulo 2 among one side's factors, and applies
/// the first that helps.
bool Search::halveOnce(bool rightSide) {
  const std::vector<Factor> &factors = rightSide ? pair.rhs : pair.lhs;
  size_t rank = factors.size(), size = factors[0].size();
  // Each row: the differences' parities, then which factors it adds up.
  std::vector<std::vector<uint8_t>> rows(rank,
                                         std::vector<uint8_t>(size + rank));
  for (size_t j = 0; j < rank; ++j) {
    for (size_t c = 0; c < size; ++c)
      rows[j][c] = (factors[j][c] ^ factors[j][0]) & 1;
    rows[j][size + j] = 1;
  }
  budget.spend(rank * size);
  size_t done = 0;
  for (size_t c = 0; c < size && done < rank; ++c) {
    size_t pivot = done;
    while (pivot < rank && !rows[pivot][c])
      ++pivot;
    if (pivot == rank)
      continue;
    std::swap(rows[pivot], rows[done]);
    for (size_t j = done + 1; j < rank; ++j)
      if (rows[j][c]) {
        budget.spend((size + rank) / 2);
        for (size_t k = c; k < size + rank; ++k)
          rows[j][k] ^= rows[done][k];
      }
    ++done;
  }
  for (size_t row = done; row < rank; ++row) {
    std::vector<uint32_t> relation;
    for (size_t j = 0; j < rank; ++j)
      if (rows[row][size + j])
        relation.push_back(uint32_t(j));
    if (tryHalve(relation, rightSide))
      return true;
  }
  return false;
}

/// M. Seysen, "Simultaneous reduction of a lattice basis and its reciprocal
/// basis", Combinatorica 13, 1993: lowers sum_j |u_j|^2 |v_j|^2, lengths taken
/// modulo constants, by the best multiple for each pair of columns.
void Search::reduceSeysen() {
  size_t rank = pair.rank();
  auto product = [](const Factor &a, const Factor &b) {
    double sum = 0, sumA = 0, sumB = 0;
    for (size_t i = 0; i < a.size(); ++i) {
      sum += double(a[i]) * b[i];
      sumA += a[i];
      sumB += b[i];
    }
    return sum - sumA * sumB / double(a.size());
  };
  std::vector<std::vector<double>> lhs(rank, std::vector<double>(rank));
  std::vector<std::vector<double>> rhs = lhs;
  auto update = [&](size_t j) {
    budget.spend(rank * width);
    for (size_t i = 0; i < rank; ++i) {
      lhs[i][j] = lhs[j][i] = product(pair.lhs[i], pair.lhs[j]);
      rhs[i][j] = rhs[j][i] = product(pair.rhs[i], pair.rhs[j]);
    }
  };
  for (size_t j = 0; j < rank; ++j)
    update(j);
  for (bool changed = true; changed && budget.left > 0;) {
    changed = false;
    for (size_t i = 0; i < rank; ++i)
      for (size_t j = 0; j < rank; ++j) {
        if (i == j || lhs[j][j] <= 0 || rhs[i][i] <= 0)
          continue;
        double k =
            std::round(0.5 * (lhs[i][j] / lhs[j][j] - rhs[i][j] / rhs[i][i]));
        if (k == 0 || std::abs(k) > 1e6)
          continue;
        double before = lhs[j][j] * rhs[j][j] + lhs[i][i] * rhs[i][i];
        double after =
            lhs[j][j] * (rhs[j][j] + 2 * k * rhs[i][j] + k * k * rhs[i][i]) +
            (lhs[i][i] - 2 * k * lhs[i][j] + k * k * lhs[j][j]) * rhs[i][i];
        if (after >= before * (1 - 1e-9))
          continue;
        if (std::abs(k) * double(extentOf(pair.rhs[i]).magnitude() +
                                 extentOf(pair.lhs[j]).magnitude()) >=
            double(largestEntry))
          continue;
        addMultiple(pair.rhs[j], pair.rhs[i], int32_t(k));
        addMultiple(pair.lhs[i], pair.lhs[j], -int32_t(k));
        update(i);
        update(j);
        changed = true;
      }
  }
  for (size_t j = 0; j < rank; ++j)
    penalties[j] = penaltyOf(j);
}

/// A few random moves around an expensive column.
void Search::perturb(std::mt19937_64 &engine) {
  std::vector<size_t> expensive;
  for (size_t j = 0; j < pair.rank(); ++j)
    if (isExpensive(j))
      expensive.push_back(j);
  auto draw = [&](size_t n) { return size_t(engine() % n); };
  for (unsigned move = 0; move < 2 + draw(3); ++move) {
    size_t i = draw(pair.rank());
    size_t j = expensive.empty() ? draw(pair.rank())
                                 : expensive[draw(expensive.size())];
    if (i == j)
      continue;
    if (draw(2))
      std::swap(i, j);
    int32_t k = draw(2) ? 1 : -1;
    addMultiple(pair.rhs[j], pair.rhs[i], k);
    addMultiple(pair.lhs[i], pair.lhs[j], -k);
    penalties[i] = penaltyOf(i);
    penalties[j] = penaltyOf(j);
  }
}

void Search::descend() {
  // A single column has no partner for a move.
  if (pair.rank() < 2 || isDone())
    return;
  // Seysen's measure is not ours: what it makes worse is taken back.
  FactorPair before = pair;
  std::vector<double> penaltiesBefore = penalties;
  double totalBefore = total();
  reduceSeysen();
  if (total() > totalBefore) {
    pair = std::move(before);
    penalties = std::move(penaltiesBefore);
  }
  improve(/*allColumns=*/false, /*sweeps=*/20);
  if (isDone())
    return;
  improve(/*allColumns=*/true, /*sweeps=*/20);
  for (bool rightSide : {true, false})
    while (!isDone() && halveOnce(rightSide))
      improve(/*allColumns=*/false, /*sweeps=*/3);
  if (isDone())
    return;
  improve(/*allColumns=*/true, /*sweeps=*/20);
}

void Search::explore() {
  if (pair.rank() < 2)
    return;
  std::mt19937_64 engine(1); // the same search for the same table
  // Counting MACs costs more than a round: only what is better is counted.
  for (bool done = isDone(); !done && budget.left > 0;) {
    FactorPair best = pair;
    std::vector<double> bestPenalties = penalties;
    double bestTotal = total();
    perturb(engine);
    improve(/*allColumns=*/false, /*sweeps=*/4);
    if (total() > bestTotal) {
      pair = std::move(best);
      penalties = std::move(bestPenalties);
    } else if (total() < bestTotal - 1e-6) {
      done = isDone();
    }
    // Copies are work too, and so is a round that finds nothing to do.
    budget.spend(pair.rank() * width / 4 + 1024);
  }
}

void factorization::descend(FactorPair &pair, unsigned bound,
                            SearchBudget &budget) {
  Search(pair, bound, budget).descend();
}

void factorization::explore(FactorPair &pair, unsigned bound,
                            SearchBudget &budget) {
  Search(pair, bound, budget).explore();
}
