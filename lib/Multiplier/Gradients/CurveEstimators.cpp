//===- CurveEstimators.cpp - Slopes along one operand ---------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Estimators.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>

using namespace lutra;
using namespace lutra::gradients;
using llvm::ArrayRef;
using llvm::MutableArrayRef;
using llvm::StringRef;
using llvm::Twine;

llvm::Expected<SlopeFunction> gradients::makeSte(const GradientSpec &,
                                                 OperandType, OperandType) {
  return [](const ProductCurve &curve, MutableArrayRef<double> slopes) {
    llvm::fill(slopes, double(curve.partner));
  };
}

//===----------------------------------------------------------------------===//
// lut-2d
//===----------------------------------------------------------------------===//

/// arXiv 2509.10519: S(x) is the mean of AM(w, x-h) ... AM(w, x+h), the slope
/// (S(x+1) - S(x-1)) / 2 where h < x < n-1-h (x counted from the lowest value)
/// and a constant of the whole curve elsewhere.
void gradients::smoothedDifference(const ProductCurve &curve,
                                   Smoothing smoothing,
                                   MutableArrayRef<double> slopes) {
  int64_t h = smoothing.halfWindow;
  ArrayRef<int32_t> products = curve.products;
  int64_t n = products.size();
  double boundary;
  if (smoothing.paperBoundary) {
    auto [low, high] = std::minmax_element(products.begin(), products.end());
    boundary = double(int64_t(*high) - *low) / double(n);
  } else {
    boundary = double(int64_t(products.back()) - products.front()) /
               double(curve.type.hi() - curve.type.lo());
  }
  for (int64_t x = 0; x < n; ++x) {
    if (x <= h || x >= n - 1 - h) {
      slopes[x] = boundary;
      continue;
    }
    // S(x+1) - S(x-1) has four terms: the windows overlap in all others.
    int64_t difference = int64_t(products[x + h + 1]) + products[x + h] -
                         products[x - h] - products[x - h - 1];
    slopes[x] = double(difference) / double(2 * (2 * h + 1));
  }
}

/// The half window of a spec, at most `largest`; by default 16 or the largest.
static llvm::Expected<unsigned> halfWindow(const GradientSpec &spec,
                                           OperandType lhs, OperandType rhs,
                                           unsigned largest,
                                           const char *reason) {
  std::string text = spec.parameters().at("hws");
  unsigned h = std::min(16u, largest);
  if (text != "auto" && StringRef(text).getAsInteger(10, h))
    return llvm::createStringError(subject(spec) +
                                   " expects an integer hws, got " + text);
  if (h <= largest)
    return h;
  return llvm::createStringError(subject(spec) + " of " + lhs.str() + " x " +
                                 rhs.str() + " expects hws from 0 to " +
                                 Twine(largest) + " (" + reason + Twine(")") +
                                 ", got " + Twine(h));
}

/// Whether a spec uses the paper's boundary.
static llvm::Expected<bool>
usesPaperBoundary(const GradientSpec &spec, OperandType lhs, OperandType rhs) {
  StringRef boundary = spec.parameters().at("boundary");
  bool unsignedOnly = !lhs.isSigned && !rhs.isSigned;
  if (boundary == "paper" && !unsignedOnly)
    return llvm::createStringError(
        subject(spec) +
        " takes boundary=paper for unsigned operands only (its "
        "sign is wrong for a negative partner), got " +
        lhs.str() + " x " + rhs.str() + "; use boundary=secant");
  return boundary == "paper" || (boundary == "auto" && unsignedOnly);
}

llvm::Expected<Smoothing> gradients::getSmoothing(const GradientSpec &spec,
                                                  OperandType lhs,
                                                  OperandType rhs) {
  // The window must leave an interior on both operands.
  unsigned smallest = std::min(lhs.size(), rhs.size());
  std::string reason = "2 hws + 3 <= " + std::to_string(smallest);
  llvm::Expected<unsigned> h =
      halfWindow(spec, lhs, rhs, (smallest - 3) / 2, reason.c_str());
  if (!h)
    return h.takeError();
  llvm::Expected<bool> paper = usesPaperBoundary(spec, lhs, rhs);
  if (!paper)
    return paper.takeError();
  return Smoothing{*h, *paper};
}

llvm::Expected<SlopeFunction> gradients::makeLut2D(const GradientSpec &spec,
                                                   OperandType lhs,
                                                   OperandType rhs) {
  llvm::Expected<Smoothing> smoothing = getSmoothing(spec, lhs, rhs);
  if (!smoothing)
    return smoothing.takeError();
  return [smoothing = *smoothing](const ProductCurve &curve,
                                  MutableArrayRef<double> slopes) {
    smoothedDifference(curve, smoothing, slopes);
  };
}

//===----------------------------------------------------------------------===//
// lut-1d
//===----------------------------------------------------------------------===//

llvm::Expected<GradientData> gradients::readWeights(const GradientSpec &spec,
                                                    OperandType lhs,
                                                    OperandType rhs) {
  const std::string &layer = spec.parameters().at("layer");
  llvm::Expected<OperandDistribution> loaded = loadDistribution(
      spec.parameters().at("weights"), layer == "auto" ? StringRef() : layer);
  if (!loaded)
    return llvm::createStringError(subject(spec) + ": " +
                                   llvm::toString(loaded.takeError()));
  if (loaded->lhsType != lhs || loaded->rhsType != rhs)
    return llvm::createStringError(
        subject(spec) + " of " + lhs.str() + " x " + rhs.str() +
        " is given weights of " + loaded->lhsType.str() + " x " +
        loaded->rhsType.str() + " operands by " + loaded->source);
  return GradientData::own(std::move(loaded->lhs), std::move(loaded->rhs));
}

