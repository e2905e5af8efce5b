//===- Icarus.cpp - Verilog by simulation ---------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two runs of Icarus Verilog: the first prints the widths of the ports, which
// may be expressions of parameters, the second the products.
//
//===----------------------------------------------------------------------===//
#include "Circuit.h"
#include "Simulators.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

using namespace lutra;
using namespace lutra::circuits;
using namespace lutra::external;
using llvm::StringRef;
using llvm::Twine;

namespace {
/// Both programs and what they are run with.
struct Icarus {
  StringRef iverilog, vvp;
  const VerilogDesign &design;
  const ScratchFolder &folder;
  const ImportOptions &options;

  /// What the bench prints.
  llvm::Expected<std::string> simulate(StringRef bench, StringRef name) const;
};
} // namespace

llvm::Expected<std::string> Icarus::simulate(StringRef bench,
                                             StringRef name) const {
  std::string file = (name + ".v").str();
  if (llvm::Error error = folder.write(file, bench))
    return error;
  ToolCall compile;
  compile.name = "iverilog";
  compile.path = iverilog.str();
  compile.arguments = {"-g2012", "-s", name.str(), "-o", "lutra.vvp", file};
  llvm::append_range(compile.arguments, design.files);
  compile.timeLimitSeconds = options.timeLimitSeconds;
  llvm::Expected<ToolOutput> compiled = runTool(compile, folder);
  if (!compiled)
    return compiled.takeError();
  ToolCall run = compile;
  run.name = "vvp";
  run.path = vvp.str();
  run.arguments = {"-n", "lutra.vvp"};
  run.outputLimit = uint64_t(1) << 30;
  llvm::Expected<ToolOutput> output = runTool(run, folder);
  if (!output)
    return output.takeError();
  return std::move(output->output);
}

/// Prints "width INDEX BITS" for every port.
static std::string makeWidthBench(const VerilogModule &top) {
  std::string text =
      "module lutra_widths;\n  " + top.name + " dut();\n  initial begin\n";
  for (auto [index, port] : llvm::enumerate(top.ports))
    text += llvm::formatv("    $display(\"width {0} %0d\", $bits(dut.{1} ));\n",
                          index, port.name);
  return text + "  end\nendmodule\n";
}

static llvm::Expected<PortList> findPorts(const Icarus &icarus) {
  const VerilogModule &top = icarus.design.topModule();
  llvm::Expected<std::string> output =
      icarus.simulate(makeWidthBench(top), "lutra_widths");
  if (!output)
    return output.takeError();
  PortList ports;
  ports.module = top.name;
  llvm::SmallVector<StringRef> lines;
  StringRef(*output).split(lines, '\n', -1, /*KeepEmpty=*/false);
  size_t seen = 0;
  for (StringRef line : lines) {
    llvm::SmallVector<StringRef, 3> words;
    llvm::SplitString(line, words);
    size_t index = 0;
    Port port;
    if (words.size() != 3 || words[0] != "width" ||
        words[1].getAsInteger(10, index) || index != seen ||
        words[2].getAsInteger(10, port.width) || index >= top.ports.size())
      return llvm::createStringError("made the simulation print '" +
                                     line.substr(0, 80) + "'");
    ++seen;
    const VerilogPort &declared = top.ports[index];
    port.name = declared.name;
    port.isSigned = declared.isSigned;
    if (declared.isInput == declared.isOutput)
      return llvm::createStringError("has port " + port.name +
                                     (declared.isInput
                                          ? ", which is bidirectional"
                                          : " without a direction") +
                                     "; expects inputs and outputs");
    (declared.isInput ? ports.inputs : ports.outputs)
        .push_back(std::move(port));
  }
  return ports;
}

/// Prints the products in hexadecimal, rows upwards, then once more downwards.
static std::string makeBench(const PortList &ports, const Roles &roles) {
  std::string text = llvm::formatv(
      "`timescale 1ns/1ns\nmodule lutra_bench;\n"
      "  reg [{0}:0] lutra_a;\n  reg [{1}:0] lutra_b;\n"
      "  wire [{2}:0] lutra_p;\n  integer lutra_i;\n"
      "  {3} lutra_dut(.{4} (lutra_a), .{5} (lutra_b), .{6} (lutra_p));\n"
      "  initial begin\n",
      roles.lhs->width - 1, roles.rhs->width - 1, roles.product->width - 1,
      ports.module, roles.lhs->name, roles.rhs->name, roles.product->name);
  uint64_t pairs = uint64_t(1) << (roles.lhs->width + roles.rhs->width);
  for (bool downwards : {false, true})
    text += llvm::formatv("    for (lutra_i = 0; lutra_i < {0}; lutra_i = "
                          "lutra_i + 1) begin\n"
                          "      {{lutra_a, lutra_b} = {1};\n"
                          "      #1000 $display(\"%h\", lutra_p);\n"
                          "    end\n",
                          pairs,
                          downwards ? std::to_string(pairs - 1) + " - lutra_i"
                                    : std::string("lutra_i"));
  return text + "  end\nendmodule\n";
}

static llvm::Expected<std::vector<uint32_t>> readProducts(StringRef output,
                                                          const Roles &roles) {
  OperandType lhs = roles.types.first, rhs = roles.types.second;
  size_t pairs = size_t(lhs.size()) * rhs.size();
  std::vector<uint32_t> products(pairs);
  auto at = [&](size_t index) {
    return "(" + std::to_string(lhs.value(uint32_t(index / rhs.size()))) +
           ", " + std::to_string(rhs.value(uint32_t(index % rhs.size()))) + ")";
  };
  for (size_t i = 0; i < 2 * pairs; ++i) {
    auto [line, rest] = output.split('\n');
    output = rest;
    size_t index = i < pairs ? i : 2 * pairs - 1 - i;
    uint32_t product = 0;
    if (line.trim().getAsInteger(16, product))
      return llvm::createStringError(
          line.empty() ? "ended the simulation early"
                       : "gives an undefined product (" + line.substr(0, 80) +
                             ") for " + at(index));
    if (i < pairs)
      products[index] = product;
    else if (products[index] != product)
      return llvm::createStringError(
          "is sequential: its product for " + at(index) +
          " depends on the operands before; expects a combinational circuit");
  }
  return products;
}

llvm::Expected<FileTable> circuits::readByIcarus(StringRef iverilog,
                                                 StringRef vvp,
                                                 const VerilogDesign &design,
                                                 const ScratchFolder &folder,
                                                 const ImportOptions &options) {
  if (design.clockedLine)
    return llvm::createStringError("is sequential: it has a clock on line " +
                                   Twine(design.clockedLine) +
                                   "; expects a combinational circuit");
  Icarus icarus{iverilog, vvp, design, folder, options};
  llvm::Expected<PortList> ports = findPorts(icarus);
  if (!ports)
    return ports.takeError();
  llvm::Expected<Roles> roles = chooseRoles(*ports, options);
  if (!roles)
    return roles.takeError();
  llvm::Expected<std::string> output =
      icarus.simulate(makeBench(*ports, *roles), "lutra_bench");
  if (!output)
    return output.takeError();
  llvm::Expected<std::vector<uint32_t>> products =
      readProducts(*output, *roles);
  if (!products)
    return products.takeError();
  roles->description += "; simulated by Icarus Verilog";
  llvm::Expected<FileTable> table = makeTable(*roles, *products);
  if (!table)
    return table.takeError();
  if (auto warning = warnOfGuards(Sandbox::Tool))
    table->metadata.warnings.push_back(*warning);
  return table;
}
