// RUN: approx-opt %s --approx-autodiff="of=matmul wrt=0,1,2 mode=vjp" | FileCheck %s --check-prefix=MATMUL
// RUN: approx-opt %s --approx-autodiff="of=conv wrt=0,1 mode=vjp" | FileCheck %s --check-prefix=CONV
// RUN: approx-opt %s --approx-autodiff="of=vectors wrt=0,1 mode=vjp" | FileCheck %s --check-prefix=VECTORS
// RUN: approx-opt %s --approx-autodiff="of=moves wrt=0 mode=vjp" | FileCheck %s --check-prefix=MOVES
// RUN: approx-opt %s --approx-autodiff="of=clamp wrt=0 mode=vjp" | FileCheck %s --check-prefix=CLAMP

// Named ops have named derivatives, so that libraries and patterns find them.

// MATMUL-LABEL: func.func @matmul_vjp(
// MATMUL-SAME:    %[[A:[a-z0-9]+]]: tensor<3x5xf32>, %[[B:[a-z0-9]+]]: tensor<4x5xf32>, %{{[a-z0-9]+}}: tensor<3x4xf32>, %[[DC:[a-z0-9]+]]: tensor<3x4xf32>)
// MATMUL:         %[[DA:.*]] = approx.matmul_grad_lhs ins(%[[DC]], %[[B]] : tensor<3x4xf32>, tensor<4x5xf32>) outs(%{{.*}} : tensor<3x5xf32>) {rhs_transposed} -> tensor<3x5xf32>
// MATMUL:         %[[DB:.*]] = approx.matmul_grad_rhs ins(%[[DC]], %[[A]] : tensor<3x4xf32>, tensor<3x5xf32>) outs(%{{.*}} : tensor<4x5xf32>) {rhs_transposed} -> tensor<4x5xf32>
// MATMUL:         return %{{.*}}, %[[DA]], %[[DB]], %[[DC]]
func.func @matmul(%a: tensor<3x5xf32>, %b: tensor<4x5xf32>, %c: tensor<3x4xf32>) -> tensor<3x4xf32> {
  %r = linalg.matmul indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (n, k)>, affine_map<(m, n, k) -> (m, n)>]
    ins(%a, %b : tensor<3x5xf32>, tensor<4x5xf32>) outs(%c : tensor<3x4xf32>) -> tensor<3x4xf32>
  return %r : tensor<3x4xf32>
}

// CONV-LABEL: func.func @conv_vjp(
// CONV-SAME:    %[[X:[a-z0-9]+]]: tensor<2x8x9x3xf32>, %[[W:[a-z0-9]+]]: tensor<3x2x3x4xf32>, {{.*}}%[[DY:[a-z0-9]+]]: tensor<2x3x2x4xf32>)
// CONV:         approx.conv_2d_grad_input ins(%[[DY]], %[[W]] : {{.*}}dilations = array<i64: 1, 2>, layout = #approx.layout<nhwc_hwcf>, strides = array<i64: 2, 3>} -> tensor<2x8x9x3xf32>
// CONV:         approx.conv_2d_grad_filter ins(%[[DY]], %[[X]] : {{.*}}dilations = array<i64: 1, 2>, layout = #approx.layout<nhwc_hwcf>, strides = array<i64: 2, 3>} -> tensor<3x2x3x4xf32>
func.func @conv(%x: tensor<2x8x9x3xf32>, %w: tensor<3x2x3x4xf32>, %c: tensor<2x3x2x4xf32>) -> tensor<2x3x2x4xf32> {
  %r = linalg.conv_2d_nhwc_hwcf {strides = dense<[2, 3]> : tensor<2xi64>, dilations = dense<[1, 2]> : tensor<2xi64>}
    ins(%x, %w : tensor<2x8x9x3xf32>, tensor<3x2x3x4xf32>) outs(%c : tensor<2x3x2x4xf32>) -> tensor<2x3x2x4xf32>
  return %r : tensor<2x3x2x4xf32>
}

// The gradient of the matrix is an outer product, which is no contraction.
// VECTORS-LABEL: func.func @vectors_vjp(
// VECTORS:         linalg.generic {{.*}} iterator_types = ["parallel", "parallel"]}
// VECTORS:         linalg.contract
// VECTORS-SAME:      -> tensor<5xf32>
func.func @vectors(%a: tensor<3x5xf32>, %x: tensor<5xf32>, %c: tensor<3xf32>) -> tensor<3xf32> {
  %r = linalg.matvec ins(%a, %x : tensor<3x5xf32>, tensor<5xf32>) outs(%c : tensor<3xf32>) -> tensor<3xf32>
  return %r : tensor<3xf32>
}

// MOVES-LABEL: func.func @moves_vjp(
// MOVES:         %[[R:.*]] = linalg.broadcast ins(%{{.*}} : tensor<4xf32>) outs(%{{.*}} : tensor<2x4x3xf32>) dimensions = [0, 2]
// MOVES:         %[[T:.*]] = linalg.transpose ins(%[[R]] : tensor<2x4x3xf32>) outs(%{{.*}} : tensor<3x2x4xf32>) permutation = [2, 0, 1]
// MOVES:         linalg.reduce
// MOVES-SAME:      ins(%[[T]] : tensor<3x2x4xf32>) outs(%{{.*}} : tensor<3xf32>) dimensions = [1, 2]
func.func @moves(%x: tensor<3xf32>, %i: tensor<4xf32>) -> tensor<4xf32> {
  %e = tensor.empty() : tensor<3x2x4xf32>
  %b = linalg.broadcast ins(%x : tensor<3xf32>) outs(%e : tensor<3x2x4xf32>) dimensions = [1, 2]
  %f = tensor.empty() : tensor<2x4x3xf32>
  %t = linalg.transpose ins(%b : tensor<3x2x4xf32>) outs(%f : tensor<2x4x3xf32>) permutation = [1, 2, 0]
  %r = linalg.reduce { arith.addf } ins(%t : tensor<2x4x3xf32>) outs(%i : tensor<4xf32>) dimensions = [0, 2]
  return %r : tensor<4xf32>
}

// Strictly inside only. Not executed: upstream's expansion of clampf in LLVM 22
// returns the upper bound.
// CLAMP-LABEL: func.func @clamp_vjp(
// CLAMP-SAME:    %[[X:[a-z0-9]+]]: f32, %[[LO:[a-z0-9]+]]: f32, %[[HI:[a-z0-9]+]]: f32, %[[DY:[a-z0-9]+]]: f32)
// CLAMP-DAG:     %[[ABOVE:.*]] = arith.cmpf ogt, %[[X]], %[[LO]]
// CLAMP-DAG:     %[[BELOW:.*]] = arith.cmpf olt, %[[X]], %[[HI]]
// CLAMP:         %[[C:.*]] = arith.select %[[BELOW]], %[[DY]]
// CLAMP:         arith.select %[[ABOVE]], %[[C]]
func.func @clamp(%x: f32, %lo: f32, %hi: f32) -> f32 {
  %r = math.clampf %x to [%lo, %hi] : f32
  return %r : f32
}
