//===- Distribution.h - How often a network uses each operand ---*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Operand distributions in a JSON file, as `TrainingStep.record_histograms`
// writes it after running a compiled network on data:
//
//   {"format": "lutra-operand-histograms", "version": 1,
//    "layers": {
//      "conv1": {"policy": "approximate", "macs": 1840,
//                "operands": ["ui8", "ui8"],
//                "lhs": [0, 3, ...], "rhs": [17, 5, ...]},
//      "fc": {"policy": "float", "macs": 960}}}
//
// `lhs` and `rhs` hold one count per value of the multiplier's first and second
// operand, by bit pattern (any finite weights will do); `operands` are their
// types, unsigned of the arrays' sizes when left out; `macs` is the number of
// products per sample. A layer without counts is not quantised. A file written
// by hand may give `lhs` and `rhs` at the top, without `layers`. Other keys are
// for other readers.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_DISTRIBUTION_H
#define LUTRA_MULTIPLIER_DISTRIBUTION_H

#include "lutra/Multiplier/Metrics.h"
#include "lutra/Multiplier/Multiplier.h"

namespace lutra {

/// How often each operand value occurs: one finite, non-negative weight per
/// value, by bit pattern, with a positive sum. The operands are taken to be
/// independent of each other.
struct OperandDistribution {
  /// Where it comes from, as messages name it: "layer 'conv1' of 'h.json'".
  std::string source;
  OperandType lhsType, rhsType;
  std::vector<double> lhs, rhs;
};

/// Reads the distribution of a layer; of all layers together for an empty
/// `layer`: their relative frequencies, weighted by their MACs. Errors: no such
/// layer (with the known ones), one that is not quantised, layers of different
/// operand types, weights that are no distribution.
llvm::Expected<OperandDistribution> loadDistribution(llvm::StringRef path,
                                                     llvm::StringRef layer);

/// The same from what users write: "histograms.json" or
/// "histograms.json:conv1".
llvm::Expected<OperandDistribution> loadDistribution(llvm::StringRef text);

/// An error when the operand types are not those of `multiplier`.
llvm::Error verifyDistribution(const Multiplier &multiplier,
                               const OperandDistribution &distribution);

/// Metrics under a distribution; the error of verifyDistribution().
llvm::Expected<ErrorMetrics>
computeErrorMetrics(const Multiplier &multiplier,
                    const OperandDistribution &distribution);

} // namespace lutra

#endif // LUTRA_MULTIPLIER_DISTRIBUTION_H
