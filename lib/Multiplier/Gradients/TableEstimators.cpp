//===- TableEstimators.cpp - Gradients made as whole tables ---------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "../Formats/Npy.h"
#include "Estimators.h"
#include "SingularValues.h"
#include "lutra/Multiplier/Files.h"
#include "lutra/Multiplier/TableFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>
#include <cmath>

using namespace lutra;
using namespace lutra::gradients;
using llvm::ArrayRef;
using llvm::StringRef;
using llvm::Twine;

//===----------------------------------------------------------------------===//
// rank
//===----------------------------------------------------------------------===//

/// Square roots of an operand's weights. A value that never occurs keeps a
/// small weight, so that its slope is defined.
static std::vector<double> rootWeights(const std::vector<double> &weights) {
  double mean = 0;
  for (double weight : weights)
    mean += weight / double(weights.size());
  std::vector<double> roots;
  for (double weight : weights)
    roots.push_back(std::sqrt(std::max(weight, 1e-6 * mean)));
  return roots;
}

/// The best approximation of rank k in the (weighted) least-squares sense, by
/// Eckart and Young: sum p(a) q(b) (G - G_k)^2 is least for the truncated
/// decomposition of sqrt(p) G sqrt(q), divided by the roots again.
static std::vector<double> truncate(std::vector<double> table, size_t rows,
                                    size_t columns, unsigned k,
                                    const GradientData *weights) {
  std::vector<double> p(rows, 1), q(columns, 1);
  if (weights) {
    p = rootWeights(weights->lhs);
    q = rootWeights(weights->rhs);
  }
  for (size_t i = 0; i < rows; ++i)
    for (size_t j = 0; j < columns; ++j)
      table[i * columns + j] *= p[i] * q[j];
  SingularValues values = decompose(table, rows, columns);
  std::fill(table.begin(), table.end(), 0.0);
  for (unsigned r = 0; r < k && r < values.values.size(); ++r)
    for (size_t i = 0; i < rows; ++i) {
      double left = values.values[r] * values.left[r][i] / p[i];
      for (size_t j = 0; j < columns; ++j)
        table[i * columns + j] += left * values.right[r][j] / q[j];
    }
  return table;
}

llvm::Expected<TableFunction> gradients::makeRank(const GradientSpec &spec,
                                                  OperandType lhs,
                                                  OperandType rhs) {
  unsigned largest = std::min(lhs.size(), rhs.size()), k;
  StringRef text = spec.parameters().at("k");
  if (text.getAsInteger(10, k) || k < 1 || k > largest)
    return llvm::createStringError(subject(spec) + " of " + lhs.str() + " x " +
                                   rhs.str() + " expects k from 1 to " +
                                   Twine(largest) + ", got " + text);
  auto weights = getWeights(spec, lhs, rhs);
  if (!weights)
    return weights.takeError();
  llvm::Expected<SlopeFunction> lut2D = makeLut2D(spec, lhs, rhs);
  if (!lut2D)
    return lut2D.takeError();
  return [k, weights = *weights,
          lut2D = *lut2D](const Multiplier &multiplier,
                          Wrt wrt) -> llvm::Expected<std::vector<double>> {
    return truncate(tabulate(multiplier, lut2D, wrt), multiplier.lhs().size(),
                    multiplier.rhs().size(), k, weights ? &*weights : nullptr);
  };
}

//===----------------------------------------------------------------------===//
// table, table-1d
//===----------------------------------------------------------------------===//

/// The values of a .npy file of this shape.
static llvm::Expected<std::vector<double>>
readArray(const GradientSpec &spec, StringRef path, ArrayRef<uint64_t> shape) {
  auto buffer = readRegularFile(path);
  if (!buffer)
    return llvm::createStringError(subject(spec) + " cannot read file '" +
                                   path +
                                   "': " + llvm::toString(buffer.takeError()));
  llvm::Expected<NpyArray> array = NpyArray::parse((*buffer)->getBuffer());
  if (!array)
    return llvm::createStringError(subject(spec) + ": file '" + path + "' " +
                                   llvm::toString(array.takeError()));
  if (array->shape() != shape) {
    std::string expected = llvm::join(
        llvm::map_range(shape, [](uint64_t n) { return std::to_string(n); }),
        ", ");
    return llvm::createStringError(subject(spec) + ": file '" + path +
                                   "' has shape " + array->shapeText() +
                                   ", expects (" + expected +
                                   (shape.size() == 1 ? ",)" : ")"));
  }
  std::vector<double> values;
  uint64_t columns = shape.back(), count = 1;
  for (uint64_t size : shape)
    count *= size;
  for (uint64_t i = 0; i < count; ++i) {
    llvm::Expected<double> value =
        shape.size() == 1 ? array->numberAt({i})
                          : array->numberAt({i / columns, i % columns});
    if (!value)
      return llvm::createStringError(subject(spec) + ": file '" + path + "' " +
                                     llvm::toString(value.takeError()));
    values.push_back(*value);
  }
  return values;
}

