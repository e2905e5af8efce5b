//===- lutra_cpu_classes.h - Classes of CPUs, and LUTRA_CPU -----*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one table of CPU classes. LUTRA_CPU=<class> makes everything behave as on
// a CPU of that class: the choice of kernels, oneDNN and generated code. The
// runtime and the compiler each include this; there is nothing of LLVM in it.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_CPU_CLASSES_H
#define LUTRA_CPU_CLASSES_H

#include <cstdlib>
#include <string>
#include <vector>

namespace lutra {

/// Instruction sets that kernels are written for.
struct CpuFeatures {
  bool avx2 = false;       // with FMA
  bool avx512 = false;     // F, BW, DQ, VL
  bool avx512Vbmi = false; // with avx512
  bool avx512Vnni = false; // with avx512
  /// A byte permute of two registers is one micro-operation (AMD).
  bool fastTwoSourcePermute = false;
};

struct CpuClass {
  const char *name;
  /// Whether this machine has all that code for the class may use.
  bool (*isHere)();
  /// What kernels may use of what the machine has.
  CpuFeatures kernels;
  /// A dnnl_cpu_isa_t.
  int oneDnnIsa;
  /// LLVM's name of a CPU, and what that name lacks.
  const char *codegenCpu;
  std::vector<std::string> codegenFeatures;
};

/// All classes; each has what those before it have.
inline const std::vector<CpuClass> &cpuClasses() {
  static const std::vector<CpuClass> classes = {
#if defined(__x86_64__)
      {"x86-64-v2",
       [] { return bool(__builtin_cpu_supports("sse4.2")); },
       {false, false, false, false, true},
       0x1,
       "x86-64-v2",
       {}},
      {"avx2",
       [] {
         return __builtin_cpu_supports("avx2") &&
                __builtin_cpu_supports("fma") &&
                __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
       },
       {true, false, false, false, true},
       0x7,
       "x86-64-v3",
       {}},
      {"avx512",
       [] {
         return __builtin_cpu_supports("avx512f") &&
                __builtin_cpu_supports("avx512bw") &&
                __builtin_cpu_supports("avx512cd") &&
                __builtin_cpu_supports("avx512dq") &&
                __builtin_cpu_supports("avx512vl");
       },
       {true, true, false, false, true},
       0x27,
       "x86-64-v4",
       {"-prefer-256-bit"}},
      {"vnni",
       [] {
         return __builtin_cpu_supports("avx512vl") &&
                __builtin_cpu_supports("avx512vbmi") &&
                __builtin_cpu_supports("avx512vnni");
       },
       {true, true, true, true, true},
       0x67,
       "x86-64-v4",
       {"-prefer-256-bit", "+avx512vbmi", "+avx512vnni"}},
      {"amx",
       [] {
         return __builtin_cpu_supports("avx512vnni") &&
                __builtin_cpu_supports("avx512bf16") &&
                __builtin_cpu_supports("amx-int8") &&
                __builtin_cpu_supports("amx-bf16");
       },
       {true, true, true, true, true},
       0x3e7,
       "x86-64-v4",
       {"-prefer-256-bit", "+avx512vbmi", "+avx512vnni", "+avx512bf16"}},
#endif
  };
#if defined(__x86_64__)
  __builtin_cpu_init();
#endif
  return classes;
}

/// Whether the machine has a class and all those before it.
inline bool hasCpuClass(const CpuClass &wanted) {
  for (const CpuClass &cpuClass : cpuClasses()) {
    if (!cpuClass.isHere())
      return false;
    if (&cpuClass == &wanted)
      return true;
  }
  return false;
}

/// What LUTRA_CPU asks for.
struct CpuChoice {
  /// Null: nothing is restricted.
  const CpuClass *cpuClass = nullptr;
  /// A sentence where there is no such class here; else empty.
  std::string error;
};

inline CpuChoice chooseCpuClass(const char *wanted) {
  CpuChoice choice;
  if (!wanted || !*wanted)
    return choice;
  std::string here, lacking;
  for (const CpuClass &cpuClass : cpuClasses()) {
    bool isHere = hasCpuClass(cpuClass);
    if (isHere && cpuClass.name == std::string(wanted)) {
      choice.cpuClass = &cpuClass;
      return choice;
    }
    std::string &list = isHere ? here : lacking;
    list += (list.empty() ? "" : ", ") + std::string(cpuClass.name);
  }
  choice.error = "LUTRA_CPU: expected a class of CPUs that this machine has (" +
                 (here.empty() ? "none" : here) +
                 (lacking.empty() ? "" : "; not " + lacking) + "), got '" +
                 wanted + "'";
  return choice;
}

/// Read once, because oneDNN can be restricted only before its first use.
inline const CpuChoice &chosenCpuClass() {
  static const CpuChoice choice = chooseCpuClass(std::getenv("LUTRA_CPU"));
  return choice;
}

} // namespace lutra

#endif // LUTRA_CPU_CLASSES_H
