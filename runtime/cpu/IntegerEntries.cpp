//===- IntegerEntries.cpp - Exact integer matmul and convolution ----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The integer entries of lutra_runtime.def: oneDNN where it is exact, our own
// kernels elsewhere.
//
// oneDNN's u8 x s8 kernels are not exact everywhere: without VNNI the sum of
// two products saturates at 16 bits, and some convolutions pass their sums
// through f32, which rounds beyond 2^24. So each operation, when it is made,
// runs once on the largest values there are, whose sums show either: every pair
// of products overflows 16 bits, and the sum is odd, which f32 cannot hold
// beyond 2^24. An operation that fails, that oneDNN does not have, or that is
// only its reference code, is ours for good. LUTRA_KERNEL makes all of them
// ours.
//
//===----------------------------------------------------------------------===//
#include "Kernels.h"
#include "OneDnn.h"
#include "ThreadPool.h"
#include <cstring>

using namespace lutra::rt;

//===----------------------------------------------------------------------===//
// The test of an operation
//===----------------------------------------------------------------------===//

/// Largest values of the two sources. A signed source that is at its smallest
/// would only make even products.
static int64_t testValue(bool isSigned) { return isSigned ? 127 : 255; }

/// Runs `operation` with a first source of equal values and `second` as it is;
/// every one of the `count` results must be `expected` modulo 2^32.
static bool givesEverywhere(Context &context, Operation &operation,
                            bool firstSigned,
                            const std::vector<uint8_t> &second,
                            int64_t expected, const std::vector<int64_t> &sizes,
                            const std::vector<int64_t> &strides) {
  std::vector<uint8_t> first(operation.sources[0].user.get_desc().get_size(),
                             uint8_t(testValue(firstSigned)));
  std::vector<int32_t> result(
      operation.destination.user.get_desc().get_size() / sizeof(int32_t) + 1);
  stateOf(context).run(context, operation, {first.data(), second.data()},
                       result.data());
  int64_t count = 1;
  for (int64_t size : sizes)
    count *= size;
  for (int64_t i = 0; i < count; ++i) {
    int64_t rest = i, offset = 0;
    for (size_t d = sizes.size(); d-- > 0; rest /= sizes[d])
      offset += rest % sizes[d] * strides[d];
    if (result[size_t(offset)] != int32_t(uint32_t(uint64_t(expected))))
      return false;
  }
  return true;
}

/// What every result is when all values are the largest but the first of the
/// second source, which is one less if that makes the sum odd.
static int64_t expectedSum(bool firstSigned, int64_t terms) {
  return testValue(firstSigned) * (127 * terms - (terms % 2 == 0 ? 1 : 0));
}

static bool isReference(const char *implementation) {
  return std::strstr(implementation, "ref") != nullptr;
}

static DataType typeOf(bool isSigned) {
  return isSigned ? DataType::s8 : DataType::u8;
}

/// The operation of a key, made by make(operation) when it is new.
template <typename Make>
static Operation &findOrMake(Context &context, const Key &key, Make &&make) {
  DnnState &state = stateOf(context);
  auto entry = state.operations.find(key);
  if (entry != state.operations.end())
    return entry->second;
  LibraryThreads threads(context.threads);
  Operation operation;
  try {
    operation.isExact = make(operation);
  } catch (const dnnl::error &error) {
    // What fails for another reason may succeed the next time.
    if (error.status == dnnl_out_of_memory ||
        error.status == dnnl_runtime_error)
      throw;
    operation.isExact = false; // not what oneDNN has
  }
  return state.operations.emplace(key, std::move(operation)).first->second;
}

//===----------------------------------------------------------------------===//
// Matmul
//===----------------------------------------------------------------------===//

