//===- Metrics.cpp - Error metrics of a multiplier ------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The table of error metrics and one pass over a multiplier's table that
// computes them all.
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Metrics.h"
#include <algorithm>
#include <cmath>

using namespace lutra;
using llvm::Twine;

llvm::ArrayRef<ErrorMetric> lutra::allErrorMetrics() {
  static const ErrorMetric metrics[] = {
      {"error_rate", "error rate", "P(E != 0)", &ErrorMetrics::errorRate},
      {"mean_error_distance", "mean error distance (MED)", "mean |E|",
       &ErrorMetrics::meanErrorDistance},
      {"normalized_mean_error_distance", "normalised MED", "MED / max |a b|",
       &ErrorMetrics::normalizedMeanErrorDistance},
      {"mean_relative_error_distance", "mean relative ED",
       "mean |E| / |a b|, where a b != 0",
       &ErrorMetrics::meanRelativeErrorDistance},
      {"worst_case_error_distance", "worst-case ED", "max |E|",
       &ErrorMetrics::worstCaseErrorDistance},
      {"worst_case_relative_error_distance", "worst-case relative ED",
       "max |E| / |a b|, where a b != 0",
       &ErrorMetrics::worstCaseRelativeErrorDistance},
      {"bias", "mean signed error (bias)", "mean E", &ErrorMetrics::bias},
      {"variance", "variance of the error", "mean E^2 - bias^2",
       &ErrorMetrics::variance},
      {"mean_squared_error", "mean squared error", "mean E^2",
       &ErrorMetrics::meanSquaredError},
  };
  return metrics;
}

/// Probabilities by bit pattern.
static llvm::Expected<std::vector<double>>
normalize(const char *operand, OperandType type,
          llvm::ArrayRef<double> weights) {
  if (weights.empty())
    return std::vector<double>(type.size(), 1.0 / type.size());
  if (weights.size() != type.size())
    return llvm::createStringError("the distribution of " + Twine(operand) +
                                   " expects " + Twine(type.size()) +
                                   " weights for " + type.str() + ", got " +
                                   Twine(weights.size()));
  double sum = 0;
  for (size_t i = 0; i < weights.size(); ++i) {
    if (!std::isfinite(weights[i]) || weights[i] < 0)
      return llvm::createStringError(
          "the distribution of " + Twine(operand) +
          " expects finite weights that are not negative, got " +
          (std::isfinite(weights[i]) ? "a negative one" : "a non-finite one") +
          " for value " + Twine(type.value(i)));
    sum += weights[i];
  }
  if (!(sum > 0) || !std::isfinite(sum))
    return llvm::createStringError("the distribution of " + Twine(operand) +
                                   " expects weights with a positive, finite "
                                   "sum");
  std::vector<double> probabilities(weights.begin(), weights.end());
  for (double &probability : probabilities)
    probability /= sum;
  return probabilities;
}

static ErrorMetrics compute(const Multiplier &multiplier,
                            llvm::ArrayRef<double> lhsProbabilities,
                            llvm::ArrayRef<double> rhsProbabilities) {
  OperandType lhs = multiplier.lhs(), rhs = multiplier.rhs();
  ErrorMetrics metrics;
  double nonzeroMass = 0;
  int64_t largest = 0;
  for (int32_t a = lhs.lo(); a <= lhs.hi(); ++a)
    for (int32_t b = rhs.lo(); b <= rhs.hi(); ++b) {
      int64_t exact = int64_t(a) * b;
      largest = std::max(largest, std::abs(exact));
      double p =
          lhsProbabilities[lhs.index(a)] * rhsProbabilities[rhs.index(b)];
      if (p == 0)
        continue;
      double error = double(multiplier(a, b) - exact);
      double distance = std::abs(error);
      metrics.errorRate += error != 0 ? p : 0;
      metrics.meanErrorDistance += p * distance;
      metrics.bias += p * error;
      metrics.meanSquaredError += p * error * error;
      metrics.worstCaseErrorDistance =
          std::max(metrics.worstCaseErrorDistance, distance);
      if (exact == 0)
        continue;
      double relative = distance / double(std::abs(exact));
      nonzeroMass += p;
      metrics.meanRelativeErrorDistance += p * relative;
      metrics.worstCaseRelativeErrorDistance =
          std::max(metrics.worstCaseRelativeErrorDistance, relative);
    }
  if (nonzeroMass > 0)
    metrics.meanRelativeErrorDistance /= nonzeroMass;
  metrics.normalizedMeanErrorDistance =
      metrics.meanErrorDistance / double(largest);
  // A constant error leaves rounding noise of either sign.
  metrics.variance =
      std::max(0.0, metrics.meanSquaredError - metrics.bias * metrics.bias);
  return metrics;
}

llvm::Expected<ErrorMetrics>
lutra::computeErrorMetrics(const Multiplier &multiplier,
                           llvm::ArrayRef<double> lhsWeights,
                           llvm::ArrayRef<double> rhsWeights) {
  auto lhs = normalize("the first operand", multiplier.lhs(), lhsWeights);
  if (!lhs)
    return lhs.takeError();
  auto rhs = normalize("the second operand", multiplier.rhs(), rhsWeights);
  if (!rhs)
    return rhs.takeError();
  return compute(multiplier, *lhs, *rhs);
}

ErrorMetrics lutra::computeErrorMetrics(const Multiplier &multiplier) {
  std::vector<double> lhs(multiplier.lhs().size(),
                          1.0 / multiplier.lhs().size());
  std::vector<double> rhs(multiplier.rhs().size(),
                          1.0 / multiplier.rhs().size());
  return compute(multiplier, lhs, rhs);
}
