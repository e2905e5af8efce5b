//===- JsonDepth.h - Guards LLVM's JSON parser -------------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_JSONDEPTH_H
#define LUTRA_LIB_MULTIPLIER_JSONDEPTH_H

#include "llvm/ADT/StringRef.h"
#include <algorithm>

namespace lutra {

/// The deepest nesting of brackets: the parser of LLVM recurses into them
/// without a limit of its own.
inline size_t nestingDepth(llvm::StringRef text) {
  size_t depth = 0, deepest = 0;
  bool inString = false;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (inString) {
      i += c == '\\';
      inString = c != '"';
    } else if (c == '"') {
      inString = true;
    } else if (c == '[' || c == '{') {
      deepest = std::max(deepest, ++depth);
    } else if ((c == ']' || c == '}') && depth) {
      --depth;
    }
  }
  return deepest;
}

} // namespace lutra

#endif // LUTRA_LIB_MULTIPLIER_JSONDEPTH_H
