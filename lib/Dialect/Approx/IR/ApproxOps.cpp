//===- ApproxOps.cpp - Multiplier and quantisation ops -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Verifiers of the multiplier and of the elementwise ops around contractions
// (these are in Contractions.cpp). Comments name the rule of the dialect's
// specification that a check enforces.
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "Verification.h"
#include "lutra/Dialect/Approx/IR/Multipliers.h"
#include "lutra/Dialect/Approx/IR/ShortText.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/TypeUtilities.h"
#include "llvm/ADT/StringExtras.h"
#include <limits>

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

#define GET_OP_CLASSES
#include "lutra/Dialect/Approx/IR/ApproxOps.cpp.inc"

//===----------------------------------------------------------------------===//
// MultiplierOp
//===----------------------------------------------------------------------===//

IntegerType MultiplierOp::getLhsType() { return cast<IntegerType>(getLhs()); }
IntegerType MultiplierOp::getRhsType() { return cast<IntegerType>(getRhs()); }
IntegerType MultiplierOp::getOperandType(unsigned index) {
  return index == 0 ? getLhsType() : getRhsType();
}

static LogicalResult verifyBounds(MultiplierOp op, StringRef name,
                                  std::optional<ArrayRef<int64_t>> bounds) {
  if (bounds && (bounds->size() != 2 || bounds->front() > bounds->back()))
    return op.emitOpError()
           << "expects " << name << " to be a smallest and a largest value";
  return success();
}

/// Accumulators are as wide as the bounds say (M5): false ones let sums wrap.
/// A table whose data was elided has none to compare with.
static LogicalResult verifyBoundsOfTable(MultiplierOp op) {
  auto verify = [&](auto entries) -> LogicalResult {
    unsigned lhsBits = op.getLhsType().getWidth();
    unsigned rhsBits = op.getRhsType().getWidth();
    auto valueOf = [](int64_t code, IntegerType type) {
      int64_t size = int64_t(1) << type.getWidth();
      return type.isSigned() && code >= size / 2 ? code - size : code;
    };
    int64_t least = *entries.begin(), most = least;
    int64_t leastError = std::numeric_limits<int64_t>::max();
    int64_t mostError = std::numeric_limits<int64_t>::min();
    auto entry = entries.begin();
    for (int64_t a = 0; a < int64_t(1) << lhsBits; ++a)
      for (int64_t b = 0; b < int64_t(1) << rhsBits; ++b, ++entry) {
        int64_t product = *entry;
        int64_t error =
            product - valueOf(a, op.getLhsType()) * valueOf(b, op.getRhsType());
        least = std::min(least, product);
        most = std::max(most, product);
        leastError = std::min(leastError, error);
        mostError = std::max(mostError, error);
      }
    auto verifyEqual = [&](StringRef name, ArrayRef<int64_t> given, int64_t low,
                           int64_t high) -> LogicalResult {
      if (given != ArrayRef<int64_t>{low, high})
        return op.emitOpError()
               << "expects " << name << " of its table, [" << low << ", "
               << high << "], got [" << given << ']';
      return success();
    };
    return success(
        succeeded(verifyEqual("bounds", *op.getBounds(), least, most)) &&
        succeeded(verifyEqual("error_bounds", *op.getErrorBounds(), leastError,
                              mostError)));
  };
  if (auto dense = dyn_cast<DenseElementsAttr>(*op.getTable()))
    return verify(dense.getValues<int32_t>());
  if (auto resource = dyn_cast<DenseI32ResourceElementsAttr>(*op.getTable()))
    if (std::optional<ArrayRef<int32_t>> values = resource.tryGetAsArrayRef())
      return verify(*values);
  return success();
}

static LogicalResult verifyTable(MultiplierOp op) {
  int64_t rows = int64_t(1) << op.getLhsType().getWidth();
  int64_t columns = int64_t(1) << op.getRhsType().getWidth();
  ShapedType type = op.getTableAttr().getShapedType();
  // M1
  if (!type.getElementType().isSignlessInteger(32) ||
      type.getShape() != ArrayRef<int64_t>{rows, columns})
    return op.emitOpError() << "expects a table of " << rows << 'x' << columns
                            << " i32 entries for " << op.getLhs() << " x "
                            << op.getRhs() << ", got " << type;
  // M2
  for (StringRef required : {"hash", "bounds", "error_bounds"})
    if (!op->hasAttr(required))
      return op.emitOpError() << "expects '" << required
                              << "' beside a table (approx-materialize-tables "
                                 "and approx-lut write it)";
  return verifyBoundsOfTable(op);
}

