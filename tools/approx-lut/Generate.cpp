//===- Generate.cpp - approx-lut generate -------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Commands.h"
#include "lutra/Multiplier/LoadMultiplier.h"
#include "lutra/Multiplier/TableFile.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;
using namespace lutra::tool;
namespace cl = llvm::cl;

static cl::SubCommand
    subcommand("generate",
               "Write the table of a multiplier to a .bin or .npy file");
static cl::opt<std::string> input(cl::Positional, cl::Required,
                                  cl::desc(multiplierHelp),
                                  cl::sub(subcommand));
static cl::opt<std::string> output("o", cl::Required,
                                   cl::value_desc("file.bin|file.npy"),
                                   cl::desc("Where to write the table"),
                                   cl::cat(category), cl::sub(subcommand));

static llvm::Error run() {
  llvm::Expected<Multiplier> multiplier = loadMultiplier(input);
  if (!multiplier)
    return multiplier.takeError();
  if (llvm::Error error = saveTableFile(*multiplier, output))
    return error;
  llvm::outs() << "wrote " << output << ": " << multiplier->name() << ", "
               << multiplier->lhs().str() << " x " << multiplier->rhs().str()
               << ", sha256 " << multiplier->hash() << "\n";
  return llvm::Error::success();
}

Command tool::generateCommand() { return {&subcommand, run}; }
