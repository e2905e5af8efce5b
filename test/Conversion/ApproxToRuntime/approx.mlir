// RUN: approx-opt %s --convert-approx-to-runtime --canonicalize --mlir-elide-elementsattrs-if-larger=4 | FileCheck %s

// One table and handle per multiplier, and per estimator and operand whose
// gradient needs a 2-D table, whoever uses them.
// CHECK-DAG: llvm.mlir.global internal constant @lutra_table_m(dense_resource<__elided__> : tensor<4096xi32>) {{.*}} : !llvm.array<4096 x i32>
// CHECK-DAG: llvm.mlir.global internal @lutra_handle_m(0 : i64)
// CHECK-DAG: llvm.mlir.global internal constant @lutra_table_m_lut_2d_boundary_secant_hws_2_lhs(
// CHECK-DAG: llvm.mlir.global internal constant @lutra_table_m_lut_2d_boundary_secant_hws_2_rhs(
// CHECK-NOT: llvm.mlir.global internal constant
// CHECK-LABEL: func.func @lutra_module_init(
// CHECK-SAME:      %[[CONTEXT:.*]]: !llvm.ptr)
// CHECK-DAG:     %[[SIGNED:.*]] = arith.constant 1 : i64
// CHECK-DAG:     %[[C4:.*]] = arith.constant 4 : i64
// CHECK-DAG:     %[[C8:.*]] = arith.constant 8 : i64
// CHECK-DAG:     %[[UNSIGNED:.*]] = arith.constant 0 : i64
// CHECK:         llvm.store %[[CONTEXT]], %{{.*}} : !llvm.ptr, !llvm.ptr
// CHECK:         call @lutra_rt_multiplier_create(%[[CONTEXT]], %[[C8]], %[[UNSIGNED]], %[[C4]], %[[SIGNED]],
// CHECK:         call @lutra_rt_gradient_create(%[[CONTEXT]], %[[C8]], %[[UNSIGNED]], %[[C4]], %[[SIGNED]],
// CHECK:         call @lutra_rt_gradient_create(
// CHECK-NOT:     call
// CHECK:         return
// CHECK-NOT: approx.

