//===- ShortText.h - What a diagnostic prints of long texts -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_DIALECT_APPROX_IR_SHORTTEXT_H
#define LUTRA_DIALECT_APPROX_IR_SHORTTEXT_H

#include "mlir/IR/Attributes.h"
#include <string>

namespace lutra::approx {

/// `text` where it has at most `limit` bytes; else its first and its last bytes
/// with "..." in between, `limit` bytes in all. A character of UTF-8 that is
/// cut is left out. A table of 64 K numbers is no part of a sentence.
std::string shortText(llvm::StringRef text, size_t limit = 200);

/// The same of the assembly of `attribute`.
std::string shortText(mlir::Attribute attribute, size_t limit = 200);

} // namespace lutra::approx

#endif // LUTRA_DIALECT_APPROX_IR_SHORTTEXT_H
