// RUN: approx-opt %s --approx-autodiff="of=half wrt=0,1 mode=vjp" | FileCheck %s

// The gradient of an f16 operand is summed in f32, from terms in f32, and
// rounded once; that of an operand of the iteration space needs no sum.

// CHECK-LABEL: func.func @half_vjp(
// CHECK-SAME:    %[[X:[a-z0-9]+]]: tensor<3x4xf16>, %[[W:[a-z0-9]+]]: tensor<4xf16>, %[[DY:[a-z0-9]+]]: tensor<3x4xf32>)
// CHECK:         linalg.generic {{.*}} iterator_types = ["parallel", "parallel"]} {{.*}} outs(%{{.*}} : tensor<3x4xf16>)
// CHECK:           arith.truncf
// CHECK:         %[[ZERO:.*]] = linalg.fill {{.*}} -> tensor<4xf32>
// CHECK:         %[[SUM:.*]] = linalg.generic {{.*}} iterator_types = ["reduction", "parallel"]} {{.*}} outs(%[[ZERO]] : tensor<4xf32>)
// CHECK-NOT:       arith.truncf
// CHECK:           arith.addf {{.*}} : f32
// CHECK:         linalg.generic {{.*}} ins(%[[SUM]] : tensor<4xf32>) outs(%{{.*}} : tensor<4xf16>)
// CHECK:           arith.truncf
func.func @half(%x: tensor<3x4xf16>, %w: tensor<4xf16>) -> tensor<3x4xf32> {
  %e = tensor.empty() : tensor<3x4xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (j)>, affine_map<(i, j) -> (i, j)>],
                       iterator_types = ["parallel", "parallel"]}
      ins(%x, %w : tensor<3x4xf16>, tensor<4xf16>) outs(%e : tensor<3x4xf32>) {
  ^bb0(%a: f16, %b: f16, %o: f32):
    %0 = arith.extf %a : f16 to f32
    %1 = arith.extf %b : f16 to f32
    %2 = arith.mulf %0, %1 : f32
    linalg.yield %2 : f32
  } -> tensor<3x4xf32>
  return %r : tensor<3x4xf32>
}
