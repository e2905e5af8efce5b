//===- VerilogTest.cpp - Verilog modules, read and refused ----------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "../../../lib/Multiplier/External/Sandbox.h"
#include "TestFiles.h"

using namespace lutra;
using namespace lutra::test;

namespace {
/// Every test is run with each program that is there.
class VerilogTest : public FileTest,
                    public ::testing::WithParamInterface<const char *> {
protected:
  void SetUp() override {
    LUTRA_NEEDS_PROGRAM(GetParam());
    FileTest::SetUp();
    // A PATH that holds this program alone: the reader takes what it finds.
    llvm::SmallString<128> programs(folder);
    llvm::sys::path::append(programs, "programs");
    ASSERT_FALSE(llvm::sys::fs::create_directory(programs));
    for (const char *name : {GetParam(), isYosys() ? "" : "vvp", "sh"}) {
      if (!*name)
        continue;
      auto found = llvm::sys::findProgramByName(name);
      ASSERT_TRUE(found) << name;
      ASSERT_FALSE(llvm::sys::fs::create_link(*found, programs + "/" + name));
    }
    guard.emplace(programs.str().str());
  }
  bool isYosys() { return GetParam() == llvm::StringRef("yosys"); }

  std::optional<PathGuard> guard;
};
} // namespace

INSTANTIATE_TEST_SUITE_P(Programs, VerilogTest,
                         ::testing::Values("yosys", "iverilog"),
                         [](const auto &info) { return info.param; });

/// The array of examples/mul8_hand.v, cell by cell.
static int handMultiplier(int a, int b) {
  auto bit = [](int value, int i) { return value >> i & 1; };
  int above[9] = {}, product = 0;
  for (int i = 0; i < 8; ++i)
    above[i] = bit(a, i) & bit(b, 0);
  for (int row = 1; row < 8; ++row) {
    product |= above[0] << (row - 1);
    int sum[9], carry = 0;
    for (int i = 0; i < 8; ++i) {
      int partial = bit(a, i) & bit(b, row), up = above[i + 1];
      if (i + row < 9) {
        sum[i] = partial | up;
        carry = 0;
      } else {
        sum[i] = (partial + up + carry) & 1;
        carry = (partial + up + carry) >> 1;
      }
    }
    sum[8] = carry;
    std::copy(sum, sum + 9, above);
  }
  for (int i = 0; i < 9; ++i)
    product |= above[i] << (7 + i);
  return product;
}

TEST_P(VerilogTest, HandWrittenHierarchy) {
  Multiplier m = take(loadMultiplier(LUTRA_SOURCE_DIR "/examples/mul8_hand.v"));
  for (int a = 0; a < 256; ++a)
    for (int b = 0; b < 256; ++b)
      ASSERT_EQ(m(a, b), handMultiplier(a, b)) << a << " " << b;
  EXPECT_EQ(
      m.metadata().description,
      std::string("module mul8_hand, ports a, b -> product; ") +
          (isYosys() ? "netlist by yosys" : "simulated by Icarus Verilog"));
}

TEST_P(VerilogTest, Behavioural) {
  Multiplier m = load("m.v", "module m(input [3:0] x, input [5:0] y,\n"
                             "  output [9:0] z);\n  assign z = x * y;\n"
                             "endmodule\n");
  EXPECT_EQ(m.lhs(), u(4));
  EXPECT_EQ(m.rhs(), u(6));
  EXPECT_TRUE(m.isExact());
}

