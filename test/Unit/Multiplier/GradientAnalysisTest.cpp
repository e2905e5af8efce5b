//===- GradientAnalysisTest.cpp - Estimators compared and factorised ------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/GradientAnalysis.h"
#include "TestUtils.h"
#include "lutra/Multiplier/TableFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include <cmath>

using namespace lutra;
using namespace lutra::test;

static std::vector<double> slopesOf(const Multiplier &m, llvm::StringRef spec,
                                    Wrt wrt) {
  return take(gradientTableF64(m, gradientOf(spec), wrt));
}

/// With an exact table, every estimator but lut-2d's boundary is the partner.
TEST(EstimatorsTest, ExactTablesGiveThePartner) {
  for (auto [lhs, rhs] : typeMixes()) {
    if (lhs.bits < 3 || rhs.bits < 3)
      continue;
    Multiplier m = multiplierOf("exact:" + lhs.str() + "x" + rhs.str());
    for (const char *spec :
         {"local-ls:hws=2", "lut-1d", "rank:k=1:hws=1:boundary=secant"})
      for (Wrt wrt : {Wrt::Lhs, Wrt::Rhs}) {
        std::vector<double> slopes = slopesOf(m, spec, wrt);
        for (uint32_t i = 0; i < slopes.size(); ++i) {
          int32_t partner = wrt == Wrt::Lhs ? rhs.value(i % rhs.size())
                                            : lhs.value(i / rhs.size());
          ASSERT_NEAR(slopes[i], partner, 1e-9) << m.name() << " " << spec;
        }
      }
  }
}

/// The window is clipped at the range, and the line fitted to what is left.
TEST(EstimatorsTest, LocalLeastSquares) {
  Multiplier m = randomMultiplier(u(3), s(4), 9);
  std::vector<double> slopes = slopesOf(m, "local-ls:hws=2", Wrt::Rhs);
  for (int32_t a = 0; a < 8; ++a)
    for (int32_t b = -8; b < 8; ++b) {
      double meanX = 0, meanY = 0, n = 0, top = 0, bottom = 0;
      for (int32_t x = std::max(-8, b - 2); x <= std::min(7, b + 2); ++x, ++n) {
        meanX += x;
        meanY += m(a, x);
      }
      meanX /= n;
      meanY /= n;
      for (int32_t x = std::max(-8, b - 2); x <= std::min(7, b + 2); ++x) {
        top += (x - meanX) * (m(a, x) - meanY);
        bottom += (x - meanX) * (x - meanX);
      }
      ASSERT_NEAR(slopes[a * 16 + (b & 15)], top / bottom, 1e-9);
    }
  EXPECT_EQ(errorOf(verifyGradientSpec(m, gradientOf("local-ls:hws=4"))),
            "estimator 'local-ls' of ui3 x si4 expects hws from 0 to 3 (a "
            "window within 8 values), got 4");
}

TEST(EstimatorsTest, RankIsTheBestOfItsRank) {
  Multiplier m = multiplierOf("or_compressed");
  std::vector<double> full = slopesOf(m, "lut-2d:hws=8", Wrt::Rhs);
  double last = 1;
  for (unsigned k : {1u, 2u, 3u}) {
    std::vector<double> table =
        slopesOf(m, "rank:hws=8:k=" + std::to_string(k), Wrt::Rhs);
    double distance =
        gradientDistance(m, full, table, nullptr).relativeFrobenius;
    EXPECT_LT(distance, last);
    last = distance;
    // A small change of a factor of rank k makes it worse: it is a minimum.
    std::vector<double> other = table;
    for (uint32_t i = 0; i < other.size(); ++i)
      other[i] += 0.01 * table[i];
    EXPECT_GT(gradientDistance(m, full, other, nullptr).relativeFrobenius,
              distance);
  }
  // E has rank 1, so the gradient has rank 3 at most.
  EXPECT_LT(last, 1e-12);
  EXPECT_EQ(errorOf(verifyGradientSpec(m, gradientOf("rank:k=257"))),
            "estimator 'rank' of ui8 x ui8 expects k from 1 to 256, got 257");
}

