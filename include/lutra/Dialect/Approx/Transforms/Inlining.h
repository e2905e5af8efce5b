//===- Inlining.h - Calls that become their callees' bodies -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_DIALECT_APPROX_TRANSFORMS_INLINING_H
#define LUTRA_DIALECT_APPROX_TRANSFORMS_INLINING_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "llvm/ADT/SetVector.h"

namespace lutra::approx {

/// Operations that inlining may make of one function: two calls of a function
/// that makes two calls make four, and so on.
inline constexpr uint64_t maxInlinedOps = uint64_t(1) << 18;

/// Inlines the calls in `func`, and those that come in with a callee, but not
/// those of functions without a body, nor those that `isKept`. Adds the callees
/// to `inlined`, each after its own callees. Fails, after an error and before
/// anything is changed, where a callee calls itself, has more than one block,
/// or `func` would have more than maxInlinedOps operations.
mlir::LogicalResult inlineCalls(
    mlir::func::FuncOp func, mlir::SymbolTable &symbols,
    llvm::function_ref<bool(mlir::func::CallOp, mlir::func::FuncOp)> isKept,
    llvm::SetVector<mlir::func::FuncOp> &inlined);

/// Erases those of `functions`, callees before callers, that are private and
/// that no symbol names any more.
void eraseUnusedFunctions(llvm::ArrayRef<mlir::func::FuncOp> functions,
                          mlir::SymbolTable &symbols);

} // namespace lutra::approx

#endif // LUTRA_DIALECT_APPROX_TRANSFORMS_INLINING_H
