//===- Prepare.cpp - Canonical form of a module of linalg on tensors -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Implements approx-prepare: inlines callees, drops what frontends leave
// behind, folds data movement into contractions and completes the signature.
//
//===----------------------------------------------------------------------===//
#include "Prepare.h"
#include "lutra/Dialect/Approx/Transforms/Contractions.h"
#include "lutra/Dialect/Approx/Transforms/Inlining.h"
#include "lutra/Dialect/Approx/Transforms/Passes.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Linalg/Transforms/Transforms.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Transforms/Passes.h"

namespace lutra {
#define GEN_PASS_DEF_APPROXPREPARE
#include "lutra/Dialect/Approx/Transforms/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

/// Dialects whose discardable attributes mean nothing to any pass from here on.
static constexpr StringLiteral frontendDialects[] = {
    "mhlo", "jax", "stablehlo", "chlo", "sdy",  "xla",
    "vhlo", "tf",  "torch",     "onnx", "iree", "tf_saved_model"};

static bool isFrontendAttr(NamedAttribute attr) {
  return llvm::is_contained(frontendDialects,
                            attr.getName().getValue().split('.').first) &&
         attr.getName().getValue().contains('.');
}

static void dropFrontendAttrs(Operation *root) {
  root->walk([](Operation *op) {
    for (NamedAttribute attr : llvm::to_vector(op->getDiscardableAttrs()))
      if (isFrontendAttr(attr))
        op->removeDiscardableAttr(attr.getName());
    auto func = dyn_cast<FunctionOpInterface>(op);
    if (!func)
      return;
    for (unsigned i = 0, e = func.getNumArguments(); i < e; ++i)
      for (NamedAttribute attr : llvm::to_vector(func.getArgAttrs(i)))
        if (isFrontendAttr(attr))
          func.removeArgAttr(i, attr.getName());
    for (unsigned i = 0, e = func.getNumResults(); i < e; ++i)
      for (NamedAttribute attr : llvm::to_vector(func.getResultAttrs(i)))
        if (isFrontendAttr(attr))
          func.removeResultAttr(i, attr.getName());
  });
}

/// A function whose derivative the user gives stays a call.
static bool hasDerivative(func::CallOp call, func::FuncOp callee) {
  return callee->hasAttr("approx.vjp") || call->hasAttr("approx.vjp");
}

static LogicalResult handleAsserts(func::FuncOp func, StringRef choice) {
  if (choice == "keep")
    return success();
  if (choice != "drop" && choice != "error")
    return func.emitError("unknown choice for asserts '")
           << choice << "', expected drop, keep or error";
  SmallVector<cf::AssertOp> asserts;
  func.walk([&](cf::AssertOp op) { asserts.push_back(op); });
  for (cf::AssertOp op : asserts) {
    if (choice == "error")
      return op.emitError("cf.assert in a function to train: \"")
             << op.getMsg() << "\"";
    op.erase();
  }
  return success();
}

namespace {
/// A contraction written as linalg.generic gets its name back.
struct SpecializeContraction : OpRewritePattern<linalg::GenericOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(linalg::GenericOp op,
                                PatternRewriter &rewriter) const override {
    if (!op.hasPureTensorSemantics() ||
        !linalg::isaContractionOpInterface(op) || !hasContractionBody(op))
      return rewriter.notifyMatchFailure(op, "not a contraction on tensors");
    if (failed(linalg::specializeGenericOp(rewriter, op)))
      return rewriter.notifyMatchFailure(op,
                                         "no named op for this contraction");
    return success();
  }
};

struct ApproxPrepare : public lutra::impl::ApproxPrepareBase<ApproxPrepare> {
  using ApproxPrepareBase::ApproxPrepareBase;

  void runOnOperation() override {
    ModuleOp module = getOperation();
    func::FuncOp func = findFunction(module, function);
    if (!func || !getSingleReturn(func))
      return signalPassFailure();
    dropFrontendAttrs(module);

    SymbolTable symbols(module);
    SetVector<func::FuncOp> inlined;
    if (failed(inlineCalls(func, symbols, hasDerivative, inlined)))
      return signalPassFailure();
    eraseUnusedFunctions(inlined.getArrayRef(), symbols);

    if (failed(handleAsserts(func, asserts)) ||
        failed(prepareMarkers(module)) ||
        failed(prepareSignature(func, {roles, names, results})) ||
        failed(prepareRandomNumbers(func)))
      return signalPassFailure();

    prepareGathers(func);
    RewritePatternSet patterns(&getContext());
    patterns.add<SpecializeContraction>(&getContext(), /*benefit=*/2);
    populateNormalizeContractionPatterns(patterns);
    populateFoldIntoContractionPatterns(patterns);
    if (failed(applyPatternsGreedily(func, std::move(patterns))))
      return signalPassFailure();
    OpPassManager cleanup(ModuleOp::getOperationName());
    cleanup.addPass(createCanonicalizerPass());
    cleanup.addPass(createCSEPass());
    if (failed(runPipeline(cleanup, module)))
      signalPassFailure();
  }
};
} // namespace
