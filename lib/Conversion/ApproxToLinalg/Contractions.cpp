//===- Contractions.cpp - Contractions as linalg -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Contractions and their gradients as one linalg.generic over the iteration
// space, with one table look-up per product (M4, M6).
//
// The loops of a gradient are those of its forward op. A loop is parallel only
// where it alone indexes one dimension of what is written; every other one is a
// reduction, also where the written map contains it in a sum, as the windows of
// conv_2d_grad_input do: two of its iterations can write the same element.
//
//===----------------------------------------------------------------------===//
#include "lutra/Conversion/ApproxToLinalg/ApproxToLinalg.h"
#include "lutra/Dialect/Approx/IR/Gradients.h"
#include "lutra/Dialect/Approx/IR/Multipliers.h"
#include "lutra/Dialect/Approx/Transforms/Lookup.h"
#include "lutra/Dialect/Approx/Transforms/SkippedPadding.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Transforms/DialectConversion.h"

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

using utils::IteratorType;

namespace {

SmallVector<IteratorType> getIteratorTypes(AffineMap written) {
  SmallVector<IteratorType> iterators;
  for (unsigned loop = 0; loop != written.getNumDims(); ++loop) {
    unsigned uses = llvm::count_if(written.getResults(), [&](AffineExpr index) {
      return index.isFunctionOfDim(loop);
    });
    bool alone = ContractionSpace::dimensionOf(written, loop).has_value();
    iterators.push_back(uses == 1 && alone ? IteratorType::parallel
                                           : IteratorType::reduction);
  }
  return iterators;
}

using TermFunction = function_ref<Value(OpBuilder &, Location, ValueRange)>;

/// A zero point's map: none of the loops, or the channels'.
AffineMap getZeroPointMap(const ContractionSpace &space, Value zeroPoint,
                          ArrayRef<unsigned> channels) {
  return space.zeroPointMap(
      cast<RankedTensorType>(zeroPoint.getType()).getRank(), channels);
}

/// init[written] = sum of term(inputs) over the loops, from 0.
template <typename AddOp>
Value createSum(ConversionPatternRewriter &rewriter, Location loc,
                ValueRange inputs, SmallVector<AffineMap> maps, Value init,
                AffineMap written, TermFunction term) {
  Type elementType = cast<RankedTensorType>(init.getType()).getElementType();
  Value zero = arith::ConstantOp::create(rewriter, loc,
                                         rewriter.getZeroAttr(elementType));
  Value zeros = linalg::FillOp::create(rewriter, loc, zero, init).getResult(0);
  maps.push_back(written);
  auto generic = linalg::GenericOp::create(
      rewriter, loc, init.getType(), inputs, zeros, maps,
      getIteratorTypes(written),
      [&](OpBuilder &builder, Location loc, ValueRange arguments) {
        Value sum = AddOp::create(builder, loc, arguments.back(),
                                  term(builder, loc, arguments));
        linalg::YieldOp::create(builder, loc, sum);
      });
  return generic.getResult(0);
}

/// table[first][second], with the op's operands in the multiplier's order
/// (M11).
Value createLookup(OpBuilder &builder, Location loc, Value table, Value lhs,
                   Value rhs, OperandOrder order,
                   const Multiplier &multiplier) {
  if (order == OperandOrder::RhsFirst)
    std::swap(lhs, rhs);
  Value row = createTableIndex(builder, loc, lhs, multiplier.lhs());
  Value column = createTableIndex(builder, loc, rhs, multiplier.rhs());
  return tensor::ExtractOp::create(builder, loc, table,
                                   ValueRange{row, column});
}

/// Shape of the multiplier's tables.
SmallVector<int64_t> getTableShape(const Multiplier &multiplier) {
  return {int64_t(multiplier.lhs().size()), int64_t(multiplier.rhs().size())};
}

/// `term`, or 0 where the sum leaves it out (M3). `imageSizes` are those of the
/// forward op's lhs.
Value skipPadding(OpBuilder &builder, Location loc,
                  const ContractionSpace &space,
                  ArrayRef<OpFoldResult> imageSizes, Value term) {
  if (space.skippedPadding.empty())
    return term;
  SmallVector<Value> loops;
  for (unsigned loop = 0; loop != space.loops.size(); ++loop)
    loops.push_back(linalg::IndexOp::create(builder, loc, loop));
  Value skipped = createIsSkipped(builder, loc, space, imageSizes, loops);
  Value zero = arith::ConstantOp::create(builder, loc,
                                         builder.getZeroAttr(term.getType()));
  return arith::SelectOp::create(builder, loc, skipped, zero, term);
}

LogicalResult rejectBuffers(Operation *op) {
  if (cast<DestinationStyleOpInterface>(op).hasPureTensorSemantics())
    return success();
  return op->emitOpError() << "is on memrefs; convert-approx-to-linalg works "
                              "on tensors, before bufferization";
}

Value widen(OpBuilder &builder, Location loc, Value value, bool isSigned,
            IntegerType type) {
  if (value.getType() == type)
    return value;
  if (isSigned)
    return arith::ExtSIOp::create(builder, loc, type, value);
  return arith::ExtUIOp::create(builder, loc, type, value);
}

/// sum of AM(a, b) - zb*a - za*b + za*zb, all in the accumulator's type. Sums
/// that wrap on the way are right in the end, since the final one fits (M5).
template <typename OpTy>
struct ForwardPattern : OpConversionPattern<OpTy> {
  using OpConversionPattern<OpTy>::OpConversionPattern;

