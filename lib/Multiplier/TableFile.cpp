//===- TableFile.cpp - Multiplier tables in files -------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The table of file formats, one row each. To add a format: write its read and
// write functions and add its row.
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/TableFile.h"
#include "Npy.h"
#include "lutra/Multiplier/Families.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;
using llvm::StringRef;
using llvm::Twine;

static llvm::Error makeError(const Twine &message) {
  return llvm::createStringError(message);
}

/// Operand types of a square table of that many entries: unsigned, both alike.
static std::optional<OperandTypes> inferSquare(uint64_t entries) {
  for (unsigned bits = OperandType::minBits; bits <= OperandType::maxBits;
       ++bits)
    if (entries == uint64_t(1) << (2 * bits))
      return OperandTypes({bits, false}, {bits, false});
  return std::nullopt;
}

/// Unsigned operand type of that many values.
static std::optional<OperandType> inferOperand(uint64_t values) {
  for (unsigned bits = OperandType::minBits; bits <= OperandType::maxBits;
       ++bits)
    if (values == uint64_t(1) << bits)
      return OperandType{bits, false};
  return std::nullopt;
}

static std::string describe(OperandTypes types) {
  return types.first.str() + " x " + types.second.str();
}

//===----------------------------------------------------------------------===//
// .bin
//===----------------------------------------------------------------------===//

/// A .bin file holds uint16, or int16 when an operand is signed.
static bool binIsSigned(OperandType lhs, OperandType rhs) {
  return lhs.isSigned || rhs.isSigned;
}

static llvm::Expected<FileTable> readBin(StringRef bytes,
                                         std::optional<OperandTypes> types) {
  if (!types)
    types = inferSquare(bytes.size() / 2);
  if (!types)
    return makeError("has " + Twine(bytes.size()) +
                     " bytes, which is no table of two operands of one width "
                     "(131072 bytes for 8 bits, 2 * 4^n for n); state the "
                     "operand types, e.g. 'table.bin:8x4'");
  FileTable table{types->first, types->second, {}};
  uint64_t entries = uint64_t(table.lhs.size()) * table.rhs.size();
  if (bytes.size() != 2 * entries)
    return makeError("has " + Twine(bytes.size()) + " bytes, expects " +
                     Twine(2 * entries) + " for " + describe(*types) + " (" +
                     Twine(entries) + " entries of 16 bits)");
  bool isSigned = binIsSigned(table.lhs, table.rhs);
  table.entries.reserve(entries);
  for (uint64_t i = 0; i < entries; ++i) {
    uint16_t bits = llvm::support::endian::read16le(bytes.data() + 2 * i);
    table.entries.push_back(isSigned ? int32_t(int16_t(bits)) : int32_t(bits));
  }
  return table;
}

static llvm::Error writeBin(const Multiplier &multiplier,
                            llvm::raw_ostream &os) {
  OperandType lhs = multiplier.lhs(), rhs = multiplier.rhs();
  bool isSigned = binIsSigned(lhs, rhs);
  int32_t lo = isSigned ? INT16_MIN : 0, hi = isSigned ? INT16_MAX : UINT16_MAX;
  ProductBounds bounds = multiplier.bounds();
  if (bounds.min < lo || bounds.max > hi)
    return makeError("expects products from " + Twine(lo) + " to " + Twine(hi) +
                     " in its format, got " + Twine(bounds.min) + " to " +
                     Twine(bounds.max) + "; use .npy");
  for (int32_t product : multiplier.table()) {
    char bytes[2];
    llvm::support::endian::write16le(bytes, uint16_t(product));
    os << StringRef(bytes, 2);
  }
  return llvm::Error::success();
}

//===----------------------------------------------------------------------===//
// .npy
//===----------------------------------------------------------------------===//

/// The operand types that an array's shape implies.
static llvm::Expected<OperandTypes> inferTypes(const NpyArray &array) {
  llvm::ArrayRef<uint64_t> shape = array.shape();
  if (shape.size() == 2) {
    std::optional<OperandType> lhs = inferOperand(shape[0]);
    std::optional<OperandType> rhs = inferOperand(shape[1]);
    if (lhs && rhs)
      return OperandTypes(*lhs, *rhs);
  } else if (shape.size() == 1) {
    if (std::optional<OperandTypes> types = inferSquare(shape[0]))
      return *types;
  }
  return makeError("has shape " + array.shapeText() +
                   ", expects (2^L, 2^R) or (4^n,) for operands of 2 to 8 "
                   "bits, such as (256, 256) or (65536,)");
}

static llvm::Expected<FileTable> readNpy(StringRef bytes,
                                         std::optional<OperandTypes> types) {
  llvm::Expected<NpyArray> array = NpyArray::parse(bytes);
  if (!array)
    return array.takeError();
  bool inferred = !types;
  if (inferred) {
    llvm::Expected<OperandTypes> implied = inferTypes(*array);
    if (!implied)
      return implied.takeError();
    types = *implied;
  }
  FileTable table{types->first, types->second, {}};
  uint64_t rows = table.lhs.size(), columns = table.rhs.size();
  bool flat = array->shape().size() == 1;
  if (flat ? array->shape()[0] != rows * columns
           : array->shape() != llvm::ArrayRef<uint64_t>({rows, columns}))
    return makeError("has shape " + array->shapeText() + ", expects (" +
                     Twine(rows) + ", " + Twine(columns) + ") or (" +
                     Twine(rows * columns) + ",) for " + describe(*types));
  table.entries.reserve(rows * columns);
  for (uint64_t row = 0; row < rows; ++row)
    for (uint64_t column = 0; column < columns; ++column) {
      llvm::Expected<int32_t> value =
          flat ? array->integerAt({row * columns + column})
               : array->integerAt({row, column});
      if (!value)
        return value.takeError();
      // An array's size does not tell the signedness; its signs do.
      if (inferred && *value < 0)
        return makeError("holds " + Twine(*value) + " for the bit patterns (" +
                         Twine(row) + ", " + Twine(column) +
                         "), so an operand may be signed: state the operand "
                         "types, e.g. 'table.npy:s" +
                         Twine(table.lhs.bits) + "xs" + Twine(table.rhs.bits) +
                         "'");
      table.entries.push_back(*value);
    }
  return table;
}

