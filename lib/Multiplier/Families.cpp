//===- Families.cpp - Built-in multiplier families ------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The table of families, one row each, and the specs that name them. To add a
// family: write its make function and add its row.
//
// Below, a_i is bit i of the first operand and b_j bit j of the second; the
// array of an unsigned multiplier has the partial product a_i b_j in column
// i + j, so that the exact product is the sum of a_i b_j 2^(i+j).
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Families.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace lutra;
using llvm::StringRef;
using llvm::Twine;

/// Subject of the error sentences about a spec.
static std::string subject(const FamilySpec &spec) {
  return "family '" + spec.family + "' of " +
         printOperandTypes(spec.lhs, spec.rhs);
}

//===----------------------------------------------------------------------===//
// exact
//===----------------------------------------------------------------------===//

static llvm::Expected<ProductFunction> makeExact(const FamilySpec &) {
  return [](int32_t a, int32_t b) { return a * b; };
}

//===----------------------------------------------------------------------===//
// truncated
//===----------------------------------------------------------------------===//

/// AM(a, b) = sum of a_i b_j 2^(i+j) over i + j >= drop.
static llvm::Expected<ProductFunction> makeTruncated(const FamilySpec &spec) {
  unsigned columns = spec.lhs.bits + spec.rhs.bits - 1;
  llvm::Expected<unsigned> drop =
      getSpecInteger(subject(spec), spec.parameters, "drop", columns);
  if (!drop)
    return drop.takeError();
  unsigned rows = spec.lhs.bits, dropped = *drop;
  return [rows, dropped](int32_t a, int32_t b) {
    int32_t product = 0;
    for (unsigned i = 0; i < rows; ++i) {
      if (!(a >> i & 1))
        continue;
      // Row i is b shifted by i; of it the columns from `dropped` on remain.
      unsigned low = dropped > i ? dropped - i : 0;
      product += (b >> low << low) << i;
    }
    return product;
  };
}

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

