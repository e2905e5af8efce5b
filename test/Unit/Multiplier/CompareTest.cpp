//===- CompareTest.cpp - Relations and distances between tables -----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Compare.h"
#include "TestUtils.h"

using namespace lutra;
using namespace lutra::test;

using Product = std::function<int32_t(int32_t a, int32_t b)>;

static Multiplier tabulate(OperandType lhs, OperandType rhs, Product product) {
  std::vector<int32_t> table(lhs.size() * rhs.size());
  for (int32_t a = lhs.lo(); a <= lhs.hi(); ++a)
    for (int32_t b = rhs.lo(); b <= rhs.hi(); ++b)
      table[lhs.index(a) * rhs.size() + rhs.index(b)] = product(a, b);
  return take(Multiplier::create(lhs, rhs, std::move(table), "tabulated"));
}

static std::string relationOf(const Multiplier &a, const Multiplier &b) {
  std::optional<TableRelation> relation = findRelation(a, b);
  return relation ? relation->str() : "unrelated";
}

static uint32_t rewrite(uint32_t index, unsigned bits, IndexOrder order) {
  if (order == IndexOrder::OffsetBinary)
    return index ^ (1u << (bits - 1));
  if (order == IndexOrder::Same)
    return index;
  uint32_t reversed = 0;
  for (unsigned bit = 0; bit < bits; ++bit)
    reversed |= ((index >> bit) & 1) << (bits - 1 - bit);
  return reversed;
}

TEST(CompareTest, NamesOfRelations) {
  Multiplier m = randomMultiplier(u(3), u(4), 1);
  EXPECT_EQ(relationOf(m, m.renamed("other")), "equal");
  Multiplier transposed =
      tabulate(u(4), u(3), [&](int32_t a, int32_t b) { return m(b, a); });
  EXPECT_EQ(relationOf(transposed, m), "equal up to transposition");
  EXPECT_EQ(relationOf(randomMultiplier(u(3), u(4), 2), m), "unrelated");
  EXPECT_EQ(relationOf(multiplierOf("exact:3x5"), m), "unrelated");
  // A commutative table is its own transpose: the simplest name wins.
  EXPECT_EQ(relationOf(multiplierOf("truncated:8x8:drop=5"),
                       multiplierOf("truncated:8x8:drop=5")),
            "equal");
}

/// The same bits, operands and products read as signed.
TEST(CompareTest, Signedness) {
  auto wrap = [](int32_t value) { return ((value + 128) & 255) - 128; };
  Multiplier m = tabulate(
      u(4), u(4), [](int32_t a, int32_t b) { return (a * b) ^ (a & b & 3); });
  Multiplier read = tabulate(s(4), s(4), [&](int32_t a, int32_t b) {
    return wrap(m(a & 15, b & 15));
  });
  EXPECT_EQ(relationOf(read, m), "equal up to signedness");
  EXPECT_EQ(relationOf(m, read), "equal up to signedness");
  // Only the products.
  Multiplier products =
      tabulate(u(4), u(4), [&](int32_t a, int32_t b) { return wrap(m(a, b)); });
  EXPECT_EQ(relationOf(products, m), "equal up to signedness");
}

/// A random table rewritten in every way is recognised as just that.
TEST(CompareTest, EveryRewritingIsFound) {
  constexpr IndexOrder orders[] = {IndexOrder::Same, IndexOrder::BitsReversed,
                                   IndexOrder::OffsetBinary};
  unsigned seed = 0;
  for (auto [lhs, rhs] : typeMixes())
    for (IndexOrder lhsOrder : orders)
      for (IndexOrder rhsOrder : orders)
        for (bool transposed : {false, true}) {
          if (lhs.bits < 4 || rhs.bits < 4 || lhs.bits + rhs.bits > 14)
            continue;
          Multiplier b = randomMultiplier(lhs, rhs, ++seed);
          OperandType first = transposed ? rhs : lhs;
          OperandType second = transposed ? lhs : rhs;
          std::vector<int32_t> table;
          for (uint32_t i = 0; i < first.size(); ++i)
            for (uint32_t j = 0; j < second.size(); ++j) {
              uint32_t row = rewrite(i, first.bits, lhsOrder);
              uint32_t column = rewrite(j, second.bits, rhsOrder);
              if (transposed)
                std::swap(row, column);
              table.push_back(b.table()[row * rhs.size() + column]);
            }
          Multiplier a =
              take(Multiplier::create(first, second, std::move(table), "a"));
          std::optional<TableRelation> found = findRelation(a, b);
          ASSERT_TRUE(found) << lhs.str() << " " << rhs.str();
          EXPECT_EQ(found->lhs, lhsOrder);
          EXPECT_EQ(found->rhs, rhsOrder);
          EXPECT_EQ(found->transposed, transposed);
          EXPECT_FALSE(found->reinterpreted || found->wrapsSign);

          // One entry off is no relation.
          std::vector<int32_t> other(a.table());
          other[seed % other.size()] ^= 1;
          EXPECT_FALSE(findRelation(
              take(Multiplier::create(first, second, other, "other")), b));
        }
}

