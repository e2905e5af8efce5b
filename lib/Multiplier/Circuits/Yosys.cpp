//===- Yosys.cpp - Verilog by way of a netlist ----------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// yosys elaborates the design, writes it down twice, as RTLIL before it is made
// of gates (ports, cells with a memory) and as BLIF afterwards (gates), and the
// netlist is evaluated here.
//
//===----------------------------------------------------------------------===//
#include "Blif.h"
#include "Circuit.h"
#include "Simulators.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include <map>

using namespace lutra;
using namespace lutra::circuits;
using namespace lutra::external;
using llvm::StringRef;
using llvm::Twine;

namespace {
/// What the RTLIL of a flat module tells.
struct RtlilFacts {
  /// By number: yosys counts the header's ports from 1.
  std::map<unsigned, Port> inputs, outputs;
  std::string bidirectional;
  /// The first cell with a memory, and where the source made it.
  std::string memoryCell, memorySource;
};
} // namespace

/// "$dff", "$adffe", "$dlatch", "$sr", "$memwr_v2", ...
static bool hasMemory(StringRef cell) {
  return cell.contains("dff") || cell.contains("latch") ||
         cell.starts_with("$memwr") || cell == "$sr" || cell == "$ff";
}

/// Reads the lines "wire width 8 input 1 signed \a", "attribute \src ..." and
/// "cell $dff $1".
static RtlilFacts readRtlil(StringRef text) {
  RtlilFacts facts;
  std::string source;
  while (!text.empty()) {
    auto [line, rest] = text.split('\n');
    text = rest;
    llvm::SmallVector<StringRef, 8> words;
    llvm::SplitString(line, words, " \t\r");
    if (words.size() < 2)
      continue;
    if (words[0] == "attribute" && words[1] == "\\src" && words.size() > 2)
      source = words[2].trim('"').split('|').first.str();
    if (words[0] == "cell" && facts.memoryCell.empty() && hasMemory(words[1])) {
      facts.memoryCell = words[1].str();
      facts.memorySource = source;
    }
    if (words[0] != "wire")
      continue;
    Port port;
    port.width = 1;
    port.name = words.back().str();
    StringRef(port.name).consume_front("\\");
    if (StringRef(port.name).starts_with("\\"))
      port.name.erase(0, 1);
    unsigned number = 0;
    StringRef direction;
    for (size_t i = 1; i + 1 < words.size(); ++i) {
      if (words[i] == "signed")
        port.isSigned = true;
      else if (words[i] == "width")
        words[i + 1].getAsInteger(10, port.width);
      else if (words[i] == "input" || words[i] == "output" ||
               words[i] == "inout") {
        direction = words[i];
        words[i + 1].getAsInteger(10, number);
      }
    }
    if (direction == "input")
      facts.inputs.emplace(number, std::move(port));
    else if (direction == "output")
      facts.outputs.emplace(number, std::move(port));
    else if (direction == "inout")
      facts.bidirectional = port.name;
  }
  return facts;
}

/// Gives the ports their nets: BLIF lists the bits port by port in the order of
/// their numbers, the least significant first.
static llvm::Expected<std::vector<Port>>
joinPorts(std::map<unsigned, Port> ports,
          llvm::ArrayRef<std::pair<StringRef, Net>> bits) {
  std::vector<Port> result;
  for (auto &[number, port] : ports) {
    if (bits.size() < port.width)
      break;
    for (auto [name, net] : bits.take_front(port.width))
      port.bits.push_back(net);
    bits = bits.drop_front(port.width);
    result.push_back(std::move(port));
  }
  if (!bits.empty() || result.size() != ports.size())
    return llvm::createStringError(
        "has ports that yosys lists in two different ways");
  return result;
}

static std::string makeScript(const VerilogDesign &design) {
  std::string script;
  for (const std::string &file : design.files)
    script += std::string("read_verilog ") +
              (design.isSystemVerilog ? "-sv " : "") + file + "\n";
  // Up to check nothing is optimised: that would remove loops.
  script += "hierarchy -check -top " + design.top +
            "\n"
            "proc -noopt\n"
            "flatten\n"
            "opt_clean\n"
            "write_rtlil lutra_ports.il\n"
            "memory -nomap\n"
            "opt_clean\n"
            "memory_map\n"
            "techmap\n"
            "check\n"
            "opt -fast\n"
            "write_blif lutra_gates.blif\n";
  return script;
}

