//===- Elementwise.cpp - Quantisation ops as linalg -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Quantise, dequantise, ranges and 1-D tables as linalg.generic. The order of
// operations and IEEE roundings here are the specification (M3, M7): a kernel
// or a fusion that changes them changes codes.
//
//===----------------------------------------------------------------------===//
#include "lutra/Conversion/ApproxToLinalg/ApproxToLinalg.h"
#include "lutra/Dialect/Approx/IR/Gradients.h"
#include "lutra/Dialect/Approx/IR/Multipliers.h"
#include "lutra/Dialect/Approx/Transforms/Lookup.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Transforms/DialectConversion.h"

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

using utils::IteratorType;

namespace {

/// What bodies need over and over: f32 constants and IEEE operations.
struct BodyBuilder {
  OpBuilder &builder;
  Location loc;

  Value constant(double value) {
    return arith::ConstantOp::create(builder, loc,
                                     builder.getF32FloatAttr(value));
  }
  Value constantIndex(int64_t value) {
    return arith::ConstantIndexOp::create(builder, loc, value);
  }
  template <typename OpTy, typename... Args>
  Value make(Args &&...args) {
    return OpTy::create(builder, loc, std::forward<Args>(args)...);
  }
  Value compare(arith::CmpFPredicate predicate, Value lhs, Value rhs) {
    return make<arith::CmpFOp>(predicate, lhs, rhs);
  }
  Value toFloat(Value integer) {
    return make<arith::SIToFPOp>(builder.getF32Type(), integer);
  }
  /// rne(x/s) + z. The quotient is a division: x*(1/s) differs at half-way
  /// points.
  Value unclampedCode(Value x, Value scale, Value zeroPoint) {
    Value quotient = make<arith::DivFOp>(x, scale);
    return make<arith::AddFOp>(make<math::RoundEvenOp>(quotient),
                               toFloat(zeroPoint));
  }
  /// The nearest value in [lo, hi]; a NaN gives lo, so that the conversion to
  /// an integer that follows is always defined.
  Value clamp(Value x, int64_t lo, int64_t hi) {
    Value low = constant(lo), high = constant(hi);
    Value atLeast = make<arith::SelectOp>(
        compare(arith::CmpFPredicate::OGT, x, low), x, low);
    return make<arith::SelectOp>(
        compare(arith::CmpFPredicate::OLT, atLeast, high), atLeast, high);
  }
};

/// How a parameter per tensor (rank 0) or per channel is indexed in the loops
/// over a tensor of `rank` dimensions.
AffineMap getParameterMap(Builder &builder, Value parameter, int64_t rank,
                          std::optional<uint64_t> axis) {
  SmallVector<AffineExpr> results;
  if (cast<RankedTensorType>(parameter.getType()).getRank() == 1)
    results.push_back(builder.getAffineDimExpr(*axis));
  return AffineMap::get(rank, 0, results, builder.getContext());
}

using BodyFunction = function_ref<Value(BodyBuilder, ValueRange)>;

/// A generic over the elements of `like`: `tensors` are indexed as it is,
/// `parameters` per tensor or along `axis`.
Value createElementwise(ConversionPatternRewriter &rewriter, Location loc,
                        Value like, Type elementType, ValueRange tensors,
                        ValueRange parameters, std::optional<uint64_t> axis,
                        BodyFunction body) {
  auto type = cast<RankedTensorType>(like.getType());
  int64_t rank = type.getRank();
  AffineMap identity = rewriter.getMultiDimIdentityMap(rank);
  SmallVector<Value> inputs(tensors);
  SmallVector<AffineMap> maps(tensors.size(), identity);
  for (Value parameter : parameters) {
    inputs.push_back(parameter);
    maps.push_back(getParameterMap(rewriter, parameter, rank, axis));
  }
  maps.push_back(identity);
  Value empty = tensor::EmptyOp::create(
      rewriter, loc, tensor::getMixedSizes(rewriter, loc, like), elementType);
  auto generic = linalg::GenericOp::create(
      rewriter, loc, empty.getType(), inputs, empty, maps,
      SmallVector<IteratorType>(rank, IteratorType::parallel),
      [&](OpBuilder &builder, Location loc, ValueRange arguments) {
        Value result = body(BodyBuilder{builder, loc}, arguments);
        linalg::YieldOp::create(builder, loc, result);
      });
  return generic.getResult(0);
}

//===----------------------------------------------------------------------===//
// Codes
//===----------------------------------------------------------------------===//

struct QuantizePattern : OpConversionPattern<QuantizeOp> {
  using OpConversionPattern::OpConversionPattern;

