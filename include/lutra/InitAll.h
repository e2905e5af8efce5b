//===- InitAll.h - Registers everything of Lutra -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_INITALL_H
#define LUTRA_INITALL_H

#include "mlir/IR/DialectRegistry.h"

namespace lutra {

/// The approx dialect.
void registerAllDialects(mlir::DialectRegistry &registry);
/// External models: bufferization and differentiation rules.
void registerAllExtensions(mlir::DialectRegistry &registry);
/// Every pass, once; safe to call again.
void registerAllPasses();
/// The named pipelines, once; safe to call again.
void registerAllPipelines();

} // namespace lutra

#endif // LUTRA_INITALL_H
