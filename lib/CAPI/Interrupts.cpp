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
#include <mutex>

using namespace lutra;
using lutra::capi::InterruptibleRun;

// All that a handler touches.
static std::atomic<uint64_t> requests{0}, signals{0};
static_assert(std::atomic<uint64_t>::is_always_lock_free);
/// The host's handler, while ours is in its place.
static struct sigaction hostAction;

static std::mutex mutex;
static int hearing = 0;

static thread_local bool hearsSignals = false;
static thread_local bool lastWasInterrupted = false;

static void note(int number, siginfo_t *info, void *context) {
  ++signals;
  if (hostAction.sa_flags & SA_SIGINFO)
    hostAction.sa_sigaction(number, info, context);
  else
    hostAction.sa_handler(number);
}

static bool isOurs(const struct sigaction &action) {
  return (action.sa_flags & SA_SIGINFO) && action.sa_sigaction == note;
}

/// Puts our handler before the host's. A signal that ends the process does so
/// as before, and one that is ignored is ignored.
static void startHearing() {
  struct sigaction now;
  sigaction(SIGINT, nullptr, &now);
  if (isOurs(now) || (!(now.sa_flags & SA_SIGINFO) &&
                      (now.sa_handler == SIG_DFL || now.sa_handler == SIG_IGN)))
    return;
  hostAction = now;
  struct sigaction ours = now;
  ours.sa_sigaction = note;
  ours.sa_flags |= SA_SIGINFO;
  sigaction(SIGINT, &ours, nullptr);
}

static void stopHearing() {
  // The host may have set another handler meanwhile, which then stays.
  struct sigaction now;
  sigaction(SIGINT, nullptr, &now);
  if (isOurs(now))
    sigaction(SIGINT, &hostAction, nullptr);
}

InterruptibleRun::InterruptibleRun()
    : hearsSignal(hearsSignals), requestsBefore(requests),
      signalsBefore(signals) {
  lastWasInterrupted = false;
  if (!hearsSignal)
    return;
  std::lock_guard<std::mutex> lock(mutex);
  if (hearing++ == 0)
    startHearing();
}

InterruptibleRun::~InterruptibleRun() {
  if (!hearsSignal)
    return;
  std::lock_guard<std::mutex> lock(mutex);
  if (--hearing == 0)
    stopHearing();
}

bool InterruptibleRun::interrupted() const {
  auto isRequested = [&] {
    return requests != requestsBefore ||
           (hearsSignal && signals != signalsBefore);
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
