//===- Kernels.cpp - Table of kernel rows ---------------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Kernels.h"

using namespace lutra;
using namespace lutra::rt;

const CpuFeatures &lutra::rt::cpuFeatures() {
  static const CpuFeatures features = [] {
    CpuFeatures f;
#ifdef LUTRA_RT_X86
    __builtin_cpu_init();
    f.avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    f.avx512 = f.avx2 && __builtin_cpu_supports("avx512f") &&
               __builtin_cpu_supports("avx512bw") &&
               __builtin_cpu_supports("avx512dq") &&
               __builtin_cpu_supports("avx512vl");
    f.avx512Vbmi = f.avx512 && __builtin_cpu_supports("avx512vbmi");
    f.avx512Vnni = f.avx512 && __builtin_cpu_supports("avx512vnni");
    f.fastTwoSourcePermute = __builtin_cpu_is("amd");
#endif
#ifdef LUTRA_RT_SIMULATED
    // Instructions that the machine may lack are functions here.
    f.avx512 = f.avx512Vbmi = f.avx512Vnni = f.avx2;
#endif
    if (const CpuClass *cpuClass = chosenCpuClass().cpuClass) {
      const CpuFeatures &allowed = cpuClass->kernels;
      f.avx2 &= allowed.avx2;
      f.avx512 &= allowed.avx512;
      f.avx512Vbmi &= allowed.avx512Vbmi;
      f.avx512Vnni &= allowed.avx512Vnni;
    }
    return f;
  }();
  return features;
}

/// Whether the byte planes of the table are few enough to stay in registers.
static bool fitsByteKernels(const CpuFeatures &cpu, const ForwardProblem &p) {
  return cpu.avx512Vbmi && p.table->planeCount <= 3;
}

/// Fastest first, as measured (docs/runtime.md); rows behind one that always
/// runs are there to be asked for. The rows of a problem depend on its table
/// alone, so that the choice is the same for every shape; results never differ.
static const ForwardKernel forwardKernels[] = {
#ifdef LUTRA_RT_X86
    {"exact_avx512",
     [](const CpuFeatures &cpu, const ForwardProblem &p) {
       return cpu.avx512Vnni && p.table->isExact;
     },
     runExactAvx512},
    {"exact_avx2",
     [](const CpuFeatures &cpu, const ForwardProblem &p) {
       return cpu.avx2 && p.table->isExact;
     },
     runExactAvx2},
#endif
    {"exact",
     [](const CpuFeatures &, const ForwardProblem &p) {
       return p.table->isExact;
     },
     runExactPortable},
#ifdef LUTRA_RT_X86
    {"lookup_vbmi_two_source",
     [](const CpuFeatures &cpu, const ForwardProblem &p) {
       return fitsByteKernels(cpu, p) && cpu.fastTwoSourcePermute;
     },
     runForwardVbmiTwoSource},
    {"lookup_vbmi", fitsByteKernels, runForwardVbmi},
    {"lookup_avx512",
     [](const CpuFeatures &cpu, const ForwardProblem &) { return cpu.avx512; },
     runForwardAvx512},
#endif
    {"lookup_portable",
     [](const CpuFeatures &, const ForwardProblem &) { return true; },
     runForwardPortable},
#ifdef LUTRA_RT_X86
    // Slower in every shape that was measured: CPUs without AVX-512 split a
    // gather into loads.
    {"lookup_avx2",
     [](const CpuFeatures &cpu, const ForwardProblem &) { return cpu.avx2; },
     runForwardAvx2},
#endif
};

static bool hasVbmi(const CpuFeatures &cpu, const GradientProblem &) {
  return cpu.avx512Vbmi;
}
static bool hasFastVbmi(const CpuFeatures &cpu, const GradientProblem &) {
  return cpu.avx512Vbmi && cpu.fastTwoSourcePermute;
}
static bool hasAvx512(const CpuFeatures &cpu, const GradientProblem &) {
  return cpu.avx512;
}
static bool hasAvx2(const CpuFeatures &cpu, const GradientProblem &) {
  return cpu.avx2;
}
static bool always(const CpuFeatures &, const GradientProblem &) {
  return true;
}

