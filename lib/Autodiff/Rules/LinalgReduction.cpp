//===- LinalgReduction.cpp - How a structured op reduces -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Conventions, those of PyTorch and JAX. The elements that attain a maximum or
// minimum over whole dimensions share its cotangent evenly, as in amax; within
// a window the first in loop order gets all of it, as in max_pool2d. The init
// gets it only where no element attains the extremum. A product is
// differentiated exactly where factors are zero: it is kept as the product of
// the other factors and the number of zeros.
//
//===----------------------------------------------------------------------===//
#include "LinalgReduction.h"
#include "LinalgRules.h"
#include "lutra/Autodiff/RuleBuilders.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Utils/Utils.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

using namespace mlir;
using namespace lutra::ad;

//===----------------------------------------------------------------------===//
// Classification
//===----------------------------------------------------------------------===//

/// Whether a value of the body depends on an accumulator of the op.
static bool readsAccumulator(linalg::LinalgOp op, Value value) {
  SmallVector<Value> worklist{value};
  DenseSet<Value> seen;
  while (!worklist.empty()) {
    Value next = worklist.pop_back_val();
    if (!seen.insert(next).second)
      continue;
    if (llvm::is_contained(op.getRegionOutputArgs(), next))
      return true;
    if (Operation *def = next.getDefiningOp())
      if (def->getBlock() == op.getBlock())
        llvm::append_range(worklist, def->getOperands());
  }
  return false;
}

/// The operand of a two-operand op that is not `accumulator`; null unless
/// exactly one is.
static Value otherOperand(Operation *op, Value accumulator) {
  if (op->getNumOperands() != 2)
    return {};
  Value a = op->getOperand(0), b = op->getOperand(1);
  if ((a == accumulator) == (b == accumulator))
    return {};
  return a == accumulator ? b : a;
}

/// The contribution f of max(out, f) or min(out, f), also when written as a
/// comparison and a select. Sets `isMax`.
static Value matchExtremum(Operation *combiner, Value accumulator,
                           bool &isMax) {
  isMax = isa<arith::MaximumFOp, arith::MaxNumFOp>(combiner);
  if (isMax || isa<arith::MinimumFOp, arith::MinNumFOp>(combiner))
    return otherOperand(combiner, accumulator);
  auto select = dyn_cast<arith::SelectOp>(combiner);
  auto compare = select ? select.getCondition().getDefiningOp<arith::CmpFOp>()
                        : arith::CmpFOp();
  if (!compare)
    return {};
  Value contribution = otherOperand(compare, accumulator);
  Value chosen = select.getTrueValue(), rejected = select.getFalseValue();
  bool picksContribution = chosen == contribution && rejected == accumulator;
  if (!contribution || (!picksContribution &&
                        (chosen != accumulator || rejected != contribution)))
    return {};
  using P = arith::CmpFPredicate;
  switch (compare.getPredicate()) {
  case P::OGT:
  case P::OGE:
  case P::UGT:
  case P::UGE:
    isMax = chosen == compare.getLhs();
    return contribution;
  case P::OLT:
  case P::OLE:
  case P::ULT:
  case P::ULE:
    isMax = chosen == compare.getRhs();
    return contribution;
  default:
    return {};
  }
}

/// Whether `condition` says that the contribution beats the accumulator.
static bool isBeaten(Value condition, Value contribution, Value accumulator,
                     bool isMax) {
  auto compare = condition.getDefiningOp<arith::CmpFOp>();
  if (!compare)
    return false;
  bool contributionFirst =
      compare.getLhs() == contribution && compare.getRhs() == accumulator;
  if (!contributionFirst &&
      (compare.getLhs() != accumulator || compare.getRhs() != contribution))
    return false;
  using P = arith::CmpFPredicate;
  switch (compare.getPredicate()) {
  case P::OGT:
  case P::OGE:
  case P::UGT:
  case P::UGE:
    return contributionFirst == isMax;
  case P::OLT:
  case P::OLE:
  case P::ULT:
  case P::ULE:
    return contributionFirst != isMax;
  default:
    return false;
  }
}

