//===- GradientAnalysis.cpp - Estimators compared and factorised ----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/GradientAnalysis.h"
#include "Estimators.h"
#include "SingularValues.h"
#include "lutra/Multiplier/Factorization.h"
#include "llvm/Support/ErrorHandling.h"
#include <algorithm>
#include <cmath>
#include <cstring>

using namespace lutra;
using namespace lutra::gradients;
using llvm::ArrayRef;

/// Probability of an operand pair, not normalised.
static double weightAt(const OperandDistribution *distribution, size_t lhs,
                       size_t rhs) {
  return distribution ? distribution->lhs[lhs] * distribution->rhs[rhs] : 1;
}

GradientDistance
lutra::gradientDistance(const Multiplier &multiplier, ArrayRef<double> first,
                        ArrayRef<double> second,
                        const OperandDistribution *distribution) {
  size_t columns = multiplier.rhs().size();
  double total = 0, squares = 0, ofFirst = 0, sumF = 0, sumG = 0;
  GradientDistance result;
  for (size_t i = 0; i < first.size(); ++i) {
    double weight = weightAt(distribution, i / columns, i % columns);
    if (weight == 0)
      continue;
    double difference = second[i] - first[i];
    total += weight;
    squares += weight * difference * difference;
    ofFirst += weight * first[i] * first[i];
    sumG += weight * first[i];
    sumF += weight * second[i];
    result.maximum = std::max(result.maximum, std::abs(difference));
    result.signDisagreement += first[i] * second[i] < 0 ? weight : 0;
  }
  double meanG = sumG / total, meanF = sumF / total;
  double covariance = 0, varianceG = 0, varianceF = 0;
  for (size_t i = 0; i < first.size(); ++i) {
    double weight = weightAt(distribution, i / columns, i % columns);
    covariance += weight * (first[i] - meanG) * (second[i] - meanF);
    varianceG += weight * (first[i] - meanG) * (first[i] - meanG);
    varianceF += weight * (second[i] - meanF) * (second[i] - meanF);
  }
  result.relativeFrobenius = ofFirst > 0   ? std::sqrt(squares / ofFirst)
                             : squares > 0 ? INFINITY
                                           : 0;
  result.mean = meanF - meanG;
  result.signDisagreement /= total;
  if (varianceG > 0 && varianceF > 0)
    result.correlation = covariance / std::sqrt(varianceG * varianceF);
  else if (varianceG > 0 || varianceF > 0)
    result.correlation = 0;
  return result;
}

static llvm::json::Object distanceJSON(const GradientDistance &distance) {
  return llvm::json::Object{{"relative_frobenius", distance.relativeFrobenius},
                            {"maximum", distance.maximum},
                            {"mean", distance.mean},
                            {"sign_disagreement", distance.signDisagreement},
                            {"correlation", distance.correlation}};
}

llvm::Expected<llvm::json::Array>
lutra::compareGradients(const Multiplier &multiplier,
                        ArrayRef<std::string> specs,
                        const OperandDistribution *distribution) {
  if (distribution)
    if (llvm::Error error = verifyDistribution(multiplier, *distribution))
      return error;
  struct Tables {
    std::string name;
    std::vector<double> lhs, rhs;
  };
  std::vector<Tables> tables;
  for (const std::string &text : specs) {
    llvm::Expected<GradientSpec> spec = GradientSpec::parse(text);
    if (!spec)
      return spec.takeError();
    auto lhs = gradientTableF64(multiplier, *spec, Wrt::Lhs);
    if (!lhs)
      return lhs.takeError();
    auto rhs = gradientTableF64(multiplier, *spec, Wrt::Rhs);
    if (!rhs)
      return rhs.takeError();
    tables.push_back({spec->str(), std::move(*lhs), std::move(*rhs)});
  }
  llvm::json::Array pairs;
  for (size_t i = 0; i < tables.size(); ++i)
    for (size_t j = i + 1; j < tables.size(); ++j)
      pairs.push_back(llvm::json::Object{
          {"first", tables[i].name},
          {"second", tables[j].name},
          {"lhs", distanceJSON(gradientDistance(multiplier, tables[i].lhs,
                                                tables[j].lhs, distribution))},
          {"rhs",
           distanceJSON(gradientDistance(multiplier, tables[i].rhs,
                                         tables[j].rhs, distribution))}});
  return pairs;
}

//===----------------------------------------------------------------------===//
// The half window
//===----------------------------------------------------------------------===//

/// Adds squared errors and weights of one operand's slopes.
static void addStepErrors(const Multiplier &multiplier, Wrt wrt,
                          ArrayRef<double> slopes,
                          const OperandDistribution *distribution,
                          double &squares, double &total) {
  OperandType lhs = multiplier.lhs(), rhs = multiplier.rhs();
  OperandType type = wrt == Wrt::Lhs ? lhs : rhs;
  for (int32_t a = lhs.lo(); a <= lhs.hi(); ++a)
    for (int32_t b = rhs.lo(); b <= rhs.hi(); ++b) {
      double weight = weightAt(distribution, lhs.index(a), rhs.index(b));
      double slope = slopes[size_t(lhs.index(a)) * rhs.size() + rhs.index(b)];
      for (int32_t size = 1; weight > 0 && size <= 16; size *= 2)
        for (int32_t d : {size, -size}) {
          int32_t x = (wrt == Wrt::Lhs ? a : b) + d;
          if (x < type.lo() || x > type.hi())
            continue;
          int32_t product =
              wrt == Wrt::Lhs ? multiplier(x, b) : multiplier(a, x);
          double error =
              slope - double(int64_t(product) - multiplier(a, b)) / d;
          // By the step's length: short steps see the noise alone.
          squares += weight * size * error * error;
          total += weight * size;
        }
    }
}

