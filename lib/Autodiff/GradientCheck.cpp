//===- GradientCheck.cpp - Gradients against finite differences -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file implements the test-approx-gradient-check pass, which adds a @main
// that compares the derivative of every function with a finite difference.
//
// Approach: one directional derivative per function, whatever its size. With a
// fixed direction v in the arguments and a fixed projection p of the results,
//
//   <vjp(x, p), v>  =  <p, f(x + eps v) - f(x - eps v)> / (2 eps) + O(eps^2),
//
// where x, v and p are constants made here, so that both sides are exact inputs
// of compiled code. A derivative of about zero proves nothing and is reported,
// unless the function has the attribute `test.zero`. Where a function is not
// differentiable there is nothing to compare with: `test.cotangents` has the
// gradients themselves printed.
//
//===----------------------------------------------------------------------===//
#include "lutra/Autodiff/DifferentiableOpInterface.h"
#include "lutra/Autodiff/Differentiate.h"
#include "lutra/Autodiff/Passes.h"
#include "lutra/Autodiff/RuleBuilders.h"
#include "lutra/Autodiff/Rules.h"
#include "lutra/Dialect/Approx/IR/Roles.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace lutra {
#define GEN_PASS_DEF_TESTAPPROXGRADIENTCHECK
#include "lutra/Autodiff/Passes.h.inc"
} // namespace lutra

using namespace mlir;
using namespace lutra;
using namespace lutra::ad;

namespace {

/// Fixed pseudo-random numbers in [0, 1): splitmix64.
class Random {
public:
  explicit Random(uint64_t seed) : state(seed) {}
  double next() {
    uint64_t z = (state += 0x9e3779b97f4a7c15ull);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
  }

private:
  uint64_t state;
};

class FunctionCheck {
public:
  FunctionCheck(func::FuncOp function, ImplicitLocOpBuilder &builder,
                bool split)
      : function(function), builder(builder), split(split) {}

  LogicalResult build(Differentiator &differentiator);

private:
  FailureOr<SmallVector<Value>> buildGradients(Differentiator &differentiator,
                                               ValueRange cotangents);
  FailureOr<RankedTensorType> getStaticType(unsigned argument, Type type);
  LogicalResult buildArgument(unsigned argument);
  Value buildConstant(ArrayRef<double> numbers, RankedTensorType shape,
                      Type type);
  Value buildProjection(Value result);
  Value buildInnerProduct(Value a, Value b);
  void buildReport(Value analytic, Value numeric);
  void buildPrint(ValueRange gradients);
  FailureOr<SmallVector<Value>> getCotangents(ArrayAttr constants);

  func::FuncOp function;
  ImplicitLocOpBuilder &builder;
  /// Whether forward and backward are two functions.
  bool split;
  Random random{1};
  double epsilon = 1e-5, tolerance = 1e-6;
  SmallVector<unsigned> wrt, results;
  /// x, x + eps v and x - eps v for each argument; v for each of `wrt`.
  SmallVector<Value> at, above, below, directions;
};

} // namespace

FailureOr<RankedTensorType> FunctionCheck::getStaticType(unsigned argument,
                                                         Type type) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  if (!tensor)
    return RankedTensorType::get({}, type);
  if (tensor.hasStaticShape())
    return tensor;
  auto shape =
      function.getArgAttrOfType<DenseI64ArrayAttr>(argument, "test.shape");
  if (!shape || shape.size() != tensor.getRank())
    return function.emitError()
           << "argument " << argument << " of type " << tensor
           << " needs test.shape with " << tensor.getRank() << " sizes";
  return tensor.clone(shape.asArrayRef());
}

/// A constant of the static type `shape`, as a value of `type`.
Value FunctionCheck::buildConstant(ArrayRef<double> numbers,
                                   RankedTensorType shape, Type type) {
  auto elementType = cast<FloatType>(shape.getElementType());
  SmallVector<APFloat> values;
  for (double number : numbers) {
    APFloat value(number);
    bool losesInfo;
    value.convert(elementType.getFloatSemantics(), APFloat::rmNearestTiesToEven,
                  &losesInfo);
    values.push_back(value);
  }
  if (!isa<RankedTensorType>(type))
    return arith::ConstantOp::create(builder,
                                     FloatAttr::get(type, values.front()));
  Value constant =
      arith::ConstantOp::create(builder, DenseElementsAttr::get(shape, values));
  return shape == type ? constant
                       : tensor::CastOp::create(builder, type, constant);
}

