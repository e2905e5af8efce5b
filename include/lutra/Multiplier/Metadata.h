//===- Metadata.h - What is known of a multiplier besides its table -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_METADATA_H
#define LUTRA_MULTIPLIER_METADATA_H

#include <optional>
#include <string>
#include <vector>

namespace lutra {

/// Hardware cost as its source states it; what the source does not state is
/// absent. Costs of different processes are not comparable.
struct HardwareCost {
  std::optional<double> areaUm2;
  std::optional<double> powerMW;
  std::optional<double> delayNs;
  /// Gate equivalents: AND gates 1, half adders 1.82, full adders 4.47.
  std::optional<double> gateEquivalents;
  /// Technology ("PDK45"), empty when unknown.
  std::string process;
  /// Who says so: "header of mul8u_2AC.c", "user", "gate count of the array".
  std::string source;
};

/// Everything that is known of a multiplier and is no part of its identity
/// (M2): two multipliers with the same table are the same whatever stands here.
struct MultiplierMetadata {
  /// What the table was read from or made by: "bin", "text", "verilog",
  /// "family", "wrapper", "table", ...
  std::string format;
  /// One sentence for people: how the source was read, e.g. "module mul8, ports
  /// a, b -> p, evaluated by yosys".
  std::string description;
  /// Encoding of the operands: "unsigned", "two's complement", "mixed" or
  /// "sign-magnitude".
  std::string encoding;
  /// Order of the operands: "as in the source" or "transposed".
  std::string operandOrder = "as in the source";
  /// What the reader found suspicious, one sentence each, with numbers.
  std::vector<std::string> warnings;
  std::optional<HardwareCost> cost;
};

} // namespace lutra

#endif // LUTRA_MULTIPLIER_METADATA_H
