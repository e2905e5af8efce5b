//===- ApproxForwardTest.cpp - Forward kernels against a scalar loop ------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every kernel row, on one and two threads, bit for bit (M4, M5).
//
//===----------------------------------------------------------------------===//
#include "RuntimeTesting.h"

using namespace lutra::rt::testing;

namespace {

/// How the zero points of an operand are given.
enum class Zero { None, Low, High, PerChannel };

struct Numerics {
  OperandType lhs{8, false}, rhs{8, false}; // of the multiplier
  TableKind table = TableKind::Random16;
  bool swapped = false;
  Zero za = Zero::None, zb = Zero::None;
  int64_t bits = 32;
};

struct ZeroPoints {
  std::vector<int32_t> values;
  int64_t stride;

  ZeroPoints(Zero zero, OperandType type, int64_t channels,
             std::mt19937 &random)
      : stride(zero == Zero::PerChannel) {
    for (int64_t i = 0; i < (stride ? channels : 1); ++i)
      values.push_back(int32_t(zero == Zero::PerChannel
                                   ? type.lo() + int64_t(random()) % type.size()
                               : zero == Zero::High ? type.hi()
                                                    : type.lo()));
    isNull = zero == Zero::None;
    if (isNull)
      values.assign(1, 0);
  }
  bool isNull;
  const int32_t *data() const { return isNull ? nullptr : values.data(); }
  int64_t at(int64_t channel) const { return values[channel * stride]; }
};

/// AM(a, b) - zb a - za b + za zb of linalg's operands.
struct Multiply {
  const Numerics &numerics;
  const std::vector<int32_t> &table;
  OperandType a, b; // linalg's first and second operand

