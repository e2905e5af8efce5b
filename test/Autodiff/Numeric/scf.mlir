// RUN: %check_gradients | FileCheck %s
// RUN: %check_split | FileCheck %s

#id = affine_map<(i) -> (i)>
#none = affine_map<(i) -> ()>

// CHECK: @branches: gradient agrees
func.func @branches(%x: tensor<4xf64>, %w: tensor<4xf64>, %c: f64 {test.range = array<f64: 1.0, 2.0>, test.constant}) -> tensor<4xf64> {
  %zero = arith.constant 0.0 : f64
  %p = arith.cmpf ogt, %c, %zero : f64
  %r = scf.if %p -> tensor<4xf64> {
    %0 = math.sin %x : tensor<4xf64>
    %1 = arith.mulf %0, %w : tensor<4xf64>
    scf.yield %1 : tensor<4xf64>
  } else {
    scf.yield %w : tensor<4xf64>
  }
  return %r : tensor<4xf64>
}

// Two results; a branch that gives back what it got, and one that reads only one of the two.
// CHECK: @other_branch: gradient agrees
func.func @other_branch(%x: f64, %y: f64, %c: f64 {test.range = array<f64: 1.0, 2.0>, test.constant}) -> f64 {
  %zero = arith.constant 0.0 : f64
  %p = arith.cmpf olt, %c, %zero : f64
  %r:2 = scf.if %p -> (f64, f64) {
    scf.yield %x, %y : f64, f64
  } else {
    %0 = math.exp %y : f64
    %1 = arith.mulf %0, %y : f64
    scf.yield %1, %x : f64, f64
  }
  %s = arith.mulf %r#0, %r#1 : f64
  return %s : f64
}

// x <- tanh(w x + i): what is carried, what is read from above, the loop's own variable.
// CHECK: @carried: gradient agrees
func.func @carried(%x: tensor<4xf64>, %w: tensor<4xf64>) -> tensor<4xf64> {
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %c9 = arith.constant 9 : index
  %r = scf.for %i = %c1 to %c9 step %c3 iter_args(%a = %x) -> tensor<4xf64> {
    %n = arith.index_cast %i : index to i64
    %f = arith.sitofp %n : i64 to f64
    %e = tensor.empty() : tensor<4xf64>
    %0 = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel"]}
        ins(%a, %w : tensor<4xf64>, tensor<4xf64>) outs(%e : tensor<4xf64>) {
    ^bb0(%b: f64, %v: f64, %o: f64):
      %1 = arith.mulf %b, %v : f64
      %2 = arith.addf %1, %f : f64
      %3 = math.sin %2 : f64
      linalg.yield %3 : f64
    } -> tensor<4xf64>
    scf.yield %0 : tensor<4xf64>
  }
  return %r : tensor<4xf64>
}

// Two carried values that change places, one that is an integer, and one that is read and not carried on.
// CHECK: @places: gradient agrees
func.func @places(%x: f64, %y: f64) -> (f64, f64) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %one = arith.constant 1 : i32
  %r:3 = scf.for %i = %c0 to %c3 step %c1 iter_args(%a = %x, %b = %y, %k = %one) -> (f64, f64, i32) {
    %f = arith.sitofp %k : i32 to f64
    %0 = arith.mulf %a, %b : f64
    %1 = arith.addf %0, %b : f64
    %2 = arith.divf %1, %f : f64
    %next = arith.addi %k, %one : i32
    scf.yield %b, %2, %next : f64, f64, i32
  }
  return %r#0, %r#1 : f64, f64
}

// A loop in a loop, with a branch on the inner one's variable.
// CHECK: @nested: gradient agrees
func.func @nested(%x: tensor<3xf64>, %w: tensor<3xf64>) -> tensor<3xf64> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %r = scf.for %i = %c0 to %c2 step %c1 iter_args(%a = %x) -> tensor<3xf64> {
    %s = math.sin %a : tensor<3xf64>
    %0 = scf.for %j = %c0 to %c2 step %c1 iter_args(%b = %s) -> tensor<3xf64> {
      %first = arith.cmpi eq, %j, %c0 : index
      %1 = scf.if %first -> tensor<3xf64> {
        %2 = arith.mulf %b, %w : tensor<3xf64>
        scf.yield %2 : tensor<3xf64>
      } else {
        %2 = arith.mulf %b, %s : tensor<3xf64>
        %3 = arith.addf %2, %a : tensor<3xf64>
        scf.yield %3 : tensor<3xf64>
      }
      scf.yield %1 : tensor<3xf64>
    }
    scf.yield %0 : tensor<3xf64>
  }
  return %r : tensor<3xf64>
}

