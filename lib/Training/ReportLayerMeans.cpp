//===- ReportLayerMeans.cpp - Mean output of every layer per channel ------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Implements approx-report-layer-means, which bias correction compares between
// a float model and its approximate form. What is averaged is the contraction
// alone, in both forms: an init such as the bias is subtracted, since the
// approximate form adds it after dequantisation.
//
//===----------------------------------------------------------------------===//
#include "LayerNames.h"
#include "lutra/Dialect/Approx/IR/Roles.h"
#include "lutra/Training/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace lutra {
#define GEN_PASS_DEF_APPROXREPORTLAYERMEANS
#include "lutra/Training/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

namespace {
/// A contraction whose weight is a parameter.
struct Layer {
  std::string name;
  Value output;      // float, of the contraction
  Value init;        // what `output` contains besides; may be null
  int64_t channels;  // dimension of `output`
  bool isGrouped;    // the next dimension is of channels, too
  Operation *before; // where the mean can be computed
};
} // namespace

/// The dimension of a contraction's result that its weight's channels run
/// along; -1 for an op that is not a contraction of a layer.
static int64_t channelDimension(Operation *op, bool weightIsRhs) {
  auto rank = [&] {
    return cast<ShapedType>(op->getResult(0).getType()).getRank();
  };
  if (isa<approx::MatmulOp, approx::BatchMatmulOp, linalg::MatmulOp,
          linalg::BatchMatmulOp>(op))
    return weightIsRhs ? rank() - 1 : rank() - 2;
  if (auto conv = dyn_cast<approx::Conv2DOp>(op))
    return conv.getLayout() == ConvLayout::NchwFchw ||
                   conv.getLayout() == ConvLayout::NgchwGfchw
               ? 1
               : 3;
  if (isa<linalg::Conv2DNchwFchwOp, linalg::Conv2DNgchwGfchwOp>(op))
    return 1;
  return isa<linalg::Conv2DNhwcHwcfOp, linalg::Conv2DNhwgcGfhwcOp>(op) ? 3 : -1;
}

static bool isGroupedConvolution(Operation *op) {
  if (auto conv = dyn_cast<approx::Conv2DOp>(op))
    return isGrouped(conv.getLayout());
  return isa<linalg::Conv2DNgchwGfchwOp, linalg::Conv2DNhwgcGfhwcOp>(op);
}

static SmallVector<Layer> findLayers(func::FuncOp func) {
  SmallVector<Layer> layers;
  for (Operation &op : func.getBody().front()) {
    auto destination = dyn_cast<DestinationStyleOpInterface>(op);
    if (!destination || op.getNumResults() != 1 ||
        destination.getNumDpsInputs() < 2)
      continue;
    std::string name;
    int64_t channels = -1;
    for (bool isRhs : {true, false}) {
      Value operand = destination.getDpsInputs()[isRhs ? 1 : 0];
      name = layerName(func, &op, findWeight(operand));
      channels = channelDimension(&op, isRhs);
      if (!name.empty())
        break;
    }
    if (name.empty() || channels < 0)
      continue;
    if (!isa<ApproxDialect>(op.getDialect())) {
      layers.push_back({name, op.getResult(0), destination.getDpsInits()[0],
                        channels, isGroupedConvolution(&op), op.getNextNode()});
      continue;
    }
    for (Operation *user : op.getResult(0).getUsers()) {
      bool isMerged = isa<tensor::CollapseShapeOp>(user) && user->hasOneUse();
      if (isMerged)
        user = *user->user_begin();
      if (isa<DequantizeOp>(user)) {
        layers.push_back({name, user->getResult(0), Value(), channels,
                          isGroupedConvolution(&op) && !isMerged,
                          user->getNextNode()});
        break;
      }
    }
  }
  return layers;
}

