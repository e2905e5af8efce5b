// RUN: approx-opt %s --approx-inline-calls --split-input-file --verify-diagnostics | FileCheck %s

// Also what a callee calls, inside of regions, results that are arguments, and
// calls in an order that is not that of the functions. A call of a function
// without a body stays.
// CHECK-LABEL: func.func @main
// CHECK-SAME:    %[[X:.*]]: f32, %[[C:.*]]: i1
// CHECK:         %[[A:.*]] = arith.addf %[[X]], %[[X]]
// CHECK-NEXT:    %[[B:.*]] = arith.addf %[[A]], %[[A]]
// CHECK-NEXT:    %[[R:.*]] = scf.if %[[C]]
// CHECK-NEXT:      %[[S:.*]] = arith.addf %[[B]], %[[B]]
// CHECK-NEXT:      %[[T:.*]] = arith.addf %[[S]], %[[S]]
// CHECK-NEXT:      scf.yield %[[T]]
// CHECK:         call @external(%[[R]])
// CHECK-NEXT:    return %{{.*}}, %[[X]]
// CHECK-NOT:   func.func private @four
// CHECK-NOT:   func.func private @twice
// CHECK:       func.func @public
// CHECK:       func.func private @external
// CHECK:       func.func private @unrelated
func.func @main(%x: f32, %c: i1) -> (f32, f32) {
  %0 = call @four(%x) : (f32) -> f32
  %1 = scf.if %c -> f32 {
    %s = func.call @four(%0) : (f32) -> f32
    scf.yield %s : f32
  } else {
    scf.yield %0 : f32
  }
  %2:2 = call @public(%1, %x) : (f32, f32) -> (f32, f32)
  return %2#0, %2#1 : f32, f32
}
func.func private @four(%x: f32) -> f32 {
  %0 = call @twice(%x) : (f32) -> f32
  %1 = call @twice(%0) : (f32) -> f32
  return %1 : f32
}
func.func private @twice(%x: f32) -> f32 {
  %0 = arith.addf %x, %x : f32
  return %0 : f32
}
func.func @public(%x: f32, %y: f32) -> (f32, f32) {
  %0 = call @external(%x) : (f32) -> f32
  return %0, %y : f32, f32
}
func.func private @external(f32) -> f32
func.func private @unrelated(%x: f32) -> f32 {
  return %x : f32
}

// -----

func.func @main(%x: f32) -> f32 {
  %0 = call @even(%x) : (f32) -> f32
  return %0 : f32
}
// expected-error@+1 {{recursive call of @even cannot be inlined}}
func.func private @even(%x: f32) -> f32 {
  %0 = call @odd(%x) : (f32) -> f32
  return %0 : f32
}
func.func private @odd(%x: f32) -> f32 {
  %0 = call @even(%x) : (f32) -> f32
  return %0 : f32
}
