//===- OutlineLoops.cpp - Linalg on buffers -> functions of loops ---------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements approx-outline-loops; see the pass description for why
// loops become functions.
//
//===----------------------------------------------------------------------===//
#include "../ApproxToRuntime/RuntimeCalls.h"
#include "lutra/Conversion/Boundary.h"
#include "lutra/Conversion/Passes.h"
#include "mlir/Conversion/LLVMCommon/TypeConverter.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Linalg/Transforms/TilingInterfaceImpl.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/Interfaces/TilingInterface.h"
#include "mlir/Interfaces/ViewLikeInterface.h"
#include "mlir/Transforms/RegionUtils.h"
#include "llvm/ADT/StringMap.h"

namespace lutra {
#define GEN_PASS_DEF_OUTLINELOOPS
#include "lutra/Conversion/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;

namespace {

/// How the loops of an op are run.
struct LoopPlan {
  SmallVector<int64_t> sizes;
  SmallVector<unsigned> order; // outermost first
  /// The parallel loop that is given in parts; none when all are reductions.
  std::optional<unsigned> split;
  int64_t operations = 0; // of all iterations together

  int64_t operationsPerIteration() const {
    return split ? std::max<int64_t>(1, operations / sizes[*split]) : 1;
  }
};

/// A loop of at least this many iterations is worth splitting.
constexpr int64_t minSplitSize = 8;

std::optional<LoopPlan> makePlan(linalg::LinalgOp op) {
  LoopPlan plan;
  plan.sizes = op.getStaticLoopRanges();
  if (ShapedType::isDynamicShape(plan.sizes))
    return std::nullopt;
  SmallVector<utils::IteratorType> kinds = op.getIteratorTypesArray();
  unsigned count = kinds.size();
  auto isParallel = [&](unsigned loop) {
    return kinds[loop] == utils::IteratorType::parallel;
  };
  // The innermost loop keeps its place: its neighbours are neighbours in
  // memory.
  bool keepLast = count != 0 && isParallel(count - 1);
  for (bool parallel : {true, false})
    for (unsigned loop = 0; loop < count - keepLast; ++loop)
      if (isParallel(loop) == parallel)
        plan.order.push_back(loop);
  if (keepLast)
    plan.order.push_back(count - 1);
  for (unsigned loop : plan.order) {
    if (!isParallel(loop) || plan.sizes[loop] <= 1)
      continue;
    if (!plan.split || plan.sizes[loop] > plan.sizes[*plan.split])
      plan.split = loop;
    if (plan.sizes[*plan.split] >= minSplitSize)
      break;
  }
  int64_t body = 0;
  op->getRegion(0).walk([&](Operation *) { ++body; });
  plan.operations = body;
  for (int64_t size : plan.sizes)
    plan.operations *= size;
  return plan;
}

/// Windows and the like are unrolled, which lets the loop around them
/// vectorise; longer loops are not: LLVM would unroll hundreds of iterations of
/// vectors, which costs compile time and gains nothing.
constexpr int64_t maxUnrolledSize = 8;

void disableUnrolling(scf::ForOp loop) {
  MLIRContext *context = loop.getContext();
  LLVM::LoopUnrollAttr unroll = LLVM::LoopUnrollAttr::get(
      context, /*disable=*/BoolAttr::get(context, true), {}, {}, {}, {}, {},
      {});
  loop->setAttr("llvm.loop_annotation",
                LLVM::LoopAnnotationAttr::get(
                    context, /*disableNonforced=*/{}, /*vectorize=*/{},
                    /*interleave=*/{}, unroll, /*unrollAndJam=*/{}, /*licm=*/{},
                    /*distribute=*/{}, /*pipeline=*/{}, /*peeled=*/{},
                    /*unswitch=*/{},
                    /*mustProgress=*/{}, /*isVectorized=*/{}, /*startLoc=*/{},
                    /*endLoc=*/{}, /*parallelAccesses=*/{}));
}

/// Writes the loops of `op` at the builder's place, `begin` to `end` of the
/// split loop if they are given, and erases it.
LogicalResult emitLoops(OpBuilder &builder, linalg::LinalgOp op,
                        const LoopPlan &plan, Value begin, Value end) {
  OpBuilder::InsertionGuard guard(builder);
  Location loc = op.getLoc();
  auto constant = [&](int64_t value) -> Value {
    return arith::ConstantIndexOp::create(builder, loc, value);
  };
  SmallVector<Value> indices(plan.sizes.size());
  for (unsigned loop : plan.order) {
    bool isSplit = begin && plan.split == loop;
    if (!isSplit && plan.sizes[loop] == 1) {
      indices[loop] = constant(0);
      continue;
    }
    auto loopOp = scf::ForOp::create(
        builder, loc, isSplit ? begin : constant(0),
        isSplit ? end : constant(plan.sizes[loop]), constant(1));
    if (isSplit || plan.sizes[loop] > maxUnrolledSize)
      disableUnrolling(loopOp);
    indices[loop] = loopOp.getInductionVar();
    builder.setInsertionPointToStart(loopOp.getBody());
  }
  if (failed(cast<TilingInterface>(op.getOperation())
                 .generateScalarImplementation(builder, loc, indices)))
    return op.emitOpError("cannot be written as loops");
  op.erase();
  return success();
}

/// The buffer that `value` is a view of. Memory that approx-plan-memory has
/// planned is a view of the workspace; two such views never overlap while both
/// are in use.
Value getRoot(Value value) {
  while (auto view = value.getDefiningOp<ViewLikeOpInterface>()) {
    if (isa<memref::ViewOp>(view))
      break;
    value = view.getViewSource();
  }
  return value;
}

/// Constants and addresses of globals are made anew inside a function.
bool isRematerialized(Value value) {
  Operation *op = value.getDefiningOp();
  return op && (op->hasTrait<OpTrait::ConstantLike>() ||
                isa<memref::GetGlobalOp>(op));
}

/// Everything that `op` reads from outside: operands, and values that its body
/// captures.
llvm::SetVector<Value> getUsedValues(linalg::LinalgOp op) {
  llvm::SetVector<Value> values(op->operand_begin(), op->operand_end());
  getUsedValuesDefinedAbove(op->getRegions(), values);
  return values;
}

/// True when `value` overlaps no other of `arguments` that is written, and is
/// not written itself while another one overlaps it.
bool isNoAlias(linalg::LinalgOp op, Value value, ArrayRef<Value> arguments) {
  auto isWritten = [&](Value v) {
    return llvm::is_contained(op.getDpsInits(), v);
  };
  return llvm::none_of(arguments, [&](Value other) {
    return other != value && isa<MemRefType>(other.getType()) &&
           getRoot(other) == getRoot(value) &&
           (isWritten(other) || isWritten(value));
  });
}

class Outliner {
public:
  Outliner(ModuleOp module, bool parallel, int64_t threshold)
      : module(module), runtime(module), parallel(parallel),
        threshold(threshold) {}

