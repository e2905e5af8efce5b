//===- Gradient.h - Gradient estimators of a multiplier ---------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Estimators of dAM/da and dAM/db (M6), after arXiv 2509.10519.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_GRADIENT_H
#define LUTRA_MULTIPLIER_GRADIENT_H

#include "lutra/Multiplier/Multiplier.h"

namespace lutra {

/// Which operand the derivative is with respect to.
enum class Wrt { Lhs, Rhs };

/// `ste`, `lut-2d:hws=16[:boundary=paper|secant]`, `lut-1d[:variant=ls|mean]`
/// (variant `mean` also takes hws and boundary: it averages that LUT-2D).
/// The boundary defaults to paper when both operands are unsigned, to secant
/// otherwise.
struct GradientSpec {
  enum class Kind { STE, LUT2D, LUT1D };
  enum class Boundary { Default, Paper, Secant };
  enum class Variant { LeastSquares, Mean };
  Kind kind = Kind::STE;
  unsigned hws = 16;
  Boundary boundary = Boundary::Default;
  Variant variant = Variant::LeastSquares;

  static llvm::Expected<GradientSpec> parse(llvm::StringRef text);
  std::string str() const;
  /// True when dAM/da depends on b alone (and dAM/db on a alone), so that the
  /// backward is an ordinary contraction on mapped operands: STE and LUT-1D.
  bool isSeparable() const { return kind != Kind::LUT2D; }
};

/// Checks `spec` against the operand types of `multiplier`: h must leave at
/// least one interior point (2h + 3 <= 2^bits) on both operands; boundary=paper
/// needs unsigned operands.
llvm::Error verifyGradientSpec(const Multiplier &multiplier,
                               const GradientSpec &spec);

/// The 2-D gradient table in canonical index order (as Multiplier::table()):
/// dAM/d(wrt) at every operand pair. Defined for every estimator; a separable
/// one is broadcast.
llvm::Expected<std::vector<float>> gradientTable2D(const Multiplier &multiplier,
                                                   const GradientSpec &spec,
                                                   Wrt wrt);

/// The 1-D table of a separable estimator, indexed by the *other* operand's
/// bit pattern: dAM/dlhs = table[rhs.index(b)], dAM/drhs = table[lhs.index(a)].
llvm::Expected<std::vector<float>> gradientTable1D(const Multiplier &multiplier,
                                                   const GradientSpec &spec,
                                                   Wrt wrt);

} // namespace lutra

#endif // LUTRA_MULTIPLIER_GRADIENT_H
