//===- IntegerTest.cpp - Exact integer entries against plain sums ---------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// int_matmul, int_conv_2d and expand for every layout and signedness, by
// oneDNN's kernels and by each of ours, with the values that make inexact
// kernels show: pairs of products beyond 16 bits, sums beyond 24 and beyond 32.
// CMake also runs these tests with oneDNN held to instruction sets whose
// kernels saturate.
//
//===----------------------------------------------------------------------===//
#include "RuntimeTesting.h"

using namespace lutra::rt::testing;

namespace {

/// Kernels to force; null leaves the choice to the runtime.
const char *const kernels[] = {nullptr,           "exact",
                               "exact_avx2",      "exact_avx512",
                               "lookup_portable", "lookup_vbmi"};

enum class Values { Random, Largest };

void fill(std::vector<int8_t> &data, bool isSigned, Values values,
          std::mt19937 &random) {
  for (int8_t &value : data)
    value = int8_t(values == Values::Random ? random() : isSigned ? 127 : 255);
}

int64_t read(int8_t byte, bool isSigned) {
  return isSigned ? byte : uint8_t(byte);
}

/// Skips the test's rest where this machine lacks the kernel.
bool isMissing(const TestContext &context) {
  return lutra_rt_context_status(context) == LUTRA_RT_UNSUPPORTED;
}

struct MatmulCase {
  int64_t batch, m, n, k;
  std::vector<int> a = {0, 1, 2}, b = {0, 1, 2}, c = {0, 1, 2};
  Values values = Values::Random;
  int64_t step = 1;
};

void checkMatmul(const MatmulCase &s, bool aSigned, bool bSigned,
                 unsigned seed) {
  std::mt19937 random(seed);
  StridedTensor<int8_t> a({s.batch, s.m, s.k}, s.a, 0, 3, s.step);
  StridedTensor<int8_t> b({s.batch, s.k, s.n}, s.b, 0, 3, s.step);
  fill(a.data, aSigned, s.values, random);
  fill(b.data, bSigned, s.values, random);
  StridedTensor<int32_t> expected({s.batch, s.m, s.n}, s.c, -7, 3, s.step);
  for (int64_t i = 0; i < s.batch; ++i)
    for (int64_t m = 0; m < s.m; ++m)
      for (int64_t n = 0; n < s.n; ++n) {
        int64_t sum = 0;
        for (int64_t k = 0; k < s.k; ++k)
          sum += read(a(i, m, k), aSigned) * read(b(i, k, n), bSigned);
        expected(i, m, n) = int32_t(uint32_t(uint64_t(sum)));
      }
  for (const char *kernel : kernels)
    for (int64_t threads : {1, 2}) {
      SCOPED_TRACE(std::to_string(s.batch) + "x" + std::to_string(s.m) + "x" +
                   std::to_string(s.n) + "x" + std::to_string(s.k) + " by " +
                   (kernel ? kernel : "choice"));
      TestContext context(threads, kernel);
      StridedTensor<int32_t> c({s.batch, s.m, s.n}, s.c, -7, 3, s.step);
      // The second call uses what the first one has made.
      for (int call = 0; call < 2; ++call)
        lutra_rt_int_matmul(context, nullptr, aSigned, bSigned, s.batch, s.m,
                            s.n, s.k, a.data.data(), a.strides[0], a.strides[1],
                            a.strides[2], b.data.data(), b.strides[0],
                            b.strides[1], b.strides[2], c.data.data(),
                            c.strides[0], c.strides[1], c.strides[2]);
      if (isMissing(context))
        continue;
      ASSERT_EQ(lutra_rt_context_status(context), LUTRA_RT_OK)
          << lutra_rt_context_message(context);
      ASSERT_EQ(expected.data, c.data);
    }
}

TEST(IntMatmul, Shapes) {
  unsigned seed = 0;
  for (int64_t m : {1, 7, 64})
    for (int64_t n : {1, 10, 65})
      for (int64_t k : {1, 3, 100})
        checkMatmul({1, m, n, k}, false, true, ++seed);
}

TEST(IntMatmul, LayoutsAndSignedness) {
  unsigned seed = 100;
  const std::vector<int> orders[] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}};
  for (const auto &a : orders)
    for (const auto &b : orders)
      for (const auto &c : orders)
        for (bool aSigned : {false, true})
          for (bool bSigned : {false, true})
            checkMatmul({3, 6, 9, 17, a, b, c}, aSigned, bSigned, ++seed);
  checkMatmul({2, 6, 9, 17, {0, 1, 2}, {0, 2, 1}, {0, 1, 2}, Values::Random, 2},
              false, true, ++seed);
}

