//===- Container.cpp - A multiplier with all that is known of it ----------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Container.h"
#include "../Formats/Formats.h"
#include "../JsonDepth.h"
#include "Safetensors.h"
#include "lutra/Multiplier/CostText.h"
#include "lutra/Multiplier/Files.h"
#include "lutra/Multiplier/Gradient.h"
#include "lutra/Multiplier/Info.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include <cmath>

using namespace lutra;
using formats::makeError;
using llvm::StringRef;
using llvm::Twine;
namespace json = llvm::json;

static constexpr StringRef formatName = "lutra-multiplier";
static constexpr StringRef formatVersion = "1";
/// Largest shift of a factor's column: entries have at most 25 bits.
static constexpr int32_t maxShift = 30;

//===----------------------------------------------------------------------===//
// Factors
//===----------------------------------------------------------------------===//

/// Every product, by the definition in Factorization.h.
static llvm::Error verifyFactors(const Factorization &factors,
                                 const Multiplier &multiplier) {
  OperandType lhs = multiplier.lhs(), rhs = multiplier.rhs();
  if (factors.lhs != lhs || factors.rhs != rhs ||
      factors.lhsTerm.size() != lhs.size() ||
      factors.rhsTerm.size() != rhs.size())
    return makeError("has factors of other operand types than its table's");
  std::vector<int64_t> row(rhs.size());
  for (uint32_t a = 0; a < lhs.size(); ++a) {
    for (uint32_t b = 0; b < rhs.size(); ++b)
      row[b] = int64_t(factors.lhsTerm[a]) + factors.rhsTerm[b];
    for (const FactorColumn &column : factors.columns) {
      int64_t scaled = int64_t(column.lhs[a]) * (int64_t(1) << column.shift);
      if (scaled == 0)
        continue;
      for (uint32_t b = 0; b < rhs.size(); ++b)
        row[b] += scaled * column.rhs[b];
    }
    for (uint32_t b = 0; b < rhs.size(); ++b)
      if (row[b] != multiplier.table()[a * rhs.size() + b])
        return makeError("has factors that give " + Twine(row[b]) + " for (" +
                         Twine(lhs.value(a)) + ", " + Twine(rhs.value(b)) +
                         "), but the table's product is " +
                         Twine(multiplier.table()[a * rhs.size() + b]));
  }
  return llvm::Error::success();
}

//===----------------------------------------------------------------------===//
// Reading
//===----------------------------------------------------------------------===//

namespace {
/// Takes a file apart and checks its parts against each other.
class Reader {
public:
  explicit Reader(const TensorFile &file) : file(file) {}
  llvm::Expected<MultiplierFile> read();

private:
  const TensorFile &file;
  /// Tensors that have been looked at.
  size_t used = 0;
  OperandType lhs, rhs;

  StringRef text(StringRef key) const {
    auto position = file.metadata.find(key.str());
    return position == file.metadata.end() ? StringRef()
                                           : StringRef(position->second);
  }
  llvm::Error checkHead();
  llvm::Expected<const Tensor *> tensor(const Twine &name, TensorType type,
                                        llvm::ArrayRef<uint64_t> shape);
  llvm::Expected<std::vector<int32_t>> integers(const Twine &name,
                                                llvm::ArrayRef<uint64_t> shape);
  llvm::Expected<Multiplier> readTable();
  llvm::Expected<MultiplierMetadata> readMetadata(MultiplierMetadata known);
  llvm::Error readGradients(MultiplierFile &result);
  llvm::Error readFactors(MultiplierFile &result);
};
} // namespace

/// Elements of a tensor of 4-byte numbers.
template <typename T>
static std::vector<T> elements(const Tensor &tensor) {
  std::vector<T> values(tensor.bytes.size() / sizeof(T));
  for (size_t i = 0; i < values.size(); ++i) {
    uint32_t word =
        llvm::support::endian::read32le(tensor.bytes.data() + i * sizeof(T));
    std::memcpy(&values[i], &word, sizeof(word));
  }
  return values;
}

