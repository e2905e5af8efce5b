//===- Interrupts.cpp - Compilations that can be cut short ----------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Interrupts.h"
#include "Support.h"
#include "lutra/Pipelines/Interruptible.h"
#include <atomic>
#include <csignal>

using namespace lutra;
using lutra::capi::InterruptibleRun;

// All that a handler touches.
static std::atomic<uint64_t> requests{0};
static_assert(std::atomic<uint64_t>::is_always_lock_free);

static thread_local bool hearsSignals = false;
static thread_local bool lastWasInterrupted = false;

InterruptibleRun::InterruptibleRun()
    : requestsBefore(requests),
      signalsBefore(external::HearInterrupts::count()) {
  lastWasInterrupted = false;
  if (hearsSignals)
    hearing.emplace();
}

bool InterruptibleRun::interrupted() const {
  auto isRequested = [&] {
    return requests != requestsBefore ||
           (hearing && external::HearInterrupts::count() != signalsBefore);
  };
  // Each place is before something that then runs.
  if (!isRequested() && faults::reached(faults::Kind::Interrupt))
    std::raise(SIGINT);
  return isRequested();
}

void InterruptibleRun::report() const {
  capi::setLastError(interruptedMessage);
  lastWasInterrupted = true;
}

void lutraInterrupt(void) { ++requests; }

void lutraHearInterrupts(int hear) { hearsSignals = hear != 0; }

int lutraInterrupted(void) { return lastWasInterrupted; }
