//===- Interruptible.cpp - Pipelines that stop between passes -------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A pass manager has no way to be stopped, but MLIR asks a context's handler of
// actions to run each pass, and a handler need not.
//
//===----------------------------------------------------------------------===//
#include "lutra/Pipelines/Interruptible.h"
#include "mlir/IR/Action.h"
#include <atomic>

using namespace mlir;
using namespace lutra;

LogicalResult lutra::runInterruptible(PassManager &passes, ModuleOp module,
                                      const InterruptCheck &interrupted) {
  MLIRContext *context = module.getContext();
  // A tool that traces actions has a handler of its own.
  if (!interrupted || context->hasActionHandler())
    return passes.run(module);
  std::atomic<bool> stopped{false};
  context->registerActionHandler(
      [&](llvm::function_ref<void()> run, const tracing::Action &action) {
        if (isa<PassExecutionAction>(action) && (stopped || interrupted()))
          stopped = true;
        else
          run();
      });
  LogicalResult result = passes.run(module);
  context->registerActionHandler(nullptr);
  return failure(failed(result) || stopped);
}
