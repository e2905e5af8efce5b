//===- Prepare.h - Parts of approx-prepare -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_DIALECT_APPROX_TRANSFORMS_PREPARE_H
#define LUTRA_LIB_DIALECT_APPROX_TRANSFORMS_PREPARE_H

#include "lutra/Dialect/Approx/IR/Roles.h"
#include "mlir/IR/PatternMatch.h"

namespace lutra::approx {

/// What the user said about the signature; each list is empty or complete.
struct SignatureOptions {
  llvm::ArrayRef<std::string> roles, names, results;
};

/// Gives every argument and result of `func` its role and name.
mlir::LogicalResult prepareSignature(mlir::func::FuncOp func,
                                     const SignatureOptions &options);

/// Turns the state of the importer's random numbers into an argument of role
/// seed; any other variable of the module is an error. Callees are inlined, and
/// the signature is complete.
mlir::LogicalResult prepareRandomNumbers(mlir::func::FuncOp func);

/// Turns calls of functions without a body that frontends mark values with,
/// such as `@lutra.stop_gradient.4xf32`, into the ops that they stand for.
mlir::LogicalResult prepareMarkers(mlir::ModuleOp module);

/// Makes operands of the tensors that bodies look up at affine functions of the
/// loops, and keeps other look-ups within their tensors.
void prepareGathers(mlir::func::FuncOp func);

/// Patterns that fold transposes and batch broadcasts into contractions.
void populateFoldIntoContractionPatterns(mlir::RewritePatternSet &patterns);

/// Patterns that turn contractions of other forms into those that have an
/// approximate op.
void populateNormalizeContractionPatterns(mlir::RewritePatternSet &patterns);

} // namespace lutra::approx

#endif // LUTRA_LIB_DIALECT_APPROX_TRANSFORMS_PREPARE_H
