//===- DifferentiableOpInterface.h - Reverse-mode rule of an op -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a derivative rule sees: the interface that ops implement, and the
// context that a rule reads cotangents and primal values from.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_AUTODIFF_DIFFERENTIABLEOPINTERFACE_H
#define LUTRA_AUTODIFF_DIFFERENTIABLEOPINTERFACE_H

#include "mlir/IR/Builders.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/OpDefinition.h"
#include "llvm/ADT/DenseMap.h"
#include <functional>

namespace lutra::ad {

class Differentiator;
class VJPContext;

/// Whether a value of this type is made of floating-point numbers: a float, or
/// a tensor or vector of floats.
bool hasFloatElements(mlir::Type type);

/// The type of the cotangent of a value, or null when it carries none. Asks the
/// op that produces the value: codes of a quantised tensor carry f32 (M9).
mlir::Type getCotangentType(mlir::Value value);

/// The shaped type `type` with other elements, or `elementType` for a scalar.
mlir::Type withElementType(mlir::Type type, mlir::Type elementType);

/// The state of one reverse sweep, and all of it that a rule may use. A sweep
/// runs over the ops of a function, or over those of a linalg body.
class VJPContext {
public:
  /// `active` says which primal values lie on a path from a differentiated
  /// argument to a differentiated result. The values of a body are looked up in
  /// `primals` where its copy is being built.
  VJPContext(mlir::OpBuilder &builder, std::function<bool(mlir::Value)> active,
             const mlir::IRMapping *primals = nullptr,
             VJPContext *parent = nullptr)
      : builder(builder), active(std::move(active)), primals(primals),
        parent(parent) {}

  /// The cotangent of a value so far, or null while it is zero. Final for the
  /// results of the op whose rule is running.
  mlir::Value cotangent(mlir::Value primal) const {
    return cotangents.lookup(primal);
  }

  bool isActive(mlir::Value primal) const { return active(primal); }
  /// As above, and the op's rule can produce a cotangent for the operand.
  bool isActive(mlir::OpOperand &operand) const;

  /// The value of the forward computation, wherever it is kept: in place, or in
  /// the copy of a body.
  mlir::Value primal(mlir::Value value) const;

  /// Adds to the cotangent of a primal value. Ignored when it is not active or
  /// when the contribution is null.
  void accumulate(mlir::Value primal, mlir::Value contribution);

  /// A zero cotangent, for the rules that need it as a value.
  mlir::Value zeroLike(mlir::Value primal);

  /// Emits "cannot differentiate '<op>': <why>" with notes along the path from
  /// the op to the differentiated result. `help` says what would help.
  mlir::LogicalResult emitUnsupported(mlir::Operation *op,
                                      const llvm::Twine &why,
                                      const llvm::Twine &help = "");

  /// Whether this sweep runs inside the body of a structured op.
  bool isInBody() const;

  /// The driver, for rules that differentiate other functions.
  Differentiator *differentiator = nullptr;
  /// Results whose cotangents were asked for; the end of each path of notes.
  llvm::SmallVector<mlir::Value> differentiatedResults;
  /// The op whose body this sweep runs in.
  mlir::Operation *enclosingOp = nullptr;

private:
  mlir::OpBuilder &builder;
  std::function<bool(mlir::Value)> active;
  const mlir::IRMapping *primals;
  VJPContext *parent;
  llvm::DenseMap<mlir::Value, mlir::Value> cotangents;
};

/// Refuses what would be a silent zero: codes of quantised tensors, which carry
/// cotangents (M9), in an op that knows only of integers, and complex numbers.
mlir::LogicalResult
checkActiveUses(llvm::ArrayRef<mlir::Operation *> ops, VJPContext &context,
                llvm::function_ref<bool(mlir::Value)> isVaried);

/// Runs the rules of `ops`, which are in forward order, from the last to the
/// first; the cotangents to start from are in the context.
mlir::LogicalResult reverseSweep(llvm::ArrayRef<mlir::Operation *> ops,
                                 mlir::OpBuilder &builder, VJPContext &context);

} // namespace lutra::ad

#include "lutra/Autodiff/DifferentiableOpInterface.h.inc"

#endif // LUTRA_AUTODIFF_DIFFERENTIABLEOPINTERFACE_H
