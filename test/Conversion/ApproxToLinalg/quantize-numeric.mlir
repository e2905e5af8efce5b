// Codes, their gradients and their values (M3, M7), worked out by hand. Codes
// print as the signed bytes that hold them: 255 is -1.

// RUN: approx-run %s --entry=rounding --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=ROUNDING
// RUN: approx-run %s --entry=clipping --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=CLIPPING
// RUN: approx-run %s --entry=channels --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=CHANNELS
// RUN: approx-run %s --entry=gradient --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=GRADIENT
// RUN: approx-run %s --entry=dequantize --precision=9 --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=DEQUANTIZE
// RUN: approx-run %s --entry=map_table --pipeline=convert-approx-to-linalg | FileCheck %s --check-prefix=MAP

// Ties go to even before the zero point is added. In the second row x/0.3 is
// exactly half way (12.5, 22.5, 30.5), where x*(1/0.3) is not and gives 13, 23, 31.
// ROUNDING: result 0: tensor<6xi8> [0, 2, 2, 0, -2, -2]
// ROUNDING: result 1: tensor<6xi8> [3, 5, 5, 3, 1, 1]
// ROUNDING: result 2: tensor<3xi8> [12, 22, 30]
func.func @rounding() -> (tensor<6xi8>, tensor<6xi8>, tensor<3xi8>) {
  %x = arith.constant dense<[0.25, 0.75, 1.25, -0.25, -0.75, -1.25]> : tensor<6xf32>
  %y = arith.constant dense<[3.75000024, 6.75000048, 9.15000057]> : tensor<3xf32>
  %s = arith.constant dense<0.5> : tensor<f32>
  %t = arith.constant dense<0.3> : tensor<f32>
  %z0 = arith.constant dense<0> : tensor<i32>
  %z3 = arith.constant dense<3> : tensor<i32>
  %0 = approx.quantize %x, %s, %z0 {qtype = #approx.qtype<si8>} : tensor<6xf32>, tensor<f32>, tensor<i32> -> tensor<6xi8>
  %1 = approx.quantize %x, %s, %z3 {qtype = #approx.qtype<ui8>} : tensor<6xf32>, tensor<f32>, tensor<i32> -> tensor<6xi8>
  %2 = approx.quantize %y, %t, %z0 {qtype = #approx.qtype<ui8>} : tensor<3xf32>, tensor<f32>, tensor<i32> -> tensor<3xi8>
  return %0, %1, %2 : tensor<6xi8>, tensor<6xi8>, tensor<3xi8>
}

// The last four: 1e30, infinity, minus infinity, NaN (the lowest code).
// CLIPPING: result 0: tensor<7xi8> [0, 0, -1, -1, -1, 0, 0]
// CLIPPING: result 1: tensor<7xi8> [-128, -10, 127, 127, 127, -128, -128]
// CLIPPING: result 2: tensor<7xi8> [-127, -10, 127, 127, 127, -127, -127]
// CLIPPING: result 3: tensor<7xi8> [-8, -8, 7, 7, 7, -8, -8]
// CLIPPING: result 4: tensor<7xi8> [0, 0, 15, 15, 15, 0, 0]
func.func @clipping() -> (tensor<7xi8>, tensor<7xi8>, tensor<7xi8>, tensor<7xi8>, tensor<7xi8>) {
  %x = arith.constant dense<[-300.0, -10.0, 300.0, 1.0e30, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<7xf32>
  %s = arith.constant dense<1.0> : tensor<f32>
  %z = arith.constant dense<0> : tensor<i32>
  %0 = approx.quantize %x, %s, %z {qtype = #approx.qtype<ui8>} : tensor<7xf32>, tensor<f32>, tensor<i32> -> tensor<7xi8>
  %1 = approx.quantize %x, %s, %z {qtype = #approx.qtype<si8>} : tensor<7xf32>, tensor<f32>, tensor<i32> -> tensor<7xi8>
  %2 = approx.quantize %x, %s, %z {qtype = #approx.qtype<si8, narrow>} : tensor<7xf32>, tensor<f32>, tensor<i32> -> tensor<7xi8>
  %3 = approx.quantize %x, %s, %z {qtype = #approx.qtype<si4>} : tensor<7xf32>, tensor<f32>, tensor<i32> -> tensor<7xi8>
  %4 = approx.quantize %x, %s, %z {qtype = #approx.qtype<ui4>} : tensor<7xf32>, tensor<f32>, tensor<i32> -> tensor<7xi8>
  return %0, %1, %2, %3, %4 : tensor<7xi8>, tensor<7xi8>, tensor<7xi8>, tensor<7xi8>, tensor<7xi8>
}

// CHANNELS: result 0: tensor<2x3xi8> {{\[\[}}1, 6, -3], [3, 8, -1]]
// CHANNELS: result 1: tensor<2x3xi8> {{\[\[}}1, 1, 1], [7, 7, 7]]
func.func @channels() -> (tensor<2x3xi8>, tensor<2x3xi8>) {
  %x = arith.constant dense<[[1.0, 1.0, 1.0], [2.0, 2.0, 2.0]]> : tensor<2x3xf32>
  %s = arith.constant dense<[0.5, 0.5, 0.5]> : tensor<3xf32>
  %z = arith.constant dense<[-1, 4, -5]> : tensor<3xi32>
  %s2 = arith.constant dense<[1.0, 0.25]> : tensor<2xf32>
  %z2 = arith.constant dense<[0, -1]> : tensor<2xi32>
  %0 = approx.quantize %x, %s, %z {qtype = #approx.qtype<si8>, axis = 1} : tensor<2x3xf32>, tensor<3xf32>, tensor<3xi32> -> tensor<2x3xi8>
  %1 = approx.quantize %x, %s2, %z2 {qtype = #approx.qtype<si8>, axis = 0} : tensor<2x3xf32>, tensor<2xf32>, tensor<2xi32> -> tensor<2x3xi8>
  return %0, %1 : tensor<2x3xi8>, tensor<2x3xi8>
}

// 1/s = 2. Codes before the clamp: -1, 0 (of -0.25 and 0), 255, 256, NaN.
// GRADIENT: result 0: tensor<6xf32> [0, 4, 6, 8, 0, 0]
func.func @gradient() -> tensor<6xf32> {
  %x = arith.constant dense<[-0.5, -0.25, 0.0, 127.5, 128.0, 0x7FC00000]> : tensor<6xf32>
  %dq = arith.constant dense<[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]> : tensor<6xf32>
  %s = arith.constant dense<0.5> : tensor<f32>
  %z = arith.constant dense<0> : tensor<i32>
  %0 = approx.quantize_grad %dq, %x, %s, %z {qtype = #approx.qtype<ui8>} : tensor<6xf32>, tensor<6xf32>, tensor<f32>, tensor<i32>
  return %0 : tensor<6xf32>
}

// 0.1*0.1 rounds to 0x3C23D70B, times 7 to 0.07 one ulp up from 0.7*0.1: the
// product of the scales comes first. An i64 beyond 2^32 converts as one number.
// DEQUANTIZE: result 0: tensor<2xf32> [0.0700000077, -0.0200000014]
// DEQUANTIZE: result 1: tensor<2x2xf32> {{\[\[}}1, -8], [3, 8.58993459e+09]]
func.func @dequantize() -> (tensor<2xf32>, tensor<2x2xf32>) {
  %c = arith.constant dense<[7, -2]> : tensor<2xi32>
  %d = arith.constant dense<[[1, -4], [3, 4294967296]]> : tensor<2x2xi64>
  %s = arith.constant dense<0.1> : tensor<f32>
  %two = arith.constant dense<2.0> : tensor<f32>
  %w = arith.constant dense<[0.5, 1.0]> : tensor<2xf32>
  %0 = approx.dequantize %c, %s, %s : tensor<2xi32>, tensor<f32>, tensor<f32> -> tensor<2xf32>
  %1 = approx.dequantize %d, %two, %w {axis = 1} : tensor<2x2xi64>, tensor<f32>, tensor<2xf32> -> tensor<2x2xf32>
  return %0, %1 : tensor<2xf32>, tensor<2x2xf32>
}

// STE: the code itself, as the multiplier's operand has it, less the zero point.
// LUT-1D by least squares is the same for an exact table.
approx.multiplier @m {lhs = ui2, rhs = si2, spec = #approx.family<"exact">}
// MAP: result 0: tensor<2x2xf32> {{\[\[}}-1, 0], [1, 2]]
// MAP: result 1: tensor<2x2xf32> {{\[\[}}0, 2], [-2, 0]]
// MAP: result 2: tensor<2x2xf32> {{\[\[}}0, 1], [2, 3]]
func.func @map_table() -> (tensor<2x2xf32>, tensor<2x2xf32>, tensor<2x2xf32>) {
  %a = arith.constant dense<[[0, 1], [2, 3]]> : tensor<2x2xi8>
  %b = arith.constant dense<[[0, 1], [-2, -1]]> : tensor<2x2xi8>
  %z = arith.constant dense<1> : tensor<i32>
  %zero = arith.constant dense<0> : tensor<i32>
  %zb = arith.constant dense<[0, -1]> : tensor<2xi32>
  %0 = approx.map_table @m %a, %z {gradient = #approx.gradient<"ste">, multiplier_operand = 0 : i64} : tensor<2x2xi8>, tensor<i32> -> tensor<2x2xf32>
  %1 = approx.map_table @m %b, %zb {gradient = #approx.gradient<"ste">, multiplier_operand = 1 : i64, axis = 1} : tensor<2x2xi8>, tensor<2xi32> -> tensor<2x2xf32>
  %2 = approx.map_table @m %a, %zero {gradient = #approx.gradient<"lut-1d">, multiplier_operand = 0 : i64} : tensor<2x2xi8>, tensor<i32> -> tensor<2x2xf32>
  return %0, %1, %2 : tensor<2x2xf32>, tensor<2x2xf32>, tensor<2x2xf32>
}