namespace {
class WeightsTest : public testing::Test {
protected:
  void SetUp() override {
    llvm::SmallString<128> made;
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("lutra-weights", made));
    folder = made.str().str();
  }
  void TearDown() override { llvm::sys::fs::remove_directories(folder); }
  std::string write(const std::string &name, const std::string &text) {
    std::error_code error;
    llvm::raw_fd_ostream os(folder + "/" + name, error);
    os << text;
    return folder + "/" + name;
  }
  std::string folder;
};
} // namespace

/// Weights on two values make the slope the secant between them.
TEST_F(WeightsTest, WeightedSlopeIsTheSecantOfTwoValues) {
  Multiplier m = randomMultiplier(u(2), u(3), 4);
  std::string path = write(
      "h.json", R"({"lhs": [0, 3, 0, 5], "rhs": [0, 0, 1, 0, 0, 0, 2, 0]})");
  std::vector<double> slopes = slopesOf(m, "lut-1d:weights=" + path, Wrt::Rhs);
  for (int32_t a = 0; a < 4; ++a)
    EXPECT_NEAR(slopes[a * 8], (m(a, 6) - m(a, 2)) / 4.0, 1e-9);
  slopes = slopesOf(m, "lut-1d:weights=" + path, Wrt::Lhs);
  for (int32_t b = 0; b < 8; ++b)
    EXPECT_NEAR(slopes[b], (m(3, b) - m(1, b)) / 2.0, 1e-9);
  // Uniform weights are none.
  std::string uniform =
      write("u.json", R"({"lhs": [2,2,2,2], "rhs": [1,1,1,1,1,1,1,1]})");
  std::vector<double> plain = slopesOf(m, "lut-1d", Wrt::Rhs);
  slopes = slopesOf(m, "lut-1d:weights=" + uniform, Wrt::Rhs);
  for (size_t i = 0; i < plain.size(); ++i)
    EXPECT_NEAR(slopes[i], plain[i], 1e-9);
  EXPECT_EQ(errorOf(verifyGradientSpec(u(8), u(8),
                                       gradientOf("lut-1d:weights=" + path)))
                .rfind("estimator 'lut-1d' of ui8 x ui8 is given weights of "
                       "ui2 x ui3 operands by ",
                       0),
            0u);
  EXPECT_EQ(errorOf(verifyGradientSpec(m, gradientOf("lut-1d:layer=c1"))),
            "estimator 'lut-1d' takes 'layer' with 'weights' only");
}

/// A weighted rank 1 is exact where all the weight is.
TEST_F(WeightsTest, WeightedRankFollowsTheWeights) {
  Multiplier m = multiplierOf("or_compressed:4x4");
  std::string path =
      write("h.json", R"({"lhs": [0,0,0,0,0,0,0,0,0,0,0,0,1,0,0,0],
                    "rhs": [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]})");
  std::vector<double> full = slopesOf(m, "lut-2d:hws=2", Wrt::Rhs);
  std::vector<double> table =
      slopesOf(m, "rank:k=1:hws=2:weights=" + path, Wrt::Rhs);
  for (uint32_t b = 0; b < 16; ++b)
    EXPECT_NEAR(table[12 * 16 + b], full[12 * 16 + b], 1e-3);
}

