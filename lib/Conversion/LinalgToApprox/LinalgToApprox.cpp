//===- LinalgToApprox.cpp - Chosen contractions become approximate -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Implements convert-linalg-to-approx: each chosen contraction becomes range
// update, quantise, approx op and dequantise, and the ranges become arguments
// and results of the function.
//
//===----------------------------------------------------------------------===//
#include "LinalgToApprox.h"
#include "lutra/Conversion/Passes.h"
#include "lutra/Dialect/Approx/IR/Multipliers.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/Matchers.h"
#include <limits>

namespace lutra {
#define GEN_PASS_DEF_CONVERTLINALGTOAPPROX
#include "lutra/Conversion/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

namespace {
/// How operands are quantised (M8).
struct QuantOptions {
  Observer activation = Observer::MovingAverage;
  Observer weight = Observer::MinMax;
  bool symmetricWeights = false;
  bool perChannel = false;
  float momentum = 0.1f;
  bool skipPadding = false;
};

/// An operand of a contraction as codes. Scales per channel have rank 1, also
/// where the channels are those of groups and the zero point has rank 2.
struct Codes {
  Value codes, scale, zeroPoint;
};

/// Dimensions `axis` and the next of a tensor of `rank` as one.
SmallVector<ReassociationIndices> mergeWithNext(int64_t rank, int64_t axis) {
  SmallVector<ReassociationIndices> groups;
  for (int64_t i = 0; i != rank; ++i) {
    groups.push_back({i});
    if (i == axis)
      groups.back().push_back(++i);
  }
  return groups;
}

Value expandLike(ImplicitLocOpBuilder &builder, Value value,
                 RankedTensorType type, Value like,
                 ArrayRef<ReassociationIndices> groups) {
  return tensor::ExpandShapeOp::create(
      builder, builder.getLoc(), type, value, groups,
      tensor::getMixedSizes(builder, builder.getLoc(), like));
}

/// One range state, or one momentary range, of a value.
struct RangeKey {
  Value value;
  QTypeAttr qtype;
  Observer observer;
  int64_t axis;
  auto tie() const {
    return std::tuple(value, qtype, unsigned(observer), axis);
  }
};

/// Rewrites the layers of one function, in order.
class Emitter {
public:
  Emitter(func::FuncOp func, const QuantOptions &options)
      : func(func), options(options) {}

  LogicalResult convert(Layer &layer);
  /// Adds the new ranges to the results and records the layers (M12).
  void finish(ArrayRef<Layer> layers);

private:
  Value buildRange(ImplicitLocOpBuilder &builder, const RangeKey &key,
                   StringRef stateName);
  FailureOr<Codes> quantize(ImplicitLocOpBuilder &builder, Layer &layer,
                            const Contraction &contraction, unsigned operand);
  /// What the sums of a convolution leave out, as the op's attribute says it.
  FailureOr<SmallVector<int64_t>>
  getSkippedPadding(Layer &layer, const Contraction &contraction);
  FailureOr<Value> buildOp(ImplicitLocOpBuilder &builder, const Layer &layer,
                           const Contraction &contraction,
                           ArrayRef<int64_t> skippedPadding, const Codes &lhs,
                           const Codes &rhs);
  Value addInit(ImplicitLocOpBuilder &builder, Value product, Value init);

