//===- GateCount.h - Gates of a multiplier's structure ----------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the built-in families cost, counted from their structure and not from a
// synthesised netlist: an estimate that orders multipliers of one kind well and
// multipliers of different kinds roughly. docs/multipliers.md has the rules.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_GATECOUNT_H
#define LUTRA_MULTIPLIER_GATECOUNT_H

#include <string>

namespace lutra {

struct GateCount {
  /// Gates of two inputs: AND, OR, XOR and their complements. Inverters are
  /// free, a multiplexer of two bits is two ANDs and an OR.
  unsigned gates = 0;
  unsigned halfAdders = 0, fullAdders = 0;

  GateCount &operator+=(const GateCount &other);
  GateCount operator*(unsigned times) const;
  /// gates + 1.82 half adders + 4.47 full adders, the weights of TRAM.
  double equivalents() const;
  /// "64 gates, 8 half adders, 48 full adders".
  std::string str() const;
};

GateCount operator+(GateCount first, const GateCount &second);

} // namespace lutra

#endif // LUTRA_MULTIPLIER_GATECOUNT_H
