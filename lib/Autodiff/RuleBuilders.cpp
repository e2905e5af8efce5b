//===- RuleBuilders.cpp - IR that derivative rules are made of -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Autodiff/RuleBuilders.h"
#include "lutra/Autodiff/DifferentiableOpInterface.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace lutra::ad;

Value lutra::ad::buildEmpty(OpBuilder &builder, Location loc, Type elementType,
                            Value shapeLike) {
  return tensor::EmptyOp::create(builder, loc,
                                 tensor::getMixedSizes(builder, loc, shapeLike),
                                 elementType);
}

Value lutra::ad::buildZero(OpBuilder &builder, Location loc, Type type,
                           Value shapeLike) {
  Type elementType = getElementTypeOrSelf(type);
  Value zero =
      arith::ConstantOp::create(builder, loc, builder.getZeroAttr(elementType));
  auto tensorType = dyn_cast<RankedTensorType>(type);
  if (!tensorType)
    return zero;
  Value empty = tensorType.hasStaticShape()
                    ? tensor::EmptyOp::create(
                          builder, loc, tensorType.getShape(), elementType)
                    : buildEmpty(builder, loc, elementType, shapeLike);
  return linalg::FillOp::create(builder, loc, zero, empty).getResult(0);
}

Value lutra::ad::buildElementwise(OpBuilder &builder, Location loc,
                                  Type elementType, ValueRange inputs,
                                  BodyBuilder body) {
  Value shapeLike = *llvm::find_if(
      inputs, [](Value v) { return isa<RankedTensorType>(v.getType()); });
  int64_t rank = cast<RankedTensorType>(shapeLike.getType()).getRank();
  MLIRContext *context = builder.getContext();
  AffineMap identity = AffineMap::getMultiDimIdentityMap(rank, context);
  AffineMap scalar = AffineMap::get(rank, 0, context);
  SmallVector<AffineMap> maps;
  for (Value input : inputs)
    maps.push_back(isa<RankedTensorType>(input.getType()) ? identity : scalar);
  maps.push_back(identity);
  Value empty = buildEmpty(builder, loc, elementType, shapeLike);
  SmallVector<utils::IteratorType> iterators(rank,
                                             utils::IteratorType::parallel);
  auto generic = linalg::GenericOp::create(
      builder, loc, empty.getType(), inputs, empty, maps, iterators,
      [&](OpBuilder &nested, Location nestedLoc, ValueRange arguments) {
        Value result = body(nested, nestedLoc, arguments.drop_back());
        linalg::YieldOp::create(nested, nestedLoc, result);
      });
  return dropUnusedInputs(builder, generic).getResult(0);
}

/// A binary op on floats, or elementwise on tensors of them.
template <typename OpTy>
static Value buildBinary(OpBuilder &builder, Location loc, Value a, Value b) {
  if (!isa<RankedTensorType>(a.getType()))
    return OpTy::create(builder, loc, a, b);
  return buildElementwise(
      builder, loc, getElementTypeOrSelf(a), {a, b},
      [](OpBuilder &nested, Location nestedLoc, ValueRange args) -> Value {
        return OpTy::create(nested, nestedLoc, args[0], args[1]);
      });
}

Value lutra::ad::buildAdd(OpBuilder &builder, Location loc, Value a, Value b) {
  return buildBinary<arith::AddFOp>(builder, loc, a, b);
}

Value lutra::ad::buildMul(OpBuilder &builder, Location loc, Value a, Value b) {
  return buildBinary<arith::MulFOp>(builder, loc, a, b);
}

