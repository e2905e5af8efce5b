//===- main.cpp - An external user of Lutra's passes -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "CubeDialect.h"
#include "lutra/InitAll.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/InitAllDialects.h"
#include "mlir/Parser/Parser.h"

int main() {
  mlir::DialectRegistry registry;
  mlir::registerAllDialects(registry);
  lutra::registerAllDialects(registry);
  lutra::registerAllExtensions(registry);
  registry.insert<cube::CubeDialect>();
  mlir::MLIRContext context(registry);
  auto module = mlir::parseSourceString<mlir::ModuleOp>(R"(
    func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
      %y = cube.cube %x : tensor<4xf32>
      return %y : tensor<4xf32>
    })",
                                                        &context);
  return module ? 0 : 1;
}
