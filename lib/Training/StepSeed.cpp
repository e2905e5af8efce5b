//===- StepSeed.cpp - Seeds of the single steps of a run -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Random numbers of a step are a function of the run's seed and of the step's
// number: a run can be repeated, and continued from its saved state. The two
// are mixed by the generator SplitMix64 (Steele, Lea and Flood, "Fast
// Splittable Pseudorandom Number Generators", OOPSLA 2014), whose n-th output
// is a function of n.
//
//===----------------------------------------------------------------------===//
#include "StepSeed.h"
#include "GenericBuilder.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace lutra {

static Value constant(ImplicitLocOpBuilder &b, uint64_t value) {
  return arith::ConstantOp::create(b, b.getI64IntegerAttr(int64_t(value)));
}

/// (z ^ (z >> shift)) * factor
static Value mix(ImplicitLocOpBuilder &b, Value z, unsigned shift,
                 uint64_t factor) {
  Value high = arith::ShRUIOp::create(b, z, constant(b, shift));
  Value folded = arith::XOrIOp::create(b, z, high);
  return arith::MulIOp::create(b, folded, constant(b, factor));
}

bool isSeedType(Type type) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  auto element =
      tensor ? dyn_cast<IntegerType>(tensor.getElementType()) : IntegerType();
  return element && element.isSignless() && element.getWidth() <= 64;
}

Value buildStepSeed(ImplicitLocOpBuilder &builder, Value seed,
                    Value stepCount) {
  auto type = cast<RankedTensorType>(seed.getType());
  Type element = type.getElementType(), i64 = builder.getI64Type();
  return buildElementwise(
      builder, {seed, stepCount}, element,
      [&](ImplicitLocOpBuilder &b, ValueRange v) -> SmallVector<Value> {
        Value z = v[0];
        if (element != i64)
          z = arith::ExtUIOp::create(b, i64, z);
        // Words of one seed that are equal must not stay equal.
        Value position = v[1];
        for (int64_t dim = 0; dim < type.getRank(); ++dim) {
          Value index = arith::IndexCastOp::create(
              b, i64, linalg::IndexOp::create(b, dim));
          index =
              arith::MulIOp::create(b, index, constant(b, 0xd1342543de82ef95));
          position = arith::AddIOp::create(b, position, index);
        }
        position = arith::AddIOp::create(b, position, constant(b, 1));
        Value stride = constant(b, 0x9e3779b97f4a7c15);
        z = arith::AddIOp::create(b, z,
                                  arith::MulIOp::create(b, position, stride));
        z = mix(b, z, 30, 0xbf58476d1ce4e5b9);
        z = mix(b, z, 27, 0x94d049bb133111eb);
        z = mix(b, z, 31, 1);
        if (element != i64)
          z = arith::TruncIOp::create(b, element, z);
        return {z};
      })[0];
}

} // namespace lutra
