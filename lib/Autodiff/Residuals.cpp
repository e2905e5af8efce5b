//===- Residuals.cpp - What a backward function needs of the forward -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Approach. Every value is a node whose capacity is its size; the source feeds
// the arguments and the results of ops that are too dear to run twice; what the
// backward reads drains into the sink. A minimum cut is a set of values of the
// fewest bytes from which cheap ops give the rest (as the partitioners of
// Enzyme and of PyTorch's AOTAutograd find it). Among cuts of equal size the
// one nearest to the backward is taken, which computes least again.
//
//===----------------------------------------------------------------------===//
#include "Residuals.h"
#include "MinimumCut.h"
#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;
using namespace lutra;
using namespace lutra::ad;

SmallVector<Value> lutra::ad::getReads(Operation *op) {
  SetVector<Value> reads(op->operand_begin(), op->operand_end());
  getUsedValuesDefinedAbove(op->getRegions(), reads);
  return reads.takeVector();
}

void Joint::findDependentOps() {
  DenseSet<Value> values(cotangents().begin(), cotangents().end());
  dependent.clear();
  for (Operation &op : body().without_terminator())
    if (llvm::any_of(getReads(&op),
                     [&](Value value) { return values.contains(value); })) {
      dependent.insert(&op);
      values.insert(op.result_begin(), op.result_end());
    }
}

/// Ops that read and write each element about once: cheaper to run again than
/// their results are to keep. Reductions and contractions are not among them.
static bool isCheap(Operation *op) {
  if (!isMemoryEffectFree(op))
    return false;
  if (auto linalgOp = dyn_cast<linalg::LinalgOp>(op))
    return linalgOp.getNumParallelLoops() == linalgOp.getNumLoops();
  if (isa<approx::QuantParamsOp, approx::QuantizeOp, approx::DequantizeOp,
          approx::MapTableOp>(op))
    return true;
  return isa_and_nonnull<affine::AffineDialect, arith::ArithDialect,
                         math::MathDialect, tensor::TensorDialect>(
      op->getDialect());
}

/// Bytes of a saved value; a dynamic size counts as this many elements.
static constexpr int64_t assumedSize = 64;

int64_t lutra::ad::getBytes(Type type) {
  Type element = getElementTypeOrSelf(type);
  if (!element.isIntOrIndexOrFloat() ||
      (isa<ShapedType>(type) && !isa<RankedTensorType>(type)))
    return FlowNetwork::unbounded;
  unsigned bits = element.isIndex() ? IndexType::kInternalStorageBitWidth
                                    : element.getIntOrFloatBitWidth();
  int64_t count = 1;
  if (auto tensor = dyn_cast<RankedTensorType>(type))
    for (int64_t size : tensor.getShape())
      count *= ShapedType::isDynamic(size) ? assumedSize : size;
  return isPacked(type) ? count / 8
                        : count * int64_t(llvm::divideCeil(bits, 8));
}

FailureOr<SmallVector<Value>>
lutra::ad::chooseResiduals(Joint &joint, function_ref<bool(Value)> isKept,
                           function_ref<bool(Value)> isCarried) {
  FlowNetwork network;
  unsigned source = network.addNode(), sink = network.addNode();
  struct Node {
    Value value;
    unsigned in, out;
  };
  SmallVector<Node> nodes;
  DenseMap<Value, unsigned> outOf;
  auto add = [&](Value value) {
    Node node{value, network.addNode(), network.addNode()};
    network.addEdge(node.in, node.out,
                    isKept(value) ? 0 : getBytes(value.getType()));
    outOf[value] = node.out;
    nodes.push_back(node);
    return node.in;
  };
  // Cotangents, and what depends on them, are no nodes.
  auto connect = [&](ValueRange reads, unsigned to) {
    for (Value read : reads)
      if (auto found = outOf.find(read); found != outOf.end())
        network.addEdge(found->second, to, FlowNetwork::unbounded);
  };

  for (Value argument : joint.arguments())
    network.addEdge(source, add(argument), FlowNetwork::unbounded);
  for (Operation &op : joint.body().without_terminator()) {
    SmallVector<Value> reads = getReads(&op);
    if (joint.dependent.contains(&op)) {
      connect(reads, sink);
      continue;
    }
    bool cheap = isCheap(&op);
    for (Value result : op.getResults()) {
      unsigned in = add(result);
      if (cheap && !isCarried(result))
        connect(reads, in);
      else
        network.addEdge(source, in, FlowNetwork::unbounded);
    }
  }
  connect(joint.gradients(), sink);

  llvm::BitVector sinkSide = network.findSinkSide(source, sink);
  SmallVector<Value> residuals;
  for (const Node &node : nodes) {
    if (!sinkSide.test(node.out) || sinkSide.test(node.in))
      continue;
    Type type = node.value.getType();
    if (!isKept(node.value) && getBytes(type) == FlowNetwork::unbounded)
      return emitError(node.value.getLoc())
             << "cannot save a value of type " << type
             << " for the backward function";
    residuals.push_back(node.value);
  }
  return residuals;
}

