//===- VerilogDesign.cpp - The files of a design --------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "VerilogDesign.h"
#include "lutra/Multiplier/Files.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <map>

using namespace lutra;
using namespace lutra::circuits;
using llvm::StringRef;
using llvm::Twine;

const VerilogModule &VerilogDesign::topModule() const {
  return *llvm::find_if(
      modules, [&](const VerilogModule &module) { return module.name == top; });
}

static std::string listModules(llvm::ArrayRef<VerilogModule> modules) {
  return llvm::join(
      llvm::map_range(modules.take_front(8),
                      [](const VerilogModule &module) { return module.name; }),
      ", ");
}

/// The module that is evaluated, one of the file's own.
static llvm::Expected<std::string>
chooseTop(llvm::ArrayRef<VerilogModule> modules, StringRef wanted) {
  llvm::StringSet<> instances;
  for (const VerilogModule &module : modules) {
    if (module.name == wanted)
      return module.name;
    // One that instantiates itself may still be the top module.
    for (const std::string &name : module.instances)
      if (name != module.name)
        instances.insert(name);
  }
  llvm::SmallVector<VerilogModule> tops;
  for (const VerilogModule &module : modules)
    if (!instances.contains(module.name))
      tops.push_back(module);
  if (modules.empty())
    return llvm::createStringError("holds no module");
  if (!wanted.empty())
    return llvm::createStringError("has no module '" + wanted +
                                   "' (has: " + listModules(modules) + ")");
  if (tops.size() != 1)
    return llvm::createStringError(
        "has " + Twine(tops.size()) + " top modules: " +
        listModules(tops.empty() ? modules : llvm::ArrayRef(tops)) +
        "; name the one to read");
  return tops.front().name;
}

namespace {
/// Copies files, each after a look at its words.
class Copier {
public:
  Copier(StringRef source, const external::ScratchFolder &folder)
      : folder(folder), source(source.str()) {}
  llvm::Expected<VerilogText> copy(StringRef name, StringRef bytes);
  /// A file beside the source; nothing when there is none.
  llvm::Expected<std::optional<VerilogText>> copyBeside(StringRef name);

private:
  const external::ScratchFolder &folder;
  /// Where the source lies.
  std::string source;
  std::set<std::string> copied;
};
} // namespace

llvm::Expected<VerilogText> Copier::copy(StringRef name, StringRef bytes) {
  std::string text = external::plainLineEnds(bytes);
  llvm::Expected<VerilogText> result = scanVerilog(text);
  if (!result)
    return result.takeError();
  if (llvm::Error error = folder.write(name, text))
    return error;
  for (const std::string &include : result->includes) {
    llvm::Expected<std::optional<VerilogText>> included = copyBeside(include);
    if (!included)
      return included.takeError();
    if (*included)
      result->isSystemVerilog |= (*included)->isSystemVerilog;
    // Where none is beside it, the tool says so.
  }
  return result;
}

llvm::Expected<std::optional<VerilogText>> Copier::copyBeside(StringRef name) {
  if (!copied.insert(name.str()).second)
    return std::nullopt;
  if (copied.size() > 256)
    return llvm::createStringError("needs more than 256 files");
  llvm::SmallString<128> path(source);
  llvm::sys::path::append(path, name);
  if (!llvm::sys::fs::is_regular_file(path))
    return std::nullopt;
  // The copies' names and ours must not meet.
  if (name.starts_with("lutra_"))
    return llvm::createStringError("needs file '" + path +
                                   "': names that begin with lutra_ are taken");
  auto buffer = readFileWithin(source, name);
  if (!buffer)
    return llvm::createStringError("needs file '" + path +
                                   "': " + llvm::toString(buffer.takeError()));
  llvm::Expected<VerilogText> text = copy(name, (*buffer)->getBuffer());
  if (!text)
    return llvm::createStringError("needs file '" + path + "', which " +
                                   llvm::toString(text.takeError()));
  return std::optional(std::move(*text));
}

