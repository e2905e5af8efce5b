//===- CostText.h - Hardware cost as people write it ------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_COSTTEXT_H
#define LUTRA_MULTIPLIER_COSTTEXT_H

#include "lutra/Multiplier/Metadata.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace lutra {

/// One quantity of a HardwareCost.
struct CostQuantity {
  /// As users write it: "power".
  const char *name;
  /// Key in JSON, with the unit that it is stored in: "power_mw".
  const char *key;
  /// The unit that it is stored in.
  const char *unit;
  std::optional<double> HardwareCost::*value;
};

/// Power, area, delay and gate equivalents, in the order in which they are
/// shown.
llvm::ArrayRef<CostQuantity> allCostQuantities();

/// Parses "power=0.4mW,area=120um2,delay=1.3ns,gates=260,process=PDK45"; any
/// part may be left out, but one quantity. A number without a unit is in the
/// unit of the list above; W, mW, uW and nW, mm2 and um2, ns and ps are known.
/// The source is "given by the user".
llvm::Expected<HardwareCost> parseHardwareCost(llvm::StringRef text);

/// "power 0.4 mW, area 120 um2 (PDK45; header of f.c)".
std::string describe(const HardwareCost &cost);

} // namespace lutra

#endif // LUTRA_MULTIPLIER_COSTTEXT_H
