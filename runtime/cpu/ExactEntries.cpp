//===- ExactEntries.cpp - Exact f32 matmul and convolution ----------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The exact entries of lutra_runtime.def, through oneDNN.
//
// Approach. An operation is made once for each (kind, sizes, strides) and kept
// in the context with its memory objects, so that a repeated call only sets
// pointers. Convolutions let oneDNN choose layouts; where it wants another one
// than the caller's, the operation reorders into workspace. Matmul takes
// matrices with one unit stride as they are, transposed or not, and copies
// others.
//
//===----------------------------------------------------------------------===//
#include "../common/Context.h"
#include "Arguments.h"
#include "ThreadPool.h"
#include <algorithm>
#include <dnnl.hpp>
#include <map>

using namespace lutra::rt;
using Dims = dnnl::memory::dims;
using Desc = dnnl::memory::desc;
constexpr auto f32 = dnnl::memory::data_type::f32;
constexpr auto anyLayout = dnnl::memory::format_tag::any;

namespace {

/// A tensor that an operation reads or writes: the caller's memory, and
/// workspace in the library's layout where that differs.
struct Tensor {
  Slot slot;
  dnnl::memory user, library;
  dnnl::reorder reorder; // empty: both are the same
};

struct Operation {
  dnnl::primitive primitive;
  std::vector<Tensor> sources;
  Tensor destination;
  dnnl::memory scratchpad;
  std::unordered_map<int, dnnl::memory> arguments;
};

/// Kind of operation, then its sizes and strides.
using Key = std::array<int64_t, 32>;

class DnnState : public TargetState {
public:
  dnnl::engine engine{dnnl::engine::kind::cpu, 0};
  dnnl::stream stream{engine};
  std::map<Key, Operation> operations;

  int64_t allocations() const override { return int64_t(operations.size()); }

  /// Adds the memory of one argument, reordered if the layouts differ.
  /// `accumulate` asks for a reorder that adds to the caller's memory.
  Tensor makeTensor(Slot slot, const Desc &user, const Desc &library,
                    bool isDestination, bool accumulate = false) {
    Tensor tensor{slot, dnnl::memory(user, engine, nullptr), {}, {}};
    if (user == library && !accumulate) {
      tensor.library = tensor.user;
      return tensor;
    }
    tensor.library = dnnl::memory(library, engine, nullptr);
    dnnl::primitive_attr attributes;
    if (accumulate) {
      dnnl::post_ops sum;
      sum.append_sum(1.0f);
      attributes.set_post_ops(sum);
    }
    const dnnl::memory &from = isDestination ? tensor.library : tensor.user;
    const dnnl::memory &to = isDestination ? tensor.user : tensor.library;
    tensor.reorder = dnnl::reorder(dnnl::reorder::primitive_desc(
        engine, from.get_desc(), engine, to.get_desc(), attributes));
    return tensor;
  }

  /// Completes an operation whose tensors are set. The arguments are oneDNN's
  /// numbers of the two sources and the destination.
  void finish(Operation &operation, const dnnl::primitive &primitive,
              const Desc &scratchpad, int first, int second, int result) {
    operation.primitive = primitive;
    operation.scratchpad = dnnl::memory(scratchpad, engine, nullptr);
    operation.arguments = {{first, operation.sources[0].library},
                           {second, operation.sources[1].library},
                           {result, operation.destination.library},
                           {DNNL_ARG_SCRATCHPAD, operation.scratchpad}};
  }

  void run(Context &context, Operation &operation,
           std::initializer_list<const void *> sources, void *destination);
};

} // namespace

std::unique_ptr<TargetState> lutra::rt::makeTargetState() {
  return std::make_unique<DnnState>();
}

