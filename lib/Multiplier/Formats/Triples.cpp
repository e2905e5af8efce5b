//===- Triples.cpp - Tables as lines "a b product" ------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The text format of TRAM and of arXiv 2509.10519's authors: free header lines,
// then one line per operand pair, signed operands as negative numbers. Two
// further sections may hold the gradients with respect to the first and second
// operand, as int16 sixteenths, each behind a line that says so.
//
//===----------------------------------------------------------------------===//
#include "Formats.h"
#include "TextNumbers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <cmath>

using namespace lutra;
using namespace lutra::formats;
using llvm::StringRef;
using llvm::Twine;

static constexpr const char tableHeader[] = "LUT for approximate multiplier:";
static constexpr const char gradientHeader[] =
    "LUT for the gradient of the approximate multiplier w.r.t. the ";

namespace {

struct Triple {
  int32_t a, b, value;
  uint32_t line;
};

/// The triples of a file by section: products, then gradients.
struct Sections {
  std::vector<Triple> triples[3];
};

} // namespace

static const char *const sectionNames[] = {
    "the table", "the gradient of the first operand",
    "the gradient of the second operand"};

static llvm::Expected<Sections> readSections(StringRef text) {
  Sections sections;
  unsigned current = 0;
  bool seenNumbers = false;
  LineReader lines(text);
  std::vector<int32_t> numbers;
  while (std::optional<StringRef> line = lines.next()) {
    StringRef header = *line;
    if (header.consume_front(gradientHeader)) {
      current = header.starts_with("first") ? 1 : 2;
      seenNumbers = true;
      continue;
    }
    if (header.starts_with(tableHeader)) {
      current = 0;
      seenNumbers = true;
      continue;
    }
    numbers.clear();
    if (!failsToParse(*line, numbers) && numbers.size() == 3) {
      sections.triples[current].push_back(
          {numbers[0], numbers[1], numbers[2], uint32_t(lines.number())});
      seenNumbers = true;
    } else if (seenNumbers) {
      return makeError("line " + Twine(lines.number()) +
                       ": expects 'a b product', got '" + line->take_front(60) +
                       "'");
    }
  }
  return sections;
}

/// The operand type that the values of a column need.
static llvm::Expected<OperandType> inferType(const Sections &sections,
                                             int32_t Triple::*operand,
                                             const char *name,
                                             std::optional<bool> isSigned) {
  int32_t low = 0, high = 0;
  for (const Triple &triple : sections.triples[0]) {
    low = std::min(low, triple.*operand);
    high = std::max(high, triple.*operand);
  }
  OperandType type;
  type.isSigned = low < 0 || isSigned.value_or(false);
  for (type.bits = OperandType::minBits; type.bits <= OperandType::maxBits;
       ++type.bits)
    // Values of signed operands may be bit patterns when the user says so.
    if (low >= type.lo() &&
        high <= (low < 0 ? type.hi() : int32_t(type.size()) - 1))
      return type;
  return makeError(Twine("has values of the ") + name + " from " + Twine(low) +
                   " to " + Twine(high) + ", expects operands of up to " +
                   Twine(OperandType::maxBits) + " bits");
}

/// The entries of a section in canonical order.
static llvm::Expected<std::vector<int32_t>>
arrange(const std::vector<Triple> &triples, const char *section,
        OperandTypes types, std::vector<std::string> &warnings) {
  auto [lhs, rhs] = types;
  size_t expected = size_t(lhs.size()) * rhs.size();
  // Keys first: what is allocated is bounded by what was read.
  std::vector<std::pair<uint32_t, uint32_t>> keys;
  keys.reserve(triples.size());
  for (auto [place, triple] : llvm::enumerate(triples)) {
    for (auto [value, type, name] :
         {std::tuple(triple.a, lhs, "first"), {triple.b, rhs, "second"}})
      if (value < type.lo() || value >= int32_t(type.size()))
        return makeError("line " + Twine(triple.line) + ": the " + name +
                         " operand " + Twine(value) + " is no " + type.str());
    keys.push_back({lhs.index(triple.a) * rhs.size() + rhs.index(triple.b),
                    uint32_t(place)});
  }
  llvm::sort(keys);
  size_t duplicates = 0, unequal = 0, firstDuplicate = 0, holes = 0;
  std::optional<size_t> firstHole;
  size_t next = 0;
  for (size_t i = 0; i < keys.size(); ++i) {
    if (i > 0 && keys[i].first == keys[i - 1].first) {
      if (!duplicates++)
        firstDuplicate = i;
      if (triples[keys[i].second].value != triples[keys[i - 1].second].value &&
          !unequal++)
        firstDuplicate = i;
      continue;
    }
    if (keys[i].first != next && !firstHole)
      firstHole = next;
    holes += keys[i].first - next;
    next = size_t(keys[i].first) + 1;
  }
  if (next < expected && !firstHole)
    firstHole = next;
  holes += expected - next;
  auto pair = [&, lhs = lhs, rhs = rhs](size_t key) {
    return ("(" + Twine(lhs.value(uint32_t(key / rhs.size()))) + ", " +
            Twine(rhs.value(uint32_t(key % rhs.size()))) + ")")
        .str();
  };
  if (duplicates) {
    const Triple &second = triples[keys[firstDuplicate].second];
    const Triple &first = triples[keys[firstDuplicate - 1].second];
    std::string where = pair(keys[firstDuplicate].first) + " in lines " +
                        std::to_string(first.line) + " and " +
                        std::to_string(second.line);
    if (unequal)
      return makeError(Twine("gives ") + Twine(unequal) + " operand pairs of " +
                       section + " two values, first " + where + ": " +
                       Twine(first.value) + " and " + Twine(second.value));
    warnings.push_back(
        (Twine(section) + " states " + Twine(duplicates) +
         " operand pairs more than once, alike each time, first " + where)
            .str());
  }
  if (holes)
    return makeError(Twine("lacks ") + Twine(holes) + " of " + Twine(expected) +
                     " operand pairs of " + section + " for " +
                     describe(types) + ", first " + pair(*firstHole));
  std::vector<int32_t> entries(expected);
  for (auto [key, place] : keys)
    entries[key] = triples[place].value;
  return entries;
}

