//===- ScalarDerivatives.cpp - Table of scalar derivatives -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The derivatives of arith and math ops, one row each. They are used on the
// scalars of linalg bodies, on scalars of functions, and elementwise on
// tensors.
//
// Conventions at kinks are those of the framework that the module comes from
// (`approx.kinks`). PyTorch's, the default: two differentiated operands that
// tie in a maximum or minimum get half of the cotangent each; an operand that
// is not differentiated wins its ties, so that max(x, 0) has derivative 0 at
// x = 0, as relu has; abs has derivative 0 at 0, sqrt too. JAX's: half of the
// cotangent each in any case; abs has derivative 1 at 0, sqrt infinity.
//
//===----------------------------------------------------------------------===//
#include "ScalarDerivatives.h"
#include "lutra/Autodiff/RuleBuilders.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/Matchers.h"
#include "llvm/ADT/StringMap.h"
#include <cmath>

using namespace mlir;
using namespace lutra::ad;

namespace lutra::ad {

//===----------------------------------------------------------------------===//
// Formulas
//===----------------------------------------------------------------------===//

template <typename OpTy>
static Expr apply(const Expr &a) {
  return {a.builder, a.loc, OpTy::create(*a.builder, a.loc, a.value)};
}
template <typename OpTy>
static Expr apply(const Expr &a, const Expr &b) {
  return {a.builder, a.loc, OpTy::create(*a.builder, a.loc, a.value, b.value)};
}
static Expr constant(const Expr &like, double number) {
  return {
      like.builder, like.loc,
      arith::ConstantOp::create(*like.builder, like.loc,
                                FloatAttr::get(like.value.getType(), number))};
}

static Expr operator+(const Expr &a, const Expr &b) {
  return apply<arith::AddFOp>(a, b);
}
static Expr operator-(const Expr &a, const Expr &b) {
  return apply<arith::SubFOp>(a, b);
}
static Expr operator*(const Expr &a, const Expr &b) {
  return apply<arith::MulFOp>(a, b);
}
static Expr operator/(const Expr &a, const Expr &b) {
  return apply<arith::DivFOp>(a, b);
}
static Expr operator-(const Expr &a) { return apply<arith::NegFOp>(a); }
static Expr operator+(const Expr &a, double b) { return a + constant(a, b); }
static Expr operator*(double a, const Expr &b) { return constant(b, a) * b; }
static Expr operator-(double a, const Expr &b) { return constant(b, a) - b; }
static Expr operator-(const Expr &a, double b) { return a - constant(a, b); }

static Expr compare(arith::CmpFPredicate predicate, const Expr &a,
                    const Expr &b) {
  return {
      a.builder, a.loc,
      arith::CmpFOp::create(*a.builder, a.loc, predicate, a.value, b.value)};
}
static Expr choose(const Expr &condition, const Expr &a, const Expr &b) {
  return {a.builder, a.loc,
          arith::SelectOp::create(*a.builder, a.loc, condition.value, a.value,
                                  b.value)};
}
/// a where the condition holds, else 0.
static Expr onlyIf(const Expr &condition, const Expr &a) {
  return choose(condition, a, constant(a, 0.0));
}
static Expr unless(const Expr &condition, const Expr &a) {
  return choose(condition, constant(a, 0.0), a);
}
static Expr isZero(const Expr &a) {
  return compare(arith::CmpFPredicate::OEQ, a, constant(a, 0.0));
}
static Expr castTo(const Expr &a, const Expr &like) {
  return {a.builder, a.loc,
          buildFloatCast(*a.builder, a.loc, like.value.getType(), a.value)};
}

/// Whether the op's module has JAX's conventions, not PyTorch's.
static bool hasKinksOfJax(const ScalarArguments &a) {
  for (auto module = a.op->getParentOfType<ModuleOp>(); module;
       module = module->getParentOfType<ModuleOp>())
    if (auto kinks = module->getAttrOfType<StringAttr>("approx.kinks"))
      return kinks.getValue() == "jax";
  return false;
}

/// What operand `self` gets of a maximum (or minimum). In PyTorch, unordered,
/// the first gets all; in JAX none gets anything.
static Expr taken(const ScalarArguments &a, unsigned self, bool maximum) {
  using P = arith::CmpFPredicate;
  const Expr &mine = a.operands[self], &other = a.operands[1 - self];
  if (hasKinksOfJax(a)) {
    Expr tied = onlyIf(compare(P::OEQ, mine, other), 0.5 * a.c);
    return choose(compare(maximum ? P::OGT : P::OLT, mine, other), a.c, tied);
  }
  bool bothActive = a.active[1 - self];
  P wins = maximum ? P::OGT : P::OLT;
  if (bothActive && self == 0)
    wins = maximum ? P::UGT : P::ULT;
  Expr share = constant(a.c, 0.0);
  if (bothActive)
    share = onlyIf(compare(P::OEQ, mine, other), 0.5 * a.c);
  return choose(compare(wins, mine, other), a.c, share);
}
template <bool maximum>
static Expr takenX(const ScalarArguments &a) {
  return taken(a, 0, maximum);
}
template <bool maximum>
static Expr takenY(const ScalarArguments &a) {
  return taken(a, 1, maximum);
}

/// c * y * x^(y-1); the factor y == 0 wins over x^(-1) at x == 0.
static Expr powBase(const ScalarArguments &a) {
  return unless(isZero(a.y()),
                a.c * a.y() * apply<math::PowFOp>(a.x(), a.y() - 1.0));
}
/// c * r * log x, and 0 where 0^y is 0 or 1. NaN where x < 0, as in PyTorch and
/// JAX: x^y is not even defined around y there.
static Expr powExponent(const ScalarArguments &a) {
  OpBuilder &b = *a.c.builder;
  Expr noPole = compare(arith::CmpFPredicate::OGE, a.y(), constant(a.y(), 0.0));
  Expr flat{
      &b, a.c.loc,
      arith::AndIOp::create(b, a.c.loc, isZero(a.x()).value, noPole.value)};
  return unless(flat, a.c * a.r * apply<math::LogOp>(a.x()));
}
/// c * n * x^(n-1), and 0 for n == 0.
static Expr intPowBase(const ScalarArguments &a) {
  OpBuilder &b = *a.c.builder;
  Location loc = a.c.loc;
  Value n = a.y().value;
  Value one =
      arith::ConstantOp::create(b, loc, b.getIntegerAttr(n.getType(), 1));
  Value zero = arith::ConstantOp::create(b, loc, b.getZeroAttr(n.getType()));
  Value nLess = arith::SubIOp::create(b, loc, n, one);
  Expr power{&b, loc, math::FPowIOp::create(b, loc, a.x().value, nLess)};
  Expr factor{&b, loc,
              arith::SIToFPOp::create(b, loc, a.x().value.getType(), n)};
  Expr constantPower{
      &b, loc,
      arith::CmpIOp::create(b, loc, arith::CmpIPredicate::eq, n, zero)};
  return unless(constantPower, a.c * factor * power);
}
/// c * sign(x); at 0, 0 in PyTorch and c in JAX.
static Expr absolute(const ScalarArguments &a) {
  if (hasKinksOfJax(a))
    return choose(
        compare(arith::CmpFPredicate::OGE, a.x(), constant(a.x(), 0.0)), a.c,
        -a.c);
  Expr sign = apply<math::CopySignOp>(constant(a.x(), 1.0), a.x());
  return unless(isZero(a.x()), a.c * sign);
}
/// copysign(x, y) = |x| sign(y): c * sign(x) * sign(y).
static Expr copySign(const ScalarArguments &a) {
  Expr one = constant(a.x(), 1.0);
  Expr signs =
      apply<math::CopySignOp>(one, a.x()) * apply<math::CopySignOp>(one, a.y());
  return unless(isZero(a.x()), a.c * signs);
}
/// clampf(x, lo, hi) passes c strictly inside only.
static Expr clampValue(const ScalarArguments &a) {
  using P = arith::CmpFPredicate;
  return onlyIf(compare(P::OGT, a.x(), a.y()),
                onlyIf(compare(P::OLT, a.x(), a.z()), a.c));
}
static Expr clampLow(const ScalarArguments &a) {
  return onlyIf(compare(arith::CmpFPredicate::OLE, a.x(), a.y()), a.c);
}
static Expr clampHigh(const ScalarArguments &a) {
  return onlyIf(compare(arith::CmpFPredicate::OGE, a.x(), a.z()), a.c);
}
static Expr identity(const ScalarArguments &a) { return a.c; }
static Expr cast(const ScalarArguments &a) { return castTo(a.c, a.x()); }
static Expr sqrtOf(const Expr &a) { return apply<math::SqrtOp>(a); }
static Expr cosOf(const Expr &a) { return apply<math::CosOp>(a); }
static Expr sinOf(const Expr &a) { return apply<math::SinOp>(a); }
/// By x^2 + y^2; where both are 0, 0 in PyTorch and NaN in JAX.
static Expr perSquare(const ScalarArguments &a, const Expr &numerator) {
  Expr square = a.x() * a.x() + a.y() * a.y();
  if (hasKinksOfJax(a))
    return numerator / square;
  return unless(isZero(square), numerator / square);
}
/// The derivative of a root, infinite at 0, which PyTorch's convention has 0
/// for.
static Expr ofRoot(const ScalarArguments &a, const Expr &derivative) {
  return hasKinksOfJax(a) ? derivative : unless(isZero(a.x()), derivative);
}
static Expr gaussian(const Expr &a) { return apply<math::ExpOp>(-(a * a)); }

//===----------------------------------------------------------------------===//
// The table
//===----------------------------------------------------------------------===//

using A = const ScalarArguments &;
constexpr double ln2 = 0.69314718055994530942;
constexpr double ln10 = 2.30258509299404568402;
constexpr double twoOverSqrtPi = 1.12837916709551257390;

// clang-format off
static const ScalarDerivative table[] = {
    // arith
    {"arith.addf", {identity, identity}},
    {"arith.subf", {identity, [](A a) { return -a.c; }}},
    {"arith.mulf", {[](A a) { return a.c * a.y(); },
                    [](A a) { return a.c * a.x(); }}},
    {"arith.divf", {[](A a) { return a.c / a.y(); },
                    [](A a) { return -(a.c * a.r / a.y()); }}},
    {"arith.negf", {[](A a) { return -a.c; }}},
    {"arith.maximumf", {takenX<true>, takenY<true>}},
    {"arith.maxnumf", {takenX<true>, takenY<true>}},
    {"arith.minimumf", {takenX<false>, takenY<false>}},
    {"arith.minnumf", {takenX<false>, takenY<false>}},
    {"arith.select", {nullptr, [](A a) { return onlyIf(a.x(), a.c); },
                               [](A a) { return unless(a.x(), a.c); }}},
    {"arith.extf", {cast}},
    {"arith.truncf", {cast}},
    // x - trunc(x/y)*y
    {"arith.remf", {identity,
                    [](A a) { return -(a.c * apply<math::TruncOp>(a.x() / a.y())); }}},
    // math
    {"math.absf", {absolute}},
    {"math.acos", {[](A a) { return -(a.c / sqrtOf(1.0 - a.x() * a.x())); }}},
    {"math.acosh", {[](A a) { return a.c / sqrtOf(a.x() * a.x() - 1.0); }}},
    {"math.asin", {[](A a) { return a.c / sqrtOf(1.0 - a.x() * a.x()); }}},
    {"math.asinh", {[](A a) { return a.c / sqrtOf(a.x() * a.x() + 1.0); }}},
    {"math.atan", {[](A a) { return a.c / (a.x() * a.x() + 1.0); }}},
    {"math.atanh", {[](A a) { return a.c / (1.0 - a.x() * a.x()); }}},
    // atan2(x, y) with x the ordinate
    {"math.atan2", {[](A a) { return perSquare(a, a.c * a.y()); },
                    [](A a) { return perSquare(a, -(a.c * a.x())); }}},
    {"math.cbrt", {[](A a) { return ofRoot(a, a.c / (3.0 * (a.r * a.r))); }}},
    {"math.clampf", {clampValue, clampLow, clampHigh}},
    {"math.copysign", {copySign}},
    {"math.cos", {[](A a) { return -(a.c * sinOf(a.x())); }}},
    {"math.cosh", {[](A a) { return a.c * apply<math::SinhOp>(a.x()); }}},
    {"math.erf", {[](A a) { return a.c * (twoOverSqrtPi * gaussian(a.x())); }}},
    {"math.erfc", {[](A a) { return -(a.c * (twoOverSqrtPi * gaussian(a.x()))); }}},
    {"math.exp", {[](A a) { return a.c * a.r; }}},
    {"math.exp2", {[](A a) { return a.c * (ln2 * a.r); }}},
    {"math.expm1", {[](A a) { return a.c * (a.r + 1.0); }}},
    {"math.fma", {[](A a) { return a.c * a.y(); },
                  [](A a) { return a.c * a.x(); }, identity}},
    {"math.fpowi", {intPowBase}},
    {"math.log", {[](A a) { return a.c / a.x(); }}},
    {"math.log10", {[](A a) { return a.c / (ln10 * a.x()); }}},
    {"math.log1p", {[](A a) { return a.c / (a.x() + 1.0); }}},
    {"math.log2", {[](A a) { return a.c / (ln2 * a.x()); }}},
    {"math.powf", {powBase, powExponent}},
    {"math.rsqrt", {[](A a) { return -(0.5 * (a.c * a.r / a.x())); }}},
    {"math.sin", {[](A a) { return a.c * cosOf(a.x()); }}},
    {"math.sinh", {[](A a) { return a.c * apply<math::CoshOp>(a.x()); }}},
    {"math.sqrt", {[](A a) { return ofRoot(a, 0.5 * (a.c / a.r)); }}},
    {"math.tan", {[](A a) { return a.c * (a.r * a.r + 1.0); }}},
    {"math.tanh", {[](A a) { return a.c * (1.0 - a.r * a.r); }}},
    // Piecewise constant: the derivative is zero.
    {"arith.cmpf"}, {"arith.fptosi"}, {"arith.fptoui"},
    {"math.ceil"}, {"math.floor"}, {"math.round"}, {"math.roundeven"},
    {"math.trunc"}, {"math.isfinite"}, {"math.isinf"}, {"math.isnan"},
    {"math.isnormal"},
};
// clang-format on

const ScalarDerivative *lookupScalarDerivative(OperationName op) {
  static const auto rows = [] {
    llvm::StringMap<const ScalarDerivative *> rows;
    for (const ScalarDerivative &row : table)
      rows[row.op] = &row;
    return rows;
  }();
  return rows.lookup(op.getStringRef());
}

//===----------------------------------------------------------------------===//
// The logistic function
//===----------------------------------------------------------------------===//

/// The op exp(v) of 1 / (1 + exp(v)), or null. Step by step its derivative is
/// infinity times 0 where the exponential overflows.
static math::ExpOp matchLogistic(Operation *op) {
  auto division = dyn_cast<arith::DivFOp>(op);
  if (!division || !matchPattern(division.getLhs(), m_OneFloat()))
    return {};
  auto sum = division.getRhs().getDefiningOp<arith::AddFOp>();
  if (!sum)
    return {};
  for (auto [one, other] : {std::pair(sum.getLhs(), sum.getRhs()),
                            std::pair(sum.getRhs(), sum.getLhs())})
    if (matchPattern(one, m_OneFloat()))
      return other.getDefiningOp<math::ExpOp>();
  return {};
}
/// c * d/dv of r = 1 / (1 + exp(v)).
static Expr logistic(const ScalarArguments &a) {
  return -(a.c * (a.r * (1.0 - a.r)));
}

//===----------------------------------------------------------------------===//
// The rule of every op in the table
//===----------------------------------------------------------------------===//

/// c times the partial derivative for `operand`, with every value a scalar.
static Value buildPartial(Operation *op, Partial partial, OpBuilder &builder,
                          ArrayRef<Value> operands, Value result,
                          Value cotangent, ArrayRef<bool> active) {
  auto expr = [&](Value value) { return Expr{&builder, op->getLoc(), value}; };
  ScalarArguments arguments{op, {}, expr(result), expr(cotangent), {}};
  for (Value operand : operands)
    arguments.operands.push_back(expr(operand));
  arguments.active.assign(active.begin(), active.end());
  return partial(arguments).value;
}

namespace {

struct ScalarDerivativeModel
    : DifferentiableOpInterface::FallbackModel<ScalarDerivativeModel> {
  bool isDifferentiableOperand(Operation *op, OpOperand &operand) const {
    const ScalarDerivative *row = lookupScalarDerivative(op->getName());
    unsigned number = operand.getOperandNumber();
    return row && number < std::size(row->partials) && row->partials[number] &&
           hasFloatElements(operand.get().getType());
  }

  Type getCotangentType(Operation *op, Value result) const {
    return hasFloatElements(result.getType()) ? result.getType() : Type();
  }

  LogicalResult buildVJP(Operation *op, OpBuilder &builder,
                         VJPContext &context) const {
    const ScalarDerivative &row = *lookupScalarDerivative(op->getName());
    Type type = op->getResult(0).getType();
    if (!isa<FloatType, RankedTensorType>(type))
      return context.emitUnsupported(
          op, "expects scalars or ranked tensors, got " + debugString(type));
    SmallVector<Value> operands;
    SmallVector<bool> active;
    for (OpOperand &operand : op->getOpOperands()) {
      operands.push_back(context.primal(operand.get()));
      active.push_back(context.isActive(operand));
    }
    Value result = context.primal(op->getResult(0));
    Value cotangent = context.cotangent(op->getResult(0));
    if (math::ExpOp exponential = matchLogistic(op)) {
      Value exponent = exponential.getOperand();
      context.accumulate(exponent,
                         build(op, logistic, exponent.getType(), builder,
                               operands, result, cotangent, active));
      return success();
    }
    for (OpOperand &operand : op->getOpOperands()) {
      if (!context.isActive(operand))
        continue;
      Partial partial = row.partials[operand.getOperandNumber()];
      context.accumulate(operand.get(),
                         build(op, partial, operand.get().getType(), builder,
                               operands, result, cotangent, active));
    }
    return success();
  }

private:
  static std::string debugString(Type type) {
    std::string text;
    llvm::raw_string_ostream(text) << type;
    return text;
  }

  static Value build(Operation *op, Partial partial, Type operandType,
                     OpBuilder &builder, SmallVector<Value> operands,
                     Value result, Value cotangent, ArrayRef<bool> active) {
    if (partial == identity)
      return cotangent;
    if (!isa<RankedTensorType>(cotangent.getType()))
      return buildPartial(op, partial, builder, operands, result, cotangent,
                          active);
    SmallVector<Value> inputs = operands;
    inputs.append({result, cotangent});
    return buildElementwise(
        builder, op->getLoc(), getElementTypeOrSelf(operandType), inputs,
        [&](OpBuilder &nested, Location, ValueRange scalars) {
          SmallVector<Value> scalarOperands(scalars.drop_back(2));
          return buildPartial(op, partial, nested, scalarOperands,
                              scalars[operands.size()], scalars.back(), active);
        });
  }
};

} // namespace

void attachScalarDerivatives(MLIRContext *context, StringRef dialect) {
  for (const ScalarDerivative &row : table) {
    if (StringRef(row.op).split('.').first != dialect)
      continue;
    if (auto name = RegisteredOperationName::lookup(row.op, context))
      name->attachInterface<ScalarDerivativeModel>();
  }
}

} // namespace lutra::ad