/// True if the library has computed the product.
static bool runLibraryMatmul(Context &context, bool aSigned, const Matrix &a,
                             const Matrix &b, const Matrix &c) {
  if (!c.isRowMajor() || !(a.isRowMajor() || a.isColumnMajor()) ||
      !(b.isRowMajor() || b.isColumnMajor()))
    return false;
  Key key = {MatmulInteger, aSigned,          c.batch,         c.rows,
             c.columns,     a.columns,        a.batch,         a.strides.batch,
             a.strides.row, a.strides.column, b.batch,         b.strides.batch,
             b.strides.row, b.strides.column, c.strides.batch, c.strides.row};
  Operation &operation = findOrMake(context, key, [&](Operation &made) {
    DnnState &state = stateOf(context);
    Desc descs[] = {a.desc(c.batch, typeOf(aSigned)),
                    b.desc(c.batch, DataType::s8),
                    c.desc(c.batch, DataType::s32)};
    dnnl::matmul::primitive_desc primitive(
        dnnl::matmul::desc(descs[0], descs[1], descs[2]), makeAttributes(false),
        state.engine);
    if (isReference(primitive.impl_info_str()))
      return false;
    made.sources = {state.makeTensor(Slot::Source, descs[0], descs[0], false),
                    state.makeTensor(Slot::Weights, descs[1], descs[1], false)};
    made.destination =
        state.makeTensor(Slot::Destination, descs[2], descs[2], true);
    state.finish(made, dnnl::matmul(primitive), primitive.scratchpad_desc(),
                 DNNL_ARG_SRC, DNNL_ARG_WEIGHTS, DNNL_ARG_DST);
    std::vector<uint8_t> second(descs[1].get_size(), 127);
    if (b.rows % 2 == 0)
      for (int64_t batch = 0; batch < b.batch; ++batch)
        for (int64_t column = 0; column < b.columns; ++column)
          second[size_t(batch * b.strides.batch + column * b.strides.column)] =
              126;
    return givesEverywhere(context, made, aSigned, second,
                           expectedSum(aSigned, b.rows),
                           {c.batch, c.rows, c.columns},
                           {c.strides.batch, c.strides.row, c.strides.column});
  });
  if (!operation.isExact)
    return false;
  stateOf(context).run(context, operation, {a.data, b.data}, c.data);
  return true;
}

lutra_rt_status
lutra_rt_int_matmul(void *context, void *stream, int64_t a_signed,
                    int64_t b_signed, int64_t batch, int64_t m, int64_t n,
                    int64_t k, const void *a, int64_t a_stride_batch,
                    int64_t a_stride_row, int64_t a_stride_col, const void *b,
                    int64_t b_stride_batch, int64_t b_stride_row,
                    int64_t b_stride_col, void *c, int64_t c_stride_batch,
                    int64_t c_stride_row, int64_t c_stride_col) {
  return guarded(context, "int_matmul", [&](Context &ctx) {
    MatmulSizes sizes{batch, m, n, k};
    sizes.check();
    if (batch * m * n == 0)
      return;
    expectData(a, "parameter 'a'", m * k);
    expectData(b, "parameter 'b'", k * n);
    expectPointer(c, "parameter 'c'");
    MatrixStrides aStrides{a_stride_batch, a_stride_row, a_stride_col};
    MatrixStrides bStrides{b_stride_batch, b_stride_row, b_stride_col};
    MatrixStrides cStrides{c_stride_batch, c_stride_row, c_stride_col};
    if (k != 0 && b_signed && ctx.forcedKernel.empty() &&
        runLibraryMatmul(ctx, a_signed != 0,
                         makeMatrix(a, batch, m, k, aStrides),
                         makeMatrix(b, batch, k, n, bStrides),
                         makeMatrix(c, batch, m, n, cStrides)))
      return;
    runIntegerMatmul(ctx, a_signed != 0, b_signed != 0, sizes, a, aStrides, b,
                     bStrides, c, cStrides);
  });
}

//===----------------------------------------------------------------------===//
// Convolution
//===----------------------------------------------------------------------===//

