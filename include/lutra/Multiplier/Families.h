//===- Families.h - Built-in multiplier families ----------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_FAMILIES_H
#define LUTRA_MULTIPLIER_FAMILIES_H

#include "lutra/Multiplier/Multiplier.h"
#include <functional>
#include <map>

namespace lutra {

/// A family's name with its widths and parameters: `truncated:8x8:drop=9`.
/// Grammar: family [":" LxR] (":" key "=" integer)*, where L and R are widths
/// with an optional leading "u" or "s" ("8x8", "s8xu4"); 8x8 unsigned when left
/// out. Parameter values are integers or, where the family says so, words.
struct FamilySpec {
  std::string family;
  OperandType lhs, rhs;
  std::map<std::string, std::string> parameters;

  static llvm::Expected<FamilySpec> parse(llvm::StringRef text);
  /// The canonical form, which parse() reads back: every parameter, sorted.
  std::string str() const;
};

struct FamilyParameter {
  const char *name;
  const char *help;
  /// Default as text; null when the parameter is required.
  const char *defaultValue;
};

/// One row of the table of families.
struct Family {
  const char *name;
  const char *summary;
  /// Where the definition comes from (paper, equation).
  const char *source;
  std::vector<FamilyParameter> parameters;
  /// Computes AM(a, b) for one pair of operand values; checks the parameters
  /// once, when it makes the function.
  llvm::Expected<std::function<int32_t(int32_t a, int32_t b)>> (*make)(
      const FamilySpec &spec);
};

/// All built-in families, in the order in which they are listed to a user.
llvm::ArrayRef<Family> allFamilies();

/// Builds the multiplier of a spec. Errors name what was expected: an unknown
/// family (with the nearest known name), an unknown or missing parameter, a
/// value out of range, a signedness the family does not define.
llvm::Expected<Multiplier> makeMultiplier(const FamilySpec &spec);

/// A spec ("truncated:8x8:drop=9") or the path of a table file, whichever
/// `text` is: a path when such a file exists or `text` has a file's extension.
llvm::Expected<Multiplier> loadMultiplier(llvm::StringRef text);

} // namespace lutra

#endif // LUTRA_MULTIPLIER_FAMILIES_H
