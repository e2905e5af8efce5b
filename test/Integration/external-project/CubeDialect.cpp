//===- CubeDialect.cpp - The example dialect and its derivative rule -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "CubeDialect.h"
#include "mlir/IR/Builders.h"

#include "CubeDialect.cpp.inc"
#define GET_OP_CLASSES
#include "CubeOps.cpp.inc"

void cube::CubeDialect::initialize() {
  addOperations<
#define GET_OP_LIST
#include "CubeOps.cpp.inc"
      >();
}
