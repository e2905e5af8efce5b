//===- RawMatrix.h - A table as rows and columns of numbers -----*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A matrix of products says neither whether its operands are signed nor, when
// they are, whether its rows run in two's-complement or in numeric order. The
// reader compares the readings with a b, and refuses to guess.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_FORMATS_RAWMATRIX_H
#define LUTRA_LIB_MULTIPLIER_FORMATS_RAWMATRIX_H

#include "Formats.h"

namespace lutra::formats {

struct RawMatrix {
  uint64_t rows = 0, columns = 0;
  /// Row-major, as in the source.
  std::vector<int32_t> entries;
};

/// The table that a matrix stands for. What the options leave open is decided
/// by the distance of each reading to a b, and refused, with the distances,
/// when none is much closer than the others.
llvm::Expected<FileTable> readMatrix(RawMatrix matrix,
                                     const ImportOptions &options);

/// mean |table - a b|.
double meanErrorDistance(OperandTypes types, llvm::ArrayRef<int32_t> entries);

} // namespace lutra::formats

#endif // LUTRA_LIB_MULTIPLIER_FORMATS_RAWMATRIX_H
