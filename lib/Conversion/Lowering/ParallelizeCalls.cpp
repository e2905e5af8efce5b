//===- ParallelizeCalls.cpp - Marked calls on the runtime's threads -------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements approx-parallelize-calls. It works on the LLVM dialect,
// where every argument is a plain value that can be put in a structure.
//
//===----------------------------------------------------------------------===//
#include "../ApproxToRuntime/RuntimeEntries.h"
#include "lutra/Conversion/Boundary.h"
#include "lutra/Conversion/Passes.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace lutra {
#define GEN_PASS_DEF_PARALLELIZECALLS
#include "lutra/Conversion/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;

namespace {

class Parallelizer {
public:
  explicit Parallelizer(ModuleOp module)
      : module(module), context(module.getContext()),
        pointer(LLVM::LLVMPointerType::get(context)),
        i64(IntegerType::get(context, 64)) {}

  LogicalResult rewrite(LLVM::CallOp call) {
    auto grain = call->getAttrOfType<IntegerAttr>(boundary::grainAttr);
    if (!grain || !call.getCallee() || call.getNumOperands() < 2 ||
        call.getNumResults() != 0)
      return call.emitOpError()
             << "with '" << boundary::grainAttr
             << "' must be a direct call f(begin, end, ...) without results";
    SmallVector<Value> captured(call.getArgOperands().drop_front(2));
    auto structType = LLVM::LLVMStructType::getLiteral(
        context, llvm::to_vector(ValueRange(captured).getTypes()));
    LLVM::LLVMFuncOp piece = makePiece(call, structType);

    auto function = call->getParentOfType<LLVM::LLVMFuncOp>();
    ImplicitLocOpBuilder builder(call.getLoc(), context);
    builder.setInsertionPointToStart(&function.front());
    Value one = LLVM::ConstantOp::create(builder, i64, 1);
    Value data = LLVM::AllocaOp::create(builder, pointer, structType, one);
    builder.setInsertionPoint(call);
    for (auto [i, value] : llvm::enumerate(captured))
      LLVM::StoreOp::create(builder, value,
                            fieldAddress(builder, structType, data, i));
    LLVM::LLVMFuncOp entry = declareParallelFor();
    Value contextValue = LLVM::LoadOp::create(
        builder, pointer,
        LLVM::AddressOfOp::create(builder, pointer, boundary::contextGlobal));
    Value body = LLVM::AddressOfOp::create(builder, piece);
    Value grainValue = LLVM::ConstantOp::create(builder, i64, grain.getInt());
    LLVM::CallOp::create(builder, entry,
                         ValueRange{contextValue, body, data,
                                    call.getOperand(0), call.getOperand(1),
                                    grainValue});
    call.erase();
    return success();
  }

private:
  Value fieldAddress(ImplicitLocOpBuilder &builder, Type structType, Value data,
                     int32_t index) {
    return LLVM::GEPOp::create(builder, pointer, structType, data,
                               ArrayRef<LLVM::GEPArg>{0, index});
  }

  /// void piece(data, begin, end): unpacks and calls the function of loops. All
  /// calls of one function share it.
  LLVM::LLVMFuncOp makePiece(LLVM::CallOp call,
                             LLVM::LLVMStructType structType) {
    std::string name = (*call.getCallee() + "_piece").str();
    if (auto existing = module.lookupSymbol<LLVM::LLVMFuncOp>(name))
      return existing;
    ImplicitLocOpBuilder builder(call.getLoc(), context);
    builder.setInsertionPointToEnd(module.getBody());
    auto type = LLVM::LLVMFunctionType::get(LLVM::LLVMVoidType::get(context),
                                            {pointer, i64, i64});
    auto piece =
        LLVM::LLVMFuncOp::create(builder, name, type, LLVM::Linkage::Internal);
    Block *block = piece.addEntryBlock(builder);
    builder.setInsertionPointToStart(block);
    SmallVector<Value> operands = {block->getArgument(1),
                                   block->getArgument(2)};
    for (auto [i, field] : llvm::enumerate(structType.getBody()))
      operands.push_back(LLVM::LoadOp::create(
          builder, field,
          fieldAddress(builder, structType, block->getArgument(0), i)));
    LLVM::CallOp::create(builder, TypeRange(), call.getCalleeAttr(), operands);
    LLVM::ReturnOp::create(builder, ValueRange());
    return piece;
  }

  LLVM::LLVMFuncOp declareParallelFor() {
    constexpr llvm::StringLiteral name = "lutra_rt_parallel_for";
    if (auto existing = module.lookupSymbol<LLVM::LLVMFuncOp>(name))
      return existing;
    SmallVector<Type> parameters;
    for (char letter : getRuntimeEntry("parallel_for").parameters)
      parameters.push_back(letter == 'i' ? Type(i64) : Type(pointer));
    ImplicitLocOpBuilder builder(module.getLoc(), context);
    builder.setInsertionPointToStart(module.getBody());
    return LLVM::LLVMFuncOp::create(
        builder, name,
        LLVM::LLVMFunctionType::get(builder.getI32Type(), parameters));
  }

  ModuleOp module;
  MLIRContext *context;
  LLVM::LLVMPointerType pointer;
  IntegerType i64;
};

struct ParallelizeCallsPass
    : lutra::impl::ParallelizeCallsBase<ParallelizeCallsPass> {
  void runOnOperation() override {
    ModuleOp module = getOperation();
    SmallVector<LLVM::CallOp> calls;
    module.walk([&](LLVM::CallOp call) {
      if (call->hasAttr(boundary::grainAttr))
        calls.push_back(call);
    });
    if (calls.empty())
      return;
    if (!module.lookupSymbol(boundary::contextGlobal)) {
      module.emitError() << "has calls with '" << boundary::grainAttr
                         << "' but no @" << boundary::contextGlobal
                         << ", the runtime's context";
      return signalPassFailure();
    }
    Parallelizer parallelizer(module);
    for (LLVM::CallOp call : calls)
      if (failed(parallelizer.rewrite(call)))
        return signalPassFailure();
  }
};

} // namespace
