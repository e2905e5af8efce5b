//===- Npy.cpp - NumPy's array files --------------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads and writes the .npy format: magic, version, a Python dict literal with
// descr, fortran_order and shape, padding, then the elements.
//
//===----------------------------------------------------------------------===//
#include "Npy.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <cmath>
#include <cstring>
#include <limits>

using namespace lutra;
using llvm::StringRef;
using llvm::Twine;

static constexpr StringRef magic("\x93NUMPY", 6);

/// NumPy itself refuses longer ones.
static constexpr size_t maxHeaderBytes = 10000;

static llvm::Error makeError(const Twine &message) {
  return llvm::createStringError(message);
}

/// The text after `'key':` in the header's dict literal, empty when the key is
/// missing. NumPy writes the keys itself; none occurs inside a value.
static StringRef valueOf(StringRef header, StringRef key) {
  for (char quote : {'\'', '"'}) {
    std::string quoted = quote + key.str() + quote;
    size_t at = header.find(quoted);
    if (at == StringRef::npos)
      continue;
    StringRef rest = header.substr(at + quoted.size()).ltrim();
    if (rest.consume_front(":"))
      return rest.ltrim();
  }
  return "";
}

llvm::Error NpyArray::parseHeader(StringRef header) {
  StringRef descr = valueOf(header, "descr");
  StringRef order = valueOf(header, "fortran_order");
  StringRef shape = valueOf(header, "shape");
  if (descr.empty() || order.empty() || shape.empty())
    return makeError("has an .npy header without "
                     "descr, fortran_order and shape: '" +
                     header.rtrim().take_front(80) + "'");

  if (descr.front() != '\'' && descr.front() != '"')
    return makeError("has a structured dtype, expects plain integers");
  StringRef dtype = descr.drop_front().split(descr.front()).first;
  StringRef rest = dtype;
  bigEndian = rest.starts_with(">");
  rest = rest.ltrim("<>|=");
  kind = rest.empty() ? 0 : rest.front();
  bool sized = !rest.drop_front(!rest.empty()).getAsInteger(10, itemSize);
  bool isInteger =
      (kind == 'i' || kind == 'u') &&
      (itemSize == 1 || itemSize == 2 || itemSize == 4 || itemSize == 8);
  bool isFloat = kind == 'f' && (itemSize == 4 || itemSize == 8);
  bool isBool = kind == 'b' && itemSize == 1;
  if (!sized || !(isInteger || isFloat || isBool))
    return makeError("has dtype '" + dtype.take_front(80) +
                     "', expects integers of 8 to 64 bits (or float32 or "
                     "float64 with whole values)");

  fortranOrder = order.starts_with("True");
  if (!fortranOrder && !order.starts_with("False"))
    return makeError("has an .npy header whose fortran_order is neither True "
                     "nor False");

  size_t close = shape.find(')');
  if (!shape.consume_front("(") || close == StringRef::npos)
    return makeError("has an .npy header whose shape is not a tuple");
  for (StringRef field : llvm::split(shape.take_front(close - 1), ',')) {
    field = field.trim();
    if (field.empty()) // After the last comma of "(65536,)".
      continue;
    uint64_t size;
    // Far above any table, far below where products of sizes overflow.
    if (field.getAsInteger(10, size) || size > (uint64_t(1) << 24))
      return makeError("has an .npy header with the size '" +
                       field.take_front(80) + "' in its shape");
    sizes.push_back(size);
  }
  return llvm::Error::success();
}

llvm::Expected<NpyArray> NpyArray::parse(StringRef bytes) {
  if (!bytes.starts_with(magic))
    return makeError("is not an .npy file: it does not begin with \\x93NUMPY");
  if (bytes.size() < 10)
    return makeError("ends inside its .npy header, after " +
                     Twine(bytes.size()) + " bytes");
  unsigned version = uint8_t(bytes[6]);
  if (version < 1 || version > 3)
    return makeError("has .npy version " + Twine(version) +
                     ", expects 1, 2 or 3");
  size_t lengthBytes = version == 1 ? 2 : 4;
  size_t start = 8 + lengthBytes;
  if (bytes.size() < start)
    return makeError("ends inside its .npy header, after " +
                     Twine(bytes.size()) + " bytes");
  size_t length = version == 1
                      ? llvm::support::endian::read16le(bytes.data() + 8)
                      : llvm::support::endian::read32le(bytes.data() + 8);
  if (bytes.size() - start < length)
    return makeError("ends inside its .npy header: it states " + Twine(length) +
                     " bytes, " + Twine(bytes.size() - start) + " are there");

  if (length > maxHeaderBytes)
    return makeError("has an .npy header of " + Twine(length) +
                     " bytes, expects at most " + Twine(maxHeaderBytes));

  NpyArray array;
  if (llvm::Error error = array.parseHeader(bytes.substr(start, length)))
    return error;
  array.data = bytes.substr(start + length);
  if (array.sizes.size() > 2)
    return makeError("has shape " + array.shapeText() +
                     ", expects one or two dimensions");
  uint64_t expected = array.itemSize;
  for (uint64_t size : array.sizes)
    expected *= size;
  if (array.data.size() != expected)
    return makeError("expects " + Twine(expected) +
                     " bytes of data for shape " + array.shapeText() + " of " +
                     Twine(array.itemSize) + "-byte elements, got " +
                     Twine(array.data.size()));
  return array;
}

