// RUN: not env LUTRA_KERNEL=bogus approx-run %s 2>&1 | FileCheck %s

// What goes wrong inside the runtime is an error of the call.
// CHECK: approx-run: error: the runtime failed (invalid argument): lutra_rt_approx_matmul: LUTRA_KERNEL: expected one of {{.*}}, got 'bogus'
approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}
func.func @main(%a: tensor<3x4xi8>, %b: tensor<4x5xi8>) -> tensor<3x5xi32> {
  %z = arith.constant dense<0> : tensor<i32>
  %empty = tensor.empty() : tensor<3x5xi32>
  %c = approx.matmul @m ins(%a, %b : tensor<3x4xi8>, tensor<4x5xi8>)
      zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%empty : tensor<3x5xi32>) {gradient = #approx.gradient<"ste">} -> tensor<3x5xi32>
  return %c : tensor<3x5xi32>
}
