//===- ExternalTool.h - Runs compilers and simulators ------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A program is run in a scratch folder that holds copies of its input and is
// removed afterwards: with limits of time, memory and file size, no standard
// input, an environment of its own, and in a sandbox. Ctrl-C ends it, and is
// heard by the process when the folder is gone.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_EXTERNAL_EXTERNALTOOL_H
#define LUTRA_LIB_MULTIPLIER_EXTERNAL_EXTERNALTOOL_H

#include "Interruption.h"
#include "Sandbox.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <optional>
#include <string>

namespace lutra::external {

/// A folder of our own, removed with all it holds.
class ScratchFolder {
public:
  static llvm::Expected<ScratchFolder> create();
  ScratchFolder(ScratchFolder &&other) : signals(std::move(other.signals)) {
    std::swap(folder, other.folder);
  }
  ~ScratchFolder();

  const std::string &path() const { return folder; }
  /// Writes a file, `name` a path within the folder; makes its folders.
  llvm::Error write(llvm::StringRef name, llvm::StringRef bytes) const;
  /// The bytes of a file, at most `limit`.
  llvm::Expected<std::string> read(llvm::StringRef name, size_t limit) const;

private:
  ScratchFolder() = default;
  // Outlives the folder: a signal that came takes effect when it is removed.
  std::unique_ptr<DeferSignals> signals = std::make_unique<DeferSignals>();
  std::string folder;
};

/// The text with each carriage return before a line feed dropped and all others
/// blank. Some programs end a line at a lone one, others skip it, and a check
/// of a text's words must see what the program will.
std::string plainLineEnds(llvm::StringRef text);

/// The path of the first of these programs that PATH has.
std::optional<std::string> findTool(llvm::ArrayRef<llvm::StringRef> names);

struct ToolCall {
  /// As messages name it: "yosys".
  std::string name;
  std::string path;
  std::vector<std::string> arguments;
  Sandbox sandbox = Sandbox::Tool;
  double timeLimitSeconds = 60;
  uint64_t memoryLimit = uint64_t(4) << 30;
  uint64_t fileLimit = uint64_t(256) << 20;
  /// Of standard output; for an untrusted program of descriptor 3, which it
  /// writes its result to, its own output being dropped.
  uint64_t outputLimit = uint64_t(64) << 20;
};

/// What a program wrote.
struct ToolOutput {
  std::string output, errors;
};

/// Runs a program in `folder` to its end. Errors are continued from
/// "file 'x' ": it failed (with its first error line), took too long, ran out
/// of memory, wrote too much, tried what its sandbox forbids, or the process
/// was interrupted.
llvm::Expected<ToolOutput> runTool(const ToolCall &call,
                                   const ScratchFolder &folder);

/// A warning where this kernel lacks a mechanism of the sandbox, else nothing.
std::optional<std::string> warnOfGuards(Sandbox kind);

} // namespace lutra::external

#endif // LUTRA_LIB_MULTIPLIER_EXTERNAL_EXTERNALTOOL_H
