//===- TableFile.cpp - Multiplier tables in files -------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The table of file formats, one row each, and what is done alike for all of
// them. To add a format: write a file in Formats/ and add its row.
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/TableFile.h"
#include "Formats/Formats.h"
#include "Formats/Npy.h"
#include "lutra/Multiplier/Families.h"
#include "lutra/Multiplier/LoadMultiplier.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;
using namespace lutra::formats;
using llvm::StringRef;
using llvm::Twine;

//===----------------------------------------------------------------------===//
// What the formats share
//===----------------------------------------------------------------------===//

std::optional<OperandTypes> formats::statedTypes(const ImportOptions &options) {
  if (options.types)
    return options.types;
  if (!options.bits)
    return std::nullopt;
  bool isSigned = options.isSigned.value_or(false);
  return OperandTypes({options.bits->first, isSigned},
                      {options.bits->second, isSigned});
}

std::optional<OperandType> formats::inferOperand(uint64_t values,
                                                 const ImportOptions &options) {
  for (unsigned bits = OperandType::minBits; bits <= OperandType::maxBits;
       ++bits)
    if (values == uint64_t(1) << bits)
      return OperandType{bits, options.isSigned.value_or(false)};
  return std::nullopt;
}

std::optional<OperandTypes> formats::inferSquare(uint64_t entries,
                                                 const ImportOptions &options) {
  for (unsigned bits = OperandType::minBits; bits <= OperandType::maxBits;
       ++bits)
    if (entries == uint64_t(1) << (2 * bits)) {
      OperandType type{bits, options.isSigned.value_or(false)};
      return OperandTypes(type, type);
    }
  return std::nullopt;
}

std::string formats::describe(OperandTypes types) {
  return types.first.str() + " x " + types.second.str();
}

template <typename T>
static std::string toLittleEndian(llvm::ArrayRef<T> values) {
  static_assert(sizeof(T) == 4, "int32 or float");
  std::string bytes(values.size() * sizeof(T), '\0');
  for (size_t i = 0; i < values.size(); ++i) {
    uint32_t word;
    std::memcpy(&word, &values[i], sizeof(word));
    llvm::support::endian::write32le(&bytes[i * sizeof(T)], word);
  }
  return bytes;
}

std::string formats::littleEndianBytes(llvm::ArrayRef<int32_t> values) {
  return toLittleEndian(values);
}

std::string formats::littleEndianBytes(llvm::ArrayRef<float> values) {
  return toLittleEndian(values);
}

//===----------------------------------------------------------------------===//
// The table
//===----------------------------------------------------------------------===//

llvm::ArrayRef<TableFormat> lutra::allTableFormats() {
  static const std::vector<TableFormat> table = {
      // Formats with a mark of their own first, raw bytes last.
      formats::npy(),
      formats::axm(),
      formats::blif(),
      formats::verilog(),
      formats::cFunction(),
      formats::bin(),
  };
  return table;
}

/// The format that a file is written in: the one of its extension.
static llvm::Expected<const TableFormat *> findWriter(StringRef path) {
  llvm::SmallVector<StringRef> extensions;
  for (const TableFormat &format : allTableFormats()) {
    if (!format.write)
      continue;
    for (StringRef extension : format.extensions) {
      if (path.ends_with_insensitive(extension))
        return &format;
      extensions.push_back(extension);
    }
  }
  return makeError("file '" + path + "' has no known extension, expects " +
                   llvm::join(extensions, " or "));
}

/// The format that a file is read in: the named one, else the one whose content
/// it has, the extension's first.
static llvm::Expected<const TableFormat *>
findReader(const TableSource &source, const ImportOptions &options) {
  llvm::SmallVector<StringRef> names;
  const TableFormat *byContent = nullptr, *byExtension = nullptr;
  for (const TableFormat &format : allTableFormats()) {
    if (options.format == format.name)
      return &format;
    names.push_back(format.name);
    bool hasExtension =
        llvm::any_of(format.extensions, [&](StringRef extension) {
          return source.path.ends_with_insensitive(extension);
        });
    if (hasExtension && !byExtension)
      byExtension = &format;
    if (!format.matches(source.bytes))
      continue;
    if (hasExtension && options.format.empty())
      return &format;
    if (!byContent)
      byContent = &format;
  }
  if (!options.format.empty())
    return makeError("unknown format '" + options.format + "'" +
                     suggestName(options.format, names) +
                     " (known: " + llvm::join(names, ", ") + ")");
  // A file that its extension's format does not match is reported by that
  // format's reader, which knows what is wrong.
  if (byExtension || byContent)
    return byExtension ? byExtension : byContent;
  return makeError("file '" + source.path + "' is of no known format (known: " +
                   llvm::join(names, ", ") + ")");
}

bool lutra::hasTableExtension(StringRef path) {
  return llvm::any_of(allTableFormats(), [&](const TableFormat &format) {
    return llvm::any_of(format.extensions, [&](StringRef extension) {
      return path.ends_with_insensitive(extension);
    });
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

/// AM(a, b) = source(b, a).
static void transpose(FileTable &table) {
  uint64_t rows = table.lhs.size(), columns = table.rhs.size();
  std::vector<int32_t> entries(table.entries.size());
  for (uint64_t row = 0; row < rows; ++row)
    for (uint64_t column = 0; column < columns; ++column)
      entries[column * rows + row] = table.entries[row * columns + column];
  table.entries = std::move(entries);
  std::swap(table.lhs, table.rhs);
  // A container may hold a multiplier that was transposed before.
  table.metadata.operandOrder =
      table.metadata.operandOrder == "transposed" ? "as in the source"
                                                  : "transposed";
}

llvm::Expected<Multiplier> lutra::loadTableFile(StringRef path,
                                                const ImportOptions &options) {
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer)
    return makeError("cannot read file '" + path +
                     "': " + buffer.getError().message());
  TableSource source{path, (*buffer)->getBuffer()};
  llvm::Expected<const TableFormat *> format = findReader(source, options);
  if (!format)
    return format.takeError();
  llvm::Expected<FileTable> table = (*format)->read(source, options);
  if (!table)
    return makeError("file '" + path + "' " +
                     llvm::toString(table.takeError()));
  if (options.transpose)
    transpose(*table);
  llvm::Expected<Multiplier> multiplier = Multiplier::create(
      table->lhs, table->rhs, std::move(table->entries), path.str());
  if (!multiplier)
    return multiplier.takeError();
  MultiplierMetadata metadata = std::move(table->metadata);
  // A container says what its table was read from.
  if (metadata.format.empty())
    metadata.format = (*format)->name;
  if (metadata.encoding.empty())
    metadata.encoding = multiplier->metadata().encoding;
  return multiplier->withMetadata(std::move(metadata));
}

llvm::Error
formats::writeFile(StringRef path,
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
  llvm::Expected<const TableFormat *> format = findWriter(path);
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
