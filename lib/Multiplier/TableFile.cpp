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
#include "Circuits/VerilogDesign.h"
#include "Formats/Formats.h"
#include "Formats/Npy.h"
#include "Plausibility.h"
#include "lutra/Multiplier/Families.h"
#include "lutra/Multiplier/Files.h"
#include "lutra/Multiplier/LoadMultiplier.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/FileSystem.h"
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
      // A function may hold a table of its own.
      formats::cFunction(),
      formats::cArray(),
      formats::triples(),
      formats::matrix(),
      formats::mlir(),
      formats::bin(),
  };
  return table;
}

/// The format that a file is written in: the named one, else the one of its
/// extension.
static llvm::Expected<const TableFormat *> findWriter(StringRef path,
                                                      StringRef name) {
  llvm::SmallVector<StringRef> extensions, names;
  for (const TableFormat &format : allTableFormats()) {
    if (!format.write)
      continue;
    names.push_back(format.name);
    if (name == format.name)
      return &format;
    if (!name.empty())
      continue;
    for (StringRef extension : format.extensions) {
      if (path.ends_with_insensitive(extension))
        return &format;
      extensions.push_back(extension);
    }
  }
  if (!name.empty())
    return makeError("unknown format '" + name + "' to write" +
                     suggestName(name, names) +
                     " (known: " + llvm::join(names, ", ") + ")");
  return makeError("file '" + path + "' has no known extension, expects " +
                   llvm::join(extensions, " or "));
}

/// The format that a file is read in: the named one; else, of those that its
/// content matches, the one of its extension or the first; else the one of its
/// extension, whose reader knows what is wrong. Raw numbers have no mark, so
/// they come last.
static llvm::Expected<const TableFormat *>
findReader(const TableSource &source, const ImportOptions &options) {
  llvm::SmallVector<StringRef> names;
  const TableFormat *byBoth = nullptr, *byContent = nullptr;
  const TableFormat *byExtension = nullptr, *unmarked = nullptr;
  for (const TableFormat &format : allTableFormats()) {
    if (!format.read)
      continue;
    if (options.format == format.name)
      return &format;
    names.push_back(format.name);
    bool hasExtension =
        llvm::any_of(format.extensions, [&](StringRef extension) {
          return source.path.ends_with_insensitive(extension);
        });
    if (hasExtension && !byExtension)
      byExtension = &format;
    if (!options.format.empty() || !format.matches(source.bytes))
      continue;
    bool isRaw = StringRef(format.name) == "bin";
    if (hasExtension && !byBoth)
      byBoth = &format;
    if (!isRaw && !byContent)
      byContent = &format;
    if (isRaw)
      unmarked = &format;
  }
  if (!options.format.empty())
    return makeError("unknown format '" + options.format + "'" +
                     suggestName(options.format, names) +
                     " (known: " + llvm::join(names, ", ") + ")");
  for (const TableFormat *format : {byBoth, byContent, byExtension, unmarked})
    if (format)
      return format;
  return makeError("file '" + source.path + "' is of no known format (known: " +
                   llvm::join(names, ", ") + ")");
}