/// Cells of the FreePDK45 library that EvoApproxLib's netlists instantiate,
/// some of them without a definition.
static StringRef standardCell(StringRef name) {
  return llvm::StringSwitch<StringRef>(name)
      .Case("FAX1", "module FAX1(input A, B, C, output YC, YS);\n"
                    "  assign YC = (A & B) | (C & (A | B));\n"
                    "  assign YS = A ^ B ^ C;\nendmodule\n")
      .Case("HAX1", "module HAX1(input A, B, output YC, YS);\n"
                    "  assign YC = A & B;\n"
                    "  assign YS = A ^ B;\nendmodule\n")
      .Case("AND2X1", "module AND2X1(input A, B, output Y);\n"
                      "  assign Y = A & B;\nendmodule\n")
      .Case("OR2X1", "module OR2X1(input A, B, output Y);\n"
                     "  assign Y = A | B;\nendmodule\n")
      .Case("XOR2X1", "module XOR2X1(input A, B, output Y);\n"
                      "  assign Y = A ^ B;\nendmodule\n")
      .Case("NAND2X1", "module NAND2X1(input A, B, output Y);\n"
                       "  assign Y = ~(A & B);\nendmodule\n")
      .Case("NOR2X1", "module NOR2X1(input A, B, output Y);\n"
                      "  assign Y = ~(A | B);\nendmodule\n")
      .Case("INVX1", "module INVX1(input A, output Y);\n"
                     "  assign Y = ~A;\nendmodule\n")
      .Case("BUFX2", "module BUFX2(input A, output Y);\n"
                     "  assign Y = A;\nendmodule\n")
      .Default("");
}

/// Adds the definitions of standard cells that no file has.
static llvm::Error addStandardCells(VerilogDesign &design,
                                    const external::ScratchFolder &folder) {
  std::set<std::string> instances;
  for (const VerilogModule &module : design.modules)
    instances.insert(module.instances.begin(), module.instances.end());
  for (const VerilogModule &module : design.modules)
    instances.erase(module.name);
  std::string cells;
  for (const std::string &name : instances) {
    StringRef cell = standardCell(name);
    if (cell.empty())
      continue;
    cells += cell;
    design.standardCells.push_back(name);
  }
  if (cells.empty())
    return llvm::Error::success();
  design.files.push_back("lutra_cells.v");
  return folder.write(design.files.back(), cells);
}

namespace {
/// Which Verilog file of a folder holds which module, looked up when a module
/// is missing.
class FolderIndex {
public:
  explicit FolderIndex(StringRef folder) : folder(folder) {}
  /// The file's name within the folder, empty when none holds the module.
  std::string fileOf(StringRef module);

private:
  StringRef folder;
  bool isRead = false;
  std::map<std::string, std::string> fileByModule;

  void read();
};
} // namespace

static bool isVerilog(StringRef path) {
  return path.ends_with_insensitive(".v") || path.ends_with_insensitive(".sv");
}

void FolderIndex::read() {
  isRead = true;
  std::error_code error;
  unsigned files = 0;
  constexpr unsigned maxFiles = 1024;
  constexpr uint64_t maxBytes = uint64_t(8) << 20;
  for (llvm::sys::fs::directory_iterator
           it(folder.empty() ? "." : folder, error),
       end;
       !error && it != end && files < maxFiles; it.increment(error)) {
    StringRef name = llvm::sys::path::filename(it->path());
    if (!isVerilog(name) || !isPlainPath(name))
      continue;
    ++files;
    auto buffer = readFileWithin(folder, name, maxBytes);
    if (!buffer) {
      llvm::consumeError(buffer.takeError());
      continue;
    }
    // A file that would be refused is none of the design's.
    llvm::Expected<VerilogText> text = scanVerilog((*buffer)->getBuffer());
    if (!text) {
      llvm::consumeError(text.takeError());
      continue;
    }
    for (const VerilogModule &module : text->modules)
      fileByModule.emplace(module.name, name.str());
  }
}

std::string FolderIndex::fileOf(StringRef module) {
  for (const char *extension : {".v", ".sv"}) {
    std::string name = (module + extension).str();
    llvm::SmallString<128> path(folder);
    llvm::sys::path::append(path, name);
    if (isPlainPath(name) && llvm::sys::fs::is_regular_file(path))
      return name;
  }
  if (!standardCell(module).empty())
    return "";
  if (!isRead)
    read();
  auto position = fileByModule.find(module.str());
  return position == fileByModule.end() ? "" : position->second;
}

