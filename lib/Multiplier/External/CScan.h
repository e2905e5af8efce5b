//===- CScan.h - Functions of a C file, without a compiler -------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_EXTERNAL_CSCAN_H
#define LUTRA_LIB_MULTIPLIER_EXTERNAL_CSCAN_H

#include "llvm/ADT/StringRef.h"
#include <set>
#include <string>
#include <vector>

namespace lutra::external {

/// An integer type as it is declared.
struct CInteger {
  /// "uint8_t", "unsigned char".
  std::string text;
  unsigned bits = 0;
  bool isSigned = false;
  /// A type such as `int`, which programs use for numbers of any width.
  bool isGeneric = false;
};

/// A function with a body, of two integers and to an integer.
struct CFunction {
  std::string name;
  CInteger result, types[2];
  /// Empty where a parameter has no name.
  std::string parameters[2];
};

struct CFile {
  /// In the order of the file.
  std::vector<CFunction> functions;
  /// Names that the bodies of other functions use.
  std::set<std::string> used;
  /// Paths of #include "..." and of #include <...>, and of __has_include.
  std::set<std::string> quotedIncludes, systemIncludes;
  /// What reaches for other files in a way that is not followed, "has on line 3
  /// an #import, ..."; empty when nothing does. What a macro hides is not seen.
  std::string refusal;
};

/// Reads declarations outside of braces. Macros are not expanded. A line ends
/// with a line feed, as in what plainLineEnds gives.
CFile scanC(llvm::StringRef text);

} // namespace lutra::external

#endif // LUTRA_LIB_MULTIPLIER_EXTERNAL_CSCAN_H
