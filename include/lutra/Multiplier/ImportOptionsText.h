//===- ImportOptionsText.h - Import options as people write them -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_IMPORTOPTIONSTEXT_H
#define LUTRA_MULTIPLIER_IMPORTOPTIONSTEXT_H

#include "lutra/Multiplier/ImportOptions.h"
#include "llvm/Support/JSON.h"

namespace lutra {

/// One member of ImportOptions. The command line, the C API and Python all take
/// the options from this table.
struct ImportOption {
  /// With '-', which is '_' in JSON and Python.
  const char *name;
  /// What a value looks like: "8x4".
  const char *value;
  const char *help;
  /// Errors are continued from "option 'x' ".
  llvm::Error (*set)(ImportOptions &options, llvm::StringRef value);
};

llvm::ArrayRef<ImportOption> allImportOptions();

/// Sets the option of that name. Errors: an unknown name, a wrong value.
llvm::Error setImportOption(ImportOptions &options, llvm::StringRef name,
                            llvm::StringRef value);

/// Options by name, values as texts, numbers or booleans; null is left out.
llvm::Expected<ImportOptions>
parseImportOptions(const llvm::json::Object &object);

} // namespace lutra

#endif // LUTRA_MULTIPLIER_IMPORTOPTIONSTEXT_H
