//===- ExecutionTest.cpp - C API: compiled modules ------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "TestSupport.h"
#include <array>

static const char *const text = R"(
#map = affine_map<(i, j) -> (i, j)>
func.func @add(%a: tensor<2x3xf32> {approx.name = "a"},
               %b: tensor<2x3xf32> {approx.name = "b"}) -> tensor<2x3xf32> {
  %e = tensor.empty() : tensor<2x3xf32>
  %0 = linalg.generic {indexing_maps = [#map, #map, #map],
                       iterator_types = ["parallel", "parallel"]}
      ins(%a, %b : tensor<2x3xf32>, tensor<2x3xf32>) outs(%e : tensor<2x3xf32>) {
  ^bb0(%x: f32, %y: f32, %out: f32):
    %s = arith.addf %x, %y : f32
    linalg.yield %s : f32
  } -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}
)";

class Execution : public ::testing::Test {
protected:
  void SetUp() override {
    ModulePtr module = parse(context.get(), text);
    ASSERT_NE(module, nullptr) << lutraLastError();
    executable.reset(lutraModuleCompile(module.get(), 2, 1));
    ASSERT_NE(executable, nullptr) << lutraLastError();
  }
  static LutraBuffer view(float *data, const int64_t *sizes,
                          const int64_t *strides) {
    return {data, LUTRA_F32, 2, sizes, strides};
  }
  ContextPtr context{lutraContextCreate()};
  ExecutablePtr executable;
  const std::array<int64_t, 2> sizes{2, 3};
  std::array<float, 6> a{1, 2, 3, 4, 5, 6}, b{10, 20, 30, 40, 50, 60}, y{};
};

TEST_F(Execution, InvokesOnStridedBuffers) {
  // b is given transposed: its columns are contiguous.
  const int64_t transposed[] = {1, 2};
  LutraBuffer buffers[] = {view(a.data(), sizes.data(), nullptr),
                           view(b.data(), sizes.data(), transposed),
                           view(y.data(), sizes.data(), nullptr)};
  ASSERT_EQ(lutraExecutableInvoke(executable.get(), "add", buffers, 3), 0)
      << lutraLastError();
  EXPECT_EQ(y, (std::array<float, 6>{11, 32, 53, 24, 45, 66}));
}

TEST_F(Execution, DescribesItself) {
  std::string signature =
      takeString(lutraExecutableSignature(executable.get()));
  for (const char *part : {R"("name":"add")", R"("name":"a")",
                           R"("shape":[2,3])", R"("output":true)"})
    EXPECT_TRUE(contains(signature, part)) << part << " not in " << signature;
}

TEST_F(Execution, RefusesWhatDoesNotFit) {
  const int64_t wrong[] = {3, 2};
  LutraBuffer good = view(a.data(), sizes.data(), nullptr);
  LutraBuffer out = view(y.data(), sizes.data(), nullptr);
  auto refuses = [&](LutraBuffer first, const char *expected) {
    LutraBuffer buffers[] = {first, good, out};
    EXPECT_NE(lutraExecutableInvoke(executable.get(), "add", buffers, 3), 0);
    EXPECT_TRUE(contains(lutraLastError(), expected)) << lutraLastError();
  };
  LutraBuffer bad = view(a.data(), wrong, nullptr);
  refuses(bad, "argument 0 (\"a\") of @add expects shape [2, 3], got [3, 2]");
  bad = good;
  bad.data = nullptr;
  refuses(bad, "argument 0 (\"a\") of @add is a null pointer");
  bad = good;
  bad.elementType = LUTRA_I32;
  refuses(bad, "argument 0 (\"a\") of @add expects elements of type f32");
  bad.elementType = 99;
  refuses(bad, "buffer 0: unknown element type 99");
  bad = good;
  bad.rank = -1;
  refuses(bad, "buffer 0: negative rank -1");
  bad = good;
  bad.sizes = nullptr;
  refuses(bad, "buffer 0: no sizes");
  EXPECT_EQ(y, (std::array<float, 6>{}));
}

TEST_F(Execution, RefusesUnknownFunctionsCountsAndNull) {
  LutraBuffer buffers[] = {view(a.data(), sizes.data(), nullptr)};
  EXPECT_NE(lutraExecutableInvoke(executable.get(), "sub", buffers, 1), 0);
  EXPECT_TRUE(contains(lutraLastError(), "sub")) << lutraLastError();
  EXPECT_NE(lutraExecutableInvoke(executable.get(), "add", buffers, 1), 0);
  EXPECT_NE(lutraExecutableInvoke(executable.get(), "add", nullptr, 3), 0);
  EXPECT_NE(lutraExecutableInvoke(executable.get(), nullptr, buffers, 1), 0);
  EXPECT_NE(lutraExecutableInvoke(nullptr, "add", buffers, 1), 0);
  EXPECT_EQ(lutraExecutableSignature(nullptr), nullptr);
}

TEST_F(Execution, RefusesOptionsOutOfRange) {
  ModulePtr module = parse(context.get(), text);
  EXPECT_EQ(lutraModuleCompile(module.get(), 4, 1), nullptr);
  EXPECT_STREQ(lutraLastError(), "optimization level: expected 0 to 3, got 4");
  EXPECT_EQ(lutraModuleCompile(module.get(), 3, -1), nullptr);
  EXPECT_STREQ(lutraLastError(), "threads: expected 0 or more, got -1");
}
