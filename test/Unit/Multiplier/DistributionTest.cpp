//===- DistributionTest.cpp - Operand distributions from files ------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Distribution.h"
#include "TestUtils.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/raw_ostream.h"
#include <cmath>

using namespace lutra;
using namespace lutra::test;
using llvm::StringRef;

namespace {
/// A file that holds `text` while the test runs.
class DistributionTest : public ::testing::Test {
protected:
  std::string write(StringRef text) {
    int descriptor;
    llvm::SmallString<128> path;
    EXPECT_FALSE(llvm::sys::fs::createTemporaryFile("distribution", "json",
                                                    descriptor, path));
    llvm::raw_fd_ostream(descriptor, /*shouldClose=*/true) << text;
    removers.push_back(std::make_unique<llvm::FileRemover>(path));
    return std::string(path);
  }
  std::string errorOfText(StringRef text, StringRef layer = "") {
    return errorOf(loadDistribution(write(text), layer));
  }

private:
  std::vector<std::unique_ptr<llvm::FileRemover>> removers;
};
} // namespace

static const char twoLayers[] =
    R"({"layers": {
      "c1": {"policy": "approximate", "macs": 30, "operands": ["ui2", "si2"],
             "lhs": [1, 1, 2, 0], "rhs": [0, 0, 5, 5]},
      "f1": {"policy": "int8", "macs": 10, "operands": ["ui2", "si2"],
             "lhs": [0, 0, 0, 7], "rhs": [1, 0, 0, 0]},
      "f2": {"policy": "float", "macs": 1000}}})";

TEST_F(DistributionTest, OneLayerAndAllByMACs) {
  std::string path = write(twoLayers);
  OperandDistribution c1 = take(loadDistribution(path, "c1"));
  EXPECT_EQ(c1.lhsType, u(2));
  EXPECT_EQ(c1.rhsType, s(2));
  EXPECT_EQ(c1.lhs, std::vector<double>({1, 1, 2, 0}));
  EXPECT_EQ(c1.rhs, std::vector<double>({0, 0, 5, 5}));
  // The text form names the layer behind a colon.
  EXPECT_EQ(take(loadDistribution(path + ":c1")).lhs, c1.lhs);

  // Relative frequencies, 30 : 10; the float layer takes no part.
  OperandDistribution all = take(loadDistribution(path));
  EXPECT_EQ(all.lhs, std::vector<double>({7.5, 7.5, 15, 10}));
  EXPECT_EQ(all.rhs, std::vector<double>({10, 0, 15, 15}));
}

TEST_F(DistributionTest, MetricsUnderOneByHand) {
  // Kulkarni's 2x2 block, 3 * 3 = 7, whose first operand is 3 in a quarter of
  // all cases and whose second is 3 in half of them.
  std::vector<int32_t> table;
  for (int a = 0; a < 4; ++a)
    for (int b = 0; b < 4; ++b)
      table.push_back(a == 3 && b == 3 ? 7 : a * b);
  Multiplier m = take(Multiplier::create(u(2), u(2), table, "2x2"));
  OperandDistribution distribution = take(
      loadDistribution(write(R"({"lhs": [3, 3, 0, 2], "rhs": [0, 1, 0, 1]})")));
  ErrorMetrics metrics = take(computeErrorMetrics(m, distribution));
  EXPECT_DOUBLE_EQ(metrics.errorRate, 0.125);
  EXPECT_DOUBLE_EQ(metrics.bias, -0.25);
  EXPECT_EQ(metrics.worstCaseErrorDistance, 2);

  EXPECT_NE(
      errorOf(computeErrorMetrics(multiplierOf("exact:2x4"), distribution))
          .find("is of ui2 x ui2 operands, but 'exact:2x4' takes ui2 x "
                "ui4"),
      std::string::npos);
}

