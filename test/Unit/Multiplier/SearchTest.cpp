//===- SearchTest.cpp - Multipliers by error and cost ---------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Search.h"
#include "TestUtils.h"

using namespace lutra;
using namespace lutra::test;

static std::vector<std::string> namesOf(const SearchResults &found) {
  std::vector<std::string> names;
  for (const SearchResult &result : found.results)
    names.push_back(result.multiplier.name());
  return names;
}

using Names = std::vector<std::string>;

TEST(SearchTest, RangesBoundsAndOrder) {
  SearchOptions options;
  options.sources = {"truncated:8x8:drop=5..1"};
  EXPECT_NE(errorOf(searchMultipliers(options))
                .find("a range of numbers such as 1..12"),
            std::string::npos);
  options.sources = {"truncated:4x4:drop=1..4", "exact:4x4"};
  // A drop of k loses sum over columns c < k of (c + 1) 2^c at most.
  options.bounds = {{"worst_case_error_distance", 17, true},
                    {"error_rate", 0.1, false}};
  SearchResults found = take(searchMultipliers(options));
  EXPECT_EQ(found.candidates, 5u);
  EXPECT_TRUE(found.skipped.empty());
  EXPECT_EQ(namesOf(found),
            (Names{"truncated:4x4:drop=1", "truncated:4x4:drop=2",
                   "truncated:4x4:drop=3"}));
  options.limit = 1;
  EXPECT_EQ(namesOf(take(searchMultipliers(options))),
            Names{"truncated:4x4:drop=1"});
}

TEST(SearchTest, RangesWithinWrappersAndTwice) {
  SearchOptions options;
  options.sources = {"sign_magnitude(truncated:4x4:drop=1..2):s4xu4",
                     "broken_array:4x4:hbl=0..1:vbl=1..2"};
  SearchResults found = take(searchMultipliers(options));
  EXPECT_EQ(found.candidates, 6u);
  EXPECT_TRUE(found.skipped.empty())
      << found.skipped.front().name << ": " << found.skipped.front().reason;
  // Equal errors are in the order of their names.
  EXPECT_TRUE(llvm::is_contained(namesOf(found),
                                 "sign_magnitude(truncated:4x4:drop=2):s4xu4"));
}

TEST(SearchTest, ParetoFrontOfErrorAndRate) {
  SearchOptions options;
  options.sources = {"truncated:4x4:drop=1..3", "or_compressed:4x4"};
  options.pareto = {"error_rate", "mean_error_distance"};
  Names names = namesOf(take(searchMultipliers(options)));
  // A larger drop is worse in both; the lost carry is rare and large.
  EXPECT_EQ(names, (Names{"truncated:4x4:drop=1",
                          multiplierOf("or_compressed:4x4").name()}));
}

TEST(SearchTest, EqualUpToARelation) {
  SearchOptions options;
  options.sources = {"or_compressed:8x8", "exact:8x8",
                     "or_compressed:8x8:cells=5.7+6.6"};
  options.equalTo = multiplierOf("or_compressed:8x8");
  SearchResults found = take(searchMultipliers(options));
  ASSERT_EQ(found.results.size(), 2u);
  for (const SearchResult &result : found.results)
    EXPECT_EQ(result.relation->str(),
              result.multiplier.hash() == options.equalTo->hash()
                  ? "equal"
                  : "equal up to transposition");
}

TEST(SearchTest, WhatCannotBeJudgedIsSaid) {
  SearchOptions options;
  options.sources = {"exact:8x8", "truncated:8x8:drop=15..16", "/no/file.npy"};
  SearchResults found = take(searchMultipliers(options));
  EXPECT_EQ(found.results.size(), 2u);
  ASSERT_EQ(found.skipped.size(), 2u);
  EXPECT_EQ(found.skipped[0].name, "truncated:8x8:drop=16");
  EXPECT_NE(found.skipped[1].reason.find("cannot read"), std::string::npos);

  options.sources = {"truncted:8x8:drop=3"};
  EXPECT_NE(errorOf(searchMultipliers(options)).find("did you mean"),
            std::string::npos);
  options.sources = {};
  EXPECT_NE(errorOf(searchMultipliers(options)).find("nothing to search"),
            std::string::npos);
  options.sources = {"exact"};
  options.sortBy = "eror_rate";
  EXPECT_NE(errorOf(searchMultipliers(options))
                .find("unknown metric or cost 'eror_rate'; did you mean "
                      "'error_rate'?"),
            std::string::npos);
  options.sortBy = "power_mw";
  EXPECT_EQ(take(searchMultipliers(options)).results.size(), 1u);
  options.bounds = {{"delay_ns", 1, true}};
  EXPECT_NE(errorOf(searchMultipliers(options)).find("delay_ns is not known"),
            std::string::npos);
  options.bounds.clear();
  options.sources = {"truncated:8x8:drop=1..999999999"};
  EXPECT_NE(errorOf(searchMultipliers(options)).find("more than 100000"),
            std::string::npos);
}

TEST(SearchTest, RequestsAsJSON) {
  auto parse = [](llvm::StringRef text) {
    return parseSearchOptions(*take(llvm::json::parse(text)).getAsObject());
  };
  SearchOptions options = take(parse(
      R"({"sources": ["exact:4x4"], "max": {"error_rate": 0.5}, "sort": "bias",
          "min": {"variance": 1}, "pareto": ["bias"], "limit": 3,
          "equal_to": "exact:4x4"})"));
  EXPECT_EQ(options.sources, Names{"exact:4x4"});
  ASSERT_EQ(options.bounds.size(), 2u);
  EXPECT_TRUE(options.bounds[0].isMaximum);
  EXPECT_FALSE(options.bounds[1].isMaximum);
  EXPECT_EQ(options.limit, 3u);
  EXPECT_TRUE(options.equalTo);
  for (auto [text, message] : {
           std::pair(R"({"source": []})", "did you mean 'sources'?"),
           std::pair(R"({"sources": [1]})", "'sources' to be a list of texts"),
           std::pair(R"({"pareto": "bias"})", "'pareto' to be a list"),
           std::pair(R"({"max": {"bias": "x"}})", "a finite number as 'max'"),
           std::pair(R"({"min": 3})", "'min' to be numbers"),
           std::pair(R"({"equal_to": "magic"})", "magic"),
           std::pair(R"({"distribution": "/no.json"})", "/no.json"),
       }) {
    std::string error = errorOf(parse(text));
    EXPECT_NE(error.find(message), std::string::npos) << text << ": " << error;
  }
}
