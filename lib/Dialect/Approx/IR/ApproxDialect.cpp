//===- ApproxDialect.cpp - The approx dialect -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Registers the dialect's ops and attributes; verifies the attributes.
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/IR/ApproxDialect.h"
#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "lutra/Dialect/Approx/IR/Multipliers.h"
#include "lutra/Dialect/Approx/IR/ShortText.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace lutra::approx;

/// `, narrow` or nothing.
static ParseResult parseNarrow(AsmParser &parser, bool &narrow) {
  narrow = succeeded(parser.parseOptionalComma());
  return narrow ? parser.parseKeyword("narrow") : success();
}
static void printNarrow(AsmPrinter &printer, bool narrow) {
  if (narrow)
    printer << ", narrow";
}

#include "lutra/Dialect/Approx/IR/ApproxDialect.cpp.inc"
#include "lutra/Dialect/Approx/IR/ApproxEnums.cpp.inc"

#define GET_ATTRDEF_CLASSES
#include "lutra/Dialect/Approx/IR/ApproxAttributes.cpp.inc"

#include "lutra/Dialect/Approx/IR/ApproxInterfaces.cpp.inc"

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

//===----------------------------------------------------------------------===//
// Attributes
//===----------------------------------------------------------------------===//

int64_t QTypeAttr::getLo() const {
  return lutra::approx::getOperandType(getType()).lo() + (getNarrow() ? 1 : 0);
}

int64_t QTypeAttr::getHi() const {
  return lutra::approx::getOperandType(getType()).hi();
}

LogicalResult QTypeAttr::verify(function_ref<InFlightDiagnostic()> emitError,
                                IntegerType type, bool narrow) {
  // M3
  if (type.isSignless() || type.getWidth() < lutra::OperandType::minBits ||
      type.getWidth() > lutra::OperandType::maxCodeBits)
    return emitError() << "expects a type from ui2 to ui8 or si2 to si8, got "
                       << type;
  // M8
  if (narrow && !type.isSigned())
    return emitError() << "expects a signed type for a narrow range, got "
                       << type;
  return success();
}

LogicalResult FamilyAttr::verify(function_ref<InFlightDiagnostic()> emitError,
                                 StringAttr name, DictionaryAttr parameters) {
  // M2
  if (name.empty())
    return emitError() << "expects the name of a multiplier family";
  if (parameters)
    for (NamedAttribute parameter : parameters)
      if (!isa<IntegerAttr, StringAttr>(parameter.getValue()))
        return emitError() << "expects an integer or a string for parameter '"
                           << parameter.getName().getValue() << "', got "
                           << shortText(parameter.getValue());
  return success();
}
