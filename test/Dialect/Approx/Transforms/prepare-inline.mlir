// Callees are inlined and, when private, gone; a function whose derivative the
// user gives stays a call. Attributes of frontends are dropped.
// RUN: approx-opt %s --approx-prepare --split-input-file --verify-diagnostics | FileCheck %s

// CHECK: module @model {
// CHECK-NOT: mhlo
// CHECK-NOT: jax
// CHECK: func.func public @main
// CHECK: linalg.exp
// CHECK: linalg.exp
// CHECK: call @custom
// CHECK-NOT: func.func private @twice
// CHECK-NOT: func.func private @once
// CHECK: func.func private @custom
module @model attributes {mhlo.num_partitions = 1 : i32} {
  func.func public @main(%x: tensor<4x3xf32> {mhlo.sharding = "replicated"})
      -> (tensor<4x3xf32> {jax.result_info = "result"}) {
    %0 = call @twice(%x) : (tensor<4x3xf32>) -> tensor<4x3xf32>
    %1 = call @custom(%0) {mhlo.frontend = "x"} : (tensor<4x3xf32>) -> tensor<4x3xf32>
    return %1 : tensor<4x3xf32>
  }
  func.func private @twice(%x: tensor<4x3xf32>) -> tensor<4x3xf32> {
    %0 = call @once(%x) : (tensor<4x3xf32>) -> tensor<4x3xf32>
    %1 = call @once(%0) : (tensor<4x3xf32>) -> tensor<4x3xf32>
    return %1 : tensor<4x3xf32>
  }
  func.func private @once(%x: tensor<4x3xf32>) -> tensor<4x3xf32> {
    %empty = tensor.empty() : tensor<4x3xf32>
    %0 = linalg.exp ins(%x : tensor<4x3xf32>) outs(%empty : tensor<4x3xf32>) -> tensor<4x3xf32>
    return %0 : tensor<4x3xf32>
  }
  func.func private @custom(%x: tensor<4x3xf32>) -> tensor<4x3xf32> attributes {approx.vjp = @rule} {
    return %x : tensor<4x3xf32>
  }
  func.func private @rule(tensor<4x3xf32>, tensor<4x3xf32>, tensor<4x3xf32>) -> tensor<4x3xf32>
}

// -----

module {
  func.func public @main(%x: tensor<4x3xf32>) -> tensor<4x3xf32> {
    %0 = call @again(%x) : (tensor<4x3xf32>) -> tensor<4x3xf32>
    return %0 : tensor<4x3xf32>
  }
  // expected-error@+1 {{recursive call of @again cannot be inlined}}
  func.func private @again(%x: tensor<4x3xf32>) -> tensor<4x3xf32> {
    %0 = call @again(%x) : (tensor<4x3xf32>) -> tensor<4x3xf32>
    return %0 : tensor<4x3xf32>
  }
}

// -----

module {
  func.func public @main(%x: tensor<4x3xf32>) -> tensor<4x3xf32> {
    // expected-error@+1 {{cannot inline @blocks: it has 2 blocks, expected one}}
    %0 = call @blocks(%x) : (tensor<4x3xf32>) -> tensor<4x3xf32>
    return %0 : tensor<4x3xf32>
  }
  // expected-note@+1 {{callee is here}}
  func.func private @blocks(%x: tensor<4x3xf32>) -> tensor<4x3xf32> {
    cf.br ^next
  ^next:
    return %x : tensor<4x3xf32>
  }
}
