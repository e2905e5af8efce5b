//===- Spec.h - Names with parameters, as users write them ------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Families and estimators are both written `name:key=value:key=value`. This
// file holds what they share: one description of a parameter, one check, one
// wording of each error.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_SPEC_H
#define LUTRA_MULTIPLIER_SPEC_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <map>
#include <string>

namespace lutra {

/// One parameter of a family or an estimator.
struct SpecParameter {
  const char *name;
  const char *help;
  /// Default as text; null when the parameter is required. "auto" stands for a
  /// value that depends on the operand types or on other parameters.
  const char *defaultValue;
  /// What a value may be: "integer" (non-negative), "text", "file" (a file's
  /// name), or the words themselves, separated by '|'.
  const char *domain;
};

/// Values by name, as text; integers in plain decimal.
using SpecParameters = std::map<std::string, std::string>;

/// Adds the `key=value` of each field to `parameters`. `what` is the subject
/// of error sentences ("family 'truncated'"). A key given twice is an error.
llvm::Error parseSpecParameters(llvm::StringRef what,
                                llvm::ArrayRef<llvm::StringRef> fields,
                                SpecParameters &parameters);

/// Checks every parameter against `known` and fills in the defaults. Errors: an
/// unknown parameter (with the nearest known name), a missing one, a value
/// outside its domain.
llvm::Error completeSpecParameters(llvm::StringRef what,
                                   llvm::ArrayRef<SpecParameter> known,
                                   SpecParameters &parameters);

/// The parameters as text, ":key=value" each, sorted by name; those left at
/// "auto" are left out.
std::string printSpecParameters(const SpecParameters &parameters);

/// The value of an integer parameter, which must lie in [0, max].
llvm::Expected<unsigned> getSpecInteger(llvm::StringRef what,
                                        const SpecParameters &parameters,
                                        llvm::StringRef name, unsigned max);

/// "; did you mean 'x'?" for the nearest of `names` when one is near.
std::string suggestName(llvm::StringRef text,
                        llvm::ArrayRef<llvm::StringRef> names);

} // namespace lutra

#endif // LUTRA_MULTIPLIER_SPEC_H
