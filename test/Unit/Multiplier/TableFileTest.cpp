//===- TableFileTest.cpp - Table files, read, written and refused ---------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/TableFile.h"
#include "TestUtils.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <cstring>
#include <limits>

using namespace lutra;
using namespace lutra::test;

namespace {
class TableFileTest : public ::testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("lutra-table", folder));
  }
  void TearDown() override { llvm::sys::fs::remove_directories(folder); }

  std::string path(llvm::StringRef name) {
    llvm::SmallString<128> text(folder);
    llvm::sys::path::append(text, name);
    return text.str().str();
  }
  std::string write(llvm::StringRef name, llvm::StringRef bytes) {
    std::error_code error;
    llvm::raw_fd_ostream os(path(name), error);
    EXPECT_FALSE(error);
    os << bytes;
    return path(name);
  }
  std::string read(llvm::StringRef name) {
    auto buffer = llvm::MemoryBuffer::getFile(path(name));
    return buffer ? (*buffer)->getBuffer().str() : "";
  }
  /// The error of loading these bytes, without the file's name in front.
  std::string refusal(llvm::StringRef name, llvm::StringRef bytes,
                      llvm::StringRef types = "") {
    std::string text = write(name, bytes);
    std::string message = errorOf(
        loadMultiplier(types.empty() ? text : text + ":" + types.str()));
    std::string prefix = "file '" + text + "' ";
    EXPECT_EQ(message.substr(0, prefix.size()), prefix) << message;
    return message.substr(std::min(message.size(), prefix.size()));
  }

  llvm::SmallString<128> folder;
};
} // namespace

/// The bytes of `values`, most significant byte first on request.
template <typename T>
static std::string bytesOf(const std::vector<T> &values,
                           bool bigEndian = false) {
  std::string bytes;
  for (T value : values) {
    char raw[sizeof(T)]; // the tests run on little-endian machines
    std::memcpy(raw, &value, sizeof(T));
    if (bigEndian)
      std::reverse(raw, raw + sizeof(T));
    bytes.append(raw, sizeof(T));
  }
  return bytes;
}

/// An .npy file, written here by the format's description and not by lutra.
static std::string npy(std::string descr, std::string shape, std::string data,
                       bool fortran = false, int version = 1) {
  std::string header = "{'descr': '" + descr +
                       "', 'fortran_order': " + (fortran ? "True" : "False") +
                       ", 'shape': " + shape + ", }\n";
  std::string file = "\x93NUMPY";
  file += char(version);
  file += '\0';
  file += char(header.size());
  file.append(version == 1 ? 1 : 3, '\0');
  return file + header + data;
}

/// A non-commutative 2 x 3 bit table: entry (a, b) is 5 a + b.
static std::vector<int32_t> smallTable() {
  std::vector<int32_t> table;
  for (int a = 0; a < 4; ++a)
    for (int b = 0; b < 8; ++b)
      table.push_back(5 * a + b);
  return table;
}

template <typename T>
static std::vector<T> convert(const std::vector<int32_t> &values) {
  return std::vector<T>(values.begin(), values.end());
}

//===----------------------------------------------------------------------===//
// Reading
//===----------------------------------------------------------------------===//

TEST_F(TableFileTest, BinIsLittleEndianRowMajor) {
  std::string bytes(32, '\0');
  bytes[2 * (1 * 4 + 2)] = 5;     // AM(1, 2), low byte
  bytes[2 * (3 * 4 + 0) + 1] = 0; // AM(3, 0), high byte
  bytes[2 * (3 * 4 + 0)] = 15;
  Multiplier m = take(loadMultiplier(write("m.bin", bytes)));
  EXPECT_EQ(m.lhs(), u(2));
  EXPECT_EQ(m.rhs(), u(2));
  EXPECT_EQ(m(1, 2), 5);
  EXPECT_EQ(m(2, 1), 0);
  EXPECT_EQ(m(3, 0), 15);
  EXPECT_EQ(m.name(), path("m.bin"));

  // High bytes, and operand types from the suffix.
  std::string wide(2 * 64, '\0');
  wide[2 * (1 * 16 + 9) + 1] = 0;
  wide[2 * (1 * 16 + 9)] = 63;
  write("w.bin", wide);
  EXPECT_EQ(take(loadMultiplier(path("w.bin") + ":2x4"))(1, 9), 63);
  EXPECT_EQ(take(loadMultiplier(path("w.bin")))(3, 1), 63); // 3x3 inferred

  // Signed operands make the entries int16.
  std::string minus(2 * 16, '\xff');
  write("s.bin", minus);
  EXPECT_EQ(take(loadMultiplier(path("s.bin") + ":s2xu2"))(-2, 3), -1);
}

