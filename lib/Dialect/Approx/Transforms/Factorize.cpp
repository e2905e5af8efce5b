//===- Factorize.cpp - Contractions in factorised form -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements the approx-factorize pass, which turns a contraction
// with an approximate multiplier into an exact one of int8 values.
//
// Approach. With AM(a, b) = f(a) + g(b) + sum_j 2^s_j U_j(a) V_j(b), the sum
// over k of AM is a contraction over (j, k) of the expanded operands U_j(a) and
// V_j(b), one for each distinct shift s, plus a sum over k of f that depends on
// lhs alone and one of g that depends on rhs alone. Zero points are of the same
// kind (M4):
//
//   C = sum_s 2^s (U V)_s + sum f(a) - zb sum a + sum g(b) - za sum b + K za zb
//
// The sums and this last line are linalg, which later fuses with what comes
// after. Everything is modulo 2^32 and hence exact, since C fits (M5). Factors
// of lhs get an offset of 128, because u8 x s8 is what integer units multiply
// best: what it adds depends on rhs alone and goes into g.
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/IR/Multipliers.h"
#include "lutra/Dialect/Approx/IR/Roles.h"
#include "lutra/Dialect/Approx/Transforms/Lookup.h"
#include "lutra/Dialect/Approx/Transforms/Passes.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/TypeUtilities.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/TypeSwitch.h"

namespace lutra {
#define GEN_PASS_DEF_FACTORIZE
#include "lutra/Dialect/Approx/Transforms/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

using utils::IteratorType;

namespace {

//===----------------------------------------------------------------------===//
// One operand
//===----------------------------------------------------------------------===//

/// A function of the codes of one operand, modulo 2^32: slope * code + constant
/// where it is that, which needs no look-up; a table otherwise.
struct Term {
  int32_t slope = 0, constant = 0;
  std::vector<int32_t> table; // by bit patterns; empty: affine

  Term(std::vector<int32_t> entries, OperandType type) {
    constant = entries[type.index(0)];
    slope = int32_t(uint32_t(entries[type.index(1)]) - uint32_t(constant));
    for (uint32_t i = 0; i != type.size(); ++i)
      if (entries[i] != int32_t(uint32_t(slope) * uint32_t(type.value(i)) +
                                uint32_t(constant))) {
        slope = constant = 0;
        table = std::move(entries);
        return;
      }
  }
};

/// lhs or rhs of the op, with the factors of the multiplier's operand it is.
struct Side {
  Value codes, zeroPoint;
  AffineMap map;
  ArrayRef<unsigned> channels;
  OperandType type;
  unsigned multiplierOperand;
  Term term;
  /// Whether the zero point of this operand is known to be 0.
  bool hasZeroPoint;
};

/// Sums over the contracted loops of an operand's term and of its codes; null
/// where nobody needs them. `loops` are those that index what is left.
struct Sums {
  Value terms, codes;
  SmallVector<unsigned> loops;
};

/// True unless `zeroPoint` is 0, as far as one can see.
bool maybeNonZero(Value zeroPoint) {
  DenseElementsAttr constant;
  if (matchPattern(zeroPoint, m_Constant(&constant)))
    return !constant.isSplat() || !constant.getSplatValue<APInt>().isZero();
  if (auto expand = zeroPoint.getDefiningOp<tensor::ExpandShapeOp>())
    zeroPoint = expand.getSrc();
  auto params = zeroPoint.getDefiningOp<QuantParamsOp>();
  return !params || !params.getSymmetric();
}

//===----------------------------------------------------------------------===//
// The rewriting of one op
//===----------------------------------------------------------------------===//

/// Values of 32 bits in a body.
struct IntegerBody {
  OpBuilder &builder;
  Location loc;

  Value constant(int32_t value) {
    return arith::ConstantIntOp::create(builder, loc, value, 32);
  }
  Value add(Value x, Value y) {
    return arith::AddIOp::create(builder, loc, x, y);
  }
  Value subtract(Value x, Value y) {
    return arith::SubIOp::create(builder, loc, x, y);
  }
  Value multiply(Value x, Value y) {
    return arith::MulIOp::create(builder, loc, x, y);
  }
};

template <typename OpTy>
class Rewriting {
public:
  Rewriting(OpTy op, const Factorization &factors)
      : op(op), factors(factors), builder(op.getLoc(), op),
        space(op.getSpace()), lhs(makeSide(/*isLhs=*/true)),
        rhs(makeSide(/*isLhs=*/false)) {}

