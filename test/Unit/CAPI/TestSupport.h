//===- TestSupport.h - Owners of the C API's objects ------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_TEST_CAPI_TESTSUPPORT_H
#define LUTRA_TEST_CAPI_TESTSUPPORT_H

#include "lutra-c/Lutra.h"
#include "gtest/gtest.h"
#include <cstring>
#include <memory>
#include <string>

template <auto destroy>
struct Destroy {
  template <typename T>
  void operator()(T *object) const {
    destroy(object);
  }
};
using ContextPtr = std::unique_ptr<LutraContext, Destroy<lutraContextDestroy>>;
using ModulePtr = std::unique_ptr<LutraModule, Destroy<lutraModuleDestroy>>;
using ExecutablePtr =
    std::unique_ptr<LutraExecutable, Destroy<lutraExecutableDestroy>>;
using MultiplierPtr =
    std::unique_ptr<LutraMultiplier, Destroy<lutraMultiplierDestroy>>;

inline std::string takeString(char *text) {
  EXPECT_NE(text, nullptr) << lutraLastError();
  std::string copy = text ? text : "";
  lutraStringFree(text);
  return copy;
}

inline ModulePtr parse(LutraContext *context, const char *text) {
  return ModulePtr(
      lutraModuleParse(context, text, std::strlen(text), "test.mlir"));
}

inline bool contains(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

#endif // LUTRA_TEST_CAPI_TESTSUPPORT_H