approx.multiplier @m {lhs = ui8, rhs = si4, spec = #approx.family<"exact">}

#ste = #approx.gradient<"ste">
#lut = #approx.gradient<"lut-2d:hws=2:boundary=secant">

// Multiplier, swapped, accumulator bits, sizes; a zero point per column has
// stride 1, one per tensor 0.
// CHECK-LABEL: func.func @matmul
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0 : i64
// CHECK-DAG:     %[[C1:.*]] = arith.constant 1 : i64
// CHECK-DAG:     %[[C3:.*]] = arith.constant 3 : i64
// CHECK-DAG:     %[[C4:.*]] = arith.constant 4 : i64
// CHECK-DAG:     %[[C5:.*]] = arith.constant 5 : i64
// CHECK-DAG:     %[[C32:.*]] = arith.constant 32 : i64
// CHECK:         %[[HANDLE:.*]] = llvm.load %{{.*}} : !llvm.ptr -> i64
// CHECK:         call @lutra_rt_approx_matmul(%{{[^,]*}}, %{{[^,]*}}, %[[HANDLE]], %[[C0]], %[[C32]],
// CHECK-SAME:      %[[C1]], %[[C3]], %[[C5]], %[[C4]],
// CHECK-SAME:      %{{[0-9]+}}, %[[C0]], %[[C4]], %[[C1]], %{{[0-9]+}}, %[[C0]],
// CHECK-SAME:      %{{[0-9]+}}, %[[C0]], %[[C5]], %[[C1]], %{{[0-9]+}}, %[[C1]],
// CHECK-SAME:      %{{[0-9]+}}, %[[C0]], %[[C5]], %[[C1]])
func.func @matmul(%a: memref<3x4xi8>, %b: memref<4x5xi8>, %za: memref<i32>, %zb: memref<5xi32>,
                  %c: memref<3x5xi32>) {
  approx.matmul @m ins(%a, %b : memref<3x4xi8>, memref<4x5xi8>)
      zero_points(%za, %zb : memref<i32>, memref<5xi32>)
      outs(%c : memref<3x5xi32>) {gradient = #ste}
  return
}

// CHECK-LABEL: func.func @swapped_transposed_wide
// CHECK-DAG:     %[[C1:.*]] = arith.constant 1 : i64
// CHECK-DAG:     %[[C2:.*]] = arith.constant 2 : i64
// CHECK-DAG:     %[[C3:.*]] = arith.constant 3 : i64
// CHECK-DAG:     %[[C4:.*]] = arith.constant 4 : i64
// CHECK-DAG:     %[[C5:.*]] = arith.constant 5 : i64
// CHECK-DAG:     %[[C12:.*]] = arith.constant 12 : i64
// CHECK-DAG:     %[[C64:.*]] = arith.constant 64 : i64
// CHECK:         call @lutra_rt_approx_matmul(%{{[^,]*}}, %{{[^,]*}}, %{{[^,]*}}, %[[C1]], %[[C64]],
// CHECK-SAME:      %[[C2]], %[[C3]], %[[C5]], %[[C4]],
// CHECK-SAME:      %{{[0-9]+}}, %[[C12]], %[[C1]], %[[C3]],
func.func @swapped_transposed_wide(%a: memref<2x4x3xi8>, %b: memref<2x4x5xi8>, %za: memref<i32>,
                                   %zb: memref<i32>, %c: memref<2x3x5xi64>) {
  approx.batch_matmul @m ins(%a, %b : memref<2x4x3xi8>, memref<2x4x5xi8>)
      zero_points(%za, %zb : memref<i32>, memref<i32>) outs(%c : memref<2x3x5xi64>)
      {gradient = #ste, order = #approx.order<rhs_first>, lhs_transposed}
  return
}

// CHECK-LABEL: func.func @convolution
// CHECK-DAG:     %[[C1:.*]] = arith.constant 1 : i64
// CHECK-DAG:     %[[C2:.*]] = arith.constant 2 : i64
// CHECK-DAG:     %[[C3:.*]] = arith.constant 3 : i64
// CHECK-DAG:     %[[C4:.*]] = arith.constant 4 : i64
// CHECK-DAG:     %[[C9:.*]] = arith.constant 9 : i64
// CHECK:         call @lutra_rt_approx_conv_2d(%{{[^,]*}}, %{{[^,]*}}, %{{[^,]*}}, %{{[^,]*}}, %{{[^,]*}},
// CHECK-SAME:      %[[C1]], %[[C1]], %[[C3]], %[[C9]], %[[C9]], %[[C4]], %[[C2]], %[[C2]], %[[C4]], %[[C4]], %[[C2]], %[[C2]], %[[C2]], %[[C2]],
func.func @convolution(%x: memref<1x9x9x3xi8>, %w: memref<2x2x3x4xi8>, %zx: memref<i32>,
                       %zw: memref<4xi32>, %y: memref<1x4x4x4xi32>) {
  approx.conv_2d @m ins(%x, %w : memref<1x9x9x3xi8>, memref<2x2x3x4xi8>)
      zero_points(%zx, %zw : memref<i32>, memref<4xi32>) outs(%y : memref<1x4x4x4xi32>)
      {gradient = #ste, layout = #approx.layout<nhwc_hwcf>, strides = array<i64: 2, 2>, dilations = array<i64: 2, 2>}
  return
}

// A zero point per filter has a stride for groups and one for filters.
// CHECK-LABEL: func.func @grouped
// CHECK-DAG:     %[[C1:.*]] = arith.constant 1 : i64
// CHECK-DAG:     %[[C5:.*]] = arith.constant 5 : i64
// CHECK-DAG:     %[[ZW:.*]] = memref.extract_aligned_pointer_as_index %arg3 : memref<6x5xi32>
// CHECK:         %[[Z:.*]] = arith.index_cast %[[ZW]]
// CHECK:         %[[P:.*]] = llvm.inttoptr %[[Z]]
// CHECK:         call @lutra_rt_approx_conv_2d({{.*}}, %[[P]], %[[C5]], %[[C1]], %{{[^,]*}}, %{{[^,]*}}, %{{[^,]*}}, %{{[^,]*}}, %{{[^,]*}}, %{{[^,]*}})
func.func @grouped(%x: memref<1x6x2x9x9xi8>, %w: memref<6x5x2x2x2xi8>, %zx: memref<i32>,
                   %zw: memref<6x5xi32>, %y: memref<1x6x5x8x8xi32>) {
  approx.conv_2d @m ins(%x, %w : memref<1x6x2x9x9xi8>, memref<6x5x2x2x2xi8>)
      zero_points(%zx, %zw : memref<i32>, memref<6x5xi32>) outs(%y : memref<1x6x5x8x8xi32>)
      {gradient = #ste, layout = #approx.layout<ngchw_gfchw>}
  return
}

// CHECK-LABEL: func.func @gradients
// CHECK:         call @lutra_rt_approx_matmul_grad_lhs(
// CHECK:         call @lutra_rt_approx_matmul_grad_rhs(
// CHECK:         call @lutra_rt_approx_conv_2d_grad_input(
// CHECK:         call @lutra_rt_approx_conv_2d_grad_filter(
func.func @gradients(%dc: memref<3x5xf32>, %a: memref<3x4xi8>, %b: memref<4x5xi8>, %z: memref<i32>,
                     %da: memref<3x4xf32>, %db: memref<4x5xf32>, %dy: memref<1x4x7x7xf32>,
                     %x: memref<1x3x9x9xi8>, %w: memref<4x3x3x3xi8>, %dx: memref<1x3x9x9xf32>,
                     %dw: memref<4x3x3x3xf32>) {
  approx.matmul_grad_lhs ins(%dc, %b : memref<3x5xf32>, memref<4x5xi8>)
      quantized @m(%a, %z : memref<3x4xi8>, memref<i32>) outs(%da : memref<3x4xf32>) {gradient = #lut}
  approx.matmul_grad_rhs ins(%dc, %a : memref<3x5xf32>, memref<3x4xi8>)
      quantized @m(%b, %z : memref<4x5xi8>, memref<i32>) outs(%db : memref<4x5xf32>) {gradient = #lut}
  approx.conv_2d_grad_input ins(%dy, %w : memref<1x4x7x7xf32>, memref<4x3x3x3xi8>)
      quantized @m(%x, %z : memref<1x3x9x9xi8>, memref<i32>) outs(%dx : memref<1x3x9x9xf32>)
      {gradient = #lut, layout = #approx.layout<nchw_fchw>}
  approx.conv_2d_grad_filter ins(%dy, %x : memref<1x4x7x7xf32>, memref<1x3x9x9xi8>)
      quantized @m(%w, %z : memref<4x3x3x3xi8>, memref<i32>) outs(%dw : memref<4x3x3x3xf32>)
      {gradient = #lut, layout = #approx.layout<nchw_fchw>}
  return
}
