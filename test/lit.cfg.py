import os
import platform
import shutil
import subprocess
import sys

import lit.formats
from lit.llvm import llvm_config

config.name = "lutra"
config.test_format = lit.formats.ShTest(True)
config.suffixes = [".mlir", ".test"]
config.excludes = ["Inputs", "Unit", "Python"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = config.lutra_obj_dir
llvm_config.with_system_environment(["LUTRA_CPU"])
llvm_config.with_environment("PATH", config.llvm_tools_dir, append_path=True)
llvm_config.add_tool_substitutions(
    ["approx-opt", "approx-run", "approx-lut", "approx-lsp-server"], [config.lutra_tools_dir])
llvm_config.add_tool_substitutions(["FileCheck", "not", "count", "mlir-opt", "split-file", "mlir-translate", "opt", "llc", "llvm-nm", "llvm-objdump"], [config.llvm_tools_dir])
config.substitutions.append(("%lutra_lib", config.lutra_lib_dir))
config.substitutions.append(("%lutra_src", config.lutra_src_dir))
config.substitutions.append(("%lutra_build", config.lutra_build_dir))
config.substitutions.append(("%python", sys.executable))

# Programs that evaluate Verilog: optional for users, and for the tests.
if shutil.which("yosys") or shutil.which("iverilog"):
    config.available_features.add("verilog")

# Classes of CPUs are those of x86-64; below AVX2 there is no fused multiply-add.
fused = True
if platform.machine() in ("x86_64", "AMD64"):
    config.available_features.add("x86")
    command = [os.path.join(config.lutra_tools_dir, "approx-run"), "--cpu-classes"]
    classes = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    fused = "avx2: here" in classes and os.environ.get("LUTRA_CPU") != "x86-64-v2"
if fused:
    config.available_features.add("fma")

# Real models and published tables that are not part of this repository: tests
# that need them say REQUIRES: corpus and are reported as unsupported without.
shared = os.path.join(config.lutra_src_dir, "..", "shared")
if os.path.isdir(os.path.join(shared, "corpus")):
    config.available_features.add("corpus")
config.substitutions.append(("%shared", shared))