void DnnState::run(Context &context, Operation &operation,
                   std::initializer_list<const void *> sources,
                   void *destination) {
  LibraryThreads threads(context.threads);
  auto place = [&](const Tensor &tensor) {
    if (tensor.reorder)
      tensor.library.set_data_handle(context.workspace.get(
          tensor.slot, tensor.library.get_desc().get_size()));
  };
  const void *const *source = sources.begin();
  for (Tensor &tensor : operation.sources) {
    tensor.user.set_data_handle(const_cast<void *>(*source++));
    place(tensor);
    if (tensor.reorder)
      tensor.reorder.execute(stream, tensor.user, tensor.library);
  }
  Tensor &result = operation.destination;
  result.user.set_data_handle(destination);
  place(result);
  if (size_t bytes = operation.scratchpad.get_desc().get_size())
    operation.scratchpad.set_data_handle(
        context.workspace.get(Slot::Scratchpad, bytes));
  operation.primitive.execute(stream, operation.arguments);
  if (result.reorder)
    result.reorder.execute(stream, result.library, result.user);
  stream.wait();
}

static dnnl::primitive_attr makeAttributes(bool addToDestination) {
  dnnl::primitive_attr attributes;
  attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
  if (addToDestination) {
    dnnl::post_ops sum;
    sum.append_sum(1.0f);
    attributes.set_post_ops(sum);
  }
  return attributes;
}

static DnnState &stateOf(Context &context) {
  return static_cast<DnnState &>(*context.target);
}

//===----------------------------------------------------------------------===//
// Matmul
//===----------------------------------------------------------------------===//

namespace {
struct Matrix {
  float *data;
  int64_t batch, rows, columns; // batch is 1 if all batches share the matrix
  MatrixStrides strides;

  int64_t elements() const { return batch * rows * columns; }
  bool isRowMajor() const {
    return strides.column == 1 && strides.row >= columns;
  }
  bool isColumnMajor() const {
    return strides.row == 1 && strides.column >= rows;
  }
  Matrix transposed() const {
    return {data,
            batch,
            columns,
            rows,
            {strides.batch, strides.column, strides.row}};
  }
  Desc desc(int64_t batches) const {
    if (batches == 1)
      return Desc({rows, columns}, f32, Dims{strides.row, strides.column});
    return Desc({batch, rows, columns}, f32,
                Dims{strides.batch, strides.row, strides.column});
  }
};
} // namespace

/// A stride along a dimension of size 1 says nothing: gives it the value that
/// makes the layout plain.
static Matrix makeMatrix(const void *data, int64_t batch, int64_t rows,
                         int64_t columns, MatrixStrides strides) {
  if (columns == 1 && strides.row != 1)
    strides.column = 1;
  else if (columns == 1)
    strides.column = rows;
  if (rows == 1)
    strides.row = strides.column == 1 ? columns : 1;
  if (batch == 1)
    strides.batch = rows * columns;
  return {static_cast<float *>(const_cast<void *>(data)),
          strides.batch == 0 ? 1 : batch, rows, columns, strides};
}

