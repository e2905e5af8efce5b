//===- TextFormatsTest.cpp - Tables as text -------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "../../../lib/Multiplier/Plausibility.h"
#include "TestUtils.h"
#include "lutra/Multiplier/Families.h"
#include "lutra/Multiplier/TableFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;
using namespace lutra::test;

namespace {
class TextFormatsTest : public testing::Test {
protected:
  void SetUp() override {
    llvm::SmallString<128> folder_;
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("lutra-text", folder_));
    folder = folder_.str().str();
  }
  void TearDown() override { llvm::sys::fs::remove_directories(folder); }

  std::string path(const std::string &name) const {
    return folder + "/" + name;
  }
  std::string write(const std::string &name, const std::string &text) const {
    std::error_code error;
    llvm::raw_fd_ostream os(path(name), error);
    os << text;
    return path(name);
  }
  /// The refusal of a file, without its name.
  std::string refusal(const std::string &name, const std::string &text,
                      const ImportOptions &options = {}) const {
    std::string message = errorOf(loadTableFile(write(name, text), options));
    std::string prefix = "file '" + path(name) + "' ";
    EXPECT_EQ(message.rfind(prefix, 0), 0u) << message;
    return message.substr(std::min(message.size(), prefix.size()));
  }
  std::string folder;
};
} // namespace

static std::string triplesOf(const Multiplier &m) {
  std::string text;
  for (int32_t a = m.lhs().lo(); a <= m.lhs().hi(); ++a)
    for (int32_t b = m.rhs().lo(); b <= m.rhs().hi(); ++b)
      text += std::to_string(a) + " " + std::to_string(b) + " " +
              std::to_string(m(a, b)) + "\n";
  return text;
}

/// Rows and columns in numeric order when `isOffset`.
static std::string matrixOf(const Multiplier &m, bool isOffset,
                            const char *separator) {
  std::string text;
  for (uint32_t i = 0; i < m.lhs().size(); ++i) {
    for (uint32_t j = 0; j < m.rhs().size(); ++j) {
      int32_t a = isOffset ? m.lhs().lo() + int32_t(i) : m.lhs().value(i);
      int32_t b = isOffset ? m.rhs().lo() + int32_t(j) : m.rhs().value(j);
      text += (j ? separator : "") + std::to_string(m(a, b));
    }
    text += "\n";
  }
  return text;
}

TEST_F(TextFormatsTest, RoundTrips) {
  for (const char *name : {"m.txt", "m.csv", "m.h"})
    for (auto [lhs, rhs] : typeMixes())
      for (bool exact : {true, false}) {
        Multiplier m =
            exact ? multiplierOf("exact:" + lhs.str() + "x" + rhs.str())
                  : randomMultiplier(lhs, rhs, 5);
        ASSERT_EQ(errorOf(saveTableFile(m, path(name))), "");
        ImportOptions options;
        options.types = {lhs, rhs};
        options.order = TableOrder::TwosComplement;
        EXPECT_EQ(take(loadTableFile(path(name), options)).hash(), m.hash())
            << name << " " << m.name();
        // What the content decides needs no options.
        if (exact)
          EXPECT_EQ(take(loadTableFile(path(name))).hash(), m.hash())
              << name << " " << m.name();
      }
}

TEST_F(TextFormatsTest, KindIsFoundFromContent) {
  Multiplier m = multiplierOf("exact:3x3");
  EXPECT_EQ(take(loadTableFile(write("a.dat", triplesOf(m)))).metadata().format,
            "triples");
  EXPECT_EQ(take(loadTableFile(write("b.npy", matrixOf(m, false, " "))))
                .metadata()
                .format,
            "matrix");
  EXPECT_EQ(take(loadTableFile(write("c", "int t[4][4]={{0,0,0,0},{0,1,2,3},"
                                          "{0,2,4,6},{0,3,6,9}};")))
                .metadata()
                .format,
            "c-array");
  ImportOptions named;
  named.format = "matix";
  EXPECT_EQ(errorOf(loadTableFile(path("c"), named))
                .rfind("unknown format 'matix'; did you mean 'matrix'?", 0),
            0u);
}

