//===- Activity.cpp - Which values need a cotangent -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Approach: two lattices of one flag each. The transfer functions ask the
// differentiable interface which operands have a derivative and which results
// carry a cotangent, so that codes of approx ops are active (M9) while masks,
// indices, rounded values and ranges drop out. A value that a region reads from
// above counts as an operand of the op that owns the region.
//
//===----------------------------------------------------------------------===//
#include "lutra/Autodiff/Activity.h"
#include "lutra/Autodiff/DifferentiableOpInterface.h"
#include "mlir/Analysis/DataFlow/SparseAnalysis.h"
#include "mlir/Analysis/DataFlow/Utils.h"
#include "mlir/Transforms/RegionUtils.h"
#include "llvm/ADT/DenseSet.h"

using namespace mlir;
using namespace lutra::ad;

namespace lutra::ad {
namespace {

struct Flag {
  bool set = false;
  bool operator==(const Flag &other) const { return set == other.set; }
  static Flag join(const Flag &a, const Flag &b) { return {a.set || b.set}; }
  static Flag meet(const Flag &a, const Flag &b) { return join(a, b); }
  void print(raw_ostream &os) const { os << set; }
};

struct VariedLattice : dataflow::Lattice<Flag> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(VariedLattice)
  using Lattice::Lattice;
};
struct UsefulLattice : dataflow::Lattice<Flag> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(UsefulLattice)
  using Lattice::Lattice;
};

bool hasDerivative(OpOperand &operand) {
  if (auto rule = dyn_cast<DifferentiableOpInterface>(operand.getOwner()))
    return rule.isDifferentiableOperand(operand);
  // Without a rule everything that could depend counts: the driver reports it.
  return static_cast<bool>(getCotangentType(operand.get()));
}

/// Calls `visit` on every value that the op's results may depend on smoothly.
void forEachDifferentiableInput(Operation *op,
                                function_ref<void(Value)> visit) {
  for (OpOperand &operand : op->getOpOperands())
    if (hasDerivative(operand))
      visit(operand.get());
  if (op->getNumRegions() == 0)
    return;
  SetVector<Value> captured;
  getUsedValuesDefinedAbove(op->getRegions(), captured);
  for (Value value : captured)
    if (getCotangentType(value))
      visit(value);
}

class VariedAnalysis
    : public dataflow::SparseForwardDataFlowAnalysis<VariedLattice> {
public:
  VariedAnalysis(DataFlowSolver &solver, ArrayRef<Value> independents)
      : SparseForwardDataFlowAnalysis(solver),
        independents(independents.begin(), independents.end()) {}

  LogicalResult visitOperation(Operation *op, ArrayRef<const VariedLattice *>,
                               ArrayRef<VariedLattice *> results) override {
    Flag varied;
    ProgramPoint *point = getProgramPointAfter(op);
    forEachDifferentiableInput(op, [&](Value value) {
      varied.set |= getLatticeElementFor(point, value)->getValue().set;
    });
    for (VariedLattice *result : results)
      if (getCotangentType(result->getAnchor()))
        propagateIfChanged(result, result->join(varied));
    return success();
  }

  void visitExternalCall(CallOpInterface call,
                         ArrayRef<const VariedLattice *> arguments,
                         ArrayRef<VariedLattice *> results) override {
    (void)visitOperation(call, arguments, results);
  }

  void setToEntryState(VariedLattice *lattice) override {
    Flag flag{independents.contains(lattice->getAnchor())};
    propagateIfChanged(lattice, lattice->join(flag));
  }

private:
  DenseSet<Value> independents;
};

class UsefulAnalysis
    : public dataflow::SparseBackwardDataFlowAnalysis<UsefulLattice> {
public:
  UsefulAnalysis(DataFlowSolver &solver, SymbolTableCollection &symbolTables,
                 ArrayRef<Value> dependents)
      : SparseBackwardDataFlowAnalysis(solver, symbolTables),
        dependents(dependents.begin(), dependents.end()) {}

  LogicalResult
  visitOperation(Operation *op, ArrayRef<UsefulLattice *>,
                 ArrayRef<const UsefulLattice *> results) override {
    bool useful = llvm::any_of(results, [](const UsefulLattice *result) {
      return result->getValue().set && getCotangentType(result->getAnchor());
    });
    if (useful)
      forEachDifferentiableInput(op, [&](Value value) { mark(value); });
    return success();
  }

  void visitExternalCall(CallOpInterface call,
                         ArrayRef<UsefulLattice *> arguments,
                         ArrayRef<const UsefulLattice *> results) override {
    (void)visitOperation(call, arguments, results);
  }
  /// What the function returns is known, whoever calls it.
  LogicalResult visitCallableOperation(
      Operation *, CallableOpInterface,
      ArrayRef<dataflow::AbstractSparseLattice *> operands) override {
    for (dataflow::AbstractSparseLattice *operand : operands)
      setToExitState(static_cast<UsefulLattice *>(operand));
    return success();
  }
  void visitBranchOperand(OpOperand &) override {}
  void visitCallOperand(OpOperand &) override {}
  void visitNonControlFlowArguments(RegionSuccessor &,
                                    ArrayRef<BlockArgument>) override {}

  using SparseBackwardDataFlowAnalysis::setToExitState;
  void setToExitState(UsefulLattice *lattice) override {
    if (dependents.contains(lattice->getAnchor()))
      mark(lattice->getAnchor());
  }

private:
  void mark(Value value) {
    UsefulLattice *lattice = getLatticeElement(value);
    propagateIfChanged(lattice, lattice->meet(Flag{true}));
  }

  DenseSet<Value> dependents;
};

} // namespace
} // namespace lutra::ad

FailureOr<Activity> Activity::compute(FunctionOpInterface function,
                                      ArrayRef<Value> independents,
                                      ArrayRef<Value> dependents) {
  Activity activity;
  activity.symbolTables = std::make_unique<SymbolTableCollection>();
  // A call is one op with a rule of its own, not a way into its callee.
  activity.solver = std::make_unique<DataFlowSolver>(
      DataFlowConfig().setInterprocedural(false));
  dataflow::loadBaselineAnalyses(*activity.solver);
  activity.solver->load<VariedAnalysis>(independents);
  activity.solver->load<UsefulAnalysis>(*activity.symbolTables, dependents);
  if (failed(activity.solver->initializeAndRun(function)))
    return failure();
  return activity;
}

bool Activity::isVaried(Value value) const {
  const auto *lattice = solver->lookupState<VariedLattice>(value);
  return lattice && lattice->getValue().set;
}

bool Activity::isUseful(Value value) const {
  const auto *lattice = solver->lookupState<UsefulLattice>(value);
  return lattice && lattice->getValue().set;
}
