//===- BufferizableOpInterfaceImpl.h - Bufferization of approx ops -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_DIALECT_APPROX_IR_BUFFERIZABLEOPINTERFACEIMPL_H
#define LUTRA_DIALECT_APPROX_IR_BUFFERIZABLEOPINTERFACEIMPL_H

namespace mlir {
class DialectRegistry;
} // namespace mlir

namespace lutra::approx {

/// Attaches the bufferization interface to the contractions and their
/// gradients. The quantisation ops have none: they become linalg ops first.
void registerBufferizableOpInterfaceExternalModels(
    mlir::DialectRegistry &registry);

} // namespace lutra::approx

#endif // LUTRA_DIALECT_APPROX_IR_BUFFERIZABLEOPINTERFACEIMPL_H
