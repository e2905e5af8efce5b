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
 * status; why is in lutraLastError(), and for the compiler also in the
 * context's diagnostics. Strings returned as char * are UTF-8, owned by the
 * caller and freed with lutraStringFree(). A null argument is refused like any
 * other wrong one; the destroy functions accept null. Objects of one context
 * are used by one thread at a time; objects of different contexts are
 * independent. An executable may be invoked from several threads: the calls
 * take turns. Neither survives a fork in which threads of the library are lost.
 */
typedef struct LutraContext LutraContext;
typedef struct LutraModule LutraModule;
typedef struct LutraExecutable LutraExecutable;
typedef struct LutraMultiplier LutraMultiplier;

/* Never freed: a constant of the library. */
const char *lutraVersion(void);
void lutraStringFree(char *text);
/* One sentence about this thread's last failure; never NULL. Valid until the
 * thread's next call. */
const char *lutraLastError(void);

/* --- Faults, for tests ---------------------------------------------------- */
/* As LUTRA_FAIL_AT=spec (docs/runtime.md), at any time: counts from 0 again the
 * places of the process that can fail, and makes the n-th of them do so. "n",
 * or "kind:n" with kind memory, kernel, file or process; NULL or "0" ends it.
 */
int lutraFaultInject(const char *spec);
/* How many places have been reached since. */
int64_t lutraFaultCount(void);
/* A place of the caller's own, of one of the kinds: 1 if it is to fail. */
int lutraFaultReached(const char *kind);

/* --- Interruption --------------------------------------------------------- */
/* All lutraModuleRunPipeline() and lutraModuleCompile() of the process that run
 * now fail before their next pass; their modules are left as they were. May be
 * called from any thread and from a signal handler. What LLVM does after its
 * own optimisation, code generation, is not cut short. */
void lutraInterrupt(void);
/* Whether those of this thread end by SIGINT, too, from now on. The host's
 * handler runs when the signal comes, as it does otherwise; where it has none,
 * the signal ends or does not end the process as it does otherwise. */
void lutraHearInterrupts(int hear);
/* Whether the last of this thread was interrupted. */
int lutraInterrupted(void);

/* --- Compiler ------------------------------------------------------------ */
LutraContext *lutraContextCreate(void);
/* Modules and executables made from the context stay valid. */
void lutraContextDestroy(LutraContext *context);
/* JSON array of {severity, message, file, line, column, notes: [...]} collected
 * since the last call. Severity is error, warning or remark; file, line and
 * column are null where the location is unknown; notes are of the same form. */
char *lutraContextTakeDiagnostics(LutraContext *context);

/* `filename` is what diagnostics call the text; it is not opened. */
LutraModule *lutraModuleParse(LutraContext *context, const char *text,
                              size_t length, const char *filename);
void lutraModuleDestroy(LutraModule *module);
LutraModule *lutraModuleClone(LutraModule *module);
char *lutraModulePrint(LutraModule *module);
/* JSON: [{name, is_private, attributes, arguments: [{name, role, element_type,
 * shape}], results: [{name, role, updates, element_type, shape}]}], functions
 * in the module's order; a dynamic size is null, what an argument does not have
 * is null, and `attributes` holds those of the function that are text, integers
 * or arrays and dictionaries of these. */
char *lutraModuleFunctions(LutraModule *module);
/* A textual pass pipeline anchored on the module, e.g.
 * "approx-train-pipeline{multiplier=truncated:8x8:drop=9}". A module whose
 * pipeline failed is left as it was. */
int lutraModuleRunPipeline(LutraModule *module, const char *pipeline);

/* --- Execution ----------------------------------------------------------- */
enum LutraElementType {
  LUTRA_F32,
  LUTRA_F64,
  LUTRA_I1,
  LUTRA_I8,
  LUTRA_I16,
  LUTRA_I32,
  LUTRA_I64
};
typedef struct LutraBuffer {
  void *data;
  int32_t elementType; /* LutraElementType */
  int32_t rank;
  const int64_t *sizes;   /* may be NULL when rank is 0 */
  const int64_t *strides; /* in elements; NULL means row-major */
} LutraBuffer;

/* Lowers and compiles every public function. threads: 0 means as many as the
 * machine has. The module is left as it was. */
LutraExecutable *lutraModuleCompile(LutraModule *module,
                                    int32_t optimizationLevel, int32_t threads);
void lutraExecutableDestroy(LutraExecutable *executable);
/* JSON: [{name, arguments: [{name, role, element_type, shape, donated,
 * output}], status_names}], arguments in call order. */
char *lutraExecutableSignature(LutraExecutable *executable);
int lutraExecutableInvoke(LutraExecutable *executable, const char *function,
                          const LutraBuffer *buffers, size_t count);

/* --- Multiplier library --------------------------------------------------- */
/* A spec ("truncated:8x8:drop=9") or a table file. */
LutraMultiplier *lutraMultiplierLoad(const char *text);
/* The same with options, a JSON object or NULL: {types: "s8xu8", bits: "8x4",
 * signed, transpose: bool, order: "auto", "twos-complement" or "offset-binary",
 * format, function: text, ports: "a,b,p", time_limit: seconds}. External
 * programs may be started: yosys or iverilog for Verilog, a compiler for C. */
LutraMultiplier *lutraMultiplierImport(const char *text, const char *options);
/* What the reader found suspicious, a JSON array of sentences; a caller that
 * does not describe the multiplier should pass them on. */
