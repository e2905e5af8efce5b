//===- Tensor.cpp - Derivatives of tensor ops -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Views and data movement: the cotangent takes the way back. These rules also
// carry the f32 cotangents of quantised codes (M9), so that element types come
// from the cotangent and shapes from the primal.
//
//===----------------------------------------------------------------------===//
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "lutra/Autodiff/DifferentiableOpInterface.h"
#include "lutra/Autodiff/RuleBuilders.h"
#include "lutra/Autodiff/Rules.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Utils/Utils.h"

using namespace mlir;
using namespace lutra::ad;

namespace {

template <typename ConcreteModel, typename OpTy>
using Model = DifferentiableOpInterface::ExternalModel<ConcreteModel, OpTy>;

/// The type of `shaped` with the elements of `cotangent`.
RankedTensorType likeCotangent(Type shaped, Value cotangent) {
  return cast<RankedTensorType>(
      withElementType(shaped, getElementTypeOrSelf(cotangent.getType())));
}

/// A model of an op that moves the elements of its first operand.
template <typename ConcreteModel, typename OpTy>
struct ViewModel : Model<ConcreteModel, OpTy> {
  bool isDifferentiableOperand(Operation *, OpOperand &operand) const {
    return static_cast<bool>(lutra::ad::getCotangentType(operand.get()));
  }
  Type getCotangentType(Operation *op, Value result) const {
    Type source = lutra::ad::getCotangentType(op->getOperand(0));
    return source
               ? withElementType(result.getType(), getElementTypeOrSelf(source))
               : Type();
  }
};

struct ExpandShapeModel : ViewModel<ExpandShapeModel, tensor::ExpandShapeOp> {
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto expand = cast<tensor::ExpandShapeOp>(op);
    Value cotangent = context.cotangent(expand.getResult());
    context.accumulate(expand.getSrc(),
                       tensor::CollapseShapeOp::create(
                           builder, op->getLoc(),
                           likeCotangent(expand.getSrcType(), cotangent),
                           cotangent, expand.getReassociation()));
    return success();
  }
};

struct CollapseShapeModel
    : ViewModel<CollapseShapeModel, tensor::CollapseShapeOp> {
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto collapse = cast<tensor::CollapseShapeOp>(op);
    Location loc = op->getLoc();
    Value cotangent = context.cotangent(collapse.getResult());
    Value source = context.primal(collapse.getSrc());
    context.accumulate(collapse.getSrc(),
                       tensor::ExpandShapeOp::create(
                           builder, loc,
                           likeCotangent(source.getType(), cotangent),
                           cotangent, collapse.getReassociationIndices(),
                           tensor::getMixedSizes(builder, loc, source)));
    return success();
  }
};

struct ReshapeModel : ViewModel<ReshapeModel, tensor::ReshapeOp> {
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto reshape = cast<tensor::ReshapeOp>(op);
    auto sourceType = dyn_cast<RankedTensorType>(reshape.getSource().getType());
    if (!sourceType)
      return context.emitUnsupported(op, "its source has no rank");
    Location loc = op->getLoc();
    Value cotangent = context.cotangent(reshape.getResult());
    Value source = context.primal(reshape.getSource());
    SmallVector<Value> sizes;
    for (OpFoldResult size : tensor::getMixedSizes(builder, loc, source))
      sizes.push_back(getValueOrCreateConstantIndexOp(builder, loc, size));
    auto shapeType =
        RankedTensorType::get({sourceType.getRank()}, builder.getIndexType());
    Value shape =
        tensor::FromElementsOp::create(builder, loc, shapeType, sizes);
    context.accumulate(reshape.getSource(),
                       tensor::ReshapeOp::create(
                           builder, loc, likeCotangent(sourceType, cotangent),
                           cotangent, shape));
    return success();
  }
};

struct CastModel : ViewModel<CastModel, tensor::CastOp> {
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto castOp = cast<tensor::CastOp>(op);
    if (!isa<RankedTensorType>(castOp.getSource().getType()))
      return context.emitUnsupported(op, "its source has no rank");
    Value cotangent = context.cotangent(castOp.getResult());
    context.accumulate(
        castOp.getSource(),
        tensor::CastOp::create(
            builder, op->getLoc(),
            likeCotangent(castOp.getSource().getType(), cotangent), cotangent));
    return success();
  }
};

