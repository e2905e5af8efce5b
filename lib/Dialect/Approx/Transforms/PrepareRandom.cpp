//===- PrepareRandom.cpp - Random numbers from a seed argument -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// PyTorch's importer keeps the state of its random numbers in a global variable
// that every draw advances. A function that is differentiated and called again
// and again has no such state: the value that the variable would have at its
// start becomes an argument of role seed, and what each draw stores is what the
// next one loads. Draws stay distinct, and a call is a function of its seed.
//
//===----------------------------------------------------------------------===//
#include "Prepare.h"
#include "mlir/Dialect/MLProgram/IR/MLProgram.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace lutra::approx;

/// What the importer calls the variable.
static constexpr StringLiteral seedSymbol = "global_seed";

static bool isSeed(ml_program::GlobalOp global) {
  auto type = dyn_cast<RankedTensorType>(global.getType());
  return global.getSymName() == seedSymbol && type && type.getRank() == 0 &&
         type.getElementType().isSignlessInteger(64);
}

/// An argument name that starts with "seed" and that `func` does not have yet.
static std::string unusedName(func::FuncOp func) {
  std::string name = "seed";
  for (unsigned i = 0; findArg(func, name); ++i)
    name = "seed" + std::to_string(i);
  return name;
}

/// What a store leaves in the variable. A scalar that was inserted into the old
/// value does not depend on it.
static Value storedValue(ml_program::GlobalStoreOp store) {
  auto insert = store.getValue().getDefiningOp<tensor::InsertOp>();
  if (!insert)
    return store.getValue();
  OpBuilder builder(store);
  return tensor::FromElementsOp::create(
      builder, store.getLoc(), insert.getDest().getType(), insert.getScalar());
}

/// Replaces the loads and stores of the variable in `func`, which has one
/// block.
static LogicalResult threadSeed(func::FuncOp func,
                                ml_program::GlobalOp global) {
  std::optional<SymbolTable::UseRange> uses =
      SymbolTable::getSymbolUses(global, func->getParentOp());
  if (!uses)
    return global.emitError("@")
           << seedSymbol << " is used by ops that cannot be analysed";
  for (SymbolTable::SymbolUse use : *uses) {
    Operation *user = use.getUser();
    if (!isa<ml_program::GlobalLoadOp, ml_program::GlobalStoreOp>(user))
      return user->emitError("cannot use @")
             << seedSymbol << ": expected loads and stores only";
    auto parent = user->getParentOfType<func::FuncOp>();
    if (parent == func && user->getBlock() != &func.getBody().front())
      return user->emitError("cannot draw random numbers within ")
             << user->getParentOp()->getName()
             << ": the number of draws before each must be known";
  }

  Value seed;
  SmallVector<Operation *> replaced;
  for (Operation &op : func.getBody().front()) {
    auto load = dyn_cast<ml_program::GlobalLoadOp>(op);
    auto store = dyn_cast<ml_program::GlobalStoreOp>(op);
    if (!load && !store)
      continue;
    if (!seed)
      seed = appendArg(func, global.getType(), Role::Seed, unusedName(func));
    if (load)
      load.getResult().replaceAllUsesWith(seed);
    else
      seed = storedValue(store);
    replaced.push_back(&op);
  }
  for (Operation *op : llvm::reverse(replaced))
    op->erase();
  if (SymbolTable::symbolKnownUseEmpty(global, func->getParentOp()))
    global.erase();
  return success();
}

LogicalResult lutra::approx::prepareRandomNumbers(func::FuncOp func) {
  auto module = func->getParentOfType<ModuleOp>();
  ml_program::GlobalOp seed;
  for (auto global : module.getOps<ml_program::GlobalOp>()) {
    if (!isSeed(global))
      return global.emitError("cannot keep state in @")
             << global.getSymName() << " (" << global.getType()
             << "): expected arguments and results for it, and no other "
                "variable than @"
             << seedSymbol << " (tensor<i64>), of PyTorch's random numbers";
    seed = global;
  }
  return seed ? threadSeed(func, seed) : success();
}
