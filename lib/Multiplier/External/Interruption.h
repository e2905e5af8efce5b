//===- Interruption.h - Ctrl-C while an import has something to undo -*- C++ -*-//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A signal that ends a process would leave the program that it had started, in
// a process group of its own, and the folder it works in. While a DeferSignals
// lives, SIGINT, SIGTERM and SIGHUP are noted only; the last one to go hands
// what came to the handlers that were there before: by then all is undone.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_EXTERNAL_INTERRUPTION_H
#define LUTRA_LIB_MULTIPLIER_EXTERNAL_INTERRUPTION_H

namespace lutra::external {

/// Several may live at once, on any threads: what comes is for all of them. A
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

} // namespace lutra::external

#endif // LUTRA_LIB_MULTIPLIER_EXTERNAL_INTERRUPTION_H