llvm::Expected<std::vector<HalfWindowScore>>
lutra::scoreHalfWindows(const Multiplier &multiplier,
                        const OperandDistribution *distribution) {
  if (distribution)
    if (llvm::Error error = verifyDistribution(multiplier, *distribution))
      return error;
  std::vector<HalfWindowScore> scores;
  unsigned smallest =
      std::min(multiplier.lhs().size(), multiplier.rhs().size());
  for (unsigned h = 1; h <= 64 && 2 * h + 3 <= smallest; h *= 2) {
    llvm::Expected<GradientSpec> spec =
        GradientSpec::parse("lut-2d:hws=" + std::to_string(h));
    if (!spec)
      return spec.takeError();
    double squares = 0, total = 0;
    for (Wrt wrt : {Wrt::Lhs, Wrt::Rhs}) {
      auto slopes = gradientTableF64(multiplier, *spec, wrt);
      if (!slopes)
        return slopes.takeError();
      addStepErrors(multiplier, wrt, *slopes, distribution, squares, total);
    }
    scores.push_back({h, std::sqrt(squares / total)});
  }
  return scores;
}

//===----------------------------------------------------------------------===//
// Factors
//===----------------------------------------------------------------------===//

/// D: the smoothed difference of an integer sequence in the interior, 0
/// outside.
static std::vector<double> smoothedInterior(ArrayRef<int64_t> values,
                                            int64_t h) {
  int64_t n = values.size();
  std::vector<double> slopes(n);
  for (int64_t x = h + 1; x < n - 1 - h; ++x)
    slopes[x] = double(values[x + h + 1] + values[x + h] - values[x - h] -
                       values[x - h - 1]) /
                double(2 * (2 * h + 1));
  return slopes;
}

llvm::Expected<GradientFactors>
lutra::factorizeGradient(const Multiplier &multiplier, const GradientSpec &spec,
                         Wrt wrt) {
  if (llvm::StringRef(spec.estimator().name) != "lut-2d")
    return llvm::createStringError("lut-2d alone has exact gradient factors, "
                                   "got '" +
                                   spec.str() + "'");
  OperandType lhs = multiplier.lhs(), rhs = multiplier.rhs();
  llvm::Expected<Smoothing> smoothing = getSmoothing(spec, lhs, rhs);
  if (!smoothing)
    return smoothing.takeError();
  llvm::Expected<ErrorFactors> factors = factorizeError(multiplier);
  if (!factors)
    return factors.takeError();
  llvm::Expected<std::vector<double>> table =
      gradientTableF64(multiplier, spec, wrt);
  if (!table)
    return table.takeError();

  bool wrtLhs = wrt == Wrt::Lhs;
  OperandType type = wrtLhs ? lhs : rhs, partner = wrtLhs ? rhs : lhs;
  int64_t n = type.size(), h = smoothing->halfWindow;
  unsigned r = factors->rank, rank = r + 2;
  // Per column: a function of the partner, and one of the operand; both by bit
  // pattern.
  std::vector<std::vector<double>> ofPartner(rank), ofOperand(rank);
  auto isInterior = [&](int64_t x) { return x > h && x < n - 1 - h; };
  auto place = [&](int64_t x) { return type.index(type.lo() + int32_t(x)); };
  for (unsigned j = 0; j < rank; ++j) {
    ofPartner[j].resize(partner.size());
    ofOperand[j].resize(type.size());
  }
  for (uint32_t w = 0; w < partner.size(); ++w) {
    ofPartner[r][w] = partner.value(w);
    // The boundary's value stands at the lowest operand.
    ofPartner[r + 1][w] = (*table)[wrtLhs ? size_t(place(0)) * rhs.size() + w
                                          : size_t(w) * rhs.size() + place(0)];
    for (unsigned j = 0; j < r; ++j)
      ofPartner[j][w] = double(wrtLhs ? factors->v[size_t(j) * rhs.size() + w]
                                      : factors->u[size_t(w) * r + j]);
  }
  for (int64_t x = 0; x < n; ++x) {
    ofOperand[r][place(x)] = isInterior(x);
    ofOperand[r + 1][place(x)] = !isInterior(x);
  }
  for (unsigned j = 0; j < r; ++j) {
    std::vector<int64_t> values(n);
    for (int64_t x = 0; x < n; ++x)
      values[x] = wrtLhs ? factors->u[size_t(place(x)) * r + j]
                         : factors->v[size_t(j) * rhs.size() + place(x)];
    std::vector<double> slopes = smoothedInterior(values, h);
    for (int64_t x = 0; x < n; ++x)
      ofOperand[j][place(x)] = slopes[x];
  }

  GradientFactors result;
  result.rank = rank;
  result.u.resize(size_t(lhs.size()) * rank);
  result.v.resize(size_t(rank) * rhs.size());
  for (unsigned j = 0; j < rank; ++j) {
    const std::vector<double> &ofLhs = wrtLhs ? ofOperand[j] : ofPartner[j];
    const std::vector<double> &ofRhs = wrtLhs ? ofPartner[j] : ofOperand[j];
    for (uint32_t a = 0; a < lhs.size(); ++a)
      result.u[size_t(a) * rank + j] = ofLhs[a];
    std::copy(ofRhs.begin(), ofRhs.end(),
              result.v.begin() + size_t(j) * rhs.size());
  }
  // Divisions round, each by half an ulp of a term; nothing else may differ.
  for (uint32_t a = 0; a < lhs.size(); ++a)
    for (uint32_t b = 0; b < rhs.size(); ++b) {
      double sum = 0, magnitude = 0;
      for (unsigned j = 0; j < rank; ++j) {
        double term = result.u[size_t(a) * rank + j] *
                      result.v[size_t(j) * rhs.size() + b];
        sum += term;
        magnitude += std::abs(term);
      }
      if (std::abs(sum - (*table)[size_t(a) * rhs.size() + b]) >
          1e-13 * (1 + magnitude))
        llvm::report_fatal_error("factors of a gradient table do not give it");
    }
  return result;
}