/// Recognises another result that keeps the position of the extremum, as
/// max.dim of PyTorch has: select(beats, index of the reduced loop, out).
static void matchPosition(linalg::LinalgOp op, unsigned number, bool isMax,
                          Reduction &reduction) {
  Value accumulator = op.getRegionOutputArgs()[number];
  if (reduction.dims.size() != 1)
    return;
  for (OpResult other : op->getResults()) {
    unsigned otherNumber = other.getResultNumber();
    Value yielded = op.getBlock()->getTerminator()->getOperand(otherNumber);
    auto select = yielded.getDefiningOp<arith::SelectOp>();
    if (otherNumber == number || !select ||
        select.getFalseValue() != op.getRegionOutputArgs()[otherNumber] ||
        op.getIndexingMapMatchingResult(other) !=
            op.getIndexingMapMatchingResult(op->getResult(number)) ||
        !isBeaten(select.getCondition(), reduction.contribution, accumulator,
                  isMax))
      continue;
    Value source = select.getTrueValue();
    while (Operation *cast = source.getDefiningOp()) {
      if (!isa<arith::IndexCastOp, arith::IndexCastUIOp, arith::TruncIOp,
               arith::ExtSIOp, arith::ExtUIOp>(cast))
        break;
      source = cast->getOperand(0);
    }
    auto index = source.getDefiningOp<linalg::IndexOp>();
    if (!index || index.getDim() != reduction.dims.front())
      continue;
    reduction.kind = ReductionKind::IndexedExtremum;
    reduction.position = select.getTrueValue();
    reduction.positionResult = other;
    return;
  }
}

/// Whether an operand is read at positions that several loops make up.
static bool slidesWindow(linalg::LinalgOp op) {
  return llvm::any_of(op.getIndexingMapsArray(), [](AffineMap map) {
    return !llvm::all_of(map.getResults(),
                         llvm::IsaPred<AffineDimExpr, AffineConstantExpr>);
  });
}

static bool isExtremum(ReductionKind kind) {
  return kind == ReductionKind::Extremum ||
         kind == ReductionKind::WindowExtremum;
}

FailureOr<Reduction> lutra::ad::classifyReduction(linalg::LinalgOp op,
                                                  unsigned number,
                                                  VJPContext &context) {
  Reduction reduction;
  AffineMap map = op.getIndexingMapMatchingResult(op->getResult(number));
  for (auto [dim, iterator] : llvm::enumerate(getAdjointIteratorTypes(map)))
    if (iterator == utils::IteratorType::reduction)
      reduction.dims.push_back(dim);
  Value yielded = op.getBlock()->getTerminator()->getOperand(number);
  reduction.contribution = yielded;
  if (reduction.dims.empty())
    return reduction;

  Value accumulator = op.getRegionOutputArgs()[number];
  if (yielded == accumulator) {
    reduction.kind = ReductionKind::Sum;
    reduction.contribution = Value();
    return reduction;
  }
  const char *help = "a reduction has to be a sum, a maximum or minimum, or a "
                     "product of the accumulator and a value that does not "
                     "depend on it";
  Operation *combiner = yielded.getDefiningOp();
  if (!combiner || combiner->getBlock() != op.getBlock() ||
      !readsAccumulator(op, yielded)) {
    (void)context.emitUnsupported(
        op, "it reduces, but its body does not read the accumulator", help);
    return failure();
  }

  bool isMax = false;
  Value contribution;
  if (isa<arith::AddFOp>(combiner) ||
      (isa<arith::SubFOp>(combiner) &&
       combiner->getOperand(0) == accumulator)) {
    contribution = otherOperand(combiner, accumulator);
    reduction.kind = ReductionKind::Sum;
  } else if (auto fma = dyn_cast<math::FmaOp>(combiner)) {
    bool isSum = fma.getC() == accumulator && !readsAccumulator(op, fma.getA());
    contribution = isSum ? fma.getB() : Value();
    reduction.kind = ReductionKind::Sum;
  } else if (isa<arith::MulFOp>(combiner)) {
    contribution = otherOperand(combiner, accumulator);
    reduction.kind = ReductionKind::Product;
  } else {
    contribution = matchExtremum(combiner, accumulator, isMax);
    reduction.kind = slidesWindow(op) ? ReductionKind::WindowExtremum
                                      : ReductionKind::Extremum;
  }
  if (!contribution || readsAccumulator(op, contribution)) {
    (void)context.emitUnsupported(
        op,
        "its body combines values by '" + combiner->getName().getStringRef() +
            "' in a way that is neither a sum, nor a maximum or minimum, nor "
            "a product",
        help);
    return failure();
  }
  // The sweep itself goes through the op that adds or subtracts.
  if (reduction.kind != ReductionKind::Sum)
    reduction.contribution = contribution;
  if (isExtremum(reduction.kind) &&
      !context.isActive(op.getDpsInitOperand(number)->get()))
    matchPosition(op, number, isMax, reduction);
  return reduction;
}

