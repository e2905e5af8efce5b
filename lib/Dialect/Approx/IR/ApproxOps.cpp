//===- ApproxOps.cpp - Verifiers and effects of the approx ops -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/OpImplementation.h"

using namespace mlir;
using namespace lutra::approx;

#define GET_OP_CLASSES
#include "lutra/Dialect/Approx/IR/ApproxOps.cpp.inc"

LogicalResult MultiplierOp::verify() { return success(); }
LogicalResult UpdateRangeOp::verify() { return success(); }
LogicalResult QuantParamsOp::verify() { return success(); }
LogicalResult QuantizeOp::verify() { return success(); }
LogicalResult QuantizeGradOp::verify() { return success(); }
LogicalResult DequantizeOp::verify() { return success(); }
LogicalResult MapTableOp::verify() { return success(); }
LogicalResult MatmulOp::verify() { return success(); }
LogicalResult BatchMatmulOp::verify() { return success(); }
LogicalResult Conv2DOp::verify() { return success(); }
LogicalResult MatmulGradLhsOp::verify() { return success(); }
LogicalResult MatmulGradRhsOp::verify() { return success(); }
LogicalResult BatchMatmulGradLhsOp::verify() { return success(); }
LogicalResult BatchMatmulGradRhsOp::verify() { return success(); }
LogicalResult Conv2DGradInputOp::verify() { return success(); }
LogicalResult Conv2DGradFilterOp::verify() { return success(); }
LogicalResult MapTableOp::verifySymbolUses(SymbolTableCollection &) { return success(); }
LogicalResult MatmulOp::verifySymbolUses(SymbolTableCollection &) { return success(); }
LogicalResult BatchMatmulOp::verifySymbolUses(SymbolTableCollection &) { return success(); }
LogicalResult Conv2DOp::verifySymbolUses(SymbolTableCollection &) { return success(); }
LogicalResult MatmulGradLhsOp::verifySymbolUses(SymbolTableCollection &) { return success(); }
LogicalResult MatmulGradRhsOp::verifySymbolUses(SymbolTableCollection &) { return success(); }
LogicalResult BatchMatmulGradLhsOp::verifySymbolUses(SymbolTableCollection &) { return success(); }
LogicalResult BatchMatmulGradRhsOp::verifySymbolUses(SymbolTableCollection &) { return success(); }
LogicalResult Conv2DGradInputOp::verifySymbolUses(SymbolTableCollection &) { return success(); }
LogicalResult Conv2DGradFilterOp::verifySymbolUses(SymbolTableCollection &) { return success(); }
void MatmulOp::getEffects(SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>> &) {}
void BatchMatmulOp::getEffects(SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>> &) {}
void Conv2DOp::getEffects(SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>> &) {}
void MatmulGradLhsOp::getEffects(SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>> &) {}
void MatmulGradRhsOp::getEffects(SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>> &) {}
void BatchMatmulGradLhsOp::getEffects(SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>> &) {}
void BatchMatmulGradRhsOp::getEffects(SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>> &) {}
void Conv2DGradInputOp::getEffects(SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>> &) {}
void Conv2DGradFilterOp::getEffects(SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>> &) {}
