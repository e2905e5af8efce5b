//===- VerilogDesign.h - The files of a design -------------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_CIRCUITS_VERILOGDESIGN_H
#define LUTRA_LIB_MULTIPLIER_CIRCUITS_VERILOGDESIGN_H

#include "../External/ExternalTool.h"
#include "VerilogScan.h"

namespace lutra::circuits {

/// A design in a scratch folder: the file, what it includes, and the files
/// beside it that hold the modules it instantiates.
struct VerilogDesign {
  /// Names in the folder, the file itself first.
  std::vector<std::string> files;
  std::vector<VerilogModule> modules;
  std::string top;
  bool isSystemVerilog = false;
  unsigned clockedLine = 0;
  /// Cells of the FreePDK45 library that no file defines: ours are used.
  std::vector<std::string> standardCells;

  const VerilogModule &topModule() const;
};

/// Of the Verilog files of one folder the one with the top module: `wantedTop`,
/// else the only module that none of them instantiates. Errors are continued
/// from "folder 'x' ".
llvm::Expected<std::string> findTopFile(llvm::ArrayRef<std::string> paths,
                                        llvm::StringRef wantedTop);

/// Copies a design. Modules that the file instantiates and does not hold are
/// taken from NAME.v beside it, else from whichever Verilog file of its folder
/// holds them. The top module is `wantedTop`, else the file's only one
/// that no other instantiates.
llvm::Expected<VerilogDesign> copyDesign(llvm::StringRef path,
                                         llvm::StringRef text,
                                         llvm::StringRef wantedTop,
                                         const external::ScratchFolder &folder);

} // namespace lutra::circuits

#endif // LUTRA_LIB_MULTIPLIER_CIRCUITS_VERILOGDESIGN_H
