//===- BlifTest.cpp - BLIF netlists, read and refused ---------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "TestFiles.h"
#include "llvm/Support/FormatVariadic.h"

using namespace lutra;
using namespace lutra::test;

namespace {
class BlifTest : public FileTest {};
} // namespace

/// The exact 2 x 2 multiplier, bit by bit, with the names of `style`.
static std::string exact2x2(const char *style) {
  auto bit = [&](char bus, int i) {
    return llvm::formatv(style, bus, i).str();
  };
  std::string a0 = bit('a', 0), a1 = bit('a', 1), b0 = bit('b', 0),
              b1 = bit('b', 1);
  return "# a comment\n.model mul\n.inputs " + a0 + " " + a1 + " \\\n" + b0 +
         " " + b1 + "\n.outputs " + bit('p', 0) + " " + bit('p', 1) + " " +
         bit('p', 2) + " " + bit('p', 3) + "\n" +
         // p0 = a0 b0
         ".names " + a0 + " " + b0 + " " + bit('p', 0) +
         "\n11 1\n"
         // p1 = a1 b0 ^ a0 b1
         ".names " +
         a0 + " " + a1 + " " + b0 + " " + b1 + " " + bit('p', 1) +
         // by its zeros: both or neither of the products
         "\n1111 0\n0-0- 0\n00-- 0\n--00 0\n-0-0 0\n"
         // p2 = a1 b1 and not p0
         ".names " +
         a1 + " " + b1 + " " + bit('p', 0) + " " + bit('p', 2) +
         "\n110 1\n"
         // p3 = p0 a1 b1, through a constant
         ".names one\n1\n"
         ".names " +
         a1 + " " + b1 + " " + bit('p', 0) + " one " + bit('p', 3) +
         "\n1111 1\n.end\n";
}

TEST_F(BlifTest, BitNamesOfEveryStyle) {
  for (const char *style :
       {"{0}[{1}]", "{0}<{1}>", "{0}({1})", "{0}_{1}", "{0}{1}"}) {
    Multiplier m = load("m.blif", exact2x2(style));
    EXPECT_EQ(m.lhs(), u(2));
    EXPECT_EQ(m.rhs(), u(2));
    EXPECT_TRUE(m.isExact()) << style;
    EXPECT_EQ(m.metadata().format, "blif");
    EXPECT_EQ(m.metadata().description,
              "module mul, ports a, b -> p; bit 0 is the least significant");
  }
}

TEST_F(BlifTest, FoundByContent) {
  EXPECT_TRUE(load("netlist.txt", exact2x2("{0}{1}")).isExact());
}

TEST_F(BlifTest, OrderOfBitsAndPorts) {
  // p = 4 a + b: operand order is that of the inputs, bit order the numbers'.
  const char text[] = ".model cat\n.inputs b[1] b[0] a[1] a[0]\n"
                      ".outputs p[3] p[2] p[1] p[0]\n"
                      ".names a[1] p[3]\n1 1\n.names a[0] p[2]\n1 1\n"
                      ".names b[1] p[1]\n1 1\n.names b[0] p[0]\n1 1\n.end\n";
  Multiplier m = load("m.blif", text);
  EXPECT_EQ(m(2, 1), 4 * 1 + 2);
  EXPECT_EQ(m.metadata().description,
            "module cat, ports b, a -> p; bit 0 is the least significant "
            "(listed last in the file)");
  ASSERT_EQ(m.metadata().warnings.size(), 1u);
  EXPECT_EQ(m.metadata().warnings[0],
            "the first operand is 'b' and the second 'a', as declared; import "
            "transposed if 'a' is meant to be the first");

  ImportOptions options;
  options.lhsPort = "a";
  EXPECT_EQ(load("m.blif", text, options)(2, 1), 4 * 2 + 1);
  options.isSigned = true;
  Multiplier s = load("m.blif", text, options);
  EXPECT_EQ(s.lhs(), test::s(2));
  EXPECT_EQ(s(-2, 1), 4 * 2 + 1 - 16); // the product's sign bit is p[3]
  options.lhsPort = options.rhsPort = "a";
  EXPECT_EQ(refusal("m.blif", text, options),
            "is to take port 'a' as both operands");
  options.rhsPort = "c";
  EXPECT_EQ(refusal("m.blif", text, options),
            "has no input port 'c' (has: b (2 bits), a (2 bits))");
  options.rhsPort = "b";
  options.productPort = "q";
  EXPECT_EQ(refusal("m.blif", text, options),
            "has no output port 'q' (has: p (4 bits))");
}

