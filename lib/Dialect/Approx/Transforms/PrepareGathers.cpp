//===- PrepareGathers.cpp - Elements that a body looks up -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Importers write embeddings, slices by stride and the like as a linalg.generic
// whose body reads a tensor at indices that it computes. Where these are affine
// functions of the loops, the tensor becomes an operand with an indexing map.
// Where they are data, they are kept within the tensor, so that no input makes
// compiled code read elsewhere: an index out of range gives NaN, which a
// training step refuses, and where it is an element of an argument the argument
// says what it may be (approx.bounds), which is checked before a call.
//
// Approach: an interval for every integer of the body, from the sizes of the
// loops. It tells which indices need no check, those that the framework clamps
// itself among them, and that a wrap of negative indices does nothing.
//
//===----------------------------------------------------------------------===//
#include "Prepare.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Utils/Utils.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Linalg/Transforms/Transforms.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Matchers.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace lutra::approx;

namespace {

/// Both ends included; none where nothing is known.
struct Interval {
  int64_t low, high;
};
using MaybeInterval = std::optional<Interval>;

std::optional<int64_t> getConstant(Value value) {
  APInt constant;
  if (matchPattern(value, m_ConstantInt(&constant)))
    return constant.getSExtValue();
  return std::nullopt;
}

/// What the body of one generic computes its indices from.
class IndexAnalysis {
public:
  explicit IndexAnalysis(linalg::GenericOp op)
      : op(op), sizes(op.getStaticLoopRanges()) {}

  MaybeInterval getInterval(Value value);
  /// `value` as an affine function of the loops, or null.
  AffineExpr getAffine(Value value);

private:
  MaybeInterval computeInterval(Value value);
  ArrayRef<int64_t> tabulate(Value value, unsigned &loop);
  AffineExpr computeAffine(Value value);
  AffineExpr fitTable(Value value);
  bool isNegativeWrapUnused(arith::SelectOp select);
  MaybeInterval combine(Value lhs, Value rhs,
                        function_ref<bool(int64_t, int64_t, int64_t &)> apply);