bool lutra::hasTableExtension(StringRef path) {
  return llvm::any_of(allTableFormats(), [&](const TableFormat &format) {
    return format.read &&
           llvm::any_of(format.extensions, [&](StringRef extension) {
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
  for (std::vector<float> &slopes : table.gradients) {
    std::vector<float> transposed(slopes.size());
    for (uint64_t i = 0; i < slopes.size(); ++i)
      transposed[i % columns * rows + i / columns] = slopes[i];
    slopes = std::move(transposed);
  }
  // dAM/d(first operand) of the source is that of the second now.
  std::swap(table.gradients[0], table.gradients[1]);
  std::swap(table.lhs, table.rhs);
  // A container may hold a multiplier that was transposed before.
  table.metadata.operandOrder = table.metadata.operandOrder == "transposed"
                                    ? "as in the source"
                                    : "transposed";
}

/// Whether the content of a file is that of a format: a folder's README.txt is
/// no table.
static bool hasTableContent(StringRef path) {
  auto buffer = readRegularFile(path);
  if (!buffer) {
    llvm::consumeError(buffer.takeError());
    return false;
  }
  return llvm::any_of(allTableFormats(), [&](const TableFormat &format) {
    return format.read && format.matches((*buffer)->getBuffer());
  });
}

/// The one file of a folder that has a table file's extension and, where there
/// are several, content; of several Verilog files the one with the top module.
static llvm::Expected<std::string> findInFolder(StringRef folder,
                                                const ImportOptions &options) {
  std::vector<std::string> found;
  std::error_code error;
  for (llvm::sys::fs::directory_iterator it(folder, error), end;
       !error && it != end; it.increment(error))
    if (hasTableExtension(it->path()))
      found.push_back(it->path());
  if (error)
    return makeError("cannot read folder '" + folder + "': " + error.message());
  llvm::sort(found);
  std::vector<std::string> tables = found;
  if (found.size() > 1)
    llvm::erase_if(tables,
                   [](StringRef path) { return !hasTableContent(path); });
  if (!tables.empty())
    found = std::move(tables);
  if (found.size() == 1)
    return found[0];
  if (found.empty())
    return makeError("folder '" + folder + "' has no file of a known format");
  if (llvm::all_of(found, [](StringRef path) {
        return path.ends_with_insensitive(".v") ||
               path.ends_with_insensitive(".sv");
      })) {
    llvm::Expected<std::string> top =
        circuits::findTopFile(found, options.function);
    if (!top)
      return makeError("folder '" + folder + "' " +
                       llvm::toString(top.takeError()));
    return top;
  }
  std::vector<std::string> names;
  for (const std::string &path : llvm::ArrayRef(found).take_front(8))
    names.push_back(llvm::sys::path::filename(path).str());
  return makeError("folder '" + folder + "' has " + Twine(found.size()) +
                   " files of known formats (" + llvm::join(names, ", ") +
                   (found.size() > 8 ? ", ..." : "") + "): name one of them");
}

/// A file's table and the name of its format.
static llvm::Expected<std::pair<FileTable, const TableFormat *>>
readFile(StringRef path, const ImportOptions &options) {
  std::string inFolder;
  if (llvm::sys::fs::is_directory(path)) {
    llvm::Expected<std::string> found = findInFolder(path, options);
    if (!found)
      return found.takeError();
    inFolder = std::move(*found);
    path = inFolder;
  }
  auto buffer = readRegularFile(path);
  if (!buffer)
    return makeError("cannot read file '" + path +
                     "': " + llvm::toString(buffer.takeError()));
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
  return std::make_pair(std::move(*table), *format);
}

llvm::Expected<Multiplier> lutra::loadTableFile(StringRef path,
                                                const ImportOptions &options) {
  auto read = readFile(path, options);
  if (!read)
    return read.takeError();
  auto &[table, format] = *read;
  MultiplierMetadata metadata = std::move(table.metadata);
  std::vector<std::string> suspicions = findSuspicions(table);
  llvm::append_range(metadata.warnings, suspicions);
  llvm::Expected<Multiplier> multiplier = Multiplier::create(
      table.lhs, table.rhs, std::move(table.entries), path.str());
  if (!multiplier) {
    // An impossible product may be a possible one of another reading.
    std::string message = llvm::toString(multiplier.takeError());
    return makeError(suspicions.empty() ? message
                                        : message + "; " + suspicions.front());
  }
  // A container says what its table was read from.
  if (metadata.format.empty())
    metadata.format = format->name;
  if (metadata.encoding.empty())
    metadata.encoding = multiplier->metadata().encoding;
  return multiplier->withMetadata(std::move(metadata));
}

llvm::Expected<GradientSections>
lutra::readGradientSections(StringRef path, const ImportOptions &options) {
  auto read = readFile(path, options);
  if (!read)
    return read.takeError();
  FileTable &table = read->first;
  return GradientSections{table.lhs, table.rhs, std::move(table.gradients[0]),
                          std::move(table.gradients[1])};
}

llvm::Error
formats::writeFile(StringRef path,
                   llvm::function_ref<llvm::Error(llvm::raw_ostream &)> write) {
  std::string bytes;
  llvm::raw_string_ostream os(bytes);
  if (llvm::Error error = write(os))
    return makeError("file '" + path + "' " + llvm::toString(std::move(error)));
  if (llvm::Error error = replaceFile(path, bytes))
    return makeError("cannot write file '" + path +
                     "': " + llvm::toString(std::move(error)));
  return llvm::Error::success();
}

llvm::Error lutra::saveTableFile(const Multiplier &multiplier, StringRef path,
                                 StringRef formatName) {
  llvm::Expected<const TableFormat *> format = findWriter(path, formatName);
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

llvm::Error lutra::saveGradientSections(const Multiplier &multiplier,
                                        llvm::ArrayRef<float> lhs,
                                        llvm::ArrayRef<float> rhs,
                                        StringRef path) {
  return writeFile(path, [&](llvm::raw_ostream &os) {
    return writeGradientSections(multiplier, lhs, rhs, os);
  });
}
