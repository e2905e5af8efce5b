//===- ShortText.cpp - What a diagnostic prints of long texts -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Implements shortText.
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/IR/ShortText.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;

/// Whether `byte` goes on with a character of UTF-8.
static bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

std::string approx::shortText(llvm::StringRef text, size_t limit) {
  constexpr llvm::StringLiteral dots = "...";
  if (text.size() <= limit)
    return text.str();
  size_t kept = limit - std::min(limit, dots.size());
  size_t front = kept - kept / 4, back = text.size() - kept / 4;
  while (front > 0 && continues(text[front]))
    --front;
  while (back < text.size() && continues(text[back]))
    ++back;
  return (text.take_front(front) + dots + text.drop_front(back)).str();
}

std::string approx::shortText(mlir::Attribute attribute, size_t limit) {
  std::string text;
  llvm::raw_string_ostream os(text);
  attribute.print(os);
  return shortText(text, limit);
}
