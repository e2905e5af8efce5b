//===- ApproxEntries.cpp - Approximate contractions and gradients ---------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The approximate entries of lutra_runtime.def: checks arguments, states the
// problem as one Contraction and hands it to a kernel row.
//
//===----------------------------------------------------------------------===//
#include "Arguments.h"
#include "Kernels.h"
#include <utility>

using namespace lutra::rt;

namespace {

/// Index arithmetic of one call, from the workspace.
class Indices {
public:
  /// `zeros` is the number of zero points beyond one for each row and column.
  Indices(Context &context, int64_t rows, int64_t columns, int64_t depth,
          int64_t zeros = 0)
      : next(context.workspace.get<int64_t>(
            Slot::Offsets, 4 * (rows + columns) + 3 * depth + zeros)) {}
  Indices(Context &context, const ConvSizes &s)
      : Indices(context, s.outChannels, s.pixels(), s.taps(),
                s.groups * s.outChannels) {}

  /// {0, stride, 2 * stride, ...}
  int64_t *linear(int64_t count, int64_t stride) {
    int64_t *result = take(count);
    for (int64_t i = 0; i < count; ++i)
      result[i] = i * stride;
    return result;
  }
  /// a * strides[0] + b * strides[1] + c * strides[2], c fastest.
  int64_t *nested(const int64_t (&sizes)[3], const int64_t (&strides)[3]) {
    int64_t *result = take(sizes[0] * sizes[1] * sizes[2]), *to = result;
    for (int64_t a = 0; a < sizes[0]; ++a)
      for (int64_t b = 0; b < sizes[1]; ++b)
        for (int64_t c = 0; c < sizes[2]; ++c)
          *to++ = a * strides[0] + b * strides[1] + c * strides[2];
    return result;
  }
  /// Zero points, 0 where the pointer is null. `any` says if one is not 0.
  int32_t *zeroPoints(int64_t count, const void *zero, int64_t stride,
                      bool &any, int64_t groups = 1, int64_t groupStride = 0) {
    int32_t *result = reinterpret_cast<int32_t *>(take(groups * count));
    int32_t *to = result;
    any = false;
    for (int64_t g = 0; g < groups; ++g)
      for (int64_t i = 0; i < count; ++i) {
        *to = zero ? static_cast<const int32_t *>(
                         zero)[g * groupStride + i * stride]
                   : 0;
        any |= *to++ != 0;
      }
    return result;
  }

private:
  int64_t *take(int64_t count) { return std::exchange(next, next + count); }
  int64_t *next;
};

/// An argument that holds codes, with its zero point.
struct Codes {
  const void *data;
  const void *zero = nullptr;
  int64_t zeroStride = 0, zeroGroupStride = 0;
};

} // namespace

/// The table with the rows of linalg's first operand if `first`, else of its
/// second.
template <typename Table>
static const Table &rowsOf(const OrientedTables<Table> &tables, bool first,
                           bool swapped) {
  return first != swapped ? tables.lhsRows : tables.rhsRows;
}

static const uint8_t *asCodes(const void *data) {
  return static_cast<const uint8_t *>(data);
}

/// C = A B with A as the row operand; `c` is the product or its cotangent.
static void describe(Contraction &p, Indices &indices, const MatmulSizes &sizes,
                     Codes a, const MatrixStrides &aStrides, Codes b,
                     const MatrixStrides &bStrides,
                     const MatrixStrides &cStrides) {
  p.batch = sizes.batch;
  p.rows = sizes.m;
  p.columns = sizes.n;
  p.depth = sizes.k;
  p.row = {asCodes(a.data), aStrides.batch,
           indices.linear(sizes.m, aStrides.row),
           indices.linear(sizes.k, aStrides.column)};
  p.column = {asCodes(b.data), bStrides.batch,
              indices.linear(sizes.n, bStrides.column),
              indices.linear(sizes.k, bStrides.row)};
  p.outBatchStride = cStrides.batch;
  p.outRow = indices.linear(sizes.m, cStrides.row);
  p.outColumn = indices.linear(sizes.n, cStrides.column);
  p.rowZero = indices.zeroPoints(sizes.m, a.zero, a.zeroStride, p.anyRowZero);
  p.columnZero =
      indices.zeroPoints(sizes.n, b.zero, b.zeroStride, p.anyColumnZero);
  p.rowZeroBatchStride = p.columnZeroBatchStride = 0;
}

