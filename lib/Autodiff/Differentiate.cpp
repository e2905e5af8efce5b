//===- Differentiate.cpp - Reverse mode of functions -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Approach. The function is cloned, and the ops that compute the gradients are
// appended to the clone before its return (store-all: SSA keeps the forward
// values alive that the rules name). Activity analysis says which values need
// a cotangent; the sweep visits the ops once, in reverse. What is special to a
// mode is only where the cotangents of the results come from and what the clone
// returns. Split.cpp takes one apart.
//
//===----------------------------------------------------------------------===//
#include "lutra/Autodiff/Differentiate.h"
#include "Residuals.h"
#include "lutra/Autodiff/Activity.h"
#include "lutra/Autodiff/DifferentiableOpInterface.h"
#include "lutra/Autodiff/RuleBuilders.h"
#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "lutra/Dialect/Approx/IR/Roles.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "llvm/ADT/ScopeExit.h"

using namespace mlir;
using namespace lutra;
using namespace lutra::ad;

//===----------------------------------------------------------------------===//
// What is differentiated with respect to what
//===----------------------------------------------------------------------===//

static void listArguments(InFlightDiagnostic &error, func::FuncOp function) {
  error << "; known: ";
  llvm::interleaveComma(llvm::seq(function.getNumArguments()), error,
                        [&](unsigned i) {
                          StringRef name = approx::getArgName(function, i);
                          if (name.empty())
                            error << i;
                          else
                            error << "'" << name << "'";
                        });
}

FailureOr<SmallVector<unsigned>>
lutra::ad::resolveArguments(func::FuncOp function,
                            ArrayRef<std::string> names) {
  SmallVector<unsigned> arguments;
  unsigned count = function.getNumArguments();
  for (StringRef name : names) {
    std::optional<unsigned> argument = approx::findArg(function, name);
    unsigned number;
    if (!argument && !name.getAsInteger(10, number) && number < count)
      argument = number;
    if (!argument) {
      InFlightDiagnostic error = function.emitError()
                                 << "no argument '" << name
                                 << "' to differentiate with respect to";
      listArguments(error, function);
      return failure();
    }
    if (llvm::is_contained(arguments, *argument))
      return function.emitError()
             << "argument '" << name << "' is given twice in 'wrt'";
    arguments.push_back(*argument);
  }
  if (names.empty())
    for (unsigned i = 0; i < count; ++i)
      if (approx::getArgRole(function, i) == approx::Role::Parameter)
        arguments.push_back(i);
  if (arguments.empty()) {
    InFlightDiagnostic error =
        function.emitError()
        << "no argument has approx.role = \"parameter\": name those to "
           "differentiate with respect to in 'wrt'";
    listArguments(error, function);
    return failure();
  }
  for (unsigned i : arguments) {
    Type type = function.getArgument(i).getType();
    if (!isa<FloatType, RankedTensorType>(type) || !hasFloatElements(type))
      return function.emitError()
             << "argument " << i
             << " cannot be differentiated with respect to: expects a float or "
                "a ranked tensor of floats, got "
             << type;
  }
  return arguments;
}

/// A float, or a tensor of one float.
static bool isScalarFloat(Type type) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  return hasFloatElements(type) &&
         (!tensor || (tensor.hasStaticShape() && tensor.getNumElements() == 1));
}

FailureOr<unsigned> lutra::ad::resolveLoss(func::FuncOp function) {
  std::optional<unsigned> loss =
      approx::findResult(function, approx::Role::Loss);
  if (!loss) {
    SmallVector<unsigned> scalars;
    for (auto [i, type] : llvm::enumerate(function.getResultTypes()))
      if (isScalarFloat(type))
        scalars.push_back(i);
    if (scalars.size() != 1)
      return function.emitError()
             << "expects a result with approx.role = \"loss\", or exactly one "
                "scalar float result, got "
             << scalars.size() << " scalar float results";
    loss = scalars.front();
  }
  Type type = function.getResultTypes()[*loss];
  if (!isScalarFloat(type))
    return function.emitError()
           << "expects the loss to be a scalar float, got " << type;
  return *loss;
}

