//===- BuildTrainingStep.cpp - Build train_step, evaluate and calibrate -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Implements approx-build-training-step: the differentiated function, the
// optimizer's update and the status become one function that changes its state
// in place, or not at all.
//
// Approach: everything that can fail to be finite is checked before the first
// write, and each write selects between the new and the old element by the
// status. All writes come after all reads of the old state, so bufferization
// needs no copy.
//
//===----------------------------------------------------------------------===//
#include "Optimizers.h"
#include "StepFunction.h"
#include "StepSeed.h"
#include "lutra/Training/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

namespace lutra {
#define GEN_PASS_DEF_APPROXBUILDTRAININGSTEP
#include "lutra/Training/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

static constexpr StringLiteral derivativeSuffix = "_value_and_grad";
static constexpr StringLiteral functionNames[] = {"train_step", "evaluate",
                                                  "calibrate"};

/// The gradient among the results of `derivative` of each of its parameters:
/// the one named after it ("<parameter> gradient"), null where it has none.
static FailureOr<llvm::StringMap<unsigned>>
findGradients(func::FuncOp derivative) {
  llvm::StringMap<unsigned> gradients;
  for (unsigned i = 0, e = derivative.getNumResults(); i < e; ++i) {
    if (getResultRole(derivative, i) != Role::Gradient)
      continue;
    auto attr = derivative.getResultAttrOfType<StringAttr>(i, attrs::name);
    StringRef name = attr ? attr.getValue() : StringRef();
    if (!name.consume_back(" gradient") || !findArg(derivative, name))
      return derivative.emitError("result ")
             << i << " has role gradient; expected approx.name to be "
             << "\"<argument> gradient\", got \"" << name << "\"";
    gradients[name] = i;
  }
  if (gradients.empty())
    return derivative.emitError("@")
           << derivative.getSymName() << " has no result of role gradient";
  return gradients;
}

namespace {
/// Builds @train_step.
class TrainStepBuilder {
public:
  TrainStepBuilder(func::FuncOp function, func::FuncOp derivative,
                   const Optimizer &optimizer, const HyperParameters &hyper)
      : derivative(derivative), optimizer(optimizer), hyper(hyper),
        step(derivative->getParentOfType<ModuleOp>(), "train_step",
             derivative.getLoc()) {
    step.copyLayers(function);
  }

  LogicalResult build();

private:
  void buildSignature(const llvm::StringMap<unsigned> &gradients);
  SmallVector<Value> buildSeeds();
  Value buildStatus(ArrayRef<Value> results,
                    const llvm::StringMap<unsigned> &gradients,
                    ArrayRef<Value> scalars);
  SmallVector<Value> buildScalars();
  SmallVector<BlockArgument> targetsOf(BlockArgument parameter);
  SmallVector<Value> buildNewValues(ImplicitLocOpBuilder &n, Value gradient,
                                    ValueRange scalars, ValueRange old);
  void buildUpdate(BlockArgument parameter, Value gradient, Value status,
                   ArrayRef<Value> scalars);
  std::string stateName(BlockArgument parameter, StringRef suffix) {
    return (step.nameOf(parameter) + "." + suffix).str();
  }

