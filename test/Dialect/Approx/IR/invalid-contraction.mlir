// RUN: approx-opt %s --split-input-file --verify-diagnostics

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @shapes(%a: tensor<8x16xi8>, %b: tensor<15x4xi8>, %z: tensor<i32>, %c: tensor<8x4xi32>) {
  // expected-error @below {{expects dimension 1 of lhs and dimension 0 of rhs to be equal (k), got 16 and 15}}
  %0 = approx.matmul @m ins(%a, %b : tensor<8x16xi8>, tensor<15x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<8x4xi32>) {gradient = #approx.gradient<"ste">} -> tensor<8x4xi32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @transposed(%a: tensor<8x16xi8>, %b: tensor<16x4xi8>, %z: tensor<i32>, %c: tensor<8x4xi32>) {
  // expected-error @below {{expects dimension 1 of lhs and dimension 1 of rhs to be equal (k), got 16 and 4}}
  %0 = approx.matmul @m ins(%a, %b : tensor<8x16xi8>, tensor<16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<8x4xi32>) {gradient = #approx.gradient<"ste">, rhs_transposed} -> tensor<8x4xi32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @rank(%a: tensor<8x16xi8>, %b: tensor<2x16x4xi8>, %z: tensor<i32>, %c: tensor<8x4xi32>) {
  // expected-error @below {{expects rhs of rank 2, got 'tensor<2x16x4xi8>'}}
  %0 = approx.matmul @m ins(%a, %b : tensor<8x16xi8>, tensor<2x16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<8x4xi32>) {gradient = #approx.gradient<"ste">} -> tensor<8x4xi32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @batch(%a: tensor<2x8x16xi8>, %b: tensor<3x16x4xi8>, %z: tensor<i32>, %c: tensor<2x8x4xi32>) {
  // expected-error @below {{expects dimension 0 of lhs and dimension 0 of rhs to be equal (batch), got 2 and 3}}
  %0 = approx.batch_matmul @m ins(%a, %b : tensor<2x8x16xi8>, tensor<3x16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<2x8x4xi32>) {gradient = #approx.gradient<"ste">} -> tensor<2x8x4xi32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @zero_point(%a: tensor<8x16xi8>, %b: tensor<16x4xi8>, %z: tensor<i32>, %zb: tensor<16xi32>, %c: tensor<8x4xi32>) {
  // expected-error @below {{expects a zero point of 4 entries for rhs (n), got 'tensor<16xi32>'}}
  %0 = approx.matmul @m ins(%a, %b : tensor<8x16xi8>, tensor<16x4xi8>) zero_points(%z, %zb : tensor<i32>, tensor<16xi32>)
      outs(%c : tensor<8x4xi32>) {gradient = #approx.gradient<"ste">} -> tensor<8x4xi32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @mixed(%a: tensor<8x16xi8>, %b: memref<16x4xi8>, %z: tensor<i32>, %c: tensor<8x4xi32>) {
  // expected-error @below {{expects only tensors or only memrefs, got 'tensor<8x16xi8>' and 'memref<16x4xi8>'}}
  %0 = approx.matmul @m ins(%a, %b : tensor<8x16xi8>, memref<16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<8x4xi32>) {gradient = #approx.gradient<"ste">} -> tensor<8x4xi32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @no_result(%a: tensor<8x16xi8>, %b: tensor<16x4xi8>, %z: tensor<i32>, %c: tensor<8x4xi32>) {
  // expected-error @below {{expected the number of tensor results (0) to be equal to the number of output tensors (1)}}
  approx.matmul @m ins(%a, %b : tensor<8x16xi8>, tensor<16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<8x4xi32>) {gradient = #approx.gradient<"ste">}
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @accumulator(%a: tensor<8x16xi8>, %b: tensor<16x4xi8>, %z: tensor<i32>, %c: tensor<8x4xi16>) {
  // expected-error @below {{operand #4 must be ranked tensor of 32-bit signless integer or 64-bit signless integer values}}
  %0 = approx.matmul @m ins(%a, %b : tensor<8x16xi8>, tensor<16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<8x4xi16>) {gradient = #approx.gradient<"ste">} -> tensor<8x4xi16>
  return
}

// -----

// M5: 33025*65025 < 2^31 <= 33026*65025, and an error of the table counts.
approx.multiplier @exact {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @largest_i32(%a: tensor<1x33025xi8>, %b: tensor<33025x1xi8>, %z: tensor<i32>, %c: tensor<1x1xi32>) {
  %0 = approx.matmul @exact ins(%a, %b : tensor<1x33025xi8>, tensor<33025x1xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<1x1xi32>) {gradient = #approx.gradient<"ste">} -> tensor<1x1xi32>
  return
}

// -----

// expected-note @below {{the multiplier is this one}}
approx.multiplier @exact {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @too_long(%a: tensor<1x33026xi8>, %b: tensor<33026x1xi8>, %z: tensor<i32>, %c: tensor<1x1xi32>) {
  // expected-error @below {{expects an i64 accumulator for sums of 33026 terms of up to 65025, got i32, which holds 2147483647}}
  %0 = approx.matmul @exact ins(%a, %b : tensor<1x33026xi8>, tensor<33026x1xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<1x1xi32>) {gradient = #approx.gradient<"ste">} -> tensor<1x1xi32>
  return
}

// -----

// The error of this one reaches -3585. A convolution sums over c, kh and kw.
// expected-note @below {{the multiplier is this one}}
approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"truncated", {drop = 9 : i64}>}
func.func @too_many_channels(%x: tensor<1x3478x3x3xi8>, %w: tensor<1x3478x3x3xi8>, %z: tensor<i32>, %c: tensor<1x1x1x1xi32>) {
  // expected-error @below {{expects an i64 accumulator for sums of 31302 terms of up to 68610, got i32}}
  %0 = approx.conv_2d @m ins(%x, %w : tensor<1x3478x3x3xi8>, tensor<1x3478x3x3xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<1x1x1x1xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>} -> tensor<1x1x1x1xi32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @dynamic(%a: tensor<8x?xi8>, %b: tensor<?x4xi8>, %z: tensor<i32>, %c: tensor<8x4xi32>) {
  // expected-error @below {{expects an i64 accumulator when the number of terms of a sum is dynamic (k), got i32}}
  %0 = approx.matmul @m ins(%a, %b : tensor<8x?xi8>, tensor<?x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<8x4xi32>) {gradient = #approx.gradient<"ste">} -> tensor<8x4xi32>
  return
}

// -----

func.func @no_symbol(%a: tensor<8x16xi8>, %b: tensor<16x4xi8>, %z: tensor<i32>, %c: tensor<8x4xi32>) {
  // expected-error @below {{expects @m to be an approx.multiplier of the module, which has no such symbol}}
  %0 = approx.matmul @m ins(%a, %b : tensor<8x16xi8>, tensor<16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<8x4xi32>) {gradient = #approx.gradient<"ste">} -> tensor<8x4xi32>
  return
}

// -----

// expected-note @below {{declared here}}
func.func @m(%a: tensor<8x16xi8>, %b: tensor<16x4xi8>, %z: tensor<i32>, %c: tensor<8x4xi32>) {
  // expected-error @below {{expects @m to be an approx.multiplier, got func.func}}
  %0 = approx.matmul @m ins(%a, %b : tensor<8x16xi8>, tensor<16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<8x4xi32>) {gradient = #approx.gradient<"ste">} -> tensor<8x4xi32>
  return
}

// -----

// M6: 2h + 3 <= 2^bits.
// expected-note @below {{the multiplier is this one}}
approx.multiplier @m {lhs = ui8, rhs = ui4, spec = #approx.family<"exact">}
func.func @window(%a: tensor<8x16xi8>, %b: tensor<16x4xi8>, %z: tensor<i32>, %c: tensor<8x4xi32>) {
  // expected-error @below {{estimator 'lut-2d' of ui8 x ui4 expects hws from 0 to 6 (2 hws + 3 <= 16), got 7}}
  %0 = approx.matmul @m ins(%a, %b : tensor<8x16xi8>, tensor<16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<8x4xi32>) {gradient = #approx.gradient<"lut-2d:hws=7">} -> tensor<8x4xi32>
  return
}

// -----

// M6: the paper's boundary has no sign.
// expected-note @below {{the multiplier is this one}}
approx.multiplier @m {lhs = ui8, rhs = si8, spec = #approx.family<"exact">}
func.func @boundary(%a: tensor<8x16xi8>, %b: tensor<16x4xi8>, %z: tensor<i32>, %c: tensor<8x4xi32>) {
  // expected-error @below {{estimator 'lut-2d' takes boundary=paper for unsigned operands only (its sign is wrong for a negative partner), got ui8 x si8}}
  %0 = approx.matmul @m ins(%a, %b : tensor<8x16xi8>, tensor<16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<8x4xi32>) {gradient = #approx.gradient<"lut-2d:hws=7:boundary=paper">} -> tensor<8x4xi32>
  return
}

// -----

// M3, M11: with rhs_first the op's lhs is the multiplier's second operand; the
// quantisation is seen through a reshape.
approx.multiplier @m {lhs = ui8, rhs = si8, spec = #approx.family<"exact">}
func.func @producer(%x: tensor<128xf32>, %s: tensor<f32>, %z: tensor<i32>, %b: tensor<16x4xi8>, %c: tensor<8x4xi32>) {
  // expected-note @below {{quantised here}}
  %q = approx.quantize %x, %s, %z {qtype = #approx.qtype<ui8>} : tensor<128xf32>, tensor<f32>, tensor<i32> -> tensor<128xi8>
  %a = tensor.expand_shape %q [[0, 1]] output_shape [8, 16] : tensor<128xi8> into tensor<8x16xi8>
  // expected-error @below {{expects lhs of type 'si8', which is operand 1 of @m, got codes of type 'ui8'}}
  %0 = approx.matmul @m ins(%a, %b : tensor<8x16xi8>, tensor<16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<8x4xi32>) {gradient = #approx.gradient<"ste">, order = #approx.order<rhs_first>} -> tensor<8x4xi32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = si8, spec = #approx.family<"exact">}
// expected-note @below {{quantised here}}
func.func @argument(%a: tensor<8x16xi8>, %b: tensor<16x4xi8> {approx.qtype = #approx.qtype<si4>}, %z: tensor<i32>, %c: tensor<8x4xi32>) {
  // expected-error @below {{expects rhs of type 'si8', which is operand 1 of @m, got codes of type 'si4'}}
  %0 = approx.matmul @m ins(%a, %b : tensor<8x16xi8>, tensor<16x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<8x4xi32>) {gradient = #approx.gradient<"ste">} -> tensor<8x4xi32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @strides(%x: tensor<1x2x4x4xi8>, %w: tensor<3x2x3x3xi8>, %z: tensor<i32>, %c: tensor<1x3x2x2xi32>) {
  // expected-error @below {{expects two positive strides, got [1]}}
  %0 = approx.conv_2d @m ins(%x, %w : tensor<1x2x4x4xi8>, tensor<3x2x3x3xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<1x3x2x2xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>, strides = array<i64: 1>} -> tensor<1x3x2x2xi32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @dilations(%x: tensor<1x2x4x4xi8>, %w: tensor<3x2x3x3xi8>, %z: tensor<i32>, %c: tensor<1x3x2x2xi32>) {
  // expected-error @below {{expects two positive dilations, got [1, 0]}}
  %0 = approx.conv_2d @m ins(%x, %w : tensor<1x2x4x4xi8>, tensor<3x2x3x3xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<1x3x2x2xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>, dilations = array<i64: 1, 0>} -> tensor<1x3x2x2xi32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @windows(%x: tensor<1x2x4x8xi8>, %w: tensor<3x2x3x3xi8>, %z: tensor<i32>, %c: tensor<1x3x2x2xi32>) {
  // expected-error @below {{expects at least 5 entries along dimension 2 of lhs, which the windows read, got 4}}
  %0 = approx.conv_2d @m ins(%x, %w : tensor<1x2x4x8xi8>, tensor<3x2x3x3xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<1x3x2x2xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>, strides = array<i64: 2, 2>} -> tensor<1x3x2x2xi32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @layout(%x: tensor<1x2x4x4xi8>, %w: tensor<3x2x3x3xi8>, %z: tensor<i32>, %c: tensor<1x3x2x2xi32>) {
  // expected-error @below {{expects dimension 3 of lhs and dimension 2 of rhs to be equal (c), got 4 and 3}}
  %0 = approx.conv_2d @m ins(%x, %w : tensor<1x2x4x4xi8>, tensor<3x2x3x3xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<1x3x2x2xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nhwc_hwcf>} -> tensor<1x3x2x2xi32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @input_zero_point(%x: tensor<1x2x4x4xi8>, %w: tensor<3x2x3x3xi8>, %z: tensor<i32>, %zx: tensor<2xi32>, %c: tensor<1x3x2x2xi32>) {
  // expected-error @below {{expects a zero point per tensor for lhs, got 'tensor<2xi32>'}}
  %0 = approx.conv_2d @m ins(%x, %w : tensor<1x2x4x4xi8>, tensor<3x2x3x3xi8>) zero_points(%zx, %z : tensor<2xi32>, tensor<i32>)
      outs(%c : tensor<1x3x2x2xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>} -> tensor<1x3x2x2xi32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @grouped_zero_point(%x: tensor<1x3x2x4x4xi8>, %w: tensor<3x5x2x3x3xi8>, %z: tensor<i32>, %zw: tensor<5x3xi32>, %c: tensor<1x3x5x2x2xi32>) {
  // expected-error @below {{expects a zero point of 3x5 entries for rhs (g, f), got 'tensor<5x3xi32>'}}
  %0 = approx.conv_2d @m ins(%x, %w : tensor<1x3x2x4x4xi8>, tensor<3x5x2x3x3xi8>) zero_points(%z, %zw : tensor<i32>, tensor<5x3xi32>)
      outs(%c : tensor<1x3x5x2x2xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<ngchw_gfchw>} -> tensor<1x3x5x2x2xi32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @grouped_filter_zero_point(%x: tensor<1x3x2x4x4xi8>, %w: tensor<3x5x2x3x3xi8>, %z: tensor<i32>, %zw: tensor<5xi32>, %c: tensor<1x3x5x2x2xi32>) {
  // expected-error @below {{expects a zero point of 3x5 entries for rhs (g, f), got 'tensor<5xi32>'}}
  %0 = approx.conv_2d @m ins(%x, %w : tensor<1x3x2x4x4xi8>, tensor<3x5x2x3x3xi8>) zero_points(%z, %zw : tensor<i32>, tensor<5xi32>)
      outs(%c : tensor<1x3x5x2x2xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<ngchw_gfchw>} -> tensor<1x3x5x2x2xi32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @groups(%x: tensor<1x4x4x2x3xi8>, %w: tensor<3x5x3x3x2xi8>, %z: tensor<i32>, %c: tensor<1x2x2x3x5xi32>) {
  // expected-error @below {{expects dimension 3 of lhs and dimension 0 of rhs to be equal (g), got 2 and 3}}
  %0 = approx.conv_2d @m ins(%x, %w : tensor<1x4x4x2x3xi8>, tensor<3x5x3x3x2xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<1x2x2x3x5xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nhwgc_gfhwc>} -> tensor<1x2x2x3x5xi32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @negative_padding(%x: tensor<1x2x4x4xi8>, %w: tensor<3x2x3x3xi8>, %z: tensor<i32>, %c: tensor<1x3x2x2xi32>) {
  // expected-error @below {{expects skipped_padding of four sizes from 0 (top, bottom, left, right), got [1, -1, 0, 0]}}
  %0 = approx.conv_2d @m ins(%x, %w : tensor<1x2x4x4xi8>, tensor<3x2x3x3xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<1x3x2x2xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>, skipped_padding = array<i64: 1, -1, 0, 0>} -> tensor<1x3x2x2xi32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @padding_of_two(%x: tensor<1x2x4x4xi8>, %w: tensor<3x2x3x3xi8>, %z: tensor<i32>, %c: tensor<1x3x2x2xi32>) {
  // expected-error @below {{expects skipped_padding of four sizes from 0 (top, bottom, left, right), got [1, 1]}}
  %0 = approx.conv_2d @m ins(%x, %w : tensor<1x2x4x4xi8>, tensor<3x2x3x3xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<1x3x2x2xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>, skipped_padding = array<i64: 1, 1>} -> tensor<1x3x2x2xi32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @nothing_but_padding(%x: tensor<1x4x4x2xi8>, %w: tensor<3x3x2x3xi8>, %z: tensor<i32>, %c: tensor<1x2x2x3xi32>) {
  // expected-error @below {{expects skipped_padding to leave something of dimension 2 of the input, got 3 and 1 of 4}}
  %0 = approx.conv_2d @m ins(%x, %w : tensor<1x4x4x2xi8>, tensor<3x3x2x3xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c : tensor<1x2x2x3xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nhwc_hwcf>, skipped_padding = array<i64: 1, 1, 3, 1>} -> tensor<1x2x2x3xi32>
  return
}

// -----

func.func @float_padding(%dc: tensor<1x3x2x2xf32>, %x: tensor<1x2x4x4xf32>, %w: tensor<3x2x3x3xf32>) {
  // expected-error @below {{expects no skipped_padding in its float form, where padding adds nothing}}
  %0 = approx.conv_2d_grad_filter ins(%dc, %x : tensor<1x3x2x2xf32>, tensor<1x2x4x4xf32>)
      outs(%w : tensor<3x2x3x3xf32>) {layout = #approx.layout<nchw_fchw>, skipped_padding = array<i64: 1, 1, 1, 1>} -> tensor<3x2x3x3xf32>
  return
}
