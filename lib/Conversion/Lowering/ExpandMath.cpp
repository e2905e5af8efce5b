//===- ExpandMath.cpp - Elementary functions as polynomials ---------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements approx-expand-math, which writes elementary functions of
// f32 as polynomials, since a call of libm in a loop keeps it scalar.
// Upstream's arith-expand is not used for the rounding divisions: it also
// writes maximumf as comparisons, which no longer vectorise as a reduction.
//
//===----------------------------------------------------------------------===//
#include "lutra/Conversion/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Transforms/Passes.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Math/Transforms/Passes.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "llvm/ADT/StringSet.h"

namespace lutra {
#define GEN_PASS_DEF_EXPANDMATH
#include "lutra/Conversion/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;

namespace {

/// f64 to f16 or bf16 by way of f32, where LLVM would call a function that no
/// library of the process has. f32 is rounded to odd: its last bit says that
/// something was cut off, so that the second rounding is that of the f64.
struct TruncateThroughF32 : OpRewritePattern<arith::TruncFOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(arith::TruncFOp op,
                                PatternRewriter &rewriter) const override {
    Value x = op.getIn();
    Type type = op.getType();
    if (!x.getType().isF64() || !(type.isF16() || type.isBF16()))
      return rewriter.notifyMatchFailure(op, "not from f64 to 16 bits");
    Location loc = op.getLoc();
    Type f32 = rewriter.getF32Type(), i32 = rewriter.getI32Type();
    Value nearest = arith::TruncFOp::create(rewriter, loc, f32, x);
    Value back = arith::ExtFOp::create(rewriter, loc, x.getType(), nearest);
    auto compare = [&](arith::CmpFPredicate predicate, Value a, Value b) {
      return arith::CmpFOp::create(rewriter, loc, predicate, a, b);
    };
    auto magnitude = [&](Value a) {
      return math::AbsFOp::create(rewriter, loc, a);
    };
    // Ordered: a NaN keeps its bits.
    Value inexact = compare(arith::CmpFPredicate::ONE, back, x);
    Value above =
        compare(arith::CmpFPredicate::OGT, magnitude(back), magnitude(x));
    Value one =
        arith::ConstantOp::create(rewriter, loc, rewriter.getI32IntegerAttr(1));
    Value bits = arith::BitcastOp::create(rewriter, loc, i32, nearest);
    Value less = arith::SubIOp::create(rewriter, loc, bits, one);
    Value towardZero =
        arith::SelectOp::create(rewriter, loc, above, less, bits);
    Value sticky = arith::OrIOp::create(rewriter, loc, towardZero, one);
    Value odd = arith::SelectOp::create(rewriter, loc, inexact, sticky, bits);
    rewriter.replaceOpWithNewOp<arith::TruncFOp>(
        op, type, arith::BitcastOp::create(rewriter, loc, f32, odd));
    return success();
  }
};

struct ExpandMathPass : lutra::impl::ExpandMathBase<ExpandMathPass> {
  void runOnOperation() override {
    static const llvm::StringSet<> expanded = {
        math::ExpOp::getOperationName(),  math::ExpM1Op::getOperationName(),
        math::LogOp::getOperationName(),  math::Log1pOp::getOperationName(),
        math::Log2Op::getOperationName(), math::TanhOp::getOperationName(),
        math::ErfOp::getOperationName()};
    RewritePatternSet patterns(&getContext());
    populateMathPolynomialApproximationPatterns(
        patterns, [](StringRef name) { return expanded.contains(name); });
    patterns.add<TruncateThroughF32>(&getContext());
    arith::populateCeilFloorDivExpandOpsPatterns(patterns);
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};

} // namespace
