// RUN: not approx-opt %s --approx-autodiff 2>&1 | FileCheck %s --check-prefix=NONE
// RUN: not approx-opt %s --approx-autodiff="of=missing" 2>&1 | FileCheck %s --check-prefix=MISSING
// RUN: not approx-opt %s --approx-autodiff="wrt=a,0" 2>&1 | FileCheck %s --check-prefix=TWICE
// RUN: not approx-opt %s --approx-autodiff="wrt=7" 2>&1 | FileCheck %s --check-prefix=NUMBER
// RUN: not approx-opt %s --approx-autodiff="mode=forward" 2>&1 | FileCheck %s --check-prefix=MODE

// NONE: error: no argument has approx.role = "parameter": name those to differentiate with respect to in 'wrt'; known: 'a', 1
// MISSING: error: no function @missing with a body; the module has @f
// TWICE: error: argument '0' is given twice in 'wrt'
// NUMBER: error: no argument '7' to differentiate with respect to; known: 'a', 1
// MODE: Cannot find option named 'forward'!
func.func @f(%a: f32 {approx.name = "a"}, %b: f32) -> f32 {
  %0 = arith.mulf %a, %b : f32
  return %0 : f32
}
