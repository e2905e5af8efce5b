//===- FactorizationTest.cpp - Multipliers as exact int8 products ---------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Factorization.h"
#include "TestUtils.h"

using namespace lutra;
using namespace lutra::test;

/// Every entry, summed up here a second time.
static void expectExact(const Multiplier &m, const Factorization &f) {
  ASSERT_EQ(f.lhsTerm.size(), m.lhs().size());
  ASSERT_EQ(f.rhsTerm.size(), m.rhs().size());
  EXPECT_GE(f.macsPerProduct(), f.lowerBound);
  for (uint32_t i = 0; i < m.lhs().size(); ++i)
    for (uint32_t j = 0; j < m.rhs().size(); ++j) {
      int64_t sum = int64_t(f.lhsTerm[i]) + f.rhsTerm[j];
      for (const FactorColumn &column : f.columns)
        sum += (int64_t(column.lhs.at(i)) * column.rhs.at(j)) *
               (int64_t(1) << column.shift);
      ASSERT_EQ(sum, m.table()[i * m.rhs().size() + j])
          << m.name() << " at " << i << ", " << j;
    }
}

static void expectExact(const Multiplier &m, const ErrorFactors &f) {
  for (uint32_t i = 0; i < m.lhs().size(); ++i)
    for (uint32_t j = 0; j < m.rhs().size(); ++j) {
      int64_t sum = int64_t(m.lhs().value(i)) * m.rhs().value(j);
      for (unsigned k = 0; k < f.rank; ++k)
        sum += f.u[i * f.rank + k] * f.v[k * m.rhs().size() + j];
      ASSERT_EQ(sum, m.table()[i * m.rhs().size() + j]);
    }
}

TEST(FactorizationTest, ExactIsOneMac) {
  for (auto [lhs, rhs] : typeMixes()) {
    Multiplier m = multiplierOf("exact:" + lhs.str() + "x" + rhs.str());
    Factorization f = take(factorize(m));
    expectExact(m, f);
    EXPECT_EQ(f.macsPerProduct(), 1u);
    EXPECT_EQ(take(factorizeError(m)).rank, 0u);
  }
}

TEST(FactorizationTest, TermsAloneCostNothing) {
  std::vector<int32_t> table;
  for (int32_t a = 0; a < 16; ++a)
    for (int32_t b = 0; b < 8; ++b)
      table.push_back(a * a / 3 - 3 * b + 5);
  Multiplier m = take(Multiplier::create(u(4), u(3), table, "terms"));
  Factorization f = take(factorize(m));
  expectExact(m, f);
  EXPECT_EQ(f.macsPerProduct(), 0u);
}

TEST(FactorizationTest, Families) {
  // The default cells lose one product of four bits.
  Multiplier lostCarry = multiplierOf("or_compressed");
  Factorization f = take(factorize(lostCarry));
  expectExact(lostCarry, f);
  EXPECT_EQ(f.macsPerProduct(), 2u);
  for (unsigned drop = 0; drop <= 15; ++drop) {
    Multiplier m = multiplierOf("truncated:8x8:drop=" + std::to_string(drop));
    Factorization g = take(factorize(m));
    expectExact(m, g);
    EXPECT_LE(g.macsPerProduct(), 8u) << drop; // one per row of the array
  }
}

/// Tables of known rank: E = sum of r products of small random vectors.
TEST(FactorizationTest, RandomLowRank) {
  std::mt19937 engine(7);
  for (auto [lhs, rhs] : typeMixes())
    for (unsigned rank : {1u, 2u, 3u, 6u}) {
      std::uniform_int_distribution<int32_t> small(-3, 3);
      std::vector<std::vector<int32_t>> us(rank), vs(rank);
      for (unsigned k = 0; k < rank; ++k) {
        for (uint32_t i = 0; i < lhs.size(); ++i)
          us[k].push_back(small(engine));
        for (uint32_t j = 0; j < rhs.size(); ++j)
          vs[k].push_back(small(engine));
      }
      std::vector<int32_t> table;
      for (uint32_t i = 0; i < lhs.size(); ++i)
        for (uint32_t j = 0; j < rhs.size(); ++j) {
          // Small widths have no room for much error.
          int32_t limit = 1 << (lhs.bits + rhs.bits);
          int32_t entry = lhs.value(i) * rhs.value(j);
          for (unsigned k = 0; k < rank; ++k)
            entry += us[k][i] * vs[k][j];
          table.push_back(std::max(-limit, std::min(limit, entry)));
        }
      Multiplier m = take(Multiplier::create(lhs, rhs, table, "low rank"));
      Factorization f = take(factorize(m));
      expectExact(m, f);
      ErrorFactors e = take(factorizeError(m));
      expectExact(m, e);
      if (lhs.bits + rhs.bits >= 12) { // nothing was clamped
        EXPECT_LE(f.macsPerProduct(), rank + 1);
        EXPECT_LE(e.rank, rank);
      }
    }
}

TEST(FactorizationTest, RandomFullRankAndExtremes) {
  for (auto [lhs, rhs] : typeMixes()) {
    if (lhs.bits + rhs.bits > 12)
      continue;
    Multiplier m = randomMultiplier(lhs, rhs, 3);
    expectExact(m, take(factorize(m)));
    expectExact(m, take(factorizeError(m)));
  }
  // Entries at the limits, in a pattern without structure.
  std::mt19937 engine(11);
  std::vector<int32_t> table(64 * 64);
  for (int32_t &entry : table)
    entry = engine() & 1 ? 1 << 12 : -(1 << 12);
  Multiplier m = take(Multiplier::create(s(6), u(6), table, "limits"));
  expectExact(m, take(factorize(m)));
  expectExact(m, take(factorizeError(m)));
}

TEST(FactorizationTest, WideOperandsAreRefused) {
  EXPECT_EQ(errorOf(factorize(multiplierOf("exact:9x4"))),
            "multiplier 'exact:9x4' has an operand of ui9; tables of up to 8 "
            "bits are factorised");
}
