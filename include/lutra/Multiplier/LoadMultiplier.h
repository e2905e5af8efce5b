//===- LoadMultiplier.h - A multiplier from what a user writes --*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_LOADMULTIPLIER_H
#define LUTRA_MULTIPLIER_LOADMULTIPLIER_H

#include "lutra/Multiplier/ImportOptions.h"
#include "lutra/Multiplier/Multiplier.h"

namespace lutra {

/// A spec ("truncated:8x8:drop=9") or the path of a file, whichever `text` is:
/// a path when it has a table file's extension or such a file exists. A path
/// may end in operand types, "table.npy:s8xu8", which come before the options.
/// Options other than `types` of the path are refused with a spec.
llvm::Expected<Multiplier> loadMultiplier(llvm::StringRef text,
                                          const ImportOptions &options = {});

} // namespace lutra

#endif // LUTRA_MULTIPLIER_LOADMULTIPLIER_H
