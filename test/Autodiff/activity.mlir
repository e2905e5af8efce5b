// RUN: approx-opt %s --test-approx-activity="of=paths wrt=0 results=0" | FileCheck %s --check-prefix=PATHS
// RUN: approx-opt %s --test-approx-activity="of=quantized wrt=x" | FileCheck %s --check-prefix=CODES
// RUN: approx-opt %s --test-approx-activity="of=regions wrt=1" | FileCheck %s --check-prefix=REGIONS

// PATHS-LABEL: func.func @paths
// PATHS-SAME:    %arg0: f32 {test.activity = "active"}
// PATHS-SAME:    %arg1: f32 {test.activity = "useful"}
func.func @paths(%x: f32, %y: f32) -> (f32, f32) {
  // PATHS: arith.mulf {{.*}}test.activity = ["active"]
  %0 = arith.mulf %x, %y : f32
  // PATHS: math.exp {{.*}}test.activity = ["useful"]
  %1 = math.exp %y : f32
  // Only the other result depends on it.
  // PATHS: math.sin {{.*}}test.activity = ["varied"]
  %2 = math.sin %0 : f32
  // Rounding, comparisons and integers end a path.
  // PATHS: math.floor {{.*}}test.activity = ["useful"]
  %3 = math.floor %0 : f32
  // PATHS: arith.cmpf {{.*}}test.activity = ["inactive"]
  %4 = arith.cmpf ogt, %0, %y : f32
  // PATHS: arith.fptosi {{.*}}test.activity = ["inactive"]
  %5 = arith.fptosi %0 : f32 to i32
  // PATHS: arith.sitofp {{.*}}test.activity = ["useful"]
  %6 = arith.sitofp %5 : i32 to f32
  // PATHS: arith.select {{.*}}test.activity = ["active"]
  %7 = arith.select %4, %0, %3 : f32
  // PATHS: arith.addf {{.*}}test.activity = ["active"]
  %8 = arith.addf %7, %6 : f32
  // PATHS: arith.addf {{.*}}test.activity = ["active"]
  %9 = arith.addf %8, %1 : f32
  return %9, %2 : f32, f32
}

approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"exact">}

// Codes and accumulators are active, ranges and their parameters are not (M7, M9).
// CODES-LABEL: func.func @quantized
func.func @quantized(%x: tensor<4x4xf32> {approx.name = "x"}, %range: tensor<2xf32>) -> tensor<4x4xf32> {
  // CODES: approx.update_range {{.*}}test.activity = ["inactive"]
  %r = approx.update_range %x, %range {observer = #approx.observer<moving_average>} : tensor<4x4xf32>, tensor<2xf32>
  // CODES: approx.quant_params {{.*}}test.activity = ["inactive", "inactive"]
  %s, %z = approx.quant_params %r {qtype = #approx.qtype<ui8>} : tensor<2xf32> -> tensor<f32>, tensor<i32>
  // CODES: approx.quantize {{.*}}test.activity = ["active"]
  %q = approx.quantize %x, %s, %z {qtype = #approx.qtype<ui8>} : tensor<4x4xf32>, tensor<f32>, tensor<i32> -> tensor<4x4xi8>
  %e = tensor.empty() : tensor<4x4xi8>
  // CODES: linalg.transpose {{.*}}test.activity = ["active"]
  %t = linalg.transpose ins(%q : tensor<4x4xi8>) outs(%e : tensor<4x4xi8>) permutation = [1, 0]
  %i = tensor.empty() : tensor<4x4xi32>
  // CODES: approx.matmul {{.*}}test.activity = ["active"]
  %c = approx.matmul @m ins(%q, %t : tensor<4x4xi8>, tensor<4x4xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
    outs(%i : tensor<4x4xi32>) {gradient = #approx.gradient<"ste">} -> tensor<4x4xi32>
  // CODES: approx.dequantize {{.*}}test.activity = ["active"]
  %y = approx.dequantize %c, %s, %s : tensor<4x4xi32>, tensor<f32>, tensor<f32> -> tensor<4x4xf32>
  return %y : tensor<4x4xf32>
}

// What a region reads from above is an operand of its op.
// REGIONS-LABEL: func.func @regions
func.func @regions(%x: tensor<4xf32>, %s: f32) -> tensor<4xf32> {
  %e = tensor.empty() : tensor<4xf32>
  // REGIONS: linalg.map {{.*}}test.activity = ["active"]
  %r = linalg.map ins(%x : tensor<4xf32>) outs(%e : tensor<4xf32>) (%a: f32, %o: f32) {
    %0 = arith.mulf %a, %s : f32
    linalg.yield %0 : f32
  }
  // REGIONS: tensor.pad
  // REGIONS: } {test.activity = ["active"]}
  %p = tensor.pad %r low[0] high[0] {
  ^bb0(%i: index):
    tensor.yield %s : f32
  } : tensor<4xf32> to tensor<4xf32>
  return %p : tensor<4xf32>
}