/// Ports declared after an old-style header, widths by parameters, a function
/// with inputs of its own, a case statement, an escaped name, wide product.
TEST_P(VerilogTest, OldStyleDeclarations) {
  Multiplier m =
      load("m.v", "`timescale 1ns/1ps\n`define WIDE 32\n"
                  "module m(p, \\in+1 , b);\n  parameter N = 3;\n"
                  "  output reg [`WIDE-1:0] p;\n  input [N-1:0] \\in+1 ;\n"
                  "  input [N:0] b; wire [3:0] unused; // input [7:0] c;\n"
                  "  function [3:0] same;\n    input [3:0] value;\n"
                  "    same = value;\n  endfunction\n"
                  "  always @(*) case (\\in+1 )\n    3'd0: p = 0;\n"
                  "    3'd5: p = same(b) + {same(b), 2'b00};\n"
                  "    default: p = \\in+1 * same(b);\n  endcase\n"
                  "endmodule\n");
  EXPECT_EQ(m.lhs(), u(3));
  EXPECT_EQ(m.rhs(), u(4));
  EXPECT_TRUE(m.isExact());
}

/// [0:7] has its most significant bit first as well.
TEST_P(VerilogTest, AscendingRanges) {
  EXPECT_TRUE(load("m.v", "module m(input [0:3] a, input [4:1] b, output "
                          "[0:7] p); assign p = a * b; endmodule")
                  .isExact());
}

TEST_P(VerilogTest, Signedness) {
  const char text[] =
      "module m(input signed [3:0] a, input signed [3:0] b,\n"
      "  output signed [7:0] p);\n  assign p = a * b;\nendmodule\n";
  Multiplier m = load("m.v", text);
  EXPECT_EQ(m.lhs(), s(4));
  EXPECT_TRUE(m.isExact());
  ImportOptions options;
  options.isSigned = false;
  EXPECT_EQ(load("m.v", text, options)(15, 2), 254 - 256); // p is signed

  // Nothing declared: the name's letter counts, and options before it.
  const char named[] = "module mul4s_X(input [3:0] A, input [3:0] B,\n"
                       "  output [7:0] O);\n"
                       "  assign O = {{4{A[3]}}, A} * {{4{B[3]}}, B};\n"
                       "endmodule\n";
  m = load("n.v", named);
  EXPECT_EQ(m.lhs(), s(4));
  EXPECT_TRUE(m.isExact());
  EXPECT_NE(m.metadata().description.find(
                "signed as the name 'mul4s_X' says (not the ports)"),
            std::string::npos);
  EXPECT_EQ(load("n.v", named, options)(15, 15), 1);
  options.isSigned = std::nullopt;
  options.types = OperandTypes(s(4), u(4));
  EXPECT_EQ(load("n.v", named, options)(-1, 15), 1);
}

TEST_P(VerilogTest, PortsByName) {
  const char text[] =
      "module m(input [2:0] a, input [2:0] b, output [5:0] p, output zero);\n"
      "  assign p = a - 2 * b; assign zero = p == 0;\nendmodule\n";
  EXPECT_EQ(refusal("m.v", text),
            "has 2 outputs: p (6 bits), zero (1 bit); expects one, the "
            "product, or name its port");
  ImportOptions options;
  options.productPort = "p";
  EXPECT_EQ(load("m.v", text, options)(7, 1), 5);
  options.lhsPort = "b";
  EXPECT_EQ(load("m.v", text, options)(1, 7), 5);
  options.rhsPort = "zero";
  EXPECT_EQ(refusal("m.v", text, options),
            "has no input port 'zero' (has: a (3 bits), b (3 bits))");
}

TEST_P(VerilogTest, Modules) {
  const char text[] =
      "module one(input [2:0] a, input [2:0] b, output [5:0] p);\n"
      "  assign p = a * b; endmodule\n"
      "module two(input [2:0] a, input [2:0] b, output [5:0] p);\n"
      "  assign p = a + b; endmodule\n";
  EXPECT_EQ(refusal("m.v", text),
            "has 2 top modules: one, two; name the one to read");
  ImportOptions options;
  options.function = "two";
  EXPECT_EQ(load("m.v", text, options)(3, 4), 7);
  options.function = "three";
  EXPECT_EQ(refusal("m.v", text, options),
            "has no module 'three' (has: one, two)");
}

