//===- Func.cpp - Derivatives of calls -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A call is differentiated by the rule that the user gives for the callee, or
// by differentiating the callee.
//
// A rule is a function of the module, named by `approx.vjp = @rule` on the call
// or on the callee:
//
//   @rule(operands, results, a cotangent per float result)
//       -> a cotangent per active operand
//
// where `approx.active_operands = array<i64: ...>` lists the active operands;
// by default all float operands are.
//
//===----------------------------------------------------------------------===//
#include "lutra/Autodiff/DifferentiableOpInterface.h"
#include "lutra/Autodiff/Differentiate.h"
#include "lutra/Autodiff/Rules.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

using namespace mlir;
using namespace lutra::ad;

namespace {

constexpr StringLiteral vjpAttr = "approx.vjp";
constexpr StringLiteral activeOperandsAttr = "approx.active_operands";

/// The attribute of the call, else that of the callee.
template <typename AttrTy>
AttrTy lookupAttr(func::CallOp call, func::FuncOp callee, StringRef name) {
  if (auto attr = call->getAttrOfType<AttrTy>(name))
    return attr;
  return callee->getAttrOfType<AttrTy>(name);
}

struct CallModel
    : DifferentiableOpInterface::ExternalModel<CallModel, func::CallOp> {
  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    auto call = cast<func::CallOp>(op);
    Differentiator *differentiator = context.differentiator;
    if (!differentiator)
      return context.emitUnsupported(
          op, "calls inside the body of an op are not supported",
          "inline the callee");
    ModuleOp module = differentiator->getModule();
    auto callee = module.lookupSymbol<func::FuncOp>(call.getCallee());
    if (!callee)
      return context.emitUnsupported(op, "its callee is not in the module");
    if (auto rule = lookupAttr<FlatSymbolRefAttr>(call, callee, vjpAttr))
      return buildCustom(call, callee, rule, builder, context);
    if (callee.isDeclaration())
      return context.emitUnsupported(op,
                                     "@" + callee.getSymName() + " has no body",
                                     "give it a rule with approx.vjp");
    return buildFromCallee(call, callee, builder, context);
  }

private:
  static LogicalResult buildFromCallee(func::CallOp call, func::FuncOp callee,
                                       OpBuilder &builder,
                                       VJPContext &context) {
    SmallVector<unsigned> wrt, results;
    SmallVector<Value> arguments;
    for (OpOperand &operand : call->getOpOperands()) {
      arguments.push_back(context.primal(operand.get()));
      if (context.isActive(operand))
        wrt.push_back(operand.getOperandNumber());
    }
    for (OpResult result : call->getResults())
      if (Value cotangent = context.cotangent(result)) {
        results.push_back(result.getResultNumber());
        arguments.push_back(cotangent);
      }
    FailureOr<func::FuncOp> vjp =
        context.differentiator->getCalleeVJP(call, callee, wrt, results);
    if (failed(vjp))
      return failure();
    auto gradients =
        func::CallOp::create(builder, call.getLoc(), *vjp, arguments);
    for (auto [argument, gradient] : llvm::zip(wrt, gradients.getResults()))
      context.accumulate(call.getOperand(argument), gradient);
    return success();
  }

  static LogicalResult buildCustom(func::CallOp call, func::FuncOp callee,
                                   FlatSymbolRefAttr ruleName,
                                   OpBuilder &builder, VJPContext &context) {
    ModuleOp module = context.differentiator->getModule();
    auto rule = module.lookupSymbol<func::FuncOp>(ruleName.getAttr());
    if (!rule)
      return context.emitUnsupported(call, "its rule @" + ruleName.getValue() +
                                               " is not in the module");

    SmallVector<int64_t> active;
    if (auto attr =
            lookupAttr<DenseI64ArrayAttr>(call, callee, activeOperandsAttr)) {
      active.assign(attr.asArrayRef().begin(), attr.asArrayRef().end());
    } else {
      for (OpOperand &operand : call->getOpOperands())
        if (hasFloatElements(operand.get().getType()))
          active.push_back(operand.getOperandNumber());
    }
    SmallVector<Value> arguments;
    SmallVector<Type> gradientTypes;
    for (Value operand : call.getOperands())
      arguments.push_back(context.primal(operand));
    for (int64_t operand : active) {
      if (operand < 0 || operand >= call.getNumOperands())
        return context.emitUnsupported(
            call, "approx.active_operands names operand " + Twine(operand) +
                      " of " + Twine(call.getNumOperands()));
      gradientTypes.push_back(call.getOperand(operand).getType());
    }
    for (OpResult result : call->getResults())
      arguments.push_back(context.primal(result));
    for (OpResult result : call->getResults()) {
      if (!lutra::ad::getCotangentType(result))
        continue;
      Value cotangent = context.cotangent(result);
      arguments.push_back(cotangent ? cotangent : context.zeroLike(result));
    }
    auto expected = FunctionType::get(
        call.getContext(), ValueRange(arguments).getTypes(), gradientTypes);
    if (rule.getFunctionType() != expected) {
      std::string text;
      llvm::raw_string_ostream(text)
          << "its rule @" << rule.getSymName() << " has type "
          << rule.getFunctionType() << ", expected " << expected;
      return context.emitUnsupported(
          call, text,
          "a rule takes the operands, the results and a cotangent per float "
          "result, and gives a cotangent per active operand");
    }
    auto gradients =
        func::CallOp::create(builder, call.getLoc(), rule, arguments);
    for (auto [operand, gradient] : llvm::zip(active, gradients.getResults()))
      context.accumulate(call.getOperand(operand), gradient);
    return success();
  }
};

} // namespace

void lutra::ad::registerFuncRules(DialectRegistry &registry) {
  registry.addExtension(+[](MLIRContext *context, func::FuncDialect *) {
    func::CallOp::attachInterface<CallModel>(*context);
  });
}
