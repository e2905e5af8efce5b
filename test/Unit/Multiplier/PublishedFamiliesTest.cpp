//===- PublishedFamiliesTest.cpp - Families against their papers ----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each family is compared with its definition written a second time, in another
// way than the library's, and with values computed by hand or published.
//
//===----------------------------------------------------------------------===//
#include "TestUtils.h"
#include "lutra/Multiplier/Metrics.h"
#include "lutra/Multiplier/Wrappers.h"
#include <cmath>

using namespace lutra;
using namespace lutra::test;

/// Compares every entry with `formula`.
template <typename Formula>
static void expectTable(const std::string &spec, Formula formula) {
  Multiplier m = multiplierOf(spec);
  for (int32_t a = m.lhs().lo(); a <= m.lhs().hi(); ++a)
    for (int32_t b = m.rhs().lo(); b <= m.rhs().hi(); ++b)
      ASSERT_EQ(m(a, b), formula(a, b)) << spec << " of " << a << ", " << b;
}

static int32_t cell(int32_t a, int32_t b, unsigned i, unsigned j) {
  return (a >> i & 1) * (b >> j & 1);
}
static double meanRelative(const std::string &spec) {
  return computeErrorMetrics(multiplierOf(spec)).meanRelativeErrorDistance;
}

TEST(PublishedFamiliesTest, TruncatedWithCompensation) {
  // (1 + 2*2 + 3*4 + 4*8 + 5*16 + 6*32 + 7*64 + 8*128) / 4 = 448.25 = 1.75 *
  // 256
  expectTable("truncated:8x8:drop=8:compensation=mean", [](int a, int b) {
    int sum = 512;
    for (unsigned i = 0; i < 8; ++i)
      for (unsigned j = 0; j < 8; ++j)
        sum += i + j >= 8 ? cell(a, b, i, j) << (i + j) : 0;
    return sum;
  });
  EXPECT_EQ(multiplierOf("truncated:4x4:drop=3:compensation=5")(0, 0), 5);
  EXPECT_EQ(multiplierOf("truncated:8x8:drop=8:compensation=none").hash(),
            multiplierOf("truncated:8x8:drop=8").hash());
  EXPECT_EQ(errorOf(makeMultiplier(take(
                FamilySpec::parse("truncated:4x4:drop=3:compensation=x")))),
            "family 'truncated' of 4x4 expects compensation to be none, mean "
            "or an integer below 256, got 'x'");
}

TEST(PublishedFamiliesTest, BrokenArray) {
  for (auto [vbl, hbl] : {std::pair(0, 0), {5, 0}, {0, 3}, {6, 2}, {11, 7}})
    expectTable("broken_array:8x7:vbl=" + std::to_string(vbl) +
                    ":hbl=" + std::to_string(hbl),
                [vbl = vbl, hbl = hbl](int a, int b) {
                  int sum = 0;
                  for (int i = 0; i < 8; ++i)
                    for (int j = 0; j < 7; ++j)
                      if (i + j >= vbl && j >= hbl)
                        sum += cell(a, b, i, j) << (i + j);
                  return sum;
                });
  // Without a horizontal break it is truncation.
  EXPECT_EQ(multiplierOf("broken_array:8x8:vbl=8").hash(),
            multiplierOf("truncated:8x8:drop=8").hash());
}

TEST(PublishedFamiliesTest, Kulkarni) {
  // AM = a b - 2 sum over digit pairs (3, 3) of 4^(i+j), digits base 4.
  for (const char *spec : {"kulkarni:2x2", "kulkarni:4x4", "kulkarni:8x8",
                           "kulkarni:6x3", "kulkarni:5x8"})
    expectTable(spec, [](int a, int b) {
      int product = a * b;
      for (int i = 0; i < 4; ++i)
        for (int j = 0; j < 4; ++j)
          if ((a >> 2 * i & 3) == 3 && (b >> 2 * j & 3) == 3)
            product -= 2 << 2 * (i + j);
      return product;
    });
  // The paper's worst case: 2/9 of the product, at 3 * 3.
  EXPECT_NEAR(computeErrorMetrics(multiplierOf("kulkarni:8x8"))
                  .worstCaseRelativeErrorDistance,
              2.0 / 9, 1e-12);
}

