// Without the runtime all contractions are loops, approximate and factorised
// ones too: nothing asks for a kernel, whose name is wrong here.

// RUN: not env LUTRA_KERNEL=lookup_of_nobody approx-run %s 2>&1 | FileCheck %s --check-prefix=RUNTIME
// RUN: env LUTRA_KERNEL=lookup_of_nobody approx-run %s --runtime=false | FileCheck %s
// RUN: env LUTRA_KERNEL=lookup_of_nobody approx-run %s --runtime=false --factorize=all | FileCheck %s
// RUN: approx-run %s --factorize=all | FileCheck %s

// RUNTIME: approx-run: error: the runtime failed {{.*}}LUTRA_KERNEL: expected one of

// AM(0,0) + AM(1,1) + AM(3,2) = 1 + 1 + 5, and so on.
// CHECK: result 0: tensor<2x2xi32> {{\[\[}}7, 11], [3, 4]]

// Rows a = 0 .. 3, columns b = 0 .. 3.
approx.multiplier @uu {lhs = ui2, rhs = ui2, table = dense<[[1, 0, 0, 0], [2, 1, 2, 3], [0, 2, 4, 6], [0, 3, 5, 9]]> : tensor<4x4xi32>,
    hash = "5e3a08371261a0226f1d82299fee6a15bc328da5dafc8d27d34acf98c3039650",
    bounds = array<i64: 0, 9>, error_bounds = array<i64: -1, 2>}

func.func @main() -> tensor<2x2xi32> {
  %a = arith.constant dense<[[0, 1, 3], [2, 3, 0]]> : tensor<2x3xi8>
  %b = arith.constant dense<[[0, 2], [1, 0], [2, 3]]> : tensor<3x2xi8>
  %z = arith.constant dense<0> : tensor<i32>
  %init = tensor.empty() : tensor<2x2xi32>
  %r = approx.matmul @uu ins(%a, %b : tensor<2x3xi8>, tensor<3x2xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%init : tensor<2x2xi32>) {gradient = #approx.gradient<"ste">} -> tensor<2x2xi32>
  return %r : tensor<2x2xi32>
}
