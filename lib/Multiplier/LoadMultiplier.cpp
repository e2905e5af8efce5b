//===- LoadMultiplier.cpp - A multiplier from what a user writes ----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/LoadMultiplier.h"
#include "lutra/Multiplier/Families.h"
#include "lutra/Multiplier/TableFile.h"
#include "lutra/Multiplier/Wrappers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"

using namespace lutra;
using llvm::StringRef;
using llvm::Twine;

/// Each level is a call of its own and makes a table. Two wrappers are of use
/// today, each at most once.
static constexpr unsigned maxWrappers = 16;

static llvm::Expected<Multiplier>
loadNested(StringRef text, const ImportOptions &options, unsigned depth);

/// A multiplier in a wrapper, e.g. `sign_magnitude(exact):s8xs8`, which is in
/// `depth` others.
static llvm::Expected<Multiplier> loadWrapped(const WrappedText &text,
                                              const ImportOptions &options,
                                              unsigned depth) {
  if (depth == maxWrappers)
    return llvm::createStringError("a multiplier nests more than " +
                                   Twine(maxWrappers) +
                                   " wrappers, the innermost within '" +
                                   text.wrapper.take_front(40) + "('");
  llvm::SmallVector<StringRef> names;
  const Wrapper *wrapper = nullptr;
  for (const Wrapper &row : allWrappers()) {
    names.push_back(row.name);
    if (text.wrapper == row.name)
      wrapper = &row;
  }
  if (!wrapper)
    return llvm::createStringError("unknown wrapper '" + text.wrapper + "'" +
                                   suggestName(text.wrapper, names) +
                                   " (known: " + llvm::join(names, ", ") + ")");
  if (!text.isBalanced)
    return llvm::createStringError("'" + text.wrapper +
                                   "(' is not closed, expects '" +
                                   text.wrapper + "(MULTIPLIER)'");
  std::optional<OperandTypes> types;
  StringRef suffix = text.suffix;
  if (suffix.consume_front(":")) {
    llvm::Expected<OperandTypes> parsed = parseOperandTypes(suffix);
    if (!parsed)
      return llvm::createStringError(Twine("wrapper '") + text.wrapper + "' " +
                                     llvm::toString(parsed.takeError()));
    types = *parsed;
  } else if (!suffix.empty()) {
    return llvm::createStringError("wrapper '" + text.wrapper +
                                   "' expects operand types such as ':s8xu8' "
                                   "or nothing after its ')', got '" +
                                   suffix + "'");
  }
  llvm::Expected<Multiplier> inner = loadNested(text.inner, options, depth + 1);
  if (!inner)
    return inner;
  return wrapper->make(*inner, types);
}

static llvm::Expected<Multiplier>
loadNested(StringRef text, const ImportOptions &options, unsigned depth) {
  // A file may have parentheses in its name too.
  if (std::optional<WrappedText> wrapped = splitWrapper(text))
    if (!llvm::sys::fs::exists(text))
      return loadWrapped(*wrapped, options, depth);
  auto [path, types] = splitTablePath(text);
  ImportOptions fileOptions = options;
  if (types)
    fileOptions.types = types;
  if (hasTableExtension(path)) {
    llvm::Expected<Multiplier> multiplier = loadTableFile(path, fileOptions);
    // By its name alone the file would be read with other types.
    return multiplier && types ? multiplier->renamed(text.str())
                               : std::move(multiplier);
  }
  llvm::Expected<FamilySpec> spec = FamilySpec::parse(text);
  if (spec)
    return makeMultiplier(std::move(*spec));
  // Neither: say what is wrong with it as a file when it is one.
  StringRef family = text.split(':').first;
  bool known = llvm::any_of(
      allFamilies(), [&](const Family &row) { return family == row.name; });
  bool isFile = !known && (llvm::sys::fs::exists(text) || text.contains('/'));
  if (!isFile)
    return spec.takeError();
  llvm::consumeError(spec.takeError());
  return loadTableFile(text, fileOptions);
}

llvm::Expected<Multiplier> lutra::loadMultiplier(StringRef text,
                                                 const ImportOptions &options) {
  return loadNested(text, options, /*depth=*/0);
}
