//===- SeparateFills.cpp - A fill for each reader -------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements approx-separate-fills. A fill moves to its reader, so
// that its buffer lives no longer than it must. Empty tensors that are one
// after common subexpression elimination become many again: bufferization
// compares everything that is written to one tensor with everything that is
// read of it, which takes cubic time where all layers write to one.
//
//===----------------------------------------------------------------------===//
#include "lutra/Conversion/Passes.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

namespace lutra {
#define GEN_PASS_DEF_SEPARATEFILLS
#include "lutra/Conversion/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;

namespace {

struct SeparateFillsPass : lutra::impl::SeparateFillsBase<SeparateFillsPass> {
  void runOnOperation() override {
    SmallVector<linalg::FillOp> fills;
    getOperation().walk([&](linalg::FillOp fill) {
      if (fill.hasPureTensorSemantics() &&
          fill.getOutputs()[0].getDefiningOp<tensor::EmptyOp>())
        fills.push_back(fill);
    });
    for (linalg::FillOp fill : fills)
      separate(fill);
    SmallVector<tensor::EmptyOp> empties;
    getOperation().walk(
        [&](tensor::EmptyOp empty) { empties.push_back(empty); });
    for (tensor::EmptyOp empty : empties)
      separate(empty);
  }

  /// The contents of an empty tensor are those of no other.
  void separate(tensor::EmptyOp empty) {
    for (OpOperand &use :
         llvm::make_early_inc_range(llvm::drop_begin(empty->getUses()))) {
      Operation *reader = use.getOwner();
      bool isNear = reader->getBlock() == empty->getBlock();
      OpBuilder builder(isNear ? reader : empty.getOperation());
      use.set(builder.clone(*empty)->getResult(0));
    }
  }

  void separate(linalg::FillOp fill) {
    Operation *empty = fill.getOutputs()[0].getDefiningOp();
    for (OpOperand &use :
         llvm::make_early_inc_range(fill->getResult(0).getUses())) {
      Operation *reader = use.getOwner();
      // The result of a region stays where it is.
      if (reader->hasTrait<OpTrait::IsTerminator>())
        continue;
      OpBuilder builder(reader);
      Operation *ownEmpty = builder.clone(*empty);
      IRMapping mapping;
      mapping.map(empty->getResult(0), ownEmpty->getResult(0));
      use.set(builder.clone(*fill, mapping)->getResult(0));
    }
    if (fill->use_empty())
      fill.erase();
    if (empty->use_empty())
      empty->erase();
  }
};

} // namespace
