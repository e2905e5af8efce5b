//===- Math.cpp - Derivatives of math ops -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "mlir/Dialect/Math/IR/Math.h"
#include "../ScalarDerivatives.h"
#include "lutra/Autodiff/Rules.h"

// The formulas are rows of the table in ScalarDerivatives.cpp.
void lutra::ad::registerMathRules(mlir::DialectRegistry &registry) {
  registry.addExtension(
      +[](mlir::MLIRContext *context, mlir::math::MathDialect *) {
        attachScalarDerivatives(context, "math");
      });
}
