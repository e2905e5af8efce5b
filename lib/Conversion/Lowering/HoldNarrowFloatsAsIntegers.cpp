//===- HoldNarrowFloatsAsIntegers.cpp - f16 and bf16 as their bits --------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements approx-hold-narrow-floats-as-integers. Pointers are
// opaque, so that only values, constants and the elements that addresses are
// computed with have a type to replace.
//
//===----------------------------------------------------------------------===//
#include "lutra/Conversion/Passes.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/AttrTypeSubElements.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinOps.h"

namespace lutra {
#define GEN_PASS_DEF_HOLDNARROWFLOATSASINTEGERS
#include "lutra/Conversion/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;

namespace {

bool isNarrow(Type type) { return type.isF16() || type.isBF16(); }

struct HoldNarrowFloatsAsIntegersPass
    : lutra::impl::HoldNarrowFloatsAsIntegersBase<
          HoldNarrowFloatsAsIntegersPass> {
  void runOnOperation() override {
    auto i16 = IntegerType::get(&getContext(), 16);
    AttrTypeReplacer replacer;
    replacer.addReplacement([=](FloatType type) -> std::optional<Type> {
      return isNarrow(type) ? std::optional<Type>(i16) : std::nullopt;
    });
    using Replaced = std::optional<std::pair<Attribute, WalkResult>>;
    replacer.addReplacement([=](FloatAttr attr) -> Replaced {
      if (!isNarrow(attr.getType()))
        return std::nullopt;
      return std::pair(IntegerAttr::get(i16, attr.getValue().bitcastToAPInt()),
                       WalkResult::skip());
    });
    replacer.addReplacement([=](DenseElementsAttr attr) -> Replaced {
      if (!isNarrow(attr.getElementType()))
        return std::nullopt;
      return std::pair(attr.bitcast(i16), WalkResult::skip());
    });
    getOperation().walk([&](Operation *op) {
      if (isa_and_nonnull<LLVM::LLVMDialect>(op->getDialect()))
        replacer.replaceElementsIn(op, /*replaceAttrs=*/true,
                                   /*replaceLocs=*/false,
                                   /*replaceTypes=*/true);
    });
    getOperation().walk([](LLVM::BitcastOp op) {
      if (op.getType() != op.getArg().getType())
        return;
      op.replaceAllUsesWith(op.getArg());
      op.erase();
    });
  }
};

} // namespace
