//===- GenericBuilder.cpp - Short forms for linalg.generic -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Builds the elementwise and reduction generics of losses and training steps.
//
//===----------------------------------------------------------------------===//
#include "GenericBuilder.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace lutra {

static int64_t rankOf(Value value) {
  return cast<RankedTensorType>(value.getType()).getRank();
}

/// Identity for `value`, or the empty map where it is a broadcast scalar.
static AffineMap mapOf(Value value, int64_t rank, MLIRContext *context) {
  return rankOf(value) == rank
             ? AffineMap::getMultiDimIdentityMap(rank, context)
             : AffineMap::get(rank, 0, context);
}

static linalg::GenericOp
buildGeneric(ImplicitLocOpBuilder &builder, ValueRange inputs, ValueRange inits,
             ArrayRef<AffineMap> maps, utils::IteratorType iterator,
             unsigned rank, bool passInits, GenericBody body) {
  SmallVector<utils::IteratorType> iterators(rank, iterator);
  return linalg::GenericOp::create(
      builder, inits.getTypes(), inputs, inits, maps, iterators,
      [&](OpBuilder &nested, Location loc, ValueRange args) {
        ImplicitLocOpBuilder inner(loc, nested);
        ValueRange passed = passInits ? args : args.take_front(inputs.size());
        linalg::YieldOp::create(inner, body(inner, passed));
      });
}

SmallVector<Value> buildElementwise(ImplicitLocOpBuilder &builder,
                                    ValueRange inputs,
                                    ArrayRef<Type> elementTypes,
                                    GenericBody body) {
  unsigned rank = rankOf(inputs.front());
  SmallVector<OpFoldResult> sizes =
      tensor::getMixedSizes(builder, builder.getLoc(), inputs.front());
  SmallVector<AffineMap> maps;
  for (Value input : inputs)
    maps.push_back(mapOf(input, rank, builder.getContext()));
  SmallVector<Value> inits;
  for (Type type : elementTypes) {
    inits.push_back(tensor::EmptyOp::create(builder, sizes, type));
    maps.push_back(builder.getMultiDimIdentityMap(rank));
  }
  return llvm::to_vector_of<Value>(buildGeneric(builder, inputs, inits, maps,
                                                utils::IteratorType::parallel,
                                                rank, /*passInits=*/false, body)
                                       .getResults());
}

Value buildFill(ImplicitLocOpBuilder &builder, ArrayRef<OpFoldResult> sizes,
                TypedAttr value) {
  Value empty = tensor::EmptyOp::create(builder, sizes, value.getType());
  Value scalar = arith::ConstantOp::create(builder, value);
  return linalg::FillOp::create(builder, scalar, empty).getResult(0);
}

Value buildFullReduction(ImplicitLocOpBuilder &builder, ValueRange inputs,
                         Value init, GenericBody body) {
  unsigned rank = rankOf(inputs.front());
  SmallVector<AffineMap> maps;
  for (Value input : inputs)
    maps.push_back(mapOf(input, rank, builder.getContext()));
  maps.push_back(AffineMap::get(rank, 0, builder.getContext()));
  return buildGeneric(builder, inputs, init, maps,
                      utils::IteratorType::reduction, rank, /*passInits=*/true,
                      body)
      .getResult(0);
}

SmallVector<Value> buildInPlaceUpdate(ImplicitLocOpBuilder &builder,
                                      ValueRange ins, ValueRange outs,
                                      GenericBody body) {
  unsigned rank = rankOf(outs.front());
  SmallVector<AffineMap> maps;
  for (Value in : ins)
    maps.push_back(mapOf(in, rank, builder.getContext()));
  maps.append(outs.size(), builder.getMultiDimIdentityMap(rank));
  return llvm::to_vector_of<Value>(buildGeneric(builder, ins, outs, maps,
                                                utils::IteratorType::parallel,
                                                rank, /*passInits=*/true, body)
                                       .getResults());
}

} // namespace lutra
