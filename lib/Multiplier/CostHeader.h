//===- CostHeader.h - Cost and errors in a circuit's comments ----*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_COSTHEADER_H
#define LUTRA_LIB_MULTIPLIER_COSTHEADER_H

#include "lutra/Multiplier/TableFile.h"

namespace lutra {

/// A number as a header writes it, and half a unit of its last digit.
struct StatedNumber {
  double value = 0, rounding = 0;
};

/// What the comment lines of EvoApproxLib's C and Verilog files state:
///
///   // MAE% = 0.65 %
///   // WCE = 4084
///   // PDK45_PWR = 0.237 mW
struct CircuitHeader {
  std::optional<HardwareCost> cost;
  std::optional<StatedNumber> meanError, worstCaseError, errorPercent;
  std::optional<StatedNumber> meanRelativePercent, meanSquaredError;
};

/// Reads comment lines (//, *, #) of the form "KEY = number unit" and ignores
/// all others.
CircuitHeader parseCircuitHeader(llvm::StringRef text);

/// Puts the cost into the table's metadata, and a warning for every error
/// figure that the table does not have: then the table is another circuit's.
void readCostHeader(const TableSource &source, FileTable &table);

} // namespace lutra

#endif // LUTRA_LIB_MULTIPLIER_COSTHEADER_H