  LogicalResult
  matchAndRewrite(QuantizeOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    QTypeAttr qtype = op.getQtype();
    Value result = createElementwise(
        rewriter, op.getLoc(), adaptor.getInput(), rewriter.getI8Type(),
        adaptor.getInput(), {adaptor.getScale(), adaptor.getZeroPoint()},
        op.getAxis(), [&](BodyBuilder b, ValueRange in) {
          Value code = b.clamp(b.unclampedCode(in[0], in[1], in[2]),
                               qtype.getLo(), qtype.getHi());
          // 255 does not fit a signed i8: through i32.
          Value wide = b.make<arith::FPToSIOp>(b.builder.getI32Type(), code);
          return b.make<arith::TruncIOp>(b.builder.getI8Type(), wide);
        });
    rewriter.replaceOp(op, matchType(rewriter, result, op.getType()));
    return success();
  }
};

struct QuantizeGradPattern : OpConversionPattern<QuantizeGradOp> {
  using OpConversionPattern::OpConversionPattern;

  LogicalResult
  matchAndRewrite(QuantizeGradOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    QTypeAttr qtype = op.getQtype();
    Value result = createElementwise(
        rewriter, op.getLoc(), adaptor.getInput(), rewriter.getF32Type(),
        {adaptor.getCotangent(), adaptor.getInput()},
        {adaptor.getScale(), adaptor.getZeroPoint()}, op.getAxis(),
        [&](BodyBuilder b, ValueRange in) {
          Value code = b.unclampedCode(in[1], in[2], in[3]);
          Value inside =
              b.make<arith::AndIOp>(b.compare(arith::CmpFPredicate::OGE, code,
                                              b.constant(qtype.getLo())),
                                    b.compare(arith::CmpFPredicate::OLE, code,
                                              b.constant(qtype.getHi())));
          Value inverse = b.make<arith::DivFOp>(b.constant(1), in[2]);
          Value gradient = b.make<arith::MulFOp>(inverse, in[0]);
          return b.make<arith::SelectOp>(inside, gradient, b.constant(0));
        });
    rewriter.replaceOp(op, matchType(rewriter, result, op.getType()));
    return success();
  }
};

struct DequantizePattern : OpConversionPattern<DequantizeOp> {
  using OpConversionPattern::OpConversionPattern;

  LogicalResult
  matchAndRewrite(DequantizeOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    Value result = createElementwise(
        rewriter, op.getLoc(), adaptor.getInput(), rewriter.getF32Type(),
        adaptor.getInput(), {adaptor.getLhsScale(), adaptor.getRhsScale()},
        op.getAxis(), [&](BodyBuilder b, ValueRange in) {
          Value scale = b.make<arith::MulFOp>(in[1], in[2]);
          return b.make<arith::MulFOp>(b.toFloat(in[0]), scale);
        });
    rewriter.replaceOp(op, matchType(rewriter, result, op.getType()));
    return success();
  }
};

struct MapTablePattern : OpConversionPattern<MapTableOp> {
  using OpConversionPattern::OpConversionPattern;

