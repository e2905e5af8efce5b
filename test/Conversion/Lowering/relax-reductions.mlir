// RUN: approx-opt %s --pass-pipeline='builtin.module(func.func(approx-relax-reductions))' | FileCheck %s

#id = affine_map<(d0, d1) -> (d0, d1)>
#row = affine_map<(d0, d1) -> (d0)>
// The sum may be regrouped and its products fused; the product that is not
// summed, and elementwise code, compute what they say.
// CHECK-LABEL: func.func @sum_of_products
// CHECK:         %[[SQUARE:.*]] = arith.mulf %{{.*}}, %{{.*}} : f32
// CHECK:         %[[TERM:.*]] = arith.mulf %[[SQUARE]], %{{.*}} fastmath<contract> : f32
// CHECK:         arith.addf %[[TERM]], %{{.*}} fastmath<reassoc,contract> : f32
// CHECK:         linalg.generic {{.*}}["parallel", "parallel"]
// CHECK:         arith.addf %{{.*}}, %{{.*}} : f32
func.func @sum_of_products(%x: memref<4x5xf32>, %r: memref<4xf32>) {
  linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x : memref<4x5xf32>) outs(%r : memref<4xf32>) {
  ^bb0(%in: f32, %acc: f32):
    %square = arith.mulf %in, %in : f32
    %term = arith.mulf %square, %in : f32
    %sum = arith.addf %term, %acc : f32
    linalg.yield %sum : f32
  }
  linalg.generic {indexing_maps = [#id], iterator_types = ["parallel", "parallel"]}
      outs(%x : memref<4x5xf32>) {
  ^bb0(%old: f32):
    %sum = arith.addf %old, %old : f32
    linalg.yield %sum : f32
  }
  return
}

// CHECK-LABEL: func.func @maximum
// CHECK:         arith.maximumf %{{.*}}, %{{.*}} fastmath<reassoc> : f32
func.func @maximum(%x: memref<4x5xf32>, %r: memref<4xf32>) {
  linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x : memref<4x5xf32>) outs(%r : memref<4xf32>) {
  ^bb0(%in: f32, %acc: f32):
    %max = arith.maximumf %in, %acc : f32
    linalg.yield %max : f32
  }
  return
}
