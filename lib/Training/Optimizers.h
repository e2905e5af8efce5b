//===- Optimizers.h - Update formulas of the optimizers -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_TRAINING_OPTIMIZERS_H
#define LUTRA_LIB_TRAINING_OPTIMIZERS_H

#include "GenericBuilder.h"

namespace lutra {

struct HyperParameters {
  double momentum, weightDecay, beta1, beta2, epsilon;
  bool nesterov;
};

/// Element values inside the update of one parameter, all of its type.
struct UpdateInputs {
  mlir::Value parameter, gradient;
  llvm::SmallVector<mlir::Value> state;   // as Optimizer::stateNames
  llvm::SmallVector<mlir::Value> scalars; // as Optimizer::buildScalars
};

/// One row of the table of optimizers.
struct Optimizer {
  llvm::StringLiteral name;
  /// Suffixes of the state tensors that each parameter has, zero at first.
  llvm::SmallVector<llvm::StringRef> (*stateNames)(const HyperParameters &);
  /// Number of scalars that a step computes once, and these, as f64 values,
  /// from the number of this step (1 for the first) and the learning rate.
  unsigned numScalars;
  llvm::SmallVector<mlir::Value> (*buildScalars)(mlir::ImplicitLocOpBuilder &,
                                                 const HyperParameters &,
                                                 mlir::Value step,
                                                 mlir::Value learningRate);
  /// New parameter, then new state.
  llvm::SmallVector<mlir::Value> (*buildUpdate)(mlir::ImplicitLocOpBuilder &,
                                                const HyperParameters &,
                                                const UpdateInputs &);
  /// Names of the hyperparameters it uses.
  llvm::StringLiteral uses;
};

llvm::ArrayRef<Optimizer> allOptimizers();

} // namespace lutra

#endif // LUTRA_LIB_TRAINING_OPTIMIZERS_H
