// RUN: approx-opt %s --approx-autodiff="wrt=x" --split-input-file --canonicalize | FileCheck %s

// An if on the same condition, which is then united with the first; the branch
// that does not read x gives zero.
// CHECK-LABEL: func.func @f_value_and_grad
// CHECK-SAME:    (%[[X:.*]]: f64 {{.*}}, %[[P:.*]]: i1)
// CHECK-DAG:     %[[ZERO:.*]] = arith.constant 0.0
// CHECK-DAG:     %[[ONE:.*]] = arith.constant 1.0
// CHECK:         %[[R:.*]]:2 = scf.if %[[P]] -> (f64, f64) {
// CHECK-DAG:       %[[SIN:.*]] = math.sin %[[X]]
// CHECK-DAG:       %[[COS:.*]] = math.cos %[[X]]
// CHECK:           scf.yield %[[SIN]], %[[COS]]
// CHECK-NEXT:    } else {
// CHECK-NEXT:      scf.yield %[[ONE]], %[[ZERO]]
// CHECK:         return %[[R]]#0, %[[R]]#1
func.func @f(%x: f64 {approx.name = "x"}, %p: i1) -> f64 {
  %r = scf.if %p -> f64 {
    %0 = math.sin %x : f64
    scf.yield %0 : f64
  } else {
    %1 = arith.constant 1.0 : f64
    scf.yield %1 : f64
  }
  return %r : f64
}

// -----

// The loop, once more with what each iteration began with, and the way back:
// the induction variable of iteration i is that of the loop's iteration 3 - i.
// CHECK-LABEL: func.func @f_value_and_grad
// CHECK:         scf.for
// CHECK:         %[[KEPT:.*]]:2 = scf.for %[[I:.*]] = %{{.*}} to %[[N:.*]] step %{{.*}} iter_args(%[[A:.*]] = %{{.*}}, %[[H:.*]] = %{{.*}}) -> (f64, tensor<4xf64>) {
// CHECK:           tensor.insert %[[A]] into %[[H]][%[[I]]]
// CHECK:         scf.for %[[J:.*]] = %{{.*}} to %{{.*}} step %{{.*}} iter_args(%[[C:.*]] = %{{.*}}) -> (f64) {
// CHECK:           %[[K:.*]] = arith.subi %{{.*}}, %[[J]] : index
// CHECK:           %[[B:.*]] = tensor.extract %[[KEPT]]#1[%[[K]]]
// CHECK:           %[[COS:.*]] = math.cos %[[B]]
// CHECK:           %[[NEXT:.*]] = arith.mulf %[[C]], %[[COS]]
// CHECK:           scf.yield %[[NEXT]]
func.func @f(%x: f64 {approx.name = "x"}) -> f64 {
  %c0 = arith.constant 0 : index
  %c2 = arith.constant 2 : index
  %c8 = arith.constant 8 : index
  %r = scf.for %i = %c0 to %c8 step %c2 iter_args(%a = %x) -> f64 {
    %0 = math.sin %a : f64
    scf.yield %0 : f64
  }
  return %r : f64
}

// -----

// What is carried and not read is not kept: a sum needs no history, and no second run.
// CHECK-LABEL: func.func @f_value_and_grad
// CHECK-COUNT-2: scf.for
// CHECK-NOT:     scf.for
// CHECK:         return
func.func @f(%x: tensor<4xf64> {approx.name = "x"}) -> f64 {
  %zero = arith.constant 0.0 : f64
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  %r = scf.for %i = %c0 to %c4 step %c1 iter_args(%a = %zero) -> f64 {
    %0 = tensor.extract %x[%i] : tensor<4xf64>
    %1 = arith.addf %a, %0 : f64
    scf.yield %1 : f64
  }
  return %r : f64
}
