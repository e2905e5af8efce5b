//===- Compare.h - How multipliers are related ------------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Published tables of one circuit differ by how they were written down: the
// operands exchanged, the signedness misread, the bits of an operand in the
// other order. Two tables are compared under all of these; what is left is how
// far apart they are.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_COMPARE_H
#define LUTRA_MULTIPLIER_COMPARE_H

#include "lutra/Multiplier/Distribution.h"
#include "lutra/Multiplier/Multiplier.h"
#include "llvm/Support/JSON.h"
#include <optional>

namespace lutra {

/// How an operand's index is rewritten.
enum class IndexOrder {
  Same,
  /// Bit i becomes bit (bits - 1 - i): the circuit's ports were bound the
  /// other way round.
  BitsReversed,
  /// The highest bit is inverted: rows of a signed operand in numeric order.
  OffsetBinary
};

/// How to rewrite one multiplier into another. All of it at once, in this
/// order: rewrite the indices, exchange the operands, take the patterns as
/// another signedness, wrap the sign.
struct TableRelation {
  IndexOrder lhs = IndexOrder::Same, rhs = IndexOrder::Same;
  /// A(a, b) = B(b, a).
  bool transposed = false;
  /// The operand types differ in signedness only, and the products are equal
  /// modulo 2^(lhs.bits + rhs.bits): the same circuit, read as another type.
  bool reinterpreted = false;
  /// A(a, b) = sign(a) sign(b) B(|a|, |b|) with an unsigned B, apart from
  /// operands -2^(bits-1), which symmetric quantisation does not use.
  bool wrapsSign = false;
  /// The same with A and B exchanged.
  bool isWrapped = false;

  bool isEqual() const;
  /// What a reader needs to know: "equal", "equal up to transposition",
  /// "equal up to transposition and bit order of the second operand", ...
  std::string str() const;
};

/// The simplest relation between the tables; none when they are unrelated.
std::optional<TableRelation> findRelation(const Multiplier &a,
                                          const Multiplier &b);

/// How far two tables are apart, D = A(a, b) - B(a, b), over the operand pairs
/// that both take.
struct TableDifference {
  uint64_t pairs = 0;
  /// P(D != 0), mean |D|, mean D and max |D|.
  double differing = 0, meanAbsolute = 0, mean = 0;
  int64_t maxAbsolute = 0;
  /// The first operand pair of the largest |D|, and its products.
  int32_t lhs = 0, rhs = 0, first = 0, second = 0;
};

/// Over uniform operands, or under a distribution, whose operand types must be
/// those of both. `transposed` compares A(a, b) with B(b, a).
llvm::Expected<TableDifference>
computeDifference(const Multiplier &a, const Multiplier &b,
                  const OperandDistribution *distribution = nullptr,
                  bool transposed = false);

/// Classes of equal tables, each a list of indices in ascending order; classes
/// in the order of their first members.
std::vector<std::vector<size_t>>
findEqualTables(llvm::ArrayRef<Multiplier> multipliers);

/// {multipliers: [multiplierInfo, ...], distribution, equal: [[0, 2], [1],
/// ...], pairs: [{first, second, relation, transposed, ...,
/// difference: {...}, transposed_difference: {...}}]}, one row per pair of
/// multipliers; relation is null for unrelated tables. Metrics are those under
/// the distribution, if given.
llvm::Expected<llvm::json::Object>
compareInfo(llvm::ArrayRef<Multiplier> multipliers,
            const OperandDistribution *distribution = nullptr);

} // namespace lutra

#endif // LUTRA_MULTIPLIER_COMPARE_H
