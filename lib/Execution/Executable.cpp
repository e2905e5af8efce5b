//===- Executable.cpp - A compiled module ---------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements Executable by LLVM's JIT.
//
//===----------------------------------------------------------------------===//
#include "lutra/Execution/Executable.h"
#include "Arguments.h"
#include "CodeGen.h"
#include "RuntimeLibrary.h"
#include "Target.h"
#include "lutra/Conversion/Boundary.h"
#include "lutra/Conversion/Passes.h"
#include "lutra/Pipelines/LowerToCPU.h"
#include "lutra_faults.h"
#include "mlir/Pass/PassManager.h"
#include "llvm/ExecutionEngine/Orc/CompileUtils.h"
#include "llvm/ExecutionEngine/Orc/LLJIT.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Target/TargetMachine.h"
#include <cstdlib>
#include <mutex>

using namespace mlir;
using namespace lutra;

namespace {

/// Alignment of the workspace; every buffer inside it has the same.
constexpr size_t workspaceAlignment = 64;

struct Free {
  void operator()(void *pointer) const { std::free(pointer); }
};

class JITExecutable : public Executable {
public:
  JITExecutable(std::vector<FunctionInfo> infos,
                std::unique_ptr<llvm::orc::LLJIT> jit,
                std::unique_ptr<RuntimeContext> runtime)
      : infos(std::move(infos)), jit(std::move(jit)),
        runtime(std::move(runtime)) {}

  /// Looks the functions up, which compiles them, makes the tables' handles and
  /// allocates the workspace.
  llvm::Error initialize() {
    if (runtime) {
      auto address = jit->lookup(boundary::moduleInitName);
      if (!address)
        return address.takeError();
      address->toPtr<void (*)(void *)>()(runtime->get());
      if (llvm::Error error = runtime->takeError())
        return error;
    }
    size_t bytes = 0;
    for (const FunctionInfo &info : infos) {
      auto address = jit->lookup((llvm::Twine(packedPrefix) + info.name).str());
      if (!address)
        return address.takeError();
      entries.push_back(address->toPtr<PackedFunction>());
      bytes = std::max<size_t>(bytes, info.workspaceBytes);
    }
    if (bytes == 0)
      return llvm::Error::success();
    bytes = llvm::alignTo(bytes, workspaceAlignment);
    if (!faults::reached(faults::Kind::Memory))
      workspace.reset(std::aligned_alloc(workspaceAlignment, bytes));
    if (!workspace)
      return llvm::createStringError("cannot allocate a workspace of " +
                                     std::to_string(bytes) + " bytes");
    return llvm::Error::success();
  }

  ArrayRef<FunctionInfo> functions() const override { return infos; }

  llvm::Error invoke(StringRef name, ArrayRef<Buffer> buffers) override {
    auto info = llvm::find_if(
        infos, [&](const FunctionInfo &info) { return info.name == name; });
    if (info == infos.end())
      return llvm::createStringError("no function @" + name + "; there is " +
                                     listFunctions());
    auto arguments = marshalArguments(*info, buffers);
    if (!arguments)
      return arguments.takeError();
    // One workspace: one call at a time.
    std::lock_guard<std::mutex> lock(mutex);
    if (info->workspaceBytes)
      arguments->pointers.push_back(workspace.get());
    entries[info - infos.begin()](arguments->pointers.data());
    return runtime ? runtime->takeError() : llvm::Error::success();
  }

private:
  using PackedFunction = void (*)(void **);

  std::string listFunctions() const {
    std::string names;
    for (const FunctionInfo &info : infos)
      names += (names.empty() ? "@" : ", @") + info.name;
    return names.empty() ? "none" : names;
  }

  std::vector<FunctionInfo> infos;
  std::unique_ptr<llvm::orc::LLJIT> jit;
  std::unique_ptr<RuntimeContext> runtime; // null when no code calls it
  std::vector<PackedFunction> entries;
  std::unique_ptr<void, Free> workspace;
  std::mutex mutex;
};

/// Makes the runtime's entries known to the code that `jit` links, by the names
/// that `module` declares.
llvm::Error defineRuntimeSymbols(llvm::orc::LLJIT &jit,
                                 const llvm::Module &module,
                                 const RuntimeLibrary &library) {
  llvm::orc::SymbolMap symbols;
  for (const llvm::Function &function : module) {
    if (!function.isDeclaration() ||
        !function.getName().starts_with("lutra_rt_"))
      continue;
    void *address = library.lookup(function.getName());
    if (!address)
      return llvm::createStringError("the runtime library has no " +
                                     function.getName());
    symbols[jit.mangleAndIntern(function.getName())] = {
        llvm::orc::ExecutorAddr::fromPtr(address),
        llvm::JITSymbolFlags::Exported | llvm::JITSymbolFlags::Callable};
  }
  return jit.getMainJITDylib().define(
      llvm::orc::absoluteSymbols(std::move(symbols)));
}

llvm::Error checkInterrupted(const CompileOptions &options) {
  if (options.interrupted && options.interrupted())
    return llvm::createStringError(interruptedMessage);
  return llvm::Error::success();
}

/// Runs a pipeline; a failure becomes an error with the first message that the
/// passes gave. Diagnostics still reach the context's other handlers.
llvm::Error runPasses(ModuleOp module, const CompileOptions &options,
                      llvm::function_ref<void(OpPassManager &)> build) {
  std::string message;
  ScopedDiagnosticHandler handler(
      module.getContext(), [&](Diagnostic &diagnostic) {
        if (message.empty() &&
            diagnostic.getSeverity() == DiagnosticSeverity::Error)
          message = diagnostic.str();
        return failure();
      });
  PassManager pm(module.getContext());
  build(pm);
  if (options.configurePasses)
    options.configurePasses(pm);
  if (succeeded(runInterruptible(pm, module, options.interrupted)))
    return llvm::Error::success();
  if (llvm::Error error = checkInterrupted(options))
    return error;
  return llvm::createStringError(message.empty() ? "lowering failed" : message);
}

} // namespace

