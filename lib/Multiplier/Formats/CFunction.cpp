//===- CFunction.cpp - C functions as tables ------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The source is copied to a scratch folder, compiled with a main function that
// calls it for all operands, and run in the strictest sandbox: it is any
// program. Circuits written down in C take and give bit patterns, whatever
// their declared types say; what was made of the types is stated.
//
//===----------------------------------------------------------------------===//
#include "../Circuits/Circuit.h"
#include "../CostHeader.h"
#include "../External/CScan.h"
#include "../External/ExternalTool.h"
#include "Formats.h"
#include "lutra/Multiplier/Files.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"

using namespace lutra;
using namespace lutra::circuits;
using namespace lutra::external;
using namespace lutra::formats;
using llvm::StringRef;
using llvm::Twine;

//===----------------------------------------------------------------------===//
// Which function, and what its operands are
//===----------------------------------------------------------------------===//

static std::string listFunctions(llvm::ArrayRef<CFunction> functions) {
  return llvm::join(
      llvm::map_range(functions.take_front(8),
                      [](const CFunction &function) { return function.name; }),
      ", ");
}

static llvm::Expected<CFunction> chooseFunction(const CFile &file,
                                                StringRef wanted) {
  std::vector<CFunction> left;
  for (const CFunction &function : file.functions)
    if (wanted.empty() ? file.used.count(function.name) == 0
                       : function.name == wanted)
      left.push_back(function);
  if (file.functions.empty())
    return makeError("holds no function of two integers and to an integer");
  if (!wanted.empty() && left.empty())
    return makeError("has no function '" + wanted + "' of two integers (has: " +
                     listFunctions(file.functions) + ")");
  if (left.size() != 1)
    return makeError("has several functions of two integers: " +
                     listFunctions(left.empty() ? file.functions : left) +
                     "; name the one to read");
  return left.front();
}

static std::string nameOf(const CFunction &function, unsigned index) {
  const std::string &name = function.parameters[index];
  return name.empty() ? (index == 0 ? "the first" : "the second") : name;
}

/// Options first, then the name's convention, then the declaration.
static llvm::Expected<OperandTypes> chooseTypes(const CFunction &function,
                                                StringRef path,
                                                const ImportOptions &options,
                                                std::string &how) {
  if (options.types)
    return *options.types;
  std::optional<NameConvention> convention = readNameConvention(function.name);
  StringRef stem = llvm::sys::path::stem(path);
  std::string nameSaying = "'" + function.name + "'";
  if (!convention || (!convention->isSigned && readNameConvention(stem))) {
    convention = readNameConvention(stem);
    nameSaying = ("'" + stem + "'").str();
  }
  OperandType types[2];
  bool usedName = false;
  for (unsigned i : {0u, 1u}) {
    const CInteger &declared = function.types[i];
    OperandType &type = types[i];
    if (options.bits) {
      type.bits = i == 0 ? options.bits->first : options.bits->second;
    } else if (convention) {
      type.bits = i == 0 ? convention->lhsBits : convention->rhsBits;
      usedName = true;
    } else if (declared.bits <= OperandType::maxBits) {
      type.bits = declared.bits;
    } else {
      return makeError("declares parameter " + nameOf(function, i) + " as " +
                       declared.text +
                       ", which does not say how many bits "
                       "the operand has; state the operands' widths");
    }
    if (type.bits < OperandType::minBits || type.bits > OperandType::maxBits)
      return makeError("has operands of " + Twine(type.bits) +
                       " bits by its name; expects " +
                       Twine(OperandType::minBits) + " to " +
                       Twine(OperandType::maxBits));
    if (type.bits > declared.bits)
      return makeError("declares parameter " + nameOf(function, i) + " as " +
                       declared.text + ", too narrow for an operand of " +
                       Twine(type.bits) + " bits");
    if (options.isSigned) {
      type.isSigned = *options.isSigned;
    } else if (convention && convention->isSigned) {
      type.isSigned = *convention->isSigned;
      usedName = true;
    } else if (declared.isGeneric && declared.isSigned) {
      return makeError("declares parameter " + nameOf(function, i) + " as " +
                       declared.text +
                       ", which does not say whether the "
                       "operand is signed; state the operand types");
    } else {
      type.isSigned = declared.isSigned;
    }
  }
  how = usedName ? "; " + OperandTypes(types[0], types[1]).first.str() + " x " +
                       types[1].str() + " as the name " + nameSaying + " says"
                 : "";
  return OperandTypes(types[0], types[1]);
}

