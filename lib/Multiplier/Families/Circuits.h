//===- Circuits.h - Gate counts of what families are made of ----*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The plainest circuit of each part: chains and ripples, no sharing between
// parts, no speed.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_FAMILIES_CIRCUITS_H
#define LUTRA_LIB_MULTIPLIER_FAMILIES_CIRCUITS_H

#include "lutra/Multiplier/GateCount.h"
#include "lutra/Multiplier/Multiplier.h"

namespace lutra::families {

/// Bits to be added up, by column: `heights[c]` bits of weight 2^c.
using Columns = std::vector<unsigned>;

/// Adders that leave one bit in each column, from the lowest column up: h bits,
/// the carries of the column below among them, take (h - 1) / 2 full adders
/// and, where h is even, a half adder. An n x n array has n (n - 2) full and n
/// half adders this way, as a ripple array and as a Dadda tree that ends in a
/// ripple adder. A bit of `constant` in a column makes its half adder an
/// inverter, or a full adder a half adder. Columns from `width` on are left
/// out, as the product does not have them.
GateCount addColumns(Columns heights, uint64_t constant, unsigned width);
inline GateCount addColumns(Columns heights, uint64_t constant = 0) {
  return addColumns(std::move(heights), constant, /*width=*/64);
}

/// The exact array: a gate per partial product, then addColumns(). Signed
/// operands after Baugh and Wooley: the partial products of negative weight
/// are complemented and a constant is added.
GateCount exactArray(OperandType lhs, OperandType rhs);

/// Ripple adder of two numbers of `bits` bits.
GateCount adder(unsigned bits);

/// x_i and no higher one, for each bit: 2 bits - 3.
GateCount leadingOneDetector(unsigned bits);

/// The position of the one among `bits` bits, in binary: for each bit of the
/// position the OR of the inputs that set it.
GateCount encoder(unsigned bits);

/// 2^k of `outputs` bits from k in binary, an AND of all of k's bits for each.
GateCount decoder(unsigned outputs);

/// 1, 2, 4, ...: the distances that shift by up to amounts - 1 places.
std::vector<unsigned> barrel(unsigned amounts);

/// Shifts a number of `inputs` bits left by any of `distances` or not, one
/// after the other: in each stage a multiplexer for a bit that comes from two
/// places, an AND for one that comes from one, nothing for bits that no output
/// from `low` to `high` - 1 needs.
GateCount shifter(unsigned inputs, llvm::ArrayRef<unsigned> distances,
                  unsigned low = 0, unsigned high = 64);

/// One of `choices` numbers of `width` bits by a one-hot choice: AND-OR.
GateCount selector(unsigned width, unsigned choices);

/// x or -x by a sign: XORs and an incrementer.
GateCount negation(unsigned bits);

/// What sign(a) sign(b) f(|a|, |b|) adds to f for two's-complement operands.
GateCount magnitudes(OperandType lhs, OperandType rhs);

} // namespace lutra::families

#endif // LUTRA_LIB_MULTIPLIER_FAMILIES_CIRCUITS_H