TEST_F(WeightsTest, UserTables) {
  Multiplier m = multiplierOf("truncated:2x3:drop=2");
  std::vector<float> lhs, rhs;
  for (uint32_t i = 0; i < 32; ++i) {
    lhs.push_back(float(i) / 4);
    rhs.push_back(-float(i));
  }
  std::string a = folder + "/a.npy", b = folder + "/b.npy";
  ASSERT_EQ(errorOf(saveGradientFile(lhs, {4, 8}, a)), "");
  ASSERT_EQ(errorOf(saveGradientFile(rhs, {4, 8}, b)), "");
  std::string spec = "table:lhs=" + a + ":rhs=" + b;
  EXPECT_EQ(take(gradientTable2D(m, gradientOf(spec), Wrt::Lhs)), lhs);
  EXPECT_EQ(take(gradientTable2D(m, gradientOf(spec), Wrt::Rhs)), rhs);
  EXPECT_FALSE(gradientOf(spec).isSeparable());
  // The authors' text sections.
  std::string text = folder + "/g.txt";
  ASSERT_EQ(errorOf(saveGradientSections(m, lhs, rhs, text)), "");
  EXPECT_EQ(
      take(gradientTable2D(m, gradientOf("table:file=" + text), Wrt::Lhs)),
      lhs);
  // One slope per value of the other operand.
  ASSERT_EQ(errorOf(saveGradientFile({0, 1, 2, 3, 4, 5, 6, 7}, {8}, a)), "");
  ASSERT_EQ(errorOf(saveGradientFile({0, 2, 4, 6}, {4}, b)), "");
  GradientSpec flat = gradientOf("table-1d:lhs=" + a + ":rhs=" + b);
  EXPECT_TRUE(flat.isSeparable());
  EXPECT_EQ(take(gradientTable1D(m, flat, Wrt::Lhs)),
            (std::vector<float>{0, 1, 2, 3, 4, 5, 6, 7}));
  EXPECT_EQ(take(gradientTable1D(m, flat, Wrt::Rhs)),
            (std::vector<float>{0, 2, 4, 6}));
  EXPECT_EQ(take(gradientTable2D(m, flat, Wrt::Rhs))[3 * 8 + 5], 6);

  EXPECT_EQ(errorOf(verifyGradientSpec(m, gradientOf(spec))),
            "estimator 'table': file '" + a +
                "' has shape (8,), expects (4, 8)");
  ASSERT_EQ(errorOf(saveGradientFile(std::vector<float>(32, std::nanf("")),
                                     {4, 8}, a)),
            "");
  EXPECT_EQ(errorOf(verifyGradientSpec(m, gradientOf(spec))),
            "estimator 'table': file '" + a +
                "' expects finite values, got NaN at [0, 0]");
  EXPECT_EQ(errorOf(verifyGradientSpec(m, gradientOf("table:lhs=" + a))),
            "estimator 'table' expects lhs=FILE.npy and rhs=FILE.npy, or "
            "file=FILE.txt with both gradient sections");
  EXPECT_EQ(errorOf(verifyGradientSpec(
                m, gradientOf("table:file=" + folder + "/no.txt"))),
            "estimator 'table': cannot read file '" + folder +
                "/no.txt': No such file or directory");
}

TEST(GradientAnalysisTest, DistanceByHand) {
  Multiplier m = multiplierOf("exact:2x2");
  std::vector<double> g(16, 2), f(16, 2);
  f[3] = -4;
  GradientDistance distance = gradientDistance(m, g, f, nullptr);
  EXPECT_NEAR(distance.relativeFrobenius, std::sqrt(36.0 / 64), 1e-12);
  EXPECT_EQ(distance.maximum, 6);
  EXPECT_NEAR(distance.mean, -6.0 / 16, 1e-12);
  EXPECT_NEAR(distance.signDisagreement, 1.0 / 16, 1e-12);
  EXPECT_EQ(distance.correlation, 0);
}

TEST(GradientAnalysisTest, ScoreOfAnExactTableIsItsBoundary) {
  // Secant slopes of an exact table are exact, wherever the window is.
  for (const HalfWindowScore &score :
       take(scoreHalfWindows(multiplierOf("exact:s8xs8"), nullptr)))
    EXPECT_NEAR(score.error, 0, 1e-9);
  EXPECT_EQ(take(scoreHalfWindows(multiplierOf("exact:8x4"), nullptr)).size(),
            3u); // 1, 2, 4
  // Noise is best smoothed much.
  std::vector<HalfWindowScore> scores =
      take(scoreHalfWindows(randomMultiplier(u(8), u(8), 1), nullptr));
  EXPECT_LT(scores.back().error, scores.front().error);
}

