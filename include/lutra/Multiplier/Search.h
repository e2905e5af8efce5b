//===- Search.h - Multipliers by error and cost -----------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_SEARCH_H
#define LUTRA_MULTIPLIER_SEARCH_H

#include "lutra/Multiplier/Compare.h"
#include "lutra/Multiplier/Distribution.h"
#include "lutra/Multiplier/Metrics.h"
#include "llvm/Support/JSON.h"

namespace lutra {

/// A bound on an error metric or a cost, by its key in JSON
/// ("mean_error_distance", "power_mw"). A bias counts by its magnitude.
struct SearchBound {
  std::string key;
  double limit;
  /// Largest allowed value, or smallest.
  bool isMaximum;
};

struct SearchOptions {
  /// Where to look: specs, whose integer parameters may be ranges
  /// ("truncated:8x8:drop=1..12"), table files, and folders of them.
  std::vector<std::string> sources;
  std::vector<SearchBound> bounds;
  /// Key that results are sorted by, the smallest first.
  std::string sortBy = "mean_error_distance";
  /// Keys of which at least one must be smaller than in any result that is at
  /// least as good in the others; empty keeps all.
  std::vector<std::string> pareto;
  /// Only tables that are this one, in any of the relations of Compare.h.
  std::optional<Multiplier> equalTo;
  /// Operands of the metrics; uniform when left out.
  std::optional<OperandDistribution> distribution;
  /// Largest number of results; 0 for all.
  size_t limit = 0;
};

struct SearchResult {
  Multiplier multiplier;
  ErrorMetrics metrics;
  /// To SearchOptions::equalTo.
  std::optional<TableRelation> relation;
};

/// A candidate that could not be judged: unreadable, invalid, of other operand
/// types, or without the cost that is asked for.
struct SkippedCandidate {
  std::string name, reason;
};

struct SearchResults {
  std::vector<SearchResult> results;
  std::vector<SkippedCandidate> skipped;
  /// How many were tried, results and skipped ones included.
  size_t candidates = 0;
};

/// The value of a metric or a cost; none for a cost that is not known.
std::optional<double> searchValue(const SearchResult &result,
                                  llvm::StringRef key);

/// Errors: an unknown key (with the nearest known one), a source that is no
/// folder, file or spec, more than 100,000 candidates, nothing that could be
/// read.
llvm::Expected<SearchResults> searchMultipliers(const SearchOptions &options);

/// Options from {sources: [...], max: {key: limit}, min: {key: limit}, sort,
/// pareto: [keys], equal_to, distribution, limit}; all but sources may be left
/// out.
llvm::Expected<SearchOptions>
parseSearchOptions(const llvm::json::Object &request);

/// {results: [{multiplierInfo..., relation}], skipped: [{name, reason}],
/// candidates}; relation is a text or null.
llvm::Expected<llvm::json::Object> searchInfo(const SearchOptions &options);

} // namespace lutra

#endif // LUTRA_MULTIPLIER_SEARCH_H
