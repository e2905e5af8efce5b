//===- StepFunction.cpp - Builder of the functions of a training step -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What @train_step, @evaluate and @calibrate have in common: arguments by name,
// state that is written in place, and the status.
//
//===----------------------------------------------------------------------===//
#include "StepFunction.h"
#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include <limits>

using namespace mlir;
using namespace lutra::approx;

namespace lutra {

//===----------------------------------------------------------------------===//
// StepFunction
//===----------------------------------------------------------------------===//

StepFunction::StepFunction(ModuleOp module, StringRef name, Location loc)
    : b(loc, module.getContext()) {
  b.setInsertionPointToEnd(module.getBody());
  function = func::FuncOp::create(b, name, b.getFunctionType({}, {}));
  b.setInsertionPointToStart(function.addEntryBlock());
  auto ret = func::ReturnOp::create(b, ValueRange());
  b.setInsertionPoint(ret);
}

BlockArgument StepFunction::addArg(Type type, Role role, StringRef name) {
  return appendArg(function, type, role, name);
}

void StepFunction::addArgs(func::FuncOp source, ArrayRef<Role> roles) {
  for (Role role : roles)
    for (unsigned i = 0, e = source.getNumArguments(); i < e; ++i)
      if (getArgRole(source, i) == role) {
        BlockArgument arg =
            addArg(source.getArgumentTypes()[i], role, getArgName(source, i));
        if (Attribute bounds = source.getArgAttr(i, attrs::bounds))
          function.setArgAttr(arg.getArgNumber(), attrs::bounds, bounds);
      }
}

SmallVector<BlockArgument> StepFunction::args(Role role) {
  SmallVector<BlockArgument> result;
  for (BlockArgument arg : function.getArguments())
    if (getArgRole(function, arg.getArgNumber()) == role)
      result.push_back(arg);
  return result;
}

BlockArgument StepFunction::arg(StringRef name) {
  std::optional<unsigned> index = findArg(function, name);
  return index ? function.getArgument(*index) : BlockArgument();
}

FailureOr<SmallVector<Value>>
StepFunction::cloneBody(func::FuncOp source,
                        function_ref<bool(unsigned)> wanted) {
  Block &body = source.getBody().front();
  llvm::DenseSet<Value> live;
  for (auto [index, value] :
       llvm::enumerate(body.getTerminator()->getOperands()))
    if (wanted(index))
      live.insert(value);
  llvm::DenseSet<Operation *> needed;
  for (Operation &op : llvm::reverse(body.without_terminator())) {
    bool isUsed = llvm::any_of(
        op.getResults(), [&](Value result) { return live.contains(result); });
    if (!isUsed && isMemoryEffectFree(&op))
      continue;
    needed.insert(&op);
    op.walk([&](Operation *nested) {
      live.insert(nested->operand_begin(), nested->operand_end());
    });
  }

  IRMapping mapping;
  for (BlockArgument original : source.getArguments()) {
    StringRef name = getArgName(source, original.getArgNumber());
    if (BlockArgument here = arg(name))
      mapping.map(original, here);
    else if (live.contains(original))
      return source.emitError("@")
             << function.getSymName() << " has no argument '" << name
             << "', which its results depend on";
  }
  for (Operation &op : body.without_terminator())
    if (needed.contains(&op))
      b.clone(op, mapping);
  SmallVector<Value> results;
  for (auto [index, value] :
       llvm::enumerate(body.getTerminator()->getOperands()))
    results.push_back(wanted(index) ? mapping.lookupOrDefault(value) : Value());
  return results;
}

void StepFunction::copyLayers(func::FuncOp source) {
  if (Attribute layers = source->getAttr(attrs::layers))
    function->setAttr(attrs::layers, layers);
}

void StepFunction::addResult(Value value, Role role) {
  appendResult(function, value, role);
}

void StepFunction::addUpdate(Value value, BlockArgument arg) {
  unsigned index = arg.getArgNumber();
  function.setArgAttr(index,
                      bufferization::BufferizationDialect::kWritableAttrName,
                      b.getBoolAttr(true));
  Value written = bufferization::MaterializeInDestinationOp::create(
                      b, arg.getType(), value, arg)
                      .getResult();
  appendResult(function, written, *getArgRole(function, index), nameOf(arg));
}

//===----------------------------------------------------------------------===//
// Status
//===----------------------------------------------------------------------===//

/// Checks that are written to one buffer. Bufferization compares everything
/// that is written to one buffer with everything that is read of it.
static constexpr unsigned maxChainLength = 32;

/// Larger than any code: nothing found yet.
static constexpr int32_t nothingFound = std::numeric_limits<int32_t>::max();

static Value constantI32(ImplicitLocOpBuilder &b, int32_t value) {
  return arith::ConstantOp::create(b, b.getI32IntegerAttr(value));
}

StatusBuilder::StatusBuilder(StepFunction &function)
    : function(function), first(buildNothingFound()) {}

Value StatusBuilder::buildNothingFound() {
  ImplicitLocOpBuilder &b = function.builder();
  return buildFill(b, {}, b.getI32IntegerAttr(nothingFound));
}

/// Integer arithmetic on the bits: it vectorises without reordering floats.
/// Infinities and NaNs are the values whose exponent is that of infinity.
static Value buildIsBad(ImplicitLocOpBuilder &b, Value value) {
  auto type = cast<FloatType>(value.getType());
  llvm::APInt bits =
      llvm::APFloat::getInf(type.getFloatSemantics()).bitcastToAPInt();
  Type integer = b.getIntegerType(type.getWidth());
  Value mask = arith::ConstantOp::create(b, b.getIntegerAttr(integer, bits));
  Value raw = arith::BitcastOp::create(b, integer, value);
  Value exponent = arith::AndIOp::create(b, raw, mask);
  return arith::CmpIOp::create(b, arith::CmpIPredicate::eq, exponent, mask);
}

int32_t StatusBuilder::addName(const Twine &name) {
  names.push_back(name.str());
  return names.size();
}

void StatusBuilder::check(Value value, const Twine &name) {
  if (isa<FloatType>(cast<RankedTensorType>(value.getType()).getElementType()))
    check(value, addName(name),
          [](ImplicitLocOpBuilder &, ValueRange v) -> SmallVector<Value> {
            return {v[0]};
          });
}

void StatusBuilder::check(ValueRange inputs, ArrayRef<int32_t> codes,
                          GenericBody values) {
  if (length == maxChainLength) {
    otherChains.push_back(first);
    first = buildNothingFound();
    length = 0;
  }
  ++length;
  first = buildFullReduction(
      function.builder(), inputs, first,
      [&](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
        Value none = constantI32(n, nothingFound), least = v.back();
        for (auto [value, code] : llvm::zip(values(n, v.drop_back()), codes)) {
          Value found = arith::SelectOp::create(n, buildIsBad(n, value),
                                                constantI32(n, code), none);
          least = arith::MinSIOp::create(n, least, found);
        }
        return {least};
      });
}

/// (min, max) is the last dimension. Empty where min > max.
void StatusBuilder::checkRanges(Value ranges, const Twine &name) {
  ImplicitLocOpBuilder &b = function.builder();
  auto type = cast<RankedTensorType>(ranges.getType());
  SmallVector<OpFoldResult> sizes =
      tensor::getMixedSizes(b, b.getLoc(), ranges);
  sizes.back() = b.getIndexAttr(1);
  SmallVector<OpFoldResult> strides(sizes.size(), b.getIndexAttr(1));
  auto ends =
      RankedTensorType::get(type.getShape().drop_back(), type.getElementType());
  auto slice = [&](int64_t end) -> Value {
    SmallVector<OpFoldResult> offsets(sizes.size(), b.getIndexAttr(0));
    offsets.back() = b.getIndexAttr(end);
    return tensor::ExtractSliceOp::create(b, ends, ranges, offsets, sizes,
                                          strides);
  };
  int32_t code = addName(name);
  check({slice(0), slice(1)}, {code, code, code},
        [](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
          Value isEmpty =
              arith::CmpFOp::create(n, arith::CmpFPredicate::OGT, v[0], v[1]);
          auto type = cast<FloatType>(v[0].getType());
          auto constant = [&](const llvm::APFloat &value) -> Value {
            return arith::ConstantOp::create(n, n.getFloatAttr(type, value));
          };
          const llvm::fltSemantics &semantics = type.getFloatSemantics();
          Value bad = constant(llvm::APFloat::getInf(semantics));
          Value good = constant(llvm::APFloat::getZero(semantics));
          return {v[0], v[1], arith::SelectOp::create(n, isEmpty, bad, good)};
        });
}

Value StatusBuilder::finish() {
  ImplicitLocOpBuilder &b = function.builder();
  int32_t failed = addName("the runtime");
  SmallVector<StringRef> refs(names.begin(), names.end());
  function.func()->setAttr(attrs::statusNames, b.getStrArrayAttr(refs));
  Value found = tensor::ExtractOp::create(b, first, ValueRange());
  for (Value chain : otherChains) {
    Value other = tensor::ExtractOp::create(b, chain, ValueRange());
    found = arith::MinSIOp::create(b, found, other);
  }
  Value isOk = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, found,
                                     constantI32(b, nothingFound));
  Value code = arith::SelectOp::create(b, isOk, constantI32(b, 0), found);
  Value verdict = RuntimeVerdictOp::create(b, code, failed);
  return tensor::FromElementsOp::create(b, first.getType(), verdict);
}

Value buildIsOk(ImplicitLocOpBuilder &builder, Value status) {
  Value zero = constantI32(builder, 0);
  return arith::CmpIOp::create(builder, arith::CmpIPredicate::eq, status, zero);
}

Value buildCommit(ImplicitLocOpBuilder &builder, Value status, Value newValue,
                  Value oldValue) {
  return buildInPlaceUpdate(
      builder, {newValue, status}, oldValue,
      [](ImplicitLocOpBuilder &n, ValueRange v) -> SmallVector<Value> {
        return {arith::SelectOp::create(n, buildIsOk(n, v[1]), v[0], v[2])};
      })[0];
}

} // namespace lutra