  func::FuncOp func;
  const QuantOptions &options;
  DenseMap<std::tuple<Value, QTypeAttr, unsigned, int64_t>, Value> ranges;
  SmallVector<std::pair<Value, std::string>> states;
};
} // namespace

/// The new range of `key.value`, made at its first use and then shared.
Value Emitter::buildRange(ImplicitLocOpBuilder &builder, const RangeKey &key,
                          StringRef stateName) {
  Value &entry = ranges[key.tie()];
  if (entry)
    return entry;
  Type f32 = builder.getF32Type();
  SmallVector<int64_t> shape;
  if (key.axis >= 0)
    shape.push_back(
        cast<RankedTensorType>(key.value.getType()).getDimSize(key.axis));
  shape.push_back(2);
  auto type = RankedTensorType::get(shape, f32);
  Value before;
  if (key.observer == Observer::MinMax) {
    // What was seen before plays no part.
    float infinity = std::numeric_limits<float>::infinity();
    SmallVector<float> empty;
    for (int64_t i = 0; i < type.getNumElements(); ++i)
      empty.push_back(i % 2 ? -infinity : infinity);
    before = arith::ConstantOp::create(builder,
                                       DenseFPElementsAttr::get(type, empty));
  } else {
    before = appendArg(func, type, Role::Range, stateName);
  }
  std::optional<int64_t> axis;
  if (key.axis >= 0)
    axis = key.axis;
  entry = UpdateRangeOp::create(builder, key.value, before, key.observer,
                                options.momentum, axis);
  if (key.observer != Observer::MinMax)
    states.emplace_back(entry, stateName.str());
  return entry;
}

FailureOr<Codes> Emitter::quantize(ImplicitLocOpBuilder &builder, Layer &layer,
                                   const Contraction &contraction,
                                   unsigned operand) {
  Value input = layer.op.getDpsInputs()[operand];
  bool isWeight = layer.weight == operand;
  bool isFirst = (layer.order == OperandOrder::LhsFirst) == (operand == 0);
  auto type = cast<IntegerType>(isFirst ? layer.multiplier.getLhs()
                                        : layer.multiplier.getRhs());
  bool symmetric = isWeight && options.symmetricWeights;
  if (symmetric && !type.isSigned())
    return layer.op.emitError("layer '")
           << layer.name << "': symmetric weights need a signed operand, but @"
           << layer.multiplier.getSymName() << " takes the weight as " << type;
  auto qtype = QTypeAttr::get(type, /*narrow=*/symmetric);

  // The channels of groups are quantised as one dimension.
  Value grouped;
  SmallVector<ReassociationIndices> merged;
  if (isWeight && options.perChannel && contraction.isGrouped()) {
    grouped = input;
    merged = mergeWithNext(cast<RankedTensorType>(input.getType()).getRank(),
                           contraction.channelAxis[operand]);
    input = builder.createOrFold<tensor::CollapseShapeOp>(input, merged);
  }

  RangeKey key{input, qtype, isWeight ? options.weight : options.activation,
               -1};
  std::optional<int64_t> axis;
  if (isWeight && options.perChannel) {
    axis = key.axis = contraction.channelAxis[operand];
    if (ShapedType::isDynamic(
            cast<RankedTensorType>(input.getType()).getDimSize(key.axis)))
      return layer.op.emitError("layer '")
             << layer.name
             << "': per-channel weights need a static number of channels";
  } else {
    // A range per tensor is that of the value behind views.
    key.value = seeThroughViews(input, /*throughPadding=*/true);
  }
  StringRef what = isWeight       ? "weight"
                   : layer.weight ? "input"
                   : operand      ? "rhs"
                                  : "lhs";
  Value range =
      buildRange(builder, key, layer.name + "." + what.str() + "_range");
  auto params = QuantParamsOp::create(builder, range, qtype, symmetric);
  Value codes = QuantizeOp::create(builder, input, params.getScale(),
                                   params.getZeroPoint(), qtype, axis);
  if (!grouped)
    return Codes{codes, params.getScale(), params.getZeroPoint()};
  auto groupedType = cast<RankedTensorType>(grouped.getType());
  Value zeroPoint = tensor::ExpandShapeOp::create(
      builder,
      RankedTensorType::get(groupedType.getShape().slice(*axis, 2),
                            builder.getI32Type()),
      params.getZeroPoint(),
      SmallVector<ReassociationIndices>{ReassociationIndices{0, 1}});
  return Codes{expandLike(builder, codes,
                          groupedType.clone(builder.getI8Type()), grouped,
                          merged),
               params.getScale(), zeroPoint};
}

/// 32 bits where the bound of M5 proves them enough, else 64.
static FailureOr<unsigned> accumulatorBits(MultiplierOp multiplier,
                                           int64_t depth) {
  FailureOr<MultiplierBounds> bounds = getMultiplierBounds(multiplier);
  if (failed(bounds))
    return failure();
  int64_t term = std::max<int64_t>(1, getTermBound(multiplier, *bounds));
  bool fits = !ShapedType::isDynamic(depth) &&
              depth <= std::numeric_limits<int32_t>::max() / term;
  return fits ? 32 : 64;
}

FailureOr<SmallVector<int64_t>>
Emitter::getSkippedPadding(Layer &layer, const Contraction &contraction) {
  SmallVector<int64_t> skipped(4, 0);
  // An exact product with the zero point adds nothing anyway.
  if (!options.skipPadding || layer.policy != Policy::Approximate ||
      contraction.kind != ContractionKind::Conv2D)
    return skipped;
  SmallVector<DimensionPadding> padding =
      getZeroPadding(layer.op.getDpsInputs()[0]);
  auto space =
      ContractionSpace::conv2D(func.getContext(), contraction.layout,
                               contraction.strides, contraction.dilations);
  for (auto [i, dimension] : llvm::enumerate(space.windowDimensions())) {
    if (!padding[dimension])
      return layer.op.emitError("layer '")
             << layer.name
             << "': padding=skip leaves out a fixed number of zeros around an "
                "image, and dimension "
             << dimension
             << " of this one has a number of them that is not known, or has "
                "zeros in between, as transposed convolutions do, or goes "
                "through elementwise ops after it was padded";
    std::tie(skipped[2 * i], skipped[2 * i + 1]) = *padding[dimension];
  }
  layer.skipsPadding =
      llvm::any_of(skipped, [](int64_t size) { return size != 0; });
  return skipped;
}

FailureOr<Value> Emitter::buildOp(ImplicitLocOpBuilder &builder,
                                  const Layer &layer,
                                  const Contraction &contraction,
                                  ArrayRef<int64_t> skippedPadding,
                                  const Codes &lhs, const Codes &rhs) {
  linalg::LinalgOp linalgOp = layer.op;
  Value init = linalgOp.getDpsInits()[0];
  FailureOr<unsigned> bits =
      accumulatorBits(layer.multiplier, contraction.depth);
  if (failed(bits))
    return failure();
  Value empty = tensor::EmptyOp::create(
      builder, tensor::getMixedSizes(builder, builder.getLoc(), init),
      builder.getIntegerType(*bits));
  MultiplierOp multiplier = layer.multiplier;
  auto symbol = FlatSymbolRefAttr::get(multiplier.getSymNameAttr());
  auto build = [&](auto op, auto... attributes) -> Operation * {
    return decltype(op)::create(builder, symbol, lhs.codes, rhs.codes,
                                lhs.zeroPoint, rhs.zeroPoint, empty,
                                layer.gradient, layer.order, attributes...);
  };
  Operation *op = nullptr;
  switch (contraction.kind) {
  case ContractionKind::Matmul:
    op =
        build(MatmulOp(), contraction.transposed[0], contraction.transposed[1]);
    break;
  case ContractionKind::BatchMatmul:
    op = build(BatchMatmulOp(), contraction.transposed[0],
               contraction.transposed[1]);
    break;
  case ContractionKind::Conv2D:
    op = build(Conv2DOp(), contraction.layout,
               ArrayRef<int64_t>(contraction.strides),
               ArrayRef<int64_t>(contraction.dilations), skippedPadding);
    break;
  }
  op->setAttr(attrs::name, builder.getStringAttr(layer.name));
  op->setAttr(attrs::policy,
              builder.getStringAttr(stringifyPolicy(layer.policy)));
  return op->getResult(0);
}

/// product + init, where init is not zero; a broadcast init (a bias) is read
/// where it comes from.
Value Emitter::addInit(ImplicitLocOpBuilder &builder, Value product,
                       Value init) {
  if (init.getDefiningOp<tensor::EmptyOp>() ||
      matchPattern(init, m_AnyZeroFloat()))
    return product;
  if (auto fill = init.getDefiningOp<linalg::FillOp>())
    if (matchPattern(fill.getInputs()[0], m_AnyZeroFloat()))
      return product;
  int64_t rank = cast<RankedTensorType>(product.getType()).getRank();
  AffineMap identity = builder.getMultiDimIdentityMap(rank), initMap = identity;
  if (auto broadcast = init.getDefiningOp<linalg::BroadcastOp>()) {
    ArrayRef<int64_t> added = broadcast.getDimensions();
    SmallVector<unsigned> kept;
    for (int64_t i = 0; i < rank; ++i)
      if (!llvm::is_contained(added, i))
        kept.push_back(i);
    initMap = identity.getSubMap(kept);
    init = broadcast.getInput();
  }
  Value empty = tensor::EmptyOp::create(
      builder, tensor::getMixedSizes(builder, builder.getLoc(), product),
      builder.getF32Type());
  SmallVector<utils::IteratorType> iterators(rank,
                                             utils::IteratorType::parallel);
  return linalg::GenericOp::create(
             builder, TypeRange{empty.getType()}, ValueRange{product, init},
             empty, ArrayRef<AffineMap>{identity, initMap, identity}, iterators,
             [](OpBuilder &nested, Location loc, ValueRange args) {
               Value sum = arith::AddFOp::create(nested, loc, args[0], args[1]);
               linalg::YieldOp::create(nested, loc, sum);
             })
      .getResult(0);
}

LogicalResult Emitter::convert(Layer &layer) {
  std::string name = layer.op->getName().getStringRef().str();
  if (layer.policy == Policy::Float) {
    layer.op->setAttr(attrs::name,
                      StringAttr::get(func.getContext(), layer.name));
    // One that was only not chosen is free for a later conversion.
    if (layer.isFloatByChoice)
      layer.op->setAttr(
          attrs::policy,
          StringAttr::get(func.getContext(), stringifyPolicy(layer.policy)));
    return success();
  }
  std::string reason;
  FailureOr<Contraction> contraction = describeContraction(layer.op, reason);
  if (failed(contraction))
    return layer.op.emitError("layer '")
           << layer.name << "' (" << name << ") cannot be made "
           << stringifyPolicy(layer.policy) << ": " << reason;

  FailureOr<SmallVector<int64_t>> skippedPadding =
      getSkippedPadding(layer, *contraction);
  if (failed(skippedPadding))
    return failure();
  ImplicitLocOpBuilder builder(layer.op.getLoc(), layer.op);
  FailureOr<Codes> lhs = quantize(builder, layer, *contraction, 0);
  if (failed(lhs))
    return failure();
  FailureOr<Codes> rhs = quantize(builder, layer, *contraction, 1);
  if (failed(rhs))
    return failure();
  FailureOr<Value> product =
      buildOp(builder, layer, *contraction, *skippedPadding, *lhs, *rhs);
  if (failed(product))
    return failure();
  std::optional<int64_t> axis;
  if (layer.weight && options.perChannel)
    axis = contraction->resultAxis[*layer.weight];
  Value result = *product;
  auto type = cast<RankedTensorType>(result.getType());
  SmallVector<ReassociationIndices> merged;
  if (axis && contraction->isGrouped()) {
    merged = mergeWithNext(type.getRank(), *axis);
    result = tensor::CollapseShapeOp::create(builder, result, merged);
  }
  result = DequantizeOp::create(builder, result, lhs->scale, rhs->scale, axis);
  if (!merged.empty())
    result = expandLike(builder, result, type.clone(builder.getF32Type()),
                        *product, merged);
  result = addInit(builder, result, layer.op.getDpsInits()[0]);
  layer.op->getResult(0).replaceAllUsesWith(result);
  layer.op->erase();
  return success();
}

/// What an earlier conversion recorded, with the records of this one in place
/// of those of the same name: that one left these layers as they were.
static SmallVector<Attribute> mergeRecords(ArrayAttr earlier,
                                           ArrayRef<Attribute> records) {
  auto nameOf = [](Attribute record) {
    auto dictionary = dyn_cast<DictionaryAttr>(record);
    return dictionary ? dictionary.getAs<StringAttr>("name") : StringAttr();
  };
  SmallVector<Attribute> merged;
  if (earlier)
    llvm::append_range(merged, earlier);
  for (Attribute record : records) {
    auto same = llvm::find_if(merged, [&](Attribute other) {
      return nameOf(other) == nameOf(record);
    });
    if (same == merged.end())
      merged.push_back(record);
    else
      *same = record;
  }
  return merged;
}

void Emitter::finish(ArrayRef<Layer> layers) {
  for (auto &[value, name] : states)
    appendResult(func, value, Role::Range, name);
  Builder builder(func.getContext());
  SmallVector<Attribute> records;
  for (const Layer &layer : layers) {
    SmallVector<NamedAttribute> record = {
        builder.getNamedAttr("name", builder.getStringAttr(layer.name)),
        builder.getNamedAttr("kind", builder.getStringAttr(layer.kind)),
        builder.getNamedAttr(
            "policy", builder.getStringAttr(stringifyPolicy(layer.policy)))};
    if (layer.policy != Policy::Float) {
      MultiplierOp multiplier = layer.multiplier;
      record.push_back(builder.getNamedAttr(
          "multiplier", FlatSymbolRefAttr::get(multiplier.getSymNameAttr())));
      record.push_back(builder.getNamedAttr(
          "gradient", GradientAttr::get(layer.gradient.getSpec())));
      record.push_back(builder.getNamedAttr(
          "order", OperandOrderAttr::get(func.getContext(), layer.order)));
      if (layer.skipsPadding)
        record.push_back(
            builder.getNamedAttr("padding", builder.getStringAttr("skip")));
    }
    records.push_back(builder.getDictionaryAttr(record));
  }
  records =
      mergeRecords(func->getAttrOfType<ArrayAttr>(attrs::layers), records);
  if (!records.empty())
    func->setAttr(attrs::layers, builder.getArrayAttr(records));
}

namespace {
struct ConvertLinalgToApprox
    : public lutra::impl::ConvertLinalgToApproxBase<ConvertLinalgToApprox> {
  using ConvertLinalgToApproxBase::ConvertLinalgToApproxBase;

  void runOnOperation() override {
    func::FuncOp func = findFunction(getOperation(), function);
    if (!func || failed(convert(func)))
      signalPassFailure();
  }

  LogicalResult convert(func::FuncOp func) {
    QuantOptions quantOptions;
    if (!getSingleReturn(func) || failed(parseObservers(func, quantOptions)))
      return failure();
    LayerOptions layerOptions{multiplier, gradient,     first,
                              last,       operandOrder, ops,
                              layers,     keepExact,    keepFloat};
    FailureOr<SmallVector<Layer>> selected = selectLayers(func, layerOptions);
    if (failed(selected))
      return failure();
    Emitter emitter(func, quantOptions);
    for (Layer &layer : *selected)
      if (failed(emitter.convert(layer)))
        return failure();
    emitter.finish(*selected);
    return success();
  }

  LogicalResult parseObservers(func::FuncOp func, QuantOptions &result) {
    if (weightObserver == "symmetric") {
      result.symmetricWeights = true;
    } else {
      std::optional<Observer> observer = symbolizeObserver(weightObserver);
      if (!observer || *observer == Observer::MovingAverage ||
          *observer == Observer::Fixed)
        return func.emitError("unknown weight-observer '")
               << weightObserver << "', expected min_max, running or symmetric";
      result.weight = *observer;
    }
    std::optional<Observer> observer = symbolizeObserver(activationObserver);
    if (!observer || *observer == Observer::Fixed)
      return func.emitError("unknown activation-observer '")
             << activationObserver
             << "', expected moving_average, running or min_max";
    result.activation = *observer;
    if (!(momentum > 0.0 && momentum <= 1.0))
      return func.emitError("expects momentum in (0, 1], got ")
             << std::to_string(momentum);
    if (padding != "zero_point" && padding != "skip")
      return func.emitError("unknown padding '")
             << padding << "', expected zero_point or skip";
    result.momentum = momentum;
    result.perChannel = perChannel;
    result.skipPadding = padding == "skip";
    return success();
  }
};
} // namespace