  func::FuncOp derivative;
  const Optimizer &optimizer;
  const HyperParameters &hyper;
  StepFunction step;
  BlockArgument stepCount, learningRate;
};
} // namespace

void TrainStepBuilder::buildSignature(
    const llvm::StringMap<unsigned> &gradients) {
  ImplicitLocOpBuilder &b = step.builder();
  step.addArgs(derivative, {Role::Parameter, Role::Buffer});
  for (BlockArgument parameter : step.args(Role::Parameter))
    if (gradients.contains(step.nameOf(parameter)))
      for (StringRef suffix : optimizer.stateNames(hyper))
        step.addArg(parameter.getType(), Role::OptimizerState,
                    stateName(parameter, suffix));
  step.addArgs(derivative, Role::Range);
  stepCount = step.addArg(RankedTensorType::get({}, b.getI64Type()),
                          Role::StepCount, "step_count");
  learningRate = step.addArg(RankedTensorType::get({}, b.getF32Type()),
                             Role::LearningRate, "learning_rate");
  step.addArgs(derivative, {Role::Seed, Role::Input, Role::Label});
}

/// The seeds of this step, from those of the run.
SmallVector<Value> TrainStepBuilder::buildSeeds() {
  SmallVector<Value> seeds;
  for (BlockArgument seed : step.args(Role::Seed))
    seeds.push_back(buildStepSeed(step.builder(), seed, stepCount));
  return seeds;
}

/// In the order in which a failure spreads: inputs, ranges, loss, gradients,
/// and whatever else would be written.
Value TrainStepBuilder::buildStatus(ArrayRef<Value> results,
                                    const llvm::StringMap<unsigned> &gradients,
                                    ArrayRef<Value> scalars) {
  StatusBuilder status(step);
  for (BlockArgument input : step.args(Role::Input))
    status.check(input, "inputs (" + step.nameOf(input) + ")");
  status.check(learningRate, "inputs (" + step.nameOf(learningRate) + ")");
  for (auto [index, value] : llvm::enumerate(results))
    if (getResultRole(derivative, index) == Role::Range)
      status.check(value,
                   "ranges (" + getResultUpdates(derivative, index) + ")");
  for (auto [index, value] : llvm::enumerate(results))
    if (getResultRole(derivative, index) == Role::Loss)
      status.check(value, "loss");
  struct Update {
    BlockArgument parameter;
    Value gradient;
    SmallVector<int32_t> codes; // of the gradient, then of what is written
  };
  SmallVector<Update> updates;
  for (BlockArgument parameter : step.args(Role::Parameter)) {
    auto found = gradients.find(step.nameOf(parameter));
    if (found != gradients.end())
      updates.push_back(
          {parameter,
           results[found->second],
           {status.addName("gradients (" + step.nameOf(parameter) + ")")}});
  }
  for (auto [index, value] : llvm::enumerate(results))
    if (getResultRole(derivative, index) == Role::Buffer)
      status.check(value,
                   "buffers (" + getResultUpdates(derivative, index) + ")");
  // The new values are computed here and again where they are written: they
  // need no memory, and one pass over a gradient finds all codes.
  for (Update &update : updates) {
    SmallVector<Value> inputs = {update.gradient};
    for (BlockArgument target : targetsOf(update.parameter)) {
      StringRef what =
          target == update.parameter ? "parameters (" : "optimizer state (";
      update.codes.push_back(status.addName(what + step.nameOf(target) + ")"));
      inputs.push_back(target);
    }
    unsigned numTargets = inputs.size() - 1;
    llvm::append_range(inputs, scalars);
    status.check(
        inputs, update.codes,
        [&](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
          SmallVector<Value> values = {v.front()};
          llvm::append_range(
              values, buildNewValues(n, v.front(), v.drop_front(1 + numTargets),
                                     v.slice(1, numTargets)));
          return values;
        });
  }
  return status.finish();
}

/// The optimizer's scalars of this step as 0-d f64 tensors.
SmallVector<Value> TrainStepBuilder::buildScalars() {
  ImplicitLocOpBuilder &b = step.builder();
  SmallVector<Type> types(optimizer.numScalars, b.getF64Type());
  return buildElementwise(
      b, {stepCount, learningRate}, types,
      [&](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
        Value one = arith::ConstantOp::create(n, n.getI64IntegerAttr(1));
        Value number = arith::SIToFPOp::create(
            n, n.getF64Type(), arith::AddIOp::create(n, v[0], one));
        Value rate = arith::ExtFOp::create(n, n.getF64Type(), v[1]);
        return optimizer.buildScalars(n, hyper, number, rate);
      });
}

/// What an update writes: the parameter, then its optimizer state.
SmallVector<BlockArgument>
TrainStepBuilder::targetsOf(BlockArgument parameter) {
  SmallVector<BlockArgument> targets = {parameter};
  for (StringRef suffix : optimizer.stateNames(hyper))
    targets.push_back(step.arg(stateName(parameter, suffix)));
  return targets;
}

/// Inside a generic: the new elements of the targets, from the old ones.
SmallVector<Value> TrainStepBuilder::buildNewValues(ImplicitLocOpBuilder &n,
                                                    Value gradient,
                                                    ValueRange scalars,
                                                    ValueRange old) {
  Type type = old.front().getType();
  UpdateInputs in{old.front(), gradient, old.drop_front(), {}};
  for (Value scalar : scalars)
    in.scalars.push_back(
        type.isF64() ? scalar
                     : arith::TruncFOp::create(n, type, scalar).getResult());
  return optimizer.buildUpdate(n, hyper, in);
}

/// One generic updates the parameter and its optimizer state, in place.
void TrainStepBuilder::buildUpdate(BlockArgument parameter, Value gradient,
                                   Value status, ArrayRef<Value> scalars) {
  SmallVector<Value> ins = {gradient, status};
  ins.append(scalars.begin(), scalars.end());
  SmallVector<BlockArgument> targets = targetsOf(parameter);
  SmallVector<Value> outs(targets.begin(), targets.end());
  SmallVector<Value> updated = buildInPlaceUpdate(
      step.builder(), ins, outs,
      [&](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
        ValueRange old = v.take_back(outs.size());
        Value isOk = buildIsOk(n, v[1]);
        SmallVector<Value> chosen;
        for (auto [value, before] : llvm::zip(
                 buildNewValues(n, v.front(), v.slice(2, scalars.size()), old),
                 old))
          chosen.push_back(arith::SelectOp::create(n, isOk, value, before));
        return chosen;
      });
  for (auto [value, target] : llvm::zip(updated, targets))
    step.addUpdate(value, target);
}

LogicalResult TrainStepBuilder::build() {
  FailureOr<llvm::StringMap<unsigned>> gradients = findGradients(derivative);
  if (failed(gradients))
    return failure();
  buildSignature(*gradients);
  SmallVector<Value> seeds = buildSeeds();
  FailureOr<SmallVector<Value>> cloned =
      step.cloneBody(derivative, [](unsigned) { return true; });
  if (failed(cloned))
    return failure();
  for (auto [run, seed] : llvm::zip(step.args(Role::Seed), seeds))
    run.replaceAllUsesExcept(seed, seed.getDefiningOp());
  ArrayRef<Value> results = *cloned;
  SmallVector<Value> scalars = buildScalars();
  Value status = buildStatus(results, *gradients, scalars);

  for (Role role : {Role::Loss, Role::Logits})
    for (auto [index, value] : llvm::enumerate(results))
      if (getResultRole(derivative, index) == role)
        step.addResult(value, role);
  step.addResult(status, Role::Status);
  // What the loss does not depend on has no gradient, for weight decay or
  // momentum to move it with.
  auto unreached = derivative->getAttrOfType<ArrayAttr>(attrs::unreached);
  for (BlockArgument parameter : step.args(Role::Parameter)) {
    auto found = gradients->find(step.nameOf(parameter));
    bool isUnreached =
        unreached && llvm::is_contained(unreached, step.builder().getStringAttr(
                                                       step.nameOf(parameter)));
    if (found != gradients->end() && !isUnreached)
      buildUpdate(parameter, results[found->second], status, scalars);
  }
  for (auto [index, value] : llvm::enumerate(results)) {
    StringRef updates = getResultUpdates(derivative, index);
    if (updates.empty())
      continue;
    BlockArgument arg = step.arg(updates);
    step.addUpdate(buildCommit(step.builder(), status, value, arg), arg);
  }
  Value next = buildInPlaceUpdate(
      step.builder(), status, stepCount,
      [](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
        Value one =
            arith::ExtUIOp::create(n, n.getI64Type(), buildIsOk(n, v[0]));
        return {arith::AddIOp::create(n, v[1], one)};
      })[0];
  step.addUpdate(next, stepCount);
  return success();
}

namespace {
struct ApproxBuildTrainingStep
    : public lutra::impl::ApproxBuildTrainingStepBase<ApproxBuildTrainingStep> {
  using ApproxBuildTrainingStepBase::ApproxBuildTrainingStepBase;

  void runOnOperation() override {
    if (failed(build(getOperation())))
      signalPassFailure();
  }

  LogicalResult build(ModuleOp module);
  FailureOr<const Optimizer *> findOptimizer(func::FuncOp func);
  LogicalResult checkArguments(func::FuncOp func);
  LogicalResult checkEmit(func::FuncOp func);
};
} // namespace

FailureOr<const Optimizer *>
ApproxBuildTrainingStep::findOptimizer(func::FuncOp func) {
  ArrayRef<Optimizer> all = allOptimizers();
  const Optimizer *found = llvm::find_if(
      all, [&](const Optimizer &entry) { return entry.name == optimizer; });
  if (found == all.end()) {
    InFlightDiagnostic error = func.emitError("unknown optimizer '")
                               << optimizer << "', expected one of ";
    llvm::interleaveComma(all, error,
                          [&](const Optimizer &entry) { error << entry.name; });
    return error;
  }
  struct Option {
    StringLiteral name;
    double value;
    bool isSet, isValid;
    StringLiteral expected;
  };
  Option given[] = {
      {"momentum", momentum, momentum != 0.0, momentum >= 0 && momentum < 1,
       "in [0, 1)"},
      {"nesterov", momentum, nesterov, !nesterov || momentum > 0,
       "with a momentum above 0"},
      {"weight-decay", weightDecay, weightDecay != 0.0, weightDecay >= 0,
       "of at least 0"},
      {"beta1", beta1, beta1 != 0.9, beta1 >= 0 && beta1 < 1, "in [0, 1)"},
      {"beta2", beta2, beta2 != 0.999, beta2 >= 0 && beta2 < 1, "in [0, 1)"},
      {"eps", epsilon, epsilon != 1e-8, epsilon >= 0, "of at least 0"},
  };
  SmallVector<StringRef> used;
  StringRef(found->uses).split(used, ' ');
  for (const Option &option : given) {
    if (option.isSet && !llvm::is_contained(used, option.name))
      return func.emitError("optimizer ")
             << found->name << " has no " << option.name << ", only "
             << found->uses;
    if (!option.isValid)
      return func.emitError("expects ")
             << option.name << " " << option.expected << ", got "
             << std::to_string(option.value);
  }
  return found;
}

/// A role and a name on every argument, a loss among the results.
LogicalResult ApproxBuildTrainingStep::checkArguments(func::FuncOp func) {
  for (unsigned i = 0, e = func.getNumArguments(); i < e; ++i) {
    if (!getArgRole(func, i) || getArgName(func, i).empty())
      return func.emitError("argument ")
             << i << " of @" << func.getSymName()
             << " has no approx.role and approx.name (approx-prepare adds "
                "them)";
    Type type = func.getArgumentTypes()[i];
    if (getArgRole(func, i) == Role::Seed && !isSeedType(type))
      return func.emitError("seed '")
             << getArgName(func, i) << "' of @" << func.getSymName()
             << " expects a tensor of integers of up to 64 bits, got " << type;
  }
  for (unsigned i = 0, e = func.getNumResults(); i < e; ++i) {
    StringRef updates = getResultUpdates(func, i);
    if (!updates.empty() && !findArg(func, updates))
      return func.emitError("result ")
             << i << " of @" << func.getSymName() << " updates '" << updates
             << "', but no argument has that name";
  }
  if (!findResult(func, Role::Loss))
    return func.emitError("@")
           << func.getSymName() << " has no result of role loss";
  return success();
}

LogicalResult ApproxBuildTrainingStep::checkEmit(func::FuncOp func) {
  for (StringRef name : emit)
    if (!llvm::is_contained(functionNames, name))
      return func.emitError("cannot emit '")
             << name << "', expected train_step, evaluate or calibrate";
  for (StringRef name : functionNames)
    if (SymbolTable::lookupSymbolIn(getOperation(), name))
      return func.emitError("the module has a symbol @") << name << " already";
  return success();
}

LogicalResult ApproxBuildTrainingStep::build(ModuleOp module) {
  // The derivative is public, too: look for the function it is of.
  std::string name = function;
  for (auto func : module.getOps<func::FuncOp>()) {
    StringRef stem = func.getSymName();
    if (name.empty() && stem.consume_back(derivativeSuffix))
      name = stem.str();
  }
  func::FuncOp func = findFunction(module, name);
  if (!func || !getSingleReturn(func) || failed(checkArguments(func)) ||
      failed(checkEmit(func)))
    return failure();

  std::optional<Arithmetic> products =
      llvm::StringSwitch<std::optional<Arithmetic>>(arithmetic)
          .Case("float", Arithmetic::Float)
          .Case("int8", Arithmetic::Int8)
          .Case("approximate", Arithmetic::Approximate)
          .Default(std::nullopt);
  if (!products)
    return func.emitError("unknown calibrate-arithmetic '")
           << arithmetic << "', expected float, int8 or approximate";
  if (statistics != "keep" && statistics != "update")
    return func.emitError("unknown calibrate-buffers '")
           << statistics << "', expected keep or update";
  FailureOr<const Optimizer *> found = findOptimizer(func);
  if (failed(found))
    return failure();

  bool hasRanges = findResult(func, Role::Range).has_value();
  auto wanted = [&](StringRef what, bool byDefault) {
    return emit.empty() ? byDefault : llvm::is_contained(emit, what);
  };
  func::FuncOp derivative;
  if (wanted("train_step", true)) {
    std::string derivativeName = (func.getSymName() + derivativeSuffix).str();
    derivative = module.lookupSymbol<func::FuncOp>(derivativeName);
    if (!derivative)
      return func.emitError("no function @")
             << derivativeName << "; run approx-autodiff first";
    if (!getSingleReturn(derivative) || failed(checkArguments(derivative)))
      return failure();
    HyperParameters hyper{momentum, weightDecay, beta1,
                          beta2,    epsilon,     nesterov};
    if (failed(TrainStepBuilder(func, derivative, **found, hyper).build()))
      return failure();
  }
  if (wanted("evaluate", true) && failed(buildEvaluate(func)))
    return failure();
  if (wanted("calibrate", hasRanges)) {
    if (!hasRanges)
      return func.emitError("cannot build @calibrate: @")
             << func.getSymName() << " has no ranges";
    if (failed(buildCalibrate(func, *products, statistics == "update")))
      return failure();
  }
  if (keepFunctions)
    return success();
  for (func::FuncOp used : {derivative, func})
    if (used && SymbolTable::symbolKnownUseEmpty(used, module))
      used.erase();
  return success();
}