llvm::Error Reader::checkHead() {
  if (text("format") != formatName)
    return makeError("is a safetensors file, but no multiplier: its metadata "
                     "lacks format = " +
                     formatName);
  if (text("version") != formatVersion)
    return makeError("is of version '" + text("version").substr(0, 20) +
                     "', expects " + formatVersion);
  if (text("checksum") != file.checksum("checksum"))
    return makeError("is damaged: its checksum is not that of its content");
  for (auto [key, type] : {std::pair("lhs", &lhs), std::pair("rhs", &rhs)}) {
    llvm::Expected<OperandType> parsed = OperandType::parse(text(key));
    if (!parsed)
      return makeError(Twine("has metadata ") + key + ": " +
                       llvm::toString(parsed.takeError()));
    *type = *parsed;
  }
  return llvm::Error::success();
}

llvm::Expected<const Tensor *> Reader::tensor(const Twine &name,
                                              TensorType type,
                                              llvm::ArrayRef<uint64_t> shape) {
  auto position = file.tensors.find(name.str());
  if (position == file.tensors.end())
    return makeError("lacks tensor '" + name + "'");
  ++used;
  if (position->second.type != type ||
      llvm::ArrayRef(position->second.shape) != shape)
    return makeError("has tensor '" + name +
                     "' of another type or shape than its operands want");
  return &position->second;
}

llvm::Expected<std::vector<int32_t>>
Reader::integers(const Twine &name, llvm::ArrayRef<uint64_t> shape) {
  llvm::Expected<const Tensor *> found = tensor(name, TensorType::I32, shape);
  if (!found)
    return found.takeError();
  return elements<int32_t>(**found);
}

llvm::Expected<Multiplier> Reader::readTable() {
  llvm::Expected<std::vector<int32_t>> table =
      integers("table", {lhs.size(), rhs.size()});
  if (!table)
    return table.takeError();
  llvm::Expected<Multiplier> multiplier =
      Multiplier::create(lhs, rhs, std::move(*table), text("name").str());
  if (!multiplier)
    return makeError("has a table that is none: " +
                     llvm::toString(multiplier.takeError()));
  if (multiplier->hash() != text("sha256"))
    return makeError("states the content hash '" +
                     text("sha256").substr(0, 64) + "', its table's is " +
                     multiplier->hash());
  return multiplier;
}

static llvm::Expected<json::Value> parseJson(StringRef key, StringRef text) {
  llvm::Expected<json::Value> value =
      nestingDepth(text) > 4 ? json::Value(nullptr) : json::parse(text);
  if (value && (value->kind() == json::Value::Array ||
                value->kind() == json::Value::Object))
    return value;
  if (!value)
    llvm::consumeError(value.takeError());
  return makeError("has metadata '" + key + "' that is not as expected");
}

llvm::Expected<MultiplierMetadata>
Reader::readMetadata(MultiplierMetadata known) {
  known.format = text("source_format").str();
  known.description = text("description").str();
  known.encoding = text("encoding").str();
  known.operandOrder = text("operand_order").str();
  if (StringRef list = text("warnings"); !list.empty()) {
    llvm::Expected<json::Value> value = parseJson("warnings", list);
    if (!value)
      return value.takeError();
    if (const json::Array *warnings = value->getAsArray())
      for (const json::Value &warning : *warnings)
        if (std::optional<StringRef> sentence = warning.getAsString())
          known.warnings.push_back(sentence->str());
  }
  if (StringRef object = text("cost"); !object.empty()) {
    llvm::Expected<json::Value> value = parseJson("cost", object);
    if (!value)
      return value.takeError();
    HardwareCost &cost = known.cost.emplace();
    if (const json::Object *fields = value->getAsObject()) {
      for (const CostQuantity &quantity : allCostQuantities())
        cost.*quantity.value = fields->getNumber(quantity.key);
      cost.process = fields->getString("process").value_or("").str();
      cost.source = fields->getString("source").value_or("").str();
    }
  }
  return known;
}

