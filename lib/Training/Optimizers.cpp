//===- Optimizers.cpp - Update formulas of the optimizers -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// SGD, Adam and AdamW as PyTorch computes them (torch/optim/sgd.py, adam.py,
// adamw.py, the single-tensor form).
//
//===----------------------------------------------------------------------===//
#include "Optimizers.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include <cmath>

using namespace mlir;

namespace lutra {

namespace {
/// Arithmetic on values of one float type, so that formulas read as formulas.
struct Arithmetic {
  ImplicitLocOpBuilder &b;
  Type type;

  Value number(double value) const {
    return arith::ConstantOp::create(b, b.getFloatAttr(type, value));
  }
  Value add(Value x, Value y) const { return arith::AddFOp::create(b, x, y); }
  Value sub(Value x, Value y) const { return arith::SubFOp::create(b, x, y); }
  Value mul(Value x, Value y) const { return arith::MulFOp::create(b, x, y); }
  Value div(Value x, Value y) const { return arith::DivFOp::create(b, x, y); }
  Value sqrt(Value x) const { return math::SqrtOp::create(b, x); }
};
} // namespace

/// gradient + weightDecay * parameter
static Value decayedGradient(const Arithmetic &a, const HyperParameters &h,
                             const UpdateInputs &in) {
  if (h.weightDecay == 0.0)
    return in.gradient;
  return a.add(in.gradient, a.mul(a.number(h.weightDecay), in.parameter));
}

//===----------------------------------------------------------------------===//
// SGD: scalars (learning rate); state (momentum) where momentum is not 0
//===----------------------------------------------------------------------===//

static SmallVector<StringRef> sgdState(const HyperParameters &h) {
  if (h.momentum == 0.0)
    return {};
  return {"momentum"};
}

static SmallVector<Value> sgdScalars(ImplicitLocOpBuilder &,
                                     const HyperParameters &, Value,
                                     Value learningRate) {
  return {learningRate};
}

static SmallVector<Value> sgdUpdate(ImplicitLocOpBuilder &b,
                                    const HyperParameters &h,
                                    const UpdateInputs &in) {
  Arithmetic a{b, in.parameter.getType()};
  Value direction = decayedGradient(a, h, in);
  SmallVector<Value> state;
  if (h.momentum != 0.0) {
    // PyTorch starts the buffer as the first gradient: what 0 gives, too.
    Value momentum = a.number(h.momentum);
    Value buffer = a.add(a.mul(momentum, in.state[0]), direction);
    direction = h.nesterov ? a.add(direction, a.mul(momentum, buffer)) : buffer;
    state.push_back(buffer);
  }
  SmallVector<Value> results = {
      a.sub(in.parameter, a.mul(in.scalars[0], direction))};
  results.append(state);
  return results;
}

//===----------------------------------------------------------------------===//
// Adam, AdamW: scalars (lr / (1 - beta1^t), sqrt(1 - beta2^t), 1 - lr * decay);
// state (exp_avg, exp_avg_sq)
//===----------------------------------------------------------------------===//

static SmallVector<StringRef> adamState(const HyperParameters &) {
  return {"exp_avg", "exp_avg_sq"};
}

static SmallVector<Value> adamScalars(ImplicitLocOpBuilder &b,
                                      const HyperParameters &h, Value step,
                                      Value learningRate) {
  Arithmetic a{b, b.getF64Type()};
  Value one = a.number(1.0);
  // 1 - beta^t; beta^t as exp(t * log(beta)), which beta = 0 allows, too.
  auto correction = [&](double beta) -> Value {
    Value power = math::ExpOp::create(b, a.mul(step, a.number(std::log(beta))));
    return a.sub(one, power);
  };
  return {a.div(learningRate, correction(h.beta1)), a.sqrt(correction(h.beta2)),
          a.sub(one, a.mul(learningRate, a.number(h.weightDecay)))};
}

/// `parameter` and `gradient` with the weight decay in them.
static SmallVector<Value> adamStep(const Arithmetic &a,
                                   const HyperParameters &h,
                                   const UpdateInputs &in, Value parameter,
                                   Value gradient) {
  Value mean = a.add(in.state[0], a.mul(a.sub(gradient, in.state[0]),
                                        a.number(1.0 - h.beta1)));
  Value square =
      a.add(a.mul(in.state[1], a.number(h.beta2)),
            a.mul(a.mul(gradient, gradient), a.number(1.0 - h.beta2)));
  Value denominator =
      a.add(a.div(a.sqrt(square), in.scalars[1]), a.number(h.epsilon));
  Value updated =
      a.sub(parameter, a.mul(in.scalars[0], a.div(mean, denominator)));
  return {updated, mean, square};
}

static SmallVector<Value> adamUpdate(ImplicitLocOpBuilder &b,
                                     const HyperParameters &h,
                                     const UpdateInputs &in) {
  Arithmetic a{b, in.parameter.getType()};
  return adamStep(a, h, in, in.parameter, decayedGradient(a, h, in));
}

static SmallVector<Value> adamwUpdate(ImplicitLocOpBuilder &b,
                                      const HyperParameters &h,
                                      const UpdateInputs &in) {
  Arithmetic a{b, in.parameter.getType()};
  Value parameter =
      h.weightDecay == 0.0 ? in.parameter : a.mul(in.parameter, in.scalars[2]);
  return adamStep(a, h, in, parameter, in.gradient);
}

static constexpr Optimizer optimizers[] = {
    {"sgd", sgdState, 1, sgdScalars, sgdUpdate,
     "momentum nesterov weight-decay"},
    {"adam", adamState, 3, adamScalars, adamUpdate,
     "beta1 beta2 eps weight-decay"},
    {"adamw", adamState, 3, adamScalars, adamwUpdate,
     "beta1 beta2 eps weight-decay"},
};

ArrayRef<Optimizer> allOptimizers() { return optimizers; }

} // namespace lutra
