//===- Split.cpp - Forward and backward as two functions -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Builds @f_fwd and @f_bwd. Both are made of the vector-Jacobian product in one
// function: @f_bwd takes over what the gradients need, back to the residuals;
// what is left is @f_fwd.
//
// Before the residuals are chosen, gradient ops are brought to the form that
// needs least: separable estimators to mapped codes of the other operand, and
// clipping to its condition.
//
//===----------------------------------------------------------------------===//
#include "Residuals.h"
#include "lutra/Autodiff/Differentiate.h"
#include "lutra/Conversion/ApproxToLinalg/ApproxToLinalg.h"
#include "lutra/Dialect/Approx/IR/Roles.h"
#include "lutra/Dialect/Approx/Transforms/Passes.h"
#include "mlir/IR/Dominance.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Transforms/CSE.h"
#include "mlir/Transforms/DialectConversion.h"
#include "mlir/Transforms/WalkPatternRewriteDriver.h"

using namespace mlir;
using namespace lutra;
using namespace lutra::ad;

static LogicalResult prepareResiduals(Joint &joint) {
  MLIRContext *context = joint.function.getContext();
  RewritePatternSet gradients(context), clipping(context);
  populateSimplifyGradientsPatterns(gradients);
  walkAndApplyPatterns(joint.function, std::move(gradients));
  populateApproxElementwiseToLinalgPatterns(clipping);
  ConversionTarget target(*context);
  target.markUnknownOpDynamicallyLegal([](Operation *) { return true; });
  target.addIllegalOp<approx::QuantizeGradOp>();
  if (failed(
          applyPartialConversion(joint.function, target, std::move(clipping))))
    return failure();
  joint.findDependentOps();
  exposeMasks(joint);
  IRRewriter rewriter(context);
  DominanceInfo dominance(joint.function);
  eliminateCommonSubExpressions(rewriter, dominance, joint.function);
  joint.findDependentOps();
  return success();
}

//===----------------------------------------------------------------------===//
// Names, by which callers of the two functions know what goes where
//===----------------------------------------------------------------------===//

/// What a result that is not state is called: its role where that is unique.
static std::string makeResultName(func::FuncOp function, unsigned index) {
  std::optional<approx::Role> role = approx::getResultRole(function, index);
  unsigned same = 0;
  for (unsigned other = 0, e = function.getNumResults(); other < e; ++other)
    same += approx::getResultRole(function, other) == role;
  if (role && same == 1 &&
      !approx::findArg(function, approx::stringifyRole(*role)))
    return approx::stringifyRole(*role).str();
  return "result " + std::to_string(index);
}

/// Gives every argument a name, and every result that is not state.
static void nameSignature(func::FuncOp function) {
  auto attribute = [&](const Twine &name) {
    return StringAttr::get(function.getContext(), name);
  };
  for (unsigned i = 0, e = function.getNumArguments(); i < e; ++i)
    if (approx::getArgName(function, i).empty())
      function.setArgAttr(i, approx::attrs::name,
                          attribute("argument " + Twine(i)));
  for (unsigned i = 0, e = function.getNumResults(); i < e; ++i)
    if (!function.getResultAttr(i, approx::attrs::name) &&
        approx::getResultUpdates(function, i).empty())
      function.setResultAttr(i, approx::attrs::name,
                             attribute(makeResultName(function, i)));
}

static StringAttr getResultName(func::FuncOp function, unsigned index) {
  return function.getResultAttrOfType<StringAttr>(index, approx::attrs::name);
}

/// State changes in place between the forward and the backward.
static bool isState(func::FuncOp function, unsigned argument) {
  switch (
      approx::getArgRole(function, argument).value_or(approx::Role::Input)) {
  case approx::Role::Buffer:
  case approx::Role::OptimizerState:
  case approx::Role::Range:
  case approx::Role::StepCount:
    return true;
  default:
    break;
  }
  StringRef name = approx::getArgName(function, argument);
  for (unsigned i = 0, e = function.getNumResults(); i < e; ++i)
    if (approx::getResultUpdates(function, i) == name)
      return true;
  return false;
}

//===----------------------------------------------------------------------===//
// The two functions
//===----------------------------------------------------------------------===//

