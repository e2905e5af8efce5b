//===- GradientTest.cpp - Gradient tables against the formulas ------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "TestUtils.h"
#include <cmath>

using namespace lutra;
using namespace lutra::test;

//===----------------------------------------------------------------------===//
// The formulas, written point by point with real means and no shortcuts
//===----------------------------------------------------------------------===//

namespace {
/// AM along one operand: value of the differentiated operand -> product.
struct Line {
  const Multiplier &m;
  Wrt wrt;
  int partner;
  OperandType type() const { return wrt == Wrt::Lhs ? m.lhs() : m.rhs(); }
  double operator()(int x) const {
    return wrt == Wrt::Lhs ? m(x, partner) : m(partner, x);
  }
};
} // namespace

static double smooth(const Line &line, int x, int h) {
  double sum = 0;
  for (int k = -h; k <= h; ++k)
    sum += line(x + k);
  return sum / (2 * h + 1);
}

static double lut2D(const Line &line, int x, int h, bool paper) {
  int lo = line.type().lo(), hi = line.type().hi();
  // S(x-1) and S(x+1) need x-1-h >= lo and x+1+h <= hi.
  if (x - 1 - h >= lo && x + 1 + h <= hi)
    return (smooth(line, x + 1, h) - smooth(line, x - 1, h)) / 2;
  if (!paper)
    return (line(hi) - line(lo)) / (hi - lo);
  double low = line(lo), high = line(lo);
  for (int v = lo; v <= hi; ++v) {
    low = std::min(low, line(v));
    high = std::max(high, line(v));
  }
  return (high - low) / (hi - lo + 1);
}

/// The slope of the line through the means: covariance over variance.
static double leastSquares(const Line &line) {
  int lo = line.type().lo(), hi = line.type().hi(), n = hi - lo + 1;
  double meanX = 0, meanY = 0, covariance = 0, variance = 0;
  for (int x = lo; x <= hi; ++x) {
    meanX += double(x) / n;
    meanY += line(x) / n;
  }
  for (int x = lo; x <= hi; ++x) {
    covariance += (x - meanX) * (line(x) - meanY);
    variance += (x - meanX) * (x - meanX);
  }
  return covariance / variance;
}

/// Compares a 2-D table with `expected(line, x)` at every operand pair.
template <typename F>
static void expectTable(const Multiplier &m, const char *estimator, Wrt wrt,
                        F expected) {
  std::vector<float> table =
      take(gradientTable2D(m, gradientOf(estimator), wrt));
  ASSERT_EQ(table.size(), m.table().size());
  for (int a = m.lhs().lo(); a <= m.lhs().hi(); ++a)
    for (int b = m.rhs().lo(); b <= m.rhs().hi(); ++b) {
      Line line{m, wrt, wrt == Wrt::Lhs ? b : a};
      double want = expected(line, wrt == Wrt::Lhs ? a : b);
      float got = table[m.lhs().index(a) * m.rhs().size() + m.rhs().index(b)];
      ASSERT_NEAR(got, want, 1e-6 * std::abs(want) + 1e-6)
          << m.name() << " " << estimator << " " << m.lhs().str() << " x "
          << m.rhs().str() << " at " << a << ", " << b;
    }
}

static constexpr Wrt bothOperands[] = {Wrt::Lhs, Wrt::Rhs};

TEST(GradientTest, SteIsThePartner) {
  for (auto [lhs, rhs] : typeMixes())
    for (Wrt wrt : bothOperands)
      expectTable(randomMultiplier(lhs, rhs, 1), "ste", wrt,
                  [](const Line &line, int) { return line.partner; });
}

