//===- Kernels.h - Table of kernel rows -------------------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A kernel is one row: a name, when it can run, and the function. To add one,
// declare its function here and add a line to the table in Kernels.cpp; tests
// and benchmarks find it by themselves.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_RUNTIME_CPU_KERNELS_H
#define LUTRA_RUNTIME_CPU_KERNELS_H

#include "../common/Context.h"
#include "Arguments.h"
#include "Contraction.h"
#include "lutra_cpu_classes.h"

namespace lutra::rt {

/// What the machine offers, as far as LUTRA_CPU allows.
const CpuFeatures &cpuFeatures();

struct ForwardKernel {
  const char *name;
  bool (*canRun)(const CpuFeatures &, const ForwardProblem &);
  void (*run)(Context &, const ForwardProblem &);
};

/// A kernel for the gradient of the operand that picks the table's row, or of
/// the one that picks the column.
struct GradientKernel {
  const char *name;
  bool (*canRun)(const CpuFeatures &, const GradientProblem &);
  void (*run)(Context &, const GradientProblem &);
};

/// y[line][j][i] = table[j][x[line][i]]: bytes through tables, one contiguous
/// line after the other.
struct ExpandProblem {
  const uint8_t *x, *table;
  uint8_t *y;
  int64_t columns, inner, yColumnStride;
  /// The lines, last dimension fastest.
  int64_t sizes[4], xStrides[4], yStrides[4];
};

struct ExpandKernel {
  const char *name;
  bool (*canRun)(const CpuFeatures &, const ExpandProblem &);
  void (*run)(Context &, const ExpandProblem &);
};

/// The first row that can run, or the one that LUTRA_KERNEL names. Throws
/// LUTRA_RT_INVALID_ARGUMENT for a name that no table has, LUTRA_RT_UNSUPPORTED
/// for a row that cannot run here. A name that only the other table has leaves
/// the choice free.
const ForwardKernel &selectKernel(const Context &, const ForwardProblem &);
const GradientKernel &selectRowKernel(const Context &, const GradientProblem &);
const GradientKernel &selectColumnKernel(const Context &,
                                         const GradientProblem &);
const ExpandKernel &selectKernel(const Context &, const ExpandProblem &);

/// Exact integer products by the forward kernels, for any layout.
void runIntegerMatmul(Context &context, bool aSigned, bool bSigned,
                      const MatmulSizes &sizes, const void *a,
                      const MatrixStrides &aStrides, const void *b,
                      const MatrixStrides &bStrides, void *c,
                      const MatrixStrides &cStrides);
void runIntegerConv2D(Context &context, bool xSigned, bool wSigned,
                      const ConvSizes &sizes, const void *x,
                      const TensorStrides &xStrides, const void *w,
                      const TensorStrides &wStrides, void *y,
                      const TensorStrides &yStrides);

// The kernels' functions, one set for each instruction set.
using ForwardFunction = void(Context &, const ForwardProblem &);
using GradientFunction = void(Context &, const GradientProblem &);
ForwardFunction runExactPortable, runForwardPortable;
GradientFunction runRowGradientPortable, runColumnGradientPortable;
using ExpandFunction = void(Context &, const ExpandProblem &);
ExpandFunction runExpandPortable;
#ifdef LUTRA_RT_X86
ForwardFunction runExactAvx2, runForwardAvx2;
GradientFunction runRowGradientAvx2, runColumnGradientAvx2;
ForwardFunction runExactAvx512, runForwardAvx512;
GradientFunction runRowGradientAvx512, runColumnGradientAvx512;
ForwardFunction runForwardVbmi, runForwardVbmiTwoSource;
ExpandFunction runExpandVbmi;
GradientFunction runRowGradientVbmi, runColumnGradientVbmi;
GradientFunction runRowGradientVbmiTwoSource, runColumnGradientVbmiTwoSource;
#endif

} // namespace lutra::rt

#endif // LUTRA_RUNTIME_CPU_KERNELS_H
