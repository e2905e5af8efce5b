//===- Lutra.h - C API of the compiler and the multiplier library -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_C_LUTRA_H
#define LUTRA_C_LUTRA_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Objects are opaque. A function that can fail returns NULL or a non-zero
 * status; why is in the context's diagnostics (compiler) or in
 * lutraLastError() (everything else). Strings returned as char * are UTF-8,
 * owned by the caller and freed with lutraStringFree(). */
typedef struct LutraContext LutraContext;
typedef struct LutraModule LutraModule;
typedef struct LutraExecutable LutraExecutable;
typedef struct LutraMultiplier LutraMultiplier;

const char *lutraVersion(void);
void lutraStringFree(char *text);
/* One sentence about this thread's last failure; never NULL. */
const char *lutraLastError(void);

/* --- Compiler ------------------------------------------------------------ */
LutraContext *lutraContextCreate(void);
void lutraContextDestroy(LutraContext *context);
/* JSON array of {severity, message, file, line, column, notes: [...]} collected
 * since the last call. */
char *lutraContextTakeDiagnostics(LutraContext *context);

LutraModule *lutraModuleParse(LutraContext *context, const char *text, size_t length, const char *filename);
void lutraModuleDestroy(LutraModule *module);
LutraModule *lutraModuleClone(LutraModule *module);
char *lutraModulePrint(LutraModule *module);
/* A textual pass pipeline anchored on the module, e.g.
 * "approx-train-pipeline{multiplier=truncated:8x8:drop=9}". */
int lutraModuleRunPipeline(LutraModule *module, const char *pipeline);

/* --- Execution ----------------------------------------------------------- */
enum LutraElementType { LUTRA_F32, LUTRA_F64, LUTRA_I1, LUTRA_I8, LUTRA_I16, LUTRA_I32, LUTRA_I64 };
typedef struct LutraBuffer {
  void *data;
  int32_t elementType; /* LutraElementType */
  int32_t rank;
  const int64_t *sizes;
  const int64_t *strides; /* in elements */
} LutraBuffer;

/* threads: 0 means as many as the machine has. The module is left as it was. */
LutraExecutable *lutraModuleCompile(LutraModule *module, int32_t optimizationLevel, int32_t threads);
void lutraExecutableDestroy(LutraExecutable *executable);
/* JSON: [{name, arguments: [{name, role, type, shape, donated, output}], status_names}] */
char *lutraExecutableSignature(LutraExecutable *executable);
int lutraExecutableInvoke(LutraExecutable *executable, const char *function, const LutraBuffer *buffers, size_t count);

/* --- Multiplier library --------------------------------------------------- */
/* A spec ("truncated:8x8:drop=9") or a table file. */
LutraMultiplier *lutraMultiplierLoad(const char *text);
/* Table in canonical order; `name` says where it came from. Types as "ui8". */
LutraMultiplier *lutraMultiplierCreate(const char *lhsType, const char *rhsType, const int32_t *table, size_t entries, const char *name);
void lutraMultiplierDestroy(LutraMultiplier *multiplier);
/* JSON: name, lhs, rhs, hash, bounds, error_bounds, exact, commutative, metrics */
char *lutraMultiplierInfo(LutraMultiplier *multiplier);
size_t lutraMultiplierTableSize(LutraMultiplier *multiplier);
int lutraMultiplierTable(LutraMultiplier *multiplier, int32_t *table, size_t entries);
/* wrt: 0 for dAM/dlhs, 1 for dAM/drhs. */
int lutraMultiplierGradientTable(LutraMultiplier *multiplier, const char *spec, int32_t wrt, float *table, size_t entries);
/* JSON array of {name, summary, source, parameters: [{name, help, default}]} */
char *lutraMultiplierFamilies(void);

#ifdef __cplusplus
}
#endif

#endif /* LUTRA_C_LUTRA_H */