struct ExtractSliceModel
    : ViewModel<ExtractSliceModel, tensor::ExtractSliceOp> {
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto slice = cast<tensor::ExtractSliceOp>(op);
    Value zero = context.zeroLike(slice.getSource());
    context.accumulate(slice.getSource(),
                       tensor::InsertSliceOp::create(
                           builder, op->getLoc(),
                           context.cotangent(slice.getResult()), zero,
                           slice.getMixedOffsets(), slice.getMixedSizes(),
                           slice.getMixedStrides()));
    return success();
  }
};

struct InsertSliceModel : ViewModel<InsertSliceModel, tensor::InsertSliceOp> {
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto insert = cast<tensor::InsertSliceOp>(op);
    Location loc = op->getLoc();
    Value cotangent = context.cotangent(insert.getResult());
    if (context.isActive(insert.getSource()))
      context.accumulate(insert.getSource(),
                         tensor::ExtractSliceOp::create(
                             builder, loc,
                             likeCotangent(insert.getSourceType(), cotangent),
                             cotangent, insert.getMixedOffsets(),
                             insert.getMixedSizes(), insert.getMixedStrides()));
    if (context.isActive(insert.getDest())) {
      Value zero = buildZero(builder, loc,
                             likeCotangent(insert.getSourceType(), cotangent),
                             context.primal(insert.getSource()));
      context.accumulate(insert.getDest(),
                         tensor::InsertSliceOp::create(
                             builder, loc, zero, cotangent,
                             insert.getMixedOffsets(), insert.getMixedSizes(),
                             insert.getMixedStrides()));
    }
    return success();
  }
};

struct ConcatModel : ViewModel<ConcatModel, tensor::ConcatOp> {
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto concat = cast<tensor::ConcatOp>(op);
    Location loc = op->getLoc();
    Value cotangent = context.cotangent(concat.getResult());
    int64_t dim = concat.getDim();
    int64_t rank = concat.getResultType().getRank();
    SmallVector<OpFoldResult> offsets(rank, builder.getIndexAttr(0));
    SmallVector<OpFoldResult> strides(rank, builder.getIndexAttr(1));
    AffineExpr sum =
        builder.getAffineSymbolExpr(0) + builder.getAffineSymbolExpr(1);
    for (Value input : concat.getInputs()) {
      Value primal = context.primal(input);
      SmallVector<OpFoldResult> sizes =
          tensor::getMixedSizes(builder, loc, primal);
      if (context.isActive(input))
        context.accumulate(
            input, tensor::ExtractSliceOp::create(
                       builder, loc, likeCotangent(primal.getType(), cotangent),
                       cotangent, offsets, sizes, strides));
      offsets[dim] = affine::makeComposedFoldedAffineApply(
          builder, loc, sum, {offsets[dim], sizes[dim]});
    }
    return success();
  }
};

struct PadModel : Model<PadModel, tensor::PadOp> {
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto pad = cast<tensor::PadOp>(op);
    Location loc = op->getLoc();
    Value cotangent = context.cotangent(pad.getResult());
    Value source = context.primal(pad.getSource());
    SmallVector<OpFoldResult> strides(pad.getSourceType().getRank(),
                                      builder.getIndexAttr(1));
    Value inside = tensor::ExtractSliceOp::create(
        builder, loc, likeCotangent(source.getType(), cotangent), cotangent,
        pad.getMixedLowPad(), tensor::getMixedSizes(builder, loc, source),
        strides);
    context.accumulate(pad.getSource(), inside);

    Value padding = pad.getConstantPaddingValue();
    if (padding && context.isActive(padding)) {
      // The padding gets what the source does not.
      Value all = buildSum(builder, loc, cotangent);
      Value kept = buildSum(builder, loc, inside);
      context.accumulate(padding,
                         arith::SubFOp::create(builder, loc, all, kept));
      return success();
    }
    WalkResult readsActive = pad.getRegion().walk([&](Operation *inner) {
      return llvm::any_of(inner->getOperands(),
                          [&](Value value) { return context.isActive(value); })
                 ? WalkResult::interrupt()
                 : WalkResult::advance();
    });
    if (readsActive.wasInterrupted())
      return context.emitUnsupported(
          op, "its padding is computed from a differentiated value",
          "compute the padding value outside of the op");
    return success();
  }
};

