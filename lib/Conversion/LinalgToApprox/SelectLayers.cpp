//===- SelectLayers.cpp - Which contraction becomes what -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Decides for every contraction of a function its name, policy, multiplier,
// gradient estimator and operand order, from the options and from attributes
// on the op. Nothing that was asked for is left out without an error (M10).
//
//===----------------------------------------------------------------------===//
#include "LinalgToApprox.h"
#include "lutra/Dialect/Approx/IR/Gradients.h"
#include "lutra/Dialect/Approx/IR/Multipliers.h"
#include "lutra/Dialect/Approx/IR/ShortText.h"
#include "lutra/Dialect/Approx/Transforms/Contractions.h"
#include "lutra/Multiplier/Families.h"
#include "lutra/Multiplier/LoadMultiplier.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/GlobPattern.h"

using namespace mlir;
using namespace lutra::approx;

namespace lutra {

/// Kinds that the option `ops` takes, and the ops they mean.
static constexpr std::pair<StringLiteral, StringLiteral> opKinds[] = {
    {"matmul", "linalg.matmul"},
    {"batch_matmul", "linalg.batch_matmul"},
    {"conv", "linalg.conv_2d_nchw_fchw"},
    {"conv", "linalg.conv_2d_nhwc_hwcf"},
    {"conv", "linalg.conv_2d_ngchw_gfchw"},
    {"conv", "linalg.conv_2d_nhwgc_gfhwc"},
};
static constexpr StringLiteral otherKind = "other";

static StringRef kindOf(Operation *op) {
  for (auto [kind, opName] : opKinds)
    if (op->getName().getStringRef() == opName)
      return kind;
  return otherKind;
}

/// Whether a generic only moves elements, such as the flipped kernel of a
/// transposed convolution.
static bool isCopy(linalg::GenericOp op) {
  auto yield = cast<linalg::YieldOp>(op.getBody()->getTerminator());
  return op.getNumDpsInputs() == 1 && op.getNumResults() == 1 &&
         op.getNumParallelLoops() == op.getNumLoops() &&
         yield.getOperand(0) == op.getBody()->getArgument(0);
}

/// The parameter argument that `value` is derived from through views, slices,
/// broadcasts and copies, or null.
static BlockArgument parameterOf(func::FuncOp func, Value value) {
  value = seeThroughViews(value, /*throughPadding=*/false);
  while (Operation *def = value.getDefiningOp()) {
    if (auto slice = dyn_cast<tensor::ExtractSliceOp>(def))
      value = slice.getSource();
    else if (auto broadcast = dyn_cast<linalg::BroadcastOp>(def))
      value = broadcast.getInput();
    else if (auto generic = dyn_cast<linalg::GenericOp>(def);
             generic && isCopy(generic))
      value = generic.getDpsInputs()[0];
    else
      return {};
    value = seeThroughViews(value, /*throughPadding=*/false);
  }
  auto arg = cast<BlockArgument>(value);
  bool isParameter = arg.getOwner()->getParentOp() == func &&
                     getArgRole(func, arg.getArgNumber()) == Role::Parameter;
  return isParameter ? arg : BlockArgument();
}

static SmallVector<Layer> collectLayers(func::FuncOp func) {
  SmallVector<Layer> layers;
  llvm::StringSet<> used;
  llvm::StringMap<unsigned> counter;
  func.walk([&](linalg::LinalgOp op) {
    if (!isContraction(op))
      return;
    Layer layer;
    layer.op = op;
    layer.kind = kindOf(op);
    for (unsigned i : {0u, 1u})
      if (!layer.weight && parameterOf(func, op.getDpsInputs()[i]))
        layer.weight = i;
    unsigned number = counter[layer.kind]++;
    if (auto given = op->getAttrOfType<StringAttr>(attrs::name)) {
      layer.name = given.str();
    } else if (layer.weight) {
      BlockArgument arg = parameterOf(func, op.getDpsInputs()[*layer.weight]);
      StringRef name = getArgName(func, arg.getArgNumber());
      name.consume_back(".weight");
      layer.name = name.str();
    }
    if (layer.name.empty())
      layer.name = (layer.kind + Twine(number)).str();
    // A weight used twice makes two layers.
    std::string base = layer.name;
    for (unsigned i = 1; !used.insert(layer.name).second; ++i)
      layer.name = base + "_" + std::to_string(i);
    layers.push_back(layer);
  });
  return layers;
}

namespace {
class Selector {
public:
  Selector(func::FuncOp func, const LayerOptions &options)
      : func(func), module(func->getParentOfType<ModuleOp>()),
        options(options) {}