/// Adds the files beside the source that hold instantiated modules.
static llvm::Error copyModules(VerilogDesign &design, Copier &copier,
                               StringRef folder) {
  FolderIndex index(folder);
  llvm::StringSet<> known;
  for (const VerilogModule &module : design.modules)
    known.insert(module.name);
  // The list grows while it is walked: a file beside may need others.
  for (size_t i = 0; i < design.modules.size(); ++i) {
    const std::set<std::string> instances = design.modules[i].instances;
    for (const std::string &name : instances) {
      if (known.contains(name))
        continue;
      std::string file = index.fileOf(name);
      if (file.empty())
        continue; // a primitive or a standard cell, or the tool says it lacks
      llvm::Expected<std::optional<VerilogText>> found =
          copier.copyBeside(file);
      if (!found)
        return found.takeError();
      if (!*found)
        continue;
      design.files.push_back(file);
      design.isSystemVerilog |=
          (*found)->isSystemVerilog || StringRef(file).ends_with(".sv");
      for (const VerilogModule &module : (*found)->modules)
        known.insert(module.name);
      llvm::append_range(design.modules, (*found)->modules);
    }
  }
  return llvm::Error::success();
}

llvm::Expected<VerilogDesign>
circuits::copyDesign(StringRef path, StringRef text, StringRef wantedTop,
                     const external::ScratchFolder &folder) {
  StringRef parent = llvm::sys::path::parent_path(path);
  Copier copier(parent, folder);
  VerilogDesign design;
  // A name of ours: the user's may hold anything.
  design.files = {"lutra_input.v"};
  llvm::Expected<VerilogText> main = copier.copy(design.files.front(), text);
  if (!main)
    return main.takeError();
  llvm::Expected<std::string> top = chooseTop(main->modules, wantedTop);
  if (!top)
    return top.takeError();
  design.top = *top;
  if (StringRef(design.top).starts_with("\\"))
    return llvm::createStringError("has the top module '" + design.top +
                                   "': expects a name of letters and digits");
  design.modules = main->modules;
  design.isSystemVerilog =
      main->isSystemVerilog || path.ends_with_insensitive(".sv");
  design.clockedLine = main->clockedLine;
  if (llvm::Error error = copyModules(design, copier, parent))
    return error;
  if (llvm::Error error = addStandardCells(design, folder))
    return error;
  return design;
}

llvm::Expected<std::string>
circuits::findTopFile(llvm::ArrayRef<std::string> paths, StringRef wantedTop) {
  std::set<std::string> instances;
  std::vector<std::pair<std::string, std::string>> modules;
  for (const std::string &path : paths) {
    auto buffer = readRegularFile(path);
    if (!buffer)
      return llvm::createStringError(
          "has file '" + path + "': " + llvm::toString(buffer.takeError()));
    llvm::Expected<VerilogText> text = scanVerilog((*buffer)->getBuffer());
    if (!text)
      return llvm::createStringError("has file '" + path + "', which " +
                                     llvm::toString(text.takeError()));
    for (const VerilogModule &module : text->modules) {
      modules.push_back({module.name, path});
      instances.insert(module.instances.begin(), module.instances.end());
    }
  }
  std::vector<std::pair<std::string, std::string>> tops;
  for (const auto &[name, path] : modules)
    if (wantedTop.empty() ? instances.count(name) == 0 : name == wantedTop)
      tops.push_back({name, path});
  if (tops.size() == 1)
    return tops.front().second;
  std::string list;
  for (const auto &[name, path] : llvm::ArrayRef(tops).take_front(8))
    list += (list.empty() ? " (" : ", ") + name + " in " +
            llvm::sys::path::filename(path).str();
  return llvm::createStringError(
      "has " + Twine(tops.size()) +
      (wantedTop.empty() ? " top modules" : " modules '" + wantedTop + "'") +
      (list.empty() ? "" : list + ")") + "; expects one: name it, or its file");
}