TEST(GradientTest, Lut2DFollowsTheFormula) {
  for (auto [lhs, rhs] : typeMixes()) {
    Multiplier m = randomMultiplier(lhs, rhs, 2);
    unsigned fits = (std::min(lhs.size(), rhs.size()) - 3) / 2;
    bool bothUnsigned = !lhs.isSigned && !rhs.isSigned;
    for (unsigned h : {0u, 1u, 2u, 16u, fits}) {
      if (h > fits)
        continue;
      std::string spec = "lut-2d:hws=" + std::to_string(h);
      for (Wrt wrt : bothOperands) {
        auto secant = [h](const Line &line, int x) {
          return lut2D(line, x, h, false);
        };
        auto paper = [h](const Line &line, int x) {
          return lut2D(line, x, h, true);
        };
        expectTable(m, (spec + ":boundary=secant").c_str(), wrt, secant);
        if (bothUnsigned) {
          expectTable(m, (spec + ":boundary=paper").c_str(), wrt, paper);
          expectTable(m, spec.c_str(), wrt, paper); // the default
        } else {
          expectTable(m, spec.c_str(), wrt, secant); // the default
        }
      }
    }
  }
}

TEST(GradientTest, Lut1DFollowsTheFormulas) {
  for (auto [lhs, rhs] : typeMixes()) {
    Multiplier m = randomMultiplier(lhs, rhs, 3);
    for (Wrt wrt : bothOperands) {
      expectTable(m, "lut-1d", wrt,
                  [](const Line &line, int) { return leastSquares(line); });
      auto mean = [](const Line &line, int) {
        double sum = 0;
        for (int x = line.type().lo(); x <= line.type().hi(); ++x)
          sum += lut2D(line, x, /*h=*/0, /*paper=*/false);
        return sum / line.type().size();
      };
      expectTable(m, "lut-1d:variant=mean:hws=0:boundary=secant", wrt, mean);
    }
  }
  // The default half window of the mean is 16.
  Multiplier m = randomMultiplier(u(8), u(7), 4);
  expectTable(m, "lut-1d:variant=mean", Wrt::Rhs, [](const Line &line, int) {
    double sum = 0;
    for (int x = 0; x < 128; ++x)
      sum += lut2D(line, x, 16, /*paper=*/true);
    return sum / 128;
  });
}

/// Signed operands are smoothed across zero: bit pattern order would put the
/// jump from 127 to -128 in the middle.
TEST(GradientTest, SignedOperandsInNumericOrder) {
  std::vector<int32_t> table(256 * 4);
  for (int a = -128; a < 128; ++a)
    for (int b = 0; b < 4; ++b)
      table[s(8).index(a) * 4 + b] = a < 0 ? 0 : 3 * a;
  Multiplier m = take(Multiplier::create(s(8), u(2), table, "ramp"));
  std::vector<float> gradient =
      take(gradientTable2D(m, gradientOf("lut-2d:hws=0"), Wrt::Lhs));
  EXPECT_EQ(gradient[s(8).index(-5) * 4], 0);
  EXPECT_EQ(gradient[s(8).index(-1) * 4], 0);
  EXPECT_EQ(gradient[s(8).index(0) * 4], 1.5f);
  EXPECT_EQ(gradient[s(8).index(5) * 4], 3);
  EXPECT_EQ(gradient[s(8).index(-128) * 4], 381.0f / 255);
}

TEST(GradientTest, ExactTablesGiveThePartnerExactly) {
  for (auto [lhs, rhs] : typeMixes()) {
    Multiplier m = multiplierOf("exact:" + lhs.str() + "x" + rhs.str());
    unsigned h = std::min(lhs.size(), rhs.size()) >= 16 ? 4 : 0;
    std::string secant = "lut-2d:boundary=secant:hws=" + std::to_string(h);
    for (std::string spec :
         {std::string("ste"), std::string("lut-1d:variant=ls"), secant})
      for (Wrt wrt : bothOperands) {
        std::vector<float> table =
            take(gradientTable2D(m, gradientOf(spec), wrt));
        for (int a = lhs.lo(); a <= lhs.hi(); ++a)
          for (int b = rhs.lo(); b <= rhs.hi(); ++b)
            ASSERT_EQ(table[lhs.index(a) * rhs.size() + rhs.index(b)],
                      float(wrt == Wrt::Lhs ? b : a))
                << m.name() << " " << spec << " at " << a << ", " << b;
      }
  }
}

