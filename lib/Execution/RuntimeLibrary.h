//===- RuntimeLibrary.h - The runtime, loaded when needed -------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_EXECUTION_RUNTIMELIBRARY_H
#define LUTRA_LIB_EXECUTION_RUNTIMELIBRARY_H

#include "lutra_runtime.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <memory>

namespace lutra {

/// The shared library with the kernels of a target. The compiler does not link
/// to it: a program that only compiles needs no runtime.
class RuntimeLibrary {
public:
  /// Loads liblutra_runtime_cpu.so from the folder LUTRA_RUNTIME_DIR or, when
  /// that is not set, from where libLutra is; once in a process. Errors: not
  /// found (names where it looked), another ABI version.
  static llvm::Expected<RuntimeLibrary *> getCPU();

  /// Makes the runtime, if it is loaded, count faults where this library does.
  static void shareFaults();

  /// Address of an entry point; null when the library has none of that name.
  void *lookup(llvm::StringRef symbol) const;

  decltype(&lutra_rt_context_create) contextCreate;
  decltype(&lutra_rt_context_destroy) contextDestroy;
  decltype(&lutra_rt_context_status) contextStatus;
  decltype(&lutra_rt_context_message) contextMessage;
  decltype(&lutra_rt_context_reset) contextReset;
  decltype(&lutra_rt_status_name) statusName;
  decltype(&lutra_rt_use_faults) useFaults;

private:
  static llvm::Expected<std::unique_ptr<RuntimeLibrary>>
  load(const std::string &path);
  void *handle = nullptr;
};

/// A context of the runtime and what it says of failures.
class RuntimeContext {
public:
  static llvm::Expected<std::unique_ptr<RuntimeContext>>
  create(unsigned threads);
  ~RuntimeContext();

  lutra_rt_context *get() const { return context; }
  const RuntimeLibrary &library() const { return runtime; }
  /// The first failure since the last call, which is then forgotten.
  llvm::Error takeError();

private:
  explicit RuntimeContext(RuntimeLibrary &runtime) : runtime(runtime) {}
  RuntimeLibrary &runtime;
  lutra_rt_context *context = nullptr;
};

} // namespace lutra

#endif // LUTRA_LIB_EXECUTION_RUNTIMELIBRARY_H
