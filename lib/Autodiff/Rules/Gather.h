//===- Gather.h - Cotangents of what a body looks up -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_AUTODIFF_RULES_GATHER_H
#define LUTRA_LIB_AUTODIFF_RULES_GATHER_H

#include "lutra/Autodiff/DifferentiableOpInterface.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

namespace lutra::ad {

/// The cotangent of the tensor that `gather`, in the body of `op`, reads an
/// element of at every point: `cotangent`, which has one element per point of
/// the loops of `op`, added up at the indices of `gather`. Points are visited
/// in the order of the loops, so that sums are the same every time.
mlir::Value buildScatterAdd(mlir::linalg::LinalgOp op,
                            mlir::tensor::ExtractOp gather,
                            mlir::Value cotangent, mlir::OpBuilder &builder,
                            VJPContext &context);

} // namespace lutra::ad

#endif // LUTRA_LIB_AUTODIFF_RULES_GATHER_H
