//===- ImportTest.cpp - C API: multipliers from files and to files --------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "TestSupport.h"
#include <cstdio>
#include <unistd.h>

namespace {
/// A path of its own, removed with the test.
struct TemporaryFile {
  std::string path;
  explicit TemporaryFile(const char *suffix) {
    const char *folder = std::getenv("TMPDIR");
    path = std::string(folder ? folder : "/tmp") + "/lutra-capi-" +
           std::to_string(getpid()) + suffix;
  }
  ~TemporaryFile() { std::remove(path.c_str()); }
};
} // namespace

TEST(Import, SavesAndImports) {
  TemporaryFile file(".axm");
  MultiplierPtr m(lutraMultiplierImport("truncated:4x3:drop=2", nullptr));
  ASSERT_NE(m, nullptr) << lutraLastError();
  ASSERT_EQ(lutraMultiplierSave(m.get(), file.path.c_str(),
                                R"({"factors": true, "gradients": ["ste"]})"),
            0)
      << lutraLastError();
  MultiplierPtr again(
      lutraMultiplierImport(file.path.c_str(), R"({"transpose": true})"));
  ASSERT_NE(again, nullptr) << lutraLastError();
  std::string info = takeString(lutraMultiplierInfo(again.get()));
  EXPECT_TRUE(contains(info, R"("lhs":"ui3")")) << info;
  EXPECT_TRUE(contains(info, R"("operand_order":"transposed")")) << info;
}

TEST(Import, PassesWarningsOn) {
  TemporaryFile file(".bin");
  MultiplierPtr m(lutraMultiplierLoad("exact:s8xs8"));
  ASSERT_EQ(lutraMultiplierSave(m.get(), file.path.c_str(), nullptr), 0)
      << lutraLastError();
  EXPECT_EQ(takeString(lutraMultiplierWarnings(m.get())), "[]");
  MultiplierPtr wrong(lutraMultiplierLoad(file.path.c_str()));
  EXPECT_EQ(takeString(lutraMultiplierWarnings(wrong.get())),
            R"(["read as ui8 x ui8 the mean |AM - a b| is 32512.00, but read )"
            R"(as si8 x si8 it would be 0.00: if that is meant, state the )"
            R"(operand types"])");
  MultiplierPtr right(
      lutraMultiplierImport(file.path.c_str(), R"({"signed": true})"));
  EXPECT_EQ(takeString(lutraMultiplierWarnings(right.get())), "[]");
  EXPECT_EQ(lutraMultiplierWarnings(nullptr), nullptr);
}

TEST(Import, RefusesWhatIsWrong) {
  EXPECT_EQ(lutraMultiplierImport(nullptr, nullptr), nullptr);
  EXPECT_TRUE(contains(lutraLastError(), "argument 'text' is null"));
  EXPECT_EQ(lutraMultiplierImport("exact", "{"), nullptr);
  EXPECT_TRUE(contains(lutraLastError(), "options are not JSON"));
  EXPECT_EQ(lutraMultiplierImport("exact", "[]"), nullptr);
  EXPECT_TRUE(contains(lutraLastError(), "options are no JSON object"));
  EXPECT_EQ(lutraMultiplierImport("exact", R"({"bit": 8})"), nullptr);
  EXPECT_TRUE(contains(lutraLastError(),
                       "unknown import option 'bit'; did you mean 'bits'?"));
  MultiplierPtr m(lutraMultiplierLoad("exact:4x4"));
  ASSERT_NE(m, nullptr) << lutraLastError();
  EXPECT_NE(lutraMultiplierSave(nullptr, "m.axm", nullptr), 0);
  EXPECT_NE(lutraMultiplierSave(m.get(), nullptr, nullptr), 0);
  EXPECT_NE(lutraMultiplierSave(m.get(), "m.axm", R"({"gradients": [1]})"), 0);
  EXPECT_TRUE(contains(lutraLastError(), "got 'gradients'"));
  EXPECT_NE(lutraMultiplierSave(m.get(), "m.axm", R"({"factor": true})"), 0);
  EXPECT_NE(lutraMultiplierSave(m.get(), "/no/such/folder/m.axm", nullptr), 0);
  EXPECT_TRUE(contains(lutraLastError(), "cannot write file"));
}
