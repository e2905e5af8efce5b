//===- FamiliesTest.cpp - Families against formulas of their own ----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "TestUtils.h"
#include "llvm/Support/FormatVariadic.h"

using namespace lutra;
using namespace lutra::test;

static int bit(int value, int i) { return value >> i & 1; }

TEST(FamiliesTest, ExactIsTheProduct) {
  for (auto [lhs, rhs] : typeMixes()) {
    Multiplier m = multiplierOf("exact:" + lhs.str() + "x" + rhs.str());
    for (int a = lhs.lo(); a <= lhs.hi(); ++a)
      for (int b = rhs.lo(); b <= rhs.hi(); ++b)
        ASSERT_EQ(m(a, b), a * b) << m.name();
  }
}

TEST(FamiliesTest, TruncatedDropsLowColumns) {
  struct Case {
    unsigned left, right, drop;
  };
  for (Case c : {Case{8, 8, 0}, Case{8, 8, 8}, Case{8, 8, 9}, Case{8, 8, 15},
                 Case{2, 2, 1}, Case{4, 8, 6}, Case{8, 4, 6}, Case{7, 7, 5},
                 Case{3, 5, 7}}) {
    Multiplier m = multiplierOf(
        llvm::formatv("truncated:{0}x{1}:drop={2}", c.left, c.right, c.drop)
            .str());
    for (int a = 0; a < 1 << c.left; ++a)
      for (int b = 0; b < 1 << c.right; ++b) {
        int product = 0;
        for (unsigned i = 0; i < c.left; ++i)
          for (unsigned j = 0; j < c.right; ++j)
            if (i + j >= c.drop)
              product += bit(a, i) * bit(b, j) << (i + j);
        ASSERT_EQ(m(a, b), product) << m.name() << " " << a << " " << b;
      }
  }
}

TEST(FamiliesTest, TruncatedByHand) {
  Multiplier m = multiplierOf("truncated:8x8:drop=9");
  EXPECT_EQ(m(1, 255), 0);       // all of row 0 is below column 9
  EXPECT_EQ(m(128, 4), 512);     // a_7 b_2 is in column 9
  EXPECT_EQ(m(128, 3), 0);       // columns 7 and 8
  EXPECT_EQ(m(255, 255), 61440); // 65025 - sum of (k+1) 2^k for k < 8 - 7 2^8
  EXPECT_EQ(65025 - 61440, 1793 + 7 * 256);
}

/// The multiplier of the digits example, as its formula is written.
TEST(FamiliesTest, OrCompressedDefaultLosesOneCarry) {
  Multiplier m = multiplierOf("or_compressed");
  EXPECT_EQ(m.name(), "or_compressed:8x8:keep=sum");
  for (int w = 0; w < 256; ++w)
    for (int x = 0; x < 256; ++x)
      ASSERT_EQ(m(w, x),
                w * x - 8192 * (bit(w, 7) * bit(w, 6) * bit(x, 6) * bit(x, 5)))
          << w << " " << x;
  EXPECT_EQ(m(192, 96), 192 * 96 - 8192);
  EXPECT_EQ(m(96, 192), 96 * 192);
  EXPECT_FALSE(m.isCommutative());
}

/// The same circuit, gate by gate: the carry of column 12 is OR-ed with a
/// partial product of column 13 where it should be added.
TEST(FamiliesTest, OrCompressedDefaultIsAnOrGate) {
  Multiplier m = multiplierOf("or_compressed:8x8");
  for (int w = 0; w < 256; ++w)
    for (int x = 0; x < 256; ++x) {
      int p = bit(w, 7) & bit(x, 5), q = bit(w, 6) & bit(x, 6);
      int sum = p ^ q, carry = p & q;
      int column13 = bit(w, 7) & bit(x, 6);
      int rest = w * x - ((p + q) << 12) - (column13 << 13);
      ASSERT_EQ(m(w, x), rest + (sum << 12) + ((column13 | carry) << 13));
    }
}

