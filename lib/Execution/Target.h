//===- Target.h - The CPU that code is generated for ------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_EXECUTION_TARGET_H
#define LUTRA_LIB_EXECUTION_TARGET_H

#include "llvm/ExecutionEngine/Orc/JITTargetMachineBuilder.h"

namespace lutra {

/// The machine this process runs on, restricted to the class of CPUs that
/// LUTRA_CPU names; without it, all features included. Errors: no such class
/// here.
llvm::Expected<llvm::orc::JITTargetMachineBuilder> makeHostTarget();

/// A class of CPUs, whether or not this machine is of it. Errors: no such
/// class.
llvm::Expected<llvm::orc::JITTargetMachineBuilder>
makeClassTarget(llvm::StringRef name);

} // namespace lutra

#endif // LUTRA_LIB_EXECUTION_TARGET_H
