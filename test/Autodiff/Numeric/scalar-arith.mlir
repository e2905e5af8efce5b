// RUN: %check_gradients | FileCheck %s --implicit-check-not=differs
// RUN: %check_split | FileCheck %s --implicit-check-not=differs

// The rows of the scalar table for arith, on scalars.

// CHECK: @d_addf: gradient agrees
func.func @d_addf(%x: f64, %y: f64) -> f64 {
  %r = arith.addf %x, %y : f64
  return %r : f64
}
// CHECK: @d_subf: gradient agrees
func.func @d_subf(%x: f64, %y: f64) -> f64 {
  %r = arith.subf %x, %y : f64
  return %r : f64
}
// CHECK: @d_mulf: gradient agrees
func.func @d_mulf(%x: f64, %y: f64) -> f64 {
  %r = arith.mulf %x, %y : f64
  return %r : f64
}
// CHECK: @d_divf: gradient agrees
func.func @d_divf(%x: f64, %y: f64) -> f64 {
  %r = arith.divf %x, %y : f64
  return %r : f64
}
// CHECK: @d_maximumf: gradient agrees
func.func @d_maximumf(%x: f64, %y: f64) -> f64 {
  %r = arith.maximumf %x, %y : f64
  return %r : f64
}
// CHECK: @d_maxnumf: gradient agrees
func.func @d_maxnumf(%x: f64, %y: f64) -> f64 {
  %r = arith.maxnumf %x, %y : f64
  return %r : f64
}
// CHECK: @d_minimumf: gradient agrees
func.func @d_minimumf(%x: f64, %y: f64) -> f64 {
  %r = arith.minimumf %x, %y : f64
  return %r : f64
}
// CHECK: @d_minnumf: gradient agrees
func.func @d_minnumf(%x: f64, %y: f64) -> f64 {
  %r = arith.minnumf %x, %y : f64
  return %r : f64
}
// CHECK: @d_minimumf_swapped: gradient agrees
func.func @d_minimumf_swapped(%x: f64 {test.range = array<f64: 0.1, 0.4>}, %y: f64 {test.range = array<f64: 0.6, 0.9>}) -> f64 {
  %r = arith.minimumf %y, %x : f64
  return %r : f64
}
// CHECK: @d_maximumf_swapped: gradient agrees
func.func @d_maximumf_swapped(%x: f64 {test.range = array<f64: 0.1, 0.4>}, %y: f64 {test.range = array<f64: 0.6, 0.9>}) -> f64 {
  %r = arith.maximumf %y, %x : f64
  return %r : f64
}
// CHECK: @d_remf: gradient agrees
func.func @d_remf(%x: f64 {test.range = array<f64: 5.3, 5.6>}, %y: f64 {test.range = array<f64: 1.1, 1.2>}) -> f64 {
  %r = arith.remf %x, %y : f64
  return %r : f64
}
// CHECK: @d_remf_negative: gradient agrees
func.func @d_remf_negative(%x: f64 {test.range = array<f64: -5.6, -5.3>}, %y: f64 {test.range = array<f64: 1.1, 1.2>}) -> f64 {
  %r = arith.remf %x, %y : f64
  return %r : f64
}
// CHECK: @d_negf: gradient agrees
func.func @d_negf(%x: f64) -> f64 {
  %r = arith.negf %x : f64
  return %r : f64
}
// CHECK: @d_select: gradient agrees
func.func @d_select(%x: f64, %y: f64) -> f64 {
  %p = arith.cmpf olt, %x, %y : f64
  %s = arith.mulf %x, %x : f64
  %r = arith.select %p, %s, %y : f64
  return %r : f64
}
// CHECK: @d_select_other: gradient agrees
func.func @d_select_other(%x: f64, %y: f64) -> f64 {
  %p = arith.cmpf oge, %x, %y : f64
  %s = arith.mulf %x, %x : f64
  %r = arith.select %p, %s, %y : f64
  return %r : f64
}
// CHECK: @d_fan_out: gradient agrees
func.func @d_fan_out(%x: f64) -> f64 {
  %a = arith.mulf %x, %x : f64
  %b = arith.addf %a, %x : f64
  %r = arith.mulf %b, %a : f64
  return %r : f64
}
// Rounding and integers have derivative zero: only the factor counts.
// CHECK: @d_rounded: gradient agrees
func.func @d_rounded(%x: f64) -> f64 {
  %i = arith.fptosi %x : f64 to i64
  %f = arith.sitofp %i : i64 to f64
  %t = math.floor %x : f64
  %a = arith.addf %f, %t : f64
  %r = arith.addf %a, %x : f64
  return %r : f64
}
