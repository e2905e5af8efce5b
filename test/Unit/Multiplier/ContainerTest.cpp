//===- ContainerTest.cpp - The native container ---------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Container.h"
#include "TestFiles.h"
#include "llvm/Support/Endian.h"
#include <limits>

using namespace lutra;
using namespace lutra::test;

namespace {
class ContainerTest : public FileTest {
protected:
  /// Saves and loads.
  MultiplierFile again(const MultiplierFile &file) {
    EXPECT_EQ(errorOf(saveMultiplierFile(file, path("m.axm"))), "");
    return take(loadMultiplierFile(path("m.axm")));
  }
};
} // namespace

static std::string bytesOf(const MultiplierFile &file) {
  std::string bytes;
  llvm::raw_string_ostream os(bytes);
  EXPECT_EQ(errorOf(writeMultiplierFile(file, os)), "");
  return bytes;
}

static GradientTables gradientsOf(const Multiplier &m, const char *spec) {
  return {take(gradientTable2D(m, gradientOf(spec), Wrt::Lhs)),
          take(gradientTable2D(m, gradientOf(spec), Wrt::Rhs))};
}

/// The factors of the exact product of `lhs` x `rhs`: one column, a b.
static Factorization exactFactors(OperandType lhs, OperandType rhs) {
  Factorization factors;
  factors.lhs = lhs;
  factors.rhs = rhs;
  factors.lhsTerm.assign(lhs.size(), 0);
  factors.rhsTerm.assign(rhs.size(), 0);
  FactorColumn column;
  for (uint32_t a = 0; a < lhs.size(); ++a)
    column.lhs.push_back(int8_t(lhs.value(a)));
  for (uint32_t b = 0; b < rhs.size(); ++b)
    column.rhs.push_back(int8_t(rhs.value(b)));
  factors.columns = {column};
  factors.strategy = "by hand";
  factors.lowerBound = 1;
  return factors;
}

TEST_F(ContainerTest, TablesOfEveryType) {
  for (auto [lhs, rhs] : typeMixes()) {
    Multiplier m = randomMultiplier(lhs, rhs, 3);
    MultiplierFile file = again({m, {}, {}});
    EXPECT_EQ(file.multiplier.hash(), m.hash());
    EXPECT_EQ(file.multiplier.table(), m.table());
    EXPECT_EQ(file.multiplier.name(), "random");
    EXPECT_TRUE(file.gradients.empty());
    EXPECT_FALSE(file.factors);
    // As any table file, under the file's name.
    Multiplier loaded = take(loadMultiplier(path("m.axm")));
    EXPECT_EQ(loaded.hash(), m.hash());
    EXPECT_EQ(loaded.name(), path("m.axm"));
  }
}

TEST_F(ContainerTest, MetadataIsKept) {
  MultiplierMetadata metadata;
  metadata.format = "verilog";
  metadata.description = "module \"m\", ports a, b -> p\n\xc3\xa9";
  metadata.encoding = "unsigned";
  metadata.operandOrder = "transposed";
  metadata.warnings = {"first", "[\"second\"]"};
  metadata.cost.emplace();
  metadata.cost->powerMW = 0.425;
  metadata.cost->gateEquivalents = 1.0 / 3;
  metadata.cost->process = "PDK45";
  metadata.cost->source = "header of m.v";
  MultiplierFile file =
      again({multiplierOf("exact:3x3").withMetadata(metadata), {}, {}});
  const MultiplierMetadata &read = file.multiplier.metadata();
  EXPECT_EQ(read.format, "verilog");
  EXPECT_EQ(read.description, metadata.description);
  EXPECT_EQ(read.encoding, "unsigned");
  EXPECT_EQ(read.operandOrder, "transposed");
  EXPECT_EQ(read.warnings, metadata.warnings);
  ASSERT_TRUE(read.cost);
  EXPECT_EQ(read.cost->powerMW, 0.425);
  EXPECT_EQ(read.cost->gateEquivalents, 1.0 / 3);
  EXPECT_FALSE(read.cost->areaUm2);
  EXPECT_EQ(read.cost->process, "PDK45");
  EXPECT_EQ(read.cost->source, "header of m.v");
  EXPECT_EQ(take(loadMultiplier(path("m.axm"))).metadata().format, "verilog");
  // A second transposition takes the first back.
  ImportOptions options;
  options.transpose = true;
  EXPECT_EQ(take(loadTableFile(path("m.axm"), options)).metadata().operandOrder,
            "as in the source");
}

