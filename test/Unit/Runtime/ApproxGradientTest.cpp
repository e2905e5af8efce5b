//===- ApproxGradientTest.cpp - Gradient kernels against a scalar loop ----===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every kernel row, on one and two threads, against sums in double (M6). The
// error allowed is a few ulp of the sum of magnitudes.
//
//===----------------------------------------------------------------------===//
#include "RuntimeTesting.h"
#include <cmath>

using namespace lutra::rt::testing;

namespace {

std::vector<float> makeGradientTable(OperandType lhs, OperandType rhs,
                                     std::mt19937 &random) {
  std::uniform_real_distribution<float> entry(-200.0f, 250.0f);
  std::vector<float> table(size_t(lhs.size() * rhs.size()));
  for (float &value : table)
    value = entry(random);
  return table;
}

template <typename Container>
void fillCodes(Container &tensor, std::mt19937 &random) {
  for (int8_t &code : tensor.data)
    code = int8_t(random());
}

template <typename Container>
void fillFloats(Container &tensor, std::mt19937 &random) {
  std::normal_distribution<float> normal;
  for (float &value : tensor.data)
    value = normal(random);
}

/// A sum in double with the sum of magnitudes, which bounds the error.
struct Sum {
  double value = 0, magnitude = 0;
  void add(double cotangent, double factor) {
    value += cotangent * factor;
    magnitude += std::abs(cotangent * factor);
  }
  void expectNear(float actual, const char *what) const {
    EXPECT_NEAR(actual, value, 3e-6 * magnitude + 1e-30) << what;
  }
};

struct Case {
  int64_t batch, m, n, k;
  OperandType lhs{8, false}, rhs{8, true};
  bool swapped = false;
  std::vector<int> a = {0, 1, 2}, b = {0, 1, 2}, c = {0, 1, 2};
};

void checkMatmul(const Case &s, unsigned seed) {
  std::mt19937 random(seed);
  OperandType aType = s.swapped ? s.rhs : s.lhs;
  OperandType bType = s.swapped ? s.lhs : s.rhs;
  std::vector<float> table = makeGradientTable(s.lhs, s.rhs, random);
  StridedTensor<int8_t> a({s.batch, s.m, s.k}, s.a, 0);
  StridedTensor<int8_t> b({s.batch, s.k, s.n}, s.b, 0);
  StridedTensor<float> dc({s.batch, s.m, s.n}, s.c, 0);
  fillCodes(a, random);
  fillCodes(b, random);
  fillFloats(dc, random);
  std::vector<int32_t> za(size_t(s.m)), zb(size_t(s.n));
  for (int32_t &zero : za)
    zero = int32_t(aType.lo() + int64_t(random()) % aType.size());
  for (int32_t &zero : zb)
    zero = int32_t(bType.lo() + int64_t(random()) % bType.size());
  auto entry = [&](int8_t x, int8_t y) {
    return double(s.swapped
                      ? table[bType.index(y) * aType.size() + aType.index(x)]
                      : table[aType.index(x) * bType.size() + bType.index(y)]);
  };

  for (const std::string &kernel : gradientKernels()) {
    std::vector<float> first[2];
    for (int64_t threads : {1, 2}) {
      SCOPED_TRACE(kernel + ", " + std::to_string(threads) + " threads");
      TestContext context(threads, kernel.c_str());
      int64_t handle = 0;
      ASSERT_EQ(lutra_rt_gradient_create(context, s.lhs.bits, s.lhs.isSigned,
                                         s.rhs.bits, s.rhs.isSigned,
                                         table.data(), &handle),
                LUTRA_RT_OK);
      StridedTensor<float> da({s.batch, s.m, s.k}, s.a, 77);
      StridedTensor<float> db({s.batch, s.k, s.n}, s.b, 77);
      lutra_rt_status status = lutra_rt_approx_matmul_grad_lhs(
          context, nullptr, handle, s.swapped, s.batch, s.m, s.n, s.k,
          dc.data.data(), dc.strides[0], dc.strides[1], dc.strides[2],
          a.data.data(), a.strides[0], a.strides[1], a.strides[2],
          b.data.data(), b.strides[0], b.strides[1], b.strides[2], zb.data(), 1,
          da.data.data(), da.strides[0], da.strides[1], da.strides[2]);
      if (status == LUTRA_RT_UNSUPPORTED)
        continue;
      ASSERT_EQ(status, LUTRA_RT_OK) << lutra_rt_context_message(context);
      ASSERT_EQ(lutra_rt_approx_matmul_grad_rhs(
                    context, nullptr, handle, s.swapped, s.batch, s.m, s.n, s.k,
                    dc.data.data(), dc.strides[0], dc.strides[1], dc.strides[2],
                    a.data.data(), a.strides[0], a.strides[1], a.strides[2],
                    za.data(), 1, b.data.data(), b.strides[0], b.strides[1],
                    b.strides[2], db.data.data(), db.strides[0], db.strides[1],
                    db.strides[2]),
                LUTRA_RT_OK)
          << lutra_rt_context_message(context);
      for (int64_t i = 0; i < s.batch; ++i)
        for (int64_t k = 0; k < s.k; ++k) {
          for (int64_t m = 0; m < s.m; ++m) {
            Sum sum;
            for (int64_t n = 0; n < s.n; ++n)
              sum.add(dc(i, m, n), entry(a(i, m, k), b(i, k, n)) - zb[n]);
            sum.expectNear(da(i, m, k), "da");
          }
          for (int64_t n = 0; n < s.n; ++n) {
            Sum sum;
            for (int64_t m = 0; m < s.m; ++m)
              sum.add(dc(i, m, n), entry(a(i, m, k), b(i, k, n)) - za[m]);
            sum.expectNear(db(i, k, n), "db");
          }
        }
      // The gaps between the lines stay untouched.
      EXPECT_EQ(da.data.back(), 77);
      EXPECT_EQ(db.data.back(), 77);
      if (threads == 1) {
        first[0] = da.data;
        first[1] = db.data;
      } else {
        EXPECT_EQ(first[0], da.data);
        EXPECT_EQ(first[1], db.data);
      }
    }
    if (::testing::Test::HasFailure())
      return;
  }
}

TEST(ApproxMatmulGradient, Tails) {
  unsigned seed = 0;
  for (int64_t m : {1, 6, 70})
    for (int64_t n : {1, 15, 65, 300})
      for (int64_t k : {1, 5, 67})
        checkMatmul({1, m, n, k}, ++seed);
}

TEST(ApproxMatmulGradient, OperandTypes) {
  unsigned seed = 100;
  const OperandType types[] = {
      {8, false}, {8, true}, {7, true}, {4, false}, {5, true}};
  for (OperandType lhs : types)
    for (OperandType rhs : types)
      for (bool swapped : {false, true}) {
        checkMatmul({1, 9, 70, 11, lhs, rhs, swapped}, ++seed);
        checkMatmul({1, 70, 9, 11, lhs, rhs, swapped}, ++seed);
      }
}

TEST(ApproxMatmulGradient, Layouts) {
  unsigned seed = 200;
  const std::vector<int> orders[] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}};
  for (const auto &a : orders)
    for (const auto &b : orders)
      for (const auto &c : orders)
        checkMatmul({3, 18, 67, 13, {8, true}, {7, false}, true, a, b, c},
                    ++seed);
}

