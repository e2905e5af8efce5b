//===- Circuit.h - A circuit's ports, and the table it computes --*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What Verilog and BLIF share: which ports are the operands and the product,
// which types they have, and the table.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_CIRCUITS_CIRCUIT_H
#define LUTRA_LIB_MULTIPLIER_CIRCUITS_CIRCUIT_H

#include "Netlist.h"
#include "lutra/Multiplier/TableFile.h"

namespace lutra::circuits {

/// A bus.
struct Port {
  std::string name;
  /// Declared so.
  bool isSigned = false;
  unsigned width = 0;
  /// Least significant bit first; empty where another program evaluates.
  std::vector<Net> bits;
};

/// The ports of a module, in the order of its header.
struct PortList {
  std::string module;
  std::vector<Port> inputs, outputs;
};

/// The ports that are the multiplier's, and its operand types.
struct Roles {
  const Port *lhs = nullptr, *rhs = nullptr, *product = nullptr;
  OperandTypes types;
  /// "module mul8, ports a, b -> p": the beginning of a description.
  std::string description;
  std::vector<std::string> warnings;
};

/// Takes the ports that the options name, and infers the others: two inputs in
/// the order of the header, one output. Operands are signed where the options,
/// else the declaration, else the name's convention ("mul8s_...") say so.
/// Errors, with the ports named: more or fewer, widths that no operand has.
llvm::Expected<Roles> chooseRoles(const PortList &ports,
                                  const ImportOptions &options);

/// The table of products given by bit pattern, as the roles read them.
llvm::Expected<FileTable> makeTable(const Roles &roles,
                                    llvm::ArrayRef<uint32_t> products);

/// Both of the above around an evaluation of the netlist.
llvm::Expected<FileTable> evaluateCircuit(const Netlist &netlist,
                                          const PortList &ports,
                                          const ImportOptions &options,
                                          llvm::StringRef evaluatedBy);

/// What a name such as "mul8s_1KV9", "mul8x4u_0AB" or "mult8_cgp14" says of the
/// operands in EvoApproxLib's convention.
struct NameConvention {
  unsigned lhsBits = 0, rhsBits = 0;
  /// Absent when the name has no letter for it.
  std::optional<bool> isSigned;
};
std::optional<NameConvention> readNameConvention(llvm::StringRef name);

/// Warns where the first operand is named as the second usually is: published
/// circuits of one name are often each other's transpose.
std::optional<std::string> warnOfOrder(llvm::StringRef first,
                                       llvm::StringRef second);

} // namespace lutra::circuits

#endif // LUTRA_LIB_MULTIPLIER_CIRCUITS_CIRCUIT_H