TEST_F(ContainerTest, GradientsAndFactors) {
  Multiplier m = multiplierOf("exact:s4xs3");
  MultiplierFile file{m, {}, exactFactors(s(4), s(3))};
  for (const char *spec : {"ste", "lut-1d", "lut-2d:hws=1:boundary=secant"})
    file.gradients[spec] = gradientsOf(m, spec);
  file.gradients["a name of mine. with .lhs"] = gradientsOf(m, "ste");
  MultiplierFile read = again(file);
  ASSERT_EQ(read.gradients.size(), 4u);
  for (const auto &[name, tables] : file.gradients) {
    EXPECT_EQ(read.gradients[name].lhs, tables.lhs) << name;
    EXPECT_EQ(read.gradients[name].rhs, tables.rhs) << name;
  }
  ASSERT_TRUE(read.factors);
  EXPECT_EQ(read.factors->strategy, "by hand");
  EXPECT_EQ(read.factors->lowerBound, 1u);
  EXPECT_FALSE(read.factors->isOneHot);
  for (int a = -8; a < 8; ++a)
    for (int b = -4; b < 4; ++b)
      EXPECT_EQ((*read.factors)(a, b), a * b);
  // Byte by byte the same for the same content.
  EXPECT_EQ(bytesOf(read), bytesOf(file));

  // What `factorize` finds fits in, shifts and terms and all.
  for (const char *spec : {"truncated:4x4:drop=3", "or_compressed:6x6"}) {
    Multiplier n = multiplierOf(spec);
    MultiplierFile found = again({n, {}, take(factorize(n))});
    ASSERT_TRUE(found.factors);
    for (int a = 0; a < int(n.lhs().size()); ++a)
      for (int b = 0; b < int(n.rhs().size()); ++b)
        ASSERT_EQ((*found.factors)(a, b), n(a, b));
  }
}

TEST_F(ContainerTest, WrongContentIsNotWritten) {
  Multiplier m = multiplierOf("exact:3x3");
  MultiplierFile file{m, {}, exactFactors(u(3), u(3))};
  file.factors->columns[0].lhs[5] = 4;
  std::string start = "file '" + path("m.axm") + "' ";
  EXPECT_EQ(errorOf(saveMultiplierFile(file, path("m.axm"))),
            start + "has factors that give 4 for (5, 1), but the table's "
                    "product is 5");
  file.factors = exactFactors(u(3), u(2));
  EXPECT_EQ(errorOf(saveMultiplierFile(file, path("m.axm"))),
            start + "has factors of other operand types than its table's");
  file.factors = std::nullopt;
  file.gradients["ste"].lhs.resize(64);
  EXPECT_EQ(errorOf(saveMultiplierFile(file, path("m.axm"))),
            start + "expects gradient 'ste' of 64 entries, got 0");
  file.gradients["ste"] = gradientsOf(m, "ste");
  file.gradients["ste"].rhs[7] = std::numeric_limits<float>::quiet_NaN();
  EXPECT_EQ(errorOf(saveMultiplierFile(file, path("m.axm"))),
            start + "expects a finite gradient 'ste'");
  EXPECT_FALSE(exists("m.axm"));
}

/// Every cut and every flipped bit is noticed, whatever it hits.
TEST_F(ContainerTest, DamageIsNoticed) {
  Multiplier m = multiplierOf("exact:2x2");
  MultiplierFile file{m, {}, exactFactors(u(2), u(2))};
  file.gradients["ste"] = gradientsOf(m, "ste");
  std::string whole = bytesOf(file);
  ASSERT_EQ(errorOf(parseMultiplierFile(whole)), "");
  for (size_t size = 0; size < whole.size(); ++size)
    ASSERT_NE(errorOf(parseMultiplierFile(whole.substr(0, size))), "") << size;
  EXPECT_NE(errorOf(parseMultiplierFile(whole + "x")), "");
  for (size_t i = 0; i < 8 * whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i / 8] ^= char(1 << (i % 8));
    ASSERT_NE(errorOf(parseMultiplierFile(damaged)), "") << i;
  }
}

