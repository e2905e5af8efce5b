//===- PrepareMarkers.cpp - Calls that stand for ops of ours -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An importer of another framework knows none of our ops, but it keeps a call
// of a function that is only declared: no pass can inline it, look through it
// or compute it. python/lutra/frontends/markers.py writes such calls.
//
//===----------------------------------------------------------------------===//
#include "Prepare.h"
#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

using namespace mlir;
using namespace lutra::approx;

/// What the function's name is or, before a dot, begins with: one function can
/// be called with one type only.
static constexpr StringLiteral stopGradient = "lutra.stop_gradient";

static bool isStopGradient(func::FuncOp func) {
  StringRef rest = func.getSymName();
  return func.isDeclaration() && rest.consume_front(stopGradient) &&
         (rest.empty() || rest.front() == '.');
}

static LogicalResult replaceCall(func::CallOp call) {
  if (call.getNumOperands() != 1 || call.getNumResults() != 1 ||
      call.getOperand(0).getType() != call.getResult(0).getType() ||
      !isa<RankedTensorType>(call.getOperand(0).getType()))
    return call.emitError("expects @") << call.getCallee()
                                       << " to take a ranked tensor and to "
                                          "return one of the same type, got "
                                       << call.getCalleeType();
  Value value = call.getOperand(0);
  // What has no floats has no derivative.
  if (isa<FloatType>(getElementTypeOrSelf(value.getType()))) {
    OpBuilder builder(call);
    value = StopGradientOp::create(builder, call.getLoc(), value);
  }
  call.getResult(0).replaceAllUsesWith(value);
  call.erase();
  return success();
}

LogicalResult lutra::approx::prepareMarkers(ModuleOp module) {
  SymbolTable symbols(module);
  SmallVector<func::FuncOp> markers;
  for (auto func : module.getOps<func::FuncOp>())
    if (isStopGradient(func))
      markers.push_back(func);
  if (markers.empty())
    return success();
  SmallVector<func::CallOp> calls;
  module.walk([&](func::CallOp call) {
    if (llvm::is_contained(markers,
                           symbols.lookup<func::FuncOp>(call.getCallee())))
      calls.push_back(call);
  });
  for (func::CallOp call : calls)
    if (failed(replaceCall(call)))
      return failure();
  for (func::FuncOp marker : markers)
    if (SymbolTable::symbolKnownUseEmpty(marker, module))
      symbols.erase(marker);
  return success();
}
