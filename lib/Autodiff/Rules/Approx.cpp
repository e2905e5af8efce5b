//===- Approx.cpp - Derivatives of approx ops -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// M6, M7 and M9: codes and accumulators carry f32 cotangents; contractions hand
// them on through the gradient ops with the multiplier, the estimator and the
// operand order of the forward op; scales, zero points and ranges have none.
//
//===----------------------------------------------------------------------===//
#include "lutra/Autodiff/DifferentiableOpInterface.h"
#include "lutra/Autodiff/RuleBuilders.h"
#include "lutra/Autodiff/Rules.h"
#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace lutra;
using namespace lutra::ad;

namespace {

template <typename ConcreteModel, typename OpTy>
using Model = DifferentiableOpInterface::ExternalModel<ConcreteModel, OpTy>;

Type f32Like(Value value) {
  return withElementType(value.getType(), Float32Type::get(value.getContext()));
}

/// Observers and parameters, whose results are held constant (M7), and what
/// says so of any value.
template <typename OpTy>
struct InactiveModel : Model<InactiveModel<OpTy>, OpTy> {
  bool isDifferentiableOperand(Operation *, OpOperand &) const { return false; }
  LogicalResult buildVJP(Operation *, OpBuilder &, VJPContext &) const {
    return success();
  }
};

struct QuantizeModel : Model<QuantizeModel, approx::QuantizeOp> {
  bool isDifferentiableOperand(Operation *, OpOperand &operand) const {
    return operand.getOperandNumber() == 0;
  }
  Type getCotangentType(Operation *, Value result) const {
    return f32Like(result);
  }
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto quantize = cast<approx::QuantizeOp>(op);
    Value input = context.primal(quantize.getInput());
    context.accumulate(quantize.getInput(),
                       approx::QuantizeGradOp::create(
                           builder, op->getLoc(), input.getType(),
                           context.cotangent(quantize.getResult()), input,
                           context.primal(quantize.getScale()),
                           context.primal(quantize.getZeroPoint()),
                           quantize.getQtypeAttr(), quantize.getAxisAttr()));
    return success();
  }
};

/// dC = (s_lhs * s_rhs) * dY, the product of the scales first as in the
/// forward.
struct DequantizeModel : Model<DequantizeModel, approx::DequantizeOp> {
  bool isDifferentiableOperand(Operation *, OpOperand &operand) const {
    return operand.getOperandNumber() == 0;
  }
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto dequantize = cast<approx::DequantizeOp>(op);
    Location loc = op->getLoc();
    Value cotangent = context.cotangent(dequantize.getResult());
    auto type = cast<RankedTensorType>(cotangent.getType());
    AffineMap identity = builder.getMultiDimIdentityMap(type.getRank());
    SmallVector<Value> inputs{cotangent};
    SmallVector<AffineMap> maps{identity};
    for (Value scale : {dequantize.getLhsScale(), dequantize.getRhsScale()}) {
      bool perChannel = cast<RankedTensorType>(scale.getType()).getRank() == 1;
      if (perChannel && !dequantize.getAxis())
        return context.emitUnsupported(
            op, "a scale is per channel, but 'axis' is missing");
      inputs.push_back(context.primal(scale));
      maps.push_back(
          perChannel ? identity.getSubMap(unsigned(*dequantize.getAxis()))
                     : AffineMap::get(type.getRank(), 0, builder.getContext()));
    }
    maps.push_back(identity);
    Value init = buildEmpty(builder, loc, type.getElementType(), cotangent);
    SmallVector<utils::IteratorType> iterators(type.getRank(),
                                               utils::IteratorType::parallel);
    auto generic = linalg::GenericOp::create(
        builder, loc, init.getType(), inputs, init, maps, iterators,
        [](OpBuilder &nested, Location nestedLoc, ValueRange args) {
          Value scale =
              arith::MulFOp::create(nested, nestedLoc, args[1], args[2]);
          Value scaled =
              arith::MulFOp::create(nested, nestedLoc, scale, args[0]);
          linalg::YieldOp::create(nested, nestedLoc, scaled);
        });
    context.accumulate(dequantize.getInput(), generic.getResult(0));
    return success();
  }
};

/// Forward ops: operand 0 is lhs, operand 1 rhs; the attributes from
/// `Attributes` are those that the gradient ops share with them.
template <typename OpTy, typename GradLhs, typename GradRhs>
struct ContractionModel
    : Model<ContractionModel<OpTy, GradLhs, GradRhs>, OpTy> {
  bool isDifferentiableOperand(Operation *, OpOperand &operand) const {
    return operand.getOperandNumber() < 2;
  }
  Type getCotangentType(Operation *, Value result) const {
    return f32Like(result);
  }
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto forward = cast<OpTy>(op);
    Value cotangent = context.cotangent(op->getResult(0));
    if (context.isActive(op->getOpOperand(0)))
      context.accumulate(forward.getLhs(),
                         build<GradLhs>(forward, forward.getLhs(),
                                        forward.getRhs(),
                                        forward.getRhsZeroPoint(), cotangent,
                                        builder, context));
    if (context.isActive(op->getOpOperand(1)))
      context.accumulate(forward.getRhs(),
                         build<GradRhs>(forward, forward.getRhs(),
                                        forward.getLhs(),
                                        forward.getLhsZeroPoint(), cotangent,
                                        builder, context));
    return success();
  }

private:
  template <typename Gradient>
  static Value build(OpTy forward, Value self, Value other,
                     Value otherZeroPoint, Value cotangent, OpBuilder &builder,
                     VJPContext &context) {
    Location loc = forward.getLoc();
    Value codes = context.primal(self);
    Value init = buildEmpty(builder, loc, builder.getF32Type(), codes);
    auto create = [&](auto... attributes) -> Value {
      return Gradient::create(
                 builder, loc, TypeRange{init.getType()}, cotangent,
                 context.primal(other), codes, context.primal(otherZeroPoint),
                 init, forward.getMultiplierAttr(), forward.getGradientAttr(),
                 forward.getOrder(), attributes...)
          ->getResult(0);
    };
    if constexpr (std::is_same_v<OpTy, approx::Conv2DOp>)
      return create(forward.getLayout(), forward.getStrides(),
                    forward.getDilations(), forward.getSkippedPadding());
    else
      return create(forward.getLhsTransposed(), forward.getRhsTransposed());
  }
};

} // namespace

void lutra::ad::registerApproxRules(DialectRegistry &registry) {
  registry.addExtension(+[](MLIRContext *context, approx::ApproxDialect *) {
    using namespace approx;
    UpdateRangeOp::attachInterface<InactiveModel<UpdateRangeOp>>(*context);
    QuantParamsOp::attachInterface<InactiveModel<QuantParamsOp>>(*context);
    StopGradientOp::attachInterface<InactiveModel<StopGradientOp>>(*context);
    QuantizeOp::attachInterface<QuantizeModel>(*context);
    DequantizeOp::attachInterface<DequantizeModel>(*context);
    MatmulOp::attachInterface<
        ContractionModel<MatmulOp, MatmulGradLhsOp, MatmulGradRhsOp>>(*context);
    BatchMatmulOp::attachInterface<ContractionModel<
        BatchMatmulOp, BatchMatmulGradLhsOp, BatchMatmulGradRhsOp>>(*context);
    Conv2DOp::attachInterface<
        ContractionModel<Conv2DOp, Conv2DGradInputOp, Conv2DGradFilterOp>>(
        *context);
  });
}
