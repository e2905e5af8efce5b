//===- GateCountTest.cpp - What families cost -----------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "TestUtils.h"
#include "lutra/Multiplier/Wrappers.h"

using namespace lutra;
using namespace lutra::test;

/// The counts that the cost is made of, as its source states them.
static std::string countOf(const std::string &text) {
  Multiplier m = take(loadMultiplier(text));
  llvm::StringRef source = m.metadata().cost->source;
  EXPECT_TRUE(source.consume_front("estimated from the structure: ")) << text;
  return source.str();
}

static double gatesOf(const std::string &text) {
  return take(loadMultiplier(text)).metadata().cost->gateEquivalents.value();
}

TEST(GateCountTest, Equivalents) {
  EXPECT_DOUBLE_EQ((GateCount{3, 2, 1}).equivalents(), 3 + 3.64 + 4.47);
  EXPECT_EQ((GateCount{3, 2, 1}).str(), "3 gates, 2 half adders, 1 full adder");
  EXPECT_EQ((GateCount{5, 0, 0} * 2).str(), "10 gates");
}

TEST(GateCountTest, ArraysByHand) {
  // Columns of 1, 2, 1 cells: a half adder each in the two upper ones.
  EXPECT_EQ(countOf("exact:2x2"), "4 gates, 2 half adders");
  EXPECT_DOUBLE_EQ(gatesOf("exact:2x2"), 4 + 2 * 1.82);
  EXPECT_EQ(countOf("exact:2x3"), "6 gates, 2 half adders, 1 full adder");
  // The array multiplier's n (n - 2) full and n half adders.
  for (unsigned n : {3u, 4u, 8u, 12u})
    EXPECT_EQ(countOf("exact:" + std::to_string(n) + "x" + std::to_string(n)),
              (GateCount{n * n, n, n * (n - 2)}).str());
  // Columns 4, 5, 6 of 3, 2, 1 cells: 3 -> FA, 2 + 1 carry -> FA, 1 + 1 -> HA.
  EXPECT_EQ(countOf("truncated:4x4:drop=4"),
            "6 gates, 1 half adder, 2 full adders");
  // 2^5 more: 2 + 1 carry + 1 has a free half adder, and two carries go on:
  // 1 + 2 -> FA, its carry is the highest bit.
  EXPECT_EQ(countOf("truncated:4x4:drop=4:compensation=32"),
            "6 gates, 3 full adders");
  // Columns 2, 3, 4 of 2, 2, 1 cells: a_1 b_1, a_2 b_1 and row b_2.
  EXPECT_EQ(countOf("broken_array:3x3:vbl=2:hbl=1"),
            "5 gates, 2 half adders, 1 full adder");
  EXPECT_EQ(countOf("truncated:8x8:drop=15"), "0 gates");
}

/// A full adder takes a bit away, a half adder none: what is left is a bit for
/// each of the product's columns.
TEST(GateCountTest, AdditionLeavesOneBitPerColumn) {
  for (unsigned lhs = 2; lhs <= 12; ++lhs)
    for (unsigned rhs = 2; rhs <= 8; ++rhs) {
      std::string types = std::to_string(lhs) + "x" + std::to_string(rhs);
      unsigned cells = lhs * rhs;
      std::string full = std::to_string(cells - (lhs + rhs)) + " full adder";
      if (cells > lhs + rhs)
        EXPECT_NE(countOf("exact:" + types).find(full), std::string::npos)
            << types << ": " << countOf("exact:" + types);
    }
}

TEST(GateCountTest, SignedArraysByHand) {
  // Cells a_1 b_0 and a_0 b_1 are complemented, -4 = 12 mod 16 is added:
  // column 1 has a half adder, column 2 the one cell, a carry and a constant
  // 1, which makes a half adder, column 3 a carry and a constant: an inverter.
  EXPECT_EQ(countOf("exact:s2xs2"), "4 gates, 2 half adders");
  // -2 - 4 = 10 mod 16: column 1 has two cells and a constant (as a half
  // adder), column 2 a cell and a carry, column 3 a carry and a constant.
  EXPECT_EQ(countOf("exact:s2xu2"), "4 gates, 2 half adders");
}

TEST(GateCountTest, OtherArraysByHand) {
  EXPECT_EQ(countOf("kulkarni:2x2"), "5 gates");
  // Blocks at columns 0, 2, 2, 4 of three bits: 1 1 3 2 3 1 1.
  // Column 2: FA; 3: 2 + 1 -> FA; 4: 3 + 1 -> FA, HA; 5: 1 + 2 -> FA;
  // 6: 1 + 1 -> HA; its carry is the highest bit.
  EXPECT_EQ(countOf("kulkarni:4x4"), "20 gates, 2 half adders, 4 full adders");
  // Blocks of 2 x 2, 2 x 1, 1 x 2 and 1 x 1 cells: 1 1 3 2 1.
  // Column 2: FA; 3: 2 + 1 -> FA; 4: 1 + 1 -> HA.
  EXPECT_EQ(countOf("kulkarni:3x3"), "10 gates, 1 half adder, 2 full adders");
  // One cell less in column 4 of 1 2 3 4 3 2 1, merged by a gate: column 1 HA,
  // 2: 3 + 1 -> FA, HA; 3: 4 + 2 -> 2 FA, HA; 4: 2 + 3 -> 2 FA; 5: 2 + 2 ->
  // FA, HA; 6: 1 + 2 -> FA.
  EXPECT_EQ(countOf("or_compressed:4x4:cells=3.1+2.2"),
            "17 gates, 4 half adders, 7 full adders");
  // Rows in pairs, ORed: each pair leaves a bit in five columns, 0 to 4 and 2
  // to 6: 1 1 2 2 2 1 1. ORs: three per pair.
  EXPECT_EQ(countOf("sdlc:4x4"), "22 gates, 3 half adders, 2 full adders");
  EXPECT_EQ(countOf("sdlc:4x4:columns=0"), countOf("exact:4x4"));
}

