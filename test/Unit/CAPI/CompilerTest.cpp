//===- CompilerTest.cpp - C API: contexts, modules, pipelines -------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "TestSupport.h"
#include <csignal>

static const char *const add = R"(
func.func @add(%a: tensor<4xf32> {approx.role = "parameter", approx.name = "w"},
               %b: tensor<?xf32>) -> tensor<4xf32> attributes {note = "n", list = ["x", "y"]} {
  return %a : tensor<4xf32>
}
)";

TEST(Compiler, ParsesAndPrints) {
  ContextPtr context(lutraContextCreate());
  ModulePtr module = parse(context.get(), add);
  ASSERT_NE(module, nullptr) << lutraLastError();
  ModulePtr copy(lutraModuleClone(module.get()));
  // A module outlives the context that made it.
  context.reset();
  module.reset();
  EXPECT_TRUE(contains(takeString(lutraModulePrint(copy.get())), "@add"));
}

TEST(Compiler, DescribesFunctions) {
  ContextPtr context(lutraContextCreate());
  ModulePtr module = parse(context.get(), add);
  std::string text = takeString(lutraModuleFunctions(module.get()));
  for (const char *part :
       {R"("name":"add")", R"("role":"parameter")", R"("name":"w")",
        R"("shape":[4])", R"("shape":[null])", R"("element_type":"f32")",
        R"("note":"n")", R"("list":["x","y"])", R"("is_private":false)"})
    EXPECT_TRUE(contains(text, part)) << part << " not in " << text;
}

TEST(Compiler, SaysWhereASyntaxErrorIs) {
  ContextPtr context(lutraContextCreate());
  EXPECT_EQ(parse(context.get(), "func.func @f() {\n  unknown.op\n}\n"),
            nullptr);
  EXPECT_TRUE(contains(lutraLastError(), "test.mlir:2:3: "))
      << lutraLastError();
  std::string diagnostics =
      takeString(lutraContextTakeDiagnostics(context.get()));
  EXPECT_TRUE(contains(diagnostics, R"("line":2)")) << diagnostics;
  EXPECT_TRUE(contains(diagnostics, R"("severity":"error")")) << diagnostics;
  // They are taken: nothing is left.
  EXPECT_EQ(takeString(lutraContextTakeDiagnostics(context.get())), "[]");
}

TEST(Compiler, RunsPipelines) {
  ContextPtr context(lutraContextCreate());
  ModulePtr module = parse(context.get(), R"(
    func.func @f() -> i32 {
      %0 = arith.constant 2 : i32
      %1 = arith.addi %0, %0 : i32
      return %1 : i32
    })");
  EXPECT_EQ(lutraModuleRunPipeline(module.get(), "canonicalize"), 0);
  EXPECT_TRUE(
      contains(takeString(lutraModulePrint(module.get())), "constant 4"));
  EXPECT_EQ(lutraModuleRunPipeline(module.get(), "builtin.module(cse)"), 0)
      << lutraLastError();
}

TEST(Compiler, RefusesUnknownPassesAndOptions) {
  ContextPtr context(lutraContextCreate());
  ModulePtr module = parse(context.get(), add);
  EXPECT_NE(lutraModuleRunPipeline(module.get(), "no-such-pass"), 0);
  EXPECT_TRUE(contains(lutraLastError(), "no-such-pass")) << lutraLastError();
  EXPECT_NE(lutraModuleRunPipeline(module.get(), "canonicalize{no-such=1}"), 0);
  EXPECT_TRUE(contains(lutraLastError(), "no-such")) << lutraLastError();
  EXPECT_NE(lutraModuleRunPipeline(module.get(), "builtin.module(cse"), 0);
}

TEST(Compiler, LeavesAModuleAsItWasWhenAPipelineFails) {
  ContextPtr context(lutraContextCreate());
  ModulePtr module = parse(context.get(), R"(
    func.func @f() -> i32 {
      %0 = arith.constant 2 : i32
      %1 = arith.addi %0, %0 : i32
      return %1 : i32
    })");
  std::string before = takeString(lutraModulePrint(module.get()));
  EXPECT_NE(lutraModuleRunPipeline(
                module.get(), "canonicalize,approx-add-loss{loss=nonsense}"),
            0);
  EXPECT_TRUE(contains(lutraLastError(), "nonsense")) << lutraLastError();
  EXPECT_EQ(takeString(lutraModulePrint(module.get())), before);
}

TEST(Compiler, RefusesNull) {
  ContextPtr context(lutraContextCreate());
  EXPECT_EQ(lutraModuleParse(nullptr, "", 0, nullptr), nullptr);
  EXPECT_STREQ(lutraLastError(),
               "lutraModuleParse: argument 'context' is null");
  EXPECT_EQ(lutraModuleParse(context.get(), nullptr, 0, nullptr), nullptr);
  EXPECT_EQ(lutraModuleClone(nullptr), nullptr);
  EXPECT_EQ(lutraModulePrint(nullptr), nullptr);
  EXPECT_EQ(lutraModuleFunctions(nullptr), nullptr);
  EXPECT_NE(lutraModuleRunPipeline(nullptr, "cse"), 0);
  EXPECT_EQ(lutraContextTakeDiagnostics(nullptr), nullptr);
  EXPECT_EQ(lutraModuleCompile(nullptr, 3, 0), nullptr);
  lutraModuleDestroy(nullptr);
  lutraContextDestroy(nullptr);
  lutraExecutableDestroy(nullptr);
  lutraStringFree(nullptr);
}

TEST(Compiler, KnowsItsVersion) { EXPECT_STREQ(lutraVersion(), "0.1.0"); }

TEST(Compiler, HandlersOfTheHostInterrupt) {
  ContextPtr context(lutraContextCreate());
  ModulePtr module = parse(context.get(), add);
  std::string before = takeString(lutraModulePrint(module.get()));
  const char *pipeline = "func.func(cse),canonicalize,symbol-dce,canonicalize";
  // One made before has no effect.
  lutraInterrupt();
  EXPECT_EQ(lutraModuleRunPipeline(module.get(), pipeline), 0);
  EXPECT_EQ(lutraInterrupted(), 0);
  auto previous = std::signal(SIGINT, [](int) { lutraInterrupt(); });
  ASSERT_EQ(lutraFaultInject("interrupt:3"), 0);
  EXPECT_NE(lutraModuleRunPipeline(module.get(), pipeline), 0);
  EXPECT_STREQ(lutraLastError(), "interrupted before its end");
  EXPECT_EQ(lutraFaultCount(), 3);
  EXPECT_EQ(lutraInterrupted(), 1);
  ASSERT_EQ(lutraFaultInject("interrupt:3"), 0);
  EXPECT_EQ(lutraModuleCompile(module.get(), 3, 1), nullptr);
  EXPECT_STREQ(lutraLastError(), "interrupted before its end");
  EXPECT_EQ(lutraFaultInject(nullptr), 0);
  std::signal(SIGINT, previous);
  EXPECT_EQ(takeString(lutraModulePrint(module.get())), before);
  EXPECT_EQ(lutraModuleRunPipeline(module.get(), pipeline), 0);
  EXPECT_EQ(lutraInterrupted(), 0);
}