TEST(GradientTest, DefaultLut2DHasThePartnersSign) {
  auto sign = [](float value) { return (value > 0) - (value < 0); };
  for (auto [lhs, rhs] : typeMixes()) {
    Multiplier m = multiplierOf("exact:" + lhs.str() + "x" + rhs.str());
    for (Wrt wrt : bothOperands) {
      std::vector<float> table =
          take(gradientTable2D(m, gradientOf("lut-2d:hws=0"), wrt));
      for (int a = lhs.lo(); a <= lhs.hi(); ++a)
        for (int b = rhs.lo(); b <= rhs.hi(); ++b)
          ASSERT_EQ(sign(table[lhs.index(a) * rhs.size() + rhs.index(b)]),
                    sign(float(wrt == Wrt::Lhs ? b : a)))
              << m.name();
    }
  }
}

/// Row 192 of the lost-carry multiplier, by hand.
TEST(GradientTest, LostCarryByHand) {
  Multiplier m = multiplierOf("or_compressed");
  std::vector<float> table =
      take(gradientTable2D(m, gradientOf("lut-2d:hws=16"), Wrt::Rhs));
  const float *row = &table[192 * 256];
  // Largest product 192 * 223, smallest 0.
  for (int x : {0, 16, 239, 255})
    EXPECT_EQ(row[x], 192 * 223 / 256.0f) << x;
  EXPECT_EQ(row[17], 192);
  // Around 100 the upper two of four products have lost 8192.
  EXPECT_FLOAT_EQ(row[100], 192 - 2 * 8192 / 66.0f);
  EXPECT_FLOAT_EQ(row[150], 192);
  // Upper end of the window at 96: one product of the four has lost it.
  EXPECT_FLOAT_EQ(row[79], 192 - 8192 / 66.0f);
  EXPECT_EQ(row[78], 192);
}

TEST(GradientTest, OneDimensionalTables) {
  for (auto [lhs, rhs] : typeMixes()) {
    Multiplier m = randomMultiplier(lhs, rhs, 5);
    for (const char *spec : {"ste", "lut-1d", "lut-1d:variant=mean:hws=0"})
      for (Wrt wrt : bothOperands) {
        OperandType partner = wrt == Wrt::Lhs ? rhs : lhs;
        std::vector<float> table2D =
            take(gradientTable2D(m, gradientOf(spec), wrt));
        std::vector<float> table1D =
            take(gradientTable1D(m, gradientOf(spec), wrt));
        ASSERT_EQ(table1D.size(), partner.size());
        for (size_t i = 0; i < table2D.size(); ++i)
          ASSERT_EQ(table2D[i],
                    table1D[wrt == Wrt::Lhs ? i % rhs.size() : i / rhs.size()]);
      }
  }
  EXPECT_EQ(errorOf(gradientTable1D(multiplierOf("exact"), gradientOf("lut-2d"),
                                    Wrt::Lhs)),
            "estimator 'lut-2d' depends on both operands and has no 1-D table, "
            "only a 2-D one");
}

TEST(GradientSpecTest, CanonicalForm) {
  const std::pair<const char *, const char *> cases[] = {
      {"ste", "ste"},
      {"lut-2d", "lut-2d"},
      {"lut-2d:hws=16", "lut-2d:hws=16"},
      {"rank", "rank:k=1"},
      {"lut-1d:weights=h.json:layer=c1",
       "lut-1d:layer=c1:variant=ls:weights=h.json"},
      {"lut-2d:hws=04:boundary=secant", "lut-2d:boundary=secant:hws=4"},
      {"lut-1d", "lut-1d:variant=ls"},
      {"lut-1d:variant=mean:hws=8", "lut-1d:hws=8:variant=mean"}};
  for (auto [text, canonical] : cases) {
    EXPECT_EQ(gradientOf(text).str(), canonical);
    EXPECT_EQ(gradientOf(canonical).str(), canonical);
  }
  EXPECT_TRUE(gradientOf("ste").isSeparable());
  EXPECT_TRUE(gradientOf("lut-1d").isSeparable());
  EXPECT_FALSE(gradientOf("lut-2d").isSeparable());
}

