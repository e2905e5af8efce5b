// Padding that is left out has no products: a code of the image counts where it
// is not padding, and a tap where it does not meet any.

// RUN: approx-opt %s --approx-record-histograms=function=forward | FileCheck %s

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}

// 2 filters; of 3 x 3 places and 2 x 2 taps along each dimension the first tap
// meets the first row in one place, the last tap the last column in one: 5 of 6.
// CHECK-LABEL: func.func @forward
// CHECK-SAME: macs = 50 : i64
// CHECK-DAG: arith.constant dense<[0, 2, 2, 1]> : tensor<4xi64>
// CHECK-DAG: arith.constant dense<[1, 2, 2, 0]> : tensor<4xi64>
// CHECK-DAG: arith.constant dense<[2, 3]> : tensor<2xi64>
// CHECK-DAG: arith.constant dense<[3, 2]> : tensor<2xi64>
func.func @forward(%w: tensor<2x1x2x2xi8> {approx.role = "parameter", approx.name = "c.weight"},
                   %x: tensor<1x1x4x4xi8> {approx.role = "input", approx.name = "x"},
                   %z: tensor<i32>) -> (tensor<1x2x3x3xi32> {approx.role = "logits"}) {
  %e = tensor.empty() : tensor<1x2x3x3xi32>
  %acc = approx.conv_2d @m ins(%x, %w : tensor<1x1x4x4xi8>, tensor<2x1x2x2xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%e : tensor<1x2x3x3xi32>) {gradient = #approx.gradient<"ste">, order = #approx.order<rhs_first>,
      layout = #approx.layout<nchw_fchw>, skipped_padding = array<i64: 1, 0, 0, 1>} -> tensor<1x2x3x3xi32>
  return %acc : tensor<1x2x3x3xi32>
}
