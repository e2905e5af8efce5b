//===- Context.h - State behind lutra_rt_context ----------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_RUNTIME_COMMON_CONTEXT_H
#define LUTRA_RUNTIME_COMMON_CONTEXT_H

#include "Error.h"
#include "Tables.h"
#include "Workspace.h"
#include "lutra_faults.h"
#include <memory>
#include <new>
#include <string>
#include <vector>

namespace lutra::rt {

/// What a target keeps in a context of its own (cached primitives, ...).
class TargetState {
public:
  virtual ~TargetState() = default;
  virtual int64_t allocations() const = 0;
};

/// Made by the target's library. Throws an Error where this machine is not what
/// LUTRA_CPU asks for.
std::unique_ptr<TargetState> makeTargetState();
/// What a handle stands for.
enum class HandleKind : int64_t { Multiplier = 1, Gradient = 2 };
/// kind (7 bits) | generation (32 bits) | position (24 bits); never 0.
int64_t makeHandle(HandleKind kind, int64_t generation, size_t position);
/// A number that no other context of the process has, below 2^32.
int64_t nextGeneration();
/// Threads to use when the caller does not say.
int64_t defaultThreads();

} // namespace lutra::rt

struct lutra_rt_context {
  int64_t threads = 1;
  lutra_rt_status status = LUTRA_RT_OK;
  std::string message;
  /// Kernel row that LUTRA_KERNEL asks for; empty: the best that can run.
  std::string forcedKernel;
  /// Why nothing can run in this context, which every call then says.
  std::string refusal;
  lutra::rt::Workspace workspace;
  /// Of this context among all of the process: a handle says it, its kind and
  /// its position here, so that one of another kind or context is refused.
  const int64_t generation = lutra::rt::nextGeneration();
  std::vector<std::unique_ptr<lutra::rt::Multiplier>> multipliers;
  std::vector<std::unique_ptr<lutra::rt::Gradient>> gradients;
  std::unique_ptr<lutra::rt::TargetState> target;
  /// Tables of a * b for bytes read unsigned or signed, made when a kernel of
  /// ours needs them: [lhs is signed][rhs is signed].
  std::unique_ptr<lutra::rt::Multiplier> products[2][2];
  int64_t tableAllocations = 0;

  const lutra::rt::Multiplier &multiplier(int64_t handle) const;
  const lutra::rt::Gradient &gradient(int64_t handle) const;
  const lutra::rt::Multiplier &product(bool lhsSigned, bool rhsSigned);
};

namespace lutra::rt {

using Context = ::lutra_rt_context;

/// Keeps the first failure. Returns `status`. Never throws.
lutra_rt_status recordFailure(Context &context, lutra_rt_status status,
                              const char *entry, const char *message) noexcept;

/// Throws what memory that is not there throws, where that is asked for.
inline void expectMemory() {
  if (faults::reached(faults::Kind::Memory))
    throw std::bad_alloc();
}

/// Runs body(Context &) and turns what it throws into a status. `canFail` is
/// false for what cannot, whose caller could not undo it: then it is no place
/// of lutra_faults.h.
template <bool canFail = true, typename Body>
lutra_rt_status guarded(void *opaque, const char *entry, Body &&body) noexcept {
  if (!opaque)
    return LUTRA_RT_INVALID_ARGUMENT;
  Context &context = *static_cast<Context *>(opaque);
  try {
    if (!context.refusal.empty())
      throw Error(LUTRA_RT_UNSUPPORTED, context.refusal);
    if (canFail && faults::reached(faults::Kind::Kernel))
      throw Error(LUTRA_RT_INTERNAL, faults::message);
    body(context);
    return LUTRA_RT_OK;
  } catch (const Error &error) {
    return recordFailure(context, error.status(), entry, error.what());
  } catch (const std::bad_alloc &) {
    return recordFailure(context, LUTRA_RT_OUT_OF_MEMORY, entry,
                         "out of memory");
  } catch (const std::exception &error) {
    return recordFailure(context, LUTRA_RT_INTERNAL, entry, error.what());
  } catch (...) {
    return recordFailure(context, LUTRA_RT_INTERNAL, entry,
                         "unknown exception");
  }
}

} // namespace lutra::rt

#endif // LUTRA_RUNTIME_COMMON_CONTEXT_H
