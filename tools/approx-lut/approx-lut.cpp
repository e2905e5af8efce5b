//===- approx-lut.cpp - Multiplier tables on the command line -------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Generates, describes and differentiates multiplier tables. Needs LLVM's
// support library only, not MLIR.
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Families.h"
#include "lutra/Multiplier/Gradient.h"
#include "lutra/Multiplier/Info.h"
#include "lutra/Multiplier/TableFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>

using namespace lutra;
namespace cl = llvm::cl;

//===----------------------------------------------------------------------===//
// Command line
//===----------------------------------------------------------------------===//

static cl::SubCommand
    generateCommand("generate",
                    "Write the table of a multiplier to a .bin or .npy file");
static cl::SubCommand
    infoCommand("info",
                "Describe a multiplier: types, hash, bounds, error metrics");
static cl::SubCommand gradientCommand(
    "gradient",
    "Compute a gradient table, summarise it and write it to a file");
static cl::SubCommand
    listCommand("list",
                "List multiplier families, estimators and file formats");

static cl::OptionCategory category("approx-lut options");

static const char *const multiplierHelp =
    "<family[:types][:name=value...] | table file[:types]>";

static cl::opt<std::string> generateInput(cl::Positional, cl::Required,
                                          cl::desc(multiplierHelp),
                                          cl::sub(generateCommand));
static cl::opt<std::string> generateOutput("o", cl::Required,
                                           cl::value_desc("file.bin|file.npy"),
                                           cl::desc("Where to write the table"),
                                           cl::cat(category),
                                           cl::sub(generateCommand));

static cl::opt<std::string> infoInput(cl::Positional, cl::Required,
                                      cl::desc(multiplierHelp),
                                      cl::sub(infoCommand));
static cl::opt<bool> infoJson("json", cl::desc("Print JSON"), cl::cat(category),
                              cl::sub(infoCommand));

static cl::opt<std::string> gradientInput(cl::Positional, cl::Required,
                                          cl::desc(multiplierHelp),
                                          cl::sub(gradientCommand));
static cl::opt<std::string>
    gradientEstimator("estimator", cl::Required,
                      cl::value_desc("ste|lut-2d:hws=16|lut-1d:variant=ls|..."),
                      cl::desc("Gradient estimator (see approx-lut list)"),
                      cl::cat(category), cl::sub(gradientCommand));
static cl::opt<Wrt> gradientWrt(
    "wrt", cl::Required, cl::desc("Operand of the derivative:"),
    cl::values(clEnumValN(Wrt::Lhs, "lhs", "first operand, dAM/da"),
               clEnumValN(Wrt::Rhs, "rhs", "second operand, dAM/db")),
    cl::cat(category), cl::sub(gradientCommand));
static cl::opt<bool>
    gradient1D("1d",
               cl::desc("One slope per value of the other operand, for "
                        "estimators that depend on it alone"),
               cl::cat(category), cl::sub(gradientCommand));
static cl::opt<std::string>
    gradientOutput("o", cl::value_desc("file.npy"),
                   cl::desc("Where to write the table, as float32"),
                   cl::cat(category), cl::sub(gradientCommand));

static cl::opt<bool> listJson("json", cl::desc("Print JSON"), cl::cat(category),
                              cl::sub(listCommand));

//===----------------------------------------------------------------------===//
// Printing
//===----------------------------------------------------------------------===//

/// A line "  name      text".
static void printLine(llvm::StringRef name, const llvm::Twine &text) {
  llvm::outs() << "  " << llvm::left_justify(name, 26) << text << "\n";
}

/// Six significant digits.
static std::string printNumber(double value) {
  return llvm::formatv("{0}", llvm::format("%.6g", value));
}

static std::string describe(OperandType type) {
  return llvm::formatv("{0} ({1} .. {2})", type.str(), type.lo(), type.hi());
}

static std::string describe(ProductBounds bounds) {
  return llvm::formatv("{0} .. {1}", bounds.min, bounds.max);
}

/// What M11 means for this multiplier: whose values are AM's first operand.
static std::string describeOrder(const Multiplier &multiplier) {
  if (multiplier.isCommutative())
    return "commutative: operands may be swapped";
  // Which operand is which matters: say who decides.
  std::string rule = "a layer's weight is the first operand (M11)";
  if (multiplier.lhs() != multiplier.rhs())
    return "operands of two types: " + rule;
  unsigned pairs = 0;
  OperandType type = multiplier.lhs();
  for (int32_t a = type.lo(); a <= type.hi(); ++a)
    for (int32_t b = type.lo(); b < a; ++b)
      pairs += multiplier(a, b) != multiplier(b, a);
  return llvm::formatv("not commutative, AM(a, b) != AM(b, a) for {0} of {1} "
                       "pairs: {2}",
                       pairs, type.size() * (type.size() - 1) / 2, rule);
}

static void printInfo(const Multiplier &multiplier) {
  OperandType lhs = multiplier.lhs(), rhs = multiplier.rhs();
  llvm::outs() << multiplier.name() << "\n";
  printLine("first operand (lhs)", describe(lhs));
  printLine("second operand (rhs)", describe(rhs));
  printLine("table",
            llvm::formatv("{0} x {1} entries", lhs.size(), rhs.size()).str());
  printLine("sha256", multiplier.hash());
  printLine("products", describe(multiplier.bounds()) +
                            "; AM(0, 0) = " + llvm::Twine(multiplier(0, 0)));
  printLine("order", describeOrder(multiplier));
  if (multiplier.isExact()) {
    printLine("error", "none: AM(a, b) = a b everywhere");
    return;
  }
  printLine("error E = AM(a, b) - a b", describe(multiplier.errorBounds()));
  llvm::outs() << "Error metrics, operands uniformly distributed\n";
  ErrorMetrics metrics = computeErrorMetrics(multiplier);
  for (const ErrorMetric &metric : allErrorMetrics())
    printLine(metric.name,
              llvm::formatv("{0,-14}{1}", printNumber(metrics.*metric.value),
                            metric.formula)
                  .str());
}

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
    llvm::outs() << "  " << format.extension << ": " << format.summary << "\n";
}

