//===- Mlir.cpp - Multipliers as symbols of an MLIR module ----------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Formats.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;
using namespace lutra::formats;
using llvm::StringRef;

/// `approx.multiplier` with table, hash and bounds; the entries as hexadecimal
/// bytes, which is MLIR's compact form.
static llvm::Error write(const Multiplier &multiplier, llvm::raw_ostream &os) {
  std::string symbol;
  for (char c : multiplier.name())
    symbol += llvm::isAlnum(c) ? c : '_';
  if (symbol.empty() || llvm::isDigit(symbol[0]))
    symbol.insert(0, "m_");
  std::string provenance;
  llvm::raw_string_ostream stream(provenance);
  llvm::printEscapedString(multiplier.name(), stream);
  ProductBounds bounds = multiplier.bounds();
  ProductBounds errors = multiplier.errorBounds();
  os << "approx.multiplier @" << symbol << " {lhs = " << multiplier.lhs().str()
     << ", rhs = " << multiplier.rhs().str() << ", hash = \""
     << multiplier.hash() << "\", bounds = array<i64: " << bounds.min << ", "
     << bounds.max << ">, error_bounds = array<i64: " << errors.min << ", "
     << errors.max << ">, provenance = \"" << stream.str()
     << "\", table = dense<";
  // A splat has a form of its own.
  if (bounds.min == bounds.max)
    os << bounds.min;
  else
    os << "\"0x" << llvm::toHex(littleEndianBytes(multiplier.table())) << "\"";
  os << "> : tensor<" << multiplier.lhs().size() << "x"
     << multiplier.rhs().size() << "xi32>}\n";
  return llvm::Error::success();
}

TableFormat formats::mlir() {
  return {
      "mlir",
      {".mlir"},
      "approx.multiplier in MLIR, with table, hash and bounds; written only",
      nullptr,
      nullptr,
      write};
}