/// True if the library has computed the convolution.
static bool runLibraryConv2D(Context &context, bool xSigned, const ConvSizes &s,
                             const ConvTensors &tensors,
                             const TensorStrides &wStrides) {
  const ConvTensor &x = tensors.x, &w = tensors.w, &y = tensors.y;
  Key key = makeKey(ConvInteger, xSigned, s, tensors);
  Operation &operation = findOrMake(context, key, [&](Operation &made) {
    DnnState &state = stateOf(context);
    DataType xType = typeOf(xSigned);
    Dims strides = {s.strideHeight, s.strideWidth}, padding = {0, 0};
    Dims dilation = {s.dilationHeight - 1, s.dilationWidth - 1};
    dnnl::convolution_forward::primitive_desc forward(
        dnnl::convolution_forward::desc(dnnl::prop_kind::forward_inference,
                                        dnnl::algorithm::convolution_direct,
                                        x.free(xType), w.free(DataType::s8),
                                        y.free(DataType::s32), strides,
                                        dilation, padding, padding),
        makeAttributes(false), state.engine);
    if (isReference(forward.impl_info_str()))
      return false;
    made.sources = {state.makeTensor(Slot::Source, x.desc(xType),
                                     forward.src_desc(), false),
                    state.makeTensor(Slot::Weights, w.desc(DataType::s8),
                                     forward.weights_desc(), false)};
    made.destination = state.makeTensor(
        Slot::Destination, y.desc(DataType::s32), forward.dst_desc(), true);
    state.finish(made, dnnl::convolution_forward(forward),
                 forward.scratchpad_desc(), DNNL_ARG_SRC, DNNL_ARG_WEIGHTS,
                 DNNL_ARG_DST);
    std::vector<uint8_t> second(w.desc(DataType::s8).get_size(), 127);
    if (s.taps() % 2 == 0)
      for (int64_t g = 0; g < s.groups; ++g)
        for (int64_t f = 0; f < s.outChannels; ++f)
          second[size_t(g * wStrides[0] + f * wStrides[1])] = 126;
    return givesEverywhere(context, made, xSigned, second,
                           expectedSum(xSigned, s.taps()), y.sizes, y.strides);
  });
  if (!operation.isExact)
    return false;
  stateOf(context).run(context, operation, {x.data, w.data},
                       const_cast<void *>(y.data));
  return true;
}

static bool isNonNegative(const TensorStrides &strides) {
  for (int64_t stride : strides)
    if (stride < 0)
      return false;
  return true;
}

lutra_rt_status lutra_rt_int_conv_2d(
    void *context, void *stream, int64_t x_signed, int64_t w_signed,
    int64_t batch, int64_t groups, int64_t in_channels, int64_t in_height,
    int64_t in_width, int64_t out_channels, int64_t kernel_height,
    int64_t kernel_width, int64_t out_height, int64_t out_width,
    int64_t stride_height, int64_t stride_width, int64_t dilation_height,
    int64_t dilation_width, const void *x, int64_t x_stride_0,
    int64_t x_stride_1, int64_t x_stride_2, int64_t x_stride_3,
    int64_t x_stride_4, const void *w, int64_t w_stride_0, int64_t w_stride_1,
    int64_t w_stride_2, int64_t w_stride_3, int64_t w_stride_4, void *y,
    int64_t y_stride_0, int64_t y_stride_1, int64_t y_stride_2,
    int64_t y_stride_3, int64_t y_stride_4) {
  return guarded(context, "int_conv_2d", [&](Context &ctx) {
    ConvSizes s{batch,           groups,        in_channels,   in_height,
                in_width,        out_channels,  kernel_height, kernel_width,
                out_height,      out_width,     stride_height, stride_width,
                dilation_height, dilation_width};
    s.check();
    if (groups * s.pixels() * out_channels == 0)
      return;
    expectData(x, "parameter 'x'", s.taps());
    expectData(w, "parameter 'w'", s.taps());
    expectPointer(y, "parameter 'y'");
    TensorStrides xStrides{x_stride_0, x_stride_1, x_stride_2, x_stride_3,
                           x_stride_4};
    TensorStrides wStrides{w_stride_0, w_stride_1, w_stride_2, w_stride_3,
                           w_stride_4};
    TensorStrides yStrides{y_stride_0, y_stride_1, y_stride_2, y_stride_3,
                           y_stride_4};
    if (s.taps() != 0 && w_signed && ctx.forcedKernel.empty() &&
        isNonNegative(xStrides) && isNonNegative(wStrides) &&
        isNonNegative(yStrides) && canMergeGroups(s.input(), xStrides) &&
        canMergeGroups(s.output(), yStrides) &&
        runLibraryConv2D(
            ctx, x_signed != 0, s,
            makeConvTensors(s, x, xStrides, w, wStrides, y, yStrides),
            wStrides))
      return;
    runIntegerConv2D(ctx, x_signed != 0, w_signed != 0, s, x, xStrides, w,
                     wStrides, y, yStrides);
  });
}
