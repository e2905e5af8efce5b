//===- ImportOptionsText.cpp - Import options as people write them --------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/ImportOptionsText.h"
#include "lutra/Multiplier/Families.h"
#include "lutra/Multiplier/Spec.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <cmath>

using namespace lutra;
using llvm::StringRef;
using llvm::Twine;

static llvm::Error expects(const Twine &what, StringRef value) {
  return llvm::createStringError("expects " + what + ", got '" + value + "'");
}

static llvm::Error setTypes(ImportOptions &options, StringRef value) {
  llvm::Expected<OperandTypes> types = parseOperandTypes(value);
  if (!types)
    return types.takeError();
  options.types = *types;
  return llvm::Error::success();
}

static llvm::Error setBits(ImportOptions &options, StringRef value) {
  auto [left, right] = value.split('x');
  unsigned lhs = 0, rhs = 0;
  if (left.getAsInteger(10, lhs) ||
      (right.empty() ? left : right).getAsInteger(10, rhs) ||
      value.ends_with("x") || std::min(lhs, rhs) < OperandType::minBits ||
      std::max(lhs, rhs) > OperandType::maxBits)
    return expects("widths from " + Twine(OperandType::minBits) + " to " +
                       Twine(OperandType::maxBits) + " such as '8' or '8x4'",
                   value);
  options.bits = {lhs, rhs};
  return llvm::Error::success();
}

static std::optional<bool> parseBool(StringRef value) {
  if (value == "true" || value.empty())
    return true;
  if (value == "false")
    return false;
  return std::nullopt;
}

static llvm::Error setSigned(ImportOptions &options, StringRef value) {
  options.isSigned = parseBool(value);
  return options.isSigned ? llvm::Error::success()
                          : expects("true or false", value);
}

static llvm::Error setTranspose(ImportOptions &options, StringRef value) {
  std::optional<bool> transpose = parseBool(value);
  if (!transpose)
    return expects("true or false", value);
  options.transpose = *transpose;
  return llvm::Error::success();
}

static llvm::Error setOrder(ImportOptions &options, StringRef value) {
  for (auto [name, order] :
       {std::pair("auto", TableOrder::Auto),
        std::pair("twos-complement", TableOrder::TwosComplement),
        std::pair("offset-binary", TableOrder::OffsetBinary)})
    if (value == name) {
      options.order = order;
      return llvm::Error::success();
    }
  return expects("auto, twos-complement or offset-binary", value);
}

static llvm::Error setFormat(ImportOptions &options, StringRef value) {
  options.format = value.str(); // the reader knows which there are
  return llvm::Error::success();
}

static llvm::Error setFunction(ImportOptions &options, StringRef value) {
  options.function = value.str();
  return llvm::Error::success();
}

static llvm::Error setPorts(ImportOptions &options, StringRef value) {
  llvm::SmallVector<StringRef, 3> names;
  value.split(names, ',');
  if (names.size() != 3)
    return expects("the ports of first operand, second operand and product, "
                   "such as 'a,b,p', each empty where it is to be inferred",
                   value);
  options.lhsPort = names[0].trim().str();
  options.rhsPort = names[1].trim().str();
  options.productPort = names[2].trim().str();
  return llvm::Error::success();
}

static llvm::Error setTimeLimit(ImportOptions &options, StringRef value) {
  double seconds = 0;
  if (value.getAsDouble(seconds) || !(seconds > 0 && seconds <= 1e6))
    return expects("a positive number of seconds", value);
  options.timeLimitSeconds = seconds;
  return llvm::Error::success();
}

llvm::ArrayRef<ImportOption> lutra::allImportOptions() {
  static const ImportOption table[] = {
      {"types", "s8xu8", "Operand types", setTypes},
      {"bits", "8x4", "Widths of the operands", setBits},
      {"signed", "true|false", "Whether the operands are signed", setSigned},
      {"transpose", "true|false",
       "Exchange the operands: AM(a, b) = file(b, a)", setTranspose},
      {"order", "auto|twos-complement|offset-binary",
       "Order of the rows and columns of signed operands", setOrder},
      {"format", "name", "Read the file in this format (see approx-lut list)",
       setFormat},
      {"function", "name", "C function, Verilog module or BLIF model to read",
       setFunction},
      {"ports", "a,b,p", "Ports of a circuit: operands and product", setPorts},
      {"time-limit", "seconds",
       "Limit of each external program's time (default 60)", setTimeLimit},
  };
  return table;
}

llvm::Error lutra::setImportOption(ImportOptions &options, StringRef name,
                                   StringRef value) {
  llvm::SmallVector<StringRef> names;
  for (const ImportOption &option : allImportOptions()) {
    names.push_back(option.name);
    if (name != option.name)
      continue;
    if (llvm::Error error = option.set(options, value))
      return llvm::createStringError("option '" + name + "' " +
                                     llvm::toString(std::move(error)));
    return llvm::Error::success();
  }
  return llvm::createStringError("unknown import option '" + name + "'" +
                                 suggestName(name, names) +
                                 " (known: " + llvm::join(names, ", ") + ")");
}

llvm::Expected<ImportOptions>
lutra::parseImportOptions(const llvm::json::Object &object) {
  ImportOptions options;
  for (const auto &[key, value] : object) {
    std::string name = StringRef(key).str();
    std::replace(name.begin(), name.end(), '_', '-');
    std::string text;
    if (value.kind() == llvm::json::Value::Null)
      continue;
    if (std::optional<StringRef> string = value.getAsString())
      text = string->str();
    else if (std::optional<bool> boolean = value.getAsBoolean())
      text = *boolean ? "true" : "false";
    else if (std::optional<int64_t> integer = value.getAsInteger())
      text = std::to_string(*integer);
    else if (std::optional<double> number = value.getAsNumber())
      text = std::to_string(*number);
    else
      return llvm::createStringError("import option '" + name +
                                     "' expects text, a number or a boolean");
    if (llvm::Error error = setImportOption(options, name, text))
      return error;
  }
  return options;
}
