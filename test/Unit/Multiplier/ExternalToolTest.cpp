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
  take(run("echo x > /dev/null"));
}

/// Neither what users keep nor what other processes are: the system's files and
/// its own folder.
TEST_F(ExternalToolTest, ReadsNowhereElse) {
  if (!availableGuards().landlock)
    GTEST_SKIP() << "this system has no Landlock";
  write("secret", "secret");
  ASSERT_EQ(errorOf(scratch->write("own", "own")), "");
  EXPECT_EQ(take(run("cat own")).output, "own");
  for (const std::string &action :
       {"cat " + path("secret"), "ls " + path(""),
        std::string("cat /etc/passwd"),
        "cat /proc/" + std::to_string(getpid()) + "/environ",
        "ln -s " + path("secret") + " link && cat link",
        "cd " + path("") + " && cat secret"})
    EXPECT_NE(errorOf(run(action)), "") << action;
}

/// A program that is installed elsewhere reads what was installed with it; one
/// in somebody's home does not read the home.
TEST_F(ExternalToolTest, ReadsItsOwnInstallation) {
  if (!availableGuards().landlock)
    GTEST_SKIP() << "this system has no Landlock";
  std::string shell = call.path;
  for (const char *name : {"opt", "opt/bin", "opt/lib", "opt/private"})
    ASSERT_FALSE(llvm::sys::fs::create_directory(path(name)));
  ASSERT_FALSE(llvm::sys::fs::copy_file(shell, path("opt/bin/sh")));
  ASSERT_FALSE(llvm::sys::fs::setPermissions(path("opt/bin/sh"),
                                             llvm::sys::fs::all_all));
  write("opt/lib/part", "part");
  write("opt/private/key", "key");
  call.path = path("opt/bin/sh");
  EXPECT_EQ(take(run("cat " + path("opt/lib/part"))).output, "part");
  EXPECT_EQ(take(run("cat " + path("opt/private/key"))).output, "key");
  std::string home = std::getenv("HOME") ? std::getenv("HOME") : "";
  // The home is the installation's folder, within it, or it is installed in
  // the home's .local.
  ASSERT_FALSE(llvm::sys::fs::create_link("opt", path("linked")));
  ASSERT_FALSE(llvm::sys::fs::create_link("opt", path(".local")));
  for (const char *within : {"opt", "opt/private", "linked", ""}) {
    setenv("HOME", path(within).c_str(), 1);
    call.path = path(*within ? "opt/bin/sh" : ".local/bin/sh");
    EXPECT_EQ(take(run("cat " + path("opt/lib/part"))).output, "part");
    EXPECT_NE(errorOf(run("cat " + path("opt/private/key"))), "") << within;
  }
  if (home.empty())
    unsetenv("HOME");
  else
    setenv("HOME", home.c_str(), 1);
}

TEST(PlainLineEnds, OneReadingOfEachText) {
  EXPECT_EQ(plainLineEnds("a\r\nb\rc\r\r\nd\n\re\r\r"), "a\nb c\nd\n e  ");
  EXPECT_EQ(plainLineEnds(""), "");
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

TEST(Interruption, EveryOrderOfDeferringAndHearing) {
  interruptions = 0;
  struct sigaction before, action = {}, now;
  action.sa_handler = [](int) { ++interruptions; };
  sigaction(SIGINT, &action, &before);
  for (bool hearingFirst : {false, true})
    for (bool hearingLast : {false, true}) {
      SCOPED_TRACE(testing::Message() << hearingFirst << hearingLast);
      interruptions = 0;
      uint64_t heard = HearInterrupts::count();
      std::optional<DeferSignals> defer;
      std::optional<HearInterrupts> hear;
      if (hearingFirst) {
        // Heard alone, it is the host's at once.
        hear.emplace();
        kill(getpid(), SIGINT);
        EXPECT_EQ(interruptions, 1);
        EXPECT_GT(HearInterrupts::count(), heard);
        interruptions = 0;
      }
      defer.emplace();
      if (!hear)
        hear.emplace();
      kill(getpid(), SIGINT);
      EXPECT_TRUE(DeferSignals::interrupted());
      EXPECT_GT(HearInterrupts::count(), heard);
      EXPECT_EQ(interruptions, 0);
      if (!hearingLast)
        hear.reset();
      defer.reset();
      EXPECT_EQ(interruptions, 1);
      if (hearingLast) {
        kill(getpid(), SIGINT);
        EXPECT_EQ(interruptions, 2);
        hear.reset();
      }
      sigaction(SIGINT, nullptr, &now);
      EXPECT_EQ(now.sa_handler, action.sa_handler);
      EXPECT_EQ(now.sa_flags & SA_SIGINFO, 0);
    }
  // What ends the process is not caught for the sake of hearing.
  action.sa_handler = SIG_DFL;
  sigaction(SIGINT, &action, nullptr);
  {
    HearInterrupts hear;
    sigaction(SIGINT, nullptr, &now);
    EXPECT_EQ(now.sa_handler, SIG_DFL);
    {
      DeferSignals defer;
    }
    sigaction(SIGINT, nullptr, &now);
    EXPECT_EQ(now.sa_handler, SIG_DFL);
  }
  sigaction(SIGINT, &before, nullptr);
}
