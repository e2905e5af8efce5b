//===- Definitions.h - What the families compute ----------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each function checks the parameters of a complete spec and returns AM(a, b)
// and the gates that the structure takes. Below, a_i is bit i of the first
// operand and b_j bit j of the second; the array of an unsigned multiplier has
// the partial product a_i b_j in column i + j, so that the exact product is the
// sum of a_i b_j 2^(i+j).
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_FAMILIES_DEFINITIONS_H
#define LUTRA_LIB_MULTIPLIER_FAMILIES_DEFINITIONS_H

#include "lutra/Multiplier/Families.h"

namespace lutra::families {

// Arrays.
llvm::Expected<FamilyDefinition> makeTruncated(const FamilySpec &spec);
llvm::Expected<FamilyDefinition> makeBrokenArray(const FamilySpec &spec);
llvm::Expected<FamilyDefinition> makeOrCompressed(const FamilySpec &spec);
llvm::Expected<FamilyDefinition> makeSdlc(const FamilySpec &spec);
llvm::Expected<FamilyDefinition> makeKulkarni(const FamilySpec &spec);
// Logarithms.
llvm::Expected<FamilyDefinition> makeMitchell(const FamilySpec &spec);
llvm::Expected<FamilyDefinition> makeIteratedMitchell(const FamilySpec &spec);
// Segments and roundings of the operands.
llvm::Expected<FamilyDefinition> makeDrum(const FamilySpec &spec);
llvm::Expected<FamilyDefinition> makeRoba(const FamilySpec &spec);
llvm::Expected<FamilyDefinition> makeStaticSegment(const FamilySpec &spec);
llvm::Expected<FamilyDefinition> makeDynamicSegment(const FamilySpec &spec);

/// Subject of the error sentences about a spec.
std::string subject(const FamilySpec &spec);

/// The value of an integer parameter, which must lie in [min, max].
llvm::Expected<unsigned> getInteger(const FamilySpec &spec,
                                    llvm::StringRef name, unsigned min,
                                    unsigned max);

/// sign(a) sign(b) f(|a|, |b|): how the definitions extend to signed operands.
ProductFunction onMagnitudes(ProductFunction product);

} // namespace lutra::families

#endif // LUTRA_LIB_MULTIPLIER_FAMILIES_DEFINITIONS_H
