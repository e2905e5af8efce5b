//===- GenericBuilder.h - Short forms for linalg.generic -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_TRAINING_GENERICBUILDER_H
#define LUTRA_LIB_TRAINING_GENERICBUILDER_H

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace lutra {

/// Body of a generic: from the inputs' elements (and, of a reduction, the
/// accumulators', which come last) to what is yielded.
using GenericBody = llvm::function_ref<llvm::SmallVector<mlir::Value>(
    mlir::ImplicitLocOpBuilder &, mlir::ValueRange)>;

/// One generic over the shape of the first input; every input and result has
/// that shape, except 0-d inputs, which are broadcast.
llvm::SmallVector<mlir::Value>
buildElementwise(mlir::ImplicitLocOpBuilder &builder, mlir::ValueRange inputs,
                 llvm::ArrayRef<mlir::Type> elementTypes, GenericBody body);

/// Reduces over all dimensions of the first input into `init`, a 0-d tensor
/// whose value takes part; the other inputs have that shape or are 0-d.
mlir::Value buildFullReduction(mlir::ImplicitLocOpBuilder &builder,
                               mlir::ValueRange inputs, mlir::Value init,
                               GenericBody body);

/// One generic over the shape of the `outs`, which it updates in place: its
/// body gets the elements of `ins` (that shape or 0-d), then those of `outs`.
llvm::SmallVector<mlir::Value>
buildInPlaceUpdate(mlir::ImplicitLocOpBuilder &builder, mlir::ValueRange ins,
                   mlir::ValueRange outs, GenericBody body);

/// A tensor of that shape (dynamic sizes as in `like`) filled with a constant.
mlir::Value buildFill(mlir::ImplicitLocOpBuilder &builder,
                      llvm::ArrayRef<mlir::OpFoldResult> sizes,
                      mlir::TypedAttr value);

} // namespace lutra

#endif // LUTRA_LIB_TRAINING_GENERICBUILDER_H
