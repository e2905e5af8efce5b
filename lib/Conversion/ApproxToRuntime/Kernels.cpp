//===- Kernels.cpp - Calls of the runtime's contractions ------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file knows the order in which the runtime's kernels take their operands.
//
//===----------------------------------------------------------------------===//
#include "Kernels.h"

using namespace mlir;
using namespace lutra;

void lutra::addContext(CallArguments &arguments, RuntimeModule &runtime,
                       OpBuilder &builder, Location loc) {
  arguments.value(runtime.getContext(builder, loc)).nullPointer();
}

void lutra::addZeroPoint(CallArguments &arguments, Value zeroPoint) {
  auto type = cast<MemRefType>(zeroPoint.getType());
  auto [strides, offset] = type.getStridesAndOffset();
  arguments.pointer(zeroPoint).integer(type.getRank() == 0 ? 0 : strides[0]);
}

void lutra::addFilterZeroPoint(CallArguments &arguments, Value zeroPoint) {
  auto type = cast<MemRefType>(zeroPoint.getType());
  auto [strides, offset] = type.getStridesAndOffset();
  int64_t rank = type.getRank();
  arguments.pointer(zeroPoint)
      .integer(rank == 2 ? strides[0] : 0)
      .integer(rank == 0 ? 0 : strides[rank - 1]);
}

void lutra::addSizes(CallArguments &arguments, const MatmulLoops &loops) {
  arguments.integer(loops.batch.size)
      .integer(loops.m.size)
      .integer(loops.n.size)
      .integer(loops.k.size);
}

void lutra::addA(CallArguments &arguments, const MatmulLoops &loops,
                 const IndexedBuffer &a) {
  arguments.strided(a, {loops.batch.index, loops.m.index, loops.k.index});
}

void lutra::addB(CallArguments &arguments, const MatmulLoops &loops,
                 const IndexedBuffer &b) {
  arguments.strided(b, {loops.batch.index, loops.k.index, loops.n.index});
}

void lutra::addC(CallArguments &arguments, const MatmulLoops &loops,
                 const IndexedBuffer &c) {
  arguments.strided(c, {loops.batch.index, loops.m.index, loops.n.index});
}

/// Size of the dimension of `operand` that `loop` indexes, alone or not.
static int64_t extent(const IndexedBuffer &operand, const KernelLoop &loop) {
  std::optional<unsigned> dimension =
      loop.index ? operand.dimensionOf(*loop.index) : std::nullopt;
  return dimension ? operand.type().getDimSize(*dimension) : 1;
}

void lutra::addSizes(CallArguments &arguments, const ConvolutionLoops &loops,
                     const IndexedBuffer &x) {
  arguments.integer(loops.n.size)
      .integer(loops.g.size)
      .integer(loops.c.size)
      .integer(extent(x, loops.oh))
      .integer(extent(x, loops.ow))
      .integer(loops.f.size)
      .integer(loops.kh.size)
      .integer(loops.kw.size)
      .integer(loops.oh.size)
      .integer(loops.ow.size)
      .integer(loops.strides[0])
      .integer(loops.strides[1])
      .integer(loops.dilations[0])
      .integer(loops.dilations[1]);
}

void lutra::addX(CallArguments &arguments, const ConvolutionLoops &loops,
                 const IndexedBuffer &x) {
  arguments.strided(x, {loops.n.index, loops.g.index, loops.c.index,
                        loops.oh.index, loops.ow.index});
}

void lutra::addW(CallArguments &arguments, const ConvolutionLoops &loops,
                 const IndexedBuffer &w) {
  arguments.strided(w, {loops.g.index, loops.f.index, loops.c.index,
                        loops.kh.index, loops.kw.index});
}

void lutra::addY(CallArguments &arguments, const ConvolutionLoops &loops,
                 const IndexedBuffer &y) {
  arguments.strided(y, {loops.n.index, loops.g.index, loops.f.index,
                        loops.oh.index, loops.ow.index});
}

void lutra::callMatmulF32(RuntimeModule &runtime, OpBuilder &builder,
                          Location loc, const MatmulLoops &loops,
                          const IndexedBuffer &a, const IndexedBuffer &b,
                          const IndexedBuffer &c, bool accumulate) {
  CallArguments arguments(builder, loc);
  addContext(arguments, runtime, builder, loc);
  arguments.integer(accumulate);
  addSizes(arguments, loops);
  addA(arguments, loops, a);
  addB(arguments, loops, b);
  addC(arguments, loops, c);
  runtime.call(builder, loc, "matmul_f32", arguments.get());
}
