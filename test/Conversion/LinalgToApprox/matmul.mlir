// A linear layer: range update, quantise, approx op, dequantise, init added.
// RUN: approx-opt %s --convert-linalg-to-approx="multiplier=truncated:8x8:drop=9 gradient=lut-2d:hws=4" | FileCheck %s

// CHECK-DAG: #[[ID:.*]] = affine_map<(d0, d1) -> (d0, d1)>
// CHECK-DAG: #[[COL:.*]] = affine_map<(d0, d1) -> (d1)>
// CHECK: approx.multiplier @[[M:.*]] {lhs = ui8, rhs = ui8, spec = #approx.family<"truncated", {drop = 9 : i64}>}

// The range is an argument and its new value a result.
// CHECK: func.func @main(%[[W:.*]]: tensor<5x3xf32> {{.*}}, %[[B:.*]]: tensor<5xf32> {{.*}}, %[[X:.*]]: tensor<4x3xf32> {{.*}}, %[[R:.*]]: tensor<2xf32> {approx.name = "fc.input_range", approx.role = "range"})
// CHECK-SAME: -> (tensor<4x5xf32> {approx.role = "logits"}, tensor<2xf32> {approx.role = "range", approx.updates = "fc.input_range"})
// CHECK-SAME: approx.layers = [{gradient = #approx.gradient<"lut-2d:hws=4">, kind = "matmul", multiplier = @[[M]], name = "fc", order = #approx.order<rhs_first>, policy = "approximate"}]

// CHECK: %[[NEW:.*]] = approx.update_range %[[X]], %[[R]] {observer = #approx.observer<moving_average>}
// CHECK: %[[SX:.*]], %[[ZX:.*]] = approx.quant_params %[[NEW]] {qtype = #approx.qtype<ui8{{ ?}}>}
// CHECK: %[[QX:.*]] = approx.quantize %[[X]], %[[SX]], %[[ZX]]
// CHECK: %[[EMPTY:.*]] = arith.constant dense<[0x7F800000, 0xFF800000]> : tensor<2xf32>
// CHECK: %[[WR:.*]] = approx.update_range %[[W]], %[[EMPTY]] {observer = #approx.observer<min_max>}
// CHECK: %[[SW:.*]], %[[ZW:.*]] = approx.quant_params %[[WR]]
// CHECK: %[[QW:.*]] = approx.quantize %[[W]], %[[SW]], %[[ZW]]

// M11: the weight is the multiplier's first operand, here the op's rhs.
// CHECK: %[[C:.*]] = approx.matmul @[[M]] ins(%[[QX]], %[[QW]] : tensor<4x3xi8>, tensor<5x3xi8>)
// CHECK-SAME: zero_points(%[[ZX]], %[[ZW]] :
// CHECK-SAME: approx.name = "fc", approx.policy = "approximate", gradient = #approx.gradient<"lut-2d:hws=4">, order = #approx.order<rhs_first>, rhs_transposed} -> tensor<4x5xi32>
// CHECK: %[[D:.*]] = approx.dequantize %[[C]], %[[SX]], %[[SW]]

// The broadcast bias is read where it comes from.
// CHECK: %[[Y:.*]] = linalg.generic {indexing_maps = [#[[ID]], #[[COL]], #[[ID]]], {{.*}}} ins(%[[D]], %[[B]] :
// CHECK: arith.addf
// CHECK: return %[[Y]], %[[NEW]]

#x = affine_map<(m, n, k) -> (m, k)>
#w = affine_map<(m, n, k) -> (n, k)>
#y = affine_map<(m, n, k) -> (m, n)>
func.func @main(%w: tensor<5x3xf32> {approx.role = "parameter", approx.name = "fc.weight"},
                %b: tensor<5xf32> {approx.role = "parameter", approx.name = "fc.bias"},
                %x: tensor<4x3xf32> {approx.role = "input", approx.name = "x"})
    -> (tensor<4x5xf32> {approx.role = "logits"}) {
  %e = tensor.empty() : tensor<4x5xf32>
  %init = linalg.broadcast ins(%b : tensor<5xf32>) outs(%e : tensor<4x5xf32>) dimensions = [0]
  %y = linalg.matmul indexing_maps = [#x, #w, #y] ins(%x, %w : tensor<4x3xf32>, tensor<5x3xf32>)
      outs(%init : tensor<4x5xf32>) -> tensor<4x5xf32>
  return %y : tensor<4x5xf32>
}
