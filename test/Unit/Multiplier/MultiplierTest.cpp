//===- MultiplierTest.cpp - Tables, types, bounds and hashes --------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "TestUtils.h"

using namespace lutra;
using namespace lutra::test;

TEST(OperandTypeTest, RangesAndIndices) {
  EXPECT_EQ(u(8).lo(), 0);
  EXPECT_EQ(u(8).hi(), 255);
  EXPECT_EQ(s(8).lo(), -128);
  EXPECT_EQ(s(8).hi(), 127);
  EXPECT_EQ(s(2).lo(), -2);
  EXPECT_EQ(s(4).index(-1), 15u);
  EXPECT_EQ(s(4).value(8), -8);
  for (OperandType type : {u(2), u(8), s(2), s(5), s(8)})
    for (int32_t value = type.lo(); value <= type.hi(); ++value) {
      EXPECT_LT(type.index(value), type.size());
      EXPECT_EQ(type.value(type.index(value)), value);
    }
}

TEST(OperandTypeTest, Parse) {
  for (const char *text : {"ui8", "u8", "8"})
    EXPECT_EQ(take(OperandType::parse(text)), u(8)) << text;
  for (const char *text : {"si4", "s4"})
    EXPECT_EQ(take(OperandType::parse(text)), s(4)) << text;
  EXPECT_EQ(s(4).str(), "si4");
  EXPECT_EQ(u(7).str(), "ui7");
  for (const char *text :
       {"", "u", "u1", "u13", "i8", "f8", "u8x", "-8", "+8", "u 8", "0x8"})
    EXPECT_EQ(
        errorOf(OperandType::parse(text)),
        std::string("expects an operand type of 2 to 12 bits such as 'u8' "
                    "or 's4', got '") +
            text + "'");
}

TEST(MultiplierTest, TableIsInBitPatternOrder) {
  Multiplier m = multiplierOf("exact:s2xu3");
  // Rows: 0, 1, -2, -1.
  EXPECT_EQ(m.table().size(), 32u);
  EXPECT_EQ(m.table()[1 * 8 + 7], 7);
  EXPECT_EQ(m.table()[2 * 8 + 7], -14);
  EXPECT_EQ(m.table()[3 * 8 + 7], -7);
  EXPECT_EQ(m(-2, 7), -14);
}

TEST(MultiplierTest, BoundsAndExactness) {
  Multiplier exact = multiplierOf("exact:s8xu8");
  EXPECT_EQ(exact.bounds().min, -128 * 255);
  EXPECT_EQ(exact.bounds().max, 127 * 255);
  EXPECT_TRUE(exact.isExact());

  // Products of 2-bit operands plus 1, so the smallest entry is positive.
  std::vector<int32_t> table;
  for (int a = 0; a < 4; ++a)
    for (int b = 0; b < 4; ++b)
      table.push_back(a * b + 1);
  table[15] -= 4;
  Multiplier m = take(Multiplier::create(u(2), u(2), table, "plus one"));
  EXPECT_EQ(m.name(), "plus one");
  EXPECT_EQ(m.bounds().min, 1);
  EXPECT_EQ(m.bounds().max, 7);
  EXPECT_EQ(m.errorBounds().min, -3);
  EXPECT_EQ(m.errorBounds().max, 1);
  EXPECT_FALSE(m.isExact());
}

TEST(MultiplierTest, Commutative) {
  EXPECT_TRUE(multiplierOf("exact:s5xs5").isCommutative());
  EXPECT_FALSE(multiplierOf("exact:s5xu5").isCommutative());
  std::vector<int32_t> table(16, 0);
  table[0 * 4 + 3] = 1;
  EXPECT_FALSE(
      take(Multiplier::create(u(2), u(2), table, "m")).isCommutative());
  table[3 * 4 + 0] = 1;
  EXPECT_TRUE(take(Multiplier::create(u(2), u(2), table, "m")).isCommutative());
}

// Digests of "ui2xui2\n" + int32 entries, computed with Python's hashlib.
TEST(MultiplierTest, HashKnownAnswers) {
  EXPECT_EQ(multiplierOf("exact:2x2").hash(),
            "8750c1dacd8ee89c49cbdd3cb5854219b095ecded1221a408e057c5dbe6af848");
  EXPECT_EQ(multiplierOf("exact:8x8").hash(),
            "d39698136e63f388aa4e8f9951b63cffaf2321d0d01e809f204d33009d1f93aa");
  EXPECT_EQ(multiplierOf("exact:s8xu4").hash(),
            "21530d65d1793b0a7461217717d413aa5a0d13b4c3aaf0e7b83e4990a5010517");
}

TEST(MultiplierTest, HashIsOfContent) {
  std::vector<int32_t> table(16, 0);
  std::string zero = take(Multiplier::create(u(2), u(2), table, "a")).hash();
  EXPECT_EQ(take(Multiplier::create(u(2), u(2), table, "b")).hash(), zero);
  EXPECT_NE(take(Multiplier::create(s(2), u(2), table, "a")).hash(), zero);
  table[7] = 1;
  EXPECT_NE(take(Multiplier::create(u(2), u(2), table, "a")).hash(), zero);
}

TEST(MultiplierTest, Errors) {
  EXPECT_EQ(
      errorOf(Multiplier::create(u(8), s(4), std::vector<int32_t>(4095), "m")),
      "multiplier 'm' of ui8 x si4 expects a table of 4096 entries (256 "
      "x 16), got 4095");
  EXPECT_EQ(errorOf(Multiplier::create(u(13), u(4), {}, "m")),
            "multiplier 'm' has an operand of type ui13, expects 2 to 12 bits");
  std::vector<int32_t> table(16, 16);
  EXPECT_EQ(errorOf(Multiplier::create(u(2), s(2), table, "m")), "");
  table[1 * 4 + 3] = -17;
  EXPECT_EQ(errorOf(Multiplier::create(u(2), s(2), table, "m")),
            "multiplier 'm' of ui2 x si2 expects entries from -16 to 16, got "
            "AM(1, -1) = -17");
}
