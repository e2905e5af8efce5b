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
                                    const OperandDistribution *weights) {
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
                    multiplier.rhs().size(), k, weights.get());
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

/// The tables of both operands, whichever way the spec names them.
static llvm::Expected<std::array<std::vector<double>, 2>>
readTables(const GradientSpec &spec, OperandType lhs, OperandType rhs) {
  const SpecParameters &parameters = spec.parameters();
  StringRef file = parameters.at("file");
  StringRef names[] = {parameters.at("lhs"), parameters.at("rhs")};
  bool hasArrays = names[0] != "auto" || names[1] != "auto";
  if ((file == "auto") != (names[0] != "auto" && names[1] != "auto") ||
      (file != "auto" && hasArrays))
    return llvm::createStringError(subject(spec) +
                                   " expects lhs=FILE.npy and rhs=FILE.npy, or "
                                   "file=FILE.txt with both gradient sections");
  std::array<std::vector<double>, 2> tables;
  if (file == "auto") {
    for (unsigned operand : {0u, 1u}) {
      auto table = readArray(spec, names[operand], {lhs.size(), rhs.size()});
      if (!table)
        return table.takeError();
      tables[operand] = std::move(*table);
    }
    return tables;
  }
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
  tables[0].assign(sections->lhs.begin(), sections->lhs.end());
  tables[1].assign(sections->rhs.begin(), sections->rhs.end());
  return tables;
}

llvm::Expected<TableFunction> gradients::makeTable(const GradientSpec &spec,
                                                   OperandType lhs,
                                                   OperandType rhs) {
  auto tables = readTables(spec, lhs, rhs);
  if (!tables)
    return tables.takeError();
  return
      [tables = std::move(*tables)](
          const Multiplier &, Wrt wrt) -> llvm::Expected<std::vector<double>> {
        return tables[wrt == Wrt::Lhs ? 0 : 1];
      };
}

llvm::Expected<TableFunction> gradients::makeTable1D(const GradientSpec &spec,
                                                     OperandType lhs,
                                                     OperandType rhs) {
  // dAM/dlhs is a function of the second operand, dAM/drhs of the first.
  auto ofRhs = readArray(spec, spec.parameters().at("lhs"), {rhs.size()});
  if (!ofRhs)
    return ofRhs.takeError();
  auto ofLhs = readArray(spec, spec.parameters().at("rhs"), {lhs.size()});
  if (!ofLhs)
    return ofLhs.takeError();
  return [lhsSlopes = std::move(*ofRhs), rhsSlopes = std::move(*ofLhs)](
             const Multiplier &multiplier,
             Wrt wrt) -> llvm::Expected<std::vector<double>> {
    size_t columns = multiplier.rhs().size();
    std::vector<double> table(multiplier.table().size());
    for (size_t i = 0; i < table.size(); ++i)
      table[i] =
          wrt == Wrt::Lhs ? lhsSlopes[i % columns] : rhsSlopes[i / columns];
    return table;
  };
}