/// Modules and headers beside the file are taken along.
TEST_P(VerilogTest, FilesBeside) {
  write("adder.v", "module adder(input [5:0] x, y, output [5:0] s);\n"
                   "  assign s = x + y;\nendmodule\n");
  write("widths.vh", "`define W 3\n");
  const char text[] =
      "`include \"widths.vh\"\n"
      "module m(input [`W-1:0] a, b, output [5:0] p);\n"
      "  adder sum(.x({3'b000, a}), .y({3'b000, b}), .s(p));\nendmodule\n";
  EXPECT_EQ(load("m.v", text)(7, 5), 12);
  write("lutra_input.v", "// another main file\n");
  EXPECT_EQ(refusal("n.v", "`include \"lutra_input.v\"\n"),
            "needs file '" + path("lutra_input.v") +
                "': names that begin with lutra_ are taken");
  llvm::sys::fs::remove(path("adder.v"));
  EXPECT_NE(refusal("m.v", text).find("adder"), std::string::npos);
}

/// A folder is read through the file of its top module, whatever the names.
TEST_P(VerilogTest, Folders) {
  ASSERT_FALSE(llvm::sys::fs::create_directory(path("design")));
  write("design/a.v", "module low(input [5:0] x, y, output [5:0] s);\n"
                      "  middle m(x, y, s);\nendmodule\n");
  write("design/b.v", "module high(input [2:0] a, b, output [5:0] p);\n"
                      "  low sum({3'b000, a}, {3'b000, b}, p);\nendmodule\n");
  write("design/c.v", "module middle(input [5:0] x, y, output [5:0] s);\n"
                      "  assign s = x + y;\nendmodule\n");
  Multiplier m = take(loadMultiplier(path("design")));
  EXPECT_EQ(m(7, 5), 12);
  EXPECT_EQ(m.name(), path("design"));
  EXPECT_EQ(take(loadMultiplier(path("design/b.v"))).hash(), m.hash());
  ImportOptions options;
  options.function = "middle";
  EXPECT_EQ(take(loadMultiplier(path("design"), options))(7, 60), 3);
  options.function = "other";
  EXPECT_EQ(errorOf(loadMultiplier(path("design"), options)),
            "folder '" + path("design") +
                "' has 0 modules 'other'; expects one: name it, or its file");
  write("design/d.v", "module lone(input [2:0] a, b, output [5:0] p);\n"
                      "  assign p = a & b;\nendmodule\n");
  EXPECT_EQ(errorOf(loadMultiplier(path("design"))),
            "folder '" + path("design") +
                "' has 2 top modules (high in b.v, lone in d.v); expects one: "
                "name it, or its file");
  options.function = "lone";
  EXPECT_EQ(take(loadMultiplier(path("design"), options))(7, 5), 5);
}

TEST_P(VerilogTest, StandardCells) {
  Multiplier m =
      load("m.v", "module m(input [1:0] A, B, output [3:0] O);\n"
                  "  wire c; assign O[0] = A[0] & B[0];\n"
                  "  HAX1 h(.A(A[1] & B[0]), .B(A[0] & B[1]), .YS(O[1]), "
                  ".YC(c));\n"
                  "  FAX1 f(.A(A[1]), .B(B[1]), .C(c), .YS(), .YC());\n"
                  "  HAX1 g(.A(A[1] & B[1]), .B(c), .YS(O[2]), .YC(O[3]));\n"
                  "endmodule\n");
  EXPECT_TRUE(m.isExact());
  EXPECT_NE(m.metadata().description.find(
                "with the usual functions of the cells FAX1, HAX1"),
            std::string::npos);
}

