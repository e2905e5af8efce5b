//===- Arrays.h - Arguments and results of approx-run -----------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_TOOLS_APPROX_RUN_ARRAYS_H
#define LUTRA_TOOLS_APPROX_RUN_ARRAYS_H

#include "lutra/Execution/Executable.h"
#include "llvm/Support/raw_ostream.h"

namespace lutra::run {

/// A densely packed array that owns its memory.
struct Array {
  ElementType type = ElementType::F32;
  llvm::SmallVector<int64_t, 4> sizes;
  std::vector<char> bytes;

  static Array zeros(const ArgumentInfo &info);
  int64_t size() const { return int64_t(bytes.size()) / getElementSize(type); }
  /// Element `index` in row-major order. Exact but for i64 beyond 2^53.
  double get(int64_t index) const;
  int64_t getInteger(int64_t index) const;
  void set(int64_t index, double value);
  void setInteger(int64_t index, int64_t value);
  bool isInteger() const;
  Buffer view();
};

/// How --args describes arrays, for the tool's help.
extern const char *const specHelp;

/// Splits "a,[1,2],b" at the commas that are outside of brackets.
std::vector<std::string> splitSpecs(llvm::StringRef text);

/// Makes the array that `spec` describes for one argument: see specHelp.
/// Random numbers depend on `seed` alone.
llvm::Expected<Array> makeArray(const ArgumentInfo &info, llvm::StringRef spec,
                                uint64_t seed);

/// "tensor<2x3xf32> [[1, 2, 3], [4, 5, 6]]"; at most `limit` elements.
void print(llvm::raw_ostream &os, const Array &array, int64_t limit,
           unsigned precision);

/// Largest difference of two arrays of the same shape and type.
struct Difference {
  int64_t index = -1; // where it is; -1 when all elements are equal
  double absolute = 0;
  double scale = 0; // largest finite magnitude of the reference
};
/// A NaN equals a NaN; otherwise it differs by infinity.
Difference compare(const Array &actual, const Array &reference);

} // namespace lutra::run

#endif // LUTRA_TOOLS_APPROX_RUN_ARRAYS_H