TEST_F(TextFormatsTest, TriplesInAnyOrderBehindAnyHeader) {
  Multiplier m = take(Multiplier::create(
      s(2), u(2), {0, 0, 0, 0, 0, 1, 2, 5, 0, -2, -4, -6, 7, -1, -2, -3}, "m"));
  std::string lines = triplesOf(m), reversed;
  while (!lines.empty()) {
    size_t end = lines.rfind('\n', lines.size() - 2);
    end = end == std::string::npos ? 0 : end + 1;
    reversed += lines.substr(end);
    lines.resize(end);
  }
  Multiplier read = take(loadTableFile(
      write("m.txt", "Warning: 3 modules\nINFO: Error rate: 0.5\nLUT for "
                     "approximate multiplier:\n" +
                         reversed)));
  EXPECT_EQ(read.hash(), m.hash());
  EXPECT_EQ(read.lhs(), s(2));
  EXPECT_EQ(read.rhs(), u(2));
}

TEST_F(TextFormatsTest, TriplesErrors) {
  std::string lines = triplesOf(multiplierOf("exact:2x2"));
  EXPECT_EQ(refusal("m.txt", lines.substr(lines.find('\n') + 1)),
            "lacks 1 of 16 operand pairs of the table for ui2 x ui2, first "
            "(0, 0)");
  EXPECT_EQ(refusal("m.txt", lines + "3 3 8\n"),
            "gives 1 operand pairs of the table two values, first (3, 3) in "
            "lines 16 and 17: 9 and 8");
  Multiplier twice = take(loadTableFile(write("m.txt", lines + "3 3 9\n")));
  ASSERT_EQ(twice.metadata().warnings.size(), 1u);
  EXPECT_EQ(twice.metadata().warnings[0],
            "the table states 1 operand pairs more than once, alike each time, "
            "first (3, 3) in lines 16 and 17");
  EXPECT_EQ(refusal("m.txt", lines + "3 three 9\n"),
            "line 17: expects 'a b product', got '3 three 9'");
  EXPECT_EQ(refusal("m.txt", lines + "3 5000 9\n3 3 9\n"),
            "has values of the second operand from 0 to 5000, expects operands "
            "of up to 12 bits");
  ImportOptions narrow;
  narrow.types = {u(2), s(2)};
  EXPECT_EQ(refusal("m.txt", lines + "-1 0 0\n", narrow),
            "line 17: the first operand -1 is no ui2");
  // Two bits are stated, so four-bit rows are holes and not more bits.
  EXPECT_EQ(refusal("m.txt", "0 0 0\n0 15 0\n"),
            "lacks 62 of 64 operand pairs of the table for ui2 x ui4, first "
            "(0, 1)");
}

TEST_F(TextFormatsTest, GradientSections) {
  Multiplier m = multiplierOf("truncated:3x4:drop=3");
  std::vector<float> lhs, rhs;
  for (uint32_t i = 0; i < m.table().size(); ++i) {
    lhs.push_back(float(i) / 16);
    rhs.push_back(-float(i) / 8);
  }
  std::string text;
  llvm::raw_string_ostream os(text);
  ASSERT_EQ(errorOf(writeGradientSections(m, lhs, rhs, os)), "");
  write("m.txt", os.str());
  EXPECT_EQ(take(loadTableFile(path("m.txt"))).hash(), m.hash());
  GradientSections read = take(readGradientSections(path("m.txt")));
  EXPECT_EQ(read.lhs, lhs);
  EXPECT_EQ(read.rhs, rhs);
  // Transposed, the second operand's gradient is the first one's.
  ImportOptions transposed;
  transposed.transpose = true;
  GradientSections other =
      take(readGradientSections(path("m.txt"), transposed));
  EXPECT_EQ(other.lhsType, u(4));
  for (uint32_t a = 0; a < 8; ++a)
    for (uint32_t b = 0; b < 16; ++b)
      ASSERT_EQ(other.lhs[b * 8 + a], rhs[a * 16 + b]);
  lhs[3] = 2048;
  EXPECT_EQ(errorOf(writeGradientSections(m, lhs, rhs, os)),
            "cannot hold the slope 2048.000000 as an int16 of sixteenths; use "
            ".npy");
}

TEST_F(TextFormatsTest, MatrixOrders) {
  for (auto [lhs, rhs] : {std::pair(s(4), s(4)), {s(4), u(6)}, {u(5), s(3)}}) {
    Multiplier m = multiplierOf("exact:" + lhs.str() + "x" + rhs.str());
    for (bool isOffset : {false, true}) {
      Multiplier read =
          take(loadTableFile(write("m.csv", matrixOf(m, isOffset, ", "))));
      EXPECT_EQ(read.hash(), m.hash()) << m.name() << isOffset;
      EXPECT_NE(read.metadata().description.find(isOffset ? "offset-binary"
                                                          : "two's-complement"),
                std::string::npos)
          << read.metadata().description;
    }
  }
  // An order that the user states is not overruled.
  Multiplier m = multiplierOf("exact:s3xs3");
  ImportOptions options;
  options.types = {s(3), s(3)};
  options.order = TableOrder::TwosComplement;
  Multiplier read = take(loadTableFile(
      write("m.csv", matrixOf(m, /*isOffset=*/true, " ")), options));
  EXPECT_FALSE(read.isExact());
  ASSERT_FALSE(read.metadata().warnings.empty());
  EXPECT_NE(read.metadata().warnings[0].find("offset-binary"),
            std::string::npos);
}

