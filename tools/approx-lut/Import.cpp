//===- Import.cpp - approx-lut import -----------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Commands.h"
#include "lutra/Multiplier/Container.h"
#include "lutra/Multiplier/CostText.h"
#include "lutra/Multiplier/ImportOptionsText.h"
#include "lutra/Multiplier/LoadMultiplier.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <memory>

using namespace lutra;
using namespace lutra::tool;
namespace cl = llvm::cl;

static cl::SubCommand
    subcommand("import",
               "Read a multiplier from any file: tables, Verilog, BLIF, C");
static cl::opt<std::string> input(cl::Positional, cl::Required,
                                  cl::desc(multiplierHelp),
                                  cl::sub(subcommand));
static cl::opt<std::string>
    output("o", cl::value_desc("file.axm|..."),
           cl::desc("Where to write the multiplier: a container (.axm) or a "
                    "table file"),
           cl::cat(category), cl::sub(subcommand));
static cl::opt<std::string> cost("cost", cl::value_desc("cost"),
                                 cl::desc(costHelp), cl::cat(category),
                                 cl::sub(subcommand));
static cl::opt<bool>
    withFactors("with-factors",
                cl::desc("Find exact factors and keep them in the container"),
                cl::cat(category), cl::sub(subcommand));
static cl::list<std::string>
    withGradients("with-gradient", cl::value_desc("estimator"),
                  cl::desc("Keep the gradient tables of this estimator in the "
                           "container (may be repeated)"),
                  cl::cat(category), cl::sub(subcommand));

namespace {
/// --types, --bits, ...: one per row of allImportOptions().
struct ImportArguments {
  std::vector<std::unique_ptr<cl::opt<std::string>>> options;

  ImportArguments() {
    for (const ImportOption &row : allImportOptions()) {
      // "--signed" alone means true.
      bool isFlag = llvm::StringRef(row.value) == "true|false";
      options.push_back(std::make_unique<cl::opt<std::string>>(
          llvm::StringRef(row.name), cl::value_desc(row.value),
          cl::desc(row.help), isFlag ? cl::ValueOptional : cl::ValueRequired,
          cl::cat(category), cl::sub(subcommand)));
    }
  }
  llvm::Expected<ImportOptions> parse() const {
    ImportOptions result;
    for (const auto &option : options)
      if (option->getNumOccurrences())
        if (llvm::Error error =
                setImportOption(result, option->ArgStr, option->getValue()))
          return error;
    return result;
  }
};
} // namespace

static ImportArguments importArguments;

static llvm::Error run() {
  llvm::Expected<ImportOptions> options = importArguments.parse();
  if (!options)
    return options.takeError();
  llvm::Expected<Multiplier> multiplier = loadMultiplier(input, *options);
  if (!multiplier)
    return multiplier.takeError();
  if (!cost.empty()) {
    llvm::Expected<HardwareCost> parsed = parseHardwareCost(cost);
    if (!parsed)
      return parsed.takeError();
    MultiplierMetadata metadata = multiplier->metadata();
    metadata.cost = std::move(*parsed);
    multiplier = multiplier->withMetadata(std::move(metadata));
  }
  if (!output.empty())
    if (llvm::Error error =
            saveMultiplier(*multiplier, output, {withFactors, withGradients}))
      return error;
  llvm::outs() << multiplier->name() << "\n";
  printLine("operands",
            multiplier->lhs().str() + " x " + multiplier->rhs().str());
  printLine("sha256", multiplier->hash());
  printMetadata(multiplier->metadata());
  printLine("order", describeOrder(*multiplier));
  if (!output.empty())
    printLine("wrote", output);
  return llvm::Error::success();
}

Command tool::importCommand() { return {&subcommand, run}; }
