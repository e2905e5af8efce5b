//===- Arith.cpp - Derivatives of arith ops -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "../ScalarDerivatives.h"
#include "lutra/Autodiff/Rules.h"

// The formulas are rows of the table in ScalarDerivatives.cpp.
void lutra::ad::registerArithRules(mlir::DialectRegistry &registry) {
  registry.addExtension(
      +[](mlir::MLIRContext *context, mlir::arith::ArithDialect *) {
        attachScalarDerivatives(context, "arith");
      });
}