  Multiply(const Numerics &n, const std::vector<int32_t> &table)
      : numerics(n), table(table), a(n.swapped ? n.rhs : n.lhs),
        b(n.swapped ? n.lhs : n.rhs) {}
  int64_t operator()(int8_t x, int64_t zx, int8_t y, int64_t zy) const {
    int64_t product =
        numerics.swapped ? table[b.index(y) * numerics.rhs.size() + a.index(x)]
                         : table[a.index(x) * numerics.rhs.size() + b.index(y)];
    return product - zy * a.value(x) - zx * b.value(y) + zx * zy;
  }
};

struct MatmulCase {
  int64_t batch, m, n, k;
  // Order of the dimensions in memory.
  std::vector<int> a = {0, 1, 2}, b = {0, 1, 2}, c = {0, 1, 2};
  int64_t step = 1; // stride of the fastest dimension of A and B
};

template <typename Accumulator>
void checkMatmul(const MatmulCase &shape, const Numerics &numerics,
                 unsigned seed) {
  std::mt19937 random(seed);
  std::vector<int32_t> table =
      makeTable(numerics.lhs, numerics.rhs, numerics.table, random);
  Multiply multiply(numerics, table);
  auto [batch, m, n, k] =
      std::array<int64_t, 4>{shape.batch, shape.m, shape.n, shape.k};
  StridedTensor<int8_t> a({batch, m, k}, shape.a, 0, 3, shape.step);
  StridedTensor<int8_t> b({batch, k, n}, shape.b, 0, 3, shape.step);
  for (int8_t &code : a.data)
    code = int8_t(random());
  for (int8_t &code : b.data)
    code = int8_t(random());
  ZeroPoints za(numerics.za, multiply.a, m, random);
  ZeroPoints zb(numerics.zb, multiply.b, n, random);

  StridedTensor<Accumulator> expected({batch, m, n}, shape.c, 77);
  for (int64_t i = 0; i < batch; ++i)
    for (int64_t r = 0; r < m; ++r)
      for (int64_t c = 0; c < n; ++c) {
        int64_t sum = 0;
        for (int64_t d = 0; d < k; ++d)
          sum += multiply(a(i, r, d), za.at(r), b(i, d, c), zb.at(c));
        // The caller has to prove that 32 bits are enough.
        ASSERT_TRUE(numerics.bits == 64 || sum == int32_t(sum));
        expected(i, r, c) = Accumulator(sum);
      }

  int ran = 0;
  for (const std::string &kernel : forwardKernels())
    for (int64_t threads : {1, 2}) {
      SCOPED_TRACE(kernel + ", " + std::to_string(threads) + " threads, " +
                   std::to_string(batch) + "x" + std::to_string(m) + "x" +
                   std::to_string(n) + "x" + std::to_string(k));
      TestContext context(threads, kernel.c_str());
      int64_t handle = 0;
      ASSERT_EQ(lutra_rt_multiplier_create(
                    context, numerics.lhs.bits, numerics.lhs.isSigned,
                    numerics.rhs.bits, numerics.rhs.isSigned, table.data(),
                    &handle),
                LUTRA_RT_OK);
      StridedTensor<Accumulator> actual({batch, m, n}, shape.c, 77);
      lutra_rt_status status = lutra_rt_approx_matmul(
          context, nullptr, handle, numerics.swapped, numerics.bits, batch, m,
          n, k, a.data.data(), a.strides[0], a.strides[1], a.strides[2],
          za.data(), za.stride, b.data.data(), b.strides[0], b.strides[1],
          b.strides[2], zb.data(), zb.stride, actual.data.data(),
          actual.strides[0], actual.strides[1], actual.strides[2]);
      if (status == LUTRA_RT_UNSUPPORTED)
        continue;
      ++ran;
      ASSERT_EQ(status, LUTRA_RT_OK) << lutra_rt_context_message(context);
      ASSERT_EQ(actual.data, expected.data);
    }
  EXPECT_GE(ran, 2); // the portable row runs everything
}

void checkMatmul(const MatmulCase &shape, const Numerics &numerics,
                 unsigned seed = 1) {
  numerics.bits == 32 ? checkMatmul<int32_t>(shape, numerics, seed)
                      : checkMatmul<int64_t>(shape, numerics, seed);
}

const OperandType u8{8, false}, s8{8, true};

TEST(ApproxMatmul, Tails) {
  unsigned seed = 0;
  for (int64_t m : {1, 17, 64})
    for (int64_t n : {1, 15, 64, 130, 257})
      for (int64_t k : {1, 2, 129})
        checkMatmul({1, m, n, k}, {}, ++seed);
}

TEST(ApproxMatmul, MoreRowsThanColumns) {
  checkMatmul({1, 700, 5, 40}, {u8, s8});
  checkMatmul({1, 700, 300, 9}, {s8, u8});
}

TEST(ApproxMatmul, OperandTypes) {
  unsigned seed = 100;
  const OperandType types[] = {{8, false}, {8, true}, {7, false}, {7, true},
                               {4, false}, {4, true}, {6, true},  {2, true}};
  for (OperandType lhs : types)
    for (OperandType rhs : types)
      for (bool swapped : {false, true}) {
        Numerics numerics{
            lhs,       rhs, TableKind::Random16, swapped, Zero::PerChannel,
            Zero::High};
        if (++seed / 2 % 2)
          checkMatmul({1, 9, 70, 21}, numerics, seed);
        else
          checkMatmul({1, 70, 9, 21}, numerics, seed);
      }
}

TEST(ApproxMatmul, TableWidths) {
  for (TableKind kind : {TableKind::Product, TableKind::Small,
                         TableKind::Random16, TableKind::Random24})
    for (OperandType rhs :
         {u8, s8, OperandType{7, true}, OperandType{5, false}})
      checkMatmul({1, 13, 200, 140},
                  {u8, rhs, kind, false, Zero::High, Zero::PerChannel, 64});
  checkMatmul({1, 13, 90, 140},
              {u8, s8, TableKind::Random32, false, Zero::Low, Zero::High, 64});
}

TEST(ApproxMatmul, ZeroPoints) {
  unsigned seed = 200;
  for (Zero za : {Zero::None, Zero::Low, Zero::High, Zero::PerChannel})
    for (Zero zb : {Zero::None, Zero::Low, Zero::High, Zero::PerChannel}) {
      int64_t bits = seed % 2 ? 32 : 64;
      checkMatmul({2, 10, 75, 150},
                  {u8, s8, TableKind::Random16, false, za, zb, bits}, ++seed);
      checkMatmul({2, 75, 10, 150},
                  {s8, u8, TableKind::Product, true, za, zb, 96 - bits},
                  ++seed);
      ++seed;
    }
}

TEST(ApproxMatmul, Layouts) {
  unsigned seed = 300;
  const std::vector<int> orders[] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}};
  for (const auto &a : orders)
    for (const auto &b : orders)
      for (const auto &c : orders)
        for (int64_t step : {1, 2})
          checkMatmul(
              {3, 18, 67, 31, a, b, c, step},
              {u8, s8, TableKind::Random16, true, Zero::PerChannel, Zero::Low},
              ++seed);
}

