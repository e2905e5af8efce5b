//===- Arguments.h - Checks buffers against a signature ---------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_EXECUTION_ARGUMENTS_H
#define LUTRA_LIB_EXECUTION_ARGUMENTS_H

#include "lutra/Execution/Executable.h"

namespace lutra {

/// The pointers that a call passes, and the copies some of them point to.
struct MarshalledArguments {
  std::vector<void *> pointers;
  std::vector<std::unique_ptr<char[]>> copies;
};

/// Checks `buffers` against the signature of `function`, as Executable::invoke
/// documents, and copies inputs that are not densely packed.
llvm::Expected<MarshalledArguments>
marshalArguments(const FunctionInfo &function, llvm::ArrayRef<Buffer> buffers);

} // namespace lutra

#endif // LUTRA_LIB_EXECUTION_ARGUMENTS_H
