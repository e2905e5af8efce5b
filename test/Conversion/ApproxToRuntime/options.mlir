// RUN: approx-opt %s --convert-approx-to-runtime=exact-contractions=false | FileCheck %s
// RUN: not approx-opt %s --convert-approx-to-runtime=target=abacus 2>&1 | FileCheck %s --check-prefix=TARGET

// CHECK-LABEL: func.func @matmul
// CHECK:         linalg.matmul
// TARGET: error: convert-approx-to-runtime has no target 'abacus'; expected 'cpu'
func.func @matmul(%a: memref<4x7xf32>, %b: memref<7x5xf32>, %c: memref<4x5xf32>) {
  linalg.matmul ins(%a, %b : memref<4x7xf32>, memref<7x5xf32>) outs(%c : memref<4x5xf32>)
  return
}