llvm::Error Reader::readGradients(MultiplierFile &result) {
  for (const auto &[key, entry] : file.tensors) {
    StringRef name = key;
    if (!name.consume_front("gradient."))
      continue;
    bool isLhs = name.consume_back(".lhs");
    if (!isLhs && !name.consume_back(".rhs"))
      return makeError("has tensor '" + key + "', expects .lhs or .rhs");
    llvm::Expected<const Tensor *> found =
        tensor(key, TensorType::F32, {lhs.size(), rhs.size()});
    if (!found)
      return found.takeError();
    std::vector<float> table = elements<float>(**found);
    if (!llvm::all_of(table, [](float slope) { return std::isfinite(slope); }))
      return makeError("has gradient '" + key + "' with NaN or infinity");
    GradientTables &tables = result.gradients[name.str()];
    (isLhs ? tables.lhs : tables.rhs) = std::move(table);
  }
  for (const auto &[name, tables] : result.gradients)
    if (tables.lhs.empty() || tables.rhs.empty())
      return makeError("has gradient '" + name +
                       "' with respect to one operand only");
  return llvm::Error::success();
}

llvm::Error Reader::readFactors(MultiplierFile &result) {
  auto position = file.tensors.find("factors.shift");
  if (position == file.tensors.end())
    return llvm::Error::success();
  // No table needs more columns than a few one-hot ones per value.
  uint64_t count = position->second.numElements();
  if (count > 4 * uint64_t(lhs.size() + rhs.size()))
    return makeError("has factors of " + Twine(count) + " columns");
  auto shifts = integers("factors.shift", {count});
  auto lhsTerm = integers("factors.lhs_term", {lhs.size()});
  auto rhsTerm = integers("factors.rhs_term", {rhs.size()});
  auto lhsColumns = tensor("factors.lhs", TensorType::I8, {count, lhs.size()});
  auto rhsColumns = tensor("factors.rhs", TensorType::I8, {count, rhs.size()});
  llvm::Error error = llvm::joinErrors(
      llvm::joinErrors(shifts.takeError(), lhsTerm.takeError()),
      llvm::joinErrors(
          rhsTerm.takeError(),
          llvm::joinErrors(lhsColumns.takeError(), rhsColumns.takeError())));
  if (error) {
    std::string all = llvm::toString(std::move(error));
    return makeError(StringRef(all).split('\n').first);
  }
  Factorization factors;
  factors.lhs = lhs;
  factors.rhs = rhs;
  factors.lhsTerm = std::move(*lhsTerm);
  factors.rhsTerm = std::move(*rhsTerm);
  auto column = [](const Tensor &tensor, uint64_t index) {
    StringRef bytes =
        tensor.bytes.substr(index * tensor.shape[1], tensor.shape[1]);
    return std::vector<int8_t>(bytes.begin(), bytes.end());
  };
  for (uint64_t i = 0; i < count; ++i) {
    if ((*shifts)[i] < 0 || (*shifts)[i] > maxShift)
      return makeError("has factors with a shift of " + Twine((*shifts)[i]));
    factors.columns.push_back({unsigned((*shifts)[i]), column(**lhsColumns, i),
                               column(**rhsColumns, i)});
  }
  factors.strategy = text("factors.strategy").str();
  factors.isOneHot = text("factors.one_hot") == "true";
  if (text("factors.lower_bound").getAsInteger(10, factors.lowerBound))
    return makeError("has metadata factors.lower_bound that is no number");
  if (llvm::Error mismatch = verifyFactors(factors, result.multiplier))
    return mismatch;
  result.factors = std::move(factors);
  return llvm::Error::success();
}

llvm::Expected<MultiplierFile> Reader::read() {
  if (llvm::Error error = checkHead())
    return error;
  llvm::Expected<Multiplier> table = readTable();
  if (!table)
    return table.takeError();
  MultiplierMetadata known;
  llvm::Expected<MultiplierMetadata> metadata = readMetadata(known);
  if (!metadata)
    return metadata.takeError();
  MultiplierFile result{table->withMetadata(std::move(*metadata)), {}, {}};
  if (llvm::Error error = readGradients(result))
    return error;
  if (llvm::Error error = readFactors(result))
    return error;
  if (used != file.tensors.size())
    return makeError("has tensors that version " + formatVersion +
                     " does not know");
  return result;
}