TEST_F(DistributionTest, Errors) {
  auto expect = [&](StringRef text, StringRef message, StringRef layer = "") {
    std::string error = errorOfText(text, layer);
    EXPECT_NE(error.find(message.str()), std::string::npos) << error;
  };
  expect("{", "is not JSON");
  expect("[]", "expects an object with 'layers', or with 'lhs' and 'rhs'");
  expect("{}", "expects an object with 'layers'");
  expect(twoLayers, "has no layer 'c2' (known: c1, f1, f2)", "c2");
  expect(twoLayers, "has no operand counts: it is not quantised", "f2");
  expect(R"({"lhs": [1, 1, 1, 1]})", "expects 'rhs' to be an array of counts");
  expect(R"({"lhs": [1, 1, 1, 1], "rhs": [1, 1, 1]})",
         "expects 2^2 to 2^12 counts in 'rhs', got 3");
  expect(R"({"operands": ["ui2", "ui3"], "lhs": [1, 1, 1, 1],
             "rhs": [1, 1, 1, 1]})",
         "expects 8 counts in 'rhs' for ui3, got 4");
  expect(R"({"operands": ["ui2"], "lhs": [1, 1, 1, 1], "rhs": [1, 1, 1, 1]})",
         "expects 'operands' to be two types");
  expect(R"({"lhs": [1, -1, 1, 1], "rhs": [1, 1, 1, 1]})",
         "not negative, which entry 1 is not");
  expect(R"({"lhs": [1, "x", 1, 1], "rhs": [1, 1, 1, 1]})", "entry 1 is not");
  expect(R"({"lhs": [0, 0, 0, 0], "rhs": [1, 1, 1, 1]})", "positive, finite");
  expect(R"({"lhs": [1e308, 1e308, 1e308, 0], "rhs": [1, 1, 1, 1]})",
         "positive, finite");
  expect(R"({"lhs": [1, 1, 1, 1], "rhs": [1, 1, 1, 1]})", "has no layers",
         "c1");
  expect(R"({"layers": {"a": {"lhs": [1,1,1,1], "rhs": [1,1,1,1]}}})",
         "expects 'macs'");
  expect(R"({"layers": {"a": 1}})", "layer 'a' of");
  expect(R"({"layers": {"a": {"policy": "float", "macs": 1}}})",
         "is quantised");
  expect(R"({"layers": {
            "a": {"macs": 1, "lhs": [1,1,1,1], "rhs": [1,1,1,1]},
            "b": {"macs": 1, "lhs": [1,1,1,1], "rhs": [1,1,1,1,1,1,1,1]}}})",
         "have different operand types, ui2 x ui2 and ui2 x ui3: name a layer");
  EXPECT_NE(errorOf(loadDistribution("/no/such/file.json")).find("cannot read"),
            std::string::npos);
}

/// Deep nesting is refused before the parser recurses into it.
TEST_F(DistributionTest, DeepNesting) {
  EXPECT_NE(errorOfText(std::string(1000000, '[')).find("nests more than 64"),
            std::string::npos);
  // Brackets in texts do not count.
  std::string text =
      R"({"note": "\\\"[[[", "lhs": [1, 1, 1, 1], "rhs": [1, 1, 1, 1],)";
  text += "\"more\": \"" + std::string(1000, '[') + "\"}";
  EXPECT_EQ(errorOfText(text), "");
}

/// Damaged files are refused or are distributions; nothing in between.
TEST_F(DistributionTest, DamagedFiles) {
  std::mt19937 engine(1);
  auto below = [&](size_t limit) {
    return std::uniform_int_distribution<size_t>(0, limit - 1)(engine);
  };
  const StringRef pieces[] = {"[",    "]",       "{",   "}",       ",",
                              ":",    "\"",      "-1",  "1e999",   "0",
                              "null", "\"lhs\"", "ui8", "\\u0000", "\xff"};
  unsigned accepted = 0;
  for (int round = 0; round < 2000; ++round) {
    std::string text = twoLayers;
    for (size_t change = 0, count = 1 + below(3); change < count; ++change) {
      size_t at = below(text.size());
      switch (below(3)) {
      case 0:
        text.erase(at, 1 + below(20));
        break;
      case 1:
        text.insert(at, pieces[below(std::size(pieces))].str());
        break;
      default:
        text[at] = char(below(256));
      }
    }
    auto distribution = loadDistribution(write(text), below(2) ? "" : "c1");
    if (!distribution) {
      EXPECT_FALSE(llvm::toString(distribution.takeError()).empty());
      continue;
    }
    ++accepted;
    EXPECT_EQ(distribution->lhs.size(), distribution->lhsType.size());
    EXPECT_EQ(distribution->rhs.size(), distribution->rhsType.size());
    for (double weight : distribution->lhs)
      EXPECT_TRUE(std::isfinite(weight) && weight >= 0);
  }
  // Both happen.
  EXPECT_GT(accepted, 100u);
  EXPECT_LT(accepted, 1900u);
}
