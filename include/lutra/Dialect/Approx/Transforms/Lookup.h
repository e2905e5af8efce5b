//===- Lookup.h - Tables in the bodies of linalg ops -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_DIALECT_APPROX_TRANSFORMS_LOOKUP_H
#define LUTRA_DIALECT_APPROX_TRANSFORMS_LOOKUP_H

#include "lutra/Multiplier/Multiplier.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinTypes.h"

namespace lutra {

/// A table as a constant tensor.
template <typename T>
mlir::Value createTable(mlir::OpBuilder &builder, mlir::Location loc,
                        llvm::ArrayRef<T> entries,
                        llvm::ArrayRef<int64_t> shape, mlir::Type elementType) {
  auto type = mlir::RankedTensorType::get(shape, elementType);
  return mlir::arith::ConstantOp::create(
      builder, loc, mlir::DenseElementsAttr::get(type, entries));
}

/// Row or column of a code in a table: its low bits (M1). Masking keeps codes
/// outside the operand's range, which no quantisation makes, inside the table.
inline mlir::Value createTableIndex(mlir::OpBuilder &builder,
                                    mlir::Location loc, mlir::Value code,
                                    OperandType type) {
  mlir::Value bits = code;
  if (type.bits < 8) {
    mlir::Value mask = mlir::arith::ConstantIntOp::create(
        builder, loc, int64_t(type.size()) - 1, 8);
    bits = mlir::arith::AndIOp::create(builder, loc, code, mask);
  }
  return mlir::arith::IndexCastUIOp::create(builder, loc,
                                            builder.getIndexType(), bits);
}

/// `value` as `type`, which says more or less of the same sizes.
inline mlir::Value matchType(mlir::OpBuilder &builder, mlir::Value value,
                             mlir::Type type) {
  if (value.getType() == type)
    return value;
  return mlir::tensor::CastOp::create(builder, value.getLoc(), type, value);
}

} // namespace lutra

#endif // LUTRA_DIALECT_APPROX_TRANSFORMS_LOOKUP_H
