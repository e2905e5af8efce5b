// The state of the importer's random numbers becomes an argument; each draw
// starts from what the one before left, also through a callee.
// RUN: approx-opt %s --approx-prepare | FileCheck %s
// CHECK-NOT:  ml_program
// CHECK:      func.func @main(
// CHECK-SAME: tensor<2x3xf32> {approx.name = "x", approx.role = "input"}
// CHECK-SAME: tensor<3xf32> {approx.name = "seed", approx.role = "parameter"}
// CHECK-SAME: %[[SEED:[^:]*]]: tensor<i64> {approx.name = "seed0", approx.role = "seed"})
// CHECK:      %[[S0:.*]] = tensor.extract %[[SEED]][]
// CHECK:      %[[M1:.*]] = arith.muli %[[S0]]
// CHECK:      %[[S1:.*]] = arith.addi %[[M1]]
// CHECK:      arith.uitofp %[[S1]]
// CHECK:      %[[M2:.*]] = arith.muli %[[S1]]
// CHECK:      %[[S2:.*]] = arith.addi %[[M2]]
// CHECK:      arith.uitofp %[[S2]]

// A function without draws has no seed.
// RUN: approx-opt %s --approx-prepare=function=other | FileCheck %s --check-prefix=OTHER
// OTHER:      func.func @other(
// OTHER-SAME: %{{[^:]*}}: tensor<2x3xf32> {approx.name = "x", approx.role = "input"})

ml_program.global private mutable @global_seed(dense<0> : tensor<i64>) : tensor<i64>

func.func private @draw() -> f32 {
  %factor = arith.constant 6364136223846793005 : i64
  %increment = arith.constant 1442695040888963407 : i64
  %state = ml_program.global_load @global_seed : tensor<i64>
  %old = tensor.extract %state[] : tensor<i64>
  %scaled = arith.muli %old, %factor : i64
  %new = arith.addi %scaled, %increment : i64
  %inserted = tensor.insert %new into %state[] : tensor<i64>
  ml_program.global_store @global_seed = %inserted : tensor<i64>
  %float = arith.uitofp %new : i64 to f32
  return %float : f32
}

func.func @main(%x: tensor<2x3xf32> {approx.role = "input", approx.name = "x"},
                %w: tensor<3xf32> {approx.role = "parameter", approx.name = "seed"})
    -> (tensor<2x3xf32> {approx.role = "logits"}) {
  %a = call @draw() : () -> f32
  %b = call @draw() : () -> f32
  %sum = arith.addf %a, %b : f32
  %empty = tensor.empty() : tensor<2x3xf32>
  %y = linalg.fill ins(%sum : f32) outs(%empty : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}

func.func @other(%x: tensor<2x3xf32> {approx.role = "input", approx.name = "x"})
    -> (tensor<2x3xf32> {approx.role = "logits"}) {
  return %x : tensor<2x3xf32>
}
