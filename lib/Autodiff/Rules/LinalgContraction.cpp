//===- LinalgContraction.cpp - Derivatives of contractions -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// matmul and batch_matmul become the float form of the approx gradient ops,
// which keep a matrix product recognisable for libraries. Every other
// contraction becomes linalg.contract with its maps permuted: with the sum
// C[H] = A[I] * B[J], the gradient of A is the contraction of dC[H] and B[J]
// over I.
//
//===----------------------------------------------------------------------===//
#include "LinalgRules.h"
#include "lutra/Autodiff/RuleBuilders.h"
#include "lutra/Dialect/Approx/IR/ApproxOps.h"

using namespace mlir;
using namespace lutra;
using namespace lutra::ad;

namespace {

/// Whether an operand is transposed, for maps that are those of a matrix
/// product over the loops (batch,) m, n, k.
struct MatmulForm {
  bool lhsTransposed, rhsTransposed;
};

/// Null when a map broadcasts or permutes in another way.
std::optional<MatmulForm> matchMatmul(linalg::LinalgOp op) {
  SmallVector<AffineMap> maps = op.getIndexingMapsArray();
  unsigned batches = op.getNumLoops() - 3;
  MLIRContext *context = op.getContext();
  auto map = [&](unsigned row, unsigned column) {
    SmallVector<unsigned> dims;
    for (unsigned batch = 0; batch < batches; ++batch)
      dims.push_back(batch);
    dims.append({batches + row, batches + column});
    return AffineMap::getMultiDimMapWithTargets(op.getNumLoops(), dims,
                                                context);
  };
  constexpr unsigned m = 0, n = 1, k = 2;
  bool lhsTransposed = maps[0] == map(k, m);
  bool rhsTransposed = maps[1] == map(n, k);
  if (maps[2] != map(m, n) || (!lhsTransposed && maps[0] != map(m, k)) ||
      (!rhsTransposed && maps[1] != map(k, n)))
    return std::nullopt;
  return MatmulForm{lhsTransposed, rhsTransposed};
}

/// What linalg.contract asks of its maps: each loop is in the output or in both
/// inputs, and at least one is in both inputs only.
bool isContraction(ArrayRef<AffineMap> maps) {
  bool contracts = false;
  for (unsigned dim = 0; dim < maps[0].getNumDims(); ++dim) {
    if (maps[2].isFunctionOfDim(dim))
      continue;
    if (!maps[0].isFunctionOfDim(dim) || !maps[1].isFunctionOfDim(dim))
      return false;
    contracts = true;
  }
  return contracts;
}

/// The gradient of operand `self`: linalg.contract, or for an outer product or
/// an operand that was broadcast the generic that has the same maps.
Value buildContract(linalg::LinalgOp op, unsigned self, Value cotangent,
                    OpBuilder &builder, VJPContext &context) {
  Location loc = op.getLoc();
  unsigned other = 1 - self;
  SmallVector<AffineMap> maps = op.getIndexingMapsArray();
  Value primal = context.primal(op->getOperand(self));
  // Summed in the type of the cotangent: a narrow operand has narrow sums.
  Type type = withElementType(primal.getType(),
                              getElementTypeOrSelf(cotangent.getType()));
  Value zero = buildZero(builder, loc, type, primal);
  // The order of the factors is that of the op.
  SmallVector<Value> inputs = {cotangent,
                               context.primal(op->getOperand(other))};
  SmallVector<AffineMap> inputMaps = {maps[2], maps[other]};
  if (self == 1) {
    std::swap(inputs[0], inputs[1]);
    std::swap(inputMaps[0], inputMaps[1]);
  }
  inputMaps.push_back(maps[self]);
  if (isContraction(inputMaps))
    return linalg::ContractOp::create(builder, loc, type, inputs, zero,
                                      builder.getAffineMapArrayAttr(inputMaps))
        ->getResult(0);
  auto generic = linalg::GenericOp::create(
      builder, loc, type, inputs, zero, inputMaps,
      getAdjointIteratorTypes(maps[self]),
      [&](OpBuilder &nested, Location, ValueRange args) {
        Type sumType = args[2].getType();
        Value product =
            buildMul(nested, loc, buildFloatCast(nested, loc, sumType, args[0]),
                     buildFloatCast(nested, loc, sumType, args[1]));
        Value sum = buildAdd(nested, loc, product, args[2]);
        linalg::YieldOp::create(nested, loc, sum);
      });
  return generic.getResult(0);
}

template <typename GradLhs, typename GradRhs>
Value buildMatmulGradient(linalg::LinalgOp op, MatmulForm form, unsigned self,
                          Value cotangent, OpBuilder &builder,
                          VJPContext &context) {
  Location loc = op.getLoc();
  Value primal = context.primal(op->getOperand(self));
  Type elementType = getElementTypeOrSelf(cotangent.getType());
  Value other = buildFloatCast(builder, loc, elementType,
                               context.primal(op->getOperand(1 - self)));
  Value init = buildEmpty(builder, loc, elementType, primal);
  auto create = [&](auto tag) -> Value {
    using Gradient = typename decltype(tag)::type;
    return Gradient::create(builder, loc, TypeRange{init.getType()}, cotangent,
                            other,
                            /*self=*/Value(), /*otherZeroPoint=*/Value(), init,
                            /*multiplier=*/FlatSymbolRefAttr(),
                            /*gradient=*/approx::GradientAttr(),
                            approx::OperandOrder::LhsFirst, form.lhsTransposed,
                            form.rhsTransposed)
        ->getResult(0);
  };
  return self == 0 ? create(std::common_type<GradLhs>())
                   : create(std::common_type<GradRhs>());
}

/// A contraction with a float result. Exact integer ones carry no cotangent.
template <typename OpTy>
struct ContractionModel
    : DifferentiableOpInterface::ExternalModel<ContractionModel<OpTy>, OpTy> {
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto contraction = cast<linalg::LinalgOp>(op);
    if (!contraction.hasPureTensorSemantics())
      return context.emitUnsupported(op, "it works on buffers",
                                     "differentiate before bufferization");
    Value cotangent = context.cotangent(op->getResult(0));
    for (unsigned self : {0u, 1u}) {
      if (!context.isActive(op->getOpOperand(self)))
        continue;
      Value gradient = build(contraction, self, cotangent, builder, context);
      context.accumulate(
          op->getOperand(self),
          buildFloatCast(builder, op->getLoc(),
                         getElementTypeOrSelf(op->getOperand(self)), gradient));
    }
    context.accumulate(contraction.getDpsInits()[0], cotangent);
    return success();
  }

private:
  static Value build(linalg::LinalgOp op, unsigned self, Value cotangent,
                     OpBuilder &builder, VJPContext &context) {
    if constexpr (std::is_same_v<OpTy, linalg::MatmulOp>) {
      if (std::optional<MatmulForm> form = matchMatmul(op))
        return buildMatmulGradient<approx::MatmulGradLhsOp,
                                   approx::MatmulGradRhsOp>(
            op, *form, self, cotangent, builder, context);
    } else if constexpr (std::is_same_v<OpTy, linalg::BatchMatmulOp>) {
      if (std::optional<MatmulForm> form = matchMatmul(op))
        return buildMatmulGradient<approx::BatchMatmulGradLhsOp,
                                   approx::BatchMatmulGradRhsOp>(
            op, *form, self, cotangent, builder, context);
    }
    return buildContract(op, self, cotangent, builder, context);
  }
};

template <typename... OpTys>
void attachTo(MLIRContext *context) {
  (OpTys::template attachInterface<ContractionModel<OpTys>>(*context), ...);
}

} // namespace

void lutra::ad::attachContractionRules(MLIRContext *context) {
  attachTo<linalg::MatmulOp, linalg::BatchMatmulOp, linalg::ContractOp,
           linalg::MatvecOp, linalg::VecmatOp, linalg::DotOp,
           linalg::BatchMatvecOp, linalg::BatchVecmatOp,
           linalg::BatchReduceMatmulOp>(context);
}