  LogicalResult run(func::FuncOp function) {
    SmallVector<linalg::LinalgOp> ops;
    function.walk([&](linalg::LinalgOp op) {
      if (op.hasPureBufferSemantics())
        ops.push_back(op);
    });
    unsigned count = 0;
    for (linalg::LinalgOp op : ops) {
      std::optional<LoopPlan> plan = makePlan(op);
      if (!plan)
        return op.emitOpError(
            "has loops of dynamic size; a compiled step needs "
            "static shapes");
      if (plan->operations == 0) { // a loop of no iterations
        op.erase();
        continue;
      }
      if (plan->order.empty() || !canPass(op)) {
        OpBuilder builder(op);
        if (failed(emitLoops(builder, op, *plan, Value(), Value())))
          return failure();
        continue;
      }
      if (failed(outline(op, *plan, (function.getName() + "_loops_").str(),
                         count)))
        return failure();
    }
    return success();
  }

private:
  /// A buffer is passed as a plain pointer, so its layout must be static.
  bool canPass(linalg::LinalgOp op) {
    return llvm::all_of(getUsedValues(op), [](Value value) {
      auto type = dyn_cast<MemRefType>(value.getType());
      return !type || LLVMTypeConverter::canConvertToBarePtr(type);
    });
  }

  /// An earlier function with the same body in place of `function`, if there is
  /// one: functions of one module repeat each other's layers.
  func::FuncOp reuse(func::FuncOp function) {
    std::string name = function.getName().str(), text;
    function.setName("");
    llvm::raw_string_ostream os(text);
    function->print(os, OpPrintingFlags().useLocalScope());
    function.setName(name);
    func::FuncOp first = known.try_emplace(text, function).first->second;
    if (first != function)
      function.erase();
    return first;
  }

