//===- Boundary.h - Attributes of a compiled function's arguments -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The attributes, beside those of Roles.h, by which the passes that shape a
// function's boundary and the executor, which calls through it, understand
// each other.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_CONVERSION_BOUNDARY_H
#define LUTRA_CONVERSION_BOUNDARY_H

#include "llvm/ADT/StringRef.h"

namespace lutra::boundary {

/// Of an argument, after approx-finalize-boundary: updated in place.
inline constexpr llvm::StringLiteral donatedAttr = "approx.donated";
/// Of an argument, after approx-finalize-boundary: written, never read.
inline constexpr llvm::StringLiteral outputAttr = "approx.output";
/// Of an argument, after approx-plan-memory: scratch memory of the function.
inline constexpr llvm::StringLiteral workspaceAttr = "approx.workspace";

/// Of a call of a function of loops: iterations of a piece for one thread.
inline constexpr llvm::StringLiteral grainAttr = "approx.grain";
/// The function that whoever loads a module calls once, with the context of the
/// runtime; there is none in a module that does not call the runtime.
inline constexpr llvm::StringLiteral moduleInitName = "lutra_module_init";

/// The global in which that function keeps the context.
inline constexpr llvm::StringLiteral contextGlobal = "lutra_context";

} // namespace lutra::boundary

#endif // LUTRA_CONVERSION_BOUNDARY_H