TEST(PublishedFamiliesTest, Mitchell) {
  for (const char *spec : {"mitchell:8x8", "mitchell:5x8", "mitchell:s8xu6"})
    expectTable(spec, [](int a, int b) {
      if (a == 0 || b == 0)
        return 0;
      auto log = [](int x) {
        int k = std::ilogb(double(x));
        return k + (std::ldexp(double(x), -k) - 1);
      };
      double sum = log(std::abs(a)) + log(std::abs(b));
      int product =
          int(std::ldexp(1 + (sum - std::floor(sum)), int(std::floor(sum))));
      return (a < 0) != (b < 0) ? -product : product;
    });
  // Mitchell 1962: at most 1/9 too small, and never too large.
  ErrorMetrics metrics = computeErrorMetrics(multiplierOf("mitchell:8x8"));
  EXPECT_NEAR(metrics.worstCaseRelativeErrorDistance, 1.0 / 9, 1e-3);
  EXPECT_EQ(multiplierOf("mitchell:8x8").errorBounds().max, 0);
  // 3 * 3 = 2^1 (1 + 1/2) each: 2 (0.5 + 0.5) 2^2 = 8.
  EXPECT_EQ(multiplierOf("mitchell:8x8")(3, 3), 8);
  // The compensation removes the bias.
  EXPECT_LT(std::abs(computeErrorMetrics(
                         multiplierOf("mitchell:8x8:compensation=mean"))
                         .bias),
            1);
}

TEST(PublishedFamiliesTest, IteratedMitchell) {
  // 2^(k1+k2) + f1 2^k2 + f2 2^k1 = a b - f1 f2.
  expectTable("iterated_mitchell:8x8:iterations=0", [](int a, int b) {
    if (a == 0 || b == 0)
      return 0;
    int f = a - (1 << std::ilogb(double(a)));
    int g = b - (1 << std::ilogb(double(b)));
    return a * b - f * g;
  });
  // Each correction clears a leading one; eight bits have no more than eight.
  EXPECT_TRUE(multiplierOf("iterated_mitchell:8x8:iterations=8").isExact());
  // Babic et al.: relative errors of at most 25 % and 6.25 %.
  for (auto [iterations, worst] : {std::pair(0, 0.25), {1, 0.0625}})
    EXPECT_LE(computeErrorMetrics(multiplierOf("iterated_mitchell:8x8:"
                                               "iterations=" +
                                               std::to_string(iterations)))
                  .worstCaseRelativeErrorDistance,
              worst);
}

TEST(PublishedFamiliesTest, Drum) {
  // 181 = 10110101: 1011 shifted by 4 has its lowest bit set already; 15 stays.
  EXPECT_EQ(multiplierOf("drum:8x8:k=4")(181, 15), 176 * 15);
  // 160 = 10100000: 1010 becomes 1011.
  EXPECT_EQ(multiplierOf("drum:8x8:k=4")(160, 1), 176);
  EXPECT_EQ(multiplierOf("drum:s8xs8:k=4")(-80, 80), -88 * 88);
  EXPECT_TRUE(multiplierOf("drum:8x8:k=8").isExact());
  // Hashemi et al., table 1: 5.89 % for k = 4 and 1.47 % for k = 6 (16 bits).
  EXPECT_NEAR(meanRelative("drum:8x8:k=4"), 0.0589, 5e-4);
}

TEST(PublishedFamiliesTest, Roba) {
  // 100 -> 128, 50 -> 64: 128*50 + 64*100 - 128*64.
  EXPECT_EQ(multiplierOf("roba:8x8")(100, 50), 4608);
  // Half-way values go up, 3 goes down.
  EXPECT_EQ(multiplierOf("roba:8x8")(96, 96), 2 * 128 * 96 - 128 * 128);
  EXPECT_EQ(multiplierOf("roba:8x8")(3, 3), 2 * 2 * 3 - 4);
  EXPECT_EQ(multiplierOf("roba:s8xs8")(-100, 50), -4608);
  // E = -(a' - a)(b' - b).
  expectTable("roba:8x8", [](int a, int b) {
    auto nearest = [](int x) {
      int best = 0;
      for (int power = 1; x && power <= 256; power *= 2)
        if (!best || std::abs(power - x) < std::abs(best - x) ||
            (std::abs(power - x) == std::abs(best - x) && x != 3))
          best = power;
      return best;
    };
    return a * b - (nearest(a) - a) * (nearest(b) - b);
  });
}

