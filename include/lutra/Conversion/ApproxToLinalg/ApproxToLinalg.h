//===- ApproxToLinalg.h - approx as linalg on tensors -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_CONVERSION_APPROXTOLINALG_APPROXTOLINALG_H
#define LUTRA_CONVERSION_APPROXTOLINALG_APPROXTOLINALG_H

namespace mlir {
class RewritePatternSet;
} // namespace mlir

namespace lutra {

/// Which ops convert-approx-to-linalg converts.
enum class ApproxToLinalgScope { All, Elementwise, Contractions };

/// Quantise, dequantise, ranges and 1-D tables: plain generics that fuse and
/// vectorise.
void populateApproxElementwiseToLinalgPatterns(
    mlir::RewritePatternSet &patterns);
/// Contractions and their gradients: one look-up per product.
void populateApproxContractionsToLinalgPatterns(
    mlir::RewritePatternSet &patterns);

} // namespace lutra

#endif // LUTRA_CONVERSION_APPROXTOLINALG_APPROXTOLINALG_H