namespace {

/// Takes a joint function apart.
class Splitter {
public:
  Splitter(Joint joint, StringRef backwardName)
      : joint(std::move(joint)), backwardName(backwardName) {}

  FailureOr<SplitFunctions> run();

private:
  // What nothing updates stays in the caller's hands: an argument, or the
  // result of that number.
  bool isKeptArgument(Value value);
  std::optional<unsigned> findKeptResult(Value value);

  func::FuncOp buildBackward();
  void appendArguments(func::FuncOp backward, OpBuilder &builder,
                       IRMapping &mapping);
  void cloneNeeded(OpBuilder &builder, IRMapping &mapping);
  void reduceToForward();

  Joint joint;
  StringRef backwardName;
  SmallVector<BlockArgument> keptArguments;
  SmallVector<unsigned> keptResults;
  SmallVector<Value> saved;
};

} // namespace

bool Splitter::isKeptArgument(Value value) {
  auto argument = dyn_cast<BlockArgument>(value);
  return argument && argument.getOwner() == &joint.function.front() &&
         !isState(joint.function, argument.getArgNumber());
}

std::optional<unsigned> Splitter::findKeptResult(Value value) {
  for (auto [i, result] : llvm::enumerate(joint.results()))
    if (result == value && approx::getResultUpdates(joint.function, i).empty())
      return i;
  return std::nullopt;
}

static std::string nameResidual(unsigned number) {
  return "residual " + std::to_string(number);
}

/// Gives the backward its arguments, and maps the joint function's values to
/// them.
void Splitter::appendArguments(func::FuncOp backward, OpBuilder &builder,
                               IRMapping &mapping) {
  func::FuncOp function = joint.function;
  auto append = [&](Type type, DictionaryAttr attributes) {
    (void)backward.insertArgument(backward.getNumArguments(), type, attributes,
                                  function.getLoc());
    return backward.getArguments().back();
  };
  auto appendNamed = [&](Type type, StringRef name,
                         std::optional<approx::Role> role) {
    NamedAttrList list;
    list.set(approx::attrs::name, builder.getStringAttr(name));
    if (role)
      list.set(approx::attrs::role,
               builder.getStringAttr(approx::stringifyRole(*role)));
    return append(type, list.getDictionary(builder.getContext()));
  };
  for (BlockArgument argument : keptArguments) {
    unsigned index = argument.getArgNumber();
    mapping.map(argument, appendNamed(argument.getType(),
                                      approx::getArgName(function, index),
                                      approx::getArgRole(function, index)));
  }
  for (unsigned index : keptResults) {
    Value result = joint.results()[index];
    mapping.map(result,
                appendNamed(result.getType(), getResultName(function, index),
                            approx::getResultRole(function, index)));
  }
  for (auto [i, value] : llvm::enumerate(saved)) {
    auto type = dyn_cast<RankedTensorType>(value.getType());
    bool packed = isPacked(value.getType());
    Type storage = packed ? RankedTensorType::get({type.getNumElements() / 8},
                                                  builder.getI8Type())
                          : value.getType();
    Value argument =
        appendNamed(storage, nameResidual(i), approx::Role::Residual);
    mapping.map(value,
                packed ? buildUnpack(builder, argument, type) : argument);
  }
  for (Value cotangent : joint.cotangents()) {
    unsigned index = cast<BlockArgument>(cotangent).getArgNumber();
    mapping.map(cotangent,
                append(cotangent.getType(), function.getArgAttrDict(index)));
  }
}

/// Clones what the gradients need, back to what is mapped.
void Splitter::cloneNeeded(OpBuilder &builder, IRMapping &mapping) {
  DenseSet<Operation *> needed;
  SmallVector<Value> worklist(joint.gradients());
  while (!worklist.empty()) {
    Value value = worklist.pop_back_val();
    Operation *op = value.getDefiningOp();
    if (!op || mapping.contains(value) || !needed.insert(op).second)
      continue;
    llvm::append_range(worklist, getReads(op));
  }
  for (Operation &op : joint.body().without_terminator())
    if (needed.contains(&op))
      builder.clone(op, mapping);
}