//===----------------------------------------------------------------------===//
// Compiling and running
//===----------------------------------------------------------------------===//

static llvm::Expected<CFile> scan(StringRef text) {
  CFile file = scanC(text);
  if (!file.refusal.empty())
    return makeError(file.refusal);
  return file;
}

/// Copies what the source includes by #include "...", from beside it.
static llvm::Error copyIncludes(const CFile &file, StringRef folder,
                                const ScratchFolder &scratch,
                                std::set<std::string> &copied) {
  auto isInside = [](StringRef path) {
    return !llvm::sys::path::is_absolute(path) &&
           !llvm::is_contained(llvm::make_range(llvm::sys::path::begin(path),
                                                llvm::sys::path::end(path)),
                               "..");
  };
  for (const std::string &path : file.systemIncludes)
    if (!isInside(path))
      return makeError("includes <" + path +
                       ">: expects a header of the compiler");
  for (const std::string &path : file.quotedIncludes) {
    if (!isInside(path))
      return makeError("includes \"" + path +
                       "\": expects a path within the file's own folder");
    if (!copied.insert(path).second)
      continue;
    if (copied.size() > 256)
      return makeError("includes more than 256 files");
    llvm::SmallString<128> from(folder);
    llvm::sys::path::append(from, path);
    if (!llvm::sys::fs::is_regular_file(from))
      continue; // a header of the system, or the compiler says what is missing
    // The copies' names and ours must not meet.
    if (StringRef(path).starts_with("lutra_"))
      return makeError("includes \"" + path +
                       "\": names that begin with lutra_ are taken");
    auto buffer = readFileWithin(folder, path);
    if (!buffer)
      return makeError("needs file '" + from +
                       "': " + llvm::toString(buffer.takeError()));
    std::string text = plainLineEnds((*buffer)->getBuffer());
    if (llvm::Error error = scratch.write(path, text))
      return error;
    llvm::Expected<CFile> header = scan(text);
    if (!header)
      return makeError("needs file '" + from + "', which " +
                       llvm::toString(header.takeError()));
    if (llvm::Error error = copyIncludes(*header, folder, scratch, copied))
      return error;
  }
  return llvm::Error::success();
}

