//===- GradientAnalysis.cpp - approx-lut compare-gradients ... ------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Three subcommands about gradient estimators: how far they are apart, which
// half window suits a table, and the factors of a gradient table.
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/GradientAnalysis.h"
#include "Commands.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;
using namespace lutra::tool;
namespace cl = llvm::cl;
namespace json = llvm::json;

static cl::SubCommand
    compareSubcommand("compare-gradients",
                      "Compare gradient estimators of a multiplier");
static cl::SubCommand
    scoreSubcommand("score-hws",
                    "Score the half windows of lut-2d from the table alone");
static cl::SubCommand factorsSubcommand(
    "gradient-factors",
    "Factors of lut-2d: the exact form, and what truncation costs");

static cl::opt<std::string> input(cl::Positional, cl::Required,
                                  cl::desc(multiplierHelp),
                                  cl::sub(compareSubcommand),
                                  cl::sub(scoreSubcommand),
                                  cl::sub(factorsSubcommand));
static cl::list<std::string> estimators(cl::Positional, cl::OneOrMore,
                                        cl::desc("<estimator>..."),
                                        cl::sub(compareSubcommand));
static cl::opt<std::string> estimator("estimator",
                                      cl::value_desc("lut-2d:hws=16"),
                                      cl::desc("Which lut-2d"),
                                      cl::init("lut-2d"), cl::cat(category),
                                      cl::sub(factorsSubcommand));
static cl::opt<std::string>
    distributionText("distribution", cl::value_desc("histograms.json[:layer]"),
                     cl::desc("Operand distribution that a network recorded"),
                     cl::cat(category), cl::sub(compareSubcommand),
                     cl::sub(scoreSubcommand));
static cl::opt<bool> asJson("json", cl::desc("Print JSON"), cl::cat(category),
                            cl::sub(compareSubcommand),
                            cl::sub(scoreSubcommand),
                            cl::sub(factorsSubcommand));

static void print(json::Value value) {
  llvm::outs() << llvm::formatv("{0:2}\n", value);
}

static llvm::Error runCompare() {
  llvm::Expected<Multiplier> multiplier = loadInput(input);
  if (!multiplier)
    return multiplier.takeError();
  if (estimators.size() < 2)
    return llvm::createStringError("compare-gradients expects two or more "
                                   "estimators, got one");
  auto distribution = loadOptionalDistribution(distributionText);
  if (!distribution)
    return distribution.takeError();
  std::vector<std::string> specs(estimators.begin(), estimators.end());
  llvm::Expected<json::Array> pairs = compareGradients(
      *multiplier, specs, *distribution ? &**distribution : nullptr);
  if (!pairs)
    return pairs.takeError();
  if (asJson) {
    print(std::move(*pairs));
    return llvm::Error::success();
  }
  llvm::outs() << multiplier->name() << "\n"
               << llvm::formatv(
                      "{0,-46} {1,-7} {2,9} {3,9} {4,9} {5,7} {6,8}\n",
                      "estimators", "operand", "rel. Frob", "largest", "mean",
                      "signs %", "correl.");
  for (const json::Value &value : *pairs) {
    const json::Object &pair = *value.getAsObject();
    std::string name =
        (*pair.getString("first") + " / " + *pair.getString("second")).str();
    for (const char *operand : {"lhs", "rhs"}) {
      const json::Object &distance = *pair.getObject(operand);
      auto number = [&](const char *key) { return *distance.getNumber(key); };
      llvm::outs() << llvm::formatv(
          "{0,-46} {1,-7} {2,9:F4} {3,9:F2} {4,9:F3} {5,7:F2} {6,8:F4}\n",
          operand[0] == 'l' ? name : "", operand, number("relative_frobenius"),
          number("maximum"), number("mean"), 100 * number("sign_disagreement"),
          number("correlation"));
    }
  }
  return llvm::Error::success();
}

static llvm::Error runScore() {
  llvm::Expected<Multiplier> multiplier = loadInput(input);
  if (!multiplier)
    return multiplier.takeError();
  auto distribution = loadOptionalDistribution(distributionText);
  if (!distribution)
    return distribution.takeError();
  llvm::Expected<std::vector<HalfWindowScore>> scores =
      scoreHalfWindows(*multiplier, *distribution ? &**distribution : nullptr);
  if (!scores)
    return scores.takeError();
  if (asJson) {
    print(toJSON(*scores));
    return llvm::Error::success();
  }
  llvm::outs() << multiplier->name()
               << ": root mean square of slope less difference quotient, steps "
                  "up to 16, by length\n";
  for (const HalfWindowScore &score : *scores)
    printLine("hws=" + std::to_string(score.halfWindow),
              printNumber(score.error));
  return llvm::Error::success();
}

static llvm::Error runFactors() {
  llvm::Expected<Multiplier> multiplier = loadInput(input);
  if (!multiplier)
    return multiplier.takeError();
  llvm::Expected<GradientSpec> spec = GradientSpec::parse(estimator);
  if (!spec)
    return spec.takeError();
  llvm::Expected<json::Object> info = gradientFactorsInfo(
      *multiplier, *spec, {1, 2, 4, 8, 16}, /*arrays=*/false);
  if (!info)
    return info.takeError();
  if (asJson) {
    print(std::move(*info));
    return llvm::Error::success();
  }
  llvm::outs() << spec->str() << " of " << multiplier->name() << "\n";
  for (const char *operand : {"lhs", "rhs"}) {
    const json::Object &factors = *info->getObject(operand);
    llvm::outs() << "dAM/d" << operand << ": exact form of rank "
                 << *factors.getInteger("exact_rank") << "\n"
                 << "  rank  format  rel. Frobenius    largest\n";
    for (const json::Value &value : *factors.getArray("truncations")) {
      const json::Object &row = *value.getAsObject();
      llvm::outs() << llvm::formatv(
          "  {0,4}  {1,-6}  {2,14:E2}  {3,9:F4}\n", *row.getInteger("k"),
          *row.getString("format"), *row.getNumber("relative_frobenius"),
          *row.getNumber("maximum"));
    }
  }
  return llvm::Error::success();
}

Command tool::compareGradientsCommand() {
  return {&compareSubcommand, runCompare};
}
Command tool::scoreHwsCommand() { return {&scoreSubcommand, runScore}; }
Command tool::gradientFactorsCommand() {
  return {&factorsSubcommand, runFactors};
}