TEST(CompareTest, SignMagnitude) {
  Multiplier magnitude = randomMultiplier(u(5), u(4), 3);
  auto sign = [](int32_t value) { return value < 0 ? -1 : 1; };
  Multiplier both = tabulate(s(5), s(4), [&](int32_t a, int32_t b) {
    return sign(a) * sign(b) * magnitude(std::abs(a), std::abs(b));
  });
  EXPECT_EQ(relationOf(both, magnitude), "sign-magnitude form of the second");
  EXPECT_EQ(relationOf(magnitude, both),
            "the second is the sign-magnitude form of the first");
  Multiplier first = tabulate(s(5), u(4), [&](int32_t a, int32_t b) {
    return sign(a) * magnitude(std::abs(a), b);
  });
  EXPECT_EQ(relationOf(first, magnitude), "sign-magnitude form of the second");
  // The lowest value has no positive counterpart and may hold anything.
  Multiplier odd = tabulate(s(5), u(4), [&](int32_t a, int32_t b) {
    return a == -16 ? 77 : first(a, b);
  });
  EXPECT_EQ(relationOf(odd, magnitude), "sign-magnitude form of the second");
  Multiplier transposed =
      tabulate(s(4), s(5), [&](int32_t a, int32_t b) { return both(b, a); });
  EXPECT_EQ(relationOf(transposed, magnitude),
            "sign-magnitude form of the transposed second");
  EXPECT_EQ(relationOf(both, randomMultiplier(u(5), u(4), 4)), "unrelated");
}

TEST(CompareTest, DifferenceByHand) {
  Multiplier exact = multiplierOf("exact:2x2");
  Multiplier m = tabulate(u(2), u(2), [](int32_t a, int32_t b) {
    return a == 3 ? a * b - b : a * b;
  });
  TableDifference difference = take(computeDifference(m, exact));
  EXPECT_EQ(difference.pairs, 16u);
  EXPECT_DOUBLE_EQ(difference.differing, 3.0 / 16);
  EXPECT_DOUBLE_EQ(difference.meanAbsolute, 6.0 / 16);
  EXPECT_DOUBLE_EQ(difference.mean, -6.0 / 16);
  EXPECT_EQ(difference.maxAbsolute, 3);
  EXPECT_EQ(difference.lhs, 3);
  EXPECT_EQ(difference.rhs, 3);
  EXPECT_EQ(difference.first, 6);
  EXPECT_EQ(difference.second, 9);

  OperandDistribution distribution{
      "hand", u(2), u(2), {1, 0, 0, 1}, {0, 3, 1, 0}};
  difference = take(computeDifference(m, exact, &distribution));
  EXPECT_DOUBLE_EQ(difference.differing, 0.5);
  EXPECT_DOUBLE_EQ(difference.meanAbsolute, 0.5 * (0.75 + 0.5));
  EXPECT_EQ(difference.maxAbsolute, 2);

  // Against its own transpose: only a = 3 or b = 3 differ.
  difference = take(computeDifference(m, m, nullptr, /*transposed=*/true));
  EXPECT_DOUBLE_EQ(difference.differing, 4.0 / 16);

  // Over the values that both take: -2 .. 1 and 0 .. 3 have 0 and 1.
  difference = take(computeDifference(multiplierOf("exact:s2xs2"), exact));
  EXPECT_EQ(difference.pairs, 4u);
  EXPECT_EQ(difference.maxAbsolute, 0);
  EXPECT_NE(errorOf(computeDifference(multiplierOf("exact:2x3"), exact,
                                      &distribution))
                .find("'exact:2x3' takes ui2 x ui3"),
            std::string::npos);
}

TEST(CompareTest, ManyAsJSON) {
  std::vector<Multiplier> list = {multiplierOf("exact:4x4"),
                                  multiplierOf("truncated:4x4:drop=0"),
                                  multiplierOf("truncated:4x4:drop=2")};
  EXPECT_EQ(findEqualTables(list),
            (std::vector<std::vector<size_t>>{{0, 1}, {2}}));
  llvm::json::Object info = take(compareInfo(list));
  EXPECT_EQ(info.getArray("multipliers")->size(), 3u);
  const llvm::json::Array &pairs = *info.getArray("pairs");
  ASSERT_EQ(pairs.size(), 3u);
  const llvm::json::Object &same = *pairs[0].getAsObject();
  EXPECT_EQ(same.getObject("relation")->getBoolean("equal"), true);
  const llvm::json::Object &apart = *pairs[1].getAsObject();
  EXPECT_EQ(apart.get("relation")->kind(), llvm::json::Value::Null);
  EXPECT_EQ(apart.getInteger("second"), 2);
  // The two columns that are left out hold at most 1 + 2 + 2.
  EXPECT_EQ(apart.getObject("difference")->getInteger("max_absolute"), 5);
  EXPECT_EQ(info.get("distribution")->kind(), llvm::json::Value::Null);
}
