//===- Blif.h - Berkeley logic interchange format ----------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_CIRCUITS_BLIF_H
#define LUTRA_LIB_MULTIPLIER_CIRCUITS_BLIF_H

#include "Netlist.h"
#include "llvm/ADT/StringRef.h"

namespace lutra::circuits {

/// A model of a BLIF file with every model that it instantiates put in its
/// place. Names are slices of the file's text.
struct BlifCircuit {
  std::string model;
  Netlist netlist;
  /// In the file's order, which need not be that of significance.
  std::vector<std::pair<llvm::StringRef, Net>> inputs, outputs;
};

/// Reads .model, .inputs, .outputs, .names and .subckt; `model` names the top
/// one, the file's first when it is empty. Refused with the reason and line:
/// latches, gates of a library, models that contain themselves, hierarchies
/// that unfold to more than 2^22 statements.
llvm::Expected<BlifCircuit> readBlif(llvm::StringRef text,
                                     llvm::StringRef model);

} // namespace lutra::circuits

#endif // LUTRA_LIB_MULTIPLIER_CIRCUITS_BLIF_H
