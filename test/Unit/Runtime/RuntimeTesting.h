//===- RuntimeTesting.h - Helpers of the runtime's tests --------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_TEST_UNIT_RUNTIME_RUNTIMETESTING_H
#define LUTRA_TEST_UNIT_RUNTIME_RUNTIMETESTING_H

#include "lutra_runtime.h"
#include "gtest/gtest.h"
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace lutra::rt::testing {

/// A context, with LUTRA_KERNEL set to `kernel` while it is made.
class TestContext {
public:
  explicit TestContext(int64_t threads = 2, const char *kernel = nullptr) {
    if (kernel)
      setenv("LUTRA_KERNEL", kernel, 1);
    else
      unsetenv("LUTRA_KERNEL");
    EXPECT_EQ(lutra_rt_context_create(threads, &context), LUTRA_RT_OK);
    unsetenv("LUTRA_KERNEL");
  }
  ~TestContext() { lutra_rt_context_destroy(context); }
  TestContext(const TestContext &) = delete;
  TestContext &operator=(const TestContext &) = delete;
  operator lutra_rt_context *() const { return context; }

private:
  lutra_rt_context *context = nullptr;
};

inline std::vector<std::string> forwardKernels() {
  std::vector<std::string> names;
  while (const char *name = lutra_rt_forward_kernel(int64_t(names.size())))
    names.push_back(name);
  return names;
}

inline std::vector<std::string> gradientKernels() {
  std::vector<std::string> names;
  while (const char *name = lutra_rt_gradient_kernel(int64_t(names.size())))
    names.push_back(name);
  return names;
}

struct OperandType {
  int64_t bits;
  bool isSigned;

  int64_t size() const { return int64_t(1) << bits; }
  int64_t lo() const { return isSigned ? -(size() / 2) : 0; }
  int64_t hi() const { return lo() + size() - 1; }
  /// Value of a stored code; upper bits do not count.
  int64_t value(int8_t code) const {
    int64_t pattern = index(code);
    return isSigned && pattern >= size() / 2 ? pattern - size() : pattern;
  }
  int64_t index(int8_t code) const { return uint8_t(code) & (size() - 1); }
};

enum class TableKind { Product, Small, Random16, Random24, Random32 };

/// Entries of a multiplier in canonical order.
inline std::vector<int32_t> makeTable(OperandType lhs, OperandType rhs,
                                      TableKind kind, std::mt19937 &random) {
  std::vector<int32_t> table;
  for (int64_t a = 0; a < lhs.size(); ++a)
    for (int64_t b = 0; b < rhs.size(); ++b) {
      int32_t bits = int32_t(random());
      switch (kind) {
      case TableKind::Product:
        table.push_back(int32_t(lhs.value(int8_t(a)) * rhs.value(int8_t(b))));
        break;
      case TableKind::Small: // one byte
        table.push_back((bits & 255) - 17);
        break;
      case TableKind::Random16:
        table.push_back((bits & 65535) - 30000);
        break;
      case TableKind::Random24:
        table.push_back((bits & 0xffffff) - 5000000);
        break;
      case TableKind::Random32:
        table.push_back(bits);
        break;
      }
    }
  return table;
}

/// A dense tensor in a permuted layout, with gaps
/// between the lines so that an overrun is seen.
template <typename T>
struct StridedTensor {
  std::vector<int64_t> sizes, strides;
  std::vector<T> data;

  /// `order` names the dimensions from the slowest to the fastest; the fastest
  /// gets stride `step`.
  StridedTensor(std::vector<int64_t> sizes, std::vector<int> order, T fill,
                int64_t gap = 3, int64_t step = 1)
      : sizes(sizes), strides(sizes.size()) {
    int64_t stride = step;
    for (size_t i = order.size(); i-- > 0;) {
      strides[order[i]] = stride;
      stride = stride * sizes[order[i]] + (i + 1 == order.size() ? gap : 0);
    }
    data.assign(size_t(stride) + 8, fill);
  }
  template <typename... Index>
  T &operator()(Index... index) {
    int64_t offset = 0, d = 0;
    ((offset += int64_t(index) * strides[d++]), ...);
    return data[size_t(offset)];
  }
};

} // namespace lutra::rt::testing

#endif // LUTRA_TEST_UNIT_RUNTIME_RUNTIMETESTING_H
