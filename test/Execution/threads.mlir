// RUN: rm -rf %t && mkdir -p %t/one %t/two
// RUN: approx-run %s --threads=1 --seed=7 --save=%t/one
// RUN: approx-run %s --threads=2 --seed=7 --save=%t/two
// RUN: cmp %t/one/result0.npy %t/two/result0.npy
// RUN: approx-run %s --dump-buffers --dump-ir-after=approx-outline-loops | FileCheck %s

// Sums along rows are the same for any number of threads: a row is never split.
// CHECK: call @main_loops_{{[0-9]}}({{.*}}) {approx.grain =
#id = affine_map<(d0, d1) -> (d0, d1)>
#row = affine_map<(d0, d1) -> (d0)>
func.func @main(%x: tensor<512x1000xf32>) -> tensor<512xf32> {
  %zero = arith.constant 0.0 : f32
  %empty = tensor.empty() : tensor<512xf32>
  %init = linalg.fill ins(%zero : f32) outs(%empty : tensor<512xf32>) -> tensor<512xf32>
  %0 = linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x : tensor<512x1000xf32>) outs(%init : tensor<512xf32>) {
  ^bb0(%in: f32, %acc: f32):
    %1 = arith.addf %acc, %in : f32
    linalg.yield %1 : f32
  } -> tensor<512xf32>
  return %0 : tensor<512xf32>
}
