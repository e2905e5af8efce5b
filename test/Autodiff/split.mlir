// RUN: approx-opt %s --approx-autodiff="of=relu mode=split" | FileCheck %s --check-prefix=RELU
// RUN: approx-opt %s --approx-autodiff="of=quantized wrt=w,x mode=split" | FileCheck %s --check-prefix=CODES
// RUN: approx-opt %s --approx-autodiff="of=state wrt=0 mode=split" | FileCheck %s --check-prefix=STATE
// RUN: approx-opt %s --approx-autodiff="of=dear wrt=0 mode=split" | FileCheck %s --check-prefix=DEAR

#id = affine_map<(i, j) -> (i, j)>
approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}

// Where x was positive fits in 2 bytes; the argument is in the caller's hands, and so is the result.
// RELU-LABEL: func.func @relu_fwd(
// RELU-SAME:    %[[X:.*]]: tensor<4x8xf32> {approx.name = "argument 0"}, %[[W:.*]]: tensor<8x4xf32> {approx.name = "w", approx.role = "parameter"})
// RELU-SAME:    -> (tensor<4x4xf32> {approx.name = "y"}, tensor<2xi8> {approx.name = "residual 0", approx.role = "residual"})
// RELU:         %[[H:.*]] = linalg.matmul
// RELU:         %[[MASK:.*]] = linalg.generic {{.*}} ins(%[[H]] : tensor<4x4xf32>) outs(%{{.*}} : tensor<4x4xi1>)
// RELU:         %[[FLAT:.*]] = tensor.collapse_shape %[[MASK]]
// RELU:         %[[BYTES:.*]] = tensor.expand_shape %[[FLAT]] {{\[}}[0, 1]] output_shape [2, 8]
// RELU:         %[[PACKED:.*]] = linalg.generic {{.*}} ins(%[[BYTES]] : tensor<2x8xi1>)
// RELU:         return %[[Y:.*]], %[[PACKED]]
// RELU-LABEL: func.func @relu_bwd(
// RELU-SAME:    %[[X:.*]]: tensor<4x8xf32> {approx.name = "argument 0"}, %[[Y:.*]]: tensor<4x4xf32> {approx.name = "y"},
// RELU-SAME:    %[[PACKED:.*]]: tensor<2xi8> {approx.name = "residual 0", approx.role = "residual"}, %[[DY:.*]]: tensor<4x4xf32> {approx.name = "y cotangent", approx.role = "cotangent"})
// RELU-SAME:    -> (tensor<8x4xf32> {approx.name = "w gradient", approx.role = "gradient"})
// RELU:         linalg.generic {{.*}} ins(%[[PACKED]] : tensor<2xi8>) outs(%{{.*}} : tensor<2x8xi1>)
// RELU:         linalg.generic {{.*}} ins(%[[Y]], %[[DY]] :
func.func @relu(%x: tensor<4x8xf32>, %w: tensor<8x4xf32> {approx.name = "w", approx.role = "parameter"}) -> (tensor<4x4xf32> {approx.name = "y"}) {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<4x4xf32>
  %i = linalg.fill ins(%zero : f32) outs(%e : tensor<4x4xf32>) -> tensor<4x4xf32>
  %h = linalg.matmul ins(%x, %w : tensor<4x8xf32>, tensor<8x4xf32>) outs(%i : tensor<4x4xf32>) -> tensor<4x4xf32>
  %r = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]} ins(%h : tensor<4x4xf32>) outs(%e : tensor<4x4xf32>) {
  ^bb0(%a: f32, %o: f32):
    %c = arith.cmpf ugt, %a, %zero : f32
    %s = arith.select %c, %a, %zero : f32
    linalg.yield %s : f32
  } -> tensor<4x4xf32>
  %y = math.exp %r : tensor<4x4xf32>
  return %y : tensor<4x4xf32>
}

