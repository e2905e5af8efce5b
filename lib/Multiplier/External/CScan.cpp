//===- CScan.cpp - Functions of a C file, without a compiler --------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "CScan.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include <optional>

using namespace lutra::external;
using llvm::StringRef;

//===----------------------------------------------------------------------===//
// Words
//===----------------------------------------------------------------------===//

/// The text with comments, strings and character constants made blank, lines
/// kept; continued lines are joined.
static std::string blankComments(StringRef text) {
  std::string result;
  result.reserve(text.size());
  enum { Code, Line, Block, String, Character } state = Code;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i], next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (c == '\\' && next == '\n') {
      result += "  ";
      ++i;
      continue;
    }
    if (state == Code) {
      if (c == '/' && (next == '/' || next == '*')) {
        state = next == '/' ? Line : Block;
        result += ' ';
        ++i;
      } else {
        state = c == '"' ? String : c == '\'' ? Character : Code;
        result += c;
      }
      continue;
    }
    if (c == '\n' && state != Block)
      state = Code;
    else if (state == Block && c == '*' && next == '/')
      state = Code, ++i;
    else if ((state == String && c == '"') || (state == Character && c == '\''))
      state = Code;
    else if ((state == String || state == Character) && c == '\\')
      ++i;
    result += c == '\n' ? '\n' : ' ';
  }
  return result;
}

/// #include "x", of the original line: the blank one has lost its string.
static void readInclude(StringRef line, unsigned number, CFile &file) {
  if (!line.consume_front("#"))
    return;
  line = line.trim();
  if (!line.consume_front("include") ||
      (!line.empty() && llvm::isAlnum(line.front())))
    return;
  line = line.trim();
  if (line.consume_front("\""))
    file.quotedIncludes.insert(line.split('"').first.str());
  else if (line.consume_front("<"))
    file.systemIncludes.insert(line.split('>').first.str());
  else if (file.computedInclude == 0)
    file.computedInclude = number;
}

using Words = std::vector<StringRef>;

/// Names, numbers and single marks of the lines that are no directives.
static Words splitWords(StringRef text, StringRef original, CFile &file) {
  Words words;
  unsigned number = 0;
  while (!text.empty()) {
    auto [line, rest] = text.split('\n');
    text = rest;
    auto [originalLine, originalRest] = original.split('\n');
    original = originalRest;
    ++number;
    if (line.ltrim().starts_with("#")) {
      readInclude(originalLine.trim(), number, file);
      continue;
    }
    while (!(line = line.ltrim()).empty()) {
      StringRef word =
          line.take_while([](char c) { return llvm::isAlnum(c) || c == '_'; });
      if (word.empty())
        word = line.take_front(1);
      words.push_back(word);
      line = line.drop_front(word.size());
    }
  }
  return words;
}

static bool isName(StringRef word) {
  return llvm::isAlpha(word.front()) || word.front() == '_';
}

//===----------------------------------------------------------------------===//
// Types and functions
//===----------------------------------------------------------------------===//

/// The integer type of declaration words, nothing when they are of another.
static std::optional<CInteger> integerOf(llvm::ArrayRef<StringRef> words) {
  static const struct {
    const char *name;
    unsigned bits;
    bool isSigned;
  } fixed[] = {{"int8_t", 8, true},   {"uint8_t", 8, false},
               {"int16_t", 16, true}, {"uint16_t", 16, false},
               {"int32_t", 32, true}, {"uint32_t", 32, false},
               {"int64_t", 64, true}, {"uint64_t", 64, false}};
  CInteger type;
  type.text = llvm::join(words, " ");
  if (words.size() == 1)
    for (auto [name, bits, isSigned] : fixed)
      if (words.front() == name) {
        type.bits = bits;
        type.isSigned = isSigned;
        return type;
      }
  if (words.empty())
    return std::nullopt;
  type.bits = 32;
  type.isSigned = type.isGeneric = true;
  for (StringRef word : words) {
    if (word == "unsigned")
      type.isSigned = false;
    else if (word == "char" || word == "short")
      type.bits = word == "char" ? 8 : 16;
    else if (word == "long")
      type.bits = 64;
    else if (word != "signed" && word != "int")
      return std::nullopt;
  }
  type.isGeneric = type.bits > 8;
  return type;
}

/// "const uint64_t A" -> the type and "A".
static std::optional<std::pair<CInteger, std::string>>
readDeclarator(llvm::ArrayRef<StringRef> words) {
  llvm::SmallVector<StringRef> kept;
  for (StringRef word : words)
    if (!llvm::is_contained(llvm::ArrayRef<StringRef>(
                                {"const", "volatile", "register", "static",
                                 "inline", "extern", "__inline", "__inline__"}),
                            word))
      kept.push_back(word);
  // A parameter's name may be left out.
  if (auto type = integerOf(kept))
    return std::pair(*type, std::string());
  if (kept.size() < 2 || !isName(kept.back()))
    return std::nullopt;
  auto type = integerOf(llvm::ArrayRef(kept).drop_back());
  if (!type)
    return std::nullopt;
  return std::pair(*type, kept.back().str());
}

/// The function that the words in front of a body declare.
static std::optional<CFunction> readFunction(llvm::ArrayRef<StringRef> words) {
  auto open = llvm::find(words, "(");
  if (open == words.end() || words.back() != ")")
    return std::nullopt;
  auto head = readDeclarator(words.take_front(size_t(open - words.begin())));
  if (!head || head->second.empty())
    return std::nullopt;
  CFunction function;
  function.result = head->first;
  function.name = head->second;
  llvm::ArrayRef<StringRef> inner(open + 1, words.end() - 1);
  auto comma = llvm::find(inner, ",");
  if (comma == inner.end())
    return std::nullopt;
  size_t first = size_t(comma - inner.begin());
  llvm::ArrayRef<StringRef> parts[] = {inner.take_front(first),
                                       inner.drop_front(first + 1)};
  for (unsigned index : {0u, 1u}) {
    auto parameter = readDeclarator(parts[index]);
    if (!parameter)
      return std::nullopt;
    std::tie(function.types[index], function.parameters[index]) = *parameter;
  }
  return function;
}

CFile lutra::external::scanC(StringRef text) {
  CFile file;
  std::string blank = blankComments(text);
  Words words = splitWords(blank, text, file);
  size_t start = 0;
  unsigned depth = 0;
  std::string current;
  for (size_t i = 0; i < words.size(); ++i) {
    StringRef word = words[i];
    if (word == "{") {
      if (depth++ > 0)
        continue;
      current.clear();
      if (auto function =
              readFunction(llvm::ArrayRef(words).slice(start, i - start))) {
        current = function->name;
        file.functions.push_back(std::move(*function));
      }
    } else if (word == "}") {
      depth -= depth > 0;
      start = i + 1;
    } else if (word == ";" && depth == 0) {
      start = i + 1;
    } else if (depth > 0 && isName(word) && word != current) {
      file.used.insert(word.str());
    }
  }
  return file;
}