/// What a multiplier by spec says of itself must be what its spec makes.
static LogicalResult verifyAgainstSpec(MultiplierOp op) {
  // Errors of the spec come from the library: unknown family or parameter, a
  // value or a signedness that the family does not define.
  FailureOr<std::shared_ptr<const Multiplier>> multiplier =
      getMultiplierOfSpec(op);
  if (failed(multiplier))
    return failure();
  // M2
  if (op.getHash() && *op.getHash() != (*multiplier)->hash())
    return op.emitOpError()
           << "expects the hash of its spec, " << (*multiplier)->hash()
           << ", got " << shortText(*op.getHash());
  auto verifyEqual = [&](StringRef name, std::optional<ArrayRef<int64_t>> given,
                         ProductBounds expected) -> LogicalResult {
    if (given && *given != ArrayRef<int64_t>{expected.min, expected.max})
      return op.emitOpError()
             << "expects " << name << " of its spec, [" << expected.min << ", "
             << expected.max << "], got [" << *given << ']';
    return success();
  };
  if (failed(verifyEqual("bounds", op.getBounds(), (*multiplier)->bounds())))
    return failure();
  return verifyEqual("error_bounds", op.getErrorBounds(),
                     (*multiplier)->errorBounds());
}

LogicalResult MultiplierOp::verify() {
  // M1
  for (Type type : {getLhs(), getRhs()}) {
    auto integer = cast<IntegerType>(type);
    if (integer.isSignless() || integer.getWidth() < OperandType::minBits ||
        integer.getWidth() > OperandType::maxCodeBits)
      return emitOpError() << "expects operand types from ui2 to ui8 or si2 to "
                              "si8, got "
                           << type;
  }
  // M2
  if (!getSpec() && !getTable())
    return emitOpError() << "expects a 'spec' or a 'table'";
  if (getHash() &&
      (getHash()->size() != 64 || !llvm::all_of(*getHash(), [](char c) {
         return llvm::isDigit(c) || (c >= 'a' && c <= 'f');
       })))
    return emitOpError() << "expects 'hash' to be a SHA-256 in 64 lower-case "
                            "hexadecimal digits, got \""
                         << *getHash() << '"';
  if (failed(verifyBounds(*this, "bounds", getBounds())) ||
      failed(verifyBounds(*this, "error_bounds", getErrorBounds())))
    return failure();
  if (getTable() && failed(verifyTable(*this)))
    return failure();
  if (getFactors() && failed(verifyFactors(*this)))
    return failure();
  return getSpec() ? verifyAgainstSpec(*this) : success();
}

//===----------------------------------------------------------------------===//
// Quantisation
//===----------------------------------------------------------------------===//

static ShapedType getShapedType(Value value) {
  return cast<ShapedType>(value.getType());
}

/// Parameters of rank 0 hold for the whole of `tensor`; those of rank 1 run
/// along `axis`, which is given then and only then (M8).
static LogicalResult verifyPerChannel(Operation *op, ShapedType tensor,
                                      StringRef parameterName,
                                      ShapedType parameter,
                                      std::optional<uint64_t> axis) {
  if (parameter.getRank() == 0) {
    if (axis)
      return op->emitOpError()
             << "expects no axis with a " << parameterName << " per tensor";
    return success();
  }
  if (!axis)
    return op->emitOpError()
           << "expects an axis with a " << parameterName << " per channel";
  if (int64_t(*axis) < 0 || int64_t(*axis) >= tensor.getRank())
    return op->emitOpError() << "expects an axis below the rank "
                             << tensor.getRank() << ", got " << int64_t(*axis);
  int64_t size = tensor.getDimSize(*axis), given = parameter.getDimSize(0);
  if (failed(verifyCompatibleShape(ArrayRef<int64_t>{size},
                                   ArrayRef<int64_t>{given})))
    return op->emitOpError()
           << "expects a " << parameterName << " of " << size
           << " entries along axis " << *axis << ", got " << given;
  return success();
}