TEST_F(TextFormatsTest, MatrixErrors) {
  EXPECT_EQ(refusal("m.csv", "1,2,3,4\n1,2,3\n"),
            "line 2 has 3 numbers, expects 4 as in the lines before it");
  EXPECT_EQ(refusal("m.csv", "1,2,3,4\n1,2,x,4\n"),
            "line 2: expects integers of 32 bits, got 'x'");
  EXPECT_EQ(
      refusal("m.csv", "1,2,3,4\n1,2,3,4\n1,2,3,4\n"),
      "has 3 x 4 entries, expects 2^L x 2^R for operands of 2 to 12 bits, "
      "such as 256 x 256");
  ImportOptions wide;
  wide.bits = {3, 3};
  EXPECT_EQ(
      refusal("m.csv", matrixOf(multiplierOf("exact:2x2"), false, ","), wide),
      "has 4 x 4 entries, expects 8 x 8 for ui3 x ui3");
}

TEST_F(TextFormatsTest, CArrays) {
  const char *nested = R"(
    /* {1, 2} is a comment */
    #define N 4
    static const int32_t lut[N][4] = { // 2 x 2 bits
      {0, 0x0, 0, 0}, {0, 1u, 2, +3},
      {0, 2, 4L, 6}, {0, 3, 06, 9},
    };
    int answer = 42;)";
  EXPECT_TRUE(take(loadTableFile(write("m.h", nested))).isExact());
  const char *flat = "short t[16] = {0,0,0,0, 0,1,2,3, 0,2,4,6, 0,3,6,9};";
  EXPECT_TRUE(take(loadTableFile(write("m.h", flat))).isExact());
  std::string two = std::string(nested) + flat;
  EXPECT_EQ(refusal("m.h", two),
            "has several arrays (lut, t): state which one");
  // Of many, a few are listed, and each is looked at once.
  std::string many;
  for (int i = 0; i < 100000; ++i)
    many += "a[4]={]={";
  EXPECT_EQ(refusal("many.h", many),
            "has several arrays (a, a, a, a, a, a, a, a, "
            "...): state which one");
  ImportOptions options;
  options.function = "t";
  EXPECT_TRUE(take(loadTableFile(path("m.h"), options)).isExact());
  options.function = "u";
  EXPECT_EQ(refusal("m.h", two, options), "has no array 'u' (it has: lut, t)");
  EXPECT_EQ(refusal("m.h", "int t[4][4] = {{0,0,0,0},{0,1,2}};"),
            "array 't' has 3 entries in row 1, expects 4 as in the rows before "
            "it");
  EXPECT_EQ(refusal("m.h", "int t[4][4] = {{0,0,0,0},\n{0,f(1),2,3}};"),
            "line 2: expects an integer literal of 32 bits, got 'f(1)'");
  EXPECT_EQ(refusal("m.h", "int t[4][4] = {{0,0,0,0},\n{0,1"),
            "ends within the initialiser that begins in line 1");
  EXPECT_EQ(refusal("m.h", "int t[3] = {1, 2, 3};"),
            "array 't' has 3 entries, which is no table of two operands of one "
            "width; state the widths");
}

