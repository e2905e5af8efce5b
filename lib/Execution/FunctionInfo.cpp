//===- FunctionInfo.cpp - What a compiled function takes ------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file reads the signatures of functions of buffers for the executor.
//
//===----------------------------------------------------------------------===//
#include "lutra/Conversion/Boundary.h"
#include "lutra/Dialect/Approx/IR/Roles.h"
#include "lutra/Execution/Executable.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

using namespace mlir;
using namespace lutra;

namespace {

struct ElementTypeRow {
  ElementType type;
  const char *name;
  unsigned bytes;
};
/// One row per value of ElementType, in order.
constexpr ElementTypeRow elementTypes[] = {
    {ElementType::F32, "f32", 4}, {ElementType::F64, "f64", 8},
    {ElementType::I1, "i1", 1},   {ElementType::I8, "i8", 1},
    {ElementType::I16, "i16", 2}, {ElementType::I32, "i32", 4},
    {ElementType::I64, "i64", 8}};

std::optional<ElementType> getElementType(Type type) {
  std::string name;
  llvm::raw_string_ostream(name) << type;
  for (const ElementTypeRow &row : elementTypes)
    if (name == row.name)
      return row.type;
  return std::nullopt;
}

} // namespace

StringRef lutra::getElementTypeName(ElementType type) {
  return elementTypes[static_cast<unsigned>(type)].name;
}

unsigned lutra::getElementSize(ElementType type) {
  return elementTypes[static_cast<unsigned>(type)].bytes;
}

llvm::Expected<std::vector<FunctionInfo>>
lutra::collectFunctionInfo(ModuleOp module) {
  std::vector<FunctionInfo> functions;
  for (auto function : module.getOps<func::FuncOp>()) {
    if (function.isExternal() || !function.isPublic())
      continue;
    FunctionInfo info;
    info.name = function.getName().str();
    if (auto names =
            function->getAttrOfType<ArrayAttr>(approx::attrs::statusNames))
      for (auto name : names.getAsRange<StringAttr>())
        info.statusNames.push_back(name.str());
    for (BlockArgument argument : function.getArguments()) {
      unsigned number = argument.getArgNumber();
      auto type = dyn_cast<MemRefType>(argument.getType());
      std::optional<ElementType> element =
          type ? getElementType(type.getElementType()) : std::nullopt;
      if (!element || !type.hasStaticShape() || !type.getLayout().isIdentity())
        return llvm::createStringError(
            "@" + info.name +
            " is not a function of buffers of static shape; "
            "lower it with approx-lower-to-cpu");
      if (function.getArgAttr(number, boundary::workspaceAttr)) {
        info.workspaceBytes = type.getNumElements();
        continue;
      }
      ArgumentInfo description;
      auto getString = [&](StringRef key) {
        auto attr = function.getArgAttrOfType<StringAttr>(number, key);
        return attr ? attr.str() : std::string();
      };
      description.name = getString(approx::attrs::name);
      description.role = getString(approx::attrs::role);
      description.elementType = *element;
      description.sizes.assign(type.getShape().begin(), type.getShape().end());
      if (auto bounds = function.getArgAttrOfType<DenseI64ArrayAttr>(
              number, approx::attrs::bounds))
        description.bounds.assign(bounds.asArrayRef().begin(),
                                  bounds.asArrayRef().end());
      description.isDonated =
          bool(function.getArgAttr(number, boundary::donatedAttr));
      description.isOutput =
          bool(function.getArgAttr(number, boundary::outputAttr));
      info.arguments.push_back(std::move(description));
    }
    functions.push_back(std::move(info));
  }
  return functions;
}
