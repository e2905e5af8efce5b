//===- Factorize.cpp - approx-lut factorize --------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Commands.h"
#include "lutra/Multiplier/Factorization.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include <chrono>

using namespace lutra;
using namespace lutra::tool;
namespace cl = llvm::cl;

static cl::SubCommand subcommand(
    "factorize",
    "Write multipliers as exact int8 products: MACs per product, and how");
static cl::list<std::string> inputs(cl::Positional, cl::OneOrMore,
                                    cl::desc("<multiplier>..."),
                                    cl::sub(subcommand));
static cl::opt<bool> json("json", cl::desc("Print JSON"), cl::cat(category),
                          cl::sub(subcommand));

static llvm::Error run() {
  llvm::json::Array rows;
  if (!json)
    llvm::outs() << llvm::formatv("{0,-40} {1,5} {2,5} {3,8}  {4}\n",
                                  "multiplier", "MACs", "bound", "seconds",
                                  "strategy");
  for (const std::string &input : inputs) {
    llvm::Expected<Multiplier> multiplier = loadInput(input);
    if (!multiplier)
      return multiplier.takeError();
    auto start = std::chrono::steady_clock::now();
    llvm::Expected<Factorization> factors = factorize(*multiplier);
    if (!factors)
      return factors.takeError();
    double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start)
            .count();
    if (json) {
      rows.push_back(
          llvm::json::Object{{"name", llvm::json::fixUTF8(multiplier->name())},
                             {"hash", multiplier->hash()},
                             {"macs", factors->macsPerProduct()},
                             {"lower_bound", factors->lowerBound},
                             {"strategy", factors->strategy},
                             {"one_hot", factors->isOneHot},
                             {"seconds", seconds}});
      continue;
    }
    llvm::StringRef name = multiplier->name();
    if (name.size() > 40)
      name = name.take_back(40);
    llvm::outs() << llvm::formatv(
        "{0,-40} {1,5} {2,5} {3,8}  {4}\n", name, factors->macsPerProduct(),
        factors->lowerBound, llvm::formatv("{0:F2}", seconds).str(),
        factors->strategy);
  }
  if (json)
    llvm::outs() << llvm::formatv("{0:2}\n",
                                  llvm::json::Value(std::move(rows)));
  return llvm::Error::success();
}

Command tool::factorizeCommand() { return {&subcommand, run}; }
