//===- Npy.h - NumPy's array files ------------------------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_NPY_H
#define LUTRA_LIB_MULTIPLIER_NPY_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <cstdint>

namespace lutra {

/// A view of an .npy file (numpy.lib.format, versions 1 to 3).
class NpyArray {
public:
  /// Checks magic, version, header, dtype and the number of bytes of data.
  /// Takes booleans, integers of 8 to 64 bits and floats of 32 and 64 bits,
  /// either endianness.
  static llvm::Expected<NpyArray> parse(llvm::StringRef bytes);

  llvm::ArrayRef<uint64_t> shape() const { return sizes; }
  /// "(256, 256)".
  std::string shapeText() const;
  /// The element at these indices as an int32. Errors: a fraction, NaN or
  /// infinity, a value that int32 does not hold.
  llvm::Expected<int32_t> integerAt(llvm::ArrayRef<uint64_t> indices) const;
  /// The element as a double. Error: NaN or infinity.
  llvm::Expected<double> numberAt(llvm::ArrayRef<uint64_t> indices) const;

private:
  char kind = 0; // NumPy's: b, i, u or f
  unsigned itemSize = 0;
  bool bigEndian = false, fortranOrder = false;
  llvm::SmallVector<uint64_t, 2> sizes;
  llvm::StringRef data;

  llvm::Error parseHeader(llvm::StringRef header);
  uint64_t bitsAt(llvm::ArrayRef<uint64_t> indices) const;
};

/// Writes a little-endian version 1.0 file of dtype `descr`, e.g. "<i4"; `data`
/// is the elements' bytes in C order.
void writeNpy(llvm::raw_ostream &os, llvm::StringRef descr,
              llvm::ArrayRef<int64_t> shape, llvm::StringRef data);

} // namespace lutra

#endif // LUTRA_LIB_MULTIPLIER_NPY_H
