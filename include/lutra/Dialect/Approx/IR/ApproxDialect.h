//===- ApproxDialect.h - The approx dialect -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_DIALECT_APPROX_IR_APPROXDIALECT_H
#define LUTRA_DIALECT_APPROX_IR_APPROXDIALECT_H

#include "mlir/IR/Dialect.h"

#include "lutra/Dialect/Approx/IR/ApproxDialect.h.inc"

#endif // LUTRA_DIALECT_APPROX_IR_APPROXDIALECT_H
