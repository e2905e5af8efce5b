//===- CArray.cpp - Tables as arrays of C ---------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `const int32_t lut[256][256] = {{0, 0, ...}, ...};` as AdaPT and TransAxx
// write it. Only the initialiser is read: a brace-enclosed list of integer
// literals, nested once or flat.
//
//===----------------------------------------------------------------------===//
#include "RawMatrix.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;
using namespace lutra::formats;
using llvm::StringRef;
using llvm::Twine;

/// The text with comments and preprocessor lines blanked out; lines keep their
/// numbers.
static std::string withoutComments(StringRef text) {
  std::string result = text.str();
  auto blank = [&](size_t from, size_t to) {
    for (size_t i = from; i < std::min(to, result.size()); ++i)
      if (result[i] != '\n')
        result[i] = ' ';
  };
  bool lineStart = true;
  for (size_t i = 0; i < result.size();) {
    size_t end = i + 1;
    if (text.substr(i).starts_with("/*")) {
      end = text.find("*/", i + 2);
      end = end == StringRef::npos ? text.size() : end + 2;
      blank(i, end);
    } else if (text.substr(i).starts_with("//") ||
               (lineStart && text[i] == '#')) {
      end = std::min(text.find('\n', i), text.size());
      blank(i, end);
    } else if (text[i] == '\n') {
      lineStart = true;
    } else if (!llvm::isSpace(text[i])) {
      lineStart = false;
    }
    i = end;
  }
  return result;
}

namespace {

/// `name[...]... = {` and where the initialiser begins.
struct Declaration {
  StringRef name;
  std::vector<uint64_t> sizes;
  /// Of the opening brace.
  size_t begin;
};

} // namespace

static std::vector<Declaration> findDeclarations(StringRef text) {
  std::vector<Declaration> found;
  for (size_t equals = text.find('='); equals != StringRef::npos;
       equals = text.find('=', equals + 1)) {
    size_t begin = text.find_first_not_of(" \t\r\n", equals + 1);
    if (begin == StringRef::npos || text[begin] != '{')
      continue;
    Declaration declaration;
    declaration.begin = begin;
    StringRef before = text.take_front(equals).rtrim();
    while (before.consume_back("]")) {
      size_t open = before.rfind('[');
      if (open == StringRef::npos)
        break;
      uint64_t size = 0;
      before.drop_front(open + 1).trim().getAsInteger(0, size);
      declaration.sizes.insert(declaration.sizes.begin(), size);
      before = before.take_front(open).rtrim();
    }
    size_t start = before.size();
    while (start > 0 &&
           (llvm::isAlnum(before[start - 1]) || before[start - 1] == '_'))
      --start;
    declaration.name = before.drop_front(start);
    if (!declaration.sizes.empty() && !declaration.name.empty())
      found.push_back(std::move(declaration));
  }
  return found;
}

static size_t lineOf(StringRef text, size_t place) {
  return text.take_front(place).count('\n') + 1;
}

/// The literals of an initialiser, and how many stand in each inner list.
static llvm::Error parseInitialiser(StringRef text, size_t begin,
                                    std::vector<int32_t> &entries,
                                    std::vector<size_t> &rowSizes) {
  unsigned depth = 0;
  size_t rowStart = 0;
  for (size_t i = begin; i < text.size();) {
    char c = text[i];
    if (c == '{') {
      if (++depth > 2)
        return makeError("line " + Twine(lineOf(text, i)) +
                         ": expects lists nested once at most");
      rowStart = entries.size();
      ++i;
    } else if (c == '}') {
      if (depth == 2)
        rowSizes.push_back(entries.size() - rowStart);
      ++i;
      if (--depth == 0)
        return llvm::Error::success();
    } else if (c == ',' || llvm::isSpace(c)) {
      ++i;
    } else {
      size_t end = text.find_first_of(",{} \t\r\n;", i);
      StringRef token = text.slice(i, end);
      StringRef literal = token.rtrim("uUlL");
      bool isNegative = literal.consume_front("-");
      literal.consume_front("+");
      int64_t value;
      // As C reads it: 0x is hexadecimal and a leading 0 octal.
      if (literal.empty() || !llvm::isDigit(literal[0]) ||
          literal.getAsInteger(0, value) || value > INT32_MAX)
        return makeError("line " + Twine(lineOf(text, i)) +
                         ": expects an integer literal of 32 bits, got '" +
                         token.take_front(40) + "'");
      entries.push_back(int32_t(isNegative ? -value : value));
      i += token.size();
      if (token.empty())
        return makeError("line " + Twine(lineOf(text, i)) +
                         ": expects an integer literal, got '" + Twine(c) +
                         "'");
    }
  }
  return makeError("ends within the initialiser that begins in line " +
                   Twine(lineOf(text, begin)));
}

