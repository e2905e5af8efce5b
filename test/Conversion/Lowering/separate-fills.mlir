// RUN: approx-opt %s --pass-pipeline="builtin.module(func.func(approx-separate-fills))" | FileCheck %s

// Each sum starts from zeros of its own, made where they are read.
// CHECK-LABEL: func.func @two
// CHECK:      %[[A:.*]] = tensor.empty() : tensor<4x4xf32>
// CHECK-NEXT: %[[ZA:.*]] = linalg.fill {{.*}} outs(%[[A]] :
// CHECK-NEXT: %[[M:.*]] = linalg.matmul {{.*}} outs(%[[ZA]] :
// CHECK-NEXT: %[[B:.*]] = tensor.empty() : tensor<4x4xf32>
// CHECK-NEXT: %[[ZB:.*]] = linalg.fill {{.*}} outs(%[[B]] :
// CHECK-NEXT: linalg.matmul ins(%[[M]], {{.*}} outs(%[[ZB]] :
// CHECK-NEXT: return
func.func @two(%x: tensor<4x4xf32>) -> tensor<4x4xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<4x4xf32>
  %i = linalg.fill ins(%zero : f32) outs(%e : tensor<4x4xf32>) -> tensor<4x4xf32>
  %m = linalg.matmul ins(%x, %x : tensor<4x4xf32>, tensor<4x4xf32>) outs(%i : tensor<4x4xf32>) -> tensor<4x4xf32>
  %n = linalg.matmul ins(%m, %x : tensor<4x4xf32>, tensor<4x4xf32>) outs(%i : tensor<4x4xf32>) -> tensor<4x4xf32>
  return %n : tensor<4x4xf32>
}

// What is returned stays, and so does a fill of something else than an empty tensor.
// CHECK-LABEL: func.func @others
// CHECK:      %[[E:.*]] = tensor.empty
// CHECK-NEXT: %[[Z:.*]] = linalg.fill {{.*}} outs(%[[E]] :
// CHECK-NEXT: %[[F:.*]] = linalg.fill {{.*}} outs(%arg0 :
// CHECK-NEXT: return %[[Z]], %[[F]]
func.func @others(%x: tensor<4x4xf32>) -> (tensor<4x4xf32>, tensor<4x4xf32>) {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<4x4xf32>
  %i = linalg.fill ins(%zero : f32) outs(%e : tensor<4x4xf32>) -> tensor<4x4xf32>
  %f = linalg.fill ins(%zero : f32) outs(%x : tensor<4x4xf32>) -> tensor<4x4xf32>
  return %i, %f : tensor<4x4xf32>, tensor<4x4xf32>
}

// What is written to one empty tensor for want of another is written to two; in
// a loop the tensor stays outside of it.
// CHECK-LABEL: func.func @empties
// CHECK:      %[[OUTSIDE:.*]] = tensor.empty() : tensor<4x4xf32>
// CHECK:      %[[A:.*]] = tensor.empty() : tensor<4x4xf32>
// CHECK-NEXT: linalg.exp {{.*}} outs(%[[A]] :
// CHECK-NEXT: %[[B:.*]] = tensor.empty() : tensor<4x4xf32>
// CHECK-NEXT: linalg.exp {{.*}} outs(%[[B]] :
// CHECK:      scf.for
// CHECK-NEXT:   linalg.exp {{.*}} outs(%[[OUTSIDE]] :
func.func @empties(%x: tensor<4x4xf32>, %n: index) -> tensor<4x4xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %e = tensor.empty() : tensor<4x4xf32>
  %a = linalg.exp ins(%x : tensor<4x4xf32>) outs(%e : tensor<4x4xf32>) -> tensor<4x4xf32>
  %b = linalg.exp ins(%a : tensor<4x4xf32>) outs(%e : tensor<4x4xf32>) -> tensor<4x4xf32>
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%carried = %b) -> tensor<4x4xf32> {
    %next = linalg.exp ins(%carried : tensor<4x4xf32>) outs(%e : tensor<4x4xf32>) -> tensor<4x4xf32>
    scf.yield %next : tensor<4x4xf32>
  }
  return %r : tensor<4x4xf32>
}
