//===- FilesTest.cpp - Reading and writing files whole --------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Files.h"
#include "TestFiles.h"
#include "gtest/gtest.h"
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace lutra;

namespace {

std::string read(const std::string &path, uint64_t limit = maxFileBytes) {
  auto buffer = readRegularFile(path, limit);
  return buffer ? (*buffer)->getBuffer().str()
                : "error: " + llvm::toString(buffer.takeError());
}

std::string write(const std::string &path, llvm::StringRef bytes) {
  return llvm::toString(replaceFile(path, bytes));
}

/// A folder that is removed at the end.
struct Folder {
  llvm::SmallString<128> path;
  Folder() { llvm::sys::fs::createUniqueDirectory("lutra-files", path); }
  ~Folder() { llvm::sys::fs::remove_directories(path); }
  std::string operator/(const std::string &name) const {
    return (path + "/" + name).str();
  }
  unsigned count() const {
    std::error_code error;
    unsigned found = 0;
    for (llvm::sys::fs::directory_iterator it(path, error), end;
         !error && it != end; it.increment(error))
      ++found;
    return found;
  }
};

TEST(Files, RoundTripAndLimit) {
  Folder folder;
  for (size_t size : {0, 1, 4095, 4096, 4097, 100000}) {
    std::string bytes(size, 'x');
    EXPECT_EQ(write(folder / "a", bytes), "");
    EXPECT_EQ(read(folder / "a"), bytes);
    EXPECT_EQ(read(folder / "a", size), bytes);
    if (size > 0)
      EXPECT_EQ(read(folder / "a", size - 1), "error: it has more than " +
                                                  std::to_string(size - 1) +
                                                  " bytes");
  }
  EXPECT_EQ(folder.count(), 1u);
  // A file that says that it is empty and is not.
  EXPECT_NE(read("/proc/self/status").find("VmSize"), std::string::npos);
  EXPECT_EQ(read("/proc/self/status", 10), "error: it has more than 10 bytes");
}

TEST(Files, WhatIsNoRegularFile) {
  Folder folder;
  std::string pipe = folder / "pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  std::string reason = "it is a pipe, expects a regular file";
  EXPECT_EQ(read(pipe), "error: " + reason);
  EXPECT_EQ(write(pipe, "x"), reason);
  reason = "it is a device, expects a regular file";
  EXPECT_EQ(read("/dev/zero"), "error: " + reason);
  // A device that nobody misses, should it be replaced after all.
  int terminal = posix_openpt(O_RDWR | O_NOCTTY);
  ASSERT_GE(terminal, 0);
  ASSERT_EQ(unlockpt(terminal), 0);
  EXPECT_EQ(write(ptsname(terminal), "x"), reason);
  close(terminal);
  reason = "it is a folder, expects a regular file";
  EXPECT_EQ(read(folder.path.str().str()), "error: " + reason);
  EXPECT_EQ(write(folder.path.str().str(), "x"), reason);
  EXPECT_EQ(read(folder / "none"), "error: No such file or directory");
  EXPECT_EQ(write(folder / "none/a", "x"), "No such file or directory");
  EXPECT_EQ(write("", "x"), "No such file or directory");
}

TEST(Files, FullDisk) {
  Folder folder;
  ASSERT_EQ(write(folder / "a", "precious"), "");
  auto *before = signal(SIGXFSZ, SIG_IGN);
  rlimit old;
  getrlimit(RLIMIT_FSIZE, &old);
  rlimit small{1000, old.rlim_max};
  setrlimit(RLIMIT_FSIZE, &small);
  std::string reason = write(folder / "a", std::string(1001, 'x'));
  setrlimit(RLIMIT_FSIZE, &old);
  signal(SIGXFSZ, before);
  EXPECT_EQ(reason, "File too large");
  EXPECT_EQ(read(folder / "a"), "precious");
  EXPECT_EQ(folder.count(), 1u);
}

TEST(Files, LinksAndPermissionsStay) {
  Folder folder;
  std::string link = folder / "link", target = folder / "target";
  ASSERT_EQ(symlink("target", link.c_str()), 0);
  EXPECT_EQ(write(link, "one"), "");
  EXPECT_EQ(read(target), "one");
  ASSERT_EQ(chmod(target.c_str(), 0640), 0);
  EXPECT_EQ(write(link, "two"), "");
  EXPECT_EQ(read(target), "two");
  struct stat status;
  ASSERT_EQ(lstat(link.c_str(), &status), 0);
  EXPECT_TRUE(S_ISLNK(status.st_mode));
  ASSERT_EQ(lstat(target.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0640u);
  std::string circle = folder / "circle";
  ASSERT_EQ(symlink("circle", circle.c_str()), 0);
  EXPECT_EQ(write(circle, "x"), "Too many levels of symbolic links");
  EXPECT_EQ(folder.count(), 3u);
}

} // namespace