TEST_P(VerilogTest, CostAndErrorsOfTheHeader) {
  std::string text = "/***\n* a header\n***/\n// MAE% = 0.00 %\n// MAE = 0 \n"
                     "// WCE = 0\n// PDK45_PWR = 0.425 mW\n"
                     "// PDK45_AREA = 729.8 um2\n// PDK45_DELAY = 1.43 ns\n"
                     "module m(input [2:0] a, b, output [5:0] p);\n";
  Multiplier m = load("m.v", text + "assign p = a * b; endmodule\n");
  ASSERT_TRUE(m.metadata().cost);
  EXPECT_EQ(m.metadata().cost->powerMW, 0.425);
  EXPECT_EQ(m.metadata().cost->areaUm2, 729.8);
  EXPECT_EQ(m.metadata().cost->delayNs, 1.43);
  EXPECT_EQ(m.metadata().cost->process, "PDK45");
  EXPECT_EQ(m.metadata().cost->source, "header of m.v");
  EXPECT_TRUE(warningsOf(m).empty());
  // The same header above another circuit.
  m = load("m.v", text + "assign p = a * b + (a == 7); endmodule\n");
  ASSERT_EQ(warningsOf(m).size(), 1u);
  EXPECT_EQ(warningsOf(m)[0],
            "the header states other errors: WCE 0 (the table's is 1)");
}

TEST_P(VerilogTest, SequentialIsRefused) {
  std::string clocked =
      refusal("m.v", "module m(input clk, input [2:0] a, b,\n"
                     "  output reg [5:0] p);\n"
                     "  always @(posedge clk) p <= a * b;\nendmodule\n");
  EXPECT_EQ(clocked.substr(0, 14), "is sequential:") << clocked;
  EXPECT_NE(clocked.find("expects a combinational circuit"), std::string::npos);
  std::string latch =
      refusal("m.v", "module m(input [2:0] a, b, output reg [5:0] p);\n"
                     "  always @(*) if (a != 3) p = a * b;\nendmodule\n");
  // Icarus finds either undefined bits or a product that remembers.
  EXPECT_TRUE(llvm::StringRef(latch).starts_with("is sequential:") ||
              llvm::StringRef(latch).contains("undefined product"))
      << latch;
}

TEST_P(VerilogTest, UndefinedBits) {
  EXPECT_EQ(refusal("m.v", "module m(input [2:0] a, b, output [5:0] p);\n"
                           "  assign p = a == 6 ? 6'bx : a * b;\nendmodule\n"),
            std::string("gives an undefined product (") +
                (isYosys() ? "x" : "xx") + ") for (6, 0)");
  // One that never comes through.
  EXPECT_TRUE(load("m.v", "module m(input [2:0] a, b, output [5:0] p);\n"
                          "  wire x = 1'bx;\n"
                          "  assign p = a * b + (x & 1'b0);\nendmodule\n")
                  .isExact());
}

TEST_P(VerilogTest, WrongSourcesAreRefused) {
  EXPECT_NE(refusal("m.v", "module m(input [2:0] a, b, output [5:0] p);\n"
                           "  assign p = a *;\nendmodule\n")
                .find("was refused by "),
            std::string::npos);
  EXPECT_EQ(refusal("m.v", "module m(input [12:0] a, input [2:0] b, output "
                           "[15:0] p);\n  assign p = a * b;\nendmodule\n"),
            "has input a of 13 bits; expects operands of 2 to 12 bits");
  EXPECT_NE(refusal("m.v", "module m(input [2:0] a, b, inout [5:0] p);\n"
                           "  assign p = a * b;\nendmodule\n")
                .find("bidirectional"),
            std::string::npos);
  EXPECT_NE(refusal("m.v", "module m(input [2:0] a, b, output [5:0] p);\n"
                           "  wire x; assign x = ~x; assign p = a * b + x;\n"
                           "endmodule\n"),
            "");
}