static llvm::Expected<FileTable> read(const TableSource &source,
                                      const ImportOptions &options) {
  llvm::Expected<Sections> sections = readSections(source.bytes);
  if (!sections)
    return sections.takeError();
  if (sections->triples[0].empty())
    return makeError("has no line 'a b product'");
  std::optional<OperandTypes> types = statedTypes(options);
  bool inferred = !types;
  if (inferred) {
    llvm::Expected<OperandType> lhs =
        inferType(*sections, &Triple::a, "first operand", options.isSigned);
    if (!lhs)
      return lhs.takeError();
    llvm::Expected<OperandType> rhs =
        inferType(*sections, &Triple::b, "second operand", options.isSigned);
    if (!rhs)
      return rhs.takeError();
    types = OperandTypes(*lhs, *rhs);
  }
  FileTable table{types->first, types->second, {}, {}};
  llvm::Expected<std::vector<int32_t>> entries = arrange(
      sections->triples[0], sectionNames[0], *types, table.metadata.warnings);
  if (!entries)
    return entries.takeError();
  table.entries = std::move(*entries);
  for (unsigned operand : {0u, 1u}) {
    const std::vector<Triple> &triples = sections->triples[operand + 1];
    if (triples.empty())
      continue;
    llvm::Expected<std::vector<int32_t>> sixteenths = arrange(
        triples, sectionNames[operand + 1], *types, table.metadata.warnings);
    if (!sixteenths)
      return sixteenths.takeError();
    for (int32_t value : *sixteenths)
      table.gradients[operand].push_back(float(value) / 16);
  }
  bool hasGradients =
      !table.gradients[0].empty() || !table.gradients[1].empty();
  table.metadata.description = "lines 'a b product' of " + describe(*types) +
                               (inferred ? " (from the operands' range)" : "") +
                               ", the first number is the first operand" +
                               (hasGradients ? "; with gradient sections" : "");
  return table;
}

static bool matches(StringRef bytes) {
  LineReader lines(bytes.take_front(1 << 16));
  unsigned triplesInARow = 0;
  while (std::optional<StringRef> line = lines.next()) {
    std::vector<int32_t> numbers;
    bool isTriple = !failsToParse(*line, numbers) && numbers.size() == 3;
    triplesInARow = isTriple ? triplesInARow + 1 : 0;
    if (triplesInARow == 2)
      return true;
  }
  return false;
}

static void writeTriples(OperandTypes types, llvm::ArrayRef<int32_t> entries,
                         llvm::raw_ostream &os) {
  auto [lhs, rhs] = types;
  for (uint32_t row = 0; row < lhs.size(); ++row)
    for (uint32_t column = 0; column < rhs.size(); ++column)
      os << lhs.value(row) << ' ' << rhs.value(column) << ' '
         << entries[size_t(row) * rhs.size() + column] << '\n';
}

static llvm::Error write(const Multiplier &multiplier, llvm::raw_ostream &os) {
  os << tableHeader << '\n';
  writeTriples({multiplier.lhs(), multiplier.rhs()}, multiplier.table(), os);
  return llvm::Error::success();
}

llvm::Error lutra::writeGradientSections(const Multiplier &multiplier,
                                         llvm::ArrayRef<float> lhs,
                                         llvm::ArrayRef<float> rhs,
                                         llvm::raw_ostream &os) {
  std::vector<int32_t> sixteenths[2];
  for (auto [operand, slopes] : llvm::enumerate(llvm::ArrayRef({lhs, rhs})))
    for (auto [place, slope] : llvm::enumerate(slopes)) {
      double scaled = std::nearbyint(16.0 * slope);
      if (!(scaled >= INT16_MIN && scaled <= INT16_MAX))
        return makeError("cannot hold the slope " +
                         Twine(std::to_string(slope)) +
                         " as an int16 of sixteenths; use .npy");
      sixteenths[operand].push_back(int32_t(scaled));
    }
  if (llvm::Error error = write(multiplier, os))
    return error;
  for (unsigned operand : {0u, 1u}) {
    os << gradientHeader << (operand ? "second" : "first") << " operand:\n";
    writeTriples({multiplier.lhs(), multiplier.rhs()}, sixteenths[operand], os);
  }
  return llvm::Error::success();
}

TableFormat formats::triples() {
  return {"triples",
          {".txt"},
          "lines 'a b product' behind free header lines, signed operands as "
          "negative numbers; gradient sections of int16 sixteenths may follow",
          matches,
          read,
          write};
}
