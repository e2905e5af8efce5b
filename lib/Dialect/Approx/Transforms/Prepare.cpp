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
#include "lutra/Dialect/Approx/Transforms/Passes.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Linalg/Transforms/Transforms.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Transforms/Passes.h"
#include "llvm/ADT/SetVector.h"

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

/// The callee to inline at `call`, or null where the call stays: an external
/// function, or one whose derivative the user gives (`approx.vjp`).
static FailureOr<func::FuncOp> calleeToInline(func::CallOp call,
                                              SymbolTable &symbols) {
  auto callee = symbols.lookup<func::FuncOp>(call.getCallee());
  if (!callee || callee.isDeclaration() || callee->hasAttr("approx.vjp") ||
      call->hasAttr("approx.vjp"))
    return func::FuncOp();
  if (!callee.getBody().hasOneBlock()) {
    InFlightDiagnostic error = call.emitError("cannot inline @")
                               << callee.getSymName() << ": it has "
                               << callee.getBody().getBlocks().size()
                               << " blocks, expected one";
    error.attachNote(callee.getLoc()) << "callee is here";
    return failure();
  }
  return callee;
}

/// Inlines calls in `func` until none is left that can be; `stack` are the
/// callees being inlined, to tell recursion.
static LogicalResult inlineCallees(func::FuncOp func, SymbolTable &symbols,
                                   SetVector<func::FuncOp> &stack,
                                   SetVector<func::FuncOp> &inlined) {
  if (!stack.insert(func))
    return func.emitError("recursive call of @")
           << func.getSymName() << " cannot be inlined";
  SmallVector<func::CallOp> calls;
  func.walk([&](func::CallOp call) { calls.push_back(call); });
  for (func::CallOp call : calls) {
    FailureOr<func::FuncOp> callee = calleeToInline(call, symbols);
    if (failed(callee))
      return failure();
    if (!*callee)
      continue;
    // Bottom up: what is cloned below has no calls of its own left.
    if (failed(inlineCallees(*callee, symbols, stack, inlined)))
      return failure();
    OpBuilder builder(call);
    IRMapping mapping;
    mapping.map(callee->getArguments(), call.getOperands());
    for (Operation &op : callee->getBody().front().without_terminator())
      builder.clone(op, mapping);
    Operation *ret = callee->getBody().front().getTerminator();
    for (auto [old, result] : llvm::zip(call.getResults(), ret->getOperands()))
      old.replaceAllUsesWith(mapping.lookupOrDefault(result));
    call.erase();
    inlined.insert(*callee);
  }
  stack.remove(func);
  return success();
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
    SetVector<func::FuncOp> stack, inlined;
    if (failed(inlineCallees(func, symbols, stack, inlined)))
      return signalPassFailure();
    // Callers come after their callees in `inlined`.
    for (func::FuncOp callee : llvm::reverse(inlined))
      if (callee.isPrivate() &&
          SymbolTable::symbolKnownUseEmpty(callee, module))
        symbols.erase(callee);

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
