//===- Passes.h - Passes of lutra/Conversion -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_CONVERSION_PASSES_H
#define LUTRA_CONVERSION_PASSES_H

#include "lutra/Conversion/ApproxToLinalg/ApproxToLinalg.h"
#include "mlir/Pass/Pass.h"

namespace lutra {
#define GEN_PASS_DECL
#include "lutra/Conversion/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "lutra/Conversion/Passes.h.inc"
} // namespace lutra

#endif // LUTRA_CONVERSION_PASSES_H