/// AM(a, b) = a b - sum over groups of 2^c (ones - kept), c the group's column,
/// `ones` the number of its cells that are 1, and `kept` the one bit that the
/// group leaves in the column: the sum bit (ones mod 2) or the OR (ones > 0).
static llvm::Expected<ProductFunction>
makeOrCompressed(const FamilySpec &spec) {
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
  return [groups = std::move(*groups), keepsSum](int32_t a, int32_t b) {
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
}

//===----------------------------------------------------------------------===//
// The table
//===----------------------------------------------------------------------===//

llvm::ArrayRef<Family> lutra::allFamilies() {
  static const std::vector<Family> families = {
      {"exact",
       "AM(a, b) = a b",
       "definition",
       /*definesSigned=*/true,
       {},
       makeExact},
      {"truncated",
       "the array without its lowest columns: AM(a, b) = sum of a_i b_j "
       "2^(i+j) over i+j >= drop; unsigned",
       "fixed-width array multiplication without compensation; drop=8 of 8x8 "
       "is mul8u_rm8 of arXiv 2509.10519",
       /*definesSigned=*/false,
       {{"drop", "columns left out, from the lowest", nullptr, "integer"}},
       makeTruncated},
      // The default of 8x8 is AM(a, b) = a b - 2^13 a_7 a_6 b_6 b_5: the half
      // adder of a_7 b_5 and a_6 b_6 (column 12) loses its carry. That is what
      // ORing the carry with a_7 b_6 (column 13) instead of adding it does, as
      // a_7 b_6 is 1 whenever there is a carry.
      {"or_compressed",
       "the array with carries of chosen partial products lost to OR gates: "
       "each group of cells of a column leaves one bit there; unsigned. The "
       "default of 8x8 is AM(a, b) = a b - 2^13 a_7 a_6 b_6 b_5",
       "single cells of significance-driven logic compression (Qiqieh et al., "
       "DATE 2017)",
       /*definesSigned=*/false,
       {{"cells",
         "groups of cells: I.J is a_I b_J, '+' joins the cells of a group, ',' "
         "separates groups; the default of LxR is (L-1).(R-3)+(L-2).(R-2), "
         "which is 7.5+6.6 of 8x8",
         "auto", "text"},
        {"keep",
         "the bit a group leaves: 'sum' (their sum without its carries) or "
         "'or' (their OR)",
         "sum", "sum|or"}},
       makeOrCompressed},
  };
  return families;
}

/// The row of a family; its name is the first thing to go wrong.
static llvm::Expected<const Family *> findFamily(StringRef name) {
  llvm::SmallVector<StringRef> names;
  for (const Family &family : allFamilies()) {
    if (name == family.name)
      return &family;
    names.push_back(family.name);
  }
  return llvm::createStringError("unknown multiplier family '" + name + "'" +
                                 suggestName(name, names) +
                                 " (known: " + llvm::join(names, ", ") + ")");
}

//===----------------------------------------------------------------------===//
// Specs
//===----------------------------------------------------------------------===//

std::string lutra::printOperandTypes(OperandType lhs, OperandType rhs) {
  auto print = [&](OperandType type) {
    const char *sign = type.isSigned                  ? "s"
                       : lhs.isSigned || rhs.isSigned ? "u"
                                                      : "";
    return sign + std::to_string(type.bits);
  };
  return print(lhs) + "x" + print(rhs);
}

llvm::Expected<std::pair<OperandType, OperandType>>
lutra::parseOperandTypes(StringRef text) {
  auto [first, second] = text.split('x');
  if (second.empty())
    return llvm::createStringError("expects operand types such as '8x8' or "
                                   "'s8xu4', got '" +
                                   text + "'");
  llvm::Expected<OperandType> lhs = OperandType::parse(first);
  if (!lhs)
    return lhs.takeError();
  llvm::Expected<OperandType> rhs = OperandType::parse(second);
  if (!rhs)
    return rhs.takeError();
  return std::make_pair(*lhs, *rhs);
}

llvm::Error FamilySpec::complete() {
  llvm::Expected<const Family *> row = findFamily(family);
  if (!row)
    return row.takeError();
  for (OperandType type : {lhs, rhs})
    if (type.isSigned && !(*row)->definesSigned)
      return llvm::createStringError(
          "family '" + Twine(family) +
          "' is defined for unsigned operands, got " +
          printOperandTypes(lhs, rhs));
  return completeSpecParameters("family '" + family + "'", (*row)->parameters,
                                parameters);
}

llvm::Expected<FamilySpec> FamilySpec::parse(StringRef text) {
  llvm::SmallVector<StringRef> fields;
  text.split(fields, ':');
  FamilySpec spec;
  spec.family = fields.front().str();
  // The name first: a wrong one makes every later sentence misleading.
  if (llvm::Expected<const Family *> row = findFamily(spec.family); !row)
    return row.takeError();
  llvm::ArrayRef<StringRef> rest = llvm::ArrayRef(fields).drop_front();
  if (!rest.empty() && !rest.front().contains('=')) {
    auto types = parseOperandTypes(rest.front());
    if (!types)
      return llvm::createStringError("family '" + Twine(spec.family) + "' " +
                                     llvm::toString(types.takeError()));
    std::tie(spec.lhs, spec.rhs) = *types;
    rest = rest.drop_front();
  }
  if (llvm::Error error = parseSpecParameters("family '" + spec.family + "'",
                                              rest, spec.parameters))
    return error;
  if (llvm::Error error = spec.complete())
    return error;
  return spec;
}

std::string FamilySpec::str() const {
  return family + ":" + printOperandTypes(lhs, rhs) +
         printSpecParameters(parameters);
}

llvm::Expected<Multiplier> lutra::makeMultiplier(FamilySpec spec) {
  if (llvm::Error error = spec.complete())
    return error;
  for (OperandType type : {spec.lhs, spec.rhs})
    if (type.bits < OperandType::minBits || type.bits > OperandType::maxBits)
      return llvm::createStringError(subject(spec) + " expects operands of " +
                                     Twine(OperandType::minBits) + " to " +
                                     Twine(OperandType::maxBits) + " bits");
  llvm::Expected<const Family *> row = findFamily(spec.family);
  if (!row)
    return row.takeError();
  llvm::Expected<ProductFunction> product = (*row)->make(spec);
  if (!product)
    return product.takeError();
  std::vector<int32_t> table;
  table.reserve(size_t(spec.lhs.size()) * spec.rhs.size());
  for (uint32_t i = 0; i < spec.lhs.size(); ++i)
    for (uint32_t j = 0; j < spec.rhs.size(); ++j)
      table.push_back((*product)(spec.lhs.value(i), spec.rhs.value(j)));
  llvm::Expected<Multiplier> multiplier =
      Multiplier::create(spec.lhs, spec.rhs, std::move(table), spec.str());
  if (!multiplier)
    return multiplier;
  MultiplierMetadata metadata = multiplier->metadata();
  metadata.format = "family";
  metadata.description = (*row)->summary;
  return multiplier->withMetadata(std::move(metadata));
}