TEST_F(TextFormatsTest, CArraysAgreeWithTheirDeclarations) {
  const char *rows = "{{0,0,0,0},{0,1,2,3},{0,2,4,6},{0,3,6,9}}";
  auto array = [&](const char *declaration) {
    return std::string(declaration) + " = " + rows + ";";
  };
  for (const char *declaration :
       {"int t[4][4]", "int t[][4]", "int t[N][N]", "int t[N][4u]"})
    EXPECT_TRUE(take(loadTableFile(write("m.h", array(declaration)))).isExact())
        << declaration;
  // C would fill the other rows up with zeros.
  EXPECT_EQ(refusal("m.h", array("int t[8][4]")),
            "array 't' is declared as 8 x 4, but its initialiser has 4 x 4 "
            "entries");
  EXPECT_EQ(refusal("m.h", array("int t[4][2][2]")),
            "array 't' has more than two dimensions, expects lut[2^L][2^R] or "
            "lut[4^n]");
  EXPECT_EQ(
      refusal("m.h", "int t[17] = {0,0,0,0,0,1,2,3,0,2,4,6,0,3,6,9};"),
      "array 't' is declared with 17 entries, but its initialiser has 16");
  for (const char *declaration : {"int t[N][N]", "int t[][4]", "int t[N]"})
    EXPECT_TRUE(take(loadTableFile(write(
                         "m.h", std::string(declaration) +
                                    "={0,0,0,0,0,1,2,3,0,2,4,6,0,3,6,9};")))
                    .isExact())
        << declaration;
  EXPECT_EQ(refusal("m.h", "int t[][8] = {};"),
            "array 't' has 0 entries, which is no table of two operands of one "
            "width; state the widths");
}

/// Literals become elements as C converts them.
TEST_F(TextFormatsTest, CArrayElementTypes) {
  Multiplier exact = multiplierOf("exact:s2xs2");
  auto array = [&](const char *type, unsigned bits) {
    std::string text = std::string(type) + " t[4][4] = {";
    for (uint32_t i = 0; i < 16; ++i)
      text += (i % 4 == 0 ? "{" : "") +
              std::to_string(uint32_t(exact.table()[i]) &
                             uint32_t((uint64_t(1) << bits) - 1)) +
              (i % 4 == 3 ? "}," : ",");
    return text + "};";
  };
  for (auto [type, bits] : {std::pair("const int16_t", 16u),
                            {"static short int", 16},
                            {"signed char", 8},
                            {"int8_t", 8},
                            {"std::int32_t", 32},
                            {"long int", 32},
                            {"alignas(64) const short", 16}}) {
    bool isLong = llvm::StringRef(type) == "long int";
    llvm::Expected<Multiplier> read =
        loadTableFile(write("m.h", array(type, bits)));
    // 2^32 - 2 is what it is as a long, and no product.
    if (isLong)
      EXPECT_NE(errorOf(std::move(read)).find("integer literal of 32 bits"),
                std::string::npos);
    else
      EXPECT_EQ(take(std::move(read)).hash(), exact.hash()) << type;
  }
  // Unsigned elements keep their value, which is impossible here: 65534.
  EXPECT_NE(errorOf(loadTableFile(write("m.h", array("uint16_t", 16))))
                .find("expects entries from -16 to 16"),
            std::string::npos);
  EXPECT_EQ(refusal("m.h", "unsigned t[2][2] = {{0,1},\n{2,4294967295}};"),
            "line 2: expects an integer literal of 32 bits, got '4294967295'");
}

/// Reading with the wrong signedness is possible, but not silent.
TEST_F(TextFormatsTest, SuspiciousReadings) {
  Multiplier m = multiplierOf("exact:s4xs4");
  std::string matrix;
  for (uint32_t i = 0; i < m.table().size(); ++i)
    matrix += std::to_string(m.table()[i] & 255) + (i % 16 == 15 ? "\n" : " ");
  Multiplier read = take(loadTableFile(write("m.csv", matrix)));
  EXPECT_EQ(read.lhs(), u(4));
  ASSERT_FALSE(read.metadata().warnings.empty());
  EXPECT_NE(read.metadata().warnings[0].find("read as si4 x si4 it would be "
                                             "0.00"),
            std::string::npos)
      << read.metadata().warnings[0];
  // A table that is plausible as it is gives no warning.
  EXPECT_TRUE(
      take(loadTableFile(write(
               "m.csv", matrixOf(multiplierOf("kulkarni:4x4"), false, " "))))
          .metadata()
          .warnings.empty());
}

/// Every wrong reading of an exact table is found, by name and with numbers.
TEST_F(TextFormatsTest, WrongReadingsNameTheRightOne) {
  struct Case {
    const char *spec, *readAs, *expected;
  };
  for (const Case &row :
       {Case{"exact:8x8", "s8xs8", "read as ui8 x ui8 it would be 0.00"},
        {"exact:s8xs8", "8x8", "read as si8 x si8 it would be 0.00"},
        {"exact:s8xu8", "8x8", "read as si8 x ui8 it would be 0.00"},
        {"exact:4x6", "5x5", "read as ui4 x ui6 it would be 0.00"},
        {"exact:8x2", "2x8", "read as ui8 x ui2 it would be 0.00"},
        {"truncated:8x4:drop=4", "6x6", "read as ui8 x ui4 it would be"}}) {
    ASSERT_EQ(errorOf(saveTableFile(multiplierOf(row.spec), path("m.bin"))),
              "");
    ImportOptions options;
    options.types = take(parseOperandTypes(row.readAs));
    std::vector<std::string> warnings =
        take(loadTableFile(path("m.bin"), options)).metadata().warnings;
    ASSERT_EQ(warnings.size(), 1u) << row.spec;
    EXPECT_NE(warnings[0].find(row.expected), std::string::npos) << warnings[0];
  }
}