  void run() {
    SmallVector<std::pair<unsigned, Value>> products;
    llvm::MapVector<unsigned, int64_t> columnsOf;
    for (const FactorColumn &column : factors.columns)
      ++columnsOf[column.shift];
    for (auto [shift, columns] : columnsOf)
      products.emplace_back(shift, createProduct(shift, columns));
    Value result =
        createCombination(products, createSums(lhs, rhs.hasZeroPoint),
                          createSums(rhs, lhs.hasZeroPoint));
    op.getResult().replaceAllUsesWith(result);
    op.erase();
  }

private:
  Side makeSide(bool isLhs) {
    bool isFirst = isLhs == (op.getOrder() == OperandOrder::LhsFirst);
    OperandType type = isFirst ? factors.lhs : factors.rhs;
    std::vector<int32_t> term = isFirst ? factors.lhsTerm : factors.rhsTerm;
    // What the offset of lhs adds: 128 * 2^s * V.
    if (!isLhs)
      for (const FactorColumn &column : factors.columns) {
        const std::vector<int8_t> &factor = isFirst ? column.lhs : column.rhs;
        for (auto [entry, value] : llvm::zip_equal(term, factor))
          entry = int32_t(uint32_t(entry) -
                          ((uint32_t(int32_t(value)) * 128) << column.shift));
      }
    Value zeroPoint = isLhs ? op.getLhsZeroPoint() : op.getRhsZeroPoint();
    return {isLhs ? op.getLhs() : op.getRhs(),
            zeroPoint,
            isLhs ? space.lhs : space.rhs,
            isLhs ? space.lhsChannels : space.rhsChannels,
            type,
            isFirst ? 0u : 1u,
            Term(std::move(term), type),
            maybeNonZero(zeroPoint)};
  }

  //===--------------------------------------------------------------------===//
  // The contraction of the expanded operands
  //===--------------------------------------------------------------------===//

  /// The loop whose dimension grows: k, or the input channel.
  unsigned expandedLoop() {
    StringRef name = std::is_same_v<OpTy, Conv2DOp> ? "c" : "k";
    return llvm::find(space.loops, name) - space.loops.begin();
  }

  Value createExpanded(const Side &side, unsigned shift, int64_t columns,
                       bool offset) {
    unsigned axis = *ContractionSpace::dimensionOf(side.map, expandedLoop());
    SmallVector<OpFoldResult> sizes =
        tensor::getMixedSizes(builder, builder.getLoc(), side.codes);
    if (std::optional<int64_t> size = getConstantIntValue(sizes[axis]))
      sizes[axis] = builder.getIndexAttr(columns * *size);
    else
      sizes[axis] =
          arith::MulIOp::create(
              builder, cast<Value>(sizes[axis]),
              arith::ConstantIndexOp::create(builder, columns).getResult())
              .getResult();
    Value empty = tensor::EmptyOp::create(builder, sizes, builder.getI8Type());
    return ExpandOp::create(builder, op.getMultiplierAttr(), side.codes, empty,
                            side.multiplierOperand, axis, shift, offset)
        .getResult();
  }

  Value createProduct(unsigned shift, int64_t columns) {
    Value a = createExpanded(lhs, shift, columns, /*offset=*/true);
    Value b = createExpanded(rhs, shift, columns, /*offset=*/false);
    Value init = tensor::EmptyOp::create(
        builder, tensor::getMixedSizes(builder, builder.getLoc(), op.getInit()),
        builder.getI32Type());
    Operation *product;
    if constexpr (std::is_same_v<OpTy, Conv2DOp>)
      product = IntConv2DOp::create(builder, a, b, init, /*lhsUnsigned=*/true,
                                    /*rhsUnsigned=*/false, op.getLayout(),
                                    op.getStrides(), op.getDilations());
    else
      product =
          std::conditional_t<std::is_same_v<OpTy, MatmulOp>, IntMatmulOp,
                             IntBatchMatmulOp>::create(builder, a, b, init,
                                                       /*lhsUnsigned=*/true,
                                                       /*rhsUnsigned=*/false,
                                                       op.getLhsTransposed(),
                                                       op.getRhsTransposed());
    product->setDiscardableAttrs(op->getDiscardableAttrDictionary());
    return product->getResult(0);
  }

  //===--------------------------------------------------------------------===//
  // Sums over one operand
  //===--------------------------------------------------------------------===//

  Value createZeros(ArrayRef<OpFoldResult> sizes) {
    Value zero = arith::ConstantIntOp::create(builder, 0, 32);
    Value empty = tensor::EmptyOp::create(builder, sizes, builder.getI32Type());
    return linalg::FillOp::create(builder, zero, empty).getResult(0);
  }