//===----------------------------------------------------------------------===//
// The sweep over a function
//===----------------------------------------------------------------------===//

/// One message for a function that cannot be differentiated as a whole.
static LogicalResult checkFunction(func::FuncOp function) {
  if (!approx::getSingleReturn(function))
    return failure();
  auto isBuffer = [](Type type) { return isa<BaseMemRefType>(type); };
  auto complain = [&](Operation *op) {
    return op->emitError() << "cannot differentiate @" << function.getSymName()
                           << ": it works on buffers; differentiate tensors, "
                              "before bufferization";
  };
  if (llvm::any_of(function.getArgumentTypes(), isBuffer))
    return complain(function);
  WalkResult walk = function.walk([&](Operation *op) {
    if (!llvm::any_of(op->getOperandTypes(), isBuffer) &&
        !llvm::any_of(op->getResultTypes(), isBuffer))
      return WalkResult::advance();
    (void)complain(op);
    return WalkResult::interrupt();
  });
  return failure(walk.wasInterrupted());
}

LogicalResult lutra::ad::checkActiveUses(ArrayRef<Operation *> ops,
                                         VJPContext &context,
                                         function_ref<bool(Value)> isVaried) {
  auto isComplex = [](Type type) {
    return isa<ComplexType>(getElementTypeOrSelf(type));
  };
  for (Operation *op : ops)
    for (OpOperand &operand : op->getOpOperands()) {
      Value value = operand.get();
      if (!isVaried(value))
        continue;
      if (llvm::any_of(op->getResultTypes(), isComplex))
        return context.emitUnsupported(
            op, "complex numbers cannot be differentiated",
            "compute with the real and imaginary parts");
      auto rule = dyn_cast<DifferentiableOpInterface>(op);
      if (!hasFloatElements(value.getType()) &&
          (!rule || !rule.isDifferentiableOperand(operand)))
        return context.emitUnsupported(
            op,
            "it reads the codes of a quantised tensor that is "
            "differentiated, and its derivative does not take codes",
            "before differentiation codes may be used by approx ops and by "
            "ops that reshape, slice or transpose");
    }
  return success();
}

FailureOr<SmallVector<Value>> Differentiator::appendReverseSweep(
    func::FuncOp function, ArrayRef<unsigned> wrt, ArrayRef<unsigned> results,
    ValueRange seeds) {
  Operation *terminator = function.getBody().front().getTerminator();
  SmallVector<Operation *> ops;
  for (Operation &op : function.getBody().front().without_terminator())
    ops.push_back(&op);
  SmallVector<Value> independents, dependents;
  for (unsigned i : wrt)
    independents.push_back(function.getArgument(i));
  for (unsigned i : results)
    dependents.push_back(terminator->getOperand(i));
  FailureOr<Activity> activity =
      Activity::compute(function, independents, dependents);
  if (failed(activity))
    return function.emitError("activity analysis failed"), failure();

  OpBuilder builder(terminator);
  VJPContext context(builder,
                     [&](Value value) { return activity->isActive(value); });
  context.differentiator = this;
  context.differentiatedResults = dependents;
  if (failed(checkActiveUses(ops, context, [&](Value value) {
        return activity->isVaried(value);
      })))
    return failure();
  for (auto [value, seed] : llvm::zip(dependents, seeds))
    context.accumulate(value, seed);
  if (failed(reverseSweep(ops, builder, context)))
    return failure();

  SmallVector<Value> gradients;
  for (Value argument : independents) {
    Value gradient = context.cotangent(argument);
    gradients.push_back(gradient ? gradient : context.zeroLike(argument));
  }
  return gradients;
}