/// Whatever reaches for files or the system is refused before a tool runs.
TEST_P(VerilogTest, ReachingOutIsRefused) {
  auto with = [](const std::string &line) {
    return "module m(input [2:0] a, b, output [5:0] p);\n" + line +
           "\n  assign p = a * b;\nendmodule\n";
  };
  for (const char *task :
       {"$fopen", "$fdisplay", "$fwrite", "$system", "$readmemh", "$readmemb",
        "$dumpfile", "$writememh", "$display", "$finish", "$random",
        "$value$plusargs", "$f``open", "$"}) {
    std::string message = refusal("m.v", with(std::string("initial ") + task +
                                              "(\"" + path("evil") + "\");"));
    EXPECT_NE(message.find("expects a circuit, which uses no system task"),
              std::string::npos)
        << message;
  }
  EXPECT_EQ(refusal("m.v", with("`include \"/etc/passwd\"")),
            "has on line 2 an `include of '/etc/passwd': expects a path within "
            "the file's own folder");
  EXPECT_EQ(refusal("m.v", with("`include \"../../etc/passwd\"")),
            "has on line 2 an `include of '../../etc/passwd': expects a path "
            "within the file's own folder");
  EXPECT_EQ(refusal("m.v", with("`include `FILE")),
            "has on line 2 an `include of no file name: expects a path within "
            "the file's own folder");
  EXPECT_EQ(refusal("m.v", with("import \"DPI-C\" function int system(string "
                                "command);")),
            "has on line 2 'import', which is not read: expects modules only");
  EXPECT_EQ(refusal("m.v", with("`define J(x) im``port")),
            "has on line 2 a macro that pastes words (``), which is not read");
  // The same in a file that is included, and in a module beside.
  write("inner.vh", "initial $system(\"touch x\");\n");
  EXPECT_NE(refusal("m.v", with("`include \"inner.vh\""))
                .find("needs file '" + path("inner.vh") +
                      "', which has on line 1 '$system'"),
            std::string::npos);
  // In comments and strings they are no calls.
  EXPECT_TRUE(load("m.v", with("// $fopen(\"x\")\n/* $system */ localparam s "
                               "= \"$system\";"))
                  .isExact());
  EXPECT_FALSE(exists("evil"));
}

/// Files elsewhere are not read, whatever the two preprocessors take for a line
/// or a word.
TEST_P(VerilogTest, FilesElsewhereAreNotRead) {
  if (!external::availableGuards().landlock)
    GTEST_SKIP() << "this system has no Landlock";
  ASSERT_FALSE(llvm::sys::fs::create_directory(path("source")));
  std::string secret = write("secret.vh", "assign p = a * b;\n");
  std::string head = "module m(input [2:0] a, b, output [5:0] p);\n";
  for (const std::string &way :
       {"`inc\rlude \"" + secret + "\"", "`include\r\"" + secret + "\"",
        "// \r`include \"" + secret + "\"", "`include \"" + secret + "\r\"",
        "`inc\\\nlude \"" + secret + "\"",
        "`define I `include\n`I \"" + secret + "\"",
        "`define F \"" + secret + "\"\n`include `F",
        "/* // */ `include \"" + secret + "\"",
        "`include /**/ \"" + secret + "\"", "`include <" + secret + ">",
        std::string("`include \"../secret.vh\"")})
    EXPECT_NE(refusal("source/m.v", head + way + "\nendmodule\n"), "") << way;
}

TEST_P(VerilogTest, LinksDoNotLeadOut) {
  ASSERT_FALSE(llvm::sys::fs::create_directory(path("source")));
  write("part.vh", "assign p = a * b;\n");
  write("low.v", "module low(input [2:0] a, b, output [5:0] p);\n"
                 "  assign p = a * b;\nendmodule\n");
  ASSERT_FALSE(
      llvm::sys::fs::create_link("../part.vh", path("source/part.vh")));
  ASSERT_FALSE(llvm::sys::fs::create_link("../low.v", path("source/low.v")));
  ASSERT_FALSE(llvm::sys::fs::create_link("../low.v", path("source/other.v")));
  std::string head = "module m(input [2:0] a, b, output [5:0] p);\n";
  for (const char *name : {"part.vh", "low.v"})
    EXPECT_EQ(refusal("source/m.v",
                      head +
                          (llvm::StringRef(name) == "low.v"
                               ? std::string("low l(a, b, p);")
                               : "`include \"" + std::string(name) + "\"") +
                          "\nendmodule\n"),
              "needs file '" + path(std::string("source/") + name) +
                  "': a symbolic link leads out of its folder");
  // Nor is it found by what it holds.
  llvm::sys::fs::remove(path("source/low.v"));
  EXPECT_NE(refusal("source/m.v", head + "low l(a, b, p);\nendmodule\n"), "");
}

