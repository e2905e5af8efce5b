// RUN: approx-opt %s --split-input-file --verify-diagnostics

approx.multiplier @m {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">,
// expected-error @below {{expects shifts from 0 to 31, got 32}}
    factors = #approx.factors<shifts = [32], lhs = dense<0> : tensor<1x4xi8>, rhs = dense<0> : tensor<1x4xi8>,
        lhs_term = dense<0> : tensor<4xi32>, rhs_term = dense<0> : tensor<4xi32>>}

// -----

approx.multiplier @m {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">,
// expected-error @below {{expects lhs factors of 1 rows of i8, one for each shift, got 'tensor<2x4xi8>'}}
    factors = #approx.factors<shifts = [0], lhs = dense<0> : tensor<2x4xi8>, rhs = dense<0> : tensor<1x4xi8>,
        lhs_term = dense<0> : tensor<4xi32>, rhs_term = dense<0> : tensor<4xi32>>}

// -----

approx.multiplier @m {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">,
// expected-error @below {{expects rhs factors of 1 rows of i8, one for each shift, got 'tensor<1x4xi16>'}}
    factors = #approx.factors<shifts = [0], lhs = dense<0> : tensor<1x4xi8>, rhs = dense<0> : tensor<1x4xi16>,
        lhs_term = dense<0> : tensor<4xi32>, rhs_term = dense<0> : tensor<4xi32>>}

// -----

approx.multiplier @m {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">,
// expected-error @below {{expects a rhs term of 4 i32 entries, got 'tensor<8xi32>'}}
    factors = #approx.factors<shifts = [0], lhs = dense<0> : tensor<1x4xi8>, rhs = dense<0> : tensor<1x4xi8>,
        lhs_term = dense<0> : tensor<4xi32>, rhs_term = dense<0> : tensor<8xi32>>}

// -----

// expected-error @below {{expects rhs factors of 8 entries for 'si3', got 4}}
approx.multiplier @m {lhs = ui2, rhs = si3, spec = #approx.family<"exact">,
    factors = #approx.factors<shifts = [0], lhs = dense<0> : tensor<1x4xi8>, rhs = dense<0> : tensor<1x4xi8>,
        lhs_term = dense<0> : tensor<4xi32>, rhs_term = dense<0> : tensor<4xi32>>}

// -----

func.func @f(%a: tensor<2x3xi8>, %e: tensor<2x3xi8>) {
  // expected-error @below {{expects @m to be an approx.multiplier of the module, which has no such symbol}}
  %0 = approx.expand @m ins(%a : tensor<2x3xi8>) outs(%e : tensor<2x3xi8>) {axis = 1 : i64, multiplier_operand = 0 : i64, shift = 0 : i64} -> tensor<2x3xi8>
  return
}

// -----