llvm::Expected<MultiplierFile> lutra::parseMultiplierFile(StringRef bytes) {
  llvm::Expected<TensorFile> file = TensorFile::parse(bytes);
  if (!file)
    return file.takeError();
  return Reader(*file).read();
}

llvm::Expected<MultiplierFile> lutra::loadMultiplierFile(StringRef path) {
  auto buffer = readRegularFile(path);
  if (!buffer)
    return makeError("cannot read file '" + path +
                     "': " + llvm::toString(buffer.takeError()));
  llvm::Expected<MultiplierFile> file =
      parseMultiplierFile((*buffer)->getBuffer());
  if (!file)
    return makeError("file '" + path + "' " + llvm::toString(file.takeError()));
  return file;
}

//===----------------------------------------------------------------------===//
// Writing
//===----------------------------------------------------------------------===//

namespace {
/// Puts a file together; tensors point to the bytes kept here.
class Writer {
public:
  explicit Writer(const MultiplierFile &source) : source(source) {}
  llvm::Expected<TensorFile> make();

private:
  const MultiplierFile &source;
  TensorFile file;
  std::vector<std::unique_ptr<std::string>> storage;

  void add(const Twine &name, TensorType type, llvm::ArrayRef<uint64_t> shape,
           std::string bytes) {
    storage.push_back(std::make_unique<std::string>(std::move(bytes)));
    file.tensors[name.str()] = {type, llvm::SmallVector<uint64_t, 2>(shape),
                                *storage.back()};
  }
  /// JSON holds UTF-8 only; names of files are any bytes.
  void set(StringRef key, StringRef text) {
    file.metadata[key.str()] = json::fixUTF8(text);
  }
  void addMetadata();
  llvm::Error addGradients();
  llvm::Error addFactors(const Factorization &factors);
};
} // namespace

void Writer::addMetadata() {
  const Multiplier &multiplier = source.multiplier;
  const MultiplierMetadata &known = multiplier.metadata();
  set("format", formatName);
  set("version", formatVersion);
  set("name", multiplier.name());
  set("lhs", multiplier.lhs().str());
  set("rhs", multiplier.rhs().str());
  set("sha256", multiplier.hash());
  set("source_format", known.format);
  set("description", known.description);
  set("encoding", known.encoding);
  set("operand_order", known.operandOrder);
  json::Array warnings;
  for (const std::string &warning : known.warnings)
    warnings.push_back(json::fixUTF8(warning));
  auto print = [](json::Value value) {
    std::string text;
    llvm::raw_string_ostream(text) << value;
    return text;
  };
  if (!warnings.empty())
    set("warnings", print(std::move(warnings)));
  if (known.cost)
    set("cost", print(toJSON(*known.cost)));
}

llvm::Error Writer::addGradients() {
  uint64_t rows = source.multiplier.lhs().size();
  uint64_t columns = source.multiplier.rhs().size();
  for (const auto &[name, tables] : source.gradients)
    for (auto [operand, table] :
         {std::pair(".lhs", &tables.lhs), std::pair(".rhs", &tables.rhs)}) {
      if (table->size() != rows * columns)
        return makeError("expects gradient '" + name + "' of " +
                         Twine(rows * columns) + " entries, got " +
                         Twine(table->size()));
      if (!llvm::all_of(*table, [](float x) { return std::isfinite(x); }))
        return makeError("expects a finite gradient '" + name + "'");
      add("gradient." + name + operand, TensorType::F32, {rows, columns},
          formats::littleEndianBytes(llvm::ArrayRef(*table)));
    }
  return llvm::Error::success();
}