/// to = from, or to += from.
static void copyMatrix(Context &context, const Matrix &from, const Matrix &to,
                       bool accumulate) {
  runTasks(from.elements() < (1 << 14) ? 1 : context.threads,
           from.batch * from.rows, [&](int64_t index, int64_t) {
             int64_t b = index / from.rows, r = index % from.rows;
             const float *source =
                 from.data + b * from.strides.batch + r * from.strides.row;
             float *target =
                 to.data + b * to.strides.batch + r * to.strides.row;
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
  Key key = {0,
             accumulate,
             c.batch,
             c.rows,
             c.columns,
             a.columns,
             a.batch,
             a.strides.batch,
             a.strides.row,
             a.strides.column,
             b.batch,
             b.strides.batch,
             b.strides.row,
             b.strides.column,
             c.strides.batch,
             c.strides.row};
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

namespace {
enum ConvKind { Forward = 1, GradInput, GradFilter };

/// A 4-D tensor of the caller.
struct Tensor4 {
  const void *data;
  std::array<int64_t, 4> sizes;
  TensorStrides strides;

  int64_t elements() const { return sizes[0] * sizes[1] * sizes[2] * sizes[3]; }
  Desc desc() const {
    return Desc(Dims(sizes.begin(), sizes.end()), f32,
                Dims(strides.begin(), strides.end()));
  }
  Desc free() const {
    return Desc(Dims(sizes.begin(), sizes.end()), f32, anyLayout);
  }
};
} // namespace

/// Makes the operation of one kind: source and weights are the first two
/// arguments of the kind in oneDNN's order.
static void makeConvolution(DnnState &state, Operation &operation,
                            ConvKind kind, bool accumulate, const ConvSizes &s,
                            const Tensor4 &x, const Tensor4 &w,
                            const Tensor4 &y) {
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
  case Forward:
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
  case GradInput: {
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
  case GradFilter: {
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

/// Runs one kind of convolution. The tensor it computes is the third of
/// (sources..., result); `x` has the sizes that the output depends on.
static void runConvolution(Context &context, ConvKind kind, bool accumulate,
                           const ConvSizes &s, const TensorStrides &xStrides,
                           const TensorStrides &wStrides,
                           const TensorStrides &yStrides, const void *xData,
                           const void *wData, const void *yData) {
  s.check();
  Tensor4 x{xData, {s.batch, s.inChannels, s.inHeight, s.inWidth}, xStrides};
  Tensor4 w{wData,
            {s.outChannels, s.inChannels, s.kernelHeight, s.kernelWidth},
            wStrides};
  Tensor4 y{yData, {s.batch, s.outChannels, s.outHeight, s.outWidth}, yStrides};
  const Tensor4 &result = kind == Forward ? y : kind == GradInput ? x : w;
  if (result.elements() == 0)
    return;
  expectData(x.data, kind == GradInput ? "parameter 'dx'" : "parameter 'x'",
             x.elements());
  expectData(w.data, kind == GradFilter ? "parameter 'dw'" : "parameter 'w'",
             w.elements());
  expectData(y.data, kind == Forward ? "parameter 'y'" : "parameter 'dy'",
             y.elements());
  bool isEmpty = s.pixels() * s.taps() * s.outChannels == 0;
  bool readsAll = s.inHeight == s.usedHeight() && s.inWidth == s.usedWidth();
  // Empty sums, and input that no output depends on.
  if (!accumulate && (isEmpty || (kind == GradInput && !readsAll)))
    clear(static_cast<float *>(const_cast<void *>(result.data)), result.sizes,
          result.strides);
  if (isEmpty)
    return;
  x.sizes[2] = s.usedHeight();
  x.sizes[3] = s.usedWidth();

  DnnState &state = stateOf(context);
  Key key = {kind, accumulate};
  int64_t *next = key.data() + 2;
  for (const Tensor4 *t : {&x, &w, &y}) {
    next = std::copy(t->sizes.begin(), t->sizes.end(), next);
    next = std::copy(t->strides.begin(), t->strides.end(), next);
  }
  for (int64_t value :
       {s.strideHeight, s.strideWidth, s.dilationHeight, s.dilationWidth})
    *next++ = value;
  auto entry = state.operations.find(key);
  if (entry == state.operations.end()) {
    LibraryThreads threads(context.threads);
    Operation operation;
    makeConvolution(state, operation, kind, accumulate, s, x, w, y);
    entry = state.operations.emplace(key, std::move(operation)).first;
  }
  const void *first = kind == Forward ? x.data : y.data;
  const void *second = kind == GradFilter ? x.data : w.data;
  state.run(context, entry->second, {first, second},
            const_cast<void *>(result.data));
}

lutra_rt_status lutra_rt_conv_2d_f32(
    void *context, void *stream, int64_t accumulate, int64_t batch,
    int64_t in_channels, int64_t in_height, int64_t in_width,
    int64_t out_channels, int64_t kernel_height, int64_t kernel_width,
    int64_t out_height, int64_t out_width, int64_t stride_height,
    int64_t stride_width, int64_t dilation_height, int64_t dilation_width,
    const void *x, int64_t x_stride_0, int64_t x_stride_1, int64_t x_stride_2,
    int64_t x_stride_3, const void *w, int64_t w_stride_0, int64_t w_stride_1,
    int64_t w_stride_2, int64_t w_stride_3, void *y, int64_t y_stride_0,
    int64_t y_stride_1, int64_t y_stride_2, int64_t y_stride_3) {
  return guarded(context, "conv_2d_f32", [&](Context &ctx) {
    runConvolution(ctx, Forward, accumulate != 0,
                   {batch, in_channels, in_height, in_width, out_channels,
                    kernel_height, kernel_width, out_height, out_width,
                    stride_height, stride_width, dilation_height,
                    dilation_width},
                   {x_stride_0, x_stride_1, x_stride_2, x_stride_3},
                   {w_stride_0, w_stride_1, w_stride_2, w_stride_3},
                   {y_stride_0, y_stride_1, y_stride_2, y_stride_3}, x, w, y);
  });
}

lutra_rt_status lutra_rt_conv_2d_grad_input_f32(
    void *context, void *stream, int64_t accumulate, int64_t batch,
    int64_t in_channels, int64_t in_height, int64_t in_width,
    int64_t out_channels, int64_t kernel_height, int64_t kernel_width,
    int64_t out_height, int64_t out_width, int64_t stride_height,
    int64_t stride_width, int64_t dilation_height, int64_t dilation_width,
    const void *dy, int64_t dy_stride_0, int64_t dy_stride_1,
    int64_t dy_stride_2, int64_t dy_stride_3, const void *w, int64_t w_stride_0,
    int64_t w_stride_1, int64_t w_stride_2, int64_t w_stride_3, void *dx,
    int64_t dx_stride_0, int64_t dx_stride_1, int64_t dx_stride_2,
    int64_t dx_stride_3) {
  return guarded(context, "conv_2d_grad_input_f32", [&](Context &ctx) {
    runConvolution(
        ctx, GradInput, accumulate != 0,
        {batch, in_channels, in_height, in_width, out_channels, kernel_height,
         kernel_width, out_height, out_width, stride_height, stride_width,
         dilation_height, dilation_width},
        {dx_stride_0, dx_stride_1, dx_stride_2, dx_stride_3},
        {w_stride_0, w_stride_1, w_stride_2, w_stride_3},
        {dy_stride_0, dy_stride_1, dy_stride_2, dy_stride_3}, dx, w, dy);
  });
}

lutra_rt_status lutra_rt_conv_2d_grad_filter_f32(
    void *context, void *stream, int64_t accumulate, int64_t batch,
    int64_t in_channels, int64_t in_height, int64_t in_width,
    int64_t out_channels, int64_t kernel_height, int64_t kernel_width,
    int64_t out_height, int64_t out_width, int64_t stride_height,
    int64_t stride_width, int64_t dilation_height, int64_t dilation_width,
    const void *dy, int64_t dy_stride_0, int64_t dy_stride_1,
    int64_t dy_stride_2, int64_t dy_stride_3, const void *x, int64_t x_stride_0,
    int64_t x_stride_1, int64_t x_stride_2, int64_t x_stride_3, void *dw,
    int64_t dw_stride_0, int64_t dw_stride_1, int64_t dw_stride_2,
    int64_t dw_stride_3) {
  return guarded(context, "conv_2d_grad_filter_f32", [&](Context &ctx) {
    runConvolution(
        ctx, GradFilter, accumulate != 0,
        {batch, in_channels, in_height, in_width, out_channels, kernel_height,
         kernel_width, out_height, out_width, stride_height, stride_width,
         dilation_height, dilation_width},
        {x_stride_0, x_stride_1, x_stride_2, x_stride_3},
        {dw_stride_0, dw_stride_1, dw_stride_2, dw_stride_3},
        {dy_stride_0, dy_stride_1, dy_stride_2, dy_stride_3}, x, dw, dy);
  });
}
