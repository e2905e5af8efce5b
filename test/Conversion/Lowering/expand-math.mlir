// RUN: approx-opt %s --approx-expand-math | FileCheck %s
// RUN: approx-run %s --entry=functions --args='[-87,-2.5,-0.1,0,1e-3,0.7,3,88]' --precision=5 | FileCheck %s --check-prefix=VALUE

// CHECK-LABEL: func.func @functions
// CHECK-NOT:     math.{{exp|log|tanh|erf}}
// CHECK:         return
// VALUE: result 0: tensor<8xf32> [1.6458e-38, 0.082085, 0.90484, 1, 1.001, 2.0138, 20.086, 1.6516e+38]
// VALUE: result 1: tensor<8xf32> [-1, -0.98661, -0.099668, 0, 0.001, 0.60437, 0.99505, 1]
// VALUE: result 2: tensor<8xf32> [-1, -0.99959, -0.11246, 0, 0.0011284, 0.6778, 0.99998, 1]
// VALUE: result 3: tensor<8xf32> [4.4659, 0.91629, -2.3026, -inf, -6.9078, -0.35667, 1.0986, 4.4773]
#id = affine_map<(d0) -> (d0)>
func.func @functions(%x: tensor<8xf32>) -> (tensor<8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>) {
  %empty = tensor.empty() : tensor<8xf32>
  %0:4 = linalg.generic {indexing_maps = [#id, #id, #id, #id, #id], iterator_types = ["parallel"]}
      ins(%x : tensor<8xf32>) outs(%empty, %empty, %empty, %empty : tensor<8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>) {
  ^bb0(%in: f32, %o0: f32, %o1: f32, %o2: f32, %o3: f32):
    %e = math.exp %in : f32
    %t = math.tanh %in : f32
    %r = math.erf %in : f32
    %a = math.absf %in : f32
    %l = math.log %a : f32
    linalg.yield %e, %t, %r, %l : f32, f32, f32, f32
  } -> (tensor<8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>)
  return %0#0, %0#1, %0#2, %0#3 : tensor<8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>
}

// Double precision, which gradient checks use, keeps its function.
// CHECK-LABEL: func.func @double
// CHECK:         math.exp %{{.*}} : f64
func.func @double(%x: f64) -> f64 {
  %0 = math.exp %x : f64
  return %0 : f64
}

// CHECK-LABEL: func.func @division
// CHECK-NOT:     arith.ceildivsi
// CHECK:         arith.divsi
func.func @division(%a: i32, %b: i32) -> i32 {
  %0 = arith.ceildivsi %a, %b : i32
  return %0 : i32
}
