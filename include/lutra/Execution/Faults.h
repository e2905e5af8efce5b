//===- Faults.h - Places made to fail, for tests ----------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_EXECUTION_FAULTS_H
#define LUTRA_EXECUTION_FAULTS_H

#include <cstdint>

namespace lutra {

/// Counts places of this library and of the runtime from 0 on and makes one of
/// them fail, as LUTRA_FAIL_AT=<spec> does (lutra_faults.h). False where `spec`
/// is none; null or "0" ends it.
bool injectFaults(const char *spec);
/// Places reached since; 0 where none are counted.
int64_t countFaultPlaces();

} // namespace lutra

#endif // LUTRA_EXECUTION_FAULTS_H
