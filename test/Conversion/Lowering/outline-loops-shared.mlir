// RUN: approx-opt %s --approx-outline-loops=threshold=1 | FileCheck %s

// Loops with the same body are one function, whoever calls it.
// CHECK-LABEL: func.func @first
// CHECK:         call @first_loops_0(
// CHECK:         call @first_loops_0(
// CHECK-LABEL: func.func @second
// CHECK:         call @first_loops_0(
// CHECK:         call @second_loops_0(
// CHECK-LABEL: func.func private @first_loops_0
// CHECK:         math.exp
// CHECK-LABEL: func.func private @second_loops_0
// CHECK:         math.log
// CHECK-NOT:   func.func private
func.func @first(%x: memref<9xf32>, %y: memref<9xf32>, %z: memref<9xf32>) {
  linalg.exp ins(%x : memref<9xf32>) outs(%y : memref<9xf32>)
  linalg.exp ins(%y : memref<9xf32>) outs(%z : memref<9xf32>)
  return
}
func.func @second(%x: memref<9xf32>, %y: memref<9xf32>) {
  linalg.exp ins(%x : memref<9xf32>) outs(%y : memref<9xf32>)
  linalg.log ins(%y : memref<9xf32>) outs(%x : memref<9xf32>)
  return
}
