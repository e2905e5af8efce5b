// RUN: %check_gradients | FileCheck %s --implicit-check-not=differs
// RUN: %check_split | FileCheck %s --implicit-check-not=differs

// The rows of the scalar table for math, on scalars.

// CHECK: @d_absf: gradient agrees
func.func @d_absf(%x: f64) -> f64 {
  %r = math.absf %x : f64
  return %r : f64
}
// CHECK: @d_acos: gradient agrees
func.func @d_acos(%x: f64 {test.range = array<f64: -0.8, 0.8>}) -> f64 {
  %r = math.acos %x : f64
  return %r : f64
}
// CHECK: @d_acosh: gradient agrees
func.func @d_acosh(%x: f64 {test.range = array<f64: 1.3, 2.0>}) -> f64 {
  %r = math.acosh %x : f64
  return %r : f64
}
// CHECK: @d_asin: gradient agrees
func.func @d_asin(%x: f64 {test.range = array<f64: -0.8, 0.8>}) -> f64 {
  %r = math.asin %x : f64
  return %r : f64
}
// CHECK: @d_asinh: gradient agrees
func.func @d_asinh(%x: f64) -> f64 {
  %r = math.asinh %x : f64
  return %r : f64
}
// CHECK: @d_atan: gradient agrees
func.func @d_atan(%x: f64) -> f64 {
  %r = math.atan %x : f64
  return %r : f64
}
// CHECK: @d_atanh: gradient agrees
func.func @d_atanh(%x: f64 {test.range = array<f64: -0.8, 0.8>}) -> f64 {
  %r = math.atanh %x : f64
  return %r : f64
}
// CHECK: @d_cbrt: gradient agrees
func.func @d_cbrt(%x: f64 {test.range = array<f64: 0.3, 1.3>}) -> f64 {
  %r = math.cbrt %x : f64
  return %r : f64
}
// CHECK: @d_cos: gradient agrees
func.func @d_cos(%x: f64) -> f64 {
  %r = math.cos %x : f64
  return %r : f64
}
// CHECK: @d_cosh: gradient agrees
func.func @d_cosh(%x: f64) -> f64 {
  %r = math.cosh %x : f64
  return %r : f64
}
// CHECK: @d_erf: gradient agrees
func.func @d_erf(%x: f64) -> f64 {
  %r = math.erf %x : f64
  return %r : f64
}
// CHECK: @d_erfc: gradient agrees
func.func @d_erfc(%x: f64) -> f64 {
  %r = math.erfc %x : f64
  return %r : f64
}
// CHECK: @d_exp: gradient agrees
func.func @d_exp(%x: f64) -> f64 {
  %r = math.exp %x : f64
  return %r : f64
}
// CHECK: @d_exp2: gradient agrees
func.func @d_exp2(%x: f64) -> f64 {
  %r = math.exp2 %x : f64
  return %r : f64
}
// CHECK: @d_expm1: gradient agrees
func.func @d_expm1(%x: f64) -> f64 {
  %r = math.expm1 %x : f64
  return %r : f64
}
// CHECK: @d_log: gradient agrees
func.func @d_log(%x: f64 {test.range = array<f64: 0.3, 2.0>}) -> f64 {
  %r = math.log %x : f64
  return %r : f64
}
// CHECK: @d_log10: gradient agrees
func.func @d_log10(%x: f64 {test.range = array<f64: 0.3, 2.0>}) -> f64 {
  %r = math.log10 %x : f64
  return %r : f64
}
// CHECK: @d_log1p: gradient agrees
func.func @d_log1p(%x: f64 {test.range = array<f64: -0.5, 2.0>}) -> f64 {
  %r = math.log1p %x : f64
  return %r : f64
}
// CHECK: @d_log2: gradient agrees
func.func @d_log2(%x: f64 {test.range = array<f64: 0.3, 2.0>}) -> f64 {
  %r = math.log2 %x : f64
  return %r : f64
}
// CHECK: @d_rsqrt: gradient agrees
func.func @d_rsqrt(%x: f64 {test.range = array<f64: 0.3, 2.0>}) -> f64 {
  %r = math.rsqrt %x : f64
  return %r : f64
}
// CHECK: @d_sin: gradient agrees
func.func @d_sin(%x: f64) -> f64 {
  %r = math.sin %x : f64
  return %r : f64
}
// CHECK: @d_sinh: gradient agrees
func.func @d_sinh(%x: f64) -> f64 {
  %r = math.sinh %x : f64
  return %r : f64
}
// CHECK: @d_sqrt: gradient agrees
func.func @d_sqrt(%x: f64 {test.range = array<f64: 0.3, 2.0>}) -> f64 {
  %r = math.sqrt %x : f64
  return %r : f64
}
// CHECK: @d_tan: gradient agrees
func.func @d_tan(%x: f64) -> f64 {
  %r = math.tan %x : f64
  return %r : f64
}
// CHECK: @d_tanh: gradient agrees
func.func @d_tanh(%x: f64) -> f64 {
  %r = math.tanh %x : f64
  return %r : f64
}
// CHECK: @d_atan2: gradient agrees
func.func @d_atan2(%x: f64, %y: f64) -> f64 {
  %r = math.atan2 %x, %y : f64
  return %r : f64
}
// CHECK: @d_copysign: gradient agrees
func.func @d_copysign(%x: f64, %y: f64) -> f64 {
  %r = math.copysign %x, %y : f64
  return %r : f64
}
// CHECK: @d_copysign_negative: gradient agrees
func.func @d_copysign_negative(%x: f64, %y: f64 {test.range = array<f64: -1.0, -0.5>}) -> f64 {
  %r = math.copysign %x, %y : f64
  return %r : f64
}
// CHECK: @d_fma: gradient agrees
func.func @d_fma(%x: f64, %y: f64, %z: f64) -> f64 {
  %r = math.fma %x, %y, %z : f64
  return %r : f64
}
// CHECK: @d_powf: gradient agrees
func.func @d_powf(%x: f64 {test.range = array<f64: 0.3, 2.0>}, %y: f64) -> f64 {
  %r = math.powf %x, %y : f64
  return %r : f64
}
// CHECK: @d_fpowi: gradient agrees
func.func @d_fpowi(%x: f64) -> f64 {
  %n = arith.constant 3 : i32
  %r = math.fpowi %x, %n : f64, i32
  return %r : f64
}
// CHECK: @d_fpowi_negative: gradient agrees
func.func @d_fpowi_negative(%x: f64) -> f64 {
  %n = arith.constant -2 : i32
  %r = math.fpowi %x, %n : f64, i32
  return %r : f64
}
