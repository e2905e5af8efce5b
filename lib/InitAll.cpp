//===- InitAll.cpp - Registers everything of Lutra -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/InitAll.h"
#include "lutra/Autodiff/Passes.h"
#include "lutra/Autodiff/Rules.h"
#include "lutra/Conversion/Passes.h"
#include "lutra/Dialect/Approx/IR/ApproxDialect.h"
#include "lutra/Dialect/Approx/IR/BufferizableOpInterfaceImpl.h"
#include "lutra/Dialect/Approx/Transforms/Passes.h"
#include "lutra/Pipelines/LowerToCPU.h"
#include "lutra/Pipelines/TrainPipeline.h"
#include "lutra/Training/Passes.h"

void lutra::registerAllDialects(mlir::DialectRegistry &registry) {
  registry.insert<approx::ApproxDialect>();
}

void lutra::registerAllExtensions(mlir::DialectRegistry &registry) {
  ad::registerRules(registry);
  approx::registerBufferizableOpInterfaceExternalModels(registry);
}

void lutra::registerAllPasses() {
  static const bool once = [] {
    registerLutraApproxPasses();
    registerLutraAutodiffPasses();
    registerLutraConversionPasses();
    registerLutraTrainingPasses();
    return true;
  }();
  (void)once;
}

void lutra::registerAllPipelines() {
  static const bool once = [] {
    mlir::PassPipelineRegistration<LowerToCPUOptions>(
        "approx-lower-to-cpu",
        "Lower linalg and approx on tensors to the LLVM dialect with calls of "
        "the runtime, for the CPU",
        buildLowerToCPU);
    mlir::PassPipelineRegistration<TrainPipelineOptions>(
        "approx-train-pipeline",
        "Build train_step, evaluate and calibrate from a model as linalg on "
        "tensors",
        buildTrainPipeline);
    return true;
  }();
  (void)once;
}
