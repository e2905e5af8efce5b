//===- ExpandNarrowFloats.cpp - f16 and bf16 in terms of f32 --------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements approx-expand-narrow-floats. Where the CPU cannot
// convert a 16-bit float LLVM calls a function (__truncsfbf2, __extendhfsf2),
// which the process may not have; and the instruction that AVX512-BF16 has for
// it takes subnormal numbers for zero. Written as integer operations, the
// conversions need neither and give the same bits on every CPU.
//
//===----------------------------------------------------------------------===//
#include "lutra/Conversion/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Transforms/Passes.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Math/Transforms/Passes.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/Transforms/DialectConversion.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace lutra {
#define GEN_PASS_DEF_EXPANDNARROWFLOATS
#include "lutra/Conversion/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;

namespace {

bool isNarrow(Type type) {
  Type element = getElementTypeOrSelf(type);
  return element.isF16() || element.isBF16();
}

/// Builds operations on 32-bit values of the shape of `like`, if it has one.
class Bits {
public:
  Bits(PatternRewriter &rewriter, Location loc, Type like)
      : b(loc, rewriter), shape(dyn_cast<ShapedType>(like)) {}

  Type typeOf(Type element) { return shape ? shape.clone(element) : element; }
  Type i32() { return typeOf(b.getI32Type()); }
  Type f32() { return typeOf(b.getF32Type()); }

  Value constant(uint32_t value) {
    Type type = i32();
    TypedAttr attr = b.getI32IntegerAttr(static_cast<int32_t>(value));
    if (shape)
      attr = DenseElementsAttr::get(cast<ShapedType>(type), {Attribute(attr)});
    return arith::ConstantOp::create(b, attr);
  }
  template <typename Op>
  Value with(Value a, uint32_t value) {
    return Op::create(b, a, constant(value));
  }
  Value compare(arith::CmpIPredicate predicate, Value a, uint32_t value) {
    return arith::CmpIOp::create(b, predicate, a, constant(value));
  }
  Value select(Value condition, Value yes, Value no) {
    return arith::SelectOp::create(b, condition, yes, no);
  }
  Value bitcast(Type type, Value a) {
    return arith::BitcastOp::create(b, type, a);
  }

  ImplicitLocOpBuilder b;

private:
  ShapedType shape;
};

/// f64 to f16 or bf16 by way of f32, rounded to odd: its last bit says that
/// something was cut off, so that the second rounding is that of the f64.
struct TruncateThroughF32 : OpRewritePattern<arith::TruncFOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(arith::TruncFOp op,
                                PatternRewriter &rewriter) const override {
    Value x = op.getIn();
    if (!getElementTypeOrSelf(x).isF64() || !isNarrow(op.getType()))
      return rewriter.notifyMatchFailure(op, "not from f64 to 16 bits");
    Bits bits(rewriter, op.getLoc(), x.getType());
    Value nearest = arith::TruncFOp::create(bits.b, bits.f32(), x);
    Value back = arith::ExtFOp::create(bits.b, x.getType(), nearest);
    auto compare = [&](arith::CmpFPredicate predicate, Value a, Value b) {
      return arith::CmpFOp::create(bits.b, predicate, a, b);
    };
    auto magnitude = [&](Value a) { return math::AbsFOp::create(bits.b, a); };
    // Ordered: a NaN keeps its bits.
    Value inexact = compare(arith::CmpFPredicate::ONE, back, x);
    Value above =
        compare(arith::CmpFPredicate::OGT, magnitude(back), magnitude(x));
    Value rounded = bits.bitcast(bits.i32(), nearest);
    Value towardZero =
        bits.select(above, bits.with<arith::SubIOp>(rounded, 1), rounded);
    Value odd =
        bits.select(inexact, bits.with<arith::OrIOp>(towardZero, 1), rounded);
    rewriter.replaceOpWithNewOp<arith::TruncFOp>(op, op.getType(),
                                                 bits.bitcast(bits.f32(), odd));
    return success();
  }
};

