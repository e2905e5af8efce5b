// f64 to 16 bits is one rounding, whatever way it is compiled.
// RUN: approx-opt %s --approx-expand-narrow-floats | FileCheck %s
// RUN: approx-run %s --entry=narrow --precision=12 | FileCheck %s --check-prefix=VALUE

// 1 + 2^-8 is half way between two numbers of bf16, 1 + 2^-11 of f16: with 2^-30 more, with as much less.
// VALUE: result 0: tensor<6xf32> [1.0078125, 1, -1.0078125, inf, 0, -inf]
// VALUE: result 1: tensor<6xf32> [1.0009765625, 1, -1.0009765625, inf, 0, -inf]

// CHECK-LABEL: func.func @narrow
// CHECK-NOT:     : f64 to {{b?}}f16
// CHECK:         return
#id = affine_map<(d0) -> (d0)>
func.func @narrow() -> (tensor<6xf32>, tensor<6xf32>) {
  %x = arith.constant dense<[1.00390625093132257, 1.00390624906867743, -1.00390625093132257, 1.0e39, 1.0e-60, -1.0e300]> : tensor<6xf64>
  %y = arith.constant dense<[1.00048828218132257, 1.00048828031867743, -1.00048828218132257, 7.0e4, 1.0e-60, -1.0e300]> : tensor<6xf64>
  %empty = tensor.empty() : tensor<6xf32>
  %0:2 = linalg.generic {indexing_maps = [#id, #id, #id, #id], iterator_types = ["parallel"]}
      ins(%x, %y : tensor<6xf64>, tensor<6xf64>) outs(%empty, %empty : tensor<6xf32>, tensor<6xf32>) {
  ^bb0(%a: f64, %b: f64, %o0: f32, %o1: f32):
    %0 = arith.truncf %a : f64 to bf16
    %1 = arith.extf %0 : bf16 to f32
    %2 = arith.truncf %b : f64 to f16
    %3 = arith.extf %2 : f16 to f32
    linalg.yield %1, %3 : f32, f32
  } -> (tensor<6xf32>, tensor<6xf32>)
  return %0#0, %0#1 : tensor<6xf32>, tensor<6xf32>
}
