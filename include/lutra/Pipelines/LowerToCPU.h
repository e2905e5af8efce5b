//===- LowerToCPU.h - From tensors to machine code on the CPU ---*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_PIPELINES_LOWERTOCPU_H
#define LUTRA_PIPELINES_LOWERTOCPU_H

#include "lutra/Dialect/Approx/Transforms/Factorize.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassOptions.h"

namespace lutra {

struct LowerToCPUOptions : mlir::PassPipelineOptions<LowerToCPUOptions> {
  Option<bool> exactContractions{
      *this, "exact-contractions",
      llvm::cl::desc("Call the runtime for exact f32 contractions too; if "
                     "false, they become loops"),
      llvm::cl::init(true)};
  Option<bool> parallel{*this, "parallel",
                        llvm::cl::desc("Run large loops on several threads"),
                        llvm::cl::init(true)};
  Option<FactorizePolicy> factorize{
      *this, "factorize",
      llvm::cl::desc("Which approximate contractions become exact ones of int8 "
                     "factors; the results are the same"),
      llvm::cl::init(FactorizePolicy::Off), factorizePolicyValues()};
};

/// Linalg and approx on tensors -> linalg, approx and memref on buffers, with
/// final function boundaries and the workspace planned. collectFunctionInfo()
/// reads what comes out.
void buildLowerToBuffers(mlir::OpPassManager &pm,
                         const LowerToCPUOptions &options);
/// What buildLowerToBuffers() leaves -> the LLVM dialect and runtime calls.
void buildLowerBuffersToLLVM(mlir::OpPassManager &pm,
                             const LowerToCPUOptions &options);
/// Both: the pipeline approx-lower-to-cpu.
void buildLowerToCPU(mlir::OpPassManager &pm, const LowerToCPUOptions &options);

} // namespace lutra

#endif // LUTRA_PIPELINES_LOWERTOCPU_H
