// The products of @calibrate: float contractions on what is quantised, the
// exact multiplier, or the approximate one.
// DEFINE: %{arithmetic} =
// DEFINE: %{calibrate} = approx-opt %s -canonicalize -cse \
// DEFINE:   --convert-linalg-to-approx=multiplier=truncated:8x8:drop=9 \
// DEFINE:   --approx-build-training-step="emit=calibrate calibrate-arithmetic=%{arithmetic}" -canonicalize

// REDEFINE: %{arithmetic} = approximate
// RUN: %{calibrate} | FileCheck %s --check-prefix=APPROXIMATE
// APPROXIMATE: func.func @calibrate
// APPROXIMATE: approx.conv_2d @truncated_8x8_drop_9
// APPROXIMATE: approx.matmul @truncated_8x8_drop_9
// APPROXIMATE: approx.batch_matmul @truncated_8x8_drop_9

// REDEFINE: %{arithmetic} = int8
// RUN: %{calibrate} | FileCheck %s --check-prefix=INT8
// INT8: func.func @calibrate
// INT8: approx.conv_2d @exact_8x8
// INT8: approx.matmul @exact_8x8
// INT8: approx.batch_matmul @exact_8x8

// REDEFINE: %{arithmetic} = float
// RUN: %{calibrate} | FileCheck %s --check-prefix=FLOAT
// FLOAT-DAG: #[[MK:.*]] = affine_map<(d0, d1, d2) -> (d0, d2)>
// FLOAT-DAG: #[[NK:.*]] = affine_map<(d0, d1, d2) -> (d1, d2)>
// FLOAT-DAG: #[[MN:.*]] = affine_map<(d0, d1, d2) -> (d0, d1)>
// FLOAT:     func.func @calibrate
// FLOAT-NOT: approx.quantize
// FLOAT:     linalg.conv_2d_nchw_fchw {dilations = dense<1> : tensor<2xi64>, strides = dense<2> : tensor<2xi64>}
// FLOAT:     linalg.matmul indexing_maps = [#[[MK]], #[[NK]], #[[MN]]]
// FLOAT:     linalg.batch_matmul ins

#mk = affine_map<(m, n, k) -> (m, k)>
#nk = affine_map<(m, n, k) -> (n, k)>
#mn = affine_map<(m, n, k) -> (m, n)>
func.func @main(%w0: tensor<2x1x2x2xf32> {approx.role = "parameter", approx.name = "conv.weight"},
                %w1: tensor<8x8xf32> {approx.role = "parameter", approx.name = "fc.weight"},
                %x: tensor<4x1x4x4xf32> {approx.role = "input", approx.name = "x"})
    -> (tensor<f32> {approx.role = "loss"}, tensor<4x4x4xf32> {approx.role = "logits"}) {
  %zero = arith.constant 0.0 : f32
  %e0 = tensor.empty() : tensor<4x2x2x2xf32>
  %f0 = linalg.fill ins(%zero : f32) outs(%e0 : tensor<4x2x2x2xf32>) -> tensor<4x2x2x2xf32>
  %c = linalg.conv_2d_nchw_fchw {strides = dense<2> : tensor<2xi64>, dilations = dense<1> : tensor<2xi64>}
      ins(%x, %w0 : tensor<4x1x4x4xf32>, tensor<2x1x2x2xf32>) outs(%f0 : tensor<4x2x2x2xf32>) -> tensor<4x2x2x2xf32>
  %flat = tensor.collapse_shape %c [[0], [1, 2, 3]] : tensor<4x2x2x2xf32> into tensor<4x8xf32>
  %e1 = tensor.empty() : tensor<4x8xf32>
  %f1 = linalg.fill ins(%zero : f32) outs(%e1 : tensor<4x8xf32>) -> tensor<4x8xf32>
  %h = linalg.matmul indexing_maps = [#mk, #nk, #mn] ins(%flat, %w1 : tensor<4x8xf32>, tensor<8x8xf32>) outs(%f1 : tensor<4x8xf32>) -> tensor<4x8xf32>
  %a = tensor.expand_shape %h [[0], [1, 2]] output_shape [4, 4, 2] : tensor<4x8xf32> into tensor<4x4x2xf32>
  %b = tensor.expand_shape %h [[0], [1, 2]] output_shape [4, 2, 4] : tensor<4x8xf32> into tensor<4x2x4xf32>
  %e2 = tensor.empty() : tensor<4x4x4xf32>
  %f2 = linalg.fill ins(%zero : f32) outs(%e2 : tensor<4x4x4xf32>) -> tensor<4x4x4xf32>
  %p = linalg.batch_matmul ins(%a, %b : tensor<4x4x2xf32>, tensor<4x2x4xf32>) outs(%f2 : tensor<4x4x4xf32>) -> tensor<4x4x4xf32>
  // Something that reads all of it, so that a range depends on each product.
  %e3 = tensor.empty() : tensor<4x4x4xf32>
  %f3 = linalg.fill ins(%zero : f32) outs(%e3 : tensor<4x4x4xf32>) -> tensor<4x4x4xf32>
  %q = linalg.batch_matmul ins(%p, %p : tensor<4x4x4xf32>, tensor<4x4x4xf32>) outs(%f3 : tensor<4x4x4xf32>) -> tensor<4x4x4xf32>
  %loss = tensor.empty() : tensor<f32>
  return %loss, %q : tensor<f32>, tensor<4x4x4xf32>
}