  /// `otherHasZeroPoint` says whether the sum of the codes is needed.
  Sums createSums(const Side &side, bool otherHasZeroPoint) {
    bool needsTerms = !side.term.table.empty();
    bool needsCodes = otherHasZeroPoint || side.term.slope != 0;
    Sums sums;
    if (!needsTerms && !needsCodes)
      return sums;
    // Dimensions that a contracted loop alone indexes go first; what windows
    // slide over is left.
    SmallVector<OpFoldResult> sizes;
    SmallVector<AffineExpr> kept, indices;
    SmallVector<IteratorType> iterators;
    for (auto [dimension, index] : llvm::enumerate(side.map.getResults())) {
      auto loop = dyn_cast<AffineDimExpr>(index);
      bool isReduced =
          loop && !space.result.isFunctionOfDim(loop.getPosition());
      iterators.push_back(isReduced ? IteratorType::reduction
                                    : IteratorType::parallel);
      if (isReduced)
        continue;
      kept.push_back(builder.getAffineDimExpr(dimension));
      indices.push_back(index);
      sizes.push_back(tensor::getMixedSize(builder, builder.getLoc(),
                                           side.codes, dimension));
    }
    unsigned rank = iterators.size();
    AffineMap written = AffineMap::get(rank, 0, kept, builder.getContext());
    SmallVector<Value> zeros(needsTerms + needsCodes, createZeros(sizes));
    SmallVector<AffineMap> maps(1, builder.getMultiDimIdentityMap(rank));
    maps.append(zeros.size(), written);
    Value table;
    if (needsTerms)
      table = createTable<int32_t>(builder, builder.getLoc(), side.term.table,
                                   {int64_t(side.term.table.size())},
                                   builder.getI32Type());
    auto generic = linalg::GenericOp::create(
        builder, ValueRange(zeros).getTypes(), side.codes, zeros, maps,
        iterators, [&](OpBuilder &nested, Location loc, ValueRange in) {
          IntegerBody body{nested, loc};
          SmallVector<Value> results;
          if (needsTerms) {
            Value index = createTableIndex(nested, loc, in[0], side.type);
            Value entry = tensor::ExtractOp::create(nested, loc, table, index);
            results.push_back(body.add(in[1], entry));
          }
          if (needsCodes)
            results.push_back(body.add(
                in.back(), createValue(nested, loc, in[0], side.type)));
          linalg::YieldOp::create(nested, loc, results);
        });
    SmallVector<Value> results = generic->getResults();
    if (llvm::any_of(indices, [](AffineExpr index) {
          return !isa<AffineDimExpr>(index);
        }))
      for (Value &result : results)
        result = createWindowSum(result, indices);
    if (needsTerms)
      sums.terms = results.front();
    if (needsCodes)
      sums.codes = results.back();
    for (unsigned loop = 0; loop != space.loops.size(); ++loop)
      if (space.result.isFunctionOfDim(loop) && side.map.isFunctionOfDim(loop))
        sums.loops.push_back(loop);
    return sums;
  }

  static Value createValue(OpBuilder &builder, Location loc, Value code,
                           OperandType type) {
    Type i32 = builder.getI32Type();
    if (type.isSigned)
      return arith::ExtSIOp::create(builder, loc, i32, code);
    return arith::ExtUIOp::create(builder, loc, i32, code);
  }

