//===- FactorizedContractions.cpp - The factorised form -> calls ----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file lowers the ops of the factorised form on buffers (M13): exact
// integer contractions and the expansion of codes.
//
//===----------------------------------------------------------------------===//
#include "Contraction.h"
#include "lutra/Dialect/Approx/IR/Multipliers.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

template <typename OpTy>
static LogicalResult lowerInteger(RuntimeModule &runtime, OpTy op) {
  OpBuilder builder(op);
  Location loc = op.getLoc();
  ContractionSpace space = op.getSpace();
  Contraction contraction{{op.getLhs(), space.lhs},
                          {op.getRhs(), space.rhs},
                          {op.getInit(), space.result},
                          space.loops};
  CallArguments arguments(builder, loc);
  addContext(arguments, runtime, builder, loc);
  arguments.integer(!op.getLhsUnsigned()).integer(!op.getRhsUnsigned());
  if (contraction.isConvolution()) {
    ConvolutionLoops loops = contraction.convolutionLoops(op);
    addSizes(arguments, loops, contraction.lhs);
    addX(arguments, loops, contraction.lhs);
    addW(arguments, loops, contraction.rhs);
    addY(arguments, loops, contraction.result);
    runtime.call(builder, loc, "int_conv_2d", arguments.get());
  } else {
    MatmulLoops loops = contraction.matmulLoops();
    addSizes(arguments, loops);
    addA(arguments, loops, contraction.lhs);
    addB(arguments, loops, contraction.rhs);
    addC(arguments, loops, contraction.result);
    runtime.call(builder, loc, "int_matmul", arguments.get());
  }
  op.erase();
  return success();
}

/// The first two dimensions as one, where they step through memory as one.
static Value mergeLeading(OpBuilder &builder, Location loc, Value buffer) {
  auto type = cast<MemRefType>(buffer.getType());
  SmallVector<ReassociationIndices> groups = {{0, 1}};
  for (int64_t i = 2; i != type.getRank(); ++i)
    groups.push_back({i});
  if (!memref::CollapseShapeOp::isGuaranteedCollapsible(type, groups))
    return {};
  return memref::CollapseShapeOp::create(builder, loc, buffer, groups);
}

static LogicalResult lowerExpand(RuntimeModule &runtime, ExpandOp op) {
  constexpr int64_t maxRank = 4;
  OpBuilder builder(op);
  Location loc = op.getLoc();
  Value input = op.getInput(), init = op.getInit();
  int64_t axis = op.getAxis();
  // Operands of grouped convolutions have one dimension too many.
  while (cast<MemRefType>(input.getType()).getRank() > maxRank && axis > 1) {
    Value mergedInput = mergeLeading(builder, loc, input);
    Value mergedInit = mergeLeading(builder, loc, init);
    if (!mergedInput || !mergedInit)
      break;
    input = mergedInput;
    init = mergedInit;
    --axis;
  }
  auto type = cast<MemRefType>(input.getType());
  int64_t rank = type.getRank();
  if (rank > maxRank)
    return op.emitOpError()
           << "cannot be lowered to the runtime: expects at most " << maxRank
           << " dimensions, got " << type;
  FailureOr<std::vector<int8_t>> table = getExpansionTable(op);
  if (failed(table))
    return failure();
  std::string hint =
      (op.getMultiplier() + "_factors_" + Twine(op.getMultiplierOperand()) +
       "_" + Twine(op.getShift()) + (op.getOffset() ? "_offset" : ""))
          .str();
  Value address = runtime.getTable(
      builder, loc, hint,
      DenseElementsAttr::get(
          RankedTensorType::get(int64_t(table->size()), builder.getI8Type()),
          ArrayRef<int8_t>(*table)));
  // The dimensions are the last of four.
  AffineMap identity = builder.getMultiDimIdentityMap(rank);
  SmallVector<std::optional<unsigned>> dimensions(maxRank - rank);
  CallArguments arguments(builder, loc);
  addContext(arguments, runtime, builder, loc);
  arguments.integer(table->size() / 256).integer(axis + maxRank - rank);
  for (int64_t i = rank; i != maxRank; ++i)
    arguments.integer(1);
  for (int64_t i = 0; i != rank; ++i) {
    arguments.integer(type.getDimSize(i));
    dimensions.push_back(i);
  }
  arguments.strided({input, identity}, dimensions)
      .value(address)
      .strided({init, identity}, dimensions);
  runtime.call(builder, loc, "expand", arguments.get());
  op.erase();
  return success();
}

LogicalResult lutra::lowerFactorized(RuntimeModule &runtime,
                                     Operation *operation) {
  return llvm::TypeSwitch<Operation *, LogicalResult>(operation)
      .Case<IntMatmulOp, IntBatchMatmulOp, IntConv2DOp>(
          [&](auto op) { return lowerInteger(runtime, op); })
      .Case<ExpandOp>([&](ExpandOp op) { return lowerExpand(runtime, op); })
      .Default([](Operation *op) {
        return op->emitOpError("is not of the factorised form");
      });
}
