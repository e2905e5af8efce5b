//===- Arguments.cpp - Checks buffers against a signature -----------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file checks the buffers of a call before anything runs. Compiled code
// takes plain pointers and trusts them: whatever is wrong must be found here.
//
//===----------------------------------------------------------------------===//
#include "Arguments.h"
#include "lutra_faults.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include <algorithm>
#include <cstring>
#include <new>
#include <optional>

using namespace lutra;
using llvm::ArrayRef;
using llvm::Twine;

namespace {

std::string formatShape(ArrayRef<int64_t> sizes) {
  return "[" +
         llvm::join(
             llvm::map_range(sizes,
                             [](int64_t size) { return std::to_string(size); }),
             ", ") +
         "]";
}

/// `argument 2 ("conv1.weight")`.
std::string describe(const FunctionInfo &function, size_t index) {
  const ArgumentInfo &argument = function.arguments[index];
  std::string text = "argument " + std::to_string(index);
  if (!argument.name.empty())
    text += " (\"" + argument.name + "\")";
  return text;
}

llvm::Error refuse(const FunctionInfo &function, size_t index,
                   const Twine &reason) {
  return llvm::createStringError(describe(function, index) + " of @" +
                                 function.name + " " + reason);
}

int64_t countElements(ArrayRef<int64_t> sizes) {
  int64_t count = 1;
  for (int64_t size : sizes)
    count *= size;
  return count;
}

bool isContiguous(const Buffer &buffer) {
  if (countElements(buffer.sizes) == 0)
    return true;
  int64_t expected = 1;
  for (size_t i = buffer.sizes.size(); i-- > 0;) {
    if (buffer.sizes[i] != 1 && buffer.strides[i] != expected)
      return false;
    expected *= buffer.sizes[i];
  }
  return true;
}

/// First and last byte + 1 of a buffer; both null when it has no elements.
struct Extent {
  uintptr_t begin = 0, end = 0;
};

Extent getExtent(const Buffer &buffer) {
  if (countElements(buffer.sizes) == 0)
    return {};
  int64_t lowest = 0, highest = 0;
  for (size_t i = 0; i < buffer.sizes.size(); ++i) {
    int64_t reach = (buffer.sizes[i] - 1) * buffer.strides[i];
    (reach < 0 ? lowest : highest) += reach;
  }
  int64_t size = getElementSize(buffer.elementType);
  auto base = reinterpret_cast<uintptr_t>(buffer.data);
  return {base + lowest * size, base + (highest + 1) * size};
}

/// Copies a strided buffer to dense memory, last dimension fastest.
void pack(const Buffer &buffer, size_t dimension, const char *&source,
          char *&destination) {
  size_t size = getElementSize(buffer.elementType);
  if (dimension == buffer.sizes.size()) {
    std::memcpy(destination, source, size);
    destination += size;
    return;
  }
  const char *start = source;
  for (int64_t i = 0; i < buffer.sizes[dimension]; ++i) {
    source = start + i * buffer.strides[dimension] * int64_t(size);
    pack(buffer, dimension + 1, source, destination);
  }
  source = start;
}

llvm::Error checkBuffer(const FunctionInfo &function, size_t index,
                        const Buffer &buffer) {
  const ArgumentInfo &expected = function.arguments[index];
  if (buffer.elementType != expected.elementType)
    return refuse(function, index,
                  "expects elements of type " +
                      getElementTypeName(expected.elementType) + ", got " +
                      getElementTypeName(buffer.elementType));
  if (buffer.sizes != expected.sizes)
    return refuse(function, index,
                  "expects shape " + formatShape(expected.sizes) + ", got " +
                      formatShape(buffer.sizes));
  if (buffer.strides.size() != buffer.sizes.size())
    return refuse(function, index,
                  "has " + Twine(buffer.sizes.size()) + " sizes but " +
                      Twine(buffer.strides.size()) + " strides");
  if (!buffer.data && countElements(buffer.sizes) != 0)
    return refuse(function, index, "is a null pointer");
  if ((expected.isDonated || expected.isOutput) && !isContiguous(buffer))
    return refuse(
        function, index,
        Twine(expected.isDonated ? "is updated in place" : "is an output") +
            " and must be contiguous, got strides " +
            formatShape(buffer.strides) + " for shape " +
            formatShape(buffer.sizes));
  if (reinterpret_cast<uintptr_t>(buffer.data) %
          getElementSize(buffer.elementType) !=
      0)
    return refuse(function, index,
                  "is not aligned to the size of its elements");
  return llvm::Error::success();
}

int64_t readInteger(ElementType type, const char *data) {
  auto read = [&](auto value) -> int64_t {
    std::memcpy(&value, data, sizeof(value));
    return value;
  };
  switch (type) {
  case ElementType::I64:
    return read(int64_t());
  case ElementType::I32:
    return read(int32_t());
  case ElementType::I16:
    return read(int16_t());
  default:
    return read(int8_t());
  }
}

/// Looks for an integer out of bounds from dimension `position.size()` on, and
/// leaves where it is in `position`.
std::optional<int64_t>
findOutOfBounds(const Buffer &buffer, ArrayRef<int64_t> bounds,
                const char *data, llvm::SmallVectorImpl<int64_t> &position) {
  size_t dimension = position.size();
  if (dimension == buffer.sizes.size()) {
    int64_t value = readInteger(buffer.elementType, data);
    bool isKnown = (bounds[0] <= value && value <= bounds[1]) ||
                   llvm::is_contained(bounds.drop_front(2), value);
    return isKnown ? std::nullopt : std::optional(value);
  }
  int64_t bytes =
      buffer.strides[dimension] * getElementSize(buffer.elementType);
  position.push_back(0);
  for (int64_t i = 0; i < buffer.sizes[dimension]; ++i) {
    position[dimension] = i;
    if (std::optional<int64_t> found =
            findOutOfBounds(buffer, bounds, data + i * bytes, position))
      return found;
  }
  position.pop_back();
  return std::nullopt;
}

/// Indices into tables, and labels: compiled code does not say which is wrong.
llvm::Error checkBounds(const FunctionInfo &function, size_t index,
                        const Buffer &buffer) {
  ArrayRef<int64_t> bounds = function.arguments[index].bounds;
  if (bounds.empty())
    return llvm::Error::success();
  llvm::SmallVector<int64_t> position;
  std::optional<int64_t> found = findOutOfBounds(
      buffer, bounds, static_cast<const char *>(buffer.data), position);
  if (!found)
    return llvm::Error::success();
  std::string others;
  for (int64_t other : bounds.drop_front(2))
    others += " or " + std::to_string(other);
  return refuse(function, index,
                "has " + Twine(*found) + " at " + formatShape(position) +
                    ", expected " + Twine(bounds[0]) + " to " +
                    Twine(bounds[1]) + others);
}

/// No buffer that is written may overlap another one. Sweeps over the buffers
/// sorted by address, keeping the furthest end of written and of all buffers.
llvm::Error checkOverlap(const FunctionInfo &function,
                         ArrayRef<Buffer> buffers) {
  struct Item {
    Extent extent;
    size_t index;
    bool isWritten;
  };
  std::vector<Item> items;
  for (size_t i = 0; i < buffers.size(); ++i) {
    const ArgumentInfo &info = function.arguments[i];
    Extent extent = getExtent(buffers[i]);
    if (extent.begin != extent.end)
      items.push_back({extent, i, info.isDonated || info.isOutput});
  }
  std::sort(items.begin(), items.end(), [](const Item &a, const Item &b) {
    return a.extent.begin < b.extent.begin;
  });
  const Item *furthest = nullptr, *furthestWritten = nullptr;
  for (const Item &item : items) {
    const Item *other = item.isWritten ? furthest : furthestWritten;
    if (other && item.extent.begin < other->extent.end) {
      size_t first = std::min(item.index, other->index);
      size_t second = std::max(item.index, other->index);
      return llvm::createStringError(
          describe(function, first) + " and " + describe(function, second) +
          " of @" + function.name + " overlap, and one of them is written");
    }
    if (!furthest || item.extent.end > furthest->extent.end)
      furthest = &item;
    if (item.isWritten &&
        (!furthestWritten || item.extent.end > furthestWritten->extent.end))
      furthestWritten = &item;
  }
  return llvm::Error::success();
}

} // namespace