TEST_F(TableFileTest, NpyOfEveryDtypeAndOrder) {
  std::vector<int32_t> table = smallTable();
  std::vector<int32_t> columns; // the same table in Fortran order
  for (int b = 0; b < 8; ++b)
    for (int a = 0; a < 4; ++a)
      columns.push_back(table[a * 8 + b]);

  auto check = [&](std::string name, std::string bytes) {
    Multiplier m = take(loadMultiplier(write(name, bytes)));
    EXPECT_EQ(m.lhs(), u(2)) << name;
    EXPECT_EQ(m.rhs(), u(3)) << name;
    EXPECT_EQ(m.table().vec(), table) << name;
  };
  std::string shape = "(4, 8)";
  check("i1.npy", npy("|i1", shape, bytesOf(convert<int8_t>(table))));
  check("u1.npy", npy("|u1", shape, bytesOf(convert<uint8_t>(table))));
  check("i2.npy", npy("<i2", shape, bytesOf(convert<int16_t>(table))));
  check("u2.npy", npy("<u2", shape, bytesOf(convert<uint16_t>(table))));
  check("i4.npy", npy("<i4", shape, bytesOf(table)));
  check("i8.npy", npy("<i8", shape, bytesOf(convert<int64_t>(table))));
  check("u8.npy", npy("<u8", shape, bytesOf(convert<uint64_t>(table))));
  check("f4.npy", npy("<f4", shape, bytesOf(convert<float>(table))));
  check("f8.npy", npy("<f8", shape, bytesOf(convert<double>(table))));
  check("be2.npy", npy(">u2", shape, bytesOf(convert<uint16_t>(table), true)));
  check("be4.npy", npy(">i4", shape, bytesOf(table, true)));
  check("be8.npy", npy(">f8", shape, bytesOf(convert<double>(table), true)));
  check("v2.npy", npy("<i4", shape, bytesOf(table), false, 2));
  check("fortran.npy", npy("<i4", shape, bytesOf(columns), true));

  // Flat: the types are stated, or square.
  write("flat.npy", npy("<i4", "(32,)", bytesOf(table)));
  EXPECT_EQ(take(loadMultiplier(path("flat.npy") + ":2x3")).table().vec(),
            table);
  write("square.npy", npy("|i1", "(16,)", std::string(16, '\1')));
  EXPECT_EQ(take(loadMultiplier(path("square.npy"))).lhs(), u(2));
  write("bool.npy", npy("|b1", "(4, 4)", std::string(16, '\1')));
  EXPECT_EQ(take(loadMultiplier(path("bool.npy")))(3, 3), 1);
}

TEST_F(TableFileTest, NpySignedByContent) {
  std::vector<int32_t> table;
  for (int a : {0, 1, -2, -1})
    for (int b : {0, 1, -2, -1})
      table.push_back(a * b);
  std::string bytes = npy("<i4", "(4, 4)", bytesOf(table));
  // The only reading that is near a b, and near it is.
  EXPECT_EQ(take(loadMultiplier(write("m.npy", bytes))).lhs(), s(2));
  // Numbers that are near no reading are not guessed at.
  std::vector<int32_t> noise = {-5, 7,  3, -2, 1,  6, -7, 2,
                                4,  -3, 5, 0,  -6, 2, 7,  1};
  EXPECT_EQ(
      refusal("n.npy", npy("<i4", "(4, 4)", bytesOf(noise))).substr(0, 43),
      "does not tell how its operands are encoded:");
  Multiplier m = take(loadMultiplier(path("m.npy") + ":s2xs2"));
  EXPECT_TRUE(m.isExact());
  // Types as an argument do the same as a suffix.
  ImportOptions signedTypes;
  signedTypes.types = {s(2), s(2)};
  EXPECT_EQ(take(loadTableFile(path("m.npy"), signedTypes)).hash(), m.hash());
}

//===----------------------------------------------------------------------===//
// Refusing
//===----------------------------------------------------------------------===//

