//===- Bin.cpp - Raw 16-bit tables -----------------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The format of tf-approximate: 16-bit numbers, little endian, row-major in the
// first operand's bit pattern. Where the operand types are stated, 32-bit
// numbers are read as well; without them a size would have two readings.
//
//===----------------------------------------------------------------------===//
#include "Formats.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;
using namespace lutra::formats;
using llvm::StringRef;
using llvm::Twine;

/// A .bin file holds uint16, or int16 when an operand is signed.
static bool binIsSigned(OperandType lhs, OperandType rhs) {
  return lhs.isSigned || rhs.isSigned;
}

static llvm::Expected<FileTable> readBin(const TableSource &source,
                                         const ImportOptions &options) {
  StringRef bytes = source.bytes;
  std::optional<OperandTypes> types = statedTypes(options);
  bool isStated = types.has_value();
  if (!types)
    types = inferSquare(bytes.size() / 2, options);
  if (!types)
    return makeError("has " + Twine(bytes.size()) +
                     " bytes, which is no table of two operands of one width "
                     "(131072 bytes for 8 bits, 2 * 4^n for n); state the "
                     "operand types, e.g. 'table.bin:8x4'");
  FileTable table{types->first, types->second, {}, {}};
  uint64_t entries = uint64_t(table.lhs.size()) * table.rhs.size();
  bool isWide = isStated && bytes.size() == 4 * entries;
  if (!isWide && bytes.size() != 2 * entries)
    return makeError("has " + Twine(bytes.size()) + " bytes, expects " +
                     Twine(2 * entries) + " for " + describe(*types) + " (" +
                     Twine(entries) + " entries of 16 bits)");
  bool isSigned = binIsSigned(table.lhs, table.rhs);
  table.entries.reserve(entries);
  for (uint64_t i = 0; i < entries; ++i) {
    if (isWide) {
      table.entries.push_back(
          int32_t(llvm::support::endian::read32le(bytes.data() + 4 * i)));
      continue;
    }
    uint16_t bits = llvm::support::endian::read16le(bytes.data() + 2 * i);
    table.entries.push_back(isSigned ? int32_t(int16_t(bits)) : int32_t(bits));
  }
  table.metadata.description =
      (isWide     ? "int32"
       : isSigned ? "int16"
                  : "uint16") +
      (" little endian of " + describe(*types)) +
      (isStated ? " (as stated)"
                : " (from the file's size, as operands of one width)") +
      ", rows are the first operand";
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

/// Raw numbers have no mark; any even number of bytes with a byte that no text
/// has may be a table.
static bool matchesBin(StringRef bytes) {
  return !bytes.empty() && bytes.size() % 2 == 0 && bytes.contains('\0');
}

TableFormat formats::bin() {
  return {
      "bin",
      {".bin"},
      "uint16 little endian (int16 when an operand is signed; int32 is read "
      "where types are stated), row-major in the first operand's bit pattern",
      matchesBin,
      readBin,
      writeBin};
}