LogicalResult FunctionCheck::buildArgument(unsigned argument) {
  Type type = function.getArgument(argument).getType();
  if (auto values =
          function.getArgAttrOfType<TypedAttr>(argument, "test.values")) {
    Value constant = arith::ConstantOp::create(builder, values);
    if (constant.getType() != type)
      constant = tensor::CastOp::create(builder, type, constant);
    for (auto *list : {&at, &above, &below})
      list->push_back(constant);
    if (hasFloatElements(type) && function->hasAttr("test.cotangents"))
      wrt.push_back(argument);
    return success();
  }
  if (!hasFloatElements(type))
    return function.emitError() << "argument " << argument << " of type "
                                << type << " needs test.values";
  FailureOr<RankedTensorType> shape = getStaticType(argument, type);
  if (failed(shape))
    return failure();
  auto range =
      function.getArgAttrOfType<DenseF64ArrayAttr>(argument, "test.range");
  if (range && range.size() != 2)
    return function.emitError()
           << "test.range expects two numbers, got " << range.size();
  bool isConstant = function.getArgAttr(argument, "test.constant") != nullptr;
  SmallVector<double> x, v, xAbove, xBelow;
  for (int64_t i = 0; i < shape->getNumElements(); ++i) {
    double magnitude = random.next(), sign = random.next() < 0.5 ? -1 : 1;
    x.push_back(range ? range[0] + (range[1] - range[0]) * magnitude
                      : sign * (0.3 + magnitude));
    v.push_back(isConstant ? 0.0 : 2 * random.next() - 1);
    xAbove.push_back(x.back() + epsilon * v.back());
    xBelow.push_back(x.back() - epsilon * v.back());
  }
  at.push_back(buildConstant(x, *shape, type));
  above.push_back(buildConstant(xAbove, *shape, type));
  below.push_back(buildConstant(xBelow, *shape, type));
  if (isConstant)
    return success();
  wrt.push_back(argument);
  directions.push_back(buildConstant(v, *shape, type));
  return success();
}

/// Numbers for each element of a result whose shape is known when it runs:
/// cos(1.7 i + 0.3), a fixed projection without structure.
Value FunctionCheck::buildProjection(Value result) {
  auto type = dyn_cast<RankedTensorType>(result.getType());
  if (!type)
    return arith::ConstantOp::create(
        builder, builder.getFloatAttr(result.getType(), 0.7));
  Type elementType = type.getElementType();
  Value empty = tensor::EmptyOp::create(
      builder, tensor::getMixedSizes(builder, builder.getLoc(), result),
      elementType);
  AffineMap identity = builder.getMultiDimIdentityMap(type.getRank());
  auto generic = linalg::GenericOp::create(
      builder, empty.getType(), ValueRange{}, empty, identity,
      SmallVector<utils::IteratorType>(type.getRank(),
                                       utils::IteratorType::parallel),
      [&](OpBuilder &nestedBuilder, Location loc, ValueRange) {
        ImplicitLocOpBuilder nested(loc, nestedBuilder);
        Value number = arith::ConstantIndexOp::create(nested, 1);
        for (int64_t dim = 0; dim < type.getRank(); ++dim) {
          Value factor = arith::ConstantIndexOp::create(nested, 5 + 2 * dim);
          Value index = linalg::IndexOp::create(nested, dim);
          number = arith::MulIOp::create(nested, number, factor);
          number = arith::AddIOp::create(nested, number, index);
        }
        Value integer =
            arith::IndexCastOp::create(nested, nested.getI64Type(), number);
        Value angle =
            arith::SIToFPOp::create(nested, nested.getF64Type(), integer);
        Value step =
            arith::ConstantOp::create(nested, nested.getF64FloatAttr(1.7));
        angle = arith::MulFOp::create(nested, angle, step);
        Value cosine = math::CosOp::create(nested, angle);
        if (elementType != nested.getF64Type())
          cosine = arith::TruncFOp::create(nested, elementType, cosine);
        linalg::YieldOp::create(nested, cosine);
      });
  Value projection = generic.getResult(0);
  return projection.getType() == type
             ? projection
             : tensor::CastOp::create(builder, type, projection);
}

/// In f64, whatever the operands are.
Value FunctionCheck::buildInnerProduct(Value a, Value b) {
  Type f64 = builder.getF64Type();
  auto product = [&](OpBuilder &nestedBuilder, Location loc, Value x,
                     Value y) -> Value {
    ImplicitLocOpBuilder nested(loc, nestedBuilder);
    if (x.getType() != f64) {
      x = arith::ExtFOp::create(nested, f64, x);
      y = arith::ExtFOp::create(nested, f64, y);
    }
    return arith::MulFOp::create(nested, x, y);
  };
  auto type = dyn_cast<RankedTensorType>(a.getType());
  if (!type)
    return product(builder, builder.getLoc(), a, b);
  Value zero = arith::ConstantOp::create(
      builder, DenseElementsAttr::get(RankedTensorType::get({}, f64), 0.0));
  AffineMap identity = builder.getMultiDimIdentityMap(type.getRank());
  AffineMap none = AffineMap::get(type.getRank(), 0, builder.getContext());
  auto sum = linalg::GenericOp::create(
      builder, zero.getType(), ValueRange{a, b}, zero,
      ArrayRef<AffineMap>{identity, identity, none},
      SmallVector<utils::IteratorType>(type.getRank(),
                                       utils::IteratorType::reduction),
      [&](OpBuilder &nested, Location loc, ValueRange args) {
        Value next = arith::AddFOp::create(
            nested, loc, args[2], product(nested, loc, args[0], args[1]));
        linalg::YieldOp::create(nested, loc, next);
      });
  return tensor::ExtractOp::create(builder, sum.getResult(0), ValueRange{});
}

