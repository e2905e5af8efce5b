//===- TextNumbers.h - Lines of numbers -------------------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_FORMATS_TEXTNUMBERS_H
#define LUTRA_LIB_MULTIPLIER_FORMATS_TEXTNUMBERS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <optional>
#include <vector>

namespace lutra::formats {

/// The lines of a text that are neither empty nor comments ('#' or '//'),
/// without blanks around them.
class LineReader {
public:
  explicit LineReader(llvm::StringRef text) : rest(text) {}
  std::optional<llvm::StringRef> next() {
    while (!rest.empty()) {
      llvm::StringRef line;
      std::tie(line, rest) = rest.split('\n');
      ++count;
      line = line.trim();
      if (!line.empty() && !line.starts_with("#") && !line.starts_with("//"))
        return line;
    }
    return std::nullopt;
  }
  /// Of the line that next() gave last, from 1.
  size_t number() const { return count; }

private:
  llvm::StringRef rest;
  size_t count = 0;
};

/// Appends the integers of a line, separated by blanks, tabs, commas or
/// semicolons.
llvm::Error parseNumbers(llvm::StringRef line, std::vector<int32_t> &numbers);
bool failsToParse(llvm::StringRef line, std::vector<int32_t> &numbers);

} // namespace lutra::formats

#endif // LUTRA_LIB_MULTIPLIER_FORMATS_TEXTNUMBERS_H
