//===- MultiplierTest.cpp - C API: the multiplier library -----------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "TestSupport.h"
#include <vector>

TEST(Multiplier, LoadsAFamily) {
  MultiplierPtr m(lutraMultiplierLoad("truncated:8x8:drop=9"));
  ASSERT_NE(m, nullptr) << lutraLastError();
  ASSERT_EQ(lutraMultiplierTableSize(m.get()), 65536u);
  std::vector<int32_t> table(65536);
  ASSERT_EQ(lutraMultiplierTable(m.get(), table.data(), table.size()), 0);
  // 255 * 255 less the dropped columns sum_{c<9} (cells of c) 2^c.
  EXPECT_EQ(table[65535], 61440);
  std::string info = takeString(lutraMultiplierInfo(m.get()));
  EXPECT_TRUE(contains(info, R"("name":"truncated:8x8:drop=9")")) << info;
  EXPECT_TRUE(contains(info, R"("exact":false)")) << info;
  EXPECT_TRUE(contains(info, R"("worst_case_error_distance")")) << info;
}

TEST(Multiplier, TakesATable) {
  std::vector<int32_t> table(64);
  for (int a = 0; a < 4; ++a)
    for (int b = 0; b < 16; ++b)
      table[a * 16 + b] = a * b;
  MultiplierPtr m(
      lutraMultiplierCreate("ui2", "ui4", table.data(), table.size(), "mine"));
  ASSERT_NE(m, nullptr) << lutraLastError();
  std::string info = takeString(lutraMultiplierInfo(m.get()));
  EXPECT_TRUE(contains(info, R"("exact":true)")) << info;
  std::vector<float> gradient(64);
  ASSERT_EQ(
      lutraMultiplierGradientTable(m.get(), "ste", 1, gradient.data(), 64), 0)
      << lutraLastError();
  // dAM/db of the exact product is a.
  EXPECT_EQ(gradient[3 * 16 + 7], 3.0f);
}

TEST(Multiplier, RefusesWhatIsWrong) {
  EXPECT_EQ(lutraMultiplierLoad("no_such_family:8x8"), nullptr);
  EXPECT_TRUE(contains(lutraLastError(), "no_such_family")) << lutraLastError();
  std::vector<int32_t> table(64);
  EXPECT_EQ(lutraMultiplierCreate("ui3", "ui4", table.data(), 64, ""), nullptr);
  EXPECT_EQ(lutraMultiplierCreate("f32", "ui4", table.data(), 64, ""), nullptr);
  MultiplierPtr m(lutraMultiplierLoad("exact:4x4"));
  ASSERT_NE(m, nullptr) << lutraLastError();
  std::vector<float> gradient(256);
  auto refuses = [&](const char *spec, int wrt, size_t entries) {
    return lutraMultiplierGradientTable(m.get(), spec, wrt, gradient.data(),
                                        entries) != 0 &&
           *lutraLastError();
  };
  EXPECT_TRUE(refuses("magic", 0, 256));
  EXPECT_TRUE(refuses("lut-2d:hws=16", 0, 256)); // does not fit 4 bits
  EXPECT_TRUE(refuses("ste", 2, 256));
  EXPECT_TRUE(refuses("ste", 0, 255));
  EXPECT_NE(lutraMultiplierTable(m.get(), table.data(), 64), 0);
}

TEST(Multiplier, RefusesNull) {
  int32_t entry = 0;
  float slope = 0;
  EXPECT_EQ(lutraMultiplierLoad(nullptr), nullptr);
  EXPECT_EQ(lutraMultiplierCreate(nullptr, "ui8", &entry, 1, ""), nullptr);
  EXPECT_EQ(lutraMultiplierCreate("ui8", "ui8", nullptr, 1, ""), nullptr);
  EXPECT_EQ(lutraMultiplierInfo(nullptr), nullptr);
  EXPECT_EQ(lutraMultiplierTableSize(nullptr), 0u);
  EXPECT_NE(lutraMultiplierTable(nullptr, &entry, 1), 0);
  EXPECT_NE(lutraMultiplierGradientTable(nullptr, "ste", 0, &slope, 1), 0);
  lutraMultiplierDestroy(nullptr);
}

TEST(Multiplier, ListsWhatIsBuiltIn) {
  std::string families = takeString(lutraMultiplierFamilies());
  for (const char *name : {"exact", "truncated", "or_compressed"})
    EXPECT_TRUE(contains(families, std::string("\"") + name + "\"")) << name;
  std::string wrappers = takeString(lutraMultiplierWrappers());
  for (const char *name : {"sign_magnitude", "transpose"})
    EXPECT_TRUE(contains(wrappers, std::string("\"") + name + "\"")) << name;
  std::string estimators = takeString(lutraGradientEstimators());
  for (const char *name : {"ste", "lut-2d", "lut-1d"})
    EXPECT_TRUE(contains(estimators, std::string("\"") + name + "\"")) << name;
}
