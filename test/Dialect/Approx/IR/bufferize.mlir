// RUN: approx-opt %s --one-shot-bufferize="bufferize-function-boundaries function-boundary-type-conversion=identity-layout-map" --canonicalize | FileCheck %s

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}

// The result is in the donated argument: nothing is allocated, copied, or filled.
// CHECK-LABEL: func.func @in_place
// CHECK-SAME: %[[A:[^:]*]]: memref<8x16xi8>, %[[B:[^:]*]]: memref<16x4xi8>, %[[Z:[^:]*]]: memref<i32>, %[[C:[^:]*]]: memref<8x4xi32>
// CHECK-NEXT: approx.matmul @m ins(%[[A]], %[[B]] : memref<8x16xi8>, memref<16x4xi8>) zero_points(%[[Z]], %[[Z]] : memref<i32>, memref<i32>) outs(%[[C]] : memref<8x4xi32>) {gradient = #approx.gradient<"ste">}
// CHECK-NEXT: return %[[C]]
func.func @in_place(%a: tensor<8x16xi8>, %b: tensor<16x4xi8>, %z: tensor<i32>, %c: tensor<8x4xi32> {bufferization.writable = true}) -> tensor<8x4xi32> {
  %0 = approx.matmul @m ins(%a, %b : tensor<8x16xi8>, tensor<16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
    outs(%c : tensor<8x4xi32>) {gradient = #approx.gradient<"ste">} -> tensor<8x4xi32>
  return %0 : tensor<8x4xi32>
}

// The old contents of `outs` are still wanted: a buffer of its own, but no copy
// into it, since it is not read.
// CHECK-LABEL: func.func @out_of_place
// CHECK: %[[NEW:.*]] = memref.alloc() {{.*}} : memref<8x16xf32>
// CHECK-NOT: memref.copy
// CHECK: approx.matmul_grad_lhs ins({{.*}}) quantized @m({{.*}} : memref<8x16xi8>, memref<i32>) outs(%[[NEW]] : memref<8x16xf32>)
// CHECK-NOT: memref.copy
// CHECK: return %{{.*}}, %[[NEW]]
func.func @out_of_place(%dc: tensor<8x4xf32>, %a: tensor<8x16xi8>, %b: tensor<16x4xi8>, %z: tensor<i32>, %old: tensor<8x16xf32>) -> (tensor<8x16xf32>, tensor<8x16xf32>) {
  %0 = approx.matmul_grad_lhs ins(%dc, %b : tensor<8x4xf32>, tensor<16x4xi8>) quantized @m(%a, %z : tensor<8x16xi8>, tensor<i32>)
    outs(%old : tensor<8x16xf32>) {gradient = #approx.gradient<"ste">} -> tensor<8x16xf32>
  return %old, %0 : tensor<8x16xf32>, tensor<8x16xf32>
}

// Effects on buffers: what is written and never read is dead, what is read is not.
// CHECK-LABEL: func.func @gradients
// CHECK-DAG: approx.conv_2d_grad_input ins({{.*}} : memref<1x3x2x2xf32>, memref<3x2x3x3xf32>)
// CHECK-DAG: approx.conv_2d_grad_filter ins({{.*}} : memref<1x3x2x2xf32>, memref<1x2x4x4xf32>)
// CHECK-NOT: memref.copy
func.func @gradients(%dy: tensor<1x3x2x2xf32>, %x: tensor<1x2x4x4xf32>, %w: tensor<3x2x3x3xf32>) -> (tensor<1x2x4x4xf32>, tensor<3x2x3x3xf32>) {
  %ix = tensor.empty() : tensor<1x2x4x4xf32>
  %iw = tensor.empty() : tensor<3x2x3x3xf32>
  %0 = approx.conv_2d_grad_input ins(%dy, %w : tensor<1x3x2x2xf32>, tensor<3x2x3x3xf32>) outs(%ix : tensor<1x2x4x4xf32>) {layout = #approx.layout<nchw_fchw>} -> tensor<1x2x4x4xf32>
  %1 = approx.conv_2d_grad_filter ins(%dy, %x : tensor<1x3x2x2xf32>, tensor<1x2x4x4xf32>) outs(%iw : tensor<3x2x3x3xf32>) {layout = #approx.layout<nchw_fchw>} -> tensor<3x2x3x3xf32>
  return %0, %1 : tensor<1x2x4x4xf32>, tensor<3x2x3x3xf32>
}

// A barrier is no op on buffers.
// CHECK-LABEL: func.func @barrier
// CHECK-SAME: (%[[X:.*]]: memref<4xf32
// CHECK-NEXT: return %[[X]]
func.func @barrier(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = approx.optimization_barrier %x : tensor<4xf32>
  return %0 : tensor<4xf32>
}

// Neither is a stopped gradient.
// CHECK-LABEL: func.func @stopped
// CHECK-SAME: (%[[X:.*]]: memref<4xf32
// CHECK-NEXT: return %[[X]]
func.func @stopped(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = approx.stop_gradient %x : tensor<4xf32>
  return %0 : tensor<4xf32>
}
