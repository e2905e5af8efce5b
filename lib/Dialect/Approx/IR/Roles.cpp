//===- Roles.cpp - Roles and names of arguments and results -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads and writes the role, name and update attributes of signatures.
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/IR/Roles.h"

using namespace mlir;

namespace lutra::approx {

static std::optional<Role> toRole(StringAttr attr) {
  return attr ? symbolizeRole(attr.getValue()) : std::nullopt;
}

static StringRef toString(StringAttr attr) {
  return attr ? attr.getValue() : StringRef();
}

std::optional<Role> getArgRole(func::FuncOp func, unsigned index) {
  return toRole(func.getArgAttrOfType<StringAttr>(index, attrs::role));
}

std::optional<Role> getResultRole(func::FuncOp func, unsigned index) {
  return toRole(func.getResultAttrOfType<StringAttr>(index, attrs::role));
}

StringRef getArgName(func::FuncOp func, unsigned index) {
  return toString(func.getArgAttrOfType<StringAttr>(index, attrs::name));
}

StringRef getResultUpdates(func::FuncOp func, unsigned index) {
  return toString(func.getResultAttrOfType<StringAttr>(index, attrs::updates));
}

void boundArgument(func::FuncOp func, unsigned index, int64_t low,
                   int64_t high) {
  if (auto old =
          func.getArgAttrOfType<DenseI64ArrayAttr>(index, attrs::bounds)) {
    low = std::max(low, old[0]);
    high = std::min(high, old[1]);
  }
  func.setArgAttr(index, attrs::bounds,
                  DenseI64ArrayAttr::get(func.getContext(), {low, high}));
}

static StringAttr stringAttr(func::FuncOp func, StringRef text) {
  return StringAttr::get(func.getContext(), text);
}

void setArgRole(func::FuncOp func, unsigned index, Role role, StringRef name) {
  func.setArgAttr(index, attrs::role, stringAttr(func, stringifyRole(role)));
  func.setArgAttr(index, attrs::name, stringAttr(func, name));
}

void setResultRole(func::FuncOp func, unsigned index, Role role) {
  func.setResultAttr(index, attrs::role, stringAttr(func, stringifyRole(role)));
}

void setResultUpdates(func::FuncOp func, unsigned index, StringRef name) {
  func.setResultAttr(index, attrs::updates, stringAttr(func, name));
}

BlockArgument appendArg(func::FuncOp func, Type type, Role role,
                        StringRef name) {
  unsigned index = func.getNumArguments();
  // Fails only for a function type that cannot grow, which FuncOp's can.
  (void)func.insertArgument(index, type, DictionaryAttr(), func.getLoc());
  setArgRole(func, index, role, name);
  return func.getArgument(index);
}

void insertResult(func::FuncOp func, unsigned index, Value value, Role role,
                  StringRef updates) {
  (void)func.insertResult(index, value.getType(), DictionaryAttr());
  setResultRole(func, index, role);
  if (!updates.empty())
    setResultUpdates(func, index, updates);
  func.getBody().front().getTerminator()->insertOperands(index, value);
}

void appendResult(func::FuncOp func, Value value, Role role,
                  StringRef updates) {
  insertResult(func, func.getNumResults(), value, role, updates);
}

std::optional<unsigned> findArg(func::FuncOp func, StringRef name) {
  for (unsigned i = 0, e = func.getNumArguments(); i < e; ++i)
    if (getArgName(func, i) == name)
      return i;
  return std::nullopt;
}

std::optional<unsigned> findResult(func::FuncOp func, Role role) {
  for (unsigned i = 0, e = func.getNumResults(); i < e; ++i)
    if (getResultRole(func, i) == role)
      return i;
  return std::nullopt;
}

func::ReturnOp getSingleReturn(func::FuncOp func) {
  if (func.isDeclaration()) {
    func.emitError("expects a function with a body, got a declaration");
    return {};
  }
  if (!func.getBody().hasOneBlock()) {
    func.emitError("expects a function of one block, got ")
        << func.getBody().getBlocks().size()
        << " (control flow between blocks is not supported)";
    return {};
  }
  return cast<func::ReturnOp>(func.getBody().front().getTerminator());
}

func::FuncOp findFunction(ModuleOp module, StringRef name) {
  SmallVector<func::FuncOp> candidates;
  for (auto func : module.getOps<func::FuncOp>())
    if (!func.isDeclaration() && func.isPublic())
      candidates.push_back(func);
  StringRef wanted = name.empty() ? "main" : name;
  if (auto func = module.lookupSymbol<func::FuncOp>(wanted))
    if (!func.isDeclaration())
      return func;
  if (name.empty() && candidates.size() == 1)
    return candidates.front();

  InFlightDiagnostic error = module.emitError();
  if (name.empty())
    error << "expects @main or exactly one public function with a body";
  else
    error << "no function @" << name << " with a body";
  error << "; the module has ";
  if (candidates.empty())
    error << "none";
  llvm::interleaveComma(candidates, error, [&](func::FuncOp func) {
    error << "@" << func.getSymName();
  });
  return {};
}

} // namespace lutra::approx
