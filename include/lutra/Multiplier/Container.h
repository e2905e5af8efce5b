//===- Container.h - A multiplier with all that is known of it ---*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The native file, .axm: a safetensors file of the table, its types, where it
// comes from and what it costs, with gradient tables and factors if wanted
// (docs/multipliers.md lists tensors and metadata).
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_CONTAINER_H
#define LUTRA_MULTIPLIER_CONTAINER_H

#include "lutra/Multiplier/Factorization.h"
#include "lutra/Multiplier/Multiplier.h"
#include <map>
#include <optional>

namespace lutra {

/// dAM/da and dAM/db at every operand pair, in the table's order.
struct GradientTables {
  std::vector<float> lhs, rhs;
};

/// What a container holds.
struct MultiplierFile {
  Multiplier multiplier;
  /// By the estimator's spec, or a name of the user's.
  std::map<std::string, GradientTables> gradients;
  std::optional<Factorization> factors;
};

/// Reads a container's bytes and verifies them: checksum, content hash, shapes,
/// finite gradients, every product of the factors. The multiplier has the name
/// under which it was saved. Errors are continued from "file 'x' ".
llvm::Expected<MultiplierFile> parseMultiplierFile(llvm::StringRef bytes);

/// parseMultiplierFile() of a file.
llvm::Expected<MultiplierFile> loadMultiplierFile(llvm::StringRef path);

/// Writes the bytes. Errors, continued likewise: gradients of a wrong size or
/// not finite, factors of another table.
llvm::Error writeMultiplierFile(const MultiplierFile &file,
                                llvm::raw_ostream &os);

/// Saves a container. The file appears under its name only when it is complete.
llvm::Error saveMultiplierFile(const MultiplierFile &file,
                               llvm::StringRef path);

/// What is kept beside the table.
struct SaveOptions {
  /// Factors, found by factorize().
  bool factors = false;
  /// Gradient tables of these estimators.
  std::vector<std::string> gradients = {};
  /// A format's name; empty: the one of the extension.
  std::string format = {};
};

/// Saves a container, or a table file of another format, which keeps nothing
/// but the table. A multiplier that comes from a container keeps that one's
/// gradients and factors as well.
llvm::Error saveMultiplier(const Multiplier &multiplier, llvm::StringRef path,
                           const SaveOptions &options);

} // namespace lutra

#endif // LUTRA_MULTIPLIER_CONTAINER_H
