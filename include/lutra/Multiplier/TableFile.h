//===- TableFile.h - Multiplier tables in files -----------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_TABLEFILE_H
#define LUTRA_MULTIPLIER_TABLEFILE_H

#include "lutra/Multiplier/ImportOptions.h"
#include "lutra/Multiplier/Multiplier.h"

namespace lutra {

/// A table as a file holds it, in canonical order, before Multiplier::create().
struct FileTable {
  OperandType lhs, rhs;
  std::vector<int32_t> entries = {};
  MultiplierMetadata metadata = {};
  /// Gradient tables that the file holds beside the products, with respect to
  /// the first and second operand, in the same order; empty without.
  std::vector<float> gradients[2] = {};
};

/// A file's bytes, and where they come from.
struct TableSource {
  llvm::StringRef path, bytes;
};

/// One row of the table of file formats.
struct TableFormat {
  /// How users name it: "bin", "npy", "verilog".
  const char *name;
  /// With the dot, lower case; the first is what a writer is chosen by. Several
  /// formats may share one (".txt"), and then content decides.
  std::vector<const char *> extensions;
  const char *summary;
  /// Whether bytes look like this format. Formats are asked in the table's
  /// order, the most specific first. Null, as `read`, when the format is only
  /// written.
  bool (*matches)(llvm::StringRef bytes);
  /// Reads a file. Operand types that `options` leave open are inferred where
  /// the content decides them. `options.transpose` is the caller's business.
  /// Errors say expected, actual and where, and are continued from "file 'x' ".
  llvm::Expected<FileTable> (*read)(const TableSource &source,
                                    const ImportOptions &options);
  /// Null when the format is only read.
  llvm::Error (*write)(const Multiplier &multiplier, llvm::raw_ostream &os);
};

/// All formats, in the order in which content is tried.
llvm::ArrayRef<TableFormat> allTableFormats();

/// "table.npy:s8xu8" -> ("table.npy", types); no types when `text` ends in
/// none.
std::pair<llvm::StringRef, std::optional<OperandTypes>>
splitTablePath(llvm::StringRef text);

/// Whether `path` ends in the extension of a table file.
bool hasTableExtension(llvm::StringRef path);

/// Loads a table; the multiplier's name is `path`. The format is that of
/// `options.format`, else the first that the content matches.
llvm::Expected<Multiplier> loadTableFile(llvm::StringRef path,
                                         const ImportOptions &options = {});

/// Saves a table in the named format, else that of the path's extension. The
/// file appears under its name only when it is complete.
llvm::Error saveTableFile(const Multiplier &multiplier, llvm::StringRef path,
                          llvm::StringRef format = {});

/// The gradient tables that a file of triples holds beside its products; empty
/// ones where it holds none.
struct GradientSections {
  OperandType lhsType, rhsType;
  std::vector<float> lhs, rhs;
};
llvm::Expected<GradientSections>
readGradientSections(llvm::StringRef path, const ImportOptions &options = {});

/// Writes products and both gradient tables as triples, gradients rounded to
/// int16 sixteenths as arXiv 2509.10519's authors publish them. Error: a slope
/// that int16 does not hold.
llvm::Error writeGradientSections(const Multiplier &multiplier,
                                  llvm::ArrayRef<float> lhs,
                                  llvm::ArrayRef<float> rhs,
                                  llvm::raw_ostream &os);

/// The same into a file, which appears only when it is complete.
llvm::Error saveGradientSections(const Multiplier &multiplier,
                                 llvm::ArrayRef<float> lhs,
                                 llvm::ArrayRef<float> rhs,
                                 llvm::StringRef path);

/// Saves a gradient table as a float32 .npy array of the given shape.
llvm::Error saveGradientFile(llvm::ArrayRef<float> table,
                             llvm::ArrayRef<int64_t> shape,
                             llvm::StringRef path);

} // namespace lutra

#endif // LUTRA_MULTIPLIER_TABLEFILE_H