struct SplatModel : Model<SplatModel, tensor::SplatOp> {
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto splat = cast<tensor::SplatOp>(op);
    context.accumulate(
        splat.getInput(),
        buildSum(builder, op->getLoc(), context.cotangent(splat.getResult())));
    return success();
  }
};

struct FromElementsModel : Model<FromElementsModel, tensor::FromElementsOp> {
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto from = cast<tensor::FromElementsOp>(op);
    Location loc = op->getLoc();
    Value cotangent = context.cotangent(from.getResult());
    ArrayRef<int64_t> shape = from.getResult().getType().getShape();
    for (auto [number, element] : llvm::enumerate(from.getElements())) {
      if (!context.isActive(element))
        continue;
      // Row-major position, from the last dimension.
      SmallVector<Value> indices(shape.size());
      int64_t rest = number;
      for (size_t dim = shape.size(); dim-- > 0;) {
        indices[dim] =
            arith::ConstantIndexOp::create(builder, loc, rest % shape[dim]);
        rest /= shape[dim];
      }
      context.accumulate(
          element, tensor::ExtractOp::create(builder, loc, cotangent, indices));
    }
    return success();
  }
};

struct ExtractModel : Model<ExtractModel, tensor::ExtractOp> {
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto extract = cast<tensor::ExtractOp>(op);
    if (context.isInBody())
      return context.emitUnsupported(
          op, "it reads elements of a differentiated tensor at positions that "
              "the body computes");
    SmallVector<Value> indices = llvm::map_to_vector(
        extract.getIndices(), [&](Value v) { return context.primal(v); });
    Value zero = context.zeroLike(extract.getTensor());
    context.accumulate(
        extract.getTensor(),
        tensor::InsertOp::create(builder, op->getLoc(),
                                 context.cotangent(extract.getResult()), zero,
                                 indices));
    return success();
  }
};

struct InsertModel : Model<InsertModel, tensor::InsertOp> {
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto insert = cast<tensor::InsertOp>(op);
    Location loc = op->getLoc();
    Value cotangent = context.cotangent(insert.getResult());
    SmallVector<Value> indices = llvm::map_to_vector(
        insert.getIndices(), [&](Value v) { return context.primal(v); });
    if (context.isActive(insert.getScalar()))
      context.accumulate(
          insert.getScalar(),
          tensor::ExtractOp::create(builder, loc, cotangent, indices));
    if (context.isActive(insert.getDest())) {
      Value zero = buildZero(builder, loc, insert.getScalar().getType(), {});
      context.accumulate(
          insert.getDest(),
          tensor::InsertOp::create(builder, loc, zero, cotangent, indices));
    }
    return success();
  }
};

} // namespace

void lutra::ad::registerTensorRules(DialectRegistry &registry) {
  registry.addExtension(+[](MLIRContext *context, tensor::TensorDialect *) {
    tensor::CastOp::attachInterface<CastModel>(*context);
    tensor::CollapseShapeOp::attachInterface<CollapseShapeModel>(*context);
    tensor::ConcatOp::attachInterface<ConcatModel>(*context);
    tensor::ExpandShapeOp::attachInterface<ExpandShapeModel>(*context);
    tensor::ExtractOp::attachInterface<ExtractModel>(*context);
    tensor::ExtractSliceOp::attachInterface<ExtractSliceModel>(*context);
    tensor::FromElementsOp::attachInterface<FromElementsModel>(*context);
    tensor::InsertOp::attachInterface<InsertModel>(*context);
    tensor::InsertSliceOp::attachInterface<InsertSliceModel>(*context);
    tensor::PadOp::attachInterface<PadModel>(*context);
    tensor::ReshapeOp::attachInterface<ReshapeModel>(*context);
    tensor::SplatOp::attachInterface<SplatModel>(*context);
  });
}