//===----------------------------------------------------------------------===//
// Subcommands
//===----------------------------------------------------------------------===//

static llvm::Error runGenerate() {
  llvm::Expected<Multiplier> multiplier = loadMultiplier(generateInput);
  if (!multiplier)
    return multiplier.takeError();
  if (llvm::Error error = saveTableFile(*multiplier, generateOutput))
    return error;
  llvm::outs() << "wrote " << generateOutput << ": " << multiplier->name()
               << ", " << multiplier->lhs().str() << " x "
               << multiplier->rhs().str() << ", sha256 " << multiplier->hash()
               << "\n";
  return llvm::Error::success();
}

static llvm::Error runInfo() {
  llvm::Expected<Multiplier> multiplier = loadMultiplier(infoInput);
  if (!multiplier)
    return multiplier.takeError();
  if (infoJson)
    llvm::outs() << llvm::formatv(
        "{0:2}\n", llvm::json::Value(multiplierInfo(*multiplier)));
  else
    printInfo(*multiplier);
  return llvm::Error::success();
}

/// The largest distance of a gradient table from the exact product's gradient,
/// the partner operand.
static double distanceFromExact(const Multiplier &multiplier,
                                llvm::ArrayRef<float> table2D) {
  OperandType lhs = multiplier.lhs(), rhs = multiplier.rhs();
  double distance = 0;
  for (size_t i = 0; i < table2D.size(); ++i) {
    int32_t partner = gradientWrt == Wrt::Lhs
                          ? rhs.value(uint32_t(i % rhs.size()))
                          : lhs.value(uint32_t(i / rhs.size()));
    distance = std::max(distance, std::abs(double(table2D[i]) - partner));
  }
  return distance;
}

static llvm::Error runGradient() {
  llvm::Expected<Multiplier> multiplier = loadMultiplier(gradientInput);
  if (!multiplier)
    return multiplier.takeError();
  llvm::Expected<GradientSpec> spec = GradientSpec::parse(gradientEstimator);
  if (!spec)
    return spec.takeError();
  llvm::Expected<std::vector<float>> full =
      gradientTable2D(*multiplier, *spec, gradientWrt);
  if (!full)
    return full.takeError();
  OperandType lhs = multiplier->lhs(), rhs = multiplier->rhs();
  std::vector<float> table = *full;
  llvm::SmallVector<int64_t, 2> shape = {lhs.size(), rhs.size()};
  if (gradient1D) {
    llvm::Expected<std::vector<float>> slopes =
        gradientTable1D(*multiplier, *spec, gradientWrt);
    if (!slopes)
      return slopes.takeError();
    table = std::move(*slopes);
    shape = {int64_t(table.size())};
  }
  if (!gradientOutput.empty())
    if (llvm::Error error = saveGradientFile(table, shape, gradientOutput))
      return error;

  auto [low, high] = std::minmax_element(full->begin(), full->end());
  double sum = 0;
  for (float slope : *full)
    sum += slope;
  llvm::outs() << "dAM/d" << (gradientWrt == Wrt::Lhs ? "lhs" : "rhs") << " of "
               << multiplier->name() << " by " << spec->str() << "\n";
  printLine("smallest", printNumber(*low));
  printLine("largest", printNumber(*high));
  printLine("mean", printNumber(sum / double(full->size())));
  printLine("furthest from exact",
            printNumber(distanceFromExact(*multiplier, *full)));
  printLine("depends on",
            spec->isSeparable() ? "the other operand alone" : "both operands");
  if (!gradientOutput.empty()) {
    std::string sizes = llvm::join(
        llvm::map_range(shape,
                        [](int64_t size) { return std::to_string(size); }),
        " x ");
    printLine("wrote", gradientOutput + " (" + sizes + " float32)");
  }
  return llvm::Error::success();
}

static llvm::Error runList() {
  if (listJson)
    llvm::outs() << llvm::formatv(
        "{0:2}\n",
        llvm::json::Value(llvm::json::Object{
            {"families", familiesInfo()}, {"estimators", estimatorsInfo()}}));
  else
    printList();
  return llvm::Error::success();
}

/// One row per subcommand.
static const struct {
  cl::SubCommand &command;
  llvm::Error (*run)();
} commands[] = {{generateCommand, runGenerate},
                {infoCommand, runInfo},
                {gradientCommand, runGradient},
                {listCommand, runList}};

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  for (auto &row : commands)
    cl::HideUnrelatedOptions(category, row.command);
  cl::HideUnrelatedOptions(category);
  cl::ParseCommandLineOptions(
      argc, argv,
      "Tables of approximate multipliers\n\n"
      "  approx-lut info truncated:8x8:drop=9\n"
      "  approx-lut generate or_compressed -o table.npy\n"
      "  approx-lut gradient table.npy --estimator=lut-2d:hws=16 --wrt=rhs "
      "-o gradient.npy\n");
  for (auto &row : commands) {
    if (!row.command)
      continue;
    llvm::Error error = row.run();
    if (!error)
      return 0;
    llvm::errs() << "approx-lut: error: " << llvm::toString(std::move(error))
                 << "\n";
    return 1;
  }
  llvm::errs() << "approx-lut: error: expects a subcommand: generate, info, "
                  "gradient or list (see approx-lut --help)\n";
  return 1;
}
