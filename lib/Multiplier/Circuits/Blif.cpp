//===- Blif.cpp - Berkeley logic interchange format -----------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Berkeley Logic Interchange Format, University of California, Berkeley, 1992:
// its combinational part, in which ABC, SIS and yosys write. First the models'
// statements, then the netlist of the top model with the others in their place.
//
//===----------------------------------------------------------------------===//
#include "Blif.h"
#include "lutra/Multiplier/Spec.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/Twine.h"
#include <optional>

using namespace lutra;
using namespace lutra::circuits;
using llvm::StringRef;
using llvm::Twine;

namespace {
using Words = llvm::SmallVector<StringRef, 8>;

/// One .names or .subckt.
struct Statement {
  unsigned line;
  bool isInstance;
  /// .names: inputs and the output; .subckt: the model and its connections.
  Words words;
  /// Rows of .names: input pattern and output digit.
  std::vector<std::pair<StringRef, char>> rows;
};

struct Model {
  StringRef name;
  Words inputs, outputs;
  std::vector<Statement> statements;
  llvm::StringSet<> ports;
  /// Why it is no circuit that this reader evaluates, with the line.
  std::string refusal;
};

/// Logical lines: comments dropped, continued lines joined, in words.
class Lines {
public:
  explicit Lines(StringRef text) : rest(text) {}
  /// False at the end. `number` is the line's first.
  bool next(Words &words, unsigned &number) {
    words.clear();
    while (!rest.empty()) {
      auto [line, tail] = rest.split('\n');
      rest = tail;
      ++current;
      if (words.empty())
        number = current;
      line = line.split('#').first.rtrim();
      bool continues = line.consume_back("\\");
      llvm::SplitString(line, words, " \t\r\v\f");
      if (!continues && !words.empty())
        return true;
    }
    return !words.empty();
  }

private:
  StringRef rest;
  unsigned current = 0;
};

llvm::Error errorAt(unsigned line, const Twine &message) {
  return llvm::createStringError("has on line " + Twine(line) + " " + message);
}

/// The statements of a file.
class Parser {
public:
  explicit Parser(StringRef text) : lines(text) {}
  llvm::Expected<std::vector<Model>> parse();

private:
  Lines lines;
  std::vector<Model> models;
  /// False between .end and the next .model.
  bool open = false;

  Model &model(StringRef name = "");
  llvm::Error parseRow(const Words &words, unsigned line);
  llvm::Error parseCommand(const Words &words, unsigned line);
};
} // namespace

/// The model that statements go to; the first may lack its .model line.
Model &Parser::model(StringRef name) {
  if (!open) {
    models.emplace_back();
    models.back().name = name;
    open = true;
  }
  return models.back();
}

llvm::Error Parser::parseRow(const Words &words, unsigned line) {
  std::vector<Statement> &statements = model().statements;
  if (statements.empty() || statements.back().isInstance)
    return errorAt(line, "'" + words.front() + "', which follows no .names");
  Statement &names = statements.back();
  size_t inputs = names.words.size() - 1;
  StringRef pattern = inputs == 0 ? "" : words.front();
  if (words.size() != (inputs == 0 ? 1 : 2) || words.back().size() != 1 ||
      !StringRef("01").contains(words.back().front()) ||
      pattern.size() != inputs ||
      pattern.find_first_not_of("01-") != StringRef::npos)
    return errorAt(line, "'" + llvm::join(words, " ").substr(0, 60) +
                             "'; expects " + Twine(inputs) +
                             " of 0, 1 and -, then 0 or 1");
  char digit = words.back().front();
  if (!names.rows.empty() && names.rows.front().second != digit)
    return errorAt(line, "a row for " + Twine(digit) +
                             " among rows for the other value");
  names.rows.push_back({pattern, digit});
  return llvm::Error::success();
}

