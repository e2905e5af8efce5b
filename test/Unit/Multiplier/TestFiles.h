//===- TestFiles.h - A folder for a test's files -----------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_TEST_UNIT_MULTIPLIER_TESTFILES_H
#define LUTRA_TEST_UNIT_MULTIPLIER_TESTFILES_H

#include "TestUtils.h"
#include "lutra/Multiplier/TableFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdlib>

namespace lutra::test {

class FileTest : public ::testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("lutra-test", folder));
  }
  void TearDown() override { llvm::sys::fs::remove_directories(folder); }

  std::string path(llvm::StringRef name) {
    llvm::SmallString<128> text(folder);
    llvm::sys::path::append(text, name);
    return text.str().str();
  }
  std::string write(llvm::StringRef name, llvm::StringRef bytes) {
    std::error_code error;
    llvm::raw_fd_ostream os(path(name), error);
    EXPECT_FALSE(error);
    os << bytes;
    return path(name);
  }
  std::string read(llvm::StringRef name) {
    auto buffer = llvm::MemoryBuffer::getFile(path(name));
    return buffer ? (*buffer)->getBuffer().str() : "";
  }
  bool exists(llvm::StringRef name) {
    return llvm::sys::fs::exists(path(name));
  }
  Multiplier load(llvm::StringRef name, llvm::StringRef bytes,
                  const ImportOptions &options = {}) {
    return take(loadTableFile(write(name, bytes), options));
  }
  /// The error of loading these bytes, without the file's name in front.
  std::string refusal(llvm::StringRef name, llvm::StringRef bytes,
                      const ImportOptions &options = {}) {
    std::string file = write(name, bytes);
    std::string message = errorOf(loadTableFile(file, options));
    std::string prefix = "file '" + file + "' ";
    EXPECT_EQ(message.substr(0, prefix.size()), prefix) << message;
    return message.substr(std::min(message.size(), prefix.size()));
  }

  llvm::SmallString<128> folder;
};

/// A multiplier's warnings but those about what the kernel lacks.
inline std::vector<std::string> warningsOf(const Multiplier &multiplier) {
  std::vector<std::string> warnings = multiplier.metadata().warnings;
  llvm::erase_if(warnings, [](const std::string &warning) {
    return llvm::StringRef(warning).starts_with("this system has no ");
  });
  return warnings;
}

/// PATH while it lives.
class PathGuard {
public:
  explicit PathGuard(const std::string &value) : saved(std::getenv("PATH")) {
    setenv("PATH", value.c_str(), 1);
  }
  ~PathGuard() { setenv("PATH", saved.c_str(), 1); }

private:
  std::string saved;
};

/// Skips a test, visibly, where a program is missing.
#define LUTRA_NEEDS_PROGRAM(name)                                              \
  if (!llvm::sys::findProgramByName(name))                                     \
  GTEST_SKIP() << name << " is not installed"

} // namespace lutra::test

#endif // LUTRA_TEST_UNIT_MULTIPLIER_TESTFILES_H
