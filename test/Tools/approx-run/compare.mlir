// RUN: approx-run %s --entry=same --compare=canonicalize | FileCheck %s --check-prefix=SAME
// RUN: approx-run %s --entry=same --compare-with-reference | FileCheck %s --check-prefix=SAME
// RUN: not approx-run %s --entry=integers --compare=test-off-by-one 2>&1 | FileCheck %s --check-prefix=PIPELINE
// RUN: approx-run %s --entry=same --pipeline='canonicalize,cse' --time --repeat=3 | FileCheck %s --check-prefix=TIME

// SAME: result 0{{.*}}: {{identical|max difference .* \(allowed}}
// SAME-NOT: DIFFERS
// PIPELINE: approx-run: error: reference: the pipeline 'test-off-by-one' failed
// TIME: @same: compiled in {{[0-9.]+}} ms; 3 calls, best {{[0-9.]+}} ms, median {{[0-9.]+}} ms
func.func @same(%a: tensor<5x7xf32>, %b: tensor<7x6xf32>) -> tensor<5x6xf32> {
  %zero = arith.constant 0.0 : f32
  %empty = tensor.empty() : tensor<5x6xf32>
  %init = linalg.fill ins(%zero : f32) outs(%empty : tensor<5x6xf32>) -> tensor<5x6xf32>
  %c = linalg.matmul ins(%a, %b : tensor<5x7xf32>, tensor<7x6xf32>) outs(%init : tensor<5x6xf32>) -> tensor<5x6xf32>
  return %c : tensor<5x6xf32>
}

func.func @integers(%a: tensor<4xi32>) -> tensor<4xi32> {
  return %a : tensor<4xi32>
}