TEST(FamiliesTest, OrCompressedDefaultOfOtherWidths) {
  struct Case {
    unsigned left, right;
  };
  for (Case c : {Case{2, 3}, Case{4, 4}, Case{7, 7}, Case{4, 8}, Case{8, 4}}) {
    Multiplier m = multiplierOf(
        llvm::formatv("or_compressed:{0}x{1}", c.left, c.right).str());
    int lost = 1 << (c.left + c.right - 3);
    for (int a = 0; a < 1 << c.left; ++a)
      for (int b = 0; b < 1 << c.right; ++b)
        ASSERT_EQ(m(a, b),
                  a * b - lost * (bit(a, c.left - 1) * bit(a, c.left - 2) *
                                  bit(b, c.right - 2) * bit(b, c.right - 3)))
            << m.name() << " " << a << " " << b;
  }
}

TEST(FamiliesTest, OrCompressedCells) {
  Multiplier m =
      multiplierOf("or_compressed:4x4:cells=3.1+2.2+1.3,1.1+2.0:keep=or");
  EXPECT_EQ(m.name(), "or_compressed:4x4:cells=3.1+2.2+1.3,1.1+2.0:keep=or");
  Multiplier sums =
      multiplierOf("or_compressed:4x4:cells=3.1+2.2+1.3,1.1+2.0:keep=sum");
  for (int a = 0; a < 16; ++a)
    for (int b = 0; b < 16; ++b) {
      int p = bit(a, 3) & bit(b, 1), q = bit(a, 2) & bit(b, 2),
          r = bit(a, 1) & bit(b, 3), v = bit(a, 1) & bit(b, 1),
          w = bit(a, 2) & bit(b, 0);
      int rest = a * b - 16 * (p + q + r) - 4 * (v + w);
      ASSERT_EQ(m(a, b), rest + 16 * (p | q | r) + 4 * (v | w));
      ASSERT_EQ(sums(a, b), rest + 16 * (p ^ q ^ r) + 4 * (v ^ w));
    }
  // One OR-ed pair loses 2^c, not the carry's 2^(c+1).
  EXPECT_EQ(multiplierOf("or_compressed:8x8:keep=or")(192, 96),
            192 * 96 - 4096);
}

TEST(FamilySpecTest, CanonicalForm) {
  const std::pair<const char *, const char *> cases[] = {
      {"exact", "exact:8x8"},
      {"exact:ui4xsi8", "exact:u4xs8"},
      {"exact:u8xu8", "exact:8x8"},
      {"truncated:drop=9", "truncated:8x8:drop=9"},
      {"truncated:4x6:drop=003", "truncated:4x6:drop=3"},
      {"or_compressed:8x8:keep=or:cells=7.5+6.6",
       "or_compressed:8x8:cells=7.5+6.6:keep=or"}};
  for (auto [text, canonical] : cases) {
    EXPECT_EQ(take(FamilySpec::parse(text)).str(), canonical);
    EXPECT_EQ(take(FamilySpec::parse(canonical)).str(), canonical);
  }
}

TEST(FamilySpecTest, IncompleteSpecIsCompleted) {
  FamilySpec spec;
  spec.family = "or_compressed";
  EXPECT_EQ(take(makeMultiplier(spec)).hash(),
            multiplierOf("or_compressed").hash());
  spec.family = "truncated";
  EXPECT_EQ(errorOf(makeMultiplier(spec)),
            "family 'truncated' needs parameter 'drop' (columns left out, from "
            "the lowest)");
  spec.family = "exact";
  spec.lhs.bits = 13;
  EXPECT_EQ(errorOf(makeMultiplier(spec)),
            "family 'exact' of 13x8 expects operands of 2 to 12 bits");
}