llvm::Error Parser::parseCommand(const Words &words, unsigned line) {
  StringRef command = words.front();
  llvm::ArrayRef<StringRef> arguments = llvm::ArrayRef(words).drop_front();
  auto refuse = [&](const Twine &reason) {
    Model &current = model();
    if (current.refusal.empty())
      current.refusal = ("has on line " + Twine(line) + " " + reason).str();
    return llvm::Error::success();
  };
  if (command == ".model") {
    if (arguments.size() != 1)
      return errorAt(line, "a .model that expects one name");
    open = false;
    model(arguments.front());
  } else if (command == ".inputs") {
    llvm::append_range(model().inputs, arguments);
    model().ports.insert_range(arguments);
  } else if (command == ".outputs") {
    llvm::append_range(model().outputs, arguments);
    model().ports.insert_range(arguments);
  } else if (command == ".names" || command == ".conn") {
    if (arguments.empty() || (command == ".conn" && arguments.size() != 2))
      return errorAt(line, "a " + command + " without the nets it expects");
    model().statements.push_back({line, false, Words(arguments), {}});
    if (command == ".conn")
      model().statements.back().rows.push_back({"1", '1'});
  } else if (command == ".subckt") {
    if (arguments.empty())
      return errorAt(line, "a .subckt that expects a model");
    model().statements.push_back({line, true, Words(arguments), {}});
  } else if (command == ".latch" || command == ".mlatch") {
    return refuse("a latch (" + command +
                  "): it is sequential, expects a combinational circuit");
  } else if (command == ".gate") {
    return refuse("a gate of a library ('" +
                  (arguments.empty() ? StringRef("?") : arguments.front()) +
                  "'): expects .names, not a mapped netlist");
  } else if (command == ".end") {
    open = false;
  } else if (command == ".exdc") {
    return refuse("don't-cares (.exdc), which leave products open");
  } else if (!llvm::is_contained(
                 llvm::ArrayRef<StringRef>(
                     {".clock", ".attr", ".param", ".cname", ".area", ".delay",
                      ".wire_load_slope", ".wire", ".input_arrival",
                      ".default_input_arrival", ".output_required",
                      ".default_output_required", ".input_drive",
                      ".default_input_drive", ".output_load",
                      ".default_output_load", ".default_max_input_load",
                      ".max_input_load"}),
                 command)) {
    return errorAt(line, "'" + command.substr(0, 60) +
                             "', which this reader does not know");
  }
  return llvm::Error::success();
}

llvm::Expected<std::vector<Model>> Parser::parse() {
  Words words;
  unsigned line = 0;
  while (lines.next(words, line)) {
    llvm::Error error = words.front().starts_with(".")
                            ? parseCommand(words, line)
                            : parseRow(words, line);
    if (error)
      return error;
  }
  if (models.empty())
    return llvm::createStringError("has no .model");
  return std::move(models);
}

//===----------------------------------------------------------------------===//
// One netlist of a hierarchy
//===----------------------------------------------------------------------===//

namespace {
class Flattener {
public:
  Flattener(llvm::ArrayRef<Model> models, Netlist &netlist)
      : models(models), netlist(netlist) {}
  llvm::Error index();
  const Model *find(StringRef name) const { return byName.lookup(name); }
  /// Adds a model's gates; `nets` holds the nets of its ports.
  llvm::Error add(const Model &model, llvm::StringMap<Net> &nets);
  std::string listModels() const;

private:
  static constexpr uint64_t maxSize = uint64_t(1) << 22;
  llvm::ArrayRef<Model> models;
  llvm::StringMap<const Model *> byName;
  Netlist &netlist;
  /// From the top to the model that is being added.
  std::vector<const Model *> path;
  /// Words and rows unfolded so far.
  uint64_t size = 0;

  Net netOf(StringRef name, llvm::StringMap<Net> &nets);
  llvm::Error grow(uint64_t by);
  llvm::Error addNames(const Statement &names, llvm::StringMap<Net> &nets);
  llvm::Error addInstance(const Statement &instance,
                          llvm::StringMap<Net> &nets);
};
} // namespace

llvm::Error Flattener::index() {
  for (const Model &model : models)
    if (!byName.try_emplace(model.name, &model).second)
      return llvm::createStringError("has model '" + model.name + "' twice");
  return llvm::Error::success();
}

std::string Flattener::listModels() const {
  return llvm::join(
      llvm::map_range(models.take_front(8),
                      [](const Model &model) { return model.name; }),
      ", ");
}

Net Flattener::netOf(StringRef name, llvm::StringMap<Net> &nets) {
  auto [position, isNew] = nets.try_emplace(name, 0);
  if (isNew)
    position->second = netlist.addNet(name);
  return position->second;
}

llvm::Error Flattener::grow(uint64_t by) {
  size += by;
  if (size > maxSize)
    return llvm::createStringError("unfolds to a netlist of more than " +
                                   Twine(maxSize) + " words");
  return llvm::Error::success();
}

