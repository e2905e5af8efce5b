//===- ExactTest.cpp - Exact f32 entries against sums in double -----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "RuntimeTesting.h"
#include <cmath>

using namespace lutra::rt::testing;

namespace {

template <typename Container>
void fill(Container &tensor, std::mt19937 &random) {
  std::normal_distribution<float> normal;
  for (float &value : tensor.data)
    value = normal(random);
}

struct Sum {
  double value = 0, magnitude = 0;
  void add(double term) {
    value += term;
    magnitude += std::abs(term);
  }
};

struct MatmulCase {
  int64_t batch, m, n, k;
  std::vector<int> a = {0, 1, 2}, b = {0, 1, 2}, c = {0, 1, 2};
  int64_t step = 1;
};

void checkMatmul(const MatmulCase &s, unsigned seed) {
  SCOPED_TRACE(std::to_string(s.batch) + "x" + std::to_string(s.m) + "x" +
               std::to_string(s.n) + "x" + std::to_string(s.k));
  std::mt19937 random(seed);
  StridedTensor<float> a({s.batch, s.m, s.k}, s.a, 0, 3, s.step);
  StridedTensor<float> b({s.batch, s.k, s.n}, s.b, 0, 3, s.step);
  fill(a, random);
  fill(b, random);
  for (int64_t threads : {1, 2})
    for (bool accumulate : {false, true}) {
      TestContext context(threads);
      StridedTensor<float> c({s.batch, s.m, s.n}, s.c, 0, 3, s.step);
      fill(c, random);
      std::vector<float> before = c.data;
      ASSERT_EQ(lutra_rt_matmul_f32(
                    context, nullptr, accumulate, s.batch, s.m, s.n, s.k,
                    a.data.data(), a.strides[0], a.strides[1], a.strides[2],
                    b.data.data(), b.strides[0], b.strides[1], b.strides[2],
                    c.data.data(), c.strides[0], c.strides[1], c.strides[2]),
                LUTRA_RT_OK)
          << lutra_rt_context_message(context);
      for (int64_t i = 0; i < s.batch; ++i)
        for (int64_t m = 0; m < s.m; ++m)
          for (int64_t n = 0; n < s.n; ++n) {
            Sum sum;
            float &actual = c(i, m, n);
            float &initial = before[size_t(&actual - c.data.data())];
            if (accumulate)
              sum.add(initial);
            for (int64_t k = 0; k < s.k; ++k)
              sum.add(double(a(i, m, k)) * b(i, k, n));
            ASSERT_NEAR(actual, sum.value, 2e-6 * sum.magnitude + 1e-30)
                << i << " " << m << " " << n;
            initial = actual;
          }
      EXPECT_EQ(before, c.data) << "wrote outside of its result";
    }
}

TEST(MatmulF32, Shapes) {
  unsigned seed = 0;
  for (int64_t m : {1, 7, 64})
    for (int64_t n : {1, 10, 65})
      for (int64_t k : {1, 3, 100})
        checkMatmul({1, m, n, k}, ++seed);
}

TEST(MatmulF32, Layouts) {
  unsigned seed = 100;
  const std::vector<int> orders[] = {
      {0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {2, 1, 0}};
  for (const auto &a : orders)
    for (const auto &b : orders)
      for (const auto &c : orders)
        for (int64_t batch : {1, 3})
          checkMatmul({batch, 6, 9, 17, a, b, c}, ++seed);
}

TEST(MatmulF32, NoUnitStride) {
  checkMatmul({2, 6, 9, 17, {0, 1, 2}, {0, 2, 1}, {0, 1, 2}, 2}, 200);
}

TEST(MatmulF32, EmptySums) {
  checkMatmul({2, 3, 4, 0}, 300);
  checkMatmul({2, 0, 4, 5}, 301);
  checkMatmul({0, 3, 4, 5}, 302);
}

TEST(MatmulF32, SharedOperandOfABatch) {
  TestContext context;
  const float a[] = {1, 2}, b[] = {3, 4, 5, 6};
  float c[2] = {};
  ASSERT_EQ(lutra_rt_matmul_f32(context, nullptr, 0, 2, 1, 1, 2, a, 0, 2, 1, b,
                                2, 1, 1, c, 1, 1, 1),
            LUTRA_RT_OK)
      << lutra_rt_context_message(context);
  EXPECT_EQ(c[0], 11);
  EXPECT_EQ(c[1], 17);
}

struct ConvCase {
  int64_t batch, inChannels, outChannels, kernelHeight, kernelWidth, outHeight,
      outWidth;
  int64_t strideHeight = 1, strideWidth = 1, dilationHeight = 1,
          dilationWidth = 1;
  std::vector<int> x = {0, 1, 2, 3, 4}, w = x, y = x;
  int64_t margin = 1; // input that no output reads
  int64_t groups = 1; // channels are those of one
};

/// Adds the contributions of a convolution to one of its tensors: calls
/// visit(n, g, f, oh, ow, c, kh, kw, h, w).
template <typename Visit>
void visitConv(const ConvCase &s, Visit visit) {
  for (int64_t n = 0; n < s.batch; ++n)
    for (int64_t g = 0; g < s.groups; ++g)
      for (int64_t f = 0; f < s.outChannels; ++f)
        for (int64_t oh = 0; oh < s.outHeight; ++oh)
          for (int64_t ow = 0; ow < s.outWidth; ++ow)
            for (int64_t c = 0; c < s.inChannels; ++c)
              for (int64_t kh = 0; kh < s.kernelHeight; ++kh)
                for (int64_t kw = 0; kw < s.kernelWidth; ++kw)
                  visit(n, g, f, oh, ow, c, kh, kw,
                        oh * s.strideHeight + kh * s.dilationHeight,
                        ow * s.strideWidth + kw * s.dilationWidth);
}

void expectSums(StridedTensor<Sum> &sums, StridedTensor<float> &actual,
                const char *what) {
  for (size_t i = 0; i < sums.data.size(); ++i)
    ASSERT_NEAR(actual.data[i], sums.data[i].value,
                3e-6 * sums.data[i].magnitude + 1e-30)
        << what << " at " << i;
}

void checkConv(const ConvCase &s, unsigned seed) {
  std::mt19937 random(seed);
  int64_t inHeight = (s.outHeight - 1) * s.strideHeight +
                     (s.kernelHeight - 1) * s.dilationHeight + 1 + s.margin;
  int64_t inWidth = (s.outWidth - 1) * s.strideWidth +
                    (s.kernelWidth - 1) * s.dilationWidth + 1 + s.margin;
  using Sizes = std::vector<int64_t>;
  Sizes xSizes = {s.batch, s.groups, s.inChannels, inHeight, inWidth};
  Sizes wSizes = {s.groups, s.outChannels, s.inChannels, s.kernelHeight,
                  s.kernelWidth};
  Sizes ySizes = {s.batch, s.groups, s.outChannels, s.outHeight, s.outWidth};
  StridedTensor<float> x(xSizes, s.x, 0), w(wSizes, s.w, 0), y(ySizes, s.y, 0);
  fill(x, random);
  fill(w, random);
  fill(y, random);
  for (int64_t threads : {1, 2})
    for (bool accumulate : {false, true}) {
      SCOPED_TRACE(accumulate ? "accumulate" : "overwrite");
      TestContext context(threads);
      StridedTensor<Sum> xSums(xSizes, s.x, {}), wSums(wSizes, s.w, {}),
          ySums(ySizes, s.y, {});
      visitConv(s,
                [&](int64_t n, int64_t g, int64_t f, int64_t oh, int64_t ow,
                    int64_t c, int64_t kh, int64_t kw, int64_t h, int64_t v) {
                  double in = x(n, g, c, h, v), filter = w(g, f, c, kh, kw);
                  double out = y(n, g, f, oh, ow);
                  xSums(n, g, c, h, v).add(out * filter);
                  wSums(g, f, c, kh, kw).add(out * in);
                  ySums(n, g, f, oh, ow).add(in * filter);
                });
      // The results start at 0 (also in their gaps), or at 5 in elements.
      StridedTensor<float> dx(xSizes, s.x, 0), dw(wSizes, s.w, 0),
          out(ySizes, s.y, 0);
      auto preset = [&](StridedTensor<float> &t, StridedTensor<Sum> &sums) {
        for (int64_t i = 0; i < t.sizes[0]; ++i)
          for (int64_t j = 0; j < t.sizes[1]; ++j)
            for (int64_t k = 0; k < t.sizes[2]; ++k)
              for (int64_t l = 0; l < t.sizes[3]; ++l)
                for (int64_t m = 0; m < t.sizes[4]; ++m) {
                  t(i, j, k, l, m) = 5.0f;
                  if (accumulate)
                    sums(i, j, k, l, m).add(5.0);
                }
      };
      preset(dx, xSums);
      preset(dw, wSums);
      preset(out, ySums);
      EXPECT_EQ(
          lutra_rt_conv_2d_f32(
              context, nullptr, accumulate, s.batch, s.groups, s.inChannels,
              inHeight, inWidth, s.outChannels, s.kernelHeight, s.kernelWidth,
              s.outHeight, s.outWidth, s.strideHeight, s.strideWidth,
              s.dilationHeight, s.dilationWidth, x.data.data(), x.strides[0],
              x.strides[1], x.strides[2], x.strides[3], x.strides[4],
              w.data.data(), w.strides[0], w.strides[1], w.strides[2],
              w.strides[3], w.strides[4], out.data.data(), out.strides[0],
              out.strides[1], out.strides[2], out.strides[3], out.strides[4]),
          LUTRA_RT_OK);
      EXPECT_EQ(lutra_rt_conv_2d_grad_input_f32(
                    context, nullptr, accumulate, s.batch, s.groups,
                    s.inChannels, inHeight, inWidth, s.outChannels,
                    s.kernelHeight, s.kernelWidth, s.outHeight, s.outWidth,
                    s.strideHeight, s.strideWidth, s.dilationHeight,
                    s.dilationWidth, y.data.data(), y.strides[0], y.strides[1],
                    y.strides[2], y.strides[3], y.strides[4], w.data.data(),
                    w.strides[0], w.strides[1], w.strides[2], w.strides[3],
                    w.strides[4], dx.data.data(), dx.strides[0], dx.strides[1],
                    dx.strides[2], dx.strides[3], dx.strides[4]),
                LUTRA_RT_OK);
      EXPECT_EQ(lutra_rt_conv_2d_grad_filter_f32(
                    context, nullptr, accumulate, s.batch, s.groups,
                    s.inChannels, inHeight, inWidth, s.outChannels,
                    s.kernelHeight, s.kernelWidth, s.outHeight, s.outWidth,
                    s.strideHeight, s.strideWidth, s.dilationHeight,
                    s.dilationWidth, y.data.data(), y.strides[0], y.strides[1],
                    y.strides[2], y.strides[3], y.strides[4], x.data.data(),
                    x.strides[0], x.strides[1], x.strides[2], x.strides[3],
                    x.strides[4], dw.data.data(), dw.strides[0], dw.strides[1],
                    dw.strides[2], dw.strides[3], dw.strides[4]),
                LUTRA_RT_OK);
      ASSERT_EQ(lutra_rt_context_status(context), LUTRA_RT_OK)
          << lutra_rt_context_message(context);
      expectSums(ySums, out, "y");
      expectSums(xSums, dx, "dx");
      expectSums(wSums, dw, "dw");
    }
}

TEST(Conv2dF32, StridesAndDilations) {
  unsigned seed = 500;
  for (int64_t stride : {1, 2, 3})
    for (int64_t dilation : {1, 2})
      for (int64_t margin : {0, 1})
        checkConv({2,
                   3,
                   5,
                   3,
                   2,
                   7,
                   9,
                   stride,
                   3 - stride / 2,
                   dilation,
                   3 - dilation,
                   {0, 1, 2, 3, 4},
                   {0, 1, 2, 3, 4},
                   {0, 1, 2, 3, 4},
                   margin},
                  ++seed);
}

TEST(Conv2dF32, Layouts) {
  const std::vector<int> nchw = {0, 1, 2, 3, 4}, nhwc = {0, 3, 4, 1, 2},
                         hwcf = {3, 4, 2, 0, 1};
  unsigned seed = 600;
  for (const auto &x : {nchw, nhwc})
    for (const auto &w : {nchw, hwcf})
      for (const auto &y : {nchw, nhwc})
        checkConv({3, 4, 9, 3, 3, 6, 11, 1, 1, 1, 1, x, w, y}, ++seed);
}

TEST(Conv2dF32, Groups) {
  // The third order has the groups of an image behind each other but their
  // channels apart: the library takes one group after the other.
  const std::vector<int> nchw = {0, 1, 2, 3, 4}, nhwc = {0, 3, 4, 1, 2},
                         apart = {1, 0, 2, 3, 4};
  unsigned seed = 900;
  for (const auto &order : {nchw, nhwc, apart})
    for (int64_t margin : {0, 1}) {
      checkConv(
          {2, 4, 3, 3, 3, 5, 6, 2, 1, 1, 2, order, nchw, order, margin, 3},
          ++seed);
      checkConv(
          {3, 1, 1, 3, 5, 7, 6, 1, 1, 1, 1, order, nchw, order, margin, 17},
          ++seed);
      checkConv(
          {2, 1, 2, 3, 3, 4, 9, 1, 2, 1, 1, order, nchw, order, margin, 5},
          ++seed);
      checkConv(
          {2, 3, 2, 1, 1, 4, 4, 1, 1, 1, 1, order, nchw, order, margin, 0},
          ++seed);
    }
}

TEST(Conv2dF32, LeNetAndPointwise) {
  checkConv({4, 1, 6, 5, 5, 24, 24}, 700);
  checkConv({4, 16, 32, 1, 1, 8, 8}, 701);
  checkConv({1, 16, 32, 4, 4, 1, 1}, 702);
}

TEST(Conv2dF32, EmptySums) {
  checkConv({2, 0, 4, 3, 3, 5, 5}, 800);
  checkConv({2, 3, 0, 3, 3, 5, 5}, 801);
  checkConv({0, 3, 4, 3, 3, 5, 5}, 802);
}

} // namespace
