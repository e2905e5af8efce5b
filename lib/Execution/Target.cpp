//===- Target.cpp - The CPU that code is generated for --------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This file makes LLVM's description of a CPU from the table of CPU classes.
//
//===----------------------------------------------------------------------===//
#include "Target.h"
#include "lutra/Execution/Executable.h"
#include "lutra_cpu_classes.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/TargetParser/Host.h"

using namespace lutra;
using llvm::orc::JITTargetMachineBuilder;

static void initializeTargets() {
  static const bool once = [] {
    llvm::InitializeNativeTarget();
    llvm::InitializeNativeTargetAsmPrinter();
    return true;
  }();
  (void)once;
}

static JITTargetMachineBuilder makeTarget(const CpuClass &cpuClass) {
  JITTargetMachineBuilder builder{llvm::Triple(llvm::sys::getProcessTriple())};
  builder.setCPU(cpuClass.codegenCpu);
  builder.addFeatures(cpuClass.codegenFeatures);
  builder.setCodeGenOptLevel(llvm::CodeGenOptLevel::Aggressive);
  return builder;
}

llvm::Expected<JITTargetMachineBuilder> lutra::makeHostTarget() {
  initializeTargets();
  const CpuChoice &choice = chosenCpuClass();
  if (!choice.error.empty())
    return llvm::createStringError(choice.error);
  if (choice.cpuClass)
    return makeTarget(*choice.cpuClass);
  auto builder = JITTargetMachineBuilder::detectHost();
  if (builder)
    builder->setCodeGenOptLevel(llvm::CodeGenOptLevel::Aggressive);
  return builder;
}

llvm::Expected<JITTargetMachineBuilder>
lutra::makeClassTarget(llvm::StringRef name) {
  initializeTargets();
  std::string known;
  for (const CpuClass &cpuClass : cpuClasses()) {
    if (name == cpuClass.name)
      return makeTarget(cpuClass);
    known += (known.empty() ? "" : ", ") + std::string(cpuClass.name);
  }
  return llvm::createStringError("expected a class of CPUs (" +
                                 (known.empty() ? "none here" : known) +
                                 "), got '" + name + "'");
}

std::vector<std::pair<std::string, bool>> lutra::listCpuClasses() {
  std::vector<std::pair<std::string, bool>> result;
  for (const CpuClass &cpuClass : cpuClasses())
    result.emplace_back(cpuClass.name, hasCpuClass(cpuClass));
  return result;
}
