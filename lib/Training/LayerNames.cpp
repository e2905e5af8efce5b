//===- LayerNames.cpp - What a contraction's layer is called --------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Layers are called as their weights are, for every pass that reports on them.
//
//===----------------------------------------------------------------------===//
#include "LayerNames.h"
#include "lutra/Dialect/Approx/IR/Roles.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace lutra::approx;

BlockArgument lutra::findWeight(Value operand) {
  while (Operation *op = operand.getDefiningOp()) {
    if (!isa<QuantizeOp, tensor::ExpandShapeOp, tensor::CollapseShapeOp,
             tensor::CastOp, tensor::ExtractSliceOp, linalg::TransposeOp>(op))
      return {};
    operand = op->getOperand(0);
  }
  return dyn_cast<BlockArgument>(operand);
}

bool lutra::isParameter(func::FuncOp func, BlockArgument weight) {
  return weight && weight.getOwner() == &func.getBody().front() &&
         getArgRole(func, weight.getArgNumber()) == Role::Parameter;
}

std::string lutra::layerName(func::FuncOp func, Operation *op,
                             BlockArgument weight) {
  if (!isParameter(func, weight))
    return "";
  if (auto name = op->getAttrOfType<StringAttr>(attrs::name))
    return name.str();
  StringRef name = getArgName(func, weight.getArgNumber());
  name.consume_back(".weight");
  return name.str();
}