/// Those of `lhs` and `rhs`.
static llvm::Expected<GradientData> readArrays(const GradientSpec &spec,
                                               ArrayRef<uint64_t> lhsShape,
                                               ArrayRef<uint64_t> rhsShape) {
  auto lhs = readArray(spec, spec.parameters().at("lhs"), lhsShape);
  if (!lhs)
    return lhs.takeError();
  auto rhs = readArray(spec, spec.parameters().at("rhs"), rhsShape);
  if (!rhs)
    return rhs.takeError();
  return GradientData::own(std::move(*lhs), std::move(*rhs));
}

/// The tables of both operands, whichever way the spec names them.
llvm::Expected<GradientData> gradients::readTables(const GradientSpec &spec,
                                                   OperandType lhs,
                                                   OperandType rhs) {
  const SpecParameters &parameters = spec.parameters();
  StringRef file = parameters.at("file");
  StringRef names[] = {parameters.at("lhs"), parameters.at("rhs")};
  bool hasArrays = names[0] != "auto" || names[1] != "auto";
  if ((file == "auto") != (names[0] != "auto" && names[1] != "auto") ||
      (file != "auto" && hasArrays))
    return llvm::createStringError(subject(spec) +
                                   " expects lhs=FILE.npy and rhs=FILE.npy, or "
                                   "file=FILE.txt with both gradient sections");
  if (file == "auto")
    return readArrays(spec, {lhs.size(), rhs.size()}, {lhs.size(), rhs.size()});
  ImportOptions options;
  options.types = {lhs, rhs};
  options.format = "triples";
  llvm::Expected<GradientSections> sections =
      readGradientSections(file, options);
  if (!sections)
    return llvm::createStringError(subject(spec) + ": " +
                                   llvm::toString(sections.takeError()));
  if (sections->lhs.empty() || sections->rhs.empty())
    return llvm::createStringError(
        subject(spec) + ": file '" + file +
        "' has no gradient section of the " +
        (sections->lhs.empty() ? "first" : "second") + " operand");
  return GradientData::own({sections->lhs.begin(), sections->lhs.end()},
                           {sections->rhs.begin(), sections->rhs.end()});
}

llvm::Expected<TableFunction> gradients::makeTable(const GradientSpec &spec,
                                                   OperandType lhs,
                                                   OperandType rhs) {
  llvm::Expected<GradientData> tables = spec.read(lhs, rhs);
  if (!tables)
    return tables.takeError();
  size_t pairs = size_t(lhs.size()) * rhs.size();
  if (llvm::Error error = checkSizes(spec, *tables, pairs, pairs))
    return error;
  return
      [tables = std::move(*tables)](
          const Multiplier &, Wrt wrt) -> llvm::Expected<std::vector<double>> {
        return (wrt == Wrt::Lhs ? tables.lhs : tables.rhs).vec();
      };
}

/// dAM/dlhs is a function of the second operand, dAM/drhs of the first.
llvm::Expected<GradientData> gradients::readSlopes(const GradientSpec &spec,
                                                   OperandType lhs,
                                                   OperandType rhs) {
  return readArrays(spec, {rhs.size()}, {lhs.size()});
}

llvm::Expected<TableFunction> gradients::makeTable1D(const GradientSpec &spec,
                                                     OperandType lhs,
                                                     OperandType rhs) {
  llvm::Expected<GradientData> slopes = spec.read(lhs, rhs);
  if (!slopes)
    return slopes.takeError();
  if (llvm::Error error = checkSizes(spec, *slopes, rhs.size(), lhs.size()))
    return error;
  return [slopes = std::move(*slopes)](
             const Multiplier &multiplier,
             Wrt wrt) -> llvm::Expected<std::vector<double>> {
    size_t columns = multiplier.rhs().size();
    std::vector<double> table(multiplier.table().size());
    for (size_t i = 0; i < table.size(); ++i)
      table[i] =
          wrt == Wrt::Lhs ? slopes.lhs[i % columns] : slopes.rhs[i / columns];
    return table;
  };
}
