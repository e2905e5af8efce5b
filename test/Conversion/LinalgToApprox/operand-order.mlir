// M11: the weight is the multiplier's first operand wherever linalg has it;
// without a weight it is lhs (which is not printed); operand-order turns it
// round.
// RUN: approx-opt %s --convert-linalg-to-approx="multiplier=or_compressed:8x8" | FileCheck %s
// RUN: approx-opt %s --convert-linalg-to-approx="multiplier=or_compressed:8x8 operand-order=activation_first" | FileCheck %s --check-prefix=TURNED
// CHECK:  approx.matmul {{.*}}approx.name = "right"{{.*}}rhs_first
// CHECK:  approx.matmul {{.*}}approx.name = "left", {{.*}}<"ste">, lhs_transposed, rhs_transposed}
// CHECK:  approx.matmul {{.*}}approx.name = "none", {{.*}}<"ste">}
// TURNED: approx.matmul {{.*}}approx.name = "right", {{.*}}<"ste">}
// TURNED: approx.matmul {{.*}}approx.name = "left", {{.*}}rhs_first
// TURNED: approx.matmul {{.*}}approx.name = "none", {{.*}}<"ste">}

// Numbers: x w and (w^T x^T)^T are the same sums of the same products, also of
// a multiplier that is not commutative; with the operands turned round they are
// others (worked out by the reference lowering).
// DEFINE: %{options} =
// DEFINE: %{run} = approx-run %s --runtime=false --args='[1,2,3,4,5,6,7,8,9],[9,7,5,3,1,8,6,4,2]' --init='[0,9]' \
// DEFINE:   --pipeline='convert-linalg-to-approx{%{options}},convert-approx-to-linalg'
// REDEFINE: %{options} = multiplier=or_compressed:8x8
// RUN: %{run} | FileCheck %s --check-prefix=WEIGHT
// WEIGHT: result 0: tensor<3x3xf32> {{\[\[}}71.7882, 93.2824, 114.035], [52.6896, 64.9719, 76.8307], [35.8941, 48.1765, 60.0353]]
// WEIGHT: result 1: tensor<3x3xf32> {{\[\[}}71.7882, 93.2824, 114.035], [52.6896, 64.9719, 76.8307], [35.8941, 48.1765, 60.0353]]
// REDEFINE: %{options} = multiplier=or_compressed:8x8 operand-order=activation_first
// RUN: %{run} | FileCheck %s --check-prefix=ACTIVATION
// ACTIVATION: result 0: tensor<3x3xf32> {{\[\[}}61.5837, 93.2824, 114.035], [62.8941,
// ACTIVATION: result 1: tensor<3x3xf32> {{\[\[}}61.5837, 93.2824, 114.035], [62.8941,

#lhs = affine_map<(m, n, k) -> (k, m)>
#rhs = affine_map<(m, n, k) -> (n, k)>
#out = affine_map<(m, n, k) -> (m, n)>
func.func @main(%w: tensor<3x3xf32> {approx.role = "parameter", approx.name = "w"},
                %x: tensor<3x3xf32> {approx.role = "input", approx.name = "x"})
    -> (tensor<3x3xf32>, tensor<3x3xf32>, tensor<3x3xf32>) {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<3x3xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<3x3xf32>) -> tensor<3x3xf32>
  %0 = linalg.matmul {approx.name = "right"} ins(%x, %w : tensor<3x3xf32>, tensor<3x3xf32>) outs(%f : tensor<3x3xf32>) -> tensor<3x3xf32>
  %1 = linalg.matmul indexing_maps = [#lhs, #rhs, #out] {approx.name = "left"}
      ins(%w, %x : tensor<3x3xf32>, tensor<3x3xf32>) outs(%f : tensor<3x3xf32>) -> tensor<3x3xf32>
  %t = linalg.transpose ins(%1 : tensor<3x3xf32>) outs(%e : tensor<3x3xf32>) permutation = [1, 0]
  %2 = linalg.matmul {approx.name = "none"} ins(%0, %1 : tensor<3x3xf32>, tensor<3x3xf32>) outs(%f : tensor<3x3xf32>) -> tensor<3x3xf32>
  return %0, %t, %2 : tensor<3x3xf32>, tensor<3x3xf32>, tensor<3x3xf32>
}

// A slice of a parameter is a weight, too; a range of its own goes with it.
// RUN: approx-opt %s --convert-linalg-to-approx="function=slice multiplier=exact:8x8" | FileCheck %s --check-prefix=SLICE
// SLICE: func.func private @slice
// SLICE: %[[S:.*]] = tensor.extract_slice
// SLICE: approx.update_range %[[S]], %{{.*}}min_max
// SLICE: approx.matmul @exact_8x8 {{.*}}approx.name = "wide"{{.*}}rhs_first
func.func private @slice(%w: tensor<3x6xf32> {approx.role = "parameter", approx.name = "wide.weight"},
                         %x: tensor<3x3xf32> {approx.role = "input", approx.name = "x"}) -> tensor<3x3xf32> {
  %s = tensor.extract_slice %w[0, 3] [3, 3] [1, 1] : tensor<3x6xf32> to tensor<3x3xf32>
  %e = tensor.empty() : tensor<3x3xf32>
  %0 = linalg.matmul ins(%x, %s : tensor<3x3xf32>, tensor<3x3xf32>) outs(%e : tensor<3x3xf32>) -> tensor<3x3xf32>
  return %0 : tensor<3x3xf32>
}
