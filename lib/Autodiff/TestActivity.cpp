//===- TestActivity.cpp - Marks values with their activity -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements the test-approx-activity pass, which writes the result
// of the activity analysis into the IR.
//
//===----------------------------------------------------------------------===//
#include "lutra/Autodiff/Activity.h"
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
#include "mlir/Dialect/Tensor/IR/Tensor.h"

namespace lutra {
#define GEN_PASS_DEF_TESTAPPROXACTIVITY
#include "lutra/Autodiff/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;
using namespace lutra::ad;

namespace {

struct TestApproxActivity
    : lutra::impl::TestApproxActivityBase<TestApproxActivity> {
  using Base::Base;

  void getDependentDialects(DialectRegistry &registry) const override {
    Base::getDependentDialects(registry);
    registerRules(registry);
  }

  void runOnOperation() override {
    func::FuncOp function = approx::findFunction(getOperation(), of);
    if (!function)
      return signalPassFailure();
    func::ReturnOp terminator = approx::getSingleReturn(function);
    FailureOr<SmallVector<unsigned>> arguments =
        resolveArguments(function, wrt);
    if (!terminator || failed(arguments))
      return signalPassFailure();
    SmallVector<Value> independents, dependents;
    for (unsigned i : *arguments)
      independents.push_back(function.getArgument(i));
    for (unsigned i : llvm::seq(function.getNumResults()))
      if (results.empty() || llvm::is_contained(*results, i))
        dependents.push_back(terminator.getOperand(i));
    FailureOr<Activity> activity =
        Activity::compute(function, independents, dependents);
    if (failed(activity))
      return signalPassFailure();

    Builder builder(&getContext());
    auto describe = [&](Value value) -> Attribute {
      bool varied = activity->isVaried(value);
      bool useful = activity->isUseful(value);
      return builder.getStringAttr(varied && useful ? "active"
                                   : varied         ? "varied"
                                   : useful         ? "useful"
                                                    : "inactive");
    };
    for (BlockArgument argument : function.getArguments())
      function.setArgAttr(argument.getArgNumber(), "test.activity",
                          describe(argument));
    for (Operation &op : function.getBody().front().without_terminator())
      op.setAttr("test.activity", builder.getArrayAttr(llvm::map_to_vector(
                                      op.getResults(), describe)));
  }
};

} // namespace