Value lutra::ad::buildFloatCast(OpBuilder &builder, Location loc,
                                Type elementType, Value value) {
  Type source = getElementTypeOrSelf(value);
  if (source == elementType)
    return value;
  auto cast = [&](OpBuilder &nested, Location nestedLoc,
                  ValueRange args) -> Value {
    if (source.getIntOrFloatBitWidth() < elementType.getIntOrFloatBitWidth())
      return arith::ExtFOp::create(nested, nestedLoc, elementType, args[0]);
    if (source.getIntOrFloatBitWidth() > elementType.getIntOrFloatBitWidth())
      return arith::TruncFOp::create(nested, nestedLoc, elementType, args[0]);
    // f16 and bf16: neither holds the other, so through f32.
    Value wide =
        arith::ExtFOp::create(nested, nestedLoc, nested.getF32Type(), args[0]);
    return arith::TruncFOp::create(nested, nestedLoc, elementType, wide);
  };
  if (!isa<RankedTensorType>(value.getType()))
    return cast(builder, loc, value);
  return buildElementwise(builder, loc, elementType, value, cast);
}

Value lutra::ad::buildSum(OpBuilder &builder, Location loc, Value tensor) {
  auto type = cast<RankedTensorType>(tensor.getType());
  if (type.getRank() == 0)
    return tensor::ExtractOp::create(builder, loc, tensor, ValueRange{});
  Type elementType = type.getElementType();
  auto scalarType = RankedTensorType::get({}, elementType);
  Value zero = buildZero(builder, loc, scalarType, Value());
  auto sum = linalg::GenericOp::create(
      builder, loc, scalarType, tensor, zero,
      ArrayRef<AffineMap>{
          builder.getMultiDimIdentityMap(type.getRank()),
          AffineMap::get(type.getRank(), 0, builder.getContext())},
      SmallVector<utils::IteratorType>(type.getRank(),
                                       utils::IteratorType::reduction),
      [](OpBuilder &nested, Location nestedLoc, ValueRange args) {
        Value next = arith::AddFOp::create(nested, nestedLoc, args[0], args[1]);
        linalg::YieldOp::create(nested, nestedLoc, next);
      });
  return tensor::ExtractOp::create(builder, loc, sum.getResult(0),
                                   ValueRange{});
}

void lutra::ad::cloneOps(Block &block, OpBuilder &builder,
                         const VJPContext &context, IRMapping &mapping) {
  for (Operation &op : block.without_terminator())
    builder.clone(op, mapping)->walk([&](Operation *copy) {
      for (OpOperand &operand : copy->getOpOperands())
        operand.set(context.primal(operand.get()));
    });
}

linalg::GenericOp lutra::ad::dropUnusedInputs(OpBuilder &builder,
                                              linalg::GenericOp generic) {
  SmallVector<AffineMap> maps = generic.getIndexingMapsArray();
  SmallVector<Value> inputs(generic.getInputs());
  llvm::BitVector drop(generic->getNumOperands());
  auto keptMaps = [&] {
    SmallVector<AffineMap> kept;
    for (auto [i, map] : llvm::enumerate(maps))
      if (!drop.test(i))
        kept.push_back(map);
    return kept;
  };
  for (unsigned i = inputs.size(); i-- > 0;) {
    if (!generic.getBody()->getArgument(i).use_empty())
      continue;
    drop.set(i);
    // The loop bounds come from the shapes of the operands that remain.
    if (!inversePermutation(concatAffineMaps(keptMaps(), builder.getContext())))
      drop.reset(i);
  }
  if (drop.none())
    return generic;

  SmallVector<Value> keptInputs;
  for (auto [i, input] : llvm::enumerate(inputs))
    if (!drop.test(i))
      keptInputs.push_back(input);
  OpBuilder::InsertionGuard guard(builder);
  builder.setInsertionPoint(generic);
  auto smaller = linalg::GenericOp::create(
      builder, generic.getLoc(), generic.getResultTypes(), keptInputs,
      generic.getOutputs(), keptMaps(), generic.getIteratorTypesArray());
  smaller.getRegion().takeBody(generic.getRegion());
  smaller.getBody()->eraseArguments(drop);
  generic->replaceAllUsesWith(smaller);
  generic.erase();
  return smaller;
}