/// Y = conv(X, W) with W as the row operand and the pixels of all images as
/// columns; groups are the batches. `y` is the product or its cotangent.
static void describe(Contraction &p, Indices &indices, const ConvSizes &s,
                     Codes x, const TensorStrides &xStrides, Codes w,
                     const TensorStrides &wStrides,
                     const TensorStrides &yStrides) {
  const int64_t pixels[3] = {s.batch, s.outHeight, s.outWidth};
  const int64_t taps[3] = {s.inChannels, s.kernelHeight, s.kernelWidth};
  p.batch = s.groups;
  p.rows = s.outChannels;
  p.columns = s.pixels();
  p.depth = s.taps();
  p.row = {asCodes(w.data), wStrides[0],
           indices.linear(s.outChannels, wStrides[1]),
           indices.nested(taps, {wStrides[2], wStrides[3], wStrides[4]})};
  p.column = {asCodes(x.data), xStrides[1],
              indices.nested(pixels, {xStrides[0], xStrides[3] * s.strideHeight,
                                      xStrides[4] * s.strideWidth}),
              indices.nested(taps, {xStrides[2], xStrides[3] * s.dilationHeight,
                                    xStrides[4] * s.dilationWidth})};
  p.outBatchStride = yStrides[1];
  p.outRow = indices.linear(s.outChannels, yStrides[2]);
  p.outColumn = indices.nested(pixels, {yStrides[0], yStrides[3], yStrides[4]});
  bool perGroup = w.zeroGroupStride != 0;
  p.rowZero =
      indices.zeroPoints(s.outChannels, w.zero, w.zeroStride, p.anyRowZero,
                         perGroup ? s.groups : 1, w.zeroGroupStride);
  p.rowZeroBatchStride = perGroup ? s.outChannels : 0;
  p.columnZero = indices.zeroPoints(p.columns, x.zero, 0, p.anyColumnZero);
  p.columnZeroBatchStride = 0;
}

/// The same contraction with rows and columns exchanged.
static void transpose(Contraction &p) {
  std::swap(p.rows, p.columns);
  std::swap(p.row, p.column);
  std::swap(p.outRow, p.outColumn);
  std::swap(p.rowZero, p.columnZero);
  std::swap(p.rowZeroBatchStride, p.columnZeroBatchStride);
  std::swap(p.anyRowZero, p.anyColumnZero);
}

/// Picks the longer dimension to run over and runs the best kernel.
/// `rowIsFirst`: the row operand is linalg's first one.
static void runForward(Context &context, ForwardProblem &p,
                       const Multiplier &multiplier, bool rowIsFirst,
                       bool swapped) {
  if (p.rows > p.columns) {
    transpose(p);
    rowIsFirst = !rowIsFirst;
  }
  p.table = &rowsOf(multiplier, rowIsFirst, swapped);
  selectKernel(context, p).run(context, p);
}

void lutra::rt::runIntegerMatmul(Context &context, bool aSigned, bool bSigned,
                                 const MatmulSizes &sizes, const void *a,
                                 const MatrixStrides &aStrides, const void *b,
                                 const MatrixStrides &bStrides, void *c,
                                 const MatrixStrides &cStrides) {
  Indices indices(context, sizes.m, sizes.n, sizes.k);
  ForwardProblem p;
  describe(p, indices, sizes, {a}, aStrides, {b}, bStrides, cStrides);
  p.out = c;
  p.accumulatorBits = 32;
  runForward(context, p, context.product(aSigned, bSigned),
             /*rowIsFirst=*/true, /*swapped=*/false);
}

