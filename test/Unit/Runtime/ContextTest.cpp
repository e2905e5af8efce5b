//===- ContextTest.cpp - Contexts, errors, threads, allocations -----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "RuntimeTesting.h"
#include <atomic>
#include <cstring>
#include <link.h>
#include <set>
#include <thread>

using namespace lutra::rt::testing;

namespace {

TEST(Context, AbiAndStatusNames) {
  EXPECT_EQ(lutra_rt_abi_version(), LUTRA_RT_ABI_VERSION);
  EXPECT_STREQ(lutra_rt_status_name(LUTRA_RT_OK), "ok");
  EXPECT_STREQ(lutra_rt_status_name(LUTRA_RT_INVALID_ARGUMENT),
               "invalid argument");
  EXPECT_STREQ(lutra_rt_status_name(99), "unknown status");
  EXPECT_STREQ(lutra_rt_status_name(-1), "unknown status");
}

TEST(Context, Threads) {
  EXPECT_EQ(lutra_rt_context_threads(TestContext(2)), 2);
  EXPECT_EQ(lutra_rt_context_threads(TestContext(1)), 1);
  EXPECT_GE(lutra_rt_context_threads(TestContext(0)), 1);
  lutra_rt_context *context = nullptr;
  EXPECT_EQ(lutra_rt_context_create(-1, &context), LUTRA_RT_INVALID_ARGUMENT);
  EXPECT_EQ(context, nullptr);
  EXPECT_EQ(lutra_rt_context_create(1, nullptr), LUTRA_RT_INVALID_ARGUMENT);
  lutra_rt_context_destroy(nullptr);
}

/// Calls matmul_f32 with everything valid but what the caller changes.
struct MatmulCall {
  float data[4] = {1, 2, 3, 4};
  const void *a = data;
  void *c = data;
  int64_t m = 1;
  lutra_rt_status operator()(void *context) {
    return lutra_rt_matmul_f32(context, nullptr, 0, 1, m, 1, 1, a, 1, 1, 1,
                               data, 1, 1, 1, c, 1, 1, 1);
  }
};

TEST(Context, FirstErrorIsKept) {
  TestContext context;
  EXPECT_EQ(lutra_rt_context_status(context), LUTRA_RT_OK);
  EXPECT_STREQ(lutra_rt_context_message(context), "");
  MatmulCall negative;
  negative.m = -3;
  EXPECT_EQ(negative(context), LUTRA_RT_INVALID_ARGUMENT);
  EXPECT_STREQ(lutra_rt_context_message(context),
               "lutra_rt_matmul_f32: parameter 'm': expected a size of at "
               "least 0, got -3");
  MatmulCall null;
  null.a = nullptr;
  EXPECT_EQ(null(context), LUTRA_RT_INVALID_ARGUMENT);
  // A later success or failure does not change it.
  EXPECT_EQ(MatmulCall()(context), LUTRA_RT_OK);
  EXPECT_EQ(lutra_rt_context_status(context), LUTRA_RT_INVALID_ARGUMENT);
  EXPECT_NE(strstr(lutra_rt_context_message(context), "got -3"), nullptr);
  lutra_rt_context_reset(context);
  EXPECT_EQ(lutra_rt_context_status(context), LUTRA_RT_OK);
  EXPECT_EQ(null(context), LUTRA_RT_INVALID_ARGUMENT);
  EXPECT_STREQ(
      lutra_rt_context_message(context),
      "lutra_rt_matmul_f32: parameter 'a': expected a pointer, got null");
}

TEST(Context, NullContext) {
  EXPECT_EQ(MatmulCall()(nullptr), LUTRA_RT_INVALID_ARGUMENT);
  EXPECT_EQ(lutra_rt_context_status(nullptr), LUTRA_RT_INVALID_ARGUMENT);
  EXPECT_STREQ(lutra_rt_context_message(nullptr), "the context is null");
}

void expectMessage(lutra_rt_context *context, const std::string &message) {
  EXPECT_EQ(lutra_rt_context_message(context), message);
  lutra_rt_context_reset(context);
}

TEST(Context, BadTablesAndHandles) {
  TestContext context;
  std::vector<int32_t> table(65536);
  int64_t handle = 0;
  EXPECT_EQ(
      lutra_rt_multiplier_create(context, 9, 0, 8, 0, table.data(), &handle),
      LUTRA_RT_INVALID_ARGUMENT);
  expectMessage(context, "lutra_rt_multiplier_create: parameter 'lhs_bits': "
                         "expected 2 to 8 bits, got 9");
  EXPECT_EQ(
      lutra_rt_gradient_create(context, 8, 0, 1, 0, table.data(), &handle),
      LUTRA_RT_INVALID_ARGUMENT);
  expectMessage(context, "lutra_rt_gradient_create: parameter 'rhs_bits': "
                         "expected 2 to 8 bits, got 1");
  EXPECT_EQ(lutra_rt_multiplier_create(context, 8, 0, 8, 0, nullptr, &handle),
            LUTRA_RT_INVALID_ARGUMENT);
  expectMessage(context, "lutra_rt_multiplier_create: parameter 'table': "
                         "expected a pointer, got null");
  ASSERT_EQ(
      lutra_rt_multiplier_create(context, 8, 0, 8, 0, table.data(), &handle),
      LUTRA_RT_OK);
  int8_t code = 0;
  int32_t out = 0;
  auto call = [&](int64_t multiplier, int64_t bits) {
    return lutra_rt_approx_matmul(context, nullptr, multiplier, 0, bits, 1, 1,
                                  1, 1, &code, 1, 1, 1, nullptr, 0, &code, 1, 1,
                                  1, nullptr, 0, &out, 1, 1, 1);
  };
  EXPECT_EQ(call(handle, 32), LUTRA_RT_OK);
  EXPECT_EQ(call(handle + 1, 32), LUTRA_RT_INVALID_ARGUMENT);
  expectMessage(context,
                "lutra_rt_approx_matmul: multiplier: expected a handle of this "
                "context (of 1), got " +
                    std::to_string(handle + 1));
  EXPECT_EQ(call(0, 32), LUTRA_RT_INVALID_ARGUMENT);
  // Nor is it one of another kind, or of another context.
  std::vector<float> slopes(65536);
  int64_t gradient = 0;
  ASSERT_EQ(
      lutra_rt_gradient_create(context, 8, 0, 8, 0, slopes.data(), &gradient),
      LUTRA_RT_OK);
  EXPECT_NE(gradient, handle);
  EXPECT_EQ(call(gradient, 32), LUTRA_RT_INVALID_ARGUMENT);
  TestContext other;
  int64_t foreign = 0;
  ASSERT_EQ(
      lutra_rt_multiplier_create(other, 8, 0, 8, 0, table.data(), &foreign),
      LUTRA_RT_OK);
  EXPECT_EQ(call(foreign, 32), LUTRA_RT_INVALID_ARGUMENT);
  lutra_rt_context_reset(context);
  EXPECT_EQ(call(handle, 16), LUTRA_RT_INVALID_ARGUMENT);
  expectMessage(context, "lutra_rt_approx_matmul: parameter "
                         "'accumulator_bits': expected 32 or 64, got 16");
}

TEST(Context, InputThatIsTooSmall) {
  TestContext context;
  float data[64] = {};
  EXPECT_EQ(lutra_rt_conv_2d_f32(context, nullptr, 0, 1, 1, 1, 4, 4, 1, 3, 3, 3,
                                 2, 1, 1, 1, 1, data, 16, 16, 16, 4, 1, data, 9,
                                 9, 9, 3, 1, data, 6, 6, 6, 2, 1),
            LUTRA_RT_INVALID_ARGUMENT);
  expectMessage(context,
                "lutra_rt_conv_2d_f32: parameter 'in_height': expected at "
                "least the 5 that output, kernel, stride and dilation reach, "
                "got 4");
}

TEST(Context, UnknownKernel) {
  TestContext context(1, "no_such_kernel");
  std::vector<int32_t> table(65536);
  int64_t handle = 0;
  lutra_rt_multiplier_create(context, 8, 0, 8, 0, table.data(), &handle);
  int8_t code = 0;
  int32_t out = 0;
  EXPECT_EQ(lutra_rt_approx_matmul(context, nullptr, handle, 0, 32, 1, 1, 1, 1,
                                   &code, 1, 1, 1, nullptr, 0, &code, 1, 1, 1,
                                   nullptr, 0, &out, 1, 1, 1),
            LUTRA_RT_INVALID_ARGUMENT);
  std::string message = lutra_rt_context_message(context);
  EXPECT_NE(message.find("LUTRA_KERNEL: expected one of "), std::string::npos)
      << message;
  EXPECT_NE(message.find("lookup_portable"), std::string::npos) << message;
  EXPECT_NE(message.find("got 'no_such_kernel'"), std::string::npos) << message;
}

TEST(Context, ARepeatedCallAllocatesNothing) {
  std::mt19937 random(3);
  std::vector<int32_t> table =
      makeTable({8, false}, {8, false}, TableKind::Random16, random);
  std::vector<float> gradient(65536, 0.5f), floats(1 << 20);
  std::vector<int8_t> codes(1 << 20);
  std::vector<int32_t> sums(1 << 16);
  TestContext context;
  int64_t handle = 0, gradientHandle = 0;
  lutra_rt_multiplier_create(context, 8, 0, 8, 0, table.data(), &handle);
  lutra_rt_gradient_create(context, 8, 0, 8, 0, gradient.data(),
                           &gradientHandle);
  float *f = floats.data();
  int8_t *q = codes.data();
  auto step = [&] {
    lutra_rt_approx_matmul(context, nullptr, handle, 0, 32, 1, 60, 90, 70, q, 0,
                           70, 1, nullptr, 0, q, 0, 90, 1, nullptr, 0,
                           sums.data(), 0, 90, 1);
    lutra_rt_approx_conv_2d(context, nullptr, handle, 1, 32, 2, 1, 3, 12, 12, 8,
                            3, 3, 10, 10, 1, 1, 1, 1, q, 432, 0, 144, 12, 1,
                            nullptr, 0, q, 0, 27, 9, 3, 1, nullptr, 0, 0,
                            sums.data(), 800, 0, 100, 10, 1);
    lutra_rt_approx_conv_2d_grad_input(
        context, nullptr, gradientHandle, 1, 2, 1, 3, 12, 12, 8, 3, 3, 10, 10,
        1, 1, 1, 1, f, 800, 0, 100, 10, 1, q, 432, 0, 144, 12, 1, q, 0, 27, 9,
        3, 1, nullptr, 0, 0, f + 10000, 432, 0, 144, 12, 1);
    lutra_rt_approx_conv_2d_grad_filter(
        context, nullptr, gradientHandle, 1, 2, 1, 3, 12, 12, 8, 3, 3, 10, 10,
        1, 1, 1, 1, f, 800, 0, 100, 10, 1, q, 432, 0, 144, 12, 1, nullptr, 0, q,
        0, 27, 9, 3, 1, f + 10000, 0, 27, 9, 3, 1);
    lutra_rt_matmul_f32(context, nullptr, 0, 1, 60, 90, 70, f, 0, 70, 1, f, 0,
                        90, 1, f + 20000, 0, 90, 1);
    lutra_rt_matmul_f32(context, nullptr, 1, 1, 60, 90, 70, f, 0, 140, 2, f, 0,
                        180, 2, f + 40000, 0, 180, 2);
    lutra_rt_conv_2d_f32(context, nullptr, 1, 2, 1, 3, 12, 12, 8, 3, 3, 10, 10,
                         1, 1, 1, 1, f, 432, 0, 144, 12, 1, f, 0, 27, 9, 3, 1,
                         f + 60000, 800, 0, 100, 10, 1);
    return lutra_rt_context_status(context);
  };
  EXPECT_EQ(lutra_rt_context_allocations(context), 2);
  EXPECT_EQ(step(), LUTRA_RT_OK) << lutra_rt_context_message(context);
  int64_t first = lutra_rt_context_allocations(context);
  EXPECT_GT(first, 2);
  EXPECT_EQ(step(), LUTRA_RT_OK);
  EXPECT_EQ(step(), LUTRA_RT_OK);
  EXPECT_EQ(lutra_rt_context_allocations(context), first);
}

TEST(Context, ParallelForCoversTheRangeOnce) {
  for (int64_t threads : {1, 2, 3})
    for (int64_t grain : {1, 7, 1000}) {
      TestContext context(threads);
      struct Data {
        std::vector<std::atomic<int>> hits;
        int64_t grain;
        std::atomic<int> shortPieces{0};
      } data{std::vector<std::atomic<int>>(500), grain, {}};
      auto body = [](void *opaque, int64_t begin, int64_t end) {
        Data &d = *static_cast<Data *>(opaque);
        d.shortPieces += end - begin < d.grain;
        for (int64_t i = begin; i < end; ++i)
          ++d.hits[size_t(i - 40)];
      };
      void (*function)(void *, int64_t, int64_t) = body;
      ASSERT_EQ(lutra_rt_parallel_for(context,
                                      reinterpret_cast<void *>(function), &data,
                                      40, 540, grain),
                LUTRA_RT_OK);
      for (auto &hit : data.hits)
        EXPECT_EQ(hit, 1);
      EXPECT_LE(data.shortPieces, 1);
      EXPECT_EQ(lutra_rt_parallel_for(context,
                                      reinterpret_cast<void *>(function), &data,
                                      5, 5, grain),
                LUTRA_RT_OK);
    }
  TestContext context;
  EXPECT_EQ(lutra_rt_parallel_for(context, nullptr, nullptr, 0, 1, 1),
            LUTRA_RT_INVALID_ARGUMENT);
}

TEST(Context, ContextsAreIndependent) {
  auto work = [] {
    TestContext context(2);
    for (int i = 0; i < 20; ++i) {
      std::vector<float> a(400, 1.0f), c(400);
      ASSERT_EQ(lutra_rt_matmul_f32(context, nullptr, 0, 1, 20, 20, 20,
                                    a.data(), 0, 20, 1, a.data(), 0, 20, 1,
                                    c.data(), 0, 20, 1),
                LUTRA_RT_OK);
      ASSERT_EQ(c, std::vector<float>(400, 20.0f));
    }
  };
  // setenv in TestContext is not thread-safe: only this thread forces kernels.
  std::thread other(work);
  other.join();
  work();
}

TEST(Runtime, OneOpenMPRuntimeInTheProcess) {
  MatmulCall()(TestContext(2));
  std::set<std::string> runtimes;
  dl_iterate_phdr(
      [](dl_phdr_info *info, size_t, void *data) {
        std::string name = info->dlpi_name;
        for (const char *runtime : {"libgomp", "libomp", "libiomp"})
          if (name.find(runtime) != std::string::npos)
            static_cast<std::set<std::string> *>(data)->insert(name);
        return 0;
      },
      &runtimes);
  ASSERT_EQ(runtimes.size(), 1u);
  EXPECT_NE(runtimes.begin()->find("libgomp"), std::string::npos);
}

TEST(Runtime, EntryTable) {
  std::set<std::string> names;
  std::string matmul;
  int64_t count = 0;
  while (const lutra_rt_entry_info *entry = lutra_rt_entry(count)) {
    ++count;
    names.insert(entry->name);
    if (std::string(entry->name) == "lutra_rt_matmul_f32")
      matmul = entry->parameters;
  }
  EXPECT_EQ(names.size(), size_t(count));
  EXPECT_TRUE(names.count("lutra_rt_approx_conv_2d_grad_filter"));
  EXPECT_TRUE(names.count("lutra_rt_parallel_for"));
  EXPECT_EQ(matmul, "ppiiiiiciiiciiipiii");
  EXPECT_EQ(lutra_rt_entry(-1), nullptr);
}

} // namespace
