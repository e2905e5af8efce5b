//===- Compare.cpp - How multipliers are related --------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every relation is tried as it stands, from the simplest to the most
// involved. Unrelated tables differ within a few entries, so that the many
// tries cost next to nothing.
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Compare.h"
#include "lutra/Multiplier/Info.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"
#include <algorithm>
#include <cmath>

using namespace lutra;
using llvm::Twine;
namespace json = llvm::json;

//===----------------------------------------------------------------------===//
// Relations
//===----------------------------------------------------------------------===//

bool TableRelation::isEqual() const {
  return lhs == IndexOrder::Same && rhs == IndexOrder::Same && !transposed &&
         !reinterpreted && !wrapsSign && !isWrapped;
}

/// "bit order of both operands", "" when no operand is in that order.
static std::string describeOrder(const TableRelation &relation,
                                 IndexOrder order, const char *name) {
  bool lhs = relation.lhs == order, rhs = relation.rhs == order;
  if (!lhs && !rhs)
    return "";
  return std::string(name) + (lhs && rhs ? " of both operands"
                              : lhs      ? " of the first operand"
                                         : " of the second operand");
}

std::string TableRelation::str() const {
  if (isEqual())
    return "equal";
  if (wrapsSign)
    return transposed ? "sign-magnitude form of the transposed second"
                      : "sign-magnitude form of the second";
  if (isWrapped)
    return transposed ? "the second is the sign-magnitude form of the "
                        "transposed first"
                      : "the second is the sign-magnitude form of the first";
  llvm::SmallVector<std::string> parts;
  if (transposed)
    parts.push_back("transposition");
  if (reinterpreted)
    parts.push_back("signedness");
  for (auto [order, name] :
       {std::pair(IndexOrder::BitsReversed, "bit order"),
        std::pair(IndexOrder::OffsetBinary, "offset-binary order")})
    if (std::string part = describeOrder(*this, order, name); !part.empty())
      parts.push_back(part);
  return "equal up to " + llvm::join(parts, " and ");
}

/// New index of every index of an operand.
static std::vector<uint32_t> makeOrder(OperandType type, IndexOrder order) {
  std::vector<uint32_t> indices(type.size());
  for (uint32_t i = 0; i < type.size(); ++i) {
    switch (order) {
    case IndexOrder::Same:
      indices[i] = i;
      break;
    case IndexOrder::BitsReversed:
      indices[i] = llvm::reverseBits(i) >> (32 - type.bits);
      break;
    case IndexOrder::OffsetBinary:
      indices[i] = i ^ (type.size() / 2);
      break;
    }
  }
  return indices;
}

/// Whether `relation` (without wrapping) makes B into A; sets `reinterpreted`.
static bool holds(const Multiplier &a, const Multiplier &b,
                  TableRelation &relation) {
  OperandType lhs = a.lhs(), rhs = a.rhs();
  OperandType otherLhs = relation.transposed ? b.rhs() : b.lhs();
  OperandType otherRhs = relation.transposed ? b.lhs() : b.rhs();
  if (lhs.bits != otherLhs.bits || rhs.bits != otherRhs.bits)
    return false;
  relation.reinterpreted = lhs != otherLhs || rhs != otherRhs;
  uint32_t mask = (uint32_t(1) << (lhs.bits + rhs.bits)) - 1;
  std::vector<uint32_t> rows = makeOrder(lhs, relation.lhs);
  std::vector<uint32_t> columns = makeOrder(rhs, relation.rhs);
  // Products of tables of the same types have to be the same numbers, unless
  // the products, too, were read as another signedness.
  const int32_t *entry = a.table().data();
  for (uint32_t i = 0; i < lhs.size(); ++i)
    for (uint32_t j = 0; j < rhs.size(); ++j) {
      size_t at = relation.transposed
                      ? size_t(columns[j]) * lhs.size() + rows[i]
                      : size_t(rows[i]) * rhs.size() + columns[j];
      uint32_t difference = uint32_t(*entry++) ^ uint32_t(b.table()[at]);
      if (difference == 0)
        continue;
      if (difference & mask)
        return false;
      relation.reinterpreted = true;
    }
  return true;
}

/// Whether magnitudes of the values of `wrapped` but the lowest are values of
/// `type`, and no two encodings of one width are mixed up.
static bool canWrap(OperandType wrapped, OperandType type) {
  if (!wrapped.isSigned)
    return wrapped == type;
  return !type.isSigned &&
         (type.bits == wrapped.bits || type.bits + 1 == wrapped.bits);
}