TEST(GateCountTest, SegmentsByHand) {
  // No operand is cut: the array alone.
  EXPECT_EQ(countOf("drum:8x8:k=8"), countOf("exact:8x8"));
  EXPECT_EQ(countOf("static_segment:8x8:m=8"), countOf("exact:8x8"));
  EXPECT_EQ(countOf("dynamic_segment:8x8:m=8"), countOf("exact:8x8"));
  // 3 x 3 in segments of 2: the array of 2 x 2 (4 gates, 2 half adders). Per
  // operand a multiplexer of 2 bits and no OR: 6. Shifts of the 4-bit product
  // by 1, twice: 2 + 3 * 3, then 2 + 3 * 4.
  EXPECT_EQ(countOf("static_segment:3x3:m=2"), "41 gates, 2 half adders");
  // Per operand a detector (2 * 2 - 3), a selector of 2 bits (2 * 3), no
  // encoder; an adder of a bit; shifts by up to 2: 2 + 3 * 3, 4 + 3 * 3 less
  // the seventh bit, which the product does not have.
  EXPECT_EQ(countOf("dynamic_segment:3x3:m=2"), "41 gates, 3 half adders");
  EXPECT_EQ(countOf("drum:3x3:k=2"), "43 gates, 3 half adders");
}

/// Signed operands: an XOR and a half adder per bit, the lowest without one.
TEST(GateCountTest, SignedMagnitudes) {
  for (std::string family : {"mitchell", "drum", "roba"}) {
    std::string rest = family == "drum" ? ":k=3" : "";
    double plain = gatesOf(family + ":4x4" + rest);
    EXPECT_NEAR(gatesOf(family + ":s4xu4" + rest) - plain,
                4 + 8 + 1.82 * (3 + 7), 1e-9);
    EXPECT_NEAR(gatesOf(family + ":s4xs4" + rest) - plain,
                4 + 4 + 8 + 1 + 1.82 * (3 + 3 + 7), 1e-9);
  }
}

/// Whatever is given up, the circuit gets smaller with it.
TEST(GateCountTest, Monotone) {
  struct Ladder {
    std::string prefix;
    unsigned from, to;
  };
  for (const Ladder &ladder : {Ladder{"truncated:8x8:drop=", 0, 15},
                               {"truncated:4x7:drop=", 0, 10},
                               {"truncated:8x8:compensation=mean:drop=", 1, 14},
                               {"broken_array:8x8:vbl=", 0, 15},
                               {"broken_array:8x8:hbl=", 0, 8},
                               {"broken_array:8x8:vbl=6:hbl=", 0, 8},
                               {"sdlc:8x8:columns=", 1, 14}})
    for (unsigned value = ladder.from; value < ladder.to; ++value)
      EXPECT_GT(gatesOf(ladder.prefix + std::to_string(value)),
                gatesOf(ladder.prefix + std::to_string(value + 1)))
          << ladder.prefix << value;
  for (unsigned value = 0; value < 4; ++value)
    EXPECT_LT(
        gatesOf("iterated_mitchell:iterations=" + std::to_string(value)),
        gatesOf("iterated_mitchell:iterations=" + std::to_string(value + 1)));
  for (unsigned k = 2; k < 6; ++k)
    EXPECT_LT(gatesOf("drum:8x8:k=" + std::to_string(k)),
              gatesOf("drum:8x8:k=" + std::to_string(k + 1)));
  EXPECT_LT(gatesOf("kulkarni"), gatesOf("exact"));
  EXPECT_LT(gatesOf("or_compressed"), gatesOf("exact"));
  EXPECT_LT(gatesOf("mitchell"), gatesOf("mitchell:compensation=mean"));
}

TEST(GateCountTest, Wrappers) {
  EXPECT_EQ(countOf("transpose(exact:2x3)"), countOf("exact:2x3"));
  EXPECT_EQ(countOf("sign_magnitude(exact:2x3)"),
            countOf("exact:2x3") + "; 5 gates of sign logic");
  EXPECT_DOUBLE_EQ(gatesOf("sign_magnitude(exact:2x3):s2xs3"),
                   gatesOf("exact:2x3") + 6);
  // Costs that someone stated are not changed.
  Multiplier inner = multiplierOf("exact:4x4");
  MultiplierMetadata metadata = inner.metadata();
  metadata.cost = HardwareCost();
  metadata.cost->powerMW = 0.5;
  metadata.cost->source = "header";
  Multiplier stated =
      take(signMagnitude(inner.withMetadata(metadata), std::nullopt));
  EXPECT_EQ(stated.metadata().cost->powerMW, 0.5);
  EXPECT_FALSE(stated.metadata().cost->gateEquivalents);
  EXPECT_EQ(stated.metadata().cost->source, "header (sign logic not counted)");
  metadata.cost->gateEquivalents = 10;
  stated = take(signMagnitude(inner.withMetadata(metadata), std::nullopt));
  EXPECT_EQ(stated.metadata().cost->gateEquivalents, 18);
  EXPECT_EQ(stated.metadata().cost->source,
            "header; 8 gates of sign logic, which the other numbers leave out");
}
