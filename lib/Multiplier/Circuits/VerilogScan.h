//===- VerilogScan.h - What must be known before a tool runs -----*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Verilog is read by yosys or Icarus Verilog. Both would also open files that
// a source names ($fopen, $readmemh, `include) and call functions of the system
// (DPI), so the source's words are looked through first.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_CIRCUITS_VERILOGSCAN_H
#define LUTRA_LIB_MULTIPLIER_CIRCUITS_VERILOGSCAN_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <set>
#include <string>
#include <vector>

namespace lutra::circuits {

struct VerilogPort {
  std::string name;
  bool isInput = false, isOutput = false, isSigned = false;
};

struct VerilogModule {
  std::string name;
  /// In the order of the header.
  std::vector<VerilogPort> ports;
  /// Names that look like those of instantiated modules.
  std::set<std::string> instances;
};

struct VerilogText {
  std::vector<VerilogModule> modules;
  /// Paths of `include, relative to the file.
  std::set<std::string> includes;
  /// Uses words that only SystemVerilog has.
  bool isSystemVerilog = false;
  /// The first line with posedge, negedge or always_ff, 0 for none.
  unsigned clockedLine = 0;
};

/// Errors, continued from "file 'x' ": a system task or function other than
/// arithmetic, a path out of the folder, an import of functions, a macro that
/// pastes words.
llvm::Expected<VerilogText> scanVerilog(llvm::StringRef text);

/// A path within the folder, of letters that no tool reads as anything else.
bool isPlainPath(llvm::StringRef path);

} // namespace lutra::circuits

#endif // LUTRA_LIB_MULTIPLIER_CIRCUITS_VERILOGSCAN_H