  LogicalResult
  matchAndRewrite(OpTy op, typename OpTy::Adaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    if (failed(rejectBuffers(op)))
      return failure();
    auto multiplier = getMultiplier(op, op.getMultiplierAttr());
    if (failed(multiplier))
      return failure();
    const Multiplier &am = **multiplier;
    Value table = createTable(rewriter, op.getLoc(), am.table(),
                              getTableShape(am), rewriter.getI32Type());
    bool lhsFirst = op.getOrder() == OperandOrder::LhsFirst;
    OperandType lhsType = lhsFirst ? am.lhs() : am.rhs();
    OperandType rhsType = lhsFirst ? am.rhs() : am.lhs();
    auto accumulator = cast<IntegerType>(
        cast<RankedTensorType>(adaptor.getInit().getType()).getElementType());

    ContractionSpace space = op.getSpace();
    SmallVector<AffineMap> maps = {
        space.lhs, space.rhs,
        getZeroPointMap(space, adaptor.getLhsZeroPoint(), space.lhsChannels),
        getZeroPointMap(space, adaptor.getRhsZeroPoint(), space.rhsChannels)};
    SmallVector<OpFoldResult> imageSizes =
        tensor::getMixedSizes(rewriter, op.getLoc(), adaptor.getLhs());
    Value sum = createSum<arith::AddIOp>(
        rewriter, op.getLoc(),
        {adaptor.getLhs(), adaptor.getRhs(), adaptor.getLhsZeroPoint(),
         adaptor.getRhsZeroPoint()},
        maps, adaptor.getInit(), space.result,
        [&](OpBuilder &builder, Location loc, ValueRange in) {
          Value product = createLookup(builder, loc, table, in[0], in[1],
                                       op.getOrder(), am);
          Value term = createTerm(builder, loc, product, in, lhsType, rhsType,
                                  accumulator);
          return skipPadding(builder, loc, space, imageSizes, term);
        });
    rewriter.replaceOp(op, sum);
    return success();
  }

private:
  static Value createTerm(OpBuilder &builder, Location loc, Value product,
                          ValueRange in, OperandType lhsType,
                          OperandType rhsType, IntegerType type) {
    product = widen(builder, loc, product, /*isSigned=*/true, type);
    Value a = widen(builder, loc, in[0], lhsType.isSigned, type);
    Value b = widen(builder, loc, in[1], rhsType.isSigned, type);
    Value za = widen(builder, loc, in[2], /*isSigned=*/true, type);
    Value zb = widen(builder, loc, in[3], /*isSigned=*/true, type);
    auto multiply = [&](Value x, Value y) -> Value {
      return arith::MulIOp::create(builder, loc, x, y);
    };
    Value term = arith::SubIOp::create(builder, loc, product, multiply(zb, a));
    term = arith::SubIOp::create(builder, loc, term, multiply(za, b));
    return arith::AddIOp::create(builder, loc, term, multiply(za, zb));
  }
};

/// Quantised: sum of dC*(dAM/d(self) - z_other). Float: sum of dC*other.
template <typename OpTy>
struct GradientPattern : OpConversionPattern<OpTy> {
  using OpConversionPattern<OpTy>::OpConversionPattern;

