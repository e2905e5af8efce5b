//===- PlanMemory.cpp - One workspace for all buffers of a call -----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements approx-plan-memory, which replaces the allocations of a
// function by views of one workspace that the caller passes.
//
// Approach: every buffer is live from the first to the last operation of the
// function's block that uses it or a view of it. Buffers are placed largest
// first, each at the lowest offset where it meets no buffer that is live at the
// same time (first fit by size).
//
//===----------------------------------------------------------------------===//
#include "lutra/Conversion/Boundary.h"
#include "lutra/Conversion/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/Transforms/BufferViewFlowAnalysis.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

namespace lutra {
#define GEN_PASS_DEF_PLANMEMORY
#include "lutra/Conversion/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;

namespace {

/// Of the workspace and of every buffer in it: a cache line, and an AVX-512
/// vector.
constexpr int64_t alignment = 64;

struct PlannedBuffer {
  memref::AllocOp alloc;
  int64_t bytes; // a multiple of the alignment
  unsigned first, last;
  int64_t offset = 0;

  bool isLiveWith(const PlannedBuffer &other) const {
    return first <= other.last && other.first <= last;
  }
};

/// Bytes of one element, or nothing where the type has no size of its own.
std::optional<int64_t> getElementBytes(Type element) {
  if (auto complex = dyn_cast<ComplexType>(element)) {
    std::optional<int64_t> part = getElementBytes(complex.getElementType());
    return part ? std::optional(2 * *part) : std::nullopt;
  }
  if (element.isIndex())
    return 8;
  if (!element.isIntOrFloat())
    return std::nullopt;
  return llvm::divideCeil(element.getIntOrFloatBitWidth(), 8);
}

/// Gives every buffer its offset; returns the size of the workspace.
int64_t assignOffsets(MutableArrayRef<PlannedBuffer> buffers) {
  SmallVector<PlannedBuffer *> order;
  for (PlannedBuffer &buffer : buffers)
    order.push_back(&buffer);
  // In order of allocation where sizes are equal.
  llvm::sort(order, [](PlannedBuffer *a, PlannedBuffer *b) {
    return a->bytes != b->bytes ? a->bytes > b->bytes : a < b;
  });
  int64_t total = 0;
  SmallVector<PlannedBuffer *> placed; // by offset
  for (PlannedBuffer *buffer : order) {
    for (PlannedBuffer *other : placed)
      if (buffer->isLiveWith(*other)) {
        if (buffer->offset + buffer->bytes <= other->offset)
          break;
        buffer->offset = std::max(buffer->offset, other->offset + other->bytes);
      }
    total = std::max(total, buffer->offset + buffer->bytes);
    placed.insert(llvm::upper_bound(placed, buffer,
                                    [](PlannedBuffer *a, PlannedBuffer *b) {
                                      return a->offset < b->offset;
                                    }),
                  buffer);
  }
  return total;
}

/// The most bytes that are live at once: what no plan can go below.
int64_t getPeak(ArrayRef<PlannedBuffer> buffers) {
  int64_t peak = 0;
  for (const PlannedBuffer &at : buffers) {
    int64_t live = 0;
    for (const PlannedBuffer &buffer : buffers)
      if (buffer.first <= at.first && at.first <= buffer.last)
        live += buffer.bytes;
    peak = std::max(peak, live);
  }
  return peak;
}

/// Finds the allocations of `function` and when they are live.
FailureOr<SmallVector<PlannedBuffer>> collectBuffers(func::FuncOp function) {
  Block &body = function.front();
  DenseMap<Operation *, unsigned> positions;
  for (auto [i, op] : llvm::enumerate(body))
    positions[&op] = i;
  BufferViewFlowAnalysis views(function);
  SmallVector<PlannedBuffer> buffers;
  WalkResult result =
      function.walk([&](memref::AllocOp alloc) {
        if (!alloc.getType().hasStaticShape() ||
            !alloc.getType().getLayout().isIdentity()) {
          alloc.emitOpError()
              << "has no static size; a compiled step needs static shapes";
          return WalkResult::interrupt();
        }
        MemRefType type = alloc.getType();
        std::optional<int64_t> bytes = getElementBytes(type.getElementType());
        if (!bytes) {
          alloc.emitOpError()
              << "has elements of type " << type.getElementType()
              << "; expected integers, indices, floats or complex numbers";
          return WalkResult::interrupt();
        }
        PlannedBuffer buffer{
            alloc,
            int64_t(llvm::alignTo(type.getNumElements() * *bytes, alignment)),
            std::numeric_limits<unsigned>::max(), 0};
        for (Value view : views.resolve(alloc))
          for (Operation *user : view.getUsers()) {
            unsigned position = positions.at(body.findAncestorOpInBlock(*user));
            buffer.first = std::min(buffer.first, position);
            buffer.last = std::max(buffer.last, position);
          }
        // Unused: live nowhere, placed anywhere.
        buffer.first = std::min(buffer.first, buffer.last);
        buffers.push_back(buffer);
        return WalkResult::advance();
      });
  if (result.wasInterrupted())
    return failure();
  return buffers;
}

struct PlanMemoryPass : lutra::impl::PlanMemoryBase<PlanMemoryPass> {
  using Base::Base;

  void runOnOperation() override {
    for (auto function : getOperation().getOps<func::FuncOp>())
      if (!function.isExternal() && failed(plan(function)))
        return signalPassFailure();
  }

  LogicalResult plan(func::FuncOp function) {
    FailureOr<SmallVector<PlannedBuffer>> buffers = collectBuffers(function);
    if (failed(buffers))
      return failure();
    int64_t total = assignOffsets(*buffers);
    if (report)
      reportPlan(function, *buffers, total);
    if (buffers->empty())
      return success();
    OpBuilder builder(function.getContext());
    auto type = MemRefType::get({total}, builder.getI8Type());
    NamedAttrList attributes;
    attributes.set(boundary::workspaceAttr, builder.getUnitAttr());
    attributes.set(LLVM::LLVMDialect::getNoAliasAttrName(),
                   builder.getUnitAttr());
    attributes.set(LLVM::LLVMDialect::getAlignAttrName(),
                   builder.getI64IntegerAttr(alignment));
    unsigned position = function.getNumArguments();
    if (failed(function.insertArgument(
            position, type, attributes.getDictionary(function.getContext()),
            function.getLoc())))
      return failure();
    Value workspace = function.getArgument(position);
    builder.setInsertionPointToStart(&function.front());
    for (PlannedBuffer &buffer : *buffers) {
      Location loc = buffer.alloc.getLoc();
      Value offset =
          arith::ConstantIndexOp::create(builder, loc, buffer.offset);
      Value view = memref::ViewOp::create(builder, loc, buffer.alloc.getType(),
                                          workspace, offset, ValueRange());
      for (Operation *user :
           llvm::make_early_inc_range(buffer.alloc->getUsers()))
        if (isa<memref::DeallocOp>(user))
          user->erase();
      buffer.alloc.replaceAllUsesWith(view);
    }
    for (PlannedBuffer &buffer : *buffers)
      buffer.alloc.erase();
    return success();
  }

  void reportPlan(func::FuncOp function, ArrayRef<PlannedBuffer> buffers,
                  int64_t total) {
    int64_t sum = 0;
    for (const PlannedBuffer &buffer : buffers)
      sum += buffer.bytes;
    function.emitRemark() << "workspace of @" << function.getName() << ": "
                          << total << " bytes for " << buffers.size()
                          << " buffers of " << sum << " bytes; at most "
                          << getPeak(buffers) << " are live at once";
  }
};

} // namespace