/// Scale and zero point agree in shape and fit `tensor`.
static LogicalResult verifyQuantParams(Operation *op, ShapedType tensor,
                                       ShapedType scale, ShapedType zeroPoint,
                                       std::optional<uint64_t> axis) {
  if (failed(verifyCompatibleShape(scale, zeroPoint)))
    return op->emitOpError()
           << "expects scale and zero point of the same shape, got " << scale
           << " and " << zeroPoint;
  return verifyPerChannel(op, tensor, "scale", scale, axis);
}

static LogicalResult verifySameShape(Operation *op, StringRef first,
                                     Type firstType, StringRef second,
                                     Type secondType) {
  if (failed(verifyCompatibleShape(firstType, secondType)))
    return op->emitOpError()
           << "expects " << first << " and " << second
           << " of the same shape, got " << firstType << " and " << secondType;
  return success();
}

/// (min, max), per tensor or per channel.
static LogicalResult verifyRange(Operation *op, ShapedType range) {
  if (range.getShape().back() != 2)
    return op->emitOpError()
           << "expects a range of two entries (min, max), got " << range;
  return success();
}

LogicalResult UpdateRangeOp::verify() {
  ShapedType range = getShapedType(getRange());
  if (failed(verifyRange(*this, range)))
    return failure();
  // M8
  float momentum = getMomentum().convertToFloat();
  if (!(momentum > 0 && momentum <= 1))
    return emitOpError() << "expects a momentum in (0, 1], got " << momentum;
  ShapedType channels = RankedTensorType::get(range.getShape().drop_back(),
                                              range.getElementType());
  return verifyPerChannel(*this, getInput().getType(), "range", channels,
                          getAxis());
}

LogicalResult QuantParamsOp::verify() {
  ShapedType range = getShapedType(getRange());
  if (failed(verifyRange(*this, range)))
    return failure();
  for (ShapedType type :
       {getShapedType(getScale()), getShapedType(getZeroPoint())})
    if (failed(verifyCompatibleShape(range.getShape().drop_back(),
                                     type.getShape())))
      return emitOpError() << "expects one scale and zero point per range, got "
                           << range << " and " << type;
  // M8
  if (getSymmetric() && !getQtype().isSigned())
    return emitOpError() << "expects a signed qtype when symmetric, got "
                         << getQtype().getType();
  return success();
}

LogicalResult QuantizeOp::verify() {
  if (failed(verifySameShape(*this, "input", getInput().getType(), "result",
                             getType())))
    return failure();
  return verifyQuantParams(*this, getInput().getType(),
                           getShapedType(getScale()),
                           getShapedType(getZeroPoint()), getAxis());
}

LogicalResult QuantizeGradOp::verify() {
  if (failed(verifySameShape(*this, "cotangent", getCotangent().getType(),
                             "input", getInput().getType())))
    return failure();
  return verifyQuantParams(*this, getInput().getType(),
                           getShapedType(getScale()),
                           getShapedType(getZeroPoint()), getAxis());
}

LogicalResult DequantizeOp::verify() {
  if (failed(verifySameShape(*this, "input", getInput().getType(), "result",
                             getType())))
    return failure();
  ShapedType lhs = getShapedType(getLhsScale());
  ShapedType rhs = getShapedType(getRhsScale());
  if (lhs.getRank() == 1 && rhs.getRank() == 1)
    return emitOpError() << "expects at most one scale per channel, got " << lhs
                         << " and " << rhs;
  return verifyPerChannel(*this, getInput().getType(), "scale",
                          lhs.getRank() == 1 ? lhs : rhs, getAxis());
}

LogicalResult MapTableOp::verify() {
  if (failed(verifySameShape(*this, "input", getInput().getType(), "result",
                             getType())))
    return failure();
  // M6
  if (!getGradient().getGradientSpec().isSeparable())
    return emitOpError()
           << "expects an estimator with a table over one operand "
              "(ste, lut-1d), got "
           << getGradient().getSpec();
  return verifyPerChannel(*this, getInput().getType(), "zero point",
                          getShapedType(getZeroPoint()), getAxis());
}

LogicalResult MapTableOp::verifySymbolUses(SymbolTableCollection &symbols) {
  FailureOr<MultiplierOp> multiplier =
      verifyMultiplierUse(*this, getMultiplierAttr(), getGradient(), symbols);
  if (failed(multiplier))
    return failure();
  return verifyCodes(*this, "input", getInput(), *multiplier,
                     getMultiplierOperand());
}
