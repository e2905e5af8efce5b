//===- VerilogScan.cpp - What must be known before a tool runs ------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "VerilogScan.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <optional>

using namespace lutra;
using namespace lutra::circuits;
using llvm::StringRef;
using llvm::Twine;

//===----------------------------------------------------------------------===//
// Words
//===----------------------------------------------------------------------===//

namespace {
struct Token {
  enum Kind { End, Word, System, Directive, String, Other } kind = End;
  /// Of a string what is between the quotes, of the others all of it.
  StringRef text;
  unsigned line = 0;

  bool is(StringRef word) const {
    return (kind == Word || kind == Other) && text == word;
  }
};

bool isWordStart(char c) { return llvm::isAlpha(c) || c == '_'; }
bool isWordPart(char c) { return llvm::isAlnum(c) || c == '_' || c == '$'; }

/// Comments are dropped; numbers and punctuation are Other.
class Lexer {
public:
  explicit Lexer(StringRef text) : rest(text) {}
  Token next();

private:
  StringRef rest;
  unsigned line = 1;

  StringRef take(size_t length) {
    StringRef taken = rest.take_front(length);
    line += unsigned(taken.count('\n'));
    rest = rest.drop_front(taken.size());
    return taken;
  }
  /// The length of the longest beginning, after `from`, that `test` holds for.
  template <typename F>
  size_t lengthWhile(size_t from, F test) const {
    while (from < rest.size() && test(rest[from]))
      ++from;
    return from;
  }
  void skipSpace();
};
} // namespace

void Lexer::skipSpace() {
  while (!rest.empty()) {
    if (llvm::isSpace(rest.front())) {
      take(1);
    } else if (rest.starts_with("//")) {
      take(std::min(rest.find('\n'), rest.size()));
    } else if (rest.starts_with("/*")) {
      size_t end = rest.find("*/", 2);
      take(end == StringRef::npos ? rest.size() : end + 2);
    } else {
      return;
    }
  }
}

Token Lexer::next() {
  skipSpace();
  if (rest.empty())
    return {};
  Token token;
  token.line = line;
  char c = rest.front();
  if (isWordStart(c)) {
    token.kind = Token::Word;
    token.text = take(lengthWhile(1, isWordPart));
  } else if (c == '\\') {
    // An escaped name ends at white space.
    token.kind = Token::Word;
    token.text = take(lengthWhile(1, [](char d) { return !llvm::isSpace(d); }));
  } else if (c == '$' || c == '`') {
    token.kind = c == '$' ? Token::System : Token::Directive;
    token.text = take(lengthWhile(1, isWordPart));
  } else if (c == '"') {
    token.kind = Token::String;
    size_t end = 1;
    while (end < rest.size() && rest[end] != '"' && rest[end] != '\n')
      end += rest[end] == '\\' ? 2 : 1;
    token.text = take(std::min(end + 1, rest.size())).drop_front();
    token.text.consume_back("\"");
  } else {
    // 8'hff is one number; the letters of its base are no word.
    token.kind = Token::Other;
    size_t end = 1;
    if (c == '\'' || llvm::isDigit(c))
      end = lengthWhile(1, [](char d) {
        return llvm::isAlnum(d) || d == '_' || d == '\'' || d == '?';
      });
    token.text = take(end);
  }
  return token;
}

//===----------------------------------------------------------------------===//
// What a source may not say
//===----------------------------------------------------------------------===//

/// Functions of their arguments alone.
static constexpr StringRef allowedFunctions[] = {
    "$signed", "$unsigned", "$clog2", "$bits",      "$size",
    "$left",   "$right",    "$high",  "$low",       "$pow",
    "$floor",  "$ceil",     "$rtoi",  "$countones", "$onehot"};

static llvm::Error refuse(unsigned line, const Twine &what) {
  return llvm::createStringError("has on line " + Twine(line) + " " + what);
}

bool circuits::isPlainPath(StringRef path) {
  for (char c : path)
    if (!llvm::isAlnum(c) && !StringRef("_-./").contains(c))
      return false;
  llvm::SmallVector<StringRef> parts;
  path.split(parts, '/');
  return llvm::all_of(parts, [](StringRef part) {
    return !part.empty() && part.front() != '.' && part.front() != '-';
  });
}

