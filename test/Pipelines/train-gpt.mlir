// A language model: indices as input, a label for every token, attention on the
// approximate multiplier.
// RUN: approx-opt %S/../Corpus/Inputs/gpt_train.mlir \
// RUN:   --approx-train-pipeline="multiplier=truncated:8x8:drop=9 emit=train_step" -o %t
// RUN: FileCheck %s --input-file %t
// CHECK:      func.func @train_step(
// CHECK-SAME: tensor<4x8xi64> {approx.bounds = array<i64: 0, 16>, approx.name = "x", approx.role = "input"}
// CHECK-SAME: tensor<4x8xi64> {approx.bounds = array<i64: 0, 16>, approx.name = "label", approx.role = "label"}

// The look-up of tokens, with what is out of range as NaN; that of positions is
// a map.
// CHECK:      tensor.extract %{{.*}} : tensor<17x16xf32>
// CHECK-NEXT: arith.select
// CHECK-NOT:  tensor<8x16xf32>, tensor<4x8xi64>

// In each of two blocks four linear layers and two products of attention, and
// the head.
// CHECK-COUNT-13: approx.{{(batch_)?}}matmul @truncated_8x8_drop_9

// The gradient of the table of tokens: two loops over the tokens, a row added in
// each.
// CHECK:      scf.for
// CHECK-NEXT: scf.for
// CHECK:      tensor.extract %{{.*}} : tensor<4x8xi64>
// CHECK:      tensor.extract_slice %{{.*}}[%{{.*}}, 0] [1, 16] [1, 1] : tensor<17x16xf32> to tensor<16xf32>
// CHECK:      linalg.generic
// CHECK:      tensor.insert_slice %{{.*}}[%{{.*}}, 0] [1, 16] [1, 1] : tensor<16xf32> into tensor<17x16xf32>

// It is a program that runs: nothing is allocated within the step, the loops
// included.
// RUN: approx-opt %t --approx-lower-to-cpu | FileCheck %s --check-prefix=MEMORY
// MEMORY-NOT: llvm.call @malloc