  linalg::GenericOp op;
  SmallVector<int64_t> sizes;
  /// Of values that hang on one loop only, what they are at each of its
  /// indices.
  DenseMap<Value, std::pair<unsigned, SmallVector<int64_t>>> tables;
};

/// The ops of the body that `value` is computed by, in order, and the loop
/// whose index it is a function of; none where it hangs on anything else.
std::optional<unsigned> collectOps(linalg::GenericOp op, Value value,
                                   SmallVectorImpl<Operation *> &ops) {
  llvm::SmallSetVector<Value, 16> needed;
  needed.insert(value);
  std::optional<unsigned> loop;
  for (size_t next = 0; next < needed.size(); ++next) {
    Operation *inner = needed[next].getDefiningOp();
    if (!inner)
      return std::nullopt;
    if (matchPattern(inner, m_Constant()))
      continue;
    if (inner->getBlock() != op.getBody() || inner->getNumRegions() != 0 ||
        inner->getNumResults() != 1)
      return std::nullopt;
    if (auto index = dyn_cast<linalg::IndexOp>(inner)) {
      if (loop && *loop != index.getDim())
        return std::nullopt;
      loop = index.getDim();
      continue;
    }
    needed.insert_range(inner->getOperands());
  }
  for (Operation &inner : op.getBody()->without_terminator())
    if (inner.getNumResults() == 1 && needed.contains(inner.getResult(0)))
      ops.push_back(&inner);
  return loop;
}

/// Folds `value` at every index of the one loop that it hangs on: neighbours of
/// an interpolation, for example, are computed by way of floats. Empty where
/// that cannot be.
ArrayRef<int64_t> IndexAnalysis::tabulate(Value value, unsigned &loop) {
  constexpr int64_t maxSize = 4096;
  auto [entry, isNew] = tables.try_emplace(value);
  auto &[knownLoop, table] = entry->second;
  SmallVector<Operation *> ops;
  std::optional<unsigned> found;
  if (isNew && value.getType().isIntOrIndex() &&
      (found = collectOps(op, value, ops)) && sizes[*found] <= maxSize) {
    knownLoop = *found;
    for (int64_t i = 0; i < sizes[knownLoop]; ++i) {
      DenseMap<Value, Attribute> constants;
      for (Operation *inner : ops) {
        SmallVector<Attribute> operands;
        for (Value operand : inner->getOperands()) {
          Attribute constant = constants.lookup(operand);
          if (!constant)
            matchPattern(operand, m_Constant(&constant));
          operands.push_back(constant);
        }
        SmallVector<OpFoldResult> results;
        if (isa<linalg::IndexOp>(inner))
          results.push_back(Builder(op).getIndexAttr(i));
        else if (failed(inner->fold(operands, results)) || results.empty())
          results.push_back(inner->getResult(0));
        // A fold may give one of the operands.
        Attribute constant = dyn_cast<Attribute>(results.front());
        if (auto same = dyn_cast<Value>(results.front()))
          if (!(constant = constants.lookup(same)))
            matchPattern(same, m_Constant(&constant));
        constants[inner->getResult(0)] = constant;
      }
      auto result = dyn_cast_or_null<IntegerAttr>(constants.lookup(value));
      if (!result) {
        table.clear();
        break;
      }
      table.push_back(result.getValue().getSExtValue());
    }
  }
  loop = knownLoop;
  return table;
}

/// a i + b, or b + (i + c) floordiv k, where that is what the table holds.
AffineExpr IndexAnalysis::fitTable(Value value) {
  unsigned loop;
  ArrayRef<int64_t> table = tabulate(value, loop);
  if (table.empty())
    return {};
  AffineExpr dim = getAffineDimExpr(loop, op.getContext());
  // The lengths of the first two runs of equal values.
  size_t first = 1, second = 0;
  while (first < table.size() && table[first] == table[0])
    ++first;
  while (first + second < table.size() &&
         table[first + second] == table[std::min(first, table.size() - 1)])
    ++second;
  int64_t step = first < table.size() ? table[first] - table[0] : 0;
  int64_t divisor = std::max(first, second);
  AffineExpr expr =
      divisor == 1
          ? dim * step + table[0]
          : (dim + (divisor - int64_t(first))).floorDiv(divisor) * step +
                table[0];
  AffineMap map = AffineMap::get(op.getNumLoops(), 0, expr);
  for (auto [i, expected] : llvm::enumerate(table)) {
    SmallVector<int64_t> point(op.getNumLoops(), 0);
    point[loop] = i;
    if (map.compose(point).front() != expected)
      return {};
  }
  return expr;
}

/// From the results of `apply`, monotone in each of its arguments, at the ends
/// of both intervals; it says whether one overflows.
MaybeInterval
IndexAnalysis::combine(Value lhs, Value rhs,
                       function_ref<bool(int64_t, int64_t, int64_t &)> apply) {
  MaybeInterval a = getInterval(lhs), b = getInterval(rhs);
  if (!a || !b)
    return std::nullopt;
  Interval result{std::numeric_limits<int64_t>::max(),
                  std::numeric_limits<int64_t>::min()};
  for (int64_t x : {a->low, a->high})
    for (int64_t y : {b->low, b->high}) {
      int64_t value;
      if (apply(x, y, value))
        return std::nullopt;
      result = {std::min(result.low, value), std::max(result.high, value)};
    }
  return result;
}

/// max(a, b) and min(a, b), of which one may be unknown.
MaybeInterval clampInterval(MaybeInterval a, MaybeInterval b, bool isMax) {
  int64_t lowest = std::numeric_limits<int64_t>::min();
  int64_t highest = std::numeric_limits<int64_t>::max();
  if (!a && !b)
    return std::nullopt;
  Interval x = a.value_or(Interval{lowest, highest});
  Interval y = b.value_or(Interval{lowest, highest});
  if (isMax)
    return Interval{std::max(x.low, y.low), std::max(x.high, y.high)};
  return Interval{std::min(x.low, y.low), std::min(x.high, y.high)};
}

/// `interval`, where values of that type can be all of it.
MaybeInterval limitTo(Type type, MaybeInterval interval) {
  auto integer = dyn_cast<IntegerType>(type);
  if (!interval || !integer || integer.getWidth() >= 64)
    return interval;
  bool fits = llvm::isIntN(integer.getWidth(), interval->low) &&
              llvm::isIntN(integer.getWidth(), interval->high);
  return fits ? interval : std::nullopt;
}

MaybeInterval IndexAnalysis::getInterval(Value value) {
  if (MaybeInterval interval = limitTo(value.getType(), computeInterval(value)))
    return interval;
  unsigned loop;
  ArrayRef<int64_t> table = tabulate(value, loop);
  if (table.empty())
    return std::nullopt;
  return Interval{*llvm::min_element(table), *llvm::max_element(table)};
}

MaybeInterval IndexAnalysis::computeInterval(Value value) {
  if (std::optional<int64_t> constant = getConstant(value))
    return Interval{*constant, *constant};
  Operation *inner = value.getDefiningOp();
  if (!inner)
    return std::nullopt;
  auto lhs = [&] { return inner->getOperand(0); };
  auto rhs = [&] { return inner->getOperand(1); };
  if (auto index = dyn_cast<linalg::IndexOp>(inner)) {
    int64_t size = sizes[index.getDim()];
    if (ShapedType::isDynamic(size) || size == 0)
      return std::nullopt;
    return Interval{0, size - 1};
  }
  if (isa<arith::IndexCastOp, arith::ExtSIOp>(inner))
    return getInterval(lhs());
  if (isa<arith::AddIOp>(inner))
    return combine(lhs(), rhs(), [](int64_t x, int64_t y, int64_t &r) {
      return llvm::AddOverflow(x, y, r);
    });
  if (isa<arith::SubIOp>(inner))
    return combine(lhs(), rhs(), [](int64_t x, int64_t y, int64_t &r) {
      return llvm::SubOverflow(x, y, r);
    });
  if (isa<arith::MulIOp>(inner))
    return combine(lhs(), rhs(), [](int64_t x, int64_t y, int64_t &r) {
      return llvm::MulOverflow(x, y, r);
    });
  if (isa<arith::MaxSIOp, arith::MinSIOp>(inner))
    return clampInterval(getInterval(lhs()), getInterval(rhs()),
                         isa<arith::MaxSIOp>(inner));
  if (auto select = dyn_cast<arith::SelectOp>(inner)) {
    if (isNegativeWrapUnused(select))
      return getInterval(select.getFalseValue());
    MaybeInterval a = getInterval(select.getTrueValue());
    MaybeInterval b = getInterval(select.getFalseValue());
    if (a && b)
      return Interval{std::min(a->low, b->low), std::max(a->high, b->high)};
  }
  return std::nullopt;
}

/// `x < 0 ? ... : x` of an x that is never negative.
bool IndexAnalysis::isNegativeWrapUnused(arith::SelectOp select) {
  auto compare = select.getCondition().getDefiningOp<arith::CmpIOp>();
  if (!compare || compare.getPredicate() != arith::CmpIPredicate::slt ||
      getConstant(compare.getRhs()) != 0)
    return false;
  MaybeInterval interval = getInterval(compare.getLhs());
  return interval && interval->low >= 0;
}

AffineExpr IndexAnalysis::getAffine(Value value) {
  if (AffineExpr expr = computeAffine(value))
    return expr;
  return fitTable(value);
}

AffineExpr IndexAnalysis::computeAffine(Value value) {
  MLIRContext *context = op.getContext();
  if (std::optional<int64_t> constant = getConstant(value))
    return getAffineConstantExpr(*constant, context);
  Operation *inner = value.getDefiningOp();
  // An interval is known of what does not overflow.
  if (!inner || !getInterval(value))
    return {};
  if (auto index = dyn_cast<linalg::IndexOp>(inner))
    return getAffineDimExpr(index.getDim(), context);
  if (isa<arith::IndexCastOp, arith::ExtSIOp>(inner))
    return getAffine(inner->getOperand(0));
  if (auto select = dyn_cast<arith::SelectOp>(inner))
    return isNegativeWrapUnused(select) ? getAffine(select.getFalseValue())
                                        : AffineExpr();
  if (isa<arith::MaxSIOp, arith::MinSIOp>(inner)) {
    // The side that the other one never changes.
    for (unsigned side : {0, 1}) {
      Interval own = *getInterval(value);
      MaybeInterval kept = getInterval(inner->getOperand(side));
      MaybeInterval other = getInterval(inner->getOperand(1 - side));
      bool isMax = isa<arith::MaxSIOp>(inner);
      if (kept && other && kept->low == own.low && kept->high == own.high &&
          (isMax ? other->high <= kept->low : other->low >= kept->high))
        return getAffine(inner->getOperand(side));
    }
    return {};
  }
  if (!isa<arith::AddIOp, arith::SubIOp, arith::MulIOp>(inner))
    return {};
  AffineExpr lhs = getAffine(inner->getOperand(0));
  AffineExpr rhs = getAffine(inner->getOperand(1));
  if (!lhs || !rhs)
    return {};
  if (isa<arith::AddIOp>(inner))
    return lhs + rhs;
  if (isa<arith::SubIOp>(inner))
    return lhs - rhs;
  if (isa<AffineConstantExpr>(lhs) || isa<AffineConstantExpr>(rhs))
    return lhs * rhs;
  return {};
}

/// Prepares the look-ups of one generic.
class GatherPreparer {
public:
  GatherPreparer(linalg::GenericOp op, func::FuncOp func)
      : op(op), func(func), rewriter(op.getContext()) {}

