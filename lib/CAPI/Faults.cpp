//===- Faults.cpp - C API: places made to fail, for tests -----------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Execution/Faults.h"
#include "Support.h"

using namespace lutra;
using lutra::capi::setLastError;

int lutraFaultInject(const char *spec) {
  if (injectFaults(spec))
    return 0;
  setLastError(llvm::Twine(faults::expectedSpec) + ", got '" + spec + "'");
  return 1;
}

int64_t lutraFaultCount(void) { return countFaultPlaces(); }

int lutraFaultReached(const char *kind) {
  int number = kind ? faults::parseKind(kind, std::strlen(kind)) : -1;
  return number >= 0 && faults::reached(faults::Kind(number));
}
