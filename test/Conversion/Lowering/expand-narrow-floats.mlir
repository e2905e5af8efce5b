// RUN: approx-opt %s --approx-expand-narrow-floats | FileCheck %s
// RUN: approx-run %s --entry=round --precision=9 | FileCheck %s --check-prefix=VALUE

// Of 16-bit floats nothing but their bits is left.
// CHECK-LABEL: func.func @compute
// CHECK-NOT:     {{truncf|extf}} {{.*}}f16
// CHECK:         math.exp %{{.*}} : f32
// CHECK-NOT:     {{truncf|extf}} {{.*}}f16
// CHECK:         arith.addf %{{.*}} : f32
// CHECK-NOT:     {{truncf|extf}} {{.*}}f16
// CHECK:         return
func.func @compute(%a: bf16, %b: f16, %c: f64) -> (bf16, f16, bf16, f64) {
  %0 = math.exp %a : bf16
  %1 = arith.addf %b, %b : f16
  %2 = arith.truncf %c : f64 to bf16
  %3 = arith.extf %b : f16 to f64
  return %0, %1, %2, %3 : bf16, f16, bf16, f64
}

// CHECK-LABEL: func.func @shaped
// CHECK-NOT:     {{truncf|extf}}
// CHECK:         arith.bitcast %{{.*}} : vector<4xi16> to vector<4xf16>
// CHECK-NOT:     {{truncf|extf}}
// CHECK:         return
func.func @shaped(%a: vector<4xf32>, %b: vector<4xf16>) -> (vector<4xf16>, vector<4xf32>) {
  %0 = arith.truncf %a : vector<4xf32> to vector<4xf16>
  %1 = arith.extf %b : vector<4xf16> to vector<4xf32>
  return %0, %1 : vector<4xf16>, vector<4xf32>
}

// f16: ties to even below and above, the largest and the first that is
// infinite, infinity, NaN, the smallest normal number, a subnormal one, half
// the smallest and a little more, zero of either sign.
// VALUE: result 0: tensor<12xf32> [1, 1.00195312, -65504, inf, -inf, nan, 6.10351562e-05, 6.09755516e-05, 0, 5.96046448e-08, -0, 0]
// bf16 has the exponents of f32, and subnormal numbers too.
// VALUE: result 1: tensor<12xf32> [1, 1.015625, -65536, 65536, -inf, nan, 6.10351562e-05, 6.10351562e-05, 2.98023224e-08, 3.0035153e-08, -0, 9.18354962e-41]
#id = affine_map<(d0) -> (d0)>
func.func @round() -> (tensor<12xf32>, tensor<12xf32>) {
  %x = arith.constant dense<[1.00048828125, 1.00146484375, -65519.0, 65520.0, 0xFF800000, 0x7FC00001,
                             6.103515625e-05, 6.09755516052e-05, 2.98023223877e-08, 3.0e-08, -0.0, 0.0]> : tensor<12xf32>
  %y = arith.constant dense<[1.00390625, 1.01171875, -65519.0, 65520.0, 0xFF800000, 0x7F800001,
                             6.103515625e-05, 6.09755516052e-05, 2.98023223877e-08, 3.0e-08, -0.0, 1.0e-40]> : tensor<12xf32>
  %empty = tensor.empty() : tensor<12xf32>
  %0:2 = linalg.generic {indexing_maps = [#id, #id, #id, #id], iterator_types = ["parallel"]}
      ins(%x, %y : tensor<12xf32>, tensor<12xf32>) outs(%empty, %empty : tensor<12xf32>, tensor<12xf32>) {
  ^bb0(%a: f32, %b: f32, %o0: f32, %o1: f32):
    %0 = arith.truncf %a : f32 to f16
    %1 = arith.extf %0 : f16 to f32
    %2 = arith.truncf %b : f32 to bf16
    %3 = arith.extf %2 : bf16 to f32
    linalg.yield %1, %3 : f32, f32
  } -> (tensor<12xf32>, tensor<12xf32>)
  return %0#0, %0#1 : tensor<12xf32>, tensor<12xf32>
}
