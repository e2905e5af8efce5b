//===- ExecutableTest.cpp - Calls, and every refusal of one ---------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Execution/Executable.h"
#include "lutra/InitAll.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/InitAllDialects.h"
#include "mlir/InitAllExtensions.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Pass/PassManager.h"
#include "gtest/gtest.h"
#include <atomic>

using namespace lutra;

namespace {

/// w (donated) += x; y = x + x. Arguments in call order: w, x, y.
constexpr const char *source = R"(
func.func @step(%w: tensor<2x3xf32> {approx.name = "w", approx.role = "parameter"},
                %x: tensor<2x3xf32> {approx.name = "x", approx.role = "input"})
    -> (tensor<2x3xf32> {approx.updates = "w"},
        tensor<2x3xf32> {approx.name = "y", approx.role = "logits"})
    attributes {approx.status_names = ["inputs", "loss"]} {
  %empty = tensor.empty() : tensor<2x3xf32>
  %0 = linalg.add ins(%w, %x : tensor<2x3xf32>, tensor<2x3xf32>)
      outs(%empty : tensor<2x3xf32>) -> tensor<2x3xf32>
  %1 = linalg.add ins(%x, %x : tensor<2x3xf32>, tensor<2x3xf32>)
      outs(%empty : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0, %1 : tensor<2x3xf32>, tensor<2x3xf32>
})";

std::string message(llvm::Error error) {
  return llvm::toString(std::move(error));
}

class ExecutableTest : public testing::Test {
protected:
  ExecutableTest() {
    mlir::DialectRegistry registry;
    mlir::registerAllDialects(registry);
    mlir::registerAllExtensions(registry);
    lutra::registerAllDialects(registry);
    lutra::registerAllExtensions(registry);
    context.appendDialectRegistry(registry);
    context.printOpOnDiagnostic(false);
  }

  llvm::Expected<std::unique_ptr<Executable>> compile(const char *text) {
    auto module = mlir::parseSourceString<mlir::ModuleOp>(text, &context);
    EXPECT_TRUE(module);
    return Executable::compile(*module, CompileOptions());
  }

  void SetUp() override {
    auto compiled = compile(source);
    ASSERT_TRUE(bool(compiled)) << message(compiled.takeError());
    executable = std::move(*compiled);
    arguments = {view(w), view(x), view(y)};
  }

  static Buffer view(float *data) {
    Buffer buffer;
    buffer.data = data;
    buffer.sizes = {2, 3};
    buffer.strides = {3, 1};
    return buffer;
  }

  std::string invoke(llvm::StringRef function = "step") {
    llvm::Error error = executable->invoke(function, arguments);
    return error ? message(std::move(error)) : "";
  }