/// Erases what the sweep built and nothing uses. The gradients are there: where
/// one was stopped means nothing any more, and would keep ops from being fused.
static void cleanUp(func::FuncOp function) {
  function.walk([](approx::StopGradientOp op) {
    op.getResult().replaceAllUsesWith(op.getInput());
    op.erase();
  });
  for (Operation &op :
       llvm::make_early_inc_range(llvm::reverse(function.getBody().front())))
    if (isOpTriviallyDead(&op))
      op.erase();
}

//===----------------------------------------------------------------------===//
// Modes
//===----------------------------------------------------------------------===//

/// Gradients become results with role and name.
static void appendGradients(func::FuncOp function, ArrayRef<unsigned> wrt,
                            ValueRange gradients) {
  for (auto [argument, gradient] : llvm::zip(wrt, gradients)) {
    approx::appendResult(function, gradient, approx::Role::Gradient);
    StringRef name = approx::getArgName(function, argument);
    if (!name.empty())
      function.setResultAttr(
          function.getNumResults() - 1, approx::attrs::name,
          StringAttr::get(function.getContext(), name + " gradient"));
  }
}

/// Says on the function which of `wrt` no differentiated result depends on: not
/// by a derivative of 0, as behind a rounding, but by nothing that has one.
static void recordUnreached(func::FuncOp function, ArrayRef<unsigned> wrt,
                            ArrayRef<unsigned> results) {
  Operation *terminator = function.getBody().front().getTerminator();
  DenseSet<Value> reached;
  SmallVector<Value> worklist;
  auto reach = [&](Value value) {
    if (getCotangentType(value) && reached.insert(value).second)
      worklist.push_back(value);
  };
  for (unsigned i : results)
    reach(terminator->getOperand(i));
  while (!worklist.empty()) {
    Operation *op = worklist.pop_back_val().getDefiningOp();
    if (op && !isa<approx::StopGradientOp>(op))
      llvm::for_each(getReads(op), reach);
  }
  SmallVector<StringRef> names;
  for (unsigned i : wrt)
    if (StringRef name = approx::getArgName(function, i);
        !name.empty() && !reached.contains(function.getArgument(i)))
      names.push_back(name);
  if (!names.empty())
    function->setAttr(approx::attrs::unreached,
                      Builder(function.getContext()).getStrArrayAttr(names));
}

FailureOr<func::FuncOp> Differentiator::cloneFor(func::FuncOp function,
                                                 StringRef suffix) {
  if (failed(checkFunction(function)))
    return failure();
  func::FuncOp clone = function.clone();
  clone.setSymName((function.getSymName() + suffix).str());
  clone->removeAttr("approx.vjp");
  clone->removeAttr("approx.active_operands");
  SymbolTable symbols(module);
  if (symbols.lookup(clone.getSymName())) {
    clone.erase();
    return function.emitError()
           << "cannot add @" << function.getSymName() << suffix
           << ": the module has a symbol of that name";
  }
  symbols.insert(clone, std::next(Block::iterator(function)));
  return clone;
}

SmallVector<Value>
Differentiator::appendCotangentArguments(func::FuncOp function,
                                         ArrayRef<unsigned> results) {
  SmallVector<Value> cotangents;
  for (unsigned i : results) {
    // Fails only for a function type that cannot grow, which FuncOp's can.
    (void)function.insertArgument(function.getNumArguments(),
                                  function.getResultTypes()[i],
                                  DictionaryAttr(), function.getLoc());
    cotangents.push_back(function.getArguments().back());
  }
  return cotangents;
}

