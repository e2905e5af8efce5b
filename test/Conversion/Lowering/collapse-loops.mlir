// RUN: approx-opt %s --approx-collapse-loops --split-input-file | FileCheck %s

// One loop of 960 iterations instead of three.
// CHECK: #[[ID:.*]] = affine_map<(d0) -> (d0)>
// CHECK-LABEL: func.func @elementwise
// CHECK:         linalg.generic {indexing_maps = [#[[ID]], #[[ID]]], iterator_types = ["parallel"]}
// CHECK-SAME:      memref<960xf32>
// CHECK:           math.exp
func.func @elementwise(%x: memref<8x12x10xf32>, %y: memref<8x12x10xf32>) {
  linalg.exp ins(%x : memref<8x12x10xf32>) outs(%y : memref<8x12x10xf32>)
  return
}

// -----

// A bias per channel keeps batch and channel, and merges height and width.
// CHECK-LABEL: func.func @bias
// CHECK:         linalg.generic {{.*}}iterator_types = ["parallel", "parallel", "parallel"]
// CHECK-SAME:      outs(%{{.*}} : memref<2x3x20xf32>)
func.func @bias(%b: memref<3xf32>, %y: memref<2x3x4x5xf32>) {
  linalg.broadcast ins(%b : memref<3xf32>) outs(%y : memref<2x3x4x5xf32>) dimensions = [0, 2, 3]
  return
}

// -----

// Loops of different kinds, windows and padded rows are not merged.
#id = affine_map<(d0, d1) -> (d0, d1)>
#row = affine_map<(d0, d1) -> (d0)>
// CHECK-LABEL: func.func @apart
// CHECK:         linalg.generic {{.*}}iterator_types = ["parallel", "reduction"]
// CHECK:         linalg.generic {{.*}}iterator_types = ["parallel", "parallel"]
// CHECK:         linalg.generic {{.*}}iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction", "reduction"]
func.func @apart(%x: memref<4x5xf32>, %r: memref<4xf32>, %p: memref<4x5xf32, strided<[8, 1]>>,
                 %i: memref<1x2x4x4xf32>, %k: memref<2x2xf32>, %o: memref<1x2x3x3xf32>) {
  linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x : memref<4x5xf32>) outs(%r : memref<4xf32>) {
  ^bb0(%in: f32, %acc: f32):
    %0 = arith.addf %acc, %in : f32
    linalg.yield %0 : f32
  }
  linalg.exp ins(%x : memref<4x5xf32>) outs(%p : memref<4x5xf32, strided<[8, 1]>>)
  linalg.pooling_nchw_max ins(%i, %k : memref<1x2x4x4xf32>, memref<2x2xf32>) outs(%o : memref<1x2x3x3xf32>)
  return
}

// -----

// Copies are loops too.
// CHECK-LABEL: func.func @copy
// CHECK-NOT:     memref.copy
// CHECK:         linalg.generic {{.*}}iterator_types = ["parallel"]
func.func @copy(%x: memref<4x5xf32>, %y: memref<4x5xf32>) {
  memref.copy %x, %y : memref<4x5xf32> to memref<4x5xf32>
  return
}
