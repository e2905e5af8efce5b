// RUN: approx-opt %s | approx-opt | FileCheck %s

// CHECK: approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"truncated", {drop = 9 : i64}>}
approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"truncated", {drop = 9 : i64}>}

// CHECK-LABEL: func.func @matmul
func.func @matmul(%a: tensor<8x16xi8>, %b: tensor<16x4xi8>, %za: tensor<i32>, %zb: tensor<4xi32>,
                  %init: tensor<8x4xi32>, %dc: tensor<8x4xf32>, %da: tensor<8x16xf32>, %bf: tensor<16x4xf32>) -> tensor<8x4xi32> {
  // CHECK: approx.matmul @m ins(%{{.*}}, %{{.*}} : tensor<8x16xi8>, tensor<16x4xi8>) zero_points(%{{.*}}, %{{.*}} : tensor<i32>, tensor<4xi32>) outs(%{{.*}} : tensor<8x4xi32>) {gradient = #approx.gradient<"lut-2d:hws=16">, order = #approx.order<rhs_first>} -> tensor<8x4xi32>
  %c = approx.matmul @m ins(%a, %b : tensor<8x16xi8>, tensor<16x4xi8>) zero_points(%za, %zb : tensor<i32>, tensor<4xi32>)
    outs(%init : tensor<8x4xi32>) {gradient = #approx.gradient<"lut-2d:hws=16">, order = #approx.order<rhs_first>} -> tensor<8x4xi32>
  // CHECK: approx.matmul_grad_lhs ins(%{{.*}}, %{{.*}} : tensor<8x4xf32>, tensor<16x4xi8>) quantized @m(%{{.*}}, %{{.*}} : tensor<8x16xi8>, tensor<4xi32>) outs
  %g = approx.matmul_grad_lhs ins(%dc, %b : tensor<8x4xf32>, tensor<16x4xi8>) quantized @m(%a, %zb : tensor<8x16xi8>, tensor<4xi32>)
    outs(%da : tensor<8x16xf32>) {gradient = #approx.gradient<"ste">} -> tensor<8x16xf32>
  // CHECK: approx.matmul_grad_lhs ins(%{{.*}}, %{{.*}} : tensor<8x4xf32>, tensor<16x4xf32>) outs
  %h = approx.matmul_grad_lhs ins(%dc, %bf : tensor<8x4xf32>, tensor<16x4xf32>) outs(%g : tensor<8x16xf32>) -> tensor<8x16xf32>
  return %c : tensor<8x4xi32>
}