  LogicalResult
  matchAndRewrite(OpTy op, typename OpTy::Adaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    if (failed(rejectBuffers(op)))
      return failure();
    FailureOr<Value> sum = op.isQuantized()
                               ? createQuantized(op, adaptor, rewriter)
                               : createFloat(op, adaptor, rewriter);
    if (failed(sum))
      return failure();
    rewriter.replaceOp(op, *sum);
    return success();
  }

private:
  static FailureOr<Value> createFloat(OpTy op, typename OpTy::Adaptor adaptor,
                                      ConversionPatternRewriter &rewriter) {
    ContractionSpace space = op.getSpace();
    Derivative derivative = op.getDerivative();
    return createSum<arith::AddFOp>(
        rewriter, op.getLoc(), {adaptor.getCotangent(), adaptor.getOther()},
        {space.result, space.other(derivative)}, adaptor.getInit(),
        space.self(derivative),
        [&](OpBuilder &builder, Location loc, ValueRange in) -> Value {
          return arith::MulFOp::create(builder, loc, in[0], in[1]);
        });
  }

  static FailureOr<Value> createQuantized(OpTy op,
                                          typename OpTy::Adaptor adaptor,
                                          ConversionPatternRewriter &rewriter) {
    auto multiplier = getMultiplier(op, op.getMultiplierAttr());
    if (failed(multiplier))
      return failure();
    const Multiplier &am = **multiplier;
    Derivative derivative = op.getDerivative();
    bool forLhs = derivative == Derivative::Lhs;
    // The multiplier's operand of which `self` is the op's.
    bool lhsFirst = op.getOrder() == OperandOrder::LhsFirst;
    Wrt wrt = forLhs == lhsFirst ? Wrt::Lhs : Wrt::Rhs;
    FailureOr<GradientSpec> spec = getGradientSpec(op, op.getGradientAttr());
    if (failed(spec))
      return failure();
    llvm::Expected<std::vector<float>> entries =
        gradientTable2D(am, *spec, wrt);
    if (!entries)
      return op.emitOpError() << llvm::toString(entries.takeError());
    Value table = createTable<float>(rewriter, op.getLoc(), *entries,
                                     getTableShape(am), rewriter.getF32Type());

    ContractionSpace space = op.getSpace();
    SmallVector<AffineMap> maps = {
        space.result, space.other(derivative), space.self(derivative),
        getZeroPointMap(space, adaptor.getOtherZeroPoint(),
                        space.otherChannels(derivative))};
    SmallVector<OpFoldResult> imageSizes = tensor::getMixedSizes(
        rewriter, op.getLoc(), forLhs ? adaptor.getSelf() : adaptor.getOther());
    return createSum<arith::AddFOp>(
        rewriter, op.getLoc(),
        {adaptor.getCotangent(), adaptor.getOther(), adaptor.getSelf(),
         adaptor.getOtherZeroPoint()},
        maps, adaptor.getInit(), space.self(derivative),
        [&](OpBuilder &builder, Location loc, ValueRange in) -> Value {
          Value slope =
              createLookup(builder, loc, table, forLhs ? in[2] : in[1],
                           forLhs ? in[1] : in[2], op.getOrder(), am);
          Value zeroPoint = arith::SIToFPOp::create(
              builder, loc, builder.getF32Type(), in[3]);
          Value factor = arith::SubFOp::create(builder, loc, slope, zeroPoint);
          Value term = arith::MulFOp::create(builder, loc, in[0], factor);
          return skipPadding(builder, loc, space, imageSizes, term);
        });
  }
};

//===----------------------------------------------------------------------===//
// The factorised form
//===----------------------------------------------------------------------===//

/// sum of a*b; overflow wraps (M13).
template <typename OpTy>
struct IntegerPattern : OpConversionPattern<OpTy> {
  using OpConversionPattern<OpTy>::OpConversionPattern;