/// Optimisation must not remove a loop: what it is left with is a guess.
TEST_P(VerilogTest, LoopsAreRefused) {
  std::string head = "module m(input [2:0] a, b, output [5:0] p);\n";
  for (const char *loop :
       {"assign p = p ^ p;", "assign p = p + p;", "assign p = p - p;",
        "assign p = (p & ~p) | a * b;",
        "assign p[5:1] = a * b; assign p[0] = p[0] & ~p[0];",
        "wire x, y; assign x = y ^ y; assign y = ~x; assign p = a * b + x;",
        "reg x; always @* x = x ^ x; assign p = a * b + x;"}) {
    std::string message = refusal("m.v", head + loop + "\nendmodule\n");
    if (isYosys())
      EXPECT_EQ(message.substr(0, 19), "has a loop of gates") << loop;
  }
  if (isYosys()) {
    EXPECT_EQ(refusal("m.v", head + "assign p = p ^ (a * b);\nendmodule\n"),
              "has a loop of gates through net 'p[0]': expects a combinational "
              "circuit");
    // In a simulation this one settles.
    EXPECT_EQ(refusal("m.v", head + "wire x; assign x = 1'b0 & x;\n"
                                    "assign p = a * b + x;\nendmodule\n"),
              "has a loop of gates through net 'x': expects a combinational "
              "circuit");
  }
  // A net that is assigned itself has no value, in neither program.
  EXPECT_NE(refusal("m.v", head + "assign p = p;\nendmodule\n"), "");
  // Bits of one vector that need each other in a row are no loop, nor is what
  // no product needs.
  EXPECT_EQ(load("m.v", head +
                            "wire [5:0] c; assign c = {c[4:0] & {a, b[1:0]}, "
                            "1'b1};\nassign p = c;\nendmodule\n")(7, 3),
            63);
  if (isYosys())
    EXPECT_TRUE(load("m.v", head + "wire x; assign x = ~x;\n"
                                   "assign p = a * b;\nendmodule\n")
                    .isExact());
}

/// Of many ports a few are listed.
TEST_P(VerilogTest, ManyPorts) {
  std::string text = "module m(input [2:0] a, b, output [5:0] p";
  for (int i = 0; i < 100; ++i)
    text += ", q" + std::to_string(i);
  EXPECT_EQ(refusal("m.v", text + "); assign p = a * b;\nendmodule\n"),
            "has 101 outputs: p (6 bits), q0 (6 bits), q1 (6 bits), q2 (6 "
            "bits), q3 (6 bits), q4 (6 bits), q5 (6 bits), q6 (6 bits), ...; "
            "expects one, the product, or name its port");
}

/// A chain of modules, one of which is evaluated.
TEST_P(VerilogTest, ManyModules) {
  std::string text;
  constexpr int count = 300;
  for (int i = 0; i < count; ++i)
    text += "module m" + std::to_string(i) +
            "(input [2:0] a, b, output [5:0] p);\n" +
            (i == 0 ? std::string("  assign p = a * b;")
                    : "  m" + std::to_string(i - 1) + " low(a, b, p);") +
            "\nendmodule\n";
  ImportOptions options;
  options.function = "m3";
  EXPECT_TRUE(load("m.v", text, options).isExact());
  EXPECT_EQ(take(loadTableFile(path("m.v"), options))
                .metadata()
                .description.substr(0, 9),
            "module m3");
}