TEST(ApproxMatmul, SumsThatNeed64Bits) {
  // 2^24 entries of one sign: a 32-bit sum would wrap after 128 terms.
  std::mt19937 random(5);
  Numerics numerics{u8,         u8, TableKind::Random24, false, Zero::High,
                    Zero::High, 64};
  checkMatmul({1, 3, 70, 3000}, numerics, 400);
  // The exact product of large values over a long sum.
  const int64_t k = 70000;
  std::vector<int32_t> table = makeTable(u8, u8, TableKind::Product, random);
  std::vector<int8_t> ones(size_t(k * 64), int8_t(0xff));
  for (const std::string &kernel : forwardKernels()) {
    TestContext context(2, kernel.c_str());
    int64_t handle = 0;
    lutra_rt_multiplier_create(context, 8, 0, 8, 0, table.data(), &handle);
    std::vector<int64_t> c(64);
    lutra_rt_status status = lutra_rt_approx_matmul(
        context, nullptr, handle, 0, 64, 1, 1, 64, k, ones.data(), 0, 0, 1,
        nullptr, 0, ones.data(), 0, 64, 1, nullptr, 0, c.data(), 0, 64, 1);
    if (status == LUTRA_RT_UNSUPPORTED)
      continue;
    EXPECT_EQ(c, std::vector<int64_t>(64, k * 255 * 255)) << kernel;
  }
}

TEST(ApproxMatmul, EmptyProblems) {
  checkMatmul({0, 4, 5, 6}, {});
  checkMatmul({1, 0, 5, 6}, {});
  checkMatmul({1, 4, 0, 6}, {});
  checkMatmul({2, 4, 70, 0},
              {u8, s8, TableKind::Random16, false, Zero::High, Zero::High});
}

TEST(ApproxMatmul, SharedOperandOfABatch) {
  // A batch stride of 0: the weights of all batches are the same.
  std::mt19937 random(9);
  std::vector<int32_t> table = makeTable(u8, s8, TableKind::Random16, random);
  std::vector<int8_t> a(4 * 3), b(2 * 3 * 5);
  for (int8_t &code : a)
    code = int8_t(random());
  for (int8_t &code : b)
    code = int8_t(random());
  for (const std::string &kernel : forwardKernels()) {
    TestContext context(2, kernel.c_str());
    int64_t handle = 0;
    lutra_rt_multiplier_create(context, 8, 0, 8, 1, table.data(), &handle);
    std::vector<int32_t> c(2 * 4 * 5);
    if (lutra_rt_approx_matmul(context, nullptr, handle, 0, 32, 2, 4, 5, 3,
                               a.data(), 0, 3, 1, nullptr, 0, b.data(), 15, 5,
                               1, nullptr, 0, c.data(), 20, 5,
                               1) == LUTRA_RT_UNSUPPORTED)
      continue;
    for (int i = 0; i < 2; ++i)
      for (int m = 0; m < 4; ++m)
        for (int n = 0; n < 5; ++n) {
          int32_t sum = 0;
          for (int k = 0; k < 3; ++k)
            sum += table[uint8_t(a[m * 3 + k]) * 256 +
                         uint8_t(b[i * 15 + k * 5 + n])];
          EXPECT_EQ(c[i * 20 + m * 5 + n], sum) << kernel;
        }
  }
}

