// State that is not an argument is refused, but for that of random numbers.
// RUN: split-file %s %t
// RUN: not approx-opt %t/other.mlir --approx-prepare 2>&1 | FileCheck %s --check-prefix=OTHER
// OTHER: error: cannot keep state in @count ('tensor<i64>'): expected arguments and results for it, and no other variable than @global_seed (tensor<i64>), of PyTorch's random numbers

// RUN: not approx-opt %t/type.mlir --approx-prepare 2>&1 | FileCheck %s --check-prefix=TYPE
// TYPE: error: cannot keep state in @global_seed ('tensor<2xi64>')

// RUN: not approx-opt %t/loop.mlir --approx-prepare 2>&1 | FileCheck %s --check-prefix=LOOP
// LOOP: error: cannot draw random numbers within scf.for: the number of draws before each must be known

// RUN: not approx-opt %t/address.mlir --approx-prepare 2>&1 | FileCheck %s --check-prefix=ADDRESS
// ADDRESS: error: cannot use @global_seed: expected loads and stores only

//--- other.mlir
ml_program.global private mutable @count(dense<0> : tensor<i64>) : tensor<i64>
func.func @main(%x: tensor<2x3xf32> {approx.role = "input"}) -> (tensor<2x3xf32> {approx.role = "logits"}) {
  return %x : tensor<2x3xf32>
}

//--- type.mlir
ml_program.global private mutable @global_seed(dense<0> : tensor<2xi64>) : tensor<2xi64>
func.func @main(%x: tensor<2x3xf32> {approx.role = "input"}) -> (tensor<2x3xf32> {approx.role = "logits"}) {
  return %x : tensor<2x3xf32>
}

//--- loop.mlir
ml_program.global private mutable @global_seed(dense<0> : tensor<i64>) : tensor<i64>
func.func @main(%x: tensor<2x3xf32> {approx.role = "input"}) -> (tensor<2x3xf32> {approx.role = "logits"}) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  scf.for %i = %c0 to %c4 step %c1 {
    %s = ml_program.global_load @global_seed : tensor<i64>
    ml_program.global_store @global_seed = %s : tensor<i64>
  }
  return %x : tensor<2x3xf32>
}

//--- address.mlir
ml_program.global private mutable @global_seed(dense<0> : tensor<i64>) : tensor<i64>
func.func @main(%x: tensor<2x3xf32> {approx.role = "input"}) -> (tensor<2x3xf32> {approx.role = "logits"}) {
  %s, %token = ml_program.global_load_graph @global_seed ordering (-> !ml_program.token) : tensor<i64>
  return %x : tensor<2x3xf32>
}
