// RUN: approx-opt %s --convert-approx-to-runtime --canonicalize --split-input-file | FileCheck %s

// Sizes are batch, m, n, k; a row-major operand has strides (batch, row, column).
// CHECK-LABEL: func.func @matmul
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0 : i64
// CHECK-DAG:     %[[C1:.*]] = arith.constant 1 : i64
// CHECK-DAG:     %[[C4:.*]] = arith.constant 4 : i64
// CHECK-DAG:     %[[C5:.*]] = arith.constant 5 : i64
// CHECK-DAG:     %[[C7:.*]] = arith.constant 7 : i64
// CHECK-DAG:     %[[NULL:.*]] = llvm.mlir.zero : !llvm.ptr
// CHECK:         %[[CONTEXT:.*]] = llvm.load %{{.*}} : !llvm.ptr -> !llvm.ptr
// CHECK:         call @lutra_rt_matmul_f32(%[[CONTEXT]], %[[NULL]], %[[C1]],
// CHECK-SAME:      %[[C1]], %[[C4]], %[[C5]], %[[C7]],
// CHECK-SAME:      %{{[0-9]+}}, %[[C0]], %[[C7]], %[[C1]],
// CHECK-SAME:      %{{[0-9]+}}, %[[C0]], %[[C5]], %[[C1]],
// CHECK-SAME:      %{{[0-9]+}}, %[[C0]], %[[C5]], %[[C1]])
// CHECK-NOT:     linalg
func.func @matmul(%a: memref<4x7xf32>, %b: memref<7x5xf32>, %c: memref<4x5xf32>) {
  linalg.matmul ins(%a, %b : memref<4x7xf32>, memref<7x5xf32>) outs(%c : memref<4x5xf32>)
  return
}

// -----