//===----------------------------------------------------------------------===//
// What the seed reads
//===----------------------------------------------------------------------===//

/// The number of this point among those that are reduced, in loop order.
static Value buildPointNumber(const Reduction &reduction, Type type,
                              OpBuilder &builder, Location loc) {
  Value number;
  for (auto [dim, extent] : llvm::zip(reduction.dims, reduction.extents)) {
    Value index = linalg::IndexOp::create(builder, loc, dim);
    if (!number) {
      number = index;
      continue;
    }
    Value size = getValueOrCreateConstantIndexOp(builder, loc, extent);
    number = arith::MulIOp::create(builder, loc, number, size);
    number = arith::AddIOp::create(builder, loc, number, index);
  }
  return arith::IndexCastUIOp::create(builder, loc, type, number);
}

/// The smallest integer with room for all points that may be reduced, and for
/// all ones: a split function saves these numbers.
static Type getPointNumberType(const Reduction &reduction, OpBuilder &builder) {
  int64_t points = 1;
  for (OpFoldResult extent : reduction.extents) {
    std::optional<int64_t> size = getConstantIntValue(extent);
    if (!size || llvm::MulOverflow(points, *size, points))
      return builder.getI64Type();
  }
  for (unsigned width : {8, 16, 32})
    if (llvm::isUIntN(width, points))
      return builder.getIntegerType(width);
  return builder.getI64Type();
}

/// A generic over the iteration space of the op whose body is a copy of the
/// op's body with the contribution handed to `combine`, next to the result's
/// element and the accumulators.
static linalg::GenericOp buildStatistics(
    linalg::LinalgOp op, unsigned number, const Reduction &reduction,
    ValueRange inits, OpBuilder &builder, VJPContext &context,
    function_ref<SmallVector<Value>(OpBuilder &, Value, Value, ValueRange)>
        combine) {
  Location loc = op.getLoc();
  SmallVector<Value> inputs;
  SmallVector<AffineMap> maps;
  for (OpOperand &operand : op->getOpOperands()) {
    inputs.push_back(context.primal(operand.get()));
    maps.push_back(op.getMatchingIndexingMap(&operand));
  }
  AffineMap resultMap = op.getIndexingMapMatchingResult(op->getResult(number));
  inputs.push_back(context.primal(op->getResult(number)));
  maps.append(1 + inits.size(), resultMap);
  auto generic = linalg::GenericOp::create(
      builder, loc, inits.getTypes(), inputs, inits, maps,
      getAdjointIteratorTypes(resultMap),
      [&](OpBuilder &nested, Location, ValueRange arguments) {
        IRMapping mapping;
        Block *body = op.getBlock();
        for (auto [from, to] : llvm::zip(body->getArguments(), arguments))
          mapping.map(from, to);
        cloneOps(*body, nested, context, mapping);
        SmallVector<Value> results =
            combine(nested, mapping.lookupOrDefault(reduction.contribution),
                    arguments[body->getNumArguments()],
                    arguments.take_back(inits.size()));
        linalg::YieldOp::create(nested, loc, results);
      });
  for (Operation &inner :
       llvm::make_early_inc_range(llvm::reverse(*generic.getBody())))
    if (isOpTriviallyDead(&inner))
      inner.erase();
  return dropUnusedInputs(builder, generic);
}

static Value buildFilled(OpBuilder &builder, Location loc, TypedAttr value,
                         Value shapeLike) {
  Value scalar = arith::ConstantOp::create(builder, loc, value);
  Value empty = buildEmpty(builder, loc, value.getType(), shapeLike);
  return linalg::FillOp::create(builder, loc, scalar, empty).getResult(0);
}

/// The number of the first point that attains the extremum; all ones if none.
static Value buildFirstExtremum(linalg::LinalgOp op, unsigned number,
                                const Reduction &reduction, OpBuilder &builder,
                                VJPContext &context) {
  Location loc = op.getLoc();
  Type type = getPointNumberType(reduction, builder);
  Value init = buildFilled(builder, loc, builder.getIntegerAttr(type, -1),
                           context.primal(op->getResult(number)));
  return buildStatistics(
             op, number, reduction, init, builder, context,
             [&](OpBuilder &nested, Value element, Value extremum,
                 ValueRange sums) -> SmallVector<Value> {
               Value point = buildPointNumber(reduction, type, nested, loc);
               Value attains = arith::CmpFOp::create(
                   nested, loc, arith::CmpFPredicate::OEQ, element, extremum);
               Value none = arith::ConstantOp::create(
                   nested, loc, nested.getIntegerAttr(type, -1));
               Value candidate =
                   arith::SelectOp::create(nested, loc, attains, point, none);
               return {arith::MinUIOp::create(nested, loc, sums[0], candidate)};
             })
      .getResult(0);
}

