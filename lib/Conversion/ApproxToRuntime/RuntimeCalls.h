//===- RuntimeCalls.h - Builds calls of the runtime -------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_CONVERSION_APPROXTORUNTIME_RUNTIMECALLS_H
#define LUTRA_LIB_CONVERSION_APPROXTORUNTIME_RUNTIMECALLS_H

#include "RuntimeEntries.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/AffineMap.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinOps.h"

namespace lutra {

/// The parts of a module that calls of the runtime need: declarations, the
/// context, and handles of tables, all made at most once.
class RuntimeModule {
public:
  explicit RuntimeModule(mlir::ModuleOp module);

  /// Calls lutra_rt_<name>(arguments...) and gives the status. It may be left
  /// to the context, which keeps the first failure.
  mlir::Value call(mlir::OpBuilder &builder, mlir::Location loc,
                   llvm::StringRef name, mlir::ValueRange arguments);

  /// Makes lutra_module_init, which keeps the context, unless it is there.
  void ensureInit() { (void)getInitBuilder(); }
  /// Whether anything was called so far.
  bool isUsed();
  /// The context that lutra_module_init was given.
  mlir::Value getContext(mlir::OpBuilder &builder, mlir::Location loc);

  /// The handle that `create` (multiplier_create, gradient_create) makes of a
  /// table when the module starts: one for each table and operand types,
  /// whatever it is called. `hint` becomes part of the names of its globals.
  mlir::Value getTableHandle(mlir::OpBuilder &builder, mlir::Location loc,
                             llvm::StringRef create, llvm::StringRef hint,
                             llvm::ArrayRef<int64_t> operandTypes,
                             mlir::DenseElementsAttr table);

  /// The address of a constant table; `hint` as above.
  mlir::Value getTable(mlir::OpBuilder &builder, mlir::Location loc,
                       llvm::StringRef hint, mlir::DenseElementsAttr table);

private:
  mlir::func::FuncOp declare(const RuntimeEntry &entry);
  /// lutra_module_init, made when first needed, and a builder at its end.
  mlir::OpBuilder getInitBuilder();
  mlir::Value addressOf(mlir::OpBuilder &builder, mlir::Location loc,
                        llvm::StringRef global);

  /// `name`, or with a number behind it where the module has a symbol of it.
  std::string unusedName(const llvm::Twine &name);

  mlir::ModuleOp module;
  mlir::Type pointerType, i64Type;
  /// Names of the globals, by what is in them: attributes are equal where their
  /// contents are. Handles are of a table, operand types and a kind.
  llvm::DenseMap<mlir::Attribute, std::string> tables, handles;
};

/// A memref whose dimensions are indexed by the loops of a contraction.
struct IndexedBuffer {
  mlir::Value buffer;
  mlir::AffineMap map;

  mlir::MemRefType type() const {
    return llvm::cast<mlir::MemRefType>(buffer.getType());
  }
  /// The dimension that `loop` alone, or with others, indexes.
  std::optional<unsigned> dimensionOf(unsigned loop) const;
};

/// The arguments of one call, built up in order.
class CallArguments {
public:
  CallArguments(mlir::OpBuilder &builder, mlir::Location loc)
      : builder(builder), loc(loc) {}

  CallArguments &integer(int64_t value);
  CallArguments &value(mlir::Value value) {
    values.push_back(value);
    return *this;
  }
  CallArguments &nullPointer();
  /// The address of a memref's first element.
  CallArguments &pointer(mlir::Value memref);
  /// Address, then for each of `loops` the stride of the dimension it indexes,
  /// 0 where it indexes none.
  CallArguments &strided(const IndexedBuffer &operand,
                         llvm::ArrayRef<std::optional<unsigned>> loops);
  mlir::ValueRange get() const { return values; }

private:
  mlir::OpBuilder &builder;
  mlir::Location loc;
  llvm::SmallVector<mlir::Value> values;
};

/// True when sizes and strides of `type` are static, which calls need; an
/// offset may be dynamic.
bool hasStaticStrides(mlir::MemRefType type);

} // namespace lutra

#endif // LUTRA_LIB_CONVERSION_APPROXTORUNTIME_RUNTIMECALLS_H
