// RUN: approx-opt %s --approx-finalize-boundary --split-input-file | FileCheck %s

// The donated argument's result disappears, the allocation of the other one
// becomes an argument. Nothing is copied.
// CHECK-LABEL: func.func @step
// CHECK-SAME:    (%[[W:.*]]: memref<4xf32> {approx.donated, approx.name = "w", llvm.noalias},
// CHECK-SAME:     %[[X:.*]]: memref<4xf32> {llvm.noalias},
// CHECK-SAME:     %[[OUT:.*]]: memref<4xf32> {approx.name = "y", approx.output, approx.role = "logits", llvm.noalias}) {
// CHECK-NOT:     memref.alloc
// CHECK-NOT:     memref.copy
// CHECK:         linalg.exp ins(%[[X]] : memref<4xf32>) outs(%[[OUT]] : memref<4xf32>)
// CHECK:         linalg.add ins(%[[W]], %[[X]] {{.*}} outs(%[[W]]
// CHECK:         return{{$}}
func.func @step(%w: memref<4xf32> {approx.name = "w", approx.donated}, %x: memref<4xf32>)
    -> (memref<4xf32> {approx.name = "y", approx.role = "logits"}, memref<4xf32> {approx.updates = "w"}) {
  %y = memref.alloc() : memref<4xf32>
  linalg.exp ins(%x : memref<4xf32>) outs(%y : memref<4xf32>)
  linalg.add ins(%w, %x : memref<4xf32>, memref<4xf32>) outs(%w : memref<4xf32>)
  return %y, %w : memref<4xf32>, memref<4xf32>
}

// -----

// What has no allocation of its own is copied: an argument that is not donated,
// and the second result that is the same value.
// CHECK-LABEL: func.func @copies
// CHECK-SAME:    (%[[X:.*]]: memref<4xf32> {{.*}}, %[[A:.*]]: memref<4xf32> {{.*}}, %[[B:.*]]: memref<4xf32> {{.*}}, %[[C:.*]]: memref<4xf32> {{.*}}) {
// CHECK:         linalg.exp ins(%[[X]] {{.*}} outs(%[[A]]
// CHECK:         memref.copy %[[A]], %[[B]]
// CHECK:         memref.copy %[[X]], %[[C]]
func.func @copies(%x: memref<4xf32>) -> (memref<4xf32>, memref<4xf32>, memref<4xf32>) {
  %y = memref.alloc() : memref<4xf32>
  linalg.exp ins(%x : memref<4xf32>) outs(%y : memref<4xf32>)
  return %y, %y, %x : memref<4xf32>, memref<4xf32>, memref<4xf32>
}
