//===- SkippedPadding.h - Terms that a sum leaves out -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_DIALECT_APPROX_TRANSFORMS_SKIPPEDPADDING_H
#define LUTRA_DIALECT_APPROX_TRANSFORMS_SKIPPEDPADDING_H

#include "lutra/Dialect/Approx/IR/ContractionSpace.h"
#include "mlir/IR/Builders.h"

namespace lutra {

/// i1 in a body: whether the entry of an image in this row and column is
/// padding that `space`, which has some, leaves out (M3). `imageSizes` are of
/// lhs.
mlir::Value createIsPadding(mlir::OpBuilder &builder, mlir::Location loc,
                            const approx::ContractionSpace &space,
                            llvm::ArrayRef<mlir::OpFoldResult> imageSizes,
                            mlir::Value row, mlir::Value column);

/// i1 in a body: whether the term at these values of the loops of `space` is
/// left out. Loops that do not index height and width of lhs may be null.
mlir::Value createIsSkipped(mlir::OpBuilder &builder, mlir::Location loc,
                            const approx::ContractionSpace &space,
                            llvm::ArrayRef<mlir::OpFoldResult> imageSizes,
                            llvm::ArrayRef<mlir::Value> loops);

} // namespace lutra

#endif // LUTRA_DIALECT_APPROX_TRANSFORMS_SKIPPEDPADDING_H
