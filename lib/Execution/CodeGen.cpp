//===- CodeGen.cpp - LLVM dialect -> optimised LLVM IR --------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file turns a module of the LLVM dialect into optimised LLVM IR, for the
// JIT and for object files alike.
//
//===----------------------------------------------------------------------===//
#include "CodeGen.h"
#include "lutra/Dialect/Approx/IR/ApproxDialect.h"
#include "mlir/Target/LLVMIR/Dialect/Builtin/BuiltinToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/LLVMIR/LLVMToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "mlir/Target/LLVMIR/LLVMTranslationInterface.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/Passes/PassBuilder.h"

using namespace mlir;
using namespace lutra;

namespace {
/// Names and roles stay on the arguments of lowered functions, for readers and
/// for headers of object files; they mean nothing to LLVM.
struct ApproxTranslation : LLVMTranslationDialectInterface {
  using LLVMTranslationDialectInterface::LLVMTranslationDialectInterface;
  LogicalResult convertParameterAttr(LLVM::LLVMFuncOp, int, NamedAttribute,
                                     LLVM::ModuleTranslation &) const final {
    return success();
  }
};
} // namespace

/// Without triple, data layout, CPU and features LLVM vectorises nothing.
static void setTarget(llvm::Module &module, llvm::TargetMachine &target) {
  module.setDataLayout(target.createDataLayout());
  module.setTargetTriple(target.getTargetTriple());
  for (llvm::Function &function : module) {
    if (function.isDeclaration())
      continue;
    function.addFnAttr("target-cpu", target.getTargetCPU());
    function.addFnAttr("target-features", target.getTargetFeatureString());
  }
}

/// Loop annotations arrive on branches under the name that scf.for has them by,
/// which the translation to LLVM IR does not read.
static void attachLoopAnnotations(ModuleOp module) {
  module.walk([](LLVM::BrOp branch) {
    auto annotation =
        branch->getAttrOfType<LLVM::LoopAnnotationAttr>("llvm.loop_annotation");
    if (annotation)
      branch.setLoopAnnotationAttr(annotation);
  });
}

static llvm::Error addPackedWrapper(llvm::Module &module,
                                    const FunctionInfo &info) {
  llvm::Function *callee = module.getFunction(info.name);
  if (!callee || callee->isDeclaration())
    return llvm::createStringError("the lowered module has no function @" +
                                   info.name);
  llvm::LLVMContext &context = module.getContext();
  auto *pointer = llvm::PointerType::getUnqual(context);
  auto *type = llvm::FunctionType::get(llvm::Type::getVoidTy(context),
                                       {pointer}, /*isVarArg=*/false);
  auto *wrapper =
      llvm::Function::Create(type, llvm::Function::ExternalLinkage,
                             llvm::Twine(packedPrefix) + info.name, module);
  llvm::IRBuilder<> builder(
      llvm::BasicBlock::Create(context, "entry", wrapper));
  SmallVector<llvm::Value *> arguments;
  for (unsigned i = 0, e = callee->arg_size(); i < e; ++i)
    arguments.push_back(builder.CreateLoad(
        pointer,
        builder.CreateConstInBoundsGEP1_64(pointer, wrapper->getArg(0), i)));
  // Inlining would compile every function twice.
  builder.CreateCall(callee, arguments)->setIsNoInline();
  builder.CreateRetVoid();
  return llvm::Error::success();
}

/// Runs LLVM's own pipeline of a level. Once `interrupted` is true, what it may
/// leave out is left out.
static void optimize(llvm::Module &module, llvm::TargetMachine &target,
                     unsigned level, const InterruptCheck &interrupted) {
  llvm::PassInstrumentationCallbacks callbacks;
  if (interrupted)
    callbacks.registerShouldRunOptionalPassCallback(
        [&](StringRef, llvm::Any) { return !interrupted(); });
  llvm::PipelineTuningOptions tuning;
  tuning.LoopUnrolling = true;
  tuning.LoopInterleaving = true;
  tuning.LoopVectorization = true;
  tuning.SLPVectorization = true;
  llvm::PassBuilder builder(&target, tuning, std::nullopt, &callbacks);
  llvm::LoopAnalysisManager loops;
  llvm::FunctionAnalysisManager functions;
  llvm::CGSCCAnalysisManager components;
  llvm::ModuleAnalysisManager modules;
  builder.registerModuleAnalyses(modules);
  builder.registerCGSCCAnalyses(components);
  builder.registerFunctionAnalyses(functions);
  builder.registerLoopAnalyses(loops);
  builder.crossRegisterProxies(loops, functions, components, modules);
  const llvm::OptimizationLevel levels[] = {
      llvm::OptimizationLevel::O0, llvm::OptimizationLevel::O1,
      llvm::OptimizationLevel::O2, llvm::OptimizationLevel::O3};
  llvm::ModulePassManager passes;
  if (level == 0)
    passes = builder.buildO0DefaultPipeline(levels[0]);
  else
    passes = builder.buildPerModuleDefaultPipeline(levels[level]);
  passes.run(module, modules);
}

llvm::Expected<std::unique_ptr<llvm::Module>>
lutra::generateLLVM(ModuleOp lowered, ArrayRef<FunctionInfo> functions,
                    llvm::LLVMContext &context, llvm::TargetMachine &target,
                    unsigned optimizationLevel,
                    const InterruptCheck &interrupted) {
  DialectRegistry registry;
  registerBuiltinDialectTranslation(registry);
  registerLLVMDialectTranslation(registry);
  registry.addExtension(+[](MLIRContext *, approx::ApproxDialect *dialect) {
    dialect->addInterfaces<ApproxTranslation>();
  });
  lowered.getContext()->appendDialectRegistry(registry);
  attachLoopAnnotations(lowered);
  std::unique_ptr<llvm::Module> module =
      translateModuleToLLVMIR(lowered, context, "lutra");
  if (!module)
    return llvm::createStringError(
        "the module is not wholly in the LLVM dialect; lower it with "
        "approx-lower-to-cpu");
  for (const FunctionInfo &info : functions)
    if (llvm::Error error = addPackedWrapper(*module, info))
      return error;
  setTarget(*module, target);
  optimize(*module, target, optimizationLevel, interrupted);
  return module;
}
