//===- Passes.h - Passes of lutra/Autodiff -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_AUTODIFF_PASSES_H
#define LUTRA_AUTODIFF_PASSES_H

#include "mlir/Pass/Pass.h"

namespace lutra {
namespace ad {
/// What approx-autodiff adds to the module.
enum class Mode { ValueAndGrad, VJP, Split };
} // namespace ad

#define GEN_PASS_DECL
#include "lutra/Autodiff/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "lutra/Autodiff/Passes.h.inc"
} // namespace lutra

#endif // LUTRA_AUTODIFF_PASSES_H