TEST_F(TableFileTest, BinErrors) {
  EXPECT_EQ(refusal("m.bin", std::string(131071, '\0')),
            "has 131071 bytes, which is no table of two operands of one width "
            "(131072 bytes for 8 bits, 2 * 4^n for n); state the operand "
            "types, e.g. 'table.bin:8x4'");
  EXPECT_EQ(refusal("m.bin", std::string(131071, '\0'), "8x8"),
            "has 131071 bytes, expects 131072 for ui8 x ui8 (65536 entries of "
            "16 bits)");
  EXPECT_EQ(refusal("m.bin", "", "8x4"),
            "has 0 bytes, expects 8192 for ui8 x ui4 (4096 entries of 16 "
            "bits)");
  // One byte too many is no truncation either.
  EXPECT_NE(refusal("m.bin", std::string(33, '\0')), "");
  // Entries that two 2-bit operands cannot have.
  std::string big(32, '\0');
  big[2 * 6] = 17;
  EXPECT_EQ(errorOf(loadMultiplier(write("m.bin", big))),
            "multiplier '" + path("m.bin") +
                "' of ui2 x ui2 expects entries from -16 to 16, got AM(1, 2) = "
                "17");
}

TEST_F(TableFileTest, NpyErrors) {
  std::string good = npy("<i4", "(4, 4)", std::string(64, '\0'));
  const std::string wholeValues =
      "expects integers of 8 to 64 bits (or float32 or float64 with whole "
      "values)";
  EXPECT_EQ(refusal("m.npy", "PK\3\4 a zip file"),
            "is not an .npy file: it does not begin with \\x93NUMPY");
  EXPECT_EQ(refusal("m.npy", ""),
            "is not an .npy file: it does not begin with \\x93NUMPY");
  EXPECT_EQ(refusal("m.npy", good.substr(0, 8)),
            "ends inside its .npy header, after 8 bytes");
  EXPECT_EQ(refusal("m.npy", good.substr(0, 40)),
            "ends inside its .npy header: it states " +
                std::to_string(good.size() - 64 - 10) + " bytes, 30 are there");
  EXPECT_EQ(refusal("m.npy", good.substr(0, good.size() - 1)),
            "expects 64 bytes of data for shape (4, 4) of 4-byte elements, got "
            "63");
  EXPECT_EQ(refusal("m.npy", good + "x"),
            "expects 64 bytes of data for shape (4, 4) of 4-byte elements, got "
            "65");
  EXPECT_EQ(refusal("m.npy", npy("<i4", "(4, 4)", "", false, 9)),
            "has .npy version 9, expects 1, 2 or 3");
  EXPECT_EQ(refusal("m.npy", npy("<f2", "(4, 4)", std::string(32, '\0'))),
            "has dtype '<f2', " + wholeValues);
  EXPECT_EQ(refusal("m.npy", npy("<c8", "(4, 4)", std::string(128, '\0'))),
            "has dtype '<c8', " + wholeValues);
  EXPECT_EQ(refusal("m.npy", npy("<i3", "(4, 4)", std::string(48, '\0'))),
            "has dtype '<i3', " + wholeValues);
  EXPECT_EQ(refusal("m.npy", npy("", "(4, 4)", "")),
            "has dtype '', " + wholeValues);
  EXPECT_EQ(refusal("m.npy", npy("<i4", "(3, 4)", std::string(48, '\0'))),
            "has shape (3, 4), expects (2^L, 2^R) or (4^n,) for operands of 2 "
            "to 12 bits, such as (256, 256) or (65536,)");
  EXPECT_EQ(refusal("m.npy", npy("<i4", "(32,)", std::string(128, '\0'))),
            "has shape (32,), expects (2^L, 2^R) or (4^n,) for operands of 2 "
            "to 12 bits, such as (256, 256) or (65536,)");
  EXPECT_EQ(refusal("m.npy", npy("|i1", "(8192, 4)", std::string(32768, '\0'))),
            "has shape (8192, 4), expects (2^L, 2^R) or (4^n,) for operands of "
            "2 to 12 bits, such as (256, 256) or (65536,)");
  EXPECT_EQ(
      refusal("m.npy", npy("|i1", "()", "x")),
      "has shape (), expects (2^L, 2^R) or (4^n,) for operands of 2 to 12 "
      "bits, such as (256, 256) or (65536,)");
  EXPECT_EQ(refusal("m.npy", npy("|i1", "(4, 2, 2)", std::string(16, '\0'))),
            "has shape (4, 2, 2), expects one or two dimensions");
  // What is quoted of a header is short, and so is a header.
  auto longHeader = [](const std::string &header) {
    std::string bytes("\x93NUMPY\x02\0", 8);
    for (unsigned shift : {0, 8, 16, 24})
      bytes += char(header.size() >> shift);
    return bytes + header;
  };
  EXPECT_EQ(refusal("m.npy", longHeader(std::string(5000, '4'))),
            "has an .npy header without descr, fortran_order and shape: '" +
                std::string(80, '4') + "'");
  EXPECT_EQ(refusal("m.npy", longHeader(std::string(20000, '4'))),
            "has an .npy header of 20000 bytes, expects at most 10000");
  EXPECT_EQ(refusal("m.npy", good, "2x3"),
            "has shape (4, 4), expects (4, 8) or (32,) for ui2 x ui3");
  EXPECT_EQ(refusal("m.npy", npy("<i4", "(4, -4)", "")),
            "has an .npy header with the size '-4' in its shape");
  EXPECT_EQ(refusal("m.npy", npy("<i4", "(99999999999, 4)", "")),
            "has an .npy header with the size '99999999999' in its shape");
  EXPECT_EQ(refusal("m.npy", npy("<i4", "4", "")),
            "has an .npy header whose shape is not a tuple");

  std::string header = std::string("\x93NUMPY\1\0", 8);
  EXPECT_EQ(refusal("m.npy", header + std::string("\3\0", 2) + "{}\n"),
            "has an .npy header without descr, fortran_order and shape: '{}'");
  std::string text = "{'descr': [('a', '<i4')], 'fortran_order': False, "
                     "'shape': (4, 4)}";
  EXPECT_EQ(refusal("m.npy", header + char(text.size()) + '\0' + text),
            "has a structured dtype, expects plain integers");
  text = "{'descr': '<i4', 'fortran_order': 2, 'shape': (4, 4)}";
  EXPECT_EQ(refusal("m.npy", header + char(text.size()) + '\0' + text),
            "has an .npy header whose fortran_order is neither True nor False");
}