/// A file with a header as given and `data` bytes of zeros.
static std::string rawFile(const std::string &header, size_t data) {
  std::string bytes(8, '\0');
  llvm::support::endian::write64le(bytes.data(), header.size());
  return bytes + header + std::string(data, '\0');
}

TEST_F(ContainerTest, Refusals) {
  std::string start = "{\"__metadata__\":{\"format\":\"lutra-multiplier\"},";
  auto entry = [](const std::string &fields) {
    return "{\"t\":{" + fields + "}}";
  };
  std::string deep = std::string(100000, '[');
  const std::pair<std::string, const char *> cases[] = {
      {"abc", "has 3 bytes, too few for a header"},
      {std::string("\xff\xff\0\0\0\0\0\0{}", 10),
       "has a header of 65535 bytes by its first eight, but only 2 bytes: it "
       "is cut off or no such file"},
      {rawFile(deep, 0), "has a header that nests too deeply"},
      {rawFile("[1]", 0), "has a header that is no JSON object"},
      {rawFile("{\"__metadata__\":1}", 0),
       "has metadata that is no JSON object"},
      {rawFile("{\"__metadata__\":{\"a\":1}}", 0),
       "has metadata that is no text"},
      {rawFile("{\"t\":1}", 0), "has tensor 't' without a description"},
      {rawFile(entry("\"dtype\":\"I32\",\"shape\":[2]"), 8),
       "has tensor 't' without dtype, shape and data_offsets"},
      {rawFile(entry("\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,8]"),
               8),
       "has tensor 't' of dtype 'F16': expects F32, I32 or I8"},
      {rawFile(entry("\"dtype\":\"I32\",\"shape\":[-2],\"data_offsets\":[0,8]"),
               8),
       "has tensor 't' with a shape that is no list of sizes"},
      {rawFile(entry("\"dtype\":\"I32\",\"shape\":[4611686018427387904,4],"
                     "\"data_offsets\":[0,0]"),
               8),
       "has tensor 't' of a shape larger than the file"},
      {rawFile(entry("\"dtype\":\"I32\",\"shape\":[2],\"data_offsets\":[0,16]"),
               8),
       "has tensor 't' outside of the file: it is cut off or damaged"},
      {rawFile(entry("\"dtype\":\"I32\",\"shape\":[2],\"data_offsets\":[0,4]"),
               8),
       "has tensor 't' of 4 bytes, expects 8 for its shape"},
      {rawFile(entry("\"dtype\":\"I32\",\"shape\":[2],\"data_offsets\":[4,12]"),
               12),
       "has tensors that overlap or leave holes"},
      {rawFile(entry("\"dtype\":\"I32\",\"shape\":[2],\"data_offsets\":[0,8]"),
               12),
       "has 4 bytes behind its tensors"},
      {rawFile("{}", 0), "is a safetensors file, but no multiplier: its "
                         "metadata lacks format = lutra-multiplier"},
      {rawFile("{\"__metadata__\":{\"format\":\"lutra-multiplier\","
               "\"version\":\"2\"}}",
               0),
       "is of version '2', expects 1"},
      {rawFile("{\"__metadata__\":{\"format\":\"lutra-multiplier\","
               "\"version\":\"1\"}}",
               0),
       "is damaged: its checksum is not that of its content"}};
  for (const auto &[bytes, message] : cases)
    EXPECT_EQ(refusal("m.axm", bytes), message) << bytes.substr(0, 200);
}

TEST_F(ContainerTest, TypesAreTheFilesOwn) {
  ASSERT_EQ(errorOf(saveMultiplierFile({multiplierOf("exact:3x3"), {}, {}},
                                       path("m.axm"))),
            "");
  EXPECT_EQ(take(loadMultiplier(path("m.axm") + ":3x3")).lhs(), u(3));
  EXPECT_EQ(errorOf(loadMultiplier(path("m.axm") + ":s3xu3")),
            "file '" + path("m.axm") +
                "' holds a multiplier of ui3 x ui3, but is to be read as si3 x "
                "ui3");
}
