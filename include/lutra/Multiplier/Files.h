//===- Files.h - Reading and writing files whole ----------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Everything that is read from or written to a file of the user goes through
// here. Errors continue a sentence: "cannot read file 'x': No such file ...".
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_MULTIPLIER_FILES_H
#define LUTRA_MULTIPLIER_FILES_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>

namespace lutra {

/// More than any table or source of one: the text of one of 12-bit operands has
/// some 300 MB.
constexpr uint64_t maxFileBytes = uint64_t(1) << 30;

/// The bytes of a file, with a zero behind them. Errors: what is no regular
/// file (a device or a pipe may never end), more than `limit` bytes, what the
/// system says.
llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
readRegularFile(llvm::StringRef path, uint64_t limit = maxFileBytes);

/// The same of the file `name` of a folder, which no symbolic link may lead out
/// of: what is copied for a compiler must not be any file of the user's.
llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
readFileWithin(llvm::StringRef folder, llvm::StringRef name,
               uint64_t limit = maxFileBytes);

/// Replaces or makes a file: when anything fails it is as it was before. A
/// symbolic link stays, what it points to is replaced, and keeps its
/// permissions. Errors: what is there is no regular file, what the system says.
llvm::Error replaceFile(llvm::StringRef path, llvm::StringRef bytes);

} // namespace lutra

#endif // LUTRA_MULTIPLIER_FILES_H
