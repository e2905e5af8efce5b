//===- Multiplier.cpp - Truth table of an approximate multiplier ----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Multiplier.h"

std::string lutra::OperandType::str() const {
  return (isSigned ? "si" : "ui") + std::to_string(bits);
}
