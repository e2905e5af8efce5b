//===- ExactContractions.cpp - f32 contractions of linalg -> calls --------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file recognises f32 contractions and 2-D convolutions of linalg on
// buffers, by their indexing maps and bodies and not by their names: transposed
// operands, matrix-vector products and linalg.contract are the same kernel with
// other strides and sizes.
//
//===----------------------------------------------------------------------===//
#include "Kernels.h"
#include "lutra/Dialect/Approx/Transforms/Contractions.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Linalg/IR/LinalgInterfaces.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"
#include "mlir/IR/Matchers.h"
#include "mlir/Interfaces/ViewLikeInterface.h"

using namespace mlir;
using namespace lutra;

namespace {

/// The operands of a contraction or convolution.
struct Operands {
  IndexedBuffer lhs, rhs, result;
};

/// Operands of `op` when all three are f32 buffers of static strides.
std::optional<Operands> getOperands(linalg::LinalgOp op) {
  if (!op.hasPureBufferSemantics() || op.getNumDpsInputs() != 2 ||
      op.getNumDpsInits() != 1)
    return std::nullopt;
  for (Value operand : op->getOperands()) {
    auto type = dyn_cast<MemRefType>(operand.getType());
    if (!type || !type.getElementType().isF32() || !hasStaticStrides(type))
      return std::nullopt;
  }
  SmallVector<AffineMap> maps = op.getIndexingMapsArray();
  return Operands{{op->getOperand(0), maps[0]},
                  {op->getOperand(1), maps[1]},
                  {op->getOperand(2), maps[2]}};
}

/// One loop in place of several, where in each operand that has them they step
/// through memory as one would. The combined loop is the last, innermost one.
std::optional<KernelLoop> combine(ArrayRef<unsigned> loops,
                                  ArrayRef<int64_t> sizes,
                                  const Operands &operands) {
  KernelLoop result;
  for (unsigned loop : loops) {
    if (result.index) {
      for (const IndexedBuffer *operand :
           {&operands.lhs, &operands.rhs, &operands.result}) {
        std::optional<unsigned> outer = operand->dimensionOf(*result.index);
        std::optional<unsigned> inner = operand->dimensionOf(loop);
        if (!outer && !inner)
          continue;
        auto [strides, offset] = operand->type().getStridesAndOffset();
        if (!outer || !inner ||
            strides[*outer] != strides[*inner] * sizes[loop])
          return std::nullopt;
      }
    }
    result.index = loop;
    result.size *= sizes[loop];
  }
  return result;
}

std::optional<MatmulLoops> getMatmulLoops(linalg::LinalgOp op,
                                          const Operands &operands) {
  if (!linalg::isaContractionOpInterface(op) || !approx::hasContractionBody(op))
    return std::nullopt;
  SmallVector<int64_t> sizes = op.getStaticLoopRanges();
  SmallVector<unsigned> batch, m, n, k;
  for (unsigned loop = 0; loop < sizes.size(); ++loop) {
    bool inLhs = operands.lhs.dimensionOf(loop).has_value();
    bool inRhs = operands.rhs.dimensionOf(loop).has_value();
    bool inResult = operands.result.dimensionOf(loop).has_value();
    if (inLhs && inRhs)
      (inResult ? batch : k).push_back(loop);
    else if (inResult && (inLhs || inRhs))
      (inLhs ? m : n).push_back(loop);
    else
      return std::nullopt; // a loop over one operand alone
  }
  auto batchLoop = combine(batch, sizes, operands);
  auto mLoop = combine(m, sizes, operands);
  auto nLoop = combine(n, sizes, operands);
  auto kLoop = combine(k, sizes, operands);
  if (!batchLoop || !mLoop || !nLoop || !kLoop)
    return std::nullopt;
  return MatmulLoops{*batchLoop, *mLoop, *nLoop, *kLoop};
}

/// What an output loop steps over: the dimension of the image that is indexed
/// by output * stride + tap * dilation.
struct Window {
  unsigned dimension, output, tap;
  int64_t stride, dilation;
};

/// The window of the loop `output` in the image's map; none where that loop
/// indexes another than the one expected dimension of this form.
std::optional<Window> findWindow(AffineMap image, unsigned output) {
  // A loop and what it is multiplied with.
  auto getTerm =
      [](AffineExpr expr) -> std::optional<std::pair<unsigned, int64_t>> {
    if (auto dim = dyn_cast<AffineDimExpr>(expr))
      return std::pair(dim.getPosition(), int64_t(1));
    auto product = dyn_cast<AffineBinaryOpExpr>(expr);
    if (!product || product.getKind() != AffineExprKind::Mul)
      return std::nullopt;
    auto dim = dyn_cast<AffineDimExpr>(product.getLHS());
    auto factor = dyn_cast<AffineConstantExpr>(product.getRHS());
    if (!dim || !factor || factor.getValue() <= 0)
      return std::nullopt;
    return std::pair(dim.getPosition(), factor.getValue());
  };
  std::optional<Window> window;
  for (auto [i, expr] : llvm::enumerate(image.getResults())) {
    if (!expr.isFunctionOfDim(output))
      continue;
    auto sum = dyn_cast<AffineBinaryOpExpr>(expr);
    if (window || !sum || sum.getKind() != AffineExprKind::Add)
      return std::nullopt;
    auto first = getTerm(sum.getLHS()), second = getTerm(sum.getRHS());
    if (!first || !second)
      return std::nullopt;
    if (first->first != output)
      std::swap(first, second);
    window = Window{unsigned(i), output, second->first, first->second,
                    second->second};
  }
  return window;
}

std::optional<ConvolutionLoops> getConvolutionLoops(linalg::LinalgOp op) {
  if (!linalg::isaConvolutionOpInterface(op) || !approx::hasContractionBody(op))
    return std::nullopt;
  auto dims = linalg::inferConvolutionDims(op);
  if (failed(dims) || dims->depth.size() > 1 || dims->batch.size() > 1 ||
      dims->outputImage.size() != 2 || dims->filterLoop.size() != 2 ||
      dims->outputChannel.size() > 1 || dims->inputChannel.size() > 1)
    return std::nullopt;
  SmallVector<int64_t> sizes = op.getStaticLoopRanges();
  auto get = [&](unsigned loop) { return KernelLoop{loop, sizes[loop]}; };
  ConvolutionLoops loops;
  // A depthwise convolution has neither channels in nor out of a group.
  for (auto [loop, found] :
       {std::pair(&loops.n, &dims->batch), std::pair(&loops.g, &dims->depth),
        std::pair(&loops.f, &dims->outputChannel),
        std::pair(&loops.c, &dims->inputChannel)})
    if (!found->empty())
      *loop = get(found->front());
  // Both lists are sorted by loop: which tap belongs to which output loop, with
  // which stride and dilation, only the image's map tells. Height is what comes
  // first in the image.
  AffineMap image = op.getIndexingMapsArray()[0];
  std::optional<Window> windows[] = {findWindow(image, dims->outputImage[0]),
                                     findWindow(image, dims->outputImage[1])};
  if (!windows[0] || !windows[1] || windows[0]->tap == windows[1]->tap)
    return std::nullopt;
  if (windows[0]->dimension > windows[1]->dimension)
    std::swap(windows[0], windows[1]);
  for (auto [i, output, tap] :
       {std::tuple(0, &loops.oh, &loops.kh), {1, &loops.ow, &loops.kw}}) {
    if (!llvm::is_contained(dims->filterLoop, windows[i]->tap))
      return std::nullopt;
    *output = get(windows[i]->output);
    *tap = get(windows[i]->tap);
    loops.strides[i] = windows[i]->stride;
    loops.dilations[i] = windows[i]->dilation;
  }
  return loops;
}

/// The buffer that `value` is a view of.
Value getRoot(Value value) {
  while (auto view = value.getDefiningOp<ViewLikeOpInterface>()) {
    // Memory that approx-plan-memory has planned is a view of the workspace;
    // views that overlap are never in use at once.
    if (isa<memref::ViewOp>(view))
      break;
    value = view.getViewSource();
  }
  return value;
}

/// Erases the fill with zero that comes before `op` and is all that `op` would
/// add to. True if there was one.
bool takeZeroFill(linalg::LinalgOp op, Value destination) {
  Value root = getRoot(destination);
  for (Operation *previous = op->getPrevNode(); previous;
       previous = previous->getPrevNode()) {
    auto fill = dyn_cast<linalg::FillOp>(previous);
    if (fill && fill.getDpsInitOperand(0)->get() == destination) {
      if (!matchPattern(fill.getInputs()[0], m_AnyZeroFloat()))
        return false;
      fill.erase();
      return true;
    }
    bool touches = llvm::any_of(previous->getOperands(), [&](Value operand) {
      return isa<BaseMemRefType>(operand.getType()) && getRoot(operand) == root;
    });
    if ((touches && !isa<ViewLikeOpInterface>(previous)) ||
        previous->getNumRegions() > 1 ||
        (previous->getNumRegions() == 1 && !isa<linalg::LinalgOp>(previous)))
      return false;
  }
  return false;
}

} // namespace

bool lutra::lowerExactContraction(RuntimeModule &runtime,
                                  Operation *operation) {
  auto op = dyn_cast<linalg::LinalgOp>(operation);
  if (!op)
    return false;
  std::optional<Operands> operands = getOperands(op);
  if (!operands)
    return false;
  OpBuilder builder(op);
  Location loc = op.getLoc();
  Value destination = operands->result.buffer;
  if (auto loops = getMatmulLoops(op, *operands)) {
    bool accumulate = !takeZeroFill(op, destination);
    callMatmulF32(runtime, builder, loc, *loops, operands->lhs, operands->rhs,
                  operands->result, accumulate);
  } else if (auto loops = getConvolutionLoops(op)) {
    CallArguments arguments(builder, loc);
    addContext(arguments, runtime, builder, loc);
    arguments.integer(!takeZeroFill(op, destination));
    addSizes(arguments, *loops, operands->lhs);
    addX(arguments, *loops, operands->lhs);
    addW(arguments, *loops, operands->rhs);
    addY(arguments, *loops, operands->result);
    runtime.call(builder, loc, "conv_2d_f32", arguments.get());
  } else {
    return false;
  }
  op->erase();
  return true;
}
