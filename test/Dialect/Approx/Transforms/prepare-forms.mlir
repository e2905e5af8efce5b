// Contractions of other forms become those that have an approximate op.
// RUN: approx-opt %s --approx-prepare --split-input-file | FileCheck %s

// Attention with the heads inside, as einsum has it: batch and heads are one
// batch dimension.
// CHECK-DAG: %[[Q:.*]] = linalg.transpose ins(%{{.*}} : tensor<2x4x3x6xf32>) outs(%{{.*}} : tensor<2x3x4x6xf32>) permutation = [0, 2, 1, 3]
// CHECK-DAG: %[[K:.*]] = linalg.transpose ins(%{{.*}} : tensor<2x5x3x6xf32>) outs(%{{.*}} : tensor<2x3x6x5xf32>) permutation = [0, 2, 3, 1]
// CHECK: linalg.batch_matmul ins(%{{.*}}, %{{.*}} : tensor<6x4x6xf32>, tensor<6x6x5xf32>) outs(%{{.*}} : tensor<6x4x5xf32>)
// CHECK: tensor.expand_shape %{{.*}} : tensor<6x4x5xf32> into tensor<2x3x4x5xf32>
#query = affine_map<(b, h, q, k, d) -> (b, q, h, d)>
#key = affine_map<(b, h, q, k, d) -> (b, k, h, d)>
#scores = affine_map<(b, h, q, k, d) -> (b, h, q, k)>
func.func @main(%q: tensor<2x4x3x6xf32> {approx.role = "input"}, %k: tensor<2x5x3x6xf32> {approx.role = "input"})
    -> (tensor<2x3x4x5xf32> {approx.role = "logits"}) {
  %o = tensor.empty() : tensor<2x3x4x5xf32>
  %y = linalg.contract indexing_maps = [#query, #key, #scores]
      ins(%q, %k : tensor<2x4x3x6xf32>, tensor<2x5x3x6xf32>) outs(%o : tensor<2x3x4x5xf32>) -> tensor<2x3x4x5xf32>
  return %y : tensor<2x3x4x5xf32>
}

// -----

// A result in another order is transposed back.
// CHECK: %[[Y:.*]] = linalg.matmul
// CHECK: linalg.transpose ins(%[[Y]] : tensor<4x5xf32>) outs(%{{.*}} : tensor<5x4xf32>) permutation = [1, 0]
#mk = affine_map<(m, n, k) -> (m, k)>
#kn = affine_map<(m, n, k) -> (k, n)>
#nm = affine_map<(m, n, k) -> (n, m)>
func.func @main(%x: tensor<4x3xf32> {approx.role = "input"}, %w: tensor<3x5xf32> {approx.role = "parameter"})
    -> (tensor<5x4xf32> {approx.role = "logits"}) {
  %o = tensor.empty() : tensor<5x4xf32>
  %y = linalg.contract indexing_maps = [#mk, #kn, #nm]
      ins(%x, %w : tensor<4x3xf32>, tensor<3x5xf32>) outs(%o : tensor<5x4xf32>) -> tensor<5x4xf32>
  return %y : tensor<5x4xf32>
}

// -----

// No n: a product that has no approximate op stays what it is. So does a generic
// that sums in a wider type than it reads: what it multiplies in is for its body to
// say. Named ops widen first.
// CHECK: linalg.contract
// CHECK: linalg.generic
#bmk = affine_map<(b, k) -> (b, k)>
#b = affine_map<(b, k) -> (b)>
#lhs = affine_map<(m, n, j, k) -> (m, j, k)>
#rhs = affine_map<(m, n, j, k) -> (j, k, n)>
#out = affine_map<(m, n, j, k) -> (m, n)>
func.func @main(%x: tensor<4x3xf32> {approx.role = "input"}, %z: tensor<4x3xf32> {approx.role = "input"},
                %h: tensor<4x3x2xf16> {approx.role = "input"}, %w: tensor<3x2x5xf16> {approx.role = "parameter"})
    -> (tensor<4xf32> {approx.role = "logits"}, tensor<4x5xf32> {approx.role = "logits"}) {
  %o = tensor.empty() : tensor<4xf32>
  %y = linalg.contract indexing_maps = [#bmk, #bmk, #b]
      ins(%x, %z : tensor<4x3xf32>, tensor<4x3xf32>) outs(%o : tensor<4xf32>) -> tensor<4xf32>
  %e = tensor.empty() : tensor<4x5xf32>
  %c = linalg.generic {indexing_maps = [#lhs, #rhs, #out], iterator_types = ["parallel", "parallel", "reduction", "reduction"]}
      ins(%h, %w : tensor<4x3x2xf16>, tensor<3x2x5xf16>) outs(%e : tensor<4x5xf32>) {
  ^bb0(%a: f16, %b: f16, %sum: f32):
    %fa = arith.extf %a : f16 to f32
    %fb = arith.extf %b : f16 to f32
    %p = arith.mulf %fa, %fb : f32
    %s = arith.addf %sum, %p : f32
    linalg.yield %s : f32
  } -> tensor<4x5xf32>
  return %y, %c : tensor<4xf32>, tensor<4x5xf32>
}

// -----

// One dimension is two of which the first has size 1.
// CHECK: linalg.conv_2d_nchw_fchw {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[1, 3]> : tensor<2xi64>} ins(%{{.*}}, %{{.*}} : tensor<2x4x1x20xf32>, tensor<5x4x1x3xf32>) outs(%{{.*}} : tensor<2x5x1x6xf32>)
// CHECK: linalg.conv_2d_nhwc_hwcf {{.*}} ins(%{{.*}}, %{{.*}} : tensor<2x1x20x4xf32>, tensor<1x3x4x5xf32>) outs(%{{.*}} : tensor<2x1x6x5xf32>)
func.func @main(%x: tensor<2x4x20xf32> {approx.role = "input"}, %w: tensor<5x4x3xf32> {approx.role = "parameter"},
                %x2: tensor<2x20x4xf32> {approx.role = "input"}, %w2: tensor<3x4x5xf32> {approx.role = "parameter"})
    -> (tensor<2x5x6xf32> {approx.role = "logits"}, tensor<2x6x5xf32> {approx.role = "logits"}) {
  %o = tensor.empty() : tensor<2x5x6xf32>
  %y = linalg.conv_1d_ncw_fcw {dilations = dense<2> : tensor<1xi64>, strides = dense<3> : tensor<1xi64>}
      ins(%x, %w : tensor<2x4x20xf32>, tensor<5x4x3xf32>) outs(%o : tensor<2x5x6xf32>) -> tensor<2x5x6xf32>
  %o2 = tensor.empty() : tensor<2x6x5xf32>
  %y2 = linalg.conv_1d_nwc_wcf {dilations = dense<2> : tensor<1xi64>, strides = dense<3> : tensor<1xi64>}
      ins(%x2, %w2 : tensor<2x20x4xf32>, tensor<3x4x5xf32>) outs(%o2 : tensor<2x6x5xf32>) -> tensor<2x6x5xf32>
  return %y, %y2 : tensor<2x5x6xf32>, tensor<2x6x5xf32>
}

// -----

// Depthwise: as many groups as channels. A multiplier of channels is f.
// CHECK: linalg.conv_2d_ngchw_gfchw {dilations = dense<1> : tensor<2xi64>, strides = dense<2> : tensor<2xi64>} ins(%{{.*}}, %{{.*}} : tensor<2x4x1x9x9xf32>, tensor<4x1x1x3x3xf32>) outs(%{{.*}} : tensor<2x4x1x4x4xf32>)
// CHECK: %[[W:.*]] = linalg.transpose ins(%{{.*}} : tensor<3x3x4xf32>) outs(%{{.*}} : tensor<4x3x3xf32>) permutation = [2, 0, 1]
// CHECK: linalg.conv_2d_nhwgc_gfhwc {{.*}} ins(%{{.*}}, %{{.*}} : tensor<2x9x9x4x1xf32>, tensor<4x1x3x3x1xf32>) outs(%{{.*}} : tensor<2x4x4x4x1xf32>)
// CHECK: linalg.conv_2d_nhwgc_gfhwc {{.*}} ins(%{{.*}}, %{{.*}} : tensor<2x9x9x4x1xf32>, tensor<4x2x3x3x1xf32>) outs(%{{.*}} : tensor<2x4x4x4x2xf32>)
// CHECK: linalg.conv_2d_nhwgc_gfhwc {{.*}} ins(%{{.*}}, %{{.*}} : tensor<2x1x9x4x1xf32>, tensor<4x1x1x3x1xf32>) outs(%{{.*}} : tensor<2x1x7x4x1xf32>)
func.func @main(%x: tensor<2x4x9x9xf32> {approx.role = "input"}, %w: tensor<4x3x3xf32> {approx.role = "parameter"},
                %x2: tensor<2x9x9x4xf32> {approx.role = "input"}, %w2: tensor<3x3x4xf32> {approx.role = "parameter"},
                %w3: tensor<3x3x4x2xf32> {approx.role = "parameter"},
                %x4: tensor<2x9x4xf32> {approx.role = "input"}, %w4: tensor<3x4xf32> {approx.role = "parameter"})
    -> (tensor<2x4x4x4xf32> {approx.role = "logits"}, tensor<2x4x4x4xf32> {approx.role = "logits"},
        tensor<2x4x4x4x2xf32> {approx.role = "logits"}, tensor<2x7x4xf32> {approx.role = "logits"}) {
  %o = tensor.empty() : tensor<2x4x4x4xf32>
  %y = linalg.depthwise_conv_2d_nchw_chw {dilations = dense<1> : tensor<2xi64>, strides = dense<2> : tensor<2xi64>}
      ins(%x, %w : tensor<2x4x9x9xf32>, tensor<4x3x3xf32>) outs(%o : tensor<2x4x4x4xf32>) -> tensor<2x4x4x4xf32>
  %y2 = linalg.depthwise_conv_2d_nhwc_hwc {dilations = dense<1> : tensor<2xi64>, strides = dense<2> : tensor<2xi64>}
      ins(%x2, %w2 : tensor<2x9x9x4xf32>, tensor<3x3x4xf32>) outs(%o : tensor<2x4x4x4xf32>) -> tensor<2x4x4x4xf32>
  %o3 = tensor.empty() : tensor<2x4x4x4x2xf32>
  %y3 = linalg.depthwise_conv_2d_nhwc_hwcm {dilations = dense<1> : tensor<2xi64>, strides = dense<2> : tensor<2xi64>}
      ins(%x2, %w3 : tensor<2x9x9x4xf32>, tensor<3x3x4x2xf32>) outs(%o3 : tensor<2x4x4x4x2xf32>) -> tensor<2x4x4x4x2xf32>
  %o4 = tensor.empty() : tensor<2x7x4xf32>
  %y4 = linalg.depthwise_conv_1d_nwc_wc {dilations = dense<1> : tensor<1xi64>, strides = dense<1> : tensor<1xi64>}
      ins(%x4, %w4 : tensor<2x9x4xf32>, tensor<3x4xf32>) outs(%o4 : tensor<2x7x4xf32>) -> tensor<2x7x4xf32>
  return %y, %y2, %y3, %y4 : tensor<2x4x4x4xf32>, tensor<2x4x4x4xf32>, tensor<2x4x4x4x2xf32>, tensor<2x7x4xf32>
}

// -----

// A grouped convolution as JAX has it: loops and filter in an order of their own.
// CHECK: %[[W:.*]] = linalg.transpose ins(%{{.*}} : tensor<3x3x2x2x3xf32>) outs(%{{.*}} : tensor<2x3x3x3x2xf32>) permutation = [3, 4, 0, 1, 2]
// CHECK: linalg.conv_2d_nhwgc_gfhwc {dilations = dense<[1, 2]> : tensor<2xi64>, strides = dense<[2, 1]> : tensor<2xi64>} ins(%{{.*}}, %[[W]] : tensor<4x10x10x2x2xf32>, tensor<2x3x3x3x2xf32>) outs(%{{.*}} : tensor<4x4x6x2x3xf32>)
#x = affine_map<(d0, d1, d2, d3, d4, d5, d6, d7) -> (d7, d3 * 2 + d4, d5 + d6 * 2, d0, d1)>
#w = affine_map<(d0, d1, d2, d3, d4, d5, d6, d7) -> (d4, d6, d1, d0, d2)>
#y = affine_map<(d0, d1, d2, d3, d4, d5, d6, d7) -> (d7, d3, d5, d0, d2)>
func.func @main(%x: tensor<4x10x10x2x2xf32> {approx.role = "input"}, %w: tensor<3x3x2x2x3xf32> {approx.role = "parameter"})
    -> (tensor<4x4x6x2x3xf32> {approx.role = "logits"}) {
  %o = tensor.empty() : tensor<4x4x6x2x3xf32>
  %y = linalg.generic {indexing_maps = [#x, #w, #y],
                       iterator_types = ["parallel", "reduction", "parallel", "parallel", "reduction", "parallel", "reduction", "parallel"]}
      ins(%x, %w : tensor<4x10x10x2x2xf32>, tensor<3x3x2x2x3xf32>) outs(%o : tensor<4x4x6x2x3xf32>) {
  ^bb0(%a: f32, %b: f32, %sum: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %sum, %p : f32
    linalg.yield %s : f32
  } -> tensor<4x4x6x2x3xf32>
  return %y : tensor<4x4x6x2x3xf32>
}

// -----

// CHECK: linalg.conv_2d_nchw_fchw {{.*}} ins(%{{.*}}, %{{.*}} : tensor<2x4x1x20xbf16>, tensor<5x4x1x3xbf16>) outs(%{{.*}} : tensor<2x5x1x18xf32>)
func.func @main(%x: tensor<2x4x20xbf16> {approx.role = "input"}, %w: tensor<5x4x3xbf16> {approx.role = "parameter"})
    -> (tensor<2x5x18xf32> {approx.role = "logits"}) {
  %o = tensor.empty() : tensor<2x5x18xf32>
  %y = linalg.conv_1d_ncw_fcw {dilations = dense<1> : tensor<1xi64>, strides = dense<1> : tensor<1xi64>}
      ins(%x, %w : tensor<2x4x20xbf16>, tensor<5x4x3xbf16>) outs(%o : tensor<2x5x18xf32>) -> tensor<2x5x18xf32>
  return %y : tensor<2x5x18xf32>
}

// -----

// Poolings have windows, too, and stay.
// CHECK: linalg.pooling_nchw_max
func.func @main(%x: tensor<2x4x9x9xf32> {approx.role = "input"}) -> (tensor<2x4x4x4xf32> {approx.role = "logits"}) {
  %window = tensor.empty() : tensor<3x3xf32>
  %o = tensor.empty() : tensor<2x4x4x4xf32>
  %y = linalg.pooling_nchw_max {dilations = dense<1> : tensor<2xi64>, strides = dense<2> : tensor<2xi64>}
      ins(%x, %window : tensor<2x4x9x9xf32>, tensor<3x3xf32>) outs(%o : tensor<2x4x4x4xf32>) -> tensor<2x4x4x4xf32>
  return %y : tensor<2x4x4x4xf32>
}

// -----

// A weight for every sample, behind a transpose of the input (an MLP over
// positions): one matmul of a transposed copy, not a product per sample.
// CHECK: @main(%[[W:[^:]*]]: tensor<6x5xf32> {{.*}}, %[[X:[^:]*]]: tensor<4x5x3xf32>
// CHECK: %[[T:.*]] = linalg.transpose ins(%[[X]] : tensor<4x5x3xf32>)
// CHECK: %[[C:.*]] = tensor.collapse_shape %[[T]] {{\[\[}}0, 1], [2]] : tensor<4x3x5xf32> into tensor<12x5xf32>
// CHECK: linalg.matmul indexing_maps = {{.*}} ins(%[[C]], %[[W]] : tensor<12x5xf32>, tensor<6x5xf32>)
// CHECK-NOT: linalg.batch_matmul
func.func @main(%w: tensor<6x5xf32> {approx.role = "parameter"}, %x: tensor<4x5x3xf32> {approx.role = "input"})
    -> (tensor<4x3x6xf32> {approx.role = "logits"}) {
  %zero = arith.constant 0.0 : f32
  %et = tensor.empty() : tensor<4x3x5xf32>
  %t = linalg.transpose ins(%x : tensor<4x5x3xf32>) outs(%et : tensor<4x3x5xf32>) permutation = [0, 2, 1]
  %ew = tensor.empty() : tensor<5x6xf32>
  %wt = linalg.transpose ins(%w : tensor<6x5xf32>) outs(%ew : tensor<5x6xf32>) permutation = [1, 0]
  %eb = tensor.empty() : tensor<4x5x6xf32>
  %b = linalg.broadcast ins(%wt : tensor<5x6xf32>) outs(%eb : tensor<4x5x6xf32>) dimensions = [0]
  %e = tensor.empty() : tensor<4x3x6xf32>
  %i = linalg.fill ins(%zero : f32) outs(%e : tensor<4x3x6xf32>) -> tensor<4x3x6xf32>
  %y = linalg.batch_matmul ins(%t, %b : tensor<4x3x5xf32>, tensor<4x5x6xf32>) outs(%i : tensor<4x3x6xf32>) -> tensor<4x3x6xf32>
  return %y : tensor<4x3x6xf32>
}
