//===- Axm.cpp - The native container as a table format -------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "../Container/Safetensors.h"
#include "Formats.h"
#include "lutra/Multiplier/Container.h"

using namespace lutra;
using namespace lutra::formats;
using llvm::StringRef;

static llvm::Expected<FileTable> readAxm(const TableSource &source,
                                         const ImportOptions &options) {
  llvm::Expected<MultiplierFile> file = parseMultiplierFile(source.bytes);
  if (!file)
    return file.takeError();
  const Multiplier &multiplier = file->multiplier;
  OperandTypes types(multiplier.lhs(), multiplier.rhs());
  OperandTypes wanted = options.types.value_or(types);
  if (!options.types && options.bits)
    std::tie(wanted.first.bits, wanted.second.bits) = *options.bits;
  if (!options.types && options.isSigned)
    wanted.first.isSigned = wanted.second.isSigned = *options.isSigned;
  // The file states its types; a table read with others would be another.
  if (wanted != types)
    return makeError("holds a multiplier of " + describe(types) +
                     ", but is to be read as " + describe(wanted));
  return FileTable{types.first, types.second, multiplier.table().vec(),
                   multiplier.metadata()};
}

static llvm::Error writeAxm(const Multiplier &multiplier,
                            llvm::raw_ostream &os) {
  return writeMultiplierFile({multiplier, {}, {}}, os);
}

TableFormat formats::axm() {
  return {"axm",
          {".axm"},
          "the native container: table, types, origin, cost, and gradients "
          "and factors if wanted, in a safetensors file",
          TensorFile::matches,
          readAxm,
          writeAxm};
}
