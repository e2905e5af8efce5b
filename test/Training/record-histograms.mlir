// RUN: approx-opt %s --approx-record-histograms=function=forward | FileCheck %s

approx.multiplier @m {lhs = si4, rhs = ui8, spec = #approx.family<"exact">}

// The filter is the multiplier's first operand: 16 codes of 4 bits.
// CHECK-LABEL: func.func @forward
// CHECK-SAME: tensor<16xi64> {approx.name = "c.lhs_counts"}, tensor<256xi64> {approx.name = "c.rhs_counts"}
// 2 filters, 3 x 3 positions and 2 x 2 taps over one channel.
// CHECK-SAME: approx.contractions = [{hash = "{{[0-9a-f]*}}", kind = "conv_2d", macs = 72 : i64, multiplier = "exact:s4xu8", name = "c", operand_order = "weight_first", operands = ["si4", "ui8"], policy = "int8"},
// CHECK-SAME: {kind = "matmul", macs = 18 : i64, name = "fc", policy = "float"}]
func.func @forward(%w: tensor<2x1x2x2xf32> {approx.role = "parameter", approx.name = "c.weight"},
                   %v: tensor<18x1xf32> {approx.role = "parameter", approx.name = "fc.weight"},
                   %x: tensor<1x1x4x4xi8> {approx.role = "input", approx.name = "x"},
                   %s: tensor<f32>, %z: tensor<i32>) -> (tensor<1x1xf32> {approx.role = "logits"}) {
  %q = approx.quantize %w, %s, %z {qtype = #approx.qtype<si4>} : tensor<2x1x2x2xf32>, tensor<f32>, tensor<i32> -> tensor<2x1x2x2xi8>
  %e = tensor.empty() : tensor<1x2x3x3xi32>
  %acc = approx.conv_2d @m ins(%x, %q : tensor<1x1x4x4xi8>, tensor<2x1x2x2xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%e : tensor<1x2x3x3xi32>) {approx.policy = "int8", gradient = #approx.gradient<"ste">, order = #approx.order<rhs_first>,
      layout = #approx.layout<nchw_fchw>} -> tensor<1x2x3x3xi32>
  %y = approx.dequantize %acc, %s, %s : tensor<1x2x3x3xi32>, tensor<f32>, tensor<f32> -> tensor<1x2x3x3xf32>
  %flat = tensor.collapse_shape %y [[0], [1, 2, 3]] : tensor<1x2x3x3xf32> into tensor<1x18xf32>
  %zero = arith.constant 0.0 : f32
  %out = tensor.empty() : tensor<1x1xf32>
  %init = linalg.fill ins(%zero : f32) outs(%out : tensor<1x1xf32>) -> tensor<1x1xf32>
  %r = linalg.matmul ins(%flat, %v : tensor<1x18xf32>, tensor<18x1xf32>) outs(%init : tensor<1x1xf32>) -> tensor<1x1xf32>
  // A filter's code is used at each of the 9 positions.
  // CHECK-DAG: %[[USES:.*]] = arith.constant 9 : i64
  // CHECK: %[[LHS:.*]] = scf.for
  // CHECK: tensor.extract %{{.*}} : tensor<2x1x2x2xi8>
  // CHECK: arith.andi %{{.*}}, %c15_i64
  // CHECK: arith.addi %{{.*}}, %{{.*}} : i64
  // CHECK: tensor.insert {{.*}} tensor<16xi64>
  // Of the input, the middle rows and columns are read by two windows each.
  // CHECK-DAG: arith.constant dense<[1, 2, 2, 1]> : tensor<4xi64>
  // CHECK: %[[RHS:.*]] = scf.for
  // CHECK: tensor.extract %arg2{{.*}} : tensor<1x1x4x4xi8>
  // CHECK: arith.muli
  // CHECK: arith.muli
  // CHECK: return %{{.*}}, %[[LHS]], %[[RHS]]
  return %r : tensor<1x1xf32>
}
