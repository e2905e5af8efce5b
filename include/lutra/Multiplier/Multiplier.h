//===- Multiplier.h - Truth table of an approximate multiplier --*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A multiplier is a total function AM: A x B -> Z given by its table (M1).
// Nothing in this folder depends on MLIR.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_MULTIPLIER_H
#define LUTRA_MULTIPLIER_MULTIPLIER_H

#include "lutra/Multiplier/Metadata.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace lutra {

/// Integer type of one operand: `ui8`, `si4`, ...
struct OperandType {
  unsigned bits = 8;
  bool isSigned = false;

  static constexpr unsigned minBits = 2;
  /// Widest operand of a table: 12 x 12 bits are 64 MiB of entries.
  static constexpr unsigned maxBits = 12;
  /// Widest operand that the compiler takes: codes are stored in i8.
  static constexpr unsigned maxCodeBits = 8;

  /// Smallest and largest value.
  int32_t lo() const { return isSigned ? -(int32_t(1) << (bits - 1)) : 0; }
  int32_t hi() const {
    return (int32_t(1) << (isSigned ? bits - 1 : bits)) - 1;
  }
  /// Number of values, 2^bits.
  uint32_t size() const { return uint32_t(1) << bits; }
  /// Row or column of `value` in a table: its two's-complement bit pattern.
  uint32_t index(int32_t value) const { return uint32_t(value) & (size() - 1); }
  /// The value whose bit pattern is `index`.
  int32_t value(uint32_t index) const {
    return isSigned && index >= size() / 2 ? int32_t(index) - int32_t(size())
                                           : int32_t(index);
  }
  /// "ui8", "si4".
  std::string str() const;
  /// Parses what str() writes; also "u8", "s8" and "8" (unsigned).
  static llvm::Expected<OperandType> parse(llvm::StringRef text);

  bool operator==(const OperandType &other) const {
    return bits == other.bits && isSigned == other.isSigned;
  }
  bool operator!=(const OperandType &other) const { return !(*this == other); }
};

/// Smallest and largest entry of a table.
struct ProductBounds {
  int64_t min = 0, max = 0;
};

/// An approximate multiplier. Immutable once made.
class Multiplier {
public:
  /// Takes the table in canonical order, `table[lhs.index(a) * rhs.size() +
  /// rhs.index(b)]` (M1). Errors: an operand type outside 2 to 12 bits; wrong
  /// number of entries; an entry whose magnitude exceeds 2^(lhs.bits +
  /// rhs.bits).
  static llvm::Expected<Multiplier> create(OperandType lhs, OperandType rhs,
                                           std::vector<int32_t> table,
                                           std::string name);

  OperandType lhs() const { return lhsType; }
  OperandType rhs() const { return rhsType; }
  /// What it was made from: a family's spec or a file's name.
  const std::string &name() const { return multiplierName; }
  /// Canonical table, row-major, lhs.size() x rhs.size() entries.
  llvm::ArrayRef<int32_t> table() const { return entries; }
  /// AM(a, b), operands as values.
  int32_t operator()(int32_t a, int32_t b) const {
    return entries[lhsType.index(a) * rhsType.size() + rhsType.index(b)];
  }
  ProductBounds bounds() const { return productBounds; }
  /// Bounds of E = AM(a, b) - a*b.
  ProductBounds errorBounds() const { return productErrorBounds; }
  bool isExact() const {
    return productErrorBounds.min == 0 && productErrorBounds.max == 0;
  }
  /// AM(a, b) = AM(b, a) everywhere; false when the operand types differ.
  bool isCommutative() const;
  /// SHA-256, lower-case hex, of the canonical serialisation: the operand types
  /// as text, "ui8xui8\n", then every entry as little-endian int32. The name
  /// takes no part in it.
  const std::string &hash() const { return contentHash; }
  /// What else is known of it; no part of its identity.
  const MultiplierMetadata &metadata() const { return *known; }
  /// The same multiplier with another name or other metadata.
  Multiplier renamed(std::string name) const;
  Multiplier withMetadata(MultiplierMetadata metadata) const;

private:
  Multiplier() = default;
  OperandType lhsType, rhsType;
  std::string multiplierName, contentHash;
  std::vector<int32_t> entries;
  ProductBounds productBounds, productErrorBounds;
  std::shared_ptr<const MultiplierMetadata> known;
};

} // namespace lutra

#endif // LUTRA_MULTIPLIER_MULTIPLIER_H
