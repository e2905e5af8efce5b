//===- RuntimeCalls.cpp - Builds calls of the runtime ---------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file builds what calls of the runtime consist of: declarations, plain
// pointers and strides, and the function that makes handles of tables when the
// module starts.
//
//===----------------------------------------------------------------------===//
#include "RuntimeCalls.h"
#include "lutra/Conversion/Boundary.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

using namespace mlir;
using namespace lutra;

RuntimeModule::RuntimeModule(ModuleOp module)
    : module(module),
      pointerType(LLVM::LLVMPointerType::get(module.getContext())),
      i64Type(IntegerType::get(module.getContext(), 64)) {}

func::FuncOp RuntimeModule::declare(const RuntimeEntry &entry) {
  std::string name = ("lutra_rt_" + entry.name).str();
  if (auto existing = module.lookupSymbol<func::FuncOp>(name))
    return existing;
  OpBuilder builder = OpBuilder::atBlockBegin(module.getBody());
  SmallVector<Type> inputs;
  for (char letter : entry.parameters)
    inputs.push_back(letter == 'i' ? i64Type : pointerType);
  auto function = func::FuncOp::create(
      builder, module.getLoc(), name,
      builder.getFunctionType(inputs, builder.getI32Type()));
  function.setPrivate();
  for (auto [i, letter] : llvm::enumerate(entry.parameters))
    if (letter == 'c')
      function.setArgAttr(i, LLVM::LLVMDialect::getReadonlyAttrName(),
                          builder.getUnitAttr());
  return function;
}

Value RuntimeModule::call(OpBuilder &builder, Location loc, StringRef name,
                          ValueRange arguments) {
  const RuntimeEntry &entry = getRuntimeEntry(name);
  assert(arguments.size() == entry.parameters.size() &&
         "arguments differ from lutra_runtime.def");
  return func::CallOp::create(builder, loc, declare(entry), arguments)
      .getResult(0);
}

Value RuntimeModule::addressOf(OpBuilder &builder, Location loc,
                               StringRef global) {
  return LLVM::AddressOfOp::create(builder, loc, pointerType, global);
}

OpBuilder RuntimeModule::getInitBuilder() {
  if (auto init = module.lookupSymbol<func::FuncOp>(boundary::moduleInitName))
    return OpBuilder(init.front().getTerminator());
  Location loc = module.getLoc();
  OpBuilder builder = OpBuilder::atBlockBegin(module.getBody());
  auto global = LLVM::GlobalOp::create(
      builder, loc, pointerType, /*isConstant=*/false, LLVM::Linkage::Internal,
      boundary::contextGlobal, /*value=*/Attribute());
  {
    OpBuilder::InsertionGuard guard(builder);
    builder.createBlock(&global.getInitializerRegion());
    Value null = LLVM::ZeroOp::create(builder, loc, pointerType);
    LLVM::ReturnOp::create(builder, loc, null);
  }
  auto init = func::FuncOp::create(builder, loc, boundary::moduleInitName,
                                   builder.getFunctionType({pointerType}, {}));
  Block *block = init.addEntryBlock();
  builder.setInsertionPointToStart(block);
  LLVM::StoreOp::create(builder, loc, block->getArgument(0),
                        addressOf(builder, loc, boundary::contextGlobal));
  auto end = func::ReturnOp::create(builder, loc);
  return OpBuilder(end);
}

bool RuntimeModule::isUsed() {
  return module.lookupSymbol<func::FuncOp>(boundary::moduleInitName) != nullptr;
}

Value RuntimeModule::getContext(OpBuilder &builder, Location loc) {
  ensureInit();
  return LLVM::LoadOp::create(builder, loc, pointerType,
                              addressOf(builder, loc, boundary::contextGlobal));
}

std::string RuntimeModule::unusedName(const Twine &name) {
  std::string result = name.str();
  for (unsigned i = 1; module.lookupSymbol(result); ++i)
    result = (name + "_" + Twine(i)).str();
  return result;
}

