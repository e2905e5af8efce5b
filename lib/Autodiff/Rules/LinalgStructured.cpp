//===- LinalgStructured.cpp - Derivatives of data movement and softmax in linalg -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Named ops whose derivative is a named op again (copy, broadcast, reduce by
// addition, transpose), and softmax, which is no structured op. All other
// named ops go through their bodies (LinalgGeneric.cpp).
//
//===----------------------------------------------------------------------===//
#include "LinalgRules.h"
#include "lutra/Autodiff/RuleBuilders.h"
#include "lutra/Autodiff/Rules.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Utils/IndexingUtils.h"

using namespace mlir;
using namespace lutra::ad;

namespace {

template <typename ConcreteModel, typename OpTy>
using Model = DifferentiableOpInterface::ExternalModel<ConcreteModel, OpTy>;

void addOfScalars(OpBuilder &builder, Location loc, ValueRange args) {
  Value sum = arith::AddFOp::create(builder, loc, args[0], args[1]);
  linalg::YieldOp::create(builder, loc, sum);
}

struct CopyModel : Model<CopyModel, linalg::CopyOp> {
  bool isDifferentiableOperand(Operation *op, OpOperand &operand) const {
    return operand.getOperandNumber() == 0 &&
           hasFloatElements(operand.get().getType());
  }
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto copy = cast<linalg::CopyOp>(op);
    if (!isa<RankedTensorType>(copy.getInputs()[0].getType()) ||
        getElementTypeOrSelf(copy.getInputs()[0]) !=
            getElementTypeOrSelf(copy.getOutputs()[0]))
      return buildStructuredVJP(copy, builder, context);
    context.accumulate(copy.getInputs()[0],
                       context.cotangent(op->getResult(0)));
    return success();
  }
};

struct TransposeModel : Model<TransposeModel, linalg::TransposeOp> {
  bool isDifferentiableOperand(Operation *op, OpOperand &operand) const {
    return operand.getOperandNumber() == 0 &&
           lutra::ad::getCotangentType(operand.get());
  }
  // Codes of a quantised tensor are transposed like floats (M9).
  Type getCotangentType(Operation *op, Value result) const {
    Type source = lutra::ad::getCotangentType(op->getOperand(0));
    return source
               ? withElementType(result.getType(), getElementTypeOrSelf(source))
               : Type();
  }
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto transpose = cast<linalg::TransposeOp>(op);
    Value cotangent = context.cotangent(op->getResult(0));
    Value empty = buildEmpty(builder, op->getLoc(),
                             getElementTypeOrSelf(cotangent.getType()),
                             context.primal(transpose.getInput()));
    context.accumulate(transpose.getInput(),
                       linalg::TransposeOp::create(
                           builder, op->getLoc(), cotangent, empty,
                           invertPermutationVector(transpose.getPermutation()))
                           ->getResult(0));
    return success();
  }
};

struct BroadcastModel : Model<BroadcastModel, linalg::BroadcastOp> {
  bool isDifferentiableOperand(Operation *op, OpOperand &operand) const {
    return operand.getOperandNumber() == 0 &&
           hasFloatElements(operand.get().getType());
  }
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto broadcast = cast<linalg::BroadcastOp>(op);
    Value input = broadcast.getInput();
    // Narrow floats are summed in f32 by the general rule.
    if (getElementTypeOrSelf(input).getIntOrFloatBitWidth() < 32)
      return buildStructuredVJP(cast<linalg::LinalgOp>(op), builder, context);
    Value zero = context.zeroLike(input);
    context.accumulate(input, linalg::ReduceOp::create(
                                  builder, op->getLoc(),
                                  context.cotangent(op->getResult(0)), zero,
                                  broadcast.getDimensions(), addOfScalars)
                                  .getResult(0));
    return success();
  }
};

