// Attributes on an op come before the options; each layer can have its own
// multiplier, also with no option given.
// RUN: approx-opt %s --convert-linalg-to-approx | FileCheck %s
// RUN: approx-opt %s --convert-linalg-to-approx="multiplier=@a gradient=lut-1d first=float" | FileCheck %s --check-prefixes=CHECK,MORE

// CHECK: approx.matmul @a {{.*}}approx.name = "one", approx.policy = "approximate", gradient = #approx.gradient<"lut-2d:hws=1">}
// CHECK: approx.matmul @b {{.*}}approx.name = "w", approx.policy = "approximate"{{.*}}order = #approx.order<rhs_first>
// CHECK: approx.matmul @exact_4x4 {{.*}}approx.policy = "int8"
// MORE:  approx.matmul @a {{.*}}approx.name = "w_2"
// CHECK: linalg.matmul {approx.name = "{{.*}}", approx.policy = "float"}

approx.multiplier @a {lhs = ui8, rhs = ui8, spec = #approx.family<"truncated", {drop = 4 : i64}>}
approx.multiplier @b {lhs = ui4, rhs = ui4, spec = #approx.family<"truncated", {drop = 2 : i64}>}
func.func @main(%w: tensor<3x3xf32> {approx.role = "parameter", approx.name = "w"},
                %x: tensor<4x3xf32> {approx.role = "input", approx.name = "x"}) -> tensor<4x3xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<4x3xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<4x3xf32>) -> tensor<4x3xf32>
  %0 = linalg.matmul {approx.multiplier = @a, approx.name = "one", approx.gradient = #approx.gradient<"lut-2d:hws=1">,
                      approx.operand_order = "activation_first"}
      ins(%x, %w : tensor<4x3xf32>, tensor<3x3xf32>) outs(%f : tensor<4x3xf32>) -> tensor<4x3xf32>
  %1 = linalg.matmul {approx.multiplier = @b}
      ins(%0, %w : tensor<4x3xf32>, tensor<3x3xf32>) outs(%f : tensor<4x3xf32>) -> tensor<4x3xf32>
  %2 = linalg.matmul {approx.multiplier = @b, approx.policy = "int8"}
      ins(%1, %w : tensor<4x3xf32>, tensor<3x3xf32>) outs(%f : tensor<4x3xf32>) -> tensor<4x3xf32>
  %3 = linalg.matmul
      ins(%2, %w : tensor<4x3xf32>, tensor<3x3xf32>) outs(%f : tensor<4x3xf32>) -> tensor<4x3xf32>
  %4 = linalg.matmul {approx.policy = "float"}
      ins(%3, %w : tensor<4x3xf32>, tensor<3x3xf32>) outs(%f : tensor<4x3xf32>) -> tensor<4x3xf32>
  return %4 : tensor<4x3xf32>
}
