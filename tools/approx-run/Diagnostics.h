//===- Diagnostics.h - Diagnostics of readable length ---------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_TOOLS_APPROX_RUN_DIAGNOSTICS_H
#define LUTRA_TOOLS_APPROX_RUN_DIAGNOSTICS_H

namespace llvm {
class SMDiagnostic;
} // namespace llvm

namespace lutra::run {

/// Handler for llvm::SourceMgr: prints to stderr like its own, but of long
/// messages the ends and of a long line (a multiplier's table) what is around
/// the column.
void printDiagnostic(const llvm::SMDiagnostic &diagnostic, void *context);

} // namespace lutra::run

#endif // LUTRA_TOOLS_APPROX_RUN_DIAGNOSTICS_H