TEST(PublishedFamiliesTest, Segments) {
  for (int m : {4, 5, 6, 8})
    expectTable("static_segment:8x8:m=" + std::to_string(m), [m](int a, int b) {
      auto segment = [m](int x) {
        int unit = 1 << (8 - m);
        return x < (1 << m) ? x : x / unit * unit;
      };
      return segment(a) * segment(b);
    });
  expectTable("dynamic_segment:8x8:m=4", [](int a, int b) {
    auto segment = [](int x) {
      int unit = 1;
      while (x / unit >= 16)
        unit *= 2;
      return x / unit * unit;
    };
    return segment(a) * segment(b);
  });
  EXPECT_EQ(errorOf(makeMultiplier(
                take(FamilySpec::parse("static_segment:8x8:m=3")))),
            "family 'static_segment' of 8x8 expects m from 4 to 8, got 3");
}

TEST(PublishedFamiliesTest, Sdlc) {
  for (int depth : {2, 3, 4})
    for (int columns : {0, 7, 15})
      expectTable("sdlc:8x8:depth=" + std::to_string(depth) +
                      ":columns=" + std::to_string(columns),
                  [=](int a, int b) {
                    int sum = 0;
                    for (int first = 0; first < 8; first += depth)
                      for (int c = 0; c < 15; ++c) {
                        int ones = 0;
                        for (int i = first; i < std::min(8, first + depth); ++i)
                          if (c - i >= 0 && c - i < 8)
                            ones += cell(a, b, i, c - i);
                        sum += (c < columns ? ones > 0 : ones) << c;
                      }
                    return sum;
                  });
}

TEST(PublishedFamiliesTest, EveryWidthIsATable) {
  for (const Family &family : allFamilies())
    for (unsigned lhs = 2; lhs <= 8; ++lhs)
      for (unsigned rhs = 3; rhs <= 8; ++rhs) {
        FamilySpec spec;
        spec.family = family.name;
        spec.lhs.bits = lhs;
        spec.rhs.bits = rhs;
        for (const SpecParameter &parameter : family.parameters)
          if (!parameter.defaultValue)
            spec.parameters[parameter.name] = std::to_string(
                parameter.name == std::string("drop")
                    ? 2
                    : std::min({lhs, rhs, (std::max(lhs, rhs) + 1) / 2}));
        llvm::Expected<Multiplier> m = makeMultiplier(spec);
        if (m)
          EXPECT_EQ(
              m->name(),
              take(makeMultiplier(take(FamilySpec::parse(m->name())))).name());
        else // operands too unequal for two segments
          EXPECT_EQ(std::string(family.name), "static_segment")
              << llvm::toString(m.takeError());
        if (!m)
          llvm::consumeError(m.takeError());
      }
}

//===----------------------------------------------------------------------===//
// Wrappers
//===----------------------------------------------------------------------===//

TEST(WrappersTest, SignMagnitude) {
  Multiplier inner = multiplierOf("truncated:8x8:drop=8");
  Multiplier m = take(loadMultiplier("sign_magnitude(truncated:8x8:drop=8)"));
  EXPECT_EQ(m.lhs(), s(8));
  EXPECT_EQ(m.rhs(), u(8));
  EXPECT_EQ(m.metadata().encoding, "sign-magnitude");
  for (int a = -128; a < 128; ++a)
    for (int b = 0; b < 256; ++b)
      ASSERT_EQ(m(a, b), a < 0 ? -inner(-a, b) : inner(a, b));
  Multiplier both = take(loadMultiplier("sign_magnitude(exact):s8xs8"));
  EXPECT_TRUE(both.isExact());
  // The canonical name reads back.
  EXPECT_EQ(take(loadMultiplier(m.name())).hash(), m.hash());
  // The sign of 0 is +: what an inner multiplier gives for 0 stays.
  std::vector<int32_t> table(16, 5);
  Multiplier five = take(Multiplier::create(u(2), u(2), table, "five"));
  Multiplier wrapped = take(signMagnitude(five, std::nullopt));
  EXPECT_EQ(wrapped(0, 3), 5);
  EXPECT_EQ(wrapped(-1, 3), -5);
  EXPECT_EQ(wrapped(-1, 0), -5);
}