  mlir::MLIRContext context;
  std::unique_ptr<Executable> executable;
  float w[6] = {1, 2, 3, 4, 5, 6}, x[6] = {10, 20, 30, 40, 50, 60}, y[6] = {};
  std::vector<Buffer> arguments;
};

TEST_F(ExecutableTest, DescribesItsFunctions) {
  ASSERT_EQ(executable->functions().size(), 1u);
  const FunctionInfo &info = executable->functions()[0];
  EXPECT_EQ(info.name, "step");
  EXPECT_EQ(info.statusNames, (std::vector<std::string>{"inputs", "loss"}));
  EXPECT_EQ(info.workspaceBytes, 0);
  ASSERT_EQ(info.arguments.size(), 3u);
  EXPECT_EQ(info.arguments[0].name, "w");
  EXPECT_EQ(info.arguments[0].role, "parameter");
  EXPECT_TRUE(info.arguments[0].isDonated);
  EXPECT_FALSE(info.arguments[0].isOutput);
  EXPECT_FALSE(info.arguments[1].isDonated);
  EXPECT_EQ(info.arguments[2].name, "y");
  EXPECT_EQ(info.arguments[2].role, "logits");
  EXPECT_TRUE(info.arguments[2].isOutput);
  EXPECT_EQ(info.arguments[2].sizes, (llvm::SmallVector<int64_t, 4>{2, 3}));
}

TEST_F(ExecutableTest, UpdatesInPlace) {
  EXPECT_EQ(invoke(), "");
  EXPECT_EQ(invoke(), "");
  for (int i = 0; i < 6; ++i) {
    EXPECT_EQ(w[i], (i + 1) + 2 * x[i]);
    EXPECT_EQ(y[i], 2 * x[i]);
  }
}

TEST_F(ExecutableTest, ChecksBoundsOfIntegers) {
  auto compiled = compile(R"(
    func.func @read(%x: tensor<2x3xi32> {approx.bounds = array<i64: -2, 4, 99>, approx.name = "x"})
        -> tensor<2x3xi32> {
      return %x : tensor<2x3xi32>
    })");
  ASSERT_TRUE(bool(compiled)) << message(compiled.takeError());
  executable = std::move(*compiled);
  int32_t indices[6] = {0, 4, -2, 99, 1, 2}, result[6] = {};
  arguments.pop_back();
  for (Buffer &buffer : arguments)
    buffer.elementType = ElementType::I32;
  arguments[0].data = indices;
  arguments[1].data = result;
  EXPECT_EQ(invoke("read"), "");
  indices[3] = 5;
  EXPECT_EQ(invoke("read"), "argument 0 (\"x\") of @read has 5 at [1, 0], "
                            "expected -2 to 4 or 99");
  // As the transpose of a 3x2 array it is elsewhere.
  arguments[0].strides = {1, 2};
  EXPECT_EQ(invoke("read"), "argument 0 (\"x\") of @read has 5 at [1, 1], "
                            "expected -2 to 4 or 99");
}

TEST_F(ExecutableTest, CopiesStridedInputs) {
  // The transpose of a 3x2 array, and a reversed one.
  float columns[6] = {10, 40, 20, 50, 30, 60};
  arguments[1] = view(columns);
  arguments[1].strides = {1, 2};
  EXPECT_EQ(invoke(), "");
  float reversed[6] = {60, 50, 40, 30, 20, 10};
  arguments[1] = view(reversed + 5);
  arguments[1].strides = {-3, -1};
  EXPECT_EQ(invoke(), "");
  for (int i = 0; i < 6; ++i)
    EXPECT_EQ(w[i], (i + 1) + 2 * x[i]);
}

TEST_F(ExecutableTest, IgnoresStridesOfDimensionsOfOne) {
  auto compiled = compile(R"(
func.func @f(%w: tensor<1x3xf32> {approx.name = "w", bufferization.writable = true})
    -> (tensor<1x3xf32> {approx.updates = "w"}) {
  return %w : tensor<1x3xf32>
})");
  ASSERT_TRUE(bool(compiled)) << message(compiled.takeError());
  Buffer buffer = view(w);
  buffer.sizes = {1, 3};
  buffer.strides = {77, 1};
  EXPECT_FALSE(bool((*compiled)->invoke("f", buffer)));
}

TEST_F(ExecutableTest, RefusesAnUnknownFunction) {
  EXPECT_EQ(invoke("stop"), "no function @stop; there is @step");
}

TEST_F(ExecutableTest, RefusesAnotherNumberOfBuffers) {
  arguments.pop_back();
  EXPECT_EQ(invoke(), "@step expects 3 buffers, got 2");
}

TEST_F(ExecutableTest, RefusesAnotherElementType) {
  arguments[1].elementType = ElementType::I32;
  EXPECT_EQ(invoke(), "argument 1 (\"x\") of @step expects elements of type "
                      "f32, got i32");
}

TEST_F(ExecutableTest, RefusesAnotherShape) {
  arguments[1].sizes = {3, 2};
  EXPECT_EQ(invoke(),
            "argument 1 (\"x\") of @step expects shape [2, 3], got [3, 2]");
  arguments[1].sizes = {6};
  EXPECT_EQ(invoke(),
            "argument 1 (\"x\") of @step expects shape [2, 3], got [6]");
}

TEST_F(ExecutableTest, RefusesSizesWithoutStrides) {
  arguments[1].strides = {1};
  EXPECT_EQ(invoke(), "argument 1 (\"x\") of @step has 2 sizes but 1 strides");
}

TEST_F(ExecutableTest, RefusesANullPointer) {
  arguments[1].data = nullptr;
  EXPECT_EQ(invoke(), "argument 1 (\"x\") of @step is a null pointer");
}

TEST_F(ExecutableTest, RefusesAMisalignedPointer) {
  arguments[1].data = reinterpret_cast<char *>(x) + 1;
  EXPECT_EQ(invoke(), "argument 1 (\"x\") of @step is not aligned to the size "
                      "of its elements");
}

TEST_F(ExecutableTest, RefusesStridedDonatedAndOutputBuffers) {
  float wide[12] = {};
  arguments[0] = view(wide);
  arguments[0].strides = {6, 1};
  EXPECT_EQ(invoke(),
            "argument 0 (\"w\") of @step is updated in place and must be "
            "contiguous, got strides [6, 1] for shape [2, 3]");
  arguments[0] = view(w);
  arguments[2] = view(wide);
  arguments[2].strides = {1, 2};
  EXPECT_EQ(invoke(), "argument 2 (\"y\") of @step is an output and must be "
                      "contiguous, got strides [1, 2] for shape [2, 3]");
}

TEST_F(ExecutableTest, RefusesOverlap) {
  arguments[1] = view(w);
  EXPECT_EQ(invoke(), "argument 0 (\"w\") and argument 1 (\"x\") of @step "
                      "overlap, and one of them is written");
  float both[11] = {};
  arguments[1] = view(x);
  arguments[0] = view(both + 5);
  arguments[2] = view(both); // one element in common
  EXPECT_EQ(invoke(), "argument 0 (\"w\") and argument 2 (\"y\") of @step "
                      "overlap, and one of them is written");
  // Nothing was written by any of the refused calls.
  EXPECT_EQ(w[0], 1);
  EXPECT_EQ(both[0], 0);
}

TEST_F(ExecutableTest, AllowsInputsThatOverlap) {
  auto compiled = compile(R"(
func.func @f(%a: tensor<2x3xf32>, %b: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %empty = tensor.empty() : tensor<2x3xf32>
  %0 = linalg.add ins(%a, %b : tensor<2x3xf32>, tensor<2x3xf32>)
      outs(%empty : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
})");
  ASSERT_TRUE(bool(compiled)) << message(compiled.takeError());
  EXPECT_FALSE(bool((*compiled)->invoke("f", {view(x), view(x), view(y)})));
  EXPECT_EQ(y[5], 120);
}

TEST_F(ExecutableTest, SaysWhatCannotBeCompiled) {
  auto compiled = compile(R"(
func.func @f(%x: tensor<?xf32>) -> tensor<?xf32> {
  return %x : tensor<?xf32>
})");
  ASSERT_FALSE(bool(compiled));
  std::string text = message(compiled.takeError());
  EXPECT_NE(text.find("static shape"), std::string::npos) << text;
}

TEST_F(ExecutableTest, NeedsALoweredModule) {
  auto module = mlir::parseSourceString<mlir::ModuleOp>(source, &context);
  auto functions = collectFunctionInfo(*module);
  ASSERT_FALSE(bool(functions));
  EXPECT_EQ(message(functions.takeError()),
            "@step is not a function of buffers of static shape; lower it with "
            "approx-lower-to-cpu");
  auto created = Executable::create(*module, {}, CompileOptions());
  ASSERT_FALSE(bool(created));
  EXPECT_NE(message(created.takeError()).find("LLVM dialect"),
            std::string::npos);
}

/// Counts how often it runs.
struct CountingPass
    : mlir::PassWrapper<CountingPass, mlir::OperationPass<mlir::ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(CountingPass)
  explicit CountingPass(int &count) : count(count) {}
  void runOnOperation() override { ++count; }
  int &count;
};

TEST_F(ExecutableTest, NoPassRunsOnceInterrupted) {
  auto module = mlir::parseSourceString<mlir::ModuleOp>("", &context);
  for (int after = 0; after <= 6; ++after) {
    int ran = 0, checks = 0;
    mlir::PassManager passes(&context);
    for (int i = 0; i < 5; ++i)
      passes.addPass(std::make_unique<CountingPass>(ran));
    auto interrupted = [&] { return ++checks > after; };
    EXPECT_EQ(succeeded(runInterruptible(passes, *module, interrupted)),
              after >= 5);
    EXPECT_EQ(ran, std::min(after, 5));
    EXPECT_FALSE(context.hasActionHandler());
  }
}

TEST_F(ExecutableTest, InterruptedCompilation) {
  auto module = mlir::parseSourceString<mlir::ModuleOp>(source, &context);
  auto print = [&] {
    std::string text;
    llvm::raw_string_ostream os(text);
    module->print(os);
    return text;
  };
  std::string before = print();
  std::atomic<int> checks;
  int last;
  CompileOptions options;
  options.threads = 1;
  options.interrupted = [&] { return ++checks > last; };
  auto compile = [&](int after) {
    last = after;
    checks = 0;
    return Executable::compile(*module, options);
  };
  ASSERT_TRUE(bool(compile(INT_MAX)));
  const int all = checks;
  // LLVM's passes are checked, too.
  EXPECT_GT(all, 100);
  for (int after = 0; after < all; after += 1 + all / 15) {
    SCOPED_TRACE(after);
    auto executable = compile(after);
    ASSERT_FALSE(bool(executable));
    EXPECT_EQ(message(executable.takeError()), interruptedMessage);
    EXPECT_EQ(print(), before);
  }
  EXPECT_TRUE(bool(compile(INT_MAX)));
}

} // namespace
