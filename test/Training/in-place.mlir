// A training step allocates nothing and copies no state: 8 parameters, 16
// moments, 4 ranges and the step count are written where they are. The only
// copy of an argument is the padded image.
// DEFINE: %{dump} = approx-run %lutra_src/examples/lenet_digits.mlir --entry=train_step --dump-buffers --init=ones \
// DEFINE:   --pipeline='approx-train-pipeline{multiplier=truncated:8x8:drop=9 gradient=lut-2d optimizer=adam emit=train_step}'

// RUN: %{dump} | FileCheck %s
// CHECK-LABEL: func.func @train_step(
// CHECK-NOT:   memref.alloc
// CHECK-NOT:   memref.copy %{{[^,]*}}, %arg
// CHECK:       memref.copy %{{.*}} : memref<64x1x8x8xf32> to memref<64x1x8x8xf32, strided
// CHECK-NOT:   memref.alloc
// CHECK-NOT:   memref.copy %arg
// CHECK-NOT:   memref.copy %{{[^,]*}}, %arg
// CHECK:       return

// RUN: %{dump} | grep 'func.func @train_step' | grep -o approx.donated | count 29
