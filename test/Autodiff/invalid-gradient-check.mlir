// RUN: approx-opt %s --test-approx-gradient-check --split-input-file --verify-diagnostics

// expected-error@+1 {{argument 0 of type 'tensor<?x3xf32>' needs test.shape with 2 sizes}}
func.func @f(%x: tensor<?x3xf32>) -> tensor<?x3xf32> {
  return %x : tensor<?x3xf32>
}

// -----

// expected-error@+1 {{argument 1 of type 'i32' needs test.values}}
func.func @f(%x: f32, %i: i32) -> f32 {
  return %x : f32
}

// -----

// expected-error@+1 {{test.range expects two numbers, got 1}}
func.func @f(%x: f32 {test.range = array<f64: 1.0>}) -> f32 {
  return %x : f32
}

// -----

// expected-error@+1 {{test.cotangents needs a constant for every float result}}
func.func @f(%x: f32 {test.values = 1.0 : f32}) -> f32 attributes {test.cotangents = []} {
  return %x : f32
}