std::string NpyArray::shapeText() const {
  std::string text = "(";
  for (size_t i = 0; i < sizes.size(); ++i)
    text += (i ? ", " : "") + std::to_string(sizes[i]);
  return text + (sizes.size() == 1 ? ",)" : ")");
}

/// The element's bytes as one number, least significant byte first.
static uint64_t readBits(StringRef bytes, bool bigEndian) {
  uint64_t bits = 0;
  for (size_t i = 0; i < bytes.size(); ++i) {
    size_t at = bigEndian ? i : bytes.size() - 1 - i;
    bits = bits << 8 | uint8_t(bytes[at]);
  }
  return bits;
}

uint64_t NpyArray::bitsAt(llvm::ArrayRef<uint64_t> indices) const {
  uint64_t offset = 0;
  for (size_t i = 0; i < indices.size(); ++i) {
    size_t axis = fortranOrder ? indices.size() - 1 - i : i;
    offset = offset * sizes[axis] + indices[axis];
  }
  return readBits(data.substr(offset * itemSize, itemSize), bigEndian);
}

/// "3, 4".
static std::string placeText(llvm::ArrayRef<uint64_t> indices) {
  std::string text;
  for (uint64_t index : indices)
    text += (text.empty() ? "" : ", ") + std::to_string(index);
  return text;
}

llvm::Expected<double>
NpyArray::numberAt(llvm::ArrayRef<uint64_t> indices) const {
  uint64_t bits = bitsAt(indices);
  if (kind != 'f') {
    unsigned unused = kind == 'i' ? 64 - 8 * itemSize : 0;
    int64_t value = int64_t(bits << unused) >> unused;
    return kind == 'u' ? double(bits) : double(value);
  }
  double value;
  if (itemSize == 4) {
    uint32_t word = uint32_t(bits);
    float narrow;
    std::memcpy(&narrow, &word, sizeof(narrow));
    value = narrow;
  } else {
    std::memcpy(&value, &bits, sizeof(value));
  }
  if (!std::isfinite(value))
    return makeError("expects finite values, got " +
                     Twine(std::isnan(value) ? "NaN" : "infinity") + " at [" +
                     placeText(indices) + "]");
  return value;
}

llvm::Expected<int32_t>
NpyArray::integerAt(llvm::ArrayRef<uint64_t> indices) const {
  uint64_t bits = bitsAt(indices);
  std::string where = placeText(indices);
  if (kind == 'f') {
    llvm::Expected<double> number = numberAt(indices);
    if (!number)
      return number.takeError();
    double value = *number;
    std::string text = llvm::formatv("{0}", llvm::format("%.9g", value));
    if (value != std::floor(value))
      return makeError("expects integers, got " + text + " at [" + where + "]");
    if (std::abs(value) > double(std::numeric_limits<int32_t>::max()))
      return makeError("expects values of at most 32 bits, got " + text +
                       " at [" + where + "]");
    return int32_t(value);
  }
  if (kind == 'u' && bits > uint64_t(std::numeric_limits<int32_t>::max()))
    return makeError("expects values of at most 32 bits, got " + Twine(bits) +
                     " at [" + where + "]");
  // Sign-extends an element narrower than 64 bits.
  unsigned unused = kind == 'i' ? 64 - 8 * itemSize : 0;
  int64_t value = int64_t(bits << unused) >> unused;
  if (value != int32_t(value))
    return makeError("expects values of at most 32 bits, got " + Twine(value) +
                     " at [" + where + "]");
  return int32_t(value);
}

void lutra::writeNpy(llvm::raw_ostream &os, StringRef descr,
                     llvm::ArrayRef<int64_t> shape, StringRef data) {
  std::string header =
      "{'descr': '" + descr.str() + "', 'fortran_order': False, 'shape': (";
  for (int64_t size : shape)
    header += std::to_string(size) + ", ";
  if (shape.size() > 1)
    header.resize(header.size() - 2);
  else if (shape.size() == 1)
    header.pop_back();
  header += "), }";
  // The elements start at a multiple of 64 bytes; the header ends in a newline.
  size_t prefix = magic.size() + 4;
  header.resize(llvm::alignTo(prefix + header.size() + 1, 64) - prefix - 1,
                ' ');
  header += '\n';
  char length[2];
  llvm::support::endian::write16le(length, uint16_t(header.size()));
  os << magic << '\1' << '\0' << StringRef(length, 2) << header << data;
}