func::FuncOp Splitter::buildBackward() {
  func::FuncOp function = joint.function;
  OpBuilder builder(function.getContext());
  builder.setInsertionPointAfter(function);
  auto backward = func::FuncOp::create(
      builder, function.getLoc(), backwardName,
      builder.getFunctionType({}, joint.gradients().getTypes()));
  backward.setVisibility(function.getVisibility());
  for (unsigned i = 0, e = joint.gradients().size(); i < e; ++i)
    backward.setResultAttrs(i,
                            function.getResultAttrDict(joint.numResults + i));
  builder.setInsertionPointToStart(backward.addEntryBlock());
  IRMapping mapping;
  appendArguments(backward, builder, mapping);
  cloneNeeded(builder, mapping);
  SmallVector<Value> gradients;
  for (Value gradient : joint.gradients())
    gradients.push_back(mapping.lookup(gradient));
  func::ReturnOp::create(builder, function.getLoc(), gradients);
  return backward;
}

void Splitter::reduceToForward() {
  func::FuncOp function = joint.function;
  Operation *terminator = joint.body().getTerminator();
  llvm::BitVector gradients(function.getNumResults());
  gradients.set(joint.numResults, function.getNumResults());
  terminator->eraseOperands(gradients);
  (void)function.eraseResults(gradients);

  OpBuilder builder(terminator);
  for (auto [i, value] : llvm::enumerate(saved)) {
    bool packed = isPacked(value.getType());
    approx::appendResult(function, packed ? buildPack(builder, value) : value,
                         approx::Role::Residual);
    function.setResultAttr(function.getNumResults() - 1, approx::attrs::name,
                           builder.getStringAttr(nameResidual(i)));
  }
  for (Operation &op : llvm::make_early_inc_range(llvm::reverse(joint.body())))
    if (joint.dependent.contains(&op) || isOpTriviallyDead(&op))
      op.erase();
  llvm::BitVector cotangents(function.getNumArguments());
  cotangents.set(function.getNumArguments() - joint.numCotangents,
                 function.getNumArguments());
  (void)function.eraseArguments(cotangents);
}

FailureOr<SplitFunctions> Splitter::run() {
  if (failed(prepareResiduals(joint)))
    return failure();
  FailureOr<SmallVector<Value>> residuals =
      chooseResiduals(joint, [&](Value value) {
        return isKeptArgument(value) || findKeptResult(value);
      });
  if (failed(residuals))
    return failure();
  for (Value residual : *residuals) {
    if (isKeptArgument(residual))
      keptArguments.push_back(cast<BlockArgument>(residual));
    else if (std::optional<unsigned> result = findKeptResult(residual))
      keptResults.push_back(*result);
    else
      saved.push_back(residual);
  }
  func::FuncOp backward = buildBackward();
  reduceToForward();
  return SplitFunctions{joint.function, backward};
}

FailureOr<SplitFunctions>
Differentiator::buildSplit(func::FuncOp function, ArrayRef<unsigned> wrt,
                           ArrayRef<unsigned> results) {
  std::string backwardName = (function.getSymName() + "_bwd").str();
  if (SymbolTable(module).lookup(backwardName))
    return function.emitError() << "cannot add @" << backwardName
                                << ": the module has a symbol of that name";
  if (results.empty())
    return function.emitError()
           << "cannot split @" << function.getSymName()
           << ": it has no float result that is not the new value of an "
              "argument";
  FailureOr<func::FuncOp> joint = buildJoint(function, "_fwd", wrt, results);
  if (failed(joint))
    return failure();
  nameSignature(*joint);
  for (auto [i, result] : llvm::enumerate(results)) {
    unsigned index = joint->getNumArguments() - results.size() + i;
    approx::setArgRole(*joint, index, approx::Role::Cotangent,
                       getResultName(*joint, result).str() + " cotangent");
  }
  for (auto [i, argument] : llvm::enumerate(wrt))
    joint->setResultAttr(
        function.getNumResults() + i, approx::attrs::name,
        StringAttr::get(function.getContext(),
                        approx::getArgName(*joint, argument) + " gradient"));
  FailureOr<SplitFunctions> split =
      Splitter({*joint, function.getNumResults(), unsigned(results.size()), {}},
               backwardName)
          .run();
  if (failed(split))
    joint->erase();
  return split;
}