TEST_F(TableFileTest, NpyValueErrors) {
  auto floats = [&](double value) {
    std::vector<double> table(16, 1.0);
    table[1 * 4 + 2] = value;
    return refusal("m.npy", npy("<f8", "(4, 4)", bytesOf(table)));
  };
  EXPECT_EQ(floats(1.5), "expects integers, got 1.5 at [1, 2]");
  EXPECT_EQ(floats(std::numeric_limits<double>::quiet_NaN()),
            "expects finite values, got NaN at [1, 2]");
  EXPECT_EQ(floats(-std::numeric_limits<double>::infinity()),
            "expects finite values, got infinity at [1, 2]");
  EXPECT_EQ(floats(1e20),
            "expects values of at most 32 bits, got 1e+20 at [1, 2]");

  std::vector<float> narrow(16, 1.0f);
  narrow[5] = std::numeric_limits<float>::quiet_NaN();
  EXPECT_EQ(refusal("m.npy", npy("<f4", "(16,)", bytesOf(narrow))),
            "expects finite values, got NaN at [5]");

  std::vector<uint64_t> wide(16, 1);
  wide[15] = ~uint64_t(0);
  EXPECT_EQ(refusal("m.npy", npy("<u8", "(4, 4)", bytesOf(wide))),
            "expects values of at most 32 bits, got 18446744073709551615 at "
            "[3, 3]");
  std::vector<int64_t> minus(16, 1);
  minus[3] = std::numeric_limits<int64_t>::min();
  EXPECT_EQ(refusal("m.npy", npy("<i8", "(4, 4)", bytesOf(minus))),
            "expects values of at most 32 bits, got -9223372036854775808 at "
            "[0, 3]");
}

/// Whatever is damaged, loading ends in a table or a sentence (the sanitizer
/// build watches it).
TEST_F(TableFileTest, RandomDamage) {
  std::string good = npy("<i4", "(4, 8)", bytesOf(smallTable()));
  std::mt19937 engine(7);
  unsigned refused = 0;
  for (unsigned i = 0; i < 1000; ++i) {
    std::string damaged = good;
    for (unsigned k = 0; k < 1 + i % 3; ++k)
      damaged[engine() % (i % 2 ? 80 : damaged.size())] = char(engine());
    if (i % 5 == 0)
      damaged.resize(engine() % damaged.size());
    std::string message = errorOf(loadMultiplier(write("m.npy", damaged)));
    refused += !message.empty();
  }
  EXPECT_GT(refused, 500u);
}