TEST(IntMatmul, LargestValues) {
  for (bool aSigned : {false, true})
    for (bool bSigned : {false, true})
      for (int64_t k : {2, 3, 64, 1000, 1001, 70001})
        checkMatmul(
            {1, 5, 18, k, {0, 1, 2}, {0, 1, 2}, {0, 1, 2}, Values::Largest},
            aSigned, bSigned, 1);
}

TEST(IntMatmul, EmptySums) {
  checkMatmul({2, 3, 4, 0}, false, true, 300);
  checkMatmul({2, 0, 4, 5}, false, true, 301);
  checkMatmul({0, 3, 4, 5}, false, true, 302);
}

TEST(IntMatmul, SharedOperandOfABatch) {
  TestContext context;
  const int8_t a[] = {1, 2}, b[] = {3, 4, 5, 6};
  int32_t c[2] = {};
  ASSERT_EQ(lutra_rt_int_matmul(context, nullptr, 0, 1, 2, 1, 1, 2, a, 0, 2, 1,
                                b, 2, 1, 1, c, 1, 1, 1),
            LUTRA_RT_OK)
      << lutra_rt_context_message(context);
  EXPECT_EQ(c[0], 11);
  EXPECT_EQ(c[1], 17);
}

TEST(IntMatmul, RepeatedCallsAllocateNothing) {
  for (const char *kernel : {(const char *)nullptr, "exact"}) {
    TestContext context(2, kernel);
    std::vector<int8_t> a(64 * 32, 1), b(32 * 48, 1);
    std::vector<int32_t> c(64 * 48);
    int64_t allocations = 0;
    for (int call = 0; call < 3; ++call) {
      ASSERT_EQ(lutra_rt_int_matmul(context, nullptr, 0, 1, 1, 64, 48, 32,
                                    a.data(), 0, 32, 1, b.data(), 0, 48, 1,
                                    c.data(), 0, 48, 1),
                LUTRA_RT_OK);
      if (call == 0)
        allocations = lutra_rt_context_allocations(context);
    }
    EXPECT_EQ(lutra_rt_context_allocations(context), allocations);
    EXPECT_EQ(c[0], 32);
  }
}

TEST(IntMatmul, Errors) {
  TestContext context;
  const int8_t a[4] = {};
  int32_t c[4] = {};
  EXPECT_EQ(lutra_rt_int_matmul(context, nullptr, 0, 1, 1, -2, 2, 2, a, 0, 2, 1,
                                a, 0, 2, 1, c, 0, 2, 1),
            LUTRA_RT_INVALID_ARGUMENT);
  EXPECT_STREQ(lutra_rt_context_message(context),
               "lutra_rt_int_matmul: parameter 'm': expected a size of at "
               "least 0, got -2");
  lutra_rt_context_reset(context);
  EXPECT_EQ(lutra_rt_int_matmul(context, nullptr, 0, 1, 1, 2, 2, 2, a, 0, 2, 1,
                                nullptr, 0, 2, 1, c, 0, 2, 1),
            LUTRA_RT_INVALID_ARGUMENT);
  EXPECT_STREQ(
      lutra_rt_context_message(context),
      "lutra_rt_int_matmul: parameter 'b': expected a pointer, got null");
}

struct ConvCase {
  int64_t batch, inChannels, outChannels, kernelHeight, kernelWidth, outHeight,
      outWidth;
  int64_t strideHeight = 1, strideWidth = 1, dilationHeight = 1,
          dilationWidth = 1;
  std::vector<int> x = {0, 1, 2, 3, 4}, w = x, y = x;
  Values values = Values::Random;
  int64_t groups = 1; // channels are those of one
};

