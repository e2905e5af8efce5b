//===- ApproxOps.h - Operations of the approx dialect -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_DIALECT_APPROX_IR_APPROXOPS_H
#define LUTRA_DIALECT_APPROX_IR_APPROXOPS_H

#include "lutra/Dialect/Approx/IR/ApproxDialect.h"
#include "lutra/Dialect/Approx/IR/ContractionSpace.h"
#include "lutra/Multiplier/Gradient.h"
#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/DestinationStyleOpInterface.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "lutra/Dialect/Approx/IR/ApproxEnums.h.inc"

#define GET_ATTRDEF_CLASSES
#include "lutra/Dialect/Approx/IR/ApproxAttributes.h.inc"

#include "lutra/Dialect/Approx/IR/ApproxInterfaces.h.inc"

namespace lutra::approx::detail {

/// The result of a destination-style op: the type of a tensor init, null for a
/// memref.
inline mlir::Type getResultType(mlir::Type init) {
  return llvm::isa<mlir::TensorType>(init) ? init : mlir::Type();
}

/// Reads of memref inputs and the write of a memref init.
void getContractionEffects(
    mlir::DestinationStyleOpInterface op,
    llvm::SmallVectorImpl<
        mlir::SideEffects::EffectInstance<mlir::MemoryEffects::Effect>>
        &effects);

} // namespace lutra::approx::detail

#define GET_OP_CLASSES
#include "lutra/Dialect/Approx/IR/ApproxOps.h.inc"

#endif // LUTRA_DIALECT_APPROX_IR_APPROXOPS_H