/// Whether A(a, b) = sign(a) sign(b) B(|a|, |b|), or B(|b|, |a|).
static bool wrapsSignOf(const Multiplier &a, const Multiplier &b,
                        bool transposed) {
  OperandType lhs = a.lhs(), rhs = a.rhs();
  if (!lhs.isSigned && !rhs.isSigned)
    return false;
  if (!canWrap(lhs, transposed ? b.rhs() : b.lhs()) ||
      !canWrap(rhs, transposed ? b.lhs() : b.rhs()))
    return false;
  for (int32_t x = lhs.lo() + lhs.isSigned; x <= lhs.hi(); ++x)
    for (int32_t y = rhs.lo() + rhs.isSigned; y <= rhs.hi(); ++y) {
      int32_t product = transposed ? b(std::abs(y), std::abs(x))
                                   : b(std::abs(x), std::abs(y));
      if (a(x, y) != ((x < 0) != (y < 0) ? -product : product))
        return false;
    }
  return true;
}

/// Every relation but the wraps, the simplest first.
static llvm::ArrayRef<TableRelation> allRewritings() {
  static const std::vector<TableRelation> relations = [] {
    std::vector<TableRelation> list;
    constexpr IndexOrder orders[] = {IndexOrder::Same, IndexOrder::BitsReversed,
                                     IndexOrder::OffsetBinary};
    for (int changes = 0; changes <= 3; ++changes)
      for (bool transposed : {true, false})
        for (IndexOrder lhs : orders)
          for (IndexOrder rhs : orders) {
            if ((lhs != IndexOrder::Same) + (rhs != IndexOrder::Same) +
                    transposed !=
                changes)
              continue;
            TableRelation relation;
            relation.lhs = lhs;
            relation.rhs = rhs;
            relation.transposed = transposed;
            list.push_back(relation);
          }
    return list;
  }();
  return relations;
}

