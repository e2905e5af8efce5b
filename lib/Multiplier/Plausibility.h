//===- Plausibility.h - Was a table read as it was meant? -------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_PLAUSIBILITY_H
#define LUTRA_LIB_MULTIPLIER_PLAUSIBILITY_H

#include "lutra/Multiplier/TableFile.h"

namespace lutra {

/// Sentences, with numbers, about other readings of the table that are much
/// closer to a b than this one: another signedness, offset binary, reversed
/// bits of the operands, exchanged widths, exchanged bytes of the entries. A
/// table and its transpose are equally far from a b when both operands have one
/// type, so nothing can be said of the order there.
std::vector<std::string> findSuspicions(const FileTable &table);

} // namespace lutra

#endif // LUTRA_LIB_MULTIPLIER_PLAUSIBILITY_H
