//===- Error.h - Failures inside the runtime --------------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Inside the library a failure is an exception; guarded() turns it into a
// status at the C boundary. Nothing throws inside a parallel region: arguments
// are checked and memory is taken before one starts.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_RUNTIME_COMMON_ERROR_H
#define LUTRA_RUNTIME_COMMON_ERROR_H

#include "lutra_runtime.h"
#include <exception>
#include <string>

namespace lutra::rt {

/// A status with its message.
class Error : public std::exception {
public:
  Error(lutra_rt_status status, std::string message)
      : code(status), text(std::move(message)) {}
  lutra_rt_status status() const { return code; }
  const char *what() const noexcept override { return text.c_str(); }

private:
  lutra_rt_status code;
  std::string text;
};

/// Throws LUTRA_RT_INVALID_ARGUMENT unless `holds`. For the pieces
/// "parameter 'm'", "a size >= 0" and -3 the message says
/// "parameter 'm': expected a size >= 0, got -3".
inline void expect(bool holds, const char *what, const char *expected,
                   int64_t actual) {
  if (!holds)
    throw Error(LUTRA_RT_INVALID_ARGUMENT, std::string(what) + ": expected " +
                                               expected + ", got " +
                                               std::to_string(actual));
}

/// Throws LUTRA_RT_INVALID_ARGUMENT for a null pointer.
inline void expectPointer(const void *pointer, const char *what) {
  if (!pointer)
    throw Error(LUTRA_RT_INVALID_ARGUMENT,
                std::string(what) + ": expected a pointer, got null");
}

} // namespace lutra::rt

#endif // LUTRA_RUNTIME_COMMON_ERROR_H
