//===- Wrappers.cpp - Multipliers made of other multipliers ---------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Wrappers.h"
#include "lutra/Multiplier/Families.h"
#include "llvm/ADT/StringExtras.h"

using namespace lutra;
using llvm::StringRef;
using llvm::Twine;

/// A multiplier with the cost and order of `inner`, which it is made of.
static llvm::Expected<Multiplier> finish(llvm::Expected<Multiplier> made,
                                         MultiplierMetadata metadata) {
  if (!made)
    return made;
  metadata.format = "wrapper";
  if (metadata.encoding.empty())
    metadata.encoding = made->metadata().encoding;
  return made->withMetadata(std::move(metadata));
}

llvm::Expected<Multiplier> lutra::transpose(const Multiplier &inner) {
  OperandType lhs = inner.rhs(), rhs = inner.lhs();
  std::vector<int32_t> table;
  table.reserve(inner.table().size());
  for (uint32_t row = 0; row < lhs.size(); ++row)
    for (uint32_t column = 0; column < rhs.size(); ++column)
      table.push_back(inner.table()[size_t(column) * lhs.size() + row]);
  MultiplierMetadata metadata = inner.metadata();
  metadata.operandOrder =
      metadata.operandOrder == "transposed" ? "as in the source" : "transposed";
  return finish(Multiplier::create(lhs, rhs, std::move(table),
                                   "transpose(" + inner.name() + ")"),
                std::move(metadata));
}

/// Operands come as sign and magnitude; the product goes into a sum of two's
/// complement numbers as itself or complemented, its +1 being the adder's
/// carry: an XOR per bit, and one for the sign of two signed operands.
static void addSignLogic(HardwareCost &cost, const Multiplier &inner,
                         bool bothSigned) {
  if (!cost.gateEquivalents) {
    cost.source += " (sign logic not counted)";
    return;
  }
  unsigned gates = inner.lhs().bits + inner.rhs().bits + bothSigned;
  *cost.gateEquivalents += gates;
  cost.source += "; " + std::to_string(gates) + " gates of sign logic";
  if (cost.areaUm2 || cost.powerMW || cost.delayNs)
    cost.source += ", which the other numbers leave out";
}

llvm::Expected<Multiplier>
lutra::signMagnitude(const Multiplier &inner,
                     std::optional<OperandTypes> types) {
  if (inner.lhs().isSigned || inner.rhs().isSigned)
    return llvm::createStringError(
        "sign_magnitude expects a multiplier of unsigned operands, got '" +
        inner.name() + "' of " + inner.lhs().str() + " x " + inner.rhs().str());
  OperandType lhs{inner.lhs().bits, true}, rhs = inner.rhs();
  if (types)
    std::tie(lhs, rhs) = *types;
  if (!lhs.isSigned && !rhs.isSigned)
    return llvm::createStringError(
        "sign_magnitude expects a signed operand, got " +
        printOperandTypes(lhs, rhs));
  for (auto [type, magnitude] :
       {std::pair(lhs, inner.lhs()), std::pair(rhs, inner.rhs())})
    if (type.bits > magnitude.bits)
      return llvm::createStringError(
          "sign_magnitude of " + printOperandTypes(lhs, rhs) +
          " needs magnitudes of " + Twine(type.bits) + " bits, got '" +
          inner.name() + "' of " + inner.lhs().str() + " x " +
          inner.rhs().str());
  std::vector<int32_t> table;
  table.reserve(size_t(lhs.size()) * rhs.size());
  for (uint32_t row = 0; row < lhs.size(); ++row)
    for (uint32_t column = 0; column < rhs.size(); ++column) {
      int32_t a = lhs.value(row), b = rhs.value(column);
      int32_t magnitude = inner(std::abs(a), std::abs(b));
      table.push_back((a < 0) != (b < 0) ? -magnitude : magnitude);
    }
  MultiplierMetadata metadata = inner.metadata();
  metadata.encoding = "sign-magnitude";
  if (metadata.cost)
    addSignLogic(*metadata.cost, inner, lhs.isSigned && rhs.isSigned);
  std::string name =
      "sign_magnitude(" + inner.name() + "):" + printOperandTypes(lhs, rhs);
  return finish(Multiplier::create(lhs, rhs, std::move(table), name),
                std::move(metadata));
}

static llvm::Expected<Multiplier>
makeTransposed(const Multiplier &inner, std::optional<OperandTypes> types) {
  if (types)
    return llvm::createStringError(
        "transpose takes no operand types of its own, got ':" +
        printOperandTypes(types->first, types->second) + "'");
  return transpose(inner);
}

llvm::ArrayRef<Wrapper> lutra::allWrappers() {
  static const Wrapper wrappers[] = {
      {"sign_magnitude",
       "sign(a) sign(b) AM(|a|, |b|) of an unsigned multiplier, the sign of 0 "
       "being +; operand types may follow, by default the first operand is "
       "signed and the second is not",
       /*takesTypes=*/true, signMagnitude},
      {"transpose", "AM(b, a): the operands exchanged",
       /*takesTypes=*/false, makeTransposed},
  };
  return wrappers;
}

/// Whether `text` is a word of letters, digits and underscores.
static bool isWord(StringRef text) {
  return !text.empty() && llvm::all_of(text, [](char c) {
    return llvm::isAlnum(c) || c == '_';
  });
}

std::optional<WrappedText> lutra::splitWrapper(StringRef text) {
  size_t open = text.find('(');
  if (open == StringRef::npos || !isWord(text.take_front(open)))
    return std::nullopt;
  WrappedText result;
  result.wrapper = text.take_front(open);
  unsigned depth = 0;
  for (size_t i = open; i < text.size(); ++i) {
    depth += text[i] == '(';
    if (text[i] != ')' || --depth)
      continue;
    result.inner = text.slice(open + 1, i);
    result.suffix = text.drop_front(i + 1);
    result.isBalanced = true;
    break;
  }
  return result;
}