void lutra::rt::runIntegerConv2D(Context &context, bool xSigned, bool wSigned,
                                 const ConvSizes &sizes, const void *x,
                                 const TensorStrides &xStrides, const void *w,
                                 const TensorStrides &wStrides, void *y,
                                 const TensorStrides &yStrides) {
  Indices indices(context, sizes);
  ForwardProblem p;
  describe(p, indices, sizes, {x}, xStrides, {w}, wStrides, yStrides);
  p.out = y;
  p.accumulatorBits = 32;
  runForward(context, p, context.product(xSigned, wSigned),
             /*rowIsFirst=*/false, /*swapped=*/false);
}

static void checkAccumulator(int64_t bits) {
  expect(bits == 32 || bits == 64, "parameter 'accumulator_bits'", "32 or 64",
         bits);
}

lutra_rt_status lutra_rt_approx_matmul(
    void *context, void *stream, int64_t multiplier, int64_t swapped,
    int64_t accumulator_bits, int64_t batch, int64_t m, int64_t n, int64_t k,
    const void *a, int64_t a_stride_batch, int64_t a_stride_row,
    int64_t a_stride_col, const void *za, int64_t za_stride, const void *b,
    int64_t b_stride_batch, int64_t b_stride_row, int64_t b_stride_col,
    const void *zb, int64_t zb_stride, void *c, int64_t c_stride_batch,
    int64_t c_stride_row, int64_t c_stride_col) {
  return guarded(context, "approx_matmul", [&](Context &ctx) {
    MatmulSizes sizes{batch, m, n, k};
    sizes.check();
    checkAccumulator(accumulator_bits);
    ctx.multiplier(multiplier);
    if (batch * m * n == 0)
      return;
    expectData(a, "parameter 'a'", m * k);
    expectData(b, "parameter 'b'", k * n);
    expectPointer(c, "parameter 'c'");
    Indices indices(ctx, m, n, k);
    ForwardProblem p;
    describe(p, indices, sizes, {a, za, za_stride},
             {a_stride_batch, a_stride_row, a_stride_col}, {b, zb, zb_stride},
             {b_stride_batch, b_stride_row, b_stride_col},
             {c_stride_batch, c_stride_row, c_stride_col});
    p.out = c;
    p.accumulatorBits = accumulator_bits;
    runForward(ctx, p, ctx.multiplier(multiplier), /*rowIsFirst=*/true,
               swapped != 0);
  });
}

lutra_rt_status lutra_rt_approx_conv_2d(
    void *context, void *stream, int64_t multiplier, int64_t swapped,
    int64_t accumulator_bits, int64_t batch, int64_t groups,
    int64_t in_channels, int64_t in_height, int64_t in_width,
    int64_t out_channels, int64_t kernel_height, int64_t kernel_width,
    int64_t out_height, int64_t out_width, int64_t stride_height,
    int64_t stride_width, int64_t dilation_height, int64_t dilation_width,
    const void *x, int64_t x_stride_0, int64_t x_stride_1, int64_t x_stride_2,
    int64_t x_stride_3, int64_t x_stride_4, const void *zx, int64_t zx_stride,
    const void *w, int64_t w_stride_0, int64_t w_stride_1, int64_t w_stride_2,
    int64_t w_stride_3, int64_t w_stride_4, const void *zw,
    int64_t zw_stride_group, int64_t zw_stride, void *y, int64_t y_stride_0,
    int64_t y_stride_1, int64_t y_stride_2, int64_t y_stride_3,
    int64_t y_stride_4) {
  return guarded(context, "approx_conv_2d", [&](Context &ctx) {
    ConvSizes sizes{batch,           groups,        in_channels,   in_height,
                    in_width,        out_channels,  kernel_height, kernel_width,
                    out_height,      out_width,     stride_height, stride_width,
                    dilation_height, dilation_width};
    sizes.check();
    checkAccumulator(accumulator_bits);
    expect(zx_stride == 0, "parameter 'zx_stride'",
           "0 (one zero point for the input)", zx_stride);
    ctx.multiplier(multiplier);
    if (groups * sizes.pixels() * out_channels == 0)
      return;
    expectData(x, "parameter 'x'", sizes.taps());
    expectData(w, "parameter 'w'", sizes.taps());
    expectPointer(y, "parameter 'y'");
    Indices indices(ctx, sizes);
    ForwardProblem p;
    describe(p, indices, sizes, {x, zx, 0},
             {x_stride_0, x_stride_1, x_stride_2, x_stride_3, x_stride_4},
             {w, zw, zw_stride, zw_stride_group},
             {w_stride_0, w_stride_1, w_stride_2, w_stride_3, w_stride_4},
             {y_stride_0, y_stride_1, y_stride_2, y_stride_3, y_stride_4});
    p.out = y;
    p.accumulatorBits = accumulator_bits;
    // linalg's first operand is the input, the row operand is the filter.
    runForward(ctx, p, ctx.multiplier(multiplier), /*rowIsFirst=*/false,
               swapped != 0);
  });
}

