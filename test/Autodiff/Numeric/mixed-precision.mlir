// RUN: %check_gradients | FileCheck %s --implicit-check-not=differs
// RUN: %check_split | FileCheck %s --implicit-check-not=differs

// Operands narrower than the sums: gradients have the type of their argument.

// CHECK: @widened: gradient agrees
func.func @widened(%x: tensor<3x4xf32>, %y: tensor<4xf32>) -> tensor<3xf64> {
  %zero = arith.constant dense<0.0> : tensor<3xf64>
  %r = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (j)>, affine_map<(i, j) -> (i)>],
                       iterator_types = ["parallel", "reduction"]}
      ins(%x, %y : tensor<3x4xf32>, tensor<4xf32>) outs(%zero : tensor<3xf64>) {
  ^bb0(%a: f32, %b: f32, %o: f64):
    %0 = arith.mulf %a, %b : f32
    %1 = arith.extf %0 : f32 to f64
    %2 = arith.addf %o, %1 : f64
    linalg.yield %2 : f64
  } -> tensor<3xf64>
  return %r : tensor<3xf64>
}

// CHECK: @narrowed: gradient agrees
func.func @narrowed(%x: tensor<3xf64>, %s: f32) -> tensor<3xf32> {
  %0 = arith.truncf %x : tensor<3xf64> to tensor<3xf32>
  %1 = tensor.splat %s : tensor<3xf32>
  %2 = arith.mulf %0, %1 : tensor<3xf32>
  return %2 : tensor<3xf32>
}

// CHECK: @matmul: gradient agrees
func.func @matmul(%a: tensor<3x5xf32>, %b: tensor<5x4xf32>) -> tensor<3x4xf64> {
  %zero = arith.constant dense<0.0> : tensor<3x4xf64>
  %r = linalg.matmul ins(%a, %b : tensor<3x5xf32>, tensor<5x4xf32>) outs(%zero : tensor<3x4xf64>) -> tensor<3x4xf64>
  return %r : tensor<3x4xf64>
}

// CHECK: @outer_product: gradient agrees
func.func @outer_product(%a: tensor<3x5xf32>, %x: tensor<5xf32>) -> tensor<3xf64> {
  %zero = arith.constant dense<0.0> : tensor<3xf64>
  %r = linalg.matvec ins(%a, %x : tensor<3x5xf32>, tensor<5xf32>) outs(%zero : tensor<3xf64>) -> tensor<3xf64>
  return %r : tensor<3xf64>
}
