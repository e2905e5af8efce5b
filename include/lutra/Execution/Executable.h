//===- Executable.h - A compiled module -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_EXECUTION_EXECUTABLE_H
#define LUTRA_EXECUTION_EXECUTABLE_H

#include "lutra/Dialect/Approx/Transforms/Factorize.h"
#include "lutra/Pipelines/Interruptible.h"
#include "mlir/IR/BuiltinOps.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace llvm {
class MemoryBuffer;
class Module;
} // namespace llvm
namespace mlir {
class PassManager;
} // namespace mlir

namespace lutra {

/// Element types that cross the boundary of a compiled function.
enum class ElementType { F32, F64, I1, I8, I16, I32, I64 };

/// A strided view of memory owned by the caller. Sizes and strides in elements.
struct Buffer {
  void *data = nullptr;
  ElementType elementType = ElementType::F32;
  llvm::SmallVector<int64_t, 4> sizes, strides;
};

/// One argument of a compiled function, in call order: the function's own
/// arguments, then one output buffer per result that is not a donated argument.
struct ArgumentInfo {
  std::string name; // approx.name
  std::string role; // approx.role, or empty
  ElementType elementType = ElementType::F32;
  llvm::SmallVector<int64_t, 4> sizes;
  /// approx.bounds: lowest, highest, and others; empty where any value will do.
  llvm::SmallVector<int64_t, 3> bounds;
  bool isDonated = false; // updated in place
  bool isOutput = false;  // written, never read
};

struct FunctionInfo {
  std::string name;
  std::vector<ArgumentInfo> arguments;
  /// What a non-zero `status` means: statusNames[status - 1] was not finite.
  std::vector<std::string> statusNames;
  /// Bytes of scratch memory of one call.
  int64_t workspaceBytes = 0;
};

/// Reads the functions that can be called from a module as approx-plan-memory
/// leaves it: functions of buffers, before their types are lost in LLVM's.
llvm::Expected<std::vector<FunctionInfo>>
collectFunctionInfo(mlir::ModuleOp module);

struct CompileOptions {
  unsigned optimizationLevel = 3;
  /// Worker threads; 0 means as many as the machine has.
  unsigned threads = 0;
  /// Send contractions to the runtime's kernels; otherwise those of approx,
  /// too, become loops by the reference lowering, and nothing calls the
  /// runtime.
  bool useRuntime = true;
  /// Which approximate contractions are factorised; results are the same.
  FactorizePolicy factorize = FactorizePolicy::Off;
  /// Called with the module as lowered to buffers, and with the optimised LLVM
  /// module; either may be empty. For tools that print.
  std::function<void(mlir::ModuleOp)> inspectBuffers;
  std::function<void(const llvm::Module &)> inspectLLVM;
  /// Asked before each pass; when true, the compilation ends with
  /// interruptedMessage. May be empty.
  InterruptCheck interrupted;
  /// Called with each pass manager before it runs, e.g. to print IR.
  std::function<void(mlir::PassManager &)> configurePasses;
};

/// "f32", "i8", ...
llvm::StringRef getElementTypeName(ElementType type);
unsigned getElementSize(ElementType type);

/// Machine code of a module, with its tables, workspace and threads.
class Executable {
public:
  /// Compiles a module that approx-lower-to-cpu has lowered to the LLVM
  /// dialect. `functions` is what collectFunctionInfo() read before.
  static llvm::Expected<std::unique_ptr<Executable>>
  create(mlir::ModuleOp lowered, std::vector<FunctionInfo> functions,
         const CompileOptions &options);
  /// Lowers a copy of a module of linalg and approx on tensors with
  /// approx-lower-to-cpu, then create().
  static llvm::Expected<std::unique_ptr<Executable>>
  compile(mlir::ModuleOp module, const CompileOptions &options);
  virtual ~Executable() = default;

  virtual llvm::ArrayRef<FunctionInfo> functions() const = 0;
  /// Calls a function. Errors, before anything runs: unknown function, wrong
  /// number of buffers, an element type or shape that differs (names the
  /// argument, expected and actual), an integer out of bounds, a null pointer,
  /// overlapping donated or output buffers. Non-contiguous inputs are copied;
  /// non-contiguous donated or output buffers are refused. After: a failure
  /// inside the runtime.
  virtual llvm::Error invoke(llvm::StringRef function,
                             llvm::ArrayRef<Buffer> arguments) = 0;
};

/// Object code of a module of linalg and approx on tensors for a class of CPUs,
/// which this machine need not have: to look at, not to run. Errors: no such
/// class, and those of Executable::compile().
llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
compileToObject(mlir::ModuleOp module, llvm::StringRef cpuClass,
                const CompileOptions &options);

/// The classes of CPUs that LUTRA_CPU may name, and whether this machine has
/// them.
std::vector<std::pair<std::string, bool>> listCpuClasses();

} // namespace lutra

#endif // LUTRA_EXECUTION_EXECUTABLE_H