TEST(GradientSpecTest, ParseErrors) {
  const std::pair<const char *, const char *> cases[] = {
      {"lut2d",
       "unknown gradient estimator 'lut2d'; did you mean 'lut-2d'? "
       "(known: ste, lut-2d, lut-1d, local-ls, rank, table, table-1d)"},
      {"magic",
       "unknown gradient estimator 'magic' (known: ste, lut-2d, lut-1d, "
       "local-ls, rank, table, table-1d)"},
      {"ste:hws=4", "estimator 'ste' has no parameter 'hws' (it takes none)"},
      {"lut-2d:hsw=4", "estimator 'lut-2d' has no parameter 'hsw' (it takes: "
                       "hws, boundary)"},
      {"lut-2d:hws=big", "estimator 'lut-2d' expects a non-negative integer "
                         "for parameter 'hws', got 'big'"},
      {"lut-2d:boundary=mean",
       "estimator 'lut-2d' expects 'paper' or 'secant' for "
       "parameter 'boundary', got 'mean'"},
      {"lut-1d:variant=median", "estimator 'lut-1d' expects 'ls' or 'mean' for "
                                "parameter 'variant', got 'median'"}};
  for (auto [text, message] : cases)
    EXPECT_EQ(errorOf(GradientSpec::parse(text)), message) << text;
}

TEST(GradientSpecTest, VerifyErrors) {
  auto verify = [](OperandType lhs, OperandType rhs, const char *spec) {
    return errorOf(verifyGradientSpec(lhs, rhs, gradientOf(spec)));
  };
  EXPECT_EQ(verify(u(8), u(8), "lut-2d:hws=126"), "");
  EXPECT_EQ(verify(u(8), u(8), "lut-2d:hws=127"),
            "estimator 'lut-2d' of ui8 x ui8 expects hws from 0 to 126 (2 hws "
            "+ 3 <= 256), got 127");
  // The narrower operand decides.
  for (auto [lhs, rhs] : {std::pair(u(8), u(4)), std::pair(u(4), u(8))}) {
    EXPECT_EQ(verify(lhs, rhs, "lut-2d:hws=6"), "");
    EXPECT_NE(verify(lhs, rhs, "lut-2d:hws=7"), "");
    EXPECT_NE(verify(lhs, rhs, "lut-1d:variant=mean:hws=16"), "");
    // The default is the largest that fits.
    EXPECT_EQ(verify(lhs, rhs, "lut-1d:variant=mean"), "");
    EXPECT_EQ(verify(lhs, rhs, "lut-1d"), "");
  }
  for (auto [lhs, rhs] : {std::pair(u(8), s(8)), std::pair(s(8), u(8))})
    EXPECT_EQ(verify(lhs, rhs, "lut-2d:boundary=paper"),
              "estimator 'lut-2d' takes boundary=paper for unsigned operands "
              "only (its sign is wrong for a negative partner), got " +
                  lhs.str() + " x " + rhs.str() + "; use boundary=secant");
  EXPECT_EQ(verify(u(8), u(8), "lut-1d:hws=4"),
            "estimator 'lut-1d' takes 'hws' with variant=mean only");
  EXPECT_EQ(verify(u(8), u(8), "lut-1d:boundary=secant"),
            "estimator 'lut-1d' takes 'boundary' with variant=mean only");
}

TEST(GradientTest, TablesRefuseWhatVerifyRefuses) {
  Multiplier m = multiplierOf("exact:4x4");
  for (Wrt wrt : bothOperands) {
    EXPECT_NE(errorOf(gradientTable2D(m, gradientOf("lut-2d:hws=7"), wrt)), "");
    EXPECT_NE(errorOf(gradientTable1D(
                  m, gradientOf("lut-1d:variant=mean:hws=7"), wrt)),
              "");
  }
}
