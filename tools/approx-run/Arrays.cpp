//===- Arrays.cpp - Arguments and results of approx-run -------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file makes arrays from --args, prints and compares them.
//
//===----------------------------------------------------------------------===//
#include "Arrays.h"
#include "Npy.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include <cmath>
#include <cstring>

using namespace lutra;
using namespace lutra::run;
using llvm::StringRef;
using llvm::Twine;

const char *const lutra::run::specHelp =
    "zeros, ones, iota (0, 1, 2, ...), random, random:LO:HI (floats in [LO, "
    "HI), integers LO to HI), a number, [n, n, ...] (row-major, as many as the "
    "argument has), or a .npy file";

//===----------------------------------------------------------------------===//
// Elements
//===----------------------------------------------------------------------===//

namespace {

/// Calls `body` with a pointer to the array's elements in their own type.
template <typename Body>
auto dispatch(ElementType type, char *data, Body body) {
  switch (type) {
  case ElementType::F32:
    return body(reinterpret_cast<float *>(data));
  case ElementType::F64:
    return body(reinterpret_cast<double *>(data));
  case ElementType::I1:
    return body(reinterpret_cast<uint8_t *>(data));
  case ElementType::I8:
    return body(reinterpret_cast<int8_t *>(data));
  case ElementType::I16:
    return body(reinterpret_cast<int16_t *>(data));
  case ElementType::I32:
    return body(reinterpret_cast<int32_t *>(data));
  case ElementType::I64:
    return body(reinterpret_cast<int64_t *>(data));
  }
  return body(reinterpret_cast<float *>(data));
}

} // namespace

Array Array::zeros(const ArgumentInfo &info) {
  Array array;
  array.type = info.elementType;
  array.sizes = info.sizes;
  size_t count = 1;
  for (int64_t size : info.sizes)
    count *= size;
  array.bytes.assign(count * getElementSize(info.elementType), 0);
  return array;
}

double Array::get(int64_t index) const {
  return dispatch(type, const_cast<char *>(bytes.data()),
                  [&](auto *data) { return double(data[index]); });
}

int64_t Array::getInteger(int64_t index) const {
  return dispatch(type, const_cast<char *>(bytes.data()),
                  [&](auto *data) { return int64_t(data[index]); });
}

void Array::set(int64_t index, double value) {
  if (isInteger())
    return setInteger(index, int64_t(value));
  dispatch(type, bytes.data(), [&](auto *data) {
    data[index] = static_cast<std::decay_t<decltype(*data)>>(value);
  });
}

void Array::setInteger(int64_t index, int64_t value) {
  dispatch(type, bytes.data(), [&](auto *data) {
    data[index] = static_cast<std::decay_t<decltype(*data)>>(value);
  });
}

bool Array::isInteger() const {
  return type != ElementType::F32 && type != ElementType::F64;
}

Buffer Array::view() {
  Buffer buffer;
  buffer.data = bytes.data();
  buffer.elementType = type;
  buffer.sizes = sizes;
  buffer.strides.assign(sizes.size(), 1);
  for (size_t i = sizes.size(); i-- > 1;)
    buffer.strides[i - 1] = buffer.strides[i] * sizes[i];
  return buffer;
}

//===----------------------------------------------------------------------===//
// Specs
//===----------------------------------------------------------------------===//

