//===- Gradient.cpp - Gradient estimators of a multiplier -----------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The table of estimators, one row each, and the tables they give. To add an
// estimator: write its make function and add its row.
//
// Slopes are computed from integer sums with one division in double precision,
// so an exact multiplier gives exactly its partner operand wherever the formula
// does.
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Gradient.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>

using namespace lutra;
using llvm::ArrayRef;
using llvm::MutableArrayRef;
using llvm::StringRef;
using llvm::Twine;

/// Subject of the error sentences about a spec.
static std::string subject(const GradientSpec &spec) {
  return std::string("estimator '") + spec.estimator().name + "'";
}

//===----------------------------------------------------------------------===//
// ste
//===----------------------------------------------------------------------===//

static llvm::Expected<SlopeFunction> makeSte(const GradientSpec &, OperandType,
                                             OperandType) {
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
static void smoothedDifference(const ProductCurve &curve, int64_t h, bool paper,
                               MutableArrayRef<double> slopes) {
  ArrayRef<int32_t> products = curve.products;
  int64_t n = products.size();
  double boundary;
  if (paper) {
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

/// The half window of a spec, which must leave an interior on both operands.
static llvm::Expected<unsigned> halfWindow(const GradientSpec &spec,
                                           OperandType lhs, OperandType rhs) {
  unsigned smallest = std::min(lhs.size(), rhs.size());
  unsigned largest = (smallest - 3) / 2;
  std::string text = spec.parameters().at("hws");
  unsigned h = 16;
  if (text != "auto" && StringRef(text).getAsInteger(10, h))
    return llvm::createStringError(subject(spec) +
                                   " expects an integer hws, got " + text);
  if (h <= largest)
    return h;
  return llvm::createStringError(
      subject(spec) + " of " + lhs.str() + " x " + rhs.str() +
      " expects hws from 0 to " + Twine(largest) +
      " (2 hws + 3 <= " + Twine(smallest) + "), got " + Twine(h));
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

static llvm::Expected<SlopeFunction>
makeLut2D(const GradientSpec &spec, OperandType lhs, OperandType rhs) {
  llvm::Expected<unsigned> h = halfWindow(spec, lhs, rhs);
  if (!h)
    return h.takeError();
  llvm::Expected<bool> paper = usesPaperBoundary(spec, lhs, rhs);
  if (!paper)
    return paper.takeError();
  return [h = *h, paper = *paper](const ProductCurve &curve,
                                  MutableArrayRef<double> slopes) {
    smoothedDifference(curve, h, paper, slopes);
  };
}

//===----------------------------------------------------------------------===//
// lut-1d
//===----------------------------------------------------------------------===//

/// The least-squares slope of the products over the operand,
/// (n sum(x y) - sum(x) sum(y)) / (n sum(x^2) - sum(x)^2).
static void leastSquaresSlope(const ProductCurve &curve,
                              MutableArrayRef<double> slopes) {
  int64_t n = curve.products.size();
  int64_t sumX = 0, sumY = 0, sumXX = 0, sumXY = 0;
  for (int64_t i = 0; i < n; ++i) {
    int64_t x = curve.type.lo() + i, y = curve.products[i];
    sumX += x;
    sumY += y;
    sumXX += x * x;
    sumXY += x * y;
  }
  llvm::fill(slopes,
             double(n * sumXY - sumX * sumY) / double(n * sumXX - sumX * sumX));
}

static llvm::Expected<SlopeFunction>
makeLut1D(const GradientSpec &spec, OperandType lhs, OperandType rhs) {
  const SpecParameters &parameters = spec.parameters();
  if (parameters.at("variant") == "ls") {
    for (const char *name : {"hws", "boundary"})
      if (parameters.at(name) != "auto")
        return llvm::createStringError(subject(spec) + " takes '" + name +
                                       "' with variant=mean only");
    return SlopeFunction(leastSquaresSlope);
  }
  llvm::Expected<SlopeFunction> lut2D = makeLut2D(spec, lhs, rhs);
  if (!lut2D)
    return lut2D.takeError();
  return [lut2D = *lut2D](const ProductCurve &curve,
                          MutableArrayRef<double> slopes) {
    lut2D(curve, slopes);
    double sum = 0;
    for (double slope : slopes)
      sum += slope;
    llvm::fill(slopes, sum / double(slopes.size()));
  };
}

//===----------------------------------------------------------------------===//
// The table
//===----------------------------------------------------------------------===//

ArrayRef<Estimator> lutra::allEstimators() {
  static const char *const boundaryHelp =
      "slope where the window does not fit: 'paper' is (max - min) / n, "
      "unsigned operands only; 'secant' is (last - first) / (n - 1). Default: "
      "paper when both operands are unsigned, otherwise secant";
  static const std::vector<Estimator> estimators = {
      {"ste",
       "straight-through: the partner operand, as of the exact product",
       "Bengio et al., arXiv 1308.3432",
       /*separable=*/true,
       {},
       makeSte},
      {"lut-2d",
       "difference of the products smoothed over 2 hws + 1 values, at every "
       "operand pair",
       "Meng et al., arXiv 2509.10519",
       /*separable=*/false,
       {{"hws", "half window size", "16", "integer"},
        {"boundary", boundaryHelp, "auto", "paper|secant"}},
       makeLut2D},
      {"lut-1d",
       "one slope per value of the partner operand: least squares over the "
       "other operand, or the mean of lut-2d over it",
       "after Meng et al., arXiv 2509.10519; two readings, so both variants",
       /*separable=*/true,
       {{"variant", "'ls': least-squares slope; 'mean': mean of lut-2d", "ls",
         "ls|mean"},
        {"hws", "half window size of variant=mean (16)", "auto", "integer"},
        {"boundary", boundaryHelp, "auto", "paper|secant"}},
       makeLut1D},
  };
  return estimators;
}

//===----------------------------------------------------------------------===//
// Specs
//===----------------------------------------------------------------------===//

llvm::Expected<GradientSpec> GradientSpec::parse(StringRef text) {
  llvm::SmallVector<StringRef> fields;
  text.split(fields, ':');
  StringRef name = fields.front();
  llvm::SmallVector<StringRef> names;
  for (const Estimator &estimator : allEstimators()) {
    names.push_back(estimator.name);
    if (name != estimator.name)
      continue;
    GradientSpec spec(estimator);
    std::string what = subject(spec);
    if (llvm::Error error = parseSpecParameters(
            what, ArrayRef(fields).drop_front(), spec.values))
      return error;
    if (llvm::Error error =
            completeSpecParameters(what, estimator.parameters, spec.values))
      return error;
    return spec;
  }
  return llvm::createStringError("unknown gradient estimator '" + name + "'" +
                                 suggestName(name, names) +
                                 " (known: " + llvm::join(names, ", ") + ")");
}

std::string GradientSpec::str() const {
  return row->name + printSpecParameters(values);
}

bool GradientSpec::isSeparable() const { return row->separable; }

llvm::Error lutra::verifyGradientSpec(OperandType lhs, OperandType rhs,
                                      const GradientSpec &spec) {
  return spec.estimator().make(spec, lhs, rhs).takeError();
}

llvm::Error lutra::verifyGradientSpec(const Multiplier &multiplier,
                                      const GradientSpec &spec) {
  return verifyGradientSpec(multiplier.lhs(), multiplier.rhs(), spec);
}

//===----------------------------------------------------------------------===//
// Tables
//===----------------------------------------------------------------------===//

/// Calls `sink(partner, slopes)` for every partner value, slopes in numeric
/// order of the differentiated operand.
static llvm::Error
forEachCurve(const Multiplier &multiplier, const GradientSpec &spec, Wrt wrt,
             llvm::function_ref<void(int32_t, ArrayRef<double>)> sink) {
  llvm::Expected<SlopeFunction> slope =
      spec.estimator().make(spec, multiplier.lhs(), multiplier.rhs());
  if (!slope)
    return slope.takeError();
  bool wrtLhs = wrt == Wrt::Lhs;
  OperandType type = wrtLhs ? multiplier.lhs() : multiplier.rhs();
  OperandType partnerType = wrtLhs ? multiplier.rhs() : multiplier.lhs();
  std::vector<int32_t> products(type.size());
  std::vector<double> slopes(type.size());
  for (int32_t partner = partnerType.lo(); partner <= partnerType.hi();
       ++partner) {
    for (int32_t x = type.lo(); x <= type.hi(); ++x)
      products[x - type.lo()] =
          wrtLhs ? multiplier(x, partner) : multiplier(partner, x);
    (*slope)({partner, type, products}, slopes);
    sink(partner, slopes);
  }
  return llvm::Error::success();
}

llvm::Expected<std::vector<float>>
lutra::gradientTable2D(const Multiplier &multiplier, const GradientSpec &spec,
                       Wrt wrt) {
  OperandType lhs = multiplier.lhs(), rhs = multiplier.rhs();
  std::vector<float> table(multiplier.table().size());
  auto scatter = [&](int32_t partner, ArrayRef<double> slopes) {
    int32_t lo = wrt == Wrt::Lhs ? lhs.lo() : rhs.lo();
    for (size_t i = 0; i < slopes.size(); ++i) {
      int32_t x = lo + int32_t(i);
      int32_t a = wrt == Wrt::Lhs ? x : partner;
      int32_t b = wrt == Wrt::Lhs ? partner : x;
      table[lhs.index(a) * rhs.size() + rhs.index(b)] = float(slopes[i]);
    }
  };
  if (llvm::Error error = forEachCurve(multiplier, spec, wrt, scatter))
    return error;
  return table;
}

llvm::Expected<std::vector<float>>
lutra::gradientTable1D(const Multiplier &multiplier, const GradientSpec &spec,
                       Wrt wrt) {
  if (!spec.isSeparable())
    return llvm::createStringError(
        subject(spec) +
        " depends on both operands and has no 1-D table, only a 2-D one");
  OperandType partnerType =
      wrt == Wrt::Lhs ? multiplier.rhs() : multiplier.lhs();
  std::vector<float> table(partnerType.size());
  auto scatter = [&](int32_t partner, ArrayRef<double> slopes) {
    table[partnerType.index(partner)] = float(slopes.front());
  };
  if (llvm::Error error = forEachCurve(multiplier, spec, wrt, scatter))
    return error;
  return table;
}
