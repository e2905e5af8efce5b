//===- Safetensors.cpp - Named tensors in a file --------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Safetensors.h"
#include "../JsonDepth.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/SHA256.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;
using llvm::StringRef;
using llvm::Twine;
namespace json = llvm::json;

static const struct {
  TensorType type;
  const char *name;
  unsigned bytes;
} tensorTypes[] = {{TensorType::F32, "F32", 4},
                   {TensorType::I32, "I32", 4},
                   {TensorType::I8, "I8", 1}};

StringRef lutra::nameOf(TensorType type) {
  return tensorTypes[unsigned(type)].name;
}

unsigned lutra::bytesOf(TensorType type) {
  return tensorTypes[unsigned(type)].bytes;
}

uint64_t Tensor::numElements() const {
  uint64_t count = 1;
  for (uint64_t size : shape)
    count *= size;
  return count;
}

static llvm::Error makeError(const Twine &message) {
  return llvm::createStringError(message);
}

//===----------------------------------------------------------------------===//
// Reading
//===----------------------------------------------------------------------===//

bool TensorFile::matches(StringRef bytes) {
  return bytes.size() > 8 && bytes[8] == '{' &&
         llvm::support::endian::read64le(bytes.data()) <= bytes.size();
}

/// One entry of the header, its bytes within `data`.
static llvm::Expected<Tensor>
parseTensor(StringRef name, const json::Value &value, StringRef data) {
  auto bad = [&](const Twine &what) {
    return makeError("has tensor '" + name.substr(0, 80) + "' " + what);
  };
  const json::Object *object = value.getAsObject();
  if (!object)
    return bad("without a description");
  std::optional<StringRef> type = object->getString("dtype");
  const json::Array *shape = object->getArray("shape");
  const json::Array *offsets = object->getArray("data_offsets");
  if (!type || !shape || !offsets || offsets->size() != 2)
    return bad("without dtype, shape and data_offsets");
  Tensor tensor;
  auto row =
      llvm::find_if(tensorTypes, [&](auto &r) { return *type == r.name; });
  if (row == std::end(tensorTypes))
    return bad("of dtype '" + type->substr(0, 20) +
               "': expects F32, I32 or I8");
  tensor.type = row->type;
  // No product of sizes overflows: each step stays within the data.
  uint64_t elements = 1;
  bool isEmpty = false;
  for (const json::Value &size : *shape) {
    std::optional<int64_t> number = size.getAsInteger();
    if (!number || *number < 0)
      return bad("with a shape that is no list of sizes");
    tensor.shape.push_back(uint64_t(*number));
    isEmpty |= *number == 0;
    if (*number > 0 && elements > data.size() / uint64_t(*number) && !isEmpty)
      return bad("of a shape larger than the file");
    elements *= isEmpty ? 0 : uint64_t(*number);
  }
  std::optional<int64_t> begin = (*offsets)[0].getAsInteger();
  std::optional<int64_t> end = (*offsets)[1].getAsInteger();
  if (!begin || !end || *begin < 0 || *end < *begin ||
      uint64_t(*end) > data.size())
    return bad("outside of the file: it is cut off or damaged");
  if (uint64_t(*end - *begin) != elements * row->bytes)
    return bad("of " + Twine(*end - *begin) + " bytes, expects " +
               Twine(elements * row->bytes) + " for its shape");
  tensor.bytes = data.slice(size_t(*begin), size_t(*end));
  return tensor;
}

