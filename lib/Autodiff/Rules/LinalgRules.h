//===- LinalgRules.h - Shared by the linalg rules -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_AUTODIFF_RULES_LINALGRULES_H
#define LUTRA_LIB_AUTODIFF_RULES_LINALGRULES_H

#include "lutra/Autodiff/DifferentiableOpInterface.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"

namespace lutra::ad {

/// The derivative of any structured op, from its body and its maps.
mlir::LogicalResult buildStructuredVJP(mlir::linalg::LinalgOp op,
                                       mlir::OpBuilder &builder,
                                       VJPContext &context);

/// Iterator types of a generic that accumulates through the output map `map`:
/// a dim is parallel iff it is a bare result of the map and occurs in no other
/// result. Anything else, such as both dims of `oh + kh`, would race.
llvm::SmallVector<mlir::utils::IteratorType>
getAdjointIteratorTypes(mlir::AffineMap map);

// One per family of named ops.
void attachContractionRules(mlir::MLIRContext *context);
void attachConvolutionRules(mlir::MLIRContext *context);
void attachStructuredRules(mlir::MLIRContext *context);
/// Gives buildStructuredVJP to the ops that have no rule yet; called last.
void attachStructuredDefaults(mlir::MLIRContext *context);

} // namespace lutra::ad

#endif // LUTRA_LIB_AUTODIFF_RULES_LINALGRULES_H
