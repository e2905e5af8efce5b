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
/// closer to a b than this one: another signedness, other widths with as many
/// operand pairs, offset binary, reversed bits of the operands, exchanged bytes
/// of the entries; the closest first. A table and its transpose are equally far
/// from a b, since a b is symmetric, so nothing can be said of the order.
std::vector<std::string> findSuspicions(const FileTable &table);

} // namespace lutra

#endif // LUTRA_LIB_MULTIPLIER_PLAUSIBILITY_H
