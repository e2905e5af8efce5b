//===- Interruption.cpp - Signals while there is something to undo --------===//
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
#include <unistd.h>

using namespace lutra::external;

namespace {
struct Watched {
  int number;
  /// What the host had set, while our handler is in its place.
  struct sigaction before;
  bool isInstalled;
  std::atomic<bool> came;

  bool hostHandles() const {
    return (before.sa_flags & SA_SIGINFO) ||
           (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN);
  }
};
} // namespace

static_assert(std::atomic<bool>::is_always_lock_free &&
              std::atomic<uint64_t>::is_always_lock_free);
static Watched watched[] = {
    {SIGINT, {}, false, {}}, {SIGTERM, {}, false, {}}, {SIGHUP, {}, false, {}}};
static Watched &interrupt = watched[0];
static std::mutex mutex;
static int deferring = 0, hearing = 0;
/// What a handler may read.
static std::atomic<bool> isDeferring{false};
static std::atomic<uint64_t> interrupts{0};

/// Does at once what the host does with the signal.
static void passOn(const Watched &signal, siginfo_t *info, void *context) {
  if (signal.before.sa_flags & SA_SIGINFO) {
    signal.before.sa_sigaction(signal.number, info, context);
  } else if (signal.hostHandles()) {
    signal.before.sa_handler(signal.number);
  } else if (signal.before.sa_handler == SIG_DFL) {
    // It takes effect when this handler returns.
    std::signal(signal.number, SIG_DFL);
    std::raise(signal.number);
  }
}

/// Nothing but flags and the host's own handler: it may run between any two
/// instructions.
static void note(int number, siginfo_t *info, void *context) {
  if (number == SIGINT)
    ++interrupts;
  for (Watched &signal : watched) {
    if (signal.number != number)
      continue;
    if (isDeferring)
      signal.came = true;
    else
      passOn(signal, info, context);
  }
}

static bool isOurs(const struct sigaction &action) {
  return (action.sa_flags & SA_SIGINFO) && action.sa_sigaction == note;
}

/// Puts our handler in the place of the host's, if `wanted` says so of it.
static void install(Watched &signal,
                    llvm::function_ref<bool(const Watched &)> wanted) {
  if (signal.isInstalled)
    return;
  sigaction(signal.number, nullptr, &signal.before);
  if (!wanted(signal))
    return;
  struct sigaction action = signal.before;
  action.sa_sigaction = note;
  action.sa_flags |= SA_SIGINFO;
  if (!signal.hostHandles()) {
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_SIGINFO | SA_RESTART | SA_ONSTACK;
  }
  sigaction(signal.number, &action, nullptr);
  signal.isInstalled = true;
}

static void restore(Watched &signal) {
  if (!signal.isInstalled)
    return;
  // The host may have set another handler meanwhile, which then stays.
  struct sigaction now;
  sigaction(signal.number, nullptr, &now);
  if (isOurs(now))
    sigaction(signal.number, &signal.before, nullptr);
  signal.isInstalled = false;
}

DeferSignals::DeferSignals() {
  std::lock_guard<std::mutex> lock(mutex);
  if (deferring++ > 0)
    return;
  for (Watched &signal : watched)
    signal.came = false;
  isDeferring = true;
  for (Watched &signal : watched)
    install(signal, [](const Watched &signal) {
      return (signal.before.sa_flags & SA_SIGINFO) ||
             signal.before.sa_handler != SIG_IGN;
    });
}

DeferSignals::~DeferSignals() {
  bool came[std::size(watched)] = {};
  {
    std::lock_guard<std::mutex> lock(mutex);
    if (--deferring > 0)
      return;
    isDeferring = false;
    for (auto [index, signal] : llvm::enumerate(watched)) {
      if (&signal != &interrupt || hearing == 0 || !signal.hostHandles())
        restore(signal);
      came[index] = signal.came.exchange(false);
    }
  }
  // Without the lock: a handler may do anything. To the process, whose main
  // thread may be waiting for this one.
  for (size_t index = 0; index < std::size(watched); ++index)
    if (came[index])
      kill(getpid(), watched[index].number);
}

bool DeferSignals::interrupted() {
  for (const Watched &signal : watched)
    if (signal.came)
      return true;
  return false;
}

HearInterrupts::HearInterrupts() {
  std::lock_guard<std::mutex> lock(mutex);
  if (hearing++ == 0)
    install(interrupt,
            [](const Watched &signal) { return signal.hostHandles(); });
}

HearInterrupts::~HearInterrupts() {
  std::lock_guard<std::mutex> lock(mutex);
  if (--hearing == 0 && deferring == 0)
    restore(interrupt);
}

uint64_t HearInterrupts::count() { return interrupts; }
