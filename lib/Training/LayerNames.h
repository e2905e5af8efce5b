//===- LayerNames.h - What a contraction's layer is called -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_TRAINING_LAYERNAMES_H
#define LUTRA_LIB_TRAINING_LAYERNAMES_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include <string>

namespace lutra {

/// The argument that an operand comes from, through quantisation and ops that
/// only rearrange; null when there is none.
mlir::BlockArgument findWeight(mlir::Value operand);

/// The name that `op` carries, else "conv1" for the parameter "conv1.weight";
/// empty when `weight` is no parameter of `func`.
std::string layerName(mlir::func::FuncOp func, mlir::Operation *op,
                      mlir::BlockArgument weight);

/// Whether `weight` is an argument of `func` of role parameter.
bool isParameter(mlir::func::FuncOp func, mlir::BlockArgument weight);

} // namespace lutra

#endif // LUTRA_LIB_TRAINING_LAYERNAMES_H