struct ReduceModel : Model<ReduceModel, linalg::ReduceOp> {
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto reduce = cast<linalg::ReduceOp>(op);
    Block *body = reduce.getBody();
    bool isSum = op->getNumResults() == 1 && llvm::hasNItems(*body, 2) &&
                 isa<arith::AddFOp>(body->front()) &&
                 body->front().getOperand(0) != body->front().getOperand(1);
    if (!isSum)
      return buildStructuredVJP(cast<linalg::LinalgOp>(op), builder, context);
    Value cotangent = context.cotangent(op->getResult(0));
    Value input = reduce.getInputs()[0];
    if (context.isActive(input)) {
      Value empty = buildEmpty(builder, op->getLoc(),
                               getElementTypeOrSelf(cotangent.getType()),
                               context.primal(input));
      context.accumulate(
          input, linalg::BroadcastOp::create(builder, op->getLoc(), cotangent,
                                             empty, reduce.getDimensions())
                     ->getResult(0));
    }
    context.accumulate(reduce.getInits()[0], cotangent);
    return success();
  }
};

/// dx = y * (dy - sum(dy * y)).
struct SoftmaxModel : Model<SoftmaxModel, linalg::SoftmaxOp> {
  bool isDifferentiableOperand(Operation *op, OpOperand &operand) const {
    return operand.getOperandNumber() == 0;
  }
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto softmax = cast<linalg::SoftmaxOp>(op);
    Location loc = op->getLoc();
    Value cotangent = context.cotangent(op->getResult(0));
    Value y = context.primal(op->getResult(0));
    auto type = cast<RankedTensorType>(y.getType());
    int64_t rank = type.getRank();
    unsigned reduced = softmax.getDimension();

    AffineMap full = builder.getMultiDimIdentityMap(rank);
    AffineMap kept = full.dropResult(reduced);
    SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(builder, loc, y);
    sizes.erase(sizes.begin() + reduced);
    Value zero = arith::ConstantOp::create(
        builder, loc, builder.getZeroAttr(type.getElementType()));
    Value empty =
        tensor::EmptyOp::create(builder, loc, sizes, type.getElementType());
    Value init = linalg::FillOp::create(builder, loc, zero, empty).getResult(0);
    SmallVector<utils::IteratorType> iterators(rank,
                                               utils::IteratorType::parallel);
    iterators[reduced] = utils::IteratorType::reduction;
    Value sum =
        linalg::GenericOp::create(
            builder, loc, init.getType(), ValueRange{cotangent, y}, init,
            ArrayRef<AffineMap>{full, full, kept}, iterators,
            [](OpBuilder &nested, Location nestedLoc, ValueRange args) {
              Value product =
                  arith::MulFOp::create(nested, nestedLoc, args[0], args[1]);
              Value next =
                  arith::AddFOp::create(nested, nestedLoc, product, args[2]);
              linalg::YieldOp::create(nested, nestedLoc, next);
            })
            .getResult(0);
    iterators[reduced] = utils::IteratorType::parallel;
    Value out = buildEmpty(builder, loc, type.getElementType(), y);
    Value dx =
        linalg::GenericOp::create(
            builder, loc, out.getType(), ValueRange{cotangent, y, sum}, out,
            ArrayRef<AffineMap>{full, full, kept, full}, iterators,
            [](OpBuilder &nested, Location nestedLoc, ValueRange args) {
              Value centred =
                  arith::SubFOp::create(nested, nestedLoc, args[0], args[2]);
              Value scaled =
                  arith::MulFOp::create(nested, nestedLoc, args[1], centred);
              linalg::YieldOp::create(nested, nestedLoc, scaled);
            })
            .getResult(0);
    context.accumulate(softmax.getInput(), dx);
    return success();
  }
};

} // namespace

void lutra::ad::attachStructuredRules(MLIRContext *context) {
  linalg::BroadcastOp::attachInterface<BroadcastModel>(*context);
  linalg::CopyOp::attachInterface<CopyModel>(*context);
  linalg::ReduceOp::attachInterface<ReduceModel>(*context);
  linalg::SoftmaxOp::attachInterface<SoftmaxModel>(*context);
  linalg::TransposeOp::attachInterface<TransposeModel>(*context);
}

void lutra::ad::registerLinalgRules(DialectRegistry &registry) {
  registry.addExtension(+[](MLIRContext *context, linalg::LinalgDialect *) {
    attachContractionRules(context);
    attachConvolutionRules(context);
    attachStructuredRules(context);
    attachStructuredDefaults(context);
  });
}