  /// Sums what the windows of a convolution see: `indices` are the indices of
  /// `input` in the loops of the op.
  Value createWindowSum(Value input, ArrayRef<AffineExpr> indices) {
    // The loops that are left: those of the result and those of the window.
    SmallVector<unsigned> outer, window;
    for (unsigned loop = 0; loop != space.loops.size(); ++loop)
      if (llvm::any_of(indices, [&](AffineExpr index) {
            return index.isFunctionOfDim(loop);
          }))
        (space.result.isFunctionOfDim(loop) ? outer : window).push_back(loop);
    SmallVector<AffineExpr> dims(space.loops.size(),
                                 builder.getAffineConstantExpr(0));
    for (auto [position, loop] : llvm::enumerate(outer))
      dims[loop] = builder.getAffineDimExpr(position);
    for (auto [position, loop] : llvm::enumerate(window))
      dims[loop] = builder.getAffineDimExpr(outer.size() + position);
    unsigned count = outer.size() + window.size();
    SmallVector<AffineExpr> read, outerDims, windowDims;
    for (AffineExpr index : indices)
      read.push_back(index.replaceDims(dims));
    SmallVector<OpFoldResult> outerSizes, windowSizes;
    for (unsigned loop : outer) {
      outerDims.push_back(dims[loop]);
      outerSizes.push_back(tensor::getMixedSize(
          builder, builder.getLoc(), op.getInit(),
          *ContractionSpace::dimensionOf(space.result, loop)));
    }
    for (unsigned loop : window) {
      windowDims.push_back(dims[loop]);
      windowSizes.push_back(tensor::getMixedSize(
          builder, builder.getLoc(), op.getRhs(),
          *ContractionSpace::dimensionOf(space.rhs, loop)));
    }
    auto getMap = [&](ArrayRef<AffineExpr> results) {
      return AffineMap::get(count, 0, results, builder.getContext());
    };
    SmallVector<IteratorType> iterators(outer.size(), IteratorType::parallel);
    iterators.append(window.size(), IteratorType::reduction);
    // Never read: it says how large the window is.
    Value shape =
        tensor::EmptyOp::create(builder, windowSizes, builder.getI32Type());
    Value zeros = createZeros(outerSizes);
    return linalg::GenericOp::create(
               builder, zeros.getType(), ValueRange{input, shape}, zeros,
               ArrayRef<AffineMap>{getMap(read), getMap(windowDims),
                                   getMap(outerDims)},
               iterators,
               [](OpBuilder &nested, Location loc, ValueRange in) {
                 Value sum = IntegerBody{nested, loc}.add(in[0], in[2]);
                 linalg::YieldOp::create(nested, loc, sum);
               })
        .getResult(0);
  }

  //===--------------------------------------------------------------------===//
  // All together
  //===--------------------------------------------------------------------===//

  /// Number of terms of a sum; static, or the op would not have an i32 result.
  int64_t termCount() {
    int64_t terms = 1;
    for (unsigned loop : space.contracted()) {
      int64_t size = ShapedType::kDynamic;
      for (const Side *side : {&lhs, &rhs})
        if (auto dimension = ContractionSpace::dimensionOf(side->map, loop))
          if (ShapedType::isDynamic(size))
            size =
                cast<ShapedType>(side->codes.getType()).getDimSize(*dimension);
      terms *= size;
    }
    return terms;
  }

  Value createCombination(ArrayRef<std::pair<unsigned, Value>> products,
                          const Sums &lhsSums, const Sums &rhsSums) {
    // The loops are the dimensions of the result.
    unsigned rank = space.result.getNumResults();
    SmallVector<Value> inputs;
    SmallVector<AffineMap> maps;
    auto addInput = [&](Value value, ArrayRef<unsigned> loops) {
      SmallVector<AffineExpr> indices;
      for (unsigned loop : loops)
        indices.push_back(builder.getAffineDimExpr(
            *ContractionSpace::dimensionOf(space.result, loop)));
      inputs.push_back(value);
      maps.push_back(AffineMap::get(rank, 0, indices, builder.getContext()));
    };
    for (auto [shift, product] : products) {
      inputs.push_back(product);
      maps.push_back(builder.getMultiDimIdentityMap(rank));
    }
    for (const Sums *sums : {&lhsSums, &rhsSums})
      for (Value value : {sums->terms, sums->codes})
        if (value)
          addInput(value, sums->loops);
    for (const Side *side : {&lhs, &rhs})
      if (side->hasZeroPoint) {
        bool perChannel =
            cast<ShapedType>(side->zeroPoint.getType()).getRank() > 0;
        addInput(side->zeroPoint,
                 perChannel ? side->channels : ArrayRef<unsigned>());
      }
    maps.push_back(builder.getMultiDimIdentityMap(rank));
    uint32_t terms = uint32_t(termCount());
    auto generic = linalg::GenericOp::create(
        builder, op.getInit().getType(), inputs, op.getInit(), maps,
        SmallVector<IteratorType>(rank, IteratorType::parallel),
        [&](OpBuilder &nested, Location loc, ValueRange in) {
          IntegerBody body{nested, loc};
          in = in.drop_back(); // the old contents of `outs`
          Value sum =
              body.constant(int32_t(terms * (uint32_t(lhs.term.constant) +
                                             uint32_t(rhs.term.constant))));
          for (auto [shift, product] : products) {
            Value value = in.front();
            in = in.drop_front();
            if (shift != 0)
              value = arith::ShLIOp::create(nested, loc, value,
                                            body.constant(shift));
            sum = body.add(sum, value);
          }
          Value zeroPoints[2]; // the last inputs
          for (const Side *side : {&rhs, &lhs})
            if (side->hasZeroPoint) {
              zeroPoints[side == &rhs] = in.back();
              in = in.drop_back();
            }
          sum = addSums(body, sum, in, lhs, lhsSums, zeroPoints[1]);
          sum = addSums(body, sum, in, rhs, rhsSums, zeroPoints[0]);
          if (zeroPoints[0] && zeroPoints[1])
            sum = body.add(
                sum, body.multiply(body.multiply(zeroPoints[0], zeroPoints[1]),
                                   body.constant(int32_t(terms))));
          linalg::YieldOp::create(nested, loc, sum);
        });
    return generic.getResult(0);
  }

