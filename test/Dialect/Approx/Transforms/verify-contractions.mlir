// RUN: approx-opt %s --pass-pipeline='builtin.module(func.func(approx-verify-contractions))' --split-input-file --verify-diagnostics

#mk = affine_map<(m, n, k) -> (m, k)>
#kn = affine_map<(m, n, k) -> (k, n)>
#mn = affine_map<(m, n, k) -> (m, n)>
func.func @matmul(%x: tensor<4x3xf32>, %w: tensor<3x5xf32>, %o: tensor<4x5xf32>) -> tensor<4x5xf32> {
  // expected-error@+1 {{contraction written as linalg.generic: no library or runtime kernel would take it}}
  %0 = linalg.generic {indexing_maps = [#mk, #kn, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<4x3xf32>, tensor<3x5xf32>) outs(%o : tensor<4x5xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<4x5xf32>
  return %0 : tensor<4x5xf32>
}

// -----

#image = affine_map<(n, f, i, c, h) -> (n, c, i + h)>
#filter = affine_map<(n, f, i, c, h) -> (f, c, h)>
#out = affine_map<(n, f, i, c, h) -> (n, f, i)>
func.func @convolution(%x: tensor<1x2x8xf32>, %w: tensor<3x2x3xf32>, %o: tensor<1x3x6xf32>) -> tensor<1x3x6xf32> {
  // expected-error@+1 {{contraction written as linalg.generic}}
  %0 = linalg.generic {indexing_maps = [#image, #filter, #out], iterator_types = ["parallel", "parallel", "parallel", "reduction", "reduction"]}
      ins(%x, %w : tensor<1x2x8xf32>, tensor<3x2x3xf32>) outs(%o : tensor<1x3x6xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<1x3x6xf32>
  return %0 : tensor<1x3x6xf32>
}

// -----

// A sum of products along one shared dimension is no matrix product.
#id = affine_map<(m, k) -> (m, k)>
#row = affine_map<(m, k) -> (m)>
func.func @dot(%x: tensor<4x3xf32>, %y: tensor<4x3xf32>, %o: tensor<4xf32>) -> tensor<4xf32> {
  %0 = linalg.generic {indexing_maps = [#id, #id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x, %y : tensor<4x3xf32>, tensor<4x3xf32>) outs(%o : tensor<4xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<4xf32>
  return %0 : tensor<4xf32>
}
