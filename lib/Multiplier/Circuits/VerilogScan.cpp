//===- VerilogScan.cpp - What must be known before a tool runs ------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "VerilogScan.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

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

/// A path within the folder, of letters that no tool reads as anything else.
static bool isPlainPath(StringRef path) {
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
  for (VerilogPort &port : module.ports)
    if (port.name == name) {
      if (declaring && !port.isInput && !port.isOutput) {
        port = kind;
        port.name = name.str();
      }
      return;
    }
  if (place == Header) {
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

//===----------------------------------------------------------------------===//
// A design's files
//===----------------------------------------------------------------------===//

const VerilogModule &VerilogDesign::topModule() const {
  return *llvm::find_if(
      modules, [&](const VerilogModule &module) { return module.name == top; });
}

static std::string listModules(llvm::ArrayRef<VerilogModule> modules) {
  return llvm::join(
      llvm::map_range(modules.take_front(8),
                      [](const VerilogModule &module) { return module.name; }),
      ", ");
}

/// The module that is evaluated, one of the file's own.
static llvm::Expected<std::string>
chooseTop(llvm::ArrayRef<VerilogModule> modules, StringRef wanted) {
  llvm::SmallVector<VerilogModule> tops;
  for (const VerilogModule &module : modules) {
    if (module.name == wanted)
      return module.name;
    bool isInstance = llvm::any_of(modules, [&](const VerilogModule &other) {
      return &other != &module && other.instances.count(module.name);
    });
    if (!isInstance)
      tops.push_back(module);
  }
  if (modules.empty())
    return llvm::createStringError("holds no module");
  if (!wanted.empty())
    return llvm::createStringError("has no module '" + wanted +
                                   "' (has: " + listModules(modules) + ")");
  if (tops.size() != 1)
    return llvm::createStringError(
        "has " + Twine(tops.size()) + " top modules: " +
        listModules(tops.empty() ? modules : llvm::ArrayRef(tops)) +
        "; name the one to read");
  return tops.front().name;
}

namespace {
/// Copies files, each after a look at its words.
class Copier {
public:
  Copier(StringRef source, const external::ScratchFolder &folder)
      : folder(folder), source(source.str()) {}
  llvm::Expected<VerilogText> copy(StringRef name, StringRef text);
  /// A file beside the source; nothing when there is none.
  llvm::Expected<std::optional<VerilogText>> copyBeside(StringRef name);

private:
  const external::ScratchFolder &folder;
  /// Where the source lies.
  std::string source;
  std::set<std::string> copied;
};
} // namespace

llvm::Expected<VerilogText> Copier::copy(StringRef name, StringRef text) {
  llvm::Expected<VerilogText> result = scanVerilog(text);
  if (!result)
    return result.takeError();
  if (llvm::Error error = folder.write(name, text))
    return error;
  for (const std::string &include : result->includes) {
    llvm::Expected<std::optional<VerilogText>> included = copyBeside(include);
    if (!included)
      return included.takeError();
    if (*included)
      result->isSystemVerilog |= (*included)->isSystemVerilog;
    // Where none is beside it, the tool says so.
  }
  return result;
}

llvm::Expected<std::optional<VerilogText>> Copier::copyBeside(StringRef name) {
  if (!copied.insert(name.str()).second)
    return std::nullopt;
  if (copied.size() > 256)
    return llvm::createStringError("needs more than 256 files");
  llvm::SmallString<128> path(source);
  llvm::sys::path::append(path, name);
  if (!llvm::sys::fs::is_regular_file(path))
    return std::nullopt;
  auto buffer = llvm::MemoryBuffer::getFile(path);
  if (!buffer)
    return llvm::createStringError("needs file '" + path +
                                   "': " + buffer.getError().message());
  llvm::Expected<VerilogText> text = copy(name, (*buffer)->getBuffer());
  if (!text)
    return llvm::createStringError("needs file '" + path + "', which " +
                                   llvm::toString(text.takeError()));
  return std::optional(std::move(*text));
}

/// Cells of the FreePDK45 library that EvoApproxLib's netlists instantiate,
/// some of them without a definition.
static StringRef standardCell(StringRef name) {
  return llvm::StringSwitch<StringRef>(name)
      .Case("FAX1", "module FAX1(input A, B, C, output YC, YS);\n"
                    "  assign YC = (A & B) | (C & (A | B));\n"
                    "  assign YS = A ^ B ^ C;\nendmodule\n")
      .Case("HAX1", "module HAX1(input A, B, output YC, YS);\n"
                    "  assign YC = A & B;\n"
                    "  assign YS = A ^ B;\nendmodule\n")
      .Case("AND2X1", "module AND2X1(input A, B, output Y);\n"
                      "  assign Y = A & B;\nendmodule\n")
      .Case("OR2X1", "module OR2X1(input A, B, output Y);\n"
                     "  assign Y = A | B;\nendmodule\n")
      .Case("XOR2X1", "module XOR2X1(input A, B, output Y);\n"
                      "  assign Y = A ^ B;\nendmodule\n")
      .Case("NAND2X1", "module NAND2X1(input A, B, output Y);\n"
                       "  assign Y = ~(A & B);\nendmodule\n")
      .Case("NOR2X1", "module NOR2X1(input A, B, output Y);\n"
                      "  assign Y = ~(A | B);\nendmodule\n")
      .Case("INVX1", "module INVX1(input A, output Y);\n"
                     "  assign Y = ~A;\nendmodule\n")
      .Case("BUFX2", "module BUFX2(input A, output Y);\n"
                     "  assign Y = A;\nendmodule\n")
      .Default("");
}

/// Adds the definitions of standard cells that no file has.
static llvm::Error addStandardCells(VerilogDesign &design,
                                    const external::ScratchFolder &folder) {
  std::set<std::string> instances;
  for (const VerilogModule &module : design.modules)
    instances.insert(module.instances.begin(), module.instances.end());
  for (const VerilogModule &module : design.modules)
    instances.erase(module.name);
  std::string cells;
  for (const std::string &name : instances) {
    StringRef cell = standardCell(name);
    if (cell.empty())
      continue;
    cells += cell;
    design.standardCells.push_back(name);
  }
  if (cells.empty())
    return llvm::Error::success();
  design.files.push_back("lutra_cells.v");
  return folder.write(design.files.back(), cells);
}

llvm::Expected<VerilogDesign>
circuits::copyDesign(StringRef path, StringRef text, StringRef wantedTop,
                     const external::ScratchFolder &folder) {
  Copier copier(llvm::sys::path::parent_path(path), folder);
  VerilogDesign design;
  // A name of ours: the user's may hold anything.
  design.files = {"lutra_input.v"};
  llvm::Expected<VerilogText> main = copier.copy(design.files.front(), text);
  if (!main)
    return main.takeError();
  llvm::Expected<std::string> top = chooseTop(main->modules, wantedTop);
  if (!top)
    return top.takeError();
  design.top = *top;
  if (StringRef(design.top).starts_with("\\"))
    return llvm::createStringError("has the top module '" + design.top +
                                   "': expects a name of letters and digits");
  design.modules = main->modules;
  design.isSystemVerilog =
      main->isSystemVerilog || path.ends_with_insensitive(".sv");
  design.clockedLine = main->clockedLine;
  // The list grows while it is walked: a file beside may need others.
  for (size_t i = 0; i < design.modules.size(); ++i) {
    const std::set<std::string> instances = design.modules[i].instances;
    for (const std::string &name : instances) {
      bool known = llvm::any_of(design.modules, [&](const VerilogModule &m) {
        return m.name == name;
      });
      for (const char *extension : {".v", ".sv"}) {
        if (known || !isPlainPath(name))
          break;
        llvm::Expected<std::optional<VerilogText>> found =
            copier.copyBeside(name + extension);
        if (!found)
          return found.takeError();
        if (!*found)
          continue;
        known = true;
        design.files.push_back(name + extension);
        design.isSystemVerilog |=
            (*found)->isSystemVerilog || StringRef(extension) == ".sv";
        llvm::append_range(design.modules, (*found)->modules);
      }
    }
  }
  if (llvm::Error error = addStandardCells(design, folder))
    return error;
  return design;
}
