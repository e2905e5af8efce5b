//===- FinalizeBoundary.cpp - Results become output arguments -------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements approx-finalize-boundary. Upstream's
// buffer-results-to-out-params also turns results into arguments, but copies
// the donated ones among them.
//
//===----------------------------------------------------------------------===//
#include "lutra/Conversion/Boundary.h"
#include "lutra/Conversion/Passes.h"
#include "lutra/Dialect/Approx/IR/Roles.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

namespace lutra {
#define GEN_PASS_DEF_FINALIZEBOUNDARY
#include "lutra/Conversion/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;

namespace {

/// What a compiled function can take: a static shape, densely packed, of
/// numbers that the executor knows.
LogicalResult checkType(func::FuncOp function, const Twine &what, Type type) {
  auto memref = dyn_cast<MemRefType>(type);
  if (!memref || !memref.hasStaticShape() || !memref.getLayout().isIdentity())
    return function.emitError()
           << what << " of @" << function.getName() << " has type " << type
           << ", but a compiled function takes and "
           << "returns tensors of static shape only";
  // LLVM's memrefs need strides, which MLIR gives to some buffers of no
  // elements only.
  SmallVector<int64_t> strides;
  int64_t offset;
  if (failed(memref.getStridesAndOffset(strides, offset)) ||
      ShapedType::isDynamicShape(strides))
    return function.emitError()
           << what << " of @" << function.getName() << " has type " << type
           << "; of the dimensions of a tensor that a compiled function takes "
              "or returns, only the first may be 0";
  Type element = memref.getElementType();
  if (!element.isF32() && !element.isF64() && !element.isSignlessInteger(1) &&
      !element.isSignlessInteger(8) && !element.isSignlessInteger(16) &&
      !element.isSignlessInteger(32) && !element.isSignlessInteger(64))
    return function.emitError()
           << what << " of @" << function.getName() << " has elements of type "
           << element << "; expected f32, f64, i1, i8, i16, i32 or i64";
  return success();
}

Value skipCasts(Value value) {
  while (auto cast = value.getDefiningOp<memref::CastOp>())
    value = cast.getSource();
  return value;
}

/// Makes `value`, the result `index`, live in a new argument: in place of its
/// allocation where it has one of its own, by a copy at the end otherwise.
LogicalResult addOutput(func::FuncOp function, func::ReturnOp terminator,
                        unsigned index, Value value) {
  Type type = terminator.getOperand(index).getType();
  if (failed(checkType(function, "result " + Twine(index), type)))
    return failure();
  NamedAttrList attributes(function.getResultAttrDict(index));
  attributes.set(boundary::outputAttr, UnitAttr::get(function.getContext()));
  unsigned position = function.getNumArguments();
  if (failed(function.insertArgument(
          position, type, attributes.getDictionary(function.getContext()),
          terminator.getLoc())))
    return failure();
  BlockArgument output = function.getArgument(position);
  auto alloc = value.getDefiningOp<memref::AllocOp>();
  if (alloc && alloc.getType() == type) {
    // Another result that is the same value finds an argument, and copies it.
    alloc.replaceAllUsesWith(Value(output));
    alloc.erase();
    return success();
  }
  OpBuilder builder(terminator);
  memref::CopyOp::create(builder, terminator.getLoc(), value, output);
  return success();
}

LogicalResult finalize(func::FuncOp function, ModuleOp module) {
  if (auto uses = SymbolTable::getSymbolUses(function, module);
      !uses || !uses->empty())
    return function.emitError()
           << "@" << function.getName()
           << " is called inside the module; inline calls before compiling";
  if (!function.getBody().hasOneBlock())
    return function.emitError()
           << "@" << function.getName()
           << " has control flow between blocks; only structured control flow "
              "can be compiled";
  auto terminator = cast<func::ReturnOp>(function.front().getTerminator());
  unsigned inputs = function.getNumArguments();
  BitVector donated(inputs);
  for (BlockArgument argument : function.getArguments()) {
    unsigned number = argument.getArgNumber();
    if (failed(checkType(function, "argument " + Twine(number),
                         argument.getType())))
      return failure();
    donated[number] = bool(function.getArgAttr(number, boundary::donatedAttr));
  }
  for (unsigned i = 0, e = terminator.getNumOperands(); i < e; ++i) {
    Value value = skipCasts(terminator.getOperand(i));
    auto argument = dyn_cast<BlockArgument>(value);
    bool inPlace = argument && argument.getArgNumber() < inputs &&
                   donated[argument.getArgNumber()];
    StringRef updates = approx::getResultUpdates(function, i);
    if (!updates.empty() && (!inPlace || approx::findArg(function, updates) !=
                                             argument.getArgNumber()))
      return function.emitError()
             << "the new value of '" << updates << "' in @"
             << function.getName()
             << " is not computed in the argument's own buffer: it would need "
                "a copy of state";
    if (!inPlace && failed(addOutput(function, terminator, i, value)))
      return failure();
  }
  terminator->setOperands({});
  if (failed(function.eraseResults(BitVector(function.getNumResults(), true))))
    return failure();
  auto unit = UnitAttr::get(function.getContext());
  for (unsigned i = 0, e = function.getNumArguments(); i < e; ++i)
    // The executor refuses buffers that overlap one that is written.
    function.setArgAttr(i, LLVM::LLVMDialect::getNoAliasAttrName(), unit);
  return success();
}

struct FinalizeBoundaryPass
    : lutra::impl::FinalizeBoundaryBase<FinalizeBoundaryPass> {
  void runOnOperation() override {
    for (auto function :
         llvm::make_early_inc_range(getOperation().getOps<func::FuncOp>()))
      if (!function.isExternal() && failed(finalize(function, getOperation())))
        return signalPassFailure();
  }
};

} // namespace