/// Each one's share of the cotangent, and how many elements attain the
/// extremum.
static SmallVector<Value> buildShares(linalg::LinalgOp op, unsigned number,
                                      const Reduction &reduction,
                                      OpBuilder &builder, VJPContext &context) {
  Location loc = op.getLoc();
  Value cotangent = context.cotangent(op->getResult(number));
  Type elementType = getElementTypeOrSelf(cotangent.getType());
  // f16 and bf16 do not count far.
  Type countType = elementType.getIntOrFloatBitWidth() < 32
                       ? builder.getF32Type()
                       : elementType;
  Value none = buildFilled(builder, loc, builder.getFloatAttr(countType, 0.0),
                           context.primal(op->getResult(number)));
  Value count =
      buildStatistics(
          op, number, reduction, none, builder, context,
          [&](OpBuilder &nested, Value element, Value extremum,
              ValueRange sums) -> SmallVector<Value> {
            Value attains = arith::CmpFOp::create(
                nested, loc, arith::CmpFPredicate::OEQ, element, extremum);
            Value one = arith::ConstantOp::create(
                nested, loc, nested.getFloatAttr(countType, 1.0));
            Value next = arith::AddFOp::create(nested, loc, sums[0], one);
            return {
                arith::SelectOp::create(nested, loc, attains, next, sums[0])};
          })
          .getResult(0);
  Value share = buildElementwise(
      builder, loc, elementType, {cotangent, count},
      [&](OpBuilder &nested, Location, ValueRange args) -> Value {
        Value whole = buildFloatCast(nested, loc, countType, args[0]);
        Value part = arith::DivFOp::create(nested, loc, whole, args[1]);
        return buildFloatCast(nested, loc, elementType, part);
      });
  return {share, count};
}

/// The product of the init and of all factors but the zeros, and their number.
static SmallVector<Value> buildProductOfNonZeros(linalg::LinalgOp op,
                                                 unsigned number,
                                                 const Reduction &reduction,
                                                 OpBuilder &builder,
                                                 VJPContext &context) {
  Location loc = op.getLoc();
  Value init = context.primal(op.getDpsInitOperand(number)->get());
  Value noZeros = buildFilled(builder, loc, builder.getI64IntegerAttr(0), init);
  return buildStatistics(
             op, number, reduction, {init, noZeros}, builder, context,
             [&](OpBuilder &nested, Value element, Value,
                 ValueRange sums) -> SmallVector<Value> {
               Value zero = arith::ConstantOp::create(
                   nested, loc, nested.getZeroAttr(element.getType()));
               Value isZero = arith::CmpFOp::create(
                   nested, loc, arith::CmpFPredicate::OEQ, element, zero);
               Value product =
                   arith::MulFOp::create(nested, loc, sums[0], element);
               Value count = arith::ExtUIOp::create(
                   nested, loc, nested.getI64Type(), isZero);
               return {arith::SelectOp::create(nested, loc, isZero, sums[0],
                                               product),
                       arith::AddIOp::create(nested, loc, sums[1], count)};
             })
      .getResults();
}

LogicalResult lutra::ad::prepareReduction(linalg::LinalgOp op, unsigned number,
                                          Reduction &reduction,
                                          OpBuilder &builder,
                                          VJPContext &context) {
  switch (reduction.kind) {
  case ReductionKind::None:
  case ReductionKind::Sum:
    return success();
  case ReductionKind::IndexedExtremum:
    reduction.saved = {context.primal(reduction.positionResult)};
    return success();
  case ReductionKind::Product:
    reduction.saved =
        buildProductOfNonZeros(op, number, reduction, builder, context);
    return success();
  case ReductionKind::Extremum:
    reduction.saved = {context.primal(op->getResult(number))};
    reduction.saved.append(
        buildShares(op, number, reduction, builder, context));
    return success();
  case ReductionKind::WindowExtremum: {
    SmallVector<Range> ranges = op.createLoopRanges(builder, op.getLoc());
    for (unsigned dim : reduction.dims)
      reduction.extents.push_back(ranges[dim].size);
    reduction.saved = {
        buildFirstExtremum(op, number, reduction, builder, context)};
    return success();
  }
  }
  return failure();
}

