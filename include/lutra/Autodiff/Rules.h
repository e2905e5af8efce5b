//===- Rules.h - Registration of the derivative rules -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_AUTODIFF_RULES_H
#define LUTRA_AUTODIFF_RULES_H

#include "mlir/IR/DialectRegistry.h"

namespace lutra::ad {

/// Attaches every derivative rule to the ops of its dialect, when that dialect
/// is loaded. Passes that differentiate call it from getDependentDialects,
/// since a pass plugin has no other way in.
void registerRules(mlir::DialectRegistry &registry);

// One per file of lib/Autodiff/Rules.
void registerApproxRules(mlir::DialectRegistry &registry);
void registerArithRules(mlir::DialectRegistry &registry);
void registerFuncRules(mlir::DialectRegistry &registry);
void registerLinalgRules(mlir::DialectRegistry &registry);
void registerMathRules(mlir::DialectRegistry &registry);
void registerSCFRules(mlir::DialectRegistry &registry);
void registerTensorRules(mlir::DialectRegistry &registry);

} // namespace lutra::ad

#endif // LUTRA_AUTODIFF_RULES_H