/// `layer` with the channels of all groups in one dimension.
static Layer mergeGroups(ImplicitLocOpBuilder &b, Layer layer) {
  int64_t rank = cast<RankedTensorType>(layer.output.getType()).getRank();
  SmallVector<ReassociationIndices> groups;
  for (int64_t i = 0; i != rank; ++i) {
    groups.push_back({i});
    if (i == layer.channels)
      groups.back().push_back(++i);
  }
  for (Value *value : {&layer.output, &layer.init})
    if (*value)
      *value = tensor::CollapseShapeOp::create(b, *value, groups);
  layer.isGrouped = false;
  return layer;
}

/// mean over all dimensions but the channels of (output - init).
static Value buildMean(Layer layer) {
  ImplicitLocOpBuilder b(layer.output.getLoc(), layer.before);
  if (layer.isGrouped)
    layer = mergeGroups(b, layer);
  auto type = cast<RankedTensorType>(layer.output.getType());
  int64_t count = type.getNumElements() / type.getDimSize(layer.channels);
  auto element = cast<FloatType>(type.getElementType());
  Value zero = arith::ConstantOp::create(b, b.getFloatAttr(element, 0.0));
  Value scale =
      arith::ConstantOp::create(b, b.getFloatAttr(element, 1.0 / count));
  Value empty =
      tensor::EmptyOp::create(b, type.getDimSize(layer.channels), element);
  Value sums = linalg::FillOp::create(b, zero, empty).getResult(0);

  SmallVector<Value> inputs = {layer.output};
  if (layer.init)
    inputs.push_back(layer.init);
  SmallVector<AffineMap> maps(inputs.size(),
                              b.getMultiDimIdentityMap(type.getRank()));
  maps.push_back(AffineMap::get(
      type.getRank(), 0, b.getAffineDimExpr(layer.channels), b.getContext()));
  SmallVector<utils::IteratorType> iterators(type.getRank(),
                                             utils::IteratorType::reduction);
  iterators[layer.channels] = utils::IteratorType::parallel;
  auto generic = linalg::GenericOp::create(
      b, TypeRange{sums.getType()}, inputs, sums, maps, iterators,
      [&](OpBuilder &nested, Location loc, ValueRange args) {
        Value value = args[0];
        if (args.size() == 3)
          value = arith::SubFOp::create(nested, loc, value, args[1]);
        value = arith::MulFOp::create(nested, loc, value, scale);
        value = arith::AddFOp::create(nested, loc, args.back(), value);
        linalg::YieldOp::create(nested, loc, value);
      });
  return generic.getResult(0);
}

namespace {
struct ApproxReportLayerMeans
    : lutra::impl::ApproxReportLayerMeansBase<ApproxReportLayerMeans> {
  using ApproxReportLayerMeansBase::ApproxReportLayerMeansBase;

  void runOnOperation() override {
    func::FuncOp func = findFunction(getOperation(), function);
    func::ReturnOp ret = func ? getSingleReturn(func) : nullptr;
    if (!ret)
      return signalPassFailure();
    SmallVector<Layer> layers = findLayers(func);
    if (layers.empty()) {
      func.emitError("has no matmul or convolution whose weight is an argument "
                     "of role parameter");
      return signalPassFailure();
    }
    SmallVector<Type> results(func.getResultTypes());
    // Grown by hand: the attributes of new results do not appear by themselves.
    SmallVector<DictionaryAttr> resultAttrs;
    func.getAllResultAttrs(resultAttrs);
    Builder b(&getContext());
    for (const Layer &layer : layers) {
      if (!cast<RankedTensorType>(layer.output.getType()).hasStaticShape()) {
        layer.output.getDefiningOp()->emitError(
            "has a dynamic shape; the mean of a layer needs static ones");
        return signalPassFailure();
      }
      Value mean = buildMean(layer);
      ret->insertOperands(ret.getNumOperands(), mean);
      results.push_back(mean.getType());
      resultAttrs.push_back(b.getDictionaryAttr(
          b.getNamedAttr(attrs::name, b.getStringAttr(layer.name + ".mean"))));
    }
    func.setFunctionType(
        b.getFunctionType(func.getFunctionType().getInputs(), results));
    func.setAllResultAttrs(resultAttrs);
  }
};
} // namespace
