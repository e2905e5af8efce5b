// RUN: approx-opt %s --convert-approx-to-linalg --mlir-elide-elementsattrs-if-larger=8 --split-input-file | FileCheck %s
// RUN: approx-opt %s --convert-approx-to-linalg=only=elementwise --split-input-file | FileCheck %s --check-prefix=ELEMENTWISE
// RUN: approx-opt %s --convert-approx-to-linalg=only=contractions --split-input-file | FileCheck %s --check-prefix=CONTRACTIONS

// Nothing of the dialect is left, the multiplier included; `only` leaves the
// other half alone, and the multiplier that it refers to.
// CHECK-NOT: approx.
// CHECK-LABEL: func.func @layer
// CHECK-COUNT-2: linalg.generic
// CHECK: %[[TABLE:.*]] = arith.constant dense_resource<__elided__> : tensor<256x256xi32>
// CHECK: linalg.generic {{.*}} iterator_types = ["parallel", "parallel", "reduction"]
// CHECK: tensor.extract %[[TABLE]]
// CHECK: linalg.generic {{.*}} iterator_types = ["parallel", "parallel"]
// CHECK-NOT: approx.

// ELEMENTWISE: approx.multiplier @m
// ELEMENTWISE-LABEL: func.func @layer
// ELEMENTWISE-NOT: approx.quantize
// ELEMENTWISE: approx.matmul @m
// ELEMENTWISE-NOT: approx.dequantize

// CONTRACTIONS: approx.multiplier @m
// CONTRACTIONS-LABEL: func.func @layer
// CONTRACTIONS-COUNT-2: approx.quantize
// CONTRACTIONS-NOT: approx.matmul
// CONTRACTIONS: approx.dequantize
approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @layer(%x: tensor<?x6xf32>, %w: tensor<6x3xf32>, %s: tensor<f32>, %z: tensor<i32>, %init: tensor<?x3xi32>) -> tensor<?x3xf32> {
  %q = approx.quantize %x, %s, %z {qtype = #approx.qtype<ui8>} : tensor<?x6xf32>, tensor<f32>, tensor<i32> -> tensor<?x6xi8>
  %p = approx.quantize %w, %s, %z {qtype = #approx.qtype<ui8>} : tensor<6x3xf32>, tensor<f32>, tensor<i32> -> tensor<6x3xi8>
  %c = approx.matmul @m ins(%q, %p : tensor<?x6xi8>, tensor<6x3xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%init : tensor<?x3xi32>) {gradient = #approx.gradient<"ste">} -> tensor<?x3xi32>
  %y = approx.dequantize %c, %s, %s : tensor<?x3xi32>, tensor<f32>, tensor<f32> -> tensor<?x3xf32>
  return %y : tensor<?x3xf32>
}

// -----

// Two windows can write one element of the input's gradient: their loops are
// reductions, although the verifier of linalg would let them pass as parallel.
// CHECK: #[[WRITTEN:.*]] = affine_map<(d0, d1, d2, d3, d4, d5, d6) -> (d0, d4, d2 * 2 + d5, d3 + d6)>
// CHECK-LABEL: func.func @grad_input
// CHECK: linalg.generic {indexing_maps = [{{.*}}, {{.*}}, #[[WRITTEN]]],
// CHECK-SAME: iterator_types = ["parallel", "reduction", "reduction", "reduction", "parallel", "reduction", "reduction"]
func.func @grad_input(%dy: tensor<2x4x3x6xf32>, %w: tensor<4x3x3x3xf32>, %init: tensor<2x3x8x8xf32>) -> tensor<2x3x8x8xf32> {
  %dx = approx.conv_2d_grad_input ins(%dy, %w : tensor<2x4x3x6xf32>, tensor<4x3x3x3xf32>) outs(%init : tensor<2x3x8x8xf32>)
      {layout = #approx.layout<nchw_fchw>, strides = array<i64: 2, 1>} -> tensor<2x3x8x8xf32>
  return %dx : tensor<2x3x8x8xf32>
}

// CHECK-LABEL: func.func @grad_filter
// CHECK: iterator_types = ["reduction", "parallel", "reduction", "reduction", "parallel", "parallel", "parallel"]
func.func @grad_filter(%dy: tensor<2x4x3x6xf32>, %x: tensor<2x3x8x8xf32>, %init: tensor<4x3x3x3xf32>) -> tensor<4x3x3x3xf32> {
  %dw = approx.conv_2d_grad_filter ins(%dy, %x : tensor<2x4x3x6xf32>, tensor<2x3x8x8xf32>) outs(%init : tensor<4x3x3x3xf32>)
      {layout = #approx.layout<nchw_fchw>, strides = array<i64: 2, 1>} -> tensor<4x3x3x3xf32>
  return %dw : tensor<4x3x3x3xf32>
}

// -----

// An i64 accumulator widens every factor before it multiplies.
// CHECK-LABEL: func.func @wide
// CHECK: %[[AM:.*]] = tensor.extract
// CHECK: arith.extsi %[[AM]] : i32 to i64
// CHECK: arith.extui %{{.*}} : i8 to i64
// CHECK: arith.extsi %{{.*}} : i8 to i64
// CHECK-NOT: arith.muli {{.*}} : i32
approx.multiplier @m {lhs = ui8, rhs = si8, spec = #approx.family<"exact">}
func.func @wide(%a: tensor<2x?xi8>, %b: tensor<?x2xi8>, %z: tensor<i32>, %init: tensor<2x2xi64>) -> tensor<2x2xi64> {
  %c = approx.matmul @m ins(%a, %b : tensor<2x?xi8>, tensor<?x2xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%init : tensor<2x2xi64>) {gradient = #approx.gradient<"ste">} -> tensor<2x2xi64>
  return %c : tensor<2x2xi64>
}
