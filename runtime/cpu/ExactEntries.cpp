//===- ExactEntries.cpp - Exact f32 matmul and convolution ----------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The exact entries of lutra_runtime.def, through oneDNN.
//
// Approach. Convolutions let oneDNN choose layouts; where it wants another one
// than the caller's, the operation reorders into workspace. Matmul takes
// matrices with one unit stride as they are, transposed or not, and copies
// others.
//
//===----------------------------------------------------------------------===//
#include "OneDnn.h"
#include "ThreadPool.h"
#include <functional>
#include <numeric>
#include <tuple>

using namespace lutra::rt;

//===----------------------------------------------------------------------===//
// Matmul
//===----------------------------------------------------------------------===//

/// to = from, or to += from.
static void copyMatrix(Context &context, const Matrix &from, const Matrix &to,
                       bool accumulate) {
  runTasks(from.elements() < (1 << 14) ? 1 : context.threads,
           from.batch * from.rows, [&](int64_t index, int64_t) {
             int64_t b = index / from.rows, r = index % from.rows;
             const float *source = static_cast<const float *>(from.data) +
                                   b * from.strides.batch +
                                   r * from.strides.row;
             float *target = static_cast<float *>(to.data) +
                             b * to.strides.batch + r * to.strides.row;
             for (int64_t c = 0; c < from.columns; ++c) {
               float &element = target[c * to.strides.column];
               float value = source[c * from.strides.column];
               element = accumulate ? element + value : value;
             }
           });
}

/// The same matrix, contiguous in workspace; contents undefined.
static Matrix inWorkspace(Context &context, Slot slot, const Matrix &like) {
  return {context.workspace.get<float>(slot, like.elements()),
          like.batch,
          like.rows,
          like.columns,
          {like.rows * like.columns, like.columns, 1}};
}

/// The matrix itself if oneDNN takes its layout, else a copy.
static Matrix plain(Context &context, Slot slot, const Matrix &matrix) {
  if (matrix.isRowMajor() || matrix.isColumnMajor())
    return matrix;
  Matrix copy = inWorkspace(context, slot, matrix);
  copyMatrix(context, matrix, copy, /*accumulate=*/false);
  return copy;
}

static void runMatmul(Context &context, bool accumulate, Matrix a, Matrix b,
                      Matrix c) {
  if (!c.isRowMajor() && c.isColumnMajor())
    return runMatmul(context, accumulate, b.transposed(), a.transposed(),
                     c.transposed());
  if (!c.isRowMajor()) {
    Matrix whole = inWorkspace(context, Slot::Destination, c);
    runMatmul(context, false, a, b, whole);
    copyMatrix(context, whole, c, accumulate);
    return;
  }
  a = plain(context, Slot::Source, a);
  b = plain(context, Slot::Weights, b);

  DnnState &state = stateOf(context);
  Key key = {MatmulF32,     accumulate,       c.batch,         c.rows,
             c.columns,     a.columns,        a.batch,         a.strides.batch,
             a.strides.row, a.strides.column, b.batch,         b.strides.batch,
             b.strides.row, b.strides.column, c.strides.batch, c.strides.row};
  auto entry = state.operations.find(key);
  if (entry == state.operations.end()) {
    Operation operation;
    LibraryThreads threads(context.threads);
    Desc descs[] = {a.desc(c.batch), b.desc(c.batch), c.desc(c.batch)};
    dnnl::matmul::primitive_desc primitive(
        dnnl::matmul::desc(descs[0], descs[1], descs[2]),
        makeAttributes(accumulate), state.engine);
    operation.sources = {
        state.makeTensor(Slot::Source, descs[0], descs[0], false),
        state.makeTensor(Slot::Weights, descs[1], descs[1], false)};
    operation.destination =
        state.makeTensor(Slot::Destination, descs[2], descs[2], true);
    state.finish(operation, dnnl::matmul(primitive),
                 primitive.scratchpad_desc(), DNNL_ARG_SRC, DNNL_ARG_WEIGHTS,
                 DNNL_ARG_DST);
    entry = state.operations.emplace(key, std::move(operation)).first;
  }
  state.run(context, entry->second, {a.data, b.data}, c.data);
}

