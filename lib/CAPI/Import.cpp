//===- Import.cpp - C API: multipliers from files and to files ------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Support.h"
#include "lutra/Multiplier/Container.h"
#include "lutra/Multiplier/ImportOptionsText.h"
#include "lutra/Multiplier/LoadMultiplier.h"

using namespace lutra;
using lutra::capi::fail;
using lutra::capi::guarded;
using lutra::capi::isNull;
namespace json = llvm::json;

/// The object of a JSON text, empty for null.
static llvm::Expected<json::Object> parseObject(const char *function,
                                                const char *text) {
  if (!text)
    return json::Object();
  llvm::Expected<json::Value> value = json::parse(text);
  if (!value)
    return llvm::createStringError(
        llvm::Twine(function) +
        ": options are not JSON: " + llvm::toString(value.takeError()));
  if (json::Object *object = value->getAsObject())
    return std::move(*object);
  return llvm::createStringError(llvm::Twine(function) +
                                 ": options are no JSON object");
}

LutraMultiplier *lutraMultiplierImport(const char *text, const char *options) {
  constexpr const char *name = "lutraMultiplierImport";
  return guarded(name, (LutraMultiplier *)nullptr, [&]() -> LutraMultiplier * {
    if (isNull(text, name, "text"))
      return nullptr;
    auto load = [&]() -> llvm::Expected<Multiplier> {
      llvm::Expected<json::Object> object = parseObject(name, options);
      if (!object)
        return object.takeError();
      llvm::Expected<ImportOptions> parsed = parseImportOptions(*object);
      if (!parsed)
        return parsed.takeError();
      return loadMultiplier(text, *parsed);
    };
    llvm::Expected<Multiplier> multiplier = load();
    if (!multiplier) {
      fail(multiplier.takeError());
      return nullptr;
    }
    return capi::make<LutraMultiplier>(std::move(*multiplier));
  });
}

char *lutraMultiplierWarnings(LutraMultiplier *multiplier) {
  constexpr const char *name = "lutraMultiplierWarnings";
  return guarded(name, (char *)nullptr, [&]() -> char * {
    if (isNull(multiplier, name, "multiplier"))
      return nullptr;
    json::Array sentences;
    for (const std::string &text : multiplier->multiplier.metadata().warnings)
      sentences.push_back(json::fixUTF8(text));
    return capi::copyJSON(std::move(sentences));
  });
}

/// {"factors": bool, "gradients": [specs], "format": text}.
static llvm::Expected<SaveOptions> parseSaveOptions(const char *function,
                                                    const char *text) {
  llvm::Expected<json::Object> object = parseObject(function, text);
  if (!object)
    return object.takeError();
  SaveOptions options;
  for (const auto &[key, value] : *object) {
    llvm::StringRef name = key;
    std::optional<bool> boolean = value.getAsBoolean();
    const json::Array *array = value.getAsArray();
    if (name == "factors" && boolean) {
      options.factors = *boolean;
      continue;
    }
    if (std::optional<llvm::StringRef> format = value.getAsString();
        name == "format" && format) {
      options.format = format->str();
      continue;
    }
    bool isList = name == "gradients" && array;
    for (size_t i = 0; isList && i < array->size(); ++i) {
      std::optional<llvm::StringRef> spec = (*array)[i].getAsString();
      isList = spec.has_value();
      if (isList)
        options.gradients.push_back(spec->str());
    }
    if (!isList)
      return llvm::createStringError(llvm::Twine(function) +
                                     ": expects options {\"factors\": bool, "
                                     "\"gradients\": [text], \"format\": "
                                     "text}, got '" +
                                     name + "'");
  }
  return options;
}

int lutraMultiplierSave(LutraMultiplier *multiplier, const char *path,
                        const char *options) {
  constexpr const char *name = "lutraMultiplierSave";
  return guarded(name, 1, [&] {
    if (isNull(multiplier, name, "multiplier") || isNull(path, name, "path"))
      return 1;
    llvm::Expected<SaveOptions> parsed = parseSaveOptions(name, options);
    llvm::Error error =
        parsed ? saveMultiplier(multiplier->multiplier, path, *parsed)
               : parsed.takeError();
    if (!error)
      return 0;
    fail(std::move(error));
    return 1;
  });
}
