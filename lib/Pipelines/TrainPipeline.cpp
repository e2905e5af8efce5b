//===- TrainPipeline.cpp - From a model to its training step -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file is the stage list of approx-train-pipeline. Every stage is a pass
// that can be run alone; what each may assume is in docs/IR.md.
//
//===----------------------------------------------------------------------===//
#include "lutra/Pipelines/TrainPipeline.h"
#include "lutra/Autodiff/Passes.h"
#include "lutra/Conversion/Passes.h"
#include "lutra/Dialect/Approx/Transforms/Passes.h"
#include "lutra/Training/Passes.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;

static SmallVector<std::string>
toVector(const lutra::TrainPipelineOptions::Words &words) {
  return llvm::to_vector(ArrayRef<std::string>(words));
}

void lutra::buildTrainPipeline(OpPassManager &pm,
                               const TrainPipelineOptions &options) {
  ApproxPrepareOptions prepare;
  prepare.function = options.function;
  prepare.roles = toVector(options.roles);
  prepare.names = toVector(options.names);
  prepare.results = toVector(options.results);
  prepare.asserts = options.asserts;
  pm.addPass(createApproxPrepare(prepare));

  // Without a multiplier, only what ops ask for themselves.
  ConvertLinalgToApproxOptions convert;
  convert.function = options.function;
  convert.multiplier = options.multiplier;
  convert.gradient = options.gradient;
  convert.ops = toVector(options.ops);
  convert.layers = toVector(options.layers);
  convert.keepExact = toVector(options.keepExact);
  convert.keepFloat = toVector(options.keepFloat);
  convert.first = options.first;
  convert.last = options.last;
  convert.weightObserver = options.weightObserver;
  convert.activationObserver = options.activationObserver;
  convert.momentum = options.rangeMomentum;
  convert.perChannel = options.perChannel;
  convert.operandOrder = options.operandOrder;
  convert.padding = options.padding;
  pm.addPass(createConvertLinalgToApprox(convert));

  ApproxAddLossOptions loss;
  loss.function = options.function;
  loss.loss = options.loss;
  loss.labelType = options.labelType;
  loss.classDim = options.classDim;
  loss.ignoreIndex = options.ignoreIndex;
  pm.addPass(createApproxAddLoss(loss));
  pm.addPass(createCanonicalizerPass());
  pm.addPass(createCSEPass());

  ApproxAutodiffOptions autodiff;
  autodiff.of = options.function;
  autodiff.wrt = toVector(options.wrt);
  autodiff.recompute = true;
  pm.addPass(createApproxAutodiff(autodiff));

  ApproxBuildTrainingStepOptions step;
  step.function = options.function;
  step.optimizer = options.optimizer;
  step.momentum = options.momentum;
  step.nesterov = options.nesterov;
  step.weightDecay = options.weightDecay;
  step.beta1 = options.beta1;
  step.beta2 = options.beta2;
  step.epsilon = options.epsilon;
  step.arithmetic = options.arithmetic;
  step.statistics = options.statistics;
  step.emit = toVector(options.emit);
  step.keepFunctions = options.keepFunctions;
  pm.addPass(createApproxBuildTrainingStep(step));
  pm.addPass(createCanonicalizerPass());
  pm.addPass(createCSEPass());
}