//===----------------------------------------------------------------------===//
// Masks as bits
//===----------------------------------------------------------------------===//

bool lutra::ad::isPacked(Type type) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  return tensor && tensor.getElementType().isInteger(1) &&
         tensor.hasStaticShape() && tensor.getNumElements() > 0 &&
         tensor.getNumElements() % 8 == 0;
}

/// All dimensions of a tensor of `rank` as one.
static SmallVector<ReassociationIndices> allInOne(int64_t rank) {
  return {llvm::to_vector(llvm::seq<int64_t>(rank))};
}

/// The number of the bit within its byte, in a generic over bytes and bits.
static Value buildBitNumber(OpBuilder &b, Location loc) {
  return arith::IndexCastOp::create(b, loc, b.getI8Type(),
                                    linalg::IndexOp::create(b, loc, 1));
}

static constexpr utils::IteratorType parallel = utils::IteratorType::parallel;

Value lutra::ad::buildPack(OpBuilder &builder, Value mask) {
  Location loc = mask.getLoc();
  auto type = cast<RankedTensorType>(mask.getType());
  int64_t bytes = type.getNumElements() / 8;
  if (type.getRank() > 1)
    mask = tensor::CollapseShapeOp::create(builder, loc, mask,
                                           allInOne(type.getRank()));
  auto perByte = RankedTensorType::get({bytes, 8}, type.getElementType());
  mask =
      tensor::ExpandShapeOp::create(builder, loc, perByte, mask, allInOne(2));
  Type i8 = builder.getI8Type();
  Value zero =
      arith::ConstantOp::create(builder, loc, builder.getI8IntegerAttr(0));
  Value empty = tensor::EmptyOp::create(builder, loc, {bytes}, i8);
  Value init = linalg::FillOp::create(builder, loc, zero, empty).getResult(0);
  AffineMap identity = builder.getMultiDimIdentityMap(2);
  return linalg::GenericOp::create(
             builder, loc, init.getType(), mask, init,
             ArrayRef<AffineMap>{identity, identity.getSubMap(0)},
             {parallel, utils::IteratorType::reduction},
             [&](OpBuilder &b, Location l, ValueRange in) {
               Value bit = arith::ExtUIOp::create(b, l, i8, in[0]);
               Value shifted =
                   arith::ShLIOp::create(b, l, bit, buildBitNumber(b, l));
               Value byte = arith::OrIOp::create(b, l, in[1], shifted);
               linalg::YieldOp::create(b, l, byte);
             })
      .getResult(0);
}

Value lutra::ad::buildUnpack(OpBuilder &builder, Value bits,
                             RankedTensorType type) {
  Location loc = bits.getLoc();
  int64_t count = type.getNumElements();
  Type i1 = type.getElementType();
  Value empty = tensor::EmptyOp::create(builder, loc, {count / 8, 8}, i1);
  AffineMap identity = builder.getMultiDimIdentityMap(2);
  Value mask = linalg::GenericOp::create(
                   builder, loc, empty.getType(), bits, empty,
                   ArrayRef<AffineMap>{identity.getSubMap(0), identity},
                   {parallel, parallel},
                   [&](OpBuilder &b, Location l, ValueRange in) {
                     Value shifted = arith::ShRUIOp::create(
                         b, l, in[0], buildBitNumber(b, l));
                     Value bit = arith::TruncIOp::create(b, l, i1, shifted);
                     linalg::YieldOp::create(b, l, bit);
                   })
                   .getResult(0);
  mask = tensor::CollapseShapeOp::create(builder, loc, mask, allInOne(2));
  if (type.getRank() > 1)
    mask = tensor::ExpandShapeOp::create(builder, loc, type, mask,
                                         allInOne(type.getRank()));
  return mask;
}
