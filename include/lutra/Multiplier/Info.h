//===- Info.h - Multiplier library as JSON ----------------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What other languages and reports read: the C API and `approx-lut --json`
// print these.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_INFO_H
#define LUTRA_MULTIPLIER_INFO_H

#include "lutra/Multiplier/Distribution.h"
#include "lutra/Multiplier/Metrics.h"
#include "lutra/Multiplier/Multiplier.h"
#include "llvm/Support/JSON.h"

namespace lutra {

/// {error_rate, mean_error_distance, ...}: the keys of allErrorMetrics().
llvm::json::Object toJSON(const ErrorMetrics &metrics);

/// {area_um2, power_mw, delay_ns, gate_equivalents, process, source}; what is
/// not known is null.
llvm::json::Object toJSON(const HardwareCost &cost);

/// {name, lhs, rhs, hash, bounds: {min, max}, error_bounds: {min, max},
/// zero_product, exact, commutative, metrics, format, description, encoding,
/// operand_order, warnings, cost}, metrics over uniform operands, cost null
/// when nothing is known of it.
llvm::json::Object multiplierInfo(const Multiplier &multiplier);

/// The same, with a distribution also {distribution: {source, metrics}}.
llvm::Expected<llvm::json::Object>
multiplierInfo(const Multiplier &multiplier,
               const OperandDistribution *distribution);

/// [{name, summary, source, signed, parameters: [{name, help, default,
/// domain}]}]; default is null for a required parameter.
llvm::json::Array familiesInfo();

/// [{name, summary, types}]; types says whether operand types may follow.
llvm::json::Array wrappersInfo();

/// [{name, summary, source, separable, parameters}], parameters as above.
llvm::json::Array estimatorsInfo();

} // namespace lutra

#endif // LUTRA_MULTIPLIER_INFO_H