/// Gradient of a matmul with respect to A (`ofFirst`) or B.
static void runMatmulGradient(Context &context, int64_t gradient, bool swapped,
                              bool ofFirst, const MatmulSizes &sizes,
                              const void *dc, const MatrixStrides &dcStrides,
                              Codes a, const MatrixStrides &aStrides, Codes b,
                              const MatrixStrides &bStrides, void *result,
                              const MatrixStrides &resultStrides) {
  sizes.check();
  const Gradient &tables = context.gradient(gradient);
  if (sizes.batch * sizes.k * (ofFirst ? sizes.m : sizes.n) == 0)
    return;
  expectPointer(result, "result");
  expectData(dc, "parameter 'dc'", sizes.m * sizes.n);
  expectData(a.data, "parameter 'a'", sizes.m * sizes.k);
  expectData(b.data, "parameter 'b'", sizes.k * sizes.n);
  Indices indices(context, sizes.m, sizes.n, sizes.k);
  GradientProblem p;
  describe(p, indices, sizes, a, aStrides, b, bStrides, dcStrides);
  p.cotangent = static_cast<const float *>(dc);
  p.result = static_cast<float *>(result);
  p.resultBatchStride = resultStrides.batch;
  p.resultOuter = ofFirst ? indices.linear(sizes.m, resultStrides.row)
                          : indices.linear(sizes.n, resultStrides.column);
  p.resultDepth = ofFirst ? indices.linear(sizes.k, resultStrides.column)
                          : indices.linear(sizes.k, resultStrides.row);
  p.overlaps = false;
  p.depthGroup = p.columnGroup = 1;
  bool rowIsFirst = true;
  if (p.rows > p.columns) {
    transpose(p);
    rowIsFirst = false;
  }
  p.table = &rowsOf(tables, rowIsFirst, swapped);
  const GradientKernel &kernel = rowIsFirst == ofFirst
                                     ? selectRowKernel(context, p)
                                     : selectColumnKernel(context, p);
  kernel.run(context, p);
}

lutra_rt_status lutra_rt_approx_matmul_grad_lhs(
    void *context, void *stream, int64_t gradient, int64_t swapped,
    int64_t batch, int64_t m, int64_t n, int64_t k, const void *dc,
    int64_t dc_stride_batch, int64_t dc_stride_row, int64_t dc_stride_col,
    const void *a, int64_t a_stride_batch, int64_t a_stride_row,
    int64_t a_stride_col, const void *b, int64_t b_stride_batch,
    int64_t b_stride_row, int64_t b_stride_col, const void *zb,
    int64_t zb_stride, void *da, int64_t da_stride_batch, int64_t da_stride_row,
    int64_t da_stride_col) {
  return guarded(context, "approx_matmul_grad_lhs", [&](Context &ctx) {
    runMatmulGradient(
        ctx, gradient, swapped != 0, /*ofFirst=*/true, {batch, m, n, k}, dc,
        {dc_stride_batch, dc_stride_row, dc_stride_col}, {a},
        {a_stride_batch, a_stride_row, a_stride_col}, {b, zb, zb_stride},
        {b_stride_batch, b_stride_row, b_stride_col}, da,
        {da_stride_batch, da_stride_row, da_stride_col});
  });
}

