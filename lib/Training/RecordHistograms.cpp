//===- RecordHistograms.cpp - How often layers use each operand -----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Implements approx-record-histograms. A code counts once per product that it
// takes part in, so that the counts of both operands of a layer have the same
// sum, its MACs. In a matrix product every code is used equally often; of a
// convolution's input, those at the border are read by fewer windows. How many
// read a position is a product of one factor per spatial dimension, known when
// compiling.
//
// The counts are a scatter, which linalg has no op for: plain loops.
//
//===----------------------------------------------------------------------===//
#include "LayerNames.h"
#include "lutra/Dialect/Approx/IR/Multipliers.h"
#include "lutra/Dialect/Approx/IR/Roles.h"
#include "lutra/Dialect/Approx/Transforms/Contractions.h"
#include "lutra/Training/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "llvm/ADT/StringSet.h"
#include <numeric>

namespace lutra {
#define GEN_PASS_DEF_APPROXRECORDHISTOGRAMS
#include "lutra/Training/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

namespace {
/// A contraction of the function, approximate or not.
struct Contraction {
  Operation *op;
  std::string name;
  /// Products per call.
  int64_t macs;
  /// Which operand comes from a parameter, if one does.
  std::optional<unsigned> weight;
};
} // namespace

/// Sizes of all loops, from the shapes of what they index alone; empty when one
/// is dynamic.
static SmallVector<int64_t> loopSizes(unsigned loops, ArrayRef<AffineMap> maps,
                                      ArrayRef<Value> values) {
  SmallVector<int64_t> sizes(loops, ShapedType::kDynamic);
  for (auto [map, value] : llvm::zip_equal(maps, values))
    for (unsigned loop = 0; loop != loops; ++loop)
      if (auto dimension = ContractionSpace::dimensionOf(map, loop))
        sizes[loop] =
            cast<RankedTensorType>(value.getType()).getDimSize(*dimension);
  if (llvm::any_of(sizes, ShapedType::isDynamic))
    return {};
  return sizes;
}

static SmallVector<int64_t> loopSizes(Operation *op) {
  auto destination = cast<DestinationStyleOpInterface>(op);
  Value lhs = destination.getDpsInputs()[0],
        rhs = destination.getDpsInputs()[1];
  Value result = destination.getDpsInits()[0];
  if (auto contraction = dyn_cast<ContractionInterface>(op)) {
    ContractionSpace space = contraction.getSpace();
    return loopSizes(space.loops.size(), {space.lhs, space.rhs, space.result},
                     {lhs, rhs, result});
  }
  SmallVector<int64_t> sizes = cast<linalg::LinalgOp>(op).getStaticLoopRanges();
  return llvm::any_of(sizes, ShapedType::isDynamic) ? SmallVector<int64_t>()
                                                    : sizes;
}

/// All contractions in order; fails after an error at one of dynamic shape.
static FailureOr<SmallVector<Contraction>> findContractions(func::FuncOp func) {
  SmallVector<Contraction> found;
  llvm::StringSet<> used;
  WalkResult walked = func.walk([&](Operation *op) {
    auto linalgOp = dyn_cast<linalg::LinalgOp>(op);
    if (!isa<MatmulOp, BatchMatmulOp, Conv2DOp>(op) &&
        !(linalgOp && isContraction(linalgOp)))
      return WalkResult::advance();
    SmallVector<int64_t> sizes = loopSizes(op);
    if (sizes.empty()) {
      op->emitError("has a dynamic shape; recording needs static ones");
      return WalkResult::interrupt();
    }
    Contraction contraction{op, "", 1, std::nullopt};
    for (int64_t size : sizes)
      contraction.macs *= size;
    auto inputs = cast<DestinationStyleOpInterface>(op).getDpsInputs();
    for (unsigned i : {0u, 1u}) {
      BlockArgument weight = findWeight(inputs[i]);
      if (contraction.weight || !isParameter(func, weight))
        continue;
      contraction.weight = i;
      contraction.name = layerName(func, op, weight);
    }
    if (auto name = op->getAttrOfType<StringAttr>(attrs::name))
      contraction.name = name.str();
    std::string base = contraction.name.empty() ? "layer" : contraction.name;
    contraction.name = base;
    for (unsigned i = 1; !used.insert(contraction.name).second; ++i)
      contraction.name = base + "_" + std::to_string(i);
    found.push_back(std::move(contraction));
    return WalkResult::advance();
  });
  if (walked.wasInterrupted())
    return failure();
  return found;
}

/// How often each position along dimension `dimension` of an operand is used:
/// the number of ways to choose the loops that it is indexed by.
static SmallVector<int64_t> usesAlong(AffineExpr index, int64_t size,
                                      ArrayRef<int64_t> sizes) {
  SmallVector<int64_t> uses(size, 0);
  SmallVector<unsigned> loops;
  for (unsigned loop = 0; loop != sizes.size(); ++loop)
    if (index.isFunctionOfDim(loop))
      loops.push_back(loop);
  MLIRContext *context = index.getContext();
  auto count = [&](auto &&self, AffineExpr expression, size_t next) -> void {
    if (next == loops.size()) {
      ++uses[cast<AffineConstantExpr>(expression).getValue()];
      return;
    }
    for (int64_t i = 0; i != sizes[loops[next]]; ++i)
      self(self,
           expression.replace(getAffineDimExpr(loops[next], context),
                              getAffineConstantExpr(i, context)),
           next + 1);
  };
  count(count, index, 0);
  return uses;
}

namespace {
/// The loops of a tap and of a place along one dimension of an image, and for
/// each tap in how many places it does not meet padding that is left out (M3).
struct WindowUses {
  unsigned dimension, tap, place;
  int64_t before, end;
  SmallVector<int64_t> places;
};
} // namespace

/// Height and width where `space` leaves padding of lhs out; nothing elsewhere.
static SmallVector<WindowUses> windowUses(const ContractionSpace &space,
                                          ArrayRef<int64_t> imageShape,
                                          ArrayRef<int64_t> sizes) {
  SmallVector<WindowUses> windows;
  if (space.skippedPadding.empty())
    return windows;
  for (auto [i, dimension] : llvm::enumerate(space.windowDimensions())) {
    AffineExpr index = space.lhs.getResult(dimension);
    WindowUses window{dimension,
                      0,
                      0,
                      space.skippedPadding[2 * i],
                      imageShape[dimension] - space.skippedPadding[2 * i + 1],
                      {}};
    for (unsigned loop = 0; loop != sizes.size(); ++loop)
      if (index.isFunctionOfDim(loop))
        (space.result.isFunctionOfDim(loop) ? window.place : window.tap) = loop;
    MLIRContext *context = index.getContext();
    auto at = [&](unsigned loop, int64_t value) {
      index = index.replace(getAffineDimExpr(loop, context),
                            getAffineConstantExpr(value, context));
    };
    for (int64_t tap = 0; tap != sizes[window.tap]; ++tap) {
      int64_t &count = window.places.emplace_back(0);
      for (int64_t place = 0; place != sizes[window.place]; ++place) {
        index = space.lhs.getResult(dimension);
        at(window.tap, tap);
        at(window.place, place);
        int64_t row = cast<AffineConstantExpr>(index).getValue();
        count += row >= window.before && row < window.end;
      }
    }
    windows.push_back(std::move(window));
  }
  return windows;
}

/// tensor<2^bits x i64>: how many products use each code of `codes`.
static Value buildHistogram(ImplicitLocOpBuilder &b, Value codes, AffineMap map,
                            ArrayRef<int64_t> sizes,
                            ArrayRef<WindowUses> windows, unsigned bits) {
  auto type = cast<RankedTensorType>(codes.getType());
  // A filter's taps are used where they meet something, an image is but for its
  // padding.
  auto usesOf = [&](unsigned dimension) {
    AffineExpr index = map.getResult(dimension);
    SmallVector<int64_t> uses =
        usesAlong(index, type.getDimSize(dimension), sizes);
    for (const WindowUses &window : windows) {
      if (!index.isFunctionOfDim(window.tap))
        continue;
      for (auto [position, count] : llvm::enumerate(uses)) {
        if (isa<AffineDimExpr>(index))
          count *= window.places[position];
        else if (int64_t(position) < window.before ||
                 int64_t(position) >= window.end)
          count = 0;
      }
    }
    return uses;
  };
  auto isCounted = [&](unsigned loop) {
    return map.isFunctionOfDim(loop) ||
           llvm::any_of(windows, [&](const WindowUses &window) {
             return window.place == loop;
           });
  };
  // Loops that do not index the operand repeat every use.
  int64_t repeats = 1;
  for (unsigned loop = 0; loop != sizes.size(); ++loop)
    if (!isCounted(loop))
      repeats *= sizes[loop];
  // Per dimension where the uses differ: their numbers.
  SmallVector<Value> uses(type.getRank());
  for (int64_t dimension = 0; dimension != type.getRank(); ++dimension) {
    SmallVector<int64_t> along = usesOf(dimension);
    if (!along.empty() && llvm::all_equal(along)) {
      repeats *= along.front();
      continue;
    }
    uses[dimension] = arith::ConstantOp::create(b, b.getI64TensorAttr(along));
  }

  Value zero = arith::ConstantIndexOp::create(b, 0);
  Value one = arith::ConstantIndexOp::create(b, 1);
  Value repeated = arith::ConstantOp::create(b, b.getI64IntegerAttr(repeats));
  Value none = arith::ConstantOp::create(b, b.getI64IntegerAttr(0));
  Value empty = tensor::EmptyOp::create(b, int64_t(1) << bits, b.getI64Type());
  Value counts = linalg::FillOp::create(b, none, empty).getResult(0);
  SmallVector<Value> lower(type.getRank(), zero), step(type.getRank(), one);
  SmallVector<Value> upper;
  for (int64_t size : type.getShape())
    upper.push_back(arith::ConstantIndexOp::create(b, size));
  scf::LoopNest nest = scf::buildLoopNest(
      b, b.getLoc(), lower, upper, step, counts,
      [&](OpBuilder &builder, Location loc, ValueRange indices,
          ValueRange state) -> scf::ValueVector {
        ImplicitLocOpBuilder n(loc, builder);
        Value code = tensor::ExtractOp::create(n, codes, indices);
        Value pattern = arith::ExtUIOp::create(n, n.getI64Type(), code);
        // Narrow signed codes are sign-extended in their bytes.
        Value mask = arith::ConstantOp::create(
            n, n.getI64IntegerAttr((int64_t(1) << bits) - 1));
        Value row = arith::IndexCastOp::create(
            n, n.getIndexType(), arith::AndIOp::create(n, pattern, mask));
        Value count = repeated;
        for (auto [dimension, along] : llvm::enumerate(uses))
          if (along)
            count = arith::MulIOp::create(
                n, count,
                tensor::ExtractOp::create(n, along, indices[dimension]));
        Value old = tensor::ExtractOp::create(n, state[0], row);
        Value sum = arith::AddIOp::create(n, old, count);
        return {tensor::InsertOp::create(n, sum, state[0], row)};
      });
  return nest.results[0];
}

/// "weight_first", or which operand of the op comes first where no weight is.
static StringRef orderName(const Contraction &contraction, bool swapped) {
  if (!contraction.weight)
    return swapped ? "rhs_first" : "lhs_first";
  return (*contraction.weight == 0) != swapped ? "weight_first"
                                               : "activation_first";
}

namespace {
struct ApproxRecordHistograms
    : lutra::impl::ApproxRecordHistogramsBase<ApproxRecordHistograms> {
  using ApproxRecordHistogramsBase::ApproxRecordHistogramsBase;

  void runOnOperation() override {
    func::FuncOp func = findFunction(getOperation(), function);
    if (!func || !getSingleReturn(func))
      return signalPassFailure();
    FailureOr<SmallVector<Contraction>> contractions = findContractions(func);
    if (failed(contractions))
      return signalPassFailure();
    if (contractions->empty()) {
      func.emitError("has no matmul or convolution");
      return signalPassFailure();
    }
    for (const Contraction &contraction : *contractions)
      if (failed(record(func, contraction)))
        return signalPassFailure();
    Builder b(&getContext());
    func->setAttr(attrs::contractions, b.getArrayAttr(records));
    func.setFunctionType(
        b.getFunctionType(func.getFunctionType().getInputs(),
                          getSingleReturn(func).getOperandTypes()));
    SmallVector<DictionaryAttr> all;
    func.getAllResultAttrs(all);
    all.append(resultAttrs);
    func.setAllResultAttrs(all);
  }

  /// Describes a contraction and, when it is quantised, returns its counts.
  LogicalResult record(func::FuncOp func, const Contraction &contraction) {
    Builder b(&getContext());
    NamedAttrList attributes;
    attributes.set("name", b.getStringAttr(contraction.name));
    attributes.set("kind",
                   b.getStringAttr(contraction.op->getName().stripDialect()));
    attributes.set("macs", b.getI64IntegerAttr(contraction.macs));
    bool isQuantized = isa<ContractionInterface>(contraction.op);
    Attribute policy = contraction.op->getAttr(attrs::policy);
    if (!policy)
      policy = b.getStringAttr(isQuantized ? "approximate" : "float");
    attributes.set("policy", policy);
    if (isQuantized && failed(recordCounts(func, contraction, attributes)))
      return failure();
    records.push_back(attributes.getDictionary(&getContext()));
    return success();
  }

  LogicalResult recordCounts(func::FuncOp func, const Contraction &contraction,
                             NamedAttrList &attributes) {
    Operation *op = contraction.op;
    Builder b(&getContext());
    FailureOr<std::shared_ptr<const Multiplier>> multiplier =
        getMultiplier(op, op->getAttrOfType<FlatSymbolRefAttr>("multiplier"));
    if (failed(multiplier))
      return failure();
    auto order = op->getAttrOfType<OperandOrderAttr>("order");
    bool swapped = order && order.getValue() == OperandOrder::RhsFirst;
    attributes.set("multiplier", b.getStringAttr((*multiplier)->name()));
    attributes.set("hash", b.getStringAttr((*multiplier)->hash()));
    attributes.set("operands", b.getStrArrayAttr({(*multiplier)->lhs().str(),
                                                  (*multiplier)->rhs().str()}));
    attributes.set("operand_order",
                   b.getStringAttr(orderName(contraction, swapped)));

    ContractionSpace space = cast<ContractionInterface>(op).getSpace();
    SmallVector<int64_t> sizes = loopSizes(op);
    auto inputs = cast<DestinationStyleOpInterface>(op).getDpsInputs();
    SmallVector<WindowUses> windows = windowUses(
        space, cast<ShapedType>(inputs[0].getType()).getShape(), sizes);
    int64_t macs = contraction.macs;
    for (const WindowUses &window : windows)
      macs = macs / (sizes[window.tap] * sizes[window.place]) *
             std::accumulate(window.places.begin(), window.places.end(),
                             int64_t(0));
    attributes.set("macs", b.getI64IntegerAttr(macs));
    func::ReturnOp ret = getSingleReturn(func);
    ImplicitLocOpBuilder builder(op->getLoc(), ret);
    for (bool isSecond : {false, true}) {
      bool isRhs = isSecond != swapped;
      OperandType type = isSecond ? (*multiplier)->rhs() : (*multiplier)->lhs();
      Value counts = buildHistogram(builder, inputs[isRhs ? 1 : 0],
                                    isRhs ? space.rhs : space.lhs, sizes,
                                    windows, type.bits);
      ret->insertOperands(ret.getNumOperands(), counts);
      std::string name =
          contraction.name + (isSecond ? ".rhs_counts" : ".lhs_counts");
      resultAttrs.push_back(b.getDictionaryAttr(
          b.getNamedAttr(attrs::name, b.getStringAttr(name))));
    }
    return success();
  }

private:
  SmallVector<Attribute> records;
  SmallVector<DictionaryAttr> resultAttrs;
};
} // namespace
