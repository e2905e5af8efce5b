//===- Gradient.cpp - approx-lut gradient -------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Gradient.h"
#include "Commands.h"
#include "lutra/Multiplier/TableFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>

using namespace lutra;
using namespace lutra::tool;
namespace cl = llvm::cl;

static cl::SubCommand
    subcommand("gradient",
               "Compute a gradient table, summarise it and write it to a file");
static cl::opt<std::string> input(cl::Positional, cl::Required,
                                  cl::desc(multiplierHelp),
                                  cl::sub(subcommand));
static cl::opt<std::string>
    estimator("estimator", cl::Required,
              cl::value_desc("ste|lut-2d:hws=16|lut-1d:variant=ls|..."),
              cl::desc("Gradient estimator (see approx-lut list)"),
              cl::cat(category), cl::sub(subcommand));
static cl::opt<Wrt>
    wrt("wrt", cl::Required, cl::desc("Operand of the derivative:"),
        cl::values(clEnumValN(Wrt::Lhs, "lhs", "first operand, dAM/da"),
                   clEnumValN(Wrt::Rhs, "rhs", "second operand, dAM/db")),
        cl::cat(category), cl::sub(subcommand));
static cl::opt<bool>
    is1D("1d",
         cl::desc("One slope per value of the other operand, for "
                  "estimators that depend on it alone"),
         cl::cat(category), cl::sub(subcommand));
static cl::opt<std::string>
    output("o", cl::value_desc("file.npy|file.txt"),
           cl::desc("Where to write the table, as float32; or, as .txt, the "
                    "products and both gradients as int16 sixteenths"),
           cl::cat(category), cl::sub(subcommand));

/// The largest distance of a gradient table from the exact product's gradient,
/// the partner operand.
static double distanceFromExact(const Multiplier &multiplier,
                                llvm::ArrayRef<float> table2D) {
  OperandType lhs = multiplier.lhs(), rhs = multiplier.rhs();
  double distance = 0;
  for (size_t i = 0; i < table2D.size(); ++i) {
    int32_t partner = wrt == Wrt::Lhs ? rhs.value(uint32_t(i % rhs.size()))
                                      : lhs.value(uint32_t(i / rhs.size()));
    distance = std::max(distance, std::abs(double(table2D[i]) - partner));
  }
  return distance;
}

/// A .txt file holds the products and both gradients, as int16 sixteenths;
/// others the one table.
static llvm::Error save(const Multiplier &multiplier, const GradientSpec &spec,
                        llvm::ArrayRef<float> table,
                        llvm::ArrayRef<int64_t> shape) {
  if (!llvm::StringRef(output).ends_with_insensitive(".txt"))
    return saveGradientFile(table, shape, output);
  auto lhs = gradientTable2D(multiplier, spec, Wrt::Lhs);
  if (!lhs)
    return lhs.takeError();
  auto rhs = gradientTable2D(multiplier, spec, Wrt::Rhs);
  if (!rhs)
    return rhs.takeError();
  return saveGradientSections(multiplier, *lhs, *rhs, output);
}

static llvm::Error run() {
  llvm::Expected<Multiplier> multiplier = loadInput(input);
  if (!multiplier)
    return multiplier.takeError();
  llvm::Expected<GradientSpec> spec = GradientSpec::parse(estimator);
  if (!spec)
    return spec.takeError();
  llvm::Expected<std::vector<float>> full =
      gradientTable2D(*multiplier, *spec, wrt);
  if (!full)
    return full.takeError();
  OperandType lhs = multiplier->lhs(), rhs = multiplier->rhs();
  std::vector<float> table = *full;
  llvm::SmallVector<int64_t, 2> shape = {lhs.size(), rhs.size()};
  if (is1D) {
    llvm::Expected<std::vector<float>> slopes =
        gradientTable1D(*multiplier, *spec, wrt);
    if (!slopes)
      return slopes.takeError();
    table = std::move(*slopes);
    shape = {int64_t(table.size())};
  }
  if (!output.empty())
    if (llvm::Error error = save(*multiplier, *spec, table, shape))
      return error;

  auto [low, high] = std::minmax_element(full->begin(), full->end());
  double sum = 0;
  for (float slope : *full)
    sum += slope;
  llvm::outs() << "dAM/d" << (wrt == Wrt::Lhs ? "lhs" : "rhs") << " of "
               << multiplier->name() << " by " << spec->str() << "\n";
  printLine("smallest", printNumber(*low));
  printLine("largest", printNumber(*high));
  printLine("mean", printNumber(sum / double(full->size())));
  printLine("furthest from exact",
            printNumber(distanceFromExact(*multiplier, *full)));
  printLine("depends on",
            spec->isSeparable() ? "the other operand alone" : "both operands");
  if (!output.empty()) {
    bool isText = llvm::StringRef(output).ends_with_insensitive(".txt");
    std::string sizes = llvm::join(
        llvm::map_range(shape,
                        [](int64_t size) { return std::to_string(size); }),
        " x ");
    printLine("wrote", output + (isText ? " (products and both gradients)"
                                        : " (" + sizes + " float32)"));
  }
  return llvm::Error::success();
}

Command tool::gradientCommand() { return {&subcommand, run}; }
