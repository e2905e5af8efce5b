// RUN: approx-opt %s --split-input-file --verify-diagnostics

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @estimator(%dc: tensor<8x4xf32>, %b: tensor<16x4xi8>, %a: tensor<8x16xi8>, %z: tensor<i32>, %da: tensor<8x16xf32>) {
  // expected-error @below {{expects an estimator ('gradient') in its quantised form}}
  %0 = approx.matmul_grad_lhs ins(%dc, %b : tensor<8x4xf32>, tensor<16x4xi8>) quantized @m(%a, %z : tensor<8x16xi8>, tensor<i32>)
      outs(%da : tensor<8x16xf32>) -> tensor<8x16xf32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @codes(%dc: tensor<8x4xf32>, %b: tensor<16x4xf32>, %a: tensor<8x16xi8>, %z: tensor<i32>, %da: tensor<8x16xf32>) {
  // expected-error @below {{expects codes (i8) in its quantised form, got 'tensor<16x4xf32>'}}
  %0 = approx.matmul_grad_lhs ins(%dc, %b : tensor<8x4xf32>, tensor<16x4xf32>) quantized @m(%a, %z : tensor<8x16xi8>, tensor<i32>)
      outs(%da : tensor<8x16xf32>) {gradient = #approx.gradient<"ste">} -> tensor<8x16xf32>
  return
}

// -----

// M9
approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @cotangent(%dc: tensor<8x4xf64>, %b: tensor<16x4xi8>, %a: tensor<8x16xi8>, %z: tensor<i32>, %da: tensor<8x16xf32>) {
  // expected-error @below {{expects f32 cotangents in its quantised form, got 'tensor<8x4xf64>'}}
  %0 = approx.matmul_grad_lhs ins(%dc, %b : tensor<8x4xf64>, tensor<16x4xi8>) quantized @m(%a, %z : tensor<8x16xi8>, tensor<i32>)
      outs(%da : tensor<8x16xf32>) {gradient = #approx.gradient<"ste">} -> tensor<8x16xf32>
  return
}

// -----

func.func @float_estimator(%dc: tensor<8x4xf32>, %b: tensor<16x4xf32>, %da: tensor<8x16xf32>) {
  // expected-error @below {{expects no estimator in its float form (codes and a multiplier come after 'quantized')}}
  %0 = approx.matmul_grad_lhs ins(%dc, %b : tensor<8x4xf32>, tensor<16x4xf32>)
      outs(%da : tensor<8x16xf32>) {gradient = #approx.gradient<"ste">} -> tensor<8x16xf32>
  return
}

// -----

func.func @float_order(%dc: tensor<8x4xf32>, %b: tensor<16x4xf32>, %da: tensor<8x16xf32>) {
  // expected-error @below {{expects no operand order in its float form}}
  %0 = approx.matmul_grad_lhs ins(%dc, %b : tensor<8x4xf32>, tensor<16x4xf32>)
      outs(%da : tensor<8x16xf32>) {order = #approx.order<rhs_first>} -> tensor<8x16xf32>
  return
}

// -----

func.func @float_codes(%dc: tensor<8x4xf32>, %b: tensor<16x4xi8>, %da: tensor<8x16xf32>) {
  // expected-error @below {{expects operands of one float type in its float form, got 'tensor<8x4xf32>' and 'tensor<16x4xi8>'}}
  %0 = approx.matmul_grad_lhs ins(%dc, %b : tensor<8x4xf32>, tensor<16x4xi8>) outs(%da : tensor<8x16xf32>) -> tensor<8x16xf32>
  return
}

// -----

func.func @shapes(%dc: tensor<8x5xf32>, %b: tensor<16x4xf32>, %da: tensor<8x16xf32>) {
  // expected-error @below {{expects dimension 1 of the cotangent and dimension 1 of other to be equal (n), got 5 and 4}}
  %0 = approx.matmul_grad_lhs ins(%dc, %b : tensor<8x5xf32>, tensor<16x4xf32>) outs(%da : tensor<8x16xf32>) -> tensor<8x16xf32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @self(%dy: tensor<1x3x2x2xf32>, %x: tensor<1x2x5x4xi8>, %w: tensor<3x2x3x3xi8>, %z: tensor<i32>, %dx: tensor<1x2x4x4xf32>) {
  // expected-error @below {{expects self and outs of the same shape, got 'tensor<1x2x5x4xi8>' and 'tensor<1x2x4x4xf32>'}}
  %0 = approx.conv_2d_grad_input ins(%dy, %w : tensor<1x3x2x2xf32>, tensor<3x2x3x3xi8>) quantized @m(%x, %z : tensor<1x2x5x4xi8>, tensor<i32>)
      outs(%dx : tensor<1x2x4x4xf32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>} -> tensor<1x2x4x4xf32>
  return
}

// -----

func.func @windows(%dy: tensor<1x3x3x2xf32>, %w: tensor<3x2x3x3xf32>, %dx: tensor<1x2x4x4xf32>) {
  // expected-error @below {{expects at least 5 entries along dimension 2 of outs, which the windows read, got 4}}
  %0 = approx.conv_2d_grad_input ins(%dy, %w : tensor<1x3x3x2xf32>, tensor<3x2x3x3xf32>)
      outs(%dx : tensor<1x2x4x4xf32>) {layout = #approx.layout<nchw_fchw>} -> tensor<1x2x4x4xf32>
  return
}

// -----

// The gradient for rhs reads lhs, whose zero points run along its rows.
approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @zero_point(%dc: tensor<8x4xf32>, %b: tensor<16x4xi8>, %a: tensor<8x16xi8>, %z: tensor<4xi32>, %db: tensor<16x4xf32>) {
  // expected-error @below {{expects a zero point of 8 entries for other (m), got 'tensor<4xi32>'}}
  %0 = approx.matmul_grad_rhs ins(%dc, %a : tensor<8x4xf32>, tensor<8x16xi8>) quantized @m(%b, %z : tensor<16x4xi8>, tensor<4xi32>)
      outs(%db : tensor<16x4xf32>) {gradient = #approx.gradient<"ste">} -> tensor<16x4xf32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = si8, spec = #approx.family<"exact">}
func.func @producer(%dc: tensor<8x4xf32>, %x: tensor<16x4xf32>, %s: tensor<f32>, %a: tensor<8x16xi8>, %z: tensor<i32>, %da: tensor<8x16xf32>) {
  // expected-note @below {{quantised here}}
  %b = approx.quantize %x, %s, %z {qtype = #approx.qtype<ui8>} : tensor<16x4xf32>, tensor<f32>, tensor<i32> -> tensor<16x4xi8>
  // expected-error @below {{expects other of type 'si8', which is operand 1 of @m, got codes of type 'ui8'}}
  %0 = approx.matmul_grad_lhs ins(%dc, %b : tensor<8x4xf32>, tensor<16x4xi8>) quantized @m(%a, %z : tensor<8x16xi8>, tensor<i32>)
      outs(%da : tensor<8x16xf32>) {gradient = #approx.gradient<"ste">} -> tensor<8x16xf32>
  return
}
