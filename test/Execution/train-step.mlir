// RUN: approx-run %lutra_src/examples/lenet_digits.mlir --entry=train_step \
// RUN:   --pipeline='approx-train-pipeline{multiplier=truncated:8x8:drop=9 gradient=lut-2d:hws=16 optimizer=adam}' \
// RUN:   --dump-ir-after=approx-parallelize-calls > %t.ll.mlir
// RUN: FileCheck %s --input-file=%t.ll.mlir
// RUN: approx-run %lutra_src/examples/lenet_digits.mlir --entry=train_step \
// RUN:   --pipeline='approx-train-pipeline{multiplier=truncated:8x8:drop=9 gradient=lut-2d:hws=16 optimizer=adam}' \
// RUN:   --dump-ir-after=approx-finalize-boundary | FileCheck %s --check-prefix=STATE
// RUN: approx-run %lutra_src/examples/lenet_digits.mlir --entry=train_step --init=random \
// RUN:   --pipeline='approx-train-pipeline{multiplier=truncated:8x8:drop=9 gradient=lut-2d:hws=16 optimizer=sgd momentum=0}' \
// RUN:   --args=',,,,,,,,[inf,-inf],[inf,-inf],[inf,-inf],[inf,-inf],0,0.02,,random:0:9' --repeat=40 --print-limit=1 \
// RUN:   | FileCheck %s --check-prefix=VALUE

// In a whole training step of the digits network: no allocation in the final
// code, and not one copy from or to an argument.
// CHECK-LABEL: llvm.func @train_step(
// CHECK-NOT:   malloc
// CHECK-NOT:   aligned_alloc

// STATE-LABEL: func.func @train_step(
// STATE-NOT:   memref.copy %{{.*}}, %arg
// STATE:       return

// It learns, and commits.
// VALUE: "step_count": tensor<i64> 40
// VALUE: result 0: tensor<f32> {{[12]}}.
// VALUE: result 2: tensor<i32> 0
