//===- Npy.cpp - NumPy array files ----------------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file reads and writes .npy files:
// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
//
//===----------------------------------------------------------------------===//
#include "Npy.h"
#include "lutra/Multiplier/Files.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/raw_ostream.h"
#include <cstring>

using namespace lutra;
using namespace lutra::run;
using llvm::StringRef;

namespace {

constexpr llvm::StringLiteral magic = "\x93NUMPY";

struct Descriptor {
  StringRef text;
  ElementType type;
};
/// The first row of a type is the one that is written.
const Descriptor descriptors[] = {
    {"<f4", ElementType::F32}, {"<f8", ElementType::F64},
    {"|b1", ElementType::I1},  {"|i1", ElementType::I8},
    {"|u1", ElementType::I8},  {"<i2", ElementType::I16},
    {"<i4", ElementType::I32}, {"<i8", ElementType::I64}};

/// The text of a header between `key` and the next delimiter.
StringRef getField(StringRef header, StringRef key, char close) {
  size_t start = header.find(("'" + key + "':").str());
  if (start == StringRef::npos)
    return {};
  StringRef rest = header.substr(start + key.size() + 3).ltrim();
  return rest.take_until([&](char c) { return c == close; });
}

llvm::Error refuse(StringRef path, const llvm::Twine &reason) {
  return llvm::createStringError("'" + path + "' " + reason);
}

} // namespace

llvm::Expected<Array> lutra::run::readNpy(StringRef path,
                                          const ArgumentInfo &info) {
  auto file = readRegularFile(path, UINT64_MAX - 1);
  if (!file)
    return refuse(path, "cannot be read: " + llvm::toString(file.takeError()));
  StringRef data = (*file)->getBuffer();
  if (!data.starts_with(magic) || data.size() < 12)
    return refuse(path, "is not a .npy file");
  // Version 1 has a 2-byte header length, later ones 4 bytes.
  bool isVersion1 = data[6] == 1;
  size_t start = isVersion1 ? 10 : 12;
  size_t length = isVersion1 ? llvm::support::endian::read16le(data.data() + 8)
                             : llvm::support::endian::read32le(data.data() + 8);
  if (data.size() < start + length)
    return refuse(path, "is truncated");
  StringRef header = data.substr(start, length);
  StringRef type = getField(header, "descr", ',').trim("' ");
  bool typeMatches = llvm::any_of(descriptors, [&](const Descriptor &row) {
    return row.text == type && row.type == info.elementType;
  });
  if (!typeMatches)
    return refuse(path, "has elements of type '" + type + "', expected " +
                            getElementTypeName(info.elementType));
  if (getField(header, "fortran_order", ',').trim() != "False")
    return refuse(path, "is in Fortran order, expected C order");
  StringRef shape = getField(header, "shape", ')').ltrim("(");
  llvm::SmallVector<int64_t, 4> sizes;
  for (StringRef item : llvm::split(shape, ',')) {
    int64_t size;
    if (!item.trim().empty() && !item.trim().getAsInteger(10, size))
      sizes.push_back(size);
  }
  Array array = Array::zeros(info);
  if (sizes != info.sizes)
    return refuse(path,
                  "has shape (" + shape + "), expected (" +
                      llvm::join(llvm::map_range(info.sizes,
                                                 [](int64_t size) {
                                                   return std::to_string(size);
                                                 }),
                                 ", ") +
                      ")");
  if (data.size() - start - length < array.bytes.size())
    return refuse(path, "is truncated");
  std::memcpy(array.bytes.data(), data.data() + start + length,
              array.bytes.size());
  return array;
}

llvm::Error lutra::run::writeNpy(StringRef path, const Array &array) {
  const Descriptor *descriptor =
      llvm::find_if(descriptors, [&](const Descriptor &row) {
        return row.type == array.type;
      });
  std::string header = "{'descr': '" + descriptor->text.str() +
                       "', 'fortran_order': False, 'shape': (";
  for (int64_t size : array.sizes)
    header += std::to_string(size) + ",";
  header += "), }";
  // The data starts at a multiple of 64 bytes.
  header.append(64 - (10 + header.size() + 1) % 64, ' ');
  header += '\n';
  std::string bytes;
  llvm::raw_string_ostream os(bytes);
  char prefix[4] = {1, 0};
  llvm::support::endian::write16le(prefix + 2, header.size());
  os << magic;
  os.write(prefix, sizeof(prefix));
  os << header;
  os.write(array.bytes.data(), array.bytes.size());
  if (llvm::Error error = replaceFile(path, bytes))
    return refuse(path,
                  "cannot be written: " + llvm::toString(std::move(error)));
  return llvm::Error::success();
}
