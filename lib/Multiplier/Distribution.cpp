//===- Distribution.cpp - How often a network uses each operand -----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads operand distributions from the JSON file that a recorded network
// leaves.
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Distribution.h"
#include "JsonDepth.h"
#include "lutra/Multiplier/Files.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include <cmath>
#include <map>

using namespace lutra;
using llvm::StringRef;
using llvm::Twine;
namespace json = llvm::json;

static llvm::Error makeError(const Twine &message) {
  return llvm::createStringError(message);
}

/// The file's largest useful size: a thousand layers of 12-bit operands.
static constexpr uint64_t maxDistributionBytes = uint64_t(256) << 20;

static llvm::Expected<json::Value> parseFile(StringRef path) {
  auto buffer = readRegularFile(path, maxDistributionBytes);
  if (!buffer)
    return makeError("cannot read distribution file '" + path +
                     "': " + llvm::toString(buffer.takeError()));
  constexpr size_t maxDepth = 64;
  if (nestingDepth((*buffer)->getBuffer()) > maxDepth)
    return makeError("distribution file '" + path + "' nests more than " +
                     Twine(maxDepth) + " brackets");
  llvm::Expected<json::Value> value = json::parse((*buffer)->getBuffer());
  if (!value)
    return makeError("distribution file '" + path +
                     "' is not JSON: " + llvm::toString(value.takeError()));
  return value;
}

/// The weights of one operand.
static llvm::Expected<std::vector<double>>
readWeights(const json::Object &object, StringRef key, const Twine &source) {
  const json::Array *array = object.getArray(key);
  if (!array)
    return makeError(source + " expects '" + key +
                     "' to be an array of counts");
  std::vector<double> weights;
  weights.reserve(array->size());
  double sum = 0;
  for (const json::Value &value : *array) {
    std::optional<double> weight = value.getAsNumber();
    if (!weight || !std::isfinite(*weight) || *weight < 0)
      return makeError(source + " expects '" + key +
                       "' to hold counts that are finite and not negative, "
                       "which entry " +
                       Twine(weights.size()) + " is not");
    sum += *weight;
    weights.push_back(*weight);
  }
  if (!(sum > 0) || !std::isfinite(sum))
    return makeError(source + " expects the counts of '" + key +
                     "' to have a positive, finite sum");
  return weights;
}

/// The type of operand `index`, as stated or by the number of its weights.
static llvm::Expected<OperandType> readType(const json::Object &object,
                                            size_t index, size_t weights,
                                            const Twine &source) {
  const char *key = index == 0 ? "lhs" : "rhs";
  std::optional<OperandType> type;
  if (const json::Value *stated = object.get("operands")) {
    const json::Array *types = stated->getAsArray();
    std::optional<StringRef> text = types && types->size() == 2
                                        ? (*types)[index].getAsString()
                                        : std::nullopt;
    if (!text)
      return makeError(source + " expects 'operands' to be two types such as "
                                "[\"ui8\", \"si8\"]");
    llvm::Expected<OperandType> parsed = OperandType::parse(*text);
    if (!parsed)
      return makeError(source + ": " + llvm::toString(parsed.takeError()));
    type = *parsed;
  }
  for (unsigned bits = OperandType::minBits;
       !type && bits <= OperandType::maxBits; ++bits)
    if (weights == OperandType{bits, false}.size())
      type = OperandType{bits, false};
  if (!type)
    return makeError(source + " expects 2^" + Twine(OperandType::minBits) +
                     " to 2^" + Twine(OperandType::maxBits) + " counts in '" +
                     key + "', got " + Twine(weights));
  if (type->size() != weights)
    return makeError(source + " expects " + Twine(type->size()) +
                     " counts in '" + key + "' for " + type->str() + ", got " +
                     Twine(weights));
  return *type;
}

static llvm::Expected<OperandDistribution>
readDistribution(const json::Object &object, const Twine &source) {
  OperandDistribution distribution;
  distribution.source = source.str();
  auto lhs = readWeights(object, "lhs", source);
  if (!lhs)
    return lhs.takeError();
  auto rhs = readWeights(object, "rhs", source);
  if (!rhs)
    return rhs.takeError();
  auto lhsType = readType(object, 0, lhs->size(), source);
  if (!lhsType)
    return lhsType.takeError();
  auto rhsType = readType(object, 1, rhs->size(), source);
  if (!rhsType)
    return rhsType.takeError();
  distribution.lhs = std::move(*lhs);
  distribution.rhs = std::move(*rhs);
  distribution.lhsType = *lhsType;
  distribution.rhsType = *rhsType;
  return distribution;
}

