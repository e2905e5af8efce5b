//===- Formats.h - The file formats, one file each ---------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the formats share. Each format is a function in a file of its own, and
// a line in allTableFormats().
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_FORMATS_FORMATS_H
#define LUTRA_LIB_MULTIPLIER_FORMATS_FORMATS_H

#include "lutra/Multiplier/TableFile.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/Twine.h"

namespace lutra::formats {

TableFormat bin();
TableFormat axm();
TableFormat blif();
TableFormat verilog();
TableFormat cFunction();
TableFormat cArray();
TableFormat matrix();
TableFormat mlir();
TableFormat npy();
TableFormat triples();

inline llvm::Error makeError(const llvm::Twine &message) {
  return llvm::createStringError(message);
}

/// Operand types of a square table of that many entries: both alike, unsigned
/// unless the options say otherwise.
std::optional<OperandTypes> inferSquare(uint64_t entries,
                                        const ImportOptions &options);
/// The operand type of that many values.
std::optional<OperandType> inferOperand(uint64_t values,
                                        const ImportOptions &options);
/// The types that the options state outright: `types`, or `bits` with unsigned
/// operands unless `isSigned`.
std::optional<OperandTypes> statedTypes(const ImportOptions &options);
/// "ui8 x si4".
std::string describe(OperandTypes types);

/// The elements' bytes, least significant first, of 4-byte elements.
std::string littleEndianBytes(llvm::ArrayRef<int32_t> values);
std::string littleEndianBytes(llvm::ArrayRef<float> values);

/// Writes through a temporary file, and words the errors; the write function's
/// own are continued from "file 'x' ".
llvm::Error
writeFile(llvm::StringRef path,
          llvm::function_ref<llvm::Error(llvm::raw_ostream &)> write);

} // namespace lutra::formats

#endif // LUTRA_LIB_MULTIPLIER_FORMATS_FORMATS_H
