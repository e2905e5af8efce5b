//===- Passes.td - Passes of lutra/Dialect/Approx/Transforms -*- tablegen -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_DIALECT_APPROX_TRANSFORMS_PASSES_TD
#define LUTRA_DIALECT_APPROX_TRANSFORMS_PASSES_TD

include "mlir/Pass/PassBase.td"

#endif // LUTRA_DIALECT_APPROX_TRANSFORMS_PASSES_TD