void FunctionCheck::buildReport(Value analytic, Value numeric) {
  auto constant = [&](double number) -> Value {
    return arith::ConstantOp::create(builder, builder.getF64FloatAttr(number));
  };
  Value error = math::AbsFOp::create(
      builder, arith::SubFOp::create(builder, analytic, numeric));
  Value size = math::AbsFOp::create(builder, numeric);
  Value bound = arith::MulFOp::create(
      builder, constant(tolerance),
      arith::MaximumFOp::create(builder, constant(1.0), size));
  Value agrees =
      arith::CmpFOp::create(builder, arith::CmpFPredicate::OLE, error, bound);
  if (!function->hasAttr("test.zero")) {
    Value tells = arith::CmpFOp::create(builder, arith::CmpFPredicate::OGT,
                                        size, constant(1e-3));
    agrees = arith::AndIOp::create(builder, agrees, tells);
  }
  std::string name = ("@" + function.getSymName()).str();
  auto branch = scf::IfOp::create(builder, agrees, /*withElseRegion=*/true);
  OpBuilder::InsertionGuard guard(builder);
  builder.setInsertionPointToStart(branch.thenBlock());
  vector::PrintOp::create(builder, StringRef(name + ": gradient agrees\n"));
  builder.setInsertionPointToStart(branch.elseBlock());
  vector::PrintOp::create(builder, StringRef(name + ": gradient differs: "));
  vector::PrintOp::create(builder, analytic,
                          vector::PrintPunctuation::NoPunctuation);
  vector::PrintOp::create(builder, StringRef(", finite difference "));
  vector::PrintOp::create(builder, numeric);
}

/// The gradients for `cotangents`, by @f_vjp or by @f_fwd and @f_bwd.
FailureOr<SmallVector<Value>>
FunctionCheck::buildGradients(Differentiator &differentiator,
                              ValueRange cotangents) {
  SmallVector<Value> arguments = at;
  if (!split) {
    FailureOr<func::FuncOp> vjp =
        differentiator.buildVJP(function, wrt, results);
    if (failed(vjp))
      return failure();
    llvm::append_range(arguments, cotangents);
    auto call = func::CallOp::create(builder, *vjp, arguments);
    return llvm::to_vector_of<Value>(
        call.getResults().drop_front(function.getNumResults()));
  }
  FailureOr<SplitFunctions> functions =
      differentiator.buildSplit(function, wrt, results);
  if (failed(functions))
    return failure();
  auto [forward, backward] = *functions;
  auto call = func::CallOp::create(builder, forward, arguments);
  llvm::StringMap<Value> named;
  for (auto [i, value] : llvm::enumerate(arguments))
    named[approx::getArgName(forward, i)] = value;
  for (OpResult result : call->getResults())
    if (auto name = forward.getResultAttrOfType<StringAttr>(
            result.getResultNumber(), approx::attrs::name))
      named[name] = result;
  SmallVector<Value> residuals;
  for (unsigned i = 0, e = backward.getNumArguments() - cotangents.size();
       i < e; ++i)
    residuals.push_back(named.lookup(approx::getArgName(backward, i)));
  llvm::append_range(residuals, cotangents);
  return llvm::to_vector_of<Value>(
      func::CallOp::create(builder, backward, residuals).getResults());
}

/// Those that test.cotangents gives.
FailureOr<SmallVector<Value>>
FunctionCheck::getCotangents(ArrayAttr constants) {
  SmallVector<Value> cotangents;
  SmallVector<Type> expected;
  for (unsigned result : results)
    expected.push_back(function.getResultTypes()[result]);
  for (Attribute attr : constants)
    if (auto cotangent = dyn_cast<TypedAttr>(attr))
      cotangents.push_back(arith::ConstantOp::create(builder, cotangent));
  if (TypeRange(ValueRange(cotangents)) != TypeRange(expected))
    return function.emitError(
        "test.cotangents needs a constant for every float result");
  return cotangents;
}

