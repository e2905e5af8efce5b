//===- Contraction.h - Contractions on buffers and their loops --*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_CONVERSION_APPROXTORUNTIME_CONTRACTION_H
#define LUTRA_LIB_CONVERSION_APPROXTORUNTIME_CONTRACTION_H

#include "Kernels.h"
#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "lutra/Dialect/Approx/IR/ContractionSpace.h"

namespace lutra {

/// The three tensors of a forward op and the loops over them. A gradient op has
/// the same; it writes lhs or rhs, and its cotangent takes the result's place.
struct Contraction {
  IndexedBuffer lhs, rhs, result;
  llvm::SmallVector<llvm::StringRef> names;

  KernelLoop loop(llvm::StringRef name) const {
    for (unsigned i = 0; i < names.size(); ++i)
      if (names[i] == name)
        for (const IndexedBuffer *operand : {&lhs, &rhs, &result})
          for (auto [dimension, expr] :
               llvm::enumerate(operand->map.getResults()))
            if (expr == getAffineDimExpr(i, expr.getContext()))
              return {i, operand->type().getDimSize(dimension)};
    return {};
  }
  bool isConvolution() const { return llvm::is_contained(names, "kh"); }
  MatmulLoops matmulLoops() const {
    return {loop("batch"), loop("m"), loop("n"), loop("k")};
  }
  template <typename OpTy>
  ConvolutionLoops convolutionLoops(OpTy op) const {
    ConvolutionLoops loops{loop("n"),  loop("g"), loop("f"),  loop("oh"),
                           loop("ow"), loop("c"), loop("kh"), loop("kw")};
    if constexpr (hasStrides<OpTy>)
      for (int i : {0, 1}) {
        loops.strides[i] = op.getStrides()[i];
        loops.dilations[i] = op.getDilations()[i];
      }
    return loops;
  }

  template <typename OpTy>
  static constexpr bool hasStrides =
      llvm::is_one_of<OpTy, approx::Conv2DOp, approx::Conv2DGradInputOp,
                      approx::Conv2DGradFilterOp, approx::IntConv2DOp>::value;
};

/// Replaces an op of the factorised form on buffers by a call.
mlir::LogicalResult lowerFactorized(RuntimeModule &runtime,
                                    mlir::Operation *op);

} // namespace lutra

#endif // LUTRA_LIB_CONVERSION_APPROXTORUNTIME_CONTRACTION_H
