//===- CostTextTest.cpp - Hardware cost as people write it ----------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/CostText.h"
#include "TestUtils.h"

using namespace lutra;
using namespace lutra::test;

TEST(CostTextTest, UnitsAndDescription) {
  HardwareCost cost = take(
      parseHardwareCost("power=400uW,area=1.2e-4mm2,delay=1300ps,gates=260.5,"
                        "process=PDK45"));
  EXPECT_DOUBLE_EQ(*cost.powerMW, 0.4);
  EXPECT_DOUBLE_EQ(*cost.areaUm2, 120);
  EXPECT_DOUBLE_EQ(*cost.delayNs, 1.3);
  EXPECT_DOUBLE_EQ(*cost.gateEquivalents, 260.5);
  EXPECT_EQ(describe(cost), "power 0.4 mW, area 120 um2, delay 1.3 ns, 260.5 "
                            "gate equivalents (PDK45; given by the user)");
  cost = take(parseHardwareCost(" power = 2 W"));
  EXPECT_DOUBLE_EQ(*cost.powerMW, 2000);
  EXPECT_FALSE(cost.areaUm2 || cost.delayNs || cost.gateEquivalents);
  EXPECT_DOUBLE_EQ(*take(parseHardwareCost("area=7")).areaUm2, 7);
}

TEST(CostTextTest, Errors) {
  for (auto [text, message] : {
           std::pair("", "expects name=value with the names power, area"),
           std::pair("powr=1", "did you mean 'power'?"),
           std::pair("power", "got 'power'"),
           std::pair("power=x", "a number that is not negative, got 'x'"),
           std::pair("power=-1mW", "not negative, got '-1mW'"),
           std::pair("power=1e999", "not negative, got '1e999'"),
           std::pair("power=1m", "expects the unit W, mW, uW, nW, got 'm'"),
           std::pair("gates=5um2", "has no unit, got '5um2'"),
           std::pair("area=1,area=2", "'area' is given twice"),
           std::pair("process=PDK45", "at least one of power, area"),
       }) {
    std::string error = errorOf(parseHardwareCost(text));
    EXPECT_NE(error.find(message), std::string::npos) << text << ": " << error;
  }
}
