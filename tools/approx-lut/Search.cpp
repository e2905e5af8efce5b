//===- Search.cpp - approx-lut search -----------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Search.h"
#include "Commands.h"
#include "lutra/Multiplier/CostText.h"
#include "lutra/Multiplier/LoadMultiplier.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;
using namespace lutra::tool;
using llvm::StringRef;
namespace cl = llvm::cl;

static cl::SubCommand
    subcommand("search", "List the multipliers of folders, files and families "
                         "that meet bounds on error and cost");
static cl::list<std::string>
    sources(cl::Positional, cl::OneOrMore,
            cl::desc("<folder | file | family:name=1..12>..."),
            cl::sub(subcommand));
static cl::list<std::string>
    maxima("max", cl::value_desc("key=limit"),
           cl::desc("Largest value of a metric or a cost, e.g. "
                    "mean_error_distance=100, power_mw=0.3"),
           cl::cat(category), cl::sub(subcommand));
static cl::list<std::string> minima("min", cl::value_desc("key=limit"),
                                    cl::desc("Smallest value"),
                                    cl::cat(category), cl::sub(subcommand));
static cl::opt<std::string> sortBy("sort", cl::value_desc("key"),
                                   cl::desc("Metric or cost to sort by"),
                                   cl::init("mean_error_distance"),
                                   cl::cat(category), cl::sub(subcommand));
static cl::list<std::string>
    pareto("pareto", cl::CommaSeparated, cl::value_desc("key,key"),
           cl::desc("Only those that no other beats in all of these"),
           cl::cat(category), cl::sub(subcommand));
static cl::opt<std::string>
    equalTo("equal-to", cl::value_desc("multiplier"),
            cl::desc("Only tables equal to this one, also up to transposition, "
                     "signedness or bit order"),
            cl::cat(category), cl::sub(subcommand));
static cl::opt<std::string> distribution("distribution",
                                         cl::value_desc("file.json[:layer]"),
                                         cl::desc(distributionHelp),
                                         cl::cat(category),
                                         cl::sub(subcommand));
static cl::opt<unsigned> limit("limit", cl::value_desc("n"),
                               cl::desc("At most so many results (0: all)"),
                               cl::init(0), cl::cat(category),
                               cl::sub(subcommand));
static cl::opt<bool> json("json", cl::desc("Print JSON"), cl::cat(category),
                          cl::sub(subcommand));

static llvm::Error readBounds(llvm::ArrayRef<std::string> texts,
                              const char *option, bool isMaximum,
                              std::vector<SearchBound> &bounds) {
  for (StringRef text : texts) {
    auto [key, number] = text.split('=');
    double value;
    if (number.getAsDouble(value))
      return llvm::createStringError("--" + llvm::Twine(option) +
                                     " expects key=limit, got '" + text + "'");
    bounds.push_back({key.str(), value, isMaximum});
  }
  return llvm::Error::success();
}

static llvm::Expected<SearchOptions> makeOptions() {
  SearchOptions options;
  options.sources.assign(sources.begin(), sources.end());
  if (llvm::Error error = readBounds(std::vector<std::string>(maxima), "max",
                                     true, options.bounds))
    return error;
  if (llvm::Error error = readBounds(std::vector<std::string>(minima), "min",
                                     false, options.bounds))
    return error;
  options.sortBy = sortBy;
  options.pareto.assign(pareto.begin(), pareto.end());
  options.limit = limit;
  if (!equalTo.empty()) {
    llvm::Expected<Multiplier> multiplier = loadMultiplier(equalTo);
    if (!multiplier)
      return multiplier.takeError();
    options.equalTo = std::move(*multiplier);
  }
  auto loaded = loadOptionalDistribution(distribution);
  if (!loaded)
    return loaded.takeError();
  options.distribution = std::move(*loaded);
  return options;
}

/// Columns: three metrics that tell most, what was asked for, what is known.
static std::vector<std::string> chooseColumns(const SearchOptions &options,
                                              const SearchResults &found) {
  std::vector<std::string> columns = {"mean_error_distance", "error_rate",
                                      "worst_case_error_distance"};
  auto add = [&](const std::string &key) {
    if (!llvm::is_contained(columns, key))
      columns.push_back(key);
  };
  for (const SearchBound &bound : options.bounds)
    add(bound.key);
  for (const std::string &key : options.pareto)
    add(key);
  add(options.sortBy);
  for (const CostQuantity &quantity : allCostQuantities())
    if (llvm::any_of(found.results, [&](const SearchResult &result) {
          return searchValue(result, quantity.key).has_value();
        }))
      add(quantity.key);
  return columns;
}

static void printResults(const SearchOptions &options,
                         const SearchResults &found) {
  std::vector<std::string> columns = chooseColumns(options, found);
  std::vector<std::vector<std::string>> rows(1, {"multiplier"});
  rows[0].insert(rows[0].end(), columns.begin(), columns.end());
  rows[0].push_back("sha256");
  for (const SearchResult &result : found.results) {
    rows.push_back({result.multiplier.name()});
    for (const std::string &key : columns) {
      std::optional<double> value = searchValue(result, key);
      rows.back().push_back(value ? printNumber(*value) : "unknown");
    }
    rows.back().push_back(
        StringRef(result.multiplier.hash()).take_front(12).str());
    if (result.relation)
      rows.back().push_back(result.relation->str());
  }
  if (found.results.empty())
    llvm::outs() << "no multiplier meets the bounds\n";
  else
    printTable(rows);
  llvm::outs() << found.results.size() << " of " << found.candidates
               << " candidates, operands "
               << (options.distribution
                       ? "as in " + options.distribution->source
                       : "uniformly distributed")
               << "\n";
  constexpr size_t shown = 8;
  for (const SkippedCandidate &candidate :
       llvm::ArrayRef(found.skipped).take_front(shown))
    llvm::outs() << "skipped " << candidate.name << ": " << candidate.reason
                 << "\n";
  if (found.skipped.size() > shown)
    llvm::outs() << "skipped " << found.skipped.size() - shown
                 << " more (--json lists them)\n";
}

static llvm::Error run() {
  llvm::Expected<SearchOptions> options = makeOptions();
  if (!options)
    return options.takeError();
  if (json) {
    auto info = searchInfo(*options);
    if (!info)
      return info.takeError();
    llvm::outs() << llvm::formatv("{0:2}\n",
                                  llvm::json::Value(std::move(*info)));
    return llvm::Error::success();
  }
  llvm::Expected<SearchResults> found = searchMultipliers(*options);
  if (!found)
    return found.takeError();
  printResults(*options, *found);
  return llvm::Error::success();
}

Command tool::searchCommand() { return {&subcommand, run}; }