static llvm::Expected<FileTable> read(const TableSource &source,
                                      const ImportOptions &options) {
  std::string text = withoutComments(source.bytes);
  std::vector<Declaration> declarations = findDeclarations(text);
  llvm::SmallVector<StringRef> names;
  const Declaration *chosen = nullptr;
  for (const Declaration &declaration : declarations) {
    names.push_back(declaration.name);
    if (options.function.empty() || declaration.name == options.function)
      chosen = &declaration;
  }
  if (declarations.empty())
    return makeError("has no array with an initialiser, such as 'const int32_t "
                     "lut[256][256] = {...};'");
  if (!chosen)
    return makeError("has no array '" + Twine(options.function) +
                     "' (it has: " + llvm::join(names, ", ") + ")");
  if (options.function.empty() && declarations.size() > 1)
    return makeError("has several arrays (" + llvm::join(names, ", ") +
                     "): state which one");
  RawMatrix matrix;
  std::vector<size_t> rowSizes;
  if (llvm::Error error =
          parseInitialiser(text, chosen->begin, matrix.entries, rowSizes))
    return error;
  if (!rowSizes.empty()) {
    matrix.rows = rowSizes.size();
    matrix.columns = rowSizes[0];
    for (auto [row, size] : llvm::enumerate(rowSizes))
      if (size != matrix.columns)
        return makeError("array '" + chosen->name + "' has " + Twine(size) +
                         " entries in row " + Twine(row) + ", expects " +
                         Twine(matrix.columns) + " as in the rows before it");
    if (matrix.entries.size() != matrix.rows * matrix.columns)
      return makeError("array '" + chosen->name +
                       "' has entries outside its rows");
  } else if (chosen->sizes.size() == 2) {
    matrix.rows = chosen->sizes[0];
    matrix.columns = chosen->sizes[1];
  } else {
    std::optional<OperandTypes> types = statedTypes(options);
    if (!types)
      types = inferSquare(matrix.entries.size(), options);
    if (!types)
      return makeError("array '" + chosen->name + "' has " +
                       Twine(matrix.entries.size()) +
                       " entries, which is no table of two operands of one "
                       "width; state the widths");
    matrix.rows = types->first.size();
    matrix.columns = types->second.size();
  }
  if (matrix.entries.size() / std::max<uint64_t>(matrix.columns, 1) !=
          matrix.rows ||
      matrix.entries.size() % std::max<uint64_t>(matrix.columns, 1))
    return makeError("array '" + chosen->name + "' has " +
                     Twine(matrix.entries.size()) + " entries, expects " +
                     Twine(matrix.rows) + " x " + Twine(matrix.columns));
  std::string name = chosen->name.str();
  llvm::Expected<FileTable> table = readMatrix(std::move(matrix), options);
  if (table)
    table->metadata.description =
        "array '" + name + "', " + table->metadata.description;
  return table;
}

static bool matches(StringRef bytes) {
  StringRef head = bytes.take_front(1 << 16);
  if (head.contains('\0') || !head.contains('{') || !head.contains('['))
    return false;
  std::string text = withoutComments(head);
  return !findDeclarations(text).empty();
}

static llvm::Error write(const Multiplier &multiplier, llvm::raw_ostream &os) {
  uint32_t rows = multiplier.lhs().size(), columns = multiplier.rhs().size();
  os << "// AM(a, b) = lut[a & " << rows - 1 << "][b & " << columns - 1
     << "], operands " << multiplier.lhs().str() << " x "
     << multiplier.rhs().str() << ", sha256 " << multiplier.hash()
     << "\n#include <stdint.h>\n\nstatic const int32_t lut[" << rows << "]["
     << columns << "] = {\n";
  for (uint32_t row = 0; row < rows; ++row) {
    os << "    {";
    for (uint32_t column = 0; column < columns; ++column)
      os << (column ? ", " : "")
         << multiplier.table()[size_t(row) * columns + column];
    os << (row + 1 < rows ? "},\n" : "}};\n");
  }
  return llvm::Error::success();
}

TableFormat formats::cArray() {
  return {"c-array",
          {".h"},
          "C array with its initialiser, int32_t lut[256][256] = {{...}, ...}; "
          "or flat",
          matches,
          read,
          write};
}
