//===- RuleBuilders.h - IR that derivative rules are made of -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_AUTODIFF_RULEBUILDERS_H
#define LUTRA_AUTODIFF_RULEBUILDERS_H

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/IR/Builders.h"

namespace lutra::ad {

class VJPContext;

using BodyBuilder = llvm::function_ref<mlir::Value(
    mlir::OpBuilder &, mlir::Location, mlir::ValueRange)>;

/// tensor.empty with the dimensions of `shapeLike`.
mlir::Value buildEmpty(mlir::OpBuilder &builder, mlir::Location loc,
                       mlir::Type elementType, mlir::Value shapeLike);

/// Zero of a float or ranked float tensor type; `shapeLike` gives the dynamic
/// dimensions. A filled tensor and no constant: it is made to be written to.
mlir::Value buildZero(mlir::OpBuilder &builder, mlir::Location loc,
                      mlir::Type type, mlir::Value shapeLike);

/// linalg.generic over values of one shape; scalars among `inputs` are the same
/// for every element. At least one input is a tensor.
mlir::Value buildElementwise(mlir::OpBuilder &builder, mlir::Location loc,
                             mlir::Type elementType, mlir::ValueRange inputs,
                             BodyBuilder body);

/// a + b, of floats or of float tensors.
mlir::Value buildAdd(mlir::OpBuilder &builder, mlir::Location loc,
                     mlir::Value a, mlir::Value b);

/// a * b, of floats or of float tensors, elementwise.
mlir::Value buildMul(mlir::OpBuilder &builder, mlir::Location loc,
                     mlir::Value a, mlir::Value b);

/// The value, or each element of it, in another floating-point type.
mlir::Value buildFloatCast(mlir::OpBuilder &builder, mlir::Location loc,
                           mlir::Type elementType, mlir::Value value);

/// The sum of all elements of a tensor, as a scalar.
mlir::Value buildSum(mlir::OpBuilder &builder, mlir::Location loc,
                     mlir::Value tensor);

/// Copies the ops of a block but its terminator; what they read from above is
/// wherever the context keeps it.
void cloneOps(mlir::Block &block, mlir::OpBuilder &builder,
              const VJPContext &context, mlir::IRMapping &mapping);

/// Drops the inputs that the body does not read, as far as the loop bounds do
/// not hang on them. Returns the op that replaces `generic`.
mlir::linalg::GenericOp dropUnusedInputs(mlir::OpBuilder &builder,
                                         mlir::linalg::GenericOp generic);

} // namespace lutra::ad

#endif // LUTRA_AUTODIFF_RULEBUILDERS_H