namespace {

/// SplitMix64: one multiply-shift hash per number, the same on every machine.
uint64_t nextRandom(uint64_t &state) {
  uint64_t z = (state += 0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

struct Interval {
  double lo, hi;
};

/// What plain `random` draws from: every code of 8-bit types, small numbers
/// that can serve as class labels of wider ones.
Interval defaultInterval(ElementType type) {
  switch (type) {
  case ElementType::F32:
  case ElementType::F64:
    return {-1, 1};
  case ElementType::I1:
    return {0, 1};
  case ElementType::I8:
    return {-128, 127};
  default:
    return {0, 9};
  }
}

void fillRandom(Array &array, Interval interval, uint64_t seed) {
  for (int64_t i = 0, e = array.size(); i < e; ++i) {
    uint64_t bits = nextRandom(seed);
    if (array.isInteger()) {
      uint64_t count = uint64_t(interval.hi - interval.lo) + 1;
      array.setInteger(i, int64_t(interval.lo) + int64_t(bits % count));
    } else {
      double unit = double(bits >> 11) * 0x1p-53;
      array.set(i, interval.lo + unit * (interval.hi - interval.lo));
    }
  }
}

llvm::Expected<double> parseNumber(StringRef text) {
  double value;
  if (text.trim().empty() || text.trim().getAsDouble(value))
    return llvm::createStringError("'" + text.trim() + "' is not a number");
  return value;
}

llvm::Error parseRandom(Array &array, StringRef spec, uint64_t seed) {
  Interval interval = defaultInterval(array.type);
  if (!spec.empty()) {
    auto [lo, hi] = spec.drop_front().split(':');
    auto first = parseNumber(lo), last = parseNumber(hi);
    if (!first || !last)
      return llvm::joinErrors(first.takeError(), last.takeError());
    interval = {*first, *last};
    if (interval.lo > interval.hi)
      return llvm::createStringError("random:LO:HI needs LO <= HI, got " + lo +
                                     " and " + hi);
  }
  fillRandom(array, interval, seed);
  return llvm::Error::success();
}

llvm::Error parseList(Array &array, StringRef list) {
  llvm::SmallVector<StringRef> items;
  list.split(items, ',');
  if (int64_t(items.size()) != array.size())
    return llvm::createStringError("expected " + Twine(array.size()) +
                                   " numbers, got " + Twine(items.size()));
  for (auto [i, item] : llvm::enumerate(items)) {
    auto value = parseNumber(item);
    if (!value)
      return value.takeError();
    array.set(i, *value);
  }
  return llvm::Error::success();
}

} // namespace

std::vector<std::string> lutra::run::splitSpecs(StringRef text) {
  std::vector<std::string> specs;
  if (text.empty())
    return specs;
  int depth = 0;
  std::string current;
  for (char c : text) {
    depth += c == '[' ? 1 : c == ']' ? -1 : 0;
    if (c == ',' && depth == 0) {
      specs.push_back(std::move(current));
      current.clear();
    } else {
      current += c;
    }
  }
  specs.push_back(std::move(current));
  return specs;
}

llvm::Expected<Array> lutra::run::makeArray(const ArgumentInfo &info,
                                            StringRef spec, uint64_t seed) {
  spec = spec.trim();
  Array array = Array::zeros(info);
  if (spec.ends_with(".npy"))
    return readNpy(spec, info);
  if (spec == "zeros")
    return array;
  if (spec == "iota") {
    for (int64_t i = 0, e = array.size(); i < e; ++i)
      array.set(i, double(i));
    return array;
  }
  llvm::Error error = llvm::Error::success();
  if (StringRef rest = spec;
      rest.consume_front("random") && (rest.empty() || rest.front() == ':')) {
    error = parseRandom(array, rest, seed);
  } else if (rest = spec; rest.consume_front("[") && rest.consume_back("]")) {
    error = parseList(array, rest);
  } else {
    auto value = spec == "ones" ? llvm::Expected<double>(1) : parseNumber(spec);
    if (value)
      for (int64_t i = 0, e = array.size(); i < e; ++i)
        array.set(i, *value);
    else
      error = llvm::joinErrors(
          std::move(error),
          llvm::createStringError(llvm::toString(value.takeError()) +
                                  "; expected " + specHelp));
  }
  if (error)
    return error;
  return array;
}

//===----------------------------------------------------------------------===//
// Printing and comparing
//===----------------------------------------------------------------------===//

static void printElements(llvm::raw_ostream &os, const Array &array,
                          size_t dimension, int64_t &index, int64_t limit,
                          unsigned precision) {
  if (dimension == array.sizes.size()) {
    // The sign of a NaN means nothing, and differs between machines.
    if (array.isInteger())
      os << array.getInteger(index++);
    else if (std::isnan(array.get(index)))
      os << (++index, "nan");
    else
      os << llvm::format("%.*g", precision, array.get(index++));
    return;
  }
  os << '[';
  for (int64_t i = 0; i < array.sizes[dimension]; ++i) {
    if (i)
      os << ", ";
    if (index >= limit) {
      os << "...";
      break;
    }
    printElements(os, array, dimension + 1, index, limit, precision);
  }
  os << ']';
}

void lutra::run::print(llvm::raw_ostream &os, const Array &array, int64_t limit,
                       unsigned precision) {
  os << "tensor<";
  for (int64_t size : array.sizes)
    os << size << 'x';
  os << getElementTypeName(array.type) << "> ";
  int64_t index = 0;
  printElements(os, array, 0, index, limit, precision);
}

Difference lutra::run::compare(const Array &actual, const Array &reference) {
  Difference result;
  for (int64_t i = 0, e = actual.size(); i < e; ++i) {
    double a = actual.get(i), b = reference.get(i), difference;
    if (actual.isInteger())
      difference =
          std::fabs(double(actual.getInteger(i)) - reference.getInteger(i));
    else if (std::isnan(a) || std::isnan(b) || std::isinf(a) || std::isinf(b))
      difference = a == b || (std::isnan(a) && std::isnan(b)) ? 0 : INFINITY;
    else
      difference = std::fabs(a - b);
    if (actual.isInteger() && difference == 0 &&
        actual.getInteger(i) != reference.getInteger(i))
      difference = 1; // beyond 2^53, where doubles no longer tell
    if (std::isfinite(b))
      result.scale = std::max(result.scale, std::fabs(b));
    if (difference > result.absolute) {
      result.absolute = difference;
      result.index = i;
    }
  }
  return result;
}