TEST(ApproxMatmulGradient, LongSumsAndSplitColumns) {
  checkMatmul({1, 3, 5000, 2}, 300);
  checkMatmul({1, 5000, 3, 2}, 301);
}

TEST(ApproxMatmulGradient, EmptySumIsZero) {
  TestContext context;
  std::vector<float> table(65536, 1.0f);
  int64_t handle = 0;
  lutra_rt_gradient_create(context, 8, 0, 8, 0, table.data(), &handle);
  std::vector<int8_t> a(6);
  std::vector<float> da(6, 77.0f);
  ASSERT_EQ(lutra_rt_approx_matmul_grad_lhs(context, nullptr, handle, 0, 1, 2,
                                            0, 3, nullptr, 0, 0, 1, a.data(), 0,
                                            3, 1, nullptr, 0, 0, 1, nullptr, 0,
                                            da.data(), 0, 3, 1),
            LUTRA_RT_OK)
      << lutra_rt_context_message(context);
  EXPECT_EQ(da, std::vector<float>(6, 0.0f));
}

struct ConvCase {
  int64_t batch, inChannels, outChannels, kernelHeight, kernelWidth, outHeight,
      outWidth;
  int64_t strideHeight = 1, strideWidth = 1, dilationHeight = 1,
          dilationWidth = 1;
  bool swapped = false;
  std::vector<int> x = {0, 1, 2, 3, 4}, w = x, y = x;
  int64_t groups = 1; // channels are those of one
};

