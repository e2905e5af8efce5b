//===- Differentiate.h - Reverse mode of functions -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_AUTODIFF_DIFFERENTIATE_H
#define LUTRA_AUTODIFF_DIFFERENTIATE_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "llvm/ADT/DenseMap.h"
#include <map>

namespace lutra::ad {

/// The arguments of a function, by name (approx.name) or number; with an empty
/// list those with the role parameter. Reports unknown names with the known.
mlir::FailureOr<llvm::SmallVector<unsigned>>
resolveArguments(mlir::func::FuncOp function,
                 llvm::ArrayRef<std::string> names);

/// The result with the role loss, else the only scalar float result.
mlir::FailureOr<unsigned> resolveLoss(mlir::func::FuncOp function);

/// What Differentiator::buildSplit() makes.
struct SplitFunctions {
  mlir::func::FuncOp forward, backward;
};

/// Builds derivatives of the functions of one module. Functions on the way that
/// are called and not inlined are differentiated once per set of arguments.
class Differentiator {
public:
  explicit Differentiator(mlir::ModuleOp module) : module(module) {}

  /// @f_vjp(arguments, a cotangent for each of `results`) -> (results of @f, a
  /// gradient for each of `wrt`).
  mlir::FailureOr<mlir::func::FuncOp>
  buildVJP(mlir::func::FuncOp function, llvm::ArrayRef<unsigned> wrt,
           llvm::ArrayRef<unsigned> results);

  /// @f_value_and_grad(arguments) -> (results of @f, a gradient for each of
  /// `wrt`): the same with the cotangent 1 for the result `loss`. With
  /// `recompute` the backward computes elementwise values anew that would take
  /// more memory to keep.
  mlir::FailureOr<mlir::func::FuncOp>
  buildValueAndGrad(mlir::func::FuncOp function, llvm::ArrayRef<unsigned> wrt,
                    unsigned loss, bool recompute);

  /// @f_fwd(arguments) -> (results of @f, residuals) and @f_bwd(kept,
  /// residuals, a cotangent for each of `results`) -> a gradient for each of
  /// `wrt`, where what is kept are arguments and results of @f_fwd, by their
  /// names.
  mlir::FailureOr<SplitFunctions> buildSplit(mlir::func::FuncOp function,
                                             llvm::ArrayRef<unsigned> wrt,
                                             llvm::ArrayRef<unsigned> results);

  /// A private function that gives only the gradients, for a call of `callee`.
  /// Built once; recursion is an error at `call`.
  mlir::FailureOr<mlir::func::FuncOp>
  getCalleeVJP(mlir::Operation *call, mlir::func::FuncOp callee,
               llvm::ArrayRef<unsigned> wrt, llvm::ArrayRef<unsigned> results);

  mlir::ModuleOp getModule() const { return module; }

private:
  using Signature =
      std::pair<llvm::SmallVector<unsigned>, llvm::SmallVector<unsigned>>;

  mlir::FailureOr<mlir::func::FuncOp>
  buildJoint(mlir::func::FuncOp function, llvm::StringRef suffix,
             llvm::ArrayRef<unsigned> wrt, llvm::ArrayRef<unsigned> results);
  mlir::FailureOr<mlir::func::FuncOp> cloneFor(mlir::func::FuncOp function,
                                               llvm::StringRef suffix);
  mlir::FailureOr<llvm::SmallVector<mlir::Value>>
  appendReverseSweep(mlir::func::FuncOp function, llvm::ArrayRef<unsigned> wrt,
                     llvm::ArrayRef<unsigned> results, mlir::ValueRange seeds);
  llvm::SmallVector<mlir::Value>
  appendCotangentArguments(mlir::func::FuncOp function,
                           llvm::ArrayRef<unsigned> results);

  mlir::ModuleOp module;
  /// Functions being differentiated, to recognise recursion.
  llvm::SmallVector<mlir::Operation *> active;
  std::map<std::pair<mlir::Operation *, Signature>, mlir::func::FuncOp>
      calleeVJPs;
};

} // namespace lutra::ad

#endif // LUTRA_AUTODIFF_DIFFERENTIATE_H
