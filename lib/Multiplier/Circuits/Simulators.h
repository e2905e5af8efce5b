//===- Simulators.h - Verilog through yosys or Icarus Verilog ----*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_CIRCUITS_SIMULATORS_H
#define LUTRA_LIB_MULTIPLIER_CIRCUITS_SIMULATORS_H

#include "VerilogDesign.h"
#include "lutra/Multiplier/TableFile.h"

namespace lutra::circuits {

/// Lets yosys make a netlist of gates and evaluates that. `yosys` is its path.
llvm::Expected<FileTable> readByYosys(llvm::StringRef yosys,
                                      const VerilogDesign &design,
                                      const external::ScratchFolder &folder,
                                      const ImportOptions &options);

/// Simulates a test bench over all operands, in two orders: a circuit that
/// gives different products has a memory. `iverilog` and `vvp` are paths.
llvm::Expected<FileTable> readByIcarus(llvm::StringRef iverilog,
                                       llvm::StringRef vvp,
                                       const VerilogDesign &design,
                                       const external::ScratchFolder &folder,
                                       const ImportOptions &options);

} // namespace lutra::circuits

#endif // LUTRA_LIB_MULTIPLIER_CIRCUITS_SIMULATORS_H