llvm::Error Writer::addFactors(const Factorization &factors) {
  if (llvm::Error error = verifyFactors(factors, source.multiplier))
    return error;
  uint64_t count = factors.columns.size();
  std::vector<int32_t> shifts;
  std::string lhs, rhs;
  for (const FactorColumn &column : factors.columns) {
    shifts.push_back(int32_t(column.shift));
    lhs.append(column.lhs.begin(), column.lhs.end());
    rhs.append(column.rhs.begin(), column.rhs.end());
  }
  uint64_t rows = factors.lhs.size(), columns = factors.rhs.size();
  using formats::littleEndianBytes;
  add("factors.shift", TensorType::I32, {count}, littleEndianBytes(shifts));
  add("factors.lhs_term", TensorType::I32, {rows},
      littleEndianBytes(factors.lhsTerm));
  add("factors.rhs_term", TensorType::I32, {columns},
      littleEndianBytes(factors.rhsTerm));
  add("factors.lhs", TensorType::I8, {count, rows}, std::move(lhs));
  add("factors.rhs", TensorType::I8, {count, columns}, std::move(rhs));
  set("factors.strategy", factors.strategy);
  set("factors.lower_bound", std::to_string(factors.lowerBound));
  set("factors.one_hot", factors.isOneHot ? "true" : "false");
  return llvm::Error::success();
}

llvm::Expected<TensorFile> Writer::make() {
  const Multiplier &multiplier = source.multiplier;
  addMetadata();
  add("table", TensorType::I32,
      {multiplier.lhs().size(), multiplier.rhs().size()},
      formats::littleEndianBytes(multiplier.table()));
  if (llvm::Error error = addGradients())
    return error;
  if (source.factors)
    if (llvm::Error error = addFactors(*source.factors))
      return error;
  file.metadata["checksum"] = file.checksum("checksum");
  return file;
}

llvm::Error lutra::writeMultiplierFile(const MultiplierFile &file,
                                       llvm::raw_ostream &os) {
  Writer writer(file);
  llvm::Expected<TensorFile> tensors = writer.make();
  if (!tensors)
    return tensors.takeError();
  tensors->write(os);
  return llvm::Error::success();
}

llvm::Error lutra::saveMultiplierFile(const MultiplierFile &file,
                                      StringRef path) {
  return formats::writeFile(path, [&](llvm::raw_ostream &os) {
    return writeMultiplierFile(file, os);
  });
}

//===----------------------------------------------------------------------===//
// Putting a container together
//===----------------------------------------------------------------------===//

static llvm::Error addGradient(MultiplierFile &file, StringRef text) {
  llvm::Expected<GradientSpec> spec = GradientSpec::parse(text);
  if (!spec)
    return spec.takeError();
  GradientTables tables;
  for (auto [wrt, table] :
       {std::pair(Wrt::Lhs, &tables.lhs), std::pair(Wrt::Rhs, &tables.rhs)}) {
    llvm::Expected<std::vector<float>> slopes =
        gradientTable2D(file.multiplier, *spec, wrt);
    if (!slopes)
      return slopes.takeError();
    *table = std::move(*slopes);
  }
  file.gradients[spec->str()] = std::move(tables);
  return llvm::Error::success();
}

llvm::Error lutra::saveMultiplier(const Multiplier &multiplier, StringRef path,
                                  const SaveOptions &options) {
  bool isContainer = options.format.empty() ? path.ends_with_insensitive(".axm")
                                            : options.format == "axm";
  if (!isContainer) {
    if (options.factors || !options.gradients.empty())
      return makeError("file '" + path +
                       "' is no container (.axm), which alone keeps factors "
                       "and gradients");
    return saveTableFile(multiplier, path, options.format);
  }
  MultiplierFile file{multiplier, {}, {}};
  StringRef source = multiplier.name();
  if (source.ends_with_insensitive(".axm")) {
    llvm::Expected<MultiplierFile> old = loadMultiplierFile(source);
    if (old && old->multiplier.hash() == multiplier.hash()) {
      // What it was first made from says more than the container's path.
      file.multiplier = multiplier.renamed(old->multiplier.name());
      file.gradients = std::move(old->gradients);
      file.factors = std::move(old->factors);
    }
    llvm::consumeError(old.takeError());
  }
  for (const std::string &spec : options.gradients)
    if (llvm::Error error = addGradient(file, spec))
      return error;
  if (options.factors && !file.factors) {
    llvm::Expected<Factorization> factors = factorize(multiplier);
    if (!factors)
      return factors.takeError();
    file.factors = std::move(*factors);
  }
  return saveMultiplierFile(file, path);
}