lutra_rt_status lutra_rt_approx_matmul_grad_rhs(
    void *context, void *stream, int64_t gradient, int64_t swapped,
    int64_t batch, int64_t m, int64_t n, int64_t k, const void *dc,
    int64_t dc_stride_batch, int64_t dc_stride_row, int64_t dc_stride_col,
    const void *a, int64_t a_stride_batch, int64_t a_stride_row,
    int64_t a_stride_col, const void *za, int64_t za_stride, const void *b,
    int64_t b_stride_batch, int64_t b_stride_row, int64_t b_stride_col,
    void *db, int64_t db_stride_batch, int64_t db_stride_row,
    int64_t db_stride_col) {
  return guarded(context, "approx_matmul_grad_rhs", [&](Context &ctx) {
    runMatmulGradient(
        ctx, gradient, swapped != 0, /*ofFirst=*/false, {batch, m, n, k}, dc,
        {dc_stride_batch, dc_stride_row, dc_stride_col}, {a, za, za_stride},
        {a_stride_batch, a_stride_row, a_stride_col}, {b},
        {b_stride_batch, b_stride_row, b_stride_col}, db,
        {db_stride_batch, db_stride_row, db_stride_col});
  });
}

lutra_rt_status lutra_rt_approx_conv_2d_grad_input(
    void *context, void *stream, int64_t gradient, int64_t swapped,
    int64_t batch, int64_t groups, int64_t in_channels, int64_t in_height,
    int64_t in_width, int64_t out_channels, int64_t kernel_height,
    int64_t kernel_width, int64_t out_height, int64_t out_width,
    int64_t stride_height, int64_t stride_width, int64_t dilation_height,
    int64_t dilation_width, const void *dy, int64_t dy_stride_0,
    int64_t dy_stride_1, int64_t dy_stride_2, int64_t dy_stride_3,
    int64_t dy_stride_4, const void *x, int64_t x_stride_0, int64_t x_stride_1,
    int64_t x_stride_2, int64_t x_stride_3, int64_t x_stride_4, const void *w,
    int64_t w_stride_0, int64_t w_stride_1, int64_t w_stride_2,
    int64_t w_stride_3, int64_t w_stride_4, const void *zw,
    int64_t zw_stride_group, int64_t zw_stride, void *dx, int64_t dx_stride_0,
    int64_t dx_stride_1, int64_t dx_stride_2, int64_t dx_stride_3,
    int64_t dx_stride_4) {
  return guarded(context, "approx_conv_2d_grad_input", [&](Context &ctx) {
    ConvSizes s{batch,           groups,        in_channels,   in_height,
                in_width,        out_channels,  kernel_height, kernel_width,
                out_height,      out_width,     stride_height, stride_width,
                dilation_height, dilation_width};
    s.check();
    const Gradient &tables = ctx.gradient(gradient);
    if (batch * groups * in_channels * in_height * in_width == 0)
      return;
    expectPointer(dx, "parameter 'dx'");
    TensorStrides strides{dx_stride_0, dx_stride_1, dx_stride_2, dx_stride_3,
                          dx_stride_4};
    clear(static_cast<float *>(dx), s.input(), strides);
    if (s.pixels() * s.taps() * out_channels == 0)
      return;
    expectPointer(dy, "parameter 'dy'");
    expectPointer(x, "parameter 'x'");
    expectPointer(w, "parameter 'w'");
    Indices indices(ctx, s);
    GradientProblem p;
    describe(p, indices, s, {x},
             {x_stride_0, x_stride_1, x_stride_2, x_stride_3, x_stride_4},
             {w, zw, zw_stride, zw_stride_group},
             {w_stride_0, w_stride_1, w_stride_2, w_stride_3, w_stride_4},
             {dy_stride_0, dy_stride_1, dy_stride_2, dy_stride_3, dy_stride_4});
    p.cotangent = static_cast<const float *>(dy);
    p.result = static_cast<float *>(dx);
    p.resultBatchStride = strides[1];
    p.resultOuter = indices.nested(
        {batch, out_height, out_width},
        {strides[0], strides[3] * stride_height, strides[4] * stride_width});
    p.resultDepth = indices.nested({in_channels, kernel_height, kernel_width},
                                   {strides[2], strides[3] * dilation_height,
                                    strides[4] * dilation_width});
    // Taps of one channel meet in the pixels of one image.
    p.overlaps = true;
    p.depthGroup = kernel_height * kernel_width;
    p.columnGroup = out_height * out_width;
    p.table = &rowsOf(tables, /*first=*/false, swapped != 0);
    selectColumnKernel(ctx, p).run(ctx, p);
  });
}

