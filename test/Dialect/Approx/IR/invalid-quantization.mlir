// RUN: approx-opt %s --split-input-file --verify-diagnostics

func.func @f(%x: tensor<2x3xf32>, %r: tensor<3xf32>) {
  // expected-error @below {{expects a range of two entries (min, max), got 'tensor<3xf32>'}}
  %0 = approx.update_range %x, %r {observer = #approx.observer<min_max>} : tensor<2x3xf32>, tensor<3xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>, %r: tensor<2xf32>) {
  // expected-error @below {{expects a momentum in (0, 1], got 0}}
  %0 = approx.update_range %x, %r {observer = #approx.observer<moving_average>, momentum = 0.0 : f32} : tensor<2x3xf32>, tensor<2xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>, %r: tensor<3x2xf32>) {
  // expected-error @below {{expects an axis with a range per channel}}
  %0 = approx.update_range %x, %r {observer = #approx.observer<min_max>} : tensor<2x3xf32>, tensor<3x2xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>, %r: tensor<2xf32>) {
  // expected-error @below {{expects no axis with a range per tensor}}
  %0 = approx.update_range %x, %r {observer = #approx.observer<min_max>, axis = 0} : tensor<2x3xf32>, tensor<2xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>, %r: tensor<3x2xf32>) {
  // expected-error @below {{expects an axis below the rank 2, got 2}}
  %0 = approx.update_range %x, %r {observer = #approx.observer<min_max>, axis = 2} : tensor<2x3xf32>, tensor<3x2xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>, %r: tensor<3x2xf32>) {
  // expected-error @below {{expects a range of 2 entries along axis 0, got 3}}
  %0 = approx.update_range %x, %r {observer = #approx.observer<min_max>, axis = 0} : tensor<2x3xf32>, tensor<3x2xf32>
  return
}

// -----

func.func @f(%r: tensor<3x2xf32>) {
  // expected-error @below {{expects one scale and zero point per range, got 'tensor<3x2xf32>' and 'tensor<f32>'}}
  %0, %1 = approx.quant_params %r {qtype = #approx.qtype<ui8>} : tensor<3x2xf32> -> tensor<f32>, tensor<3xi32>
  return
}

// -----

func.func @f(%r: tensor<2xf32>) {
  // expected-error @below {{expects a signed qtype when symmetric, got 'ui8'}}
  %0, %1 = approx.quant_params %r {qtype = #approx.qtype<ui8>, symmetric} : tensor<2xf32> -> tensor<f32>, tensor<i32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>, %s: tensor<f32>, %z: tensor<i32>) {
  // expected-error @below {{expects input and result of the same shape, got 'tensor<2x3xf32>' and 'tensor<3x2xi8>'}}
  %0 = approx.quantize %x, %s, %z {qtype = #approx.qtype<ui8>} : tensor<2x3xf32>, tensor<f32>, tensor<i32> -> tensor<3x2xi8>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>, %s: tensor<3xf32>, %z: tensor<i32>) {
  // expected-error @below {{expects scale and zero point of the same shape, got 'tensor<3xf32>' and 'tensor<i32>'}}
  %0 = approx.quantize %x, %s, %z {qtype = #approx.qtype<ui8>, axis = 1} : tensor<2x3xf32>, tensor<3xf32>, tensor<i32> -> tensor<2x3xi8>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>, %s: tensor<f32>, %z: tensor<i32>) {
  // expected-error @below {{op result #0 must be ranked tensor of 8-bit signless integer values, but got 'tensor<2x3xi16>'}}
  %0 = approx.quantize %x, %s, %z {qtype = #approx.qtype<ui8>} : tensor<2x3xf32>, tensor<f32>, tensor<i32> -> tensor<2x3xi16>
  return
}

// -----

func.func @f(%dq: tensor<3xf32>, %x: tensor<2x3xf32>, %s: tensor<f32>, %z: tensor<i32>) {
  // expected-error @below {{expects cotangent and input of the same shape, got 'tensor<3xf32>' and 'tensor<2x3xf32>'}}
  %0 = approx.quantize_grad %dq, %x, %s, %z {qtype = #approx.qtype<ui8>} : tensor<3xf32>, tensor<2x3xf32>, tensor<f32>, tensor<i32>
  return
}

// -----

func.func @f(%c: tensor<2x3xi32>, %s: tensor<3xf32>) {
  // expected-error @below {{expects at most one scale per channel, got 'tensor<3xf32>' and 'tensor<3xf32>'}}
  %0 = approx.dequantize %c, %s, %s {axis = 1} : tensor<2x3xi32>, tensor<3xf32>, tensor<3xf32> -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%c: tensor<2x3xi32>, %s: tensor<f32>, %t: tensor<3xf32>) {
  // expected-error @below {{expects a scale of 2 entries along axis 0, got 3}}
  %0 = approx.dequantize %c, %s, %t {axis = 0} : tensor<2x3xi32>, tensor<f32>, tensor<3xf32> -> tensor<2x3xf32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @f(%q: tensor<2x3xi8>, %z: tensor<i32>) {
  // expected-error @below {{expects an estimator with a table over one operand (ste, lut-1d), got "lut-2d:hws=16"}}
  %0 = approx.map_table @m %q, %z {gradient = #approx.gradient<"lut-2d:hws=16">, multiplier_operand = 0 : i64} : tensor<2x3xi8>, tensor<i32> -> tensor<2x3xf32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @f(%q: tensor<2x3xi8>, %z: tensor<2xi32>) {
  // expected-error @below {{expects a zero point of 3 entries along axis 1, got 2}}
  %0 = approx.map_table @m %q, %z {gradient = #approx.gradient<"ste">, multiplier_operand = 0 : i64, axis = 1} : tensor<2x3xi8>, tensor<2xi32> -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%q: tensor<2x3xi8>, %z: tensor<i32>) {
  // expected-error @below {{expects @m to be an approx.multiplier of the module, which has no such symbol}}
  %0 = approx.map_table @m %q, %z {gradient = #approx.gradient<"ste">, multiplier_operand = 0 : i64} : tensor<2x3xi8>, tensor<i32> -> tensor<2x3xf32>
  return
}

// -----

approx.multiplier @m {lhs = ui8, rhs = si8, spec = #approx.family<"exact">}
func.func @f(%x: tensor<2x3xf32>, %s: tensor<f32>, %z: tensor<i32>) {
  // expected-note @below {{quantised here}}
  %q = approx.quantize %x, %s, %z {qtype = #approx.qtype<ui8>} : tensor<2x3xf32>, tensor<f32>, tensor<i32> -> tensor<2x3xi8>
  // expected-error @below {{expects input of type 'si8', which is operand 1 of @m, got codes of type 'ui8'}}
  %0 = approx.map_table @m %q, %z {gradient = #approx.gradient<"ste">, multiplier_operand = 1 : i64} : tensor<2x3xi8>, tensor<i32> -> tensor<2x3xf32>
  return
}
