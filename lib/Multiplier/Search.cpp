//===- Search.cpp - Multipliers by error and cost -------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lists candidates, judges each by itself, then keeps, sorts and cuts.
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Search.h"
#include "lutra/Multiplier/CostText.h"
#include "lutra/Multiplier/Info.h"
#include "lutra/Multiplier/LoadMultiplier.h"
#include "lutra/Multiplier/Spec.h"
#include "lutra/Multiplier/TableFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include <cmath>

using namespace lutra;
using llvm::StringRef;
using llvm::Twine;
namespace json = llvm::json;

static constexpr size_t maxCandidates = 100000;

static llvm::Error makeError(const Twine &message) {
  return llvm::createStringError(message);
}

//===----------------------------------------------------------------------===//
// Keys
//===----------------------------------------------------------------------===//

static llvm::Error verifyKey(StringRef key) {
  llvm::SmallVector<StringRef> known;
  for (const ErrorMetric &metric : allErrorMetrics())
    known.push_back(metric.key);
  for (const CostQuantity &quantity : allCostQuantities())
    known.push_back(quantity.key);
  if (llvm::is_contained(known, key))
    return llvm::Error::success();
  return makeError("unknown metric or cost '" + key + "'" +
                   suggestName(key, known) +
                   " (known: " + llvm::join(known, ", ") + ")");
}

