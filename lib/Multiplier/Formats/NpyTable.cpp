//===- NpyTable.cpp - Tables as NumPy arrays -------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Formats.h"
#include "Npy.h"
#include "RawMatrix.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;
using namespace lutra::formats;
using llvm::StringRef;
using llvm::Twine;

/// The operand types that an array's shape implies.
static llvm::Expected<OperandTypes> inferTypes(const NpyArray &array,
                                               const ImportOptions &options) {
  llvm::ArrayRef<uint64_t> shape = array.shape();
  if (shape.size() == 2) {
    std::optional<OperandType> lhs = inferOperand(shape[0], options);
    std::optional<OperandType> rhs = inferOperand(shape[1], options);
    if (lhs && rhs)
      return OperandTypes(*lhs, *rhs);
  } else if (shape.size() == 1) {
    if (std::optional<OperandTypes> types = inferSquare(shape[0], options))
      return *types;
  }
  return makeError("has shape " + array.shapeText() +
                   ", expects (2^L, 2^R) or (4^n,) for operands of 2 to 12 "
                   "bits, such as (256, 256) or (65536,)");
}

static llvm::Expected<FileTable> readNpy(const TableSource &source,
                                         const ImportOptions &options) {
  llvm::Expected<NpyArray> array = NpyArray::parse(source.bytes);
  if (!array)
    return array.takeError();
  std::optional<OperandTypes> types = statedTypes(options);
  if (!types) {
    llvm::Expected<OperandTypes> implied = inferTypes(*array, options);
    if (!implied)
      return implied.takeError();
    types = *implied;
  }
  uint64_t rows = types->first.size(), columns = types->second.size();
  bool flat = array->shape().size() == 1;
  if (flat ? array->shape()[0] != rows * columns
           : array->shape() != llvm::ArrayRef<uint64_t>({rows, columns}))
    return makeError("has shape " + array->shapeText() + ", expects (" +
                     Twine(rows) + ", " + Twine(columns) + ") or (" +
                     Twine(rows * columns) + ",) for " + describe(*types));
  RawMatrix matrix;
  matrix.rows = rows;
  matrix.columns = columns;
  matrix.entries.reserve(rows * columns);
  for (uint64_t row = 0; row < rows; ++row)
    for (uint64_t column = 0; column < columns; ++column) {
      llvm::Expected<int32_t> value =
          flat ? array->integerAt({row * columns + column})
               : array->integerAt({row, column});
      if (!value)
        return value.takeError();
      matrix.entries.push_back(*value);
    }
  return readMatrix(std::move(matrix), options);
}

static llvm::Error writeNpyTable(const Multiplier &multiplier,
                                 llvm::raw_ostream &os) {
  int64_t rows = multiplier.lhs().size(), columns = multiplier.rhs().size();
  writeNpy(os, "<i4", {rows, columns}, littleEndianBytes(multiplier.table()));
  return llvm::Error::success();
}

static bool matchesNpy(StringRef bytes) {
  return bytes.starts_with("\x93NUMPY");
}

TableFormat formats::npy() {
  return {
      "npy",
      {".npy"},
      "NumPy array of integers, 2-D (first operand's bit pattern, second's) "
      "or flat",
      matchesNpy,
      readNpy,
      writeNpyTable};
}
