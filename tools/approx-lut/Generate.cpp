//===- Generate.cpp - approx-lut generate -------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Commands.h"
#include "lutra/Multiplier/Container.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;
using namespace lutra::tool;
namespace cl = llvm::cl;

static cl::SubCommand
    subcommand("generate",
               "Write the table of a multiplier to a file, as export does");
static cl::SubCommand
    exportSubcommand("export",
                     "Write the table of a multiplier to a file: .npy, .bin, "
                     ".txt, .csv, .h, .mlir, .axm");
static cl::opt<std::string> input(cl::Positional, cl::Required,
                                  cl::desc(multiplierHelp), cl::sub(subcommand),
                                  cl::sub(exportSubcommand));
static cl::opt<std::string> output("o", cl::Required,
                                   cl::value_desc("file.npy|..."),
                                   cl::desc("Where to write the table"),
                                   cl::cat(category), cl::sub(subcommand),
                                   cl::sub(exportSubcommand));
static cl::opt<std::string>
    format("format", cl::desc("Format to write, instead of the extension's"),
           cl::cat(category), cl::sub(subcommand), cl::sub(exportSubcommand));

static llvm::Error run() {
  llvm::Expected<Multiplier> multiplier = loadInput(input);
  if (!multiplier)
    return multiplier.takeError();
  SaveOptions options;
  options.format = format;
  if (llvm::Error error = saveMultiplier(*multiplier, output, options))
    return error;
  llvm::outs() << "wrote " << output << ": " << multiplier->name() << ", "
               << multiplier->lhs().str() << " x " << multiplier->rhs().str()
               << ", sha256 " << multiplier->hash() << "\n";
  return llvm::Error::success();
}

Command tool::generateCommand() { return {&subcommand, run}; }
Command tool::exportCommand() { return {&exportSubcommand, run}; }
