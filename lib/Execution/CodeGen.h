//===- CodeGen.h - LLVM dialect -> optimised LLVM IR ------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_EXECUTION_CODEGEN_H
#define LUTRA_LIB_EXECUTION_CODEGEN_H

#include "lutra/Execution/Executable.h"
#include "llvm/IR/Module.h"
#include "llvm/Target/TargetMachine.h"

namespace lutra {

/// Prefix of the wrapper of a function that takes its arguments as one array
/// of pointers: void <prefix><name>(void **arguments).
inline constexpr llvm::StringLiteral packedPrefix = "lutra_packed_";

/// Translates a module of the LLVM dialect for the machine of `target` and
/// optimises it. Adds a packed wrapper for each of `functions`. Once
/// `interrupted` is true it is no longer optimised.
llvm::Expected<std::unique_ptr<llvm::Module>>
generateLLVM(mlir::ModuleOp lowered, llvm::ArrayRef<FunctionInfo> functions,
             llvm::LLVMContext &context, llvm::TargetMachine &target,
             unsigned optimizationLevel, const InterruptCheck &interrupted);

} // namespace lutra

#endif // LUTRA_LIB_EXECUTION_CODEGEN_H
