//===- SingularValues.h - Singular value decomposition ----------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_GRADIENTS_SINGULARVALUES_H
#define LUTRA_LIB_MULTIPLIER_GRADIENTS_SINGULARVALUES_H

#include <cstddef>
#include <vector>

namespace lutra::gradients {

/// matrix = sum_j values[j] left[j] right[j]^T, values falling.
struct SingularValues {
  std::vector<double> values;
  /// Unit vectors; `left[j]` is zero where the value is.
  std::vector<std::vector<double>> left, right;
};

/// Of a row-major matrix. One-sided Jacobi rotations (Golub and Van Loan,
/// Matrix Computations, section 8.6.3), which are accurate for small values
/// too.
SingularValues decompose(const std::vector<double> &matrix, size_t rows,
                         size_t columns);

} // namespace lutra::gradients

#endif // LUTRA_LIB_MULTIPLIER_GRADIENTS_SINGULARVALUES_H
