//===- TablesFuzzer.cpp - Damaged table files -----------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A libFuzzer target for the readers of tables: .npy, raw numbers, lines of
// triples, matrices and C arrays, and the texts of specs and options.
// LUTRA_FUZZ_READER in the environment chooses one; without it each input goes
// to all.
//
//===----------------------------------------------------------------------===//
#include "../../lib/Multiplier/Plausibility.h"
#include "lutra/Multiplier/Families.h"
#include "lutra/Multiplier/Gradient.h"
#include "lutra/Multiplier/ImportOptionsText.h"
#include "lutra/Multiplier/TableFile.h"
#include "lutra/Multiplier/Wrappers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/JSON.h"
#include <cstdlib>

using namespace lutra;
using llvm::StringRef;

/// What a format reads makes a multiplier or is refused, with any options.
static void readTable(StringRef name, StringRef bytes) {
  const TableFormat *format =
      llvm::find_if(allTableFormats(), [&](const TableFormat &row) {
        return StringRef(row.name) == name;
      });
  (void)format->matches(bytes);
  // The last byte chooses the options.
  unsigned choice = bytes.empty() ? 0 : unsigned(uint8_t(bytes.back()));
  ImportOptions options;
  if (choice & 1)
    options.isSigned = (choice & 2) != 0;
  if (choice & 4)
    options.bits = {2 + (choice >> 3 & 1), 2};
  if (choice & 16)
    options.order = TableOrder::OffsetBinary;
  llvm::Expected<FileTable> table = format->read({"fuzz", bytes}, options);
  if (!table)
    return llvm::consumeError(table.takeError());
  (void)findSuspicions(*table);
  size_t expected = size_t(table->lhs.size()) * table->rhs.size();
  for (const std::vector<float> &slopes : table->gradients)
    if (!slopes.empty() && slopes.size() != expected)
      std::abort();
  llvm::Expected<Multiplier> multiplier = Multiplier::create(
      table->lhs, table->rhs, std::move(table->entries), "fuzz");
  if (!multiplier)
    llvm::consumeError(multiplier.takeError());
}

/// A spec that is taken prints as one that reads back as itself.
static void fuzzSpecs(StringRef bytes) {
  llvm::Expected<FamilySpec> family = FamilySpec::parse(bytes);
  if (family && FamilySpec::parse(family->str())->str() != family->str())
    std::abort();
  llvm::consumeError(family.takeError());
  llvm::Expected<GradientSpec> gradient = GradientSpec::parse(bytes);
  if (gradient &&
      GradientSpec::parse(gradient->str())->str() != gradient->str())
    std::abort();
  llvm::consumeError(gradient.takeError());
  std::optional<WrappedText> wrapped = splitWrapper(bytes);
  if (wrapped && wrapped->isBalanced &&
      wrapped->inner.size() + wrapped->suffix.size() > bytes.size())
    std::abort();
  (void)splitTablePath(bytes);
}

static void fuzzOptions(StringRef bytes) {
  llvm::Expected<llvm::json::Value> value = llvm::json::parse(bytes);
  if (!value)
    return llvm::consumeError(value.takeError());
  if (const llvm::json::Object *object = value->getAsObject()) {
    llvm::Expected<ImportOptions> options = parseImportOptions(*object);
    llvm::consumeError(options.takeError());
  }
}

static constexpr struct {
  StringRef name;
  void (*run)(StringRef bytes);
} readers[] = {
    {"npy", [](StringRef bytes) { readTable("npy", bytes); }},
    {"bin", [](StringRef bytes) { readTable("bin", bytes); }},
    {"triples", [](StringRef bytes) { readTable("triples", bytes); }},
    {"matrix", [](StringRef bytes) { readTable("matrix", bytes); }},
    {"c-array", [](StringRef bytes) { readTable("c-array", bytes); }},
    {"specs", fuzzSpecs},
    {"options", fuzzOptions}};

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