TEST(FamilySpecTest, Errors) {
  const std::pair<const char *, const char *> cases[] = {
      {"truncted:8x8:drop=9",
       "unknown multiplier family 'truncted'; did you mean 'truncated'? "
       "(known: exact, truncated, broken_array, kulkarni, mitchell, "
       "iterated_mitchell, drum, roba, static_segment, dynamic_segment, sdlc, "
       "or_compressed)"},
      {"booth",
       "unknown multiplier family 'booth' "
       "(known: exact, truncated, broken_array, kulkarni, mitchell, "
       "iterated_mitchell, drum, roba, static_segment, dynamic_segment, sdlc, "
       "or_compressed)"},
      {"",
       "unknown multiplier family '' "
       "(known: exact, truncated, broken_array, kulkarni, mitchell, "
       "iterated_mitchell, drum, roba, static_segment, dynamic_segment, sdlc, "
       "or_compressed)"},
      {"exact:8", "family 'exact' expects operand types such as '8x8' or "
                  "'s8xu4', got '8'"},
      {"exact:13x8", "family 'exact' expects an operand type of 2 to 12 bits "
                     "such as 'u8' or 's4', got '13'"},
      {"exact:8x8:drop=1",
       "family 'exact' has no parameter 'drop' (it takes none)"},
      {"truncated:8x8",
       "family 'truncated' needs parameter 'drop' (columns left out, from the "
       "lowest)"},
      {"truncated:8x8:drp=9",
       "family 'truncated' has no parameter 'drp'; did "
       "you mean 'drop'? (it takes: drop, compensation)"},
      {"truncated:8x8:drop=9:drop=9",
       "family 'truncated' is given parameter 'drop' twice"},
      {"truncated:8x8:drop", "family 'truncated' expects parameters of the "
                             "form name=value, got 'drop'"},
      {"truncated:8x8:drop=nine", "family 'truncated' expects a non-negative "
                                  "integer for parameter 'drop', got 'nine'"},
      {"truncated:8x8:drop=-1", "family 'truncated' expects a non-negative "
                                "integer for parameter 'drop', got '-1'"},
      {"truncated:8x8:drop=99999999999999999999",
       "family 'truncated' expects a non-negative integer for parameter "
       "'drop', got '99999999999999999999'"},
      {"truncated:8x8:drop=16",
       "family 'truncated' of 8x8 expects drop from 0 to 15, got 16"},
      {"truncated:s8xu8:drop=9",
       "family 'truncated' is defined for unsigned operands, got s8xu8; signed "
       "ones are sign_magnitude(truncated:8x8:drop=9):s8xu8"},
      {"or_compressed:8x2",
       "family 'or_compressed' of 8x2 has no default cells (they need a "
       "second operand of 3 bits or more); state them, e.g. cells=1.0+0.1"},
      {"or_compressed:4x4:cells=4.1+3.2",
       "family 'or_compressed' of 4x4 has cells 0.0 to 3.3, got '4.1'"},
      {"or_compressed:4x4:cells=3.1+3.2",
       "family 'or_compressed' of 4x4 can OR cells of one column only, got "
       "'3.1+3.2' with cells of columns 4 and 5"},
      {"or_compressed:4x4:cells=3.1+2.2,3.1+2.2",
       "family 'or_compressed' of 4x4 is given cell '3.1' twice"},
      {"or_compressed:4x4:cells=3-1",
       "family 'or_compressed' of 4x4 expects cells of the form I.J (bit I of "
       "the first operand and J of the second), got '3-1'"},
      {"or_compressed:4x4:cells=",
       "family 'or_compressed' expects a value for parameter 'cells', got ''"},
      {"or_compressed:4x4:keep=xor",
       "family 'or_compressed' expects 'sum' or 'or' "
       "for parameter 'keep', got 'xor'"}};
  for (auto [text, message] : cases)
    EXPECT_EQ(errorOf(loadMultiplier(text)), message) << text;
}

TEST(FamiliesTest, EveryRowIsDescribed) {
  for (const Family &family : allFamilies()) {
    EXPECT_STRNE(family.name, "");
    EXPECT_STRNE(family.summary, "");
    EXPECT_STRNE(family.source, "");
    for (const SpecParameter &parameter : family.parameters)
      EXPECT_STRNE(parameter.help, "") << family.name;
  }
}
