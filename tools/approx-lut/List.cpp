//===- List.cpp - approx-lut list ---------------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Commands.h"
#include "lutra/Multiplier/Families.h"
#include "lutra/Multiplier/Gradient.h"
#include "lutra/Multiplier/Info.h"
#include "lutra/Multiplier/TableFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;
using namespace lutra::tool;
namespace cl = llvm::cl;

static cl::SubCommand
    subcommand("list", "List multiplier families, estimators and file formats");
static cl::opt<bool> json("json", cl::desc("Print JSON"), cl::cat(category),
                          cl::sub(subcommand));

static void printParameters(llvm::ArrayRef<SpecParameter> parameters) {
  for (const SpecParameter &parameter : parameters) {
    llvm::outs() << "      " << parameter.name << "=<" << parameter.domain
                 << ">  " << parameter.help;
    if (!parameter.defaultValue)
      llvm::outs() << " (required)";
    else if (llvm::StringRef(parameter.defaultValue) != "auto")
      llvm::outs() << " (default " << parameter.defaultValue << ")";
    llvm::outs() << "\n";
  }
}

static void printList() {
  llvm::outs() << "Multiplier families, e.g. truncated:8x8:drop=9, "
                  "exact:s8xu4\n";
  for (const Family &family : allFamilies()) {
    llvm::outs() << "  " << family.name << ": " << family.summary << "\n";
    printParameters(family.parameters);
  }
  llvm::outs() << "Gradient estimators, e.g. lut-2d:hws=16\n";
  for (const Estimator &estimator : allEstimators()) {
    llvm::outs() << "  " << estimator.name << ": " << estimator.summary << "\n";
    printParameters(estimator.parameters);
  }
  llvm::outs() << "Table files, e.g. table.npy:s8xu8\n";
  for (const TableFormat &format : allTableFormats())
    llvm::outs() << "  " << llvm::join(format.extensions, ", ") << ": "
                 << format.summary << "\n";
}

static llvm::Error run() {
  if (json)
    llvm::outs() << llvm::formatv(
        "{0:2}\n",
        llvm::json::Value(llvm::json::Object{
            {"families", familiesInfo()}, {"estimators", estimatorsInfo()}}));
  else
    printList();
  return llvm::Error::success();
}

Command tool::listCommand() { return {&subcommand, run}; }
