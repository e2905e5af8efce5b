// RUN: approx-opt %s --convert-approx-to-runtime --split-input-file --verify-diagnostics

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @tensors(%a: tensor<3x4xi8>, %b: tensor<4x5xi8>, %z: tensor<i32>, %c: tensor<3x5xi32>)
    -> tensor<3x5xi32> {
  // expected-error @below {{'approx.matmul' op cannot be lowered to the runtime before bufferization: expects buffers, got an operand of type 'tensor<3x4xi8>'}}
  %r = approx.matmul @m ins(%a, %b : tensor<3x4xi8>, tensor<4x5xi8>)
      zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<3x5xi32>) {gradient = #approx.gradient<"ste">} -> tensor<3x5xi32>
  return %r : tensor<3x5xi32>
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @dynamic(%a: memref<?x4xi8>, %b: memref<4x5xi8>, %z: memref<i32>, %c: memref<?x5xi32>) {
  // expected-error @below {{'approx.matmul' op cannot be lowered to the runtime: expects buffers of static shape and strides, got 'memref<?x4xi8>'}}
  approx.matmul @m ins(%a, %b : memref<?x4xi8>, memref<4x5xi8>)
      zero_points(%z, %z : memref<i32>, memref<i32>)
      outs(%c : memref<?x5xi32>) {gradient = #approx.gradient<"ste">}
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @padding(%x: memref<1x2x4x4xi8>, %w: memref<3x2x3x3xi8>, %z: memref<i32>, %c: memref<1x3x2x2xi32>) {
  // expected-error @below {{'approx.conv_2d' op leaves padding out, which no kernel does; approx-expand-skipped-padding must run before}}
  approx.conv_2d @m ins(%x, %w : memref<1x2x4x4xi8>, memref<3x2x3x3xi8>)
      zero_points(%z, %z : memref<i32>, memref<i32>)
      outs(%c : memref<1x3x2x2xi32>) {gradient = #approx.gradient<"ste">,
          layout = #approx.layout<nchw_fchw>, skipped_padding = array<i64: 1, 0, 0, 0>}
  return
}

// -----

func.func @elementwise(%x: tensor<4xf32>, %s: tensor<f32>, %z: tensor<i32>) -> tensor<4xi8> {
  // expected-error @below {{'approx.quantize' op cannot be lowered to the runtime before bufferization}}
  %q = approx.quantize %x, %s, %z {qtype = #approx.qtype<ui8>}
      : tensor<4xf32>, tensor<f32>, tensor<i32> -> tensor<4xi8>
  return %q : tensor<4xi8>
}

// -----

func.func @integers(%a: tensor<3x4xi8>, %b: tensor<4x5xi8>, %c: tensor<3x5xi32>) -> tensor<3x5xi32> {
  // expected-error @below {{'approx.int_matmul' op cannot be lowered to the runtime before bufferization: expects buffers, got an operand of type 'tensor<3x4xi8>'}}
  %r = approx.int_matmul ins(%a, %b : tensor<3x4xi8>, tensor<4x5xi8>) outs(%c : tensor<3x5xi32>) -> tensor<3x5xi32>
  return %r : tensor<3x5xi32>
}

// -----

#factors = #approx.factors<shifts = [0], lhs = dense<[[0, 1, 2, 3]]> : tensor<1x4xi8>, rhs = dense<[[0, 1, 2, 3]]> : tensor<1x4xi8>,
    lhs_term = dense<0> : tensor<4xi32>, rhs_term = dense<0> : tensor<4xi32>>
approx.multiplier @m {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">, factors = #factors}
func.func @rank(%x: memref<1x2x3x4x5xi8>, %y: memref<1x2x3x4x5xi8>) {
  // expected-error @below {{'approx.expand' op cannot be lowered to the runtime: expects at most 4 dimensions, got 'memref<1x2x3x4x5xi8>'}}
  approx.expand @m ins(%x : memref<1x2x3x4x5xi8>) outs(%y : memref<1x2x3x4x5xi8>) {axis = 1 : i64, multiplier_operand = 0 : i64, shift = 0 : i64}
  return
}
