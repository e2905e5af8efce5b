//===- RuntimeEntriesTest.cpp - The compiler's view of the ABI ------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "RuntimeEntries.h"
#include "lutra_runtime.h"
#include "gtest/gtest.h"

using namespace lutra;

/// Compiler and runtime read the same file, but are built and shipped apart.
TEST(RuntimeEntries, AreThoseOfTheLibrary) {
  int64_t index = 0;
  for (const RuntimeEntry &entry : getRuntimeEntries()) {
    const lutra_rt_entry_info *info = lutra_rt_entry(index++);
    ASSERT_NE(info, nullptr);
    EXPECT_EQ("lutra_rt_" + entry.name.str(), info->name);
    EXPECT_EQ(std::string(entry.parameters.begin(), entry.parameters.end()),
              info->parameters);
  }
  EXPECT_EQ(lutra_rt_entry(index), nullptr);
  EXPECT_GE(index, 13);
}

TEST(RuntimeEntries, KnowWhatIsWritten) {
  const RuntimeEntry &entry = getRuntimeEntry("matmul_f32");
  // context, stream, accumulate, four sizes, then A, B and C with three
  // strides.
  EXPECT_EQ(std::string(entry.parameters.begin(), entry.parameters.end()),
            "ppi"
            "iiii"
            "ciii"
            "ciii"
            "piii");
}
