//===- Spec.cpp - Names with parameters, as users write them --------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Parses, checks and prints the parameters of families and estimators.
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Spec.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace lutra;
using llvm::StringRef;
using llvm::Twine;

static llvm::Error makeError(const Twine &message) {
  return llvm::createStringError(message);
}

static bool isInteger(StringRef text) {
  unsigned value;
  return !text.empty() && llvm::all_of(text, llvm::isDigit) &&
         !text.getAsInteger(10, value);
}

/// Whether `value` is in the parameter's domain.
static bool accepts(const SpecParameter &parameter, StringRef value) {
  StringRef domain = parameter.domain;
  if (parameter.defaultValue && value == parameter.defaultValue)
    return true;
  if (domain == "integer")
    return isInteger(value);
  if (domain == "text" || domain == "file")
    return !value.empty();
  llvm::SmallVector<StringRef> words;
  domain.split(words, '|');
  return llvm::is_contained(words, value);
}

static std::string describeDomain(const SpecParameter &parameter) {
  StringRef domain = parameter.domain;
  if (domain == "integer")
    return "a non-negative integer";
  if (domain == "text")
    return "a value";
  if (domain == "file")
    return "a file's name";
  llvm::SmallVector<StringRef> words;
  domain.split(words, '|');
  return "'" + llvm::join(words, "' or '") + "'";
}

std::string lutra::suggestName(StringRef text,
                               llvm::ArrayRef<StringRef> names) {
  StringRef nearest;
  // A third of the letters may differ; beyond that a guess only misleads.
  unsigned bestDistance = std::max<unsigned>(text.size() / 3, 1) + 1;
  for (StringRef name : names) {
    unsigned distance = text.edit_distance(name);
    if (distance < bestDistance) {
      bestDistance = distance;
      nearest = name;
    }
  }
  return nearest.empty() ? "" : ("; did you mean '" + nearest + "'?").str();
}

llvm::Error lutra::parseSpecParameters(StringRef what,
                                       llvm::ArrayRef<StringRef> fields,
                                       SpecParameters &parameters) {
  for (StringRef field : fields) {
    auto [key, value] = field.split('=');
    if (key.empty() || key.size() == field.size())
      return makeError(what +
                       " expects parameters of the form name=value, got '" +
                       field + "'");
    // One spelling per number, so that equal specs print alike.
    std::string text = value.str();
    if (isInteger(value))
      text = std::to_string(std::stoul(text));
    if (!parameters.emplace(key.str(), std::move(text)).second)
      return makeError(what + " is given parameter '" + key + "' twice");
  }
  return llvm::Error::success();
}

llvm::Error lutra::completeSpecParameters(StringRef what,
                                          llvm::ArrayRef<SpecParameter> known,
                                          SpecParameters &parameters) {
  llvm::SmallVector<StringRef> names;
  for (const SpecParameter &parameter : known)
    names.push_back(parameter.name);
  for (const auto &given : parameters) {
    const std::string &key = given.first, &value = given.second;
    const SpecParameter *parameter = llvm::find_if(
        known, [&](const SpecParameter &row) { return row.name == key; });
    if (parameter == known.end())
      return makeError(
          what + " has no parameter '" + key + "'" + suggestName(key, names) +
          (names.empty() ? std::string(" (it takes none)")
                         : " (it takes: " + llvm::join(names, ", ") + ")"));
    if (!accepts(*parameter, value))
      return makeError(what + " expects " + describeDomain(*parameter) +
                       " for parameter '" + key + "', got '" + value + "'");
  }
  for (const SpecParameter &parameter : known) {
    if (parameters.count(parameter.name))
      continue;
    if (!parameter.defaultValue)
      return makeError(what + " needs parameter '" + parameter.name + "' (" +
                       parameter.help + ")");
    parameters.emplace(parameter.name, parameter.defaultValue);
  }
  return llvm::Error::success();
}

std::string lutra::printSpecParameters(const SpecParameters &parameters) {
  std::string text;
  for (const auto &[key, value] : parameters)
    if (value != "auto")
      text += ":" + key + "=" + value;
  return text;
}

llvm::Expected<unsigned> lutra::getSpecInteger(StringRef what,
                                               const SpecParameters &parameters,
                                               StringRef name, unsigned max) {
  StringRef text = parameters.at(name.str());
  unsigned value;
  if (!text.getAsInteger(10, value) && value <= max)
    return value;
  return makeError(what + " expects " + name + " from 0 to " + Twine(max) +
                   ", got " + text);
}
