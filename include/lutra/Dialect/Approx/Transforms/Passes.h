//===- Passes.h - Passes of lutra/Dialect/Approx/Transforms -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_DIALECT_APPROX_TRANSFORMS_PASSES_H
#define LUTRA_DIALECT_APPROX_TRANSFORMS_PASSES_H

#include "lutra/Dialect/Approx/Transforms/Factorize.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Pass/Pass.h"

namespace mlir {
class RewritePatternSet;
} // namespace mlir

namespace lutra {
/// The patterns of approx-simplify-gradients.
void populateSimplifyGradientsPatterns(mlir::RewritePatternSet &patterns);

/// Makes `function` use the ranges that are its state without updating them.
void freezeRanges(mlir::func::FuncOp function);

#define GEN_PASS_DECL
#include "lutra/Dialect/Approx/Transforms/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "lutra/Dialect/Approx/Transforms/Passes.h.inc"
} // namespace lutra

#endif // LUTRA_DIALECT_APPROX_TRANSFORMS_PASSES_H
