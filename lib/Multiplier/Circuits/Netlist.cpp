//===- Netlist.cpp - Gates, and their exhaustive evaluation ---------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Netlist.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include <chrono>

using namespace lutra::circuits;
using llvm::StringRef;
using llvm::Twine;

std::optional<Net> Netlist::find(StringRef name) const {
  auto position = llvm::find(names, name);
  if (position == names.end())
    return std::nullopt;
  return Net(position - names.begin());
}

llvm::Error Netlist::addGate(Gate gate) {
  if (driver[gate.output] != none) {
    const Gate &known = gates[driver[gate.output]];
    if (known.inverted == gate.inverted && known.cubes == gate.cubes)
      return llvm::Error::success();
    return llvm::createStringError("drives net '" + nameOf(gate.output) +
                                   "' twice");
  }
  driver[gate.output] = uint32_t(gates.size());
  gates.push_back(std::move(gate));
  return llvm::Error::success();
}

/// Every literal of a gate, in any order.
template <typename F>
static void forEachLiteral(const Gate &gate, F visit) {
  for (const std::vector<Literal> &cube : gate.cubes)
    for (Literal literal : cube)
      visit(literal.net);
}

llvm::Expected<std::vector<uint32_t>> Netlist::order(const Ports &ports) const {
  // Depth first without recursion: a chain of gates may be as long as the file.
  enum : uint8_t { Unseen, Open, Done };
  std::vector<uint8_t> state(names.size(), Unseen);
  for (const std::vector<Net> *bits : {&ports.lhs, &ports.rhs})
    for (Net net : *bits) {
      if (driver[net] != none)
        return llvm::createStringError("drives its input '" + nameOf(net) +
                                       "'");
      state[net] = Done;
    }
  std::vector<uint32_t> result;
  std::vector<Net> pending;
  for (Net root : ports.product) {
    pending.push_back(root);
    while (!pending.empty()) {
      Net current = pending.back();
      if (state[current] == Done) {
        pending.pop_back();
        continue;
      }
      uint32_t gate = driver[current];
      if (gate == none)
        return llvm::createStringError("leaves net '" + nameOf(current) +
                                       "', which the product needs, undriven");
      if (state[current] == Open) {
        state[current] = Done;
        result.push_back(gate);
        pending.pop_back();
        continue;
      }
      state[current] = Open;
      Net loop = none;
      forEachLiteral(gates[gate], [&](Net input) {
        if (state[input] == Open)
          loop = input;
        else if (state[input] == Unseen)
          pending.push_back(input);
      });
      if (loop != none)
        return llvm::createStringError("has a loop of gates through net '" +
                                       nameOf(loop) +
                                       "': expects a combinational circuit");
    }
  }
  return result;
}

/// Words of bit `bit` of an index that counts up from a multiple of 64.
static uint64_t indexWord(unsigned bit, uint64_t start) {
  static constexpr uint64_t low[] = {0xaaaaaaaaaaaaaaaa, 0xcccccccccccccccc,
                                     0xf0f0f0f0f0f0f0f0, 0xff00ff00ff00ff00,
                                     0xffff0000ffff0000, 0xffffffff00000000};
  return bit < 6 ? low[bit] : (start >> bit & 1 ? ~uint64_t(0) : 0);
}

llvm::Expected<std::vector<uint32_t>>
Netlist::evaluate(const Ports &ports, double timeLimitSeconds) const {
  using Clock = std::chrono::steady_clock;
  Clock::time_point end =
      Clock::now() + std::chrono::duration_cast<Clock::duration>(
                         std::chrono::duration<double>(timeLimitSeconds));
  llvm::Expected<std::vector<uint32_t>> sorted = order(ports);
  if (!sorted)
    return sorted.takeError();

  unsigned lhsBits = unsigned(ports.lhs.size());
  unsigned rhsBits = unsigned(ports.rhs.size());
  uint64_t pairs = uint64_t(1) << (lhsBits + rhsBits);
  std::vector<uint32_t> table(pairs);
  std::vector<uint64_t> words(names.size());
  for (uint64_t start = 0; start < pairs; start += 64) {
    for (unsigned bit = 0; bit < rhsBits; ++bit)
      words[ports.rhs[bit]] = indexWord(bit, start);
    for (unsigned bit = 0; bit < lhsBits; ++bit)
      words[ports.lhs[bit]] = indexWord(rhsBits + bit, start);
    unsigned untilLook = 0;
    for (uint32_t index : *sorted) {
      // A look at the clock costs as much as several gates.
      if (untilLook-- == 0) {
        untilLook = 4096;
        if (Clock::now() > end)
          return llvm::createStringError(
              "was not evaluated within " +
              llvm::formatv("{0} s", llvm::format("%g", timeLimitSeconds)));
      }
      const Gate &gate = gates[index];
      uint64_t sum = 0;
      for (const std::vector<Literal> &cube : gate.cubes) {
        uint64_t product = ~uint64_t(0);
        for (Literal literal : cube)
          product &= literal.negated ? ~words[literal.net] : words[literal.net];
        sum |= product;
      }
      words[gate.output] = gate.inverted ? ~sum : sum;
    }
    uint64_t count = std::min<uint64_t>(64, pairs - start);
    for (unsigned bit = 0; bit < ports.product.size(); ++bit) {
      uint64_t word = words[ports.product[bit]];
      for (uint64_t i = 0; i < count; ++i)
        table[start + i] |= uint32_t(word >> i & 1) << bit;
    }
  }
  return table;
}
