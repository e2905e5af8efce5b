//===- LinalgConvolution.cpp - Derivatives of convolutions -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The layouts that the approx ops have become the float form of the approx
// gradient ops. approx-prepare gives 1-D, grouped and depthwise convolutions
// one of them. Every other convolution (3-D) goes through its maps
// (LinalgGeneric.cpp), which is correct and slower.
//
//===----------------------------------------------------------------------===//
#include "LinalgRules.h"
#include "lutra/Autodiff/RuleBuilders.h"
#include "lutra/Dialect/Approx/IR/ApproxOps.h"

using namespace mlir;
using namespace lutra;
using namespace lutra::ad;

namespace {

template <typename OpTy, approx::ConvLayout layout>
struct ConvolutionModel
    : DifferentiableOpInterface::ExternalModel<ConvolutionModel<OpTy, layout>,
                                               OpTy> {
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto conv = cast<OpTy>(op);
    if (!cast<linalg::LinalgOp>(op).hasPureTensorSemantics())
      return context.emitUnsupported(op, "it works on buffers",
                                     "differentiate before bufferization");
    Value cotangent = context.cotangent(op->getResult(0));
    if (context.isActive(op->getOpOperand(0)))
      build<approx::Conv2DGradInputOp>(conv, 0, cotangent, builder, context);
    if (context.isActive(op->getOpOperand(1)))
      build<approx::Conv2DGradFilterOp>(conv, 1, cotangent, builder, context);
    context.accumulate(conv.getOutputs()[0], cotangent);
    return success();
  }

private:
  template <typename Gradient>
  static void build(OpTy conv, unsigned self, Value cotangent,
                    OpBuilder &builder, VJPContext &context) {
    Location loc = conv.getLoc();
    Value operand = conv->getOperand(self);
    // Mixed precision: computed in the type of the sums.
    Type elementType = getElementTypeOrSelf(cotangent.getType());
    Value other = buildFloatCast(builder, loc, elementType,
                                 context.primal(conv->getOperand(1 - self)));
    Value init = buildEmpty(builder, loc, elementType, context.primal(operand));
    auto values = [](DenseIntElementsAttr attr) {
      return llvm::to_vector(attr.getValues<int64_t>());
    };
    Value gradient =
        Gradient::create(builder, loc, TypeRange{init.getType()}, cotangent,
                         other, /*self=*/Value(), /*otherZeroPoint=*/Value(),
                         init, /*multiplier=*/FlatSymbolRefAttr(),
                         /*gradient=*/approx::GradientAttr(),
                         approx::OperandOrder::LhsFirst, layout,
                         values(conv.getStrides()), values(conv.getDilations()),
                         /*skippedPadding=*/ArrayRef<int64_t>({0, 0, 0, 0}))
            ->getResult(0);
    context.accumulate(
        operand,
        buildFloatCast(builder, loc, getElementTypeOrSelf(operand), gradient));
  }
};

} // namespace

void lutra::ad::attachConvolutionRules(MLIRContext *context) {
  linalg::Conv2DNchwFchwOp::attachInterface<
      ConvolutionModel<linalg::Conv2DNchwFchwOp, approx::ConvLayout::NchwFchw>>(
      *context);
  linalg::Conv2DNhwcHwcfOp::attachInterface<
      ConvolutionModel<linalg::Conv2DNhwcHwcfOp, approx::ConvLayout::NhwcHwcf>>(
      *context);
  linalg::Conv2DNgchwGfchwOp::attachInterface<ConvolutionModel<
      linalg::Conv2DNgchwGfchwOp, approx::ConvLayout::NgchwGfchw>>(*context);
  linalg::Conv2DNhwgcGfhwcOp::attachInterface<ConvolutionModel<
      linalg::Conv2DNhwgcGfhwcOp, approx::ConvLayout::NhwgcGfhwc>>(*context);
}