/// f16 or bf16 to f64 by way of f32, which holds them all.
struct ExtendThroughF32 : OpRewritePattern<arith::ExtFOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(arith::ExtFOp op,
                                PatternRewriter &rewriter) const override {
    Value x = op.getIn();
    if (!isNarrow(x.getType()) || !getElementTypeOrSelf(op).isF64())
      return rewriter.notifyMatchFailure(op, "not from 16 bits to f64");
    Bits bits(rewriter, op.getLoc(), x.getType());
    Value single = arith::ExtFOp::create(bits.b, bits.f32(), x);
    rewriter.replaceOpWithNewOp<arith::ExtFOp>(op, op.getType(), single);
    return success();
  }
};

// Numbers of f32 by their bits.
constexpr uint32_t signF32 = 0x80000000, infinityF32 = 0x7f800000,
                   halfF32 = 0x3f000000;
/// 2^-14 is the smallest normal number of f16, 2^16 the first beyond all.
constexpr uint32_t smallestNormalF16 = 0x38800000, beyondF16 = 0x47800000;
/// Exponents of f32 are those of f16 and 127 - 15 more, in bit 23 and not 10.
constexpr uint32_t rebias = (127 - 15) << 23;
constexpr unsigned shift = 23 - 10;

/// f32 to f16, nearest and ties to even; a NaN stays one.
struct TruncateToF16 : OpRewritePattern<arith::TruncFOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(arith::TruncFOp op,
                                PatternRewriter &rewriter) const override {
    Value x = op.getIn();
    if (!getElementTypeOrSelf(x).isF32() || !getElementTypeOrSelf(op).isF16())
      return rewriter.notifyMatchFailure(op, "not from f32 to f16");
    using Predicate = arith::CmpIPredicate;
    Bits bits(rewriter, op.getLoc(), x.getType());
    Value all = bits.bitcast(bits.i32(), x);
    Value sign = bits.with<arith::AndIOp>(all, signF32);
    Value magnitude = bits.with<arith::AndIOp>(all, ~signF32);
    Value special =
        bits.select(bits.compare(Predicate::ugt, magnitude, infinityF32),
                    bits.constant(0x7e00), bits.constant(0x7c00));
    // The last bit of 0.5 is that of f16's subnormals: the sum rounds there.
    Value sum =
        arith::AddFOp::create(bits.b, bits.bitcast(bits.f32(), magnitude),
                              bits.bitcast(bits.f32(), bits.constant(halfF32)));
    Value subnormal =
        bits.with<arith::SubIOp>(bits.bitcast(bits.i32(), sum), halfF32);
    // Half a last place less one bit, and that bit where the last place is odd.
    Value odd = bits.with<arith::AndIOp>(
        bits.with<arith::ShRUIOp>(magnitude, shift), 1);
    Value raised =
        bits.with<arith::AddIOp>(magnitude, (1u << (shift - 1)) - 1 - rebias);
    Value normal = bits.with<arith::ShRUIOp>(
        arith::AddIOp::create(bits.b, raised, odd), shift);
    Value finite =
        bits.select(bits.compare(Predicate::ult, magnitude, smallestNormalF16),
                    subnormal, normal);
    Value result = bits.select(
        bits.compare(Predicate::uge, magnitude, beyondF16), special, finite);
    result = arith::OrIOp::create(bits.b, result,
                                  bits.with<arith::ShRUIOp>(sign, 16));
    result = arith::TruncIOp::create(bits.b, bits.typeOf(rewriter.getI16Type()),
                                     result);
    rewriter.replaceOp(op, bits.bitcast(op.getType(), result));
    return success();
  }
};

/// f16 to f32, which is exact.
struct ExtendF16 : OpRewritePattern<arith::ExtFOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(arith::ExtFOp op,
                                PatternRewriter &rewriter) const override {
    Value x = op.getIn();
    if (!getElementTypeOrSelf(x).isF16() || !getElementTypeOrSelf(op).isF32())
      return rewriter.notifyMatchFailure(op, "not from f16 to f32");
    using Predicate = arith::CmpIPredicate;
    Bits bits(rewriter, op.getLoc(), x.getType());
    Value half = bits.bitcast(bits.typeOf(rewriter.getI16Type()), x);
    half = arith::ExtUIOp::create(bits.b, bits.i32(), half);
    Value magnitude =
        bits.with<arith::ShLIOp>(bits.with<arith::AndIOp>(half, 0x7fff), shift);
    constexpr uint32_t exponents = 0x7c00u << shift;
    Value exponent = bits.with<arith::AndIOp>(magnitude, exponents);
    Value normal = bits.with<arith::AddIOp>(magnitude, rebias);
    Value special = bits.with<arith::AddIOp>(normal, rebias);
    // A subnormal's bits as a fraction of 2^-14, less the one that they lack.
    Value fraction = bits.with<arith::AddIOp>(normal, 1u << 23);
    Value difference = arith::SubFOp::create(
        bits.b, bits.bitcast(bits.f32(), fraction),
        bits.bitcast(bits.f32(), bits.constant(smallestNormalF16)));
    Value subnormal = bits.bitcast(bits.i32(), difference);
    Value result =
        bits.select(bits.compare(Predicate::eq, exponent, exponents), special,
                    bits.select(bits.compare(Predicate::eq, exponent, 0),
                                subnormal, normal));
    Value sign =
        bits.with<arith::ShLIOp>(bits.with<arith::AndIOp>(half, 0x8000), 16);
    result = arith::OrIOp::create(bits.b, result, sign);
    rewriter.replaceOp(op, bits.bitcast(op.getType(), result));
    return success();
  }
};

