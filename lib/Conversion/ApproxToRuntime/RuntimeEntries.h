//===- RuntimeEntries.h - What compiled code calls --------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_CONVERSION_APPROXTORUNTIME_RUNTIMEENTRIES_H
#define LUTRA_LIB_CONVERSION_APPROXTORUNTIME_RUNTIMEENTRIES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <vector>

namespace lutra {

/// One entry point of the runtime, as lutra_runtime.def has it.
struct RuntimeEntry {
  llvm::StringRef name; // without the prefix lutra_rt_
  /// What each parameter is: 'p' memory that may be written, 'c' memory that is
  /// only read, 'i' an int64_t.
  std::vector<char> parameters;
};

/// Every row of lutra_runtime.def, in order.
llvm::ArrayRef<RuntimeEntry> getRuntimeEntries();

/// The entry of that name, which must exist.
const RuntimeEntry &getRuntimeEntry(llvm::StringRef name);

} // namespace lutra

#endif // LUTRA_LIB_CONVERSION_APPROXTORUNTIME_RUNTIMEENTRIES_H
