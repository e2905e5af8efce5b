/*===- lutra_runtime.h - C ABI of the runtime -----------------------*- C -*-===*\
|*                                                                            *|
|* Part of the Lutra project, under the Apache License v2.0 with LLVM         *|
|* Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception        *|
|*                                                                            *|
|*===----------------------------------------------------------------------===*|
|*                                                                            *|
|* What compiled code and its host call. The compute entries are declared     *|
|* from lutra_runtime.def, which states the conventions.                      *|
|*                                                                            *|
|* A function never exits, aborts or throws: it returns a status. The first   *|
|* failure of a context is kept with its message until the context is reset,  *|
|* so that compiled code need not test every call. A failed call may have     *|
|* written part of its destination.                                           *|
|*                                                                            *|
|* Contexts are independent of each other; one context serves one caller at a *|
|* time.                                                                      *|
|*                                                                            *|
\*===----------------------------------------------------------------------===*/
#ifndef LUTRA_RUNTIME_H
#define LUTRA_RUNTIME_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(LUTRA_RT_BUILD) && (defined(__GNUC__) || defined(__clang__))
#define LUTRA_RT_API __attribute__((visibility("default")))
#else
#define LUTRA_RT_API
#endif

/* Grows by one with every incompatible change; see lutra_rt_abi_version(). */
#define LUTRA_RT_ABI_VERSION 1

/* int32_t in the ABI. */
typedef int32_t lutra_rt_status;
enum {
  LUTRA_RT_OK = 0,
  LUTRA_RT_INVALID_ARGUMENT = 1, /* null pointer, negative size, bad handle */
  LUTRA_RT_UNSUPPORTED = 2,      /* valid, but nothing here can run it */
  LUTRA_RT_OUT_OF_MEMORY = 3,
  LUTRA_RT_INTERNAL = 4 /* a library underneath failed */
};

typedef struct lutra_rt_context lutra_rt_context;

/* LUTRA_RT_ABI_VERSION of the library that was loaded. */
LUTRA_RT_API int32_t lutra_rt_abi_version(void);
/* "ok", "invalid argument", ...; never null. */
LUTRA_RT_API const char *lutra_rt_status_name(lutra_rt_status status);

/* Makes a context whose calls run on `threads` threads; 0 means as many as the
 * machine offers. On failure *context is null. */
LUTRA_RT_API lutra_rt_status
lutra_rt_context_create(int64_t threads, lutra_rt_context **context);
/* Frees the context with its handles and workspace. Null is allowed. */
LUTRA_RT_API void lutra_rt_context_destroy(lutra_rt_context *context);
/* First failure since creation or reset, LUTRA_RT_OK if none. */
LUTRA_RT_API lutra_rt_status
lutra_rt_context_status(const lutra_rt_context *context);
/* Its message; "" if none. Lives until the next reset or destroy. */
LUTRA_RT_API const char *
lutra_rt_context_message(const lutra_rt_context *context);
/* Forgets the failure. */
LUTRA_RT_API void lutra_rt_context_reset(lutra_rt_context *context);
LUTRA_RT_API int64_t lutra_rt_context_threads(const lutra_rt_context *context);
/* How often the context has allocated memory or made a library's primitive so
 * far. It stands still when a call is repeated. */
LUTRA_RT_API int64_t
lutra_rt_context_allocations(const lutra_rt_context *context);

/* Places that can fail are counted and made to fail by the host's plan from now
 * on, by none for null (lutra_faults.h); for tests. */
LUTRA_RT_API void lutra_rt_use_faults(void *plan);

/* Kernel rows of the approximate entries, best first: name of row `index`, null
 * behind the last. Setting LUTRA_KERNEL to one of them forces it. */
LUTRA_RT_API const char *lutra_rt_forward_kernel(int64_t index);
LUTRA_RT_API const char *lutra_rt_gradient_kernel(int64_t index);

/* The entry table as data. `parameters` has one letter for each parameter:
 * 'p' memory that may be written, 'c' memory only read, 'i' int64_t. */
typedef struct {
  const char *name;
  const char *parameters;
} lutra_rt_entry_info;
/* Entry `index`, null behind the last. */
LUTRA_RT_API const lutra_rt_entry_info *lutra_rt_entry(int64_t index);

#define LUTRA_RT_PTR(x) void *x
#define LUTRA_RT_IN(x) const void *x
#define LUTRA_RT_I64(x) int64_t x
#define LUTRA_RT_ENTRY(name, parameters)                                       \
  LUTRA_RT_API lutra_rt_status lutra_rt_##name parameters;
#include "lutra_runtime.def"

#ifdef __cplusplus
}
#endif

#endif /* LUTRA_RUNTIME_H */