// expected-note @below {{the multiplier is this one}}
approx.multiplier @m {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">}
func.func @f(%a: tensor<2x3xi8>, %e: tensor<2x3xi8>) {
  // expected-error @below {{expects @m to have factors}}
  %0 = approx.expand @m ins(%a : tensor<2x3xi8>) outs(%e : tensor<2x3xi8>) {axis = 1 : i64, multiplier_operand = 0 : i64, shift = 0 : i64} -> tensor<2x3xi8>
  return
}

// -----

#factors = #approx.factors<shifts = [1, 0], lhs = dense<[[0, 0, 1, 1], [0, 1, 0, 1]]> : tensor<2x4xi8>,
    rhs = dense<[[0, 1, 2, 3], [0, 1, 2, 3]]> : tensor<2x4xi8>, lhs_term = dense<0> : tensor<4xi32>, rhs_term = dense<0> : tensor<4xi32>>
approx.multiplier @m {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">, factors = #factors}
func.func @f(%a: tensor<2x3xi8>, %e: tensor<2x3xi8>) {
  // expected-error @below {{expects a shift of @m's factors, got 2}}
  %0 = approx.expand @m ins(%a : tensor<2x3xi8>) outs(%e : tensor<2x3xi8>) {axis = 1 : i64, multiplier_operand = 0 : i64, shift = 2 : i64} -> tensor<2x3xi8>
  return
}

// -----

#factors = #approx.factors<shifts = [0, 0], lhs = dense<0> : tensor<2x4xi8>,
    rhs = dense<0> : tensor<2x4xi8>, lhs_term = dense<0> : tensor<4xi32>, rhs_term = dense<0> : tensor<4xi32>>
approx.multiplier @m {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">, factors = #factors}
func.func @f(%a: tensor<2x3xi8>, %e: tensor<2x3xi8>) {
  // expected-error @below {{expects outs of 6 entries along axis 1 (2 columns), got 'tensor<2x3xi8>'}}
  %0 = approx.expand @m ins(%a : tensor<2x3xi8>) outs(%e : tensor<2x3xi8>) {axis = 1 : i64, multiplier_operand = 0 : i64, shift = 0 : i64} -> tensor<2x3xi8>
  return
}

// -----

#factors = #approx.factors<shifts = [0], lhs = dense<0> : tensor<1x4xi8>,
    rhs = dense<0> : tensor<1x4xi8>, lhs_term = dense<0> : tensor<4xi32>, rhs_term = dense<0> : tensor<4xi32>>
approx.multiplier @m {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">, factors = #factors}
func.func @f(%x: tensor<2x3xf32>, %s: tensor<f32>, %z: tensor<i32>, %e: tensor<2x3xi8>) {
  // expected-note @below {{quantised here}}
  %q = approx.quantize %x, %s, %z {qtype = #approx.qtype<si4>} : tensor<2x3xf32>, tensor<f32>, tensor<i32> -> tensor<2x3xi8>
  // expected-error @below {{expects input of type 'ui2', which is operand 1 of @m, got codes of type 'si4'}}
  %0 = approx.expand @m ins(%q : tensor<2x3xi8>) outs(%e : tensor<2x3xi8>) {axis = 1 : i64, multiplier_operand = 1 : i64, shift = 0 : i64} -> tensor<2x3xi8>
  return
}

// -----

func.func @f(%a: tensor<2x3xi8>, %e: tensor<2x3xi8>) {
  // expected-error @below {{expects an axis below the rank 2, got 2}}
  %0 = approx.expand @m ins(%a : tensor<2x3xi8>) outs(%e : tensor<2x3xi8>) {axis = 2 : i64, multiplier_operand = 0 : i64, shift = 0 : i64} -> tensor<2x3xi8>
  return
}

// -----

func.func @f(%a: tensor<2x3xi8>, %e: tensor<6xi8>) {
  // expected-error @below {{expects input and outs of one rank, got 'tensor<2x3xi8>' and 'tensor<6xi8>'}}
  %0 = approx.expand @m ins(%a : tensor<2x3xi8>) outs(%e : tensor<6xi8>) {axis = 1 : i64, multiplier_operand = 0 : i64, shift = 0 : i64} -> tensor<6xi8>
  return
}

// -----

func.func @f(%a: tensor<2x3xi8>, %e: tensor<4x3xi8>) {
  // expected-error @below {{expects input and outs to agree on dimension 0, got 'tensor<2x3xi8>' and 'tensor<4x3xi8>'}}
  %0 = approx.expand @m ins(%a : tensor<2x3xi8>) outs(%e : tensor<4x3xi8>) {axis = 1 : i64, multiplier_operand = 0 : i64, shift = 0 : i64} -> tensor<4x3xi8>
  return
}

// -----

func.func @f(%a: memref<2x3xi8>, %e: tensor<2x3xi8>) {
  // expected-error @below {{expects only tensors or only memrefs, got 'memref<2x3xi8>' and 'tensor<2x3xi8>'}}
  %0 = approx.expand @m ins(%a : memref<2x3xi8>) outs(%e : tensor<2x3xi8>) {axis = 1 : i64, multiplier_operand = 0 : i64, shift = 0 : i64} -> tensor<2x3xi8>
  return
}

// -----

func.func @f(%a: tensor<2x3xi8>, %b: tensor<4x5xi8>, %c: tensor<2x5xi32>) {
  // expected-error @below {{expects dimension 1 of lhs and dimension 0 of rhs to be equal (k), got 3 and 4}}
  %0 = approx.int_matmul ins(%a, %b : tensor<2x3xi8>, tensor<4x5xi8>) outs(%c : tensor<2x5xi32>) -> tensor<2x5xi32>
  return
}

// -----

func.func @f(%a: tensor<2x3xi8>, %b: tensor<3x5xi8>, %c: tensor<2x5xi64>) {
  // expected-error @below {{operand #2 must be ranked tensor of 32-bit signless integer values or memref of 32-bit signless integer values, but got 'tensor<2x5xi64>'}}
  %0 = approx.int_matmul ins(%a, %b : tensor<2x3xi8>, tensor<3x5xi8>) outs(%c : tensor<2x5xi64>) -> tensor<2x5xi64>
  return
}

// -----

func.func @f(%a: tensor<2x3x4xi8>, %b: memref<2x4x5xi8>, %c: tensor<2x3x5xi32>) {
  // expected-error @below {{expects only tensors or only memrefs, got 'tensor<2x3x4xi8>' and 'memref<2x4x5xi8>'}}
  %0 = approx.int_batch_matmul ins(%a, %b : tensor<2x3x4xi8>, memref<2x4x5xi8>) outs(%c : tensor<2x3x5xi32>) -> tensor<2x3x5xi32>
  return
}

// -----

func.func @f(%x: tensor<1x3x4x8xi8>, %w: tensor<4x3x3x3xi8>, %y: tensor<1x4x3x6xi32>) {
  // expected-error @below {{expects at least 5 entries along dimension 2 of lhs, which the windows read, got 4}}
  %0 = approx.int_conv_2d ins(%x, %w : tensor<1x3x4x8xi8>, tensor<4x3x3x3xi8>) outs(%y : tensor<1x4x3x6xi32>) {layout = #approx.layout<nchw_fchw>} -> tensor<1x4x3x6xi32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x8xi8>, %w: tensor<4x3x3x3xi8>, %y: tensor<1x4x6x6xi32>) {
  // expected-error @below {{expects two positive strides, got [0, 1]}}
  %0 = approx.int_conv_2d ins(%x, %w : tensor<1x3x8x8xi8>, tensor<4x3x3x3xi8>) outs(%y : tensor<1x4x6x6xi32>)
      {layout = #approx.layout<nchw_fchw>, strides = array<i64: 0, 1>} -> tensor<1x4x6x6xi32>
  return
}
