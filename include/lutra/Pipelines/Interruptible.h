//===- Interruptible.h - Pipelines that stop between passes -----*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_PIPELINES_INTERRUPTIBLE_H
#define LUTRA_PIPELINES_INTERRUPTIBLE_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/PassManager.h"
#include <functional>

namespace lutra {

/// Whether to stop; asked often, from any thread. Once true it stays true.
using InterruptCheck = std::function<bool()>;

/// What an interrupted pipeline or compilation says.
inline constexpr llvm::StringLiteral interruptedMessage =
    "interrupted before its end";

/// Runs the passes as PassManager::run() does; when `interrupted` becomes true,
/// those not begun, of all functions, are left out and the run fails, without a
/// diagnostic. The module is then half lowered.
mlir::LogicalResult runInterruptible(mlir::PassManager &passes,
                                     mlir::ModuleOp module,
                                     const InterruptCheck &interrupted);

} // namespace lutra

#endif // LUTRA_PIPELINES_INTERRUPTIBLE_H