//===----------------------------------------------------------------------===//
// Seeds
//===----------------------------------------------------------------------===//

static Value buildZeroScalar(OpBuilder &builder, Location loc, Type type) {
  return arith::ConstantOp::create(builder, loc, builder.getZeroAttr(type));
}

/// c * (the product of the other factors).
static Value buildProductSeed(Value factor, Value cotangent, Value product,
                              Value zeros, OpBuilder &builder, Location loc) {
  Value zero = buildZeroScalar(builder, loc, factor.getType());
  Value none = buildZeroScalar(builder, loc, zeros.getType());
  Value one =
      arith::ConstantOp::create(builder, loc, builder.getI64IntegerAttr(1));
  auto areZeros = [&](Value count) -> Value {
    return arith::CmpIOp::create(builder, loc, arith::CmpIPredicate::eq, zeros,
                                 count);
  };
  Value isZero = arith::CmpFOp::create(builder, loc, arith::CmpFPredicate::OEQ,
                                       factor, zero);
  Value quotient = arith::DivFOp::create(builder, loc, product, factor);
  Value ofZero =
      arith::SelectOp::create(builder, loc, areZeros(one), product, zero);
  Value ofOther =
      arith::SelectOp::create(builder, loc, areZeros(none), quotient, zero);
  Value others = arith::SelectOp::create(builder, loc, isZero, ofZero, ofOther);
  return arith::MulFOp::create(builder, loc, cotangent, others);
}

Value lutra::ad::buildReductionSeed(linalg::LinalgOp op,
                                    const Reduction &reduction, Value cotangent,
                                    ValueRange saved, const IRMapping &mapping,
                                    OpBuilder &builder, Location loc) {
  Value here;
  switch (reduction.kind) {
  case ReductionKind::None:
  case ReductionKind::Sum:
    return cotangent;
  case ReductionKind::Product:
    return buildProductSeed(mapping.lookupOrDefault(reduction.contribution),
                            cotangent, saved[0], saved[1], builder, loc);
  case ReductionKind::Extremum: {
    Value attains = arith::CmpFOp::create(
        builder, loc, arith::CmpFPredicate::OEQ,
        mapping.lookupOrDefault(reduction.contribution), saved[0]);
    return arith::SelectOp::create(
        builder, loc, attains, saved[1],
        buildZeroScalar(builder, loc, cotangent.getType()));
  }
  case ReductionKind::WindowExtremum:
    here = buildPointNumber(reduction, saved[0].getType(), builder, loc);
    break;
  case ReductionKind::IndexedExtremum:
    here = mapping.lookupOrDefault(reduction.position);
    break;
  }
  Value isFirst = arith::CmpIOp::create(builder, loc, arith::CmpIPredicate::eq,
                                        here, saved[0]);
  return arith::SelectOp::create(
      builder, loc, isFirst, cotangent,
      buildZeroScalar(builder, loc, cotangent.getType()));
}

FailureOr<Value> lutra::ad::buildInitCotangent(linalg::LinalgOp op,
                                               unsigned number,
                                               const Reduction &reduction,
                                               OpBuilder &builder,
                                               VJPContext &context) {
  Value cotangent = context.cotangent(op->getResult(number));
  if (reduction.kind == ReductionKind::Sum)
    return cotangent;
  if (reduction.kind == ReductionKind::Product) {
    (void)context.emitUnsupported(
        op, "the init of a product is differentiated",
        "start the product from 1 and multiply by the init afterwards");
    return failure();
  }
  return buildElementwise(
      builder, op.getLoc(), getElementTypeOrSelf(cotangent.getType()),
      {cotangent, reduction.saved.back()},
      [&](OpBuilder &nested, Location loc, ValueRange args) -> Value {
        Type type = args[1].getType();
        Value isInit;
        if (reduction.kind == ReductionKind::Extremum)
          isInit = arith::CmpFOp::create(nested, loc, arith::CmpFPredicate::OEQ,
                                         args[1],
                                         buildZeroScalar(nested, loc, type));
        else
          isInit = arith::CmpIOp::create(
              nested, loc, arith::CmpIPredicate::eq, args[1],
              arith::ConstantOp::create(nested, loc,
                                        nested.getIntegerAttr(type, -1)));
        return arith::SelectOp::create(
            nested, loc, isInit, args[0],
            buildZeroScalar(nested, loc, args[0].getType()));
      });
}