  LogicalResult
  matchAndRewrite(MapTableOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto multiplier = getMultiplier(op, op.getMultiplierAttr());
    if (failed(multiplier))
      return failure();
    bool isLhs = op.getMultiplierOperand() == 0;
    OperandType type = isLhs ? (*multiplier)->lhs() : (*multiplier)->rhs();
    // The derivative with respect to one operand is a table over the other.
    FailureOr<GradientSpec> spec = getGradientSpec(op, op.getGradient());
    if (failed(spec))
      return failure();
    llvm::Expected<std::vector<float>> entries =
        gradientTable1D(**multiplier, *spec, isLhs ? Wrt::Rhs : Wrt::Lhs);
    if (!entries)
      return op.emitOpError() << llvm::toString(entries.takeError());
    Value table =
        createTable<float>(rewriter, op.getLoc(), *entries,
                           {int64_t(entries->size())}, rewriter.getF32Type());
    Value result = createElementwise(
        rewriter, op.getLoc(), adaptor.getInput(), rewriter.getF32Type(),
        adaptor.getInput(), adaptor.getZeroPoint(), op.getAxis(),
        [&](BodyBuilder b, ValueRange in) {
          Value index = createTableIndex(b.builder, b.loc, in[0], type);
          Value entry = b.make<tensor::ExtractOp>(table, index);
          return b.make<arith::SubFOp>(entry, b.toFloat(in[1]));
        });
    rewriter.replaceOp(op, matchType(rewriter, result, op.getType()));
    return success();
  }
};

//===----------------------------------------------------------------------===//
// Ranges
//===----------------------------------------------------------------------===//

/// (smallest, largest) element of `input`, per tensor or per slice of `axis`.
/// minimumf and maximumf let a NaN through.
std::pair<Value, Value> createMinMax(ConversionPatternRewriter &rewriter,
                                     Location loc, Value input,
                                     std::optional<uint64_t> axis) {
  auto type = cast<RankedTensorType>(input.getType());
  SmallVector<AffineExpr> kept;
  SmallVector<OpFoldResult> sizes;
  SmallVector<IteratorType> iterators(type.getRank(), IteratorType::reduction);
  if (axis) {
    kept.push_back(rewriter.getAffineDimExpr(*axis));
    sizes.push_back(tensor::getMixedSize(rewriter, loc, input, *axis));
    iterators[*axis] = IteratorType::parallel;
  }
  SmallVector<Value> inits;
  for (bool negative : {false, true}) {
    Value limit = arith::ConstantOp::create(
        rewriter, loc,
        rewriter.getFloatAttr(
            rewriter.getF32Type(),
            APFloat::getInf(APFloat::IEEEsingle(), negative)));
    Value empty =
        tensor::EmptyOp::create(rewriter, loc, sizes, rewriter.getF32Type());
    inits.push_back(
        linalg::FillOp::create(rewriter, loc, limit, empty).getResult(0));
  }
  auto map = AffineMap::get(type.getRank(), 0, kept, rewriter.getContext());
  auto generic = linalg::GenericOp::create(
      rewriter, loc, TypeRange{inits[0].getType(), inits[1].getType()}, input,
      inits,
      ArrayRef<AffineMap>{rewriter.getMultiDimIdentityMap(type.getRank()), map,
                          map},
      iterators, [](OpBuilder &builder, Location loc, ValueRange in) {
        BodyBuilder b{builder, loc};
        linalg::YieldOp::create(
            builder, loc,
            ValueRange{b.make<arith::MinimumFOp>(in[0], in[1]),
                       b.make<arith::MaximumFOp>(in[0], in[2])});
      });
  return {generic.getResult(0), generic.getResult(1)};
}

/// (min, max) of the range of the channel whose loops the body is in.
std::pair<Value, Value> extractRange(BodyBuilder b, Value range) {
  SmallVector<Value> indices;
  if (cast<RankedTensorType>(range.getType()).getRank() == 2)
    indices.push_back(b.make<linalg::IndexOp>(0));
  indices.push_back(b.constantIndex(0));
  Value min = b.make<tensor::ExtractOp>(range, indices);
  indices.back() = b.constantIndex(1);
  return {min, b.make<tensor::ExtractOp>(range, indices)};
}

/// One end of the range that an observer makes of `seen` and `batch`.
Value createObserved(BodyBuilder b, UpdateRangeOp op, Value isMax,
                     std::pair<Value, Value> seen,
                     std::pair<Value, Value> batch) {
  auto isEmpty = [&](std::pair<Value, Value> range) {
    return b.compare(arith::CmpFPredicate::OGT, range.first, range.second);
  };
  auto end = [&](std::pair<Value, Value> range) {
    return b.make<arith::SelectOp>(isMax, range.second, range.first);
  };
  switch (op.getObserver()) {
  case Observer::MinMax:
    return end(batch);
  case Observer::Running:
    return end({b.make<arith::MinimumFOp>(seen.first, batch.first),
                b.make<arith::MaximumFOp>(seen.second, batch.second)});
  case Observer::MovingAverage: {
    Value momentum = b.constant(op.getMomentum().convertToFloat());
    Value step = b.make<arith::MulFOp>(
        momentum, b.make<arith::SubFOp>(end(batch), end(seen)));
    Value moved = b.make<arith::AddFOp>(end(seen), step);
    Value first = b.make<arith::SelectOp>(isEmpty(seen), end(batch), moved);
    return b.make<arith::SelectOp>(isEmpty(batch), end(seen), first);
  }
  case Observer::Fixed: {
    // Also true of the empty range of a tensor without elements.
    float infinity = std::numeric_limits<float>::infinity();
    Value isFinite =
        b.make<arith::AndIOp>(b.compare(arith::CmpFPredicate::OGT, batch.first,
                                        b.constant(-infinity)),
                              b.compare(arith::CmpFPredicate::OLT, batch.second,
                                        b.constant(infinity)));
    return b.make<arith::SelectOp>(
        isFinite, end(seen),
        b.constant(std::numeric_limits<float>::quiet_NaN()));
  }
  }
  return {};
}

struct UpdateRangePattern : OpConversionPattern<UpdateRangeOp> {
  using OpConversionPattern::OpConversionPattern;

