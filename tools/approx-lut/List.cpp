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
#include "lutra/Multiplier/Wrappers.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;
using namespace lutra::tool;
namespace cl = llvm::cl;

static cl::SubCommand subcommand(
    "list", "List multiplier families, wrappers, estimators and file formats");
static cl::opt<bool> json("json", cl::desc("Print JSON"), cl::cat(category),
                          cl::sub(subcommand));

/// `text` behind `indent` spaces; it goes on four columns further in.
static void printItem(unsigned indent, const llvm::Twine &text) {
  std::string whole = text.str();
  unsigned next = indent;
  for (llvm::StringRef line : wrap(whole, /*width=*/96 - indent)) {
    llvm::outs().indent(next) << line << "\n";
    next = indent + 4;
  }
}

static void printParameters(llvm::ArrayRef<SpecParameter> parameters) {
  for (const SpecParameter &parameter : parameters) {
    llvm::StringRef value =
        parameter.defaultValue ? parameter.defaultValue : "";
    std::string note;
    if (!parameter.defaultValue)
      note = " (required)";
    else if (value != "auto")
      note = (" (default " + value + ")").str();
    printItem(6, llvm::Twine(parameter.name) + "=<" + parameter.domain + ">  " +
                     parameter.help + note);
  }
}

static void printList() {
  llvm::outs() << "Multiplier families, e.g. truncated:8x8:drop=9, "
                  "exact:s8xu4\n";
  for (const Family &family : allFamilies()) {
    printItem(2, llvm::Twine(family.name) + ": " + family.summary);
    printParameters(family.parameters);
  }
  llvm::outs() << "Wrappers, e.g. sign_magnitude(truncated:8x8:drop=9), "
                  "transpose(table.npy:s8xu8)\n";
  for (const Wrapper &wrapper : allWrappers())
    printItem(2, llvm::Twine(wrapper.name) + "(MULTIPLIER)" +
                     (wrapper.takesTypes ? "[:TYPES]" : "") + ": " +
                     wrapper.summary);
  llvm::outs() << "Gradient estimators, e.g. lut-2d:hws=16\n";
  for (const Estimator &estimator : allEstimators()) {
    printItem(2, llvm::Twine(estimator.name) + ": " + estimator.summary);
    printParameters(estimator.parameters);
  }
  llvm::outs() << "Table files, e.g. table.npy:s8xu8\n";
  for (const TableFormat &format : allTableFormats())
    printItem(2, llvm::join(format.extensions, ", ") + ": " + format.summary);
}

static llvm::Error run() {
  if (json)
    llvm::outs() << llvm::formatv(
        "{0:2}\n", llvm::json::Value(
                       llvm::json::Object{{"families", familiesInfo()},
                                          {"wrappers", wrappersInfo()},
                                          {"estimators", estimatorsInfo()}}));
  else
    printList();
  return llvm::Error::success();
}

Command tool::listCommand() { return {&subcommand, run}; }
