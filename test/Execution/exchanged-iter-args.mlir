// What a loop carries may be yielded in another place than its own.
// RUN: approx-run %s --entry=swap --args='[1,2,3],[4,5,6]' | FileCheck %s --check-prefix=SWAP
// RUN: approx-run %s --entry=delay --args='[1,2,3],[4,5,6]' | FileCheck %s --check-prefix=DELAY
// RUN: approx-run %s --entry=crossed --args='[1,2,3],[4,5,6]' | FileCheck %s --check-prefix=CROSSED

// SWAP: result 0: tensor<3xf32> [4, 5, 6]
// SWAP: result 1: tensor<3xf32> [1, 2, 3]
func.func @swap(%a: tensor<3xf32>, %b: tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %r:2 = scf.for %i = %c0 to %c3 step %c1 iter_args(%x = %a, %y = %b) -> (tensor<3xf32>, tensor<3xf32>) {
    scf.yield %y, %x : tensor<3xf32>, tensor<3xf32>
  }
  return %r#0, %r#1 : tensor<3xf32>, tensor<3xf32>
}

// x, y, z = x + y, x, y: a delay line.
// DELAY: result 0: tensor<3xf32> [14, 19, 24]
// DELAY: result 1: tensor<3xf32> [9, 12, 15]
// DELAY: result 2: tensor<3xf32> [5, 7, 9]
func.func @delay(%a: tensor<3xf32>, %b: tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %r:3 = scf.for %i = %c0 to %c3 step %c1 iter_args(%x = %b, %y = %a, %z = %a) -> (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) {
    %s = arith.addf %x, %y : tensor<3xf32>
    scf.yield %s, %x, %y : tensor<3xf32>, tensor<3xf32>, tensor<3xf32>
  }
  return %r#0, %r#1, %r#2 : tensor<3xf32>, tensor<3xf32>, tensor<3xf32>
}

// x, y = 2 y, 3 x, each computed in the buffer of the other.
// CROSSED: result 0: tensor<3xf32> [48, 60, 72]
// CROSSED: result 1: tensor<3xf32> [18, 36, 54]
func.func @crossed(%a: tensor<3xf32>, %b: tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %two = arith.constant 2.0 : f32
  %three = arith.constant 3.0 : f32
  %r:2 = scf.for %i = %c0 to %c3 step %c1 iter_args(%x = %a, %y = %b) -> (tensor<3xf32>, tensor<3xf32>) {
    %s = linalg.map outs(%y : tensor<3xf32>) (%old: f32) {
      %p = arith.mulf %old, %two : f32
      linalg.yield %p : f32
    }
    %t = linalg.map outs(%x : tensor<3xf32>) (%old: f32) {
      %p = arith.mulf %old, %three : f32
      linalg.yield %p : f32
    }
    scf.yield %s, %t : tensor<3xf32>, tensor<3xf32>
  }
  return %r#0, %r#1 : tensor<3xf32>, tensor<3xf32>
}