// What is computed is saved as codes and as a mask of clipped elements; arguments are quantised once more.
// CODES-LABEL: func.func @quantized_fwd(
// CODES-SAME:    -> (tensor<8x4xf32> {approx.name = "result 0"}, tensor<8x16xi8> {approx.name = "residual 0", approx.role = "residual"}, tensor<16xi8> {approx.name = "residual 1", approx.role = "residual"})
// CODES-LABEL: func.func @quantized_bwd(
// CODES-SAME:    %[[V:.*]]: tensor<16x16xf32> {approx.name = "v"}, %[[W:.*]]: tensor<16x4xf32> {approx.name = "w"}, %[[S:.*]]: tensor<f32> {approx.name = "argument 3"}, %[[Z:.*]]: tensor<i32> {approx.name = "argument 4"}
// CODES-SAME:    %[[Q:.*]]: tensor<8x16xi8> {approx.name = "residual 0"
// CODES-SAME:    %[[MASK:.*]]: tensor<16xi8> {approx.name = "residual 1"
// CODES-DAG:     %[[QW:.*]] = approx.quantize %[[W]], %[[S]], %[[Z]]
// CODES-DAG:     approx.matmul_grad_rhs ins(%{{.*}}, %[[Q]] : tensor<8x4xf32>, tensor<8x16xi8>) quantized @m(%[[QW]], %[[Z]]
// CODES-DAG:     approx.matmul_grad_lhs ins(%{{.*}}, %[[QW]] : tensor<8x4xf32>, tensor<16x4xi8>) quantized @m(%[[Q]], %[[Z]]
func.func @quantized(%x: tensor<8x16xf32> {approx.name = "x"}, %v: tensor<16x16xf32> {approx.name = "v"}, %w: tensor<16x4xf32> {approx.name = "w"}, %s: tensor<f32>, %z: tensor<i32>) -> tensor<8x4xf32> {
  %e0 = tensor.empty() : tensor<8x16xf32>
  %zero = arith.constant 0.0 : f32
  %i = linalg.fill ins(%zero : f32) outs(%e0 : tensor<8x16xf32>) -> tensor<8x16xf32>
  %h = linalg.matmul ins(%x, %v : tensor<8x16xf32>, tensor<16x16xf32>) outs(%i : tensor<8x16xf32>) -> tensor<8x16xf32>
  %qx = approx.quantize %h, %s, %z {qtype = #approx.qtype<ui8>} : tensor<8x16xf32>, tensor<f32>, tensor<i32> -> tensor<8x16xi8>
  %qw = approx.quantize %w, %s, %z {qtype = #approx.qtype<ui8>} : tensor<16x4xf32>, tensor<f32>, tensor<i32> -> tensor<16x4xi8>
  %e = tensor.empty() : tensor<8x4xi32>
  %p = approx.matmul @m ins(%qx, %qw : tensor<8x16xi8>, tensor<16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
    outs(%e : tensor<8x4xi32>) {gradient = #approx.gradient<"lut-2d:hws=16">} -> tensor<8x4xi32>
  %y = approx.dequantize %p, %s, %s : tensor<8x4xi32>, tensor<f32>, tensor<f32> -> tensor<8x4xf32>
  return %y : tensor<8x4xf32>
}

// Another call may change a range before the backward: what is read of it is saved. Its new value takes no cotangent.
// STATE-LABEL: func.func @state_fwd(
// STATE-SAME:    -> (tensor<2xf32> {approx.role = "range", approx.updates = "r"}, tensor<f32> {approx.name = "logits", approx.role = "logits"}, tensor<2xf32> {approx.name = "residual 0", approx.role = "residual"})
// STATE-LABEL: func.func @state_bwd(
// STATE-SAME:    %{{[^:]*}}: tensor<2xf32> {approx.name = "residual 0", approx.role = "residual"}, %{{[^:]*}}: tensor<f32> {approx.name = "logits cotangent", approx.role = "cotangent"})
func.func @state(%x: tensor<2xf32> {approx.name = "x"}, %r: tensor<2xf32> {approx.name = "r", approx.role = "range"})
    -> (tensor<2xf32> {approx.role = "range", approx.updates = "r"}, tensor<f32> {approx.role = "logits"}) {
  %zero = arith.constant dense<0.0> : tensor<f32>
  %p = arith.mulf %x, %r : tensor<2xf32>
  %y = linalg.reduce ins(%p : tensor<2xf32>) outs(%zero : tensor<f32>) dimensions = [0] (%a: f32, %o: f32) {
    %s = arith.addf %a, %o : f32
    linalg.yield %s : f32
  }
  return %x, %y : tensor<2xf32>, tensor<f32>
}

// A sum of many elements is not run twice: its one number is saved.
// DEAR-LABEL: func.func @dear_fwd(
// DEAR-SAME:    -> (tensor<64xf32> {approx.name = "result 0"}, tensor<f32> {approx.name = "residual 0", approx.role = "residual"})
// DEAR-LABEL: func.func @dear_bwd(
// DEAR-SAME:    %{{[^:]*}}: tensor<64xf32> {approx.name = "argument 0"}, %{{[^:]*}}: tensor<f32> {approx.name = "residual 0"
func.func @dear(%x: tensor<64xf32>) -> tensor<64xf32> {
  %zero = arith.constant dense<0.0> : tensor<f32>
  %e = tensor.empty() : tensor<64xf32>
  %y = linalg.reduce ins(%x : tensor<64xf32>) outs(%zero : tensor<f32>) dimensions = [0] (%a: f32, %o: f32) {
    %s = arith.addf %a, %o : f32
    linalg.yield %s : f32
  }
  %b = linalg.broadcast ins(%y : tensor<f32>) outs(%e : tensor<64xf32>) dimensions = [0]
  %p = arith.mulf %x, %b : tensor<64xf32>
  return %p : tensor<64xf32>
}
