//===- LowerToCPU.cpp - From tensors to machine code on the CPU -----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file is the stage list of approx-lower-to-cpu. Every stage is a pass
// that can be run alone; what each may assume is in docs/IR.md.
//
//===----------------------------------------------------------------------===//
#include "lutra/Pipelines/LowerToCPU.h"
#include "lutra/Conversion/Passes.h"
#include "lutra/Dialect/Approx/Transforms/Passes.h"
#include "mlir/Conversion/Passes.h"
#include "mlir/Dialect/Bufferization/Transforms/Passes.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/Passes.h"
#include "mlir/Dialect/MemRef/Transforms/Passes.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;

void lutra::buildLowerToBuffers(OpPassManager &pm,
                                const LowerToCPUOptions &options) {
  pm.addPass(createApproxInlineCalls());
  pm.addPass(createSymbolDCEPass());
  pm.addPass(createCanonicalizerPass());
  // What is written with arith and math on tensors fuses like the rest.
  pm.addNestedPass<func::FuncOp>(createConvertElementwiseToLinalgPass());
  // Kernels know no padding, and neither do the rewritings that follow.
  pm.addPass(createExpandSkippedPadding());
  // Separable estimators leave exact contractions on mapped operands.
  pm.addPass(createSimplifyGradients());
  FactorizeOptions factorize;
  factorize.policy = options.factorize;
  pm.addPass(createFactorize(factorize));
  // Quantisation becomes generics, to be fused with what surrounds it; the
  // contractions of the approx dialect stay ops.
  ConvertApproxToLinalgOptions elementwise;
  elementwise.only = ApproxToLinalgScope::Elementwise;
  pm.addPass(createConvertApproxToLinalg(elementwise));
  pm.addPass(createCanonicalizerPass());
  pm.addPass(createCSEPass());
  pm.addNestedPass<func::FuncOp>(createApproxFuse());
  if (options.exactContractions)
    pm.addNestedPass<func::FuncOp>(createApproxVerifyContractions());
  pm.addPass(createCanonicalizerPass());
  pm.addPass(createCSEPass());

  pm.addPass(createPrepareBoundary());
  pm.addNestedPass<func::FuncOp>(createSeparateFills());
  pm.addPass(bufferization::createEmptyTensorEliminationPass());
  bufferization::OneShotBufferizePassOptions bufferize;
  bufferize.bufferizeFunctionBoundaries = true;
  bufferize.functionBoundaryTypeConversion =
      bufferization::LayoutMapOption::IdentityLayoutMap;
  pm.addPass(bufferization::createOneShotBufferizePass(bufferize));
  pm.addPass(createCanonicalizerPass());
  pm.addPass(createCSEPass());
  pm.addPass(createFinalizeBoundary());
  pm.addPass(createPlanMemory());
}

void lutra::buildLowerBuffersToLLVM(OpPassManager &pm,
                                    const LowerToCPUOptions &options) {
  ConvertApproxToRuntimeOptions runtime;
  runtime.exactContractions = options.exactContractions;
  pm.addPass(createConvertApproxToRuntime(runtime));

  pm.addNestedPass<func::FuncOp>(createRelaxReductions());
  pm.addNestedPass<func::FuncOp>(createCollapseLoops());
  // Named ops have bodies by now, and functions of 16 bits become such of f32.
  pm.addNestedPass<func::FuncOp>(createExpandNarrowFloats());
  pm.addNestedPass<func::FuncOp>(createExpandMath());
  // Two reshapes of one buffer would look like two buffers that overlap.
  pm.addPass(createCSEPass());
  OutlineLoopsOptions loops;
  loops.parallel = options.parallel;
  pm.addPass(createOutlineLoops(loops));
  pm.addPass(createCanonicalizerPass());
  pm.addPass(createCSEPass());

  pm.addPass(createSCFToControlFlowPass());
  pm.addPass(memref::createExpandStridedMetadataPass());
  pm.addPass(createLowerAffinePass());
  pm.addPass(createConvertMathToLLVMPass());
  pm.addPass(createConvertMathToLibmPass());
  pm.addPass(createFinalizeMemRefToLLVMConversionPass());
  // Bare pointers: a compiled function is a C function of plain pointers.
  ConvertFuncToLLVMPassOptions functions;
  functions.useBarePtrCallConv = true;
  pm.addPass(createConvertFuncToLLVMPass(functions));
  pm.addPass(createArithToLLVMConversionPass());
  pm.addPass(createConvertControlFlowToLLVMPass());
  pm.addPass(createConvertIndexToLLVMPass());
  pm.addPass(createReconcileUnrealizedCastsPass());
  pm.addPass(createHoldNarrowFloatsAsIntegers());
  pm.addPass(createParallelizeCalls());
  pm.addPass(createCanonicalizerPass());
  pm.addPass(createCSEPass());
}

void lutra::buildLowerToCPU(OpPassManager &pm,
                            const LowerToCPUOptions &options) {
  buildLowerToBuffers(pm, options);
  buildLowerBuffersToLLVM(pm, options);
}
