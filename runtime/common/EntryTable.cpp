//===- EntryTable.cpp - The entry table as data ---------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra_runtime.h"

namespace {
/// The letters of an entry's parameters, and a terminating null.
template <int size>
struct Letters {
  char text[size + 1];
};

template <typename... Letter>
constexpr Letters<sizeof...(Letter)> makeLetters(Letter... letters) {
  return {{letters..., '\0'}};
}
} // namespace

#define LUTRA_RT_PTR(x) 'p'
#define LUTRA_RT_IN(x) 'c'
#define LUTRA_RT_I64(x) 'i'
#define LUTRA_RT_ENTRY(name, parameters)                                       \
  static constexpr auto letters_##name = makeLetters parameters;
#include "lutra_runtime.def"

static constexpr lutra_rt_entry_info entries[] = {
#define LUTRA_RT_PTR(x) 'p'
#define LUTRA_RT_IN(x) 'c'
#define LUTRA_RT_I64(x) 'i'
#define LUTRA_RT_ENTRY(name, parameters)                                       \
  {"lutra_rt_" #name, letters_##name.text},
#include "lutra_runtime.def"
};

const lutra_rt_entry_info *lutra_rt_entry(int64_t index) {
  constexpr int64_t count = sizeof(entries) / sizeof(entries[0]);
  return index >= 0 && index < count ? &entries[index] : nullptr;
}