// A transposed operand only swaps strides; a fill with zero is not read back.
#a = affine_map<(m, n, k) -> (k, m)>
#b = affine_map<(m, n, k) -> (n, k)>
#c = affine_map<(m, n, k) -> (m, n)>
// CHECK-LABEL: func.func @transposed_overwrite
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0 : i64
// CHECK-DAG:     %[[C1:.*]] = arith.constant 1 : i64
// CHECK-DAG:     %[[C4:.*]] = arith.constant 4 : i64
// CHECK-DAG:     %[[C5:.*]] = arith.constant 5 : i64
// CHECK-DAG:     %[[C7:.*]] = arith.constant 7 : i64
// CHECK-NOT:     linalg.fill
// CHECK:         call @lutra_rt_matmul_f32(%{{[^,]*}}, %{{[^,]*}}, %[[C0]],
// CHECK-SAME:      %[[C1]], %[[C4]], %[[C5]], %[[C7]],
// CHECK-SAME:      %{{[0-9]+}}, %[[C0]], %[[C1]], %[[C4]],
// CHECK-SAME:      %{{[0-9]+}}, %[[C0]], %[[C1]], %[[C7]],
func.func @transposed_overwrite(%a: memref<7x4xf32>, %b: memref<5x7xf32>, %c: memref<4x5xf32>) {
  %zero = arith.constant 0.0 : f32
  linalg.fill ins(%zero : f32) outs(%c : memref<4x5xf32>)
  linalg.matmul indexing_maps = [#a, #b, #c]
      ins(%a, %b : memref<7x4xf32>, memref<5x7xf32>) outs(%c : memref<4x5xf32>)
  return
}

// -----

// A fill that something else reads or changes before the product stays.
// CHECK-LABEL: func.func @fill_is_used
// CHECK-DAG:     %[[C1:.*]] = arith.constant 1 : i64
// CHECK:         linalg.fill
// CHECK:         memref.store
// CHECK:         call @lutra_rt_matmul_f32(%{{[0-9]+}}, %{{[0-9]+}}, %[[C1]], %[[C1]],
func.func @fill_is_used(%a: memref<4x7xf32>, %b: memref<7x5xf32>, %c: memref<4x5xf32>, %i: index) {
  %zero = arith.constant 0.0 : f32
  %one = arith.constant 1.0 : f32
  linalg.fill ins(%zero : f32) outs(%c : memref<4x5xf32>)
  memref.store %one, %c[%i, %i] : memref<4x5xf32>
  linalg.matmul ins(%a, %b : memref<4x7xf32>, memref<7x5xf32>) outs(%c : memref<4x5xf32>)
  return
}

// -----

// CHECK-LABEL: func.func @batch_and_vectors
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0 : i64
// CHECK-DAG:     %[[C1:.*]] = arith.constant 1 : i64
// CHECK-DAG:     %[[C3:.*]] = arith.constant 3 : i64
// CHECK-DAG:     %[[C4:.*]] = arith.constant 4 : i64
// CHECK-DAG:     %[[C5:.*]] = arith.constant 5 : i64
// CHECK-DAG:     %[[C7:.*]] = arith.constant 7 : i64
// CHECK-DAG:     %[[C28:.*]] = arith.constant 28 : i64
// CHECK-DAG:     %[[C35:.*]] = arith.constant 35 : i64
// CHECK-DAG:     %[[C20:.*]] = arith.constant 20 : i64
// CHECK:         call @lutra_rt_matmul_f32(%{{[^,]*}}, %{{[^,]*}}, %[[C1]], %[[C3]], %[[C4]], %[[C5]], %[[C7]],
// CHECK-SAME:      %{{[0-9]+}}, %[[C28]], %[[C7]], %[[C1]], %{{[0-9]+}}, %[[C35]], %[[C5]], %[[C1]], %{{[0-9]+}}, %[[C20]], %[[C5]], %[[C1]])
// A matrix-vector product has n = 1, a dot product m = n = 1.
// CHECK:         call @lutra_rt_matmul_f32(%{{[^,]*}}, %{{[^,]*}}, %[[C1]], %[[C1]], %[[C4]], %[[C1]], %[[C7]],
// CHECK-SAME:      %{{[0-9]+}}, %[[C0]], %[[C7]], %[[C1]], %{{[0-9]+}}, %[[C0]], %[[C1]], %[[C0]], %{{[0-9]+}}, %[[C0]], %[[C1]], %[[C0]])
// CHECK:         call @lutra_rt_matmul_f32(%{{[^,]*}}, %{{[^,]*}}, %[[C1]], %[[C1]], %[[C1]], %[[C1]], %[[C7]],
func.func @batch_and_vectors(%a: memref<3x4x7xf32>, %b: memref<3x7x5xf32>, %c: memref<3x4x5xf32>,
                             %m: memref<4x7xf32>, %v: memref<7xf32>, %y: memref<4xf32>,
                             %d: memref<f32>) {
  linalg.batch_matmul ins(%a, %b : memref<3x4x7xf32>, memref<3x7x5xf32>) outs(%c : memref<3x4x5xf32>)
  linalg.matvec ins(%m, %v : memref<4x7xf32>, memref<7xf32>) outs(%y : memref<4xf32>)
  linalg.dot ins(%v, %v : memref<7xf32>, memref<7xf32>) outs(%d : memref<f32>)
  return
}

// -----

// Batch loops that step through memory as one become one.
#l = affine_map<(b, h, m, n, k) -> (b, h, m, k)>
#r = affine_map<(b, h, m, n, k) -> (b, h, n, k)>
#o = affine_map<(b, h, m, n, k) -> (b, h, m, n)>
// CHECK-LABEL: func.func @contract
// CHECK-DAG:     %[[C6:.*]] = arith.constant 6 : i64
// CHECK-DAG:     %[[C28:.*]] = arith.constant 28 : i64
// CHECK:         call @lutra_rt_matmul_f32(%{{[^,]*}}, %{{[^,]*}}, %{{[^,]*}}, %[[C6]], %{{[^,]*}}, %{{[^,]*}}, %{{[^,]*}}, %{{[^,]*}}, %[[C28]],
func.func @contract(%a: memref<2x3x4x7xf32>, %b: memref<2x3x5x7xf32>, %c: memref<2x3x4x5xf32>) {
  linalg.contract indexing_maps = [#l, #r, #o]
      ins(%a, %b : memref<2x3x4x7xf32>, memref<2x3x5x7xf32>) outs(%c : memref<2x3x4x5xf32>)
  return
}

// -----

// Batch 2, channels 3, input 9x10, filters 4 of 3x2, output 4x5; strides 2 and 2.
// CHECK-LABEL: func.func @convolutions
// CHECK-DAG:     %[[C1:.*]] = arith.constant 1 : i64
// CHECK-DAG:     %[[C2:.*]] = arith.constant 2 : i64
// CHECK-DAG:     %[[C3:.*]] = arith.constant 3 : i64
// CHECK-DAG:     %[[C4:.*]] = arith.constant 4 : i64
// CHECK-DAG:     %[[C5:.*]] = arith.constant 5 : i64
// CHECK-DAG:     %[[C6:.*]] = arith.constant 6 : i64
// CHECK-DAG:     %[[C9:.*]] = arith.constant 9 : i64
// CHECK-DAG:     %[[C10:.*]] = arith.constant 10 : i64
// CHECK-DAG:     %[[C18:.*]] = arith.constant 18 : i64
// CHECK-DAG:     %[[C20:.*]] = arith.constant 20 : i64
// CHECK-DAG:     %[[C80:.*]] = arith.constant 80 : i64
// CHECK-DAG:     %[[C90:.*]] = arith.constant 90 : i64
// CHECK-DAG:     %[[C270:.*]] = arith.constant 270 : i64
// CHECK-DAG:     %[[C12:.*]] = arith.constant 12 : i64
// CHECK-DAG:     %[[C24:.*]] = arith.constant 24 : i64
// CHECK-DAG:     %[[C30:.*]] = arith.constant 30 : i64
// CHECK:         call @lutra_rt_conv_2d_f32(%{{[^,]*}}, %{{[^,]*}}, %[[C1]],
// CHECK-SAME:      %[[C2]], %[[C1]], %[[C3]], %[[C9]], %[[C10]], %[[C4]], %[[C3]], %[[C2]], %[[C4]], %[[C5]], %[[C2]], %[[C2]], %[[C1]], %[[C1]],
// CHECK-SAME:      %{{[0-9]+}}, %[[C270]], %{{[^,]*}}, %[[C90]], %[[C10]], %[[C1]],
// CHECK-SAME:      %{{[0-9]+}}, %{{[^,]*}}, %[[C18]], %[[C6]], %[[C2]], %[[C1]],
// CHECK-SAME:      %{{[0-9]+}}, %[[C80]], %{{[^,]*}}, %[[C20]], %[[C5]], %[[C1]])
// NHWC and HWCF are the same entry with other strides.
// CHECK:         call @lutra_rt_conv_2d_f32(%{{[^,]*}}, %{{[^,]*}}, %[[C1]],
// CHECK-SAME:      %[[C2]], %[[C1]], %[[C3]], %[[C9]], %[[C10]], %[[C4]], %[[C3]], %[[C2]], %[[C4]], %[[C5]], %[[C2]], %[[C2]], %[[C1]], %[[C1]],
// CHECK-SAME:      %{{[0-9]+}}, %[[C270]], %{{[^,]*}}, %[[C1]], %[[C30]], %[[C3]],
// CHECK-SAME:      %{{[0-9]+}}, %{{[^,]*}}, %[[C1]], %[[C4]], %[[C24]], %[[C12]],
// CHECK-SAME:      %{{[0-9]+}}, %[[C80]], %{{[^,]*}}, %[[C1]], %[[C20]], %[[C4]])
func.func @convolutions(%x: memref<2x3x9x10xf32>, %w: memref<4x3x3x2xf32>, %y: memref<2x4x4x5xf32>,
                        %xl: memref<2x9x10x3xf32>, %wl: memref<3x2x3x4xf32>, %yl: memref<2x4x5x4xf32>) {
  linalg.conv_2d_nchw_fchw {strides = dense<2> : vector<2xi64>}
      ins(%x, %w : memref<2x3x9x10xf32>, memref<4x3x3x2xf32>) outs(%y : memref<2x4x4x5xf32>)
  linalg.conv_2d_nhwc_hwcf {strides = dense<2> : vector<2xi64>}
      ins(%xl, %wl : memref<2x9x10x3xf32>, memref<3x2x3x4xf32>) outs(%yl : memref<2x4x5x4xf32>)
  return
}

// -----

// Groups, and depthwise: as many groups as channels.
// CHECK-LABEL: func.func @grouped
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0 : i64
// CHECK-DAG:     %[[C1:.*]] = arith.constant 1 : i64
// CHECK-DAG:     %[[C2:.*]] = arith.constant 2 : i64
// CHECK-DAG:     %[[C3:.*]] = arith.constant 3 : i64
// CHECK-DAG:     %[[C4:.*]] = arith.constant 4 : i64
// CHECK-DAG:     %[[C12:.*]] = arith.constant 12 : i64
// CHECK-DAG:     %[[C48:.*]] = arith.constant 48 : i64
// Batch, groups, channels of a group, height, width, filters of a group.
// CHECK:         call @lutra_rt_conv_2d_f32(%{{[^,]*}}, %{{[^,]*}}, %[[C1]], %[[C1]], %[[C3]], %[[C2]], %[[C4]], %[[C4]], %[[C4]], %[[C2]], %[[C2]],
// CHECK:         call @lutra_rt_conv_2d_f32(%{{[^,]*}}, %{{[^,]*}}, %[[C1]], %[[C1]], %[[C3]], %[[C1]], %[[C4]], %[[C4]], %[[C1]], %[[C2]], %[[C2]],
// Strides of the input: image, group, channel of a group, line, place.
// CHECK-SAME:      %[[C1]], %[[C1]], %[[C1]], %[[C1]], %{{[^,]*}}, %[[C48]], %[[C1]], %[[C0]], %[[C12]], %[[C3]],
func.func @grouped(%x: memref<1x3x2x4x4xf32>, %w: memref<3x4x2x2x2xf32>, %y: memref<1x3x4x3x3xf32>,
                   %xd: memref<1x4x4x3xf32>, %wd: memref<2x2x3xf32>, %yd: memref<1x3x3x3xf32>) {
  linalg.conv_2d_ngchw_gfchw
      ins(%x, %w : memref<1x3x2x4x4xf32>, memref<3x4x2x2x2xf32>) outs(%y : memref<1x3x4x3x3xf32>)
  linalg.depthwise_conv_2d_nhwc_hwc
      ins(%xd, %wd : memref<1x4x4x3xf32>, memref<2x2x3xf32>) outs(%yd : memref<1x3x3x3xf32>)
  return
}

// -----

// What the runtime has no kernel for is left: other types, 3-D.
// CHECK-LABEL: func.func @left
// CHECK-NOT:     call
// CHECK:         linalg.matmul
// CHECK:         linalg.conv_3d_ncdhw_fcdhw
// CHECK-NOT:     lutra_module_init
func.func @left(%a: memref<4x7xf64>, %b: memref<7x5xf64>, %c: memref<4x5xf64>,
                %x: memref<1x2x4x4x4xf32>, %w: memref<5x2x3x3x3xf32>, %y: memref<1x5x2x2x2xf32>) {
  linalg.matmul ins(%a, %b : memref<4x7xf64>, memref<7x5xf64>) outs(%c : memref<4x5xf64>)
  linalg.conv_3d_ncdhw_fcdhw
      ins(%x, %w : memref<1x2x4x4x4xf32>, memref<5x2x3x3x3xf32>) outs(%y : memref<1x5x2x2x2xf32>)
  return
}

// -----

// Upstream's matcher looks through unary operations: a sum of exp(a) * b is no matrix product of a and b.
#a = affine_map<(m, n, k) -> (m, k)>
#b = affine_map<(m, n, k) -> (k, n)>
#c = affine_map<(m, n, k) -> (m, n)>
// CHECK-LABEL: func.func @of_a_function
// CHECK-NOT:     call
// CHECK:         linalg.generic
// CHECK:           math.exp
func.func @of_a_function(%a: memref<4x7xf32>, %b: memref<7x5xf32>, %c: memref<4x5xf32>) {
  linalg.generic {indexing_maps = [#a, #b, #c], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%a, %b : memref<4x7xf32>, memref<7x5xf32>) outs(%c : memref<4x5xf32>) {
  ^bb0(%x: f32, %y: f32, %z: f32):
    %0 = math.exp %x : f32
    %1 = arith.mulf %0, %y : f32
    %2 = arith.addf %z, %1 : f32
    linalg.yield %2 : f32
  }
  return
}

// -----

// The same of the product, in a convolution.
#x = affine_map<(f, i, j, c, k, l) -> (c, i + k, j + l)>
#w = affine_map<(f, i, j, c, k, l) -> (f, c, k, l)>
#y = affine_map<(f, i, j, c, k, l) -> (f, i, j)>
// CHECK-LABEL: func.func @function_of_products
// CHECK-NOT:     call
// CHECK:         linalg.generic
// CHECK:           math.absf
func.func @function_of_products(%x: memref<3x9x9xf32>, %w: memref<4x3x3x3xf32>, %y: memref<4x7x7xf32>) {
  linalg.generic {indexing_maps = [#x, #w, #y],
                  iterator_types = ["parallel", "parallel", "parallel", "reduction", "reduction", "reduction"]}
      ins(%x, %w : memref<3x9x9xf32>, memref<4x3x3x3xf32>) outs(%y : memref<4x7x7xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %0 = arith.mulf %a, %b : f32
    %1 = math.absf %0 : f32
    %2 = arith.addf %1, %o : f32
    linalg.yield %2 : f32
  }
  return
}
