//===- RuntimeLibrary.cpp - The runtime, loaded when needed ---------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file finds and loads the runtime library.
//
//===----------------------------------------------------------------------===//
#include "RuntimeLibrary.h"
#include "lutra_faults.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include <cstdlib>
#include <dlfcn.h>
#include <mutex>

using namespace lutra;

namespace {

constexpr llvm::StringLiteral libraryName = "liblutra_runtime_cpu.so";
constexpr llvm::StringLiteral folderVariable = "LUTRA_RUNTIME_DIR";

/// Says how long the runtime's threads spin before they sleep, while the
/// library that reads it, libgomp, is loaded. Its own choice of some
/// milliseconds makes a step several times slower as soon as anything else
/// wants the processors, PyTorch's threads in the same process for one. This is
/// about a tenth of a millisecond, more than usually passes between two
/// parallel loops of a step. What the user has set is left alone.
class BriefSpinning {
public:
  BriefSpinning()
      : isSet(!std::getenv("OMP_WAIT_POLICY") && !std::getenv(variable)) {
    if (isSet)
      setenv(variable, "3000", /*overwrite=*/0);
  }
  ~BriefSpinning() {
    if (isSet)
      unsetenv(variable);
  }

private:
  static constexpr const char *variable = "GOMP_SPINCOUNT";
  bool isSet;
};

/// Folder of the shared object that holds this function.
std::string getOwnFolder() {
  Dl_info info;
  if (!dladdr(reinterpret_cast<void *>(&getOwnFolder), &info) ||
      !info.dli_fname)
    return ".";
  llvm::SmallString<256> path(info.dli_fname);
  llvm::sys::fs::make_absolute(path);
  return llvm::sys::path::parent_path(path).str();
}

} // namespace

llvm::Expected<std::unique_ptr<RuntimeLibrary>>
RuntimeLibrary::load(const std::string &path) {
  // Its code must stay as long as threads of its pool may run: never closed.
  void *handle;
  {
    BriefSpinning spinning;
    handle = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  }
  if (faults::reached(faults::Kind::File))
    return llvm::createStringError("cannot load the runtime library: " +
                                   llvm::StringRef(faults::message));
  if (!handle)
    return llvm::createStringError(
        "cannot load the runtime library: " + std::string(dlerror()) +
        "; set " + folderVariable + " to its folder");
  auto library = std::make_unique<RuntimeLibrary>();
  library->handle = handle;
  decltype(&lutra_rt_abi_version) version = nullptr;
  std::string missing;
  auto bind = [&](auto &function, const char *symbol) {
    function = reinterpret_cast<std::decay_t<decltype(function)>>(
        dlsym(handle, symbol));
    if (!function)
      missing = symbol;
  };
  bind(version, "lutra_rt_abi_version");
  bind(library->contextCreate, "lutra_rt_context_create");
  bind(library->contextDestroy, "lutra_rt_context_destroy");
  bind(library->contextStatus, "lutra_rt_context_status");
  bind(library->contextMessage, "lutra_rt_context_message");
  bind(library->contextReset, "lutra_rt_context_reset");
  bind(library->statusName, "lutra_rt_status_name");
  bind(library->useFaults, "lutra_rt_use_faults");
  if (!missing.empty())
    return llvm::createStringError("'" + path +
                                   "' is not a runtime library: "
                                   "it has no " +
                                   missing);
  if (version() != LUTRA_RT_ABI_VERSION)
    return llvm::createStringError("'" + path + "' has ABI version " +
                                   std::to_string(version()) + ", expected " +
                                   std::to_string(LUTRA_RT_ABI_VERSION));
  library->useFaults(faults::active);
  return library;
}

static std::unique_ptr<RuntimeLibrary> loaded;
static std::mutex mutex;

void RuntimeLibrary::shareFaults() {
  std::lock_guard<std::mutex> lock(mutex);
  if (loaded)
    loaded->useFaults(faults::active);
}

llvm::Expected<RuntimeLibrary *> RuntimeLibrary::getCPU() {
  // A failed attempt is repeated: the variable may be set by then.
  std::lock_guard<std::mutex> lock(mutex);
  if (loaded)
    return loaded.get();
  std::string folder =
      llvm::sys::Process::GetEnv(folderVariable).value_or(getOwnFolder());
  llvm::SmallString<256> path(folder);
  llvm::sys::path::append(path, libraryName);
  auto library = load(std::string(path));
  if (!library)
    return library.takeError();
  loaded = std::move(*library);
  return loaded.get();
}

void *RuntimeLibrary::lookup(llvm::StringRef symbol) const {
  return dlsym(handle, symbol.str().c_str());
}

llvm::Expected<std::unique_ptr<RuntimeContext>>
RuntimeContext::create(unsigned threads) {
  auto library = RuntimeLibrary::getCPU();
  if (!library)
    return library.takeError();
  std::unique_ptr<RuntimeContext> result(new RuntimeContext(**library));
  lutra_rt_status status = (*library)->contextCreate(threads, &result->context);
  if (status != LUTRA_RT_OK)
    return llvm::createStringError(
        std::string("the runtime cannot make a context: ") +
        (*library)->statusName(status));
  return result;
}

RuntimeContext::~RuntimeContext() { runtime.contextDestroy(context); }

llvm::Error RuntimeContext::takeError() {
  lutra_rt_status status = runtime.contextStatus(context);
  if (status == LUTRA_RT_OK)
    return llvm::Error::success();
  std::string message = std::string("the runtime failed (") +
                        runtime.statusName(status) +
                        "): " + runtime.contextMessage(context);
  runtime.contextReset(context);
  return llvm::createStringError(message);
}
