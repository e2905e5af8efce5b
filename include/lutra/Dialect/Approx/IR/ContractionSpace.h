//===- ContractionSpace.h - Loops of a contraction -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A contraction and its two gradients run over the same loops and index the
// same three tensors; they differ in which one is written.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_DIALECT_APPROX_IR_CONTRACTIONSPACE_H
#define LUTRA_DIALECT_APPROX_IR_CONTRACTIONSPACE_H

#include "mlir/IR/AffineMap.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace lutra::approx {

enum class ConvLayout : uint32_t;

/// Whether operands of this layout have a dimension for groups.
bool isGrouped(ConvLayout layout);

/// Which operand of a contraction a gradient op is for.
enum class Derivative { None, Lhs, Rhs };

struct ContractionSpace {
  /// Names of the loops, as messages print them.
  llvm::SmallVector<llvm::StringRef> loops;
  /// How lhs, rhs and result of the forward op are indexed.
  mlir::AffineMap lhs, rhs, result;
  /// The loops along which a zero point per channel of lhs or rhs runs; none
  /// where only a zero point per tensor makes sense.
  llvm::SmallVector<unsigned, 2> lhsChannels, rhsChannels;
  /// Outer rows and columns of lhs, at the top, bottom, left and right, whose
  /// terms are left out (M3); empty where none are.
  llvm::SmallVector<int64_t, 4> skippedPadding;

  /// Loops (batch,) m, n, k.
  static ContractionSpace matmul(mlir::MLIRContext *context, bool batched,
                                 bool lhsTransposed, bool rhsTransposed);
  /// Loops n, (g,) f, oh, ow, c, kh, kw.
  static ContractionSpace conv2D(mlir::MLIRContext *context, ConvLayout layout,
                                 llvm::ArrayRef<int64_t> strides,
                                 llvm::ArrayRef<int64_t> dilations,
                                 llvm::ArrayRef<int64_t> skippedPadding = {});

  /// The map of what a gradient op writes and of what it reads besides the
  /// cotangent (which has `result`).
  mlir::AffineMap self(Derivative derivative) const {
    return derivative == Derivative::Lhs ? lhs : rhs;
  }
  mlir::AffineMap other(Derivative derivative) const {
    return derivative == Derivative::Lhs ? rhs : lhs;
  }
  llvm::ArrayRef<unsigned> otherChannels(Derivative derivative) const {
    return derivative == Derivative::Lhs ? rhsChannels : lhsChannels;
  }
  /// The map of a zero point of `rank` of an operand with these channel loops.
  mlir::AffineMap zeroPointMap(int64_t rank,
                               llvm::ArrayRef<unsigned> channels) const;
  /// The loops that the forward op sums over.
  llvm::SmallVector<unsigned> contracted() const;
  /// The dimensions of lhs that windows slide along: height and width.
  llvm::SmallVector<unsigned, 2> windowDimensions() const;
  /// The dimension of a tensor indexed by `map` that `loop` alone indexes.
  static std::optional<unsigned> dimensionOf(mlir::AffineMap map,
                                             unsigned loop);
};

} // namespace lutra::approx

#endif // LUTRA_DIALECT_APPROX_IR_CONTRACTIONSPACE_H
