//===- CircuitsFuzzer.cpp - Damaged circuits and containers ---------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A libFuzzer target for what reads a circuit or container without an external
// program. LUTRA_FUZZ_READER in the environment chooses one reader; without it
// each input goes to all.
//
//===----------------------------------------------------------------------===//
#include "../../lib/Multiplier/Circuits/VerilogScan.h"
#include "../../lib/Multiplier/Container/Safetensors.h"
#include "../../lib/Multiplier/CostHeader.h"
#include "../../lib/Multiplier/External/CScan.h"
#include "lutra/Multiplier/Container.h"
#include "lutra/Multiplier/TableFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdlib>

using namespace lutra;
using llvm::StringRef;

/// A table that is read is one that a multiplier can be made of, or is refused.
static void fuzzBlif(StringRef bytes) {
  const TableFormat *format =
      llvm::find_if(allTableFormats(), [](const TableFormat &row) {
        return StringRef(row.name) == "blif";
      });
  ImportOptions options;
  options.timeLimitSeconds = 0.5;
  (void)format->matches(bytes);
  llvm::Expected<FileTable> table = format->read({"fuzz.blif", bytes}, options);
  if (!table)
    return llvm::consumeError(table.takeError());
  llvm::Expected<Multiplier> multiplier = Multiplier::create(
      table->lhs, table->rhs, std::move(table->entries), "fuzz");
  if (!multiplier)
    llvm::consumeError(multiplier.takeError());
}

/// What is accepted is written again, byte by byte what a second reading gives.
static void readContainer(StringRef bytes) {
  llvm::Expected<MultiplierFile> file = parseMultiplierFile(bytes);
  if (!file)
    return llvm::consumeError(file.takeError());
  std::string first, second;
  llvm::raw_string_ostream os(first), again(second);
  llvm::cantFail(writeMultiplierFile(*file, os));
  llvm::cantFail(
      writeMultiplierFile(llvm::cantFail(parseMultiplierFile(first)), again));
  if (first != second)
    std::abort();
}

/// As it is, and with the sums that no mutation hits made right.
static void fuzzContainer(StringRef bytes) {
  readContainer(bytes);
  llvm::Expected<TensorFile> tensors = TensorFile::parse(bytes);
  if (!tensors)
    return llvm::consumeError(tensors.takeError());
  std::map<std::string, std::string> &metadata = tensors->metadata;
  llvm::Expected<OperandType> lhs = OperandType::parse(metadata["lhs"]);
  llvm::Expected<OperandType> rhs = OperandType::parse(metadata["rhs"]);
  if (lhs && rhs) {
    StringRef data = tensors->tensors["table"].bytes;
    std::vector<int32_t> entries;
    for (size_t i = 0; i + 4 <= data.size(); i += 4)
      entries.push_back(
          int32_t(llvm::support::endian::read32le(data.data() + i)));
    llvm::Expected<Multiplier> multiplier =
        Multiplier::create(*lhs, *rhs, std::move(entries), "fuzz");
    if (multiplier)
      metadata["sha256"] = multiplier->hash();
    llvm::consumeError(multiplier.takeError());
  }
  llvm::consumeError(lhs.takeError());
  llvm::consumeError(rhs.takeError());
  metadata["checksum"] = tensors->checksum("checksum");
  std::string repaired;
  llvm::raw_string_ostream os(repaired);
  tensors->write(os);
  readContainer(repaired);
}

static void fuzzHeader(StringRef bytes) {
  CircuitHeader header = parseCircuitHeader(bytes);
  FileTable table{{2, false}, {2, false}, std::vector<int32_t>(16, 3), {}};
  readCostHeader({"fuzz.v", bytes}, table);
  if (table.metadata.cost.has_value() != header.cost.has_value())
    std::abort();
}

static void fuzzC(StringRef bytes) { (void)external::scanC(bytes); }

static void fuzzVerilog(StringRef bytes) {
  llvm::Expected<circuits::VerilogText> text = circuits::scanVerilog(bytes);
  if (!text)
    llvm::consumeError(text.takeError());
}

static constexpr struct {
  StringRef name;
  void (*run)(StringRef bytes);
} readers[] = {{"blif", fuzzBlif},
               {"container", fuzzContainer},
               {"header", fuzzHeader},
               {"c", fuzzC},
               {"verilog", fuzzVerilog}};

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const StringRef chosen = [] {
    const char *name = std::getenv("LUTRA_FUZZ_READER");
    return StringRef(name ? name : "");
  }();
  StringRef bytes(reinterpret_cast<const char *>(data), size);
  for (const auto &reader : readers)
    if (chosen.empty() || chosen == reader.name)
      reader.run(bytes);
  return 0;
}
