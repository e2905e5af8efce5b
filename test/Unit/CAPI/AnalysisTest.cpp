//===- AnalysisTest.cpp - C API: metrics, cost and comparison -------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "TestSupport.h"
#include <vector>

TEST(Analysis, MetricsUnderWeights) {
  MultiplierPtr m(lutraMultiplierLoad("truncated:2x2:drop=1"));
  ASSERT_NE(m, nullptr) << lutraLastError();
  // Only a = 1 and b = 1 occur, whose product loses its one bit.
  double lhs[] = {0, 5, 0, 0}, rhs[] = {0, 2, 0, 0};
  std::string metrics =
      takeString(lutraMultiplierMetrics(m.get(), lhs, 4, rhs, 4));
  EXPECT_TRUE(contains(metrics, R"("error_rate":1,)")) << metrics;
  EXPECT_TRUE(contains(metrics, R"("bias":-1,)")) << metrics;
  // No weights: uniform, 4 of 16 pairs are odd times odd.
  metrics = takeString(lutraMultiplierMetrics(m.get(), nullptr, 0, nullptr, 0));
  EXPECT_TRUE(contains(metrics, R"("error_rate":0.25,)")) << metrics;
  EXPECT_EQ(lutraMultiplierMetrics(m.get(), lhs, 3, rhs, 4), nullptr);
  EXPECT_TRUE(contains(lutraLastError(), "4 weights for ui2, got 3"));
  EXPECT_EQ(lutraMultiplierMetrics(m.get(), nullptr, 4, rhs, 4), nullptr);
  EXPECT_TRUE(contains(lutraLastError(), "'lhsWeights' is null"));
}

TEST(Analysis, CostOfTheUser) {
  MultiplierPtr m(lutraMultiplierLoad("exact:4x4"));
  MultiplierPtr priced(
      lutraMultiplierWithCost(m.get(), "power=5uW,process=PDK45"));
  ASSERT_NE(priced, nullptr) << lutraLastError();
  std::string info = takeString(lutraMultiplierInfo(priced.get()));
  EXPECT_TRUE(contains(info, R"("power_mw":0.005)")) << info;
  EXPECT_TRUE(contains(info, R"("area_um2":null)")) << info;
  EXPECT_TRUE(contains(info, R"("source":"given by the user")")) << info;
  EXPECT_EQ(lutraMultiplierWithCost(m.get(), "power=x"), nullptr);
  EXPECT_EQ(lutraMultiplierWithCost(nullptr, "power=1"), nullptr);
}

TEST(Analysis, Comparison) {
  MultiplierPtr a(lutraMultiplierLoad("exact:4x4"));
  MultiplierPtr b(lutraMultiplierLoad("truncated:4x4:drop=0"));
  MultiplierPtr c(lutraMultiplierLoad("truncated:4x4:drop=2"));
  LutraMultiplier *list[] = {a.get(), b.get(), c.get()};
  std::string text = takeString(lutraMultipliersCompare(list, 3, nullptr));
  EXPECT_TRUE(contains(text, R"("equal":[[0,1],[2]])")) << text;
  EXPECT_TRUE(contains(text, R"("max_absolute":5)")) << text;
  list[1] = nullptr;
  EXPECT_EQ(lutraMultipliersCompare(list, 3, nullptr), nullptr);
  EXPECT_EQ(lutraMultipliersCompare(nullptr, 3, nullptr), nullptr);
  EXPECT_EQ(lutraMultipliersCompare(list, 1, "/no/such.json"), nullptr);
  EXPECT_TRUE(contains(lutraLastError(), "/no/such.json"));
  EXPECT_EQ(lutraDistributionLoad("/no/such.json"), nullptr);
}
