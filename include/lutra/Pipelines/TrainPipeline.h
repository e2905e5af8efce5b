//===- TrainPipeline.h - From a model to its training step -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_PIPELINES_TRAINPIPELINE_H
#define LUTRA_PIPELINES_TRAINPIPELINE_H

#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassOptions.h"
#include <string>

namespace lutra {

/// The options of the stages, under the stages' own names and with the same
/// defaults; only the range's momentum is `range-momentum` here.
struct TrainPipelineOptions : mlir::PassPipelineOptions<TrainPipelineOptions> {
  template <typename T>
  using Choice = Option<T>;
  using Words = ListOption<std::string>;
  using Text = Choice<std::string>;

  Text function{*this, "function",
                llvm::cl::desc("Function to train (default: @main or the only "
                               "public one)"),
                llvm::cl::init("")};

  // approx-prepare
  Words roles{*this, "roles",
              llvm::cl::desc("Roles of all arguments in order, e.g. "
                             "parameter:10,input,label")};
  Words names{*this, "names",
              llvm::cl::desc("Names of all arguments in order")};
  Words results{*this, "results",
                llvm::cl::desc("Roles of all results in order")};
  Text asserts{*this, "asserts",
               llvm::cl::desc("What becomes of cf.assert: drop, keep, error"),
               llvm::cl::init("drop")};

  // convert-linalg-to-approx
  Text multiplier{*this, "multiplier",
                  llvm::cl::desc("Multiplier: @symbol, family spec or table "
                                 "file; none trains in floats"),
                  llvm::cl::init("")};
  Text gradient{*this, "gradient",
                llvm::cl::desc("Gradient estimator, e.g. lut-2d:hws=16"),
                llvm::cl::init("ste")};
  Words ops{*this, "ops",
            llvm::cl::desc("Kinds of contraction: all, matmul, batch_matmul, "
                           "conv")};
  Words layers{*this, "layers",
               llvm::cl::desc("Names (globs) of the approximate layers")};
  Words keepExact{*this, "keep-exact",
                  llvm::cl::desc("Names (globs) of int8 layers")};
  Words keepFloat{*this, "float",
                  llvm::cl::desc("Names (globs) of float layers")};
  Text first{*this, "first",
             llvm::cl::desc("Policy of the first contraction: approximate, "
                            "int8 or float"),
             llvm::cl::init("approximate")};
  Text last{*this, "last",
            llvm::cl::desc("Policy of the last contraction: approximate, int8 "
                           "or float"),
            llvm::cl::init("approximate")};
  Text weightObserver{*this, "weight-observer",
                      llvm::cl::desc("Range of weights: min_max, running or "
                                     "symmetric"),
                      llvm::cl::init("min_max")};
  Text activationObserver{*this, "activation-observer",
                          llvm::cl::desc("Range of activations: "
                                         "moving_average, running or min_max"),
                          llvm::cl::init("moving_average")};
  Choice<double> rangeMomentum{*this, "range-momentum",
                               llvm::cl::desc("Momentum of moving_average"),
                               llvm::cl::init(0.1)};
  Choice<bool> perChannel{*this, "per-channel",
                          llvm::cl::desc("One weight scale per output channel"),
                          llvm::cl::init(false)};
  Text operandOrder{*this, "operand-order",
                    llvm::cl::desc("The multiplier's first operand: "
                                   "weight_first or activation_first"),
                    llvm::cl::init("weight_first")};
  Text padding{*this, "padding",
               llvm::cl::desc("Zeros around the image of a convolution: "
                              "zero_point or skip"),
               llvm::cl::init("zero_point")};

  // approx-add-loss
  Text loss{*this, "loss",
            llvm::cl::desc("Loss of a model that returns logits"),
            llvm::cl::init("softmax-cross-entropy")};
  Text labelType{*this, "label-type",
                 llvm::cl::desc("Element type of its labels: i64 or i32"),
                 llvm::cl::init("i64")};

  Choice<int64_t> classDim{*this, "class-dim",
                           llvm::cl::desc("Dim of the logits that the classes "
                                          "are in; negative from the end"),
                           llvm::cl::init(-1)};
  Text ignoreIndex{*this, "ignore-index",
                   llvm::cl::desc("Label that counts for nothing"),
                   llvm::cl::init("")};

  // approx-autodiff
  Words wrt{*this, "wrt",
            llvm::cl::desc("Arguments to train (default: all parameters)")};

  // approx-build-training-step
  Text optimizer{*this, "optimizer",
                 llvm::cl::desc("Optimizer: sgd, adam or adamw"),
                 llvm::cl::init("sgd")};
  Choice<double> momentum{*this, "momentum", llvm::cl::desc("Momentum of sgd"),
                          llvm::cl::init(0.0)};
  Choice<bool> nesterov{*this, "nesterov",
                        llvm::cl::desc("Nesterov's momentum in sgd"),
                        llvm::cl::init(false)};
  Choice<double> weightDecay{*this, "weight-decay",
                             llvm::cl::desc("Weight decay"),
                             llvm::cl::init(0.0)};
  Choice<double> beta1{*this, "beta1",
                       llvm::cl::desc("beta1 of adam and adamw"),
                       llvm::cl::init(0.9)};
  Choice<double> beta2{*this, "beta2",
                       llvm::cl::desc("beta2 of adam and adamw"),
                       llvm::cl::init(0.999)};
  Choice<double> epsilon{*this, "eps", llvm::cl::desc("eps of adam and adamw"),
                         llvm::cl::init(1e-8)};
  Text arithmetic{*this, "calibrate-arithmetic",
                  llvm::cl::desc("Products in @calibrate: float, int8 or "
                                 "approximate"),
                  llvm::cl::init("approximate")};
  Text statistics{*this, "calibrate-buffers",
                  llvm::cl::desc("Buffers in @calibrate: keep or update"),
                  llvm::cl::init("keep")};
  Words emit{*this, "emit",
             llvm::cl::desc("Functions to build: train_step, evaluate, "
                            "calibrate")};
  Choice<bool> keepFunctions{*this, "keep-functions",
                             llvm::cl::desc("Keep @f and its derivative"),
                             llvm::cl::init(false)};
};

/// A module of linalg on tensors -> @train_step, @evaluate and @calibrate on
/// linalg and approx: the pipeline approx-train-pipeline.
void buildTrainPipeline(mlir::OpPassManager &pm,
                        const TrainPipelineOptions &options);

} // namespace lutra

#endif // LUTRA_PIPELINES_TRAINPIPELINE_H