TEST(GradientAnalysisTest, ScoreFollowsTheFormula) {
  Multiplier multiplier = randomMultiplier(s(5), u(4), 7);
  OperandDistribution distribution;
  distribution.lhsType = s(5);
  distribution.rhsType = u(4);
  for (int i = 0; i < 32; ++i)
    distribution.lhs.push_back(i % 5);
  for (int i = 0; i < 16; ++i)
    distribution.rhs.push_back(1 + i % 3);
  for (const OperandDistribution *weights :
       {static_cast<OperandDistribution *>(nullptr), &distribution}) {
    std::vector<HalfWindowScore> scores =
        take(scoreHalfWindows(multiplier, weights));
    ASSERT_EQ(scores.size(), 3u);
    for (const HalfWindowScore &score : scores) {
      GradientSpec spec = take(GradientSpec::parse(
          "lut-2d:hws=" + std::to_string(score.halfWindow)));
      auto byA = take(gradientTableF64(multiplier, spec, Wrt::Lhs));
      auto byB = take(gradientTableF64(multiplier, spec, Wrt::Rhs));
      double sum = 0, total = 0;
      for (int a = -16; a < 16; ++a)
        for (int b = 0; b < 16; ++b)
          for (int d : {-16, -8, -4, -2, -1, 1, 2, 4, 8, 16}) {
            size_t i = size_t(a & 31) * 16 + size_t(b);
            double p = weights ? weights->lhs[a & 31] * weights->rhs[b] : 1;
            double change;
            if (a + d >= -16 && a + d < 16) {
              change = multiplier(a + d, b) - multiplier(a, b);
              sum += p * std::abs(d) * std::pow(byA[i] - change / d, 2);
              total += p * std::abs(d);
            }
            if (b + d >= 0 && b + d < 16) {
              change = multiplier(a, b + d) - multiplier(a, b);
              sum += p * std::abs(d) * std::pow(byB[i] - change / d, 2);
              total += p * std::abs(d);
            }
          }
      EXPECT_NEAR(score.error, std::sqrt(sum / total), 1e-9 * score.error);
    }
  }
}

TEST(GradientAnalysisTest, FactorsGiveTheTable) {
  for (const char *spec : {"or_compressed", "truncated:6x8:drop=7",
                           "drum:s6xs5:k=3", "mitchell:8x8", "exact:s8xu8"})
    for (const char *estimator : {"lut-2d:hws=1", "lut-2d:hws=4"})
      for (Wrt wrt : {Wrt::Lhs, Wrt::Rhs}) {
        Multiplier m = multiplierOf(spec);
        GradientFactors factors =
            take(factorizeGradient(m, gradientOf(estimator), wrt));
        std::vector<double> table = slopesOf(m, estimator, wrt);
        size_t columns = m.rhs().size();
        for (size_t i = 0; i < table.size(); ++i) {
          double sum = 0;
          for (unsigned j = 0; j < factors.rank; ++j)
            sum += factors.u[i / columns * factors.rank + j] *
                   factors.v[j * columns + i % columns];
          ASSERT_NEAR(sum, table[i], 1e-9 * (1 + std::abs(table[i])));
        }
      }
  EXPECT_EQ(take(factorizeGradient(multiplierOf("or_compressed"),
                                   gradientOf("lut-2d"), Wrt::Lhs))
                .rank,
            3u);
  EXPECT_EQ(errorOf(factorizeGradient(multiplierOf("exact"), gradientOf("ste"),
                                      Wrt::Lhs)),
            "lut-2d alone has exact gradient factors, got 'ste'");
}

TEST(GradientAnalysisTest, TruncationErrorsFall) {
  std::vector<double> table =
      slopesOf(multiplierOf("or_compressed"), "lut-2d:hws=8", Wrt::Lhs);
  std::vector<TruncationError> errors =
      truncationErrors(table, 256, 256, {1, 2, 3, 8});
  ASSERT_EQ(errors.size(), 8u);
  EXPECT_GT(errors[0].relativeFrobenius, errors[1].relativeFrobenius);
  EXPECT_LT(errors[2].relativeFrobenius, 1e-6); // f32 of rank 3
  EXPECT_EQ(errors[6].k, 3u);
  EXPECT_EQ(std::string(errors[6].format), "bf16");
  // Eight bits of significand.
  EXPECT_LT(errors[6].relativeFrobenius, 1.0 / 128);
  EXPECT_GT(errors[6].relativeFrobenius, 1e-4);
}
