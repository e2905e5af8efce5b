//===- Passes.h - Passes of lutra/Training -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_TRAINING_PASSES_H
#define LUTRA_TRAINING_PASSES_H

#include "mlir/Pass/Pass.h"

namespace lutra {
#define GEN_PASS_DECL
#include "lutra/Training/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "lutra/Training/Passes.h.inc"
} // namespace lutra

#endif // LUTRA_TRAINING_PASSES_H
