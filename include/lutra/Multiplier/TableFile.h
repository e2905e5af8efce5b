//===- TableFile.h - Multiplier tables in files -----------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_TABLEFILE_H
#define LUTRA_MULTIPLIER_TABLEFILE_H

#include "lutra/Multiplier/Multiplier.h"
#include <optional>

namespace lutra {

using OperandTypes = std::pair<OperandType, OperandType>;

/// A table as a file holds it, in canonical order, before Multiplier::create().
struct FileTable {
  OperandType lhs, rhs;
  std::vector<int32_t> entries;
};

/// One row of the table of file formats.
struct TableFormat {
  /// With the dot.
  const char *extension;
  const char *summary;
  /// Reads a file's bytes. Without `types` the operand types are inferred from
  /// the size and are unsigned. Errors say expected, actual and where, and are
  /// continued from "file 'x' ".
  llvm::Expected<FileTable> (*read)(llvm::StringRef bytes,
                                    std::optional<OperandTypes> types);
  llvm::Error (*write)(const Multiplier &multiplier, llvm::raw_ostream &os);
};

llvm::ArrayRef<TableFormat> allTableFormats();

/// "table.npy:s8xu8" -> ("table.npy", types); no types when `text` ends in
/// none.
std::pair<llvm::StringRef, std::optional<OperandTypes>>
splitTablePath(llvm::StringRef text);

/// Whether `path` ends in the extension of a table file.
bool hasTableExtension(llvm::StringRef path);

/// Loads a table; the multiplier's name is `path`.
llvm::Expected<Multiplier>
loadTableFile(llvm::StringRef path, std::optional<OperandTypes> types = {});

/// Saves a table in the format of the path's extension. The file appears under
/// its name only when it is complete.
llvm::Error saveTableFile(const Multiplier &multiplier, llvm::StringRef path);

/// Saves a gradient table as a float32 .npy array of the given shape.
llvm::Error saveGradientFile(llvm::ArrayRef<float> table,
                             llvm::ArrayRef<int64_t> shape,
                             llvm::StringRef path);

} // namespace lutra

#endif // LUTRA_MULTIPLIER_TABLEFILE_H
