// i32 where the bound K max|AM - zb a - za b + za zb| proves it safe (M5):
// 255 * 255 for the exact multiplier of 8 bits, so K up to 33025.
// RUN: approx-opt %s --convert-linalg-to-approx="multiplier=exact:8x8" | FileCheck %s
// CHECK: approx.name = "fits", {{.*}} -> tensor<1x1xi32>
// CHECK: approx.name = "over", {{.*}} -> tensor<1x1xi64>
// CHECK: approx.name = "dynamic", {{.*}} -> tensor<1x1xi64>
func.func @main(%a: tensor<1x33025xf32>, %b: tensor<33025x1xf32>, %c: tensor<1x33026xf32>, %d: tensor<33026x1xf32>,
                %e: tensor<1x?xf32>, %f: tensor<?x1xf32>) -> tensor<1x1xf32> {
  %zero = arith.constant 0.0 : f32
  %empty = tensor.empty() : tensor<1x1xf32>
  %fill = linalg.fill ins(%zero : f32) outs(%empty : tensor<1x1xf32>) -> tensor<1x1xf32>
  %0 = linalg.matmul {approx.name = "fits"} ins(%a, %b : tensor<1x33025xf32>, tensor<33025x1xf32>) outs(%fill : tensor<1x1xf32>) -> tensor<1x1xf32>
  %1 = linalg.matmul {approx.name = "over"} ins(%c, %d : tensor<1x33026xf32>, tensor<33026x1xf32>) outs(%0 : tensor<1x1xf32>) -> tensor<1x1xf32>
  %2 = linalg.matmul {approx.name = "dynamic"} ins(%e, %f : tensor<1x?xf32>, tensor<?x1xf32>) outs(%1 : tensor<1x1xf32>) -> tensor<1x1xf32>
  return %2 : tensor<1x1xf32>
}