lutra_rt_status lutra_rt_matmul_f32(
    void *context, void *stream, int64_t accumulate, int64_t batch, int64_t m,
    int64_t n, int64_t k, const void *a, int64_t a_stride_batch,
    int64_t a_stride_row, int64_t a_stride_col, const void *b,
    int64_t b_stride_batch, int64_t b_stride_row, int64_t b_stride_col, void *c,
    int64_t c_stride_batch, int64_t c_stride_row, int64_t c_stride_col) {
  return guarded(context, "matmul_f32", [&](Context &ctx) {
    MatmulSizes{batch, m, n, k}.check();
    if (batch * m * n == 0)
      return;
    expectData(a, "parameter 'a'", m * k);
    expectData(b, "parameter 'b'", k * n);
    expectPointer(c, "parameter 'c'");
    Matrix product = makeMatrix(c, batch, m, n,
                                {c_stride_batch, c_stride_row, c_stride_col});
    if (k == 0) {
      // An empty sum; oneDNN has no such problem.
      float zero = 0.0f;
      if (!accumulate)
        copyMatrix(ctx, {&zero, product.batch, m, n, {0, 0, 0}}, product,
                   false);
      return;
    }
    runMatmul(ctx, accumulate != 0,
              makeMatrix(a, batch, m, k,
                         {a_stride_batch, a_stride_row, a_stride_col}),
              makeMatrix(b, batch, k, n,
                         {b_stride_batch, b_stride_row, b_stride_col}),
              product);
  });
}

//===----------------------------------------------------------------------===//
// Convolution
//===----------------------------------------------------------------------===//

/// Makes the operation of one kind: source and weights are the first two
/// arguments of the kind in oneDNN's order.
static void makeConvolution(DnnState &state, Operation &operation,
                            OperationKind kind, bool accumulate,
                            const ConvSizes &s, const ConvTensors &tensors) {
  const ConvTensor &x = tensors.x, &w = tensors.w, &y = tensors.y;
  Dims strides = {s.strideHeight, s.strideWidth}, padding = {0, 0};
  Dims dilation = {s.dilationHeight - 1, s.dilationWidth - 1};
  auto attributes = makeAttributes(false);
  dnnl::convolution_forward::primitive_desc forward(
      dnnl::convolution_forward::desc(dnnl::prop_kind::forward_training,
                                      dnnl::algorithm::convolution_direct,
                                      x.free(), w.free(), y.free(), strides,
                                      dilation, padding, padding),
      attributes, state.engine);
  switch (kind) {
  case ConvForward:
    operation.sources = {
        state.makeTensor(Slot::Source, x.desc(), forward.src_desc(), false),
        state.makeTensor(Slot::Weights, w.desc(), forward.weights_desc(),
                         false)};
    operation.destination = state.makeTensor(
        Slot::Destination, y.desc(), forward.dst_desc(), true, accumulate);
    state.finish(operation, dnnl::convolution_forward(forward),
                 forward.scratchpad_desc(), DNNL_ARG_SRC, DNNL_ARG_WEIGHTS,
                 DNNL_ARG_DST);
    return;
  case ConvGradInput: {
    dnnl::convolution_backward_data::primitive_desc backward(
        dnnl::convolution_backward_data::desc(
            dnnl::algorithm::convolution_direct, x.free(), w.free(), y.free(),
            strides, dilation, padding, padding),
        attributes, state.engine, forward);
    operation.sources = {state.makeTensor(Slot::Source, y.desc(),
                                          backward.diff_dst_desc(), false),
                         state.makeTensor(Slot::Weights, w.desc(),
                                          backward.weights_desc(), false)};
    operation.destination =
        state.makeTensor(Slot::Destination, x.desc(), backward.diff_src_desc(),
                         true, accumulate);
    state.finish(operation, dnnl::convolution_backward_data(backward),
                 backward.scratchpad_desc(), DNNL_ARG_DIFF_DST,
                 DNNL_ARG_WEIGHTS, DNNL_ARG_DIFF_SRC);
    return;
  }
  default: { // ConvGradFilter
    dnnl::convolution_backward_weights::primitive_desc backward(
        dnnl::convolution_backward_weights::desc(
            dnnl::algorithm::convolution_direct, x.free(), w.free(), y.free(),
            strides, dilation, padding, padding),
        attributes, state.engine, forward);
    operation.sources = {
        state.makeTensor(Slot::Source, y.desc(), backward.diff_dst_desc(),
                         false),
        state.makeTensor(Slot::Weights, x.desc(), backward.src_desc(), false)};
    operation.destination =
        state.makeTensor(Slot::Destination, w.desc(),
                         backward.diff_weights_desc(), true, accumulate);
    state.finish(operation, dnnl::convolution_backward_weights(backward),
                 backward.scratchpad_desc(), DNNL_ARG_DIFF_DST, DNNL_ARG_SRC,
                 DNNL_ARG_DIFF_WEIGHTS);
    return;
  }
  }
}

