//===- Multipliers.h - Multipliers of a module -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The way from approx.multiplier symbols to the multiplier library and back.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_DIALECT_APPROX_IR_MULTIPLIERS_H
#define LUTRA_DIALECT_APPROX_IR_MULTIPLIERS_H

#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "lutra/Multiplier/Factorization.h"
#include "lutra/Multiplier/Multiplier.h"
#include "mlir/IR/BuiltinOps.h"
#include <memory>

namespace lutra::approx {

/// `type` must be ui2 to ui8 or si2 to si8, as the verifiers guarantee.
OperandType getOperandType(mlir::IntegerType type);
mlir::IntegerType getIntegerType(mlir::MLIRContext *context, OperandType type);

/// The multiplier that `op` stands for, made from its table or its spec. Shared
/// between all ops, modules and threads of the process that mean the same one.
/// Fails after an error at `op`: what the library says of the spec or the
/// table, or a hash that is not the table's.
mlir::FailureOr<std::shared_ptr<const Multiplier>>
getMultiplier(MultiplierOp op);

/// The one that the spec alone makes, whatever table `op` has beside it.
mlir::FailureOr<std::shared_ptr<const Multiplier>>
getMultiplierOfSpec(MultiplierOp op);

/// The multiplier that `symbol` names as seen from `from`; fails after an error
/// at `from` when there is none.
mlir::FailureOr<std::shared_ptr<const Multiplier>>
getMultiplier(mlir::Operation *from, mlir::FlatSymbolRefAttr symbol);

/// The op in `module` that stands for `multiplier`: the one with its content,
/// or a new one at the start of the module, by `spec` when the multiplier's
/// name is the spec of a built-in family, by table otherwise.
MultiplierOp getOrCreateMultiplier(mlir::ModuleOp module,
                                   const Multiplier &multiplier);

/// The op for the exact product of the operand types of `multiplier`, in the
/// same module: what "keep exact" means (M12).
MultiplierOp getOrCreateExactLike(MultiplierOp multiplier);

/// An exact factorisation of the multiplier: the one that `op` carries, which
/// is compared with the table, or else the library's, computed once for each
/// table in a process. Fails after an error at `op`.
mlir::FailureOr<std::shared_ptr<const Factorization>>
getFactorization(MultiplierOp op);

/// Writes `factorization` down as the op's factors.
void setFactors(MultiplierOp op, const Factorization &factorization);

/// One row of 256 entries for each column that `op` expands to, indexed by the
/// byte of a code whatever its upper bits are. Fails after an error at `op`.
mlir::FailureOr<std::vector<int8_t>> getExpansionTable(ExpandOp op);

/// Bounds of AM(a, b) and of AM(a, b) - a*b. Takes what the op says; only an op
/// by spec that says nothing has its table made. Fails as getMultiplier does.
struct MultiplierBounds {
  ProductBounds product, error;
};
mlir::FailureOr<MultiplierBounds> getMultiplierBounds(MultiplierOp op);

/// max|AM(a, b) - zb*a - za*b + za*zb| over all codes and zero points (M5):
/// (a - za)*(b - zb) plus the error.
int64_t getTermBound(MultiplierOp op, const MultiplierBounds &bounds);

/// The attributes that say what `multiplier` is, besides its types and spec.
/// The table becomes a resource of its own, printed apart from the code.
void setMultiplierData(MultiplierOp op, const Multiplier &multiplier,
                       bool withTable);

} // namespace lutra::approx

#endif // LUTRA_DIALECT_APPROX_IR_MULTIPLIERS_H
