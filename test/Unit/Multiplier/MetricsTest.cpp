//===- MetricsTest.cpp - Error metrics and JSON against hand-made values --===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Metrics.h"
#include "TestUtils.h"
#include "lutra/Multiplier/Info.h"
#include <cmath>
#include <limits>

using namespace lutra;
using namespace lutra::test;
namespace json = llvm::json;

TEST(MetricsTest, ExactHasNone) {
  ErrorMetrics metrics = computeErrorMetrics(multiplierOf("exact:s8xu4"));
  for (const ErrorMetric &metric : allErrorMetrics())
    EXPECT_EQ(metrics.*metric.value, 0) << metric.key;
}

/// Kulkarni's 2x2 block: 3 * 3 = 7, everything else exact.
TEST(MetricsTest, OneWrongEntryByHand) {
  std::vector<int32_t> table;
  for (int a = 0; a < 4; ++a)
    for (int b = 0; b < 4; ++b)
      table.push_back(a == 3 && b == 3 ? 7 : a * b);
  Multiplier m = take(Multiplier::create(u(2), u(2), table, "2x2"));
  ErrorMetrics metrics = computeErrorMetrics(m);
  EXPECT_DOUBLE_EQ(metrics.errorRate, 1.0 / 16);
  EXPECT_DOUBLE_EQ(metrics.meanErrorDistance, 2.0 / 16);
  EXPECT_DOUBLE_EQ(metrics.normalizedMeanErrorDistance, 2.0 / 16 / 9);
  // Of the pairs whose product is not 0: nine.
  EXPECT_DOUBLE_EQ(metrics.meanRelativeErrorDistance, 2.0 / 9 / 9);
  EXPECT_DOUBLE_EQ(metrics.worstCaseErrorDistance, 2);
  EXPECT_DOUBLE_EQ(metrics.worstCaseRelativeErrorDistance, 2.0 / 9);
  EXPECT_DOUBLE_EQ(metrics.bias, -2.0 / 16);
  EXPECT_DOUBLE_EQ(metrics.meanSquaredError, 4.0 / 16);
  EXPECT_DOUBLE_EQ(metrics.variance, 4.0 / 16 - 4.0 / 256);

  // Operand a is always 3; b is 3 in a quarter of all cases, never 1.
  ErrorMetrics weighted =
      take(computeErrorMetrics(m, {0, 0, 0, 5}, {1, 0, 2, 1}));
  EXPECT_DOUBLE_EQ(weighted.errorRate, 0.25);
  EXPECT_DOUBLE_EQ(weighted.meanErrorDistance, 0.5);
  EXPECT_DOUBLE_EQ(weighted.normalizedMeanErrorDistance, 0.5 / 9);
  EXPECT_DOUBLE_EQ(weighted.meanRelativeErrorDistance, 0.25 * 2 / 9 / 0.75);
  EXPECT_DOUBLE_EQ(weighted.bias, -0.5);
  EXPECT_DOUBLE_EQ(weighted.variance, 1 - 0.25);

  // The wrong pair never occurs: no worst case either.
  ErrorMetrics without = take(computeErrorMetrics(m, {1, 1, 1, 0}, {}));
  EXPECT_EQ(without.errorRate, 0);
  EXPECT_EQ(without.worstCaseErrorDistance, 0);
  EXPECT_EQ(without.worstCaseRelativeErrorDistance, 0);
  // No pair has a product but 0.
  EXPECT_EQ(
      take(computeErrorMetrics(m, {1, 0, 0, 0}, {})).meanRelativeErrorDistance,
      0);
}

TEST(MetricsTest, LostCarryByHand) {
  ErrorMetrics metrics = computeErrorMetrics(multiplierOf("or_compressed"));
  EXPECT_DOUBLE_EQ(metrics.errorRate, 1.0 / 16);
  EXPECT_DOUBLE_EQ(metrics.bias, -512);
  EXPECT_DOUBLE_EQ(metrics.meanErrorDistance, 512);
  EXPECT_DOUBLE_EQ(metrics.worstCaseErrorDistance, 8192);
  EXPECT_DOUBLE_EQ(metrics.worstCaseRelativeErrorDistance, 8192.0 / (192 * 96));
  EXPECT_DOUBLE_EQ(metrics.variance, 8192.0 * 8192 / 16 - 512.0 * 512);
}

TEST(MetricsTest, DistributionErrors) {
  Multiplier m = multiplierOf("exact:2xs2");
  double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(errorOf(computeErrorMetrics(m, {1, 1, 1}, {})),
            "the distribution of the first operand expects 4 weights for ui2, "
            "got 3");
  EXPECT_EQ(errorOf(computeErrorMetrics(m, {}, {1, 1, -1, 1})),
            "the distribution of the second operand expects finite weights "
            "that are not negative, got a negative one for value -2");
  EXPECT_EQ(errorOf(computeErrorMetrics(m, {1, nan, 1, 1}, {})),
            "the distribution of the first operand expects finite weights that "
            "are not negative, got a non-finite one for value 1");
  EXPECT_EQ(errorOf(computeErrorMetrics(m, {0, 0, 0, 0}, {})),
            "the distribution of the first operand expects weights with a "
            "positive, finite sum");
}

TEST(InfoTest, MultiplierAsJson) {
  json::Object info = multiplierInfo(multiplierOf("truncated:8x8:drop=9"));
  EXPECT_EQ(info.getString("name"), "truncated:8x8:drop=9");
  EXPECT_EQ(info.getString("lhs"), "ui8");
  EXPECT_EQ(info.getString("rhs"), "ui8");
  EXPECT_EQ(info.getString("hash")->size(), 64u);
  EXPECT_EQ(info.getObject("bounds")->getInteger("max"), 61440);
  EXPECT_EQ(info.getObject("error_bounds")->getInteger("min"), -3585);
  EXPECT_EQ(info.getInteger("zero_product"), 0);
  EXPECT_EQ(info.getBoolean("exact"), false);
  EXPECT_EQ(info.getBoolean("commutative"), true);
  const json::Object *metrics = info.getObject("metrics");
  EXPECT_EQ(metrics->size(), allErrorMetrics().size());
  EXPECT_EQ(metrics->getNumber("bias"), -896.25);
}

TEST(InfoTest, TablesAsJson) {
  json::Array families = familiesInfo();
  ASSERT_EQ(families.size(), allFamilies().size());
  const json::Object &truncated = *families[1].getAsObject();
  EXPECT_EQ(truncated.getString("name"), "truncated");
  EXPECT_EQ(truncated.getBoolean("signed"), false);
  const json::Object &drop =
      *(*truncated.getArray("parameters"))[0].getAsObject();
  EXPECT_EQ(drop.getString("name"), "drop");
  EXPECT_EQ(drop.get("default")->kind(), json::Value::Null);
  EXPECT_EQ(drop.getString("domain"), "integer");

  json::Array estimators = estimatorsInfo();
  ASSERT_EQ(estimators.size(), allEstimators().size());
  EXPECT_EQ(estimators[0].getAsObject()->getString("name"), "ste");
  EXPECT_EQ(estimators[1].getAsObject()->getBoolean("separable"), false);
}
