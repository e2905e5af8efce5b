//===- lutra_faults.h - Places made to fail by LUTRA_FAIL_AT ----*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What of ours can fail asks here whether it is to: LUTRA_FAIL_AT=n makes the
// n-th place that is reached fail, LUTRA_FAIL_AT=kind:n the n-th of its kind,
// and all others go on. So a test walks every failure of an action: it counts
// the places that the action reaches, then repeats it with each of them
// failing.
//
// The compiler and the runtime each include this, and share one count; there is
// nothing of LLVM in it. Where nothing is counted, a place costs one load.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_FAULTS_H
#define LUTRA_FAULTS_H

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <iterator>

namespace lutra::faults {

enum class Kind {
  Memory,  // memory is asked for
  Kernel,  // an entry of the runtime or an operation of oneDNN begins
  File,    // a call of the system on a file, a folder or a pipe
  Process, // a program is started
  /// A compilation may be interrupted here; it is by SIGINT, not by a failure,
  /// and is counted only where it is asked for by name.
  Interrupt
};

/// By which a specification names the kinds, in their order.
inline constexpr const char *kindNames[] = {"memory", "kernel", "file",
                                            "process", "interrupt"};
/// What a place that fails says, where it says anything of its own.
inline constexpr const char *message = "made to fail by LUTRA_FAIL_AT";
inline constexpr const char *expectedSpec =
    "LUTRA_FAIL_AT: expected n or kind:n with n of at least 0 and kind memory, "
    "kernel, file, process or interrupt";

/// Which place fails, and how many have been reached.
struct Plan {
  std::atomic<int> kind{-1}; // -1: all but Interrupt
  std::atomic<int64_t> failing{0}, count{0};

  bool isReached(Kind reached) noexcept {
    int wanted = kind.load(std::memory_order_relaxed);
    if (wanted < 0 ? reached == Kind::Interrupt : wanted != int(reached))
      return false;
    return count.fetch_add(1, std::memory_order_relaxed) + 1 ==
           failing.load(std::memory_order_relaxed);
  }
};

/// The kind of a name; -1 if none is called so.
inline int parseKind(const char *name, size_t length) {
  for (int kind = 0; kind < int(std::size(kindNames)); ++kind)
    if (std::strlen(kindNames[kind]) == length &&
        std::strncmp(kindNames[kind], name, length) == 0)
      return kind;
  return -1;
}

/// Of this library; that of its host takes its place (Plan *active).
inline Plan own;
inline std::atomic<Plan *> active{nullptr};

/// Starts to count from 0 by a specification; null, "" and 0 end it. False, and
/// nothing is changed, where it is none.
inline bool arm(const char *spec) {
  if (!spec)
    spec = "";
  int kind = -1;
  const char *number = spec;
  if (const char *colon = std::strchr(spec, ':')) {
    kind = parseKind(spec, size_t(colon - spec));
    number = colon + 1;
    if (kind < 0 || !*number)
      return false;
  }
  int64_t failing = 0;
  for (const char *digit = number; *digit; ++digit) {
    if (*digit < '0' || *digit > '9' || failing > INT64_MAX / 10 - 1)
      return false;
    failing = 10 * failing + (*digit - '0');
  }
  own.kind = kind;
  own.failing = failing;
  own.count = 0;
  active = failing == 0 ? nullptr : &own;
  return true;
}

/// False where the variable's value is no specification.
inline const bool isVariableValid = arm(std::getenv("LUTRA_FAIL_AT"));

/// Whether the place that is reached is to fail.
inline bool reached(Kind kind) noexcept {
  Plan *plan = active.load(std::memory_order_relaxed);
  return plan && plan->isReached(kind);
}

} // namespace lutra::faults

#endif // LUTRA_FAULTS_H