// The same names in both: the order alone differs.
static const GradientKernel rowKernels[] = {
#ifdef LUTRA_RT_X86
    {"lookup_vbmi_two_source", hasFastVbmi, runRowGradientVbmiTwoSource},
    {"lookup_vbmi", hasVbmi, runRowGradientVbmi},
    {"lookup_avx512", hasAvx512, runRowGradientAvx512},
#endif
    {"lookup_portable", always, runRowGradientPortable},
#ifdef LUTRA_RT_X86
    {"lookup_avx2", hasAvx2, runRowGradientAvx2},
#endif
};

static const GradientKernel columnKernels[] = {
#ifdef LUTRA_RT_X86
    {"lookup_vbmi_two_source", hasFastVbmi, runColumnGradientVbmiTwoSource},
    {"lookup_vbmi", hasVbmi, runColumnGradientVbmi},
    {"lookup_avx512", hasAvx512, runColumnGradientAvx512},
    {"lookup_avx2", hasAvx2, runColumnGradientAvx2},
#endif
    {"lookup_portable", always, runColumnGradientPortable},
};

/// Named after the look-up kernels of their instruction sets.
static const ExpandKernel expandKernels[] = {
#ifdef LUTRA_RT_X86
    {"lookup_vbmi",
     [](const CpuFeatures &cpu, const ExpandProblem &) {
       return cpu.avx512Vbmi;
     },
     runExpandVbmi},
#endif
    {"lookup_portable",
     [](const CpuFeatures &, const ExpandProblem &) { return true; },
     runExpandPortable},
};

template <typename Kernel, int count>
static const Kernel *find(const Kernel (&kernels)[count],
                          const std::string &name) {
  for (const Kernel &kernel : kernels)
    if (name == kernel.name)
      return &kernel;
  return nullptr;
}

[[noreturn]] static void reportUnknownKernel(const std::string &name) {
  std::string known;
  for (const ForwardKernel &kernel : forwardKernels)
    known += std::string(known.empty() ? "" : ", ") + kernel.name;
  for (const GradientKernel &kernel : columnKernels)
    if (!find(forwardKernels, kernel.name))
      known += std::string(", ") + kernel.name;
  throw Error(LUTRA_RT_INVALID_ARGUMENT, "LUTRA_KERNEL: expected one of " +
                                             known + ", got '" + name + "'");
}

template <typename Kernel, int count, typename Problem>
static const Kernel &select(const Kernel (&kernels)[count],
                            const std::string &forced, const Problem &problem) {
  if (!forced.empty()) {
    if (!find(forwardKernels, forced) && !find(columnKernels, forced))
      reportUnknownKernel(forced);
    if (const Kernel *kernel = find(kernels, forced)) {
      // What is slow here may still be asked for.
      CpuFeatures features = cpuFeatures();
      features.fastTwoSourcePermute = true;
      if (!kernel->canRun(features, problem))
        throw Error(LUTRA_RT_UNSUPPORTED,
                    "LUTRA_KERNEL: '" + forced +
                        "' cannot run this problem on this machine");
      return *kernel;
    }
  }
  for (const Kernel &kernel : kernels)
    if (kernel.canRun(cpuFeatures(), problem))
      return kernel;
  throw Error(LUTRA_RT_UNSUPPORTED, "no kernel can run this problem");
}

const ForwardKernel &lutra::rt::selectKernel(const Context &context,
                                             const ForwardProblem &problem) {
  return select(forwardKernels, context.forcedKernel, problem);
}

const GradientKernel &
lutra::rt::selectRowKernel(const Context &context,
                           const GradientProblem &problem) {
  return select(rowKernels, context.forcedKernel, problem);
}

const GradientKernel &
lutra::rt::selectColumnKernel(const Context &context,
                              const GradientProblem &problem) {
  return select(columnKernels, context.forcedKernel, problem);
}

const ExpandKernel &lutra::rt::selectKernel(const Context &context,
                                            const ExpandProblem &problem) {
  return select(expandKernels, context.forcedKernel, problem);
}

template <typename Kernel, int count>
static const char *nameOf(const Kernel (&kernels)[count], int64_t index) {
  return index >= 0 && index < count ? kernels[index].name : nullptr;
}

const char *lutra_rt_forward_kernel(int64_t index) {
  return nameOf(forwardKernels, index);
}

const char *lutra_rt_gradient_kernel(int64_t index) {
  return nameOf(columnKernels, index);
}
