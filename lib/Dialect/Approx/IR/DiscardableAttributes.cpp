//===- DiscardableAttributes.cpp - Attributes on other ops -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Verifies the attributes of the dialect that sit on functions, on their
// arguments and results, and on ops of other dialects. They are listed in one
// table; a misspelt one would be ignored silently, so unknown ones are errors.
//
//===----------------------------------------------------------------------===//
#include "lutra/Conversion/Boundary.h"
#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "lutra/Dialect/Approx/IR/Roles.h"
#include "lutra/Dialect/Approx/IR/ShortText.h"
#include "lutra/Multiplier/Spec.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Interfaces/CallInterfaces.h"
#include "mlir/Interfaces/FunctionInterfaces.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;
using namespace lutra::approx;

namespace {

/// Where a discardable attribute sits.
struct Place {
  enum Kind : unsigned { OnOp = 1, OnArgument = 2, OnResult = 4 };
  Operation *op;
  Kind kind;
  unsigned index = 0;

  func::FuncOp function() const { return dyn_cast<func::FuncOp>(op); }
};

struct KnownAttribute {
  StringRef name;
  /// Any of Place::Kind.
  unsigned places;
  LogicalResult (*verify)(const Place &place, NamedAttribute attribute);
};

} // namespace

static InFlightDiagnostic emitError(const Place &place, StringRef name) {
  InFlightDiagnostic error = place.op->emitError() << "'" << name << "'";
  if (place.kind == Place::OnArgument)
    error << " of argument #" << place.index;
  if (place.kind == Place::OnResult)
    error << " of result #" << place.index;
  error << ' ';
  return error;
}

template <typename AttributeType>
static LogicalResult verifyIs(const Place &place, NamedAttribute attribute,
                              StringRef what) {
  if (isa<AttributeType>(attribute.getValue()))
    return success();
  return emitError(place, attribute.getName())
         << "expects " << what << ", got " << shortText(attribute.getValue());
}

static LogicalResult verifyString(const Place &place,
                                  NamedAttribute attribute) {
  return verifyIs<StringAttr>(place, attribute, "a string");
}
static LogicalResult verifySymbol(const Place &place,
                                  NamedAttribute attribute) {
  return verifyIs<FlatSymbolRefAttr>(place, attribute, "a symbol");
}
static LogicalResult verifyArray(const Place &place, NamedAttribute attribute) {
  return verifyIs<ArrayAttr>(place, attribute, "an array");
}
static LogicalResult verifyStrings(const Place &place,
                                   NamedAttribute attribute) {
  auto array = dyn_cast<ArrayAttr>(attribute.getValue());
  if (array && llvm::all_of(array, llvm::IsaPred<StringAttr>))
    return success();
  return emitError(place, attribute.getName())
         << "expects an array of strings, got "
         << shortText(attribute.getValue());
}

/// A string out of a list.
static LogicalResult verifyWord(const Place &place, NamedAttribute attribute,
                                ArrayRef<StringRef> words) {
  auto text = dyn_cast<StringAttr>(attribute.getValue());
  if (text && llvm::is_contained(words, text.getValue()))
    return success();
  return emitError(place, attribute.getName())
         << "expects one of " << llvm::join(words, ", ") << ", got "
         << shortText(attribute.getValue());
}

static LogicalResult verifyRole(const Place &place, NamedAttribute attribute) {
  SmallVector<StringRef> roles;
  for (uint32_t value = 0; std::optional<Role> role = symbolizeRole(value);
       ++value)
    roles.push_back(stringifyRole(*role));
  return verifyWord(place, attribute, roles);
}

static LogicalResult verifyPolicy(const Place &place,
                                  NamedAttribute attribute) {
  return verifyWord(place, attribute, {"approximate", "int8", "float"}); // M12
}