  FailureOr<SmallVector<Layer>> run();

private:
  LogicalResult checkOptions();
  /// Calls `apply` for each layer that a pattern matches; an error when a
  /// pattern matches none.
  LogicalResult forMatches(ArrayRef<std::string> patterns, StringRef option,
                           function_ref<void(Layer &)> apply);
  LogicalResult applyAttributes(Layer &layer);
  LogicalResult choosePolicies();
  LogicalResult resolve(Layer &layer);
  FailureOr<MultiplierOp> lookUp(StringRef symbol, Operation *user);
  FailureOr<MultiplierOp> defaultMultiplier();

  func::FuncOp func;
  ModuleOp module;
  const LayerOptions &options;
  SmallVector<Layer> layers;
  MultiplierOp cachedDefault;
  /// Estimators as they were asked for, by operand types, with what their files
  /// hold.
  DenseMap<std::tuple<GradientAttr, IntegerType, IntegerType>, GradientAttr>
      gradients;
};
} // namespace

LogicalResult Selector::checkOptions() {
  for (StringRef kind : options.ops) {
    bool known = kind == "all" || llvm::any_of(opKinds, [&](auto &entry) {
                   return entry.first == kind;
                 });
    if (!known)
      return func.emitError("unknown kind of op '")
             << kind << "', expected all, matmul, batch_matmul or conv";
    if (kind != "all" && llvm::none_of(layers, [&](const Layer &layer) {
          return layer.kind == kind;
        }))
      return func.emitError("ops=")
             << kind << " matches no op of @" << func.getSymName();
  }
  for (auto [option, text] :
       {std::pair<StringRef, StringRef>("first", options.first),
        {"last", options.last}})
    if (!symbolizePolicy(text))
      return func.emitError("unknown policy '")
             << text << "' for option " << option
             << ", expected approximate, int8 or float";
  if (options.operandOrder != "weight_first" &&
      options.operandOrder != "activation_first")
    return func.emitError("unknown operand-order '")
           << options.operandOrder
           << "', expected weight_first or activation_first";
  return success();
}

LogicalResult Selector::forMatches(ArrayRef<std::string> patterns,
                                   StringRef option,
                                   function_ref<void(Layer &)> apply) {
  for (const std::string &text : patterns) {
    llvm::Expected<llvm::GlobPattern> pattern = llvm::GlobPattern::create(text);
    if (!pattern)
      return func.emitError("bad pattern '")
             << text << "' for option " << option << ": "
             << llvm::toString(pattern.takeError());
    bool matched = false;
    for (Layer &layer : layers) {
      if (!pattern->match(layer.name))
        continue;
      matched = true;
      apply(layer);
    }
    if (matched)
      continue;
    InFlightDiagnostic error =
        func.emitError() << option << "=" << text << " matches no layer of @"
                         << func.getSymName() << "; its layers are ";
    llvm::interleaveComma(layers, error,
                          [&](const Layer &layer) { error << layer.name; });
    return error;
  }
  return success();
}

/// From the least to the most specific: kind and name, first and last, the
/// exceptions by name, attributes on the op.
LogicalResult Selector::choosePolicies() {
  bool allKinds = options.ops.empty() || llvm::is_contained(options.ops, "all");
  auto select = [&](Layer &layer) {
    if (allKinds || llvm::is_contained(options.ops, layer.kind))
      layer.policy = Policy::Approximate;
  };
  if (!options.multiplier.empty()) {
    if (layers.empty())
      return func.emitError("@")
             << func.getSymName() << " has no contraction to approximate";
    if (options.layers.empty())
      llvm::for_each(layers, select);
    else if (failed(forMatches(options.layers, "layers", select)))
      return failure();
  }
  auto override = [](Layer &layer, StringRef policy) {
    if (layer.policy != Policy::Approximate)
      return;
    layer.policy = *symbolizePolicy(policy);
    layer.isFloatByChoice = layer.policy == Policy::Float;
  };
  if (!layers.empty()) {
    override(layers.front(), options.first);
    override(layers.back(), options.last);
  }
  if (failed(forMatches(options.keepExact, "keep-exact",
                        [](Layer &layer) { layer.policy = Policy::Int8; })) ||
      failed(forMatches(options.keepFloat, "float", [](Layer &layer) {
        layer.policy = Policy::Float;
        layer.isFloatByChoice = true;
      })))
    return failure();
  for (Layer &layer : layers)
    if (failed(applyAttributes(layer)))
      return failure();
  return success();
}

LogicalResult Selector::applyAttributes(Layer &layer) {
  Operation *op = layer.op;
  // The dialect verifies spelling and kind of these attributes.
  if (auto symbol = op->getAttrOfType<FlatSymbolRefAttr>(attrs::multiplier)) {
    FailureOr<MultiplierOp> found = lookUp(symbol.getValue(), op);
    if (failed(found))
      return failure();
    layer.multiplier = *found;
    layer.policy = Policy::Approximate;
  }
  if (auto policy = op->getAttrOfType<StringAttr>(attrs::policy))
    layer.policy = *symbolizePolicy(policy.getValue());
  // An exact product needs no estimate of its gradient.
  std::string estimator =
      layer.policy == Policy::Int8 ? "ste" : options.gradient;
  if (Attribute attr = op->getAttr(attrs::gradient)) {
    if (auto typed = dyn_cast<GradientAttr>(attr))
      layer.gradient = typed;
    else if (auto text = dyn_cast<StringAttr>(attr))
      estimator = text.str();
    else
      return op->emitError("expects ")
             << attrs::gradient << " to be #approx.gradient or a string, got "
             << shortText(attr);
  }
  if (!layer.gradient)
    layer.gradient = GradientAttr::getChecked(
        [&] { return op->emitError(); }, op->getContext(),
        StringAttr::get(op->getContext(), estimator), DictionaryAttr());
  if (!layer.gradient)
    return failure();

  bool weightFirst = options.operandOrder == "weight_first";
  if (auto order = op->getAttrOfType<StringAttr>(attrs::operandOrder))
    weightFirst = order == "weight_first";
  // M11: activation x activation takes lhs first.
  bool rhsFirst = layer.weight && (*layer.weight == 1) == weightFirst;
  layer.order = rhsFirst ? OperandOrder::RhsFirst : OperandOrder::LhsFirst;
  return success();
}

FailureOr<MultiplierOp> Selector::lookUp(StringRef symbol, Operation *user) {
  Operation *found = SymbolTable::lookupSymbolIn(module, symbol);
  if (auto multiplier = dyn_cast_or_null<MultiplierOp>(found))
    return multiplier;
  InFlightDiagnostic error = user->emitError("no multiplier @")
                             << symbol << " in the module";
  if (found)
    error.attachNote(found->getLoc()) << "@" << symbol << " is this";
  return error;
}

FailureOr<MultiplierOp> Selector::defaultMultiplier() {
  if (cachedDefault)
    return cachedDefault;
  StringRef text = options.multiplier;
  if (text.consume_front("@")) {
    FailureOr<MultiplierOp> found = lookUp(text, func);
    if (failed(found))
      return failure();
    return cachedDefault = *found;
  }
  // int8 layers without any multiplier: unsigned 8 bits on both sides.
  llvm::Expected<Multiplier> multiplier =
      loadMultiplier(text.empty() ? "exact:8x8" : text);
  if (!multiplier)
    return func.emitError("multiplier: ")
           << llvm::toString(multiplier.takeError());
  for (const std::string &warning : multiplier->metadata().warnings)
    func.emitWarning("multiplier: '") << multiplier->name() << "' " << warning;
  if (std::max(multiplier->lhs().bits, multiplier->rhs().bits) >
      OperandType::maxCodeBits)
    return func.emitError("multiplier: '")
           << multiplier->name() << "' is of " << multiplier->lhs().str()
           << " x " << multiplier->rhs().str()
           << "; compiled networks take operands of up to "
           << OperandType::maxCodeBits << " bits";
  return cachedDefault = getOrCreateMultiplier(module, *multiplier);
}

LogicalResult Selector::resolve(Layer &layer) {
  if (layer.policy == Policy::Float)
    return success();
  if (!layer.multiplier) {
    FailureOr<MultiplierOp> found = defaultMultiplier();
    if (failed(found))
      return failure();
    layer.multiplier = *found;
  }
  if (layer.policy == Policy::Int8)
    layer.multiplier = getOrCreateExactLike(layer.multiplier);
  OperandType lhs = getOperandType(layer.multiplier.getLhsType());
  OperandType rhs = getOperandType(layer.multiplier.getRhsType());
  // Files are read once for all layers.
  GradientAttr &read = gradients[{layer.gradient, layer.multiplier.getLhsType(),
                                  layer.multiplier.getRhsType()}];
  if (!read) {
    FailureOr<GradientAttr> found = readFiles(
        [&] { return layer.op.emitError(); }, layer.gradient, lhs, rhs);
    if (failed(found))
      return failure();
    read = *found;
  }
  layer.gradient = read;
  return success();
}

FailureOr<SmallVector<Layer>> Selector::run() {
  layers = collectLayers(func);
  if (failed(checkOptions()) || failed(choosePolicies()))
    return failure();
  for (Layer &layer : layers)
    if (failed(resolve(layer)))
      return failure();
  return std::move(layers);
}

FailureOr<SmallVector<Layer>> selectLayers(func::FuncOp func,
                                           const LayerOptions &options) {
  return Selector(func, options).run();
}

} // namespace lutra
