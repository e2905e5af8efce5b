//===- Wrappers.h - Multipliers made of other multipliers -------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Written around a multiplier's name wherever a name is asked for:
// `sign_magnitude(truncated:8x8:drop=8)`, `transpose(table.npy)`.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_WRAPPERS_H
#define LUTRA_MULTIPLIER_WRAPPERS_H

#include "lutra/Multiplier/ImportOptions.h"
#include "lutra/Multiplier/Multiplier.h"

namespace lutra {

/// AM'(a, b) = AM(b, a).
llvm::Expected<Multiplier> transpose(const Multiplier &inner);

/// AM'(a, b) = sign(a) sign(b) AM(|a|, |b|), as hardware that keeps signs apart
/// computes it; the sign of 0 is +, so AM(0, x) != 0 stays. By default the
/// first operand, a layer's weight, is signed and the second is not, both of
/// the inner widths. Errors: a signed inner operand, two unsigned operands, a
/// magnitude that the inner operand does not hold.
llvm::Expected<Multiplier> signMagnitude(const Multiplier &inner,
                                         std::optional<OperandTypes> types);

/// One row of the table of wrappers.
struct Wrapper {
  const char *name;
  const char *summary;
  /// Whether operand types may follow: wrapper(multiplier):s8xs8.
  bool takesTypes;
  llvm::Expected<Multiplier> (*make)(const Multiplier &inner,
                                     std::optional<OperandTypes> types);
};

llvm::ArrayRef<Wrapper> allWrappers();

/// "wrapper(inner)suffix".
struct WrappedText {
  llvm::StringRef wrapper, inner, suffix;
  /// False when the parenthesis is never closed; inner and suffix are empty.
  bool isBalanced = false;
};

/// The parts of a text that begins with a word and a parenthesis.
std::optional<WrappedText> splitWrapper(llvm::StringRef text);

} // namespace lutra

#endif // LUTRA_MULTIPLIER_WRAPPERS_H