/// A 4 x 3 multiplier as rows of full adders, each an instance.
TEST_F(BlifTest, Hierarchy) {
  std::string text =
      ".model mul\n.inputs a0 a1 a2 a3 b0 b1 b2\n.outputs p0 p1 p2 p3 p4 p5 "
      "p6\n.names zero\n";
  for (int i = 0; i < 4; ++i)
    for (int j = 0; j < 3; ++j)
      text += llvm::formatv(".names a{0} b{1} m{0}{1}\n11 1\n", i, j);
  // Row j adds a * b_j to the sum so far, s<row>_<column>.
  auto sum = [](int row, int column) {
    return llvm::formatv("s{0}_{1}", row, column).str();
  };
  for (int i = 0; i < 4; ++i)
    text += llvm::formatv(".names m{0}0 {1}\n1 1\n", i, sum(0, i));
  text += ".names " + sum(0, 4) + "\n";
  for (int row = 1; row < 3; ++row) {
    std::string carry = "zero";
    for (int i = 0; i < 4; ++i) {
      std::string next = llvm::formatv("c{0}_{1}", row, i).str();
      text +=
          llvm::formatv(".subckt full x={0} y=m{1}{2} z={3} sum={4} "
                        "carry={5}\n",
                        sum(row - 1, i + 1), i, row, carry, sum(row, i), next);
      carry = next;
    }
    text += ".names " + carry + " " + sum(row, 4) + "\n1 1\n";
  }
  text += ".names s0_0 p0\n1 1\n.names s1_0 p1\n1 1\n";
  for (int i = 0; i < 5; ++i)
    text += llvm::formatv(".names s2_{0} p{1}\n1 1\n", i, i + 2);
  text += ".end\n"
          ".model half\n.inputs x y\n.outputs sum carry\n"
          ".names x y sum\n10 1\n01 1\n.names x y carry\n11 1\n.end\n"
          ".model full\n.inputs x y z\n.outputs sum carry\n"
          ".subckt half x=x y=y x=x sum=t carry=u\n"
          ".subckt half x=t y=z sum=sum carry=v\n"
          ".names u v carry\n1- 1\n-1 1\n.end\n";
  Multiplier m = load("m.blif", text);
  EXPECT_EQ(m.lhs(), u(4));
  EXPECT_EQ(m.rhs(), u(3));
  EXPECT_TRUE(m.isExact());
}

TEST_F(BlifTest, RandomNetlistsAgainstAnInterpreter) {
  std::mt19937 engine(7);
  for (int round = 0; round < 50; ++round) {
    unsigned left = 2 + engine() % 3, right = 2 + engine() % 4;
    unsigned inputs = left + right, gates = 5 + engine() % 40;
    std::string text = ".model r\n.inputs";
    for (unsigned i = 0; i < inputs; ++i)
      text += llvm::formatv(" {0}[{1}]", i < left ? "a" : "b",
                            i < left ? i : i - left);
    text += "\n.outputs";
    unsigned outputs = std::min(left + right, gates);
    for (unsigned i = 0; i < outputs; ++i)
      text += llvm::formatv(" p[{0}]", i);
    text += "\n";
    auto name = [&](unsigned net) -> std::string {
      if (net < left)
        return llvm::formatv("a[{0}]", net);
      if (net < inputs)
        return llvm::formatv("b[{0}]", net - left);
      unsigned gate = net - inputs;
      if (gate >= gates - outputs)
        return llvm::formatv("p[{0}]", gate - (gates - outputs));
      return llvm::formatv("n{0}", gate);
    };
    struct Row {
      std::vector<unsigned> reads;
      std::vector<std::string> cubes;
      bool value;
    };
    std::vector<Row> rows;
    std::string body;
    for (unsigned gate = 0; gate < gates; ++gate) {
      Row row;
      row.value = engine() % 2;
      std::string lines;
      for (unsigned i = engine() % 4; i > 0; --i)
        row.reads.push_back(engine() % (inputs + gate));
      for (unsigned i = engine() % 3; i > 0; --i) {
        std::string cube;
        for (size_t j = 0; j < row.reads.size(); ++j)
          cube += "01-"[engine() % 3];
        row.cubes.push_back(cube);
        lines += cube + (cube.empty() ? "" : " ") + (row.value ? "1\n" : "0\n");
      }
      std::string line = ".names";
      for (unsigned net : row.reads)
        line += " " + name(net);
      // Gates in any order: the file need not be sorted.
      line += " " + name(inputs + gate) + "\n" + lines;
      body = engine() % 2 ? body + line : line + body;
      rows.push_back(row);
    }
    Multiplier m = load("r.blif", text + body + ".end\n");
    for (uint32_t a = 0; a < 1u << left; ++a)
      for (uint32_t b = 0; b < 1u << right; ++b) {
        std::vector<bool> nets;
        for (unsigned i = 0; i < left; ++i)
          nets.push_back(a >> i & 1);
        for (unsigned i = 0; i < right; ++i)
          nets.push_back(b >> i & 1);
        for (const Row &row : rows) {
          bool covered = false;
          for (const std::string &cube : row.cubes) {
            bool holds = true;
            for (size_t j = 0; j < cube.size(); ++j)
              holds &= cube[j] == '-' || nets[row.reads[j]] == (cube[j] == '1');
            covered |= holds;
          }
          // No cube at all is the constant 0, whatever the value would be.
          nets.push_back(row.cubes.empty() ? false : covered == row.value);
        }
        int32_t expected = 0;
        for (unsigned i = 0; i < outputs; ++i)
          expected |= nets[inputs + gates - outputs + i] << i;
        ASSERT_EQ(m(int(a), int(b)), expected) << text << body;
      }
  }
}