/// A name is a string; those of a function's arguments are unique.
static LogicalResult verifyName(const Place &place, NamedAttribute attribute) {
  if (failed(verifyString(place, attribute)))
    return failure();
  // Lowering to LLVM makes several arguments out of one, with its attributes.
  func::FuncOp function = place.function();
  if (!function || place.kind != Place::OnArgument)
    return success();
  StringRef name = cast<StringAttr>(attribute.getValue());
  for (unsigned other = 0; other != place.index; ++other)
    if (getArgName(function, other) == name)
      return emitError(place, attribute.getName())
             << "expects a unique name, got \"" << name
             << "\", which is the name of argument #" << other << " too";
  return success();
}

/// Names an argument of the function, of the result's type, which no other
/// result updates.
static LogicalResult verifyUpdates(const Place &place,
                                   NamedAttribute attribute) {
  if (failed(verifyString(place, attribute)))
    return failure();
  func::FuncOp function = place.function();
  if (!function)
    return success();
  StringRef name = cast<StringAttr>(attribute.getValue());
  std::optional<unsigned> argument = findArg(function, name);
  if (!argument)
    return emitError(place, attribute.getName())
           << "expects the name of an argument, got \"" << name << '"';
  Type expected = function.getArgumentTypes()[*argument];
  Type got = function.getResultTypes()[place.index];
  if (expected != got)
    return emitError(place, attribute.getName())
           << "expects the type of \"" << name << "\", " << expected << ", got "
           << got;
  for (unsigned other = 0; other != place.index; ++other)
    if (getResultUpdates(function, other) == name)
      return emitError(place, attribute.getName())
             << "expects one new value of \"" << name << "\", which result #"
             << other << " updates too";
  return success();
}

/// Codes in a function's argument (M3).
static LogicalResult verifyQType(const Place &place, NamedAttribute attribute) {
  if (failed(verifyIs<QTypeAttr>(place, attribute, "#approx.qtype")))
    return failure();
  auto function = cast<FunctionOpInterface>(place.op);
  Type type = function.getArgumentTypes()[place.index];
  auto shaped = dyn_cast<ShapedType>(type);
  if (place.function() && (!shaped || !shaped.getElementType().isInteger(8)))
    return emitError(place, attribute.getName())
           << "expects an argument of i8 codes, got " << type;
  return success();
}

/// The multiplier asked for, on a contraction or convolution (M10).
static LogicalResult verifyContraction(const Place &place,
                                       NamedAttribute attribute) {
  auto linalgOp = dyn_cast<linalg::LinalgOp>(place.op);
  if (linalgOp && (linalg::isaContractionOpInterface(linalgOp) ||
                   linalg::isaConvolutionOpInterface(linalgOp)))
    return success();
  return emitError(place, attribute.getName())
         << "expects a linalg contraction or convolution, got "
         << place.op->getName();
}
static LogicalResult verifyMultiplier(const Place &place,
                                      NamedAttribute attribute) {
  if (failed(verifySymbol(place, attribute)))
    return failure();
  return verifyContraction(place, attribute);
}

static LogicalResult verifyOrder(const Place &place, NamedAttribute attribute) {
  return verifyWord(place, attribute,
                    {"weight_first", "activation_first"}); // M11
}

/// The conventions of a framework, for a whole module.
static LogicalResult verifyKinks(const Place &place, NamedAttribute attribute) {
  if (!isa<ModuleOp>(place.op))
    return emitError(place, attribute.getName())
           << "expects a module, got " << place.op->getName();
  return verifyWord(place, attribute, {"pytorch", "jax"});
}

/// A rule of the user's own. Whether the symbol is a function of the type that
/// the call needs is for differentiation to say, which sees call and callee.
static LogicalResult verifyVJP(const Place &place, NamedAttribute attribute) {
  if (failed(verifySymbol(place, attribute)))
    return failure();
  if (!isa<FunctionOpInterface, CallOpInterface>(place.op))
    return emitError(place, attribute.getName())
           << "expects a function or a call, got " << place.op->getName();
  return success();
}

static LogicalResult verifyIndices(const Place &place,
                                   NamedAttribute attribute) {
  return verifyIs<DenseI64ArrayAttr>(place, attribute, "an array of i64");
}

