//===- ExpandEntry.cpp - Codes through the factors of a multiplier --------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The entry `expand`: what is contiguous in both tensors, from the axis on,
// becomes one line; kernels map whole lines.
//
//===----------------------------------------------------------------------===//
#include "Expand.h"
#include <algorithm>

namespace {
struct PortableLine {
  static void map(const uint8_t *table, const uint8_t *x, int64_t count,
                  uint8_t *y) {
    for (int64_t i = 0; i < count; ++i)
      y[i] = table[x[i]];
  }
};
} // namespace

void lutra::rt::runExpandPortable(Context &context,
                                  const ExpandProblem &problem) {
  runExpand<PortableLine>(context, problem);
}

/// Makes the longest line there is of the dimensions from `axis` on; what is
/// left are the lines.
static void formLines(ExpandProblem &p, int64_t axis) {
  p.inner = 1;
  for (int64_t d = 3; d >= axis; --d) {
    if (p.sizes[d] == 1)
      continue;
    if (p.xStrides[d] != p.inner || p.yStrides[d] != p.inner)
      return;
    p.inner *= p.sizes[d];
    p.sizes[d] = 1;
  }
}

lutra_rt_status lutra_rt_expand(void *context, void *stream, int64_t columns,
                                int64_t axis, int64_t size_0, int64_t size_1,
                                int64_t size_2, int64_t size_3, const void *x,
                                int64_t x_stride_0, int64_t x_stride_1,
                                int64_t x_stride_2, int64_t x_stride_3,
                                const void *table, void *y, int64_t y_stride_0,
                                int64_t y_stride_1, int64_t y_stride_2,
                                int64_t y_stride_3) {
  return guarded(context, "expand", [&](Context &ctx) {
    expectSize(columns, "parameter 'columns'");
    expect(axis >= 0 && axis <= 3, "parameter 'axis'", "0 to 3", axis);
    ExpandProblem p{static_cast<const uint8_t *>(x),
                    static_cast<const uint8_t *>(table),
                    static_cast<uint8_t *>(y),
                    columns,
                    /*inner=*/1,
                    /*yColumnStride=*/0,
                    {size_0, size_1, size_2, size_3},
                    {x_stride_0, x_stride_1, x_stride_2, x_stride_3},
                    {y_stride_0, y_stride_1, y_stride_2, y_stride_3}};
    int64_t elements = 1;
    for (int64_t size : p.sizes) {
      expectSize(size, "a size");
      elements *= size;
    }
    if (elements * columns == 0)
      return;
    expectPointer(x, "parameter 'x'");
    expectPointer(table, "parameter 'table'");
    expectPointer(y, "parameter 'y'");
    p.yColumnStride = p.sizes[axis] * p.yStrides[axis];
    formLines(p, axis);
    selectKernel(ctx, p).run(ctx, p);
  });
}
