//===- LoadMultiplier.cpp - A multiplier from what a user writes ----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/LoadMultiplier.h"
#include "lutra/Multiplier/Families.h"
#include "lutra/Multiplier/TableFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

using namespace lutra;
using llvm::StringRef;

llvm::Expected<Multiplier> lutra::loadMultiplier(StringRef text,
                                                 const ImportOptions &options) {
  auto [path, types] = splitTablePath(text);
  ImportOptions fileOptions = options;
  if (types)
    fileOptions.types = types;
  if (hasTableExtension(path))
    return loadTableFile(path, fileOptions);
  llvm::Expected<FamilySpec> spec = FamilySpec::parse(text);
  if (spec)
    return makeMultiplier(std::move(*spec));
  // Neither: say what is wrong with it as a file when it is one.
  StringRef family = text.split(':').first;
  bool known = llvm::any_of(
      allFamilies(), [&](const Family &row) { return family == row.name; });
  bool isFile = !known && (llvm::sys::fs::exists(text) || text.contains('/'));
  if (!isFile)
    return spec.takeError();
  llvm::consumeError(spec.takeError());
  return loadTableFile(text, fileOptions);
}