Value RuntimeModule::getTable(OpBuilder &builder, Location loc, StringRef hint,
                              DenseElementsAttr table) {
  std::string &name = tables[table];
  if (name.empty()) {
    name = unusedName("lutra_table_" + hint);
    OpBuilder globals = OpBuilder::atBlockBegin(module.getBody());
    auto arrayType = LLVM::LLVMArrayType::get(table.getElementType(),
                                              table.getNumElements());
    LLVM::GlobalOp::create(globals, loc, arrayType, /*isConstant=*/true,
                           LLVM::Linkage::Internal, name, table,
                           /*alignment=*/64);
  }
  return addressOf(builder, loc, name);
}

Value RuntimeModule::getTableHandle(OpBuilder &builder, Location loc,
                                    StringRef create, StringRef hint,
                                    ArrayRef<int64_t> operandTypes,
                                    DenseElementsAttr table) {
  Attribute key =
      builder.getArrayAttr({builder.getStringAttr(create),
                            builder.getDenseI64ArrayAttr(operandTypes), table});
  std::string &name = handles[key];
  if (name.empty()) {
    name = unusedName("lutra_handle_" + hint);
    OpBuilder init = getInitBuilder();
    OpBuilder globals = OpBuilder::atBlockBegin(module.getBody());
    LLVM::GlobalOp::create(globals, loc, i64Type, /*isConstant=*/false,
                           LLVM::Linkage::Internal, name,
                           globals.getI64IntegerAttr(0));
    CallArguments arguments(init, loc);
    arguments.value(init.getInsertionBlock()->getArgument(0));
    for (int64_t value : operandTypes)
      arguments.integer(value);
    arguments.value(getTable(init, loc, hint, table))
        .value(addressOf(init, loc, name));
    call(init, loc, create, arguments.get());
  }
  return LLVM::LoadOp::create(builder, loc, i64Type,
                              addressOf(builder, loc, name));
}

//===----------------------------------------------------------------------===//
// Arguments
//===----------------------------------------------------------------------===//

std::optional<unsigned> IndexedBuffer::dimensionOf(unsigned loop) const {
  for (auto [i, expr] : llvm::enumerate(map.getResults()))
    if (expr.isFunctionOfDim(loop))
      return i;
  return std::nullopt;
}

CallArguments &CallArguments::integer(int64_t value) {
  values.push_back(arith::ConstantOp::create(builder, loc,
                                             builder.getI64IntegerAttr(value)));
  return *this;
}

CallArguments &CallArguments::nullPointer() {
  values.push_back(LLVM::ZeroOp::create(
      builder, loc, LLVM::LLVMPointerType::get(builder.getContext())));
  return *this;
}

CallArguments &CallArguments::pointer(Value memref) {
  auto type = cast<MemRefType>(memref.getType());
  auto [strides, offset] = type.getStridesAndOffset();
  Value address =
      memref::ExtractAlignedPointerAsIndexOp::create(builder, loc, memref);
  int64_t elementBytes = (type.getElementTypeBitWidth() + 7) / 8;
  if (offset != 0) {
    Value elements;
    if (ShapedType::isDynamic(offset))
      elements = memref::ExtractStridedMetadataOp::create(builder, loc, memref)
                     .getOffset();
    else
      elements = arith::ConstantIndexOp::create(builder, loc, offset);
    Value bytes = arith::MulIOp::create(
        builder, loc, elements,
        arith::ConstantIndexOp::create(builder, loc, elementBytes));
    address = arith::AddIOp::create(builder, loc, address, bytes);
  }
  address =
      arith::IndexCastOp::create(builder, loc, builder.getI64Type(), address);
  values.push_back(LLVM::IntToPtrOp::create(
      builder, loc, LLVM::LLVMPointerType::get(builder.getContext()), address));
  return *this;
}

CallArguments &CallArguments::strided(const IndexedBuffer &operand,
                                      ArrayRef<std::optional<unsigned>> loops) {
  pointer(operand.buffer);
  auto [strides, offset] = operand.type().getStridesAndOffset();
  for (std::optional<unsigned> loop : loops) {
    std::optional<unsigned> dimension =
        loop ? operand.dimensionOf(*loop) : std::nullopt;
    integer(dimension ? strides[*dimension] : 0);
  }
  return *this;
}

bool lutra::hasStaticStrides(MemRefType type) {
  SmallVector<int64_t> strides;
  int64_t offset;
  return type.hasStaticShape() &&
         succeeded(type.getStridesAndOffset(strides, offset)) &&
         !ShapedType::isDynamicShape(strides);
}
