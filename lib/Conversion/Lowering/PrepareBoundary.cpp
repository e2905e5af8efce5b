//===- PrepareBoundary.cpp - Say which arguments are updated in place -----===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements approx-prepare-boundary, which tells bufferization which
// arguments of a function it may write and where the new values of state live.
//
//===----------------------------------------------------------------------===//
#include "lutra/Conversion/Boundary.h"
#include "lutra/Conversion/Passes.h"
#include "lutra/Dialect/Approx/IR/Roles.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Interfaces/DestinationStyleOpInterface.h"
#include "llvm/ADT/StringMap.h"

namespace lutra {
#define GEN_PASS_DEF_PREPAREBOUNDARY
#include "lutra/Conversion/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;

namespace {

constexpr llvm::StringLiteral writableAttr =
    bufferization::BufferizationDialect::kWritableAttrName;

/// Replaces scalar arguments and results of `function` by 0-d tensors.
void wrapScalars(func::FuncOp function) {
  auto wrap = [](Type type) -> Type {
    return type.isIntOrFloat() ? RankedTensorType::get({}, type) : type;
  };
  SmallVector<Type> inputs, results;
  OpBuilder builder(function.getContext());
  builder.setInsertionPointToStart(&function.front());
  for (BlockArgument argument : function.getArguments()) {
    Type type = wrap(argument.getType());
    inputs.push_back(type);
    if (type == argument.getType())
      continue;
    argument.setType(type);
    auto extract = tensor::ExtractOp::create(builder, argument.getLoc(),
                                             argument, ValueRange());
    argument.replaceAllUsesExcept(extract, extract);
  }
  for (Type type : function.getResultTypes())
    results.push_back(wrap(type));
  function.walk([&](func::ReturnOp op) {
    builder.setInsertionPoint(op);
    for (OpOperand &operand : op->getOpOperands()) {
      Type type = results[operand.getOperandNumber()];
      if (type != operand.get().getType())
        operand.set(tensor::FromElementsOp::create(
            builder, op.getLoc(), cast<RankedTensorType>(type), operand.get()));
    }
  });
  function.setType(FunctionType::get(function.getContext(), inputs, results));
}

/// Makes every result of `function` arrive in the buffer of the argument that
/// its approx.updates names; the dialect has verified that there is one, of the
/// same type, and no other result for it.
void donate(func::FuncOp function) {
  llvm::StringMap<BlockArgument> arguments;
  for (BlockArgument argument : function.getArguments())
    arguments.try_emplace(approx::getArgName(function, argument.getArgNumber()),
                          argument);
  SmallVector<BlockArgument> updated;
  for (unsigned i = 0, e = function.getNumResults(); i < e; ++i) {
    StringRef name = approx::getResultUpdates(function, i);
    updated.push_back(name.empty() ? BlockArgument() : arguments.lookup(name));
  }
  for (BlockArgument argument : updated)
    if (argument)
      function.setArgAttr(argument.getArgNumber(), writableAttr,
                          BoolAttr::get(function.getContext(), true));
  function.walk([&](func::ReturnOp op) {
    OpBuilder builder(op);
    for (auto [argument, operand] : llvm::zip(updated, op->getOpOperands())) {
      Value value = operand.get();
      auto materialize =
          value.getDefiningOp<bufferization::MaterializeInDestinationOp>();
      if (!argument || value == argument ||
          (materialize && materialize.getDest() == argument))
        continue;
      auto placed = bufferization::MaterializeInDestinationOp::create(
          builder, op.getLoc(), argument.getType(), value, argument);
      operand.set(placed.getResult());
    }
  });
}

/// Whether `value` comes about by writing to `destination`.
bool isWrittenTo(Value value, Value destination) {
  while (value != destination) {
    auto result = dyn_cast<OpResult>(value);
    if (!result)
      return false;
    if (auto op = dyn_cast<DestinationStyleOpInterface>(result.getOwner()))
      value = op.getTiedOpOperand(result)->get();
    else if (auto loop = dyn_cast<scf::ForOp>(result.getOwner()))
      value = loop.getInitArgs()[result.getResultNumber()];
    else
      return false;
  }
  return true;
}

/// Copies what a loop yields in another place than the one it carries it in (a
/// swap, a delay line): putting it there at the end of an iteration would
/// overwrite what is still to be read.
void copyExchanged(scf::ForOp loop) {
  Operation *yield = loop.getBody()->getTerminator();
  OpBuilder builder(yield);
  for (auto [argument, operand] :
       llvm::zip(loop.getRegionIterArgs(), yield->getOpOperands())) {
    Value carried = argument, value = operand.get();
    auto type = dyn_cast<RankedTensorType>(value.getType());
    if (!type || llvm::none_of(loop.getRegionIterArgs(), [&](Value other) {
          return other != carried && isWrittenTo(value, other);
        }))
      continue;
    // A carried value as it came, before anything is written.
    if (isa<BlockArgument>(value))
      builder.setInsertionPointToStart(loop.getBody());
    else
      builder.setInsertionPoint(yield);
    operand.set(bufferization::AllocTensorOp::create(
        builder, yield->getLoc(), type, /*dynamicSizes=*/ValueRange(),
        /*copy=*/value));
  }
}

/// Makes what a loop carries stay in one buffer: the next value is put where
/// the last one was. Bufferization would allocate one in every iteration.
void carryInPlace(scf::ForOp loop) {
  copyExchanged(loop);
  Operation *yield = loop.getBody()->getTerminator();
  OpBuilder builder(yield);
  for (auto [argument, operand] :
       llvm::zip(loop.getRegionIterArgs(), yield->getOpOperands())) {
    if (!isa<RankedTensorType>(argument.getType()) ||
        isWrittenTo(operand.get(), argument))
      continue;
    auto placed = bufferization::MaterializeInDestinationOp::create(
        builder, yield->getLoc(), argument.getType(), operand.get(), argument);
    operand.set(placed.getResult());
  }
}

/// Says of one argument whether it is donated, to bufferization and, since
/// bufferization drops its own attribute, to approx-finalize-boundary.
void markArgument(func::FuncOp function, unsigned index) {
  auto writable = function.getArgAttrOfType<BoolAttr>(index, writableAttr);
  if (writable && writable.getValue())
    function.setArgAttr(index, boundary::donatedAttr,
                        UnitAttr::get(function.getContext()));
  else if (isa<TensorType>(function.getArgumentTypes()[index]))
    function.setArgAttr(index, writableAttr,
                        BoolAttr::get(function.getContext(), false));
}

struct PrepareBoundaryPass
    : lutra::impl::PrepareBoundaryBase<PrepareBoundaryPass> {
  void runOnOperation() override {
    for (auto function : getOperation().getOps<func::FuncOp>()) {
      if (function.isExternal() ||
          !SymbolTable::symbolKnownUseEmpty(function, getOperation()))
        continue;
      wrapScalars(function);
      function.walk(carryInPlace);
      donate(function);
      for (BlockArgument argument : function.getArguments())
        markArgument(function, argument.getArgNumber());
    }
  }
};

} // namespace