  LogicalResult
  matchAndRewrite(UpdateRangeOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    auto [min, max] =
        createMinMax(rewriter, op.getLoc(), adaptor.getInput(), op.getAxis());
    // Loops: the channel, if any, and the end.
    Value range = adaptor.getRange();
    int64_t rank = cast<RankedTensorType>(range.getType()).getRank();
    AffineMap identity = rewriter.getMultiDimIdentityMap(rank);
    AffineMap channel = identity.dropResult(rank - 1);
    Value empty = tensor::EmptyOp::create(
        rewriter, op.getLoc(),
        tensor::getMixedSizes(rewriter, op.getLoc(), range),
        rewriter.getF32Type());
    auto generic = linalg::GenericOp::create(
        rewriter, op.getLoc(), empty.getType(), ValueRange{min, max}, empty,
        ArrayRef<AffineMap>{channel, channel, identity},
        SmallVector<IteratorType>(rank, IteratorType::parallel),
        [&](OpBuilder &builder, Location loc, ValueRange in) {
          BodyBuilder b{builder, loc};
          Value isMax = b.make<arith::CmpIOp>(arith::CmpIPredicate::eq,
                                              b.make<linalg::IndexOp>(rank - 1),
                                              b.constantIndex(1));
          Value observed = createObserved(b, op, isMax, extractRange(b, range),
                                          {in[0], in[1]});
          linalg::YieldOp::create(builder, loc, observed);
        });
    rewriter.replaceOp(op,
                       matchType(rewriter, generic.getResult(0), op.getType()));
    return success();
  }
};

/// Scale and zero point of one range.
std::pair<Value, Value> createQuantParams(BodyBuilder b, QuantParamsOp op,
                                          std::pair<Value, Value> range) {
  QTypeAttr qtype = op.getQtype();
  Value zero = b.constant(0);
  // With 0 in the range, padding is exact; an empty range becomes [0, 0].
  Value min = b.make<arith::MinimumFOp>(range.first, zero);
  Value max = b.make<arith::MaximumFOp>(range.second, zero);
  Value width, codes;
  if (op.getSymmetric()) {
    width = b.make<arith::MaximumFOp>(b.make<arith::NegFOp>(min), max);
    codes = b.constant(qtype.getHi());
  } else {
    width = b.make<arith::SubFOp>(max, min);
    codes = b.constant(qtype.getHi() - qtype.getLo());
  }
  Value quotient = b.make<arith::DivFOp>(width, codes);
  Value scale = b.make<arith::SelectOp>(
      b.compare(arith::CmpFPredicate::OEQ, quotient, zero), b.constant(1),
      quotient);
  Type i32 = b.builder.getI32Type();
  if (op.getSymmetric())
    return {scale, arith::ConstantIntOp::create(b.builder, b.loc, 0, 32)};
  Value exact = b.make<arith::SubFOp>(b.constant(qtype.getLo()),
                                      b.make<arith::DivFOp>(min, scale));
  Value code =
      b.clamp(b.make<math::RoundEvenOp>(exact), qtype.getLo(), qtype.getHi());
  return {scale, b.make<arith::FPToSIOp>(i32, code)};
}

struct QuantParamsPattern : OpConversionPattern<QuantParamsOp> {
  using OpConversionPattern::OpConversionPattern;

  LogicalResult
  matchAndRewrite(QuantParamsOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    Value range = adaptor.getRange();
    SmallVector<OpFoldResult> sizes =
        tensor::getMixedSizes(rewriter, op.getLoc(), range);
    sizes.pop_back();
    SmallVector<Value> empties;
    for (Type element :
         {Type(rewriter.getF32Type()), Type(rewriter.getI32Type())})
      empties.push_back(
          tensor::EmptyOp::create(rewriter, op.getLoc(), sizes, element));
    AffineMap identity = rewriter.getMultiDimIdentityMap(sizes.size());
    auto generic = linalg::GenericOp::create(
        rewriter, op.getLoc(),
        TypeRange{empties[0].getType(), empties[1].getType()}, ValueRange(),
        empties, ArrayRef<AffineMap>{identity, identity},
        SmallVector<IteratorType>(sizes.size(), IteratorType::parallel),
        [&](OpBuilder &builder, Location loc, ValueRange) {
          BodyBuilder b{builder, loc};
          auto [scale, zeroPoint] =
              createQuantParams(b, op, extractRange(b, range));
          linalg::YieldOp::create(builder, loc, ValueRange{scale, zeroPoint});
        });
    rewriter.replaceOp(
        op, {matchType(rewriter, generic.getResult(0), op.getScale().getType()),
             matchType(rewriter, generic.getResult(1),
                       op.getZeroPoint().getType())});
    return success();
  }
};

} // namespace

void lutra::populateApproxElementwiseToLinalgPatterns(
    RewritePatternSet &patterns) {
  patterns.add<QuantizePattern, QuantizeGradPattern, DequantizePattern,
               MapTablePattern, UpdateRangePattern, QuantParamsPattern>(
      patterns.getContext());
}