/// Upstream leaves fma to the target. In f64 the product is exact.
struct FmaInF64 : OpRewritePattern<math::FmaOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(math::FmaOp op,
                                PatternRewriter &rewriter) const override {
    if (!isNarrow(op.getType()))
      return rewriter.notifyMatchFailure(op, "not of 16 bits");
    Bits bits(rewriter, op.getLoc(), op.getType());
    Type f64 = bits.typeOf(rewriter.getF64Type());
    auto extend = [&](Value a) {
      return arith::ExtFOp::create(bits.b, f64, a);
    };
    Value result = math::FmaOp::create(bits.b, extend(op.getA()),
                                       extend(op.getB()), extend(op.getC()));
    rewriter.replaceOpWithNewOp<arith::TruncFOp>(op, op.getType(), result);
    return success();
  }
};

struct ExpandNarrowFloatsPass
    : lutra::impl::ExpandNarrowFloatsBase<ExpandNarrowFloatsPass> {
  void runOnOperation() override {
    if (!hasNarrowFloats())
      return;
    if (failed(computeInF32()))
      return signalPassFailure();
    RewritePatternSet patterns(&getContext());
    patterns.add<FmaInF64, TruncateThroughF32, ExtendThroughF32, TruncateToF16,
                 ExtendF16>(&getContext());
    arith::populateExpandBFloat16Patterns(patterns);
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }

private:
  bool hasNarrowFloats() {
    return getOperation()
        ->walk([](Operation *op) {
          return llvm::any_of(op->getOperandTypes(), isNarrow) ||
                         llvm::any_of(op->getResultTypes(), isNarrow)
                     ? WalkResult::interrupt()
                     : WalkResult::advance();
        })
        .wasInterrupted();
  }

  /// Extends the operands of arith and math to f32 and truncates the results,
  /// so that of 16-bit floats only conversions are left.
  LogicalResult computeInF32() {
    MLIRContext *context = &getContext();
    Type f32 = Float32Type::get(context);
    TypeConverter converter;
    arith::populateEmulateUnsupportedFloatsConversions(
        converter, {Float16Type::get(context), BFloat16Type::get(context)},
        f32);
    ConversionTarget target(*context);
    target.markUnknownOpDynamicallyLegal([](Operation *) { return true; });
    arith::populateEmulateUnsupportedFloatsLegality(target, converter);
    RewritePatternSet patterns(context);
    arith::populateEmulateUnsupportedFloatsPatterns(patterns, converter);
    if (failed(applyPartialConversion(getOperation(), target,
                                      std::move(patterns))))
      return failure();

    TypeConverter mathConverter;
    SetVector<Type> supported;
    supported.insert(f32);
    supported.insert(Float64Type::get(context));
    math::populateExtendToSupportedTypesTypeConverter(mathConverter, supported,
                                                      f32);
    ConversionTarget mathTarget(*context);
    mathTarget.markUnknownOpDynamicallyLegal([](Operation *) { return true; });
    math::populateExtendToSupportedTypesConversionTarget(mathTarget,
                                                         mathConverter);
    RewritePatternSet mathPatterns(context);
    math::populateExtendToSupportedTypesPatterns(mathPatterns, mathConverter);
    return applyPartialConversion(getOperation(), mathTarget,
                                  std::move(mathPatterns));
  }
};

} // namespace