std::optional<double> lutra::searchValue(const SearchResult &result,
                                         StringRef key) {
  for (const ErrorMetric &metric : allErrorMetrics())
    if (key == metric.key)
      return std::abs(result.metrics.*metric.value);
  const std::optional<HardwareCost> &cost = result.multiplier.metadata().cost;
  for (const CostQuantity &quantity : allCostQuantities())
    if (cost && key == quantity.key)
      return (*cost).*quantity.value;
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// Candidates
//===----------------------------------------------------------------------===//

/// Every spec that "name=1..3" in `text` stands for; `text` itself without one.
/// Where a range stands does not matter: also within a wrapper's brackets.
static llvm::Error expandRanges(const std::string &text,
                                std::vector<std::string> &specs) {
  StringRef whole = text;
  for (size_t dots = whole.find(".."); dots != StringRef::npos;
       dots = whole.find("..", dots + 1)) {
    size_t begin = dots;
    while (begin && llvm::isDigit(whole[begin - 1]))
      --begin;
    // "../folder" is no range.
    if (!begin || whole[begin - 1] != '=')
      continue;
    StringRef first = whole.slice(begin, dots);
    StringRef last = whole.drop_front(dots + 2).take_while(llvm::isDigit);
    unsigned low, high;
    if (first.getAsInteger(10, low) || last.getAsInteger(10, high) ||
        low > high)
      return makeError("'" + text +
                       "' expects a range of numbers such as 1..12 behind '='");
    for (unsigned number = low; number <= high; ++number) {
      // Only the first range: the others are expanded in turn.
      std::string replaced = (whole.take_front(begin) + Twine(number) +
                              whole.drop_front(dots + 2 + last.size()))
                                 .str();
      if (llvm::Error error = expandRanges(replaced, specs))
        return error;
    }
    return llvm::Error::success();
  }
  if (specs.size() >= maxCandidates)
    return makeError("more than " + Twine(maxCandidates) +
                     " candidates to search");
  specs.push_back(text);
  return llvm::Error::success();
}

/// The table files of a folder, by name.
static llvm::Error listFolder(StringRef folder,
                              std::vector<std::string> &names) {
  std::error_code error;
  std::vector<std::string> found;
  for (llvm::sys::fs::directory_iterator it(folder, error), end;
       it != end && !error; it.increment(error))
    if (hasTableExtension(it->path()))
      found.push_back(it->path());
  if (error)
    return makeError("cannot read folder '" + folder + "': " + error.message());
  llvm::sort(found);
  names.insert(names.end(), found.begin(), found.end());
  return llvm::Error::success();
}

static llvm::Expected<std::vector<std::string>>
listCandidates(llvm::ArrayRef<std::string> sources) {
  std::vector<std::string> names;
  for (const std::string &source : sources) {
    llvm::Error error = llvm::sys::fs::is_directory(source)
                            ? listFolder(source, names)
                            : expandRanges(source, names);
    if (error)
      return error;
  }
  return names;
}

//===----------------------------------------------------------------------===//
// Search
//===----------------------------------------------------------------------===//

/// Why a result cannot be judged: a cost that is asked for is not known.
static std::string missingValue(const SearchResult &result,
                                const SearchOptions &options) {
  for (const SearchBound &bound : options.bounds)
    if (!searchValue(result, bound.key))
      return bound.key + " is not known";
  for (const std::string &key : options.pareto)
    if (!searchValue(result, key))
      return key + " is not known";
  return "";
}

static bool meetsBounds(const SearchResult &result,
                        llvm::ArrayRef<SearchBound> bounds) {
  return llvm::all_of(bounds, [&](const SearchBound &bound) {
    double value = *searchValue(result, bound.key);
    return bound.isMaximum ? value <= bound.limit : value >= bound.limit;
  });
}

/// Whether `a` is at least as good as `b` in every key and better in one.
static bool dominates(const SearchResult &a, const SearchResult &b,
                      llvm::ArrayRef<std::string> keys) {
  bool isBetter = false;
  for (const std::string &key : keys) {
    double x = *searchValue(a, key), y = *searchValue(b, key);
    if (x > y)
      return false;
    isBetter |= x < y;
  }
  return isBetter;
}

static void keepFront(std::vector<SearchResult> &results,
                      llvm::ArrayRef<std::string> keys) {
  std::vector<SearchResult> front;
  for (const SearchResult &result : results)
    if (llvm::none_of(results, [&](const SearchResult &other) {
          return dominates(other, result, keys);
        }))
      front.push_back(result);
  results = std::move(front);
}

/// Loads and measures; the error says why it cannot be judged.
static llvm::Expected<SearchResult> judge(StringRef name,
                                          const SearchOptions &options) {
  llvm::Expected<Multiplier> multiplier = loadMultiplier(name);
  if (!multiplier)
    return multiplier.takeError();
  SearchResult result{std::move(*multiplier), {}, std::nullopt};
  if (options.distribution) {
    llvm::Expected<ErrorMetrics> metrics =
        computeErrorMetrics(result.multiplier, *options.distribution);
    if (!metrics)
      return metrics.takeError();
    result.metrics = *metrics;
  } else {
    result.metrics = computeErrorMetrics(result.multiplier);
  }
  std::string missing = missingValue(result, options);
  if (!missing.empty())
    return makeError(missing);
  if (options.equalTo)
    result.relation = findRelation(result.multiplier, *options.equalTo);
  return result;
}

llvm::Expected<SearchResults>
lutra::searchMultipliers(const SearchOptions &options) {
  std::vector<std::string> keys(options.pareto);
  keys.push_back(options.sortBy);
  for (const SearchBound &bound : options.bounds)
    keys.push_back(bound.key);
  for (const std::string &key : keys)
    if (llvm::Error error = verifyKey(key))
      return error;
  auto names = listCandidates(options.sources);
  if (!names)
    return names.takeError();

  SearchResults found;
  found.candidates = names->size();
  for (const std::string &name : *names) {
    llvm::Expected<SearchResult> result = judge(name, options);
    if (!result) {
      found.skipped.push_back({name, llvm::toString(result.takeError())});
      continue;
    }
    if (meetsBounds(*result, options.bounds) &&
        (!options.equalTo || result->relation))
      found.results.push_back(std::move(*result));
  }
  if (names->empty())
    return makeError("there is nothing to search: no source holds a table");
  // A mistake in the only source is an error, not an empty result.
  if (found.skipped.size() == names->size())
    return makeError("none of " + Twine(names->size()) +
                     " candidates can be judged; the first, '" +
                     found.skipped.front().name +
                     "': " + found.skipped.front().reason);
  if (!options.pareto.empty())
    keepFront(found.results, options.pareto);
  // What is not known comes last.
  auto value = [&](const SearchResult &result) {
    return searchValue(result, options.sortBy).value_or(HUGE_VAL);
  };
  llvm::sort(found.results, [&](const SearchResult &a, const SearchResult &b) {
    return std::pair(value(a), StringRef(a.multiplier.name())) <
           std::pair(value(b), StringRef(b.multiplier.name()));
  });
  if (options.limit && found.results.size() > options.limit)
    found.results.erase(found.results.begin() + options.limit,
                        found.results.end());
  return found;
}

//===----------------------------------------------------------------------===//
// JSON
//===----------------------------------------------------------------------===//

/// An array of texts, or an error; empty when the key is not there.
static llvm::Expected<std::vector<std::string>>
readTexts(const json::Object &request, StringRef key) {
  std::vector<std::string> texts;
  const json::Value *value = request.get(key);
  if (!value)
    return texts;
  const json::Array *array = value->getAsArray();
  for (size_t i = 0; array && i < array->size(); ++i) {
    std::optional<StringRef> text = (*array)[i].getAsString();
    if (!text) {
      array = nullptr;
      break;
    }
    texts.push_back(text->str());
  }
  if (!array)
    return makeError("a search expects '" + key + "' to be a list of texts");
  return texts;
}

static llvm::Error readBounds(const json::Object &request, StringRef key,
                              bool isMaximum,
                              std::vector<SearchBound> &bounds) {
  const json::Value *value = request.get(key);
  if (!value)
    return llvm::Error::success();
  const json::Object *object = value->getAsObject();
  if (!object)
    return makeError("a search expects '" + key +
                     "' to be numbers by metric or cost");
  for (const auto &entry : *object) {
    std::optional<double> limit = entry.second.getAsNumber();
    if (!limit || !std::isfinite(*limit))
      return makeError("a search expects a finite number as '" + key +
                       "' of '" + StringRef(entry.first) + "'");
    bounds.push_back({entry.first.str(), *limit, isMaximum});
  }
  return llvm::Error::success();
}

llvm::Expected<SearchOptions>
lutra::parseSearchOptions(const json::Object &request) {
  constexpr StringRef known[] = {"sources", "max",         "min",
                                 "sort",    "pareto",      "equal_to",
                                 "limit",   "distribution"};
  for (const auto &entry : request)
    if (!llvm::is_contained(known, StringRef(entry.first)))
      return makeError("a search has no option '" + StringRef(entry.first) +
                       "'" + suggestName(entry.first, known));
  SearchOptions options;
  auto sources = readTexts(request, "sources");
  if (!sources)
    return sources.takeError();
  options.sources = std::move(*sources);
  auto pareto = readTexts(request, "pareto");
  if (!pareto)
    return pareto.takeError();
  options.pareto = std::move(*pareto);
  if (llvm::Error error = readBounds(request, "max", true, options.bounds))
    return error;
  if (llvm::Error error = readBounds(request, "min", false, options.bounds))
    return error;
  if (auto sort = request.getString("sort"))
    options.sortBy = sort->str();
  if (auto limit = request.getInteger("limit"); limit && *limit > 0)
    options.limit = size_t(*limit);
  if (auto text = request.getString("equal_to")) {
    llvm::Expected<Multiplier> multiplier = loadMultiplier(*text);
    if (!multiplier)
      return multiplier.takeError();
    options.equalTo = std::move(*multiplier);
  }
  if (auto text = request.getString("distribution")) {
    llvm::Expected<OperandDistribution> loaded = loadDistribution(*text);
    if (!loaded)
      return loaded.takeError();
    options.distribution = std::move(*loaded);
  }
  return options;
}

llvm::Expected<json::Object> lutra::searchInfo(const SearchOptions &options) {
  llvm::Expected<SearchResults> found = searchMultipliers(options);
  if (!found)
    return found.takeError();
  json::Array results, skipped;
  for (const SearchResult &result : found->results) {
    auto info =
        multiplierInfo(result.multiplier,
                       options.distribution ? &*options.distribution : nullptr);
    if (!info)
      return info.takeError();
    (*info)["relation"] = result.relation ? json::Value(result.relation->str())
                                          : json::Value(nullptr);
    results.push_back(std::move(*info));
  }
  for (const SkippedCandidate &candidate : found->skipped)
    skipped.push_back(
        json::Object{{"name", json::fixUTF8(candidate.name)},
                     {"reason", json::fixUTF8(candidate.reason)}});
  return json::Object{{"results", std::move(results)},
                      {"skipped", std::move(skipped)},
                      {"candidates", found->candidates}};
}
