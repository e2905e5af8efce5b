//===- Rules.cpp - Registration of the derivative rules -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Autodiff/Rules.h"

void lutra::ad::registerRules(mlir::DialectRegistry &registry) {
  registerApproxRules(registry);
  registerArithRules(registry);
  registerFuncRules(registry);
  registerLinalgRules(registry);
  registerMathRules(registry);
  registerSCFRules(registry);
  registerTensorRules(registry);
}
