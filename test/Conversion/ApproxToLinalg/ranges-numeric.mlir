// Ranges, scales and zero points (M3, M8), worked out by hand.

// RUN: approx-run %s --entry=observers --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=OBSERVERS
// RUN: approx-run %s --entry=channels --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=CHANNELS
// RUN: approx-run %s --entry=unusual --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=UNUSUAL
// RUN: approx-run %s --entry=fixed --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=FIXED
// RUN: approx-run %s --entry=params --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=PARAMS
// RUN: approx-run %s --entry=degenerate --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=DEGENERATE

// The batch is [-2, 4]. From [-1, 1] a tenth, then half of the way; an empty
// range takes the batch's.
// OBSERVERS: result 0: tensor<2xf32> [-2, 4]
// OBSERVERS: result 1: tensor<2xf32> [-1.1, 1.3]
// OBSERVERS: result 2: tensor<2xf32> [-1.5, 2.5]
// OBSERVERS: result 3: tensor<2xf32> [-2, 4]
// OBSERVERS: result 4: tensor<2xf32> [-5, 4]
// OBSERVERS: result 5: tensor<2xf32> [-2, 4]
func.func @observers() -> (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) {
  %x = arith.constant dense<[[0.5, -2.0, 1.0], [4.0, 0.0, 3.0]]> : tensor<2x3xf32>
  %seen = arith.constant dense<[-1.0, 1.0]> : tensor<2xf32>
  %wide = arith.constant dense<[-5.0, 1.0]> : tensor<2xf32>
  %empty = arith.constant dense<[0x7F800000, 0xFF800000]> : tensor<2xf32>
  %0 = approx.update_range %x, %seen {observer = #approx.observer<min_max>} : tensor<2x3xf32>, tensor<2xf32>
  %1 = approx.update_range %x, %seen {observer = #approx.observer<moving_average>} : tensor<2x3xf32>, tensor<2xf32>
  %2 = approx.update_range %x, %seen {observer = #approx.observer<moving_average>, momentum = 0.5 : f32} : tensor<2x3xf32>, tensor<2xf32>
  %3 = approx.update_range %x, %empty {observer = #approx.observer<moving_average>} : tensor<2x3xf32>, tensor<2xf32>
  %4 = approx.update_range %x, %wide {observer = #approx.observer<running>} : tensor<2x3xf32>, tensor<2xf32>
  %5 = approx.update_range %x, %empty {observer = #approx.observer<running>} : tensor<2x3xf32>, tensor<2xf32>
  return %0, %1, %2, %3, %4, %5 : tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>
}

// Per column; the first column's range is empty, the second's is not.
// CHANNELS: result 0: tensor<3x2xf32> {{\[\[}}0.5, 4], [-2, 0], [1, 3]]
// CHANNELS: result 1: tensor<3x2xf32> {{\[\[}}0.5, 4], [-1.1, 0.9], [1, 1.2]]
// CHANNELS: result 2: tensor<3xf32> [0.0156863, 0.00784314, 0.0117647]
// CHANNELS: result 3: tensor<3xi32> [0, 255, 0]
func.func @channels() -> (tensor<3x2xf32>, tensor<3x2xf32>, tensor<3xf32>, tensor<3xi32>) {
  %x = arith.constant dense<[[0.5, -2.0, 1.0], [4.0, 0.0, 3.0]]> : tensor<2x3xf32>
  %seen = arith.constant dense<[[0x7F800000, 0xFF800000], [-1.0, 1.0], [1.0, 1.0]]> : tensor<3x2xf32>
  %0 = approx.update_range %x, %seen {observer = #approx.observer<min_max>, axis = 1} : tensor<2x3xf32>, tensor<3x2xf32>
  %1 = approx.update_range %x, %seen {observer = #approx.observer<moving_average>, axis = 1} : tensor<2x3xf32>, tensor<3x2xf32>
  %s, %z = approx.quant_params %0 {qtype = #approx.qtype<ui8>} : tensor<3x2xf32> -> tensor<3xf32>, tensor<3xi32>
  return %0, %1, %s, %z : tensor<3x2xf32>, tensor<3x2xf32>, tensor<3xf32>, tensor<3xi32>
}

// A NaN spoils both ends, whatever the observer; no elements change nothing.
// UNUSUAL: result 0: tensor<2xf32> [{{-?}}nan, {{-?}}nan]
// UNUSUAL: result 1: tensor<2xf32> [{{-?}}nan, {{-?}}nan]
// UNUSUAL: result 2: tensor<2xf32> [{{-?}}nan, {{-?}}nan]
// UNUSUAL: result 3: tensor<2xf32> [-1, 1]
// UNUSUAL: result 4: tensor<2xf32> [-1, 1]
// UNUSUAL: result 5: tensor<2xf32> [inf, -inf]
func.func @unusual() -> (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) {
  %nan = arith.constant dense<[1.0, 0x7FC00000, 2.0]> : tensor<3xf32>
  %none = tensor.empty() : tensor<0xf32>
  %seen = arith.constant dense<[-1.0, 1.0]> : tensor<2xf32>
  %0 = approx.update_range %nan, %seen {observer = #approx.observer<min_max>} : tensor<3xf32>, tensor<2xf32>
  %1 = approx.update_range %nan, %seen {observer = #approx.observer<moving_average>} : tensor<3xf32>, tensor<2xf32>
  %2 = approx.update_range %nan, %seen {observer = #approx.observer<running>} : tensor<3xf32>, tensor<2xf32>
  %3 = approx.update_range %none, %seen {observer = #approx.observer<moving_average>} : tensor<0xf32>, tensor<2xf32>
  %4 = approx.update_range %none, %seen {observer = #approx.observer<running>} : tensor<0xf32>, tensor<2xf32>
  %5 = approx.update_range %none, %seen {observer = #approx.observer<min_max>} : tensor<0xf32>, tensor<2xf32>
  return %0, %1, %2, %3, %4, %5 : tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>
}

// A fixed range stays, empty or not, whatever the batch; a NaN or an infinity shows. Largest floats are none.
// FIXED: result 0: tensor<2xf32> [-1, 1]
// FIXED: result 1: tensor<2xf32> [inf, -inf]
// FIXED: result 2: tensor<2xf32> [{{-?}}nan, {{-?}}nan]
// FIXED: result 3: tensor<2xf32> [{{-?}}nan, {{-?}}nan]
// FIXED: result 4: tensor<2xf32> [{{-?}}nan, {{-?}}nan]
// FIXED: result 5: tensor<2xf32> [-1, 1]
// FIXED: result 6: tensor<3x2xf32> {{\[\[}}-1, 1], [{{-?}}nan, {{-?}}nan], [-3, 3]]
func.func @fixed() -> (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<3x2xf32>) {
  %x = arith.constant dense<[0.5, -3.40282347E+38, 3.40282347E+38]> : tensor<3xf32>
  %nan = arith.constant dense<[1.0, 0x7FC00000, 2.0]> : tensor<3xf32>
  %up = arith.constant dense<[1.0, 0x7F800000, 2.0]> : tensor<3xf32>
  %down = arith.constant dense<[1.0, 0xFF800000, 2.0]> : tensor<3xf32>
  %none = tensor.empty() : tensor<0xf32>
  %columns = arith.constant dense<[[0.5, 0x7FC00000, 1.0], [4.0, 0.0, 3.0]]> : tensor<2x3xf32>
  %seen = arith.constant dense<[-1.0, 1.0]> : tensor<2xf32>
  %empty = arith.constant dense<[0x7F800000, 0xFF800000]> : tensor<2xf32>
  %each = arith.constant dense<[[-1.0, 1.0], [-2.0, 2.0], [-3.0, 3.0]]> : tensor<3x2xf32>
  %0 = approx.update_range %x, %seen {observer = #approx.observer<fixed>} : tensor<3xf32>, tensor<2xf32>
  %1 = approx.update_range %x, %empty {observer = #approx.observer<fixed>} : tensor<3xf32>, tensor<2xf32>
  %2 = approx.update_range %nan, %seen {observer = #approx.observer<fixed>} : tensor<3xf32>, tensor<2xf32>
  %3 = approx.update_range %up, %seen {observer = #approx.observer<fixed>} : tensor<3xf32>, tensor<2xf32>
  %4 = approx.update_range %down, %seen {observer = #approx.observer<fixed>} : tensor<3xf32>, tensor<2xf32>
  %5 = approx.update_range %none, %seen {observer = #approx.observer<fixed>} : tensor<0xf32>, tensor<2xf32>
  %6 = approx.update_range %columns, %each {observer = #approx.observer<fixed>, axis = 1} : tensor<2x3xf32>, tensor<3x2xf32>
  return %0, %1, %2, %3, %4, %5, %6 : tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<3x2xf32>
}

// [-1, 3] has 1/s = 63.75: z = 64 of 0..255, rne(-128 + 63.75) = -64 of -128..127.
// [0.5, 2] is widened to [0, 2]. si4 has 15 steps: rne(-8 + 3.75) = -4.
// PARAMS: result 0: tensor<f32> 0.0156863
// PARAMS: result 1: tensor<i32> 64
// PARAMS: result 2: tensor<i32> -64
// PARAMS: result 3: tensor<f32> 0.00784314
// PARAMS: result 4: tensor<i32> 0
// PARAMS: result 5: tensor<f32> 0.266667
// PARAMS: result 6: tensor<i32> -4
// PARAMS: result 7: tensor<f32> 0.023622
// PARAMS: result 8: tensor<i32> 0
func.func @params() -> (tensor<f32>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) {
  %r = arith.constant dense<[-1.0, 3.0]> : tensor<2xf32>
  %positive = arith.constant dense<[0.5, 2.0]> : tensor<2xf32>
  %s0, %z0 = approx.quant_params %r {qtype = #approx.qtype<ui8>} : tensor<2xf32> -> tensor<f32>, tensor<i32>
  %s1, %z1 = approx.quant_params %r {qtype = #approx.qtype<si8>} : tensor<2xf32> -> tensor<f32>, tensor<i32>
  %s2, %z2 = approx.quant_params %positive {qtype = #approx.qtype<ui8>} : tensor<2xf32> -> tensor<f32>, tensor<i32>
  %s3, %z3 = approx.quant_params %r {qtype = #approx.qtype<si4>} : tensor<2xf32> -> tensor<f32>, tensor<i32>
  %s4, %z4 = approx.quant_params %r {qtype = #approx.qtype<si8, narrow>, symmetric} : tensor<2xf32> -> tensor<f32>, tensor<i32>
  return %s0, %z0, %z1, %s2, %z2, %s3, %z3, %s4, %z4 : tensor<f32>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>
}

// s > 0 always: [0, 0], an empty range, and a width that underflows give 1. A NaN
// stays in the scale, and the zero point is a code all the same.
// DEGENERATE: result 0: tensor<5xf32> [1, 1, 1, {{-?}}nan, 0.00392157]
// DEGENERATE: result 1: tensor<5xi32> [-128, -128, -128, -128, 127]
// DEGENERATE: result 2: tensor<5xf32> [1, 1, 1, {{-?}}nan, 0.00787402]
func.func @degenerate() -> (tensor<5xf32>, tensor<5xi32>, tensor<5xf32>) {
  %r = arith.constant dense<[[0.0, 0.0], [0x7F800000, 0xFF800000], [0.0, 1.0e-45], [0x7FC00000, 0x7FC00000], [-1.0, -1.0]]> : tensor<5x2xf32>
  %s, %z = approx.quant_params %r {qtype = #approx.qtype<si8>} : tensor<5x2xf32> -> tensor<5xf32>, tensor<5xi32>
  %symmetric, %zero = approx.quant_params %r {qtype = #approx.qtype<si8>, symmetric} : tensor<5x2xf32> -> tensor<5xf32>, tensor<5xi32>
  return %s, %z, %symmetric : tensor<5xf32>, tensor<5xi32>, tensor<5xf32>
}
