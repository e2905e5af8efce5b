//===- approx-lut.cpp - Multiplier tables on the command line -----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The table of subcommands. Needs LLVM's support library only, not MLIR.
//
//===----------------------------------------------------------------------===//
#include "Commands.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;
using namespace lutra::tool;
namespace cl = llvm::cl;

cl::OptionCategory tool::category("approx-lut options");

std::vector<llvm::StringRef> tool::wrap(llvm::StringRef text, size_t width) {
  std::vector<llvm::StringRef> lines;
  while (text.size() > width) {
    size_t end = text.take_front(width + 1).rfind(' ');
    // A word that is longer than a line stays whole.
    if (end == llvm::StringRef::npos)
      end = text.find(' ');
    if (end == llvm::StringRef::npos)
      break;
    lines.push_back(text.take_front(end));
    text = text.drop_front(end + 1);
  }
  lines.push_back(text);
  return lines;
}

void tool::printLine(llvm::StringRef name, const llvm::Twine &text) {
  llvm::outs() << "  " << llvm::left_justify(name, 26) << text << "\n";
}

void tool::printTable(llvm::ArrayRef<std::vector<std::string>> rows) {
  std::vector<size_t> widths;
  for (const std::vector<std::string> &row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], row[i].size());
  }
  for (const std::vector<std::string> &row : rows) {
    std::string line;
    for (size_t i = 0; i < row.size(); ++i) {
      std::string padding(widths[i] - row[i].size(), ' ');
      line += "  " + (i == 0 ? row[i] + padding : padding + row[i]);
    }
    llvm::outs() << llvm::StringRef(line).rtrim() << "\n";
  }
}

std::string tool::printNumber(double value) {
  return llvm::formatv("{0}", llvm::format("%.6g", value));
}

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  // clang-format off: one row each
  const Command commands[] = {
      exportCommand(),
      generateCommand(),
      importCommand(),
      infoCommand(),
      compareCommand(),
      searchCommand(),
      factorizeCommand(),
      gradientCommand(),
      compareGradientsCommand(),
      gradientFactorsCommand(),
      scoreHwsCommand(),
      listCommand(),
  };
  // clang-format on
  for (const Command &command : commands)
    cl::HideUnrelatedOptions(category, *command.subcommand);
  cl::HideUnrelatedOptions(category);
  cl::ParseCommandLineOptions(
      argc, argv,
      "Tables of approximate multipliers\n\n"
      "  approx-lut info truncated:8x8:drop=9\n"
      "  approx-lut compare table.npy table.bin truncated:8x8:drop=9\n"
      "  approx-lut import mul8.v --ports=a,b,p -o mul8.axm\n"
      "  approx-lut generate or_compressed -o table.npy\n"
      "  approx-lut gradient table.npy --estimator=lut-2d:hws=16 --wrt=rhs "
      "-o gradient.npy\n");
  std::vector<llvm::StringRef> names;
  for (const Command &command : commands) {
    names.push_back(command.subcommand->getName());
    if (!*command.subcommand)
      continue;
    llvm::Error error = command.run();
    if (!error)
      return 0;
    llvm::errs() << "approx-lut: error: " << llvm::toString(std::move(error))
                 << "\n";
    return 1;
  }
  llvm::errs() << "approx-lut: error: expects a subcommand: "
               << llvm::join(names, ", ") << " (see approx-lut --help)\n";
  return 1;
}
