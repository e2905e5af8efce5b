//===- ApproxDialect.cpp - The approx dialect -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/IR/ApproxDialect.h"
#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace lutra::approx;

#include "lutra/Dialect/Approx/IR/ApproxDialect.cpp.inc"
#include "lutra/Dialect/Approx/IR/ApproxEnums.cpp.inc"

#define GET_ATTRDEF_CLASSES
#include "lutra/Dialect/Approx/IR/ApproxAttributes.cpp.inc"

void ApproxDialect::initialize() {
  addOperations<
#define GET_OP_LIST
#include "lutra/Dialect/Approx/IR/ApproxOps.cpp.inc"
      >();
  addAttributes<
#define GET_ATTRDEF_LIST
#include "lutra/Dialect/Approx/IR/ApproxAttributes.cpp.inc"
      >();
}

LogicalResult ApproxDialect::verifyOperationAttribute(Operation *op,
                                                      NamedAttribute attr) {
  return success();
}
LogicalResult ApproxDialect::verifyRegionArgAttribute(Operation *op,
                                                      unsigned region,
                                                      unsigned argument,
                                                      NamedAttribute attr) {
  return success();
}
LogicalResult ApproxDialect::verifyRegionResultAttribute(Operation *op,
                                                         unsigned region,
                                                         unsigned result,
                                                         NamedAttribute attr) {
  return success();
}

int64_t QTypeAttr::getLo() const {
  return isSigned() ? -(int64_t(1) << (getBits() - 1)) : 0;
}
int64_t QTypeAttr::getHi() const {
  return (int64_t(1) << (isSigned() ? getBits() - 1 : getBits())) - 1;
}
LogicalResult QTypeAttr::verify(function_ref<InFlightDiagnostic()> emitError,
                                IntegerType type) {
  return success();
}
LogicalResult GradientAttr::verify(function_ref<InFlightDiagnostic()> emitError,
                                   StringAttr spec) {
  return success();
}
