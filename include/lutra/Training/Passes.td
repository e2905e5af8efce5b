//===- Passes.td - Passes of lutra/Training -*- tablegen -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_TRAINING_PASSES_TD
#define LUTRA_TRAINING_PASSES_TD

include "mlir/Pass/PassBase.td"

#endif // LUTRA_TRAINING_PASSES_TD