static llvm::Error checkToken(const Token &token, const Token &next,
                              VerilogText &result) {
  if (token.kind == Token::System &&
      !llvm::is_contained(allowedFunctions, token.text))
    return refuse(token.line,
                  "'" + token.text +
                      "': expects a circuit, which uses no system "
                      "task (of system functions only " +
                      llvm::join(llvm::ArrayRef(allowedFunctions), ", ") + ")");
  if (token.kind == Token::Directive && token.text == "`")
    return refuse(token.line,
                  "a macro that pastes words (``), which is not read");
  if (token.is("import") || token.is("export") || token.is("bind"))
    return refuse(token.line, "'" + token.text +
                                  "', which is not read: expects modules only");
  if (token.kind == Token::Directive && token.text == "`include") {
    if (next.kind != Token::String || !isPlainPath(next.text))
      return refuse(token.line,
                    "an `include of " +
                        (next.kind == Token::String
                             ? "'" + next.text.substr(0, 80) + "'"
                             : Twine("no file name")) +
                        ": expects a path within the file's own folder");
    result.includes.insert(next.text.str());
  }
  static const llvm::StringSet<> systemVerilog = {
      "logic",     "always_comb", "always_ff", "always_latch", "typedef",
      "interface", "package",     "byte",      "int",          "unique"};
  if (token.kind == Token::Word && systemVerilog.contains(token.text))
    result.isSystemVerilog = true;
  if ((token.is("posedge") || token.is("negedge") || token.is("always_ff") ||
       token.is("always_latch")) &&
      result.clockedLine == 0)
    result.clockedLine = token.line;
  return llvm::Error::success();
}

//===----------------------------------------------------------------------===//
// Modules and their ports
//===----------------------------------------------------------------------===//

namespace {
/// Follows the words of one module.
class ModuleReader {
public:
  explicit ModuleReader(VerilogModule &module) : module(module) {}
  void read(const Token &token, const Token &next);

private:
  VerilogModule &module;
  /// Where a port is in the module's list.
  llvm::StringMap<size_t> placeOf;
  enum { Name, Header, Body } place = Name;
  /// Within ( ) and [ ]; within #( ) of the header the depth of its outside.
  int round = 0, square = 0, parameters = -1;
  /// Set from a direction to the end of its declaration.
  bool declaring = false;
  VerilogPort kind;
  /// Within function or task, whose inputs are no ports.
  bool inFunction = false;
  Token last;

  void declare(StringRef name);
  void readHeaderOrPorts(const Token &token);
};
} // namespace

/// Old-style headers name the ports first and declare them in the body.
void ModuleReader::declare(StringRef name) {
  if (auto known = placeOf.find(name); known != placeOf.end()) {
    VerilogPort &port = module.ports[known->second];
    if (declaring && !port.isInput && !port.isOutput) {
      port = kind;
      port.name = name.str();
    }
  } else if (place == Header) {
    placeOf[name] = module.ports.size();
    module.ports.push_back(declaring ? kind : VerilogPort());
    module.ports.back().name = name.str();
  }
}

void ModuleReader::readHeaderOrPorts(const Token &token) {
  static const llvm::StringSet<> kinds = {
      "wire", "reg", "logic", "unsigned", "var", "integer", "bit", "tri"};
  if (token.is("input") || token.is("output") || token.is("inout")) {
    declaring = true;
    kind = {};
    kind.isInput = token.text != "output";
    kind.isOutput = token.text != "input";
    return;
  }
  if (token.is("signed")) {
    kind.isSigned = true;
    return;
  }
  if (token.is(";"))
    declaring = false;
  bool isName = token.kind == Token::Word && !kinds.contains(token.text) &&
                square == 0 && (place == Header ? round == 1 : round == 0);
  // "output reg p = 0": what follows "=" is no port.
  if (isName && (declaring || place == Header) && !last.is("="))
    declare(token.text);
}

void ModuleReader::read(const Token &token, const Token &next) {
  if (token.is("function") || token.is("task"))
    inFunction = true;
  if (token.is("endfunction") || token.is("endtask"))
    inFunction = false;
  if (place == Name && token.kind == Token::Word) {
    if (module.name.empty() && !token.is("automatic") && !token.is("static"))
      module.name = token.text.str();
  }
  if (token.is("("))
    ++round;
  if (token.is("["))
    ++square;
  if (place == Name && token.is("#") && parameters < 0)
    parameters = round;
  if (place == Name && token.is("(") && !last.is("#") && parameters != 0 &&
      round == 1)
    place = Header;
  if (token.is(")")) {
    --round;
    // #( ... ) is over; the next parenthesis is the header's.
    if (place == Name && parameters == round)
      parameters = -1;
  }
  if (token.is("]"))
    --square;
  if (place != Name && !inFunction && parameters < 0)
    readHeaderOrPorts(token);
  if (token.is(";") && place != Body && round == 0) {
    place = Body;
    declaring = false;
  }
  if (place == Body && !inFunction && token.kind == Token::Word &&
      (next.kind == Token::Word || next.is("#")))
    module.instances.insert(token.text.str());
  last = token;
}

llvm::Expected<VerilogText> circuits::scanVerilog(StringRef text) {
  VerilogText result;
  Lexer lexer(text);
  std::optional<ModuleReader> reader;
  Token token = lexer.next();
  while (token.kind != Token::End) {
    Token next = lexer.next();
    if (llvm::Error error = checkToken(token, next, result))
      return error;
    if (token.is("module") || token.is("macromodule")) {
      result.modules.emplace_back();
      reader.emplace(result.modules.back());
    } else if (token.is("endmodule")) {
      reader.reset();
    } else if (reader && token.kind != Token::Directive) {
      reader->read(token, next);
    }
    token = next;
  }
  return result;
}
