//===- CubeDialect.h - The example dialect -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef CUBE_CUBEDIALECT_H
#define CUBE_CUBEDIALECT_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "CubeDialect.h.inc"
#define GET_OP_CLASSES
#include "CubeOps.h.inc"

namespace cube {

/// Attaches the derivative rule of cube.cube, d/dx x^3 = 3 x^2, to the dialect.
void registerDerivative(mlir::DialectRegistry &registry);

} // namespace cube

#endif // CUBE_CUBEDIALECT_H