/// The elements' bytes, least significant first, of 4-byte elements.
template <typename T>
static std::string littleEndianBytes(llvm::ArrayRef<T> values) {
  static_assert(sizeof(T) == 4, "int32 or float");
  std::string bytes(values.size() * sizeof(T), '\0');
  for (size_t i = 0; i < values.size(); ++i) {
    uint32_t word;
    std::memcpy(&word, &values[i], sizeof(word));
    llvm::support::endian::write32le(&bytes[i * sizeof(T)], word);
  }
  return bytes;
}

static llvm::Error writeNpyTable(const Multiplier &multiplier,
                                 llvm::raw_ostream &os) {
  int64_t rows = multiplier.lhs().size(), columns = multiplier.rhs().size();
  writeNpy(os, "<i4", {rows, columns}, littleEndianBytes(multiplier.table()));
  return llvm::Error::success();
}

//===----------------------------------------------------------------------===//
// The table
//===----------------------------------------------------------------------===//

llvm::ArrayRef<TableFormat> lutra::allTableFormats() {
  static const TableFormat formats[] = {
      {".bin",
       "uint16 little endian (int16 when an operand is signed), row-major in "
       "the first operand's bit pattern",
       readBin, writeBin},
      {".npy",
       "NumPy array of integers, 2-D (first operand's bit pattern, second's) "
       "or flat",
       readNpy, writeNpyTable},
  };
  return formats;
}

static llvm::Expected<const TableFormat *> findFormat(StringRef path) {
  llvm::SmallVector<StringRef> extensions;
  for (const TableFormat &format : allTableFormats()) {
    if (path.ends_with_insensitive(format.extension))
      return &format;
    extensions.push_back(format.extension);
  }
  return makeError("file '" + path + "' has no known extension, expects " +
                   llvm::join(extensions, " or "));
}

bool lutra::hasTableExtension(StringRef path) {
  return llvm::any_of(allTableFormats(), [&](const TableFormat &format) {
    return path.ends_with_insensitive(format.extension);
  });
}

std::pair<StringRef, std::optional<OperandTypes>>
lutra::splitTablePath(StringRef text) {
  auto [path, suffix] = text.rsplit(':');
  if (!hasTableExtension(path) || path.size() == text.size())
    return {text, std::nullopt};
  llvm::Expected<OperandTypes> types = parseOperandTypes(suffix);
  if (types)
    return {path, *types};
  llvm::consumeError(types.takeError());
  return {text, std::nullopt};
}

llvm::Expected<Multiplier>
lutra::loadTableFile(StringRef path, std::optional<OperandTypes> types) {
  llvm::Expected<const TableFormat *> format = findFormat(path);
  if (!format)
    return format.takeError();
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer)
    return makeError("cannot read file '" + path +
                     "': " + buffer.getError().message());
  llvm::Expected<FileTable> table =
      (*format)->read((*buffer)->getBuffer(), types);
  if (!table)
    return makeError("file '" + path + "' " +
                     llvm::toString(table.takeError()));
  return Multiplier::create(table->lhs, table->rhs, std::move(table->entries),
                            path.str());
}

/// Writes through a temporary file, and words the errors.
static llvm::Error
writeFile(StringRef path,
          llvm::function_ref<llvm::Error(llvm::raw_ostream &)> write) {
  // The write function's own error is continued from "file 'x' ".
  bool refused = false;
  llvm::Error error =
      llvm::writeToOutput(path, [&](llvm::raw_ostream &os) -> llvm::Error {
        llvm::Error inner = write(os);
        refused = bool(inner);
        return inner;
      });
  if (!error)
    return llvm::Error::success();
  if (refused)
    return makeError("file '" + path + "' " + llvm::toString(std::move(error)));
  std::string reason;
  // A FileError would repeat the path.
  llvm::handleAllErrors(
      std::move(error),
      [&](const llvm::FileError &info) {
        reason = info.messageWithoutFileInfo();
      },
      [&](const llvm::ErrorInfoBase &info) { reason = info.message(); });
  return makeError("cannot write file '" + path + "': " + reason);
}

llvm::Error lutra::saveTableFile(const Multiplier &multiplier, StringRef path) {
  llvm::Expected<const TableFormat *> format = findFormat(path);
  if (!format)
    return format.takeError();
  return writeFile(path, [&](llvm::raw_ostream &os) {
    return (*format)->write(multiplier, os);
  });
}

llvm::Error lutra::saveGradientFile(llvm::ArrayRef<float> table,
                                    llvm::ArrayRef<int64_t> shape,
                                    StringRef path) {
  if (!path.ends_with_insensitive(".npy"))
    return makeError("file '" + path +
                     "' has no known extension, expects .npy");
  return writeFile(path, [&](llvm::raw_ostream &os) {
    writeNpy(os, "<f4", shape, littleEndianBytes(table));
    return llvm::Error::success();
  });
}

llvm::Expected<Multiplier> lutra::loadMultiplier(StringRef text) {
  auto [path, types] = splitTablePath(text);
  if (hasTableExtension(path))
    return loadTableFile(path, types);
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
  return loadTableFile(text);
}
