//===- Interruption.h - Signals while there is something to undo -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one place that handles signals. Both ways to do so may be used at once,
// on any threads, in any order: what comes is for all of them, and what the
// host had set is back when the last has gone.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_EXTERNAL_INTERRUPTION_H
#define LUTRA_LIB_MULTIPLIER_EXTERNAL_INTERRUPTION_H

#include <cstdint>

namespace lutra::external {

/// A signal that ends a process would leave the program that it had started, in
/// a process group of its own, and the folder it works in. While one of these
/// lives, SIGINT, SIGTERM and SIGHUP are noted only; the last one to go hands
/// what came to the handlers that were there before: by then all is undone. A
/// signal that the process ignores stays ignored.
class DeferSignals {
public:
  DeferSignals();
  ~DeferSignals();
  DeferSignals(const DeferSignals &) = delete;
  DeferSignals &operator=(const DeferSignals &) = delete;

  /// Whether one of the signals has come: time to stop.
  static bool interrupted();
};

/// While one of these lives, SIGINT is counted, too, on its way to the host's
/// handler. Where there is none, it ends the process or is ignored as before.
class HearInterrupts {
public:
  HearInterrupts();
  ~HearInterrupts();
  HearInterrupts(const HearInterrupts &) = delete;
  HearInterrupts &operator=(const HearInterrupts &) = delete;

  /// Those that were heard so far; only ever grows.
  static uint64_t count();
};

} // namespace lutra::external

#endif // LUTRA_LIB_MULTIPLIER_EXTERNAL_INTERRUPTION_H