TEST_F(TextFormatsTest, ByteOrderOfRawNumbers) {
  auto bigEndian = [&](const char *spec) {
    Multiplier m = multiplierOf(spec);
    std::string bytes;
    for (int32_t product : m.table()) {
      bytes += char(product >> 8);
      bytes += char(product);
    }
    return write("m.bin", bytes);
  };
  std::vector<std::string> warnings =
      take(loadTableFile(bigEndian("kulkarni:8x8"))).metadata().warnings;
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_NE(warnings[0].find("with the bytes of its entries exchanged"),
            std::string::npos);
  // Products that the widths can not give say so, and why that may be.
  std::string error = errorOf(loadTableFile(bigEndian("exact:4x4")));
  EXPECT_NE(error.find("expects entries from -256 to 256, got AM(1, 2) = 512; "
                       "read as ui4 x ui4 the mean |AM - a b| is "),
            std::string::npos)
      << error;
  EXPECT_NE(error.find("with the bytes of its entries exchanged it would be "
                       "0.00"),
            std::string::npos)
      << error;
}

/// Where types are stated, four bytes an entry are int32.
TEST_F(TextFormatsTest, RawNumbersOf32Bits) {
  Multiplier m = multiplierOf("exact:s9xu9");
  std::string bytes;
  for (int32_t product : m.table())
    for (int shift : {0, 8, 16, 24})
      bytes += char(uint32_t(product) >> shift);
  write("m.bin", bytes);
  EXPECT_NE(errorOf(loadTableFile(path("m.bin"))), "");
  ImportOptions options;
  options.types = {s(9), u(9)};
  Multiplier read = take(loadTableFile(path("m.bin"), options));
  EXPECT_EQ(read.hash(), m.hash());
  EXPECT_EQ(read.metadata().description,
            "int32 little endian of si9 x ui9 (as stated), rows are the first "
            "operand");
}

/// A warning that comes always is read by nobody.
TEST_F(TextFormatsTest, PlausibleTablesGiveNoWarning) {
  for (const char *spec :
       {"truncated:8x8:drop=12", "truncated:8x8:drop=15",
        "truncated:4x6:drop=8", "or_compressed", "mitchell", "mitchell:s8xs8",
        "drum:8x8:k=3", "drum:s8xu8:k=3", "roba:s8xs8",
        "static_segment:8x8:m=4", "dynamic_segment:8x8:m=2", "sdlc:8x8:depth=8",
        "broken_array:8x8:vbl=10:hbl=4", "kulkarni:2x8", "exact:2x2"}) {
    Multiplier m = multiplierOf(spec);
    FileTable table{m.lhs(), m.rhs(), m.table().vec(), {}};
    for (const std::string &warning : findSuspicions(table))
      ADD_FAILURE() << spec << ": " << warning;
  }
  // Zero is as far from every product.
  FileTable zeros{u(8), u(8), std::vector<int32_t>(65536), {}};
  EXPECT_TRUE(findSuspicions(zeros).empty());
}

TEST_F(TextFormatsTest, FoldersOfOneTable) {
  Multiplier m = multiplierOf("kulkarni:3x3");
  write("README.txt", "The table of a multiplier.\n");
  write("m.h", "int product(int a, int b);\n");
  write("t.csv", matrixOf(m, false, ","));
  EXPECT_EQ(take(loadTableFile(folder)).hash(), m.hash());
  write("u.txt", triplesOf(m));
  EXPECT_EQ(errorOf(loadTableFile(folder)),
            "folder '" + folder +
                "' has 2 files of known formats (t.csv, u.txt): name one of "
                "them");
}

TEST_F(TextFormatsTest, WideTables) {
  Multiplier m = multiplierOf("exact:9x10");
  ASSERT_EQ(errorOf(saveTableFile(m, path("m.csv"))), "");
  EXPECT_EQ(take(loadTableFile(path("m.csv"))).hash(), m.hash());
}
