//===- ExternalToolTest.cpp - Programs, and what they may not do ----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "../../../lib/Multiplier/External/ExternalTool.h"
#include "TestFiles.h"
#include <chrono>
#include <csignal>
#include <thread>
#include <unistd.h>

using namespace lutra;
using namespace lutra::external;
using namespace lutra::test;

namespace {
/// A shell in a scratch folder.
class ExternalToolTest : public FileTest {
protected:
  void SetUp() override {
    LUTRA_NEEDS_PROGRAM("sh");
    FileTest::SetUp();
    scratch.emplace(take(ScratchFolder::create()));
    call.name = "the shell";
    call.path = *findTool({"sh"});
    call.timeLimitSeconds = 20;
  }
  void TearDown() override {
    scratch.reset();
    FileTest::TearDown();
  }
  llvm::Expected<ToolOutput> run(const std::string &script) {
    call.arguments = {"-c", script};
    return runTool(call, *scratch);
  }

  std::optional<ScratchFolder> scratch;
  ToolCall call;
};
} // namespace

TEST_F(ExternalToolTest, OutputAndFiles) {
  ASSERT_EQ(errorOf(scratch->write("a/b.txt", "hello")), "");
  ToolOutput output = take(run("cat a/b.txt; echo oops >&2; echo x > c.txt"));
  EXPECT_EQ(output.output, "hello");
  EXPECT_EQ(output.errors, "oops\n");
  EXPECT_EQ(take(scratch->read("c.txt", 100)), "x\n");
  EXPECT_EQ(take(scratch->read("c.txt", 1)), "x");
  EXPECT_NE(errorOf(scratch->read("none", 100)), "");
}

TEST_F(ExternalToolTest, FolderIsRemoved) {
  std::string path = scratch->path();
  take(run("mkdir -p x/y; echo z > x/y/z; ln -s / root"));
  EXPECT_TRUE(llvm::sys::fs::exists(path));
  scratch.reset();
  EXPECT_FALSE(llvm::sys::fs::exists(path));
}

TEST_F(ExternalToolTest, EnvironmentAndInput) {
  setenv("LUTRA_SECRET", "secret", 1);
  ToolOutput output = take(run("env; cat; pwd"));
  unsetenv("LUTRA_SECRET");
  EXPECT_EQ(output.output.find("secret"), std::string::npos);
  EXPECT_NE(output.output.find("TMPDIR=" + scratch->path() + "\n"),
            std::string::npos);
  EXPECT_TRUE(llvm::StringRef(output.output).ends_with(scratch->path() + "\n"))
      << output.output;
}

TEST_F(ExternalToolTest, Failures) {
  EXPECT_EQ(errorOf(run("echo one; echo an error: here >&2; echo two >&2; "
                        "exit 3")),
            "was refused by the shell: an error: here");
  EXPECT_EQ(errorOf(run("echo nothing special; exit 1")),
            "was refused by the shell: nothing special");
  EXPECT_EQ(errorOf(run("exit 1")),
            "was refused by the shell: it says nothing");
  EXPECT_EQ(errorOf(run("kill -SEGV $$")),
            "made the shell end by a signal (Segmentation fault)");
  call.outputLimit = 1000;
  EXPECT_EQ(errorOf(run("while :; do echo again; done")),
            "made the shell write more than 1000 bytes");
  call.fileLimit = 1 << 16;
  EXPECT_NE(errorOf(run("while :; do echo again; done > big")), "");
  EXPECT_LE(take(scratch->read("big", 1 << 20)).size(), size_t(1) << 16);
  call.path = path("none");
  EXPECT_EQ(errorOf(run("")), "was refused by the shell: could not be started");
}

/// What it started is ended with it.
TEST_F(ExternalToolTest, TimeLimitEndsDescendants) {
  call.timeLimitSeconds = 0.3;
  EXPECT_EQ(errorOf(run("(sleep 1; echo late > late.txt) & sleep 30")),
            "took the shell more than 0.3 s");
  std::this_thread::sleep_for(std::chrono::milliseconds(1200));
  EXPECT_NE(errorOf(scratch->read("late.txt", 100)), "");
}

/// Closing its output does not let a program run on.
TEST_F(ExternalToolTest, TimeLimitWithoutOutput) {
  call.timeLimitSeconds = 0.3;
  EXPECT_EQ(errorOf(run("exec >&- 2>&-; while :; do :; done")),
            "took the shell more than 0.3 s");
}

TEST_F(ExternalToolTest, WritesNowhereElse) {
  if (!availableGuards().landlock)
    GTEST_SKIP() << "this system has no Landlock";
  write("victim", "untouched");
  for (const std::string &action :
       {"echo x > " + path("evil"), "echo x > " + path("victim"),
        "rm " + path("victim"), "mkdir " + path("evil"),
        "ln -s / " + path("evil"), "mv " + path("victim") + " " + path("evil"),
        "ln -s " + path("") + " link && echo x > link/evil"}) {
    EXPECT_NE(errorOf(run(action)), "") << action;
    EXPECT_FALSE(exists("evil")) << action;
    EXPECT_EQ(read("victim"), "untouched") << action;
  }
  take(run("echo x > /dev/null && cat " + path("victim")));
}

static volatile std::sig_atomic_t interruptions = 0;
static bool folderWasThere = false;
static std::string watchedFolder;

TEST_F(ExternalToolTest, SignalsEndItAndAreHeardWhenTheFolderIsGone) {
  struct sigaction before, action = {};
  action.sa_handler = [](int) {
    ++interruptions;
    folderWasThere = access(watchedFolder.c_str(), F_OK) == 0;
  };
  scratch.reset();
  sigaction(SIGINT, &action, &before);
  scratch.emplace(take(ScratchFolder::create()));
  watchedFolder = scratch->path();
  std::thread sender([] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    kill(getpid(), SIGINT);
  });
  // Its group goes with it: the pipe's end is seen only then.
  EXPECT_EQ(errorOf(run("sleep 15 & sleep 15")),
            "was not read to its end: the shell was interrupted by a signal");
  sender.join();
  EXPECT_EQ(interruptions, 0);
  scratch.reset();
  EXPECT_EQ(interruptions, 1);
  EXPECT_FALSE(folderWasThere);
  // The next one is not stopped by what came before.
  scratch.emplace(take(ScratchFolder::create()));
  EXPECT_EQ(take(run("echo on")).output, "on\n");
  scratch.reset();
  sigaction(SIGINT, &before, nullptr);
  EXPECT_EQ(interruptions, 1);
}

TEST_F(ExternalToolTest, IgnoredSignalsStayIgnored) {
  scratch.reset();
  struct sigaction before, action = {};
  action.sa_handler = SIG_IGN;
  sigaction(SIGHUP, &action, &before);
  scratch.emplace(take(ScratchFolder::create()));
  kill(getpid(), SIGHUP);
  EXPECT_EQ(take(run("echo on")).output, "on\n");
  scratch.reset();
  sigaction(SIGHUP, &before, nullptr);
}
