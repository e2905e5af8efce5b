//===- CpuTest.cpp - Classes of CPUs --------------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "RuntimeTesting.h"
#include "lutra_cpu_classes.h"
#include <dlfcn.h>
#include <set>

using namespace lutra;
using namespace lutra::rt::testing;

namespace {

lutra_rt_status multiply(lutra_rt_context *context) {
  float data[4] = {1, 2, 3, 4}, result[4];
  return lutra_rt_matmul_f32(context, nullptr, 0, 1, 2, 2, 2, data, 4, 2, 1,
                             data, 4, 2, 1, result, 4, 2, 1);
}

TEST(Cpu, ClassesAreNested) {
  std::set<std::string> names;
  const CpuClass *last = nullptr;
  for (const CpuClass &cpuClass : cpuClasses()) {
    EXPECT_TRUE(names.insert(cpuClass.name).second);
    if (last) {
      EXPECT_EQ(last->oneDnnIsa & cpuClass.oneDnnIsa, last->oneDnnIsa)
          << cpuClass.name;
      EXPECT_LE(last->kernels.avx2, cpuClass.kernels.avx2);
      EXPECT_LE(last->kernels.avx512, cpuClass.kernels.avx512);
      EXPECT_LE(last->kernels.avx512Vbmi, cpuClass.kernels.avx512Vbmi);
      EXPECT_LE(last->kernels.avx512Vnni, cpuClass.kernels.avx512Vnni);
      EXPECT_GE(hasCpuClass(*last), hasCpuClass(cpuClass)) << cpuClass.name;
    }
    last = &cpuClass;
  }
}

TEST(Cpu, Choice) {
  EXPECT_EQ(chooseCpuClass(nullptr).cpuClass, nullptr);
  EXPECT_EQ(chooseCpuClass("").error, "");
  std::string all;
  for (const CpuClass &cpuClass : cpuClasses()) {
    CpuChoice choice = chooseCpuClass(cpuClass.name);
    EXPECT_EQ(choice.cpuClass == &cpuClass, hasCpuClass(cpuClass));
    EXPECT_EQ(choice.error.empty(), hasCpuClass(cpuClass));
  }
  // Names are whole ones, and the sentence lists every class.
  for (const char *wrong : {"abacus", "avx", "AVX2", "avx2 "}) {
    CpuChoice choice = chooseCpuClass(wrong);
    EXPECT_EQ(choice.cpuClass, nullptr);
    EXPECT_EQ(choice.error.find("LUTRA_CPU: expected a class of CPUs that "
                                "this machine has ("),
              0u)
        << choice.error;
    for (const CpuClass &cpuClass : cpuClasses())
      EXPECT_NE(choice.error.find(cpuClass.name), std::string::npos)
          << choice.error;
    EXPECT_NE(choice.error.find(std::string("got '") + wrong + "'"),
              std::string::npos)
        << choice.error;
  }
}

/// Whether a row of the kernels' table can run when it is asked for.
bool canRun(const char *kernel) {
  TestContext context(1, kernel);
  std::vector<float> table(65536);
  int64_t handle = 0;
  lutra_rt_gradient_create(context, 8, 0, 8, 0, table.data(), &handle);
  float value = 1, result = 0;
  int8_t code = 0;
  return lutra_rt_approx_matmul_grad_lhs(
             context, nullptr, handle, 0, 1, 1, 1, 1, &value, 1, 1, 1, &code, 1,
             1, 1, &code, 1, 1, 1, nullptr, 0, &result, 1, 1, 1) == LUTRA_RT_OK;
}

TEST(Cpu, KernelsAreThoseOfTheClass) {
  const CpuClass *cpuClass = chosenCpuClass().cpuClass;
  if (!cpuClass)
    GTEST_SKIP() << "LUTRA_CPU is not set";
  EXPECT_TRUE(canRun("lookup_portable"));
  EXPECT_EQ(canRun("lookup_avx2"), cpuClass->kernels.avx2);
  EXPECT_EQ(canRun("lookup_avx512"), cpuClass->kernels.avx512);
  EXPECT_EQ(canRun("lookup_vbmi"), cpuClass->kernels.avx512Vbmi);
}

TEST(Cpu, OneDnnIsThatOfTheClass) {
  const CpuClass *cpuClass = chosenCpuClass().cpuClass;
  if (!cpuClass)
    GTEST_SKIP() << "LUTRA_CPU is not set";
  TestContext context;
  ASSERT_EQ(multiply(context), LUTRA_RT_OK);
  // The library that the runtime has loaded.
  auto *effective = reinterpret_cast<int (*)()>(
      dlsym(RTLD_DEFAULT, "dnnl_get_effective_cpu_isa"));
  ASSERT_NE(effective, nullptr);
  EXPECT_EQ(effective() & ~cpuClass->oneDnnIsa, 0);
}

#ifdef LUTRA_RT_SIMULATED
TEST(Cpu, EveryKernelIsSimulated) {
  for (const std::string &kernel : gradientKernels())
    EXPECT_TRUE(canRun(kernel.c_str())) << kernel;
}
#endif

/// Run with LUTRA_CPU=abacus.
TEST(Cpu, UnknownClass) {
  const char *wanted = std::getenv("LUTRA_CPU");
  if (!wanted || std::string(wanted) != "abacus")
    GTEST_SKIP() << "LUTRA_CPU is not 'abacus'";
  TestContext context;
  EXPECT_EQ(lutra_rt_context_allocations(context), 0);
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(multiply(context), LUTRA_RT_UNSUPPORTED);
    EXPECT_EQ(lutra_rt_context_message(context),
              "lutra_rt_matmul_f32: " + chooseCpuClass("abacus").error);
    lutra_rt_context_reset(context);
  }
  EXPECT_FALSE(canRun("lookup_portable"));
}

} // namespace
