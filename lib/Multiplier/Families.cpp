//===- Families.cpp - Built-in multiplier families ------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The table of families, one row each, and the specs that name them. To add a
// family: write its make function in Families/ and add its row.
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Families.h"
#include "Families/Circuits.h"
#include "Families/Definitions.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace lutra;
using namespace lutra::families;
using llvm::StringRef;
using llvm::Twine;

std::string families::subject(const FamilySpec &spec) {
  return "family '" + spec.family + "' of " +
         printOperandTypes(spec.lhs, spec.rhs);
}

llvm::Expected<unsigned> families::getInteger(const FamilySpec &spec,
                                              StringRef name, unsigned min,
                                              unsigned max) {
  StringRef text = spec.parameters.at(name.str());
  unsigned value;
  if (!text.getAsInteger(10, value) && value >= min && value <= max)
    return value;
  return llvm::createStringError(subject(spec) + " expects " + name + " from " +
                                 Twine(min) + " to " + Twine(max) + ", got " +
                                 text);
}

ProductFunction families::onMagnitudes(ProductFunction product) {
  return [product = std::move(product)](int32_t a, int32_t b) {
    int32_t magnitude = product(std::abs(a), std::abs(b));
    return (a < 0) != (b < 0) ? -magnitude : magnitude;
  };
}

static llvm::Expected<FamilyDefinition> makeExact(const FamilySpec &spec) {
  return FamilyDefinition{[](int32_t a, int32_t b) { return a * b; },
                          exactArray(spec.lhs, spec.rhs)};
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
       "fixed-width array multiplication; drop=8 of 8x8 is mul8u_rm8 of arXiv "
       "2509.10519; compensation after the constant correction of Schulte and "
       "Swartzlander, VLSI Signal Processing VI, 1993",
       /*definesSigned=*/false,
       {{"drop", "columns left out, from the lowest", nullptr, "integer"},
        {"compensation",
         "constant added: 'none', 'mean' (the mean of what is left out, "
         "rounded "
         "to a multiple of 2^drop) or an integer; none by default",
         "auto", "text"}},
       makeTruncated},
      {"broken_array",
       "the array without its columns below vbl and its rows b_j below hbl; "
       "unsigned",
       "BAM: Mahdiani et al., IEEE Trans. Circuits and Systems I 57(4), 2010",
       /*definesSigned=*/false,
       {{"vbl", "vertical break level: columns left out", "0", "integer"},
        {"hbl", "horizontal break level: rows left out", "0", "integer"}},
       makeBrokenArray},
      {"kulkarni",
       "2 x 2 blocks with 3 * 3 = 7, put together recursively; unsigned, other "
       "widths than powers of two are extended by zeros",
       "Kulkarni, Gupta and Ercegovac, VLSI Design 2011",
       /*definesSigned=*/false,
       {},
       makeKulkarni},
      {"mitchell",
       "antilogarithm of the sum of piecewise linear logarithms; signed by "
       "magnitudes",
       "Mitchell, IRE Trans. Electronic Computers 11(4), 1962; "
       "compensation=mean after Saadat et al. (MBM), IEEE TCAD 37(11), 2018, "
       "with the whole fractions and saturation",
       /*definesSigned=*/true,
       {{"compensation",
         "'mean' adds 2^(k1+k2)/12, the mean error, k1 and k2 the operands' "
         "leading ones; none by default",
         "auto", "none|mean"}},
       makeMitchell},
      {"iterated_mitchell",
       "2^(k1+k2) + f1 2^k2 + f2 2^k1 of operands 2^k + f, and the same of the "
       "f1 f2 that is missing in each iteration; signed by magnitudes",
       "ILM: Babic, Avramovic and Bulic, Microprocessors and Microsystems "
       "35(1), 2011",
       /*definesSigned=*/true,
       {{"iterations", "corrections after the first product", "1", "integer"}},
       makeIteratedMitchell},
      {"drum",
       "product of the k bits from each leading one on, the lowest of them set "
       "where bits are cut off; signed by magnitudes",
       "DRUM: Hashemi, Bahar and Reda, ICCAD 2015",
       /*definesSigned=*/true,
       {{"k", "bits of a segment", nullptr, "integer"}},
       makeDrum},
      {"roba",
       "a' b + b' a - a' b' with a', b' the nearest powers of two (half-way "
       "values up, but 3 becomes 2); signed by magnitudes",
       "RoBA: Zendegani et al., IEEE Trans. VLSI Systems 25(2), 2017",
       /*definesSigned=*/true,
       {},
       makeRoba},
      {"static_segment",
       "product of the operands' upper m bits where one above the lower m is "
       "set, else of the lower m; unsigned",
       "SSM: Narayanamoorthy et al., IEEE Trans. VLSI Systems 23(6), 2015",
       /*definesSigned=*/false,
       {{"m", "bits of a segment, at least half of the operand's", nullptr,
         "integer"}},
       makeStaticSegment},
      {"dynamic_segment",
       "product of the m bits from each leading one on; unsigned",
       "DSM: Narayanamoorthy et al., IEEE Trans. VLSI Systems 23(6), 2015",
       /*definesSigned=*/false,
       {{"m", "bits of a segment", nullptr, "integer"}},
       makeDynamicSegment},
      {"sdlc",
       "the array with its rows in clusters: partial products of a cluster and "
       "a column are ORed; unsigned",
       "significance-driven logic compression: Qiqieh et al., DATE 2017, whose "
       "clusters shrink with significance; here they end at a column",
       /*definesSigned=*/false,
       {{"depth", "rows a_i of a cluster", "2", "integer"},
        {"columns",
         "how many of the lowest columns are compressed; all by "
         "default",
         "auto", "integer"}},
       makeSdlc},
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
          printOperandTypes(lhs, rhs) + "; signed ones are sign_magnitude(" +
          family + ":" +
          printOperandTypes({lhs.bits, false}, {rhs.bits, false}) +
          printSpecParameters(parameters) + "):" + printOperandTypes(lhs, rhs));
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
  llvm::Expected<FamilyDefinition> definition = (*row)->make(spec);
  if (!definition)
    return definition.takeError();
  const ProductFunction &product = definition->product;
  std::vector<int32_t> table;
  table.reserve(size_t(spec.lhs.size()) * spec.rhs.size());
  for (uint32_t i = 0; i < spec.lhs.size(); ++i)
    for (uint32_t j = 0; j < spec.rhs.size(); ++j)
      table.push_back(product(spec.lhs.value(i), spec.rhs.value(j)));
  llvm::Expected<Multiplier> multiplier =
      Multiplier::create(spec.lhs, spec.rhs, std::move(table), spec.str());
  if (!multiplier)
    return multiplier;
  MultiplierMetadata metadata = multiplier->metadata();
  metadata.format = "family";
  metadata.description = (*row)->summary;
  metadata.cost.emplace();
  metadata.cost->gateEquivalents = definition->gates.equivalents();
  metadata.cost->source =
      "estimated from the structure: " + definition->gates.str();
  return multiplier->withMetadata(std::move(metadata));
}
