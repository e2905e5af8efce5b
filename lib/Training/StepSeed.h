//===- StepSeed.h - Seeds of the single steps of a run -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_TRAINING_STEPSEED_H
#define LUTRA_LIB_TRAINING_STEPSEED_H

#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace lutra {

/// The seed of step number `stepCount` (tensor<i64>, 0 for the first) of the
/// run with `seed`, a tensor of integers of up to 64 bits: of the same type.
mlir::Value buildStepSeed(mlir::ImplicitLocOpBuilder &builder, mlir::Value seed,
                          mlir::Value stepCount);

/// Whether buildStepSeed takes seeds of this type.
bool isSeedType(mlir::Type type);

} // namespace lutra

#endif // LUTRA_LIB_TRAINING_STEPSEED_H
