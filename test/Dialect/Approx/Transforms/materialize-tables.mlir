// RUN: approx-opt %s --approx-materialize-tables | FileCheck %s
// RUN: approx-opt %s --approx-materialize-tables --approx-materialize-tables | FileCheck %s
// RUN: approx-opt %s --approx-materialize-tables=tables=false | FileCheck %s --check-prefix=NOTABLE
// RUN: approx-opt %s --approx-materialize-tables | approx-opt --convert-approx-to-linalg | FileCheck %s --check-prefix=READ

// The exact 2x2-bit multiplier: rows 0, 0 1 2 3, 0 2 4 6, 0 3 6 9 and its hash,
// SHA-256 of "ui2xui2\n" and the entries as 32-bit little-endian integers.
// CHECK: approx.multiplier @m {bounds = array<i64: 0, 9>, error_bounds = array<i64: 0, 0>,
// CHECK-SAME: hash = "8750c1dacd8ee89c49cbdd3cb5854219b095ecded1221a408e057c5dbe6af848",
// CHECK-SAME: spec = #approx.family<"exact">, table = dense_resource<[[NAME:.*]]> : tensor<4x4xi32>}
// CHECK: [[NAME]]: "0x04000000
// CHECK-SAME: {{^}}00000000000000000000000000000000
// CHECK-SAME: {{^}}00000000010000000200000003000000
// CHECK-SAME: {{^}}00000000020000000400000006000000
// CHECK-SAME: {{^}}00000000030000000600000009000000"

// NOTABLE: approx.multiplier @m {bounds = array<i64: 0, 9>, error_bounds = array<i64: 0, 0>, hash = "{{[0-9a-f]+}}", lhs = ui2, rhs = ui2, spec = #approx.family<"exact">}

// The table is read back from the resource.
// READ: arith.constant dense<{{\[\[}}0, 0, 0, 0], [0, 1, 2, 3], [0, 2, 4, 6], [0, 3, 6, 9]]> : tensor<4x4xi32>
approx.multiplier @m {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">}
func.func @f(%a: tensor<2x3xi8>, %b: tensor<3x2xi8>, %z: tensor<i32>, %init: tensor<2x2xi32>) -> tensor<2x2xi32> {
  %0 = approx.matmul @m ins(%a, %b : tensor<2x3xi8>, tensor<3x2xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%init : tensor<2x2xi32>) {gradient = #approx.gradient<"ste">} -> tensor<2x2xi32>
  return %0 : tensor<2x2xi32>
}
