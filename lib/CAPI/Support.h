//===- Support.h - Errors, strings and objects behind the C API -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_CAPI_SUPPORT_H
#define LUTRA_CAPI_SUPPORT_H

#include "lutra-c/Lutra.h"
#include "lutra/Multiplier/Multiplier.h"
#include "lutra_faults.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/IR/OwningOpRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <type_traits>

namespace lutra::capi {

/// What lutraLastError() returns on this thread.
void setLastError(const llvm::Twine &message) noexcept;
/// As setLastError(), from an error that is consumed; always returns true, so
/// that `return fail(...)` is a non-zero status.
bool fail(llvm::Error error);

/// A copy that the caller frees with lutraStringFree().
char *copyString(llvm::StringRef text);
char *copyJSON(const llvm::json::Value &value);

/// An object that the caller destroys.
template <typename Object, typename... Parts>
Object *make(Parts &&...parts) {
  if (faults::reached(faults::Kind::Memory))
    throw std::bad_alloc();
  return new Object{std::forward<Parts>(parts)...};
}

/// Runs `body` of the entry point `function`. A C++ exception (the compiler is
/// built without, but `new` may still throw) becomes the last error and
/// `failed`.
template <typename Body, typename Result>
Result guarded(const char *function, Result failed, Body &&body) {
  setLastError("");
  try {
    return body();
  } catch (const std::bad_alloc &) {
    setLastError(llvm::Twine(function) + ": out of memory");
  } catch (const std::exception &exception) {
    setLastError(llvm::Twine(function) + ": " + exception.what());
  } catch (...) {
    setLastError(llvm::Twine(function) + ": unknown C++ exception");
  }
  return failed;
}

/// True, with the last error set, when the argument is null.
inline bool isNull(const void *argument, const char *function,
                   const char *name) {
  if (argument)
    return false;
  setLastError(llvm::Twine(function) + ": argument '" + name + "' is null");
  return true;
}

/// An MLIR context with everything registered, and what it has diagnosed.
/// Shared by the modules made in it, so that any order of destruction works.
struct ContextState {
  ContextState();
  mlir::MLIRContext context;
  llvm::json::Array diagnostics;
  /// The first error since the caller last took the diagnostics, as
  /// "file:line:column: message".
  std::string firstError;
};

} // namespace lutra::capi

struct LutraContext {
  std::shared_ptr<lutra::capi::ContextState> state;
};

struct LutraModule {
  // The operation must die before its context.
  std::shared_ptr<lutra::capi::ContextState> state;
  mlir::OwningOpRef<mlir::ModuleOp> op;
};

struct LutraMultiplier {
  lutra::Multiplier multiplier;
};

#endif // LUTRA_CAPI_SUPPORT_H
