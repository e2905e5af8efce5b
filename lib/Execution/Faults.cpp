//===- Faults.cpp - Places made to fail, for tests ------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file makes the compiler and the runtime share one plan of faults.
//
//===----------------------------------------------------------------------===//
#include "lutra/Execution/Faults.h"
#include "RuntimeLibrary.h"
#include "lutra_faults.h"

using namespace lutra;

bool lutra::injectFaults(const char *spec) {
  if (!faults::arm(spec))
    return false;
  RuntimeLibrary::shareFaults();
  return true;
}

int64_t lutra::countFaultPlaces() {
  const faults::Plan *plan = faults::active.load();
  return plan ? plan->count.load() : 0;
}
