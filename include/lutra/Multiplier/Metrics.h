//===- Metrics.h - Error metrics of a multiplier ----------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_METRICS_H
#define LUTRA_MULTIPLIER_METRICS_H

#include "lutra/Multiplier/Multiplier.h"

namespace lutra {

/// Error metrics, with E = AM(a, b) - a b and operand pairs (a, b) drawn with
/// probability p(a) p(b); the formulas are in allErrorMetrics(). Sources:
/// Liang, Han and Lombardi, IEEE Trans. Computers 62(9), 2013 (error distance,
/// NMED, MRED); Mrazek et al., DATE 2017, and the circuits of EvoApproxLib,
/// whose EP, MAE, WCE, MRE, WCRE and MSE these reproduce for uniform operands.
/// (Its MAE% divides by 2^(L+R) where normalizedMeanErrorDistance divides by
/// the largest product.)
struct ErrorMetrics {
  double errorRate = 0;
  double meanErrorDistance = 0;
  double normalizedMeanErrorDistance = 0;
  double meanRelativeErrorDistance = 0;
  double worstCaseErrorDistance = 0;
  double worstCaseRelativeErrorDistance = 0;
  double bias = 0;
  double variance = 0;
  double meanSquaredError = 0;
};

/// One row of the table of metrics.
struct ErrorMetric {
  /// Key in JSON: snake case.
  const char *key;
  const char *name;
  const char *formula;
  double ErrorMetrics::*value;
};

/// All metrics, in the order in which they are shown.
llvm::ArrayRef<ErrorMetric> allErrorMetrics();

/// Metrics over uniformly distributed operands.
ErrorMetrics computeErrorMetrics(const Multiplier &multiplier);

/// Metrics under a distribution per operand: one weight per value, by bit
/// pattern (histogram counts will do: each is divided by its sum); empty means
/// uniform. Worst cases are taken over pairs of positive probability. Errors: a
/// wrong number of weights, a negative or non-finite one, a sum of zero.
llvm::Expected<ErrorMetrics>
computeErrorMetrics(const Multiplier &multiplier,
                    llvm::ArrayRef<double> lhsWeights,
                    llvm::ArrayRef<double> rhsWeights);

} // namespace lutra

#endif // LUTRA_MULTIPLIER_METRICS_H
