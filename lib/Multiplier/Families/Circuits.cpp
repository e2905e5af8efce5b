//===- Circuits.cpp - Gate counts of what families are made of ------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Circuits.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/bit.h"
#include "llvm/Support/MathExtras.h"

using namespace lutra;
using namespace lutra::families;

GateCount &GateCount::operator+=(const GateCount &other) {
  gates += other.gates;
  halfAdders += other.halfAdders;
  fullAdders += other.fullAdders;
  return *this;
}

GateCount GateCount::operator*(unsigned times) const {
  return {gates * times, halfAdders * times, fullAdders * times};
}

GateCount lutra::operator+(GateCount first, const GateCount &second) {
  return first += second;
}

double GateCount::equivalents() const {
  return gates + 1.82 * halfAdders + 4.47 * fullAdders;
}

std::string GateCount::str() const {
  std::string text = std::to_string(gates) + " gates";
  for (auto [count, name] : {std::pair(halfAdders, " half adder"),
                             std::pair(fullAdders, " full adder")})
    if (count)
      text += ", " + std::to_string(count) + name + (count == 1 ? "" : "s");
  return text;
}

GateCount families::addColumns(Columns heights, uint64_t constant,
                               unsigned width) {
  GateCount count;
  for (unsigned column = 0; column < width; ++column) {
    if (column >= heights.size() && constant >> column == 0)
      break;
    unsigned variable = column < heights.size() ? heights[column] : 0;
    bool isOne = constant >> column & 1;
    unsigned bits = variable + isOne;
    if (bits < 2)
      continue;
    unsigned full = (bits - 1) / 2, half = bits % 2 == 0;
    unsigned carries = full + half;
    // One of the inputs is known to be 1.
    if (isOne && half)
      half = 0;
    else if (isOne)
      --full, ++half;
    count += {0, half, full};
    if (heights.size() <= column + 1)
      heights.resize(column + 2);
    heights[column + 1] += carries;
  }
  return count;
}

GateCount families::exactArray(OperandType lhs, OperandType rhs) {
  unsigned width = lhs.bits + rhs.bits;
  Columns heights(width);
  uint64_t constant = 0;
  for (unsigned i = 0; i < lhs.bits; ++i)
    for (unsigned j = 0; j < rhs.bits; ++j) {
      ++heights[i + j];
      bool isNegative = (lhs.isSigned && i == lhs.bits - 1) !=
                        (rhs.isSigned && j == rhs.bits - 1);
      // -x 2^c = (1 - x) 2^c - 2^c.
      if (isNegative)
        constant -= uint64_t(1) << (i + j);
    }
  constant &= llvm::maskTrailingOnes<uint64_t>(width);
  return GateCount{lhs.bits * rhs.bits, 0, 0} +
         addColumns(std::move(heights), constant, width);
}

GateCount families::adder(unsigned bits) {
  return bits == 0 ? GateCount{} : GateCount{0, 1, bits - 1};
}

GateCount families::leadingOneDetector(unsigned bits) {
  return bits < 2 ? GateCount{} : GateCount{2 * bits - 3, 0, 0};
}

GateCount families::encoder(unsigned bits) {
  GateCount count;
  for (unsigned weight = 1; weight < bits; weight *= 2) {
    unsigned inputs = 0;
    for (unsigned position = 0; position < bits; ++position)
      inputs += (position & weight) != 0;
    count.gates += inputs - 1;
  }
  return count;
}

GateCount families::decoder(unsigned outputs) {
  unsigned bits = outputs < 2 ? 0 : llvm::Log2_32_Ceil(outputs);
  return {bits < 2 ? 0 : outputs * (bits - 1), 0, 0};
}

std::vector<unsigned> families::barrel(unsigned amounts) {
  std::vector<unsigned> distances;
  for (unsigned distance = 1; distance < amounts; distance *= 2)
    distances.push_back(distance);
  return distances;
}

GateCount families::shifter(unsigned inputs, llvm::ArrayRef<unsigned> distances,
                            unsigned low, unsigned high) {
  // Sets of bits; from the last stage back to the first, what is needed of its
  // result.
  std::vector<uint64_t> needed = {llvm::maskTrailingOnes<uint64_t>(high) &
                                  ~llvm::maskTrailingOnes<uint64_t>(low)};
  for (unsigned distance : llvm::reverse(distances))
    needed.push_back(needed.back() | needed.back() >> distance);
  GateCount count;
  uint64_t present = llvm::maskTrailingOnes<uint64_t>(inputs);
  for (unsigned distance : distances) {
    needed.pop_back();
    uint64_t stays = present & needed.back();
    uint64_t moves = present << distance & needed.back();
    count.gates += llvm::popcount(stays ^ moves);
    count.gates += 3 * llvm::popcount(stays & moves);
    present = stays | moves;
  }
  return count;
}

GateCount families::selector(unsigned width, unsigned choices) {
  return {width * (2 * choices - 1), 0, 0};
}

GateCount families::negation(unsigned bits) { return {bits, bits - 1, 0}; }

GateCount families::magnitudes(OperandType lhs, OperandType rhs) {
  GateCount count;
  for (OperandType type : {lhs, rhs})
    if (type.isSigned)
      count += negation(type.bits);
  if (lhs.isSigned || rhs.isSigned)
    count += negation(lhs.bits + rhs.bits);
  if (lhs.isSigned && rhs.isSigned)
    ++count.gates; // the product's sign
  return count;
}
