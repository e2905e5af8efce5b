// RUN: not approx-run %s.missing 2>&1 | FileCheck %s --check-prefix=FILE
// RUN: not approx-run %s --entry=g 2>&1 | FileCheck %s --check-prefix=ENTRY
// RUN: not approx-run %s --args=1,2 2>&1 | FileCheck %s --check-prefix=COUNT
// RUN: not approx-run %s --args=[1,2] 2>&1 | FileCheck %s --check-prefix=LIST
// RUN: not approx-run %s --args=many 2>&1 | FileCheck %s --check-prefix=SPEC
// RUN: not approx-run %s --args=random:3:1 2>&1 | FileCheck %s --check-prefix=INTERVAL
// RUN: not approx-run %s --args=random:a:1 2>&1 | FileCheck %s --check-prefix=NUMBER
// RUN: not approx-run %s --args=none.npy 2>&1 | FileCheck %s --check-prefix=NPY
// RUN: not approx-run %s --repeat=0 2>&1 | FileCheck %s --check-prefix=REPEAT
// RUN: not approx-run %s --opt-level=4 2>&1 | FileCheck %s --check-prefix=LEVEL
// RUN: not approx-run %s --save=%t/no/such/folder 2>&1 | FileCheck %s --check-prefix=SAVE
// RUN: not approx-run %s --pipeline=bake 2>&1 | FileCheck %s --check-prefix=PIPELINE
// RUN: echo 'module {' | not approx-run - 2>&1 | FileCheck %s --check-prefix=PARSE
// RUN: not env LUTRA_RUNTIME_DIR=%t approx-run %S/compare.mlir --entry=same 2>&1 | FileCheck %s --check-prefix=RUNTIME

// FILE: approx-run: error: cannot open input file '{{.*}}.missing': No such file or directory
// ENTRY: error: no function @g with a body; the module has @main
// COUNT: approx-run: error: --args describes 2 arguments, but @main takes 1
// LIST: approx-run: error: argument 0: expected 3 numbers, got 2
// SPEC: approx-run: error: argument 0: 'many' is not a number; expected zeros, ones, iota
// INTERVAL: approx-run: error: argument 0: random:LO:HI needs LO <= HI, got 3 and 1
// NUMBER: approx-run: error: argument 0: 'a' is not a number
// NPY: approx-run: error: argument 0: 'none.npy' cannot be read: No such file or directory
// REPEAT: approx-run: error: --repeat is at least 1
// LEVEL: approx-run: error: --opt-level is 0, 1, 2 or 3
// SAVE: result0.npy' cannot be written: No such file or directory
// PIPELINE: approx-run: error: the pipeline 'bake' failed
// PARSE: approx-run: error: cannot parse -
// RUNTIME: approx-run: error: cannot load the runtime library: {{.*}}liblutra_runtime_cpu.so{{.*}}; set LUTRA_RUNTIME_DIR to its folder
func.func @main(%x: tensor<3xf32>) -> tensor<3xf32> {
  return %x : tensor<3xf32>
}
