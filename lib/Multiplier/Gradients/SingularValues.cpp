//===- SingularValues.cpp - Singular value decomposition ------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "SingularValues.h"
#include <algorithm>
#include <cmath>
#include <numeric>

using namespace lutra;
using namespace lutra::gradients;

using Vector = std::vector<double>;

static double dot(const Vector &a, const Vector &b) {
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i)
    sum += a[i] * b[i];
  return sum;
}

static void rotate(Vector &a, Vector &b, double c, double s) {
  for (size_t i = 0; i < a.size(); ++i) {
    double x = a[i], y = b[i];
    a[i] = c * x - s * y;
    b[i] = s * x + c * y;
  }
}

SingularValues gradients::decompose(const std::vector<double> &matrix,
                                    size_t rows, size_t columns) {
  // Columns are rotated until they are orthogonal; the rotations are the right
  // vectors.
  std::vector<Vector> column(columns, Vector(rows));
  std::vector<Vector> right(columns, Vector(columns));
  for (size_t j = 0; j < columns; ++j) {
    right[j][j] = 1;
    for (size_t i = 0; i < rows; ++i)
      column[j][i] = matrix[i * columns + j];
  }
  Vector squares(columns);
  for (size_t j = 0; j < columns; ++j)
    squares[j] = dot(column[j], column[j]);
  double total = std::accumulate(squares.begin(), squares.end(), 0.0);
  constexpr unsigned maxSweeps = 40; // quadratic convergence needs about ten
  for (unsigned sweep = 0; sweep < maxSweeps; ++sweep) {
    bool rotated = false;
    for (size_t p = 0; p + 1 < columns; ++p)
      for (size_t q = p + 1; q < columns; ++q) {
        // What is nothing beside the matrix is noise.
        if (squares[p] * squares[q] <= 1e-60 * total * total)
          continue;
        double product = dot(column[p], column[q]);
        if (std::abs(product) <= 1e-14 * std::sqrt(squares[p] * squares[q]))
          continue;
        rotated = true;
        double zeta = (squares[q] - squares[p]) / (2 * product);
        double t = (zeta >= 0 ? 1 : -1) /
                   (std::abs(zeta) + std::sqrt(1 + zeta * zeta));
        double c = 1 / std::sqrt(1 + t * t);
        rotate(column[p], column[q], c, c * t);
        rotate(right[p], right[q], c, c * t);
        squares[p] = dot(column[p], column[p]);
        squares[q] = dot(column[q], column[q]);
      }
    if (!rotated)
      break;
  }
  std::vector<size_t> order(columns);
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return squares[a] != squares[b] ? squares[a] > squares[b] : a < b;
  });
  SingularValues result;
  for (size_t j : order) {
    double value = std::sqrt(squares[j]);
    result.values.push_back(value);
    for (double &entry : column[j])
      entry = value > 0 ? entry / value : 0;
    result.left.push_back(std::move(column[j]));
    result.right.push_back(std::move(right[j]));
  }
  return result;
}
