//===- Matrix.cpp - Tables as lines of numbers ----------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A line per value of the first operand, numbers separated by blanks, tabs,
// commas or semicolons: ApproxTorch, ApproxFlow, spreadsheets.
//
//===----------------------------------------------------------------------===//
#include "RawMatrix.h"
#include "TextNumbers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;
using namespace lutra::formats;
using llvm::StringRef;
using llvm::Twine;

static llvm::Expected<FileTable> read(const TableSource &source,
                                      const ImportOptions &options) {
  RawMatrix matrix;
  LineReader lines(source.bytes);
  std::vector<int32_t> numbers;
  while (std::optional<StringRef> line = lines.next()) {
    numbers.clear();
    llvm::Error error = parseNumbers(*line, numbers);
    if (error)
      return makeError("line " + Twine(lines.number()) + ": " +
                       llvm::toString(std::move(error)));
    if (matrix.rows == 0)
      matrix.columns = numbers.size();
    if (numbers.size() != matrix.columns)
      return makeError("line " + Twine(lines.number()) + " has " +
                       Twine(numbers.size()) + " numbers, expects " +
                       Twine(matrix.columns) + " as in the lines before it");
    llvm::append_range(matrix.entries, numbers);
    ++matrix.rows;
  }
  return readMatrix(std::move(matrix), options);
}

static bool matches(StringRef bytes) {
  LineReader lines(bytes.take_front(1 << 18));
  std::optional<StringRef> first = lines.next();
  std::vector<int32_t> numbers;
  if (!first || failsToParse(*first, numbers))
    return false;
  size_t count = numbers.size();
  return count >= 4 && llvm::isPowerOf2_64(count);
}

static llvm::Error write(const Multiplier &multiplier, llvm::raw_ostream &os) {
  uint32_t columns = multiplier.rhs().size();
  for (size_t i = 0; i < multiplier.table().size(); ++i)
    os << multiplier.table()[i] << (i % columns == columns - 1 ? "\n" : ",");
  return llvm::Error::success();
}

TableFormat formats::matrix() {
  return {"matrix",
          {".csv"},
          "a line of numbers per value of the first operand, separated by "
          "blanks, commas or semicolons; signed operands in two's-complement "
          "or offset-binary order",
          matches,
          read,
          write};
}