/// Runs the library on all groups.
static void runLibraryConvolution(Context &context, OperationKind kind,
                                  bool accumulate, const ConvSizes &s,
                                  const ConvTensors &tensors) {
  DnnState &state = stateOf(context);
  Key key = makeKey(kind, accumulate, s, tensors);
  auto entry = state.operations.find(key);
  if (entry == state.operations.end()) {
    LibraryThreads threads(context.threads);
    Operation operation;
    makeConvolution(state, operation, kind, accumulate, s, tensors);
    entry = state.operations.emplace(key, std::move(operation)).first;
  }
  const ConvTensor &x = tensors.x, &w = tensors.w, &y = tensors.y;
  const void *first = kind == ConvForward ? x.data : y.data;
  const void *second = kind == ConvGradFilter ? x.data : w.data;
  const void *result = kind == ConvForward     ? y.data
                       : kind == ConvGradInput ? x.data
                                               : w.data;
  state.run(context, entry->second, {first, second},
            const_cast<void *>(result));
}

static int64_t countElements(const TensorSizes &sizes) {
  return std::accumulate(sizes.begin(), sizes.end(), int64_t(1),
                         std::multiplies<int64_t>());
}

/// A tensor from its group `index` on.
static const void *groupOf(const void *data, int64_t index, int64_t stride) {
  return static_cast<const float *>(data) + index * stride;
}

/// Runs one kind of convolution; its result is the one of x, w and y that the
/// kind computes.
static void runConvolution(Context &context, OperationKind kind,
                           bool accumulate, const ConvSizes &s,
                           const TensorStrides &xStrides,
                           const TensorStrides &wStrides,
                           const TensorStrides &yStrides, const void *x,
                           const void *w, const void *y) {
  s.check();
  auto [result, sizes, strides] =
      kind == ConvForward     ? std::tuple(y, s.output(), yStrides)
      : kind == ConvGradInput ? std::tuple(x, s.input(), xStrides)
                              : std::tuple(w, s.filter(), wStrides);
  if (countElements(sizes) == 0)
    return;
  expectData(x, kind == ConvGradInput ? "parameter 'dx'" : "parameter 'x'",
             countElements(s.input()));
  expectData(w, kind == ConvGradFilter ? "parameter 'dw'" : "parameter 'w'",
             countElements(s.filter()));
  expectData(y, kind == ConvForward ? "parameter 'y'" : "parameter 'dy'",
             countElements(s.output()));
  bool isEmpty = s.pixels() * s.taps() * s.outChannels == 0;
  bool readsAll = s.inHeight == s.usedHeight() && s.inWidth == s.usedWidth();
  // Empty sums, and input that no output depends on.
  if (!accumulate && (isEmpty || (kind == ConvGradInput && !readsAll)))
    clear(static_cast<float *>(const_cast<void *>(result)), sizes, strides);
  if (isEmpty)
    return;
  if (canMergeGroups(s.input(), xStrides) &&
      canMergeGroups(s.output(), yStrides))
    return runLibraryConvolution(
        context, kind, accumulate, s,
        makeConvTensors(s, x, xStrides, w, wStrides, y, yStrides));
  ConvSizes one = s;
  one.groups = 1;
  for (int64_t g = 0; g < s.groups; ++g)
    runLibraryConvolution(context, kind, accumulate, one,
                          makeConvTensors(one, groupOf(x, g, xStrides[1]),
                                          xStrides, groupOf(w, g, wStrides[0]),
                                          wStrides, groupOf(y, g, yStrides[1]),
                                          yStrides));
}

