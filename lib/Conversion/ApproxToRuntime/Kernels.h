//===- Kernels.h - Calls of the runtime's contractions ----------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_CONVERSION_APPROXTORUNTIME_KERNELS_H
#define LUTRA_LIB_CONVERSION_APPROXTORUNTIME_KERNELS_H

#include "RuntimeCalls.h"

namespace lutra {

/// One loop of a contraction: its position in the indexing maps, or none with
/// size 1.
struct KernelLoop {
  std::optional<unsigned> index;
  int64_t size = 1;
};

/// Loops of C[batch, m, n] = sum_k A[batch, m, k] * B[batch, k, n].
struct MatmulLoops {
  KernelLoop batch, m, n, k;
};

/// Loops of Y[n, g, f, oh, ow] = sum_{c, kh, kw} X[n, g, c, .., ..] *
/// W[g, f, c, kh, kw], and the strides and dilations that say what is at `..`.
struct ConvolutionLoops {
  KernelLoop n, g, f, oh, ow, c, kh, kw;
  int64_t strides[2] = {1, 1}, dilations[2] = {1, 1};
};

/// A zero point as the runtime takes it: rank 0, or rank 1 along one loop.
void addZeroPoint(CallArguments &arguments, mlir::Value zeroPoint);
/// That of a filter: rank 0, rank 1 along f, or rank 2 along g and f.
void addFilterZeroPoint(CallArguments &arguments, mlir::Value zeroPoint);

/// Sizes and operands in the order of lutra_runtime.def.
void addSizes(CallArguments &arguments, const MatmulLoops &loops);
void addA(CallArguments &arguments, const MatmulLoops &loops,
          const IndexedBuffer &a);
void addB(CallArguments &arguments, const MatmulLoops &loops,
          const IndexedBuffer &b);
void addC(CallArguments &arguments, const MatmulLoops &loops,
          const IndexedBuffer &c);
/// `x` supplies the input's height and width.
void addSizes(CallArguments &arguments, const ConvolutionLoops &loops,
              const IndexedBuffer &x);
void addX(CallArguments &arguments, const ConvolutionLoops &loops,
          const IndexedBuffer &x);
void addW(CallArguments &arguments, const ConvolutionLoops &loops,
          const IndexedBuffer &w);
void addY(CallArguments &arguments, const ConvolutionLoops &loops,
          const IndexedBuffer &y);

/// Context, stream: what every kernel takes first.
void addContext(CallArguments &arguments, RuntimeModule &runtime,
                mlir::OpBuilder &builder, mlir::Location loc);

/// lutra_rt_matmul_f32.
void callMatmulF32(RuntimeModule &runtime, mlir::OpBuilder &builder,
                   mlir::Location loc, const MatmulLoops &loops,
                   const IndexedBuffer &a, const IndexedBuffer &b,
                   const IndexedBuffer &c, bool accumulate);

/// Replaces an f32 contraction or convolution of linalg on buffers by a call.
/// False when it is neither, or of a form that the runtime does not have; then
/// nothing has changed.
bool lowerExactContraction(RuntimeModule &runtime, mlir::Operation *op);

/// Replaces an op of the approx dialect on buffers by a call; an error at the
/// op when it cannot be done.
mlir::LogicalResult lowerApproxContraction(RuntimeModule &runtime,
                                           mlir::Operation *op);

} // namespace lutra

#endif // LUTRA_LIB_CONVERSION_APPROXTORUNTIME_KERNELS_H