void checkConv(const ConvCase &s, unsigned seed) {
  std::mt19937 random(seed);
  const OperandType lhs{8, false}, rhs{7, true};
  OperandType xType = s.swapped ? rhs : lhs, wType = s.swapped ? lhs : rhs;
  std::vector<float> table = makeGradientTable(lhs, rhs, random);
  int64_t inHeight = (s.outHeight - 1) * s.strideHeight +
                     (s.kernelHeight - 1) * s.dilationHeight + 2;
  int64_t inWidth = (s.outWidth - 1) * s.strideWidth +
                    (s.kernelWidth - 1) * s.dilationWidth + 2;
  StridedTensor<int8_t> x({s.batch, s.groups, s.inChannels, inHeight, inWidth},
                          s.x, 0);
  StridedTensor<int8_t> w(
      {s.groups, s.outChannels, s.inChannels, s.kernelHeight, s.kernelWidth},
      s.w, 0);
  StridedTensor<float> dy(
      {s.batch, s.groups, s.outChannels, s.outHeight, s.outWidth}, s.y, 0);
  fillCodes(x, random);
  fillCodes(w, random);
  fillFloats(dy, random);
  int32_t zx = int32_t(xType.hi());
  std::vector<int32_t> zw(size_t(s.groups * s.outChannels));
  for (int32_t &zero : zw)
    zero = int32_t(wType.lo() + int64_t(random()) % wType.size());

  StridedTensor<Sum> dxSums(x.sizes, s.x, {}), dwSums(w.sizes, s.w, {});
  for (int64_t n = 0; n < s.batch; ++n)
    for (int64_t g = 0; g < s.groups; ++g)
      for (int64_t f = 0; f < s.outChannels; ++f)
        for (int64_t oh = 0; oh < s.outHeight; ++oh)
          for (int64_t ow = 0; ow < s.outWidth; ++ow)
            for (int64_t c = 0; c < s.inChannels; ++c)
              for (int64_t kh = 0; kh < s.kernelHeight; ++kh)
                for (int64_t kw = 0; kw < s.kernelWidth; ++kw) {
                  int64_t h = oh * s.strideHeight + kh * s.dilationHeight;
                  int64_t v = ow * s.strideWidth + kw * s.dilationWidth;
                  int64_t xIndex = xType.index(x(n, g, c, h, v));
                  int64_t wIndex = wType.index(w(g, f, c, kh, kw));
                  double entry = s.swapped
                                     ? table[wIndex * rhs.size() + xIndex]
                                     : table[xIndex * rhs.size() + wIndex];
                  dxSums(n, g, c, h, v)
                      .add(dy(n, g, f, oh, ow),
                           entry - zw[g * s.outChannels + f]);
                  dwSums(g, f, c, kh, kw).add(dy(n, g, f, oh, ow), entry - zx);
                }

  for (const std::string &kernel : gradientKernels()) {
    std::vector<float> first[2];
    for (int64_t threads : {1, 2}) {
      SCOPED_TRACE(kernel + ", " + std::to_string(threads) + " threads");
      TestContext context(threads, kernel.c_str());
      int64_t handle = 0;
      lutra_rt_gradient_create(context, lhs.bits, lhs.isSigned, rhs.bits,
                               rhs.isSigned, table.data(), &handle);
      StridedTensor<float> dx(x.sizes, s.x, 77), dw(w.sizes, s.w, 77);
      lutra_rt_status status = lutra_rt_approx_conv_2d_grad_input(
          context, nullptr, handle, s.swapped, s.batch, s.groups, s.inChannels,
          inHeight, inWidth, s.outChannels, s.kernelHeight, s.kernelWidth,
          s.outHeight, s.outWidth, s.strideHeight, s.strideWidth,
          s.dilationHeight, s.dilationWidth, dy.data.data(), dy.strides[0],
          dy.strides[1], dy.strides[2], dy.strides[3], dy.strides[4],
          x.data.data(), x.strides[0], x.strides[1], x.strides[2], x.strides[3],
          x.strides[4], w.data.data(), w.strides[0], w.strides[1], w.strides[2],
          w.strides[3], w.strides[4], zw.data(), s.outChannels, 1,
          dx.data.data(), dx.strides[0], dx.strides[1], dx.strides[2],
          dx.strides[3], dx.strides[4]);
      if (status == LUTRA_RT_UNSUPPORTED)
        continue;
      ASSERT_EQ(status, LUTRA_RT_OK) << lutra_rt_context_message(context);
      ASSERT_EQ(lutra_rt_approx_conv_2d_grad_filter(
                    context, nullptr, handle, s.swapped, s.batch, s.groups,
                    s.inChannels, inHeight, inWidth, s.outChannels,
                    s.kernelHeight, s.kernelWidth, s.outHeight, s.outWidth,
                    s.strideHeight, s.strideWidth, s.dilationHeight,
                    s.dilationWidth, dy.data.data(), dy.strides[0],
                    dy.strides[1], dy.strides[2], dy.strides[3], dy.strides[4],
                    x.data.data(), x.strides[0], x.strides[1], x.strides[2],
                    x.strides[3], x.strides[4], &zx, 0, w.data.data(),
                    w.strides[0], w.strides[1], w.strides[2], w.strides[3],
                    w.strides[4], dw.data.data(), dw.strides[0], dw.strides[1],
                    dw.strides[2], dw.strides[3], dw.strides[4]),
                LUTRA_RT_OK)
          << lutra_rt_context_message(context);
      for (int64_t g = 0; g < s.groups; ++g)
        for (int64_t c = 0; c < s.inChannels; ++c) {
          for (int64_t n = 0; n < s.batch; ++n)
            for (int64_t h = 0; h < inHeight; ++h)
              for (int64_t v = 0; v < inWidth; ++v)
                dxSums(n, g, c, h, v).expectNear(dx(n, g, c, h, v), "dx");
          for (int64_t f = 0; f < s.outChannels; ++f)
            for (int64_t kh = 0; kh < s.kernelHeight; ++kh)
              for (int64_t kw = 0; kw < s.kernelWidth; ++kw)
                dwSums(g, f, c, kh, kw).expectNear(dw(g, f, c, kh, kw), "dw");
        }
      // How the sums are split does not depend on the threads.
      if (threads == 1) {
        first[0] = dx.data;
        first[1] = dw.data;
      } else {
        EXPECT_EQ(first[0], dx.data);
        EXPECT_EQ(first[1], dw.data);
      }
      if (::testing::Test::HasFailure())
        return;
    }
  }
}

