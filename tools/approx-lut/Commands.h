//===- Commands.h - Subcommands of approx-lut ---------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One file per subcommand: its options, and a function that makes its row of
// the table in approx-lut.cpp.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_TOOLS_APPROX_LUT_COMMANDS_H
#define LUTRA_TOOLS_APPROX_LUT_COMMANDS_H

#include "lutra/Multiplier/Distribution.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Error.h"

namespace lutra::tool {

/// One row per subcommand.
struct Command {
  llvm::cl::SubCommand *subcommand;
  llvm::Error (*run)();
};

Command compareCommand();
Command exportCommand();
Command compareGradientsCommand();
Command generateCommand();
Command gradientFactorsCommand();
Command scoreHwsCommand();
Command factorizeCommand();
Command gradientCommand();
Command importCommand();
Command infoCommand();
Command listCommand();
Command searchCommand();

/// Of every option.
extern llvm::cl::OptionCategory category;

/// What a positional argument that names a multiplier looks like.
inline constexpr const char multiplierHelp[] =
    "<family[:types][:name=value...] | table file[:types] | wrapper(...)>";

/// Help of --distribution and --cost, which several subcommands have.
inline constexpr const char distributionHelp[] =
    "Operand distribution of the metrics, as a network recorded it: of one "
    "layer, or of all by their MACs (default: uniform operands)";
inline constexpr const char costHelp[] =
    "Hardware cost to use instead of what the source states: "
    "[K:]power=0.4mW,area=120um2,delay=1.3ns,gates=260,process=PDK45 with any "
    "of these, of the K-th multiplier (from 1)";

/// A multiplier for a subcommand that does not describe it: what its reader
/// found suspicious goes to standard error.
llvm::Expected<Multiplier> loadInput(llvm::StringRef text);
void warnOf(const Multiplier &multiplier);
/// The multipliers of `texts` with the costs of --cost.
llvm::Expected<std::vector<Multiplier>>
loadMultipliers(llvm::ArrayRef<std::string> texts,
                llvm::ArrayRef<std::string> costs);
/// The distribution of --distribution; none for an empty `text`.
llvm::Expected<std::optional<OperandDistribution>>
loadOptionalDistribution(llvm::StringRef text);

/// The lines that `text` takes at `width` columns, broken at spaces.
std::vector<llvm::StringRef> wrap(llvm::StringRef text, size_t width);
/// A line "  name      text".
void printLine(llvm::StringRef name, const llvm::Twine &text);
/// Whether the operands may be swapped, and who is the first.
std::string describeOrder(const Multiplier &multiplier);
/// The source, encoding, cost and warnings, a line or more each.
void printMetadata(const MultiplierMetadata &metadata);
/// Columns of texts, the first one left-aligned, the others right-aligned.
void printTable(llvm::ArrayRef<std::vector<std::string>> rows);
/// Six significant digits.
std::string printNumber(double value);

} // namespace lutra::tool

#endif // LUTRA_TOOLS_APPROX_LUT_COMMANDS_H
