//===- LinalgToApprox.h - Parts of convert-linalg-to-approx -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_CONVERSION_LINALGTOAPPROX_LINALGTOAPPROX_H
#define LUTRA_LIB_CONVERSION_LINALGTOAPPROX_LINALGTOAPPROX_H

#include "lutra/Dialect/Approx/IR/Roles.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"

namespace lutra {

/// M12. "Keep exact" means Int8: the same quantisation, the exact product.
enum class Policy { Approximate, Int8, Float };
llvm::StringRef stringifyPolicy(Policy policy);
std::optional<Policy> symbolizePolicy(llvm::StringRef text);

enum class ContractionKind { Matmul, BatchMatmul, Conv2D };

/// A linalg contraction in the terms of the approx ops.
struct Contraction {
  ContractionKind kind;
  bool transposed[2] = {false, false}; // lhs, rhs
  approx::ConvLayout layout = approx::ConvLayout::NchwFchw;
  llvm::SmallVector<int64_t> strides, dilations;
  /// Per operand: its dimension that is one of the result's outer ones (M of
  /// lhs, N of rhs, the filter's output channels), and which one of the result.
  /// In a grouped layout the filter's is two, this one and the next.
  unsigned channelAxis[2], resultAxis[2];
  bool isGrouped() const {
    return kind == ContractionKind::Conv2D && approx::isGrouped(layout);
  }
  /// Products per result element; dynamic when the shape is.
  int64_t depth = mlir::ShapedType::kDynamic;
};

/// Fails with the reason why `op` has no approximate form (M10).
mlir::FailureOr<Contraction> describeContraction(mlir::linalg::LinalgOp op,
                                                 std::string &reason);

/// How many of the first and the last entries along one dimension are zeros
/// that a tensor was padded with; none where that cannot be told.
using DimensionPadding = std::optional<std::pair<int64_t, int64_t>>;

/// The zeros around `value`, seen through what only rearranges its elements.
llvm::SmallVector<DimensionPadding> getZeroPadding(mlir::Value value);

/// One contraction of the function and what becomes of it.
struct Layer {
  mlir::linalg::LinalgOp op;
  std::string name;
  /// Kind as the option `ops` knows it; "other" for ops without approx form.
  llvm::StringRef kind;
  /// The operand derived from a parameter argument through views, if any.
  std::optional<unsigned> weight;
  Policy policy = Policy::Float;
  /// An option keeps it float; otherwise it was only not chosen.
  bool isFloatByChoice = false;
  approx::MultiplierOp multiplier;
  approx::GradientAttr gradient;
  approx::OperandOrder order = approx::OperandOrder::LhsFirst;
  /// Whether terms of padding are left out of its sums.
  bool skipsPadding = false;
};

/// What the options ask for; the strings are checked by selectLayers.
struct LayerOptions {
  std::string multiplier, gradient, first, last, operandOrder;
  llvm::ArrayRef<std::string> ops, layers, keepExact, keepFloat;
};

/// Every contraction of `func` in order with its policy, multiplier, estimator
/// and operand order. Fails after a diagnostic.
mlir::FailureOr<llvm::SmallVector<Layer>>
selectLayers(mlir::func::FuncOp func, const LayerOptions &options);

/// `value` behind ops that only rearrange its elements (expand, collapse,
/// transpose, cast) and, with `throughPadding`, behind padding with zeros:
/// the represented range always contains 0 (M3).
mlir::Value seeThroughViews(mlir::Value value, bool throughPadding);

} // namespace lutra

#endif // LUTRA_LIB_CONVERSION_LINALGTOAPPROX_LINALGTOAPPROX_H
