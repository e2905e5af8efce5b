//===- Info.cpp - Multiplier library as JSON ------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Turns multipliers, families and estimators into JSON, from their tables.
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Info.h"
#include "lutra/Multiplier/CostText.h"
#include "lutra/Multiplier/Families.h"
#include "lutra/Multiplier/Gradient.h"
#include "lutra/Multiplier/Wrappers.h"

using namespace lutra;
namespace json = llvm::json;

json::Object lutra::toJSON(const ErrorMetrics &metrics) {
  json::Object object;
  for (const ErrorMetric &metric : allErrorMetrics())
    object[metric.key] = metrics.*metric.value;
  return object;
}

static json::Object toJSON(ProductBounds bounds) {
  return json::Object{{"min", bounds.min}, {"max", bounds.max}};
}

static json::Value toJSON(const std::optional<double> &value) {
  return value ? json::Value(*value) : json::Value(nullptr);
}

/// Empty text is null. Names of files are any bytes; JSON is UTF-8.
static json::Value toJSON(llvm::StringRef text) {
  return text.empty() ? json::Value(nullptr) : json::Value(json::fixUTF8(text));
}

json::Object lutra::toJSON(const HardwareCost &cost) {
  json::Object object{{"process", ::toJSON(cost.process)},
                      {"source", ::toJSON(cost.source)}};
  for (const CostQuantity &quantity : allCostQuantities())
    object[quantity.key] = ::toJSON(cost.*quantity.value);
  return object;
}

json::Object lutra::multiplierInfo(const Multiplier &multiplier) {
  const MultiplierMetadata &metadata = multiplier.metadata();
  json::Array warnings;
  for (const std::string &warning : metadata.warnings)
    warnings.push_back(json::fixUTF8(warning));
  return json::Object{{"name", json::fixUTF8(multiplier.name())},
                      {"format", ::toJSON(metadata.format)},
                      {"description", ::toJSON(metadata.description)},
                      {"encoding", ::toJSON(metadata.encoding)},
                      {"operand_order", ::toJSON(metadata.operandOrder)},
                      {"warnings", std::move(warnings)},
                      {"cost", metadata.cost
                                   ? json::Value(lutra::toJSON(*metadata.cost))
                                   : json::Value(nullptr)},
                      {"lhs", multiplier.lhs().str()},
                      {"rhs", multiplier.rhs().str()},
                      {"hash", multiplier.hash()},
                      {"bounds", ::toJSON(multiplier.bounds())},
                      {"error_bounds", ::toJSON(multiplier.errorBounds())},
                      {"zero_product", multiplier(0, 0)},
                      {"exact", multiplier.isExact()},
                      {"commutative", multiplier.isCommutative()},
                      {"metrics", toJSON(computeErrorMetrics(multiplier))}};
}

llvm::Expected<json::Object>
lutra::multiplierInfo(const Multiplier &multiplier,
                      const OperandDistribution *distribution) {
  json::Object info = multiplierInfo(multiplier);
  if (!distribution)
    return info;
  llvm::Expected<ErrorMetrics> metrics =
      computeErrorMetrics(multiplier, *distribution);
  if (!metrics)
    return metrics.takeError();
  info["distribution"] =
      json::Object{{"source", json::fixUTF8(distribution->source)},
                   {"metrics", toJSON(*metrics)}};
  return info;
}

static json::Array toJSON(llvm::ArrayRef<SpecParameter> parameters) {
  json::Array array;
  for (const SpecParameter &parameter : parameters)
    array.push_back(json::Object{
        {"name", parameter.name},
        {"help", parameter.help},
        {"default", parameter.defaultValue ? json::Value(parameter.defaultValue)
                                           : json::Value(nullptr)},
        {"domain", parameter.domain}});
  return array;
}

json::Array lutra::familiesInfo() {
  json::Array array;
  for (const Family &family : allFamilies())
    array.push_back(json::Object{{"name", family.name},
                                 {"summary", family.summary},
                                 {"source", family.source},
                                 {"signed", family.definesSigned},
                                 {"parameters", ::toJSON(family.parameters)}});
  return array;
}

json::Array lutra::wrappersInfo() {
  json::Array array;
  for (const Wrapper &wrapper : allWrappers())
    array.push_back(json::Object{{"name", wrapper.name},
                                 {"summary", wrapper.summary},
                                 {"types", wrapper.takesTypes}});
  return array;
}

json::Array lutra::estimatorsInfo() {
  json::Array array;
  for (const Estimator &estimator : allEstimators())
    array.push_back(
        json::Object{{"name", estimator.name},
                     {"summary", estimator.summary},
                     {"source", estimator.source},
                     {"separable", estimator.separable},
                     {"parameters", ::toJSON(estimator.parameters)}});
  return array;
}