void checkConv(const ConvCase &s, bool xSigned, bool wSigned, unsigned seed) {
  std::mt19937 random(seed);
  // One row and column more than the windows reach.
  int64_t height = (s.outHeight - 1) * s.strideHeight +
                   (s.kernelHeight - 1) * s.dilationHeight + 2;
  int64_t width = (s.outWidth - 1) * s.strideWidth +
                  (s.kernelWidth - 1) * s.dilationWidth + 2;
  StridedTensor<int8_t> x({s.batch, s.groups, s.inChannels, height, width}, s.x,
                          0);
  StridedTensor<int8_t> w(
      {s.groups, s.outChannels, s.inChannels, s.kernelHeight, s.kernelWidth},
      s.w, 0);
  fill(x.data, xSigned, s.values, random);
  fill(w.data, wSigned, s.values, random);
  const std::vector<int64_t> outSizes = {s.batch, s.groups, s.outChannels,
                                         s.outHeight, s.outWidth};
  StridedTensor<int32_t> expected(outSizes, s.y, -7);
  for (int64_t n = 0; n < s.batch; ++n)
    for (int64_t g = 0; g < s.groups; ++g)
      for (int64_t f = 0; f < s.outChannels; ++f)
        for (int64_t i = 0; i < s.outHeight; ++i)
          for (int64_t j = 0; j < s.outWidth; ++j) {
            int64_t sum = 0;
            for (int64_t c = 0; c < s.inChannels; ++c)
              for (int64_t p = 0; p < s.kernelHeight; ++p)
                for (int64_t q = 0; q < s.kernelWidth; ++q)
                  sum +=
                      read(x(n, g, c, i * s.strideHeight + p * s.dilationHeight,
                             j * s.strideWidth + q * s.dilationWidth),
                           xSigned) *
                      read(w(g, f, c, p, q), wSigned);
            expected(n, g, f, i, j) = int32_t(uint32_t(uint64_t(sum)));
          }
  for (const char *kernel : kernels)
    for (int64_t threads : {1, 2}) {
      SCOPED_TRACE(std::string(kernel ? kernel : "choice") + ", seed " +
                   std::to_string(seed));
      TestContext context(threads, kernel);
      StridedTensor<int32_t> y(outSizes, s.y, -7);
      for (int call = 0; call < 2; ++call)
        lutra_rt_int_conv_2d(
            context, nullptr, xSigned, wSigned, s.batch, s.groups, s.inChannels,
            height, width, s.outChannels, s.kernelHeight, s.kernelWidth,
            s.outHeight, s.outWidth, s.strideHeight, s.strideWidth,
            s.dilationHeight, s.dilationWidth, x.data.data(), x.strides[0],
            x.strides[1], x.strides[2], x.strides[3], x.strides[4],
            w.data.data(), w.strides[0], w.strides[1], w.strides[2],
            w.strides[3], w.strides[4], y.data.data(), y.strides[0],
            y.strides[1], y.strides[2], y.strides[3], y.strides[4]);
      if (isMissing(context))
        continue;
      ASSERT_EQ(lutra_rt_context_status(context), LUTRA_RT_OK)
          << lutra_rt_context_message(context);
      ASSERT_EQ(expected.data, y.data);
    }
}

TEST(IntConv2D, ShapesAndLayouts) {
  const std::vector<int> nhwc = {0, 3, 4, 1, 2}, hwcf = {3, 4, 2, 0, 1};
  unsigned seed = 0;
  for (bool xSigned : {false, true})
    for (bool wSigned : {false, true}) {
      checkConv({2, 3, 5, 3, 3, 4, 5}, xSigned, wSigned, ++seed);
      checkConv({2, 16, 17, 3, 2, 5, 4, 2, 1, 1, 3}, xSigned, wSigned, ++seed);
      checkConv({1, 4, 8, 1, 1, 3, 3, 2, 2, 1, 1, nhwc, hwcf, nhwc}, xSigned,
                wSigned, ++seed);
      checkConv({3, 12, 16, 5, 5, 4, 4, 1, 1, 1, 1, nhwc, hwcf, nhwc}, xSigned,
                wSigned, ++seed);
      checkConv({2, 0, 3, 2, 2, 2, 2}, xSigned, wSigned, ++seed);
      checkConv({2, 8, 16, 3, 3, 4, 5, 1, 1, 1, 1, nhwc, hwcf, nhwc,
                 Values::Random, 3},
                xSigned, wSigned, ++seed);
      checkConv({2,
                 1,
                 1,
                 3,
                 3,
                 4,
                 5,
                 2,
                 1,
                 1,
                 1,
                 {0, 1, 2, 3, 4},
                 {0, 1, 2, 3, 4},
                 {0, 1, 2, 3, 4},
                 Values::Random,
                 17},
                xSigned, wSigned, ++seed);
    }
}

