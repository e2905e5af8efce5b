//===- Verilog.cpp - Verilog modules as tables ----------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "../Circuits/Simulators.h"
#include "../CostHeader.h"
#include "Formats.h"
#include "llvm/ADT/StringExtras.h"

using namespace lutra;
using namespace lutra::circuits;
using namespace lutra::external;
using namespace lutra::formats;
using llvm::StringRef;

static llvm::Expected<FileTable> simulate(const VerilogDesign &design,
                                          const ScratchFolder &folder,
                                          const ImportOptions &options) {
  if (auto yosys = findTool({"yosys"}))
    return readByYosys(*yosys, design, folder, options);
  auto iverilog = findTool({"iverilog"}), vvp = findTool({"vvp"});
  if (iverilog && vvp)
    return readByIcarus(*iverilog, *vvp, design, folder, options);
  return makeError("is Verilog, which is read by yosys or by Icarus Verilog "
                   "(iverilog and vvp): neither is in PATH");
}

static llvm::Expected<FileTable> evaluate(const TableSource &source,
                                          const ImportOptions &options) {
  llvm::Expected<ScratchFolder> folder = ScratchFolder::create();
  if (!folder)
    return folder.takeError();
  llvm::Expected<VerilogDesign> design =
      copyDesign(source.path, source.bytes, options.function, *folder);
  if (!design)
    return design.takeError();
  llvm::Expected<FileTable> table = simulate(*design, *folder, options);
  if (table && !design->standardCells.empty())
    table->metadata.description += "; with the usual functions of the cells " +
                                   llvm::join(design->standardCells, ", ");
  return table;
}

static llvm::Expected<FileTable> readVerilog(const TableSource &source,
                                             const ImportOptions &options) {
  llvm::Expected<FileTable> table = evaluate(source, options);
  if (table)
    readCostHeader(source, *table);
  return table;
}

static bool matchesVerilog(StringRef bytes) {
  return bytes.contains("endmodule") && bytes.contains("module ");
}

TableFormat formats::verilog() {
  return {"verilog",
          {".v", ".sv"},
          "combinational module of two inputs and one output, evaluated over "
          "all operands through yosys or Icarus Verilog",
          matchesVerilog,
          readVerilog,
          nullptr};
}
