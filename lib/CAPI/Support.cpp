//===- Support.cpp - Errors, strings and objects behind the C API ---------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Support.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdlib>
#include <cstring>

using namespace lutra;

static std::string &lastError() {
  static thread_local std::string text;
  return text;
}

void capi::setLastError(const llvm::Twine &message) noexcept {
  try {
    lastError() = message.str();
  } catch (...) {
    // Short enough for the string's own bytes.
    lastError() = "out of memory";
  }
}

bool capi::fail(llvm::Error error) {
  setLastError(llvm::toString(std::move(error)));
  return true;
}

char *capi::copyString(llvm::StringRef text) {
  char *copy = faults::reached(faults::Kind::Memory)
                   ? nullptr
                   : static_cast<char *>(std::malloc(text.size() + 1));
  if (!copy) {
    setLastError("out of memory");
    return nullptr;
  }
  std::memcpy(copy, text.data(), text.size());
  copy[text.size()] = '\0';
  return copy;
}

char *capi::copyJSON(const llvm::json::Value &value) {
  std::string text;
  llvm::raw_string_ostream os(text);
  os << value;
  return copyString(text);
}

const char *lutraVersion(void) { return LUTRA_VERSION; }

void lutraStringFree(char *text) { std::free(text); }

const char *lutraLastError(void) { return lastError().c_str(); }