/// Calls the function for all operands by bit pattern, twice, the second time
/// backwards, and writes to descriptor 3: the index of a product that differs
/// the second time or -1, and all products.
static std::string makeHarness(const CFunction &function, OperandTypes types) {
  // The wrapper's argument becomes the declared parameter as C converts it: a
  // value where that is signed, the bit pattern where it is unsigned.
  auto operand = [&](unsigned index, OperandType type) {
    bool asValue = type.isSigned && function.types[index].isSigned;
    return llvm::formatv(
               "(({0} ^ {1}LL) - {1}LL)",
               index == 0
                   ? llvm::formatv("(i >> {0})", types.second.bits).str()
                   : llvm::formatv("(i & {0}LL)", types.second.size() - 1)
                         .str(),
               asValue ? type.size() / 2 : 0)
        .str();
  };
  return llvm::formatv(
      R"(#include <stdlib.h>
#include <unistd.h>
extern long long lutra_product(long long, long long);
static long long call(long long i) {{ return lutra_product({0}, {1}); }
int main(void) {{
  const long long count = {2}LL;
  long long *out = malloc((count + 1) * sizeof(*out));
  const char *bytes = (const char *)out;
  size_t left = (count + 1) * sizeof(*out);
  long long i;
  if (!out) return 1;
  for (i = 0; i < count; ++i) out[i + 1] = call(i);
  out[0] = -1;
  for (i = count - 1; i >= 0; --i) if (call(i) != out[i + 1]) out[0] = i;
  while (left > 0) {{
    ssize_t written = write(3, bytes, left);
    if (written <= 0) _exit(1);
    bytes += written;
    left -= written;
  }
  _exit(0);
}
)",
      operand(0, types.first), operand(1, types.second),
      uint64_t(types.first.size()) * types.second.size());
}

static llvm::Error compile(StringRef compiler, const CFunction &function,
                           StringRef source, OperandTypes types,
                           const ScratchFolder &scratch, double seconds) {
  std::string wrapper =
      "\nlong long lutra_product(long long lutra_a, long long lutra_b) {\n"
      "  return (long long)" +
      function.name + "(lutra_a, lutra_b);\n}\n";
  if (llvm::Error error =
          scratch.write("lutra_input.c", (source + wrapper).str()))
    return error;
  if (llvm::Error error =
          scratch.write("lutra_main.c", makeHarness(function, types)))
    return error;
  ToolCall call;
  call.name = "the C compiler";
  call.path = compiler.str();
  call.timeLimitSeconds = seconds;
  // The source may have a main function of its own.
  std::vector<std::string> parts[] = {
      {"-w", "-O1", "-c", "-Dmain=lutra_main_of_input", "lutra_input.c"},
      {"-w", "-O1", "-c", "lutra_main.c"},
      {"-static", "-o", "lutra_run", "lutra_input.o", "lutra_main.o", "-lm"}};
  for (std::vector<std::string> &part : parts) {
    call.arguments = part;
    llvm::Expected<ToolOutput> output = runTool(call, scratch);
    // Not every system has the static library.
    if (!output && part.front() == "-static") {
      llvm::consumeError(output.takeError());
      call.arguments.erase(call.arguments.begin());
      output = runTool(call, scratch);
    }
    if (!output)
      return output.takeError();
  }
  return llvm::Error::success();
}

static llvm::Expected<std::vector<int64_t>> run(const CFunction &function,
                                                OperandTypes types,
                                                const ScratchFolder &scratch,
                                                double seconds) {
  OperandType lhs = types.first, rhs = types.second;
  uint64_t count = uint64_t(lhs.size()) * rhs.size();
  ToolCall call;
  call.name = "function " + function.name;
  call.path = scratch.path() + "/lutra_run";
  call.sandbox = Sandbox::Untrusted;
  call.timeLimitSeconds = seconds;
  call.outputLimit = 8 * (count + 1);
  llvm::Expected<ToolOutput> output = runTool(call, scratch);
  if (!output)
    return output.takeError();
  if (output->output.size() != 8 * (count + 1))
    return makeError("ended its program before function " + function.name +
                     " gave all products");
  std::vector<int64_t> products(count + 1);
  std::memcpy(products.data(), output->output.data(), output->output.size());
  if (products.front() != -1) {
    uint32_t index = uint32_t(products.front());
    return makeError("has a memory: " + function.name + "(" +
                     Twine(lhs.value(index / rhs.size())) + ", " +
                     Twine(rhs.value(index % rhs.size())) +
                     ") depends on the calls before");
  }
  products.erase(products.begin());
  return products;
}

//===----------------------------------------------------------------------===//
// The table
//===----------------------------------------------------------------------===//

/// Signed products that the function gives as bit patterns become negative.
static void extendSign(std::vector<int64_t> &products,
                       const CFunction &function, OperandTypes types,
                       std::string &description) {
  if (!types.first.isSigned && !types.second.isSigned)
    return;
  unsigned bits = types.first.bits + types.second.bits;
  int64_t size = int64_t(1) << bits, half = size / 2;
  bool asPattern = !function.result.isSigned;
  std::string reason = "declared " + function.result.text;
  if (function.result.isSigned && function.result.bits > bits) {
    // A signed result with room to spare that is never negative, although it
    // reaches the sign's bit, is a pattern as well.
    asPattern = llvm::none_of(products, [](int64_t p) { return p < 0; }) &&
                llvm::all_of(products, [&](int64_t p) { return p < size; }) &&
                llvm::any_of(products, [&](int64_t p) { return p >= half; });
    reason += ", but never negative";
  }
  if (!asPattern)
    return;
  for (int64_t &product : products)
    product = ((product & (size - 1)) ^ half) - half;
  description +=
      llvm::formatv("; result sign-extended from {0} bits ({1})", bits, reason);
}

static llvm::Expected<FileTable> evaluate(const TableSource &source,
                                          const ImportOptions &options) {
  std::string text = plainLineEnds(source.bytes);
  llvm::Expected<CFile> file = scan(text);
  if (!file)
    return file.takeError();
  llvm::Expected<CFunction> function = chooseFunction(*file, options.function);
  if (!function)
    return function.takeError();
  std::string how;
  llvm::Expected<OperandTypes> types =
      chooseTypes(*function, source.path, options, how);
  if (!types)
    return types.takeError();
  for (unsigned i : {0u, 1u}) {
    OperandType type = i == 0 ? types->first : types->second;
    if (function->types[i].bits < type.bits)
      return makeError("declares parameter " + nameOf(*function, i) + " as " +
                       function->types[i].text +
                       ", too narrow for an operand of " + Twine(type.bits) +
                       " bits");
  }
  auto compiler = findTool({"cc", "gcc", "clang"});
  if (!compiler)
    return makeError("is a C function, which needs a C compiler: none of cc, "
                     "gcc and clang is in PATH");
  llvm::Expected<ScratchFolder> scratch = ScratchFolder::create();
  if (!scratch)
    return scratch.takeError();
  std::set<std::string> copied;
  if (llvm::Error error = copyIncludes(
          *file, llvm::sys::path::parent_path(source.path), *scratch, copied))
    return error;
  double seconds = options.timeLimitSeconds;
  if (llvm::Error error =
          compile(*compiler, *function, text, *types, *scratch, seconds))
    return error;
  llvm::Expected<std::vector<int64_t>> products =
      run(*function, *types, *scratch, seconds);
  if (!products)
    return products.takeError();

  FileTable table{types->first, types->second, {}, {}};
  MultiplierMetadata &metadata = table.metadata;
  metadata.description = "function " + function->name + "(" +
                         nameOf(*function, 0) + ", " + nameOf(*function, 1) +
                         "), its first parameter is the first operand" + how;
  extendSign(*products, *function, *types, metadata.description);
  metadata.description +=
      "; compiled by " + llvm::sys::path::filename(*compiler).str();
  for (auto [index, product] : llvm::enumerate(*products)) {
    if (product > INT32_MAX || product < INT32_MIN)
      return makeError(
          "gives " + function->name + "(" +
          Twine(table.lhs.value(uint32_t(index / table.rhs.size()))) + ", " +
          Twine(table.rhs.value(uint32_t(index % table.rhs.size()))) + ") = " +
          Twine(product) + ", which no product of " + describe(*types) + " is");
    table.entries.push_back(int32_t(product));
  }
  if (auto warning =
          warnOfOrder(function->parameters[0], function->parameters[1]))
    metadata.warnings.push_back(*warning);
  if (auto warning = warnOfGuards(Sandbox::Untrusted))
    metadata.warnings.push_back(*warning);
  return table;
}

static llvm::Expected<FileTable> readCFunction(const TableSource &source,
                                               const ImportOptions &options) {
  llvm::Expected<FileTable> table = evaluate(source, options);
  if (table)
    readCostHeader(source, *table);
  return table;
}

static bool matchesCFunction(StringRef bytes) {
  // What returns nothing is no multiplier, and a large array need not be
  // scanned for functions.
  return bytes.contains('{') && bytes.contains("return") &&
         !bytes.contains('\0') && !scanC(bytes).functions.empty();
}

TableFormat formats::cFunction() {
  return {"c-function",
          {".c"},
          "function of two integers, compiled by the system's C compiler and "
          "run for all operands in a sandbox",
          matchesCFunction,
          readCFunction,
          nullptr};
}
