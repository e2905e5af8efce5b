//===- Multiplier.cpp - Truth table of an approximate multiplier ----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Checks a table once, when a multiplier is made of it, and computes all that
// is stored beside it: bounds of products and errors, and the content hash.
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Multiplier.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/SHA256.h"

using namespace lutra;
using llvm::Twine;

std::string OperandType::str() const {
  return (isSigned ? "si" : "ui") + std::to_string(bits);
}

llvm::Expected<OperandType> OperandType::parse(llvm::StringRef text) {
  OperandType type;
  llvm::StringRef digits = text;
  if (digits.consume_front("s"))
    type.isSigned = true;
  else
    digits.consume_front("u");
  if (digits.size() < text.size())
    digits.consume_front("i");
  if (!llvm::all_of(digits, llvm::isDigit) ||
      digits.getAsInteger(10, type.bits) || type.bits < minBits ||
      type.bits > maxBits)
    return llvm::createStringError(
        "expects an operand type of " + Twine(minBits) + " to " +
        Twine(maxBits) + " bits such as 'u8' or 's4', got '" + text + "'");
  return type;
}

/// The canonical serialisation's digest.
static std::string hashTable(OperandType lhs, OperandType rhs,
                             llvm::ArrayRef<int32_t> table) {
  llvm::SHA256 hasher;
  std::string types = lhs.str() + "x" + rhs.str() + "\n";
  hasher.update(llvm::StringRef(types));
  std::vector<uint8_t> bytes(table.size() * sizeof(int32_t));
  for (size_t i = 0; i < table.size(); ++i)
    llvm::support::endian::write32le(&bytes[i * sizeof(int32_t)],
                                     uint32_t(table[i]));
  hasher.update(bytes);
  return llvm::toHex(hasher.final(), /*LowerCase=*/true);
}

static ProductBounds including(ProductBounds bounds, int64_t value) {
  return {std::min(bounds.min, value), std::max(bounds.max, value)};
}

llvm::Expected<Multiplier> Multiplier::create(OperandType lhs, OperandType rhs,
                                              std::vector<int32_t> table,
                                              std::string name) {
  for (OperandType type : {lhs, rhs})
    if (type.bits < OperandType::minBits || type.bits > OperandType::maxBits)
      return llvm::createStringError(
          "multiplier '" + Twine(name) + "' has an operand of type " +
          type.str() + ", expects " + Twine(OperandType::minBits) + " to " +
          Twine(OperandType::maxBits) + " bits");
  size_t expected = size_t(lhs.size()) * rhs.size();
  if (table.size() != expected)
    return llvm::createStringError(
        "multiplier '" + Twine(name) + "' of " + lhs.str() + " x " + rhs.str() +
        " expects a table of " + Twine(expected) + " entries (" +
        Twine(lhs.size()) + " x " + Twine(rhs.size()) + "), got " +
        Twine(table.size()));

  Multiplier result;
  int64_t limit = int64_t(1) << (lhs.bits + rhs.bits);
  for (uint32_t row = 0, i = 0; row < lhs.size(); ++row)
    for (uint32_t column = 0; column < rhs.size(); ++column, ++i) {
      int64_t product = table[i];
      int64_t a = lhs.value(row), b = rhs.value(column);
      if (product < -limit || product > limit)
        return llvm::createStringError(
            "multiplier '" + Twine(name) + "' of " + lhs.str() + " x " +
            rhs.str() + " expects entries from " + Twine(-limit) + " to " +
            Twine(limit) + ", got AM(" + Twine(a) + ", " + Twine(b) +
            ") = " + Twine(product));
      int64_t error = product - a * b;
      if (i == 0) {
        result.productBounds = {product, product};
        result.productErrorBounds = {error, error};
      }
      result.productBounds = including(result.productBounds, product);
      result.productErrorBounds = including(result.productErrorBounds, error);
    }
  result.lhsType = lhs;
  result.rhsType = rhs;
  result.multiplierName = std::move(name);
  result.contentHash = hashTable(lhs, rhs, table);
  result.entries = std::move(table);
  MultiplierMetadata metadata;
  metadata.format = "table";
  metadata.encoding = lhs.isSigned != rhs.isSigned ? "mixed"
                      : lhs.isSigned               ? "two's complement"
                                                   : "unsigned";
  result.known =
      std::make_shared<const MultiplierMetadata>(std::move(metadata));
  return result;
}

Multiplier Multiplier::renamed(std::string name) const {
  Multiplier result = *this;
  result.multiplierName = std::move(name);
  return result;
}

Multiplier Multiplier::withMetadata(MultiplierMetadata metadata) const {
  Multiplier result = *this;
  result.known =
      std::make_shared<const MultiplierMetadata>(std::move(metadata));
  return result;
}

bool Multiplier::isCommutative() const {
  if (lhsType != rhsType)
    return false;
  uint32_t size = lhsType.size();
  for (uint32_t row = 0; row < size; ++row)
    for (uint32_t column = 0; column < row; ++column)
      if (entries[row * size + column] != entries[column * size + row])
        return false;
  return true;
}
