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

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Error.h"

namespace lutra::tool {

/// One row per subcommand.
struct Command {
  llvm::cl::SubCommand *subcommand;
  llvm::Error (*run)();
};

Command generateCommand();
Command gradientCommand();
Command infoCommand();
Command listCommand();

/// Of every option.
extern llvm::cl::OptionCategory category;

/// What a positional argument that names a multiplier looks like.
inline constexpr const char multiplierHelp[] =
    "<family[:types][:name=value...] | table file[:types]>";

/// A line "  name      text".
void printLine(llvm::StringRef name, const llvm::Twine &text);
/// Six significant digits.
std::string printNumber(double value);

} // namespace lutra::tool

#endif // LUTRA_TOOLS_APPROX_LUT_COMMANDS_H