TEST_F(TableFileTest, PathErrors) {
  EXPECT_EQ(errorOf(loadMultiplier(path("none.bin"))),
            "cannot read file '" + path("none.bin") +
                "': No such file or directory");
  std::string names, extensions;
  for (const TableFormat &format : allTableFormats()) {
    if (format.read)
      names += (names.empty() ? "" : ", ") + std::string(format.name);
    for (const char *extension : format.extensions)
      if (format.write)
        extensions +=
            (extensions.empty() ? "" : " or ") + std::string(extension);
  }
  EXPECT_EQ(errorOf(loadMultiplier(write("table.xyz", "1 2 3"))),
            "file '" + path("table.xyz") +
                "' is of no known format (known: " + names + ")");
  EXPECT_EQ(errorOf(saveTableFile(multiplierOf("exact"), path("m.xyz"))),
            "file '" + path("m.xyz") + "' has no known extension, expects " +
                extensions);
  EXPECT_EQ(errorOf(saveTableFile(multiplierOf("exact"), path("no/m.bin"))),
            "cannot write file '" + path("no/m.bin") +
                "': No such file or directory");
  // A wrong suffix is part of the path, not a guess at types.
  write("m.bin", std::string(32, '\0'));
  EXPECT_NE(errorOf(loadMultiplier(path("m.bin") + ":13x13")), "");
}

//===----------------------------------------------------------------------===//
// Writing
//===----------------------------------------------------------------------===//

TEST_F(TableFileTest, RoundTrips) {
  for (const char *spec :
       {"exact:8x8", "exact:s8xs8", "exact:s8xu4", "exact:3x7",
        "truncated:8x8:drop=9", "or_compressed:5x6"}) {
    Multiplier m = multiplierOf(spec);
    std::string types = ":" + printOperandTypes(m.lhs(), m.rhs());
    for (const char *name : {"m.bin", "m.npy"}) {
      ASSERT_EQ(errorOf(saveTableFile(m, path(name))), "");
      EXPECT_EQ(take(loadMultiplier(path(name) + types)).hash(), m.hash())
          << spec << " " << name;
    }
  }
}

TEST_F(TableFileTest, WrittenBytes) {
  Multiplier m = multiplierOf("exact:2x2");
  ASSERT_EQ(errorOf(saveTableFile(m, path("m.bin"))), "");
  std::vector<uint16_t> products = {0, 0, 0, 0, 0, 1, 2, 3,
                                    0, 2, 4, 6, 0, 3, 6, 9};
  EXPECT_EQ(read("m.bin"), bytesOf(products));

  ASSERT_EQ(errorOf(saveTableFile(m, path("m.npy"))), "");
  std::string text = read("m.npy");
  std::string dict =
      "{'descr': '<i4', 'fortran_order': False, 'shape': (4, 4), }";
  ASSERT_EQ(text.size(), 128u + 64u);
  EXPECT_EQ(text.substr(0, 10), std::string("\x93NUMPY\1\0\x76\0", 10));
  EXPECT_EQ(text.substr(10, dict.size()), dict);
  EXPECT_EQ(text[127], '\n');
  EXPECT_EQ(text.substr(128),
            bytesOf(convert<int32_t>({products.begin(), products.end()})));

  ASSERT_EQ(errorOf(saveGradientFile({0.5f, -2.0f}, {2}, path("g.npy"))), "");
  std::string gradient = read("g.npy");
  EXPECT_NE(gradient.find("{'descr': '<f4', 'fortran_order': False, 'shape': "
                          "(2,), }"),
            std::string::npos);
  EXPECT_EQ(gradient.substr(gradient.size() - 8),
            bytesOf(std::vector<float>{0.5f, -2.0f}));
  EXPECT_EQ(errorOf(saveGradientFile({0.5f}, {1}, path("g.bin"))),
            "file '" + path("g.bin") +
                "' has no known extension, expects .npy");
}

TEST_F(TableFileTest, BinRefusesWhatItCannotHold) {
  std::vector<int32_t> table(16, 0);
  table[3] = -5;
  Multiplier m = take(Multiplier::create(u(2), u(2), table, "negative"));
  write("m.bin", "what was there");
  EXPECT_EQ(errorOf(saveTableFile(m, path("m.bin"))),
            "file '" + path("m.bin") +
                "' expects products from 0 to 65535 in its format, got -5 to "
                "0; use .npy");
  // The old file stays, and no temporary one is left beside it.
  EXPECT_EQ(read("m.bin"), "what was there");
  std::error_code error;
  unsigned files = 0;
  for (llvm::sys::fs::directory_iterator it(folder, error), end;
       it != end && !error; it.increment(error))
    ++files;
  EXPECT_EQ(files, 1u);
}
