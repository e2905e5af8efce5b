//===- Blif.cpp - BLIF netlists as tables ---------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// BLIF has single bits where Verilog has buses: the buses are found again by
// the bits' names.
//
//===----------------------------------------------------------------------===//
#include "../Circuits/Blif.h"
#include "../Circuits/Circuit.h"
#include "../CostHeader.h"
#include "Formats.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace lutra;
using namespace lutra::circuits;
using namespace lutra::formats;
using llvm::StringRef;
using llvm::Twine;

namespace {
/// "A[3]", "A<3>", "A(3)", "a_3" or "a3".
struct BitName {
  StringRef bus;
  unsigned index = 0;
};

/// The bits of one bus, as the file lists them.
struct Bus {
  llvm::SmallVector<std::pair<unsigned, Net>, 16> bits;
};
} // namespace

static std::optional<BitName> splitBitName(StringRef name) {
  StringRef bus = name;
  for (StringRef brackets : {"[]", "<>", "()"})
    if (bus.consume_back(brackets.drop_front()))
      if (!bus.contains(brackets.front()))
        return std::nullopt;
  size_t digits = bus.find_last_not_of("0123456789") + 1;
  BitName bit;
  if (digits == 0 || digits == bus.size() ||
      bus.substr(digits).getAsInteger(10, bit.index))
    return std::nullopt;
  bit.bus = bus.take_front(digits);
  // The mark before the number is none of the bus's name.
  if (bit.bus.size() > 1 && StringRef("[<(_").contains(bit.bus.back()))
    bit.bus = bit.bus.drop_back();
  return bit;
}

/// Buses in the order of their first bits. A bit whose name has no number is a
/// bus of its own. Errors: holes and repeated numbers. `order` says how the
/// file lists the bits.
static llvm::Expected<std::vector<Port>>
groupBits(llvm::ArrayRef<std::pair<StringRef, Net>> bits, bool &descending) {
  llvm::MapVector<StringRef, Bus> buses;
  for (auto [name, net] : bits) {
    BitName bit = splitBitName(name).value_or(BitName{name, 0});
    buses[bit.bus].bits.push_back({bit.index, net});
  }
  std::vector<Port> ports;
  for (auto &[name, bus] : buses) {
    descending |= bus.bits.front().first > bus.bits.back().first;
    llvm::sort(bus.bits);
    Port port{name.str(), false, unsigned(bus.bits.size()), {}};
    for (auto [position, bit] : llvm::enumerate(bus.bits)) {
      unsigned expected = bus.bits.front().first + unsigned(position);
      if (bit.first != expected)
        return makeError(
            "has bus '" + name + "' " +
            (position > 0 && bus.bits[position - 1].first == bit.first
                 ? "with bit " + Twine(bit.first) + " twice"
                 : "without bit " + Twine(expected)));
      port.bits.push_back(bit.second);
    }
    ports.push_back(std::move(port));
  }
  return ports;
}

static llvm::Expected<FileTable> readTable(const TableSource &source,
                                           const ImportOptions &options) {
  llvm::Expected<BlifCircuit> circuit =
      readBlif(source.bytes, options.function);
  if (!circuit)
    return circuit.takeError();
  bool descending = false;
  PortList ports;
  ports.module = circuit->model;
  for (auto [bits, buses] : {std::pair(&circuit->inputs, &ports.inputs),
                             std::pair(&circuit->outputs, &ports.outputs)}) {
    llvm::Expected<std::vector<Port>> grouped = groupBits(*bits, descending);
    if (!grouped)
      return grouped.takeError();
    *buses = std::move(*grouped);
  }
  llvm::Expected<FileTable> table = evaluateCircuit(
      circuit->netlist, ports, options,
      descending ? "bit 0 is the least significant (listed last in the file)"
                 : "bit 0 is the least significant");
  if (!table)
    return table.takeError();
  readCostHeader(source, *table);
  return table;
}

/// The first word is a command of a model's head.
static bool matchesBlif(StringRef bytes) {
  while (!bytes.empty()) {
    auto [line, rest] = bytes.split('\n');
    bytes = rest;
    line = line.trim();
    if (line.empty() || line.starts_with("#"))
      continue;
    StringRef word = line.take_until(llvm::isSpace);
    return word == ".model" || word == ".inputs" || word == ".outputs";
  }
  return false;
}

TableFormat formats::blif() {
  return {"blif",
          {".blif"},
          "netlist of .names and .subckt, combinational; bits a[0], a_0 or a0 "
          "make buses; evaluated over all operands",
          matchesBlif,
          readTable,
          nullptr};
}