TEST(ApproxConv2dGradient, StridesAndDilations) {
  unsigned seed = 500;
  for (int64_t stride : {1, 2, 3})
    for (int64_t dilation : {1, 2})
      checkConv(
          {2, 3, 5, 3, 2, 7, 9, stride, 3 - stride / 2, dilation, 3 - dilation},
          ++seed);
}

TEST(ApproxConv2dGradient, LayoutsAndOrders) {
  const std::vector<int> nchw = {0, 1, 2, 3, 4}, nhwc = {0, 3, 4, 1, 2},
                         hwcf = {3, 4, 2, 0, 1};
  unsigned seed = 600;
  for (const auto &x : {nchw, nhwc})
    for (const auto &w : {nchw, hwcf})
      for (const auto &y : {nchw, nhwc})
        for (bool swapped : {false, true})
          checkConv({3, 4, 9, 3, 3, 6, 11, 1, 1, 1, 1, swapped, x, w, y},
                    ++seed);
}

TEST(ApproxConv2dGradient, Groups) {
  const std::vector<int> nchw = {0, 1, 2, 3, 4}, nhwc = {0, 3, 4, 1, 2};
  unsigned seed = 800;
  for (const auto &order : {nchw, nhwc})
    for (bool swapped : {false, true}) {
      checkConv(
          {2, 4, 3, 3, 3, 5, 6, 2, 1, 1, 2, swapped, order, nchw, order, 3},
          ++seed);
      checkConv(
          {3, 1, 1, 3, 5, 7, 6, 1, 1, 1, 1, swapped, order, nchw, order, 17},
          ++seed);
      checkConv(
          {2, 1, 2, 3, 3, 4, 70, 1, 2, 1, 1, swapped, order, nchw, order, 5},
          ++seed);
    }
}

TEST(ApproxConv2dGradient, ManyImagesAndOverlappingTasks) {
  checkConv({40, 2, 6, 3, 3, 4, 4}, 700);
  checkConv({33, 5, 6, 3, 3, 5, 5}, 702);
  checkConv({2, 5, 3, 3, 3, 17, 20, 1, 1, 2, 2}, 701);
}

} // namespace
