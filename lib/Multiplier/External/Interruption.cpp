//===- Interruption.cpp - Ctrl-C while an import has something to undo ----===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Interruption.h"
#include "llvm/ADT/STLExtras.h"
#include <atomic>
#include <csignal>
#include <iterator>
#include <mutex>

using namespace lutra::external;

namespace {
struct Deferred {
  int number;
  struct sigaction before;
  std::atomic<bool> came;
};
} // namespace

static_assert(std::atomic<bool>::is_always_lock_free);
static Deferred deferred[] = {
    {SIGINT, {}, {}}, {SIGTERM, {}, {}}, {SIGHUP, {}, {}}};
static std::mutex mutex;
static int living = 0;

/// Nothing but flags: a handler may run between any two instructions.
static void note(int number) {
  for (Deferred &signal : deferred)
    if (signal.number == number)
      signal.came = true;
}

static bool isOurs(const struct sigaction &action) {
  return !(action.sa_flags & SA_SIGINFO) && action.sa_handler == note;
}

DeferSignals::DeferSignals() {
  std::lock_guard<std::mutex> lock(mutex);
  if (living++ > 0)
    return;
  for (Deferred &signal : deferred) {
    signal.came = false;
    sigaction(signal.number, nullptr, &signal.before);
    if (!(signal.before.sa_flags & SA_SIGINFO) &&
        signal.before.sa_handler == SIG_IGN)
      continue;
    struct sigaction action = {};
    action.sa_handler = note;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART | SA_ONSTACK;
    sigaction(signal.number, &action, nullptr);
  }
}

DeferSignals::~DeferSignals() {
  bool came[std::size(deferred)] = {};
  {
    std::lock_guard<std::mutex> lock(mutex);
    if (--living > 0)
      return;
    for (auto [index, signal] : llvm::enumerate(deferred)) {
      // The host may have set another handler meanwhile, which then stays.
      struct sigaction now;
      sigaction(signal.number, nullptr, &now);
      if (isOurs(now))
        sigaction(signal.number, &signal.before, nullptr);
      came[index] = signal.came.exchange(false);
    }
  }
  // Without the lock: a handler may do anything.
  for (size_t index = 0; index < std::size(deferred); ++index)
    if (came[index])
      std::raise(deferred[index].number);
}

bool DeferSignals::interrupted() {
  for (const Deferred &signal : deferred)
    if (signal.came)
      return true;
  return false;
}
