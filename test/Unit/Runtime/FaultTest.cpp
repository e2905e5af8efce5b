//===- FaultTest.cpp - Every failure of every entry, one at a time --------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A fresh context makes tables and calls every entry, with one of its places
// (lutra_faults.h) failing, then with one of its allocations failing, each in
// turn. The call that meets it says so, and afterwards the same context gives
// the results of one that nothing failed in.
//
//===----------------------------------------------------------------------===//
#include "RuntimeTesting.h"
#include "lutra_faults.h"
#include <cstring>
#include <dlfcn.h>
#include <functional>
#include <new>

using namespace lutra;
using namespace lutra::rt::testing;

//===----------------------------------------------------------------------===//
// Allocations that fail
//===----------------------------------------------------------------------===//

namespace {
/// Those of the runtime's own code, on this thread: oneDNN's are its own
/// affair.
thread_local int64_t allocations = 0, failingAllocation = 0;
} // namespace

static const void *libraryOf(const void *address) {
  Dl_info info;
  return dladdr(address, &info) ? info.dli_fbase : nullptr;
}

static void *allocate(size_t bytes, const void *caller) {
  if (failingAllocation != 0 &&
      libraryOf(caller) ==
          libraryOf(reinterpret_cast<void *>(&lutra_rt_abi_version)) &&
      ++allocations == failingAllocation)
    throw std::bad_alloc();
  void *memory = std::malloc(bytes ? bytes : 1);
  if (!memory)
    throw std::bad_alloc();
  return memory;
}

void *operator new(size_t bytes) {
  return allocate(bytes, __builtin_return_address(0));
}
void *operator new[](size_t bytes) {
  return allocate(bytes, __builtin_return_address(0));
}
void operator delete(void *memory) noexcept { std::free(memory); }
void operator delete[](void *memory) noexcept { std::free(memory); }
void operator delete(void *memory, size_t) noexcept { std::free(memory); }
void operator delete[](void *memory, size_t) noexcept { std::free(memory); }

//===----------------------------------------------------------------------===//
// What is called
//===----------------------------------------------------------------------===//

namespace {

#define CONV_SIZES 1, 1, 2, 5, 5, 3, 3, 3, 3, 3, 1, 1, 1, 1
#define X_STRIDES 50, 50, 25, 5, 1
#define W_STRIDES 54, 18, 9, 3, 1
#define Y_STRIDES 27, 27, 9, 3, 1
// Channels last: an order that a library copies first.
#define X_LAST_STRIDES 50, 50, 1, 10, 2
#define MATMUL_SIZES 1, 6, 5, 7
#define A_STRIDES 42, 7, 1
#define B_STRIDES 35, 5, 1
#define C_STRIDES 30, 5, 1
// No stride is 1: no library takes it as it is.
#define A_WIDE_STRIDES 84, 14, 2

/// One call and the bytes that it writes.
struct Call {
  const char *name;
  std::function<lutra_rt_status(void *context, void *result)> run;
  /// Handles are numbers of their context alone.
  bool hasResult = true;
};

class Session {
public:
  Session() {
    std::mt19937 random(1);
    table = makeTable({4, false}, {4, false}, TableKind::Small, random);
    for (auto *bytes : {&a, &b})
      for (int8_t &value : *bytes)
        value = int8_t(random());
    for (float &value : floats)
      value = float(random() % 64) / 8;
    for (int8_t &value : columns)
      value = int8_t(random());
  }

  /// Calls everything until something fails; results by call. Returns the name
  /// of the call that failed, or null.
  const char *run(void *context, std::vector<std::vector<char>> &results) {
    results.clear();
    for (const Call &call : calls) {
      std::vector<char> result(1 << 10);
      if (call.run(context, result.data()) != LUTRA_RT_OK)
        return call.name;
      if (call.hasResult)
        results.push_back(std::move(result));
    }
    return nullptr;
  }

private:
  std::vector<int32_t> table;
  int8_t a[128], b[128], columns[256];
  float floats[512];
  float *const u = floats, *const v = floats + 128, *const gradients = v + 128;
  int64_t multiplier = 0, gradient = 0;