/// Prints gradients by the runner's library.
void FunctionCheck::buildPrint(ValueRange gradients) {
  auto unranked = UnrankedTensorType::get(builder.getF64Type());
  auto module = function->getParentOfType<ModuleOp>();
  auto print = module.lookupSymbol<func::FuncOp>("printMemrefF64");
  if (!print) {
    OpBuilder atEnd = OpBuilder::atBlockEnd(module.getBody());
    print = func::FuncOp::create(atEnd, module.getLoc(), "printMemrefF64",
                                 atEnd.getFunctionType(unranked, {}));
    print.setPrivate();
    print->setAttr("llvm.emit_c_interface", atEnd.getUnitAttr());
  }
  vector::PrintOp::create(
      builder, StringRef(("@" + function.getSymName() + "\n").str()));
  for (Value gradient : gradients) {
    if (!isa<RankedTensorType>(gradient.getType()))
      gradient = tensor::FromElementsOp::create(
          builder, RankedTensorType::get({}, gradient.getType()), gradient);
    gradient = buildFloatCast(builder, builder.getLoc(), builder.getF64Type(),
                              gradient);
    Value any = tensor::CastOp::create(builder, unranked, gradient);
    func::CallOp::create(builder, print, any);
  }
}

LogicalResult FunctionCheck::build(Differentiator &differentiator) {
  // Single precision resolves differences of larger steps only.
  for (Type type : function.getArgumentTypes())
    if (hasFloatElements(type) && !getElementTypeOrSelf(type).isF64()) {
      epsilon = 1e-2;
      tolerance = 2e-2;
    }
  for (unsigned argument : llvm::seq(function.getNumArguments()))
    if (failed(buildArgument(argument)))
      return failure();
  for (auto [i, type] : llvm::enumerate(function.getResultTypes()))
    if (hasFloatElements(type))
      results.push_back(i);
  if (auto constants = function->getAttrOfType<ArrayAttr>("test.cotangents")) {
    FailureOr<SmallVector<Value>> cotangents = getCotangents(constants);
    if (failed(cotangents))
      return failure();
    FailureOr<SmallVector<Value>> gradients =
        buildGradients(differentiator, *cotangents);
    if (succeeded(gradients))
      buildPrint(*gradients);
    return gradients;
  }

  ValueRange resultsAbove =
      func::CallOp::create(builder, function, above).getResults();
  ValueRange resultsBelow =
      func::CallOp::create(builder, function, below).getResults();
  SmallVector<Value> cotangents;
  Value difference, analytic;
  auto addTo = [&](Value &sum, Value term) {
    sum = sum ? arith::AddFOp::create(builder, sum, term) : term;
  };
  for (unsigned i : results) {
    Value projection = buildProjection(resultsAbove[i]);
    cotangents.push_back(projection);
    Value up = buildInnerProduct(resultsAbove[i], projection);
    Value down = buildInnerProduct(resultsBelow[i], projection);
    addTo(difference, arith::SubFOp::create(builder, up, down));
  }
  Value width =
      arith::ConstantOp::create(builder, builder.getF64FloatAttr(2 * epsilon));
  Value numeric = arith::DivFOp::create(builder, difference, width);
  FailureOr<SmallVector<Value>> gradients =
      buildGradients(differentiator, cotangents);
  if (failed(gradients))
    return failure();
  for (auto [gradient, direction] : llvm::zip(*gradients, directions))
    addTo(analytic, buildInnerProduct(gradient, direction));
  buildReport(analytic, numeric);
  return success();
}

namespace {

struct TestApproxGradientCheck
    : lutra::impl::TestApproxGradientCheckBase<TestApproxGradientCheck> {
  using Base::Base;

  void getDependentDialects(DialectRegistry &registry) const override {
    Base::getDependentDialects(registry);
    registerRules(registry);
  }

  void runOnOperation() override {
    ModuleOp module = getOperation();
    SmallVector<func::FuncOp> functions;
    for (auto function : module.getOps<func::FuncOp>())
      if (function.isPublic() && !function.isDeclaration() &&
          llvm::any_of(function.getResultTypes(), hasFloatElements))
        functions.push_back(function);
    OpBuilder atEnd = OpBuilder::atBlockEnd(module.getBody());
    auto main = func::FuncOp::create(atEnd, module.getLoc(), "main",
                                     atEnd.getFunctionType({}, {}));
    ImplicitLocOpBuilder builder(module.getLoc(), &getContext());
    builder.setInsertionPointToStart(main.addEntryBlock());
    Differentiator differentiator(module);
    for (func::FuncOp function : functions)
      if (failed(FunctionCheck(function, builder, split).build(differentiator)))
        return signalPassFailure();
    func::ReturnOp::create(builder);
  }
};

} // namespace
