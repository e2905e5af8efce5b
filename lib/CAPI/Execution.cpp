//===- Execution.cpp - C API: compiled modules ----------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Interrupts.h"
#include "Support.h"
#include "lutra/Execution/Executable.h"

using namespace lutra;
using lutra::capi::copyJSON;
using lutra::capi::fail;
using lutra::capi::guarded;
using lutra::capi::isNull;
using lutra::capi::setLastError;

struct LutraExecutable {
  std::unique_ptr<Executable> executable;
};

/// The C API's element types, in the order of LutraElementType.
static constexpr ElementType elementTypes[] = {
    ElementType::F32, ElementType::F64, ElementType::I1, ElementType::I8,
    ElementType::I16, ElementType::I32, ElementType::I64};

LutraExecutable *lutraModuleCompile(LutraModule *module,
                                    int32_t optimizationLevel,
                                    int32_t threads) {
  constexpr const char *name = "lutraModuleCompile";
  return guarded(name, (LutraExecutable *)nullptr, [&]() -> LutraExecutable * {
    if (isNull(module, name, "module"))
      return nullptr;
    if (optimizationLevel < 0 || optimizationLevel > 3) {
      setLastError(llvm::Twine("optimization level: expected 0 to 3, got ") +
                   llvm::Twine(optimizationLevel));
      return nullptr;
    }
    if (threads < 0) {
      setLastError(llvm::Twine("threads: expected 0 or more, got ") +
                   llvm::Twine(threads));
      return nullptr;
    }
    module->state->firstError.clear();
    CompileOptions options;
    options.optimizationLevel = optimizationLevel;
    options.threads = threads;
    capi::InterruptibleRun run;
    options.interrupted = [&] { return run.interrupted(); };
    auto executable = Executable::compile(*module->op, options);
    if (!executable) {
      std::string message = llvm::toString(executable.takeError());
      if (message == interruptedMessage) {
        run.report();
        return nullptr;
      }
      // The diagnostic says where, which the error may not.
      setLastError(module->state->firstError.empty()
                       ? message
                       : module->state->firstError);
      return nullptr;
    }
    return capi::make<LutraExecutable>(std::move(*executable));
  });
}

void lutraExecutableDestroy(LutraExecutable *executable) { delete executable; }

char *lutraExecutableSignature(LutraExecutable *executable) {
  constexpr const char *name = "lutraExecutableSignature";
  return guarded(name, (char *)nullptr, [&]() -> char * {
    if (isNull(executable, name, "executable"))
      return nullptr;
    llvm::json::Array functions;
    for (const FunctionInfo &function : executable->executable->functions()) {
      llvm::json::Array arguments;
      for (const ArgumentInfo &argument : function.arguments)
        arguments.push_back(llvm::json::Object{
            {"name", argument.name},
            {"role", argument.role},
            {"element_type", getElementTypeName(argument.elementType)},
            {"shape", llvm::json::Array(argument.sizes)},
            {"donated", argument.isDonated},
            {"output", argument.isOutput}});
      functions.push_back(llvm::json::Object{
          {"name", function.name},
          {"arguments", std::move(arguments)},
          {"status_names", llvm::json::Array(function.statusNames)},
          {"workspace_bytes", function.workspaceBytes}});
    }
    return copyJSON(std::move(functions));
  });
}

/// Reads one buffer of a call; false, with the last error set, where it is not
/// one. What the function expects is checked by Executable::invoke.
static bool readBuffer(const LutraBuffer &from, size_t index, Buffer &to) {
  auto refuse = [&](const llvm::Twine &what) {
    setLastError("buffer " + llvm::Twine(index) + ": " + what);
    return false;
  };
  if (from.elementType < 0 ||
      size_t(from.elementType) >= std::size(elementTypes))
    return refuse("unknown element type " + llvm::Twine(from.elementType));
  if (from.rank < 0)
    return refuse("negative rank " + llvm::Twine(from.rank));
  if (from.rank > 0 && !from.sizes)
    return refuse("no sizes");
  to.data = from.data;
  to.elementType = elementTypes[from.elementType];
  to.sizes.assign(from.sizes, from.sizes + from.rank);
  for (int64_t size : to.sizes)
    if (size < 0)
      return refuse("negative size " + llvm::Twine(size));
  if (from.strides) {
    to.strides.assign(from.strides, from.strides + from.rank);
    return true;
  }
  to.strides.resize(from.rank);
  int64_t stride = 1;
  for (int32_t axis = from.rank - 1; axis >= 0; --axis) {
    to.strides[axis] = stride;
    stride *= to.sizes[axis];
  }
  return true;
}

int lutraExecutableInvoke(LutraExecutable *executable, const char *function,
                          const LutraBuffer *buffers, size_t count) {
  constexpr const char *name = "lutraExecutableInvoke";
  return guarded(name, 1, [&] {
    if (isNull(executable, name, "executable") ||
        isNull(function, name, "function") ||
        (count > 0 && isNull(buffers, name, "buffers")))
      return 1;
    llvm::SmallVector<Buffer> arguments(count);
    for (size_t index = 0; index < count; ++index)
      if (!readBuffer(buffers[index], index, arguments[index]))
        return 1;
    if (llvm::Error error = executable->executable->invoke(function, arguments))
      return int(fail(std::move(error)));
    return 0;
  });
}
