//===- GradientAnalysis.h - Estimators compared and factorised --*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_GRADIENTANALYSIS_H
#define LUTRA_MULTIPLIER_GRADIENTANALYSIS_H

#include "lutra/Multiplier/Distribution.h"
#include "lutra/Multiplier/Gradient.h"
#include "llvm/Support/JSON.h"

namespace lutra {

/// How far two gradient tables g (the first) and f are apart, over operand
/// pairs that are uniformly distributed or as a distribution says.
struct GradientDistance {
  /// sqrt(mean (f - g)^2 / mean g^2); 0 for two tables of zeros.
  double relativeFrobenius = 0;
  double maximum = 0;
  /// mean (f - g).
  double mean = 0;
  /// Share of pairs where one is positive and the other negative.
  double signDisagreement = 0;
  /// Pearson's coefficient; 1 where neither varies.
  double correlation = 1;
};

GradientDistance gradientDistance(const Multiplier &multiplier,
                                  llvm::ArrayRef<double> first,
                                  llvm::ArrayRef<double> second,
                                  const OperandDistribution *distribution);

/// Every pair of estimators, for both operands: [{first, second, lhs:
/// {distance}, rhs: {distance}}]. Distances have the keys relative_frobenius,
/// maximum, mean, sign_disagreement, correlation.
llvm::Expected<llvm::json::Array>
compareGradients(const Multiplier &multiplier,
                 llvm::ArrayRef<std::string> specs,
                 const OperandDistribution *distribution);

/// A cheap figure for a half window h, from the table alone: the root mean
/// square of g(w, x) - (AM(w, x + d) - AM(w, x)) / d over operand pairs, both
/// operands, and steps d = +-1, +-2, +-4, +-8, +-16 that stay in range, each
/// weighted by |d|, g being lut-2d. It says how well the slope predicts what an
/// update of the codes does. Weighting all steps alike would let the jumps of
/// single steps decide, and windows come out too narrow.
struct HalfWindowScore {
  unsigned halfWindow;
  double error;
};
/// For h = 1, 2, 4, ..., 64 as far as they fit.
llvm::Expected<std::vector<HalfWindowScore>>
scoreHalfWindows(const Multiplier &multiplier,
                 const OperandDistribution *distribution);

/// A gradient table as u v, u of lhs.size() x rank and v of rank x rhs.size(),
/// row-major.
struct GradientFactors {
  unsigned rank = 0;
  std::vector<double> u, v;
};

/// lut-2d as its exact form of rank at most r + 2, r the rank of the error
/// table: with E = U V, the interior is w + U[w] D(V)[x], D the smoothed
/// difference, and the boundary a function of the partner w times an indicator
/// of x. Verified against the table; error: another estimator than lut-2d.
llvm::Expected<GradientFactors> factorizeGradient(const Multiplier &multiplier,
                                                  const GradientSpec &spec,
                                                  Wrt wrt);

/// What a gradient table loses when it is truncated to rank k (singular values)
/// and its factors are stored in a format: relative Frobenius and largest error
/// of the product of the stored factors.
struct TruncationError {
  unsigned k;
  const char *format; // "f32" or "bf16"
  double relativeFrobenius, maximum;
};
std::vector<TruncationError> truncationErrors(llvm::ArrayRef<double> table,
                                              size_t rows, size_t columns,
                                              llvm::ArrayRef<unsigned> ranks);

/// What reports and other languages read of factorizeGradient() and
/// truncationErrors(): {multiplier, estimator, lhs: {exact_rank, truncations:
/// [{k, format, relative_frobenius, maximum}]}, rhs: likewise}; with \p arrays
/// also u and v of the exact form.
llvm::Expected<llvm::json::Object>
gradientFactorsInfo(const Multiplier &multiplier, const GradientSpec &spec,
                    llvm::ArrayRef<unsigned> ranks, bool arrays);

/// [{hws, error}] of scoreHalfWindows().
llvm::json::Array toJSON(llvm::ArrayRef<HalfWindowScore> scores);

} // namespace lutra

#endif // LUTRA_MULTIPLIER_GRADIENTANALYSIS_H