  LogicalResult
  matchAndRewrite(OpTy op, typename OpTy::Adaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    if (failed(rejectBuffers(op)))
      return failure();
    ContractionSpace space = op.getSpace();
    Value sum = createSum<arith::AddIOp>(
        rewriter, op.getLoc(), {adaptor.getLhs(), adaptor.getRhs()},
        {space.lhs, space.rhs}, adaptor.getInit(), space.result,
        [&](OpBuilder &builder, Location loc, ValueRange in) -> Value {
          IntegerType i32 = builder.getI32Type();
          return arith::MulIOp::create(
              builder, loc,
              widen(builder, loc, in[0], !op.getLhsUnsigned(), i32),
              widen(builder, loc, in[1], !op.getRhsUnsigned(), i32));
        });
    rewriter.replaceOp(op, sum);
    return success();
  }
};

/// One table row for each column; the columns are a dimension of their own,
/// before the one that grows, and are then merged with it.
struct ExpandPattern : OpConversionPattern<ExpandOp> {
  using OpConversionPattern::OpConversionPattern;

  LogicalResult
  matchAndRewrite(ExpandOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    if (failed(rejectBuffers(op)))
      return failure();
    FailureOr<std::vector<int8_t>> entries = getExpansionTable(op);
    if (failed(entries))
      return failure();
    Location loc = op.getLoc();
    int64_t columns = entries->size() / 256, axis = op.getAxis();
    Value table = createTable<int8_t>(rewriter, loc, *entries, {columns, 256},
                                      rewriter.getI8Type());
    int64_t rank = cast<RankedTensorType>(op.getInput().getType()).getRank();
    SmallVector<OpFoldResult> sizes =
        tensor::getMixedSizes(rewriter, loc, adaptor.getInput());
    sizes.insert(sizes.begin() + axis, rewriter.getIndexAttr(columns));
    Value empty =
        tensor::EmptyOp::create(rewriter, loc, sizes, rewriter.getI8Type());
    AffineMap identity = rewriter.getMultiDimIdentityMap(rank + 1);
    auto generic = linalg::GenericOp::create(
        rewriter, loc, empty.getType(), adaptor.getInput(), empty,
        ArrayRef<AffineMap>{identity.dropResult(axis), identity},
        SmallVector<IteratorType>(rank + 1, IteratorType::parallel),
        [&](OpBuilder &builder, Location loc, ValueRange in) {
          Value column = linalg::IndexOp::create(builder, loc, axis);
          Value byte = arith::IndexCastUIOp::create(
              builder, loc, builder.getIndexType(), in[0]);
          Value entry = tensor::ExtractOp::create(builder, loc, table,
                                                  ValueRange{column, byte});
          linalg::YieldOp::create(builder, loc, entry);
        });
    SmallVector<ReassociationIndices> groups;
    for (int64_t i = 0; i != rank; ++i) {
      int64_t first = i + (i > axis);
      groups.push_back(i == axis ? ReassociationIndices{first, first + 1}
                                 : ReassociationIndices{first});
    }
    Value merged = tensor::CollapseShapeOp::create(
        rewriter, loc, generic.getResult(0), groups);
    rewriter.replaceOp(op, matchType(rewriter, merged, op.getInit().getType()));
    return success();
  }
};

} // namespace

void lutra::populateApproxContractionsToLinalgPatterns(
    RewritePatternSet &patterns) {
  patterns.add<
      ForwardPattern<MatmulOp>, ForwardPattern<BatchMatmulOp>,
      ForwardPattern<Conv2DOp>, GradientPattern<MatmulGradLhsOp>,
      GradientPattern<MatmulGradRhsOp>, GradientPattern<BatchMatmulGradLhsOp>,
      GradientPattern<BatchMatmulGradRhsOp>, GradientPattern<Conv2DGradInputOp>,
      GradientPattern<Conv2DGradFilterOp>, IntegerPattern<IntMatmulOp>,
      IntegerPattern<IntBatchMatmulOp>, IntegerPattern<IntConv2DOp>,
      ExpandPattern>(patterns.getContext());
}
