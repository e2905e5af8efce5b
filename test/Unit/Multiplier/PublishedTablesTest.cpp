//===- PublishedTablesTest.cpp - Published tables, where they are at hand -===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The tables are not part of the repository; the tests are skipped, visibly,
// without them.
//
//===----------------------------------------------------------------------===//
#include "TestUtils.h"
#include "lutra/Multiplier/Metrics.h"
#include "llvm/Support/FileSystem.h"

using namespace lutra;
using namespace lutra::test;

static const std::string folder = LUTRA_SHARED_DIR "/data/multipliers";

#define REQUIRE_TABLES()                                                       \
  if (!llvm::sys::fs::is_directory(folder))                                    \
  GTEST_SKIP() << "no published tables in " << folder

static Multiplier published(llvm::StringRef name) {
  return take(loadMultiplier(folder + "/mul8u_" + name.str() + ".bin"));
}

TEST(PublishedTablesTest, AllLoad) {
  REQUIRE_TABLES();
  std::error_code error;
  unsigned count = 0;
  for (llvm::sys::fs::directory_iterator it(folder, error), end;
       it != end && !error; it.increment(error)) {
    if (!llvm::StringRef(it->path()).ends_with(".bin"))
      continue;
    Multiplier m = take(loadMultiplier(it->path()));
    EXPECT_EQ(m.lhs(), u(8));
    EXPECT_EQ(m.rhs(), u(8));
    ++count;
  }
  EXPECT_GE(count, 20u);
}

TEST(PublishedTablesTest, KnownEntries) {
  REQUIRE_TABLES();
  Multiplier exact = published("1JFF");
  EXPECT_TRUE(exact.isExact());
  EXPECT_EQ(exact.hash(), multiplierOf("exact").hash());
  EXPECT_EQ(published("2AC")(0, 0), 32);
  EXPECT_EQ(published("2HH")(0, 0), 64);
  EXPECT_EQ(published("199Z").bounds().max, 0); // the constant 0
}

/// The figures in the head of EvoApproxLib's own mul8u_2AC.c.
TEST(PublishedTablesTest, MetricsOfEvoApproxLib) {
  REQUIRE_TABLES();
  ErrorMetrics metrics = computeErrorMetrics(published("2AC"));
  EXPECT_NEAR(metrics.meanErrorDistance, 25, 0.5);               // MAE
  EXPECT_EQ(metrics.worstCaseErrorDistance, 79);                 // WCE
  EXPECT_EQ(metrics.worstCaseRelativeErrorDistance, 31);         // WCRE%
  EXPECT_NEAR(metrics.errorRate, 0.9812, 5e-5);                  // EP%
  EXPECT_NEAR(metrics.meanRelativeErrorDistance, 0.0125, 5e-5);  // MRE%
  EXPECT_NEAR(metrics.meanSquaredError, 892, 0.5);               // MSE
  EXPECT_NEAR(metrics.meanErrorDistance / 65536, 0.00037, 5e-6); // MAE%
}

/// The lost carry is what most of mul8u_JQQ's error is made of: where bit 7 of
/// the second operand is 0, it loses 2^13 just where or_compressed does.
TEST(PublishedTablesTest, LostCarryOfJQQ) {
  REQUIRE_TABLES();
  Multiplier jqq = published("JQQ");
  EXPECT_EQ(jqq(192, 96) - 192 * 96, -8192);
  EXPECT_EQ(jqq(255, 100) - 255 * 100, -8192);
  EXPECT_EQ(jqq(192, 224) - 192 * 224, 0);
  EXPECT_EQ(jqq(96, 192) - 96 * 192, 0);
}
