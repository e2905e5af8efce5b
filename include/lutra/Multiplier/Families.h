//===- Families.h - Built-in multiplier families ----------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_FAMILIES_H
#define LUTRA_MULTIPLIER_FAMILIES_H

#include "lutra/Multiplier/GateCount.h"
#include "lutra/Multiplier/Multiplier.h"
#include "lutra/Multiplier/Spec.h"
#include <functional>

namespace lutra {

/// A family's name with its operand types and parameters:
/// `truncated:8x8:drop=9`. Grammar: family [":" LxR] (":" key "=" value)*,
/// where L and R are widths with an optional leading "u" or "s" ("8x8",
/// "s8xu4"); 8x8 unsigned when left out.
struct FamilySpec {
  std::string family;
  OperandType lhs, rhs;
  SpecParameters parameters;

  /// Parses and completes.
  static llvm::Expected<FamilySpec> parse(llvm::StringRef text);
  /// Checks the family's name, the operand types, names and domains of the
  /// parameters and fills in the defaults.
  llvm::Error complete();
  /// The canonical form, which parse() reads back.
  std::string str() const;
};

/// "8x8" when both are unsigned, otherwise "s8xu4".
std::string printOperandTypes(OperandType lhs, OperandType rhs);
/// Parses what printOperandTypes() writes; also "u8xu8", "si8xui8".
llvm::Expected<std::pair<OperandType, OperandType>>
parseOperandTypes(llvm::StringRef text);

/// AM(a, b) of operand values.
using ProductFunction = std::function<int32_t(int32_t a, int32_t b)>;

/// A family's multiplier of one spec.
struct FamilyDefinition {
  ProductFunction product;
  /// Estimated from the structure, see GateCount.
  GateCount gates;
};

/// One row of the table of families.
struct Family {
  const char *name;
  const char *summary;
  /// Where the definition comes from.
  const char *source;
  /// False when the family is defined for unsigned operands only.
  bool definesSigned;
  std::vector<SpecParameter> parameters;
  /// Checks the values of the parameters of a complete spec against its operand
  /// types, once, and returns the function and what it costs.
  llvm::Expected<FamilyDefinition> (*make)(const FamilySpec &spec);
};

/// All built-in families, in the order in which they are listed to a user.
llvm::ArrayRef<Family> allFamilies();

/// Builds the multiplier of a spec, which need not be complete; its name is the
/// canonical spec and its cost the gate count. Errors name what was expected:
/// an unknown family (with the nearest known name), an unknown or missing
/// parameter, a value out of range, a signedness the family does not define.
llvm::Expected<Multiplier> makeMultiplier(FamilySpec spec);

} // namespace lutra

#endif // LUTRA_MULTIPLIER_FAMILIES_H