struct ConvCase {
  int64_t batch, inChannels, outChannels, kernelHeight, kernelWidth, outHeight,
      outWidth;
  int64_t strideHeight = 1, strideWidth = 1, dilationHeight = 1,
          dilationWidth = 1;
  // Order of the dimensions in memory.
  std::vector<int> x = {0, 1, 2, 3, 4}, w = x, y = x;
  int64_t groups = 1; // channels are those of one
};

void checkConv(const ConvCase &s, const Numerics &numerics, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<int32_t> table =
      makeTable(numerics.lhs, numerics.rhs, numerics.table, random);
  Multiply multiply(numerics, table);
  // One row and column more than the output reads.
  int64_t inHeight = (s.outHeight - 1) * s.strideHeight +
                     (s.kernelHeight - 1) * s.dilationHeight + 2;
  int64_t inWidth = (s.outWidth - 1) * s.strideWidth +
                    (s.kernelWidth - 1) * s.dilationWidth + 2;
  StridedTensor<int8_t> x({s.batch, s.groups, s.inChannels, inHeight, inWidth},
                          s.x, 0);
  StridedTensor<int8_t> w(
      {s.groups, s.outChannels, s.inChannels, s.kernelHeight, s.kernelWidth},
      s.w, 0);
  for (int8_t &code : x.data)
    code = int8_t(random());
  for (int8_t &code : w.data)
    code = int8_t(random());
  ZeroPoints zx(numerics.za, multiply.a, 1, random);
  ZeroPoints zw(numerics.zb, multiply.b, s.groups * s.outChannels, random);
  std::vector<int64_t> outSizes = {s.batch, s.groups, s.outChannels,
                                   s.outHeight, s.outWidth};
  StridedTensor<int32_t> expected(outSizes, s.y, 77);
  for (int64_t n = 0; n < s.batch; ++n)
    for (int64_t g = 0; g < s.groups; ++g)
      for (int64_t f = 0; f < s.outChannels; ++f)
        for (int64_t oh = 0; oh < s.outHeight; ++oh)
          for (int64_t ow = 0; ow < s.outWidth; ++ow) {
            int64_t sum = 0;
            for (int64_t c = 0; c < s.inChannels; ++c)
              for (int64_t kh = 0; kh < s.kernelHeight; ++kh)
                for (int64_t kw = 0; kw < s.kernelWidth; ++kw)
                  sum += multiply(x(n, g, c,
                                    oh * s.strideHeight + kh * s.dilationHeight,
                                    ow * s.strideWidth + kw * s.dilationWidth),
                                  zx.at(0), w(g, f, c, kh, kw),
                                  zw.at(g * s.outChannels + f));
            expected(n, g, f, oh, ow) = int32_t(sum);
          }
  int ran = 0;
  for (const std::string &kernel : forwardKernels())
    for (int64_t threads : {1, 2}) {
      SCOPED_TRACE(kernel + ", " + std::to_string(threads) + " threads");
      TestContext context(threads, kernel.c_str());
      int64_t handle = 0;
      lutra_rt_multiplier_create(context, numerics.lhs.bits,
                                 numerics.lhs.isSigned, numerics.rhs.bits,
                                 numerics.rhs.isSigned, table.data(), &handle);
      StridedTensor<int32_t> actual(outSizes, s.y, 77);
      lutra_rt_status status = lutra_rt_approx_conv_2d(
          context, nullptr, handle, numerics.swapped, 32, s.batch, s.groups,
          s.inChannels, inHeight, inWidth, s.outChannels, s.kernelHeight,
          s.kernelWidth, s.outHeight, s.outWidth, s.strideHeight, s.strideWidth,
          s.dilationHeight, s.dilationWidth, x.data.data(), x.strides[0],
          x.strides[1], x.strides[2], x.strides[3], x.strides[4], zx.data(), 0,
          w.data.data(), w.strides[0], w.strides[1], w.strides[2], w.strides[3],
          w.strides[4], zw.data(), zw.stride * s.outChannels, zw.stride,
          actual.data.data(), actual.strides[0], actual.strides[1],
          actual.strides[2], actual.strides[3], actual.strides[4]);
      if (status == LUTRA_RT_UNSUPPORTED)
        continue;
      ++ran;
      ASSERT_EQ(status, LUTRA_RT_OK) << lutra_rt_context_message(context);
      ASSERT_EQ(actual.data, expected.data);
    }
  EXPECT_GE(ran, 2);
}

