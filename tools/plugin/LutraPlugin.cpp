//===- LutraPlugin.cpp - Lutra as a plugin of the stock mlir-opt -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/InitAll.h"
#include "mlir/Tools/Plugins/DialectPlugin.h"
#include "mlir/Tools/Plugins/PassPlugin.h"

extern "C" LLVM_ATTRIBUTE_WEAK mlir::DialectPluginLibraryInfo
mlirGetDialectPluginInfo() {
  return {MLIR_PLUGIN_API_VERSION, "Lutra", "v0.1",
          [](mlir::DialectRegistry *registry) {
            lutra::registerAllDialects(*registry);
            lutra::registerAllExtensions(*registry);
            lutra::registerAllPasses();
            lutra::registerAllPipelines();
          }};
}

extern "C" LLVM_ATTRIBUTE_WEAK mlir::PassPluginLibraryInfo
mlirGetPassPluginInfo() {
  return {MLIR_PLUGIN_API_VERSION, "Lutra", "v0.1", [] {
            lutra::registerAllPasses();
            lutra::registerAllPipelines();
          }};
}
