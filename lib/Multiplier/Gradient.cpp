//===- Gradient.cpp - Gradient estimators of a multiplier -----------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The table of estimators, one row each, and the tables they give. To add an
// estimator: write its make function in Gradients/ and add its row.
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Gradient.h"
#include "Gradients/Estimators.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace lutra;
using namespace lutra::gradients;
using llvm::ArrayRef;
using llvm::MutableArrayRef;
using llvm::StringRef;
using llvm::Twine;

std::string gradients::subject(const GradientSpec &spec) {
  return std::string("estimator '") + spec.estimator().name + "'";
}

llvm::Error gradients::checkSizes(const GradientSpec &spec,
                                  const GradientData &data, size_t lhs,
                                  size_t rhs) {
  if (data.lhs.size() == lhs && data.rhs.size() == rhs)
    return llvm::Error::success();
  return llvm::createStringError(subject(spec) + " expects " + Twine(lhs) +
                                 " and " + Twine(rhs) + " numbers, got " +
                                 Twine(data.lhs.size()) + " and " +
                                 Twine(data.rhs.size()));
}

//===----------------------------------------------------------------------===//
// The table
//===----------------------------------------------------------------------===//

ArrayRef<Estimator> lutra::allEstimators() {
  static const char *const boundaryHelp =
      "slope where the window does not fit: 'paper' is (max - min) / n, "
      "unsigned operands only; 'secant' is (last - first) / (n - 1). Default: "
      "paper when both operands are unsigned, otherwise secant";
  static const char *const weightsHelp =
      "file of recorded operand histograms that weights the values; all alike "
      "by default";
  static const char *const layerHelp =
      "layer of the file of weights; all of them by their MACs by default";
  static const std::vector<Estimator> estimators = {
      {"ste",
       "straight-through: the partner operand, as of the exact product",
       "Bengio et al., arXiv 1308.3432",
       /*separable=*/true,
       {},
       makeSte,
       nullptr,
       nullptr},
      {"lut-2d",
       "difference of the products smoothed over 2 hws + 1 values, at every "
       "operand pair",
       "Meng et al., arXiv 2509.10519",
       /*separable=*/false,
       {{"hws", "half window size; 16 or the largest that fits by default",
         "auto", "integer"},
        {"boundary", boundaryHelp, "auto", "paper|secant"}},
       makeLut2D,
       nullptr,
       nullptr},
      {"lut-1d",
       "one slope per value of the partner operand: least squares over the "
       "other operand, or the mean of lut-2d over it",
       "after Meng et al., arXiv 2509.10519; two readings, so both variants",
       /*separable=*/true,
       {{"variant", "'ls': least-squares slope; 'mean': mean of lut-2d", "ls",
         "ls|mean"},
        {"hws", "half window size of variant=mean", "auto", "integer"},
        {"boundary", boundaryHelp, "auto", "paper|secant"},
        {"weights", weightsHelp, "auto", "file"},
        {"layer", layerHelp, "auto", "text"}},
       makeLut1D,
       nullptr,
       readWeights},
      {"local-ls",
       "least-squares slope over the hws values on either side, fewer at the "
       "ends of the range",
       "local linear regression (Savitzky and Golay, 1964, of order 1)",
       /*separable=*/false,
       {{"hws", "half window size; 16 or the largest that fits by default",
         "auto", "integer"}},
       makeLocalLeastSquares,
       nullptr,
       nullptr},
      {"rank",
       "the nearest table of rank k to lut-2d, in the least-squares sense",
       "truncated singular value decomposition (Eckart and Young, 1936)",
       /*separable=*/false,
       {{"k", "rank", "1", "integer"},
        {"hws", "half window size of lut-2d", "auto", "integer"},
        {"boundary", boundaryHelp, "auto", "paper|secant"},
        {"weights", weightsHelp, "auto", "file"},
        {"layer", layerHelp, "auto", "text"}},
       nullptr,
       makeRank,
       readWeights},
      {"table",
       "tables of your own, one slope per operand pair in bit-pattern order",
       "the user",
       /*separable=*/false,
       {{"lhs", ".npy file of dAM/dlhs, shape (2^L, 2^R)", "auto", "file"},
        {"rhs", ".npy file of dAM/drhs, the same shape", "auto", "file"},
        {"file", "text file with both gradient sections (int16 sixteenths)",
         "auto", "file"}},
       nullptr,
       makeTable,
       readTables},
      {"table-1d",
       "tables of your own, one slope per value of the other operand",
       "the user",
       /*separable=*/true,
       {{"lhs", ".npy file of dAM/dlhs, shape (2^R,)", nullptr, "file"},
        {"rhs", ".npy file of dAM/drhs, shape (2^L,)", nullptr, "file"}},
       nullptr,
       makeTable1D,
       readSlopes},
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

GradientData GradientData::own(std::vector<double> lhs,
                               std::vector<double> rhs) {
  auto numbers = std::make_shared<
      const std::pair<std::vector<double>, std::vector<double>>>(
      std::move(lhs), std::move(rhs));
  return {numbers->first, numbers->second, numbers};
}

bool GradientSpec::namesFiles() const {
  return llvm::any_of(row->parameters, [&](const SpecParameter &parameter) {
    return StringRef(parameter.domain) == "file" &&
           values.at(parameter.name) != "auto";
  });
}

llvm::Expected<GradientData> GradientSpec::read(OperandType lhs,
                                                OperandType rhs) const {
  if (given)
    return *given;
  assert(row->read && "no parameter can name a file");
  return row->read(*this, lhs, rhs);
}

llvm::Error lutra::verifyGradientSpec(OperandType lhs, OperandType rhs,
                                      const GradientSpec &spec) {
  const Estimator &estimator = spec.estimator();
  return estimator.makeSlope ? estimator.makeSlope(spec, lhs, rhs).takeError()
                             : estimator.makeTable(spec, lhs, rhs).takeError();
}

llvm::Error lutra::verifyGradientSpec(const Multiplier &multiplier,
                                      const GradientSpec &spec) {
  return verifyGradientSpec(multiplier.lhs(), multiplier.rhs(), spec);
}

//===----------------------------------------------------------------------===//
// Tables
//===----------------------------------------------------------------------===//

std::vector<double> gradients::tabulate(const Multiplier &multiplier,
                                        const SlopeFunction &slope, Wrt wrt) {
  bool wrtLhs = wrt == Wrt::Lhs;
  OperandType lhs = multiplier.lhs(), rhs = multiplier.rhs();
  OperandType type = wrtLhs ? lhs : rhs, partnerType = wrtLhs ? rhs : lhs;
  std::vector<int32_t> products(type.size());
  std::vector<double> slopes(type.size()), table(multiplier.table().size());
  for (int32_t partner = partnerType.lo(); partner <= partnerType.hi();
       ++partner) {
    for (int32_t x = type.lo(); x <= type.hi(); ++x)
      products[x - type.lo()] =
          wrtLhs ? multiplier(x, partner) : multiplier(partner, x);
    slope({wrt, partner, type, products}, slopes);
    for (int32_t x = type.lo(); x <= type.hi(); ++x) {
      int32_t a = wrtLhs ? x : partner, b = wrtLhs ? partner : x;
      table[size_t(lhs.index(a)) * rhs.size() + rhs.index(b)] =
          slopes[x - type.lo()];
    }
  }
  return table;
}

llvm::Expected<std::vector<double>>
lutra::gradientTableF64(const Multiplier &multiplier, const GradientSpec &spec,
                        Wrt wrt) {
  const Estimator &estimator = spec.estimator();
  if (estimator.makeSlope) {
    llvm::Expected<SlopeFunction> slope =
        estimator.makeSlope(spec, multiplier.lhs(), multiplier.rhs());
    if (!slope)
      return slope.takeError();
    return tabulate(multiplier, *slope, wrt);
  }
  llvm::Expected<TableFunction> table =
      estimator.makeTable(spec, multiplier.lhs(), multiplier.rhs());
  if (!table)
    return table.takeError();
  return (*table)(multiplier, wrt);
}

llvm::Expected<std::vector<float>>
lutra::gradientTable2D(const Multiplier &multiplier, const GradientSpec &spec,
                       Wrt wrt) {
  llvm::Expected<std::vector<double>> table =
      gradientTableF64(multiplier, spec, wrt);
  if (!table)
    return table.takeError();
  return std::vector<float>(table->begin(), table->end());
}

llvm::Expected<std::vector<float>>
lutra::gradientTable1D(const Multiplier &multiplier, const GradientSpec &spec,
                       Wrt wrt) {
  if (!spec.isSeparable())
    return llvm::createStringError(
        subject(spec) +
        " depends on both operands and has no 1-D table, only a 2-D one");
  llvm::Expected<std::vector<double>> table =
      gradientTableF64(multiplier, spec, wrt);
  if (!table)
    return table.takeError();
  // The same along the differentiated operand: its first value will do.
  uint32_t columns = multiplier.rhs().size();
  uint32_t size = wrt == Wrt::Lhs ? columns : multiplier.lhs().size();
  std::vector<float> slopes(size);
  for (uint32_t partner = 0; partner < size; ++partner)
    slopes[partner] =
        float((*table)[wrt == Wrt::Lhs ? partner : size_t(partner) * columns]);
  return slopes;
}
