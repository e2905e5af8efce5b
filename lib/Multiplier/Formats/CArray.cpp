//===- CArray.cpp - Tables as arrays of C ---------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `const int32_t lut[256][256] = {{0, 0, ...}, ...};` as AdaPT and TransAxx
// write it. Read are the type of the elements, the sizes where they are
// literals, and the initialiser: a brace-enclosed list of integer literals,
// nested once or flat.
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

/// What an element of an array holds; literals are converted to it as C does.
struct ElementType {
  unsigned bits = 64;
  bool isSigned = true;
};

/// `type name[...]... = {` and where the initialiser begins.
struct Declaration {
  StringRef name;
  ElementType type;
  /// 0 where a size is no literal.
  std::vector<uint64_t> sizes;
  /// Of the opening brace.
  size_t begin;
};

} // namespace

/// The element type that the words before an array's name state. A type of
/// another name (a typedef) is taken to hold every literal.
static ElementType elementType(StringRef words) {
  static constexpr struct {
    StringRef name;
    unsigned bits;
  } sizes[] = {{"int8_t", 8}, {"int16_t", 16}, {"int32_t", 32},
               {"char", 8},   {"short", 16},   {"int", 32},
               {"long", 64},  {"int64_t", 64}};
  ElementType type;
  bool isUnsigned = false, isKnown = false;
  llvm::SmallVector<StringRef> list;
  words.split(list, ' ', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  for (StringRef word : list) {
    word = word.trim();
    if (size_t scope = word.rfind(':'); scope != StringRef::npos)
      word = word.drop_front(scope + 1); // of "std::int32_t"
    isUnsigned |= word == "unsigned";
    StringRef base = word;
    bool isPrefixed = base.ends_with("_t") && base.consume_front("u");
    for (const auto &row : sizes) {
      // "short int" is short, "long int" is long.
      if (base != row.name || (isKnown && word == "int"))
        continue;
      type.bits = row.bits;
      isUnsigned |= isPrefixed;
      isKnown = true;
    }
  }
  if (isUnsigned && !isKnown)
    type.bits = 32;
  type.isSigned = !isUnsigned;
  return type;
}

/// A literal's value as an element; nothing where int32 does not hold it.
static std::optional<int32_t> convert(int64_t value, ElementType type) {
  uint64_t pattern =
      uint64_t(value) & llvm::maskTrailingOnes<uint64_t>(type.bits);
  int64_t converted =
      type.isSigned ? llvm::SignExtend64(pattern, type.bits) : int64_t(pattern);
  if (converted != int32_t(converted))
    return std::nullopt;
  return int32_t(converted);
}

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
    // One more than is taken, so that the reader can say so.
    while (declaration.sizes.size() < 3 && before.consume_back("]")) {
      // Not beyond the declaration: another may be all that is in front.
      size_t open = before.find_last_of("[]{}=;");
      if (open == StringRef::npos || before[open] != '[')
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
    size_t first = before.take_front(start).find_last_of(";{}()=\n") + 1;
    declaration.type = elementType(before.slice(first, start));
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
                                    ElementType type,
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
      int64_t value = 0;
      std::optional<int32_t> element;
      // As C reads it: 0x is hexadecimal and a leading 0 octal.
      if (!literal.empty() && llvm::isDigit(literal[0]) &&
          !literal.getAsInteger(0, value) && value <= UINT32_MAX)
        element = convert(isNegative ? -value : value, type);
      if (!element)
        return makeError("line " + Twine(lineOf(text, i)) +
                         ": expects an integer literal of 32 bits, got '" +
                         token.take_front(40) + "'");
      entries.push_back(*element);
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

/// Rows and columns, from the initialiser's lists, the declared sizes, the
/// options or the number of entries; what is known twice must agree. Errors are
/// continued from "array 'x' ".
static llvm::Error findShape(const Declaration &array,
                             llvm::ArrayRef<size_t> rowSizes,
                             const ImportOptions &options, RawMatrix &matrix) {
  llvm::ArrayRef<uint64_t> sizes = array.sizes;
  uint64_t entries = matrix.entries.size();
  if (sizes.size() > 2)
    return makeError("has more than two dimensions, expects lut[2^L][2^R] or "
                     "lut[4^n]");
  uint64_t rows = sizes.size() == 2 ? sizes[0] : 0;
  uint64_t columns = sizes.size() == 2 ? sizes[1] : 0;
  if (!rowSizes.empty()) {
    for (auto [row, size] : llvm::enumerate(rowSizes))
      if (size != rowSizes[0])
        return makeError("has " + Twine(size) + " entries in row " +
                         Twine(row) + ", expects " + Twine(rowSizes[0]) +
                         " as in the rows before it");
    if (entries != rowSizes.size() * rowSizes[0])
      return makeError("has entries outside its rows");
    matrix.rows = rowSizes.size();
    matrix.columns = rowSizes[0];
    // C would fill up with zeros.
    if ((rows && rows != matrix.rows) || (columns && columns != matrix.columns))
      return makeError("is declared as " + Twine(rows) + " x " +
                       Twine(columns) + ", but its initialiser has " +
                       Twine(matrix.rows) + " x " + Twine(matrix.columns) +
                       " entries");
    return llvm::Error::success();
  }
  if (sizes.size() == 1 && sizes[0] && sizes[0] != entries)
    return makeError("is declared with " + Twine(sizes[0]) +
                     " entries, but its initialiser has " + Twine(entries));
  if (!rows || !columns) {
    // A macro or no size; one of the two is enough.
    uint64_t known = std::max(rows, columns);
    std::optional<OperandTypes> types = statedTypes(options);
    if (known && entries && entries % known == 0) {
      rows = rows ? rows : entries / known;
      columns = columns ? columns : entries / known;
    } else if (types || (types = inferSquare(entries, options))) {
      rows = types->first.size();
      columns = types->second.size();
    } else {
      return makeError("has " + Twine(entries) +
                       " entries, which is no table of two operands of one "
                       "width; state the widths");
    }
  }
  // Without a product that could overflow.
  if (entries / columns != rows || entries % columns)
    return makeError("has " + Twine(entries) + " entries, expects " +
                     Twine(rows) + " x " + Twine(columns));
  matrix.rows = rows;
  matrix.columns = columns;
  return llvm::Error::success();
}

static llvm::Expected<FileTable> read(const TableSource &source,
                                      const ImportOptions &options) {
  std::string text = withoutComments(source.bytes);
  std::vector<Declaration> declarations = findDeclarations(text);
  llvm::SmallVector<StringRef> names;
  constexpr size_t shown = 8;
  const Declaration *chosen = nullptr;
  for (const Declaration &declaration : declarations) {
    if (names.size() <= shown)
      names.push_back(names.size() < shown ? declaration.name : "...");
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
  if (llvm::Error error = parseInitialiser(text, chosen->begin, chosen->type,
                                           matrix.entries, rowSizes))
    return error;
  if (llvm::Error error = findShape(*chosen, rowSizes, options, matrix))
    return makeError("array '" + chosen->name + "' " +
                     llvm::toString(std::move(error)));
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
