//===- main.cpp - An external user of Lutra's passes -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Differentiates loss(w) = sum((w * x)^3), whose third power is an op of this
// project's own, runs the result and compares it with 3 (w x)^2 x.
//
//===----------------------------------------------------------------------===//
#include "CubeDialect.h"
#include "lutra/Autodiff/Passes.h"
#include "lutra/Autodiff/RuleBuilders.h"
#include "lutra/Execution/Executable.h"
#include "lutra/InitAll.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/InitAllDialects.h"
#include "mlir/InitAllExtensions.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Target/LLVMIR/Dialect/All.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "mlir/Transforms/Passes.h"
#include <array>
#include <cmath>
#include <cstdio>

using namespace mlir;

static constexpr const char *source = R"mlir(
func.func @f(%w: tensor<4xf32> {approx.name = "w", approx.role = "parameter"},
             %x: tensor<4xf32> {approx.name = "x", approx.role = "input"})
    -> (tensor<f32> {approx.name = "loss", approx.role = "loss"}) {
  %e = tensor.empty() : tensor<4xf32>
  %p = linalg.mul ins(%w, %x : tensor<4xf32>, tensor<4xf32>) outs(%e : tensor<4xf32>) -> tensor<4xf32>
  %y = cube.cube %p : tensor<4xf32>
  %zero = arith.constant dense<0.0> : tensor<f32>
  %loss = linalg.reduce { arith.addf } ins(%y : tensor<4xf32>) outs(%zero : tensor<f32>) dimensions = [0]
  return %loss : tensor<f32>
}
)mlir";

namespace {

/// cube.cube as arithmetic that the lowering to the CPU knows.
struct LowerCube : OpRewritePattern<cube::CubeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(cube::CubeOp op,
                                PatternRewriter &rewriter) const override {
    Value square = lutra::ad::buildMul(rewriter, op.getLoc(), op.getInput(),
                                       op.getInput());
    rewriter.replaceOp(
        op, lutra::ad::buildMul(rewriter, op.getLoc(), square, op.getInput()));
    return success();
  }
};

/// A pass of this project's own between Lutra's.
struct LowerCubePass : PassWrapper<LowerCubePass, OperationPass<ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(LowerCubePass)
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<LowerCube>(&getContext());
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};

} // namespace

static int fail(const char *what) {
  std::fprintf(stderr, "cube-example: %s\n", what);
  return 1;
}

int main() {
  DialectRegistry registry;
  registerAllDialects(registry);
  registerAllExtensions(registry);
  registerAllToLLVMIRTranslations(registry);
  lutra::registerAllDialects(registry);
  lutra::registerAllExtensions(registry);
  registry.insert<cube::CubeDialect>();
  cube::registerDerivative(registry);

  MLIRContext context(registry);
  OwningOpRef<ModuleOp> module = parseSourceString<ModuleOp>(source, &context);
  if (!module)
    return fail("the source does not parse");
  PassManager passes(&context);
  passes.addPass(lutra::createApproxAutodiff());
  passes.addPass(std::make_unique<LowerCubePass>());
  passes.addPass(createCSEPass());
  if (failed(passes.run(*module)))
    return fail("the passes failed");

  auto executable = lutra::Executable::compile(*module, {});
  if (!executable)
    return fail(llvm::toString(executable.takeError()).c_str());

  std::array<float, 4> w = {1.0f, -2.0f, 0.5f, 3.0f},
                       x = {2.0f, 1.5f, -4.0f, 1.0f};
  std::array<float, 4> gradient = {};
  float loss = 0;
  auto vector = [](float *data) {
    return lutra::Buffer{data, lutra::ElementType::F32, {4}, {1}};
  };
  llvm::SmallVector<lutra::Buffer> buffers = {
      vector(w.data()), vector(x.data()),
      lutra::Buffer{&loss, lutra::ElementType::F32, {}, {}},
      vector(gradient.data())};
  if (llvm::Error error = (*executable)->invoke("f_value_and_grad", buffers))
    return fail(llvm::toString(std::move(error)).c_str());

  float expectedLoss = 0;
  for (int i = 0; i < 4; ++i) {
    float product = w[i] * x[i];
    expectedLoss += product * product * product;
    float expected = 3 * product * product * x[i];
    std::printf("gradient[%d] = %g, expected %g\n", i, gradient[i], expected);
    if (std::fabs(gradient[i] - expected) > 1e-4f * std::fabs(expected))
      return fail("the gradient is wrong");
  }
  std::printf("loss = %g, expected %g\n", loss, expectedLoss);
  if (std::fabs(loss - expectedLoss) > 1e-4f * std::fabs(expectedLoss))
    return fail("the loss is wrong");
  return 0;
}