char *lutraMultiplierWarnings(LutraMultiplier *multiplier);
/* Writes a table file, or a container (.axm) with what `options` ask for, a
 * JSON object or NULL: {factors: bool, gradients: [estimators], format: text}.
 */
int lutraMultiplierSave(LutraMultiplier *multiplier, const char *path,
                        const char *options);
/* AM(a, b) = lhs_term[a] + rhs_term[b] + sum_j 2^shifts[j] lhs[j][a] rhs[j][b]
 * with int8 factors, by bit patterns. JSON: {macs, lower_bound, strategy,
 * one_hot, shifts, lhs, rhs, lhs_term, rhs_term}. May take seconds. */
char *lutraMultiplierFactorize(LutraMultiplier *multiplier);
/* Table in canonical order, entries = 2^(bits of lhs) * 2^(bits of rhs); `name`
 * says where it came from. Types as "ui8". */
LutraMultiplier *lutraMultiplierCreate(const char *lhsType, const char *rhsType,
                                       const int32_t *table, size_t entries,
                                       const char *name);
void lutraMultiplierDestroy(LutraMultiplier *multiplier);
/* JSON: {name, lhs, rhs, hash, bounds: {min, max}, error_bounds: {min, max},
 * zero_product, exact, commutative, metrics: {error_rate, ...}, format,
 * description, encoding, operand_order, warnings, cost}, cost null or
 * {area_um2, power_mw, delay_ns, gate_equivalents, process, source}; what is
 * not known is null. */
char *lutraMultiplierInfo(LutraMultiplier *multiplier);
/* Entries of its table; 0 for a null multiplier. */
size_t lutraMultiplierTableSize(LutraMultiplier *multiplier);
int lutraMultiplierTable(LutraMultiplier *multiplier, int32_t *table,
                         size_t entries);
/* dAM/dlhs (wrt = 0) or dAM/drhs (wrt = 1) at every operand pair, in canonical
 * order, by an estimator such as "lut-2d:hws=16". */
int lutraMultiplierGradientTable(LutraMultiplier *multiplier, const char *spec,
                                 int32_t wrt, float *table, size_t entries);
/* The distribution in a file of recorded histograms, "file.json" (all layers by
 * their MACs) or "file.json:layer". JSON: {source, operands: ["ui8", "ui8"],
 * lhs: [weights], rhs: [weights]}. */
char *lutraDistributionLoad(const char *text);
/* Error metrics under an operand distribution, one weight per bit pattern; JSON
 * as `metrics` above. No weights mean a uniform operand. */
char *lutraMultiplierMetrics(LutraMultiplier *multiplier,
                             const double *lhsWeights, size_t lhsCount,
                             const double *rhsWeights, size_t rhsCount);
/* The same table with the cost of a text such as "power=0.4mW,area=120um2". */
LutraMultiplier *lutraMultiplierWithCost(LutraMultiplier *multiplier,
                                         const char *cost);
/* How two or more multipliers are related, and how far apart. JSON:
 * {multipliers: [info, ...], equal: [[0, 2], [1], ...], pairs: [{first, second,
 * relation: null or {text, equal, transposed, ...}, difference: {pairs,
 * differing, mean_absolute, mean, max_absolute, at, products},
 * transposed_difference}], distribution}. `distribution` is a file of recorded
 * histograms, "file.json[:layer]", or NULL for uniform operands. */
char *lutraMultipliersCompare(LutraMultiplier *const *multipliers, size_t count,
                              const char *distribution);
/* Multipliers of folders, files and families that meet bounds. `request` is
 * JSON: {sources: ["folder", "truncated:8x8:drop=1..12", ...], max: {key:
 * limit}, min: {key: limit}, sort: key, pareto: [key, ...], equal_to:
 * multiplier, distribution: "file.json[:layer]", limit: n}, of which all but
 * sources may be left out; keys are those of metrics and of cost. JSON:
 * {results: [info with relation, ...], skipped: [{name, reason}], candidates}.
 */
char *lutraMultipliersSearch(const char *request);
/* How far gradient estimators are apart, every pair of `specs`. JSON: [{first,
 * second, lhs: {relative_frobenius, maximum, mean, sign_disagreement,
 * correlation}, rhs: likewise}]; `distribution` as above, or NULL. */
char *lutraGradientsCompare(LutraMultiplier *multiplier,
                            const char *const *specs, size_t count,
                            const char *distribution);
/* Half windows of lut-2d scored from the table alone. JSON: [{hws, error}]. */
char *lutraGradientScoreHalfWindows(LutraMultiplier *multiplier,
                                    const char *distribution);
/* The exact factors of lut-2d, and what truncation to these ranks costs. JSON:
 * {multiplier, estimator, lhs: {exact_rank, u, v, truncations: [{k, format,
 * relative_frobenius, maximum}]}, rhs: likewise}, u and v row-major. */
char *lutraGradientFactors(LutraMultiplier *multiplier, const char *spec,
                           const uint32_t *ranks, size_t count);
/* JSON arrays of {name, summary, source, parameters: [{name, help, default,
 * domain}]}, and signed (families) or separable (estimators); a parameter whose
 * default is null is required. */
char *lutraMultiplierFamilies(void);
/* JSON array of {name, summary, types}: what may stand around a multiplier's
 * name; types says whether operand types may follow. */
char *lutraMultiplierWrappers(void);
char *lutraGradientEstimators(void);

#ifdef __cplusplus
}
#endif

#endif /* LUTRA_C_LUTRA_H */