// A row of a matrix in each step, as lax.scan has it.
// CHECK: @scan: gradient agrees
func.func @scan(%rows: tensor<4x3xf64>, %init: tensor<3xf64>) -> (tensor<3xf64>, tensor<4x3xf64>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  %out = tensor.empty() : tensor<4x3xf64>
  %r:2 = scf.for %i = %c0 to %c4 step %c1 iter_args(%h = %init, %kept = %out) -> (tensor<3xf64>, tensor<4x3xf64>) {
    %row = tensor.extract_slice %rows[%i, 0] [1, 3] [1, 1] : tensor<4x3xf64> to tensor<3xf64>
    %0 = arith.mulf %h, %row : tensor<3xf64>
    %1 = math.tanh %0 : tensor<3xf64>
    %next = tensor.insert_slice %1 into %kept[%i, 0] [1, 3] [1, 1] : tensor<3xf64> into tensor<4x3xf64>
    scf.yield %1, %next : tensor<3xf64>, tensor<4x3xf64>
  }
  return %r#0, %r#1 : tensor<3xf64>, tensor<4x3xf64>
}

// Elements one by one.
// CHECK: @elements: gradient agrees
func.func @elements(%x: tensor<4xf64>) -> f64 {
  %one = arith.constant 1.0 : f64
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  %r = scf.for %i = %c0 to %c4 step %c1 iter_args(%a = %one) -> f64 {
    %0 = tensor.extract %x[%i] : tensor<4xf64>
    %1 = arith.mulf %a, %0 : f64
    scf.yield %1 : f64
  }
  return %r : f64
}

// No iteration: the init is the result.
// CHECK: @no_iteration: gradient agrees
func.func @no_iteration(%x: f64) -> f64 {
  %c3 = arith.constant 3 : index
  %c1 = arith.constant 1 : index
  %r = scf.for %i = %c3 to %c3 step %c1 iter_args(%a = %x) -> f64 {
    %0 = math.sin %a : f64
    scf.yield %0 : f64
  }
  return %r : f64
}

// A branch in the body of a structured op.
// CHECK: @in_a_body: gradient agrees
func.func @in_a_body(%x: tensor<4xf64>) -> tensor<4xf64> {
  %zero = arith.constant 0.0 : f64
  %e = tensor.empty() : tensor<4xf64>
  %r = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%x : tensor<4xf64>) outs(%e : tensor<4xf64>) {
  ^bb0(%a: f64, %o: f64):
    %p = arith.cmpf ogt, %a, %zero : f64
    %s = scf.if %p -> f64 {
      %0 = math.sin %a : f64
      scf.yield %0 : f64
    } else {
      %0 = arith.mulf %a, %a : f64
      scf.yield %0 : f64
    }
    linalg.yield %s : f64
  } -> tensor<4xf64>
  return %r : tensor<4xf64>
}

// Conventions hold in regions: max(x, 0) has derivative 0 at 0, wherever the zero is.
// CHECK-LABEL: @relu_in_a_loop
// CHECK:       [0, 0, 8]
func.func @relu_in_a_loop(%x: tensor<3xf64> {test.values = dense<[-1.0, 0.0, 1.0]> : tensor<3xf64>}) -> tensor<3xf64>
    attributes {test.cotangents = [dense<1.0> : tensor<3xf64>]} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %r = scf.for %i = %c0 to %c3 step %c1 iter_args(%a = %x) -> tensor<3xf64> {
    %zero = arith.constant dense<0.0> : tensor<3xf64>
    %two = arith.constant dense<2.0> : tensor<3xf64>
    %0 = arith.maximumf %a, %zero : tensor<3xf64>
    %1 = arith.mulf %0, %two : tensor<3xf64>
    scf.yield %1 : tensor<3xf64>
  }
  return %r : tensor<3xf64>
}
