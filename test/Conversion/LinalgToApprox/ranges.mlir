// One range state per value seen through views, type and observer; observers
// and their momentum by option.
// RUN: approx-opt %s --convert-linalg-to-approx="multiplier=exact:8x8" | FileCheck %s
// CHECK: func.func @main({{.*}} {approx.name = "q.input_range", approx.role = "range"}, {{.*}}{approx.name = "batch_matmul0.lhs_range", approx.role = "range"})
// CHECK-COUNT-2: approx.update_range {{.*}}moving_average
// CHECK-NOT: moving_average

// RUN: approx-opt %s --convert-linalg-to-approx="multiplier=exact:8x8 momentum=0.5" | FileCheck %s --check-prefix=MOMENTUM
// MOMENTUM: approx.update_range {{.*}}{momentum = 5.000000e-01 : f32, observer = #approx.observer<moving_average>}

// Dynamic ranges are no state.
// RUN: approx-opt %s --convert-linalg-to-approx="multiplier=exact:8x8 activation-observer=min_max" | FileCheck %s --check-prefix=DYNAMIC
// DYNAMIC: func.func @main(
// DYNAMIC-NOT: approx.role = "range"
// DYNAMIC: approx.update_range

// RUN: approx-opt %s --convert-linalg-to-approx="multiplier=exact:8x8 activation-observer=running weight-observer=running" | FileCheck %s --check-prefix=RUNNING
// RUNNING: {approx.name = "q.input_range", approx.role = "range"}, {{.*}}{approx.name = "q.weight_range", approx.role = "range"}
// RUNNING: approx.update_range {{.*}}running

// Symmetric weights leave out the most negative code.
// RUN: approx-opt %s --convert-linalg-to-approx="multiplier=exact:s8xu8 weight-observer=symmetric" | FileCheck %s --check-prefix=SYMMETRIC
// SYMMETRIC: approx.quant_params %{{.*}} {qtype = #approx.qtype<si8, narrow>, symmetric}
// SYMMETRIC: approx.quantize {{.*}}qtype = #approx.qtype<si8, narrow>

func.func @main(%w: tensor<6x6xf32> {approx.role = "parameter", approx.name = "q.weight"},
                %x: tensor<2x3x6xf32> {approx.role = "input", approx.name = "x"}) -> (tensor<6x6xf32>, tensor<2x3x3xf32>) {
  %zero = arith.constant 0.0 : f32
  %flat = tensor.collapse_shape %x [[0, 1], [2]] : tensor<2x3x6xf32> into tensor<6x6xf32>
  %e = tensor.empty() : tensor<6x6xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<6x6xf32>) -> tensor<6x6xf32>
  %q = linalg.matmul ins(%flat, %w : tensor<6x6xf32>, tensor<6x6xf32>) outs(%f : tensor<6x6xf32>) -> tensor<6x6xf32>
  %q3 = tensor.expand_shape %q [[0, 1], [2]] output_shape [2, 3, 6] : tensor<6x6xf32> into tensor<2x3x6xf32>
  %et = tensor.empty() : tensor<2x6x3xf32>
  %t = linalg.transpose ins(%x : tensor<2x3x6xf32>) outs(%et : tensor<2x6x3xf32>) permutation = [0, 2, 1]
  %ea = tensor.empty() : tensor<2x3x3xf32>
  %fa = linalg.fill ins(%zero : f32) outs(%ea : tensor<2x3x3xf32>) -> tensor<2x3x3xf32>
  %a = linalg.batch_matmul ins(%q3, %t : tensor<2x3x6xf32>, tensor<2x6x3xf32>) outs(%fa : tensor<2x3x3xf32>) -> tensor<2x3x3xf32>
  return %q, %a : tensor<6x6xf32>, tensor<2x3x3xf32>
}
