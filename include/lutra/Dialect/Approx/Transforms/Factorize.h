//===- Factorize.h - What approx-factorize takes -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_DIALECT_APPROX_TRANSFORMS_FACTORIZE_H
#define LUTRA_DIALECT_APPROX_TRANSFORMS_FACTORIZE_H

#include "llvm/Support/CommandLine.h"

namespace lutra {

/// Which approximate contractions become exact ones of int8 factors. Results
/// are the same.
enum class FactorizePolicy {
  Off,  // none: all are look-ups
  Auto, // those of multipliers with few columns
  All
};

/// Auto: the largest number of int8 products for one of the multiplier's at
/// which the factorised form is the faster one, by measurement
/// (docs/runtime.md).
constexpr int64_t autoMaxMacs = 4;

/// The policies as the values of an option.
inline llvm::cl::ValuesClass factorizePolicyValues() {
  return llvm::cl::values(
      clEnumValN(FactorizePolicy::Off, "off", "none: all are look-ups"),
      clEnumValN(FactorizePolicy::Auto, "auto",
                 "those of multipliers with few columns"),
      clEnumValN(FactorizePolicy::All, "all", "all that can be factorised"));
}

} // namespace lutra

#endif // LUTRA_DIALECT_APPROX_TRANSFORMS_FACTORIZE_H