/// sum += weight * values / sum of values.
static void addFrequencies(std::vector<double> &sum,
                           llvm::ArrayRef<double> values, double weight) {
  sum.resize(values.size());
  double total = 0;
  for (double value : values)
    total += value;
  for (size_t i = 0; i < values.size(); ++i)
    sum[i] += weight * values[i] / total;
}

/// All quantised layers together, each as often as it multiplies.
static llvm::Expected<OperandDistribution>
combineLayers(const std::map<std::string, const json::Object *> &layers,
              StringRef path) {
  OperandDistribution all;
  std::string first;
  for (const auto &[name, object] : layers) {
    if (!object->get("lhs") && !object->get("rhs"))
      continue;
    auto one = readDistribution(*object, "layer '" + Twine(name) + "' of '" +
                                             path + "'");
    if (!one)
      return one.takeError();
    std::optional<double> macs = object->getNumber("macs");
    if (!macs || !std::isfinite(*macs) || *macs <= 0)
      return makeError(one->source + " expects 'macs', by which layers are "
                                     "weighted, to be a positive number");
    if (first.empty()) {
      first = name;
      all.lhsType = one->lhsType;
      all.rhsType = one->rhsType;
    } else if (all.lhsType != one->lhsType || all.rhsType != one->rhsType) {
      return makeError("layers '" + first + "' and '" + name + "' of '" + path +
                       "' have different operand types, " + all.lhsType.str() +
                       " x " + all.rhsType.str() + " and " +
                       one->lhsType.str() + " x " + one->rhsType.str() +
                       ": name a layer, '" + path + ":" + first + "'");
    }
    addFrequencies(all.lhs, one->lhs, *macs);
    addFrequencies(all.rhs, one->rhs, *macs);
  }
  if (first.empty())
    return makeError("no layer of '" + path + "' is quantised");
  all.source = ("all layers of '" + path + "'").str();
  return all;
}

llvm::Expected<OperandDistribution> lutra::loadDistribution(StringRef path,
                                                            StringRef layer) {
  llvm::Expected<json::Value> value = parseFile(path);
  if (!value)
    return value.takeError();
  const json::Object *top = value->getAsObject();
  const json::Object *named = top ? top->getObject("layers") : nullptr;
  if (!named) {
    if (!top || !top->get("lhs"))
      return makeError("distribution file '" + path +
                       "' expects an object with 'layers', or with 'lhs' and "
                       "'rhs'");
    if (!layer.empty())
      return makeError("distribution file '" + path +
                       "' has no layers, asked for '" + layer + "'");
    return readDistribution(*top, "'" + path + "'");
  }
  // In the order of their names: sums do not depend on a hash table's order.
  std::map<std::string, const json::Object *> layers;
  llvm::SmallVector<std::string> names;
  for (const auto &entry : *named) {
    std::string name = entry.first.str();
    const json::Object *object = entry.second.getAsObject();
    if (!object)
      return makeError("layer '" + name + "' of '" + path +
                       "' expects an object");
    layers.emplace(name, object);
  }
  if (layer.empty())
    return combineLayers(layers, path);
  auto found = layers.find(layer.str());
  if (found == layers.end()) {
    for (const auto &entry : layers)
      names.push_back(entry.first);
    return makeError("distribution file '" + path + "' has no layer '" + layer +
                     "' (known: " + llvm::join(names, ", ") + ")");
  }
  if (!found->second->get("lhs") && !found->second->get("rhs"))
    return makeError("layer '" + layer + "' of '" + path +
                     "' has no operand counts: it is not quantised");
  return readDistribution(*found->second,
                          "layer '" + layer + "' of '" + path + "'");
}

llvm::Expected<OperandDistribution> lutra::loadDistribution(StringRef text) {
  auto [path, layer] = text.rsplit(':');
  // A colon may also be part of the file's name.
  if (layer.empty() || llvm::sys::fs::exists(text))
    return loadDistribution(text, "");
  return loadDistribution(path, layer);
}

llvm::Error lutra::verifyDistribution(const Multiplier &multiplier,
                                      const OperandDistribution &distribution) {
  if (distribution.lhsType == multiplier.lhs() &&
      distribution.rhsType == multiplier.rhs())
    return llvm::Error::success();
  return makeError("the distribution " + distribution.source + " is of " +
                   distribution.lhsType.str() + " x " +
                   distribution.rhsType.str() + " operands, but '" +
                   multiplier.name() + "' takes " + multiplier.lhs().str() +
                   " x " + multiplier.rhs().str());
}

llvm::Expected<ErrorMetrics>
lutra::computeErrorMetrics(const Multiplier &multiplier,
                           const OperandDistribution &distribution) {
  if (llvm::Error error = verifyDistribution(multiplier, distribution))
    return error;
  return computeErrorMetrics(multiplier, distribution.lhs, distribution.rhs);
}