  void run();

private:
  bool fuseIndexProducer();
  void foldIndices();
  bool raise(tensor::ExtractOp gather);
  void keepWithin(tensor::ExtractOp gather);
  void bound(Value index, int64_t size);
  SmallVector<tensor::ExtractOp> getGathers();

  linalg::GenericOp op;
  func::FuncOp func;
  IRRewriter rewriter;
};

/// The look-ups in tensors from outside.
SmallVector<tensor::ExtractOp> GatherPreparer::getGathers() {
  SmallVector<tensor::ExtractOp> gathers;
  for (auto gather : op.getBody()->getOps<tensor::ExtractOp>())
    if (!op->isAncestor(gather.getTensor().getParentRegion()->getParentOp()))
      gathers.push_back(gather);
  return gathers;
}

/// Fusion writes the producer's indices as maps of the consumer's: most are one
/// of them, or a constant.
void GatherPreparer::foldIndices() {
  for (auto apply : llvm::make_early_inc_range(
           op.getBody()->getOps<affine::AffineApplyOp>())) {
    AffineExpr result = apply.getAffineMap().getResult(0);
    rewriter.setInsertionPoint(apply);
    if (auto dim = dyn_cast<AffineDimExpr>(result))
      rewriter.replaceOp(apply, apply.getMapOperands()[dim.getPosition()]);
    else if (auto constant = dyn_cast<AffineConstantExpr>(result))
      rewriter.replaceOpWithNewOp<arith::ConstantIndexOp>(apply,
                                                          constant.getValue());
  }
}

/// Computes an integer input in the body, where a generic of integers computes
/// it: positions, for example, are the indices of loops.
bool GatherPreparer::fuseIndexProducer() {
  for (OpOperand *operand : op.getDpsInputOperands()) {
    auto producer = operand->get().getDefiningOp<linalg::GenericOp>();
    if (!producer || producer->getNumResults() != 1 ||
        !getElementTypeOrSelf(operand->get().getType()).isIntOrIndex())
      continue;
    bool isOfIntegers = llvm::all_of(producer.getDpsInputs(), [](Value input) {
      return getElementTypeOrSelf(input.getType()).isIntOrIndex();
    });
    bool isCheap = producer.getNumDpsInputs() == 0 || producer->hasOneUse();
    if (!isOfIntegers || !isCheap || !linalg::areElementwiseOpsFusable(operand))
      continue;
    rewriter.setInsertionPoint(op);
    FailureOr<linalg::ElementwiseOpFusionResult> fused =
        linalg::fuseElementwiseOps(rewriter, operand);
    if (failed(fused))
      continue;
    for (auto [old, replacement] : fused->replacements)
      rewriter.replaceUsesWithIf(old, replacement, [&](OpOperand &use) {
        return use.get().getDefiningOp() != producer;
      });
    rewriter.eraseOp(op);
    op = cast<linalg::GenericOp>(fused->fusedOp);
    foldIndices();
    return true;
  }
  return false;
}

/// Makes the tensor an operand, where all indices are affine and within it.
bool GatherPreparer::raise(tensor::ExtractOp gather) {
  auto type = cast<RankedTensorType>(gather.getTensor().getType());
  IndexAnalysis analysis(op);
  SmallVector<int64_t> sizes = op.getStaticLoopRanges();
  SmallVector<AffineExpr> results;
  SmallVector<int64_t> read(type.getShape()); // how far loops reach
  for (auto [dim, index] : llvm::enumerate(gather.getIndices())) {
    AffineExpr expr = analysis.getAffine(index);
    if (!expr || type.isDynamicDim(dim))
      return false;
    Interval interval = *analysis.getInterval(index);
    if (interval.low < 0 || interval.high >= type.getDimSize(dim))
      return false;
    // Of a plain dim linalg wants exactly the loop's size.
    if (isa<AffineDimExpr>(expr))
      read[dim] = interval.high + 1;
    results.push_back(expr);
  }
  unsigned loops = op.getNumLoops();
  Location loc = gather.getLoc();
  Value source = gather.getTensor();
  rewriter.setInsertionPoint(op);
  if (ArrayRef<int64_t>(read) != type.getShape()) {
    SmallVector<OpFoldResult> offsets(read.size(), rewriter.getIndexAttr(0));
    SmallVector<OpFoldResult> strides(read.size(), rewriter.getIndexAttr(1));
    source = tensor::ExtractSliceOp::create(
        rewriter, loc, source, offsets,
        getAsIndexOpFoldResult(op.getContext(), read), strides);
  }
  SmallVector<Value> inputs(op.getDpsInputs());
  SmallVector<AffineMap> maps = op.getIndexingMapsArray();
  maps.insert(maps.begin() + inputs.size(),
              AffineMap::get(loops, 0, results, op.getContext()));
  unsigned position = inputs.size();
  inputs.push_back(source);
  auto raised = linalg::GenericOp::create(
      rewriter, op.getLoc(), op.getResultTypes(), inputs, op.getOutputs(), maps,
      op.getIteratorTypesArray());
  raised->setDiscardableAttrs(op->getDiscardableAttrDictionary());
  raised.getRegion().takeBody(op.getRegion());
  Value element =
      raised.getBody()->insertArgument(position, type.getElementType(), loc);
  rewriter.replaceOp(gather, element);
  rewriter.replaceOp(op, raised);
  op = raised;
  return true;
}

/// Where an integer of a body comes from: the op that computes it, through
/// casts and elementwise generics, or the argument of the function that it is
/// an element of, through reshapes.
Value resolve(Value value) {
  while (true) {
    if (auto cast = value.getDefiningOp<arith::IndexCastOp>()) {
      value = cast.getIn();
      continue;
    }
    auto element = dyn_cast<BlockArgument>(value);
    auto body =
        element ? dyn_cast<linalg::GenericOp>(element.getOwner()->getParentOp())
                : linalg::GenericOp();
    if (!body || element.getArgNumber() >= body.getNumDpsInputs())
      return value;
    Value source = body.getDpsInputs()[element.getArgNumber()];
    while (Operation *view = source.getDefiningOp()) {
      if (!isa<tensor::CollapseShapeOp, tensor::ExpandShapeOp, tensor::CastOp>(
              view))
        break;
      source = view->getOperand(0);
    }
    if (isa<BlockArgument>(source))
      return source;
    auto producer = source.getDefiningOp<linalg::GenericOp>();
    if (!producer || producer.getNumParallelLoops() != producer.getNumLoops() ||
        !llvm::all_of(producer.getIndexingMapsArray(),
                      [](AffineMap map) { return map.isIdentity(); }))
      return value;
    unsigned result = cast<OpResult>(source).getResultNumber();
    value = producer.getBody()->getTerminator()->getOperand(result);
  }
}

/// Says of the argument whose elements are `index` what they may be.
void GatherPreparer::bound(Value index, int64_t size) {
  int64_t low = 0;
  index = resolve(index);
  // x < 0 ? x + size : x counts from the end.
  if (auto select = index.getDefiningOp<arith::SelectOp>()) {
    index = resolve(select.getFalseValue());
    auto compare =
        resolve(select.getCondition()).getDefiningOp<arith::CmpIOp>();
    auto wrapped =
        resolve(select.getTrueValue()).getDefiningOp<arith::AddIOp>();
    if (!compare || !wrapped ||
        compare.getPredicate() != arith::CmpIPredicate::slt ||
        resolve(compare.getLhs()) != index ||
        getConstant(compare.getRhs()) != 0 ||
        resolve(wrapped.getLhs()) != index ||
        getConstant(wrapped.getRhs()) != size)
      return;
    low = -size;
  }
  auto argument = dyn_cast<BlockArgument>(index);
  if (argument && argument.getOwner()->getParentOp() == func)
    boundArgument(func, argument.getArgNumber(), low, size - 1);
}

/// Clamps the indices and gives NaN where one was out of range; of integers,
/// which have none, the lowest.
void GatherPreparer::keepWithin(tensor::ExtractOp gather) {
  auto type = cast<RankedTensorType>(gather.getTensor().getType());
  IndexAnalysis analysis(op);
  Location loc = gather.getLoc();
  rewriter.setInsertionPoint(gather);
  SmallVector<Value> indices(gather.getIndices());
  Value isWithin;
  for (auto [dim, index] : llvm::enumerate(indices)) {
    MaybeInterval interval = analysis.getInterval(index);
    if (interval && interval->low >= 0 && !type.isDynamicDim(dim) &&
        interval->high < type.getDimSize(dim))
      continue;
    if (!type.isDynamicDim(dim))
      bound(index, type.getDimSize(dim));
    Value size = getValueOrCreateConstantIndexOp(
        rewriter, loc,
        tensor::getMixedSize(rewriter, loc, gather.getTensor(), dim));
    Value zero = arith::ConstantIndexOp::create(rewriter, loc, 0);
    Value one = arith::ConstantIndexOp::create(rewriter, loc, 1);
    Value last = arith::SubIOp::create(rewriter, loc, size, one);
    // Unsigned: negative indices are out of range, too.
    Value isLow = arith::CmpIOp::create(rewriter, loc,
                                        arith::CmpIPredicate::ult, index, size);
    isWithin =
        isWithin
            ? arith::AndIOp::create(rewriter, loc, isWithin, isLow).getResult()
            : isLow;
    index = arith::MaxSIOp::create(rewriter, loc, index, zero);
    index = arith::MinSIOp::create(rewriter, loc, index, last);
  }
  if (!isWithin)
    return;
  Value within =
      tensor::ExtractOp::create(rewriter, loc, gather.getTensor(), indices);
  Type element = type.getElementType();
  TypedAttr outside;
  if (auto floating = dyn_cast<FloatType>(element))
    outside = rewriter.getFloatAttr(
        element, APFloat::getNaN(floating.getFloatSemantics()));
  else if (element.isInteger())
    outside = rewriter.getIntegerAttr(
        element, APInt::getSignedMinValue(element.getIntOrFloatBitWidth()));
  else
    outside = rewriter.getIndexAttr(std::numeric_limits<int64_t>::min());
  Value bad = arith::ConstantOp::create(rewriter, loc, outside);
  rewriter.replaceOpWithNewOp<arith::SelectOp>(gather, isWithin, within, bad);
}

void GatherPreparer::run() {
  if (getGathers().empty())
    return;
  while (fuseIndexProducer())
    ;
  // Each raised one gives a new op; indices may hang on an earlier look-up.
  bool changed = true;
  while (changed) {
    changed = false;
    for (tensor::ExtractOp gather : getGathers())
      if (raise(gather)) {
        changed = true;
        break;
      }
  }
  for (tensor::ExtractOp gather : getGathers())
    keepWithin(gather);
}

} // namespace

void lutra::approx::prepareGathers(func::FuncOp func) {
  SmallVector<linalg::GenericOp> generics;
  func.walk([&](linalg::GenericOp op) {
    if (op.hasPureTensorSemantics())
      generics.push_back(op);
  });
  for (linalg::GenericOp op : generics)
    GatherPreparer(op, func).run();
}