TEST(WrappersTest, Transpose) {
  Multiplier inner = multiplierOf("or_compressed");
  Multiplier m = take(loadMultiplier("transpose(or_compressed)"));
  EXPECT_EQ(m(96, 192), inner(192, 96));
  EXPECT_NE(m.hash(), inner.hash());
  EXPECT_EQ(m.metadata().operandOrder, "transposed");
  Multiplier twice =
      take(loadMultiplier("transpose(transpose(or_compressed))"));
  EXPECT_EQ(twice.hash(), inner.hash());
  EXPECT_EQ(twice.metadata().operandOrder, "as in the source");
  Multiplier unequal = take(loadMultiplier("transpose(exact:s8xu4)"));
  EXPECT_EQ(unequal.lhs(), u(4));
  EXPECT_TRUE(unequal.isExact());
  EXPECT_EQ(take(loadMultiplier("sign_magnitude(transpose(or_compressed))"))(
                -96, 192),
            -inner(192, 96));
}

TEST(WrappersTest, Errors) {
  const std::pair<const char *, const char *> cases[] = {
      {"sign_magnitud(exact)", "unknown wrapper 'sign_magnitud'; did you mean "
                               "'sign_magnitude'? (known: "
                               "sign_magnitude, transpose)"},
      {"sign_magnitude(exact", "'sign_magnitude(' is not closed, expects "
                               "'sign_magnitude(MULTIPLIER)'"},
      {"sign_magnitude(exact)x",
       "wrapper 'sign_magnitude' expects operand types such as ':s8xu8' or "
       "nothing after its ')', got 'x'"},
      {"sign_magnitude(exact):8",
       "wrapper 'sign_magnitude' expects operand types such as '8x8' or "
       "'s8xu4', got '8'"},
      {"sign_magnitude(exact):8x8",
       "sign_magnitude expects a signed operand, got 8x8"},
      {"sign_magnitude(exact:s8xu8)",
       "sign_magnitude expects a multiplier of unsigned operands, got "
       "'exact:s8xu8' of si8 x ui8"},
      {"sign_magnitude(exact:4x4):s8xu4",
       "sign_magnitude of s8xu4 needs magnitudes of 8 bits, got 'exact:4x4' of "
       "ui4 x ui4"},
      {"transpose(exact):8x8",
       "transpose takes no operand types of its own, got ':8x8'"},
      {"transpose()", "unknown multiplier family ''"}};
  for (auto [text, message] : cases)
    EXPECT_EQ(errorOf(loadMultiplier(text)).rfind(message, 0), 0u)
        << text << ": " << errorOf(loadMultiplier(text));
}

/// Each wrapper is a call of the reader: a name of any length ends in a
/// sentence.
TEST(WrappersTest, NestingHasALimit) {
  auto nested = [](llvm::StringRef wrapper, size_t count) {
    std::string text;
    for (size_t i = 0; i < count; ++i)
      text += wrapper;
    return text + "exact:2x2" + std::string(count, ')');
  };
  EXPECT_TRUE(take(loadMultiplier(nested("transpose(", 16))).isExact());
  for (size_t count : {17, 100000}) {
    EXPECT_EQ(errorOf(loadMultiplier(nested("transpose(", count))),
              "a multiplier nests more than 16 wrappers, the innermost within "
              "'transpose('");
    EXPECT_EQ(errorOf(loadMultiplier(nested("sign_magnitude(", count))),
              "a multiplier nests more than 16 wrappers, the innermost within "
              "'sign_magnitude('");
  }
}
