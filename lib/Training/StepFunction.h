//===- StepFunction.h - Builder of the functions of a training step -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_TRAINING_STEPFUNCTION_H
#define LUTRA_LIB_TRAINING_STEPFUNCTION_H

#include "GenericBuilder.h"
#include "lutra/Dialect/Approx/IR/Roles.h"
#include <string>

namespace lutra {

/// A function under construction whose arguments are known by their names.
class StepFunction {
public:
  /// An empty public function at the end of `module`.
  StepFunction(mlir::ModuleOp module, llvm::StringRef name, mlir::Location loc);

  /// Adds the arguments of `source` that have one of `roles`, in the order of
  /// `roles`.
  void addArgs(mlir::func::FuncOp source, llvm::ArrayRef<approx::Role> roles);
  mlir::BlockArgument addArg(mlir::Type type, approx::Role role,
                             llvm::StringRef name);
  /// Clones what the results `wanted` of `source` need, with arguments taken
  /// by name, and gives all results (null where not wanted). Fails, after an
  /// error, when they need an argument that is missing here.
  mlir::FailureOr<llvm::SmallVector<mlir::Value>>
  cloneBody(mlir::func::FuncOp source,
            llvm::function_ref<bool(unsigned)> wanted);

  /// Takes over what `source` says of its layers (M12).
  void copyLayers(mlir::func::FuncOp source);

  /// Appends a result.
  void addResult(mlir::Value value, approx::Role role);
  /// Appends `value` as new value of `arg`, which becomes writable and is
  /// written in place.
  void addUpdate(mlir::Value value, mlir::BlockArgument arg);

  mlir::ImplicitLocOpBuilder &builder() { return b; }
  mlir::func::FuncOp func() { return function; }
  llvm::StringRef nameOf(mlir::BlockArgument arg) {
    return approx::getArgName(function, arg.getArgNumber());
  }
  /// The arguments of that role, in order.
  llvm::SmallVector<mlir::BlockArgument> args(approx::Role role);
  mlir::BlockArgument arg(llvm::StringRef name);

private:
  mlir::func::FuncOp function;
  mlir::ImplicitLocOpBuilder b;
};

/// The status of a step: which of some values was the first not finite, or that
/// the runtime has failed.
class StatusBuilder {
public:
  explicit StatusBuilder(StepFunction &function);
  /// Adds a check of every element of a float tensor; others are finite.
  void check(mlir::Value value, const llvm::Twine &name);
  /// Adds a check of ranges (M8): finite, and not empty.
  void checkRanges(mlir::Value ranges, const llvm::Twine &name);
  /// The code of a name, for a check to come: smaller ones are told first.
  int32_t addName(const llvm::Twine &name);
  /// Adds a check of floats that `values` computes of the elements of `inputs`
  /// (one shape, that of the first, or 0-d), each with its code.
  void check(mlir::ValueRange inputs, llvm::ArrayRef<int32_t> codes,
             GenericBody values);
  /// The status, tensor<i32>; records the names in approx.status_names.
  mlir::Value finish();

private:
  /// Starts a chain of checks.
  mlir::Value buildNothingFound();

  StepFunction &function;
  mlir::Value first;   // 0-d: smallest code of what is not finite
  unsigned length = 0; // checks in the chain of `first`
  llvm::SmallVector<mlir::Value> otherChains; // like `first`
  llvm::SmallVector<std::string> names;
};

/// New state that replaces the old where `status` is 0, elementwise.
mlir::Value buildCommit(mlir::ImplicitLocOpBuilder &builder, mlir::Value status,
                        mlir::Value newValue, mlir::Value oldValue);

/// Inside a generic: whether a status element says that all was finite.
mlir::Value buildIsOk(mlir::ImplicitLocOpBuilder &builder, mlir::Value status);

/// Builds @evaluate: ranges as they are, no state changes.
mlir::LogicalResult buildEvaluate(mlir::func::FuncOp source);

/// Arithmetic of the products in @calibrate.
enum class Arithmetic { Float, Int8, Approximate };
/// Builds @calibrate: a forward pass that updates the ranges, and the buffers
/// where `updateBuffers`.
mlir::LogicalResult buildCalibrate(mlir::func::FuncOp source,
                                   Arithmetic arithmetic, bool updateBuffers);

} // namespace lutra

#endif // LUTRA_LIB_TRAINING_STEPFUNCTION_H