lutra_rt_status lutra_rt_conv_2d_f32(
    void *context, void *stream, int64_t accumulate, int64_t batch,
    int64_t groups, int64_t in_channels, int64_t in_height, int64_t in_width,
    int64_t out_channels, int64_t kernel_height, int64_t kernel_width,
    int64_t out_height, int64_t out_width, int64_t stride_height,
    int64_t stride_width, int64_t dilation_height, int64_t dilation_width,
    const void *x, int64_t x_stride_0, int64_t x_stride_1, int64_t x_stride_2,
    int64_t x_stride_3, int64_t x_stride_4, const void *w, int64_t w_stride_0,
    int64_t w_stride_1, int64_t w_stride_2, int64_t w_stride_3,
    int64_t w_stride_4, void *y, int64_t y_stride_0, int64_t y_stride_1,
    int64_t y_stride_2, int64_t y_stride_3, int64_t y_stride_4) {
  return guarded(context, "conv_2d_f32", [&](Context &ctx) {
    runConvolution(
        ctx, ConvForward, accumulate != 0,
        {batch, groups, in_channels, in_height, in_width, out_channels,
         kernel_height, kernel_width, out_height, out_width, stride_height,
         stride_width, dilation_height, dilation_width},
        {x_stride_0, x_stride_1, x_stride_2, x_stride_3, x_stride_4},
        {w_stride_0, w_stride_1, w_stride_2, w_stride_3, w_stride_4},
        {y_stride_0, y_stride_1, y_stride_2, y_stride_3, y_stride_4}, x, w, y);
  });
}

lutra_rt_status lutra_rt_conv_2d_grad_input_f32(
    void *context, void *stream, int64_t accumulate, int64_t batch,
    int64_t groups, int64_t in_channels, int64_t in_height, int64_t in_width,
    int64_t out_channels, int64_t kernel_height, int64_t kernel_width,
    int64_t out_height, int64_t out_width, int64_t stride_height,
    int64_t stride_width, int64_t dilation_height, int64_t dilation_width,
    const void *dy, int64_t dy_stride_0, int64_t dy_stride_1,
    int64_t dy_stride_2, int64_t dy_stride_3, int64_t dy_stride_4,
    const void *w, int64_t w_stride_0, int64_t w_stride_1, int64_t w_stride_2,
    int64_t w_stride_3, int64_t w_stride_4, void *dx, int64_t dx_stride_0,
    int64_t dx_stride_1, int64_t dx_stride_2, int64_t dx_stride_3,
    int64_t dx_stride_4) {
  return guarded(context, "conv_2d_grad_input_f32", [&](Context &ctx) {
    runConvolution(
        ctx, ConvGradInput, accumulate != 0,
        {batch, groups, in_channels, in_height, in_width, out_channels,
         kernel_height, kernel_width, out_height, out_width, stride_height,
         stride_width, dilation_height, dilation_width},
        {dx_stride_0, dx_stride_1, dx_stride_2, dx_stride_3, dx_stride_4},
        {w_stride_0, w_stride_1, w_stride_2, w_stride_3, w_stride_4},
        {dy_stride_0, dy_stride_1, dy_stride_2, dy_stride_3, dy_stride_4}, dx,
        w, dy);
  });
}

lutra_rt_status lutra_rt_conv_2d_grad_filter_f32(
    void *context, void *stream, int64_t accumulate, int64_t batch,
    int64_t groups, int64_t in_channels, int64_t in_height, int64_t in_width,
    int64_t out_channels, int64_t kernel_height, int64_t kernel_width,
    int64_t out_height, int64_t out_width, int64_t stride_height,
    int64_t stride_width, int64_t dilation_height, int64_t dilation_width,
    const void *dy, int64_t dy_stride_0, int64_t dy_stride_1,
    int64_t dy_stride_2, int64_t dy_stride_3, int64_t dy_stride_4,
    const void *x, int64_t x_stride_0, int64_t x_stride_1, int64_t x_stride_2,
    int64_t x_stride_3, int64_t x_stride_4, void *dw, int64_t dw_stride_0,
    int64_t dw_stride_1, int64_t dw_stride_2, int64_t dw_stride_3,
    int64_t dw_stride_4) {
  return guarded(context, "conv_2d_grad_filter_f32", [&](Context &ctx) {
    runConvolution(
        ctx, ConvGradFilter, accumulate != 0,
        {batch, groups, in_channels, in_height, in_width, out_channels,
         kernel_height, kernel_width, out_height, out_width, stride_height,
         stride_width, dilation_height, dilation_width},
        {x_stride_0, x_stride_1, x_stride_2, x_stride_3, x_stride_4},
        {dw_stride_0, dw_stride_1, dw_stride_2, dw_stride_3, dw_stride_4},
        {dy_stride_0, dy_stride_1, dy_stride_2, dy_stride_3, dy_stride_4}, x,
        dw, dy);
  });
}
