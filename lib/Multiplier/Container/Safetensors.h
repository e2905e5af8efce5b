//===- Safetensors.h - Named tensors in a file -------------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The format of the safetensors library: the length of a header as 8 bytes,
// little endian, the header in JSON, and the tensors' bytes one after the other
// without holes.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_CONTAINER_SAFETENSORS_H
#define LUTRA_LIB_MULTIPLIER_CONTAINER_SAFETENSORS_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace lutra {

/// The element types that a multiplier needs.
enum class TensorType { F32, I32, I8 };
/// "F32".
llvm::StringRef nameOf(TensorType type);
unsigned bytesOf(TensorType type);

struct Tensor {
  TensorType type = TensorType::F32;
  llvm::SmallVector<uint64_t, 2> shape;
  /// Elements in little endian and C order; a slice of the file when read.
  llvm::StringRef bytes;

  uint64_t numElements() const;
};

struct TensorFile {
  /// The texts of "__metadata__".
  std::map<std::string, std::string> metadata;
  std::map<std::string, Tensor> tensors;

  /// Whether bytes begin as such a file does, whole or cut off.
  static bool matches(llvm::StringRef bytes);
  /// A view of the bytes. Errors are continued from "file 'x' ".
  static llvm::Expected<TensorFile> parse(llvm::StringRef bytes);
  /// The same bytes for the same content.
  void write(llvm::raw_ostream &os) const;
  /// SHA-256, lower-case hex, of everything but the metadata of key `except`:
  /// of every text and tensor, in the order of their names, "key", its length
  /// and content.
  std::string checksum(llvm::StringRef except) const;
};

} // namespace lutra

#endif // LUTRA_LIB_MULTIPLIER_CONTAINER_SAFETENSORS_H
