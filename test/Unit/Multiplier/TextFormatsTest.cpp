//===- TextFormatsTest.cpp - Tables as text -------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "TestUtils.h"
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

TEST_F(TextFormatsTest, WideTables) {
  Multiplier m = multiplierOf("exact:9x10");
  ASSERT_EQ(errorOf(saveTableFile(m, path("m.csv"))), "");
  EXPECT_EQ(take(loadTableFile(path("m.csv"))).hash(), m.hash());
}