lutra_rt_status lutra_rt_approx_conv_2d_grad_filter(
    void *context, void *stream, int64_t gradient, int64_t swapped,
    int64_t batch, int64_t groups, int64_t in_channels, int64_t in_height,
    int64_t in_width, int64_t out_channels, int64_t kernel_height,
    int64_t kernel_width, int64_t out_height, int64_t out_width,
    int64_t stride_height, int64_t stride_width, int64_t dilation_height,
    int64_t dilation_width, const void *dy, int64_t dy_stride_0,
    int64_t dy_stride_1, int64_t dy_stride_2, int64_t dy_stride_3,
    int64_t dy_stride_4, const void *x, int64_t x_stride_0, int64_t x_stride_1,
    int64_t x_stride_2, int64_t x_stride_3, int64_t x_stride_4, const void *zx,
    int64_t zx_stride, const void *w, int64_t w_stride_0, int64_t w_stride_1,
    int64_t w_stride_2, int64_t w_stride_3, int64_t w_stride_4, void *dw,
    int64_t dw_stride_0, int64_t dw_stride_1, int64_t dw_stride_2,
    int64_t dw_stride_3, int64_t dw_stride_4) {
  return guarded(context, "approx_conv_2d_grad_filter", [&](Context &ctx) {
    ConvSizes s{batch,           groups,        in_channels,   in_height,
                in_width,        out_channels,  kernel_height, kernel_width,
                out_height,      out_width,     stride_height, stride_width,
                dilation_height, dilation_width};
    s.check();
    expect(zx_stride == 0, "parameter 'zx_stride'",
           "0 (one zero point for the input)", zx_stride);
    const Gradient &tables = ctx.gradient(gradient);
    if (groups * out_channels * s.taps() == 0)
      return;
    expectPointer(dw, "parameter 'dw'");
    expectPointer(w, "parameter 'w'");
    expectData(dy, "parameter 'dy'", s.pixels());
    expectData(x, "parameter 'x'", s.pixels());
    Indices indices(ctx, s);
    GradientProblem p;
    describe(p, indices, s, {x, zx, 0},
             {x_stride_0, x_stride_1, x_stride_2, x_stride_3, x_stride_4}, {w},
             {w_stride_0, w_stride_1, w_stride_2, w_stride_3, w_stride_4},
             {dy_stride_0, dy_stride_1, dy_stride_2, dy_stride_3, dy_stride_4});
    p.cotangent = static_cast<const float *>(dy);
    p.result = static_cast<float *>(dw);
    p.resultBatchStride = dw_stride_0;
    p.resultOuter = indices.linear(out_channels, dw_stride_1);
    p.resultDepth = indices.nested({in_channels, kernel_height, kernel_width},
                                   {dw_stride_2, dw_stride_3, dw_stride_4});
    p.overlaps = false;
    p.depthGroup = p.columnGroup = 1;
    p.table = &rowsOf(tables, /*first=*/false, swapped != 0);
    selectRowKernel(ctx, p).run(ctx, p);
  });
}
