//===- Roles.h - Roles and names of arguments and results -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function that the passes here work on says of each argument and result
// what it is: `approx.role` (an enum), `approx.name` (unique), and on a result
// that is the new value of an argument `approx.updates` with that one's name.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_DIALECT_APPROX_IR_ROLES_H
#define LUTRA_DIALECT_APPROX_IR_ROLES_H

#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include <optional>

namespace lutra::approx {

/// Names of discardable attributes, each written once, here.
namespace attrs {
/// On arguments and results.
inline constexpr llvm::StringLiteral role = "approx.role";
/// On arguments and results; on an op: the layer's name.
inline constexpr llvm::StringLiteral name = "approx.name";
/// On results: the argument whose new value this is.
inline constexpr llvm::StringLiteral updates = "approx.updates";
/// On arguments of integers: the lowest and the highest value that an element
/// may have, then other values that it may have besides.
inline constexpr llvm::StringLiteral bounds = "approx.bounds";
/// On functions: what each value k > 0 of the status means, at k - 1.
inline constexpr llvm::StringLiteral statusNames = "approx.status_names";
/// On derivatives: the arguments by name that no differentiated result depends
/// on. Their gradient is 0, which training does not take for one.
inline constexpr llvm::StringLiteral unreached = "approx.unreached";
/// On a contraction: "approximate", "int8" or "float" (M12).
inline constexpr llvm::StringLiteral policy = "approx.policy";
/// On a linalg contraction: the multiplier asked for.
inline constexpr llvm::StringLiteral multiplier = "approx.multiplier";
/// On a linalg contraction: the gradient estimator asked for.
inline constexpr llvm::StringLiteral gradient = "approx.gradient";
/// On a linalg contraction: "weight_first" or "activation_first" (M11).
inline constexpr llvm::StringLiteral operandOrder = "approx.operand_order";
/// On functions: the policy of every layer, in order (M12).
inline constexpr llvm::StringLiteral layers = "approx.layers";
/// On functions: every contraction with its MACs, in order.
inline constexpr llvm::StringLiteral contractions = "approx.contractions";
} // namespace attrs

std::optional<Role> getArgRole(mlir::func::FuncOp func, unsigned index);
std::optional<Role> getResultRole(mlir::func::FuncOp func, unsigned index);
/// Empty when the attribute is missing.
llvm::StringRef getArgName(mlir::func::FuncOp func, unsigned index);
llvm::StringRef getResultUpdates(mlir::func::FuncOp func, unsigned index);

/// Lets the integers of an argument be `low` to `high` only, and what earlier
/// bounds let them be.
void boundArgument(mlir::func::FuncOp func, unsigned index, int64_t low,
                   int64_t high);

void setArgRole(mlir::func::FuncOp func, unsigned index, Role role,
                llvm::StringRef name);
void setResultRole(mlir::func::FuncOp func, unsigned index, Role role);
void setResultUpdates(mlir::func::FuncOp func, unsigned index,
                      llvm::StringRef name);

/// Appends an argument with a role and a name; gives its block argument.
mlir::BlockArgument appendArg(mlir::func::FuncOp func, mlir::Type type,
                              Role role, llvm::StringRef name);
/// Appends a result to a function of one block, with its attributes.
void appendResult(mlir::func::FuncOp func, mlir::Value value, Role role,
                  llvm::StringRef updates = {});
/// Inserts a result at `index` of a function of one block.
void insertResult(mlir::func::FuncOp func, unsigned index, mlir::Value value,
                  Role role, llvm::StringRef updates = {});

/// Index of the argument of that name, or of the first with that role.
std::optional<unsigned> findArg(mlir::func::FuncOp func, llvm::StringRef name);
std::optional<unsigned> findResult(mlir::func::FuncOp func, Role role);

/// The return of a function of one block; null, after an error at `func`, when
/// it is a declaration or has control flow between blocks.
mlir::func::ReturnOp getSingleReturn(mlir::func::FuncOp func);

/// The function that a pass of one function per module works on: the one named
/// `name`, or, with an empty name, @main or the only public function with a
/// body. Null after an error at `module` that lists the candidates.
mlir::func::FuncOp findFunction(mlir::ModuleOp module, llvm::StringRef name);

} // namespace lutra::approx

#endif // LUTRA_DIALECT_APPROX_IR_ROLES_H
