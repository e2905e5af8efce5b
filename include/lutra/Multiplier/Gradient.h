//===- Gradient.h - Gradient estimators of a multiplier ---------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Estimators of dAM/da and dAM/db (M6), after arXiv 2509.10519.
//
// Most estimators see one curve at a time: the products of one fixed partner
// operand with all values of the operand that is differentiated, in numeric
// order (so signed operands are smoothed across zero, not across the jump of
// their bit patterns). They return one slope per point of the curve. The others
// make the whole table at once.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_GRADIENT_H
#define LUTRA_MULTIPLIER_GRADIENT_H

#include "lutra/Multiplier/Multiplier.h"
#include "lutra/Multiplier/Spec.h"
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace lutra {

/// Which operand the derivative is with respect to.
enum class Wrt { Lhs, Rhs };

struct Estimator;

/// What the files that an estimator names hold: numbers for the first and for
/// the second operand. `table`: dAM/dlhs and dAM/drhs at every operand pair, in
/// canonical index order; `table-1d`: the same per value of the other operand;
/// `weights`: how often each value of the operand occurs, by bit pattern.
struct GradientData {
  llvm::ArrayRef<double> lhs, rhs;
  /// Keeps the numbers; null where somebody else does.
  std::shared_ptr<const void> owner;

  static GradientData own(std::vector<double> lhs, std::vector<double> rhs);
};

/// An estimator's name with its parameters, e.g. `ste`,
/// `lut-2d:hws=16[:boundary=paper|secant]`,
/// `lut-1d[:variant=ls|mean[:hws=16][:boundary=...]][:weights=h.json]`,
/// `rank:k=2`, `table:lhs=a.npy:rhs=b.npy`. A file's name has no colon in it.
/// Made by parse() only, so names and domains of parameters are valid; whether
/// the values fit a multiplier is for verifyGradientSpec().
class GradientSpec {
public:
  static llvm::Expected<GradientSpec> parse(llvm::StringRef text);
  /// The canonical form, which parse() reads back.
  std::string str() const;
  const Estimator &estimator() const { return *row; }
  const SpecParameters &parameters() const { return values; }
  /// True when dAM/da depends on b alone (and dAM/db on a alone), so that the
  /// backward is an ordinary contraction on mapped operands.
  bool isSeparable() const;

  /// Whether a parameter is the name of a file.
  bool namesFiles() const;
  /// What these files hold: what it was given before, or the files as they are
  /// now. Errors: a file that cannot be read, is of another form or shape, or
  /// holds what does not fit the operand types.
  llvm::Expected<GradientData> read(OperandType lhs, OperandType rhs) const;
  /// From here on `data` stands for the files, which are not read any more.
  void setData(GradientData data) { given = std::move(data); }

private:
  explicit GradientSpec(const Estimator &row) : row(&row) {}
  const Estimator *row;
  SpecParameters values;
  std::optional<GradientData> given;
};

/// The products of one partner value with every value of the differentiated
/// operand, in numeric order from its lowest to its highest.
struct ProductCurve {
  /// Which operand is differentiated.
  Wrt wrt;
  int32_t partner;
  OperandType type;
  llvm::ArrayRef<int32_t> products;
};

/// Writes one slope per point of the curve.
using SlopeFunction =
    std::function<void(const ProductCurve &, llvm::MutableArrayRef<double>)>;

/// Makes dAM/d(wrt) at every operand pair, in canonical index order.
using TableFunction = std::function<llvm::Expected<std::vector<double>>(
    const Multiplier &multiplier, Wrt wrt)>;

/// One row of the table of estimators.
struct Estimator {
  const char *name;
  const char *summary;
  /// Where the definition comes from.
  const char *source;
  /// True when the slope is the same at every point of a curve.
  bool separable;
  std::vector<SpecParameter> parameters;
  /// Checks the parameters against the operand types, once, and returns the
  /// function. One of the two is null.
  llvm::Expected<SlopeFunction> (*makeSlope)(const GradientSpec &spec,
                                             OperandType lhs, OperandType rhs);
  llvm::Expected<TableFunction> (*makeTable)(const GradientSpec &spec,
                                             OperandType lhs, OperandType rhs);
  /// Reads the files that the parameters name; null where none can.
  llvm::Expected<GradientData> (*read)(const GradientSpec &spec,
                                       OperandType lhs, OperandType rhs);
};

/// All estimators, in the order in which they are listed to a user.
llvm::ArrayRef<Estimator> allEstimators();

/// Checks `spec` against operand types: a half window h must leave at least one
/// interior point (2h + 3 <= 2^bits) on both operands; boundary=paper needs
/// unsigned operands; files must be there, unless what they hold is given, and
/// of the right shape.
llvm::Error verifyGradientSpec(OperandType lhs, OperandType rhs,
                               const GradientSpec &spec);
llvm::Error verifyGradientSpec(const Multiplier &multiplier,
                               const GradientSpec &spec);

/// The 2-D gradient table in canonical index order (as Multiplier::table()):
/// dAM/d(wrt) at every operand pair. Defined for every estimator; a separable
/// one is broadcast.
llvm::Expected<std::vector<float>> gradientTable2D(const Multiplier &multiplier,
                                                   const GradientSpec &spec,
                                                   Wrt wrt);

/// gradientTable2D() before it is rounded to f32.
llvm::Expected<std::vector<double>>
gradientTableF64(const Multiplier &multiplier, const GradientSpec &spec,
                 Wrt wrt);

/// The 1-D table of a separable estimator, indexed by the *other* operand's
/// bit pattern: dAM/dlhs = table[rhs.index(b)], dAM/drhs = table[lhs.index(a)].
/// An estimator that is not separable is an error.
llvm::Expected<std::vector<float>> gradientTable1D(const Multiplier &multiplier,
                                                   const GradientSpec &spec,
                                                   Wrt wrt);

} // namespace lutra

#endif // LUTRA_MULTIPLIER_GRADIENT_H
