// RUN: approx-opt %s --convert-approx-to-runtime --canonicalize | FileCheck %s

// Gradients of the exact product: dA = dC * B^T has m = 3, n = 4, k = 5, and
// nothing is added to what was there.
// CHECK-LABEL: func.func @matmul
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0 : i64
// CHECK-DAG:     %[[C1:.*]] = arith.constant 1 : i64
// CHECK-DAG:     %[[C3:.*]] = arith.constant 3 : i64
// CHECK-DAG:     %[[C4:.*]] = arith.constant 4 : i64
// CHECK-DAG:     %[[C5:.*]] = arith.constant 5 : i64
// CHECK:         call @lutra_rt_matmul_f32(%{{[^,]*}}, %{{[^,]*}}, %[[C0]], %[[C1]], %[[C3]], %[[C4]], %[[C5]],
// CHECK-SAME:      %{{[0-9]+}}, %[[C0]], %[[C5]], %[[C1]], %{{[0-9]+}}, %[[C0]], %[[C1]], %[[C5]], %{{[0-9]+}}, %[[C0]], %[[C4]], %[[C1]])
// dB = A^T * dC.
// CHECK:         call @lutra_rt_matmul_f32(%{{[^,]*}}, %{{[^,]*}}, %[[C0]], %[[C1]], %[[C4]], %[[C5]], %[[C3]],
// CHECK-SAME:      %{{[0-9]+}}, %[[C0]], %[[C1]], %[[C4]], %{{[0-9]+}}, %[[C0]], %[[C5]], %[[C1]], %{{[0-9]+}}, %[[C0]], %[[C5]], %[[C1]])
func.func @matmul(%dc: memref<3x5xf32>, %a: memref<3x4xf32>, %b: memref<4x5xf32>,
                  %da: memref<3x4xf32>, %db: memref<4x5xf32>) {
  approx.matmul_grad_lhs ins(%dc, %b : memref<3x5xf32>, memref<4x5xf32>) outs(%da : memref<3x4xf32>)
  approx.matmul_grad_rhs ins(%dc, %a : memref<3x5xf32>, memref<3x4xf32>) outs(%db : memref<4x5xf32>)
  return
}

// CHECK-LABEL: func.func @convolution
// CHECK:         call @lutra_rt_conv_2d_grad_input_f32(
// CHECK:         call @lutra_rt_conv_2d_grad_filter_f32(
func.func @convolution(%dy: memref<1x4x7x7xf32>, %x: memref<1x3x9x9xf32>, %w: memref<4x3x3x3xf32>,
                       %dx: memref<1x3x9x9xf32>, %dw: memref<4x3x3x3xf32>) {
  approx.conv_2d_grad_input ins(%dy, %w : memref<1x4x7x7xf32>, memref<4x3x3x3xf32>)
      outs(%dx : memref<1x3x9x9xf32>) {layout = #approx.layout<nchw_fchw>}
  approx.conv_2d_grad_filter ins(%dy, %x : memref<1x4x7x7xf32>, memref<1x3x9x9xf32>)
      outs(%dw : memref<4x3x3x3xf32>) {layout = #approx.layout<nchw_fchw>}
  return
}

// The runtime computes in f32; other types become loops over all of the
// forward op's iterations.
// CHECK-LABEL: func.func @double_precision
// CHECK-NOT:     call
// CHECK:         linalg.fill
// CHECK:         linalg.generic {{.*}}iterator_types = ["parallel", "reduction", "parallel"]
func.func @double_precision(%dc: memref<3x5xf64>, %b: memref<4x5xf64>, %da: memref<3x4xf64>) {
  approx.matmul_grad_lhs ins(%dc, %b : memref<3x5xf64>, memref<4x5xf64>) outs(%da : memref<3x4xf64>)
  return
}
