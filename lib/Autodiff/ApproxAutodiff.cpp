//===- ApproxAutodiff.cpp - Reverse-mode derivative of a function -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements the approx-autodiff pass, which adds the derivative of a
// function to its module. The work is done by the Differentiator.
//
//===----------------------------------------------------------------------===//
#include "lutra/Autodiff/DifferentiableOpInterface.h"
#include "lutra/Autodiff/Differentiate.h"
#include "lutra/Autodiff/Passes.h"
#include "lutra/Autodiff/Rules.h"
#include "lutra/Dialect/Approx/IR/Roles.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

namespace lutra {
#define GEN_PASS_DEF_APPROXAUTODIFF
#include "lutra/Autodiff/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;
using namespace lutra::ad;

namespace {

struct ApproxAutodiff : lutra::impl::ApproxAutodiffBase<ApproxAutodiff> {
  using Base::Base;

  void getDependentDialects(DialectRegistry &registry) const override {
    Base::getDependentDialects(registry);
    // A pass plugin is never asked for its extensions: bring them along.
    registerRules(registry);
  }

  void runOnOperation() override {
    if (failed(differentiate(getOperation())))
      signalPassFailure();
  }

private:
  LogicalResult differentiate(ModuleOp module) {
    func::FuncOp function = approx::findFunction(module, of);
    if (!function)
      return failure();
    FailureOr<SmallVector<unsigned>> arguments =
        resolveArguments(function, wrt);
    if (failed(arguments))
      return failure();
    Differentiator differentiator(module);
    if (mode == Mode::VJP) {
      SmallVector<unsigned> results;
      for (auto [i, type] : llvm::enumerate(function.getResultTypes()))
        if (hasFloatElements(type))
          results.push_back(i);
      return differentiator.buildVJP(function, *arguments, results);
    }
    if (mode == Mode::Split) {
      SmallVector<unsigned> results;
      for (auto [i, type] : llvm::enumerate(function.getResultTypes()))
        if (hasFloatElements(type) &&
            approx::getResultUpdates(function, i).empty())
          results.push_back(i);
      return differentiator.buildSplit(function, *arguments, results);
    }
    FailureOr<unsigned> loss = resolveLoss(function);
    if (failed(loss))
      return failure();
    return differentiator.buildValueAndGrad(function, *arguments, *loss,
                                            recompute);
  }
};

} // namespace
