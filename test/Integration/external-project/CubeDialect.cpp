//===- CubeDialect.cpp - The example dialect and its derivative rule -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "CubeDialect.h"
#include "lutra/Autodiff/DifferentiableOpInterface.h"
#include "lutra/Autodiff/RuleBuilders.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/Builders.h"

#include "CubeDialect.cpp.inc"
#define GET_OP_CLASSES
#include "CubeOps.cpp.inc"

void cube::CubeDialect::initialize() {
  addOperations<
#define GET_OP_LIST
#include "CubeOps.cpp.inc"
      >();
}

namespace {

using namespace mlir;

/// The cotangent of x is 3 x^2 times that of x^3.
struct CubeDerivative
    : lutra::ad::DifferentiableOpInterface::ExternalModel<CubeDerivative,
                                                          cube::CubeOp> {
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         lutra::ad::VJPContext &context) const {
    auto cubeOp = cast<cube::CubeOp>(op);
    Location loc = op->getLoc();
    Value x = context.primal(cubeOp.getInput());
    Type elementType = getElementTypeOrSelf(x.getType());
    Value gradient = lutra::ad::buildElementwise(
        builder, loc, elementType, {x, context.cotangent(cubeOp.getOutput())},
        [&](OpBuilder &body, Location, ValueRange values) -> Value {
          Value three = arith::ConstantOp::create(
              body, loc, body.getFloatAttr(elementType, 3.0));
          Value square = arith::MulFOp::create(body, loc, values[0], values[0]);
          Value slope = arith::MulFOp::create(body, loc, three, square);
          return arith::MulFOp::create(body, loc, slope, values[1]);
        });
    context.accumulate(cubeOp.getInput(), gradient);
    return success();
  }
};

} // namespace

void cube::registerDerivative(DialectRegistry &registry) {
  registry.addExtension(+[](MLIRContext *context, CubeDialect *) {
    CubeOp::attachInterface<CubeDerivative>(*context);
  });
}
