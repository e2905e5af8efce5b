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
#include "llvm/ADT/Twine.h"
#include <optional>

using namespace lutra::external;
using llvm::StringRef;

//===----------------------------------------------------------------------===//
// Words
//===----------------------------------------------------------------------===//

namespace {
/// Comments are blank and continued lines joined, as in translation phases 2
/// and 3 of the standard: a directive is one such line.
struct Line {
  /// Of the line it begins with.
  unsigned number = 1;
  /// Strings and character constants are kept in the one, blank in the other.
  std::string text, code;
};

class Splitter {
public:
  Splitter(StringRef source, CFile &file) : source(source), file(file) {}
  std::vector<Line> split();

private:
  StringRef source;
  CFile &file;
  std::vector<Line> lines = std::vector<Line>(1);
  enum { Code, LineComment, Block, String, Character } state = Code;

  /// The length of a backslash, white space and the end of a line at `from`, 0
  /// when something else is there.
  size_t continuationAt(size_t from) const;
  void add(char c, bool isCode) {
    lines.back().text += c;
    lines.back().code += isCode ? c : ' ';
  }
};
} // namespace

/// What a construct that reads files is refused with.
static void refuse(CFile &file, unsigned line, const llvm::Twine &what) {
  if (file.refusal.empty())
    file.refusal = ("has on line " + llvm::Twine(line) + " " + what).str();
}

size_t Splitter::continuationAt(size_t from) const {
  if (source[from] != '\\')
    return 0;
  size_t end = source.find_first_not_of(" \t\v\f", from + 1);
  return end != StringRef::npos && source[end] == '\n' ? end + 1 - from : 0;
}

/// R"(a string in which nothing is escaped and lines end)".
static bool beginsRawString(StringRef before) {
  size_t start = before.find_last_not_of("Ru8LU");
  StringRef prefix = before.drop_front(start + 1);
  if (start != StringRef::npos &&
      (llvm::isAlnum(before[start]) || before[start] == '_'))
    return false;
  return llvm::is_contained({"R", "u8R", "uR", "UR", "LR"}, prefix);
}

std::vector<Line> Splitter::split() {
  unsigned number = 1;
  for (size_t i = 0; i < source.size(); ++i) {
    if (size_t length = continuationAt(i)) {
      i += length - 1;
      ++number;
      continue;
    }
    char c = source[i], next = i + 1 < source.size() ? source[i + 1] : '\0';
    if (c == '\n') {
      ++number;
      // A comment is one blank, however many lines it has.
      if (state == Block)
        continue;
      state = Code;
      lines.emplace_back();
      lines.back().number = number;
    } else if (state == LineComment) {
      continue;
    } else if (state == Block) {
      if (c == '*' && next == '/') {
        state = Code;
        ++i;
      }
    } else if (state == Code) {
      if (c == '/' && (next == '/' || next == '*')) {
        state = next == '/' ? LineComment : Block;
        add(' ', true);
        ++i;
        continue;
      }
      if (c == '"' && beginsRawString(lines.back().code))
        refuse(file, number, "a raw string, which is not read");
      state = c == '"' ? String : c == '\'' ? Character : Code;
      add(c, true);
    } else {
      if (c == (state == String ? '"' : '\''))
        state = Code;
      add(c, false);
      if (c == '\\' && next != '\n' && next != '\0' && !continuationAt(i + 1)) {
        add(next, false);
        ++i;
      }
    }
  }
  return std::move(lines);
}

/// The file that "..." or <...> at the beginning of `text` names; false where
/// it names none.
static bool addInclude(StringRef text, CFile &file) {
  // A path of the system is not longer, and a line may hold many.
  constexpr size_t maxPath = 4096, maxPaths = 1024;
  text = text.ltrim().take_front(maxPath);
  if (file.quotedIncludes.size() + file.systemIncludes.size() == maxPaths) {
    if (file.refusal.empty())
      file.refusal =
          "includes more than " + std::to_string(maxPaths) + " files";
    return true;
  }
  if (text.consume_front("\""))
    file.quotedIncludes.insert(text.split('"').first.str());
  else if (text.consume_front("<"))
    file.systemIncludes.insert(text.split('>').first.str());
  else
    return false;
  return true;
}

static bool isWordPart(char c) { return llvm::isAlnum(c) || c == '_'; }

static void readDirective(const Line &line, CFile &file) {
  StringRef text = StringRef(line.text).ltrim();
  if (!text.consume_front("#"))
    text.consume_front("%:");
  text = text.ltrim();
  StringRef word = text.take_while(isWordPart);
  text = text.drop_front(word.size());
  if (llvm::is_contained({"import", "include_next", "embed"}, word))
    refuse(file, line.number, "an #" + word + ": expects #include");
  else if (word == "include" && !addInclude(text, file))
    refuse(file, line.number, "an #include of no file name");
  // `defined(__has_include)` asks for no file.
  size_t start = 0;
  while ((start = text.find("__has_", start)) != StringRef::npos) {
    text = text.drop_front(start);
    word = text.take_while(isWordPart);
    StringRef rest = text.drop_front(start = word.size()).ltrim();
    if (llvm::is_contained(
            {"__has_include", "__has_include_next", "__has_embed"}, word) &&
        rest.consume_front("(") && !addInclude(rest, file))
      refuse(file, line.number, "an " + word + " of no file name");
  }
}

using Words = std::vector<StringRef>;

/// Names, numbers and single marks of the lines that are no directives.
static Words splitWords(const std::vector<Line> &lines, CFile &file) {
  Words words;
  for (const Line &line : lines) {
    StringRef code = StringRef(line.code).ltrim();
    // The assembler's ways to read files.
    for (StringRef way : {".incbin", ".include"})
      if (StringRef(line.text).count(way) > code.count(way))
        refuse(file, line.number, "'" + way + "', which reads another file");
    if (code.starts_with("#") || code.starts_with("%:")) {
      readDirective(line, file);
      continue;
    }
    while (!(code = code.ltrim()).empty()) {
      StringRef word = code.take_while(isWordPart);
      if (word.empty())
        word = code.take_front(1);
      words.push_back(word);
      code = code.drop_front(word.size());
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
  std::vector<Line> lines = Splitter(text, file).split();
  Words words = splitWords(lines, file);
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