/// Lowest, highest, and single values.
static LogicalResult verifyBounds(const Place &place,
                                  NamedAttribute attribute) {
  if (failed(verifyIndices(place, attribute)))
    return failure();
  auto bounds = cast<DenseI64ArrayAttr>(attribute.getValue());
  if (bounds.size() < 2)
    return emitError(place, attribute.getName())
           << "expects the lowest and the highest value, got " << bounds;
  func::FuncOp function = place.function();
  if (function &&
      !getElementTypeOrSelf(function.getArgumentTypes()[place.index])
           .isInteger())
    return emitError(place, attribute.getName())
           << "expects an argument of integers, got "
           << function.getArgumentTypes()[place.index];
  return success();
}

/// The estimator asked for.
static LogicalResult verifyEstimator(const Place &place,
                                     NamedAttribute attribute) {
  if (failed(verifyContraction(place, attribute)))
    return failure();
  auto text = dyn_cast<StringAttr>(attribute.getValue());
  if (!text)
    return verifyIs<GradientAttr>(place, attribute,
                                  "#approx.gradient or a string");
  llvm::Expected<lutra::GradientSpec> spec =
      lutra::GradientSpec::parse(text.getValue());
  if (!spec)
    return emitError(place, attribute.getName())
           << "has " << llvm::toString(spec.takeError());
  return success();
}

/// Written and read by passes alone.
static LogicalResult verifyNothing(const Place &, NamedAttribute) {
  return success();
}

static const KnownAttribute knownAttributes[] = {
    {attrs::role, Place::OnArgument | Place::OnResult, verifyRole},
    {attrs::name, Place::OnOp | Place::OnArgument | Place::OnResult,
     verifyName},
    {attrs::updates, Place::OnResult, verifyUpdates},
    {attrs::bounds, Place::OnArgument, verifyBounds},
    {attrs::statusNames, Place::OnOp, verifyStrings},
    {"approx.kinks", Place::OnOp, verifyKinks},
    {attrs::unreached, Place::OnOp, verifyStrings},
    {attrs::layers, Place::OnOp, verifyArray},
    {attrs::contractions, Place::OnOp, verifyArray},
    {attrs::policy, Place::OnOp, verifyPolicy},
    {attrs::multiplier, Place::OnOp, verifyMultiplier},
    {attrs::operandOrder, Place::OnOp, verifyOrder},
    {attrs::gradient, Place::OnOp, verifyEstimator},
    {"approx.qtype", Place::OnArgument, verifyQType},
    {"approx.vjp", Place::OnOp, verifyVJP},
    {"approx.active_operands", Place::OnOp, verifyIndices},
    {lutra::boundary::donatedAttr, Place::OnArgument, verifyNothing},
    {lutra::boundary::outputAttr, Place::OnArgument, verifyNothing},
    {lutra::boundary::workspaceAttr, Place::OnArgument, verifyNothing},
    {lutra::boundary::grainAttr, Place::OnOp, verifyNothing},
};

static LogicalResult verifyKnown(const Place &place, NamedAttribute attribute) {
  for (const KnownAttribute &known : knownAttributes) {
    if (known.name != attribute.getName().getValue())
      continue;
    if (!(known.places & place.kind))
      return emitError(place, attribute.getName()) << "is not expected here";
    return known.verify(place, attribute);
  }
  SmallVector<StringRef> names;
  for (const KnownAttribute &known : knownAttributes)
    names.push_back(known.name);
  return place.op->emitError()
         << "no attribute of the approx dialect is called '"
         << attribute.getName().getValue() << "'"
         << lutra::suggestName(attribute.getName().getValue(), names);
}

LogicalResult ApproxDialect::verifyOperationAttribute(Operation *op,
                                                      NamedAttribute attr) {
  return verifyKnown({op, Place::OnOp}, attr);
}
LogicalResult ApproxDialect::verifyRegionArgAttribute(Operation *op, unsigned,
                                                      unsigned argument,
                                                      NamedAttribute attr) {
  return verifyKnown({op, Place::OnArgument, argument}, attr);
}
LogicalResult ApproxDialect::verifyRegionResultAttribute(Operation *op,
                                                         unsigned,
                                                         unsigned result,
                                                         NamedAttribute attr) {
  return verifyKnown({op, Place::OnResult, result}, attr);
}