llvm::Expected<std::unique_ptr<Executable>>
Executable::create(ModuleOp lowered, std::vector<FunctionInfo> functions,
                   const CompileOptions &options) {
  auto host = makeHostTarget();
  if (!host)
    return host.takeError();
  auto target = host->createTargetMachine();
  if (!target)
    return target.takeError();
  auto context = std::make_unique<llvm::LLVMContext>();
  if (llvm::Error error = checkInterrupted(options))
    return error;
  auto module = generateLLVM(lowered, functions, *context, **target,
                             options.optimizationLevel, options.interrupted);
  if (!module)
    return module.takeError();
  // It may not be whole.
  if (llvm::Error error = checkInterrupted(options))
    return error;
  if (options.inspectLLVM)
    options.inspectLLVM(**module);
  auto jit =
      llvm::orc::LLJITBuilder().setJITTargetMachineBuilder(*host).create();
  if (!jit)
    return jit.takeError();
  std::unique_ptr<RuntimeContext> runtime;
  if ((*module)->getFunction(boundary::moduleInitName)) {
    auto created = RuntimeContext::create(options.threads);
    if (!created)
      return created.takeError();
    runtime = std::move(*created);
    if (llvm::Error error =
            defineRuntimeSymbols(**jit, **module, runtime->library()))
      return error;
  }
  if (llvm::Error error = (*jit)->addIRModule(
          llvm::orc::ThreadSafeModule(std::move(*module), std::move(context))))
    return error;
  auto executable = std::make_unique<JITExecutable>(
      std::move(functions), std::move(*jit), std::move(runtime));
  if (llvm::Error error = executable->initialize())
    return error;
  return executable;
}

/// Lowers a copy of a module to the LLVM dialect; `functions` is what can be
/// called in it.
static llvm::Expected<OwningOpRef<ModuleOp>>
lower(ModuleOp module, const CompileOptions &options,
      std::vector<FunctionInfo> &functions) {
  OwningOpRef<ModuleOp> copy = module.clone();
  LowerToCPUOptions lowering;
  lowering.exactContractions = options.useRuntime;
  lowering.parallel = options.useRuntime;
  lowering.factorize = options.factorize;
  if (llvm::Error error = runPasses(*copy, options, [&](OpPassManager &pm) {
        if (!options.useRuntime)
          pm.addPass(createConvertApproxToLinalg());
        buildLowerToBuffers(pm, lowering);
      }))
    return error;
  if (options.inspectBuffers)
    options.inspectBuffers(*copy);
  auto found = collectFunctionInfo(*copy);
  if (!found)
    return found.takeError();
  functions = std::move(*found);
  if (llvm::Error error = runPasses(*copy, options, [&](OpPassManager &pm) {
        buildLowerBuffersToLLVM(pm, lowering);
      }))
    return error;
  return copy;
}

llvm::Expected<std::unique_ptr<Executable>>
Executable::compile(ModuleOp module, const CompileOptions &options) {
  std::vector<FunctionInfo> functions;
  auto lowered = lower(module, options, functions);
  if (!lowered)
    return lowered.takeError();
  return create(**lowered, std::move(functions), options);
}

llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
lutra::compileToObject(ModuleOp module, StringRef cpuClass,
                       const CompileOptions &options) {
  auto builder = makeClassTarget(cpuClass);
  if (!builder)
    return builder.takeError();
  auto target = builder->createTargetMachine();
  if (!target)
    return target.takeError();
  std::vector<FunctionInfo> functions;
  auto lowered = lower(module, options, functions);
  if (!lowered)
    return lowered.takeError();
  llvm::LLVMContext context;
  auto generated = generateLLVM(**lowered, functions, context, **target,
                                options.optimizationLevel, options.interrupted);
  if (!generated)
    return generated.takeError();
  if (llvm::Error error = checkInterrupted(options))
    return error;
  if (options.inspectLLVM)
    options.inspectLLVM(**generated);
  return llvm::orc::SimpleCompiler(**target)(**generated);
}
