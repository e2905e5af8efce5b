//===- Npy.h - NumPy array files --------------------------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_TOOLS_APPROX_RUN_NPY_H
#define LUTRA_TOOLS_APPROX_RUN_NPY_H

#include "Arrays.h"

namespace lutra::run {

/// Reads an array whose shape and type are those of `info`; unsigned bytes are
/// accepted for i8. Errors: no such file, not a .npy file, Fortran order, other
/// shape or type, truncated.
llvm::Expected<Array> readNpy(llvm::StringRef path, const ArgumentInfo &info);

/// Writes an array as version 1.0 of the format.
llvm::Error writeNpy(llvm::StringRef path, const Array &array);

} // namespace lutra::run

#endif // LUTRA_TOOLS_APPROX_RUN_NPY_H