/// yosys' check lists the cells and nets of each loop before optimisation may
/// remove one: p = p - p is not 0. Wires of the source are "wire \p [0]", those
/// that yosys made up begin with "$".
static llvm::Error refuseLoops(StringRef report) {
  size_t start = report.find("found logic loop");
  if (start == StringRef::npos)
    return llvm::Error::success();
  report = report.drop_front(start);
  std::string place;
  while (!report.empty() && place.empty()) {
    auto [line, rest] = report.split('\n');
    report = rest;
    line = line.trim();
    if (!line.consume_front("wire \\"))
      continue;
    auto [wire, bit] = line.split(' ');
    bit = bit.starts_with("[") ? bit.split(' ').first : "";
    place = (" through net '" + wire + bit + "'").str();
  }
  return llvm::createStringError("has a loop of gates" + place +
                                 ": expects a combinational circuit");
}

/// Undefined bits that no product shows are of no account: a case statement
/// has them for what does not occur.
static llvm::Error compareUndefined(const FileTable &zeros,
                                    const FileTable &ones) {
  for (size_t i = 0; i < zeros.entries.size(); ++i)
    if (zeros.entries[i] != ones.entries[i])
      return llvm::createStringError(
          "gives an undefined product (x) for (" +
          Twine(zeros.lhs.value(uint32_t(i / zeros.rhs.size()))) + ", " +
          Twine(zeros.rhs.value(uint32_t(i % zeros.rhs.size()))) + ")");
  return llvm::Error::success();
}

llvm::Expected<FileTable> circuits::readByYosys(StringRef yosys,
                                                const VerilogDesign &design,
                                                const ScratchFolder &folder,
                                                const ImportOptions &options) {
  if (llvm::Error error = folder.write("lutra.ys", makeScript(design)))
    return error;
  ToolCall call;
  call.name = "yosys";
  call.path = yosys.str();
  call.arguments = {"-q", "lutra.ys"};
  call.timeLimitSeconds = options.timeLimitSeconds;
  llvm::Expected<ToolOutput> output = runTool(call, folder);
  constexpr size_t textLimit = size_t(256) << 20;
  // The ports are worth a look even where yosys stopped later.
  llvm::Expected<std::string> rtlil = folder.read("lutra_ports.il", textLimit);
  if (!output && !rtlil) {
    llvm::consumeError(rtlil.takeError());
    return output.takeError();
  }
  if (!rtlil) {
    return rtlil.takeError();
  }
  RtlilFacts facts = readRtlil(*rtlil);
  if (!facts.memoryCell.empty()) {
    llvm::consumeError(output.takeError());
    return llvm::createStringError(
        "is sequential: yosys finds a cell with a memory (" + facts.memoryCell +
        (facts.memorySource.empty() ? "" : " of " + facts.memorySource) +
        "); expects a combinational circuit");
  }
  if (!facts.bidirectional.empty()) {
    llvm::consumeError(output.takeError());
    return llvm::createStringError(
        "has a bidirectional port: " + facts.bidirectional +
        "; expects inputs and outputs");
  }
  if (!output)
    return output.takeError();
  if (llvm::Error error = refuseLoops(output->errors))
    return error;

  llvm::Expected<std::string> gates =
      folder.read("lutra_gates.blif", textLimit);
  if (!gates)
    return gates.takeError();
  llvm::Expected<BlifCircuit> circuit = readBlif(*gates, "");
  if (!circuit)
    return llvm::createStringError("became a netlist that " +
                                   llvm::toString(circuit.takeError()));
  PortList ports;
  ports.module = design.top;
  for (auto [found, bits, list] :
       {std::tuple(&facts.inputs, &circuit->inputs, &ports.inputs),
        std::tuple(&facts.outputs, &circuit->outputs, &ports.outputs)}) {
    llvm::Expected<std::vector<Port>> joined = joinPorts(*found, *bits);
    if (!joined)
      return joined.takeError();
    *list = std::move(*joined);
  }
  auto evaluate = [&] {
    return evaluateCircuit(circuit->netlist, ports, options,
                           "netlist by yosys");
  };
  llvm::Expected<FileTable> table = evaluate();
  if (!table)
    return table.takeError();
  // yosys defines the net whether it is used or not.
  std::optional<Net> undefined = circuit->netlist.find("$undef");
  if (undefined && StringRef(*gates).count("$undef") > 1) {
    circuit->netlist.invert(*undefined);
    llvm::Expected<FileTable> other = evaluate();
    if (!other)
      return other.takeError();
    if (llvm::Error error = compareUndefined(*table, *other))
      return error;
  }
  if (auto warning = warnOfGuards(Sandbox::Tool))
    table->metadata.warnings.push_back(*warning);
  return table;
}