llvm::Expected<MarshalledArguments>
lutra::marshalArguments(const FunctionInfo &function,
                        ArrayRef<Buffer> buffers) {
  if (buffers.size() != function.arguments.size())
    return llvm::createStringError("@" + function.name + " expects " +
                                   Twine(function.arguments.size()) +
                                   " buffers, got " + Twine(buffers.size()));
  for (size_t i = 0; i < buffers.size(); ++i)
    if (llvm::Error error = checkBuffer(function, i, buffers[i]))
      return error;
  for (size_t i = 0; i < buffers.size(); ++i)
    if (llvm::Error error = checkBounds(function, i, buffers[i]))
      return error;
  if (llvm::Error error = checkOverlap(function, buffers))
    return error;
  MarshalledArguments result;
  for (const Buffer &buffer : buffers) {
    void *data = buffer.data;
    if (!isContiguous(buffer)) {
      size_t bytes =
          countElements(buffer.sizes) * getElementSize(buffer.elementType);
      char *destination = faults::reached(faults::Kind::Memory)
                              ? nullptr
                              : new (std::nothrow) char[bytes];
      if (!destination)
        return llvm::createStringError(
            "no memory for a contiguous copy of " +
            describe(function, result.pointers.size()) + " of @" +
            function.name + ", " + Twine(bytes) + " bytes");
      result.copies.emplace_back(destination);
      const char *source = static_cast<const char *>(buffer.data);
      data = destination;
      pack(buffer, 0, source, destination);
    }
    result.pointers.push_back(data);
  }
  return result;
}
