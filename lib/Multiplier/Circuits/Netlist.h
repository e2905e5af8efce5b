//===- Netlist.h - Gates, and their exhaustive evaluation --------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A combinational netlist of sums of products, as BLIF has them, evaluated for
// all operands, 64 pairs a word.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_CIRCUITS_NETLIST_H
#define LUTRA_LIB_MULTIPLIER_CIRCUITS_NETLIST_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <optional>
#include <vector>

namespace lutra::circuits {

/// A net's number within its netlist.
using Net = uint32_t;

/// One cube of a cover: nets that must be 1 and nets that must be 0.
struct Literal {
  Net net;
  bool negated;

  bool operator==(const Literal &other) const {
    return net == other.net && negated == other.negated;
  }
};

/// A sum of products that drives one net. No cube is the constant 0, an empty
/// cube the constant 1, and `inverted` says that the cubes describe the zeros.
struct Gate {
  Net output;
  bool inverted = false;
  std::vector<std::vector<Literal>> cubes;
};

/// Nets and the gates that drive them.
class Netlist {
public:
  /// A new net. The name, for messages, outlives the netlist.
  Net addNet(llvm::StringRef name) {
    names.push_back(name);
    driver.push_back(none);
    return Net(names.size() - 1);
  }
  llvm::StringRef nameOf(Net net) const { return names[net]; }
  /// The first net of that name.
  std::optional<Net> find(llvm::StringRef name) const;
  size_t numGates() const { return gates.size(); }

  /// Errors: the net is driven already, by another function. (Generators repeat
  /// gates.)
  llvm::Error addGate(Gate gate);

  /// Where a bit of an operand goes, and where the product's bits come from.
  struct Ports {
    /// Bit 0 first.
    std::vector<Net> lhs, rhs, product;
  };

  /// Row-major table of the product's bits as an unsigned number, first operand
  /// by bit pattern. Errors: a loop of gates, a net in the product's cone that
  /// nothing drives, the time limit.
  llvm::Expected<std::vector<uint32_t>> evaluate(const Ports &ports,
                                                 double timeLimitSeconds) const;

  /// Makes the net's gate give the opposite.
  void invert(Net net) { gates[driver[net]].inverted ^= true; }

private:
  static constexpr uint32_t none = ~uint32_t(0);
  std::vector<llvm::StringRef> names;
  /// Of each net the gate that drives it.
  std::vector<uint32_t> driver;
  std::vector<Gate> gates;

  /// The gates that the product needs, each after those it reads.
  llvm::Expected<std::vector<uint32_t>> order(const Ports &ports) const;
};

} // namespace lutra::circuits

#endif // LUTRA_LIB_MULTIPLIER_CIRCUITS_NETLIST_H