llvm::Expected<std::optional<GradientData>>
gradients::getWeights(const GradientSpec &spec, OperandType lhs,
                      OperandType rhs) {
  if (!spec.namesFiles()) {
    if (spec.parameters().at("layer") == "auto")
      return std::nullopt;
    return llvm::createStringError(subject(spec) +
                                   " takes 'layer' with 'weights' only");
  }
  llvm::Expected<GradientData> weights = spec.read(lhs, rhs);
  if (!weights)
    return weights.takeError();
  if (llvm::Error error = checkSizes(spec, *weights, lhs.size(), rhs.size()))
    return error;
  return std::move(*weights);
}

/// The weight of the differentiated operand's value that is `i` above its
/// lowest.
static double weightOf(const GradientData *weights, const ProductCurve &curve,
                       size_t i) {
  if (!weights)
    return 1;
  uint32_t index = curve.type.index(curve.type.lo() + int32_t(i));
  return (curve.wrt == Wrt::Lhs ? weights->lhs : weights->rhs)[index];
}

/// The least-squares slope of the products over the operand,
/// (n sum(x y) - sum(x) sum(y)) / (n sum(x^2) - sum(x)^2).
static double leastSquaresSlope(ArrayRef<int32_t> products, int64_t first) {
  int64_t n = products.size();
  int64_t sumX = 0, sumY = 0, sumXX = 0, sumXY = 0;
  for (int64_t i = 0; i < n; ++i) {
    int64_t x = first + i, y = products[i];
    sumX += x;
    sumY += y;
    sumXX += x * x;
    sumXY += x * y;
  }
  return double(n * sumXY - sumX * sumY) / double(n * sumXX - sumX * sumX);
}

/// The same with weights: cov(x, y) / var(x). An operand that has one value
/// only has no slope there; its partner is the exact product's.
static double weightedSlope(const ProductCurve &curve,
                            const GradientData &weights) {
  double sum = 0, meanX = 0, meanY = 0;
  for (size_t i = 0; i < curve.products.size(); ++i) {
    double weight = weightOf(&weights, curve, i);
    sum += weight;
    meanX += weight * (curve.type.lo() + double(i));
    meanY += weight * curve.products[i];
  }
  meanX /= sum;
  meanY /= sum;
  double covariance = 0, variance = 0;
  for (size_t i = 0; i < curve.products.size(); ++i) {
    double weight = weightOf(&weights, curve, i);
    double x = curve.type.lo() + double(i) - meanX;
    covariance += weight * x * (curve.products[i] - meanY);
    variance += weight * x * x;
  }
  return variance > 1e-12 * sum ? covariance / variance : curve.partner;
}

llvm::Expected<SlopeFunction> gradients::makeLut1D(const GradientSpec &spec,
                                                   OperandType lhs,
                                                   OperandType rhs) {
  auto weights = getWeights(spec, lhs, rhs);
  if (!weights)
    return weights.takeError();
  const SpecParameters &parameters = spec.parameters();
  if (parameters.at("variant") == "ls") {
    for (const char *name : {"hws", "boundary"})
      if (parameters.at(name) != "auto")
        return llvm::createStringError(subject(spec) + " takes '" + name +
                                       "' with variant=mean only");
    return [weights = *weights](const ProductCurve &curve,
                                MutableArrayRef<double> slopes) {
      llvm::fill(slopes,
                 weights ? weightedSlope(curve, *weights)
                         : leastSquaresSlope(curve.products, curve.type.lo()));
    };
  }
  llvm::Expected<SlopeFunction> lut2D = makeLut2D(spec, lhs, rhs);
  if (!lut2D)
    return lut2D.takeError();
  return [lut2D = *lut2D, weights = *weights](const ProductCurve &curve,
                                              MutableArrayRef<double> slopes) {
    lut2D(curve, slopes);
    double sum = 0, total = 0;
    for (auto [i, slope] : llvm::enumerate(slopes)) {
      double weight = weightOf(weights ? &*weights : nullptr, curve, i);
      sum += weight * slope;
      total += weight;
    }
    llvm::fill(slopes, sum / total);
  };
}

//===----------------------------------------------------------------------===//
// local-ls
//===----------------------------------------------------------------------===//

llvm::Expected<SlopeFunction>
gradients::makeLocalLeastSquares(const GradientSpec &spec, OperandType lhs,
                                 OperandType rhs) {
  unsigned smallest = std::min(lhs.size(), rhs.size());
  std::string reason =
      "a window within " + std::to_string(smallest) + " values";
  llvm::Expected<unsigned> h =
      halfWindow(spec, lhs, rhs, smallest / 2 - 1, reason.c_str());
  if (!h)
    return h.takeError();
  if (*h == 0)
    return llvm::createStringError(subject(spec) +
                                   " expects hws of 1 or more, got 0");
  return [h = int64_t(*h)](const ProductCurve &curve,
                           MutableArrayRef<double> slopes) {
    int64_t n = curve.products.size();
    for (int64_t x = 0; x < n; ++x) {
      int64_t first = std::max<int64_t>(0, x - h);
      int64_t last = std::min(n - 1, x + h);
      slopes[x] = leastSquaresSlope(
          curve.products.slice(first, last - first + 1), first);
    }
  };
}