/// The nearest bfloat16, ties to even.
static float roundToBFloat16(float value) {
  uint32_t bits;
  std::memcpy(&bits, &value, sizeof(bits));
  bits += 0x7fff + (bits >> 16 & 1);
  bits &= 0xffff0000u;
  std::memcpy(&value, &bits, sizeof(value));
  return value;
}

std::vector<TruncationError> lutra::truncationErrors(ArrayRef<double> table,
                                                     size_t rows,
                                                     size_t columns,
                                                     ArrayRef<unsigned> ranks) {
  SingularValues values = decompose(table.vec(), rows, columns);
  double norm = 0;
  for (double entry : table)
    norm += entry * entry;
  std::vector<TruncationError> result;
  for (const char *format : {"f32", "bf16"}) {
    bool isBFloat = llvm::StringRef(format) == "bf16";
    std::vector<double> rest(table.begin(), table.end());
    unsigned used = 0;
    for (unsigned k : ranks) {
      for (; used < k && used < values.values.size(); ++used) {
        // Half of the value on either side.
        double root = std::sqrt(values.values[used]);
        auto store = [&](double entry) {
          float stored = float(root * entry);
          return double(isBFloat ? roundToBFloat16(stored) : stored);
        };
        std::vector<double> right;
        for (double entry : values.right[used])
          right.push_back(store(entry));
        for (size_t i = 0; i < rows; ++i) {
          double left = store(values.left[used][i]);
          for (size_t j = 0; j < columns; ++j)
            rest[i * columns + j] -= left * right[j];
        }
      }
      double squares = 0, maximum = 0;
      for (double entry : rest) {
        squares += entry * entry;
        maximum = std::max(maximum, std::abs(entry));
      }
      result.push_back(
          {k, format, norm > 0 ? std::sqrt(squares / norm) : 0, maximum});
    }
  }
  return result;
}

llvm::Expected<llvm::json::Object>
lutra::gradientFactorsInfo(const Multiplier &multiplier,
                           const GradientSpec &spec, ArrayRef<unsigned> ranks,
                           bool arrays) {
  llvm::json::Object result{
      {"multiplier", llvm::json::fixUTF8(multiplier.name())},
      {"estimator", spec.str()}};
  for (Wrt wrt : {Wrt::Lhs, Wrt::Rhs}) {
    llvm::Expected<GradientFactors> factors =
        factorizeGradient(multiplier, spec, wrt);
    if (!factors)
      return factors.takeError();
    auto table = gradientTableF64(multiplier, spec, wrt);
    if (!table)
      return table.takeError();
    llvm::json::Array rows;
    for (const TruncationError &error : truncationErrors(
             *table, multiplier.lhs().size(), multiplier.rhs().size(), ranks))
      rows.push_back(
          llvm::json::Object{{"k", error.k},
                             {"format", error.format},
                             {"relative_frobenius", error.relativeFrobenius},
                             {"maximum", error.maximum}});
    llvm::json::Object operand{{"exact_rank", factors->rank},
                               {"truncations", std::move(rows)}};
    if (arrays) {
      operand["u"] = llvm::json::Array(factors->u);
      operand["v"] = llvm::json::Array(factors->v);
    }
    result[wrt == Wrt::Lhs ? "lhs" : "rhs"] = std::move(operand);
  }
  return result;
}

llvm::json::Array lutra::toJSON(ArrayRef<HalfWindowScore> scores) {
  llvm::json::Array rows;
  for (const HalfWindowScore &score : scores)
    rows.push_back(
        llvm::json::Object{{"hws", score.halfWindow}, {"error", score.error}});
  return rows;
}
