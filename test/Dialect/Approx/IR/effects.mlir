// RUN: approx-opt %s --canonicalize --cse | FileCheck %s

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}

// On tensors the ops are pure: equal ones are one, unused ones none.
// CHECK-LABEL: func.func @tensors
// CHECK-NEXT: tensor.empty
// CHECK-NEXT: %[[C:.*]] = approx.matmul
// CHECK-NEXT: return %[[C]], %[[C]]
func.func @tensors(%a: tensor<8x16xi8>, %b: tensor<16x4xi8>, %z: tensor<i32>, %x: tensor<4xf32>, %r: tensor<2xf32>) -> (tensor<8x4xi32>, tensor<8x4xi32>) {
  %init = tensor.empty() : tensor<8x4xi32>
  %unused = approx.update_range %x, %r {observer = #approx.observer<min_max>} : tensor<4xf32>, tensor<2xf32>
  %0 = approx.matmul @m ins(%a, %b : tensor<8x16xi8>, tensor<16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
    outs(%init : tensor<8x4xi32>) {gradient = #approx.gradient<"ste">} -> tensor<8x4xi32>
  %1 = approx.matmul @m ins(%a, %b : tensor<8x16xi8>, tensor<16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
    outs(%init : tensor<8x4xi32>) {gradient = #approx.gradient<"ste">} -> tensor<8x4xi32>
  return %0, %1 : tensor<8x4xi32>, tensor<8x4xi32>
}

// On buffers they write: both stay, and the load is not that of the one before.
// CHECK-LABEL: func.func @buffers
// CHECK: %[[BEFORE:.*]] = memref.load
// CHECK: approx.matmul
// CHECK: %[[AFTER:.*]] = memref.load
// CHECK: return %[[BEFORE]], %[[AFTER]]
func.func @buffers(%a: memref<8x16xi8>, %b: memref<16x4xi8>, %z: memref<i32>, %c: memref<8x4xi32>) -> (i32, i32) {
  %0 = arith.constant 0 : index
  %before = memref.load %c[%0, %0] : memref<8x4xi32>
  approx.matmul @m ins(%a, %b : memref<8x16xi8>, memref<16x4xi8>) zero_points(%z, %z : memref<i32>, memref<i32>)
    outs(%c : memref<8x4xi32>) {gradient = #approx.gradient<"ste">}
  %after = memref.load %c[%0, %0] : memref<8x4xi32>
  return %before, %after : i32, i32
}
