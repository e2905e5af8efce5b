//===- Estimators.h - What the gradient estimators compute ------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each function checks a spec's parameters against operand types and returns
// what computes the slopes. Slopes of integers are one division in double
// precision, so an exact multiplier gives exactly its partner operand wherever
// the formula does.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_GRADIENTS_ESTIMATORS_H
#define LUTRA_LIB_MULTIPLIER_GRADIENTS_ESTIMATORS_H

#include "lutra/Multiplier/Distribution.h"
#include "lutra/Multiplier/Gradient.h"

namespace lutra::gradients {

llvm::Expected<SlopeFunction> makeSte(const GradientSpec &spec, OperandType lhs,
                                      OperandType rhs);
llvm::Expected<SlopeFunction> makeLut2D(const GradientSpec &spec,
                                        OperandType lhs, OperandType rhs);
llvm::Expected<SlopeFunction> makeLut1D(const GradientSpec &spec,
                                        OperandType lhs, OperandType rhs);
llvm::Expected<SlopeFunction> makeLocalLeastSquares(const GradientSpec &spec,
                                                    OperandType lhs,
                                                    OperandType rhs);
llvm::Expected<TableFunction> makeRank(const GradientSpec &spec,
                                       OperandType lhs, OperandType rhs);
llvm::Expected<TableFunction> makeTable(const GradientSpec &spec,
                                        OperandType lhs, OperandType rhs);
llvm::Expected<TableFunction> makeTable1D(const GradientSpec &spec,
                                          OperandType lhs, OperandType rhs);

llvm::Expected<GradientData> readWeights(const GradientSpec &spec,
                                         OperandType lhs, OperandType rhs);
llvm::Expected<GradientData> readTables(const GradientSpec &spec,
                                        OperandType lhs, OperandType rhs);
llvm::Expected<GradientData> readSlopes(const GradientSpec &spec,
                                        OperandType lhs, OperandType rhs);

/// Subject of the error sentences about a spec.
std::string subject(const GradientSpec &spec);

/// An error when `data`, which may have come from elsewhere than from files,
/// has not one number for each of these.
llvm::Error checkSizes(const GradientSpec &spec, const GradientData &data,
                       size_t lhs, size_t rhs);

/// The parameters of lut-2d.
struct Smoothing {
  unsigned halfWindow;
  bool paperBoundary;
};
llvm::Expected<Smoothing> getSmoothing(const GradientSpec &spec,
                                       OperandType lhs, OperandType rhs);

/// The slopes of lut-2d along one curve.
void smoothedDifference(const ProductCurve &curve, Smoothing smoothing,
                        llvm::MutableArrayRef<double> slopes);

/// The weights that a spec's `weights` and `layer` name, one per value of each
/// operand; null without.
llvm::Expected<std::optional<GradientData>>
getWeights(const GradientSpec &spec, OperandType lhs, OperandType rhs);

/// The slopes of a curve estimator at every operand pair, in canonical order.
std::vector<double> tabulate(const Multiplier &multiplier,
                             const SlopeFunction &slope, Wrt wrt);

} // namespace lutra::gradients

#endif // LUTRA_LIB_MULTIPLIER_GRADIENTS_ESTIMATORS_H
