//===- ImportOptions.h - How a multiplier is to be read ---------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_IMPORTOPTIONS_H
#define LUTRA_MULTIPLIER_IMPORTOPTIONS_H

#include "lutra/Multiplier/Multiplier.h"
#include <optional>

namespace lutra {

using OperandTypes = std::pair<OperandType, OperandType>;

/// Order of rows and columns of a table of signed operands.
enum class TableOrder {
  /// What the content decides, else two's complement.
  Auto,
  /// Row i is the operand whose two's-complement bit pattern is i.
  TwosComplement,
  /// Row i is the operand i - 2^(bits-1).
  OffsetBinary
};

/// What a user knows of a file better than its content tells. What is left out
/// is inferred, and refused where the content does not decide it.
struct ImportOptions {
  /// Both operand types; comes before `bits` and `isSigned`.
  std::optional<OperandTypes> types;
  /// Widths of the first and second operand.
  std::optional<std::pair<unsigned, unsigned>> bits;
  /// Signedness of both operands.
  std::optional<bool> isSigned;
  /// Exchange the operands after reading: AM(a, b) = source(b, a).
  bool transpose = false;
  TableOrder order = TableOrder::Auto;
  /// A format's name (TableFormat::name), empty to find it from content.
  std::string format;
  /// C function or Verilog/BLIF module to read where a file holds several.
  std::string function;
  /// Names of the circuit's ports: first operand, second operand, product.
  /// Empty: inferred by direction and width.
  std::string lhsPort, rhsPort, productPort;
  /// Wall-clock limit of one external program, in seconds.
  double timeLimitSeconds = 60;
};

} // namespace lutra

#endif // LUTRA_MULTIPLIER_IMPORTOPTIONS_H