TEST_F(BlifTest, Refusals) {
  const std::string head = ".model m\n.inputs a0 a1 b0 b1\n.outputs p0\n";
  const std::pair<std::string, const char *> cases[] = {
      {head + ".latch a0 p0 re clk 0\n.end\n",
       "has on line 4 a latch (.latch): it is sequential, expects a "
       "combinational circuit"},
      {head + ".gate NAND2 A=a0 B=b0 O=p0\n.end\n",
       "has on line 4 a gate of a library ('NAND2'): expects .names, not a "
       "mapped netlist"},
      {head + ".names a0 p0\n11 1\n",
       "has on line 5 '11 1'; expects 1 of 0, 1 and -, then 0 or 1"},
      {head + ".names a0 p0\n2 1\n",
       "has on line 5 '2 1'; expects 1 of 0, 1 and -, then 0 or 1"},
      {head + ".names a0 p0\n1 1\n0 0\n",
       "has on line 6 a row for 0 among rows for the other value"},
      {head + "1 1\n", "has on line 4 '1', which follows no .names"},
      {head + ".names\n", "has on line 4 a .names without the nets it expects"},
      {head + ".names a0 p0\n1 1\n.names a1 p0\n1 1\n",
       "has on line 6 a .names that drives net 'p0' twice"},
      {head + ".names n p0\n1 1\n",
       "leaves net 'n', which the product needs, undriven"},
      {head + ".names a0 q p0\n11 1\n.names p0 q\n1 1\n",
       "has a loop of gates through net 'p0': expects a combinational circuit"},
      {head + ".names p0 a0\n1 1\n.names a1 p0\n1 1\n",
       "drives its input 'a0'"},
      {head + ".subckt fa x=a0 y=p0\n",
       "has on line 4 an instance of 'fa', which the file does not hold (has: "
       "m)"},
      {head + ".subckt m a0=a0 p0=p0\n",
       "has on line 4 an instance of 'm' within itself"},
      {head + ".subckt f x=a0 z=p0\n.end\n.model f\n.inputs x\n.outputs y\n"
              ".names x y\n1 1\n",
       "has on line 4 an instance of 'f', which has no port 'z'"},
      {head + ".subckt f x=a0 x=p0\n.end\n.model f\n.inputs x\n.outputs y\n"
              ".names x y\n1 1\n",
       "has on line 4 an instance of 'f' with port 'x' connected twice"},
      {head + ".end\n" + head, "has model 'm' twice"},
      {head + ".foo\n",
       "has on line 4 '.foo', which this reader does not know"},
      {head + ".exdc\n",
       "has on line 4 don't-cares (.exdc), which leave products open"},
      {".model m\n.inputs a0 a1 a0 b0 b1\n.outputs p0\n",
       "declares port 'a0' twice"},
      {".model m\n.inputs a0 a2 b0 b1\n.outputs p0\n.names p0\n",
       "has bus 'a' without bit 1"},
      {".model m\n.inputs a[0] a0 b0 b1\n.outputs p0\n.names p0\n",
       "has bus 'a' with bit 0 twice"},
      {".model m\n.inputs a0 a1 b0 b1 c\n.outputs p0\n.names p0\n",
       "has 3 inputs: a (2 bits), b (2 bits), c (1 bit); expects two operands, "
       "or name their ports"},
      {".model m\n.inputs a0 a1\n.outputs p0\n.names p0\n",
       "has 1 input: a (2 bits); expects two operands, or name their ports"},
      {".model m\n.inputs a0 a1 b\n.outputs p0\n.names p0\n",
       "has input b of 1 bit; expects operands of 2 to 12 bits"},
      {".model m\n.inputs a0 a1 b0 b1\n.outputs p0 p1 ovf\n.names p0\n",
       "has 2 outputs: p (2 bits), ovf (1 bit); expects one, the product, or "
       "name its port"},
      {".model m\n.inputs a0 a1 b0 b1\n",
       "has 0 outputs: none; expects one, the product, or name its port"}};
  for (const auto &[text, message] : cases)
    EXPECT_EQ(refusal("m.blif", text), message) << text;
}