  /// sum + sums of the term + (slope - z of the other operand) * sum of codes.
  static Value addSums(IntegerBody body, Value sum, ValueRange &in,
                       const Side &side, const Sums &sums, Value otherZero) {
    auto take = [&] {
      Value value = in.front();
      in = in.drop_front();
      return value;
    };
    if (sums.terms)
      sum = body.add(sum, take());
    if (!sums.codes)
      return sum;
    Value factor = body.constant(side.term.slope);
    if (otherZero)
      factor = body.subtract(factor, otherZero);
    return body.add(sum, body.multiply(factor, take()));
  }

  OpTy op;
  const Factorization &factors;
  ImplicitLocOpBuilder builder;
  ContractionSpace space;
  Side lhs, rhs;
};

//===----------------------------------------------------------------------===//
// The pass
//===----------------------------------------------------------------------===//

struct Factorize : lutra::impl::FactorizeBase<Factorize> {
  using FactorizeBase::FactorizeBase;

  void runOnOperation() override {
    if (policy == FactorizePolicy::Off)
      return;
    ModuleOp module = getOperation();
    SmallVector<Operation *> forward;
    module.walk([&](Operation *op) {
      if (isa<MatmulOp, BatchMatmulOp, Conv2DOp>(op))
        forward.push_back(op);
    });
    for (Operation *op : forward) {
      LogicalResult result =
          llvm::TypeSwitch<Operation *, LogicalResult>(op)
              .Case<MatmulOp, BatchMatmulOp, Conv2DOp>(
                  [&](auto contraction) { return factorize(contraction); })
              .Default([](Operation *) { return success(); });
      if (failed(result))
        return signalPassFailure();
    }
  }

private:
  /// Whether the option `multipliers` names `op`, by its symbol or its hash.
  bool isChosen(MultiplierOp op, const Multiplier &multiplier) {
    return multipliers.empty() ||
           llvm::any_of(multipliers, [&](StringRef name) {
             name.consume_front("@");
             return name == op.getSymName() || name == multiplier.hash();
           });
  }

  /// Most int8 products for one of the multiplier's; negative: any number.
  int64_t getLimit() {
    if (maxMacs >= 0 || policy == FactorizePolicy::All)
      return maxMacs;
    return autoMaxMacs;
  }

  template <typename OpTy>
  LogicalResult factorize(OpTy op) {
    auto multiplier = SymbolTable::lookupNearestSymbolFrom<MultiplierOp>(
        op, op.getMultiplierAttr());
    auto table = getMultiplier(multiplier);
    if (failed(table))
      return failure();
    if (!isChosen(multiplier, **table))
      return success();
    if (!op.hasPureTensorSemantics()) {
      op.emitRemark("stays a look-up: it is on memrefs, and only contractions "
                    "on tensors are factorised");
      return success();
    }
    if (!op.getSpace().skippedPadding.empty()) {
      op.emitRemark("stays a look-up: it leaves padding out, which "
                    "approx-expand-skipped-padding can make two ops of");
      return success();
    }
    Type accumulator = getElementTypeOrSelf(op.getInit().getType());
    if (!accumulator.isInteger(32)) {
      op.emitRemark() << "stays a look-up: its sums are " << accumulator
                      << ", and factorised ones are computed modulo 2^32";
      return success();
    }
    if constexpr (std::is_same_v<OpTy, Conv2DOp>)
      if (policy == FactorizePolicy::Auto && isGrouped(op.getLayout())) {
        op.emitRemark("stays a look-up: it is grouped, and the few products of "
                      "a group do not make up for the expansion");
        return success();
      }
    auto factors = getFactorization(multiplier);
    if (failed(factors))
      return failure();
    int64_t macs = (*factors)->macsPerProduct(), limit = getLimit();
    if (limit >= 0 && macs > limit) {
      op.emitRemark() << "stays a look-up: " << op.getMultiplierAttr()
                      << " takes " << macs
                      << " int8 products for each of its own, more than "
                         "max-macs="
                      << limit;
      return success();
    }
    if (!multiplier.getFactors())
      setFactors(multiplier, **factors);
    Rewriting<OpTy>(op, **factors).run();
    return success();
  }
};

} // namespace
