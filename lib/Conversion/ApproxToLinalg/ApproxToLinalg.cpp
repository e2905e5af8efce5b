//===- ApproxToLinalg.cpp - approx as linalg on tensors -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements the convert-approx-to-linalg pass, which states what
// every op of the dialect computes as linalg on tensors: the executable form of
// its specification, which kernels are compared with.
//
//===----------------------------------------------------------------------===//
#include "lutra/Conversion/ApproxToLinalg/ApproxToLinalg.h"
#include "lutra/Conversion/Passes.h"
#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "lutra/Dialect/Approx/Transforms/Contractions.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Transforms/DialectConversion.h"

namespace lutra {
#define GEN_PASS_DEF_CONVERTAPPROXTOLINALG
#include "lutra/Conversion/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;

namespace {

/// An op that only says something of its operand.
template <typename OpTy>
struct ReplaceByOperand : OpConversionPattern<OpTy> {
  using OpConversionPattern<OpTy>::OpConversionPattern;
  LogicalResult
  matchAndRewrite(OpTy op, typename OpTy::Adaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    rewriter.replaceOp(op, adaptor.getInput());
    return success();
  }
};

struct ConvertApproxToLinalg
    : lutra::impl::ConvertApproxToLinalgBase<ConvertApproxToLinalg> {
  using ConvertApproxToLinalgBase::ConvertApproxToLinalgBase;

  void runOnOperation() override {
    ConversionTarget target(getContext());
    RewritePatternSet patterns(&getContext());
    target.markUnknownOpDynamicallyLegal([](Operation *) { return true; });
    if (only != ApproxToLinalgScope::Contractions) {
      populateApproxElementwiseToLinalgPatterns(patterns);
      target.addIllegalOp<approx::UpdateRangeOp, approx::QuantParamsOp,
                          approx::QuantizeOp, approx::QuantizeGradOp,
                          approx::DequantizeOp, approx::MapTableOp,
                          approx::StopGradientOp>();
      patterns.add<ReplaceByOperand<approx::StopGradientOp>>(&getContext());
    }
    populateApproxContractionsToLinalgPatterns(patterns);
    target.addDynamicallyLegalOp<
        approx::MatmulOp, approx::BatchMatmulOp, approx::Conv2DOp,
        approx::MatmulGradLhsOp, approx::MatmulGradRhsOp,
        approx::BatchMatmulGradLhsOp, approx::BatchMatmulGradRhsOp,
        approx::Conv2DGradInputOp, approx::Conv2DGradFilterOp, approx::ExpandOp,
        approx::IntMatmulOp, approx::IntBatchMatmulOp, approx::IntConv2DOp>(
        [&](Operation *op) {
          return only == ApproxToLinalgScope::Elementwise &&
                 !approx::hasEmptyOperand(op);
        });
    if (only == ApproxToLinalgScope::All) {
      // Where all is reference, nothing is scheduled.
      patterns.add<ReplaceByOperand<approx::OptimizationBarrierOp>,
                   ReplaceByOperand<approx::RuntimeVerdictOp>>(&getContext());
      target.addIllegalOp<approx::OptimizationBarrierOp,
                          approx::RuntimeVerdictOp>();
    }
    if (failed(applyPartialConversion(getOperation(), target,
                                      std::move(patterns))))
      return signalPassFailure();
    // What is left is linalg, for which a multiplier means nothing.
    if (only == ApproxToLinalgScope::All)
      for (auto op : llvm::make_early_inc_range(
               getOperation().getOps<approx::MultiplierOp>()))
        if (SymbolTable::symbolKnownUseEmpty(op, getOperation()))
          op.erase();
  }
};

} // namespace