/// Commands of yosys in names reach no script.
TEST_P(VerilogTest, NamesAreNoCommands) {
  const char text[] = "module \\m;shell(touch_x) (input [1:0] a, b,\n"
                      "  output [3:0] p); assign p = a * b; endmodule\n";
  EXPECT_EQ(
      refusal("m.v", text),
      "has the top module '\\m;shell(touch_x)': expects a name of letters "
      "and digits");
  EXPECT_TRUE(load("a b; !touch x;.v", "module m(input [1:0] a, b, output "
                                       "[3:0] p); assign p = a * b; endmodule")
                  .isExact());
}

TEST_P(VerilogTest, TimeLimit) {
  // A constant function that takes its time.
  ImportOptions options;
  options.timeLimitSeconds = 0.5;
  std::string message = refusal(
      "m.v",
      "module m(input [1:0] a, b, output [3:0] p);\n"
      "  function integer slow(input integer n); integer i;\n"
      "    begin slow = 0; for (i = 0; i < n; i = i + 1) slow = slow + i; "
      "end\n  endfunction\n"
      "  localparam k = slow(2000000000);\n"
      "  assign p = a * b + k[0];\nendmodule\n",
      options);
  EXPECT_NE(message.find("more than 0.5 s"), std::string::npos) << message;
}

/// The netlist that yosys writes for other programs is read alike.
TEST_F(FileTest, BlifOfYosysIsTheSameTable) {
  LUTRA_NEEDS_PROGRAM("yosys");
  std::string source = LUTRA_SOURCE_DIR "/examples/mul8_hand.v";
  std::string script = "read_verilog " + source +
                       "; synth -flatten; write_blif " + path("m.blif");
  std::string yosys = *llvm::sys::findProgramByName("yosys");
  ASSERT_EQ(llvm::sys::ExecuteAndWait(yosys, {"yosys", "-q", "-p", script}), 0);
  EXPECT_EQ(take(loadMultiplier(path("m.blif"))).hash(),
            take(loadMultiplier(source)).hash());
  // With the hierarchy left in place.
  script = "read_verilog " + source + "; synth -top mul8_hand; write_blif " +
           path("h.blif");
  ASSERT_EQ(llvm::sys::ExecuteAndWait(yosys, {"yosys", "-q", "-p", script}), 0);
  ASSERT_NE(read("h.blif").find(".subckt"), std::string::npos);
  ImportOptions options;
  options.function = "mul8_hand";
  EXPECT_EQ(take(loadTableFile(path("h.blif"), options)).hash(),
            take(loadMultiplier(source)).hash());
}

/// What a large file costs before a tool runs grows with its size: 20,000
/// modules, all in one, and as many ports.
TEST_F(FileTest, LargeVerilog) {
  PathGuard guard(path("nothing"));
  constexpr int count = 20000;
  std::string text, body, ports = "input [1:0] a, b, output [3:0] p";
  for (int i = 0; i < count; ++i) {
    std::string name = std::to_string(i);
    text += "module m" + name + "(input a, output p); endmodule\n";
    body += "m" + name + " l" + name + "(a, p);\n";
    ports += ", q" + name;
  }
  text += "module top(" + ports + ");\n" + body + "endmodule\n";
  EXPECT_EQ(refusal("m.v", text),
            "is Verilog, which is read by yosys or by Icarus Verilog (iverilog "
            "and vvp): neither is in PATH");
}

TEST_F(FileTest, VerilogWithoutATool) {
  PathGuard guard(path("nothing"));
  EXPECT_EQ(refusal("m.v", "module m(input [1:0] a, b, output [3:0] p);\n"
                           "assign p = a * b; endmodule"),
            "is Verilog, which is read by yosys or by Icarus Verilog (iverilog "
            "and vvp): neither is in PATH");
}