llvm::Expected<TensorFile> TensorFile::parse(StringRef bytes) {
  if (bytes.size() < 8)
    return makeError("has " + Twine(bytes.size()) +
                     " bytes, too few for a header");
  uint64_t length = llvm::support::endian::read64le(bytes.data());
  if (length > bytes.size() - 8)
    return makeError("has a header of " + Twine(length) +
                     " bytes by its first eight, but only " +
                     Twine(bytes.size() - 8) +
                     " bytes: it is cut off or no such file");
  StringRef header = bytes.substr(8, size_t(length));
  StringRef data = bytes.drop_front(size_t(8 + length));
  if (nestingDepth(header) > 4)
    return makeError("has a header that nests too deeply");
  llvm::Expected<json::Value> value = json::parse(header);
  if (!value)
    return makeError("has a header that is not JSON: " +
                     llvm::toString(value.takeError()));
  const json::Object *object = value->getAsObject();
  if (!object)
    return makeError("has a header that is no JSON object");
  TensorFile file;
  std::vector<std::pair<uint64_t, uint64_t>> ranges;
  for (const auto &[key, entry] : *object) {
    StringRef name = key;
    if (name == "__metadata__") {
      const json::Object *texts = entry.getAsObject();
      if (!texts)
        return makeError("has metadata that is no JSON object");
      for (const auto &[textKey, text] : *texts) {
        std::optional<StringRef> string = text.getAsString();
        if (!string)
          return makeError("has metadata that is no text");
        file.metadata[StringRef(textKey).str()] = string->str();
      }
      continue;
    }
    llvm::Expected<Tensor> tensor = parseTensor(name, entry, data);
    if (!tensor)
      return tensor.takeError();
    uint64_t begin = uint64_t(tensor->bytes.data() - data.data());
    ranges.push_back({begin, begin + tensor->bytes.size()});
    file.tensors[name.str()] = std::move(*tensor);
  }
  llvm::sort(ranges);
  uint64_t end = 0;
  for (auto [rangeBegin, rangeEnd] : ranges) {
    if (rangeBegin != end)
      return makeError("has tensors that overlap or leave holes");
    end = rangeEnd;
  }
  if (end != data.size())
    return makeError("has " + Twine(data.size() - end) +
                     " bytes behind its tensors");
  return file;
}

//===----------------------------------------------------------------------===//
// Writing
//===----------------------------------------------------------------------===//

void TensorFile::write(llvm::raw_ostream &os) const {
  // Wide elements first, so that every tensor is aligned.
  std::vector<std::map<std::string, Tensor>::const_iterator> order;
  for (unsigned bytes : {4u, 1u})
    for (auto entry = tensors.begin(); entry != tensors.end(); ++entry)
      if (bytesOf(entry->second.type) == bytes)
        order.push_back(entry);
  std::string header;
  llvm::raw_string_ostream text(header);
  json::OStream writer(text);
  writer.object([&] {
    writer.attributeObject("__metadata__", [&] {
      for (const auto &[key, value] : metadata)
        writer.attribute(key, value);
    });
    uint64_t offset = 0;
    for (auto entry : order) {
      const Tensor *tensor = &entry->second;
      uint64_t end = offset + tensor->bytes.size();
      writer.attributeObject(entry->first, [&] {
        writer.attribute("dtype", nameOf(tensor->type));
        writer.attributeArray("shape", [&] {
          for (uint64_t size : tensor->shape)
            writer.value(int64_t(size));
        });
        writer.attributeArray("data_offsets", [&] {
          writer.value(int64_t(offset));
          writer.value(int64_t(end));
        });
      });
      offset = end;
    }
  });
  header.append(llvm::alignTo(header.size(), 8) - header.size(), ' ');
  char length[8];
  llvm::support::endian::write64le(length, header.size());
  os << StringRef(length, 8) << header;
  for (auto entry : order)
    os << entry->second.bytes;
}

std::string TensorFile::checksum(StringRef except) const {
  llvm::SHA256 hash;
  auto add = [&](StringRef key, StringRef content) {
    hash.update(llvm::formatv("{0}\n{1}\n", key, content.size()).str());
    hash.update(content);
  };
  for (const auto &[key, value] : metadata)
    if (key != except)
      add(key, value);
  for (const auto &[name, tensor] : tensors) {
    add(name,
        llvm::formatv("{0}[{1}]", nameOf(tensor.type),
                      llvm::join(llvm::map_range(tensor.shape,
                                                 [](uint64_t size) {
                                                   return std::to_string(size);
                                                 }),
                                 ","))
            .str());
    add(name, tensor.bytes);
  }
  return llvm::toHex(hash.final(), /*LowerCase=*/true);
}
