//===- OrCompressed.cpp - Arrays that OR partial products -----------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Circuits.h"
#include "Definitions.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace lutra;
using namespace lutra::families;
using llvm::StringRef;
using llvm::Twine;

//===----------------------------------------------------------------------===//
// or_compressed
//===----------------------------------------------------------------------===//

namespace {
/// The partial product a_i b_j.
struct Cell {
  unsigned i, j;
  unsigned column() const { return i + j; }
  bool operator==(const Cell &other) const {
    return i == other.i && j == other.j;
  }
};
using CellGroup = llvm::SmallVector<Cell, 2>;
} // namespace

/// Parses "7.5" and checks that the array has the cell.
static llvm::Expected<Cell> parseCell(StringRef text, const FamilySpec &spec) {
  auto [first, second] = text.split('.');
  Cell cell;
  if (first.getAsInteger(10, cell.i) || second.getAsInteger(10, cell.j))
    return llvm::createStringError(
        subject(spec) +
        " expects cells of the form I.J (bit I of the first "
        "operand and J of the second), got '" +
        text + "'");
  if (cell.i >= spec.lhs.bits || cell.j >= spec.rhs.bits)
    return llvm::createStringError(
        subject(spec) + " has cells 0.0 to " + Twine(spec.lhs.bits - 1) + "." +
        Twine(spec.rhs.bits - 1) + ", got '" + text + "'");
  return cell;
}

/// Parses "7.5+6.6,6.5+5.6" and checks that each cell is used once and that the
/// cells of a group share a column.
static llvm::Expected<std::vector<CellGroup>>
parseCellGroups(StringRef text, const FamilySpec &spec) {
  std::vector<CellGroup> groups;
  CellGroup used;
  for (StringRef groupText : llvm::split(text, ',')) {
    CellGroup group;
    for (StringRef cellText : llvm::split(groupText, '+')) {
      llvm::Expected<Cell> cell = parseCell(cellText, spec);
      if (!cell)
        return cell.takeError();
      if (llvm::is_contained(used, *cell))
        return llvm::createStringError(subject(spec) + " is given cell '" +
                                       cellText + "' twice");
      if (!group.empty() && group.front().column() != cell->column())
        return llvm::createStringError(
            subject(spec) + " can OR cells of one column only, got '" +
            groupText + "' with cells of columns " +
            Twine(group.front().column()) + " and " + Twine(cell->column()));
      group.push_back(*cell);
      used.push_back(*cell);
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

/// The array in which a group of cells leaves one bit, by ORs or XORs.
static GateCount countOrCompressed(llvm::ArrayRef<CellGroup> groups,
                                   unsigned rows, unsigned columns) {
  Columns heights(rows + columns);
  for (unsigned i = 0; i < rows; ++i)
    for (unsigned j = 0; j < columns; ++j)
      ++heights[i + j];
  unsigned merging = 0;
  for (const CellGroup &group : groups) {
    heights[group.front().column()] -= group.size() - 1;
    merging += group.size() - 1;
  }
  return GateCount{rows * columns + merging, 0, 0} +
         addColumns(std::move(heights));
}

/// AM(a, b) = a b - sum over groups of 2^c (ones - kept), c the group's column,
/// `ones` the number of its cells that are 1, and `kept` the one bit that the
/// group leaves in the column: the sum bit (ones mod 2) or the OR (ones > 0).
llvm::Expected<FamilyDefinition>
families::makeOrCompressed(const FamilySpec &spec) {
  unsigned rows = spec.lhs.bits, columns = spec.rhs.bits;
  bool keepsSum = spec.parameters.at("keep") == "sum";
  std::string cells = spec.parameters.at("cells");
  if (cells == "auto") {
    if (columns < 3)
      return llvm::createStringError(
          subject(spec) + " has no default cells (they need a second operand "
                          "of 3 bits or more); state them, e.g. cells=1.0+0.1");
    cells = (Twine(rows - 1) + "." + Twine(columns - 3) + "+" +
             Twine(rows - 2) + "." + Twine(columns - 2))
                .str();
  }
  llvm::Expected<std::vector<CellGroup>> groups = parseCellGroups(cells, spec);
  if (!groups)
    return groups.takeError();
  GateCount gates = countOrCompressed(*groups, spec.lhs.bits, spec.rhs.bits);
  ProductFunction product = [groups = std::move(*groups), keepsSum](int32_t a,
                                                                    int32_t b) {
    int32_t product = a * b;
    for (const CellGroup &group : groups) {
      int32_t ones = 0;
      for (const Cell &cell : group)
        ones += (a >> cell.i) & (b >> cell.j) & 1;
      int32_t kept = keepsSum ? ones % 2 : ones > 0;
      product -= (ones - kept) << group.front().column();
    }
    return product;
  };
  return FamilyDefinition{std::move(product), gates};
}

//===----------------------------------------------------------------------===//
// sdlc
//===----------------------------------------------------------------------===//

/// A column of a cluster below `compressed` leaves one bit, by ORs.
static GateCount countSdlc(unsigned rows, unsigned columns, unsigned depth,
                           unsigned compressed) {
  Columns heights(rows + columns);
  unsigned ors = 0;
  for (unsigned first = 0; first < rows; first += depth) {
    Columns cluster(rows + columns);
    for (unsigned i = first; i < std::min(rows, first + depth); ++i)
      for (unsigned j = 0; j < columns; ++j)
        ++cluster[i + j];
    for (unsigned column = 0; column < cluster.size(); ++column) {
      unsigned kept = cluster[column];
      if (column < compressed && kept > 1)
        kept = 1;
      ors += cluster[column] - kept;
      heights[column] += kept;
    }
  }
  return GateCount{rows * columns + ors, 0, 0} + addColumns(std::move(heights));
}

/// Rows a_i b in clusters of `depth`: within a cluster, the partial products of
/// one column are ORed where the column is below `columns`, and added
/// elsewhere.
llvm::Expected<FamilyDefinition> families::makeSdlc(const FamilySpec &spec) {
  unsigned rows = spec.lhs.bits, all = rows + spec.rhs.bits - 1;
  llvm::Expected<unsigned> depth = getInteger(spec, "depth", 2, rows);
  if (!depth)
    return depth.takeError();
  unsigned columns = all;
  if (spec.parameters.at("columns") != "auto") {
    llvm::Expected<unsigned> stated = getInteger(spec, "columns", 0, all);
    if (!stated)
      return stated.takeError();
    columns = *stated;
  }
  int32_t compressed = (int32_t(1) << columns) - 1;
  GateCount gates = countSdlc(rows, spec.rhs.bits, *depth, columns);
  ProductFunction product = [rows, depth = *depth, compressed](int32_t a,
                                                               int32_t b) {
    int32_t product = 0;
    for (unsigned first = 0; first < rows; first += depth) {
      int32_t ored = 0;
      for (unsigned i = first; i < std::min(rows, first + depth); ++i) {
        int32_t row = (a >> i & 1) ? b << i : 0;
        ored |= row & compressed;
        product += row & ~compressed;
      }
      product += ored;
    }
    return product;
  };
  return FamilyDefinition{std::move(product), gates};
}