FailureOr<func::FuncOp>
Differentiator::buildValueAndGrad(func::FuncOp function, ArrayRef<unsigned> wrt,
                                  unsigned loss, bool recompute) {
  FailureOr<func::FuncOp> built =
      buildJoint(function, "_value_and_grad", wrt, loss);
  if (failed(built))
    return failure();
  if (recompute) {
    Joint joint{*built, function.getNumResults(), /*numCotangents=*/1, {}};
    if (failed(recomputeInBackward(joint)))
      return built->erase(), failure();
    cleanUp(*built);
  }
  Value cotangent = built->getArguments().back();
  TypedAttr one = FloatAttr::get(getElementTypeOrSelf(cotangent), 1.0);
  if (auto tensor = dyn_cast<RankedTensorType>(cotangent.getType()))
    one = SplatElementsAttr::get(tensor, one);
  // After the forward.
  Block &body = built->getBody().front();
  auto reads = [&](Operation &op) {
    return llvm::is_contained(getReads(&op), cotangent);
  };
  OpBuilder builder(&body, llvm::find_if(body.without_terminator(), reads));
  cotangent.replaceAllUsesWith(
      arith::ConstantOp::create(builder, built->getLoc(), one));
  (void)built->eraseArgument(built->getNumArguments() - 1);
  return built;
}

FailureOr<func::FuncOp> Differentiator::buildJoint(func::FuncOp function,
                                                   StringRef suffix,
                                                   ArrayRef<unsigned> wrt,
                                                   ArrayRef<unsigned> results) {
  FailureOr<func::FuncOp> clone = cloneFor(function, suffix);
  if (failed(clone))
    return failure();
  active.push_back(function);
  llvm::scope_exit pop([&] { active.pop_back(); });
  recordUnreached(*clone, wrt, results);
  SmallVector<Value> seeds = appendCotangentArguments(*clone, results);
  FailureOr<SmallVector<Value>> gradients =
      appendReverseSweep(*clone, wrt, results, seeds);
  if (failed(gradients))
    return clone->erase(), failure();
  appendGradients(*clone, wrt, *gradients);
  cleanUp(*clone);
  return clone;
}

FailureOr<func::FuncOp> Differentiator::buildVJP(func::FuncOp function,
                                                 ArrayRef<unsigned> wrt,
                                                 ArrayRef<unsigned> results) {
  return buildJoint(function, "_vjp", wrt, results);
}

FailureOr<func::FuncOp>
Differentiator::getCalleeVJP(Operation *call, func::FuncOp callee,
                             ArrayRef<unsigned> wrt,
                             ArrayRef<unsigned> results) {
  if (llvm::is_contained(active, callee.getOperation())) {
    InFlightDiagnostic error = call->emitError()
                               << "cannot differentiate the call of @"
                               << callee.getSymName()
                               << ": it is recursive, which is not supported";
    error.attachNote(callee.getLoc()) << "callee is defined here";
    return failure();
  }
  std::pair key(
      callee.getOperation(),
      Signature(SmallVector<unsigned>(wrt), SmallVector<unsigned>(results)));
  auto known = calleeVJPs.find(key);
  if (known != calleeVJPs.end())
    return known->second;

  std::string suffix = "_vjp";
  SymbolTable symbols(module);
  for (unsigned i = 0; symbols.lookup((callee.getSymName() + suffix).str());
       ++i)
    suffix = "_vjp_" + std::to_string(i);
  FailureOr<func::FuncOp> clone = cloneFor(callee, suffix);
  if (failed(clone))
    return failure();
  clone->setPrivate();
  active.push_back(callee);
  llvm::scope_exit pop([&] { active.pop_back(); });
  SmallVector<Value> seeds = appendCotangentArguments(*clone, results);
  FailureOr<SmallVector<Value>> gradients =
      appendReverseSweep(*clone, wrt, results, seeds);
  if (failed(gradients))
    return clone->erase(), failure();
  // Only the gradients: the caller has the results from its own call.
  BitVector all(clone->getNumResults(), true);
  clone->getBody().front().getTerminator()->eraseOperands(all);
  (void)clone->eraseResults(all);
  appendGradients(*clone, wrt, *gradients);
  cleanUp(*clone);
  calleeVJPs[key] = *clone;
  return clone;
}
