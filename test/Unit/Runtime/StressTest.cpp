//===- StressTest.cpp - The runtime called from many threads --------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Eight threads, with contexts of their own or taking turns with one or two:
// what the contract allows (docs/runtime.md). LUTRA_STRESS_CALLS says how many
// calls each makes.
//
//===----------------------------------------------------------------------===//
#include "RuntimeTesting.h"
#include <memory>
#include <mutex>
#include <thread>

using namespace lutra::rt::testing;

namespace {

constexpr int64_t m = 24, n = 40, k = 17;
constexpr int callers = 8;

int calls() {
  const char *text = std::getenv("LUTRA_STRESS_CALLS");
  return text ? std::atoi(text) : 20;
}

/// A context of two threads with a product a * b + shift and gradients `shift`.
struct Model {
  explicit Model(int32_t shift) : shift(shift), context(2) {
    std::vector<int32_t> table;
    for (int32_t a = 0; a < 256; ++a)
      for (int32_t b = 0; b < 256; ++b)
        table.push_back(a * b + shift);
    EXPECT_EQ(lutra_rt_multiplier_create(context, 8, 0, 8, 0, table.data(),
                                         &multiplier),
              LUTRA_RT_OK);
    std::vector<float> slopes(65536, float(shift));
    EXPECT_EQ(
        lutra_rt_gradient_create(context, 8, 0, 8, 0, slopes.data(), &gradient),
        LUTRA_RT_OK);
  }

  /// Forward, backward, in float and wrongly, on operands that are all `code`.
  void call(int8_t code) {
    std::vector<int8_t> a(m * k, code), b(k * n, 3);
    std::vector<int32_t> c(m * n);
    ASSERT_EQ(lutra_rt_approx_matmul(context, nullptr, multiplier, 0, 32, 1, m,
                                     n, k, a.data(), 0, k, 1, nullptr, 0,
                                     b.data(), 0, n, 1, nullptr, 0, c.data(), 0,
                                     n, 1),
              LUTRA_RT_OK)
        << lutra_rt_context_message(context);
    EXPECT_EQ(c, std::vector<int32_t>(m * n, int32_t(k) * (code * 3 + shift)));
    std::vector<float> dc(m * n, 1.0f), da(m * k);
    ASSERT_EQ(lutra_rt_approx_matmul_grad_lhs(
                  context, nullptr, gradient, 0, 1, m, n, k, dc.data(), 0, n, 1,
                  a.data(), 0, k, 1, b.data(), 0, n, 1, nullptr, 0, da.data(),
                  0, k, 1),
              LUTRA_RT_OK)
        << lutra_rt_context_message(context);
    EXPECT_EQ(da, std::vector<float>(m * k, float(n * shift)));
    std::vector<float> x(m * k, float(code)), w(k * n, 2.0f), y(m * n);
    ASSERT_EQ(lutra_rt_matmul_f32(context, nullptr, 0, 1, m, n, k, x.data(), 0,
                                  k, 1, w.data(), 0, n, 1, y.data(), 0, n, 1),
              LUTRA_RT_OK)
        << lutra_rt_context_message(context);
    EXPECT_EQ(y, std::vector<float>(m * n, float(2 * k * code)));
    // A failure is told to the context that it happened in.
    EXPECT_EQ(lutra_rt_matmul_f32(context, nullptr, 0, 1, -int64_t(code), n, k,
                                  x.data(), 0, k, 1, w.data(), 0, n, 1,
                                  y.data(), 0, n, 1),
              LUTRA_RT_INVALID_ARGUMENT);
    EXPECT_EQ(std::string(lutra_rt_context_message(context)),
              "lutra_rt_matmul_f32: parameter 'm': expected a size of at least "
              "0, got -" +
                  std::to_string(code));
    lutra_rt_context_reset(context);
  }

  int32_t shift;
  TestContext context;
  int64_t multiplier = 0, gradient = 0;
  std::mutex turn;
};

template <typename Work>
void fromThreads(Work work) {
  std::vector<std::thread> threads;
  for (int index = 0; index < callers; ++index)
    threads.emplace_back([=, &work] {
      for (int i = 0; i < calls(); ++i)
        work(index, int8_t(1 + (index * 16 + i) % 127));
    });
  for (std::thread &thread : threads)
    thread.join();
}

TEST(Stress, ContextsOfTheirOwn) {
  // The environment is read when a context is made: all are made here.
  std::vector<std::unique_ptr<Model>> models;
  for (int index = 0; index < callers; ++index)
    models.push_back(std::make_unique<Model>(index));
  fromThreads([&](int index, int8_t code) { models[index]->call(code); });
}

TEST(Stress, TakingTurnsWithOneAndTwo) {
  for (int count : {1, 2}) {
    std::vector<std::unique_ptr<Model>> models;
    for (int index = 0; index < count; ++index)
      models.push_back(std::make_unique<Model>(7 + index));
    fromThreads([&](int index, int8_t code) {
      Model &model = *models[index % count];
      std::lock_guard<std::mutex> lock(model.turn);
      model.call(code);
    });
  }
}

TEST(Stress, ContextsComeAndGo) {
  fromThreads([](int index, int8_t) {
    lutra_rt_context *context = nullptr;
    ASSERT_EQ(lutra_rt_context_create(1 + index % 2, &context), LUTRA_RT_OK);
    EXPECT_EQ(lutra_rt_context_threads(context), 1 + index % 2);
    lutra_rt_context_destroy(context);
  });
}

} // namespace