llvm::Error Flattener::addNames(const Statement &names,
                                llvm::StringMap<Net> &nets) {
  uint64_t literals = names.words.size();
  for (auto [pattern, digit] : names.rows)
    literals += 1 + pattern.size();
  if (llvm::Error error = grow(literals))
    return error;
  llvm::SmallVector<Net> inputs;
  for (StringRef word : llvm::ArrayRef(names.words).drop_back())
    inputs.push_back(netOf(word, nets));
  Gate gate;
  gate.output = netOf(names.words.back(), nets);
  gate.inverted = !names.rows.empty() && names.rows.front().second == '0';
  for (auto [pattern, digit] : names.rows) {
    std::vector<Literal> cube;
    for (size_t i = 0; i < pattern.size(); ++i)
      if (pattern[i] != '-')
        cube.push_back({inputs[i], pattern[i] == '0'});
    gate.cubes.push_back(std::move(cube));
  }
  if (llvm::Error error = netlist.addGate(std::move(gate)))
    return errorAt(names.line,
                   "a .names that " + llvm::toString(std::move(error)));
  return llvm::Error::success();
}

llvm::Error Flattener::addInstance(const Statement &instance,
                                   llvm::StringMap<Net> &nets) {
  if (llvm::Error error = grow(instance.words.size()))
    return error;
  StringRef name = instance.words.front();
  const Model *model = find(name);
  if (!model)
    return errorAt(instance.line, "an instance of '" + name +
                                      "', which the file does not hold (has: " +
                                      listModels() + ")");
  if (llvm::is_contained(path, model))
    return errorAt(instance.line,
                   "an instance of '" + name + "' within itself");
  llvm::StringMap<Net> inner;
  for (StringRef connection : llvm::ArrayRef(instance.words).drop_front()) {
    auto [formal, actual] = connection.split('=');
    if (!model->ports.contains(formal))
      return errorAt(instance.line, "an instance of '" + name +
                                        "', which has no port '" + formal +
                                        "'");
    // Generators repeat connections; two different ones are a mistake.
    Net net = netOf(actual, nets);
    auto [position, isNew] = inner.try_emplace(formal, net);
    if (!isNew && position->second != net)
      return errorAt(instance.line, "an instance of '" + name +
                                        "' with port '" + formal +
                                        "' connected twice");
  }
  return add(*model, inner);
}

llvm::Error Flattener::add(const Model &model, llvm::StringMap<Net> &nets) {
  if (!model.refusal.empty())
    return llvm::createStringError(model.refusal);
  // Each level holds its own nets, and a file can name many levels.
  if (path.size() >= 256)
    return llvm::createStringError("nests more than 256 models");
  path.push_back(&model);
  for (const Statement &statement : model.statements) {
    llvm::Error error = statement.isInstance ? addInstance(statement, nets)
                                             : addNames(statement, nets);
    if (error)
      return error;
  }
  path.pop_back();
  return llvm::Error::success();
}

llvm::Expected<BlifCircuit> circuits::readBlif(StringRef text,
                                               StringRef model) {
  llvm::Expected<std::vector<Model>> models = Parser(text).parse();
  if (!models)
    return models.takeError();
  BlifCircuit circuit;
  Flattener flattener(*models, circuit.netlist);
  if (llvm::Error error = flattener.index())
    return error;
  const Model *top = model.empty() ? &models->front() : flattener.find(model);
  if (!top)
    return llvm::createStringError("has no model '" + model +
                                   "' (has: " + flattener.listModels() + ")");
  circuit.model = top->name.str();
  llvm::StringMap<Net> nets;
  for (auto [names, ports] : {std::pair(&top->inputs, &circuit.inputs),
                              std::pair(&top->outputs, &circuit.outputs)})
    for (StringRef name : *names) {
      auto [position, isNew] = nets.try_emplace(name, 0);
      // An output may be an input; a port twice in one list is a mistake.
      if (isNew)
        position->second = circuit.netlist.addNet(name);
      else if (llvm::is_contained(llvm::make_first_range(*ports), name))
        return llvm::createStringError("declares port '" + name + "' twice");
      ports->push_back({name, position->second});
    }
  if (llvm::Error error = flattener.add(*top, nets))
    return error;
  return circuit;
}