/// The same gate twice is one gate.
TEST_F(BlifTest, RepeatedGates) {
  EXPECT_EQ(load("m.blif", ".model m\n.inputs a0 a1 b0 b1\n.outputs p0\n"
                           ".names a0 b1 p0\n1- 1\n-1 1\n"
                           ".names a0 b1 p0\n1- 1\n-1 1\n.end\n")(1, 0),
            1);
}

TEST_F(BlifTest, InputsBesideTheNamedOnes) {
  ImportOptions options;
  options.lhsPort = "a";
  options.rhsPort = "b";
  EXPECT_EQ(refusal("m.blif",
                    ".model m\n.inputs a0 a1 b0 b1 c\n.outputs p0\n.names p0\n",
                    options),
            "has an input that is no operand: c; a multiplier has two inputs");
}

TEST_F(BlifTest, OptionsAgainstTheFile) {
  ImportOptions options;
  options.function = "other";
  EXPECT_EQ(refusal("m.blif", exact2x2("{0}{1}"), options),
            "has no model 'other' (has: mul)");
  options.function = "mul";
  EXPECT_TRUE(load("m.blif", exact2x2("{0}{1}"), options).isExact());
  options.bits = {4, 4};
  EXPECT_EQ(refusal("m.blif", exact2x2("{0}{1}"), options),
            "has input a of 2 bits, but an operand of 4 bits is asked for");
}

/// A hierarchy that doubles forty times is refused, not unfolded.
TEST_F(BlifTest, HierarchyIsBounded) {
  std::string text = ".model m\n.inputs a0 a1 b0 b1\n.outputs p0\n"
                     ".subckt d0 x=a0 y=p0\n.end\n";
  for (int level = 0; level < 40; ++level)
    text += llvm::formatv(".model d{0}\n.inputs x\n.outputs y\n"
                          ".subckt d{1} x=x y=t\n.subckt d{1} x=t y=y\n.end\n",
                          level, level + 1);
  text += ".model d40\n.inputs x\n.outputs y\n.names x y\n1 1\n.end\n";
  EXPECT_EQ(refusal("m.blif", text),
            "unfolds to a netlist of more than 4194304 words");
}

/// Chains as long as the file: nothing recurses along them.
TEST_F(BlifTest, LongChains) {
  std::string text = ".model m\n.inputs a0 a1 b0 b1\n.outputs p0\n";
  for (int i = 0; i < 200000; ++i)
    text += llvm::formatv(".names n{0} n{1}\n0 1\n", i + 1, i);
  text += ".names n0 p0\n1 1\n.names a1 n200000\n1 1\n.end\n";
  EXPECT_EQ(load("m.blif", text)(2, 0), 1);
}

TEST_F(BlifTest, TimeLimit) {
  std::string text = ".model m\n.inputs";
  for (char bus : {'a', 'b'})
    for (int i = 0; i < 12; ++i)
      text += llvm::formatv(" {0}{1}", bus, i);
  text += "\n.outputs p0\n";
  for (int i = 0; i < 20000; ++i)
    text += llvm::formatv(".names n{0} a0 n{1}\n01 1\n10 1\n", i + 1, i);
  text += ".names n0 p0\n1 1\n.names a1 n20000\n1 1\n.end\n";
  ImportOptions options;
  options.timeLimitSeconds = 0.2;
  EXPECT_EQ(refusal("m.blif", text, options), "was not evaluated within 0.2 s");
}
