// A polynomial of vectors needs their fused multiply-add.
// REQUIRES: fma
// RUN: approx-run %s --entry=elementwise --dump-llvm | FileCheck %s --check-prefix=ELEMENTWISE
// RUN: approx-run %s --entry=sum --dump-llvm | FileCheck %s --check-prefix=SUM
// RUN: approx-run %s --entry=largest --dump-llvm | FileCheck %s --check-prefix=LARGEST
// RUN: approx-run %s --entry=sum --args=iota | FileCheck %s --check-prefix=VALUE

// The loops are vectorised for the machine at hand, whatever its width: an
// exponential needs a polynomial for that, a sum the right to be regrouped.
// ELEMENTWISE-LABEL: define internal {{.*}}@elementwise_loops_0(
// ELEMENTWISE-NOT:     @expf
// ELEMENTWISE:         load <{{[0-9]+}} x float>
// ELEMENTWISE:         fma.v{{[0-9]+}}f32
// ELEMENTWISE-LABEL: "target-cpu"=

// SUM-LABEL: define internal {{.*}}@sum_loops_1(
// SUM:         load <{{[0-9]+}} x float>
// SUM:         fadd reassoc contract <{{[0-9]+}} x float>
// SUM:         call reassoc contract float @llvm.vector.reduce.fadd

// LARGEST-LABEL: define internal {{.*}}@largest_loops_1(
// LARGEST:         call reassoc <{{[0-9]+}} x float> @llvm.maximum.v
// LARGEST:         call reassoc float @llvm.vector.reduce.fmaximum

// 0 + 1 + ... + 999, 1000 + ... + 1999, ...
// VALUE: result 0: tensor<8xf32> [499500, 1.4995e+06, 2.4995e+06,

#id = affine_map<(d0, d1) -> (d0, d1)>
#row = affine_map<(d0, d1) -> (d0)>
func.func @elementwise(%x: tensor<8x1000xf32>) -> tensor<8x1000xf32> {
  %empty = tensor.empty() : tensor<8x1000xf32>
  %0 = linalg.exp ins(%x : tensor<8x1000xf32>) outs(%empty : tensor<8x1000xf32>) -> tensor<8x1000xf32>
  return %0 : tensor<8x1000xf32>
}
func.func @sum(%x: tensor<8x1000xf32>) -> tensor<8xf32> {
  %zero = arith.constant 0.0 : f32
  %empty = tensor.empty() : tensor<8xf32>
  %init = linalg.fill ins(%zero : f32) outs(%empty : tensor<8xf32>) -> tensor<8xf32>
  %0 = linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x : tensor<8x1000xf32>) outs(%init : tensor<8xf32>) {
  ^bb0(%in: f32, %acc: f32):
    %1 = arith.addf %acc, %in : f32
    linalg.yield %1 : f32
  } -> tensor<8xf32>
  return %0 : tensor<8xf32>
}
func.func @largest(%x: tensor<8x1000xf32>) -> tensor<8xf32> {
  %low = arith.constant 0xFF800000 : f32
  %empty = tensor.empty() : tensor<8xf32>
  %init = linalg.fill ins(%low : f32) outs(%empty : tensor<8xf32>) -> tensor<8xf32>
  %0 = linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x : tensor<8x1000xf32>) outs(%init : tensor<8xf32>) {
  ^bb0(%in: f32, %acc: f32):
    %1 = arith.maximumf %acc, %in : f32
    linalg.yield %1 : f32
  } -> tensor<8xf32>
  return %0 : tensor<8xf32>
}
