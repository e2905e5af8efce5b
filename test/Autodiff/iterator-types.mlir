// RUN: approx-opt %s --approx-autodiff="of=strided wrt=0" | FileCheck %s --check-prefix=STRIDED
// RUN: approx-opt %s --approx-autodiff="of=strided wrt=0" --convert-approx-to-linalg \
// RUN:   --one-shot-bufferize=bufferize-function-boundaries --convert-linalg-to-parallel-loops | FileCheck %s --check-prefix=LOOPS
// RUN: approx-opt %s --approx-autodiff="of=pointwise wrt=0" | FileCheck %s --check-prefix=POINTWISE

// A loop is parallel in an adjoint only if it indexes the gradient by itself.
// oh, ow, kh and kw meet in one element through oh*2 + kh: all four have to be
// reductions, although the forward op has oh and ow parallel; a parallel one
// would be accepted by the verifier and race.

// STRIDED-DAG: #[[IN:.*]] = affine_map<(d0, d1, d2, d3, d4, d5) -> (d0, d1, d2 * 2 + d4, d3 * 2 + d5)>
// STRIDED-DAG: #[[K:.*]] = affine_map<(d0, d1, d2, d3, d4, d5) -> (d4, d5)>
// STRIDED-DAG: #[[OUT:.*]] = affine_map<(d0, d1, d2, d3, d4, d5) -> (d0, d1, d2, d3)>
// STRIDED-LABEL: func.func @strided_value_and_grad
// STRIDED:         %[[ZERO:.*]] = linalg.fill {{.*}} -> tensor<1x2x7x7xf32>
// STRIDED:         linalg.generic {indexing_maps = [#[[K]], #[[OUT]], #[[IN]]],
// STRIDED-SAME:      iterator_types = ["parallel", "parallel", "reduction", "reduction", "reduction", "reduction"]}
// STRIDED-SAME:      outs(%[[ZERO]] : tensor<1x2x7x7xf32>)

// LOOPS-LABEL: func.func @strided_value_and_grad
// LOOPS:         scf.parallel (%{{[a-z0-9]+}}, %{{[a-z0-9]+}}) =
// LOOPS-NEXT:      scf.for
// LOOPS-NEXT:        scf.for
// LOOPS-NEXT:          scf.for
// LOOPS-NEXT:            scf.for
func.func @strided(%x: tensor<1x2x7x7xf32>) -> tensor<f32> {
  %zero = arith.constant 0.0 : f32
  %window = tensor.empty() : tensor<3x3xf32>
  %e = tensor.empty() : tensor<1x2x3x3xf32>
  %init = linalg.fill ins(%zero : f32) outs(%e : tensor<1x2x3x3xf32>) -> tensor<1x2x3x3xf32>
  %r = linalg.pooling_nchw_sum {strides = dense<2> : tensor<2xi64>, dilations = dense<1> : tensor<2xi64>}
    ins(%x, %window : tensor<1x2x7x7xf32>, tensor<3x3xf32>) outs(%init : tensor<1x2x3x3xf32>) -> tensor<1x2x3x3xf32>
  %s = tensor.empty() : tensor<f32>
  %sum = linalg.fill ins(%zero : f32) outs(%s : tensor<f32>) -> tensor<f32>
  %loss = linalg.reduce { arith.addf } ins(%r : tensor<1x2x3x3xf32>) outs(%sum : tensor<f32>) dimensions = [0, 1, 2, 3]
  return %loss : tensor<f32>
}

// Each element once: no zero fill and no accumulation.
// POINTWISE-LABEL: func.func @pointwise_value_and_grad
// POINTWISE:         %[[EMPTY:.*]] = tensor.empty() : tensor<4x3xf32>
// POINTWISE:         linalg.generic {{.*}} iterator_types = ["parallel", "parallel"]} {{.*}} outs(%[[EMPTY]] : tensor<4x3xf32>)
// POINTWISE-NOT:       arith.addf
// POINTWISE:           linalg.yield
func.func @pointwise(%x: tensor<4x3xf32>) -> tensor<f32> {
  %zero = arith.constant dense<0.0> : tensor<f32>
  %e = tensor.empty() : tensor<3x4xf32>
  %0 = linalg.generic {indexing_maps = [affine_map<(i, j) -> (j, i)>, affine_map<(i, j) -> (i, j)>], iterator_types = ["parallel", "parallel"]}
      ins(%x : tensor<4x3xf32>) outs(%e : tensor<3x4xf32>) {
  ^bb0(%a: f32, %o: f32):
    %1 = math.exp %a : f32
    linalg.yield %1 : f32
  } -> tensor<3x4xf32>
  %loss = linalg.reduce { arith.addf } ins(%0 : tensor<3x4xf32>) outs(%zero : tensor<f32>) dimensions = [0, 1]
  return %loss : tensor<f32>
}
