// RUN: approx-opt %s --pass-pipeline='builtin.module(func.func(approx-fuse,approx-verify-contractions))' --split-input-file | FileCheck %s

#id = affine_map<(d0, d1) -> (d0, d1)>
#row = affine_map<(d0, d1) -> (d0)>
#col = affine_map<(d0, d1) -> (d1)>

// Bias and relu become one loop; the matmul between stays a matmul, also where
// a reshape or a broadcast would fold into it.
// CHECK-LABEL: @opaque
// CHECK:     linalg.generic
// CHECK:       math.exp
// CHECK:     %[[C:.*]] = tensor.collapse_shape
// CHECK:     %[[M:.*]] = linalg.matmul ins(%[[C]],
// CHECK:     linalg.generic {{.*}} ins(%[[M]], %{{.*}} :
// CHECK-NEXT: ^bb0
// CHECK-NEXT:  arith.addf
// CHECK-NEXT:  arith.maximumf
// CHECK-NOT: linalg.generic
func.func @opaque(%x: tensor<2x2x3xf32>, %w: tensor<3x5xf32>, %b: tensor<5xf32>, %o: tensor<4x5xf32>) -> tensor<4x5xf32> {
  %zero = arith.constant 0.0 : f32
  %e3 = tensor.empty() : tensor<2x2x3xf32>
  %exp = linalg.exp ins(%x : tensor<2x2x3xf32>) outs(%e3 : tensor<2x2x3xf32>) -> tensor<2x2x3xf32>
  %flat = tensor.collapse_shape %exp [[0, 1], [2]] : tensor<2x2x3xf32> into tensor<4x3xf32>
  %m = linalg.matmul ins(%flat, %w : tensor<4x3xf32>, tensor<3x5xf32>) outs(%o : tensor<4x5xf32>) -> tensor<4x5xf32>
  %e = tensor.empty() : tensor<4x5xf32>
  %bb = linalg.broadcast ins(%b : tensor<5xf32>) outs(%e : tensor<4x5xf32>) dimensions = [0]
  %s = linalg.add ins(%m, %bb : tensor<4x5xf32>, tensor<4x5xf32>) outs(%e : tensor<4x5xf32>) -> tensor<4x5xf32>
  %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]} ins(%s : tensor<4x5xf32>) outs(%e : tensor<4x5xf32>) {
  ^bb0(%in: f32, %out: f32):
    %v = arith.maximumf %in, %zero : f32
    linalg.yield %v : f32
  } -> tensor<4x5xf32>
  return %y : tensor<4x5xf32>
}

// -----

#id = affine_map<(d0, d1) -> (d0, d1)>
#row = affine_map<(d0, d1) -> (d0)>

// An exponential of a row would be computed per column: it stays on its own.
// CHECK-LABEL: @recompute
// CHECK: linalg.generic
// CHECK:   math.exp
// CHECK: linalg.generic
// CHECK-NOT: math.exp
// CHECK:   arith.addf
func.func @recompute(%x: tensor<4xf32>, %y: tensor<4x5xf32>) -> tensor<4x5xf32> {
  %e1 = tensor.empty() : tensor<4xf32>
  %exp = linalg.exp ins(%x : tensor<4xf32>) outs(%e1 : tensor<4xf32>) -> tensor<4xf32>
  %e = tensor.empty() : tensor<4x5xf32>
  %s = linalg.generic {indexing_maps = [#row, #id, #id], iterator_types = ["parallel", "parallel"]} ins(%exp, %y : tensor<4xf32>, tensor<4x5xf32>) outs(%e : tensor<4x5xf32>) {
  ^bb0(%a: f32, %b: f32, %out: f32):
    %v = arith.addf %a, %b : f32
    linalg.yield %v : f32
  } -> tensor<4x5xf32>
  return %s : tensor<4x5xf32>
}

// -----

#id = affine_map<(d0, d1) -> (d0, d1)>
#row = affine_map<(d0, d1) -> (d0)>

// Two readers of an expensive value: computed once. A reduction takes its only
// producer in.
// CHECK-LABEL: @readers
// CHECK-COUNT-1: math.exp
// CHECK-NOT: math.exp
// CHECK: return
// CHECK-LABEL: @reduction
// CHECK: linalg.generic {{.*}}iterator_types = ["parallel", "reduction"]
// CHECK:   arith.mulf
// CHECK:   arith.addf
// CHECK-NOT: linalg.generic
func.func @readers(%x: tensor<4x5xf32>) -> (tensor<4x5xf32>, tensor<4x5xf32>) {
  %e = tensor.empty() : tensor<4x5xf32>
  %exp = linalg.exp ins(%x : tensor<4x5xf32>) outs(%e : tensor<4x5xf32>) -> tensor<4x5xf32>
  %a = linalg.add ins(%exp, %x : tensor<4x5xf32>, tensor<4x5xf32>) outs(%e : tensor<4x5xf32>) -> tensor<4x5xf32>
  %b = linalg.mul ins(%exp, %x : tensor<4x5xf32>, tensor<4x5xf32>) outs(%e : tensor<4x5xf32>) -> tensor<4x5xf32>
  return %a, %b : tensor<4x5xf32>, tensor<4x5xf32>
}
func.func @reduction(%x: tensor<4x5xf32>, %y: tensor<4x5xf32>, %init: tensor<4xf32>) -> tensor<4xf32> {
  %e = tensor.empty() : tensor<4x5xf32>
  %p = linalg.mul ins(%x, %y : tensor<4x5xf32>, tensor<4x5xf32>) outs(%e : tensor<4x5xf32>) -> tensor<4x5xf32>
  %s = linalg.reduce { arith.addf } ins(%p : tensor<4x5xf32>) outs(%init : tensor<4xf32>) dimensions = [1]
  return %s : tensor<4xf32>
}

// -----

// Windows are opaque: the relu stays in front of the pooling.
// CHECK-LABEL: @window
// CHECK: linalg.generic
// CHECK: linalg.pooling_nchw_max
// CHECK: linalg.generic
func.func @window(%x: tensor<1x1x4x4xf32>, %init: tensor<1x1x2x2xf32>) -> tensor<1x1x2x2xf32> {
  %e = tensor.empty() : tensor<1x1x4x4xf32>
  %exp = linalg.exp ins(%x : tensor<1x1x4x4xf32>) outs(%e : tensor<1x1x4x4xf32>) -> tensor<1x1x4x4xf32>
  %k = tensor.empty() : tensor<2x2xf32>
  %p = linalg.pooling_nchw_max {strides = dense<2> : tensor<2xi64>, dilations = dense<1> : tensor<2xi64>}
      ins(%exp, %k : tensor<1x1x4x4xf32>, tensor<2x2xf32>) outs(%init : tensor<1x1x2x2xf32>) -> tensor<1x1x2x2xf32>
  %e2 = tensor.empty() : tensor<1x1x2x2xf32>
  %y = linalg.exp ins(%p : tensor<1x1x2x2xf32>) outs(%e2 : tensor<1x1x2x2xf32>) -> tensor<1x1x2x2xf32>
  return %y : tensor<1x1x2x2xf32>
}
