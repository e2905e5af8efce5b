//===- ConcurrencyTest.cpp - C API: called from many threads --------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "TestSupport.h"
#include <array>
#include <thread>
#include <vector>

static constexpr int callers = 8;

/// @scale: y = factor * a, with a contraction, so that it has a workspace.
static ExecutablePtr compileScale(LutraContext *context, int factor) {
  std::string text = R"(
func.func @scale(%a: tensor<8x8xf32>) -> tensor<8x8xf32> {
  %zero = arith.constant dense<0.0> : tensor<8x8xf32>
  %ones = arith.constant dense<)" +
                     std::to_string(factor) + R"(.0> : tensor<8x8xf32>
  %0 = linalg.matmul ins(%a, %ones : tensor<8x8xf32>, tensor<8x8xf32>)
                     outs(%zero : tensor<8x8xf32>) -> tensor<8x8xf32>
  return %0 : tensor<8x8xf32>
})";
  ModulePtr module = parse(context, text.c_str());
  EXPECT_NE(module, nullptr) << lutraLastError();
  ExecutablePtr executable(lutraModuleCompile(module.get(), 1, 2));
  EXPECT_NE(executable, nullptr) << lutraLastError();
  return executable;
}

/// Right calls and wrong ones; results and sentences are the caller's own.
static void call(LutraExecutable *executable, int factor, int caller) {
  const std::array<int64_t, 2> sizes{8, 8};
  std::array<float, 64> a, y;
  a.fill(float(caller + 1));
  LutraBuffer buffers[] = {{a.data(), LUTRA_F32, 2, sizes.data(), nullptr},
                           {y.data(), LUTRA_F32, 2, sizes.data(), nullptr}};
  std::string unknown = "no" + std::to_string(caller);
  for (int i = 0; i < 50; ++i) {
    y.fill(-1);
    ASSERT_EQ(lutraExecutableInvoke(executable, "scale", buffers, 2), 0)
        << lutraLastError();
    for (float value : y)
      ASSERT_EQ(value, float(8 * factor * (caller + 1)));
    ASSERT_NE(lutraExecutableInvoke(executable, unknown.c_str(), buffers, 2),
              0);
    ASSERT_EQ(std::string(lutraLastError()),
              "no function @" + unknown + "; there is @scale");
  }
}

template <typename Work>
static void fromThreads(Work work) {
  std::vector<std::thread> threads;
  for (int caller = 0; caller < callers; ++caller)
    threads.emplace_back([&work, caller] { work(caller); });
  for (std::thread &thread : threads)
    thread.join();
}

TEST(Concurrency, OneExecutable) {
  ContextPtr context(lutraContextCreate());
  ExecutablePtr executable = compileScale(context.get(), 3);
  fromThreads([&](int caller) { call(executable.get(), 3, caller); });
}

TEST(Concurrency, TwoExecutables) {
  ContextPtr context(lutraContextCreate());
  ExecutablePtr executables[] = {compileScale(context.get(), 3),
                                 compileScale(context.get(), 5)};
  fromThreads([&](int caller) {
    call(executables[caller % 2].get(), caller % 2 ? 5 : 3, caller);
  });
}

TEST(Concurrency, ContextsOfTheirOwn) {
  fromThreads([](int caller) {
    ContextPtr context(lutraContextCreate());
    std::string name = "wrong" + std::to_string(caller);
    for (int i = 0; i < 10; ++i) {
      EXPECT_EQ(parse(context.get(), (name + ".op").c_str()), nullptr);
      EXPECT_TRUE(contains(lutraLastError(), name)) << lutraLastError();
    }
    std::string diagnostics =
        takeString(lutraContextTakeDiagnostics(context.get()));
    for (int other = 0; other < callers; ++other)
      EXPECT_EQ(contains(diagnostics, "wrong" + std::to_string(other)),
                other == caller);
  });
}
