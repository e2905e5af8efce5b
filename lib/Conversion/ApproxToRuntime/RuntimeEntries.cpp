//===- RuntimeEntries.cpp - What compiled code calls ----------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file turns lutra_runtime.def into a table, the only thing from which the
// compiler makes its declarations of the runtime.
//
//===----------------------------------------------------------------------===//
#include "RuntimeEntries.h"
#include "llvm/ADT/STLExtras.h"
#include <cassert>

using namespace lutra;

llvm::ArrayRef<RuntimeEntry> lutra::getRuntimeEntries() {
#define LUTRA_RT_LETTERS(...) {__VA_ARGS__}
#define LUTRA_RT_PTR(x) 'p'
#define LUTRA_RT_IN(x) 'c'
#define LUTRA_RT_I64(x) 'i'
#define LUTRA_RT_ENTRY(name, parameters) {#name, LUTRA_RT_LETTERS parameters},
  static const std::vector<RuntimeEntry> entries = {
#include "lutra_runtime.def"
  };
  return entries;
}

const RuntimeEntry &lutra::getRuntimeEntry(llvm::StringRef name) {
  const RuntimeEntry *entry =
      llvm::find_if(getRuntimeEntries(), [&](const RuntimeEntry &entry) {
        return entry.name == name;
      });
  assert(entry != getRuntimeEntries().end() && "no such entry");
  return *entry;
}