const std::vector<int> nchw = {0, 1, 2, 3, 4}, nhwc = {0, 3, 4, 1, 2},
                       hwcf = {3, 4, 2, 0, 1};

TEST(ApproxConv2d, StridesAndDilations) {
  unsigned seed = 500;
  for (int64_t stride : {1, 2, 3})
    for (int64_t dilation : {1, 2})
      for (TableKind kind : {TableKind::Random16, TableKind::Product})
        checkConv({2, 3, 5, 3, 2, 7, 9, stride, 3 - stride / 2, dilation,
                   3 - dilation},
                  {u8, s8, kind, true, Zero::High, Zero::PerChannel}, ++seed);
}

TEST(ApproxConv2d, Layouts) {
  unsigned seed = 600;
  for (const auto &x : {nchw, nhwc})
    for (const auto &w : {nchw, hwcf})
      for (const auto &y : {nchw, nhwc})
        for (bool swapped : {false, true})
          checkConv({3, 4, 9, 3, 3, 6, 11, 1, 1, 1, 1, x, w, y},
                    {s8,
                     {4, false},
                     TableKind::Random16,
                     swapped,
                     Zero::Low,
                     Zero::High},
                    ++seed);
}

TEST(ApproxConv2d, Groups) {
  unsigned seed = 800;
  for (Zero zero : {Zero::High, Zero::PerChannel})
    for (const auto &order : {nchw, nhwc})
      for (bool swapped : {false, true}) {
        Numerics numerics{u8,      s8,         TableKind::Random16,
                          swapped, Zero::High, zero};
        // Grouped, depthwise, depthwise with a multiplier, a stride and tails.
        checkConv({2, 4, 3, 3, 3, 5, 6, 2, 1, 1, 2, order, nchw, order, 3},
                  numerics, ++seed);
        checkConv({3, 1, 1, 3, 5, 7, 6, 1, 1, 1, 1, order, hwcf, order, 17},
                  numerics, ++seed);
        checkConv({1, 1, 2, 3, 3, 4, 70, 1, 2, 1, 1, order, nchw, order, 5},
                  numerics, ++seed);
        // More filters than pixels: rows and columns change places.
        checkConv({1, 2, 40, 1, 1, 1, 3, 1, 1, 1, 1, order, nchw, order, 2},
                  numerics, ++seed);
      }
  checkConv({2, 3, 2, 1, 1, 4, 4, 1, 1, 1, 1, nchw, nchw, nchw, 0}, {}, 900);
}

TEST(ApproxConv2d, OnePixelAndManyFilters) {
  // More filters than pixels: the filter is the operand run over.
  checkConv({1, 8, 300, 3, 3, 1, 2},
            {u8, u8, TableKind::Random16, true, Zero::High, Zero::PerChannel},
            700);
  checkConv({1, 3, 4, 1, 1, 20, 30}, {}, 701);
}

} // namespace
