//===- Interrupts.h - Compilations that can be cut short --------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// lutraInterrupt() is a request to all compilations that run: each remembers
// how many had been made when it began. SIGINT is one to those of threads that
// hear it (lutraHearInterrupts()); what the host does with the signal it does
// at once.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_CAPI_INTERRUPTS_H
#define LUTRA_LIB_CAPI_INTERRUPTS_H

#include "../Multiplier/External/Interruption.h"
#include <cstdint>
#include <optional>

namespace lutra::capi {

/// A compilation of this thread, from here to its end.
class InterruptibleRun {
public:
  InterruptibleRun();
  InterruptibleRun(const InterruptibleRun &) = delete;
  InterruptibleRun &operator=(const InterruptibleRun &) = delete;

  /// Whether it is to end now; from any thread.
  bool interrupted() const;
  /// Makes interruption the last error and what lutraInterrupted() says.
  void report() const;

private:
  uint64_t requestsBefore, signalsBefore;
  std::optional<external::HearInterrupts> hearing;
};

} // namespace lutra::capi

#endif // LUTRA_LIB_CAPI_INTERRUPTS_H
