//===- Inlining.cpp - Calls that become their callees' bodies -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Implements inlining, and approx-inline-calls.
//
// Approach: from the top, so that no operation is cloned twice on its way into
// the function: upstream's inliner clones a body once for every function on the
// way. What the function will have is counted before.
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/Transforms/Inlining.h"
#include "lutra/Dialect/Approx/Transforms/Passes.h"
#include "llvm/Support/MathExtras.h"

namespace lutra {
#define GEN_PASS_DEF_APPROXINLINECALLS
#include "lutra/Dialect/Approx/Transforms/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

using IsKept = llvm::function_ref<bool(func::CallOp, func::FuncOp)>;

namespace {
/// Finds out what inlining would do. Calls may nest deeper than the stack.
class Measure {
public:
  Measure(SymbolTable &symbols, IsKept isKept,
          llvm::SetVector<func::FuncOp> &finished)
      : symbols(symbols), isKept(isKept), finished(finished) {}

  /// Operations of the body of `func` with its calls inlined.
  FailureOr<uint64_t> run(func::FuncOp func);

  /// The callee to inline at `call`, or null where the call stays.
  func::FuncOp calleeOf(func::CallOp call) {
    auto callee = symbols.lookup<func::FuncOp>(call.getCallee());
    return callee && !callee.isDeclaration() && !isKept(call, callee)
               ? callee
               : func::FuncOp();
  }

private:
  struct Frame {
    func::FuncOp func;
    uint64_t ops = 0;
    SmallVector<func::CallOp> calls; // those still to be looked at
  };

  Frame enter(func::FuncOp func);

  SymbolTable &symbols;
  IsKept isKept;
  llvm::SetVector<func::FuncOp> &finished;
  /// None while a function is being measured.
  llvm::DenseMap<func::FuncOp, std::optional<uint64_t>> sizes;
};
} // namespace

Measure::Frame Measure::enter(func::FuncOp func) {
  Frame frame;
  frame.func = func;
  func.walk([&](Operation *op) {
    if (auto call = dyn_cast<func::CallOp>(op); call && calleeOf(call))
      frame.calls.push_back(call);
    else if (!isa<func::FuncOp, func::ReturnOp>(op))
      ++frame.ops;
  });
  std::reverse(frame.calls.begin(), frame.calls.end());
  sizes[func] = std::nullopt;
  return frame;
}

static LogicalResult checkOneBlock(func::CallOp call, func::FuncOp callee) {
  if (callee.getBody().hasOneBlock())
    return success();
  InFlightDiagnostic error = call.emitError("cannot inline @")
                             << callee.getSymName() << ": it has "
                             << callee.getBody().getBlocks().size()
                             << " blocks, expected one";
  error.attachNote(callee.getLoc()) << "callee is here";
  return failure();
}

FailureOr<uint64_t> Measure::run(func::FuncOp func) {
  SmallVector<Frame> stack;
  stack.push_back(enter(func));
  while (true) {
    Frame &frame = stack.back();
    if (frame.calls.empty()) {
      uint64_t ops = frame.ops;
      sizes[frame.func] = ops;
      stack.pop_back();
      if (stack.empty())
        return ops;
      finished.insert(frame.func);
      continue;
    }
    func::CallOp call = frame.calls.back();
    func::FuncOp callee = calleeOf(call);
    auto known = sizes.find(callee);
    if (known == sizes.end()) {
      if (failed(checkOneBlock(call, callee)))
        return failure();
      stack.push_back(enter(callee));
      continue;
    }
    if (!known->second)
      return callee.emitError("recursive call of @")
             << callee.getSymName() << " cannot be inlined";
    frame.ops = llvm::SaturatingAdd(frame.ops, *known->second);
    frame.calls.pop_back();
  }
}

LogicalResult
lutra::approx::inlineCalls(func::FuncOp func, SymbolTable &symbols,
                           IsKept isKept,
                           llvm::SetVector<func::FuncOp> &inlined) {
  Measure measure(symbols, isKept, inlined);
  FailureOr<uint64_t> ops = measure.run(func);
  if (failed(ops))
    return failure();
  if (*ops > maxInlinedOps)
    return func.emitError("@")
           << func.getSymName() << " would have " << *ops
           << " operations with its calls inlined, expected at most "
           << maxInlinedOps;

  SmallVector<func::CallOp> calls;
  auto collect = [&](Operation *op) {
    op->walk([&](func::CallOp call) {
      if (measure.calleeOf(call))
        calls.push_back(call);
    });
  };
  collect(func);
  while (!calls.empty()) {
    func::CallOp call = calls.pop_back_val();
    Block &body = measure.calleeOf(call).getBody().front();
    OpBuilder builder(call);
    IRMapping mapping;
    mapping.map(body.getArguments(), call.getOperands());
    for (Operation &op : body.without_terminator())
      collect(builder.clone(op, mapping));
    for (auto [old, result] :
         llvm::zip(call.getResults(), body.getTerminator()->getOperands()))
      old.replaceAllUsesWith(mapping.lookupOrDefault(result));
    call.erase();
  }
  return success();
}

void lutra::approx::eraseUnusedFunctions(ArrayRef<func::FuncOp> functions,
                                         SymbolTable &symbols) {
  SymbolTableCollection tables;
  SymbolUserMap users(tables, symbols.getOp());
  llvm::DenseSet<Operation *> unused;
  for (func::FuncOp func : llvm::reverse(functions))
    if (func.isPrivate() &&
        llvm::all_of(users.getUsers(func), [&](Operation *user) {
          auto around = dyn_cast<func::FuncOp>(user);
          if (!around)
            around = user->getParentOfType<func::FuncOp>();
          return unused.contains(around);
        }))
      unused.insert(func);
  for (func::FuncOp func : functions)
    if (unused.contains(func))
      symbols.erase(func);
}

namespace {
struct ApproxInlineCalls
    : public lutra::impl::ApproxInlineCallsBase<ApproxInlineCalls> {
  void runOnOperation() override {
    SymbolTable symbols(getOperation());
    llvm::SetVector<func::FuncOp> inlined;
    for (auto func : getOperation().getOps<func::FuncOp>())
      if (!func.isDeclaration() && !func.isPrivate() &&
          failed(inlineCalls(
              func, symbols, [](func::CallOp, func::FuncOp) { return false; },
              inlined)))
        return signalPassFailure();
    eraseUnusedFunctions(inlined.getArrayRef(), symbols);
  }
};
} // namespace