TEST(IntConv2D, LargestValues) {
  const std::vector<int> order = {0, 1, 2, 3, 4};
  for (bool xSigned : {false, true})
    for (bool wSigned : {false, true})
      for (int64_t channels : {1, 16, 64, 65, 8000})
        checkConv({1, channels, 6, 3, 3, 2, 3, 1, 1, 1, 1, order, order, order,
                   Values::Largest},
                  xSigned, wSigned, 1);
}

TEST(Expand, AxesAndLayouts) {
  std::mt19937 random(7);
  const std::vector<int> orders[] = {{0, 1, 2, 3}, {0, 2, 3, 1}, {3, 2, 1, 0}};
  constexpr int64_t columns = 3;
  std::vector<int8_t> table(columns * 256);
  for (int8_t &entry : table)
    entry = int8_t(random());
  for (std::vector<int64_t> sizes : {std::vector<int64_t>{2, 3, 5, 7},
                                     {1, 1, 1, 129},
                                     {1, 1, 40, 64},
                                     {3, 1, 9000, 1}})
    for (int64_t axis = 0; axis < 4; ++axis)
      for (const auto &xOrder : orders)
        for (const auto &yOrder : orders)
          for (const char *kernel :
               {(const char *)nullptr, "lookup_portable", "exact"}) {
            std::vector<int64_t> grown = sizes;
            grown[axis] *= columns;
            StridedTensor<int8_t> x(sizes, xOrder, 0), y(grown, yOrder, 99);
            StridedTensor<int8_t> expected = y;
            fill(x.data, true, Values::Random, random);
            for (int64_t i = 0; i < sizes[0]; ++i)
              for (int64_t j = 0; j < sizes[1]; ++j)
                for (int64_t k = 0; k < sizes[2]; ++k)
                  for (int64_t l = 0; l < sizes[3]; ++l)
                    for (int64_t c = 0; c < columns; ++c) {
                      int64_t to[] = {i, j, k, l};
                      to[axis] += c * sizes[axis];
                      expected(to[0], to[1], to[2], to[3]) =
                          table[c * 256 + uint8_t(x(i, j, k, l))];
                    }
            TestContext context(2, kernel);
            ASSERT_EQ(lutra_rt_expand(context, nullptr, columns, axis, sizes[0],
                                      sizes[1], sizes[2], sizes[3],
                                      x.data.data(), x.strides[0], x.strides[1],
                                      x.strides[2], x.strides[3], table.data(),
                                      y.data.data(), y.strides[0], y.strides[1],
                                      y.strides[2], y.strides[3]),
                      LUTRA_RT_OK)
                << lutra_rt_context_message(context);
            ASSERT_EQ(expected.data, y.data) << "axis " << axis;
          }
}

TEST(Expand, Errors) {
  TestContext context;
  int8_t x[4] = {}, y[4];
  EXPECT_EQ(lutra_rt_expand(context, nullptr, 1, 4, 1, 1, 1, 4, x, 4, 4, 4, 1,
                            x, y, 4, 4, 4, 1),
            LUTRA_RT_INVALID_ARGUMENT);
  EXPECT_STREQ(lutra_rt_context_message(context),
               "lutra_rt_expand: parameter 'axis': expected 0 to 3, got 4");
  lutra_rt_context_reset(context);
  EXPECT_EQ(lutra_rt_expand(context, nullptr, 1, 3, 1, 1, 1, 4, x, 4, 4, 4, 1,
                            nullptr, y, 4, 4, 4, 1),
            LUTRA_RT_INVALID_ARGUMENT);
  EXPECT_STREQ(lutra_rt_context_message(context),
               "lutra_rt_expand: parameter 'table': expected a pointer, got "
               "null");
}

} // namespace