std::optional<TableRelation> lutra::findRelation(const Multiplier &a,
                                                 const Multiplier &b) {
  if (a.hash() == b.hash())
    return TableRelation();
  for (TableRelation relation : allRewritings())
    if (holds(a, b, relation))
      return relation;
  for (bool transposed : {false, true}) {
    TableRelation relation;
    relation.transposed = transposed;
    relation.wrapsSign = wrapsSignOf(a, b, transposed);
    relation.isWrapped = !relation.wrapsSign && wrapsSignOf(b, a, transposed);
    if (relation.wrapsSign || relation.isWrapped)
      return relation;
  }
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// Distances
//===----------------------------------------------------------------------===//

/// Probability per value of an operand; uniform over the common values without
/// a distribution.
static std::vector<double> probabilities(OperandType type, int32_t lo,
                                         int32_t hi,
                                         llvm::ArrayRef<double> weights) {
  std::vector<double> result;
  double sum = 0;
  for (int32_t value = lo; value <= hi; ++value) {
    result.push_back(weights.empty() ? 1.0 : weights[type.index(value)]);
    sum += result.back();
  }
  for (double &probability : result)
    probability /= sum;
  return result;
}

llvm::Expected<TableDifference>
lutra::computeDifference(const Multiplier &a, const Multiplier &b,
                         const OperandDistribution *distribution,
                         bool transposed) {
  OperandType otherLhs = transposed ? b.rhs() : b.lhs();
  OperandType otherRhs = transposed ? b.lhs() : b.rhs();
  if (distribution)
    for (const Multiplier *multiplier : {&a, &b})
      if (llvm::Error error = verifyDistribution(*multiplier, *distribution))
        return error;
  int32_t lhsLo = std::max(a.lhs().lo(), otherLhs.lo());
  int32_t lhsHi = std::min(a.lhs().hi(), otherLhs.hi());
  int32_t rhsLo = std::max(a.rhs().lo(), otherRhs.lo());
  int32_t rhsHi = std::min(a.rhs().hi(), otherRhs.hi());
  using Weights = llvm::ArrayRef<double>;
  std::vector<double> lhsP =
      probabilities(a.lhs(), lhsLo, lhsHi,
                    distribution ? Weights(distribution->lhs) : Weights());
  std::vector<double> rhsP =
      probabilities(a.rhs(), rhsLo, rhsHi,
                    distribution ? Weights(distribution->rhs) : Weights());

  TableDifference result;
  result.pairs = uint64_t(lhsP.size()) * rhsP.size();
  result.maxAbsolute = -1;
  for (int32_t x = lhsLo; x <= lhsHi; ++x)
    for (int32_t y = rhsLo; y <= rhsHi; ++y) {
      double p = lhsP[x - lhsLo] * rhsP[y - rhsLo];
      if (p == 0)
        continue;
      int32_t first = a(x, y), second = transposed ? b(y, x) : b(x, y);
      int64_t difference = int64_t(first) - second;
      result.differing += difference != 0 ? p : 0;
      result.meanAbsolute += p * double(std::abs(difference));
      result.mean += p * double(difference);
      if (std::abs(difference) > result.maxAbsolute) {
        result.maxAbsolute = std::abs(difference);
        result.lhs = x;
        result.rhs = y;
        result.first = first;
        result.second = second;
      }
    }
  return result;
}

std::vector<std::vector<size_t>>
lutra::findEqualTables(llvm::ArrayRef<Multiplier> multipliers) {
  std::vector<std::vector<size_t>> classes;
  for (size_t i = 0; i < multipliers.size(); ++i) {
    auto known = llvm::find_if(classes, [&](const std::vector<size_t> &row) {
      return multipliers[row.front()].hash() == multipliers[i].hash();
    });
    if (known != classes.end())
      known->push_back(i);
    else
      classes.push_back({i});
  }
  return classes;
}

//===----------------------------------------------------------------------===//
// JSON
//===----------------------------------------------------------------------===//

static const char *orderName(IndexOrder order) {
  switch (order) {
  case IndexOrder::Same:
    return "same";
  case IndexOrder::BitsReversed:
    return "bits reversed";
  case IndexOrder::OffsetBinary:
    return "offset binary";
  }
  llvm_unreachable("every order returns");
}

static json::Value relationJSON(const std::optional<TableRelation> &relation) {
  if (!relation)
    return nullptr;
  return json::Object{{"text", relation->str()},
                      {"equal", relation->isEqual()},
                      {"transposed", relation->transposed},
                      {"reinterpreted", relation->reinterpreted},
                      {"lhs_order", orderName(relation->lhs)},
                      {"rhs_order", orderName(relation->rhs)},
                      {"wraps_sign", relation->wrapsSign},
                      {"is_wrapped", relation->isWrapped}};
}

static json::Object differenceJSON(const TableDifference &difference) {
  return json::Object{
      {"pairs", difference.pairs},
      {"differing", difference.differing},
      {"mean_absolute", difference.meanAbsolute},
      {"mean", difference.mean},
      {"max_absolute", difference.maxAbsolute},
      {"at", json::Array{difference.lhs, difference.rhs}},
      {"products", json::Array{difference.first, difference.second}}};
}

llvm::Expected<json::Object>
lutra::compareInfo(llvm::ArrayRef<Multiplier> multipliers,
                   const OperandDistribution *distribution) {
  json::Array infos, classes, pairs;
  for (const Multiplier &multiplier : multipliers) {
    auto info = multiplierInfo(multiplier, distribution);
    if (!info)
      return info.takeError();
    infos.push_back(std::move(*info));
  }
  for (const std::vector<size_t> &members : findEqualTables(multipliers))
    classes.push_back(json::Array(members));
  for (size_t i = 0; i < multipliers.size(); ++i)
    for (size_t j = i + 1; j < multipliers.size(); ++j) {
      const Multiplier &a = multipliers[i], &b = multipliers[j];
      json::Object row{{"first", i},
                       {"second", j},
                       {"relation", relationJSON(findRelation(a, b))}};
      for (bool transposed : {false, true}) {
        auto difference = computeDifference(a, b, distribution, transposed);
        if (!difference)
          return difference.takeError();
        row[transposed ? "transposed_difference" : "difference"] =
            differenceJSON(*difference);
      }
      pairs.push_back(std::move(row));
    }
  json::Object result{{"multipliers", std::move(infos)},
                      {"equal", std::move(classes)},
                      {"pairs", std::move(pairs)}};
  result["distribution"] =
      distribution ? json::Value(json::fixUTF8(distribution->source))
                   : json::Value(nullptr);
  return result;
}