  LogicalResult outline(linalg::LinalgOp op, const LoopPlan &plan,
                        const std::string &prefix, unsigned &count) {
    Location loc = op.getLoc();
    SmallVector<Value> arguments, rematerialized;
    for (Value value : getUsedValues(op))
      (isRematerialized(value) ? rematerialized : arguments).push_back(value);

    OpBuilder builder(op);
    Type index = builder.getIndexType();
    // A nest of reductions has nothing to split, but wants `noalias` as well.
    unsigned bounds = plan.split ? 2 : 0;
    SmallVector<Type> types(bounds, index);
    for (Value value : arguments)
      types.push_back(value.getType());
    OpBuilder atEnd = OpBuilder::atBlockEnd(module.getBody());
    auto function =
        func::FuncOp::create(atEnd, loc, prefix + std::to_string(count),
                             builder.getFunctionType(types, {}));
    function.setPrivate();
    function->setAttr(
        "llvm.linkage",
        LLVM::LinkageAttr::get(builder.getContext(), LLVM::Linkage::Internal));
    // Inlined into a step of hundreds of loops, it would only slow LLVM down.
    function->setAttr("passthrough", builder.getStrArrayAttr({"noinline"}));
    for (auto [i, value] : llvm::enumerate(arguments))
      if (isa<MemRefType>(value.getType()) && isNoAlias(op, value, arguments))
        function.setArgAttr(bounds + i, LLVM::LLVMDialect::getNoAliasAttrName(),
                            builder.getUnitAttr());

    Block *body = function.addEntryBlock();
    OpBuilder inside = OpBuilder::atBlockBegin(body);
    IRMapping mapping;
    mapping.map(arguments, body->getArguments().drop_front(bounds));
    for (Value value : rematerialized)
      inside.clone(*value.getDefiningOp(), mapping);
    auto copy = cast<linalg::LinalgOp>(inside.clone(*op, mapping));
    Value begin = plan.split ? body->getArgument(0) : Value();
    Value end = plan.split ? body->getArgument(1) : Value();
    if (failed(emitLoops(inside, copy, plan, begin, end)))
      return failure();
    inside.setInsertionPointToEnd(body);
    func::ReturnOp::create(inside, loc);
    function = reuse(function);
    if (function.getName() == prefix + std::to_string(count))
      ++count;

    SmallVector<Value> operands;
    if (plan.split)
      for (int64_t bound : {int64_t(0), plan.sizes[*plan.split]})
        operands.push_back(arith::ConstantIndexOp::create(builder, loc, bound));
    llvm::append_range(operands, arguments);
    auto call = func::CallOp::create(builder, loc, function, operands);
    if (parallel && plan.split && plan.operations >= threshold) {
      int64_t grain = llvm::divideCeil(std::max<int64_t>(1, threshold / 2),
                                       plan.operationsPerIteration());
      if (grain < plan.sizes[*plan.split]) {
        runtime.ensureInit();
        call->setAttr(boundary::grainAttr, builder.getI64IntegerAttr(grain));
      }
    }
    op.erase();
    return success();
  }

  ModuleOp module;
  RuntimeModule runtime;
  llvm::StringMap<func::FuncOp> known; // by printed body
  bool parallel;
  int64_t threshold;
};

struct OutlineLoopsPass : lutra::impl::OutlineLoopsBase<OutlineLoopsPass> {
  using Base::Base;

  void getDependentDialects(DialectRegistry &registry) const override {
    Base::getDependentDialects(registry);
    linalg::registerTilingInterfaceExternalModels(registry);
  }

  void runOnOperation() override {
    Outliner outliner(getOperation(), parallel, threshold);
    SmallVector<func::FuncOp> functions;
    for (auto function : getOperation().getOps<func::FuncOp>())
      if (!function.isExternal())
        functions.push_back(function);
    for (func::FuncOp function : functions)
      if (failed(outliner.run(function)))
        return signalPassFailure();
  }
};

} // namespace
