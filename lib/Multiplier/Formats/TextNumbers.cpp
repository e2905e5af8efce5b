//===- TextNumbers.cpp - Lines of numbers ---------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "TextNumbers.h"
#include "llvm/ADT/Twine.h"

using namespace lutra;
using namespace lutra::formats;
using llvm::StringRef;

llvm::Error formats::parseNumbers(StringRef line,
                                  std::vector<int32_t> &numbers) {
  constexpr const char separators[] = " \t\r,;";
  while (!(line = line.ltrim(separators)).empty()) {
    StringRef token = line.take_front(line.find_first_of(separators));
    line = line.drop_front(token.size());
    StringRef digits = token;
    digits.consume_front("+");
    int32_t number;
    if (digits.empty() || digits.getAsInteger(10, number))
      return llvm::createStringError("expects integers of 32 bits, got '" +
                                     token.take_front(40) + "'");
    numbers.push_back(number);
  }
  return llvm::Error::success();
}

bool formats::failsToParse(StringRef line, std::vector<int32_t> &numbers) {
  llvm::Error error = parseNumbers(line, numbers);
  bool failed = bool(error);
  llvm::consumeError(std::move(error));
  return failed;
}