  const std::vector<Call> calls = {
      {"multiplier_create",
       [this](void *c, void *) {
         return lutra_rt_multiplier_create(c, 4, 0, 4, 0, table.data(),
                                           &multiplier);
       },
       false},
      {"gradient_create",
       [this](void *c, void *) {
         return lutra_rt_gradient_create(c, 4, 0, 4, 0, gradients, &gradient);
       },
       false},
      {"approx_matmul",
       [this](void *c, void *y) {
         return lutra_rt_approx_matmul(c, nullptr, multiplier, 0, 32,
                                       MATMUL_SIZES, a, A_STRIDES, nullptr, 0,
                                       b, B_STRIDES, nullptr, 0, y, C_STRIDES);
       }},
      {"approx_conv_2d",
       [this](void *c, void *y) {
         return lutra_rt_approx_conv_2d(c, nullptr, multiplier, 0, 32,
                                        CONV_SIZES, a, X_STRIDES, nullptr, 0, b,
                                        W_STRIDES, nullptr, 0, 0, y, Y_STRIDES);
       }},
      {"approx_matmul_grad_lhs",
       [this](void *c, void *y) {
         return lutra_rt_approx_matmul_grad_lhs(
             c, nullptr, gradient, 0, MATMUL_SIZES, u, C_STRIDES, a, A_STRIDES,
             b, B_STRIDES, nullptr, 0, y, A_STRIDES);
       }},
      {"approx_matmul_grad_rhs",
       [this](void *c, void *y) {
         return lutra_rt_approx_matmul_grad_rhs(
             c, nullptr, gradient, 0, MATMUL_SIZES, u, C_STRIDES, a, A_STRIDES,
             nullptr, 0, b, B_STRIDES, y, B_STRIDES);
       }},
      {"approx_conv_2d_grad_input",
       [this](void *c, void *y) {
         return lutra_rt_approx_conv_2d_grad_input(
             c, nullptr, gradient, 0, CONV_SIZES, u, Y_STRIDES, a, X_STRIDES, b,
             W_STRIDES, nullptr, 0, 0, y, X_STRIDES);
       }},
      {"approx_conv_2d_grad_filter",
       [this](void *c, void *y) {
         return lutra_rt_approx_conv_2d_grad_filter(
             c, nullptr, gradient, 0, CONV_SIZES, u, Y_STRIDES, a, X_STRIDES,
             nullptr, 0, b, W_STRIDES, y, W_STRIDES);
       }},
      {"matmul_f32",
       [this](void *c, void *y) {
         return lutra_rt_matmul_f32(c, nullptr, 0, MATMUL_SIZES, u,
                                    A_WIDE_STRIDES, v, B_STRIDES, y, C_STRIDES);
       }},
      {"conv_2d_f32",
       [this](void *c, void *y) {
         return lutra_rt_conv_2d_f32(c, nullptr, 0, CONV_SIZES, u,
                                     X_LAST_STRIDES, v, W_STRIDES, y,
                                     Y_STRIDES);
       }},
      {"conv_2d_grad_input_f32",
       [this](void *c, void *y) {
         return lutra_rt_conv_2d_grad_input_f32(c, nullptr, 1, CONV_SIZES, u,
                                                Y_STRIDES, v, W_STRIDES, y,
                                                X_LAST_STRIDES);
       }},
      {"conv_2d_grad_filter_f32",
       [this](void *c, void *y) {
         return lutra_rt_conv_2d_grad_filter_f32(c, nullptr, 0, CONV_SIZES, u,
                                                 Y_STRIDES, v, X_STRIDES, y,
                                                 W_STRIDES);
       }},
      {"int_matmul",
       [this](void *c, void *y) {
         return lutra_rt_int_matmul(c, nullptr, 0, 1, MATMUL_SIZES, a,
                                    A_STRIDES, b, B_STRIDES, y, C_STRIDES);
       }},
      {"int_matmul, our kernel",
       [this](void *c, void *y) {
         return lutra_rt_int_matmul(c, nullptr, 1, 0, MATMUL_SIZES, a,
                                    A_STRIDES, b, B_STRIDES, y, C_STRIDES);
       }},
      {"int_conv_2d",
       [this](void *c, void *y) {
         return lutra_rt_int_conv_2d(c, nullptr, 0, 1, CONV_SIZES, a, X_STRIDES,
                                     b, W_STRIDES, y, Y_STRIDES);
       }},
      {"expand",
       [this](void *c, void *y) {
         return lutra_rt_expand(c, nullptr, 1, 3, 1, 1, 4, 5, a, 20, 20, 5, 1,
                                columns, y, 20, 20, 5, 1);
       }},
  };
};

/// Makes a context and runs `session` in it between start(n) and stop(), for n
/// = 1, 2, ... until stop() says that fewer places were reached. Returns n - 1.
int64_t walk(Session &session, const std::function<void(int64_t)> &start,
             const std::function<int64_t()> &stop) {
  std::vector<std::vector<char>> expected, results;
  EXPECT_EQ(session.run(TestContext(1), expected), nullptr);
  for (int64_t n = 1;; ++n) {
    SCOPED_TRACE(n);
    lutra_rt_context *context = nullptr;
    start(n);
    lutra_rt_status made = lutra_rt_context_create(1, &context);
    const char *failed =
        made == LUTRA_RT_OK ? session.run(context, results) : nullptr;
    if (stop() < n) {
      EXPECT_EQ(made, LUTRA_RT_OK);
      EXPECT_EQ(failed, nullptr);
      lutra_rt_context_destroy(context);
      return n - 1;
    }
    if (made != LUTRA_RT_OK) {
      EXPECT_EQ(context, nullptr);
      continue;
    }
    std::string message = lutra_rt_context_message(context);
    EXPECT_NE(failed, nullptr);
    EXPECT_NE(lutra_rt_context_status(context), LUTRA_RT_OK);
    if (failed) {
      // Of matmul and convolution alike: one sentence that names the entry.
      std::string entry(failed, std::strcspn(failed, ","));
      EXPECT_EQ(message.find("lutra_rt_" + entry + ": "), 0u) << message;
      EXPECT_EQ(message.find('\n'), std::string::npos) << message;
      lutra_rt_context_reset(context);
      EXPECT_EQ(session.run(context, results), nullptr);
    }
    EXPECT_EQ(results, expected);
    lutra_rt_context_destroy(context);
  }
}

TEST(Faults, EveryPlace) {
  Session session;
  int64_t places = walk(
      session,
      [](int64_t n) {
        ASSERT_TRUE(faults::arm(std::to_string(n).c_str()));
        lutra_rt_use_faults(&faults::own);
      },
      [] {
        lutra_rt_use_faults(nullptr);
        return faults::own.count.load();
      });
  // More than one for every entry: tables, workspace, oneDNN's operations.
  EXPECT_GT(places, 40);
  RecordProperty("places", int(places));
}

TEST(Faults, EveryAllocation) {
  Session session;
  int64_t places = walk(
      session,
      [](int64_t n) {
        allocations = 0;
        failingAllocation = n;
      },
      [] {
        failingAllocation = 0;
        return allocations;
      });
  EXPECT_GT(places, 100);
  RecordProperty("allocations", int(places));
}

TEST(Faults, Specifications) {
  for (const char *wrong : {"x", "-1", "memory", "memory:", "disk:1", "1:2",
                            "file:1x", "99999999999999999999"})
    EXPECT_FALSE(faults::arm(wrong)) << wrong;
  EXPECT_TRUE(faults::arm("file:2"));
  EXPECT_FALSE(faults::reached(faults::Kind::File));
  EXPECT_FALSE(faults::reached(faults::Kind::Memory));
  EXPECT_TRUE(faults::reached(faults::Kind::File));
  EXPECT_FALSE(faults::reached(faults::Kind::File));
  EXPECT_EQ(faults::own.count, 3);
  EXPECT_TRUE(faults::arm("2"));
  EXPECT_FALSE(faults::reached(faults::Kind::Process));
  // Not a failure: counted by name alone.
  EXPECT_FALSE(faults::reached(faults::Kind::Interrupt));
  EXPECT_TRUE(faults::reached(faults::Kind::Kernel));
  for (const char *none : {"0", "", static_cast<const char *>(nullptr)}) {
    EXPECT_TRUE(faults::arm(none));
    EXPECT_FALSE(faults::reached(faults::Kind::Kernel));
  }
}

} // namespace
